# What is said in the conversation: every message to constituents, deputies and office staff.
# Variables: $number of the letter, $code the lookup code, $deputy / $reader / $office how people are called,
# $date / $when, $count, $title the first words of a letter, $phone, $url, $incident. The tone: short, warm, exact.

## How people are called

deputy-called = Deputy { $name }
deputy-unnamed = the deputy
office-called = the deputies' liaison office of { $unit }
office-of-army = the liaison office of the deputy's electing unit
office-unnamed = the liaison office
speaker-you = you
speaker-writer = the writer
from-pseudonym = { $name } (pseudonym)
from-unnamed = a constituent
from-entered = a constituent (entered by the liaison office, { $way })
from-entered-by-you = a constituent (entered by you, { $way })
way-telephone = by telephone
way-paper = on paper
way-in-person = in person

## Days

date-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
}
date-time = { $date } { $time }
date-year-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
} { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }

## States of a letter

state-received = received
state-delivered = with the deputy
state-answered = answered by the deputy
state-answered-office = answered
state-raised = raised
state-passed-on = passed on
state-ended = this letter has ended

## The deputy's four words

menu-letters = Letters
menu-take-down = Take down
menu-todo = To do
menu-handbook = My handbook

## Buttons

button-home = First page
button-back = Back
button-help = How it works
button-language = 中文
button-page-before = Previous page
button-page-after = Next page
button-part-before = Earlier part
button-part-after = Later part
button-find = Write to a deputy
button-other-deputy = Find another deputy
button-my-cases = My letters
button-look-up = Open by number
button-look-up-again = Try again
button-by-unit = By electing unit
button-by-name = By name
button-by-field = By field of interest
button-unsure = I'm not sure whom
button-take-office = Let the office read it
button-write-office = Write to the office
button-send-held = Send
button-leave-it = Don't send
button-give-name = Tell them my name
button-new-case = Another matter
button-more = Add something
button-progress = See progress
button-leave-contact = Leave a contact
button-remove-contact = Remove my number
button-send-digits = Send as a letter
button-reopen = Go on with it
button-end = End the letter
button-case = { $title } · { $number }
button-raise = Mark as raised
button-pass-on = Pass on
button-show-letter = See the letter
button-show-letters = See letters
button-back-to-letters = Back to letters
button-answer = Answer
button-no-answer = Not now
button-send-modest = Send this wording
button-send-anyway = Send as written
button-do-not-send = Don't send
button-choose-none = None of these, don't send
choose-nobody = These words went to nobody.
button-take-down = Take down
button-letters-open = Waiting for an answer
button-letters-answered = Answered
button-letters-ended = Ended
button-records = All records
button-record = { $date } { $matters }
button-drafts = Records to confirm
button-show-record = See the record
button-confirm = Confirm for the handbook
button-confirm-day = Confirm all { $count } of this day
button-drop-record = Leave it out
button-leave-field = Leave it as it is
button-year = { $year }
button-redeem = Start using it

## The first page

welcome =
    Hello, this is Lianluo: here you can write to the deputies of the Hunan Provincial People's Congress.
    There is no form: say what it is about and where, in your own words. You write under a pseudonym unless you choose otherwise.
    In an emergency call 110, 119 or 120; this is not an emergency line.
welcome-deputy =
    Hello, { $deputy }.
    Letters from the people arrive here. Reply to a letter and your answer goes out; the writer doesn't see your telephone number.
    Four words are always at hand: Letters, Take down, To do, My handbook.
welcome-deputy-out = { $deputy }: { $why }
out-of-office-ended = Your office as a deputy has ended, and no new letters come here. Letters that are not ended go to the officers of { $office } once their writers are told. The records you confirmed are kept: see "My handbook". For questions, please ask the liaison office.
out-of-office-suspended = Your office as a deputy is suspended at present, and no new letters come here. Letters that are not ended go to the officers of { $office } once their writers are told. The records you confirmed are kept: see "My handbook". For questions, please ask the liaison office.
out-of-office-paused = The liaison office has paused letters for you; new ones are read by the officers of { $office }. You can still answer those that you have.
welcome-officer =
    Hello, you are here as staff of { $office }.
    Letters, roster and invitations are at the desk, on a computer: { $url }

## Finding a deputy

finder-menu = How would you like to find a deputy? If you aren't sure whom to ask, the liaison office of your city or prefecture can read your letter.
finder-units = Please choose a city or prefecture to see the provincial deputies it elected.
finder-units-office =
    Please choose where you live. The staff of its liaison office read the letter; where it suits a deputy, they pass it to the deputy and tell you.
