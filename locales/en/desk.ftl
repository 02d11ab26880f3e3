# What officers of liaison offices read at the desk, in English. The heading of a page answers the question of the page.

desk-brand = Lianluo desk
desk-places = Places of the desk
desk-places-together = Pages of this kind
desk-place-letters = Letters
desk-place-unsure = To pass on
desk-place-entered = Enter for someone
desk-place-deputies = Deputies
desk-place-invitations = Invitations
desk-place-waiting = Waiting
desk-place-units = Units
desk-filters = Show only some
desk-read-here = This office
desk-not-taken = Sorry, we can't take this just now, and nothing was done. Your words are still below; please try again in a moment.
desk-kept = Sorry, this step failed, and the fault is ours. Please call the administrator and give the number { $code }.
desk-sender-deputy = Deputy
desk-kind-other = ({ $kind })
desk-nothing-found = Nothing found. For open letters the last digits of a number, or one or two characters of a name, are enough; for ended ones please give the whole number.
desk-late = { $days ->
    [one] 1 day without an answer
   *[other] { $days } days without an answer
  }
desk-late-count = { $count ->
    [one] 1 of them late
   *[other] { $count } of them late
  }

desk-col-number = Number
desk-col-reader = Read by
desk-col-state = State
desk-col-came = Came
desk-col-moved = Last moved
desk-col-name = Name
desk-col-code = Code
desk-col-group = Group
desk-col-delegation = Delegation
desk-col-unit = Electing unit
desk-col-post = Employer and post
desk-col-fields = Fields of interest
desk-col-elected = Elected on
desk-col-binding = Set up
desk-col-open = Open letters
desk-col-unanswered = Waiting
desk-col-answered = Answered, raised or passed on
desk-col-ended = Ended
desk-col-bound = Set up
desk-col-deputies = Deputies
desk-col-invitation = Invitation
desk-col-row = Row
desk-col-column = Column
desk-col-fault = What to mend
desk-col-changes = Changes
desk-col-phone = Telephone
desk-col-since = Waiting since
desk-col-outcome = Outcome
desk-col-incident = Incident
desk-col-day = Day
desk-col-festival = Festival
desk-col-arrangement = Arrangement
desk-col-version = Version
desk-col-by = By
desk-col-source = Source
desk-col-when = When
desk-col-reason = Reason

desk-keys-hint = Keys:
desk-keys = Keys
desk-keys-move = Next row, previous row
desk-keys-open = Open the row
desk-keys-search = Search
desk-keys-save = Save or send
desk-keys-show = Show or hide this list

desk-said-answered = The answer is kept and on its way to the writer.
desk-said-passed-on = Passed on; the writer will be told.
desk-said-ended = This letter has ended. The writer can still go on with it.
desk-said-paused = Paused; new letters come to this office first.
desk-said-resumed = New letters go to the deputy again.
desk-said-silenced = All messages are stopped. They can be started again at any time.
desk-said-lifted = Messages are sent again.
desk-said-imported = The roster has been imported. If something is wrong, this import can be taken back.
desk-said-import-undone = Taken back; the roster is as it was before the import.
desk-said-calendar-imported = The days off are taken in.
desk-said-seen = Marked as seen to; the sender is told.
desk-said-reached = Marked as reached.
desk-said-again = This step was received before and was not done twice. Please see how things stand.
desk-said-slips-once = The invitations have just been made, and their codes are shown only once. If they were not printed, please make them again; those of before stop working at once.

# Letters
desk-letters-open = { $count ->
    [one] 1 letter waits for an answer
   *[other] { $count } letters wait for an answer
  }
desk-letters-late = { $count } without an answer for long
desk-letters-office = { $count } read by this office
desk-letters-answered = { $count } answered, raised or passed on
desk-letters-ended = { $count } ended
desk-letters-find = By number or name of the deputy
desk-letters-empty = The letters to the deputies of this unit will be listed here, late ones first. The first appears when someone writes; what comes by telephone, on paper or in person can be entered under “Enter for someone”.
desk-letters-back = Back to the letters
desk-state-received = Received
desk-state-with-deputy = With the deputy
desk-state-with-office = Read by this office
desk-state-answered = Answered by the deputy
desk-state-office-answered = Answered by this office
desk-state-raised = Raised
desk-state-passed-on = Passed on
desk-state-ended = Ended

