# 对话里的话：给群众、代表、联络机构工作人员的每一条消息。
# 变量：$number 来信编号，$code 查询码，$deputy / $reader / $office 称呼，$date / $when 日期，$count 数目，
# $title 来信的头几个字，$phone 电话，$url 网址，$incident 故障编号。语气见 texts：短、暖、准，称“您”。

## 称呼

deputy-called = { $name }代表
deputy-unnamed = 代表
office-called = { $unit }人大常委会代表联络机构
office-of-army = 原选举单位代表联络机构
office-unnamed = 代表联络机构
speaker-you = 您
speaker-writer = 来信人
from-pseudonym = { $name }（化名）
from-unnamed = 一位群众
from-entered = 群众（联络机构代录，{ $way }）
from-entered-by-you = 群众（您代录，{ $way }）
way-telephone = 电话
way-paper = 书面
way-in-person = 当面

## 日期

date-weekday = { $month } 月 { $day } 日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[other] 周日
}）
date-time = { $date }{ $time }
date-year-weekday = { $year } 年 { $month } 月 { $day } 日（{ $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[other] 周日
}）

## 来信的进展

state-received = 已收到
state-delivered = 已送到代表
state-answered = 代表已答复
state-answered-office = 已答复
state-raised = 已反映
state-passed-on = 已转交
state-ended = 本次来信已结束

## 代表的四个词

menu-letters = 来信
menu-take-down = 记一笔
menu-todo = 待办
menu-handbook = 我的手册

## 按钮

button-home = 回首页
button-back = 返回
button-help = 怎么用
button-language = English
button-page-before = 上一页
button-page-after = 下一页
button-part-before = 看前面的
button-part-after = 看后面的
button-find = 找代表写来信
button-other-deputy = 找别的代表
button-my-cases = 我的来信
button-look-up = 用编号查来信
button-look-up-again = 再输一次
button-by-unit = 按选举单位
button-by-name = 按姓名
button-by-field = 按关注领域
button-unsure = 不知道找谁
button-take-office = 请联络机构看
button-write-office = 写给联络机构
button-send-held = 发出去
button-leave-it = 不写了
button-give-name = 告诉对方我的姓名
button-new-case = 另写一件事
button-more = 补充内容
button-progress = 查看进展
button-leave-contact = 留个联系方式
button-remove-contact = 删除联系方式
button-send-digits = 当作来信发出
button-reopen = 继续反映
button-end = 结束来信
button-case = { $title } · { $number }
button-raise = 记为已反映
button-pass-on = 转交有关单位
button-show-letter = 查看来信
button-show-letters = 看来信
button-back-to-letters = 回到来信
button-answer = 答复
button-no-answer = 先不答复
button-send-modest = 改成这样发
button-send-anyway = 按原文发
button-do-not-send = 先不发
button-choose-none = 都不是，先不发
choose-nobody = 这句话没有发给任何人。
button-take-down = 记一笔
button-letters-open = 等答复的
button-letters-answered = 答复过的
button-letters-ended = 已结束的
button-records = 全部记录
button-record = { $date } { $matters }
button-drafts = 等我确认的记录
button-show-record = 看这条记录
button-confirm = 确认，记入手册
button-confirm-day = 这一天的 { $count } 条都确认
button-drop-record = 不记
button-leave-field = 不改了
button-year = { $year } 年
button-redeem = 开通

## 第一页

welcome =
    您好，这里是“联络”，可以给湖南省人大代表写信。
    写信不用填表：什么事、在哪里，像平时说话一样写就行。默认用化名。
    急事请打 110、119、120，这里不是报警电话。
welcome-deputy =
    { $deputy }，您好。
    群众来信会直接送到这里。直接回复来信那一条就能答复，对方看不到您的电话。
    常用的四个词随时可点：来信、记一笔、待办、我的手册。
welcome-deputy-out = { $deputy }，您好。{ $why }
out-of-office-ended = 您的代表职务已经结束，这里不再收新的来信。没有结束的来信，告诉来信人以后改由{ $office }的工作人员看。您确认过的记录都在，可以在【我的手册】里看。有疑问请联系联络机构。
out-of-office-suspended = 您目前暂停执行代表职务，这里不收新的来信。没有结束的来信，告诉来信人以后改由{ $office }的工作人员看。您确认过的记录都在，可以在【我的手册】里看。有疑问请联系联络机构。
out-of-office-paused = 联络机构已为您暂停接收来信，新的来信由{ $office }的工作人员看。已经收到的，仍可以在这里答复。
welcome-officer =
    您好，您在这里的身份是{ $office }的工作人员。
    来信、花名册、邀请都在电脑上的台面办理：{ $url }

## 找代表

finder-menu = 想怎么找代表？不知道找谁也没关系，可以请您所在市州的代表联络机构来看。
finder-units = 请选市州，看那里选出的省人大代表。
finder-units-office =
    请选您所在的市州。来信由那里的代表联络机构工作人员看；适合请某位代表看的，会转给代表，并告诉您。
