# 集体活动：联络机构登记一次，参加的代表各自确认

activity-in-future = 日期还没有到。活动结束以后再登记。
activity-days-wrong = 起止日期不对：结束日期要在开始日期当天或以后，一次活动不超过 60 天。
activity-category-wrong = 这一类不能一次登记给几位代表。提出议案建议和参加办理是各位代表自己的记录。
activity-topic-missing = 请写明活动的主题或内容。
activity-too-long = 每一栏最多 { $longest } 个字。
activity-nobody = 请写上参加的代表，姓名或编码都行。
activity-unknown = 名单里没有“{ $name }”。请核对姓名，或者写代表编码。
activity-several = 有几位代表叫“{ $name }”，请改写编码：{ $codes }。
activity-not-in-office = { $name }代表现在不在任或暂停执行职务，不能登记。

## 台面

desk-activities = 集体活动
desk-activities-heading = 登记过的集体活动
desk-activities-none = 还没有登记过。集中视察、专题调研、小组活动这样的集体活动，在这里登记一次，参加的代表各自确认，不用每个人再报。
desk-activities-back = 回到集体活动
desk-activity-new = 登记一次集体活动
desk-activity-how = 登记以后，参加的每位代表会收到一张卡片：参加了就确认，没有参加就不记。已经自己报过的，会请代表并成一条。
desk-activity-on = 日期
desk-activity-until = 结束日期
desk-activity-until-hint = 只有一天的不用填。
desk-activity-day-unread = 日期“{ $said }”没看懂，或者还没有到。请写成 2026-08-04 这样。
desk-activity-topic = 主题
desk-activity-topic-hint = 视察、调研、检查、培训的主题，会议名称，或者小组活动的内容。
desk-activity-place = 地点
desk-activity-host = 组织单位
desk-activity-matters = 主要情况
desk-activity-people = 参加的代表
desk-activity-people-hint = 姓名或编码，用顿号、逗号或换行隔开。有同名的请写编码。
desk-activity-roster = 本单位代表的姓名和编码
desk-activity-anyway = 这是另一次活动，照样登记
desk-activity-go = 登记，请代表确认
desk-activity-participants = 参加
desk-activity-confirmed = 已确认
desk-activity-waiting = 等确认
desk-activity-unbound = （还没有开通，开通后能看到）
desk-activity-withdraw = 撤回登记
desk-activity-withdraw-how = 登记错了可以撤回：还没确认的 { $waiting } 张卡片作废；已确认的 { $confirmed } 条不动，确实不对的可以逐条退回。撤回以后要重新登记。
desk-activity-withdrawn = （已撤回）
desk-activity-withdrawn-said = 这次登记已经撤回，没确认的卡片不再有效。
desk-said-activity-entered = 已登记，参加的代表会收到卡片。
desk-said-activity-withdrawn = 已撤回。

## 命令行

help-activity = 集体活动：登记一次，参加的代表各自确认
help-activity-add = 登记一次集体活动，参加的代表各收到一张卡片
help-activity-add--on = 日期，如 2026-08-04
help-activity-add--until = 结束日期，只有一天的不写
help-activity-add--category = 类别，1 到 10 按手册的顺序，11 是其他
help-activity-add--topic = 主题、会议名称或内容
help-activity-add--place = 地点
help-activity-add--host = 组织单位
help-activity-add--matters = 主要情况
help-activity-add--list = 名单文件，里面是姓名或编码
help-activity-add--anyway = 和登记过的很像，但确实是另一次
help-activity-add--people = 参加的代表，姓名或编码
help-activity-list = 登记过的集体活动，各有几位代表确认
help-activity-withdraw = 撤回登记，没确认的卡片作废
help-activity-withdraw--id = 活动的编号
cli-activity-added = 已登记（{ $id }），{ $count } 位代表会收到卡片。{ $unbound ->
    [0] {""}
   *[other] 其中 { $unbound } 位还没有开通，开通后能看到。
}
cli-activity-row = { $id }　{ $on }　{ $category }　{ $about }　参加 { $participants }，已确认 { $confirmed }，等确认 { $waiting }{ $withdrawn ->
    [0] {""}
   *[other] （已撤回）
}
cli-activity-withdrawn = 已撤回，没确认的卡片不再有效。