# One letter
desk-letter = Letter { $number }
desk-letter-counted = This letter is read by the deputy; only its number, state and dates are shown here.
desk-letter-ended = This letter has ended. The writer can still go on with it.
desk-letter-end = End this letter
desk-answer = Answer the writer
desk-answer-hint = The writer sees the name of this office. Say only what has been done and what comes next; promise nothing.
desk-answer-go = Send the answer
desk-look = One more look before it goes out
desk-look-how = Some of it sounds like a promise, an order or a claim that the matter has been handled, or gives someone's telephone number. The wording below is safer; you can also send what you wrote.
desk-look-modest = Suggested wording
desk-look-modest-go = Send the suggested wording
desk-look-written = As you wrote it
desk-look-written-go = Send as written
desk-look-else = To change it yourself, use the box below.
desk-pass = Pass on to a deputy
desk-pass-go = Pass on
desk-pass-hint = Type a name or code and choose. The deputy will then see the letter, and the writer is told.
desk-pass-unknown = “{ $to }” was not found, or takes no letters at present. Please choose from the names that are listed.

# To pass on
desk-unsure = { $count ->
    [0] No letter waits to be passed on
    [one] 1 letter waits to be passed on
   *[other] { $count } letters wait to be passed on
  }
desk-unsure-empty = Letters of people who did not know whom to ask will be here, for you to pass on to a suitable deputy.
desk-unsure-how = Oldest first. Choose a deputy to pass a letter on to; the writer is told.

# Enter for someone
desk-entered = Enter a matter for someone
desk-entered-how = What was said by telephone, written on paper or told in person becomes a letter like any other.
desk-entered-way = How it was heard
desk-entered-way-telephone = By telephone
desk-entered-way-paper = On paper
desk-entered-way-in-person = In person
desk-entered-to = To which deputy (optional)
desk-entered-to-hint = Type a name or code and choose; without it the letter waits to be passed on.
desk-entered-text = The matter
desk-entered-text-hint = In the person's own words as far as possible. The day on which it was heard, and whether the person wants to be called, go here too. No identity card or bank card numbers.
desk-entered-told = The person has been told who reads this, how long it is kept, and that it can be deleted on request.
desk-entered-go = Enter
desk-entered-no-text = The matter has not been written yet.
desk-entered-unknown-deputy = This deputy was not found; please choose from the names that are listed.
desk-entered-not-told = Please tell the person first who reads this, then tick the box.
desk-entered-done = Entered
desk-entered-done-how = Please give the number and the lookup code to the person, or print this page and hand it over.
desk-entered-where = Where to look
desk-entered-once = The lookup code can be seen here for one hour only; please give it to the person now.
desk-entered-next = Enter another

# Deputies
desk-deputies-all = { $count ->
    [one] 1 deputy in all
   *[other] { $count } deputies in all
  }
