# 联络机构工作人员在台面上看到的文字。每页的标题直接回答这一页要问的事。

desk-brand = 联络台面
desk-places = 台面各处
desk-places-together = 这一类的页面
desk-place-letters = 来信
desk-place-unsure = 待转
desk-place-entered = 代录
desk-place-deputies = 代表
desk-place-invitations = 邀请
desk-place-waiting = 待处理
desk-place-units = 各单位
desk-filters = 只看一部分
desk-read-here = 本机构
desk-not-taken = 对不起，现在收不了，刚才这一步没有做。您写的还在下面，请过一会儿再点一次。
desk-kept = 对不起，刚才这一步没有做成，责任在我们。请打系统管理员电话，报编号 { $code }。
desk-sender-deputy = 代表
desk-kind-other = （{ $kind }）
desk-nothing-found = 没有找到。在办的来信可以只写编号后几位或代表名字里的一两个字；已结束的请写完整编号。
desk-late = { $days } 天没有答复
desk-late-count = 其中 { $count } 封久未答复

desk-col-number = 编号
desk-col-reader = 由谁看
desk-col-state = 到哪一步
desk-col-came = 收到
desk-col-moved = 最近动静
desk-col-name = 姓名
desk-col-code = 代表编码
desk-col-group = 代表小组
desk-col-delegation = 代表团
desk-col-unit = 选举单位
desk-col-post = 单位及职务
desk-col-fields = 关注领域
desk-col-elected = 当选日期
desk-col-binding = 开通情况
desk-col-open = 在办来信
desk-col-unanswered = 等答复
desk-col-answered = 已答复、反映或转交
desk-col-ended = 已结束
desk-col-bound = 已开通
desk-col-deputies = 代表
desk-col-invitation = 邀请情况
desk-col-row = 行
desk-col-column = 列
desk-col-fault = 怎么改
desk-col-changes = 变动
desk-col-phone = 电话
desk-col-since = 从何时等起
desk-col-outcome = 结果
desk-col-incident = 编号
desk-col-day = 日期
desk-col-festival = 节日
desk-col-arrangement = 安排
desk-col-version = 版本
desk-col-by = 由谁
desk-col-source = 来源
desk-col-when = 时间
desk-col-reason = 原因

desk-keys-hint = 键盘快捷键：
desk-keys = 键盘快捷键
desk-keys-move = 下一行、上一行
desk-keys-open = 打开这一行
desk-keys-search = 查找
desk-keys-save = 保存、发送
desk-keys-show = 显示、收起本说明

desk-said-answered = 答复已保存，正在送给来信人。
desk-said-passed-on = 已转交，来信人会收到告知。
desk-said-ended = 本次来信已结束。来信人还可以继续反映。
desk-said-paused = 已暂停收信，新来信先由本机构看。
desk-said-resumed = 已恢复，新来信照常送给代表。
desk-said-silenced = 已暂停一切消息。随时可以恢复。
desk-said-lifted = 已恢复发送消息。
desk-said-imported = 名单已导入。发现不对，可以撤回这次导入。
desk-said-import-undone = 已撤回，名单回到导入之前。
desk-said-calendar-imported = 放假安排已导入。
desk-said-seen = 已记为看过，本人会收到告知。
desk-said-reached = 已记为打通。
desk-said-again = 这一步刚才已经收到过，没有重复做。请看现在的情况。
desk-said-slips-once = 邀请刚才已经生成，邀请码只显示一次。没有印到的话，请再生成一次，刚才的马上作废。

# 来信
desk-letters-open = 等答复的来信 { $count } 封
desk-letters-late = 久未答复的 { $count } 封
desk-letters-office = 由本机构看的 { $count } 封
desk-letters-answered = 已答复、反映或转交的 { $count } 封
desk-letters-ended = 已结束的 { $count } 封
desk-letters-find = 按编号或代表姓名找
desk-letters-empty = 这里会列出本单位代表收到的来信，久未答复的排在最前。群众写来第一封后就会出现；电话、信件和来访可以用“代录”登记。
desk-letters-back = 回来信列表
desk-state-received = 已收到
desk-state-with-deputy = 已送到代表
desk-state-with-office = 由本机构看
desk-state-answered = 代表已答复
desk-state-office-answered = 本机构已答复
desk-state-raised = 已反映
desk-state-passed-on = 已转交
desk-state-ended = 本次来信已结束