finder-no-units = No city or prefecture is open yet. Please come back in a while.
finder-fields = Please choose the field your matter belongs to.
finder-deputies = { $what }: { $count ->
    [one] one deputy found. Please choose.
   *[other] { $count } deputies found. Please choose one.
}
finder-nobody = No deputy who takes letters here was found ({ $what }). You can look another way, or let the liaison office read your letter.
interest-1 = Science and innovation
interest-2 = Education
interest-3 = Health
interest-4 = Social security
interest-5 = Transport
interest-6 = Farming, villages
interest-7 = Environment
interest-8 = Private business
interest-9 = Culture, tourism
interest-10 = Rule of law

## Before the first words

opened-deputy = Here you can write to { $deputy }, a provincial deputy elected by { $unit }.
opened-fields = Fields of interest: { $fields }
opened-office = Here you can write to { $office }.
opened-send = Write now: what you send is your letter. Words, voice, pictures, files and places are all welcome.
opened-goes-on = Your letter { $number } is still open, and what you write now goes into it. For another matter, please tap [Another matter] first.
notice-first = Before you write: { $notice }
notice-deputy-reads =
    { $deputy } reads your letter. If the deputy can't, you are told first, and then the staff of { $office } read it.
notice-office-reads =
    The staff of { $office } read your letter. Where it suits a deputy, they pass it to the deputy and tell you.
notice-pseudonym = You write under a pseudonym unless you choose otherwise, but in a small village the deputy may guess who you are.
notice-pseudonym-office = You write under a pseudonym unless you choose otherwise, but in a small village the reader may guess who you are.
notice-secrets = No identity or bank card numbers are needed. Please send nothing secret.
notice-kept = A letter is deleted { $months } months after it ends. You can look at it at any time; for a copy, or to have it deleted sooner, please ask the liaison office.
notice-kept-phone = A letter is deleted { $months } months after it ends. You can look at it at any time; for a copy, or to have it deleted sooner, please call the liaison office on { $phone }.
notice-telegram = Messages pass through servers abroad; if you mind, please use the web page instead.
notice-emergency = In an emergency call 110, 119 or 120.

offer-not-receiving = { $deputy } takes no letters through this system at present.
offer-office = The staff of { $office } could read your letter; where it suits another deputy, they pass it on and tell you.
offer-held = What you just wrote has not been sent; it is kept for you. May they read it?
offer-held-closed = What you just wrote has not been sent, and nobody has seen it.
held-words = { $count ->
    [one] One message of yours has
   *[other] { $count } messages of yours have
} not been sent yet. Send to { $reader } now?
offer-closed = You can find another deputy.
typed-digits = These six digits look like the number or lookup code of a letter, so they went to nobody. To open the letter, please send the other six digits now (number and code are both needed). If this is what you want to write, tap "Send as a letter".

## A letter arrived

receipt = Your letter has arrived. Letter number { $number }, lookup code { $code }: please write them down or take a screenshot.
receipt-deputy = It goes to { $reader }. A deputy can raise it with the bodies in charge, but can't settle it directly and can't guarantee a result.
receipt-office = The staff of { $reader } read it, and the answer comes here. They may pass it to a deputy, but can't guarantee a result.
receipt-other-telephone = On another telephone, scan the same code again and enter number and lookup code to see it.
receipt-more = { $count ->
    [one] Your addition has
   *[other] Your { $count } additions have
} arrived too, as part of letter { $number }.

## Progress

progress = Letter { $number }: { $state }
progress-opened = { $date }: letter received
progress-answered = { $date }: answer from { $reader }
progress-raised = { $date }: raised with the bodies in charge
progress-passed-on = { $date }: passed on to the body in charge
progress-passed-on-to = { $date }: passed on to { $to }
progress-ended = { $date }: this letter ended
progress-next-deputy = When to answer is for { $reader } to arrange; an answer comes here at once.
progress-next-office = The staff of { $reader } will read it; an answer comes here at once.
progress-next = You are told here of anything new. If there is more to say, you can add it.
progress-next-ended = Not solved yet? You can [Go on with it].

my-cases = Your letters ({ $count }):
my-cases-line = { $title } ({ $number }): to { $reader }, { $date }, { $state }
my-cases-none = There are no letters of yours here yet. One written on another telephone opens with its number and lookup code.
case-opened = Letter { $number } is open: { $state }. Answers come here from now on.
opened-elsewhere = Letter { $number } was just opened on another telephone or page by its number and lookup code. Answers go there from now on.
opened-elsewhere-not-you = If that was not you, please tell the liaison office, and open it here again with number and code.
opened-elsewhere-phone = If that was not you, please call the liaison office at { $phone }, and open it here again with number and code.