desk-deputies-bound = { $count } set up
desk-deputies-unbound = { $count } not set up yet
desk-deputies-paused = { $count } paused
desk-deputies-ended = { $count } ended or not on the roster
desk-deputies-find = By name or code
desk-deputies-empty = When the roster has been imported, the deputies are listed here by group, with how they are set up.
desk-deputies-import = Import the roster
desk-deputies-back = Back to the deputies
desk-binding-unbound = Not set up yet
desk-binding-invited = Invited, valid until { $day }
desk-binding-bound = Set up
desk-binding-paused = Paused; new letters come to this office
desk-binding-silenced = All messages stopped
desk-binding-suspended = Suspended; takes no new letters
desk-binding-gone = Not on the newest roster; takes no new letters
desk-binding-ended = No longer in office
desk-deputy-acts = What you can do
desk-deputy-no-acts = Nothing can be done at present. Once the roster says “in office”, an invitation can be made.
desk-act-invite = Invite
desk-act-invite-hint = Makes a one-time invitation; unused earlier ones stop working.
desk-act-resume = Resume letters
desk-act-resume-hint = New letters go to the deputy again.
desk-act-rebind = Rebind
desk-act-rebind-hint = The deputy has a new phone or lost the account.
desk-act-pause = Pause letters
desk-act-pause-hint = Illness, leave abroad and the like. Come back here to resume.
desk-act-silence = Stop all messages
desk-act-silence-hint = After a bereavement and the like: nothing more is sent to the person, reversibly.
desk-act-lift = Start messages again
desk-act-lift-hint = Messages are sent again.
desk-poster = Poster with a code to scan
desk-poster-how = For village halls and contact stations: who scans it can write to this deputy at once.
desk-poster-a4 = Poster A4
desk-poster-a3 = Poster A3
desk-poster-png = Picture for group chats
desk-poster-unit = Poster of this unit
desk-poster-unit-how = It leads to the list of the unit's deputies, where people choose one to write to. The poster of a single deputy is on the deputy's page.
desk-handbook = Handbook
desk-handbook-empty = When the deputy has confirmed duty records, the handbooks of the years can be exported here.
desk-handbook-year = Year
desk-handbook-format = Format
desk-handbook-go = Export the handbook
desk-format-pdf = PDF, for printing
desk-format-log = Contact log (PDF)
desk-format-by-hand = Blank handbook, to be filled in by hand (PDF)
desk-format-docx = Word document
desk-format-xlsx = Excel sheet
desk-format-json = JSON data

# Before a dangerous act
desk-confirm-what = What happens
desk-confirm-whom = To how many
desk-confirm-undo = How to undo it
desk-confirm-back = Don't do it
desk-confirm-rebind = Rebind Deputy { $name }
desk-confirm-rebind-what = The present account stops at once and sees no more letters; a new invitation is made, its code is shown once, and you hand it to the deputy in person. The old account is told.
desk-confirm-rebind-whom = { $count ->
    [one] 1 deputy. The 1 open letter is not lost; the deputy goes on with it from the new account.
   *[other] 1 deputy. The { $count } open letters are not lost; the deputy goes on with them from the new account.
  }
desk-confirm-rebind-undo = The old account can't come back. If this was a mistake, hand the new invitation to the deputy to set up again.
desk-confirm-rebind-go = Stop the old account and invite anew
desk-confirm-pause = Pause letters to Deputy { $name }
desk-confirm-pause-what = From now on new letters come to this office first, and writers are told so before they write. QR codes and the finder say only that the deputy takes no letters here at present, never why. Deadlines run on.
desk-confirm-pause-whom = { $count ->
    [one] 1 deputy, 1 open letter. Open letters stay where they are.
   *[other] 1 deputy, { $count } open letters. Open letters stay where they are.
  }
desk-confirm-pause-undo = It does not end by itself. With “Resume letters” new letters go to the deputy again, at any time.
desk-confirm-pause-go = Pause letters
desk-confirm-silence = Stop all messages to Deputy { $name }
desk-confirm-silence-what = Letters, reminders and notices stop at once; neither the person nor the family gets another one. No formality is needed first.
desk-confirm-silence-whom = 1 deputy. What is held back is not sent later; the letters themselves stay, and their numbers and states are listed under “Letters”.
desk-confirm-silence-undo = With “Start messages again” at any time; later messages are sent again.
desk-confirm-silence-go = Stop all messages
desk-confirm-lift = Start messages to Deputy { $name } again
desk-confirm-lift-what = From now on messages are sent again. What was held back is not sent later; the letters are all there for the deputy to look through.
desk-confirm-lift-whom = 1 deputy.
desk-confirm-lift-undo = They can be stopped again; what has been sent can't be taken back.
desk-confirm-lift-go = Start messages again
desk-confirm-end = End letter { $number }
desk-confirm-end-what = The letter is marked as ended, and the writer can go on with it. The time of keeping starts today.
desk-confirm-end-whom = 1 letter.
desk-confirm-end-undo = It opens again when the writer goes on with it.
desk-confirm-end-go = End this letter
desk-confirm-invite-all = Invite all deputies who are not set up
desk-confirm-invite-all-what = Each deputy who is not set up yet gets a new invitation; the slips to print follow at once, and their codes are shown only then. Unused earlier ones stop working.
desk-confirm-invite-all-whom = { $count ->
    [one] 1 deputy. Those without a card number on the roster are left out.
   *[other] { $count } deputies. Those without a card number on the roster are left out.
  }
