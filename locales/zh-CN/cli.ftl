# 命令行、设置（.env）和邀请条上的文字。读的人是管理员和工作人员。

## 帮助

help-heading-usage = 用法：
help-heading-commands = 命令
help-heading-arguments = 参数
help-heading-options = 选项
help-value-command = 命令
help-help = 显示帮助
help-version = 显示版本

help-lianluo = 联络：把全省群众和人大代表连起来。不带命令时就是 serve。设置见 .env.example
help-serve = 启动服务：网页、工作台和已设置的渠道
help-demo = 用一次性的示例数据启动，打印可以打开的链接
help-init = 第一次安装：写 .env，建数据库，给第一位工作人员开邀请
help-init--name = 第一位工作人员的姓名
help-init--phone-last4 = 这位工作人员手机号的后四位，开通时核对
help-init--unit = 所在机构的代码，HN 是省联络工作机构
help-init--token = Telegram 机器人的令牌，不用 Telegram 就不写
help-init--public-url = 群众从外面打开网页的地址，如 https://lianluo.example.org
help-init--database-url = 数据库地址，不写就用 SQLite
help-migrate = 把数据库更新到本版本
help-doctor = 检查设置、密钥、数据库、文件和渠道，并说明怎么改
help-backup = 把正在使用的数据库和附件备份成一个文件，可加密
help-backup--file = 新文件，不能已存在
help-backup--to = 加密给哪个公钥（age1…），可写几次；也可设 BACKUP_RECIPIENT
help-backup--make-key = 生成一对备份用的密钥：私钥写进 FILE，公钥打印出来
help-restore = 用备份恢复到一个空的地方，不覆盖已有的东西
help-restore--file = 备份文件
help-restore--key = 备份密钥的私钥文件
help-roster = 代表花名册
help-roster-import = 导入花名册（CSV、XLSX、XLS），要么全部导入，要么一条不动
help-roster-import--file = 花名册文件
help-roster-import--unit = 只导入这个选举单位，如 CS
help-roster-undo = 撤销最近一次导入
help-roster-list = 显示现有花名册
help-deadline = 算期限：最迟哪天、为什么
help-deadline--received = 收到（或交办）的日期 2026-01-14，或带时区的时刻 2026-03-09T16:30:00Z
help-deadline--rule = feedback：收到答复一个月内反馈；reply3m、reply6m：交办起三个月、六个月内答复
help-calendar = 放假调休安排
help-calendar-show = 显示现在用的放假安排
help-calendar-show--year = 只看这一年，逐日列出
help-calendar-import = 导入放假安排（CSV、XLSX、XLS、JSON），要么全部导入，要么一天不动
help-calendar-import--file = 放假安排文件
help-calendar-check = 检查放假安排有没有缺、要不要导入下一年
help-invite = 一次性邀请码
help-invite-deputy = 邀请代表开通，旧的邀请同时作废
help-invite-deputy--code = 代表编码，可以写几个
help-invite-deputy--all = 邀请这个单位所有还没有开通的代表
help-invite-deputy--again = 已有有效邀请的也重新邀请
help-invite-deputy--out = 把邀请条写成可打印的网页（A4，每页 8 张）
help-invite-officer = 邀请联络机构工作人员
help-invite-officer--unit = 机构代码，如 CS；HN 是省联络工作机构
help-invite-officer--name = 工作人员的姓名
help-invite-officer--phone-last4 = 手机号后四位，开通时核对
help-deputy = 代表的账号
help-deputy-list = 谁已开通、谁已邀请、有几封来信
help-deputy-rebind = 换绑：结束原来的账号，重新邀请
help-deputy-pause = 暂停接收来信，来信改由联络机构接收
help-deputy-resume = 恢复接收来信
help-deputy-silence = 停止发给这位代表的一切消息
help-deputy-unsilence = 恢复发消息
help-letters = 一个单位的来信数量和状态，不显示内容
help-case = 来信
help-case-pass-on = 把联络机构接收的来信转给代表
help-case-pass-on--number = 来信编号
help-case-pass-on--code = 代表编码
help-dead-letters = 没能处理的消息
help-dead-letters-list = 显示待处理的
help-dead-letters-settle = 标为已处理
help-dead-letters-settle--id = 列表中的序号
help-calls = 需要打电话告知的群众
help-unit = 选举单位
help-unit-open = 向群众开放：可以找到并写信给该单位的代表
help-unit-close = 不向群众开放
help-office-phone = 设置联络机构的咨询电话
help-office-phone--phone = 电话号码，写空字符串就是删去
help-officer = 联络机构工作人员
help-officer-list = 谁在这个机构工作
help-officer-end = 结束一位工作人员的身份，账号不再打开台面
help-officer-end--id = 编号，见 officer list
help-calls--done = 已经打通的一条，写它的编号
help-poster = 二维码海报：代表的（写代表编码），或一个单位全体代表的（写单位代码，HN 是全省）
help-poster--out = 写到这个文件，.pdf 或 .png
help-poster--paper = 纸张大小
help-handbook = 代表履职手册
help-handbook-export = 导出一年的履职手册，只收代表本人确认过的记录
help-handbook-export--all = 全部在任代表，每人一个文件，写到 --out 的文件夹
help-handbook-export--out = 写到这个文件，已存在就覆盖；写 - 就直接输出
help-read-report = 读一句履职报告，逐项说明从哪几个字、按什么规则读出；或每行一条 JSON 进，每行一条出
help-read-report--words = 另加的词表文件，格式与自带词表相同
help-read-report--text = 一句报告；写 - 或不写，就从标准输入逐行读 JSON
help-read-report--now = 这句话是什么时候说的，例如 2026-08-05T09:00:00+08:00
cli-report-intent = 这句话是：{ $intent }
cli-report-record = 第 { $number } 条
cli-report-line = {"  "}{ $field }：{ $value }　← “{ $stands }”（{ $rule }）
cli-report-asks = 还要问：{ $what }
cli-report-flags = 标记：{ $what }
cli-report-intent-activity_report = 做了的事（可以记）
cli-report-intent-reply_received = 收到了答复
cli-report-intent-leave_request = 请假
cli-report-intent-handbook_planned = 打算交手册，还不算交
cli-report-intent-handbook_submitted = 手册交了
cli-report-intent-planned_activity = 打算做的事（不记）
cli-report-intent-suggestion_draft = 建议草稿
cli-report-intent-acknowledgement = 致谢、收到
cli-report-intent-question = 提问
cli-report-intent-refused = 不能收的话
cli-report-intent-nothing_done = 没有做成
cli-report-intent-other = 没看出是什么
cli-report-field-category = 类别
cli-report-field-on = 日期
cli-report-field-hour = 时段
cli-report-field-place = 地点
cli-report-field-people = 人数
cli-report-field-households = 户数
cli-report-field-firms = 企业
cli-report-field-groups = 批次
cli-report-field-way = 方式
cli-report-field-matter = 问题
cli-report-field-paper = 文件
cli-report-field-papers = 件数
cli-report-field-cosigners = 联名
cli-report-field-unit = 承办单位
cli-report-ask-category = 类别
cli-report-ask-date = 日期
cli-report-ask-place = 地点
cli-report-ask-people = 人数
cli-report-ask-matters = 反映的问题
cli-report-ask-suggestion_no = 建议编号
cli-report-ask-written_reply_received = 有没有书面答复
cli-report-rule-full_date = 带年份的日期
cli-report-rule-month_and_day = 没说年份：最近的这一天
cli-report-rule-day_of_month = 几号：最近的一个
cli-report-rule-day_of_named_month = 某月几号
cli-report-rule-relative_day = 今天昨天前天
cli-report-rule-days_ago = 几天前
cli-report-rule-after_midnight = 半夜说的今天
cli-report-rule-weekday = 星期几：最近的一个
cli-report-rule-weekday_of_week = 上周几这周几
cli-report-rule-weekend = 周末
cli-report-rule-whole_week = 整周
cli-report-rule-whole_month = 整月
cli-report-rule-third_of_month = 上中下旬
cli-report-rule-lunar_day = 农历
cli-report-rule-festival = 节日
cli-report-rule-leave = 假期
cli-report-rule-occasion = 由头
cli-report-rule-from_to = 从哪天到哪天
cli-report-rule-just_now = 刚才
cli-report-rule-hour_only = 只说了时段
cli-report-rule-no_such_day = 没有这一天
cli-report-rule-named_event = 有名目，没有日子
cli-report-rule-counted = 数目
cli-report-rule-summed = 几处相加
cli-report-rule-one_person = 一个人
cli-report-rule-uncounted = 没说几个
cli-report-rule-word_list = 词表
cli-report-rule-people_spoke = 群众说的
cli-report-rule-place_phrase = 地点短语
cli-report-rule-said = 反映、谈、关于之后
cli-report-rule-remainder = 余下的话
help-audit = 审计日志
help-audit-verify = 核对审计日志是否完整