told-raised = { $reader } has raised your letter ({ $number }) with the bodies in charge.
told-raised-means = “Raised” means that your view has been passed to them. What is done, and when, is for them to decide by law; a deputy can't settle it directly and can't guarantee a result. You are told here of anything new.
told-passed-on = { $reader } has passed on the matter of your letter ({ $number }) to the body in charge.
told-passed-on-to = { $reader } has passed on the matter of your letter ({ $number }) to: { $to }.
told-passed-on-means = What follows is for that body to decide by law; a deputy can't settle it directly and can't guarantee a result. You are told here of anything new.
told-ended = This letter has ended ({ $number }). Not solved yet? You can [Go on with it].
told-ended-kept = Its contents are deleted after { $months } months; until then you can look at it at any time.

reader-office-instead = { $deputy } takes no letters through this system at present. From now on the staff of { $office } read your letter ({ $number }); its number and lookup code stay the same.
reader-office-now = From now on the staff of { $office } read your letter ({ $number }); its number and lookup code stay the same.
reader-deputy-now = From now on { $deputy } reads your letter ({ $number }); its number and lookup code stay the same. Unless you told this deputy your name, they see a pseudonym.
reader-end-instead = If you'd rather not, you can tap [End the letter].

## To the deputy

card = Hello, { $reader }: a letter from a constituent ({ $number }).
card-more = Hello, { $reader }: an addition to letter { $number }.
card-passed = { $reader }: { $office } passed a letter on to you ({ $number }).
card-from = From: { $name }
card-matter = Matter: { $matter }
card-attached = Attached: { $what }.
card-reply = Reply to this message to answer; the writer doesn't see your telephone number.
card-reply-web = Tap 【Answer】 to answer; the writer doesn't see your telephone number.
card-no-account = The writer has no account here; please answer them another way.
card-summary = Many letters came within a minute, so they weren't sent one by one. { $count ->
    [one] One letter now waits
   *[other] { $count } letters now wait
} for your answer, behind [See letters].
file-caption = Letter { $number }: { $what } from { $who }, { $when }
file-missing = This file could not be fetched. If you need it, please ask the writer to send it again.
cut-see-progress = … in full behind [See progress]
cut-see-letter = … in full behind [See the letter]
list-comma = {", "}
attached-photo = { $count ->
    [one] one picture
   *[other] { $count } pictures
}
attached-voice = { $count ->
    [one] one voice message
   *[other] { $count } voice messages
}{ $seconds ->
    [0] {""}
   *[other] {" "}({ $seconds } seconds)
}
attached-document = { $count ->
    [one] one file
   *[other] { $count } files
}
attached-video = { $count ->
    [one] one film
   *[other] { $count } films
}
kind-text = words
kind-photo = picture
kind-voice = voice message
kind-voice-seconds = voice message, { $seconds } seconds
kind-document = file
kind-document-name = file { $name }
kind-video = film
kind-location = place
kind-sticker = sticker
kind-poll = poll
kind-contact = contact card
kind-unknown = something else
said-bare = ({ $what })
said-with = ({ $what }) { $text }
said-location = (place, degrees north and east) { $place }
said-edited = {" "}(changed)
title-bare = ({ $what })
title-erased = (words deleted)
title-none = (no words)

## The deputy's letters

letters-open = Letters waiting for an answer ({ $count }):
letters-open-none = No letters wait for an answer.
letters-answered = Letters answered, raised or passed on ({ $count }):
letters-answered-none = No letters have been answered, raised or passed on yet.
letters-ended = Letters that have ended ({ $count }):
letters-ended-none = No letters have ended yet.
letters-line = { $title } ({ $number }): { $date }, { $state }
letter = Letter { $number }: { $state }. Date: { $date }
letter-to = To: { $reader }
letter-passed-on = Passed on to: { $to }
conversation-head = [{ $who }, { $when }]
letter-part = (part { $part } of { $count })
letter-erased = The time after its end is over, so the words were deleted as announced; number, days and states stay.
todo = Waiting for you:
todo-none = Nothing waits for you now.
todo-letters = Letters waiting for an answer: { $count }
todo-answered = Letters answered and not yet ended: { $count }
todo-drafts = Contact records to confirm: { $count }

## Answers

