# Inquiries: the office asks, the deputy answers (Article 4; Deputies Law 58). The office sets the day.

inquiry-asked = [Inquiry] { $deputy }, { $office } asks about your work as a deputy (no. { $number }):
inquiry-due = [Reminder] { $deputy }, the inquiry of { $office } (no. { $number }) still waits for your answer:
inquiry-shown = The inquiry of { $office } (no. { $number }):
inquiry-question = { $question }
inquiry-until = Please answer by { $due }; { $left ->
    [one] one day is
   *[other] { $left } days are
} left.
inquiry-until-today = Today, { $due }, is the last day.
inquiry-until-over = The time ended on { $due }. An answer is still taken, with its true date.
inquiry-how = Tap Answer now and write a few words; an answer on paper is fine too. The office reads and keeps it. By the rules, deputies answer inquiries of the unit that elected them.
inquiry-stands-answered = The inquiry of { $office } (no. { $number }), which you have answered:
inquiry-stands-answer = Your answer: { $answer }
inquiry-answer-goes-on = … (there is more)
inquiry-ask-answer = Please write your answer to inquiry no. { $number }. Your next message goes straight to { $office }. Please leave out secrets and people's personal data.
inquiry-ask-more = Please write what you want to add. It goes below your answer to inquiry no. { $number }.
inquiry-taken = Your answer has reached { $office }; inquiry no. { $number } is closed. To add something, tap Add.
inquiry-taken-late = Your answer has reached { $office }; inquiry no. { $number } is closed. The last day was { $due }, and the true date is noted. To add something, tap Add.
inquiry-added = What you added has reached { $office } (inquiry no. { $number }).
inquiry-entered = { $office } took down your answer to inquiry no. { $number }. There are no more reminders. To add something, tap Add.
inquiry-snoozed = You will be reminded on the morning of { $until }. The last day is { $due }.
inquiry-withdrawn = { $office } has withdrawn inquiry no. { $number }; no answer is needed. Reason: { $why }
inquiry-answered = { $name } has answered inquiry no. { $number }. Please see the desk: { $url }
inquiry-answered-late = { $name } has answered inquiry no. { $number }, after the last day ({ $due }). Please see the desk: { $url }
inquiry-answer-added = { $name } has added to the answer to inquiry no. { $number }. Please see the desk: { $url }
inquiry-line = [Inquiry] no. { $number }, “{ $question }”: by { $due }
inquiry-line-today = [Inquiry] no. { $number }, “{ $question }”: today is the last day
inquiry-line-over = [Inquiry] no. { $number }, “{ $question }”: the time ended on { $due }, an answer is still taken
inquiry-state-open = Waits for the deputy
inquiry-state-answered = Answered
inquiry-state-withdrawn = Withdrawn

button-inquiry-answer = Answer now
button-inquiry-add = Add
button-inquiry-line = Inquiry no. { $number }

due-list-inquiries = { $deputy }, this waits for you, the earliest last day first.
office-due-inquiries = Answers of deputies to inquiries that are missing or due tomorrow: { $count }

refusal-inquiry-day-past = That day is past. Please name today or a later day.
refusal-inquiry-day-far = That day is more than a year ahead. Please check the year.
refusal-inquiry-not-open = This inquiry was answered or withdrawn.
refusal-inquiry-answer-day = The day of the answer lies after the question and not after today.

feed-inquiry = Answer inquiry no. { $number }
feed-about-inquiry = Inquiry of the liaison office, by { $due }

help-inquiry = Inquiries: the office asks, the deputy answers
help-inquiry-ask = Asks a deputy; the office sets the last day
help-inquiry-ask--code = The deputy's code
help-inquiry-ask--question = What is asked
help-inquiry-ask--due = The last day for the answer, such as 2026-12-01
help-inquiry-list = Lists inquiries, the earliest last day first
help-inquiry-list--unit = Only of this electing unit, such as CS
help-inquiry-list--state = open, answered or withdrawn
help-inquiry-show = Shows an inquiry and its answer
help-inquiry-show--number = Number of the inquiry
help-inquiry-answer = Takes down an answer given on paper or by word
help-inquiry-answer--number = Number of the inquiry
help-inquiry-answer--answer = What was answered
help-inquiry-answer--on = The day of the answer; today if it isn't said
help-inquiry-withdraw = Withdraws an inquiry and tells the deputy
help-inquiry-withdraw--number = Number of the inquiry
help-inquiry-withdraw--why = The reason

cli-inquiry-asked = { $name } was asked: no. { $number }, to be answered by { $due }.
cli-inquiry-late = { $due } answered late
cli-inquiry-unknown = There is no inquiry no. { $number }. See them with inquiry list.
cli-inquiry-head = No. { $number }, { $state }, by { $due }
cli-inquiry-answer = Answer:
cli-inquiry-count = { $count ->
    [one] One inquiry.
   *[other] { $count } inquiries.
}
cli-column-inquiry-number = Number
cli-column-inquiry-due = Last day
cli-column-inquiry-deputy = Deputy
cli-column-inquiry-question = Inquiry
cli-due-inquiry = answer to an inquiry

desk-inquiries = Inquiries
desk-inquiries-heading = Inquiries that wait for a deputy: { $count }{ $late ->
    [0] { "" }
   *[other] , { $late } of them late
}
desk-inquiries-none = No inquiry waits for a deputy at present.
desk-inquiries-answered = Answered
desk-inquiries-back = All inquiries
desk-inquiry-of = Inquiry no. { $number }: { $name }
desk-inquiry-new = Ask a deputy
desk-inquiry-deputy = Deputy
desk-inquiry-deputy-hint = Code or name, such as CS-001
desk-inquiry-due = Answer by
desk-inquiry-due-hint = The papers name no period; the office sets the day. Write 2026-12-01.
desk-inquiry-question = Question
desk-inquiry-question-hint = About the deputy's work and activities, at most 1,000 characters. The deputy gets it at once, and is reminded at half time and on the last day.
desk-inquiry-ask = Ask
desk-inquiry-number = Number
desk-inquiry-state = Where it stands
desk-inquiry-asked = Asked on
desk-inquiry-answered = Answered on
desk-inquiry-late = after the last day
desk-inquiry-unbound = has no account yet: please call
desk-inquiry-answer = Answer
desk-inquiry-enter = Take down an answer on paper or by word
desk-inquiry-on = Day of the answer
desk-inquiry-on-hint = Today if left empty
desk-inquiry-enter-go = Take down
desk-inquiry-why = Why it was withdrawn
desk-inquiry-withdraw = Withdraw the inquiry
desk-inquiry-withdraw-why = Reason for withdrawing (the deputy is told)
desk-inquiry-way-chat = answered here
desk-inquiry-way-entered = taken down by the office
desk-inquiry-nobody = “{ $name }” was not found. Please write the code (such as CS-001) or the full name of a deputy of your unit.
desk-inquiry-several = Several deputies are called “{ $name }”. Please write the code.
desk-inquiry-day-unread = The day “{ $said }” can't be read. Please write it like 2026-12-01.
desk-said-inquiry-asked = The inquiry was sent.
desk-suggestion-due-inquiry = Answer to an inquiry
