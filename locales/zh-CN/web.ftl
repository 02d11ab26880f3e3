# 群众和代表在网页上看到的文字。说话的规矩：短、暖、准；称“您”；不说“案件”“已读”“用户”。

web-brand = 联络
web-skip = 直接看正文
web-letters-large = 大字
web-letters-normal = 标准字
web-other-language = English
web-other-language-tag = en
web-urgent = 有人有危险，请马上打电话：
web-urgent-police = 110 报警
web-urgent-fire = 119 火警
web-urgent-ambulance = 120 急救
web-notice-link = 详细说明
web-to-first = 回首页
web-office-phone = 联络机构电话：{ $phone }
web-list-comma = 、

web-moment = { $day }{ $time }
web-weekday = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
  }
web-month = { $month } 月
web-day = { web-month } { $day } 日（{ web-weekday }）
web-day-with-year = { $year } 年 { web-month } { $day } 日（{ web-weekday }）

web-paging = 翻页
web-paging-before = 上一页
web-paging-after = 下一页
web-paging-total = 共 { $count } 位

# 首页
web-first-title = 和人大代表联络
web-first-what = 有话想对省人大代表说，在这里写信就行。不用下载，不用注册。
web-first-go-on = 接着上次的对话
web-first-write = 给代表写信
web-first-write-how = 按选举单位、姓名或关注领域找代表；也可以扫代表的二维码。不知道找谁也没关系。
web-first-find = 找代表
web-first-mine = 查看我的来信
web-first-mine-how = 用收到的来信编号和查询码，看看进展，也可以接着写。
web-first-look-up = 输入编号和查询码
web-first-sign-in = 代表和工作人员登录
web-first-sign-in-how = 请用联络机构发给您的邀请：打开链接、扫二维码，或在这里输入纸条上的邀请码。还没有邀请，请找您的联络机构要。
web-first-code = 邀请码
web-first-open = 打开邀请
web-first-bound = 已经开通：
web-first-deputy-in = 代表进入对话
web-first-desk-in = 工作人员进入台面

# 找代表
web-find-title = 找代表
web-find-name = 按姓名找
web-find-search = 查找
web-find-units = 按选举单位找
web-find-unit-deputies = { $count } 位代表
web-find-no-units = 代表名单导入后，这里按选举单位列出代表。现在可以先写给联络机构，见下面。
web-find-fields = 按关注领域找
web-find-nobody = 没有找到。名字可以只写一两个字；也可以按选举单位找，或者请联络机构帮您转交。
web-find-cares = 关注：{ $fields }
web-find-office-instead = 目前不通过本系统接收来信，可以写给联络机构
web-find-code-unknown = 这个码现在没有对应的代表，可能是海报旧了。可以在下面找代表，或者请联络机构帮您转交。
web-find-again = 换个办法找
web-find-unsure = 不知道找谁
web-find-unsure-how = 直接写事情就行。联络机构的工作人员看了以后，转交给合适的代表。
web-find-unsure-go = 不知道找谁，先写

# 查看我的来信
web-my-title = 查看我的来信
web-my-how = 换了手机，或者清除过浏览记录，用来信编号和查询码就能接着看、接着写。
web-my-number = 来信编号
web-my-number-hint = 收到来信时给您的编号，例如 260137
web-my-code = 查询码
web-my-code-hint = 六位数字，中间的空格可以不写
web-my-open = 查看
web-my-lost = 编号或查询码找不到了？为了保护您，没有它们打不开来信。您可以重新写一封。
web-my-not-fitting = 编号和查询码对不上。请核对截图或记下的数字，再试一次。
web-my-incomplete = 编号和六位查询码都要填。请看看是不是少写了一位。
web-my-too-many = 试的次数多了，为了保护来信，请过 { $minutes } 分钟再试。

# 邀请
web-invitation-title = 开通联络
web-invitation-deputy = { $name }代表，您好。{ $office }请您开通“联络”：群众来信在手机上就能看、能回；走访座谈说一句话就能记下；答复反馈到期前有提醒。
web-invitation-officer = { $name }，您好。{ $office }请您开通“联络”的工作人员台面：在这里登记、转交来信，管理代表名单和邀请。
web-invitation-only-you = 本邀请只限您本人使用，请勿转发。
web-invitation-valid = { $day }前有效。
web-invitation-card = 请输入代表证号的后四位
web-invitation-phone = 请输入邀请上那个电话号码的后四位
web-invitation-go = 开通
web-invitation-not-you = 不是您本人，请关上这一页，什么也不会发生。
web-invitation-wrong = 后四位对不上，还可以试 { $left } 次。