help-argument-code = 代表编码，如 CS-001
help-argument-unit = 选举单位代码，如 CS
help-argument-file = 文件
help-argument-out = 写到这个文件
help-argument-json = 输出 JSON，供脚本使用
help-argument-dry-run = 只检查，不导入
help-argument-year = 年份
help-argument-format = 文件格式

## 结果

cli-done = 已完成。
cli-yes = 是
cli-no = 否
cli-migrated = 数据库已是最新。

cli-column-day = 日期
cli-column-weekday = 星期
cli-column-festival = 节日
cli-column-arrangement = 安排
cli-column-code = 编码
cli-column-name = 姓名
cli-column-unit = 选举单位
cli-column-status = 状态
cli-column-listed = 在册
cli-column-bound = 已开通
cli-column-binding = 开通
cli-column-marks = 说明
cli-column-letters = 未结束来信
cli-column-number = 来信编号
cli-column-state = 进展
cli-column-reader = 接收人
cli-column-opened = 来信时间
cli-column-messages = 消息数
cli-column-id = 序号
cli-column-incident = 编号
cli-column-at = 时间
cli-column-reason = 原因
cli-column-phone = 电话
cli-column-since = 等候自

cli-status-in_office = 在任
cli-status-suspended = 暂停执行职务
cli-status-ended = 资格终止
cli-binding-bound = 已开通
cli-binding-invited = 已邀请
cli-binding-not-invited = 未邀请
cli-mark-paused = 暂停接收来信
cli-mark-silenced = 已停发消息
cli-mark-gone = 已不在册
cli-state-received = 已收到
cli-state-delivered = 已送到代表
cli-state-answered = 代表已答复
cli-state-raised = 已反映
cli-state-passed_on = 已转交
cli-state-ended = 本次来信已结束
cli-reader-office = 联络机构

