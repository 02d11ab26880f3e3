## 满意程度

verdict-satisfied = 满意
verdict-mostly-satisfied = 基本满意
verdict-dissatisfied = 不满意

## 答复与提醒

feedback-recorded = { $deputy }，您好：《{ $title }》（{ $number }），{ $unit }的答复您已于 { $received } 收到，请您看过后反馈意见。
feedback-due = 〔提醒〕{ $deputy }，您好：《{ $title }》（{ $number }），{ $unit }的答复您已于 { $received } 收到。
feedback-days = 建议您 { $nominal } 前反馈意见，还有 { $nominal-left } 天；最迟 { $due }。
feedback-days-same = 请您最迟 { $due } 反馈意见，还有 { $left } 天。
feedback-days-nominal-today = 建议您今天反馈意见；最迟 { $due }。
feedback-days-between = 请您尽快反馈意见，最迟 { $due }，还有 { $left } 天。
feedback-days-last = 今天（{ $due }）是反馈意见的最后一天。
feedback-days-over = 反馈期限到 { $due } 为止；现在反馈仍会收下，并如实注明日期。
feedback-provisional = 国家还没有公布那时的放假安排，日期可能往后移；公布后会告诉您。
feedback-due-begun = 您写了一半的意见已存好，还没有送出。
feedback-due-given-here = 您的意见已记在这里，还差一步：请在省平台反馈，或者把签了名的意见单寄出，办好后点一下告诉我们。
feedback-others = 另外还有 { $count } 件等您反馈，点【待办】可以看到。
feedback-overdue = { $deputy }，您好：《{ $title }》（{ $number }），{ $unit }的答复，反馈期限到 { $due } 为止，这里还没有您的记录。
    现在反馈仍会收下，并如实注明日期；已经反馈过的，点一下告诉我们就行。
    按规定，省人大常委会代表联络工作机构也会看到这一情况。
button-feedback-now = 现在反馈
button-feedback-go-on = 接着写
button-on-platform = 已在省平台反馈
button-sent-on-paper = 已书面寄出
button-already = 其实已反馈
button-tomorrow = 明天再提醒
button-three-days = 三天后再提醒
button-why-this-day = 日期怎么算的
button-feedback-help = 需要协助
feedback-snoozed = 好的，{ $until } 上午再提醒您。最迟 { $due }。
feedback-why = 《{ $title }》（{ $number }），{ $unit }的答复：
feedback-why-text = { $why }。
feedback-help-asked = 已告诉{ $office }，工作人员会联系您。
feedback-help-phone = 着急请打 { $phone }。

## 反馈意见

feedback-ask-handling = 《{ $title }》（{ $number }），{ $unit }。
    先说对办理工作的意见（态度、沟通、调研）：
feedback-ask-reply = 对办理：{ $handling }。
    再说对答复的意见（答复的内容和结果）：
feedback-reasons = 您选的是“不满意”（{ $which ->
    [handling] 对办理
    [both] 对办理、对答复
   *[reply] 对答复
}），已先存好，还没有送出。按规定，不满意要写明具体原因，写清楚了，承办单位才好改进。
feedback-reasons-help = 一两句话就行，直接发出来：
    ①您提了什么要求？
    ②答复是怎么说的？
    ③还差什么？
    ④希望怎么办？
feedback-hollow-empty = 还没有写原因，已先存好，还没有送出。
feedback-hollow-repeat = “{ $said }”是把选项又说了一遍，还看不出原因。已先存好，还没有送出。
feedback-hollow-general = “{ $said }”还看不出具体是哪件事、差在哪里，承办单位不好改进。已先存好，还没有送出。
feedback-hollow-too-short = “{ $said }”短了一点，请再添一两句。已先存好，还没有送出。
feedback-write = 请把原因发出来，一两句话就行。{ $minutes } 分钟内有效。
feedback-kept = 《{ $title }》（{ $number }）的意见已先存好，还没有送出。随时可以接着写，最迟 { $due }。
feedback-preview = 请您看一遍，没有问题再送出：
    《{ $title }》（{ $number }），{ $unit }
