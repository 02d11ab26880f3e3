# 手册的交和收：十二月的提醒、代表提交、联络机构收下或退回

hand-in-due = { $called }，您好，又到年底交履职手册的时候了。{ $year } 年已确认 { $count } 条。
hand-in-due-drafts = 还有 { $drafts } 条等您看一眼，约两分钟。
hand-in-due-until = { $day }前交原选举单位的代表联络工作机构即可。交纸质手册也可以。
hand-in-drafts = 还有 { $count } 条没有确认，不会写进手册。要先看一眼吗？
hand-in-open = { $year } 年的履职手册还没有交。
hand-in-quiet = 好的，{ $quiet_until } 再提醒您。这不算交手册，想交时随时可以交。
hand-in-handed-in = { $year } 年的履职手册已在 { $handed_in }提交给{ $unit }代表联络工作机构。收下以后会告诉您。
hand-in-paper-told = 记下了：您说纸质手册已交给{ $unit }代表联络工作机构。他们查收以后会告诉您，在那以前不再提醒。
hand-in-returned = { $year } 年的履职手册请补充后再交。{ $unit }代表联络工作机构的意见：{ $reason }
hand-in-returned-why = 上次退回时的意见：{ $reason }
hand-in-said-planned = 好的。说了还不算交：{ $year } 年的履职手册还没有交，{ $day }前交就行。想现在交，点下面就可以。
hand-in-said-planned-late = 好的。说了还不算交：{ $year } 年的履职手册还没有交，现在仍然可以交，点下面就可以。
hand-in-said-submitted = 您说手册交了，这里还没有记下。请点一下是怎么交的：用这里的手册，点【确认并提交】；交的是纸质手册，点【已交纸质手册】。
hand-in-said-on-paper = 您说交了纸质手册。请点【已交纸质手册】，就记下了，联络机构查收以后会告诉您。
hand-in-accepted = { $year } 年的履职手册，{ $unit }代表联络工作机构已在 { $decided }收下。回执：{ $fingerprint }
hand-in-accepted-paper = { $year } 年的纸质履职手册，{ $unit }代表联络工作机构已在 { $decided }收下。
hand-in-amended = 收下以后又有 { $count } 处变动，作为补正附在后面，不改动已交的内容：
hand-in-moved-on = 提交以后又有 { $count } 处变动。想一起交，请再点一次【确认并提交】：
hand-in-line-added = ＋ { $day }　{ $category }
hand-in-line-changed = 改 { $day }　{ $category }
hand-in-line-removed = － { $day }　{ $category }
hand-in-missing = { $year } 年的履职手册还有 { $count } 位代表没有交：{ $names }。在台面上查看和登记：{ $url }
hand-in-missing-none = { $year } 年的履职手册都已交齐。

button-look-at-drafts = 看这 { $count } 条
button-hand-in = 确认并提交
button-hand-in-as-it-is = 不等了，就这样提交
button-on-paper = 已交纸质手册
button-next-week = 下周再提醒

refusal-handbook-too-early = 履职手册从 12 月 1 日起交，现在还可以继续补充。
refusal-handbook-frozen = 这一年的手册联络机构已经收下，不再改动。之后的记录会作为补正附在后面。
refusal-handbook-not-handed-in = 这本手册代表还没有提交，暂时不能收下或退回。收到的是纸质手册，请登记为纸质。

## 台面