cli-roster-faults = 有 { $count } 处要先改好：
cli-roster-notes = 有 { $count } 处请看一眼：
cli-roster-not-taken = 没有导入，现有花名册没有变动。请改好后再试。
cli-roster-other-sheet = 工作表“{ $name }”也像花名册，没有读入；只读第一张。
cli-roster-other-unit = { $code } { $name } 属于{ $unit }，不属于{ $own }。请从这份花名册中删去，或不加 --unit。
cli-roster-unit-unknown = 没有代码为“{ $code }”的选举单位。
cli-roster-unit-meant = 没有代码为“{ $code }”的选举单位，是 { $meant } 吗？
cli-roster-added = 新增 { $code } { $name }（{ $unit }）
cli-roster-changed = 变动 { $code } { $name }（{ $unit }）：{ $columns }
cli-roster-gone = 不在册 { $code } { $name }（{ $unit }）
cli-roster-recoded = 请留意：{ $name } 的代表证号没有变，编码由 { $old } 变为 { $new }。已开通的账号跟着旧编码走。
cli-roster-would-take = 检查完毕，没有导入。将新增 { $added } 人，变动 { $changed } 人，不在册 { $gone } 人，不变 { $unchanged } 人。
cli-roster-taken = 已导入。新增 { $added } 人，变动 { $changed } 人，不在册 { $gone } 人，不变 { $unchanged } 人。要撤销请用 roster undo。
cli-roster-undone = 已撤销最近一次导入，恢复了 { $rows } 人。
cli-roster-count = 共 { $count } 人。

cli-calendar-not-yet = 数据库里还没有放假安排，用程序自带的。
cli-calendar-version = 第 { $version } 版，{ $at } 导入，文件 { $source }
cli-calendar-version-shipped = 第 { $version } 版，{ $at }，程序自带
cli-calendar-year = { $year } 年：放假 { $off } 天，调休上班 { $worked } 天
cli-calendar-years = 有 { $first }—{ $last } 年的安排。
cli-calendar-no-year = 没有 { $year } 年的放假安排。
cli-calendar-notice = 通知：{ $notice }
cli-calendar-off = 放假
cli-calendar-worked = 调休上班
cli-calendar-faults = 有 { $count } 处要先改好：
cli-calendar-notes = 有 { $count } 处请看一眼：
cli-calendar-not-taken = 没有导入，现有放假安排没有变动。请改好后再试。
cli-calendar-change = { $on }：{ $before } → { $after }
cli-calendar-taken = 已导入，现在是第 { $version } 版。
cli-calendar-would-take = 检查完毕，没有导入。
cli-calendar-same = 和现在的放假安排一样，没有导入。
cli-calendar-good = 放假安排齐全。
cli-deadline-rule-unknown = 没有“{ $rule }”这种期限。可以写 feedback、reply3m 或 reply6m。
cli-deadline-day-impossible = 没有“{ $found }”这一天。请写真实的日期。
cli-deadline-day-unreadable = “{ $found }”不是日期。请写成 2026-01-14，或带时区的时刻 2026-03-09T16:30:00Z。
cli-deadline-shipped = 请留意：数据库打不开，以下按程序自带的放假安排计算。

cli-invitation =
    { $whom }
    {"  "}邀请码 { $code }，{ $until } 前有效
    {"  "}{ $link }
cli-invitation-telegram = {"  "}{ $link }
cli-invited-nobody = 没有需要邀请的代表。
cli-skipped-bound = { $code } { $name }：已经开通，不再邀请。换了手机请用 deputy rebind。
cli-skipped-not-in-office = { $code } { $name }：不在任，没有邀请。
cli-skipped-gone = { $code } { $name }：已不在册，没有邀请。
cli-skipped-no-card = { $code } { $name }：花名册里没有代表证号，开通时无法核对，没有邀请。
cli-skipped-invited = { $code } { $name }：已有有效邀请，没有再发。要重新邀请请加 --again。
cli-sheet-written = { $count } 张邀请条已写入 { $path }。请用浏览器打开打印；邀请码只出现这一次，分发后请删去文件。
cli-phone-last4-wrong = --phone-last4 要写手机号的后四位数字。
cli-name-missing = 请写姓名。

