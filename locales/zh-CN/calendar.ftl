# 放假安排：哪天放假、哪天调休上班；期限怎么算。
# 变量：$on、$due 日期，$weekday 1（周一）到 7（周日），$name 节日，$line 行号，$field 列名或字段名，$found 文件里的内容。

festival-new-year = 元旦
festival-spring = 春节
festival-qingming = 清明节
festival-labour = 劳动节
festival-dragon-boat = 端午节
festival-mid-autumn = 中秋节
festival-national = 国庆节
festival-joiner = 、

calendar-weekday = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}
calendar-standing-working = 工作日
calendar-standing-weekend = 普通周末
calendar-standing-off = { $name }放假
calendar-standing-make-up = { $name }调休上班
calendar-standing-festival = { $name }

## 提醒导入

calendar-wanted-next-year = { $year } 年的放假调休安排还没有导入。国务院办公厅通常在 10 月底到 12 月公布；公布后请导入，落在 { $year } 年的期限才能定下来。
calendar-wanted-this-year = 今年（{ $year } 年）的放假调休安排还没有导入，落在今年的期限都只是暂定。请尽快导入。

## 文件里要先改好的

calendar-place-line = 第 { $line } 行：
calendar-place-field = 第 { $line } 行“{ $field }”：
calendar-fault-not-json = 从第 { $number } 个字符起读不懂，不是完整的 JSON。请检查括号、引号和逗号。
calendar-fault-wrong-shape = { $found ->
    [none] 写法不对。请照 calendar show --json 的样子写。
   *[other] “{ $found }”写法不对。请照 calendar show --json 的样子写。
}
calendar-fault-no-headings = 没有找到表头。表头那一行要有“日期”（或“开始日期”）、“节日”和“安排”，还可以有“结束日期”“法定节日”“通知”。
calendar-fault-no-days = 里面没有一天放假或上班的安排。请换一个文件。
calendar-fault-field-missing = { $field ->
    [days] 缺少“days”（每一天的安排）。请补上。
   *[other] 这里没有写。请补上。
}
calendar-fault-day-unreadable = “{ $found }”不是日期。请写成 2027-02-05 这样。
calendar-fault-day-impossible = 没有“{ $found }”这一天。请改成真实的日期。
calendar-fault-end-before-begin = 结束日期 { $found } 早于开始日期。请检查这两个日期。
calendar-fault-line-too-long = { $found } 有 { $number } 天，没有这么长的假期。请检查日期。
calendar-fault-kind-unknown = “{ $found }”看不懂。只能写“放假”或“上班”（JSON 里是 off 或 work）。
calendar-fault-statutory-unreadable = “{ $found }”看不懂。是不是法定节日，请写“是”或“否”（JSON 里是 true 或 false），或者不写。
calendar-fault-status-unknown = “{ $found }”看不懂。只能写 published（已公布）或 not_published（未公布）。
calendar-fault-year-unreadable = “{ $found }”不是年份。请写四位数字，如 2027。
calendar-fault-twice = { $found } 与第 { $number } 行重复。同一天只能有一种安排，请删去或改正其中一处。
calendar-fault-year-not-named = { $found } 不属于这个文件所写的年份。请检查日期或年份。
calendar-fault-year-too-early = { $found } 年太早，这里从 { $number } 年开始。请检查日期。
calendar-fault-year-not-yet = { $found } 年的安排现在还不可能公布，最晚到 { $number } 年。请检查日期。
calendar-fault-make-up-on-weekday = { $found } 是{ $weekday }，本来就上班，不会是调休上班日。请检查日期。
calendar-fault-make-up-on-festival = { $found } 是{ $name }，法定放假，不能上班。请检查日期。
calendar-fault-year-empty = 写了 { $found } 年，却没有这一年的安排。请补上。
calendar-fault-festival-missing = 缺少 { $found }（{ $name }），这一天依法放假。请补上。
calendar-fault-gap-in-leave = { $found }（{ $weekday }）前后都放假，这一天却没有安排。请检查是不是漏了。
calendar-fault-leave-too-long = 从 { $found } 起连休 { $number } 天，没有这么长的假期。请检查日期。

## 请留意的

calendar-note-statutory-differs = { $found } 是不是法定节日当天，文件和《全国年节及纪念日放假办法》说的不一样，按文件记下。
calendar-note-unbalanced = { $found } 年放假的工作日减去调休上班日是 { $number } 天，依法应有 { $lawful } 天。请对照通知看看有没有写漏。
calendar-note-no-notice = 没有写明 { $found } 年的安排出自哪份通知。可以在“通知”一列写上文号或网址。
calendar-note-december-before = { $found } 在上一年年底，按这次的通知执行。

## 期限怎么算

deadline-why-joiner = ；
deadline-why-converted = 换算为北京时间 { $at }
deadline-why-received = 收到当日（{ $on }）不计入（201条）
deadline-why-handed-out = 交办当日（{ $on }）不计入（201条）
deadline-why-same-day = 对应日为 { $on }（202条）
deadline-why-month-end = { $months }个月后无对应日，取月末 { $on }（202条）
deadline-why-counted = 从次日起数满{ $days }个工作日，到 { $on }（{ $weekday }，{ $standing }）
deadline-why-stays = { $on } 为{ $weekday }，{ $standing }，不顺延
deadline-why-moves = { $on } 为{ $weekday }，{ $standing }，休假日结束的次日为 { $due }（{ $due-weekday }，{ $due-standing }）（203条）
deadline-why-not-published-earliest = { $year }年放假调休安排尚未公布，此日期为暂定的最早可能日，公布后重算
deadline-why-not-published = { $year }年放假调休安排尚未公布，此日期为暂定，公布后重算
deadline-why-not-held = 放假安排里没有{ $year }年，此日期为暂定，补上后重算
deadline-why-turn-of-year = { $year }年的通知可能调整上年12月最后几天，公布后会再核对
deadline-why-feedback = 期限依据：履职管理意见第六条，收到答复一个月内反馈
deadline-why-reply3m = 期限依据：代表法第五十一条，交办之日起三个月内答复
deadline-why-reply6m = 期限依据：代表法第五十一条，涉及面广、处理难度大的，交办之日起六个月内答复
deadline-why-articles = 条文为民法典第二百零一条至第二百零三条，比照适用
deadline-why-edition = 放假安排第 { $version } 版
deadline-why-edition-shipped = 放假安排为程序自带（{ $first }—{ $last }年）

deadline-line-began-received = 收到：{ $on }（{ $weekday }）
deadline-line-began-handed-out = 交办：{ $on }（{ $weekday }）
deadline-line-same = 最迟：{ $due }（{ $due-weekday }）24:00
deadline-line-rolled = 建议不晚于：{ $on }（{ $weekday }）；最迟：{ $due }（{ $due-weekday }）24:00
deadline-line-provisional = 这是暂定日期，放假安排公布后会重算。
deadline-line-narrower = 从严理解：周末不顺延的，到 { $announced }；只有法定节日顺延的，到 { $festivals }
deadline-line-why = 怎么算的：{ $why }。