# 一封来信
desk-letter = 来信 { $number }
desk-letter-counted = 这封来信由代表看，这里只显示编号、进展和日期。
desk-letter-ended = 本次来信已结束。来信人还可以继续反映。
desk-letter-end = 结束这封来信
desk-answer = 答复来信人
desk-answer-hint = 来信人会看到本机构的名称。只说已经做到的和下一步，不作保证。
desk-answer-go = 发送答复
desk-look = 发出之前再看一眼
desk-look-how = 您写的有几处像是作了保证、下了要求、说成已经办好，或者写了别人的电话。建议换成下面的说法，也可以按原来的发送。
desk-look-modest = 建议这样说
desk-look-modest-go = 按建议的发送
desk-look-written = 您写的
desk-look-written-go = 按原来的发送
desk-look-else = 想再改一改，请用下面的框。
desk-pass = 转交给代表
desk-pass-go = 转交
desk-pass-hint = 写姓名或编码选一位。转交后代表能看到来信内容，来信人会收到告知。
desk-pass-unknown = 没有找到“{ $to }”，或者这位代表现在不能收信。请从列出的名字里选一位。

# 待转
desk-unsure = { $count ->
    [0] 没有来信在等转交
   *[other] { $count } 封来信在等转交
  }
desk-unsure-empty = 点了“不知道找谁”的来信会出现在这里，由您转交给合适的代表。
desk-unsure-how = 来得早的在前。选一位代表转交，来信人会收到告知。

# 代录
desk-entered = 替群众登记一件事
desk-entered-how = 电话里说的、纸上写的、当面讲的，都可以登记成一封来信，和网上写来的一样办。
desk-entered-way = 怎么听到的
desk-entered-way-telephone = 电话
desk-entered-way-paper = 信件
desk-entered-way-in-person = 当面
desk-entered-to = 写给哪位代表（可以不填）
desk-entered-to-hint = 写姓名或编码选一位；不填就进入“待转”。
desk-entered-text = 事情
desk-entered-text-hint = 尽量用本人的原话。哪一天听到的、要不要回话，也写在这里。不要写身份证号和银行卡号。
desk-entered-told = 已经告诉本人：谁会看到、保存多久、可以随时要求删除。
desk-entered-go = 登记
desk-entered-no-text = 还没有写事情。
desk-entered-unknown-deputy = 没有找到这位代表，请从列出的名字里选。
desk-entered-not-told = 请先告诉本人谁会看到，再勾选。
desk-entered-done = 登记好了
desk-entered-done-how = 请把编号和查询码告诉本人，或者打印这一页交给本人。
desk-entered-where = 在哪里看
desk-entered-once = 查询码登记后一小时内能在这里看到，请现在就告诉本人。
desk-entered-next = 再登记一件