cli-deputy-paused = { $code } { $name } 已暂停接收来信。
cli-deputy-resumed = { $code } { $name } 已恢复接收来信。
cli-deputy-silenced = 已停止发给 { $code } { $name } 的一切消息。
cli-deputy-unsilenced = 已恢复给 { $code } { $name } 发消息。
cli-deputies-unknown = 花名册里没有这些编码：{ $codes }。没有做任何改动。
cli-unit-unknown = 没有代码为“{ $code }”的机构。可用的代码：{ $codes }。新数据库请先运行 lianluo migrate。
cli-case-unknown = 没有编号为 { $number } 的来信。
cli-case-passed-on = 来信 { $number } 已转给{ $name }代表。

cli-letters-open = { $unit }：等候答复 { $count } 封
cli-letters-office = { $unit }：联络机构接收、未结束 { $count } 封
cli-letters-answered = { $unit }：已答复、已反映或已转交 { $count } 封
cli-letters-ended = { $unit }：本次来信已结束 { $count } 封

cli-dead-letters-none = 没有待处理的消息。
cli-dead-letters-count = 共 { $count } 条。看过后用 dead-letters settle 序号。
cli-dead-letter-settled = 已标为已处理。

cli-calls-none = 没有需要打电话的。
cli-calls-say = 电话里只说有回复、怎样打开，不说内容。打过后请在工作台上勾掉。

cli-unit-opened = { $unit }已向群众开放。
cli-unit-closed = { $unit }已不向群众开放。
cli-office-phone-set = { $unit }联络机构的电话已设为 { $phone }。
cli-office-phone-removed = { $unit }联络机构的电话已删去。
cli-office-phone-wrong = 电话号码写成一行，最多 40 个字。
cli-officers-none = 这个机构还没有工作人员。
cli-officer-unknown = 这个机构没有这个编号的工作人员，请看 officer list。
cli-officer-ended = { $name }的工作人员身份已结束，本人会收到告知。
cli-calls-unknown = 名单里没有这个编号，可能已经打过，或对方自己看到了。
cli-calls-done = 来信 { $number } 已记为打通。

cli-report-line-fault = 第 { $line } 行不是一条消息：要有 now（带时区的时刻）和 text。
cli-report-words-fault = 词表第 { $line } 行读不懂。
cli-poster-written = 海报已写入 { $path }。
cli-poster-local = 海报上的网址是 { $url }，别的手机打不开。请先设置 PUBLIC_URL，再做海报。
cli-poster-ending = --out 请以 .pdf 或 .png 结尾。
cli-handbooks-written = { $year } 年的履职手册 { $count } 本，已写入 { $path }。
cli-handbooks-failed = 有 { $count } 本没有做出来：
cli-handbook-written = { $name }代表 { $year } 年的履职手册已写入 { $path }，共 { $lines } 条。
cli-audit-whole = 审计日志完整，共 { $entries } 条。
cli-audit-broken = 审计日志从第 { $at } 条起对不上，前面 { $entries } 条完整。请先保留数据库现状，再查明原因。
cli-backup-sealed = 数据库和 { $files } 个附件已加密备份到 { $path }。密钥文件 { $key } 不在里面，请另行备份，与备份分开放。
cli-backup-open = 数据库和 { $files } 个附件已备份到 { $path }，没有加密：里面有来信内容，请加密保存。设了 BACKUP_RECIPIENT 就会自动加密。密钥文件 { $key } 不在里面，请另行备份，与备份分开放。
cli-backup-key = 私钥已写进 { $path }，请放到另一台机器或保险柜里，不要留在服务器上。公钥：{ $recipient }，请写进 .env 的 BACKUP_RECIPIENT。
cli-backup-recipient-wrong = “{ $recipient }”不是 age 的公钥（age1 开头）。没有的话，请运行：lianluo backup --make-key 文件
cli-tool-missing = 用不了 { $tool }（{ $why }）。PostgreSQL 的备份和恢复要用它自己的工具，请安装 postgresql-client，版本不低于服务器。
cli-tool-failed = { $tool } 没有成功：{ $why }
cli-restored = 已恢复数据库和 { $files } 个附件。
cli-restored-next = 请先运行 lianluo doctor，再启动。
cli-restored-key = 还缺密钥文件：请把原来的那一个放到 { $path }，再运行 lianluo doctor。没有它，电话号码读不出来，查询码也会变。
cli-restore-database-there = DATABASE_URL 那里已经有数据库，恢复不会覆盖它。请换一个空的，或先把原来的移走。
cli-restore-files-there = 附件文件夹 { $path } 里已经有东西，恢复不会覆盖它。请换一个空的 FILES_DIR，或先把原来的移走。
cli-restore-key-wanted = 这份备份是加密的，请用 --key 指明私钥文件。
cli-restore-key-wrong = { $path } 里没有 age 的私钥（AGE-SECRET-KEY-1 开头）。
cli-restore-key-other = 这把私钥打不开 { $path }：它是加密给另一把的。什么都没有改动。
cli-restore-other-engine = 备份和 DATABASE_URL 不是同一种数据库（SQLite 和 PostgreSQL 不能互换）。什么都没有改动。
cli-restore-broken = 备份 { $path } 不完整或改动过（{ $why }），没有恢复。