finder-no-units = 现在还没有开通的市州。请过些日子再来看看。
finder-fields = 请选您关心的事属于哪一方面。
finder-deputies = { $what }：找到 { $count } 位代表，请选一位。
finder-nobody = 没有找到能在这里收信的代表（{ $what }）。可以换个方式找，也可以请联络机构来看。
interest-1 = 科技创新
interest-2 = 教育
interest-3 = 医疗卫生
interest-4 = 社会保障
interest-5 = 交通
interest-6 = 农业农村
interest-7 = 生态环境
interest-8 = 民营经济
interest-9 = 文化旅游
interest-10 = 法治

## 写之前

opened-deputy = 您可以在这里给{ $deputy }（{ $unit }选出的省人大代表）写信。
opened-fields = 关注领域：{ $fields }
opened-office = 您可以在这里给{ $office }写信。
opened-send = 现在写，发出来就是来信；文字、语音、照片、文件、位置都可以。
opened-goes-on = 您的来信 { $number } 还没有结束，现在写的会放进那一封。如果是另外一件事，请先点【另写一件事】。
notice-first = 写之前请看一眼：{ $notice }
notice-deputy-reads = 来信由{ $deputy }看；代表不便看时，会先告诉您，再请{ $office }的工作人员看。
notice-office-reads = 来信由{ $office }的工作人员看；适合请某位代表看的，会转给代表，并告诉您。
notice-pseudonym = 默认用化名，但村里人少，代表可能猜得出是您。
notice-pseudonym-office = 默认用化名，但村里人少，看信的人可能猜得出是您。
notice-secrets = 不用写身份证号、银行卡号，不要发涉密内容。
notice-kept = 来信结束 { $months } 个月后删除。您随时可以查看；想要一份、想提前删除，请找联络机构。
notice-kept-phone = 来信结束 { $months } 个月后删除。您随时可以查看；想要一份、想提前删除，请打联络机构电话 { $phone }。
notice-telegram = 消息会经过境外服务器，介意请改用网页。
notice-emergency = 急事请打 110、119、120。

offer-not-receiving = { $deputy }目前不通过本系统接收来信。
offer-office = 可以请{ $office }的工作人员看您的来信；适合请别的代表看的，会转给代表，并告诉您。
offer-held = 您刚才写的还没有送出，先替您留着。由他们来看，可以吗？
offer-held-closed = 您刚才写的还没有送出，也没有人看到。
held-words = 您写的 { $count } 条还没有送出。现在发给{ $reader }吗？
offer-closed = 您可以找别的代表。
typed-digits = 这六位数字像是来信编号或查询码，没有发给任何人。要打开来信，请接着发另外六位数字（编号和查询码都要）。要是这就是来信的内容，请点【当作来信发出】。

## 收到来信

receipt = 您的来信收到了。来信编号 { $number }，查询码 { $code }，请记下或截图。
receipt-deputy = 来信会送到{ $reader }那里。代表可以向有关单位反映，但不能直接处理，也不能保证结果。
receipt-office = 来信由{ $reader }的工作人员看，答复会送到这里。他们可以转给代表，但不能保证结果。
receipt-other-telephone = 换了手机，再扫同一个码，输入编号和查询码就能查看。
receipt-more = 您补充的 { $count } 条也收到了，已放进来信 { $number }。

## 查看进展

progress = 来信 { $number }：{ $state }
progress-opened = { $date }　收到来信
progress-answered = { $date }　{ $reader }答复
progress-raised = { $date }　已向有关单位反映
progress-passed-on = { $date }　已转交有关单位
progress-passed-on-to = { $date }　已转交：{ $to }
progress-ended = { $date }　本次来信已结束
progress-next-deputy = { $reader }什么时候答复，由代表安排；一有答复，会送到这里。
progress-next-office = { $reader }的工作人员会看；一有答复，会送到这里。
progress-next = 有新的进展，会在这里告诉您。还想说的，可以接着补充。
progress-next-ended = 还没解决可以【继续反映】。

my-cases = 您的来信，共 { $count } 封：
my-cases-line = { $title }（{ $number }）：{ $date }写给{ $reader }，{ $state }
my-cases-none = 这里还没有您的来信。在别的手机上写过的，可以用编号和查询码打开。
case-opened = 来信 { $number } 打开了：{ $state }。以后的答复会送到这里。
opened-elsewhere = 来信 { $number } 刚才凭编号和查询码在另一部手机或网页上打开了，以后的答复会送到那里。
opened-elsewhere-not-you = 如果不是您本人打开的，请告诉联络机构，并用编号和查询码在这里重新打开。
opened-elsewhere-phone = 如果不是您本人打开的，请打联络机构电话 { $phone }，并用编号和查询码在这里重新打开。