feedback-verdicts = 对办理：{ $handling }；对答复：{ $reply }
feedback-opinion = 具体意见：{ $reasons }
feedback-rehandling = 要求重新办理
feedback-preview-late = 期限到 { $due } 为止，这份意见会注明是逾期反馈。
feedback-could-add = 还可以补上：{ $missing }。不补也能送出。
feedback-aspect-asked = 您提了什么要求
feedback-aspect-reply-says = 答复是怎么说的
feedback-aspect-missing = 还差什么
feedback-aspect-wanted = 希望怎么办
feedback-co-signers = 这件建议还有联名代表：{ $names }。请先问过他们的意见，再由您一并反馈。
button-feedback-write = 开始写
button-feedback-rewrite = 重写原因
button-feedback-remark = 补充意见
button-feedback-again = 改选
button-feedback-later = 稍后再写
button-rehandling = 要求重新办理
button-no-rehandling = 不要求重新办理
button-feedback-give = 送出
button-feedback-give-asked = 已问过联名代表，送出
button-feedback-change = 修改意见
button-feedback-say = 把意见也记在这里
feedback-taken = 您的反馈意见记下了：《{ $title }》（{ $number }），{ $unit }。
feedback-same = 这份意见和您已经反馈的一样，没有再送一次：《{ $title }》（{ $number }），{ $unit }。
feedback-stands = 您的反馈意见：《{ $title }》（{ $number }），{ $unit }。
feedback-done = 两边都已确认收到，这一件办结了。
feedback-late = 期限到 { $due } 为止，您是 { $given } 反馈的，已如实注明“逾期”。
receiver-province = 省人大常委会代表联络工作机构
receiver-on-desk = { $name }：已能看到，等确认
receiver-by-mail = { $name }：正在用邮件送
receiver-by-hand = { $name }：由工作人员转送
receiver-sealed = { $name }：由省人大常委会代表联络工作机构统一转送
receiver-sent = { $name }：已送出，等确认收到
receiver-declared = { $name }：按您说的已反馈，等确认收到
receiver-confirmed = { $name }：已确认收到
feedback-not-the-platform = 这里的意见单不代替省平台：还请您在省平台反馈，或者把签了名的意见单寄出，办好后点一下告诉我们。
feedback-may-change = { $due } 前可以修改，改之前的意见会留底。
feedback-already = 好的。《{ $title }》（{ $number }），您是怎么反馈的？
feedback-platform-day = 您是哪一天在省平台反馈的？别的日子请直接发出来，比如“3月5日”。
feedback-paper-day = 您是哪一天寄出的？别的日子请直接发出来，比如“3月5日”。
button-today = 今天
button-yesterday = 昨天
feedback-told-platform = 记下了：《{ $title }》（{ $number }），您 { $on } 已在省平台反馈。不再提醒您。
feedback-told-paper = 记下了：《{ $title }》（{ $number }），您 { $on } 已书面寄出。不再提醒您。
feedback-told-waits = 省人大常委会代表联络工作机构和{ $unit }都确认收到，这一件才算办结。
feedback-told-proof = 有快递单、平台页面的照片，可以现在发来留作凭证（{ $minutes } 分钟内），不发也行。
button-feedback-proof = 发凭证
feedback-ask-proof = 请把《{ $title }》（{ $number }）的凭证照片发来，比如快递单、平台页面。{ $minutes } 分钟内有效。
feedback-proved = 凭证收到了（共 { $count } 张），和《{ $title }》（{ $number }）的反馈放在一起，工作人员能看到。

## 到期一览

due-none = 现在没有等您反馈的答复。
due-list = { $deputy }，您好：等您反馈意见的答复有 { $count } 件，先到期的在前。
due-line = { $place }. 《{ $title }》，{ $unit }：建议 { $nominal } 前，最迟 { $due }
due-line-same = { $place }. 《{ $title }》，{ $unit }：最迟 { $due }
due-line-today = { $place }. 《{ $title }》，{ $unit }：今天（{ $due }）最后一天
due-line-over = { $place }. 《{ $title }》，{ $unit }：期限到 { $due } 为止，仍可反馈
button-due-line = { $place }. { $title }
button-due = 待反馈的答复
office-due = 〔提醒〕{ $office }，今天请看一看：
office-due-feedback = 代表反馈意见，到期未见和明天到期的共 { $count } 件：
office-due-feedback-line = · { $name }，《{ $title }》（{ $number }）：{ $due }
office-due-replies = 承办单位答复，到期未见和 30 天内到期的共 { $count } 件：
office-due-replies-line = · { $unit }，《{ $title }》（{ $number }）：{ $due }
office-at-the-desk = 详情请到工作台查看：{ $url }
help-wanted = { $name }请联络机构协助：《{ $title }》（{ $number }），{ $unit }的答复，反馈最迟 { $due }。请与代表联系。

