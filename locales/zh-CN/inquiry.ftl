# 询问：联络机构问，代表答（《意见》第四条、代表法第五十八条）。期限由联络机构定。

inquiry-asked = 〔询问〕{ $deputy }，您好：{ $office }就您的履职情况请您回答（第 { $number } 号）：
inquiry-due = 〔提醒〕{ $deputy }，您好：{ $office }的询问（第 { $number } 号）还在等您回答：
inquiry-shown = { $office }的询问（第 { $number } 号）：
inquiry-question = { $question }
inquiry-until = 请在 { $due }前回答，还有 { $left } 天。
inquiry-until-today = 最后一天就是今天，{ $due }。
inquiry-until-over = 期限到 { $due } 为止，现在回答仍会收下，并如实注明日期。
inquiry-how = 点【现在回答】写几句就行，也可以交书面的。回答由联络机构收阅、存档。按规定，代表回答原选举单位的询问。
inquiry-stands-answered = { $office }的询问（第 { $number } 号），您已回答：
inquiry-stands-answer = 您的回答：{ $answer }
inquiry-answer-goes-on = ……（后面还有）
inquiry-ask-answer = 请写您对第 { $number } 号询问的回答，下一条文字就直接送到{ $office }。不要写涉密内容和群众的个人信息。
inquiry-ask-more = 请写要补充的话，会接在您对第 { $number } 号询问的回答后面。
inquiry-taken = 您的回答已送到{ $office }，第 { $number } 号询问办结。有要补充的，点【补充】。
inquiry-taken-late = 您的回答已送到{ $office }，第 { $number } 号询问办结。期限是 { $due }，会如实注明日期。有要补充的，点【补充】。
inquiry-added = 补充的话已送到{ $office }（第 { $number } 号询问）。
inquiry-entered = { $office }登记了您对第 { $number } 号询问的回答，这里不再提醒。有要补充的，点【补充】。
inquiry-snoozed = 好的，{ $until } 上午再提醒您。最迟 { $due }。
inquiry-withdrawn = { $office }已撤回第 { $number } 号询问，不用回答了。原因：{ $why }
inquiry-answered = { $name }已回答第 { $number } 号询问。请到台面查看：{ $url }
inquiry-answered-late = { $name }已回答第 { $number } 号询问（期限到 { $due } 为止，晚了）。请到台面查看：{ $url }
inquiry-answer-added = { $name }补充了对第 { $number } 号询问的回答。请到台面查看：{ $url }
inquiry-line = 〔询问〕第 { $number } 号“{ $question }”：最迟 { $due }
inquiry-line-today = 〔询问〕第 { $number } 号“{ $question }”：最后一天就是今天
inquiry-line-over = 〔询问〕第 { $number } 号“{ $question }”：期限到 { $due } 为止，仍可回答
inquiry-state-open = 等代表回答
inquiry-state-answered = 已回答
inquiry-state-withdrawn = 已撤回

button-inquiry-answer = 现在回答
button-inquiry-add = 补充
button-inquiry-line = 询问第 { $number } 号

due-list-inquiries = { $deputy }，您好：等您办的有这些，先到期的在前。
office-due-inquiries = 代表对询问的回答，到期未见和明天到期的共 { $count } 件。

refusal-inquiry-day-past = 这个期限已经过了。请写今天或以后的日期。
refusal-inquiry-day-far = 这个期限在一年以后。请检查年份写对没有。
refusal-inquiry-not-open = 这件询问已经回答，或者已经撤回。
refusal-inquiry-answer-day = 回答的日期要在询问之后，不能晚于今天。

feed-inquiry = 回答询问：第 { $number } 号
feed-about-inquiry = 联络机构的询问，最迟 { $due }

help-inquiry = 询问：联络机构问，代表答
help-inquiry-ask = 询问一位代表，期限由联络机构定
help-inquiry-ask--code = 代表的编码
help-inquiry-ask--question = 问什么
help-inquiry-ask--due = 最迟哪天回答，如 2026-12-01
help-inquiry-list = 询问的清单，最早到期的在前
help-inquiry-list--unit = 只看这个选举单位的，如 CS
help-inquiry-list--state = 等回答的 open、已回答的 answered、已撤回的 withdrawn
help-inquiry-show = 显示一件询问和回答
help-inquiry-show--number = 询问的编号
help-inquiry-answer = 登记书面或口头的回答
help-inquiry-answer--number = 询问的编号
help-inquiry-answer--answer = 回答的内容
help-inquiry-answer--on = 哪天回答的，不写就是今天
help-inquiry-withdraw = 撤回询问，会告诉代表
help-inquiry-withdraw--number = 询问的编号
help-inquiry-withdraw--why = 原因

cli-inquiry-asked = 已询问{ $name }，第 { $number } 号，最迟 { $due } 回答。
cli-inquiry-late = { $due } 晚于期限
cli-inquiry-unknown = 没有第 { $number } 号询问。请用 inquiry list 查看。
cli-inquiry-head = 第 { $number } 号，{ $state }，最迟 { $due }
cli-inquiry-answer = 回答：
cli-inquiry-count = 共 { $count } 件。
cli-column-inquiry-number = 编号
cli-column-inquiry-due = 最迟
cli-column-inquiry-deputy = 代表
cli-column-inquiry-question = 询问
cli-due-inquiry = 回答询问

desk-inquiries = 询问
desk-inquiries-heading = 等代表回答的询问 { $count } 件{ $late ->
    [0] { "" }
   *[other] ，过期 { $late } 件
}
desk-inquiries-none = 现在没有等代表回答的询问。
desk-inquiries-answered = 已回答的
desk-inquiries-back = 全部询问
desk-inquiry-of = 第 { $number } 号询问：{ $name }
desk-inquiry-new = 询问代表
desk-inquiry-deputy = 代表
desk-inquiry-deputy-hint = 写编码或姓名，如 CS-001
desk-inquiry-due = 最迟回答
desk-inquiry-due-hint = 文件没有规定期限，由联络机构定。写 2026-12-01 或 12月1日。
desk-inquiry-question = 询问内容
desk-inquiry-question-hint = 问代表工作和代表活动的情况，最多 1000 字。代表马上收到；期限过半和最后一天各提醒一次。
desk-inquiry-ask = 发出询问
desk-inquiry-number = 编号
desk-inquiry-state = 进度
desk-inquiry-asked = 询问日期
desk-inquiry-answered = 回答日期
desk-inquiry-late = 晚于期限
desk-inquiry-unbound = 还没有开通，请打电话告诉代表
desk-inquiry-answer = 回答
desk-inquiry-enter = 登记书面或口头的回答
desk-inquiry-on = 哪天回答的
desk-inquiry-on-hint = 不写就是今天
desk-inquiry-enter-go = 登记
desk-inquiry-why = 撤回原因
desk-inquiry-withdraw = 撤回询问
desk-inquiry-withdraw-why = 撤回的原因（会告诉代表）
desk-inquiry-way-chat = 在这里回答
desk-inquiry-way-entered = 联络机构登记
desk-inquiry-nobody = 没有找到“{ $name }”。请写编码（如 CS-001）或完整的姓名，而且是本单位的代表。
desk-inquiry-several = 叫“{ $name }”的代表不止一位，请写编码。
desk-inquiry-day-unread = 日期“{ $said }”读不懂。请写成 2026-12-01 或 12月1日。
desk-said-inquiry-asked = 询问已发出。
desk-suggestion-due-inquiry = 回答询问