told-raised = { $reader }已向有关单位反映您的来信（{ $number }）。
told-raised-means = “已反映”是说：您的意见已经带到。怎么办、什么时候办，由有关单位依法决定，代表不能直接处理，也不能保证结果。有新的进展，会在这里告诉您。
told-passed-on = { $reader }已把您的来信（{ $number }）反映的事转交有关单位。
told-passed-on-to = { $reader }已把您的来信（{ $number }）反映的事转交：{ $to }。
told-passed-on-means = 接下来怎么办，由收到的单位依法决定，代表不能直接处理，也不能保证结果。有新的进展，会在这里告诉您。
told-ended = 本次来信已结束（{ $number }）。还没解决可以【继续反映】。
told-ended-kept = 内容在 { $months } 个月后删除，在那之前随时可以查看。

reader-office-instead = { $deputy }目前不通过本系统接收来信。您的来信（{ $number }）从现在起改由{ $office }的工作人员看，来信编号和查询码不变。
reader-office-now = 您的来信（{ $number }）从现在起由{ $office }的工作人员看，来信编号和查询码不变。
reader-deputy-now = 您的来信（{ $number }）从现在起由{ $deputy }看，来信编号和查询码不变。您没有告诉过这位代表姓名的话，代表看到的是化名。
reader-end-instead = 不愿意这样的话，可以点【结束来信】。

## 送到代表手里

card = { $reader }，您好，收到一封群众来信（{ $number }）。
card-more = { $reader }，您好，来信 { $number } 有补充。
card-passed = { $reader }，您好，{ $office }转来一封群众来信（{ $number }）。
card-from = 来信人：{ $name }
card-matter = 反映：{ $matter }
card-attached = 附{ $what }。
card-reply = 直接回复本条就能答复对方，对方看不到您的电话。
card-reply-web = 点【答复】就能答复对方，对方看不到您的电话。
card-no-account = 对方没有在这里留下账号，要答复请另外联系。
card-summary = 刚才一分钟里来信比较多，没有一封一封发给您。现在等您答复的来信共 { $count } 封，都在【看来信】里。
file-caption = 来信 { $number }：{ $who }发来的{ $what }，{ $when }
file-missing = 这个文件没能取到。需要的话，可以请对方再发一次。
cut-see-progress = …全文见【查看进展】
cut-see-letter = …全文见【查看来信】
list-comma = 、
attached-photo = 照片 { $count } 张
attached-voice = 语音 { $count } 条{ $seconds ->
    [0] {""}
   *[other] （{ $seconds } 秒）
}
attached-document = 文件 { $count } 个
attached-video = 视频 { $count } 段
kind-text = 文字
kind-photo = 照片
kind-voice = 语音
kind-voice-seconds = 语音 { $seconds } 秒
kind-document = 文件
kind-document-name = 文件 { $name }
kind-video = 视频
kind-location = 位置
kind-sticker = 表情
kind-poll = 投票
kind-contact = 联系人名片
kind-unknown = 其他内容
said-bare = （{ $what }）
said-with = （{ $what }）{ $text }
said-location = （位置，北纬、东经）{ $place }
said-edited = （已修改）
title-bare = （{ $what }）
title-erased = （内容已按期删除）
title-none = （没有文字）

## 代表看来信

letters-open = 等答复的来信，共 { $count } 封：
letters-open-none = 现在没有等答复的来信。
letters-answered = 答复、反映、转交过的来信，共 { $count } 封：
letters-answered-none = 还没有答复、反映或转交过的来信。
letters-ended = 已结束的来信，共 { $count } 封：
letters-ended-none = 还没有结束的来信。
letters-line = { $title }（{ $number }）：{ $date }，{ $state }
letter = 来信 { $number }：{ $state }。来信日期：{ $date }
letter-to = 写给：{ $reader }
letter-passed-on = 已转交：{ $to }
conversation-head = 〔{ $who }，{ $when }〕
letter-part = （第 { $part } 段，共 { $count } 段）
letter-erased = 来信结束已满期限，内容按写之前说的删除了；编号、日期和进展还在。
todo = 等您看的有：
todo-none = 现在没有等您看的事。
todo-letters = 等答复的来信 { $count } 封
todo-answered = 答复过、还没结束的来信 { $count } 封
todo-drafts = 等您确认的联系群众记录 { $count } 条

## 答复