answer = { $reader } answers your letter ({ $number }):
answer-maybe-twice = [May be a repeat]{" "}
ask-answer = Please write your answer to letter { $number } and send it; the writer doesn't see your telephone number. This stays open for { $minutes } minutes.
check = The answer to letter { $number } has not been sent yet. Please look at it once more:
finding-promise = “{ $phrase }” sounds like a guarantee; a deputy can't guarantee a result.
finding-order = “{ $phrase }” sounds like an order; a deputy can raise a matter but gives no orders.
finding-claim = “{ $phrase }” sounds as if the deputy had settled it; a deputy doesn't settle matters directly.
finding-personal-data = “{ $phrase }” looks like someone's personal data; it needn't be written.
check-modest = It could say: “{ $text }”
check-ask = How to send it is up to you.
check-lapsed = This answer to letter { $number } is no longer waiting and was not sent. To answer, please write it again.
cut-sent-whole = … (only the beginning is shown here; all of it is sent)
choose = Which letter do these words answer? They are sent once you choose.
choose-none = There is no letter to answer, so these words went to nobody. To note a contact with the people, please tap [Take down].
answer-taken = Your answer to letter { $number } is on its way. You are told when it has arrived.
answer-taken-no-account = Your answer is kept with letter { $number }. The writer has no account here; please tell them another way.
delivery-sent = Your answer to letter { $number } has arrived.
delivery-waiting = Your answer to letter { $number } is still on its way. You are told when it has arrived.
delivery-blocked = Your answer to letter { $number } did not arrive: the writer has stopped this conversation. It is kept; the writer sees it on opening the letter with number and lookup code.
delivery-gone = Your answer to letter { $number } did not arrive: the writer's account no longer exists. It is kept; the writer sees it on opening the letter with number and lookup code.
delivery-given-up = Your answer to letter { $number } did not arrive after many tries. It is kept, and the writer sees it on opening the letter; if it is urgent, the liaison office can help.
delivery-silenced = Your answer to letter { $number } was held back: the liaison office has paused messages to the writer. It is kept.
delivery-unknown = Your answer to letter { $number } is kept; whether it arrived can't be seen at the moment.
marked-raised = Letter { $number } is marked as raised.
marked-passed-on = Letter { $number } is marked as passed on.
marked-passed-on-to = Letter { $number } is marked as passed on to { $to }.
marked-ended = Letter { $number } has ended. The writer can still go on with it.
marked-told = The writer is told.
marked-nobody-told = The writer has no account here; please tell them another way.
marked-by-writer = As you wished, letter { $number } has ended. If you want to say more later, you can [Go on with it].
ended-by-writer = The writer has ended letter { $number }; no answer is needed any more. They can go on with it later.
record-drafted = A contact record is drafted; it goes into the handbook once you confirm it.

## Contact records

