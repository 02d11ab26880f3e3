# 代表履职手册：导出的 Word、Excel 里的固定文字。条目内容由代表本人确认，不在这里。

handbook-title = 省人大代表履职手册
handbook-contact-log = 代表联系人民群众情况记录
handbook-year = { $year } 年度

# 封面
handbook-sheet-cover = 封面
handbook-name = 姓名
handbook-electing-unit = 原选举单位
handbook-delegation = 代表团
handbook-group = 代表小组
handbook-card-number = 代表证号
handbook-post = 单位及职务
handbook-made-on = 导出日期
handbook-head = { $year } 年度　{ $name }

# 填写说明（依据《关于加强湖南省人大代表履职管理的意见》第三、四、六、七条）
handbook-notes-title = 填写说明
handbook-note-truthful = 代表应当按照要求及时填写履职手册，实事求是记录个人履职情况。
handbook-note-contact = 代表联系人民群众的情况应当记入履职手册。本手册只收代表本人确认过的记录。
handbook-note-whom = 联系对象只写情况和人数，不写群众的姓名、住址和电话。
handbook-note-words = 代表推动有关问题解决，但不直接处理问题，所以只写“已转交”“已反映”“有关单位答复”等。
handbook-note-feedback = 收到建议答复一个月内，应当通过代表建议网络平台或者书面向省人大常委会代表联络工作机构和办理单位反馈意见；不满意的，应当注明具体原因。
handbook-note-source = 每条记录都注明来源：由来信形成的注明来信编号，其余为本人填报。没有说到的栏目留空，可以手写补充。
handbook-note-december = 每年 12 月将本人的履职手册交原选举单位代表联络工作机构。

# 十个部分，用语与意见第七条一致
handbook-category-congress_session = 出席大会
handbook-category-motions_and_suggestions = 提出议案建议
handbook-category-inspection = 参加集中视察
handbook-category-special_research = 参加专题调研
handbook-category-group_activity = 参加代表小组活动
handbook-category-committee_meeting = 列席常委会会议
handbook-category-law_enforcement_check = 参加执法检查
handbook-category-suggestion_handling = 参加代表议案建议办理工作
handbook-category-training = 参加代表学习培训
handbook-category-contact = 联系人民群众情况
handbook-category-other = 其他
handbook-section = { $number ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
    [7] 七
    [8] 八
    [9] 九
    [10] 十
   *[other] 十一
}、{ $category }
handbook-empty-section = 本年暂无记录
handbook-contents-title = 目录
handbook-contents-number = 序号
handbook-contents-category = 类别
handbook-contents-count = 记录数

# 工作表的名字：要短
handbook-sheet-congress_session = 1 大会
handbook-sheet-motions_and_suggestions = 2 议案建议
handbook-sheet-inspection = 3 视察
handbook-sheet-special_research = 4 调研
handbook-sheet-group_activity = 5 小组活动
handbook-sheet-committee_meeting = 6 常委会会议
handbook-sheet-law_enforcement_check = 7 执法检查
handbook-sheet-suggestion_handling = 8 建议办理
handbook-sheet-training = 9 学习培训
handbook-sheet-contact = 10 联系群众
handbook-sheet-other = 11 其他
handbook-sheet-amended = 补正