answer = { $reader }答复您的来信（{ $number }）：
answer-maybe-twice = 〔可能重复〕
ask-answer = 请写给来信 { $number } 的答复，写好直接发出来，对方看不到您的电话。{ $minutes } 分钟内有效。
check = 答复（来信 { $number }）还没有发出，有几处想请您再看一眼：
finding-promise = “{ $phrase }”像是保证结果，代表不能保证结果。
finding-order = “{ $phrase }”像是下命令，代表可以反映，不能下命令。
finding-claim = “{ $phrase }”像是代表直接办的，代表不直接处理问题。
finding-personal-data = “{ $phrase }”像是别人的个人信息，不必写出来。
check-modest = 可以改成：“{ $text }”
check-ask = 怎么发，您来定。
check-lapsed = 给来信 { $number } 的这条答复已经不在等了，没有发出。要答复请再写一次。
cut-sent-whole = …（这里只显示前面一部分，发出时是全文）
choose = 这句话是答复哪一封来信的？选好才会发出。
choose-none = 现在没有可以答复的来信，这句话没有发给任何人。要记下一次联系群众，请点【记一笔】。
answer-taken = 给来信 { $number } 的答复收下了，正在送给对方。送到了会告诉您。
answer-taken-no-account = 已把答复记在来信 { $number } 里。对方没有在这里留下账号，请另外告诉对方。
delivery-sent = 给来信 { $number } 的答复已送到对方。
delivery-waiting = 给来信 { $number } 的答复还在路上，送到了会告诉您。
delivery-blocked = 给来信 { $number } 的答复没有送到：对方停用了这里的对话。答复已保存，对方用编号和查询码打开来信就能看到。
delivery-gone = 给来信 { $number } 的答复没有送到：对方的账号已经不在了。答复已保存，对方用编号和查询码打开来信就能看到。
delivery-given-up = 给来信 { $number } 的答复试了多次，没有送到。答复已保存，对方打开来信就能看到；着急可以请联络机构协助。
delivery-silenced = 给来信 { $number } 的答复先没有送：联络机构暂停了给对方的消息。答复已保存。
delivery-unknown = 给来信 { $number } 的答复已保存，有没有送到，现在查不到。
marked-raised = 来信 { $number } 记为已反映。
marked-passed-on = 来信 { $number } 记为已转交。
marked-passed-on-to = 来信 { $number } 记为已转交：{ $to }。
marked-ended = 来信 { $number } 已结束。对方还可以继续反映。
marked-told = 会告诉来信人。
marked-nobody-told = 对方没有在这里留下账号，请另外告诉对方。
marked-by-writer = 按您的意思，来信 { $number } 已结束。以后想说，可以【继续反映】。
ended-by-writer = 来信人结束了来信 { $number }，不用再答复了。对方以后还可以继续反映。
record-drafted = 联系群众记录已拟好，等您确认后才记入手册。

## 联系群众记录

