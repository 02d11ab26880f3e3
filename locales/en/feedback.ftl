## Verdicts

verdict-satisfied = Satisfied
verdict-mostly-satisfied = Mostly satisfied
verdict-dissatisfied = Dissatisfied

## Replies and reminders

feedback-recorded = { $deputy }, you received the reply of { $unit } to “{ $title }” ({ $number }) on { $received }. Please read it and give your feedback.
feedback-due = [Reminder] { $deputy }, you received the reply of { $unit } to “{ $title }” ({ $number }) on { $received }.
feedback-days = We suggest giving feedback by { $nominal }, { $nominal-left ->
    [one] one day
   *[other] { $nominal-left } days
} from now; the last day is { $due }.
feedback-days-same = Please give feedback by { $due } at the latest, { $left ->
    [one] one day
   *[other] { $left } days
} from now.
feedback-days-nominal-today = We suggest giving feedback today; the last day is { $due }.
feedback-days-between = Please give feedback soon; the last day is { $due }, { $left ->
    [one] one day
   *[other] { $left } days
} from now.
feedback-days-last = Today, { $due }, is the last day for feedback.
feedback-days-over = The time for feedback ended on { $due }; it is still taken, and the date is noted as it is.
feedback-provisional = The days off of that time are not published yet, so the last day may move to a later one. You will be told.
feedback-due-begun = What you have written so far is kept; it has not been sent.
feedback-due-given-here = Your opinion is noted here. One step is left: give it on the provincial platform, or post the signed slip, then tap to tell us.
feedback-others = { $count ->
    [one] One more reply waits
   *[other] { $count } more replies wait
} for your feedback; see To do.
feedback-overdue = { $deputy }, the time for feedback on the reply of { $unit } to “{ $title }” ({ $number }) ended on { $due }, and there is no record of yours here.
    Feedback is still taken, and the date is noted as it is. If you have given it already, one tap tells us.
    By the rules, the provincial liaison office sees this too.
button-feedback-now = Give feedback
button-feedback-go-on = Go on writing
button-on-platform = Given on the platform
button-sent-on-paper = Sent in writing
button-already = Given already
button-tomorrow = Remind me tomorrow
button-three-days = Remind me in three days
button-why-this-day = How the days are counted
button-feedback-help = I need help
feedback-snoozed = You will be reminded on the morning of { $until }. The last day is { $due }.
feedback-why = “{ $title }” ({ $number }), reply of { $unit }:
feedback-why-text = { $why }.
feedback-help-asked = { $office } has been told; a member of staff will get in touch with you.
feedback-help-phone = If it is urgent, please call { $phone }.

## Feedback

feedback-ask-handling = “{ $title }” ({ $number }), { $unit }.
    First, your opinion on the handling (attitude, contact, research):
feedback-ask-reply = On the handling: { $handling }.
    Now your opinion on the reply (what it says and what came of it):
feedback-reasons = You chose “dissatisfied” ({ $which ->
    [handling] with the handling
    [both] with the handling and with the reply
   *[reply] with the reply
}). It is kept and has not been sent. By the rules concrete reasons are needed, so that the unit knows what to do better.
feedback-reasons-help = One or two sentences are enough; just send them:
    1. What did you ask for?
    2. What does the reply say?
    3. What is missing?
    4. What should be done?
feedback-hollow-empty = There are no reasons yet. It is kept and has not been sent.
feedback-hollow-repeat = “{ $said }” says the choice once more, not the reason. It is kept and has not been sent.
feedback-hollow-general = “{ $said }” doesn't say which matter is meant and what is missing, so the unit can't act on it. It is kept and has not been sent.
feedback-hollow-too-short = “{ $said }” is a little short; please add a sentence. It is kept and has not been sent.
feedback-write = Please send the reasons; one or two sentences are enough. This is open for { $minutes } minutes.
feedback-kept = Your opinion on “{ $title }” ({ $number }) is kept and has not been sent. You can go on at any time, until { $due } at the latest.
feedback-preview = Please look it through, then send it:
    “{ $title }” ({ $number }), { $unit }