# 各部分的栏目；后面带部分名字的，只用在那一部分
handbook-column-number-in-section = 序号
handbook-column-on = 日期
handbook-column-on-contact = 时间
handbook-column-on-motions_and_suggestions = 提出日期
handbook-column-place = 地点
handbook-column-way = 方式
handbook-column-way-contact = 联系方式
handbook-column-whom = 联系对象及人数
handbook-column-people = 参加人数
handbook-column-matters = 主要情况
handbook-column-matters-contact = 反映的主要问题和意见建议
handbook-column-matters-group_activity = 内容
handbook-column-matters-committee_meeting = 议题
handbook-column-matters-other = 内容
handbook-column-passing-on = 处理（转交）情况
handbook-column-answer-back = 反馈情况
handbook-column-title = 主题
handbook-column-title-congress_session = 会议名称
handbook-column-title-motions_and_suggestions = 标题
handbook-column-title-group_activity = 小组名称
handbook-column-title-committee_meeting = 会议届次
handbook-column-title-law_enforcement_check = 法规名称
handbook-column-title-training = 班次
handbook-column-number = 编号
handbook-column-number-suggestion_handling = 建议编号
handbook-column-paper = 类别
handbook-column-role = 领衔或附议
handbook-column-channel = 渠道
handbook-column-unit = 承办单位
handbook-column-reply = 答复日期及类别
handbook-column-feedback = 反馈日期及意见
handbook-column-host = 组织单位
handbook-column-host-training = 主办单位
handbook-column-opinions = 提出的意见
handbook-column-opinions-suggestion_handling = 意见
handbook-column-speech = 发言情况
handbook-column-speech-congress_session = 审议发言要点
handbook-column-days = 天数
handbook-column-days-congress_session = 出席天数
handbook-column-leave = 请假情况
handbook-column-source = 来源
handbook-column-id = 记录编号（勿改）
handbook-day = { $month }月{ $day }日
handbook-days = { $from }至{ $until }
handbook-full-day = { $year } 年 { $month } 月 { $day } 日
# Excel 的日期格式
handbook-day-format = yyyy-mm-dd

# 来源
handbook-sheet-sources = 来源
handbook-source-case = 来信 { $number }，消息 { $messages } 条{ $files ->
    [0] {""}
   *[other] 、附件 { $files } 个
}
handbook-source-self = 本人填报
handbook-source-report = { $files ->
    [0] 本人填报
   *[other] 本人填报，附件 { $files } 个
}
handbook-source-activity = { $office }登记，本人确认
handbook-source-kind = 来源
handbook-source-kind-case = 来信
handbook-source-number = 来信编号
handbook-source-messages = 消息（条）
handbook-source-files = 附件（个）

# 年终交接
handbook-closing-title = 年终小结与交接
handbook-summary = 年度小结
handbook-office-remarks = 原选举单位代表联络工作机构意见
handbook-sign = 代表签名：＿＿＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日
handbook-receipt-title = 交接
handbook-receipt =
    原选举单位代表联络工作机构已收到本手册。（盖章）
    经办人：＿＿＿＿＿＿＿＿　　收到日期：＿＿＿＿年＿＿月＿＿日

handbook-page = 第 { $page } 页　共 { $pages } 页

# 做不出文件时
handbook-fault = 手册文件没有做出来，内容都还在。请再试一次；还不行，请告诉管理员。
handbook-link-too-long = 网址太长，做不成二维码。请管理员把网址改短。