# 代表
desk-deputies-all = 全部代表 { $count } 位
desk-deputies-bound = 已开通的 { $count } 位
desk-deputies-unbound = 还没有开通的 { $count } 位
desk-deputies-paused = 暂停中的 { $count } 位
desk-deputies-ended = 已终止或不在名单上的 { $count } 位
desk-deputies-find = 按姓名或编码找
desk-deputies-empty = 导入代表名单后，这里按小组列出代表和开通情况。
desk-deputies-import = 导入代表名单
desk-deputies-back = 回代表列表
desk-binding-unbound = 还没有开通
desk-binding-invited = 已邀请，{ $day }前有效
desk-binding-bound = 已开通
desk-binding-paused = 暂停中，新来信由本机构看
desk-binding-silenced = 已暂停一切消息
desk-binding-suspended = 暂停执行职务，不收新来信
desk-binding-gone = 不在最新的名单上，不收新来信
desk-binding-ended = 代表职务已终止
desk-deputy-acts = 可以做的事
desk-deputy-no-acts = 目前没有可以做的事。名单上改为“在任”后，可以发邀请。
desk-act-invite = 发邀请
desk-act-invite-hint = 生成一次性邀请，以前没用过的邀请作废。
desk-act-resume = 恢复收信
desk-act-resume-hint = 新来信重新送给代表。
desk-act-rebind = 换绑
desk-act-rebind-hint = 代表换了手机或账号丢了。
desk-act-pause = 暂停收信
desk-act-pause-hint = 生病、出国等。要恢复时，请回到这里点【恢复收信】。
desk-act-silence = 暂停一切消息
desk-act-silence-hint = 家里有变故等，马上停发给本人的所有消息，随时可以恢复。
desk-act-lift = 恢复消息
desk-act-lift-hint = 重新开始发消息。
desk-poster = 二维码海报
desk-poster-how = 贴在村部、社区、联络站；群众一扫码就能给这位代表写信。
desk-poster-a4 = A4 海报
desk-poster-a3 = A3 海报
desk-poster-png = 图片，发群里
desk-poster-unit = 本单位的二维码海报
desk-poster-unit-how = 扫码看到本单位的代表名单，再选一位写信。每位代表自己的海报，在代表的页面上。
desk-handbook = 履职手册
desk-handbook-empty = 有了代表确认的履职记录，这里可以导出各年度的手册。
desk-handbook-year = 年度
desk-handbook-format = 格式
desk-handbook-go = 导出手册
desk-format-pdf = PDF，直接打印
desk-format-log = 联系人民群众情况记录（PDF）
desk-format-by-hand = 空白手册，手写用（PDF）
desk-format-docx = Word 文档
desk-format-xlsx = Excel 表格
desk-format-json = JSON 数据

# 做之前看一眼
desk-confirm-what = 会怎样
desk-confirm-whom = 涉及多少
desk-confirm-undo = 怎么恢复
desk-confirm-back = 不做了
desk-confirm-rebind = 给{ $name }代表换绑
desk-confirm-rebind-what = 现在的账号马上停用，看不到来信；生成一个新的邀请，邀请码只显示一次，由您交给代表本人。旧账号会收到告知。
desk-confirm-rebind-whom = 1 位代表。{ $count } 封在办来信不会丢，代表开通新账号后接着看。
desk-confirm-rebind-undo = 旧账号不能恢复。弄错了，请把新邀请交给代表，重新开通即可。
desk-confirm-rebind-go = 停用旧账号，生成新邀请
desk-confirm-pause = 暂停{ $name }代表收信
desk-confirm-pause-what = 暂停以后，新来信先由本机构看，写信前会告诉来信人；找代表页面和二维码只说“目前不通过本系统接收来信”，不说原因。期限照算。
desk-confirm-pause-whom = 1 位代表，{ $count } 封在办来信。在办的来信不动。
desk-confirm-pause-undo = 不会自己恢复。随时点【恢复收信】，新来信重新送给代表。
desk-confirm-pause-go = 暂停收信
desk-confirm-silence = 暂停发给{ $name }代表的一切消息
desk-confirm-silence-what = 马上停发来信、提醒、通知等所有消息，本人和家人不会再收到任何一条。不需要先办手续。
desk-confirm-silence-whom = 1 位代表。停发期间的消息不再补发，来信本身都在，可以在“来信”里看到编号和进展。
desk-confirm-silence-undo = 随时点【恢复消息】，以后的消息重新发送。
desk-confirm-silence-go = 暂停一切消息
desk-confirm-lift = 恢复发给{ $name }代表的消息
desk-confirm-lift-what = 从现在起重新开始发送。停发期间的消息不会补发，来信都还在，代表可以自己翻看。
desk-confirm-lift-whom = 1 位代表。
desk-confirm-lift-undo = 可以再次暂停；已经发出的收不回来。
desk-confirm-lift-go = 恢复消息
desk-confirm-end = 结束来信 { $number }
desk-confirm-end-what = 来信记为“本次来信已结束”，来信人可以点【继续反映】。保存期限从今天算起。
desk-confirm-end-whom = 1 封来信。
desk-confirm-end-undo = 来信人点【继续反映】就会重新打开。
desk-confirm-end-go = 结束这封来信
desk-confirm-invite-all = 邀请全部未开通的代表
desk-confirm-invite-all-what = 给每位还没有开通的代表生成一个新的邀请，接着显示可以打印的纸条，邀请码只显示这一次。以前没用过的邀请作废。
desk-confirm-invite-all-whom = { $count } 位代表。名单上没有代表证号的不在内。
desk-confirm-invite-all-undo = 再生成一次，前一次没有用过的马上作废。
desk-confirm-invite-all-go = 生成 { $count } 个邀请
desk-confirm-undo-import = 撤回最近一次导入
desk-confirm-undo-import-what = 名单回到这次导入之前的样子。新增的代表会从名单上去掉，有变动的改回原样，当时记为不在名单上的恢复。已经转到本机构的来信不会自动转回。
desk-confirm-undo-import-whom = 新增 { $added } 位，有变动的 { $changed } 位。新增的代表里已有人开通，就不能撤回。
desk-confirm-undo-import-undo = 再导入同一个文件即可。
desk-confirm-undo-import-go = 撤回这次导入