feedback-verdicts = On the handling: { $handling }; on the reply: { $reply }
feedback-opinion = Opinion: { $reasons }
feedback-rehandling = Re-handling is asked for
feedback-preview-late = The time ended on { $due }; this will be noted as late.
feedback-could-add = You could add: { $missing }. It can be sent without.
feedback-aspect-asked = what you asked for
feedback-aspect-reply-says = what the reply says
feedback-aspect-missing = what is missing
feedback-aspect-wanted = what should be done
feedback-co-signers = This suggestion was also signed by { $names }. Please ask them before you answer for all.
button-feedback-write = Begin
button-feedback-rewrite = Write again
button-feedback-remark = Add a remark
button-feedback-again = Choose again
button-feedback-later = Later
button-rehandling = Ask for re-handling
button-no-rehandling = No re-handling
button-feedback-give = Send
button-feedback-give-asked = Co-signers asked, send
button-feedback-change = Change it
button-feedback-say = Note the opinion here too
feedback-taken = Your feedback is noted: “{ $title }” ({ $number }), { $unit }.
feedback-same = This is the same as the feedback you gave before, so it was not sent again: “{ $title }” ({ $number }), { $unit }.
feedback-stands = Your feedback: “{ $title }” ({ $number }), { $unit }.
feedback-done = Both have confirmed that they have it; this matter is complete.
feedback-late = The time ended on { $due }; you gave it on { $given }, and it is noted as late.
receiver-province = Provincial liaison office
receiver-on-desk = { $name }: can see it, not yet confirmed
receiver-by-mail = { $name }: on its way by mail
receiver-by-hand = { $name }: will be handed over by staff
receiver-sealed = { $name }: will get it through the provincial liaison office
receiver-sent = { $name }: sent, not yet confirmed
receiver-declared = { $name }: given as you say, not yet confirmed
receiver-confirmed = { $name }: confirmed
feedback-not-the-platform = This slip does not replace the provincial platform: please give it there too, or post the signed slip, then tap to tell us.
feedback-may-change = It can be changed until { $due }; what it said before is kept.
feedback-already = All right. How did you give feedback on “{ $title }” ({ $number })?
feedback-platform-day = On which day did you give it on the platform? Another day can be typed, such as “2026-03-05”.
feedback-paper-day = On which day did you send it? Another day can be typed, such as “2026-03-05”.
button-today = Today
button-yesterday = Yesterday
feedback-told-platform = Noted: you gave feedback on “{ $title }” ({ $number }) on the platform on { $on }. You will not be reminded again.
feedback-told-paper = Noted: you sent feedback on “{ $title }” ({ $number }) in writing on { $on }. You will not be reminded again.
feedback-told-waits = It is complete when the provincial liaison office and { $unit } have both confirmed it.
feedback-told-proof = If you have a picture of the posting slip or of the platform's page, you can send it now as a proof (within { $minutes } minutes); it is not needed.
button-feedback-proof = Send a proof
feedback-ask-proof = Please send a picture that proves the feedback on “{ $title }” ({ $number }), such as the posting slip or the platform's page. This holds for { $minutes } minutes.
feedback-proved = The proof is kept ({ $count } in all) with the feedback on “{ $title }” ({ $number }); the officers can see it.

## What is due

due-none = No reply waits for your feedback at present.
due-list = { $deputy }, { $count ->
    [one] one reply waits
   *[other] { $count } replies wait
} for your feedback, the earliest first.
due-line = { $place }. “{ $title }”, { $unit }: suggested by { $nominal }, at the latest { $due }
due-line-same = { $place }. “{ $title }”, { $unit }: last day { $due }
due-line-today = { $place }. “{ $title }”, { $unit }: today, { $due }, is the last day
due-line-over = { $place }. “{ $title }”, { $unit }: ended on { $due }, still taken
button-due-line = { $place }. { $title }
button-due = Replies that wait
office-due = [Reminder] { $office }, please have a look today:
office-due-feedback = Deputies' feedback that is missing or due tomorrow: { $count }
office-due-feedback-line = · { $name }, “{ $title }” ({ $number }): { $due }
office-due-replies = Replies of handling units that are missing or due within 30 days: { $count }
office-due-replies-line = · { $unit }, “{ $title }” ({ $number }): { $due }
office-at-the-desk = More at the desk: { $url }
help-wanted = { $name } asks the office for help: “{ $title }” ({ $number }), reply of { $unit }, feedback due by { $due }. Please get in touch.