## 不能这样办的时候

refusal-reply-is-oral = 这次是口头答复，还不算正式答复，反馈的期限没有开始。收到书面答复请告诉我们。
refusal-feedback-final = 修改意见的期限已过，您反馈过的意见照原样保留。确实需要更正，请找联络机构。
refusal-reasons-hollow = 选了“不满意”，要写明具体原因才能送出：提了什么要求、答复怎么说、还差什么、希望怎么办。
refusal-day-in-future = 这一天还没有到，请再看一下日期。
refusal-day-before-reply = 这一天比收到答复的日子还早，请再看一下日期。
refusal-last-day = 今天已经是最后一天（或者期限已过），不能再往后推了。
refusal-no-feedback-yet = 这件答复还没有反馈意见。
refusal-feedback-sealed = 代表的意见还没有转给承办单位，请先点“转给承办单位”。
refusal-proofs-full = 这一件的凭证已经有 10 张，够用了，这张没有收。
refusal-not-dissatisfied = 代表没有表示不满意，不用重新办理。
refusal-rehandled-already = 这件已经交去重新办理了。

## 反馈单

opinion-slip-title = 湖南省人大代表建议办理情况征询意见表
slip-number = 建议编号
slip-suggestion = 建议标题
slip-deputy = 代表姓名
slip-phone = 联系方式
slip-unit = 承办单位
slip-received = 收到答复日期
slip-due = （反馈最迟 { $due }）
slip-contact = 沟通方式
slip-contact-meeting = 面谈
slip-contact-telephone = 电话
slip-contact-visit = 调研
slip-contact-none = 未联系
slip-handling = 对办理态度
slip-reply = 对办理结果
slip-reasons = 具体意见
    （不满意必填）
slip-rehandling = 是否要求
    重新办理
slip-rehandling-yes = 是
slip-rehandling-no = 否
slip-signature = 代表签名、日期
slip-sign-here = 　　　　　　　　　　　　　　　　年　　月　　日
slip-given = 　　　　　　　　　　　　　{ $on }填写
slip-late = （逾期）
slip-day = { $year } 年 { $month } 月 { $day } 日
slip-not-the-platform = 说明：1. 本表不代替省人大代表建议网络平台。请在平台上反馈，或者由代表签名后书面寄出；书面反馈请分送省人大常委会代表联络工作机构和承办单位。
slip-reasons-rule = 2. 对办理态度或者办理结果不满意的，应当写明具体原因。
slip-file-name = { $number }反馈意见表.{ $ending }
slip-mail-subject = 代表建议{ $number }的反馈意见（{ $deputy }代表）
slip-mail = { $unit }：
    { $deputy }代表对《{ $title }》（{ $number }）办理和答复情况的反馈意见，见附件。
    收到后，请回复本邮件或者电话告知省人大常委会代表联络工作机构，以便登记。
    附件不代替省人大代表建议网络平台上的反馈。

## 命令行

help-feedback = 代表对答复的反馈意见
help-feedback-list = 列出：等反馈的、过期未反馈的、等确认的、办结的、逾期的
help-feedback-list--of = awaited 等反馈，overdue 过期未反馈，waiting 等确认收到，done 已办结，late 逾期反馈
help-feedback-list--page = 第几页
help-feedback-list--find = 按标题、编号或代表姓名查找
help-feedback-show = 一件的情况：满意程度、两个接收单位各到哪一步
help-feedback-give = 代录代表的反馈意见（书面或者口头告知的）
help-feedback-give--handling = 对办理：satisfied 满意，mostly 基本满意，dissatisfied 不满意
help-feedback-give--reply = 对答复：同上
help-feedback-give--reasons = 具体意见；不满意的必须写明具体原因
help-feedback-give--rehandling = 要求重新办理
help-feedback-declare = 登记代表已在省平台反馈或者已书面寄出
help-feedback-declare--way = platform 省平台，paper 书面寄出
help-feedback-confirm = 登记接收单位已确认收到
help-feedback-confirm--receipt = 凭对方的回执；不写则为接收机构工作人员确认
help-feedback-confirm--note = 备注，如回执编号
help-feedback-take-back = 撤销误登的确认
help-feedback-sent = 登记意见表已送交或者寄给接收单位
help-feedback-release = 把代表的意见放行给承办单位（先由联络机构放行时用）
help-feedback-rehandle = 不满意的，交同一单位重新办理，重新计算期限
help-feedback-slip = 生成征询意见表
help-feedback-slip--format = docx（Word）或 pdf；不写为 docx
help-argument-by-unit = 承办单位名称；几个单位分别答复时要写
help-argument-on = 日期，如 2026-06-10；不写为今天
help-argument-receiver = province 省人大常委会代表联络工作机构，unit 承办单位
cli-feedback-none = 没有。
cli-feedback-more = 后面还有 { $count } 件，用 --page 翻页。
cli-feedback-column-number = 编号
cli-feedback-column-deputy = 代表
cli-feedback-column-unit = 承办单位
cli-feedback-column-nominal = 建议不晚于
cli-feedback-column-due = 最迟
cli-feedback-column-state = 意见（办理/答复）
cli-feedback-column-title = 标题
opinion-none = 未反馈
opinion-told = 已反馈（内容未登记）
opinion-late = （逾期）
cli-feedback-one = { $number }《{ $title }》
    代表：{ $deputy }；承办单位：{ $unit }
    收到答复：{ $received }；建议不晚于 { $nominal }，最迟 { $due }
    意见（办理/答复）：{ $state }
