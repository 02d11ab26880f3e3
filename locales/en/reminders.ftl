# The rules of reminders: which steps, how many days before, to whom, in which hours nobody is disturbed.

reminder-matter-feedback = deputy's feedback
reminder-matter-reply = unit's reply
reminder-matter-inquiry = answer to an inquiry
reminder-to-deputy = the deputy
reminder-to-unit-office = the unit's office
reminder-to-provincial-office = the provincial office
reminder-and = { ", " }
reminder-rule-began = { $matter }: when it is recorded, to { $to }
reminder-rule-half = { $matter }: at half time, to { $to }
reminder-rule-nominal = { $matter }: { $days ->
    [0] on the advised day
    [one] one day before the advised day
   *[other] { $days } days before the advised day
}, to { $to }
reminder-rule-due = { $matter }: { $days ->
    [0] on the last day, where it is not the advised day
   *[other] the day after the last day
}, to { $to }
reminder-rule-december = handbook: on { $days } December, to { $to }
reminder-rule-last-working-day = handbook: working days before the last working day of December: { $days }, to { $to }
reminder-rule-january = handbook: on { $days } January, the list of those missing to { $to }
reminder-quiet = no reminders from { $from } to { $until }
reminder-quiet-none = reminders at any hour
reminder-next-none = no more reminder
reminder-next-now = at once
reminder-moved = { $matter }, “{ $title }”: { $before } → { $after }
reminder-moves = Open matters looked at: { $open }. The next reminder moves for { $moved } of them; { $now } are reminded of at once. What was said already is not said again.
reminder-fault-at = Row { $line }: { $fault }
reminder-fault-unreadable = This can't be read. Please write it like the others: matter, counted from, days, to whom.
reminder-fault-days = Days are 0 or a whole number, not negative, no fraction. In a file, days before are negative, such as -7.
reminder-fault-past-end = This step lies after the end. Only one may: the day after the last day.
reminder-fault-before-beginning = This step lies before the beginning.
reminder-fault-nobody = It isn't said who is told.
reminder-fault-wrong-audience = Those can't be told of this. Units' replies are the provincial office's; inquiries go to the deputy and the unit's office; handbooks to the deputy in December, to the unit's office in January.
reminder-fault-twice = The same step stands there already.
reminder-fault-hours = The hours can't be read, or leave less than two hours of a day. Please write 21:00 and 08:30.
reminder-fault-no-feedback = No step for feedback is left. Please leave one at least.
reminder-fault-no-reply = No step for units' replies is left. Please leave one at least.
reminder-fault-no-inquiry = No step for inquiries is left. Please leave one at least.
reminder-fault-no-handbook = No step for handbooks is left. Please leave one at least.
reminder-fault-too-many = Too many rows.

refusal-reminders-faulty = The rules have faults; nothing was changed.
refusal-reminders-same = These are the rules in force; nothing was changed.
refusal-reminders-moved = Someone has just changed the rules. Please look at them again first.

help-reminders = The rules of reminders: which steps, how many days before, to whom
help-reminders-show = Shows the rules in force
help-reminders-show--table = As a table, to be changed and given to reminders set
help-reminders-set = Puts other rules in force, and says what that moves
help-reminders-set--file = The table, as reminders show --table prints it
help-reminders-set--dry-run = Only says what it would move
help-reminders-set--json = As JSON
help-reminders-reset = Puts the shipped rules back in force
help-reminders-reset--dry-run = Only says what it would move
help-reminders-reset--json = As JSON
cli-reminders-set = The rules are changed.
cli-reminders-dry = Only looked at; nothing was changed.

desk-reminders = Reminder rules
desk-reminders-shipped = The rules that the program ships are in force:
desk-reminders-own = Rules that the provincial office has set are in force:
desk-reminders-change = Change
desk-reminders-how = A row is a step. To remove one, choose “not used”; write a new one into an empty row. Write days before as a whole number, such as 7. For the recording and for half time write 0; for the last day 0, for the day after it 1; for handbooks the day of the month, or working days before.
desk-reminder-row = Row
desk-reminder-kind = Matter
desk-reminder-none = not used
desk-reminder-days = Days
desk-reminder-to = To whom
desk-reminder-kind-feedback-began = Feedback: when the reply is recorded
desk-reminder-kind-feedback-nominal = Feedback: days before the advised day
desk-reminder-kind-feedback-due = Feedback: last day, and the day after
desk-reminder-kind-reply-nominal = Unit's reply: days before
desk-reminder-kind-reply-due = Unit's reply: last day, and the day after
desk-reminder-kind-inquiry-began = Inquiry: when it is asked
desk-reminder-kind-inquiry-half = Inquiry: at half time
desk-reminder-kind-inquiry-nominal = Inquiry: days before
desk-reminder-kind-inquiry-due = Inquiry: last day, and the day after
desk-reminder-kind-handbook-december = Handbook: day of December
desk-reminder-kind-handbook-last-working-day = Handbook: working days before the last working day of December
desk-reminder-kind-handbook-january = Handbook: day of January for the list of those missing
desk-reminder-quiet-from = No reminders from
desk-reminder-quiet-until = until
desk-reminder-quiet-hint = Written 21:00 and 08:30. This is for reminders only; other messages follow the program's settings.
desk-reminders-look = See first what it moves
desk-reminders-reset = Back to the shipped rules (see first what it moves)
desk-reminders-by-province = The provincial office changes the rules.
desk-reminders-history = Changes
desk-reminder-set-by = { $day }, { $by }
desk-reminders-preview = What this would change
desk-reminders-gone = Removed
desk-reminders-come = Added
desk-reminders-moved = Open matters
desk-reminder-matter = Matter
desk-reminder-title = Title or number
desk-reminder-before = Next until now
desk-reminder-after = Next from now on
desk-reminders-confirm = Change the rules
desk-reminders-back = Back to the rules
desk-said-reminders-set = The rules are changed; open matters follow them from now on.