cli-init-written = 已写好 .env，其他设置可以在里面改。
cli-init-kept = .env 已经存在，没有改动。
cli-init-database = 数据库已准备好。
cli-init-no-officer = 还没有工作人员。请运行：lianluo invite officer HN --name 姓名 --phone-last4 手机号后四位
cli-init-next = 下一步：运行 lianluo serve，再打开上面的邀请链接。网页地址：{ $url }

## 没有做成

cli-not-taken-full = 现在太忙，没有做成。请稍后再试。
cli-not-taken-trouble = 数据库现在用不了，没有做成。请运行 lianluo doctor 查看原因。
cli-not-taken-stopping = 程序正在停止，没有做成。请稍后再试。
cli-kept = 出了意外，没有做成。已记录，编号 { $incident }，见 dead-letters list。
cli-store = 数据库用不了：{ $why }。请检查 DATABASE_URL、密码、权限和磁盘空间。
cli-file = 文件 { $path } 用不了：{ $why }
cli-file-exists = 文件 { $path } 已经存在。请换一个名字。
cli-output = 无法输出：{ $why }

cli-refused-no-longer-there = 找不到了，可能已被删除。
cli-refused-not-yours = 这一步不能在命令行上做。来信由接收的人处理；已由代表接收的来信不能再转。
cli-refused-roster-moved = 检查之后花名册有了变动，没有导入。请再试一次。
cli-refused-roster-faulty = 花名册里有编码已经给过别的代表，没有导入。请用 roster import --dry-run 查看。
cli-refused-nothing-to-undo = 没有可以撤销的导入。
cli-refused-undo-too-late = 这次导入的代表已有人开通，不能撤销了。请导入一份改正后的花名册。
cli-refused-no-card-number = 花名册里没有代表证号，开通时无法核对。请补上再邀请。
cli-refused-deputy-not-bound = 这位代表还没有开通。
cli-refused-deputy-unavailable = 这位代表目前不在任，或不接收来信。
cli-refused-code-unknown = 没有这个编码。
cli-refused-case-ended = 这封来信已经结束。

## 邀请条

slip-title = 邀请条
slip-note = 打印时选 A4、100% 比例，沿虚线剪开，当面或装信封交给本人。
slip-greeting = { $name }代表，您好
slip-whose = { $unit } · { $code }
slip-how = 请您开通“联络”：扫码打开，填代表证号后四位，约一分钟。
slip-only-you = 只限您本人使用，请勿转发，{ $until } 前有效。
slip-questions = 有疑问请打联络机构电话 { $phone }。
slip-telegram = 用 Telegram 可打开 { $link }

## 检查