record-draft = Is this right?
record-draft-tail = What wasn't said stays empty; nothing is filled in for you. It goes into the handbook once you confirm it.
record-confirmed = This record is in your handbook:
record-confirmed-tail = You can still change it; what it said before is kept.
record-dropped = This record was left out of your handbook:
record-dropped-tail = You can confirm it at any time.
record-line = { $field }: { $value }
record-not-said = not said
record-source-case = Source: letter { $number }
record-source-self = Source: declared by you
field-on = Day
field-place = Place
field-way = Way
field-whom = Whom
field-people = Number of people
field-matters = Matters raised
field-passing-on = Passing on
field-answer-back = Answer back
ask-field-on = Please send the right day, such as 3-1 for 1 March.
ask-field-place = Please send the place, no closer than village or estate, such as 石桥村.
ask-field-way = Please send the way, such as 走访, 座谈, 接待, 电话 or 网络平台.
ask-field-whom = Please send whom you met: a description, no names, such as 三塘村村民.
ask-field-people = Please send the number of people, such as 12, about 30, or 20 to 29.
ask-field-matters = Please send the main matters and views raised: a sentence or two, without names and telephone numbers.
ask-field-passing-on = Please send what was passed on, such as 已转交县水利局（3月1日）.
ask-field-answer-back = Please send what was answered, such as 已答复来信人（3月1日）.
record-verified = The liaison office has verified this record:
record-verified-tail = You may still change it; a changed one is verified anew.
record-draft-activity = { $called }, the liaison office has entered an activity in which you took part. Is this right?
record-draft-activity-tail = It enters the handbook only when you confirm it. If you were not there, tap [Leave it out].
record-verified-activity-tail = The liaison office entered it and you confirmed it, so it stands in the handbook. You may still change it; a changed one is verified anew.
record-returned = The liaison office asks you to look at this record again:
record-returned-why = Reason: { $why }
record-returned-tail = Until you correct or confirm it, it isn't in the handbook.
record-late = This was told late; it enters the handbook when the liaison office accepts it:
record-late-tail = You don't need to send it again; you can still correct it.
record-day-open = the day isn't known yet
record-day-open-said = the day isn't clear yet (you said "{ $said }")
record-days = { $from } to { $until }
record-source-report = Source: entered by you{ $files ->
    [0] {""}
    [one] , { $files } file
   *[other] , { $files } files
}
record-source-activity = Source: entered by { $office }
button-show-source = See the words
button-show-source-files = See words and files ({ $files })
record-to-come = Its day has not come. It waits for you: look at it among the entries to confirm when the activity is over; only then does it enter the handbook.
source-said = This entry comes from what you said on { $when }:
source-said-aloud = This entry comes from your recording of { $when }.
source-forwarded = This entry comes from a notice that you forwarded (by { $from }, { $when }):
source-forwarded-unknown = This entry comes from a notice that you forwarded ({ $when }, origin unknown):
source-files-only = Files sent on { $when }, without words.
source-voice = Transcribed from the recording, for checking: { $words }
source-file = File: { $date }, { $gist }
source-file-missing = This file can no longer be opened; the entry is still there.
notice = This is a forwarded notice (from { $from }), not your own words, so nothing is recorded. It reads:
notice-unknown = This is a forwarded notice, not your own words, so nothing is recorded. It reads:
notice-to-come = Its day has not come. An entry can be drafted now, for you to confirm when the activity is over.
notice-over = If you took part, an entry can be drafted; it enters the handbook when you confirm it.
button-log-notice = Draft an entry
record-state-verified = verified
record-state-returned = look again
record-state-late = waits for the office
button-confirm-again = Looked at it, confirm again
button-correct = Change: { $field }
field-category = Category
field-matters-group_activity = Content
field-matters-committee_meeting = Items
field-matters-inspection = What was seen
field-matters-special_research = What was seen
field-matters-law_enforcement_check = What was seen
field-matters-other = Content
field-people-group_activity = How many
field-title = Subject
field-title-congress_session = Session
field-title-motions_and_suggestions = Title
field-title-group_activity = Group
field-title-committee_meeting = Meeting
field-title-law_enforcement_check = Law
field-title-training = Course
field-number = Number
field-number-suggestion_handling = Suggestion no.
field-paper = Motion or suggestion
field-role = Leading or seconding
field-channel = Channel
field-unit = Handling unit
field-reply = Reply: date and class
field-feedback = Feedback: date and verdict
field-host = Organiser
field-host-training = Host
field-opinions = Opinions given
field-opinions-suggestion_handling = Opinion
field-speech = Speech
field-speech-congress_session = Main points of speeches
field-days = Days
field-days-congress_session = Days attended
field-leave = Leave
ask-field-category = Please tap the right category:
ask-field-any = Please send: { $field }.
records = Your duty records ({ $count }):
records-none = There are no duty records yet. When you answer, raise or pass on a letter, one is drafted for you; you can also tap [Take down].
records-drafts = Records to confirm ({ $count }):
records-drafts-none = No records wait for you to confirm them.
records-line = { $date }: { $matters } ({ $state })
record-state-draft = to confirm
record-state-confirmed = in the handbook
record-state-dropped = left out
book = Handbook of { $year }: { $count ->
    [one] { $count } confirmed record.
   *[other] { $count } confirmed records.
}
book-late = { $count ->
    [one] One was told late and waits for the liaison office.
   *[other] { $count } were told late and wait for the liaison office.
}
book-drafts = { $count ->
    [one] One more waits
   *[other] { $count } more wait
} for a look from you before it is entered.
book-section-ten = The newest records:
book-line = { $number }. { $date }: { $whom }: { $matters }
button-book-line = See { $number }
book-december = Every December the handbook goes to the deputies' liaison office of the electing unit.
button-gaps = See what may be missing
menu-gaps = gaps
gaps = These may not have been entered yet; see whether they should be. No number is asked for, and what wasn't done needs no entry:
gaps-none = Nothing seems to be missing. No number is asked for: what was done is entered, and that is all.
gaps-tail = Open one to look: confirm it or change its category if it belongs there, else leave it.
gap-since = Nothing under “{ $category }” since { $month }; { $count } { $count ->
    [one] thing looks
   *[other] things look
} like it.
gap-none-yet = Nothing under “{ $category }” yet this year; { $count } { $count ->
    [one] thing looks
   *[other] things look
} like it.
gap-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
gap-line = { $number }. { $date }: { $what }
gap-waiting = { $gist } (waits for you)
gap-elsewhere = { $gist } (entered under “{ $category }”)
gap-raised = “{ $title }”, which you raised

## Invitations

invitation-deputy =
    Hello, { $name }. You are invited by { $office } to use Lianluo: read and answer letters from the people on your telephone, and enter contacts with the people into your handbook with a tap.
    It takes about a minute; the last four characters of your deputy's card are checked. This invitation is for you alone, please don't forward it. It is good until { $until }.
invitation-officer =
    Hello, { $name }. You are invited by { $office } to use Lianluo as its staff.
    It takes about a minute; the last four digits of your telephone number are checked. This invitation is for you alone, please don't forward it. It is good until { $until }.
invitation-phone = For questions please call the liaison office on { $phone }.
ask-tail-officer = Please send the last four digits of your telephone number.
invitation-wrong-deputy = These are not the last four characters of the card number on the roster. Please look at your card and try again ({ $left } { $left ->
    [one] try
   *[other] tries
} left).
invitation-wrong-officer = These are not the last four digits that were entered for you. Please try again ({ $left } { $left ->
    [one] try
   *[other] tries
} left).
bound-deputy =
    Hello, { $deputy }, everything is ready.
    Letters from the people arrive here. Reply to a letter and your answer goes out; the writer doesn't see your telephone number.
    Four words are always at hand: Letters, Take down, To do, My handbook.