desk-confirm-invite-all-undo = Make them once more: unused ones of before stop working at once.
desk-confirm-invite-all-go = { $count ->
    [one] Make 1 invitation
   *[other] Make { $count } invitations
  }
desk-confirm-undo-import = Take the last import back
desk-confirm-undo-import-what = The roster goes back to what it was before this import: those added leave it, changes are reversed, those marked as not listed are back. Letters that have come to this office stay here.
desk-confirm-undo-import-whom = { $added } added, { $changed } changed. Not possible once one of those added is set up.
desk-confirm-undo-import-undo = Import the same file again.
desk-confirm-undo-import-go = Take this import back

# Roster
desk-roster-title = Roster
desk-roster = { $count ->
    [one] There is 1 deputy on the roster
   *[other] There are { $count } deputies on the roster
  }
desk-roster-file = Choose a roster file
desk-roster-file-hint = CSV, XLSX or XLS. You see first what would change; nothing is imported before you confirm.
desk-roster-look = See what would change
desk-roster-last = The import that can be taken back
desk-roster-last-text = { $at }, imported by { $by }: { $added } added, { $changed } changed.
desk-roster-undo = Take this import back
desk-roster-never = After you import a roster, its time and changes are shown here, and it can be taken back.
desk-roster-by-administrator = the administrator
desk-roster-choose = No file has been chosen. Please choose a roster file.
desk-preview-was-gone = (not listed)
desk-preview-lost = This preview is out of date and nothing was imported. Please choose the file again.
desk-preview-other-unit = Row { $row }: the electing unit of { $name } is { $unit }. This office can import its own unit only; please remove this row.
desk-preview-recoded = The code of { $name } changed from { $old } to { $new }. A new code is another deputy: account and letters do not come along. Please check.
desk-preview-sheets = The file has several sheets; only “{ $sheet }” was read.
desk-preview-more = Only the first { $count } are listed.
desk-preview-whole-file = The whole file
desk-preview-title = Before the import
desk-preview-ready = { $added } new, { $changed } changed, { $gone } not on the new roster
desk-preview-faulty = { $faults ->
    [one] 1 fault to be mended in the file first
   *[other] { $faults } faults to be mended in the file first
  }
desk-preview-nothing = The same as the present roster; nothing to import
desk-preview-file = File: { $file }. Unchanged: { $unchanged }.
desk-preview-go = Import
desk-preview-undo = The import can be taken back.
desk-preview-again = Choose another file
desk-preview-faults = To be mended
desk-preview-notes = Please note
desk-preview-changed = Changed
desk-preview-gone = Not on the new roster
desk-preview-gone-text = They are marked as not listed: no new letters; their letters and duty records stay, and their accounts still see them. If someone is no longer in office, please say so in the status column: then open letters come to this office, after the writers have been told.
desk-preview-added = New
desk-preview-column = { $column }:{" "}
desk-preview-blank = (empty)

# Invitations
desk-invitations = { $count ->
    [0] No deputy waits for an invitation
    [one] 1 deputy is not set up yet
   *[other] { $count } deputies are not set up yet
  }
desk-invitations-empty = Deputies on the roster who are not set up yet will be here, to be invited and to print slips for. Import the roster first.
desk-invitations-how = Tick deputies, make their invitations, print the slips and hand them over in person. Each works once.
desk-invitations-chosen = Invite those ticked
desk-invitations-all = Invite all
desk-invitations-none = No deputy has been ticked. Please tick some first.
desk-officer = Invite an officer
desk-officer-how = For a new colleague, or one with a new computer. The last four digits of the telephone number are asked for.
desk-officer-tail = Last four digits of the telephone number
desk-officer-office = At which office
desk-officer-go = Make the invitation
desk-officer-faulty = Please give a name and the last four digits of the telephone number.
desk-invitation-none = Not invited yet
desk-invitation-open = Valid until { $day }
desk-invitation-no-card = No card number on the roster; needed for an invitation
desk-slips-title = Invitation slips
desk-slips = { $count ->
    [one] Print 1 invitation slip
   *[other] Print { $count } invitation slips
  }
