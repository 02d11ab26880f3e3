# The roster: files that can't be read, faults row by row, and what an officer should see.
# Variables: $row, $column (letters), $found (what stands there), $suggestion (what was probably meant), $other (another
# row), $limit. Headings and states stay Chinese: they are what the file must say.

## Files that can't be read

roster-refusal-empty = This file is empty. Please choose another one.
roster-refusal-too-big = This file is too large: more than { $limit } MB. Please keep only the roster, without pictures, and try again.
roster-refusal-too-many-rows = This table is too long: more than { $limit } rows. Please keep only the roster and try again.
roster-refusal-too-many-columns = This table is too wide: more than { $limit } columns. Please delete what is to the right of the roster and try again.
roster-refusal-encrypted = This file has a password. Please remove the password and try again.
roster-refusal-broken = This file can't be opened; it may be damaged. Please open it in Excel or WPS, save it as .xlsx and try again.
roster-refusal-web-page = This file is really a web page, not a table. Please open it in Excel or WPS, save it as .xlsx and try again.
roster-refusal-not-a-table = This file is not a table. You can use .xlsx, .xls or .csv files.
roster-refusal-unknown-encoding = The text in this file can't be made out. Please open it in Excel or WPS, save it as .xlsx and try again.
roster-refusal-quote-left-open = Row { $row } has a quotation mark without its partner, which would swallow the rows below. Please add or remove one and try again.

## To be put right first

roster-fault-empty-file = There is nothing in this table. Please choose another file.
roster-fault-no-header = No row of headings was found. It needs “姓名” and at least two others, such as “代表编码” and “选举单位”.
roster-fault-nobody-listed = Row { $row } has the headings, but there is no deputy below. Please add the list.
roster-fault-missing-column = The headings (row { $row }) lack the column “{ $suggestion }”. Please add it.
roster-fault-column-twice = Row { $row }, column { $column }: “{ $suggestion }” is there twice. Please keep one, or give one another heading.
roster-fault-column-too-many = Row { $row }, column { $column }: “{ $found }” stands under no heading; the whole row may have moved. Please look at this row.
roster-fault-no-code = Row { $row }, column { $column }: the deputy's code is missing. Please add it.
roster-fault-bad-code = Row { $row }, column { $column }: the code “{ $found }” can't be used. A code has only letters, digits and hyphens, such as CS-001.
roster-fault-code-twice = Row { $row }, column { $column }: the code “{ $found }” is also in row { $other }. A code belongs to one deputy; please correct one of the rows.
roster-fault-code-belongs-to-another = Row { $row }, column { $column }: the code “{ $found }” was given to another deputy before; the name and the card number (or telephone) both differ. An old poster must not lead to someone else; please give a new code.
roster-fault-no-name = Row { $row }, column { $column }: the name is missing. Please add it.
roster-fault-bad-name = Row { $row }, column { $column }: “{ $found }” doesn't look like a name. Please write only the name, and put remarks into another column.
roster-fault-unknown-sex = Row { $row }, column { $column }: the sex “{ $found }” isn't known. Please write “男” or “女”.
roster-fault-unknown-unit = Row { $row }, column { $column }: the electing unit “{ $found }” isn't known. Please write its full name, such as “长沙市”.
roster-fault-unknown-unit-near = Row { $row }, column { $column }: the electing unit “{ $found }” isn't a full name. Is it “{ $suggestion }”? Please write the full name in the table.
roster-fault-unknown-grassroots = Row { $row }, column { $column }: “{ $found }” isn't known as an answer to 基层代表. Please write “是” or “否”.
roster-fault-bad-phone = Row { $row }, column { $column }: “{ $found }” is not one telephone number. Please write one mobile number, or a landline with its area code.
roster-fault-bad-card-number = Row { $row }, column { $column }: the card number “{ $found }” can't be used. Its last four characters are checked when a deputy joins, so it needs at least five, and the last four must be letters or digits.
roster-fault-card-number-twice = Row { $row }, column { $column }: the card number “{ $found }” is also in row { $other }. Please check both rows.
roster-fault-number-cut-short = Row { $row }, column { $column }: the number has become “{ $found }”, and its last digits are lost. Please format the column as text and enter it again.
roster-fault-impossible-date = Row { $row }, column { $column }: there is no such day as “{ $found }”. Please check it.
roster-fault-unreadable-date = Row { $row }, column { $column }: the date “{ $found }” can't be read. Please write it like 2023-01-10.
roster-fault-unknown-status = Row { $row }, column { $column }: the state “{ $found }” isn't known. Please write “在任”, “暂停执行职务” or “资格终止”.
roster-fault-text-too-long = Row { $row }, column { $column }: “{ $found }” is too long; 200 characters are the most. Please shorten it.
roster-fault-formula-error = Row { $row }, column { $column }: a formula in the table has failed ({ $found }). Please enter the content itself.

## Worth a look

roster-note-line-skipped = Row { $row }, “{ $found }”, is not a deputy and was not read.
roster-note-unknown-column = Column { $column }, “{ $found }”, is not needed and was not read.
roster-note-prefix-contradicts-unit = Row { $row }, column { $column }: it says “{ $found }”, but the letters of the code are those of “{ $suggestion }”. The unit as written is taken; please check it.
roster-note-no-card-number = Row { $row }, column { $column }: there is no card number. Until it is added, this deputy can't join.
roster-note-phone-twice = Row { $row }, column { $column }: the telephone “{ $found }” is also in row { $other }. If they don't share it, please correct it.
roster-note-month-may-be-october = Row { $row }, column { $column }: “{ $found }” was read as January. Spreadsheets turn 2023.10 into 2023.1; if it was October, please write 2023-10.
roster-note-status-assumed = Row { $row }, column { $column }: no state is given; taken as “在任” (in office).
roster-note-no-status-column = There is no column “状态”; all deputies are taken as “在任” (in office).