# 对话
web-chat-title = 我的对话
web-chat-to = 写给{ $name }代表
web-chat-log = 往来消息
web-chat-earlier = 看更早的消息
web-chat-new = 有新消息，点这里看
web-chat-empty = 您写的和收到的消息会在这里。在下面写第一句就行；想写给某位代表，先到首页找代表。
web-me = 我
web-photo = 照片
web-voice = 语音（{ $seconds } 秒）
web-file = { $name }（{ $size }）
web-file-not-here = 文件“{ $name }”已收到，暂时不能在这里打开。
web-place = 位置：北纬 { $latitude }，东经 { $longitude }
web-edited = 已修改
web-delivery-received = 已收到
web-delivery-delivered = 已送到
web-delivery-waiting = 已收到，暂未送到，会继续送
web-delivery-with-office = 没能送到，工作人员会来看
web-sending = 正在发送
web-not-sent = 没有发出去，内容还在您手机上
web-send-again = 再发一次
web-too-large = 文件太大，没有收到。请换小一点的，或少发几张。
web-stale = 这一页放得久了，刷新后会接着发，内容还在。
web-reload = 刷新
web-remove = 去掉
web-tap-failed = 没有发出去，请再点一次。
web-offline = 现在连不上网。您写的都在这台手机上，不会丢，连上后接着发。
web-files-gone = 刚才的照片或文件没有留下，请重新添加。
web-bar = 常用
web-write = 在这里写
web-pick-photo = 照片
web-pick-file = 文件
web-voice-start = 录语音
web-voice-stop = 录好了
web-not-allowed = 手机没有允许，请在手机设置里允许后再试。
web-place-add = 加位置
web-place-added = 我现在的位置
web-send = 发送
web-notice-card = 写之前请看一眼
web-notice-folded = 谁会看到，保存多久
web-closed = 该代表目前不通过本系统接收来信。
web-closed-offer = 您可以写给{ $office }，由工作人员看，再转交给合适的代表。
web-closed-write = 写给联络机构
web-closed-call = 您可以联系{ $office }。
web-closed-other = 找别的代表

# 详细说明
web-notice-title = 详细说明
web-office-unnamed = 联络机构
web-notice-who = 谁负责
web-notice-who-text = 这里由{ $office }办。您写的内容只用来把您的意见送给代表、把代表的答复带给您，不作别的用处。
web-notice-readers = 谁会看到
web-notice-readers-text = 您写给哪位代表，就由哪位代表看。代表不便看时，会先告诉您，再请{ $office }的工作人员看。转给有关单位时，只转事情，不转您的称呼和联系方式。不会公开。
web-notice-name = 您的名字
web-notice-name-text = 默认用化名，对方看不到您的电话。不过熟人之间，代表可能从事情本身猜得出是您。
web-notice-not = 请不要写
web-notice-not-text = 不用写身份证号、银行卡号。不要发涉密内容。正在办理或已经判决的具体案子，代表依法不能过问。
web-notice-can = 代表能做什么
web-notice-can-text = 代表可以向有关单位反映，但不能直接处理，也不能保证结果。
web-notice-kept = 保存多久
web-notice-kept-text = 来信结束 { $months } 个月后，正文、附件和您留的联系方式自动删除，只留下编号、日期和状态。
web-notice-rights = 您可以做什么
web-notice-rights-text = 您随时可以在这里查看自己的来信。想要一份、想更正或提前删除，请找联络机构。
web-notice-phone = 这台手机上留什么
web-notice-phone-text = 只留登录和字号、语言的记号，和您还没发出去的草稿。不用别家的统计。用别人的手机写，写完请清除浏览记录。

# 对不起
web-sorry-not-found = 没有这一页
web-sorry-not-found-text = 地址可能少了几个字，或者这一页已经不在了。可以回首页找代表，或查看来信。
web-sorry-expired = 这个邀请已经不能用了
web-sorry-expired-text = 邀请用过一次，或者过了日子，就不能再用。请联络机构重新发一个给您。
web-sorry-too-many = 请过一会儿再试
web-sorry-too-many-text = 试的次数多了，为了保护您，请过 { $minutes } 分钟再试。
web-sorry-too-fast = 请稍等一会儿再发
web-sorry-too-fast-text = 一分钟里发得多了，这一次还没有收下。内容还在您手机上，没有丢，请过一分钟回去点【再发一次】。
web-sorry-too-large = 文件太大，没有收到
web-sorry-too-large-text = 一次最多 { $megabytes } MB。请换小一点的，或分几次发。写的字如果不在了，请再写一遍，给您添麻烦了。
web-sorry-fault-kept = 对不起，这一条我们没处理好
web-sorry-fault-kept-text = 责任在我们。您发的内容已经保存，不用重发；工作人员会来看，处理好后在对话里告诉您。着急请打联络机构电话，报下面的编号即可。
web-sorry-fault-not-kept = 对不起，这一条没有收到
web-sorry-fault-not-kept-text = 责任在我们。内容还在您手机上，请回去点【再发一次】。还不行，请打联络机构电话，报下面的编号即可。
web-sorry-form-expired = 这一页放得久了
web-sorry-form-expired-text = 为了安全，这一次没有收下。请回去再点一次，写的字一般还在。
web-sorry-not-yours = 这一页不是给您的
web-sorry-not-yours-text = 只有本人或经办的工作人员能看。如果您换了手机，请用来信编号和查询码打开。
web-sorry-unavailable = 对不起，这一条没有收到
web-sorry-unavailable-text = 现在暂时接收不了，内容还在您手机上，请过一会儿回去点【再发一次】。
web-sorry-not-printed = 对不起，文件没有做出来
web-sorry-code = 编号
web-sorry-back = 回去再试
web-sorry-chat = 回到对话
