# 履职档案：联络机构的记录，只收经核实的履职事实，和代表本人的手册分开

dossier-title = 省人大代表履职档案
dossier-notes-title = 说明
dossier-note-verified = 本档案由原选举单位的代表联络工作机构建立，只收经联络机构核实的履职事实。
dossier-note-apart = 本档案和代表本人的履职手册是两份记录，分别保存，内容可以不同。
dossier-note-sections = 类别和顺序按照履职管理意见第七条；没有记录的类别照样列出。
dossier-note-no-score = 如实记录履职情况，不计分、不排名、不作比较。
dossier-elected-on = 当选日期
dossier-closing-title = 任职和手册
dossier-service = 任职情况
dossier-handbook = 履职手册
dossier-waiting = 等核实的
dossier-office = 联络机构
dossier-sign = 经办人：　　　　　　　　　　年　　月　　日
dossier-begun = 本年度自 { $day }起任职。
dossier-gone = { $day }起不在代表名册。
dossier-back = { $day }重新列入代表名册。
dossier-moved = { $day }起改属{ $unit }。
dossier-became = { $day }名册登记为“{ $status }”。
dossier-status = 截至 { $day }：{ $status }。
dossier-status-in-office = 在任
dossier-status-suspended = 暂停执行代表职务
dossier-status-ended = 代表资格已终止
dossier-handed-in = { $day }提交
dossier-decided = { $day }办理
dossier-comma = ，
dossier-waiting-count = { $count ->
    [0] 没有。
   *[other] 代表已确认、联络机构还没有核实的 { $count } 条，没有写进本档案。
}

## 台面

desk-dossier = 履职档案
desk-dossier-of = { $unit }：{ $year } 年履职档案
desk-dossier-one = { $name }代表 { $year } 年履职档案
desk-dossier-none = 这里还没有代表。导入名单以后就能看到。
desk-dossier-handbooks = 履职手册：应交 { $all }，已收 { $accepted }，未交 { $missing }。
desk-dossier-missing = 未交的代表：{ $names }
desk-dossier-verified = 已核实
desk-dossier-waiting = 等核实
desk-dossier-status = 任职
desk-dossier-handbook-not-asked = 不在任，不催交
desk-dossier-export = 导出：
desk-dossier-empty-section = 没有经核实的记录。
desk-dossier-waiting-link = 去核实
desk-dossier-back = 回到履职档案

## 命令行

help-dossier = 履职档案：联络机构核实过的履职事实
help-dossier-export = 导出一位代表一年的履职档案
help-dossier-export--out = 写到这个文件，已存在就覆盖；写 - 就直接输出
cli-dossier-written = { $name }代表 { $year } 年的履职档案已写到 { $path }，经核实的 { $lines } 条。
help-dossier-export--all = 全部代表，每人一个文件，写到 --out 的文件夹
help-dossier-export--unit = 只要这个单位的代表
cli-dossiers-written = { $year } 年的履职档案 { $count } 份，已写入 { $path }。
cli-dossiers-failed = 有 { $count } 份没有做出来：