desk-handbooks = 履职手册
desk-handbooks-year = { $year } 年
desk-handbooks-of = { $year } 年的履职手册交了没有
desk-handbooks-of-unit = { $office }：{ $year } 年的履职手册交了没有
desk-handbook-of = { $name }代表 { $year } 年的履职手册
desk-handbook-hash = 校验值（SHA-256）
desk-handbook-amendments = 提交以后的变动
desk-handbook-history = 经过
desk-handbook-event = { $day }　{ $act }　{ $why }
desk-handbook-did-handed-in = 代表提交
desk-handbook-did-paper-told = 代表称已交纸质手册
desk-handbook-did-accepted = 联络机构收下
desk-handbook-did-returned = 请补充后再交
desk-handbook-deputy = 代表的情况和手册导出
desk-handbooks-choose = 请先选要收下的手册。
desk-said-handbooks-taken-in = 已收下，代表会收到回执。
desk-said-handbook-given-back = 已退回，代表会看到您写的意见。
desk-handbooks-counts = 应交 { $all }，已收 { $accepted }，待收 { $waiting }，请补充 { $returned }，未交 { $missing }
desk-handbooks-none = 这里还没有代表。导入名单以后就能看到手册的情况。
desk-handbooks-deputy = 代表
desk-handbooks-confirmed = 已确认
desk-handbooks-drafts = 待确认
desk-handbooks-state = 状态
desk-handbooks-act = 办理
desk-handbooks-open = 未交
desk-handbooks-handed-in = 已提交，待收
desk-handbooks-paper-told = 称已交纸质，待查收
desk-handbooks-returned = 已请补充
desk-handbooks-accepted = 已收
desk-handbooks-accepted-paper = 已收纸质
desk-handbooks-ended = 已离任
desk-handbooks-take-in = 收下
desk-handbooks-take-in-all = 收下选中的
desk-handbooks-paper = 收到纸质手册
desk-handbooks-return = 请补充后再交
desk-handbooks-reason = 要补充什么
desk-handbooks-show = 查看
desk-handbooks-show-all = 全部

## 命令行

help-handbook-list = 各位代表的手册交了没有

help-handbook-list--missing = 只列未交的
help-handbook-take-in = 收下代表已提交的手册；收到纸质手册加 --paper
help-handbook-take-in--codes = 代表编码，可以写几个
help-handbook-take-in--paper = 收到的是纸质手册
help-handbook-give-back = 请代表补充后再交
help-handbook-give-back--reason = 要补充什么，代表会看到
cli-handbook-row = { $code }　{ $name }　{ $state }　已确认 { $confirmed } 条，待确认 { $drafts } 条
cli-handbook-taken-in = 已收下 { $count } 本 { $year } 年的履职手册。
cli-handbook-given-back = 已请{ $name }代表补充 { $year } 年的履职手册后再交。
hand-in-line = { $year } 年履职手册还没有交，{ $day }前交原选举单位的代表联络工作机构。
button-handbook-due = 看手册

# 表格导入
hand-in-sheet = 联络机构按表格录入了您 { $year } 年的履职手册：新增 { $added } 条，改动 { $changed } 条。请您看一看，您确认以后才写进手册。
refusal-handbook-in-hand = 代表已经提交这一年的手册，不能再按表格改动。请先退回请代表补充；或者先收下，之后的更正作为补正附在后面。
desk-handbook-import = 导入填好的表格
desk-handbook-import-of = 导入表格：{ $name }代表 { $year } 年的履职手册
desk-handbook-import-file = 填好的 Excel 文件
desk-handbook-import-hint = 先导出 Excel，在里面添行或改动再交回来。新的一行把“记录编号”留空。文件里没有的记录照旧保留，不会删去。
desk-handbook-import-export = 导出 { $year } 年的 Excel
desk-handbook-import-reason = 改动的缘由
desk-handbook-import-reason-hint = 可以不填；会记在每处改动的历史里。不填就记文件名。
desk-handbook-import-preview = { $file }：看看有什么变动
desk-handbook-import-go = 导入，请代表确认
desk-handbook-import-faulty = 有 { $count } 处要先改好，一行也没有收
desk-said-handbook-sheet-taken = 已导入。新增和改动的都等代表本人确认。
help-handbook-import = 导入填好的履职手册 Excel：新的和改动的都等代表本人确认；有一处错就一条不收
help-handbook-import--file = 导出后填好的 Excel 文件
help-handbook-import--code = 代表编码
help-handbook-import--reason = 改动的缘由，记在历史里；不写就记文件名
hand-in-late = 另有 { $count } 条补记等联络机构认可，认可以后才写进手册。