doctor-mark-fine = [正常]
doctor-mark-worth = [留意]
doctor-mark-broken = [要改]
doctor-settings-fine = 设置没有问题。
doctor-key-fine = 密钥文件可用。
doctor-key-not-yet = 还没有密钥文件，第一次启动时会生成。请把它备份到别处。
doctor-key-open = 密钥文件 { $path } 别人也能读。请运行：chmod 600 { $path }
doctor-files-fine = 文件夹 { $path } 可以写入。
doctor-files-slow = 文件夹 { $path } 可以写入，但写一次要 { $ms } 毫秒，来信多时会慢。请换快一些的磁盘，不要放在网络盘上。
doctor-disk-fine = { $path } 所在的磁盘还有 { $mib } MiB。
doctor-disk-little = { $path } 所在的磁盘只剩 { $mib } MiB。请清理，或换大一些的磁盘。
doctor-disk-full = { $path } 所在的磁盘只剩 { $mib } MiB，很快就收不了来信。请马上清理，或换大一些的磁盘。
doctor-modes-fine = 数据库和附件只有自己能读。
doctor-modes-open = { $path } 这台机器上的别人也能读。请运行：chmod { $mode } { $path }
doctor-telegram-fine = Telegram 认得这个机器人：@{ $name }。
doctor-telegram-token = Telegram 不认这个令牌。请到 @BotFather 查看，改 TELOXIDE_TOKEN。
doctor-telegram-network = 连不上 Telegram。请检查网络和 DNS；要经过代理，请设置 TELOXIDE_PROXY。
doctor-telegram-order = Telegram 的回答不对，可能是它出了故障，或 TELOXIDE_API_URL 写错了。请过一会儿再试。
doctor-webhook-poll = 机器人没有设 webhook，由程序主动取消息。
doctor-webhook-left = 机器人还设着 webhook：{ $url }。设置是主动取消息（TELEGRAM_MODE=poll），serve 启动时会取消它；如果另有程序在用，请先停掉那个程序。
doctor-webhook-none = 机器人还没有设 webhook，serve 启动时会设成 { $wanted }。
doctor-webhook-fine = webhook 已设成 { $url }。
doctor-webhook-other = webhook 设的是 { $url }，不是 { $wanted }。serve 启动时会改；如果另有程序在用这个机器人，请先停掉那个程序。
doctor-webhook-pending = Telegram 那里有 { $count } 条消息等着取。请看 serve 是否在运行。
doctor-webhook-error = Telegram 上一次送来消息没有成功：{ $why }。请检查 PUBLIC_URL、证书和反向代理。
doctor-clock-telegram = 这台机器的时钟和 Telegram 差 { $seconds } 秒。请打开自动校时：timedatectl set-ntp true
doctor-clock-telegram-fine = 时钟和 Telegram 一致。
doctor-clock-database = 这台机器的时钟和数据库服务器差 { $seconds } 秒。请在两边打开自动校时：timedatectl set-ntp true
doctor-clock-database-fine = 时钟和数据库服务器一致。
doctor-sms-fine = 短信网关连得上（没有发短信）。
doctor-sms-not-reached = 短信网关连不上。请检查 SMS_URL 和网络。
doctor-transcription-fine = 语音转写服务能连上。
doctor-transcription-not-reached = 语音转写服务连不上，代表发来录音时会请他们打一句字。请检查 TRANSCRIBE_URL 和网络。
doctor-email-fine = 邮件服务器连得上，用户名和密码可用（没有发邮件）。
doctor-email-not-reached = 邮件服务器连不上。请检查 SMTP_URL 和网络。
doctor-email-refused = 邮件服务器不认用户名或密码。请检查 SMTP_URL 和 SMTP_PASSWORD。
doctor-shared-files-fine = 附件文件夹就是这个数据库的那一个。
doctor-shared-files-unknown = 附件文件夹会在 serve 第一次启动时记下。
doctor-shared-files-elsewhere = 附件文件夹 { $path } 不是这个数据库的那一个：几台机器共用一个数据库时，也要共用一个附件文件夹，否则照片有的看得到、有的看不到。请把共用的文件夹挂到每台机器上，并改 FILES_DIR；搬过家的，把原来文件夹里的东西（连同 .lianluo-files）全部拷过来。
doctor-files-broken = 文件夹 { $path } 写不进去（{ $why }）。请检查权限和磁盘空间。
doctor-fonts-fine = 打印用的字体：{ $names }。
doctor-fonts-and = {"、"}
doctor-fallback-fine = 短信或邮件已设置。
doctor-fallback-none = 没有设置短信和邮件：不看网页的人，只能由联络机构打电话告知。见 SMS_URL 和 SMTP_URL。
doctor-telegram-none = 没有设置 Telegram，只用网页。要用请设置 TELOXIDE_TOKEN。
doctor-database-sqlite = 数据库可用（SQLite）。请放在加密的磁盘上。
doctor-database-postgres = 数据库可用（PostgreSQL）。
doctor-database-broken = 数据库用不了：{ $why }。请检查 DATABASE_URL、密码和权限。
doctor-calendar-fine = 放假安排齐全。
doctor-no-officer = 还没有工作人员。请运行：lianluo invite officer HN --name 姓名 --phone-last4 手机号后四位
doctor-no-deputy = 有 { $officers } 位工作人员，还没有代表。请运行：lianluo roster import 花名册文件
doctor-people = 有 { $officers } 位工作人员，{ $deputies } 位代表。
doctor-dead-letters = 有 { $count } 条没能处理的消息，请看 dead-letters list。

## 密钥文件

key-file-unreadable = 密钥文件 { $path } 读不了：{ $why }。请检查权限。
key-file-unmakeable = 密钥文件 { $path } 建不了：{ $why }。请检查文件夹的权限，或改 KEY_FILE。
key-file-wrong = 密钥文件 { $path } 不对：里面要有 128 位十六进制数字。文件没有改动，请从备份恢复；全新安装可以移走它，启动时会重新生成。
key-file-absent = 没有密钥文件 { $path }。已有数据库时请从备份恢复，否则已存的电话号码读不出来。

## 设置的问题

config-fault-found = { $name } 写的是“{ $found }”。{ $wrong }例如：{ $name }={ $example }
config-fault-hidden = { $name } 不对（内容不显示）。{ $wrong }例如：{ $name }={ $example }
config-fault-missing = 没有设置 { $name }。{ $wrong }例如：{ $name }={ $example }
config-fault-line = .env 第 { $line } 行读不懂。值里有空格时请加单引号，例如：SMS_SECRET='Bearer abc'
config-fault-some-line = .env 里有一行读不懂。请存成 UTF-8 编码；值里有空格时请加单引号，例如：SMS_SECRET='Bearer abc'
config-fault-file = .env 读不了：{ $why }。请检查权限，例如：chmod 600 .env