record-draft = 这样记，您看对吗？
record-draft-tail = 没说到的先空着，不会替您补。确认后才记入手册。
record-confirmed = 这一条已记入手册：
record-confirmed-tail = 可以再改，改之前的内容会留底。
record-dropped = 这一条没有记入手册：
record-dropped-tail = 想记的话，随时可以确认。
record-line = { $field }：{ $value }
record-not-said = 未填
record-source-case = 来源：来信 { $number }
record-source-self = 来源：本人填报
field-on = 日期
field-place = 地点
field-way = 方式
field-whom = 联系对象
field-people = 人数
field-matters = 反映的问题
field-passing-on = 转交情况
field-answer-back = 反馈情况
ask-field-on = 请发来正确的日期，例如：3 月 1 日。
ask-field-place = 请发来地点，写到村或社区就行，例如：石桥村。
ask-field-way = 请发来联系方式，例如：走访、座谈、接待、电话、网络平台。
ask-field-whom = 请发来联系对象，写情况、不写姓名，例如：三塘村村民。
ask-field-people = 请发来人数，例如：12，约 30，20 到 29。
ask-field-matters = 请发来反映的主要问题和意见建议，一两句话就行，不写姓名和电话。
ask-field-passing-on = 请发来转交情况，例如：已转交县水利局（3 月 1 日）。
ask-field-answer-back = 请发来反馈情况，例如：已答复来信人（3 月 1 日）。
record-verified = 这一条已由联络机构核实：
record-verified-tail = 可以再改；改过的要请联络机构重新核实。
record-draft-activity = { $called }，您好，联络机构登记了您参加的一次活动，请您看看对不对：
record-draft-activity-tail = 您确认后才记入手册；没有参加，点【不记】就行。
record-verified-activity-tail = 联络机构登记过，您也确认了，已经记入手册。可以再改；改过的要请联络机构重新核实。
record-returned = 联络机构请您再看看这一条：
record-returned-why = 原因：{ $why }
record-returned-tail = 改好或确认以前，先不记入手册。
record-late = 这一条是补记的，等联络机构认可后记入手册：
record-late-tail = 不用再发；有写得不对的，还可以改。
record-day-open = 还没说是哪天
record-day-open-said = 还没说清是哪天（您说的是“{ $said }”）
record-days = { $from } 至 { $until }
record-source-report = 来源：本人填报{ $files ->
    [0] {""}
   *[other] ，附件 { $files } 个
}
record-source-activity = 来源：{ $office }代表联络机构登记
button-show-source = 看原话
button-show-source-files = 看原话和附件（{ $files } 个）
record-to-come = 日子还没到，先留着等您确认：活动以后在【等我确认的记录】里看一眼，确认后才记入手册。
source-said = 这一条是从您 { $when } 说的这句话里来的：
source-said-aloud = 这一条是从您 { $when } 的录音里来的。
source-forwarded = 这一条是从您 { $when } 转发的通知里来的（来自{ $from }）：
source-forwarded-unknown = 这一条是从您转发的通知里来的（{ $when }，来处不明）：
source-files-only = { $when } 发来的附件，没有文字。
source-voice = 录音转写，仅供核对：{ $words }
source-file = 附件：{ $date }，{ $gist }
source-file-missing = 这个附件已经打不开了，记录还在。
notice = 这是转发来的通知（来自{ $from }），不是您说的话，先不记。从中读到：
notice-unknown = 这是转发来的通知，不是您说的话，先不记。从中读到：
notice-to-come = 日子还没到。可以先拟一条留着，活动以后看一眼再确认。
notice-over = 您参加了的话，可以拟一条，确认后才记入手册。
button-log-notice = 拟一条记录
record-state-verified = 已核实
record-state-returned = 请再看看
record-state-late = 等联络机构认可
button-confirm-again = 看过了，再次确认
button-correct = 改{ $field }
field-category = 类别
field-matters-group_activity = 内容
field-matters-committee_meeting = 议题
field-matters-inspection = 主要情况
field-matters-special_research = 主要情况
field-matters-law_enforcement_check = 主要情况
field-matters-other = 内容
field-people-group_activity = 参加人数
field-title = 主题
field-title-congress_session = 会议名称
field-title-motions_and_suggestions = 标题
field-title-group_activity = 小组名称
field-title-committee_meeting = 会议届次
field-title-law_enforcement_check = 法规名称
field-title-training = 班次
field-number = 编号
field-number-suggestion_handling = 建议编号
field-paper = 议案或建议
field-role = 领衔或附议
field-channel = 渠道
field-unit = 承办单位
field-reply = 答复日期及类别
field-feedback = 反馈日期及意见
field-host = 组织单位
field-host-training = 主办单位
field-opinions = 提出的意见
field-opinions-suggestion_handling = 意见
field-speech = 发言情况
field-speech-congress_session = 审议发言要点
field-days = 天数
field-days-congress_session = 出席天数
field-leave = 请假情况
ask-field-category = 请点正确的类别：
ask-field-any = 请发来{ $field }。
records = 您的履职记录，共 { $count } 条：
records-none = 还没有履职记录。答复、反映或转交来信后，会先替您拟好；也可以点【记一笔】。
records-drafts = 等您确认的记录，共 { $count } 条：
records-drafts-none = 没有等您确认的记录。
records-line = { $date }　{ $matters }（{ $state }）
record-state-draft = 等确认
record-state-confirmed = 已记入手册
record-state-dropped = 没有记入
book = { $year } 年履职手册：已确认 { $count } 条。
book-late = 有 { $count } 条说得比较晚，等联络机构认可后记入。
book-drafts = 还有 { $count } 条等您看一眼，确认了才记入。
book-section-ten = 最近的记录：
book-line = { $number }. { $date }　{ $whom }：{ $matters }
button-book-line = 看第 { $number } 条
book-december = 每年 12 月，手册交原选举单位的代表联络工作机构。
button-gaps = 看看有没有漏记
menu-gaps = 查漏
gaps = 有几处像是还没记进去，您看看要不要补。没有规定次数，没做的不用记：
gaps-none = 没看出漏记的。没有规定次数，做了什么记什么就行。
gaps-tail = 点开看一眼：是的话就确认或改类别，不是就不用管。
gap-since = { $category }自 { $month }以来没有记录，有 { $count } 条看起来像。
gap-none-yet = { $category }今年还没有记录，有 { $count } 条看起来像。
gap-month = { $month } 月
gap-line = { $number }. { $date }　{ $what }
gap-waiting = { $gist }（等您确认）
gap-elsewhere = { $gist }（记在{ $category }里）
gap-raised = 您提出的《{ $title }》

## 邀请和开通

invitation-deputy =
    { $name }，您好。{ $office }请您开通“联络”：群众来信在手机上就能看、能回；联系群众的情况，点一下就能记进手册。
    开通约一分钟，需核对代表证号后四位。本邀请只限您本人使用，请勿转发，{ $until }前有效。
invitation-officer =
    { $name }，您好。{ $office }请您开通“联络”的工作人员账号。
    开通约一分钟，需核对手机号后四位。本邀请只限您本人使用，请勿转发，{ $until }前有效。
invitation-phone = 有疑问请打联络机构电话 { $phone }。
ask-tail-officer = 请发来您的手机号后四位。
invitation-wrong-deputy = 和花名册上的代表证号后四位对不上，请看一下代表证再发一次。还可以试 { $left } 次。
invitation-wrong-officer = 和登记的手机号后四位对不上，请再发一次。还可以试 { $left } 次。
bound-deputy =
    { $deputy }，您好，开通好了。
    群众来信会直接送到这里。直接回复来信那一条就能答复，对方看不到您的电话。
    常用的四个词随时可点：来信、记一笔、待办、我的手册。
