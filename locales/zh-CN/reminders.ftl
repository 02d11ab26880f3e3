# 提醒规则：哪几步、提前几天、告诉谁、什么时候不打扰。

reminder-matter-feedback = 代表反馈
reminder-matter-reply = 单位答复
reminder-matter-inquiry = 回答询问
reminder-to-deputy = 代表
reminder-to-unit-office = 原选举单位联络机构
reminder-to-provincial-office = 省联络机构
reminder-and = 、
reminder-rule-began = { $matter }：登记的时候，告诉{ $to }
reminder-rule-half = { $matter }：期限过半，告诉{ $to }
reminder-rule-nominal = { $matter }：{ $days ->
    [0] 建议日期当天
   *[other] 建议日期前 { $days } 天
}，告诉{ $to }
reminder-rule-due = { $matter }：{ $days ->
    [0] 最后一天（和建议日期不是同一天时）
   *[other] 最后一天的次日
}，告诉{ $to }
reminder-rule-december = 履职手册：12 月 { $days } 日，告诉{ $to }
reminder-rule-last-working-day = 履职手册：12 月最后一个工作日前 { $days } 个工作日，告诉{ $to }
reminder-rule-january = 履职手册：1 月 { $days } 日，把没交的名单告诉{ $to }
reminder-quiet = { $from } 到次日 { $until } 不发提醒
reminder-quiet-none = 全天都可以发提醒
reminder-next-none = 不再提醒
reminder-next-now = 马上提醒
reminder-moved = { $matter }《{ $title }》：{ $before } → { $after }
reminder-moves = 看了 { $open } 件没办结的，其中 { $moved } 件下一次提醒的时间会变，{ $now } 件马上会提醒一次。已经提醒过的不会再发。
reminder-fault-at = 第 { $line } 行：{ $fault }
reminder-fault-unreadable = 读不懂。请照原来的写法：事项、从哪天算、天数、告诉谁。
reminder-fault-days = 天数要写 0 或正整数，不写负数、小数和汉字。用文件导入时，提前的天数写成负数，如 -7。
reminder-fault-past-end = 这一步在期限之后。期限之后只能有一步：最后一天的次日。
reminder-fault-before-beginning = 这一步早于期限开始。
reminder-fault-nobody = 没有选告诉谁。
reminder-fault-wrong-audience = 这件事不能告诉所选的人：单位答复只告诉省联络机构，询问告诉代表和原选举单位联络机构，手册的 12 月提醒告诉代表、1 月名单告诉原选举单位联络机构。
reminder-fault-twice = 同一步已经有了。
reminder-fault-hours = 不提醒的时间读不懂，或者一天里剩下不到两小时。请写成 21:00 和 08:30。
reminder-fault-no-feedback = 代表反馈一步提醒也没有了。至少留一步。
reminder-fault-no-reply = 单位答复一步提醒也没有了。至少留一步。
reminder-fault-no-inquiry = 询问一步提醒也没有了。至少留一步。
reminder-fault-no-handbook = 履职手册一步提醒也没有了。至少留一步。
reminder-fault-too-many = 行数太多。

refusal-reminders-faulty = 提醒规则有错，没有改动。
refusal-reminders-same = 和现在的提醒规则一样，没有改动。
refusal-reminders-moved = 别人刚刚改过提醒规则。请重新看一遍再改。

help-reminders = 提醒规则：哪几步、提前几天、告诉谁
help-reminders-show = 显示现在的提醒规则
help-reminders-show--table = 显示成表，改好后用 reminders set 导入
help-reminders-set = 换一份提醒规则，先说会变动哪些
help-reminders-set--file = 表文件，用 reminders show --table 得到
help-reminders-set--dry-run = 只看会变动哪些，不改
help-reminders-set--json = 输出成 JSON
help-reminders-reset = 恢复随程序来的提醒规则
help-reminders-reset--dry-run = 只看会变动哪些，不改
help-reminders-reset--json = 输出成 JSON
cli-reminders-set = 提醒规则已改。
cli-reminders-dry = 只是看看，没有改动。

desk-reminders = 提醒规则
desk-reminders-shipped = 现在用的是随程序来的规则：
desk-reminders-own = 现在用的是省联络机构改过的规则：
desk-reminders-change = 修改
desk-reminders-how = 一行是一步提醒。不要的一步，事项选“不用”；新的一步写在空行里。提前的天数写正整数，如 7。登记的时候、期限过半的，天数写 0；最后一天写 0，次日写 1；手册写几号或者提前几个工作日。
desk-reminder-row = 行
desk-reminder-kind = 事项
desk-reminder-none = 不用
desk-reminder-days = 天数
desk-reminder-to = 告诉谁
desk-reminder-kind-feedback-began = 代表反馈：登记答复的时候
desk-reminder-kind-feedback-nominal = 代表反馈：建议日期前几天
desk-reminder-kind-feedback-due = 代表反馈：最后一天和次日
desk-reminder-kind-reply-nominal = 单位答复：期限前几天
desk-reminder-kind-reply-due = 单位答复：最后一天和次日
desk-reminder-kind-inquiry-began = 询问：发出的时候
desk-reminder-kind-inquiry-half = 询问：期限过半
desk-reminder-kind-inquiry-nominal = 询问：期限前几天
desk-reminder-kind-inquiry-due = 询问：最后一天和次日
desk-reminder-kind-handbook-december = 手册：12 月几号
desk-reminder-kind-handbook-last-working-day = 手册：12 月最后一个工作日前几个工作日
desk-reminder-kind-handbook-january = 手册：1 月几号告诉没交的名单
desk-reminder-quiet-from = 几点以后不发提醒
desk-reminder-quiet-until = 到几点为止
desk-reminder-quiet-hint = 写成 21:00 和 08:30。这里只管提醒，其他消息按程序的设置。
desk-reminders-look = 先看会变动哪些
desk-reminders-reset = 恢复随程序来的规则（先看会变动哪些）
desk-reminders-by-province = 提醒规则由省联络机构修改。
desk-reminders-history = 改动记录
desk-reminder-set-by = { $day }，{ $by }
desk-reminders-preview = 这样改，会变动这些
desk-reminders-gone = 去掉的
desk-reminders-come = 新加的
desk-reminders-moved = 没办结的事项
desk-reminder-matter = 事项
desk-reminder-title = 标题或编号
desk-reminder-before = 原来下一次
desk-reminder-after = 改后下一次
desk-reminders-confirm = 确认修改
desk-reminders-back = 回到提醒规则
desk-said-reminders-set = 提醒规则已改，没办结的事项随后按新规则提醒。