config-wrong-missing = 设了 { $other } 就要有它。
config-wrong-number = 要写 { $least } 到 { $most } 之间的整数。
config-wrong-one-of = 只能是：{ $these }。
config-wrong-token = 要写 @BotFather 给的令牌：数字、冒号、字母。
config-wrong-web-address = 要写 http:// 或 https:// 开头的地址。
config-wrong-recipient = 要写 age 的公钥，age1 开头，几个用逗号分开。
config-wrong-proxy = 要写 http://、https://、socks5:// 或 socks5h:// 开头的地址。
config-wrong-not-a-root = 只写到域名和端口，后面不要路径、问号和密码。
config-wrong-needs-https = Telegram 只送到 https:// 地址，端口只能是 443、80、88、8443。
config-wrong-webhook-secret = 用 1 到 256 个字母、数字、下划线或短横线。
config-wrong-database = 要写 sqlite:// 加文件路径（不带问号），或 postgres:// 地址。
config-wrong-listen = 要写 IP 地址和端口。
config-wrong-same-listen = 不能和 LISTEN 相同。
config-wrong-networks = 要写 IP 地址或网段，用逗号分开。
config-wrong-instant = 要写日期、时间和时区。
config-wrong-time-of-day = 要写 00:00 到 23:59 的时刻。
config-wrong-telephone = 写成一行，最多 40 个字。
config-wrong-classes = 写成用逗号隔开的类别，每个 1 到 10 个字，不能重复，最多 20 个，比如 A,B,C,D。
config-wrong-lacks-place = 模板里缺少 { $place }。
config-wrong-not-json = 填好以后要是 JSON，{"{phone}"} 和 {"{text}"} 要写在引号里面。
config-wrong-header-name = 不是 HTTP 头的名称。
config-wrong-header-value = 不能作为 HTTP 头的内容：只用英文字母、数字和符号，写成一行。
config-wrong-smtp = 要写 smtps:// 或 smtp:// 加服务器名，要 STARTTLS 就在末尾加 ?tls=required。
config-wrong-password-in-the-clear = 这样密码会不加密地传出去。请用 smtps://，或在 smtp:// 地址末尾加 ?tls=required。
config-wrong-mail-address = 不是邮箱地址。
config-wrong-log-filter = 不是日志的筛选规则。
config-wrong-unreadable = 不是 UTF-8 文字。

config-warning-unknown = 没有 { $name } 这个设置，是不是写错了？
config-warning-plain-public-url = PUBLIC_URL 不是 https://，群众写的话在路上可能被别人看到。请在前面加一个 HTTPS 反向代理。
config-warning-plain-transcribe-url = TRANSCRIBE_URL 是 http:// 的外部地址，代表的录音会不加密地经过网络。请改用 https://。
config-warning-set-clock = 正在使用设定的时钟（LIANLUO_CLOCK），只适合试用、培训和测试。

## 设置

settings-head =
    联络的设置。复制为 .env，去掉要改的那一行开头的“# ”。真实的环境变量优先于 .env。
    值里有空格、引号或 $ 时，用单引号括起来。
settings-telegram = Telegram
settings-storage = 存放
settings-web = 网页
settings-language = 语言和时钟
settings-sending = 发送
settings-rules = 规则
settings-fallback = 短信和邮件
settings-voices = 代表语音转写
settings-log = 日志
settings-column-name = 设置
settings-column-default = 默认
settings-column-meaning = 说明