# 花名册
desk-roster-title = 代表名单
desk-roster = 名单上现在有 { $count } 位代表
desk-roster-file = 选一个名单文件
desk-roster-file-hint = CSV、XLSX 或 XLS。先看有什么变动，确认后才导入。
desk-roster-look = 看看有什么变动
desk-roster-last = 可以撤回的导入
desk-roster-last-text = { $at }，{ $by }导入：新增 { $added } 位，有变动的 { $changed } 位。
desk-roster-undo = 撤回这次导入
desk-roster-never = 您导入名单后，这里显示时间和变动，并可以撤回。
desk-roster-by-administrator = 系统管理员
desk-roster-choose = 还没有选文件。请选一个名单文件。
desk-preview-was-gone = （不在名单上）
desk-preview-lost = 这次预览已经过时，没有导入。请再选一次文件。
desk-preview-other-unit = 第 { $row } 行：{ $name }的选举单位是{ $unit }。本机构只能导入自己单位的名单，请删去这一行。
desk-preview-recoded = { $name }的代表编码由 { $old } 变成了 { $new }。编码变了就算另一位代表：原来的账号、来信都不会跟过来。请核对。
desk-preview-sheets = 文件里有几张表，只读了“{ $sheet }”这一张。
desk-preview-more = 只列出前 { $count } 处。
desk-preview-whole-file = 整个文件
desk-preview-title = 导入前看一眼
desk-preview-ready = 新增 { $added } 位，变动 { $changed } 位，不在新名单上 { $gone } 位
desk-preview-faulty = 有 { $faults } 处要先在文件里改好
desk-preview-nothing = 和现在的名单一样，不用导入
desk-preview-file = 文件：{ $file }。没有变动的 { $unchanged } 位。
desk-preview-go = 确认导入
desk-preview-undo = 导入后可以撤回。
desk-preview-again = 换一个文件
desk-preview-faults = 要改的地方
desk-preview-notes = 请留意
desk-preview-changed = 有变动的
desk-preview-gone = 不在新名单上的
desk-preview-gone-text = 这些代表会记为不在名单上：不再收新来信；原有的来信和履职记录都保留，账号照常能看。职务终止的，请在名单里写上“资格终止”，在办来信才会转由本机构看，并先告知来信人。
desk-preview-added = 新增的
desk-preview-column = { $column }：
desk-preview-blank = （空）

# 邀请
desk-invitations = { $count ->
    [0] 没有等着邀请的代表
   *[other] { $count } 位代表还没有开通
  }
