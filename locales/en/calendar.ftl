# Days off: which days are off and which are worked instead; how deadlines are worked out.
# Variables: $on, $due days, $weekday 1 (Monday) to 7 (Sunday), $name festivals, $line number of the line, $field heading
# or field, $found what the file has.

festival-new-year = New Year
festival-spring = Spring Festival
festival-qingming = Qingming
festival-labour = Labour Day
festival-dragon-boat = Dragon Boat Festival
festival-mid-autumn = Mid-Autumn
festival-national = National Day
festival-joiner = {" and "}

calendar-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
calendar-standing-working = a working day
calendar-standing-weekend = a plain weekend
calendar-standing-off = off for { $name }
calendar-standing-make-up = worked in place of { $name } leave
calendar-standing-festival = { $name }

## Reminders to load

calendar-wanted-next-year = The days off of { $year } are not loaded yet. The State Council's General Office usually publishes them between late October and December; please load them then, so that deadlines in { $year } become firm.
calendar-wanted-this-year = The days off of this year ({ $year }) are not loaded, so all deadlines in it are provisional. Please load them soon.

## To be mended in the file first

calendar-place-line = Line { $line }:{" "}
calendar-place-field = Line { $line }, “{ $field }”:{" "}
calendar-fault-not-json = From character { $number } on it can't be read; this is not complete JSON. Please check brackets, quotation marks and commas.
calendar-fault-wrong-shape = { $found ->
    [none] This is not of the right shape. Please follow what calendar show --json prints.
   *[other] “{ $found }” is not of the right shape. Please follow what calendar show --json prints.
}
calendar-fault-no-headings = No headings were found. The head needs 日期 (or 开始日期, date), 节日 (name) and 安排 (type); 结束日期 (until), 法定节日 (statutory) and 通知 (notice) may stand beside them.
calendar-fault-no-days = There is no day off or worked in it. Please choose another file.
calendar-fault-field-missing = { $field ->
    [days] “days” is missing (what each day is). Please add it.
   *[other] Nothing is written here. Please add it.
}
calendar-fault-day-unreadable = “{ $found }” is not a day. Please write it like 2027-02-05.
calendar-fault-day-impossible = There is no day “{ $found }”. Please change it to a real one.
calendar-fault-end-before-begin = The last day { $found } lies before the first. Please check both.
calendar-fault-line-too-long = { $found } has { $number } days; no leave is that long. Please check the days.
calendar-fault-kind-unknown = “{ $found }” is not understood. Write 放假 or 上班 (off or work in JSON).
calendar-fault-statutory-unreadable = “{ $found }” is not understood. Whether it is a festival day itself: 是 or 否 (true or false in JSON), or nothing.
calendar-fault-status-unknown = “{ $found }” is not understood. Write published or not_published.
calendar-fault-year-unreadable = “{ $found }” is not a year. Please write four digits, such as 2027.
calendar-fault-twice = { $found } stands in line { $number } too. A day can be only one thing; please take out or mend one of them.
calendar-fault-year-not-named = { $found } is not in a year that this file names. Please check the day or the year.
calendar-fault-year-too-early = { $found } is too early; this calendar begins in { $number }. Please check the days.
calendar-fault-year-not-yet = The plan of { $found } can't be out yet; { $number } is the last that can. Please check the days.
calendar-fault-make-up-on-weekday = { $found } is a { $weekday }, which is worked anyway; it can't be a make-up day. Please check the day.
calendar-fault-make-up-on-festival = { $found } is { $name }, off by law; it can't be worked. Please check the day.
calendar-fault-year-empty = { $found } is named, but nothing is said of it. Please add its days.
calendar-fault-festival-missing = { $found } ({ $name }) is missing, which is off by law. Please add it.
calendar-fault-gap-in-leave = { $found } ({ $weekday }) lies between days off, and nothing is said of it. Please check whether it was left out.
calendar-fault-leave-too-long = { $number } days in a row are off from { $found } on; no leave is that long. Please check the days.

## Worth a look

calendar-note-statutory-differs = Whether { $found } is a festival day itself: the file and the law on festival days differ. It is kept as the file says.
calendar-note-unbalanced = In { $found } the days off from Monday to Friday less the make-up days are { $number }; by law they are { $lawful }. Please check with the notice that nothing is left out.
calendar-note-no-notice = The file doesn't say from which notice the plan of { $found } is. Its number or address can stand in the column 通知.
calendar-note-december-before = { $found } lies at the end of the year before; this notice settles it.

## How deadlines are worked out

deadline-why-joiner = {"; "}
deadline-why-converted = in Beijing time { $at }
deadline-why-received = the day of receipt ({ $on }) is not counted (art. 201)
deadline-why-handed-out = the day of handing out ({ $on }) is not counted (art. 201)
deadline-why-same-day = the same day of the month is { $on } (art. 202)
deadline-why-month-end = { $months ->
    [one] one month later there is no such day, so the month's last day { $on } (art. 202)
   *[other] { $months } months later there is no such day, so the month's last day { $on } (art. 202)
}
deadline-why-counted = { $days } working days, counted from the next day, end on { $on } ({ $weekday }, { $standing })
deadline-why-stays = { $on } is a { $weekday }, { $standing }, so it stays
deadline-why-moves = { $on } is a { $weekday }, { $standing }; the first day after the days off is { $due } ({ $due-weekday }, { $due-standing }) (art. 203)
deadline-why-not-published-earliest = the days off of { $year } are not published; this is provisional, the earliest day it can be, and will be worked out again
deadline-why-not-published = the days off of { $year } are not published; this is provisional and will be worked out again
deadline-why-not-held = the calendar doesn't hold { $year }; this is provisional until it does
deadline-why-turn-of-year = the notice of { $year } may still move the last days of the December before, and the day will be checked again then
deadline-why-feedback = ground: article 6 of the Opinions on deputies' duties, feedback within one month of receiving the reply
deadline-why-reply3m = ground: article 51 of the Deputies Law, a reply within three months of handing out
deadline-why-reply6m = ground: article 51 of the Deputies Law, a reply within six months of handing out where the matter is wide and hard
deadline-why-articles = the articles are 201 to 203 of the Civil Code, applied by analogy
deadline-why-edition = version { $version } of the calendar of days off
deadline-why-edition-shipped = the calendar that the program brings along ({ $first } to { $last })

deadline-line-began-received = Received: { $on } ({ $weekday })
deadline-line-began-handed-out = Handed out: { $on } ({ $weekday })
deadline-line-same = At the latest: { $due } ({ $due-weekday }), 24:00
deadline-line-rolled = Better by: { $on } ({ $weekday }); at the latest: { $due } ({ $due-weekday }), 24:00
deadline-line-provisional = These days are provisional and will be worked out again when the days off are published.
deadline-line-narrower = Read more strictly: if weekends don't move the end, { $announced }; if only festival days do, { $festivals }
deadline-line-why = How it was worked out: { $why }.