setting-TELOXIDE_TOKEN = Telegram 机器人的令牌，由 @BotFather 给。不设就只用网页。
setting-TELOXIDE_API_URL = 自建的 Bot API 服务器地址，如 http://127.0.0.1:8081。不设就用 Telegram 的。
setting-TELOXIDE_PROXY = 连接 Telegram 用的代理，如 http://127.0.0.1:3128 或 socks5://127.0.0.1:1080；域名也由代理去查，写 socks5h://。
setting-TELEGRAM_MODE = 怎样取消息：poll 主动去取，不需要公网地址；webhook 由 Telegram 送到 PUBLIC_URL/telegram/webhook。
setting-TELEGRAM_WEBHOOK_SECRET = webhook 的口令，1 到 256 个字母、数字、_ 或 -。webhook 方式必须设。
setting-DATABASE_URL = 数据库：sqlite:// 加文件路径，或 postgres://用户:密码@主机/库名。
setting-FILES_DIR = 照片、语音等附件存放的文件夹。请和数据库一起放在加密的磁盘上。
setting-FONT_PATH = 放有中文字体的文件或文件夹，多个用冒号隔开；不设就在系统常用的位置找。手册 PDF、海报和图片要用。
setting-KEY_FILE = 密钥文件，第一次启动时生成。没有它，已存的电话号码读不出来，请另行备份。
setting-BACKUP_RECIPIENT = 备份加密给哪个公钥（age1…），几个用逗号分开。用 lianluo backup --make-key 生成。不设就不加密。
setting-LISTEN = 网页和工作台监听的地址和端口。
setting-METRICS_LISTEN = 监控数据（/metrics）监听的地址和端口，如 127.0.0.1:9090。不设就没有。
setting-PUBLIC_URL = 群众从外面打开网页的地址，如 https://lianluo.example.org。二维码和链接都用它。不设就用 LISTEN。
setting-TRUSTED_PROXY = 反向代理的地址或网段，用逗号分开，如 127.0.0.1,10.0.0.0/8。只相信它们转来的访客地址。
setting-UPLOAD_LIMIT_MB = 网页上一个附件最大多少 MB，1 到 100。
setting-WEB_POSTS_PER_MINUTE = 网页上一个人一分钟最多提交多少次。
setting-WEB_POSTS_PER_MINUTE_PER_ADDRESS = 同一个 IP 地址一分钟最多提交多少次。一个村可能共用一个地址，请放宽。
setting-LIANLUO_LOCALE = 命令行和默认的语言：zh-CN 或 en。
setting-LIANLUO_CLOCK = 设定时钟从这个时刻开始，如 2026-03-01T09:00:00+08:00。只用于试用、培训和测试。
setting-LIANLUO_CLOCK_SPEED = 设定时钟一秒走多少秒，0 是停住。只用于试用、培训和测试。
setting-SEND_PER_SECOND = 机器人一秒最多发多少条消息。
setting-SEND_PER_CHAT_PER_SECOND = 给同一个人一秒最多发多少条，0 是不限。
setting-SEND_IN_FLIGHT = 同时在发的消息数，1 到 1024。
setting-CARDS_PER_MINUTE = 一位代表一分钟最多收几封来信卡片，其余合成一条汇总。
setting-QUIET_FROM = 夜间从这时起，来信卡片不响铃，提醒等到早上。
setting-QUIET_UNTIL = 夜间到这时为止。
setting-RECEIPT_WINDOW_SECONDS = 连着说的几句话在多少秒内只回一张回执，0 到 3600。
setting-INVITATION_DAYS = 邀请码多少天内有效。
setting-LOOKUP_TRIES = 查询码错多少次就锁一小时。
setting-RETENTION_MONTHS = 来信结束多少个月后删除。
setting-BACK_DATING_DAYS = 一件事过去多少天以后才说，就算补记，要等联络机构认可才进手册；0 是不限。
setting-UNASKED_PER_DAY = 每人每天最多几条没有人问起的提醒（来信和最后一天的提醒另算）。
setting-SLIP_COUNTS = 确认收到的意见表算不算书面反馈：yes 算，no 不算（还要在省平台反馈或者书面寄出）。
setting-FEEDBACK_SEALED = 代表的意见是否先由联络机构放行，再转给承办单位：yes 是，no 否。
setting-REPLY_CLASSES = 承办单位答复的类别，用逗号隔开。登记答复、导入答复表时只收这些类别。
setting-OFFICE_PHONE = 联络机构的咨询电话，写在邀请和提示里，如 0731-00000000。
setting-FALLBACK_AFTER_MINUTES = 网页上的回复多少分钟没人看，就用短信或邮件告知。
setting-SMS_URL = 短信网关的地址，用 POST 发送 JSON，如 https://sms.example.org/send。不设就不发短信。
setting-SMS_BODY = 发给短信网关的 JSON，{"{phone}"} 是号码，{"{text}"} 是内容，都要写在引号里面。
setting-SMS_HEADER = 放口令的 HTTP 头。
setting-SMS_SECRET = 短信网关的口令，如 'Bearer abc'。
setting-SMTP_URL = 邮件服务器：smtps://用户@主机:465，或 smtp://用户@主机:587?tls=required。不设就不发邮件。
setting-SMTP_PASSWORD = 邮件服务器的密码，也可以写在 SMTP_URL 里。
setting-SMTP_FROM = 发件人，如 lianluo@example.org。
setting-TRANSCRIBE_URL = 把代表的语音转成文字的服务，接口同 OpenAI（/v1/audio/transcriptions）。不设就请代表打一句字。群众的语音从不送去。
setting-TRANSCRIBE_MODEL = 转写服务用的模型名。
setting-TRANSCRIBE_SECRET = 转写服务的口令，写在 Authorization 里。
setting-RUST_LOG = 记哪些日志，如 info 或 info,lianluo=debug。
setting-LOG_FORMAT = 日志的样子：text 给人看，json 给程序看。

serve-ready = 联络已启动：{ $url }
serve-no-telegram = 现在只有网页聊天和台面。要加上 Telegram：向 @BotFather 申请机器人，把令牌写进 .env 的 TELOXIDE_TOKEN，再启动一次。
serve-already = 这个数据库已有一个 lianluo serve 在运行（already running）。请先停掉那一个，或换一个 DATABASE_URL。
serve-no-lock = 数据库旁边的锁文件建不了（{ $why }）。请检查目录的权限和磁盘空间。
serve-read-only = 数据库文件 { $path } 不能写（{ $why }）。请检查它的权限，以及所在的磁盘是不是只读。
serve-no-port = 地址 { $address } 用不了（{ $why }）。请换一个 LISTEN，或停掉占用它的程序。
serve-bad-telegram = Telegram 的设置用不了：请检查 TELOXIDE_TOKEN、TELOXIDE_API_URL 和 TELOXIDE_PROXY。
serve-bad-setting = 设置 { $name } 用不了，请检查。
serve-clock-set = 注意：程序走的是设定的时钟，不是现在的时间（LIANLUO_CLOCK）。
demo-failed = 演示用的样例没能准备好，请再试一次。
demo-links =
    演示已就绪（样例数据，停止后全部删除）。请用浏览器打开：
      首页：        { $url }/
      群众：        { $constituent }
      代表：        { $deputy }
      市州工作人员：{ $officer }
      省级工作人员：{ $provincial }
    按 Ctrl+C 停止。