desk-invitations-empty = 名单上还没有开通的代表会出现在这里，可以生成邀请、打印纸条。先导入代表名单。
desk-invitations-how = 勾选代表，生成邀请并打印纸条，亲手交给本人。每个邀请只能用一次。
desk-invitations-chosen = 给勾选的生成邀请
desk-invitations-all = 给全部生成邀请
desk-invitations-none = 还没有勾选代表。请勾选后再点。
desk-officer = 邀请工作人员
desk-officer-how = 给新来的同事，或者换了电脑的同事生成一次性邀请。凭电话后四位核对。
desk-officer-tail = 本人电话后四位
desk-officer-office = 哪个机构
desk-officer-go = 生成邀请
desk-officer-faulty = 请写姓名和电话后四位数字。
desk-invitation-none = 没有邀请过
desk-invitation-open = { $day }前有效
desk-invitation-no-card = 名单上没有代表证号，补上才能邀请
desk-slips-title = 邀请纸条
desk-slips = 打印 { $count } 张邀请纸条
desk-slips-how = 每张 A4 纸八张，沿虚线剪开，交给本人。邀请码等于钥匙，打印后请收好。
desk-slips-print = 打印
desk-slips-sheet = 一页纸条
desk-slip-to = { $name }代表，您好
desk-slip-what = { $office }请您开通“联络”：群众来信在手机上就能看、能回；联系群众的情况经您确认，年底可以导出履职手册。
desk-slip-how = 扫二维码；或用手机打开 { $address }，输入邀请码。开通约一分钟，需核对代表证号后四位。
desk-slip-code = 邀请码
desk-slip-valid = { $day }前有效。只限本人使用，请勿转交。
desk-slip-phone = 有疑问请打 { $phone }。
desk-slip-telegram = 也可以用 Telegram 打开：{ $link }
desk-slip-to-officer = { $name }同志，您好
desk-slip-what-officer = { $office }请您开通联络台面：看来信进展，转交、答复，管理名单和邀请。
desk-slip-how-officer = 用您办公的电脑打开 { $address }，输入邀请码；或用手机扫二维码。需核对您的电话后四位。
desk-slips-back = 回到上一页

# 待处理
desk-calls = { $count ->
    [0] 没有要打的电话
   *[other] 要打电话的 { $count } 位
  }
desk-calls-empty = 留了电话、网页上有了答复却一直没有打开的人会列在这里，由您打个电话。
desk-calls-how = 只说来信有了新消息和怎么打开，不在电话里念内容。打通了再点；没人接就留着，下次再打。
desk-call-reached = 打通了
desk-dead-letters = { $count ->
    [0] 消息都处理好了
   *[other] 没处理好的消息 { $count } 条
  }
desk-dead-letters-empty = 系统没能处理的消息会完整地保存下来，编号列在这里。发消息的人已经收到道歉和编号。
desk-dead-letters-how = 发消息的人已经收到道歉和编号。内容可能是写给代表的，不在这里显示；需要看时，请把编号告诉系统管理员。看过以后请记一下，本人会收到告知。
desk-dead-letter-seen = 已看过

# 各单位
desk-units = 代表 { $deputies } 位，已开通 { $bound } 位，等答复的来信 { $open } 封
desk-units-how = 按单位的固定顺序排列，只有数字，不排名。
desk-units-empty = 导入代表名单后，这里按选举单位显示数字。

# 登录
desk-sign-in = 工作人员请用邀请登录
desk-sign-in-how = 打开发给您的邀请链接，或在这里输入邀请码，核对电话号码后四位即可。登录后，这台电脑会记住您。
desk-sign-in-lost = 换了电脑，或者没有邀请，请找本机构的同事或省里的联络机构重新发一个。

# 放假安排
desk-calendar-title = 放假安排
desk-calendar = { $year } 年放假 { $off } 天，调休上班 { $worked } 天
desk-calendar-none = { $year } 年的放假安排还没有
desk-calendar-year = { $year } 年
desk-calendar-empty = 公布以后，由省联络工作机构导入，这里逐日列出放假和上班的日子。
desk-calendar-statutory = 法定节日
desk-calendar-off = 放假
desk-calendar-worked = 上班
desk-calendar-notices = 依据的通知
desk-calendar-import = 导入放假安排
desk-calendar-file = 选一个放假安排文件
desk-calendar-file-hint = CSV、XLSX、XLS 或 JSON。表头写：开始日期、结束日期、节日、安排（放假或上班）、通知；一年写全。先看有什么变动，确认后才导入。
desk-calendar-choose = 还没有选文件。请选一个放假安排文件。
desk-calendar-by-province = 放假安排由省联络工作机构导入。发现不对，请告诉他们。
desk-calendar-versions = 各版本
desk-calendar-no-version = 还没有导入过，用程序自带的。
desk-calendar-shipped = 程序自带
desk-calendar-go = 去导入
desk-calendar-ready = 有 { $count } 天和现在不一样
desk-calendar-nothing = 和现在的放假安排一样，不用导入
desk-calendar-preview-file = 文件：{ $file }。
desk-calendar-kept = 原来的版本都保留。再导入一次原来的文件，就能改回去。
desk-calendar-changes = 有变动的日子

## 一个机构