bound-officer =
    Everything is ready: you are here as staff of { $office }.
    Letters, roster and invitations are at the desk, on a computer: { $url }
deputy-bound = { $deputy } ({ $code }) has just started using Lianluo. If that wasn't the deputy in person, please rebind the account at the desk at once: { $url }

## The office

office-letter = Letter { $number } waits for the office. Please open it at the desk: { $url }
office-letters =
    { $count ->
        [one] More letters came for the office. One waits now; please open it at the desk: { $url }
       *[other] More letters came for the office. { $count } wait now; please open them at the desk: { $url }
    }
entered-for = Entered as letter { $number } ({ $way }).
entered-for-code = If the person wants to follow it, please tell them: number { $number }, lookup code { $code }.
settled = Staff have looked at the message of yours that we had failed to take in ({ $incident }). If there is more to say, just write it here.
sorry = Sorry, we failed to handle what you just sent; the fault is ours. What you sent is kept, there is no need to send it again. Staff will look at it and tell you here when it is settled.
sorry-code = Its number is { $incident }.
sorry-phone = If it is urgent, please call the liaison office on { $phone } and give the number { $incident }.
something-waits = There is a message for you in Lianluo. Please open { $url } to read it.

## Short texts

note-about-case = (Letter { $number })
note-ask-name = Please send the name by which you want to be known, such as Mr Li. Only who reads your letter sees it.
note-name-kept = Noted. From now on the name you gave is shown.
note-ask-contact = Please send your telephone number or e-mail address. If an answer comes and you don't look, it is used only to tell you that something waits, never what. The deputy doesn't see it, the liaison office does. If you'd rather not, tap [First page].
note-contact-kept = Noted. It is used only to tell you that something waits, never what.
note-contact-removed = Your contact has been deleted.
note-ask-deputy-name = Please send the deputy's name; one or two characters will do.
note-ask-lookup = Please send the letter number and the lookup code, such as 260137 482 615.
note-new-case-next = All right: what you write next begins a new letter.
note-more-next = Please write: what comes next goes into this letter.
note-held-dropped = All right: what you wrote was not sent and is not kept.
note-ask-passed-on-to = To which body did you pass it on? Please send its name, such as 县水利局. The writer will see this name.
note-step-lapsed = It has been a while, so these words were not sent, lest they go to the wrong place. Please choose again and send them then.
note-code-unknown = This code leads to no deputy at present. You can find another deputy here.
note-nothing-to-do = Sorry, we couldn't make this out. It is kept, there is no need to send it again; staff will look at it.
note-binding-ended = The liaison office has ended the binding of this account to the deputy, and letters are no longer shown here. For questions please contact the liaison office.
note-binding-ended-phone = The liaison office: { $phone }.
note-post-ended = The liaison office has ended this account as a member of its staff; the desk no longer opens. For questions, please ask the liaison office.
note-ask-entered = Please write down what you heard: what, where, and what is hoped for. No names and telephone numbers of others.
note-ask-entered-way = How did you hear of it?
note-answer-dropped = All right: this answer was not sent.
note-too-big-kept = This file has more than 20 MB: it can't be kept here, and the reader may be unable to open it. Please send a smaller one, or say it in words.
note-records-confirmed = Confirmed, and in the handbook.
note-records-confirmed-late = Confirmed. What was told late enters the handbook when the liaison office accepts it.
note-record-dropped = All right: this record stays out of the handbook.
note-language-changed = All right: English from now on.
note-help =
    1. Find a deputy, write what it is about and send it: that is your letter. Words, voice and pictures are all welcome.
    2. You get a letter number and a lookup code. With them the letter opens on any telephone.
    3. The deputy's answer comes here. A deputy can raise a matter or pass it on, but can't settle it directly and can't guarantee a result.
    You write under a pseudonym unless you choose otherwise; the deputy sees neither your telephone number nor your account. In an emergency call 110, 119 or 120.
note-help-phone = For questions please call the liaison office on { $phone }.
note-deputy-help =
    Letters: what the people wrote. Reply to a letter and your answer goes out; the writer doesn't see your telephone number.
    Take down: say in one sentence what was done, and a duty record is drafted; or enter a letter for someone. To take the last one back, send /undo.
    To do: which letters and records wait for you.
    My handbook: what this year's book holds. Records are entered only after you confirm them.
note-deputy-help-phone = For questions please call the liaison office on { $phone }.
note-ask-tail = Please send the last four characters of your deputy's card number.
note-held-first = What you wrote is kept for you and has not been sent. Please choose to whom it should go.
note-private-only = This works only between the two of us; letters aren't taken in groups. Please tap my picture and write to me there.
note-nothing-to-keep = What this kind of message says can't be read here, so nothing was sent. Please tell us in words, by voice or with a picture.