## When it can't be done so

refusal-reply-is-oral = This was answered by word of mouth, which is not yet the reply, so the time for feedback has not begun. Please tell us when the written reply comes.
refusal-feedback-final = The time for changes is over; what you gave stays as it is. If it must be corrected, please turn to the liaison office.
refusal-reasons-hollow = “Dissatisfied” needs concrete reasons before it can be sent: what you asked for, what the reply says, what is missing, what should be done.
refusal-day-in-future = This day has not come yet; please look at the date again.
refusal-day-before-reply = This day is before the one on which the reply was received; please look at the date again.
refusal-last-day = Today is the last day, or it is past, so it can't be put off any more.
refusal-no-feedback-yet = There is no feedback on this reply yet.
refusal-feedback-sealed = The deputy's opinion has not been released to the handling unit yet; please release it first.
refusal-proofs-full = There are 10 proofs of this already, which is enough; this one was not kept.
refusal-not-dissatisfied = The deputy isn't dissatisfied, so there is nothing to handle once more.
refusal-rehandled-already = This is being handled once more already.

## The slip

opinion-slip-title = Opinion on the handling of a deputy's suggestion, Hunan Provincial People's Congress
slip-number = Number
slip-suggestion = Title
slip-deputy = Deputy
slip-phone = Telephone
slip-unit = Handling unit
slip-received = Reply received
slip-due = { " " }(feedback by { $due })
slip-contact = Contact
slip-contact-meeting = in person
slip-contact-telephone = telephone
slip-contact-visit = visit
slip-contact-none = none
slip-handling = On the handling
slip-reply = On the result
slip-reasons = Opinion
    (needed when dissatisfied)
slip-rehandling = Re-handling wanted
slip-rehandling-yes = yes
slip-rehandling-no = no
slip-signature = Signature, date
slip-sign-here = { "                                        " }
slip-given = Filled in on { $on }
slip-late = { " " }(late)
slip-day = { $year }-{ $month }-{ $day }
slip-not-the-platform = Notes: 1. This slip does not replace the platform for deputies' suggestions. Please give the feedback there, or post this slip signed, to both the provincial liaison office and the handling unit.
slip-reasons-rule = 2. Whoever is dissatisfied with the handling or with the result states concrete reasons.
slip-file-name = Feedback on { $number }.{ $ending }
slip-mail-subject = Feedback on suggestion { $number } ({ $deputy })
slip-mail = { $unit },
    attached is the feedback of deputy { $deputy } on the handling of “{ $title }” ({ $number }) and on your reply.
    Please confirm by answering this mail or by telephone to the provincial liaison office.
    It does not replace the feedback on the platform for deputies' suggestions.

## Command line