desk-slips-how = Eight on a page of A4; cut along the dashes and hand them over in person. A code is a key: please keep the sheet safe.
desk-slips-print = Print
desk-slips-sheet = A page of slips
desk-slip-to = Deputy { $name }
desk-slip-what = { $office } invites you to set up Lianluo: read and answer letters on your phone; what you confirm of your contacts with people becomes your handbook at the end of the year.
desk-slip-how = Scan the code, or open { $address } and enter the code below. It takes a minute and asks for the last four characters of your deputy's card number.
desk-slip-code = Code
desk-slip-valid = Valid until { $day }. For you alone.
desk-slip-phone = Questions: { $phone }.
desk-slip-telegram = Or open it in Telegram: { $link }
desk-slip-to-officer = { $name }
desk-slip-what-officer = { $office } invites you to its desk: to follow letters, pass them on and answer them, and to look after roster and invitations.
desk-slip-how-officer = On the computer that you work with open { $address } and enter the code below, or scan the code with a phone. It asks for the last four digits of your telephone number.
desk-slips-back = Back

# Waiting
desk-calls = { $count ->
    [0] Nobody to telephone
    [one] 1 person to telephone
   *[other] { $count } people to telephone
  }
desk-calls-empty = People who left a telephone number and have not opened an answer on the web page will be listed here, for you to telephone.
desk-calls-how = Say only that there is news about the letter and how to open it; don't read it out. Mark those whom you reached; the others stay on the list.
desk-call-reached = Reached
desk-dead-letters = { $count ->
    [0] All messages were handled
    [one] 1 message could not be handled
   *[other] { $count } messages could not be handled
  }
desk-dead-letters-empty = Messages that could not be handled are kept whole, and their numbers are listed here. Their senders got an apology and the number.
desk-dead-letters-how = The senders got an apology and a number. The words may be meant for a deputy and are not shown here; to see them, give the number to the administrator. When you have seen to one, please mark it; the sender is told.
desk-dead-letter-seen = Seen to

# Units
desk-units = { $deputies ->
    [one] 1 deputy, { $bound } set up, { $open } letters waiting for an answer
   *[other] { $deputies } deputies, { $bound } set up, { $open } letters waiting for an answer
  }
desk-units-how = In the fixed order of the units; counts only, no ranking.
desk-units-empty = When the roster has been imported, the counts of the electing units are shown here.

# Sign in
desk-sign-in = Officers sign in with an invitation
desk-sign-in-how = Open the link of your invitation, or enter its code here, and confirm the last four digits of your telephone number. This computer then remembers you.
desk-sign-in-lost = On a new computer, or without an invitation, please ask a colleague of your office or the provincial office for a new one.

# Days off
desk-calendar-title = Days off
desk-calendar = { $year }: { $off } days off, { $worked } make-up days
desk-calendar-none = The days off of { $year } are not here yet
desk-calendar-year = { $year }
desk-calendar-empty = Once they are published, the provincial office takes them in, and every day off or worked stands here.
desk-calendar-statutory = by law
desk-calendar-off = off
desk-calendar-worked = worked
desk-calendar-notices = From these notices
desk-calendar-import = Take days off in
desk-calendar-file = Choose a file with the days off
desk-calendar-file-hint = CSV, XLSX, XLS or JSON. Headings: 开始日期 (from), 结束日期 (until), 节日 (name), 安排 (放假 off or 上班 work), 通知 (notice); a whole year. You see what would change before anything does.
desk-calendar-choose = No file was chosen. Please choose one with the days off.
desk-calendar-by-province = The provincial office takes days off in. If something is wrong, please tell them.
desk-calendar-versions = Versions
desk-calendar-no-version = Nothing was taken in yet; what the program brings along is used.
desk-calendar-shipped = brought along by the program
desk-calendar-go = Take them in
desk-calendar-ready = Days that stand otherwise than now: { $count }
desk-calendar-nothing = The calendar says this already; there is nothing to take in
desk-calendar-preview-file = File: { $file }.
desk-calendar-kept = Earlier versions are kept. To go back, take the earlier file in again.
desk-calendar-changes = Days that change

