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