bound-officer =
    开通好了，您现在是{ $office }的工作人员。
    来信、花名册、邀请都在电脑上的台面办理：{ $url }
deputy-bound = { $deputy }（{ $code }）刚刚开通了“联络”。如果不是本人开通的，请马上在台面换绑：{ $url }

## 联络机构

office-letter = 来信 { $number } 等联络机构看，请到台面打开：{ $url }
office-letters = 刚才又有来信请联络机构看。现在等着的共 { $count } 封，请到台面打开：{ $url }
entered-for = 已代录为来信 { $number }（{ $way }）。
entered-for-code = 来信人想自己查看，请告诉对方：编号 { $number }，查询码 { $code }。
settled = 您之前那一条没收好的消息（{ $incident }），工作人员已经看过。还想说的，直接写在这里就行。
sorry = 对不起，刚才这一条我们没处理好，责任在我们。您发的内容已经保存，不用重发；工作人员会来看，处理好后在这里告诉您。
sorry-code = 这一条的编号是 { $incident }。
sorry-phone = 着急请打联络机构电话 { $phone }，报编号 { $incident } 即可。
something-waits = “联络”里有一条给您的消息。请打开 { $url } 查看。

## 短句

note-about-case = （来信 { $number }）
note-ask-name = 请发来您希望对方称呼您的姓名，例如：李师傅。只有看您来信的人看得到。
note-name-kept = 记下了。以后对方看到的是您给的这个姓名。
note-ask-contact = 请发来您的手机号或邮箱。有了答复您没来看时，只用它告诉您“有消息”，不说内容。代表看不到，联络机构看得到。不想留，点【回首页】就行。
note-contact-kept = 联系方式记下了，只用来告诉您“有消息”，不说内容。
note-contact-removed = 联系方式已删除。
note-ask-deputy-name = 请发来代表的姓名，只记得一两个字也行。
note-ask-lookup = 请发来来信编号和查询码，例如：260137 482 615。
note-new-case-next = 好的，接下来写的会是一封新的来信。
note-more-next = 请写，接下来写的会放进这封来信。
note-held-dropped = 好的，刚才写的没有送出，也没有留下。
note-ask-passed-on-to = 转交给了哪个单位？请发来名称，例如：县水利局。来信人会看到这个名称。
note-step-lapsed = 隔得有点久了，刚才这句话没有发出，免得发错。请重新选一下再发。
note-code-unknown = 这个码现在没有对应的代表。您可以在这里另找一位代表。
note-nothing-to-do = 对不起，这一条我们没看明白，已经保存，不用重发；工作人员会来看。
note-binding-ended = 联络机构已解除这个账号和代表的绑定，这里不再显示来信。有疑问请联系联络机构。
note-binding-ended-phone = 联络机构电话 { $phone }。
note-post-ended = 联络机构已结束这个账号的工作人员身份，台面不再打开。有疑问请联系联络机构。
note-ask-entered = 请把听到的事写下来：什么事、在哪里、希望怎样。不写对方的姓名和电话。
note-ask-entered-way = 这件事是怎么听到的？
note-answer-dropped = 好的，这条答复没有发出。
note-too-big-kept = 这个文件超过 20 MB，这里存不下来，看信的人可能打不开。请换成小一点的再发，或者用文字说一说。
note-records-confirmed = 已确认，记入手册。
note-records-confirmed-late = 已确认。其中说得比较晚的，等联络机构认可后记入手册。
note-record-dropped = 好的，这一条不记入手册。
note-language-changed = 好的，从现在起用中文。
note-help =
    1. 找到代表，把事情写下来发出去，就是一封来信。文字、语音、照片都可以。
    2. 您会收到来信编号和查询码。换了手机，用它们就能打开来信。
    3. 代表的答复会送到这里。代表可以反映、可以转交，但不能直接处理，也不能保证结果。
    默认用化名，代表看不到您的电话和账号。急事请打 110、119、120。
note-help-phone = 有问题请打联络机构电话 { $phone }。
note-deputy-help =
    来信：看群众写来的信。直接回复来信那一条就能答复，对方看不到您的电话。
    记一笔：说一句做了什么，就替您拟好一条履职记录；也可以代录一封来信。说错了直接说，想撤回发“撤销”。
    待办：看还有哪些来信和记录等着您。
    我的手册：看今年记了哪些。记录都由您确认后才记入。
note-deputy-help-phone = 有问题请打联络机构电话 { $phone }。
note-ask-tail = 请发来您的代表证号后四位。
note-held-first = 您写的先替您留着，还没有送出。请选一下写给谁。
note-private-only = 这里只能单独说话，不在群里收来信。请点我的头像，私下发给我。
note-nothing-to-keep = 这一类消息这里看不到内容，没有送出。请用文字、语音或照片告诉我们。

## 不行的时候