cli-feedback-province = 省人大常委会代表联络工作机构：{ $state }
cli-feedback-unit = 承办单位：{ $state }
receiver-state-not-sent = 未送
receiver-state-sent = 已送，未确认
receiver-state-declared = 代表说已反馈，未确认
receiver-state-confirmed = 已确认收到
slip-failure-unavailable = 邮件暂时没有送出，会再试。
slip-failure-given-up = 邮件试了多次没有送出，请人工转送。
slip-failure-refused = 邮箱地址被拒收，或者没有设置邮件，请人工转送。
cli-feedback-no-reply = 没有找到编号 { $number } 的书面答复。
cli-feedback-which-unit = 编号 { $number } 有几个单位的答复，请用 --by-unit 写明：{ $units }
cli-feedback-rehandled = 已交原单位重新办理，期限重新计算。
cli-feedback-slip = 已生成 { $number } 的征询意见表：{ $path }
feedback-way-here = 在这里反馈
feedback-way-platform = 省平台
feedback-way-paper = 书面寄出
feedback-way-office = 工作人员代录

## 联络台面

desk-feedback = 反馈意见
desk-feedback-awaited = 等代表反馈 { $count } 件
desk-feedback-overdue = 到期未反馈 { $count } 件
desk-feedback-waiting = 等确认收到 { $count } 件
desk-feedback-dissatisfied = 不满意 { $count } 件
desk-feedback-late = 逾期反馈 { $count } 件
desk-feedback-done = 已办结 { $count } 件
desk-feedback-empty = 这里会列出代表对答复的反馈意见。登记了书面答复，就开始等代表反馈。
desk-feedback-opinion = 意见（办理/答复）
desk-feedback-province = 省联络机构
desk-feedback-choose = 勾选
desk-feedback-choose-some = 还没有勾选。请先勾选要确认的反馈意见。
desk-feedback-confirm-own-chosen = 勾选的，本机构已收到
desk-feedback-confirm-unit-chosen = 勾选的，承办单位已回执
desk-feedback-of = 《{ $title }》（{ $number }）的反馈意见
desk-feedback-given = { $on }，{ $way }。
desk-feedback-given-changed = { $on }，{ $way }。意见改过 { $count } 次。
desk-feedback-reasons = 具体意见
desk-feedback-proof = 代表发来的凭证 { $place }
desk-feedback-slip-pdf = 意见表（PDF）
desk-feedback-slip-docx = 意见表（Word）
desk-feedback-receivers = 两个接收单位
desk-feedback-line-sent-mail = { $at }用邮件送出
desk-feedback-line-sent-hand = { $at }由工作人员转送
desk-feedback-line-sent-desk = { $at }起在台面上可以看到
desk-feedback-line-declared = 代表说 { $on } 已反馈
desk-feedback-line-confirmed = { $at }登记确认收到（{ $how ->
    [receipt] 凭回执
   *[officer] 本机构工作人员
}）
desk-feedback-line-note = 备注：{ $note }
desk-feedback-line-mail-next = 邮件等着送出
desk-feedback-line-sealed = 等放行后才转给承办单位
desk-feedback-note = 备注（可以不写）
desk-feedback-receipt = 回执编号或者来电人（可以不写）
desk-feedback-confirm-own = 确认本机构已收到
desk-feedback-confirm-receipt = 凭回执登记已收到
desk-feedback-sent = 登记已转送
desk-feedback-take-back = 误登了，撤销确认
desk-feedback-release = 放行给承办单位
desk-feedback-release-means = 放行后，意见表会转给承办单位：有邮箱的用邮件送，没有的由工作人员转送。放行不能收回。
desk-feedback-rehandle = 交回重新办理
desk-feedback-rehandle-means = 交给同一单位重新办理，答复期限重新算；新的答复要再反馈一次。
desk-feedback-enter = 代录代表的反馈意见
desk-feedback-enter-means = 代表用书面或者口头告知的，照代表的原意填。改动会留下原来的意见。
desk-feedback-reasons-field = 具体意见（不满意的必须写明具体原因）
desk-feedback-given-on = 反馈日期
desk-feedback-enter-go = 登记这份意见
desk-feedback-declare = 登记代表已在别处反馈
desk-feedback-way = 方式
desk-feedback-declare-go = 登记
desk-feedback-history = 改之前的意见
desk-feedback-history-line = { $at }以前：{ $opinion }{ $reasons ->
    [none] { "" }
   *[other] 。{ $reasons }
}
desk-feedback-suggestion = 回到这件建议
desk-feedback-verdict-missing = 请选好对办理和对答复的满意程度。
desk-feedback-see = 反馈意见：{ $opinion }
desk-suggestion-act-feedback-given = 对{ $unit }的答复反馈意见（{ $way }）
desk-suggestion-act-feedback-received = { $receiver }：{ $done }
desk-suggestion-act-feedback-released = 意见放行给{ $unit }
desk-suggestion-act-rehandled = 交回{ $unit }重新办理
feedback-done-confirmed = 确认收到
feedback-done-sent = 已转送
feedback-done-taken-back = 撤销确认
desk-said-feedback-confirmed = 已登记确认收到。