help-feedback = Deputies' feedback on replies
help-feedback-list = Lists what is awaited, overdue, not yet confirmed, done, or late
help-feedback-list--of = awaited, overdue, waiting (for receipts), done, or late
help-feedback-list--page = Page
help-feedback-list--find = Words of title, number or deputy's name
help-feedback-show = One feedback: its verdicts and how far it is with both receivers
help-feedback-give = Enters feedback for a deputy, given on paper or by word
help-feedback-give--handling = On the handling: satisfied, mostly, dissatisfied
help-feedback-give--reply = On the reply: the same
help-feedback-give--reasons = Opinion; concrete reasons are needed when dissatisfied
help-feedback-give--rehandling = Re-handling is wanted
help-feedback-declare = Notes that a deputy gave it on the platform or in writing
help-feedback-declare--way = platform or paper
help-feedback-confirm = Notes that a receiver has confirmed it
help-feedback-confirm--receipt = By the receiver's own receipt; otherwise by an officer of the receiving office
help-feedback-confirm--note = A note, such as the number of the receipt
help-feedback-take-back = Takes back a confirmation entered by mistake
help-feedback-sent = Notes that the slip was handed over or posted
help-feedback-release = Releases a sealed verdict to the handling unit
help-feedback-rehandle = Hands a dissatisfied matter to the same unit once more, with a new period
help-feedback-slip = Makes the opinion slip
help-feedback-slip--format = docx (Word) or pdf; docx if left out
help-argument-by-unit = Name of the handling unit, where several replied
help-argument-on = Day, such as 2026-06-10; today if left out
help-argument-receiver = province (provincial liaison office) or unit (handling unit)
cli-feedback-none = None.
cli-feedback-more = { $count } more; turn the page with --page.
cli-feedback-column-number = Number
cli-feedback-column-deputy = Deputy
cli-feedback-column-unit = Handling unit
cli-feedback-column-nominal = Suggested by
cli-feedback-column-due = Last day
cli-feedback-column-state = Handling/reply
cli-feedback-column-title = Title
opinion-none = No feedback
opinion-told = Given (content not noted)
opinion-late = { " " }(late)
cli-feedback-one = { $number } “{ $title }”
    Deputy: { $deputy }; handling unit: { $unit }
    Reply received: { $received }; suggested by { $nominal }, last day { $due }
    Handling/reply: { $state }
cli-feedback-province = Provincial liaison office: { $state }
cli-feedback-unit = Handling unit: { $state }
receiver-state-not-sent = not sent
receiver-state-sent = sent, not confirmed
receiver-state-declared = given as the deputy says, not confirmed
receiver-state-confirmed = confirmed
slip-failure-unavailable = The mail could not be sent yet; it will be tried again.
slip-failure-given-up = The mail was tried many times and not sent; please hand the slip over.
slip-failure-refused = The address was refused, or no mail is set up; please hand the slip over.
cli-feedback-no-reply = No written reply to number { $number } was found.
cli-feedback-which-unit = Several units replied to { $number }; name one with --by-unit: { $units }
cli-feedback-rehandled = Handed to the same unit once more, with a new period.
cli-feedback-slip = The slip of { $number } was made: { $path }
feedback-way-here = given here
feedback-way-platform = provincial platform
feedback-way-paper = posted in writing
feedback-way-office = entered by an officer

## Desk