desk-office-own = 本机构：电话、对外开放、工作人员
desk-office-open = 已向群众开放：群众可以找到并写信给本单位已开通的代表。
desk-office-closed = 没有向群众开放：群众找不到本单位的代表，也不能写信。
desk-office-close = 不再对外开放
desk-office-open-go = 向群众开放
desk-office-phone = 咨询电话
desk-office-phone-how = 印在邀请上，写在给群众和代表的提示里。空着就用全系统的电话。
desk-office-phone-go = 保存电话
desk-office-phone-wrong = 电话写成一行，最多 40 个字。
desk-office-officers = 工作人员
desk-office-officers-none = 还没有工作人员。在“邀请”里给同事生成一次性邀请。
desk-office-self = 您本人
desk-office-end-post = 结束工作人员身份
desk-office-deputies = 本单位的代表，共 { $count } 位
desk-col-on-since = 开通日期
desk-col-act = 可以做的
desk-said-phone-set = 电话已保存。
desk-said-unit-opened = 已向群众开放。
desk-said-unit-closed = 已不再对外开放。
desk-said-post-ended = 已结束，本人会收到告知。
desk-confirm-close-unit = { $name }不再对外开放
desk-confirm-close-unit-what = 群众从现在起找不到本单位的代表，也不能写新的来信；已经在写的来信照常往来。
desk-confirm-close-unit-whom = 本单位代表 { $count } 位。
desk-confirm-close-unit-undo = 随时可以在这一页重新开放。
desk-confirm-close-unit-go = 不再对外开放
desk-confirm-end-post = 结束{ $name }的工作人员身份
desk-confirm-end-post-what = 这个账号从现在起打不开台面，也看不到请机构看的来信。本人会收到告知。
desk-confirm-end-post-whom = 1 位工作人员。
desk-confirm-end-post-undo = 重新发一个邀请，本人再开通一次。
desk-confirm-end-post-go = 结束身份
## 运行情况

desk-running-title = 运行情况
desk-running = 都正常
desk-running-troubles = 有 { $count } 处要留意
desk-running-how = 说的是正在给您看这一页的这台机器。刷新页面就是最新的。
desk-running-database = 数据库
desk-running-database-ok = 正常，来信随到随存。
desk-running-database-bad = 现在存不进去，新的来信会请对方过一会儿再发。请找管理员：磁盘满了，或数据库连不上。
desk-running-fetching = 从 Telegram 收消息
desk-running-fetching-starting = 刚启动，还没有收到回答。
desk-running-fetching-standby = 由另一台机器在收。
desk-running-fetching-listening = 正常。
desk-running-fetching-webhook = 由 Telegram 送来。
desk-running-fetching-conflict = 另有程序用同一个令牌在收，两边各收到一部分。请管理员停掉那一个。
desk-running-fetching-webhook_set = 还设着由 Telegram 送来的方式，正在取消。
desk-running-fetching-wrong_token = Telegram 不认这个令牌。请管理员到 @BotFather 查看，改 TELOXIDE_TOKEN。
desk-running-fetching-out_of_order = Telegram 那边出了故障，程序会一直再试。
desk-running-fetching-no_network = 连不上 Telegram，程序会一直再试。请管理员检查网络和 TELOXIDE_PROXY。
desk-running-fetching-unreadable = 收到的内容读不出来，正在重取。
desk-running-fetching-not_taken = 收到了，但数据库存不进去，程序会一直再试。
desk-running-fetching-stopped = 正在停止。
desk-running-fetched = 上一次收到回答是 { $seconds } 秒前。
desk-running-sending = 向 Telegram 发消息
desk-running-sending-here = 由这台机器发。
desk-running-sending-elsewhere = 由另一台机器发。
desk-running-since = 这台机器启动以来
desk-running-counts = 收到 { $taken } 件，其中没能处理 { $dead } 件；发出 { $sent } 条，没能送到 { $failed } 条。
desk-running-waiting = 等着发出的消息
desk-running-none = 没有。
desk-running-waiting-telegram = Telegram：{ $lane }
desk-running-waiting-web = 网页，等对方打开：{ $lane }
desk-running-lane-answers = 回执、来信、答复
desk-running-lane-deadlines = 到期提醒
desk-running-lane-broadcasts = 其他通知
desk-running-lane = { $count } 条，最早的从 { $since } 等起