## 近几周和日历

button-weeks = 看近六周
button-calendar-link = 放进手机日历
weeks-title = 近六周要反馈的答复
weeks-text = { $deputy }，您好：近六周内到期的答复有 { $count } 件{ $over ->
    [0] 。
   *[other] ，其中已经过期的 { $over } 件，现在反馈仍会收下。
}
weeks-weekday = { $weekday ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}
weeks-day = { $day }
weeks-day-of-month = { $month }/{ $day }
weeks-nominal = 建议 { $count }
weeks-last = 最迟 { $count }
weeks-line = { $due }　{ $title }（{ $unit }）
weeks-foot = 建议：最好不晚于这一天；最迟：最后一天。灰底是放假的日子。
calendar-link = 这是您自己的日历地址，请不要转发：
    { $url }
    在手机或电脑的日历里选“订阅日历”，把地址贴进去，到期的日子就会出现，几小时更新一次。里面只有标题、编号、承办单位和日期。地址给别人看到了，点【换一个地址】，旧的马上作废。
calendar-link-revoked = 已停用，原来的地址作废了。需要时再生成一个就行。
calendar-link-none = 可以把到期的日子放进手机或电脑的日历：生成一个只属于您的地址，在日历里订阅就行，随时可以停用。
button-calendar-make = 生成地址
button-calendar-anew = 换一个地址
button-calendar-revoke = 停用
feed-name = 联络：到期的答复和反馈
feed-feedback = 反馈意见：《{ $title }》（最迟 { $due }）
feed-feedback-last = 反馈意见最后一天：《{ $title }》
feed-reply = 应答复：《{ $title }》（{ $unit }，最迟 { $due }）
feed-reply-last = 答复最后一天：《{ $title }》（{ $unit }）
feed-about = 编号 { $number }
    承办单位：{ $unit }
    建议不晚于 { $nominal }，最迟 { $due }
feed-provisional = （日期暂定，放假安排公布后可能变动）
desk-calendar-link = 放进自己的日历
desk-calendar-link-means = 到期的答复和反馈可以放进手机或电脑的日历：生成一个只属于您的地址，在日历里选“订阅日历”，把地址贴进去，几小时更新一次。里面只有标题、编号、承办单位和日期，没有姓名。地址请不要转发；换一个，旧的马上作废。
desk-calendar-link-url = 您的日历地址