## When something can't be done

refusal-no-longer-there = What you want to see is no longer here.
refusal-not-yours = Only the writer and the reader of a letter can see this and act on it. A letter that you wrote opens here by number and lookup code.
refusal-draft-not-open = This one was handed in, merged or put away, so it can't be changed now. Please open it and bring it back first.
refusal-drafts-too-many = There are forty drafts already. Please hand in or merge some before you write another one.
refusal-draft-part-too-long = That is too long and was not noted. A title may have 80 characters, each other part 12,000.
refusal-name-not-asked = You are no longer asked for your name under this one.
refusal-draft-unfinished = This needs a title and proposals first.
refusal-old-button = This button is out of date. Please open the page again and tap there.
refusal-invitation-unknown = This invitation code is not right. Please open the link that the liaison office sent you and try again.
refusal-invitation-unknown-phone = For questions please call the liaison office on { $phone }.
refusal-invitation-used = This invitation has been used already. If that wasn't you, please tell the liaison office at once.
refusal-invitation-used-phone = The liaison office: { $phone }.
refusal-invitation-expired = This invitation has expired or was withdrawn. The liaison office can send you a new one.
refusal-invitation-expired-phone = The liaison office: { $phone }.
refusal-invitation-locked = The last four characters were wrong several times, so this invitation is closed for safety. The liaison office can send you a new one.
refusal-invitation-locked-phone = The liaison office: { $phone }.
refusal-invitation-tail-wrong = The last four characters don't fit. Please look again and send them once more.
refusal-already-bound = This account is in use already and can't take a second role. If another person uses it now, please ask the liaison office.
refusal-already-bound-phone = The liaison office: { $phone }.
refusal-lookup-wrong = Number and lookup code don't fit together. Please compare them with your screenshot and try again.
refusal-lookup-locked = There were too many tries. To protect the letter, please wait { $lock-minutes } minutes.
refusal-empty = This message is empty. Please write a few words and send it again.
refusal-too-long = This is too long for one message. Please send it in parts of at most { $longest } characters.
refusal-case-ended = This letter has ended; it can still be gone on with.
refusal-contact-unreadable = No telephone number or e-mail address could be made out. Please check it and send it again.
refusal-deputy-not-bound = This deputy has no account here yet; an invitation can be sent first.
refusal-deputy-unavailable = This deputy takes no letters through this system at present.
refusal-roster-moved = The roster has changed since the preview, so nothing was done. Please look at the preview again and confirm.
refusal-nothing-to-undo = There is no import to undo.
refusal-undo-too-late = This import can't be undone any more: deputies of it have started using Lianluo or were written to.
refusal-no-card-number = The roster has no card number for this deputy, so nobody could prove who they are. Please add it first, then invite.
refusal-nothing-to-take-back = There is nothing to take back. What was entered before can be changed under My handbook.
refusal-record-moved = This record has just changed, so nothing was done. Please look at it as it stands now.
refusal-record-verified = The liaison office has verified this record, so it can't just be dropped. Correct what is wrong; if it should not be there at all, tell the liaison office.
refusal-activity-same = An activity that looks the same was entered for that day. If this is another one, please say so and enter it again.
refusal-activity-faulty = This activity is not complete, so it was not entered.
refusal-record-open = Something is missing: please tell the day and the category first.
refusal-record-to-come = Its day has not come, so it waits. Please confirm it when the activity is over.
refusal-not-in-office = You can't enter new duty records at present. What was entered is kept and can be read; please ask the liaison office.
refusal-day-unreadable = No day could be made out, or it hasn't come yet. Please write it as 3-1 for 1 March.
refusal-number-unreadable = No number of people could be made out. Please write 12, or about 30.
refusal-answer-needs-look = The answer has phrases that need another look before it is sent.
refusal-roster-faulty = The roster has faults, so nothing of it was taken in. Please put them right first.
refusal-calendar-moved = There is a newer calendar since the preview, so nothing was taken in. Please choose the file again, look and confirm.
refusal-calendar-faulty = The calendar has faults, so nothing of it was taken in. Please put them right first.
refusal-calendar-same = The calendar says this already; there is nothing to take in.
refusal-code-unknown = This code was not found. Please check it and enter it again.
something-waits-subject = A message for you in Lianluo

# Reports: one sentence, one record
note-ask-report =
    What was done? One sentence is enough, such as: 昨天下午去石桥村座谈，12 人，谈灌溉 (reports are read in Chinese). Photos and recordings that follow are joined to it.
    To enter a letter for someone else, tap how you heard of it:
note-report-not-read = No report could be read in this. Please say when, where and what was done, in Chinese, such as: 昨天下午去石桥村座谈，12 人，谈灌溉.
note-evidence-taken = Joined to what you told just now. Whatever follows within a minute is joined too.
note-voice-kept = The recording is kept as evidence. It can't be listened to here, so please send a line of text too: when, where, what was done. Your keyboard's microphone key turns speech into text.
note-voice-being-heard = The recording is kept, and its words are being written down; you will see them shortly. You may as well type a line.
note-voice-not-heard = The recording is kept as evidence, but its words could not be written down this time. Please send a line of text: when, where, what. The microphone key of your keyboard turns speech into text.
voice-words = The recording says: { $words }
    No activity could be read in it, so nothing was recorded. Please send a line: when, where, what; where it was misheard, write what you mean.
report-from-voice = Transcribed from your recording; words may have been misheard, so please check: { $words }
note-file-kept = Kept. What does it belong to? Please say within a minute when, where and what was done, and it is recorded together.
note-which-record = Which one is to be changed? Please name it, such as: 第二条不是12人，是21人.
note-not-corrected = It isn't clear what is to be changed. Tap Change one thing, or say: 人数改成21人.
note-undone-dropped = Taken back: it isn't in the handbook.
note-edit-left = All right, the record stays as it is.
note-secret-refused = This looks like a classified or internal paper. It was not kept and was passed on to nobody. The secrecy rules forbid sending, excerpting or forwarding it here: please use the proper system, and delete the words from this chat.
note-favour-refused = This can't be done: a deputy must not use the office for the gain of a person or of special relations. The words were not kept and enter no handbook. The person may turn to the responsible body, or to 12345.
note-judicial-refused = Concrete cases are for courts and procuratorates; a deputy must not interfere. The words were not kept and enter no handbook. The parties may appeal: courts 12368, procuratorates 12309, legal aid 12348.
note-tender-refused = Tenders follow the law; a deputy must not have a hand in them. The words were not kept and enter no handbook. The parties may object or complain to the supervising body.
note-enforcement-refused = Law enforcement is for the responsible bodies; a deputy must not interfere in a concrete case. The words were not kept and enter no handbook. The parties may ask for administrative review, go to court, or call 12345.
note-business-refused = No private business and no trade at sessions and activities. The words were not kept and enter no handbook.
note-leave-not-passed = This system can't pass on requests for leave yet. Please contact the organisers directly
note-plan-not-recorded = This is a plan, so nothing is recorded yet. Say a word when it is done.
note-nothing-done = Nothing was done, so nothing is recorded.
note-thanks = You are welcome. These words stayed here and went to nobody.
note-reply-not-taken = This looks like the receipt of a reply, but not of which suggestion. Please say its number and the day, such as: S-0012 的答复昨天收到了. Feedback is due within one month of receipt.
note-suggestion-not-taken = This looks like a suggestion. Send “write a suggestion” to draft it.
note-handbook-not-handed-in = All right. Meaning to hand it in isn't handing it in. It is due in December, and you will be reminded; to look at it now, tap My handbook.
note-handbook-handed-in = Thank you for telling us. Handbooks are handed in every December; none of yours is due here now. To look at it, tap My handbook.
note-asked-how = Say in one sentence what was done, such as 昨天下午去石桥村座谈，12 人，谈灌溉, and a record is drafted; it enters the handbook when you confirm it. To correct, say 不是12人，是21人; to take back, send 撤销 or /undo. For other questions please ask the liaison office.
note-forward-not-read = This was forwarded, and no activity could be read in it, so it was neither recorded nor sent to anyone. Please say in your own words what you did; if someone told you of a matter, tap how you heard of it and send it once more:
button-answer-letter = It answers a letter
button-merge = Same event: make them one
button-split = Make { $count } records
button-change-one = Change one thing
button-change-part = Change no. { $number }
button-confirm-report = Right, enter it
button-undo = Undo
button-take-edit = Change the record too
button-leave-edit = Leave the record
report-several = Record these { $count } like this?
report-part = No. { $number }
report-same = This looks like a record you have: { $date }, { $gist }. If it is the same event, make them one; if not, confirm it all the same.
report-files = Files: { $files }
report-complete = It enters the handbook when you confirm it. To correct something, just say it.
report-asks = Not said: { $what }. Add it in one sentence if you like; what wasn't said stays empty. It enters the handbook when you confirm it.
report-asks-first = Still needed: { $what }. Please say it in one sentence or tap below; then it can be entered.
report-comma = , 
report-done = Entered into the handbook:
report-late = This was told more than { $days } days afterwards, so the liaison office looks at it first; once it accepts, it enters the handbook:
report-done-line = { $category }: { $date }, { $gist }
edit-offer = You changed your words. Shall the record follow?
menu-undo = Undo