refusal-no-longer-there = 您要看的内容已经不在这里了。
refusal-not-yours = 这一项只有来信人和看信的人能看、能办。是您写的来信，用编号和查询码就能在这里打开。
refusal-draft-not-open = 这件已经提交、合并或者收起了，现在不能改。要改，请先打开它拿回来。
refusal-drafts-too-many = 草稿已经有四十件了。请先把不用的提交或者合并，再写新的。
refusal-draft-part-too-long = 太长了，没有记下。标题请在 80 字内，其他每部分请在 12000 字内。
refusal-name-not-asked = 这件现在不再请您联名。
refusal-draft-unfinished = 标题和建议（方案）写好了才能做这一步。
refusal-old-button = 这个按钮已经过时了，请重新打开再点。
refusal-invitation-unknown = 这个邀请码不对。请打开联络机构发给您的原链接，再试一次。
refusal-invitation-unknown-phone = 有疑问请打联络机构电话 { $phone }。
refusal-invitation-used = 这个邀请已经用过了。如果不是您本人开通的，请马上告诉联络机构。
refusal-invitation-used-phone = 联络机构电话 { $phone }。
refusal-invitation-expired = 这个邀请已经过期或收回。请联络机构再发一个就行。
refusal-invitation-expired-phone = 联络机构电话 { $phone }。
refusal-invitation-locked = 后四位几次都没对上，为了安全，这个邀请停用了。请联络机构再发一个就行。
refusal-invitation-locked-phone = 联络机构电话 { $phone }。
refusal-invitation-tail-wrong = 后四位没对上，请再看一下，重新发一次。
refusal-already-bound = 这个账号已经开通过了，不能再开通另一个身份。换人使用请找联络机构。
refusal-already-bound-phone = 联络机构电话 { $phone }。
refusal-lookup-wrong = 编号和查询码对不上。请对照当时的截图，再输一次。
refusal-lookup-locked = 试的次数多了，为了保护来信，请过 { $lock-minutes } 分钟再试。
refusal-empty = 这一条是空的，请写几个字再发。
refusal-too-long = 这一条太长了，请分成几条发，每条不超过 { $longest } 字。
refusal-case-ended = 这封来信已经结束，还可以继续反映。
refusal-contact-unreadable = 没看出手机号或邮箱，请检查一下再发。
refusal-deputy-not-bound = 这位代表还没有开通账号，可以先发邀请。
refusal-deputy-unavailable = 这位代表目前不通过本系统接收来信。
refusal-roster-moved = 预览以后花名册又有变动，这次没有改。请重新预览，再确认。
refusal-nothing-to-undo = 没有可以撤销的导入。
refusal-undo-too-late = 这次导入不能撤销了：其中有代表已经开通，或已经收到来信。
refusal-no-card-number = 花名册里没有这位代表的证号，无法核对本人。请先补上证号，再发邀请。
refusal-nothing-to-take-back = 没有可以撤销的了。以前记下的，点【我的手册】可以改。
refusal-record-moved = 这条记录刚才有变动，没有处理。请看过现在的内容再定。
refusal-record-verified = 这一条联络机构已经核实，不能直接去掉。有写得不对的，请改；确实不该记的，请告诉联络机构。
refusal-activity-same = 同一天已经登记过很像的活动。如果是另一次，请注明后再登记。
refusal-activity-faulty = 这次活动登记得还不完整，没有登记。
refusal-record-open = 还差一点：请先告诉我们是哪一天、哪一类，才能记入手册。
refusal-record-to-come = 这一天还没到，先留着。活动以后再确认，才记入手册。
refusal-not-in-office = 您目前不能新记履职情况。已经记下的都还在，可以随时查看；有疑问请联系联络机构。
refusal-day-unreadable = 没看出是哪一天，或者日子还没到。请这样写：3 月 1 日。
refusal-number-unreadable = 没看出是多少人。请这样写：12，或约 30。
refusal-answer-needs-look = 答复里有几处请再看一眼，看过再发。
refusal-roster-faulty = 花名册里有错，这次一行也没有收。请先改好。
refusal-calendar-moved = 预览以后放假安排又有了新的版本，这次没有导入。请重新选文件，看过再确认。
refusal-calendar-faulty = 放假安排里有错，这次一天也没有收。请先改好。
refusal-calendar-same = 和现在的放假安排一样，不用导入。
refusal-code-unknown = 没有找到这个编号。请检查一下再输入。
something-waits-subject = “联络”里有一条给您的消息

# 履职报告：一句话记一笔
note-ask-report =
    做了什么？说一句就行，例如：昨天下午去石桥村座谈，12 人，谈灌溉。照片、录音可以跟着发来，一并附上。
    替群众代录一封来信，请点是怎么听到的：