# 填好的表格读回来
handbook-place-cell = 工作表“{ $sheet }”第 { $row } 行 { $column } 列：
handbook-place-row = 工作表“{ $sheet }”第 { $row } 行：
handbook-place-sheet = 工作表“{ $sheet }”：
handbook-fault-no-sections = 文件里没有履职手册的工作表。请用“导出”得到的 Excel 文件来填。
handbook-fault-dossier = 这是履职档案，不能当履职手册导入。请用履职手册的 Excel 文件。
handbook-fault-other-deputy = 封面写的是“{ $found }”，这里要的是{ $meant }代表的手册。请核对文件。
handbook-fault-other-year = 封面写的是“{ $found }”，这里要的是 { $meant } 年的手册。请核对文件。
handbook-fault-section-unknown = “{ $found }”不是手册的类别，看不出这些记录属于哪一类。请用导出文件原来的工作表名字。
handbook-fault-section-twice = 与另一张工作表是同一类“{ $meant }”。请并到一张里。
handbook-fault-no-day-column = 没有找到带“日期”的表头。请保留导出文件的表头。
handbook-fault-column-unknown = 这一类没有“{ $found }”这一栏。请改回原来的表头，或者删去这一栏。
handbook-fault-column-twice = “{ $found }”这一栏有两个。请只留一个。
handbook-fault-outside-columns = “{ $found }”不在任何一栏里。请移到对应的栏目，或者删去。
handbook-fault-merged-across = 左右几格合并了，看不出哪一栏写什么。请取消合并再填。
handbook-fault-formula-error = “{ $found }”是公式出错。请直接写内容。
handbook-fault-day-missing = 没有写日期。
handbook-fault-day-unreadable = “{ $found }”看不出是哪一天。请写成 2026-03-05、3月5日或 3月5日至3月7日。
handbook-fault-day-impossible = 没有“{ $found }”这一天。请核对日期。
handbook-fault-day-in-future = { $found } 还没有到。请核对日期。
handbook-fault-day-of-other-year = “{ $found }”不在 { $meant } 年。请核对，或者填到那一年的手册里。
handbook-fault-days-wrong = “{ $found }”的起止日期不对：后一天在前一天之前，或者相隔太久。
handbook-fault-people-unreadable = “{ $found }”看不出是多少人。请写成 12人、约30人或 20至29人。
handbook-fault-number-impossible = 不会有“{ $found }”这样的数。请核对。
handbook-fault-too-long = 太长了，最多 { $other } 字。请写短一些。
handbook-fault-nothing-said = 只有日期，没有内容。请补上，或者删去这一行。
handbook-fault-emptied = 这一行的内容清空了。表格不能删去记录：不要的，请代表在对话里点“不记”；请先恢复这一行，或者把整行删掉（删掉的行不受影响）。
handbook-fault-id-broken = 记录编号“{ $found }”被改动了。请照导出的文件恢复；新的一行请把编号留空。
handbook-fault-id-twice = 编号“{ $found }”与工作表“{ $meant }”第 { $other } 行重复。复制出来的新行，请把编号留空。
handbook-fault-id-unknown = 这位代表这一年没有编号“{ $found }”的记录，也可能已经不记了。请删去这一行；要当新的一条，请把编号留空。
handbook-fault-stale = 这一条在导出以后又有改动，不能用旧内容盖掉。请重新导出，再填这一条。
handbook-fault-row-twice = 与第 { $other } 行完全一样。请只留一行。
handbook-fault-too-many-lines = 超过 { $other } 条，不像是一年的手册。请核对文件。
handbook-import-blank = （空）
handbook-import-new = { $sheet } 第 { $row } 行：{ $day }　{ $gist }
handbook-import-alike = （与已有的一条相近，代表确认时会问是不是同一件事）
handbook-import-changed = { $sheet } 第 { $row } 行　{ $field }：{ $old } → { $new }
handbook-import-absent = { $day }　{ $category }
handbook-import-would = 检查完毕，没有导入。将新增 { $added } 条，改动 { $changed } 条，不变 { $unchanged } 条；文件里没有的 { $absent } 条照旧保留。
handbook-import-taken = 已导入：新增 { $added } 条，改动 { $changed } 条，不变 { $unchanged } 条；文件里没有的 { $absent } 条照旧保留。新增和改动的都等代表本人确认。
handbook-import-nothing = 没有新增，也没有改动：不变 { $unchanged } 条，文件里没有的 { $absent } 条照旧保留。
handbook-import-added-title = 新增
handbook-import-changed-title = 改动
handbook-import-absent-title = 文件里没有的，照旧保留
handbook-import-more = ……还有 { $count } 条

# 收下以后的补正
handbook-amended-title = 补正
handbook-amended-intro = 本手册 { $handed-in }提交，{ $taken-in }收下，正文是提交时的内容（校验码 { $hash }）。以后的更正不改正文，逐条列在这里。
handbook-amended-none = 本手册 { $handed-in }提交，{ $taken-in }收下，正文是提交时的内容（校验码 { $hash }）。收下以后没有补正。
handbook-amended-on = 补正日期
handbook-amended-line-on = 记录日期
handbook-amended-field = 栏目
handbook-amended-old = 原内容
handbook-amended-new = 改为
handbook-amended-by = 补正人
handbook-amended-why = 原因
handbook-amended-added = 新增一条
handbook-amended-removed = 不再记入