## An office

desk-office-own = Our office: telephone, opening, staff
desk-office-open = Open to the public: people can find and write to the deputies of this unit who are on.
desk-office-closed = Not open to the public: nobody finds the deputies of this unit or can write to them.
desk-office-close = Close to the public
desk-office-open-go = Open to the public
desk-office-phone = Telephone for questions
desk-office-phone-how = Stands on invitations and in hints to people and deputies. Left empty, the one of the whole system stands there.
desk-office-phone-go = Save the telephone
desk-office-phone-wrong = The telephone number takes one line of at most 40 characters.
desk-office-officers = Staff
desk-office-officers-none = No staff yet. A colleague's one-time invitation is made under "Invitations".
desk-office-self = You
desk-office-end-post = End this post
desk-office-deputies = Deputies of this unit: { $count }
desk-col-on-since = On since
desk-col-act = Possible
desk-said-phone-set = The telephone is saved.
desk-said-unit-opened = Open to the public now.
desk-said-unit-closed = Closed to the public now.
desk-said-post-ended = Ended; the person will be told.
desk-confirm-close-unit = Close { $name } to the public
desk-confirm-close-unit-what = From now on nobody finds the deputies of this unit or can write a new letter; letters under way go on.
desk-confirm-close-unit-whom = Deputies of this unit: { $count }.
desk-confirm-close-unit-undo = It can be opened again on this page at any time.
desk-confirm-close-unit-go = Close to the public
desk-confirm-end-post = End the post of { $name }
desk-confirm-end-post-what = From now on this account opens neither the desk nor the letters that the office reads. The person is told.
desk-confirm-end-post-whom = One member of staff.
desk-confirm-end-post-undo = Make a new invitation, with which the person comes back.
desk-confirm-end-post-go = End the post
## How the program fares

desk-running-title = Operation
desk-running = All is well
desk-running-troubles = Worth a look: { $count }
desk-running-how = This is about the machine that shows you this page. Load the page again for the newest.
desk-running-database = Database
desk-running-database-ok = Well; letters are kept as they come.
desk-running-database-bad = Nothing can be kept now; whoever writes is asked to send again in a while. Please tell the administrator: the disk is full, or the database can't be reached.
desk-running-fetching = Messages from Telegram
desk-running-fetching-starting = Just started; no answer came yet.
desk-running-fetching-standby = Another machine fetches them.
desk-running-fetching-listening = Well.
desk-running-fetching-webhook = Telegram delivers them.
desk-running-fetching-conflict = Another program fetches with the same token, and each gets a part. The administrator should stop the other one.
desk-running-fetching-webhook_set = A delivery address is still set at Telegram; it is being taken away.
desk-running-fetching-wrong_token = Telegram doesn't know the token. The administrator should look at @BotFather and change TELOXIDE_TOKEN.
desk-running-fetching-out_of_order = Telegram is out of order; the program keeps trying.
desk-running-fetching-no_network = Telegram can't be reached; the program keeps trying. The administrator should check the network and TELOXIDE_PROXY.
desk-running-fetching-unreadable = What came can't be read; it is fetched again.
desk-running-fetching-not_taken = Messages came, and the database doesn't take them; the program keeps trying.
desk-running-fetching-stopped = Stopping.
desk-running-fetched = {" "}The last good answer came { $seconds } s ago.
desk-running-sending = Messages to Telegram
desk-running-sending-here = This machine sends them.
desk-running-sending-elsewhere = Another machine sends them.
desk-running-since = Since this machine started
desk-running-counts = Inputs: { $taken }, of which not handled: { $dead }. Messages sent: { $sent }, not delivered: { $failed }.
desk-running-waiting = Messages that wait to leave
desk-running-none = None.
desk-running-waiting-telegram = Telegram: { $lane }
desk-running-waiting-web = Web chat, until a page fetches them: { $lane }
desk-running-lane-answers = receipts, letters, answers
desk-running-lane-deadlines = last days
desk-running-lane-broadcasts = other notices
desk-running-lane = { $count }, the oldest since { $since }