desk-feedback = Feedback
desk-feedback-awaited = { $count } awaited
desk-feedback-overdue = { $count } overdue, nothing given
desk-feedback-waiting = { $count } waiting for receipts
desk-feedback-dissatisfied = { $count } dissatisfied
desk-feedback-late = { $count } given late
desk-feedback-done = { $count } done
desk-feedback-empty = Deputies' feedback on replies will be listed here. It is awaited from the moment a written reply is recorded.
desk-feedback-opinion = Handling/reply
desk-feedback-province = Provincial office
desk-feedback-choose = Choose
desk-feedback-choose-some = Nothing is chosen. Please choose what to confirm.
desk-feedback-confirm-own-chosen = Chosen ones: received by our office
desk-feedback-confirm-unit-chosen = Chosen ones: the unit sent its receipt
desk-feedback-of = Feedback on “{ $title }” ({ $number })
desk-feedback-given = { $on }, { $way }.
desk-feedback-given-changed = { $on }, { $way }. Changed { $count ->
    [one] once
   *[other] { $count } times
}.
desk-feedback-reasons = Opinion
desk-feedback-proof = Proof { $place } from the deputy
desk-feedback-slip-pdf = Slip (PDF)
desk-feedback-slip-docx = Slip (Word)
desk-feedback-receivers = The two receivers
desk-feedback-line-sent-mail = Mailed { $at }
desk-feedback-line-sent-hand = Handed over by an officer { $at }
desk-feedback-line-sent-desk = At the desk since { $at }
desk-feedback-line-declared = Given on { $on }, as the deputy says
desk-feedback-line-confirmed = Receipt entered { $at } ({ $how ->
    [receipt] by the receiver's receipt
   *[officer] by an officer of the receiving office
})
desk-feedback-line-note = Note: { $note }
desk-feedback-line-mail-next = Waiting to be mailed
desk-feedback-line-sealed = Goes to the unit only when released
desk-feedback-note = Note (may stay empty)
desk-feedback-receipt = Number of the receipt, or who called (may stay empty)
desk-feedback-confirm-own = Our office has it
desk-feedback-confirm-receipt = Enter the receipt
desk-feedback-sent = Handed over
desk-feedback-take-back = Entered by mistake: take back
desk-feedback-release = Release to the unit
desk-feedback-release-means = Once released, the slip goes to the handling unit: by mail where there is an address, else by an officer's hand. It can't be taken back.
desk-feedback-rehandle = Hand out once more
desk-feedback-rehandle-means = The same unit handles it once more, with a new period; its new reply needs feedback again.
desk-feedback-enter = Enter feedback for the deputy
desk-feedback-enter-means = What the deputy gave on paper or by word, as the deputy meant it. Changes keep what was there before.
desk-feedback-reasons-field = Opinion (concrete reasons are needed when dissatisfied)
desk-feedback-given-on = Given on
desk-feedback-enter-go = Enter this feedback
desk-feedback-declare = Note that it was given elsewhere
desk-feedback-way = Way
desk-feedback-declare-go = Note
desk-feedback-history = Before it was changed
desk-feedback-history-line = Until { $at }: { $opinion }{ $reasons ->
    [none] { "" }
   *[other] . { $reasons }
}
desk-feedback-suggestion = Back to the suggestion
desk-feedback-verdict-missing = Please choose both verdicts.
desk-feedback-see = Feedback: { $opinion }
desk-suggestion-act-feedback-given = Feedback on the reply of { $unit } ({ $way })
desk-suggestion-act-feedback-received = { $receiver }: { $done }
desk-suggestion-act-feedback-released = Verdict released to { $unit }
desk-suggestion-act-rehandled = Handed to { $unit } once more
feedback-done-confirmed = receipt confirmed
feedback-done-sent = handed over
feedback-done-taken-back = confirmation taken back
desk-said-feedback-confirmed = The receipts are entered.

## The coming weeks and the calendar

button-weeks = The coming six weeks
button-calendar-link = Put it into my calendar
weeks-title = Feedback due in the coming six weeks
weeks-text = { $deputy }, replies due within six weeks: { $count }{ $over ->
    [0] .
   *[other] , of which { $over } are overdue; feedback is still taken.
}
weeks-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
weeks-day = { $day }
weeks-day-of-month = { $month }/{ $day }
weeks-nominal = by { $count }
weeks-last = last { $count }
weeks-line = { $due }  { $title } ({ $unit })
weeks-foot = by: better not later than this day; last: the last day. Shaded days are off.
calendar-link = This is your own calendar address; please don't pass it on:
    { $url }
    Choose “subscribe to a calendar” on your telephone or computer and paste it: the days that are due appear, brought up to date every few hours. It holds titles, numbers, handling units and days only. If somebody else saw it, tap “A new address”: the old one is worthless at once.
calendar-link-revoked = It is stopped: the old address is worthless. You can make another one at any time.
calendar-link-none = The days that are due can stand in the calendar of your telephone or computer: make an address that is yours alone and subscribe to it. You can stop it at any time.
button-calendar-make = Make an address
button-calendar-anew = A new address
button-calendar-revoke = Stop it
feed-name = Lianluo: replies and feedback that are due
feed-feedback = Feedback: { $title } (last day { $due })
feed-feedback-last = Last day for feedback: { $title }
feed-reply = Reply owed: { $title } ({ $unit }, last day { $due })
feed-reply-last = Last day for the reply: { $title } ({ $unit })
feed-about = Number { $number }
    Handling unit: { $unit }
    Better by { $nominal }, last day { $due }
feed-provisional = { " " }(provisional: the plan of days off is not published yet)
desk-calendar-link = Put it into my own calendar
desk-calendar-link-means = Replies and feedback that are due can stand in the calendar of your telephone or computer: make an address that is yours alone, choose “subscribe to a calendar” there and paste it; it is brought up to date every few hours. It holds titles, numbers, handling units and days, no names. Please don't pass it on; a new one makes the old one worthless at once.
desk-calendar-link-url = Your calendar address
