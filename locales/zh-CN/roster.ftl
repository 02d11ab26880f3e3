# 花名册：文件读不了、逐行的问题、请留意的地方。
# 变量：$row 行号，$column 列（字母），$found 表里的内容，$suggestion 可能的正确写法，$other 另一行的行号，$limit 上限。

## 文件读不了

roster-refusal-empty = 这个文件是空的，里面没有内容。请换一个文件再试。
roster-refusal-too-big = 这个文件太大，超过了 { $limit } MB。请只保留花名册，删去图片，再试一次。
roster-refusal-too-many-rows = 表格太大，超过了 { $limit } 行。请只保留花名册，再试一次。
roster-refusal-too-many-columns = 表格太宽，超过了 { $limit } 列。请删去右边多余的内容，再试一次。
roster-refusal-encrypted = 这个文件设了密码。请先取消密码，再试一次。
roster-refusal-broken = 这个文件打不开，可能已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx，再试一次。
roster-refusal-web-page = 这个文件其实是网页，不是表格。请用 Excel 或 WPS 打开后另存为 .xlsx，再试一次。
roster-refusal-not-a-table = 这个文件不是表格。可以用 .xlsx、.xls 或 .csv 文件。
roster-refusal-unknown-encoding = 文件里的文字认不出来。请用 Excel 或 WPS 打开后另存为 .xlsx，再试一次。
roster-refusal-quote-left-open = 第 { $row } 行有一个引号没有成对，后面几行会被吞掉。请补上或删去这个引号，再试一次。

## 要先改好的

roster-fault-empty-file = 表里没有内容。请换一个文件再试。
roster-fault-no-header = 没有找到表头。表头那一行至少要有“姓名”和另外两个列名，如“代表编码”“选举单位”。
roster-fault-nobody-listed = 第 { $row } 行是表头，下面没有代表。请补上名单。
roster-fault-missing-column = 表头（第 { $row } 行）缺少“{ $suggestion }”这一列。请补上。
roster-fault-column-twice = 第 { $row } 行 { $column } 列：“{ $suggestion }”这一列有两列。请只留一列，或改一个列名。
roster-fault-column-too-many = 第 { $row } 行 { $column } 列：“{ $found }”上面没有列名，可能是整行错了位。请看一下这一行。
roster-fault-no-code = 第 { $row } 行 { $column } 列：没有代表编码。请补上。
roster-fault-bad-code = 第 { $row } 行 { $column } 列：代表编码“{ $found }”不能用。编码只用字母、数字和短横线，如 CS-001。
roster-fault-code-twice = 第 { $row } 行 { $column } 列：代表编码“{ $found }”与第 { $other } 行相同。一个编码只能给一位代表，请改正其中一行。
roster-fault-code-belongs-to-another = 第 { $row } 行 { $column } 列：代表编码“{ $found }”已经给过另一位代表，姓名和代表证号（或电话）都不同。旧海报上的码不能通向别人，请另给一个编码。
roster-fault-no-name = 第 { $row } 行 { $column } 列：没有姓名。请补上。
roster-fault-bad-name = 第 { $row } 行 { $column } 列：“{ $found }”不像姓名。请只写姓名，括号里的说明放到别的列。
roster-fault-unknown-sex = 第 { $row } 行 { $column } 列：性别“{ $found }”认不出来。请写“男”或“女”。
roster-fault-unknown-unit = 第 { $row } 行 { $column } 列：选举单位“{ $found }”认不出来。请写全称，如“长沙市”。
roster-fault-unknown-unit-near = 第 { $row } 行 { $column } 列：选举单位“{ $found }”不是全称，是“{ $suggestion }”吗？请在表里写全称。
roster-fault-unknown-grassroots = 第 { $row } 行 { $column } 列：基层代表“{ $found }”认不出来。请写“是”或“否”。
roster-fault-bad-phone = 第 { $row } 行 { $column } 列：“{ $found }”不是一个电话号码。请写一个手机号，或带区号的座机号。
roster-fault-bad-card-number = 第 { $row } 行 { $column } 列：代表证号“{ $found }”不能用。开通时要核对后四位，所以证号至少五位，最后四位要是字母或数字。
roster-fault-card-number-twice = 第 { $row } 行 { $column } 列：代表证号“{ $found }”与第 { $other } 行相同。请核对这两行。
roster-fault-number-cut-short = 第 { $row } 行 { $column } 列：号码变成了“{ $found }”，后几位已经丢失。请把这一列设为文本，再重新填写。
roster-fault-impossible-date = 第 { $row } 行 { $column } 列：没有“{ $found }”这个日期。请核对。
roster-fault-unreadable-date = 第 { $row } 行 { $column } 列：日期“{ $found }”认不出来。请写成 2023-01-10 这样。
roster-fault-unknown-status = 第 { $row } 行 { $column } 列：状态“{ $found }”认不出来。请写“在任”“暂停执行职务”或“资格终止”。
roster-fault-text-too-long = 第 { $row } 行 { $column } 列：“{ $found }”太长，最多 200 字。请写短一些。
roster-fault-formula-error = 第 { $row } 行 { $column } 列：表里的公式出错了（{ $found }）。请填上内容本身。

## 请看一眼的

roster-note-line-skipped = 第 { $row } 行“{ $found }”不是代表，没有读入。
roster-note-unknown-column = { $column } 列“{ $found }”用不到，没有读入。
roster-note-prefix-contradicts-unit = 第 { $row } 行 { $column } 列：写的是“{ $found }”，而代表编码的字母是“{ $suggestion }”的。以写的单位为准，请核对。
roster-note-no-card-number = 第 { $row } 行 { $column } 列：没有代表证号。补上以前，这位代表还不能开通。
roster-note-phone-twice = 第 { $row } 行 { $column } 列：电话“{ $found }”与第 { $other } 行相同。如果不是同一部电话，请改正。
roster-note-month-may-be-october = 第 { $row } 行 { $column } 列：“{ $found }”按 1 月读。表格会把 2023.10 变成 2023.1，如果是 10 月，请写成 2023-10。
roster-note-status-assumed = 第 { $row } 行 { $column } 列：没有写状态，按“在任”读。
roster-note-no-status-column = 表里没有“状态”这一列，所有代表都按“在任”读。