note-report-not-read = 没看出是哪一件事。请说明什么时候、在哪里、做了什么，例如：昨天下午去石桥村座谈，12 人，谈灌溉。
note-evidence-taken = 收到，附在刚才那一条后面了。一分钟内接着发的，也附在一起。
note-voice-kept = 录音收下了，会作为凭证留着。这里还听不了录音，请再发一句文字：什么时候、在哪里、做了什么。手机键盘上有话筒键，按住说话就能变成文字。
note-voice-being-heard = 录音收下了，正在转成文字，好了就给您看。不想等，也可以直接打一句。
note-voice-not-heard = 录音收下了，会作为凭证留着，只是这次没能转成文字。请再发一句文字：什么时候、在哪里、做了什么。手机键盘上有话筒键，按住说话就能变成文字。
voice-words = 录音转成的文字是：{ $words }
    没看出是哪一件事，没有记。请再发一句：什么时候、在哪里、做了什么；转错的地方，照您的意思写就行。
report-from-voice = 这是从您的录音转写的，可能有听错的字，请核对：{ $words }
note-file-kept = 收下了。这是哪一件事的？请在一分钟内说一句：什么时候、在哪里、做了什么，就和它记在一起。
note-which-record = 要改的是哪一条？请带上第几条，例如：第二条不是12人，是21人。
note-not-corrected = 没看出要改什么。可以点【改一项】，或者这样说：人数改成21人。
note-undone-dropped = 已撤销，刚才那一条没有记入手册。
note-edit-left = 好的，记录不变。
note-secret-refused = 这段话像是涉密或内部会议材料，没有保存，也没有转给任何人。按照保密规定，这类内容不能在这里发送、摘录或转发，请用规定的系统，并把聊天里的原文删掉。
note-favour-refused = 这件事不能帮忙：按照规定，代表不得利用职务为个人或特定关系人谋取利益。刚才的话没有保存，也不会记入手册。对方可以按正常渠道向有关单位提出，也可以打 12345。
note-judicial-refused = 打官司的事依法由法院、检察院办理，代表不得干涉，也不能打招呼。刚才的话没有保存，也不会记入手册。当事人可以依法上诉、申诉：法院 12368，检察院 12309，法律援助 12348。
note-tender-refused = 招标投标依法进行，代表不得插手。刚才的话没有保存，也不会记入手册。认为不公平的，当事人可以向招标投标监督部门提出异议或投诉。
note-enforcement-refused = 执法由有关机关依法进行，代表不得干预。刚才的话没有保存，也不会记入手册。当事人不服的，可以申请行政复议或者提起行政诉讼，也可以打 12345。
note-business-refused = 会议和活动期间不得办私事、变相从事商业活动。刚才的话没有保存，也不会记入手册。
note-leave-not-passed = 本系统尚不能转交请假，请直接与会务联系
note-plan-not-recorded = 这是打算要做的事，先不记。做完以后说一句，再替您拟好。
note-nothing-done = 没有做成，就不记了。
note-thanks = 不客气。这句话只到这里，没有发给任何人。
note-reply-not-taken = 您说的像是收到了建议的答复，没看清是哪一件。请说建议的编号和收到的日子，例如：S-0012 的答复昨天收到了。自收到之日起一个月内，要反馈意见。
note-suggestion-not-taken = 这像是一条建议。发“写建议”就可以起草。
note-handbook-not-handed-in = 好的。打算交还不算交。每年 12 月交，到时候会提醒您；现在想看看，点【我的手册】。
note-handbook-handed-in = 谢谢告知。手册每年 12 月交，这里现在没有等您交的手册。想看看，点【我的手册】。
note-asked-how = 说一句做了什么，例如“昨天下午去石桥村座谈，12 人，谈灌溉”，就替您拟好一条记录，确认后才记入手册。说错了，直接说“不是12人，是21人”；想撤回，发“撤销”。别的问题，请联系联络机构。
note-forward-not-read = 这是转发来的，没看出是哪个活动的通知，没有记，也没有发给任何人。您自己做了什么，请用自己的话说一句；是群众反映的事，请点是怎么听到的，再发一次：
button-answer-letter = 这是答复来信的
button-merge = 是同一件，并成一条
button-split = 分成 { $count } 条
button-change-one = 改一项
button-change-part = 改第 { $number } 条
button-confirm-report = 对，记入手册
button-undo = 撤销
button-take-edit = 记录也改过来
button-leave-edit = 记录不改
report-several = 这样记 { $count } 条，您看对吗？
report-part = 第 { $number } 条
report-same = 和已有的一条很像：{ $date }，{ $gist }。是同一件事就并成一条，不要记两次；不是，就照样确认。
report-files = 附件：{ $files } 个
report-complete = 确认后才记入手册。说错的，直接说一句就能改。
report-asks = 还没说到：{ $what }。想补就一起说一句；没说到的先空着，不会替您补。确认后才记入手册。
report-asks-first = 还差：{ $what }。请一起说一句，或者点下面的选项；说清楚了才能记入手册。
report-comma = 、
report-done = 已记入手册：
report-late = 这件事说的时候已经过去 { $days } 天以上，要先请联络机构看一看，认可后就记入手册：
report-done-line = { $category }：{ $date }，{ $gist }
edit-offer = 您改了刚才的话。已经拟好的记录也要跟着改吗？
menu-undo = 撤销
