# The command line, the settings (.env) and the slips of invitations. Read by administrators and officers.

## Help

help-heading-usage = Usage:
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-value-command = COMMAND
help-help = Show this help
help-version = Show the version

help-lianluo = Lianluo connects the people of a province with their people's-congress deputies. Without a command it serves. Settings: see .env.example
help-serve = Run everything that is set: web chat, desk and channels
help-demo = Run on throw-away sample data and print the links to open
help-init = First installation: write .env, make the database, invite the first officer
help-init--name = Name of the first officer
help-init--phone-last4 = Last four digits of the officer's telephone, asked when the invitation is used
help-init--unit = Code of the office; HN is the provincial one
help-init--token = Token of the Telegram bot; leave it out for the web chat alone
help-init--public-url = Address at which people open the web chat, such as https://lianluo.example.org
help-init--database-url = Address of the database; SQLite if left out
help-migrate = Bring the database up to date
help-doctor = Check settings, key, database, files and channels, and say how to mend them
help-backup = Back up database and files, while they are in use, into one file that can be sealed
help-backup--file = A new file; it must not be there yet
help-backup--to = Public key (age1…) to which it is sealed, as often as needed; or set BACKUP_RECIPIENT
help-backup--make-key = Make a key pair for backups: the secret half goes into FILE, the public one is printed
help-restore = Restore a backup where nothing is yet; nothing is overwritten
help-restore--file = The backup
help-restore--key = The file with the secret half of the backup's key
help-roster = The roster of deputies
help-roster-import = Take a roster in (CSV, XLSX, XLS), all or nothing
help-roster-import--file = The roster
help-roster-import--unit = Take in only this electing unit, such as CS
help-roster-undo = Take the newest import back
help-roster-list = Show the roster that is kept
help-deadline = Work a deadline out: the last day, and why
help-deadline--received = Day of receipt (or of handing out) 2026-01-14, or an instant with its zone 2026-03-09T16:30:00Z
help-deadline--rule = feedback: one month from receiving the reply; reply3m, reply6m: a reply three or six months from handing out
help-calendar = The calendar of days off
help-calendar-show = Show the calendar in force
help-calendar-show--year = Only this year, day by day
help-calendar-import = Take days off in (CSV, XLSX, XLS, JSON), all or nothing
help-calendar-import--file = File with the days off
help-calendar-check = Check whether anything is missing, and whether next year is to be loaded
help-invite = One-time invitations
help-invite-deputy = Invite deputies; their older invitations end
help-invite-deputy--code = Codes of deputies
help-invite-deputy--all = Invite all deputies of the unit who are not on yet
help-invite-deputy--again = Also those whose invitation is still good
help-invite-deputy--out = Write the slips as a page to print (A4, eight a page)
help-invite-officer = Invite an officer of a liaison office
help-invite-officer--unit = Code of the office, such as CS; HN is the provincial one
help-invite-officer--name = Name of the officer
help-invite-officer--phone-last4 = Last four digits of the telephone, asked when the invitation is used
help-deputy = Accounts of deputies
help-deputy-list = Who is on, who is invited, how many letters
help-deputy-rebind = End the old account and invite anew
help-deputy-pause = Take no letters for now; the office takes them
help-deputy-resume = Take letters again
help-deputy-silence = Stop all messages to this deputy
help-deputy-unsilence = Let messages go again
help-letters = Counts and states of a unit's letters, without their words
help-case = Letters
help-case-pass-on = Pass a letter that an office reads on to a deputy
help-case-pass-on--number = Number of the letter
help-case-pass-on--code = Code of the deputy
help-dead-letters = What could not be handled
help-dead-letters-list = Show those that wait
help-dead-letters-settle = Mark one as settled
help-dead-letters-settle--id = Its id in the list
help-calls = People to be called
help-unit = Electing units
help-unit-open = Open to the public: its deputies can be found and written to
help-unit-close = Close to the public
help-office-phone = Set the telephone of an office for questions
help-office-phone--phone = The number; an empty text removes it
help-officer = Staff of the liaison offices
help-officer-list = Who works at an office
help-officer-end = End someone's post: the account no longer opens the desk
help-officer-end--id = The id, see officer list
help-calls--done = The id of one that was reached
help-poster = Poster with a code to scan: of a deputy (its code), or of all deputies of a unit (its code; HN is the province)
help-poster--out = Write to this file, .pdf or .png
help-poster--paper = Size of the paper
help-handbook = Handbooks
help-handbook-export = Export the handbook of a year: only what the deputy has confirmed
help-handbook-export--all = All deputies in office, a file each, into the folder of --out
help-handbook-export--out = Write to this file, over an older one; - for standard output
help-read-report = Read a report in free words, telling for each value its words and rule; or JSON lines in, JSON lines out
help-read-report--words = A file with more words, in the shape of the shipped list
help-read-report--text = A report; with - or nothing JSON lines are read from the standard input
help-read-report--now = When it was written, such as 2026-08-05T09:00:00+08:00
cli-report-intent = This is: { $intent }
cli-report-record = Record { $number }
cli-report-line = {"  "}{ $field }: { $value } ← “{ $stands }” ({ $rule })
cli-report-asks = To be asked: { $what }
cli-report-flags = Flags: { $what }
cli-report-intent-activity_report = a report of something done
cli-report-intent-reply_received = a reply was received
cli-report-intent-leave_request = a request for leave
cli-report-intent-handbook_planned = the handbook is to be handed in; not yet done
cli-report-intent-handbook_submitted = the handbook was handed in
cli-report-intent-planned_activity = a plan; no record
cli-report-intent-suggestion_draft = a draft of a suggestion
cli-report-intent-acknowledgement = an acknowledgement
cli-report-intent-question = a question
cli-report-intent-refused = must be refused
cli-report-intent-nothing_done = nothing was done
cli-report-intent-other = not read
cli-report-field-category = category
cli-report-field-on = day
cli-report-field-hour = time of day
cli-report-field-place = place
cli-report-field-people = people
cli-report-field-households = households
cli-report-field-firms = firms
cli-report-field-groups = groups
cli-report-field-way = way
cli-report-field-matter = matter
cli-report-field-paper = paper
cli-report-field-papers = papers
cli-report-field-cosigners = co-signers
cli-report-field-unit = handling unit
cli-report-ask-category = category
cli-report-ask-date = day
cli-report-ask-place = place
cli-report-ask-people = people
cli-report-ask-matters = matters
cli-report-ask-suggestion_no = number of the suggestion
cli-report-ask-written_reply_received = whether a written reply came
cli-report-rule-full_date = date with its year
cli-report-rule-month_and_day = no year: the latest such day
cli-report-rule-day_of_month = day of the month: the latest one
cli-report-rule-day_of_named_month = day of a named month
cli-report-rule-relative_day = relative day
cli-report-rule-days_ago = days ago
cli-report-rule-after_midnight = “today” after midnight
cli-report-rule-weekday = weekday: the latest one
cli-report-rule-weekday_of_week = weekday of a named week
cli-report-rule-weekend = weekend
cli-report-rule-whole_week = whole week
cli-report-rule-whole_month = whole month
cli-report-rule-third_of_month = third of a month
cli-report-rule-lunar_day = lunar day
cli-report-rule-festival = festival
cli-report-rule-leave = leave
cli-report-rule-occasion = occasion
cli-report-rule-from_to = from … to
cli-report-rule-just_now = just now
cli-report-rule-hour_only = time of day only
cli-report-rule-no_such_day = no such day
cli-report-rule-named_event = named event without a day
cli-report-rule-counted = counted
cli-report-rule-summed = summed
cli-report-rule-one_person = one person
cli-report-rule-uncounted = uncounted
cli-report-rule-word_list = word list
cli-report-rule-people_spoke = the people said so
cli-report-rule-place_phrase = phrase of a place
cli-report-rule-said = behind “said”
cli-report-rule-remainder = what is left
help-audit = The audit log
help-audit-verify = Check that the audit log is whole

help-argument-code = Code of the deputy, such as CS-001
help-argument-unit = Code of the electing unit, such as CS
help-argument-file = The file
help-argument-out = Write to this file
help-argument-json = Print JSON, for scripts
help-argument-dry-run = Check only, take nothing in
help-argument-year = The year
help-argument-format = Kind of file

## Results

cli-done = Done.
cli-yes = yes
cli-no = no
cli-migrated = The database is up to date.

cli-column-day = day
cli-column-weekday = weekday
cli-column-festival = festival
cli-column-arrangement = arrangement
cli-column-code = Code
cli-column-name = Name
cli-column-unit = Unit
cli-column-status = Status
cli-column-listed = Listed
cli-column-bound = On
cli-column-binding = On
cli-column-marks = Remarks
cli-column-letters = Open letters
cli-column-number = Letter
cli-column-state = State
cli-column-reader = Read by
cli-column-opened = Opened
cli-column-messages = Messages
cli-column-id = Id
cli-column-incident = Incident
cli-column-at = When
cli-column-reason = Reason
cli-column-phone = Telephone
cli-column-since = Since

cli-status-in_office = in office
cli-status-suspended = suspended
cli-status-ended = ended
cli-binding-bound = on
cli-binding-invited = invited
cli-binding-not-invited = not invited
cli-mark-paused = takes no letters
cli-mark-silenced = messages stopped
cli-mark-gone = no longer listed
cli-state-received = received
cli-state-delivered = with the deputy
cli-state-answered = answered
cli-state-raised = raised
cli-state-passed_on = passed on
cli-state-ended = ended
cli-reader-office = the office

cli-roster-faults = { $count ->
    [one] One thing has
   *[other] { $count } things have
} to be mended first:
cli-roster-notes = { $count ->
    [one] One thing is
   *[other] { $count } things are
} worth a look:
cli-roster-not-taken = Nothing was taken in; the roster is as it was. Please mend the file and try again.
cli-roster-other-sheet = The sheet “{ $name }” looks like a roster too and was not read; only the first one is.
cli-roster-other-unit = { $code } { $name } belongs to { $unit }, not to { $own }. Please take the row out, or leave out --unit.
cli-roster-unit-unknown = There is no electing unit with the code “{ $code }”.
cli-roster-unit-meant = There is no electing unit with the code “{ $code }”. Did you mean { $meant }?
cli-roster-added = New: { $code } { $name } ({ $unit })
cli-roster-changed = Changed: { $code } { $name } ({ $unit }): { $columns }
cli-roster-gone = No longer listed: { $code } { $name } ({ $unit })
cli-roster-recoded = Please note: { $name } keeps the card number, but the code changes from { $old } to { $new }. The account stays with the old code.
cli-roster-would-take = Checked, nothing taken in. New: { $added }, changed: { $changed }, no longer listed: { $gone }, unchanged: { $unchanged }.
cli-roster-taken = Taken in. New: { $added }, changed: { $changed }, no longer listed: { $gone }, unchanged: { $unchanged }. To take it back: roster undo.
cli-roster-undone = { $rows ->
    [one] The newest import was taken back: one deputy.
   *[other] The newest import was taken back: { $rows } deputies.
}
cli-roster-count = { $count ->
    [one] One deputy.
   *[other] { $count } deputies.
}

cli-calendar-not-yet = The database holds no calendar of days off yet; the program's own is used.
cli-calendar-version = Version { $version }, taken in { $at } from { $source }
cli-calendar-version-shipped = Version { $version }, { $at }, brought along by the program
cli-calendar-year = { $year }: { $off } days off, { $worked } make-up days
cli-calendar-years = It holds { $first } to { $last }.
cli-calendar-no-year = The days off of { $year } are not here.
cli-calendar-notice = Notice: { $notice }
cli-calendar-off = off
cli-calendar-worked = worked
cli-calendar-faults = To be mended first: { $count }
cli-calendar-notes = Worth a look: { $count }
cli-calendar-not-taken = Nothing was taken in; the calendar is as it was. Please mend the file and try again.
cli-calendar-change = { $on }: { $before } → { $after }
cli-calendar-taken = Taken in; version { $version } is in force now.
cli-calendar-would-take = Checked, nothing taken in.
cli-calendar-same = The calendar says this already; nothing was taken in.
cli-calendar-good = The calendar of days off is complete.
cli-deadline-rule-unknown = There is no deadline “{ $rule }”. Write feedback, reply3m or reply6m.
cli-deadline-day-impossible = There is no day “{ $found }”. Please write a real one.
cli-deadline-day-unreadable = “{ $found }” is not a day. Please write 2026-01-14, or an instant with its zone such as 2026-03-09T16:30:00Z.
cli-deadline-shipped = Please note: the database can't be opened; this is worked out by the calendar that the program brings along.

cli-invitation =
    { $whom }
    {"  "}code { $code }, good until { $until }
    {"  "}{ $link }
cli-invitation-telegram = {"  "}{ $link }
cli-invited-nobody = There is nobody to invite.
cli-skipped-bound = { $code } { $name } is on already and was not invited. For a new telephone use deputy rebind.
cli-skipped-not-in-office = { $code } { $name } is not in office and was not invited.
cli-skipped-gone = { $code } { $name } is no longer listed and was not invited.
cli-skipped-no-card = { $code } { $name } has no card number on the roster, so nobody could be checked; not invited.
cli-skipped-invited = { $code } { $name } has an invitation that is still good; not invited again. Add --again to do so.
cli-sheet-written = { $count ->
    [one] One slip was
   *[other] { $count } slips were
} written to { $path }. Print it from a browser. The codes are shown this once; delete the file when the slips are handed out.
cli-phone-last4-wrong = --phone-last4 takes the last four digits of the telephone.
cli-name-missing = Please give the name.

cli-deputy-paused = { $code } { $name } takes no letters for now.
cli-deputy-resumed = { $code } { $name } takes letters again.
cli-deputy-silenced = All messages to { $code } { $name } are stopped.
cli-deputy-unsilenced = Messages to { $code } { $name } go again.
cli-deputies-unknown = The roster has no such code: { $codes }. Nothing was changed.
cli-unit-unknown = There is no office with the code “{ $code }”. The codes are: { $codes }. On a new database run lianluo migrate first.
cli-case-unknown = There is no letter { $number }.
cli-case-passed-on = Letter { $number } was passed on to { $name }.

cli-letters-open = { $unit }: { $count } waiting for an answer
cli-letters-office = { $unit }: { $count } read by the office and not ended
cli-letters-answered = { $unit }: { $count } answered, raised or passed on
cli-letters-ended = { $unit }: { $count } ended

cli-dead-letters-none = Nothing waits.
cli-dead-letters-count = { $count } in all. When one is seen to: dead-letters settle ID.
cli-dead-letter-settled = Marked as settled.

cli-calls-none = Nobody has to be called.
cli-calls-say = On the telephone, say only that an answer waits and how to open it, not what it says. Then tick the call off at the desk.

cli-unit-opened = { $unit } is open to the public.
cli-unit-closed = { $unit } is closed to the public.
cli-office-phone-set = The telephone of the office of { $unit } is now { $phone }.
cli-office-phone-removed = The telephone of the office of { $unit } was removed.
cli-office-phone-wrong = The telephone number takes one line of at most 40 characters.
cli-officers-none = Nobody works at this office yet.
cli-officer-unknown = No one at this office has this id, see officer list.
cli-officer-ended = The post of { $name } has ended; the person will be told.
cli-calls-unknown = The list has no such id: it may be ticked off, or the person has looked.
cli-calls-done = Letter { $number } is marked as told.

cli-report-line-fault = Line { $line } is not a message: it needs now (an instant with its zone) and text.
cli-report-words-fault = Line { $line } of the word list can't be read.
cli-poster-written = The poster was written to { $path }.
cli-poster-local = The poster's address is { $url }, which no other phone can open. Please set PUBLIC_URL before you make posters.
cli-poster-ending = --out ends with .pdf or .png, please.
cli-handbooks-written = { $count ->
    [one] { $count } handbook of { $year } was
   *[other] { $count } handbooks of { $year } were
} written to { $path }.
cli-handbooks-failed = { $count ->
    [one] { $count } could not be made:
   *[other] { $count } could not be made:
}
cli-handbook-written = { $name }'s handbook of { $year } was written to { $path }: { $lines ->
    [one] one entry.
   *[other] { $lines } entries.
}
cli-audit-whole = The audit log is whole: { $entries } entries.
cli-audit-broken = The audit log does not fit from entry { $at } on; the { $entries } before it are whole. Please keep the database as it is before you look for the cause.
cli-backup-sealed = Database and files ({ $files }) are in { $path }, sealed. The key file { $key } is not in it: keep a copy elsewhere, apart from the backups.
cli-backup-open = Database and files ({ $files }) are in { $path }, not sealed: letters lie open in it, so please encrypt it. With BACKUP_RECIPIENT it is sealed by itself. The key file { $key } is not in it: keep a copy elsewhere, apart from the backups.
cli-backup-key = The secret half is in { $path }: move it to another machine or a safe, not on the server. Public key: { $recipient }. Please set it as BACKUP_RECIPIENT in .env.
cli-backup-recipient-wrong = "{ $recipient }" is no public key of age (age1…). To make one: lianluo backup --make-key FILE
cli-tool-missing = { $tool } can't be used ({ $why }). PostgreSQL is backed up and restored with its own tools: please install postgresql-client, not older than the server.
cli-tool-failed = { $tool } failed: { $why }
cli-restored = Database and files ({ $files }) are restored.
cli-restored-next = Please run lianluo doctor before you start.
cli-restored-key = The key file is still missing: put the old one at { $path }, then run lianluo doctor. Without it nobody can read telephone numbers, and all lookup codes change.
cli-restore-database-there = There is a database at DATABASE_URL, and it is not overwritten. Please name an empty one, or move the old one away first.
cli-restore-files-there = There is something in the folder of files { $path }, and it is not overwritten. Please name an empty FILES_DIR, or move the old one away first.
cli-restore-key-wanted = This backup is sealed: please name the file with the secret key by --key.
cli-restore-key-wrong = There is no secret key of age (AGE-SECRET-KEY-1…) in { $path }.
cli-restore-key-other = This key doesn't open { $path }: it was sealed to another one. Nothing was changed.
cli-restore-other-engine = Backup and DATABASE_URL are not of the same kind (SQLite and PostgreSQL can't be exchanged). Nothing was changed.
cli-restore-broken = The backup { $path } is incomplete or was changed ({ $why }); nothing was restored.

cli-init-written = .env was written; other settings can be changed in it.
cli-init-kept = There is an .env already; it was left as it is.
cli-init-database = The database is ready.
cli-init-no-officer = There is no officer yet. Please run: lianluo invite officer HN --name NAME --phone-last4 LAST-FOUR-DIGITS
cli-init-next = Next: run lianluo serve, then open the link of the invitation. The web chat is at { $url }

## Not done

cli-not-taken-full = Too much is going on; nothing was done. Please try again later.
cli-not-taken-trouble = The database can't be used now; nothing was done. lianluo doctor says why.
cli-not-taken-stopping = The program is stopping; nothing was done. Please try again later.
cli-kept = Something went wrong and nothing was done. It was noted as { $incident }; see dead-letters list.
cli-store = The database can't be used: { $why }. Please check DATABASE_URL, the password, the rights and the space on the disk.
cli-file = The file { $path } can't be used: { $why }
cli-file-exists = The file { $path } exists already. Please choose another name.
cli-output = Nothing can be printed: { $why }

cli-refused-no-longer-there = It is no longer there; it may have been deleted.
cli-refused-not-yours = This can't be done from the command line. A letter is dealt with by those who read it, and one that a deputy reads can't be passed on.
cli-refused-roster-moved = The roster changed while the file was being checked; nothing was taken in. Please try again.
cli-refused-roster-faulty = The file has codes that were given to other deputies; nothing was taken in. roster import --dry-run shows them.
cli-refused-nothing-to-undo = There is no import to take back.
cli-refused-undo-too-late = A deputy of this import is on already, so it can't be taken back. Please import a corrected roster.
cli-refused-no-card-number = The roster has no card number for this deputy, so nobody could be checked. Please add it first.
cli-refused-deputy-not-bound = This deputy is not on yet.
cli-refused-deputy-unavailable = This deputy is not in office, or takes no letters.
cli-refused-code-unknown = There is no such code.
cli-refused-case-ended = This letter has ended.

## Slips

slip-title = Invitations
slip-note = Print on A4 at 100 %, cut along the dashed lines, and hand each slip to the person, or send it in an envelope.
slip-greeting = Dear deputy { $name }
slip-whose = { $unit } · { $code }
slip-how = Please join Lianluo: scan the code and enter the last four characters of your deputy's card number. It takes a minute.
slip-only-you = For you alone, please don't pass it on. Good until { $until }.
slip-questions = Questions? Please call the liaison office: { $phone }.
slip-telegram = With Telegram, open { $link }

## Doctor

doctor-mark-fine = [ ok ]
doctor-mark-worth = [note]
doctor-mark-broken = [mend]
doctor-settings-fine = The settings are right.
doctor-key-fine = The key file can be used.
doctor-key-not-yet = There is no key file yet; the first start makes it. Please keep a copy of it elsewhere.
doctor-key-open = Others can read the key file { $path }. Please run: chmod 600 { $path }
doctor-files-fine = The folder { $path } can be written to.
doctor-files-slow = The folder { $path } can be written, but one write takes { $ms } ms: with many letters it will be slow. Please use a faster disk, and none behind a network.
doctor-disk-fine = The disk of { $path } has { $mib } MiB left.
doctor-disk-little = The disk of { $path } has only { $mib } MiB left. Please make room, or use a larger disk.
doctor-disk-full = The disk of { $path } has only { $mib } MiB left; soon no letters can be taken. Please make room at once, or use a larger disk.
doctor-modes-fine = Nobody else can read database and files.
doctor-modes-open = Others on this machine can read { $path }. Please run: chmod { $mode } { $path }
doctor-telegram-fine = Telegram knows this bot: @{ $name }.
doctor-telegram-token = Telegram doesn't know the token. Please look at @BotFather and change TELOXIDE_TOKEN.
doctor-telegram-network = Telegram can't be reached. Please check network and DNS; where a proxy is needed, set TELOXIDE_PROXY.
doctor-telegram-order = Telegram's answer is not what it should be: it may be out of order, or TELOXIDE_API_URL is wrong. Please try again in a while.
doctor-webhook-poll = The bot has no webhook; the program fetches updates.
doctor-webhook-left = The bot still has a webhook: { $url }. By the settings updates are fetched (TELEGRAM_MODE=poll), so serve takes it away when it starts; if another program uses it, please stop that first.
doctor-webhook-none = The bot has no webhook yet; serve sets it to { $wanted } when it starts.
doctor-webhook-fine = The webhook is { $url }.
doctor-webhook-other = The webhook is { $url } instead of { $wanted }. serve changes it when it starts; if another program uses this bot, please stop that first.
doctor-webhook-pending = Updates that wait at Telegram: { $count }. Please see whether serve is running.
doctor-webhook-error = Telegram's last delivery failed: { $why }. Please check PUBLIC_URL, certificate and reverse proxy.
doctor-clock-telegram = This machine's clock and Telegram's differ by { $seconds } s. Please turn on time synchronisation: timedatectl set-ntp true
doctor-clock-telegram-fine = The clock agrees with Telegram's.
doctor-clock-database = This machine's clock and the database server's differ by { $seconds } s. Please turn on time synchronisation on both: timedatectl set-ntp true
doctor-clock-database-fine = The clock agrees with the database server's.
doctor-sms-fine = The gateway of short messages can be reached (nothing was sent).
doctor-sms-not-reached = The gateway of short messages can't be reached. Please check SMS_URL and the network.
doctor-transcription-fine = The transcription service can be reached.
doctor-transcription-not-reached = The transcription service can't be reached; deputies who send a recording are asked for a line of text. Check TRANSCRIBE_URL and the network.
doctor-email-fine = The mail server can be reached and takes name and password (nothing was sent).
doctor-email-not-reached = The mail server can't be reached. Please check SMTP_URL and the network.
doctor-email-refused = The mail server doesn't take name or password. Please check SMTP_URL and SMTP_PASSWORD.
doctor-shared-files-fine = The folder of files is the one that belongs to this database.
doctor-shared-files-unknown = The folder of files will be remembered when serve starts for the first time.
doctor-shared-files-elsewhere = The folder of files { $path } is not the one that belongs to this database. Gateways that share a database must share the folder of files too, else some photos can be seen and some can't. Please mount the shared folder on each machine and change FILES_DIR; after a move, copy everything of the old folder, with .lianluo-files.
doctor-files-broken = The folder { $path } can't be written to ({ $why }). Please check permissions and free space.
doctor-fonts-fine = Fonts for printing: { $names }.
doctor-fonts-and = {", "}
doctor-fallback-fine = Short messages or mail are set up.
doctor-fallback-none = Neither short messages nor mail are set up: people who don't look at the page can only be called. See SMS_URL and SMTP_URL.
doctor-telegram-none = Telegram is not set up; the web chat runs alone. To add it, set TELOXIDE_TOKEN.
doctor-database-sqlite = The database can be used (SQLite). Please keep it on an encrypted disk.
doctor-database-postgres = The database can be used (PostgreSQL).
doctor-database-broken = The database can't be used: { $why }. Please check DATABASE_URL, password and permissions.
doctor-calendar-fine = The calendar of days off is complete.
doctor-no-officer = There is no officer yet. Please run: lianluo invite officer HN --name NAME --phone-last4 LAST-FOUR-DIGITS
doctor-no-deputy = { $officers } officers and no deputy yet. Please run: lianluo roster import FILE
doctor-people = { $officers } officers, { $deputies } deputies.
doctor-dead-letters = { $count } messages could not be handled; see dead-letters list.

## The key file

key-file-unreadable = The key file { $path } can't be read: { $why }. Please check its permissions.
key-file-unmakeable = The key file { $path } can't be made: { $why }. Please check the permissions of its folder, or change KEY_FILE.
key-file-wrong = The key file { $path } is wrong: it must hold 128 hexadecimal digits. It was left as it is. Please restore it from a backup; on a new installation move it away, and the start makes a new one.
key-file-absent = There is no key file { $path }. If there is a database, please restore the key from a backup: without it the telephone numbers can't be read.

## Faults of the settings

config-fault-found = { $name } is “{ $found }”. { $wrong } For example: { $name }={ $example }
config-fault-hidden = { $name } is not right (its value is not shown). { $wrong } For example: { $name }={ $example }
config-fault-missing = { $name } is not set. { $wrong } For example: { $name }={ $example }
config-fault-line = Line { $line } of .env can't be read. A value with blanks needs single quotes, for example: SMS_SECRET='Bearer abc'
config-fault-some-line = A line of .env can't be read. The file must be UTF-8, and a value with blanks needs single quotes, for example: SMS_SECRET='Bearer abc'
config-fault-file = .env can't be read: { $why }. Please check its permissions, for example: chmod 600 .env

config-wrong-missing = { $other } needs it.
config-wrong-number = It must be a whole number from { $least } to { $most }.
config-wrong-one-of = It must be one of: { $these }.
config-wrong-token = It must be the token from @BotFather: digits, a colon, letters.
config-wrong-web-address = It must be an address that begins with http:// or https://.
config-wrong-recipient = It must be public keys of age (age1…), several parted by commas.
config-wrong-proxy = It must be an address that begins with http://, https://, socks5:// or socks5h://.
config-wrong-not-a-root = It must end with the name and port: no path, no question mark, no password.
config-wrong-needs-https = Telegram delivers to https:// only, at ports 443, 80, 88 and 8443.
config-wrong-webhook-secret = It takes 1 to 256 letters, digits, underscores and hyphens.
config-wrong-database = It must be sqlite:// and the path of a file (without a question mark), or an address postgres://.
config-wrong-listen = It must be an IP address and a port.
config-wrong-same-listen = It must not be the same as LISTEN.
config-wrong-networks = It must be IP addresses or ranges, separated by commas.
config-wrong-instant = It must be a day and an hour with the zone.
config-wrong-time-of-day = It must be a time from 00:00 to 23:59.
config-wrong-telephone = It takes one line of at most 40 characters.
config-wrong-classes = It takes classes parted by commas, each of 1 to 10 characters and only once, at most 20, such as A,B,C,D.
config-wrong-lacks-place = The template lacks { $place }.
config-wrong-not-json = Once filled in it must be JSON, with {"{phone}"} and {"{text}"} between quotation marks.
config-wrong-header-name = It is not the name of an HTTP header.
config-wrong-header-value = It can't stand in an HTTP header: Latin letters, digits and signs on one line.
config-wrong-smtp = It must be smtps:// or smtp:// and the name of the server; for STARTTLS add ?tls=required.
config-wrong-password-in-the-clear = The password would travel in the clear. Please use smtps://, or add ?tls=required to smtp://.
config-wrong-mail-address = It is not a mail address.
config-wrong-log-filter = It is not a filter of the log.
config-wrong-unreadable = It is not UTF-8.

config-warning-unknown = There is no setting { $name }; is it misspelt?
config-warning-plain-public-url = PUBLIC_URL is not https://, so others on the way may read what people write. Please put an HTTPS reverse proxy in front.
config-warning-plain-transcribe-url = TRANSCRIBE_URL is an http:// address of another machine: deputies' recordings would cross the network in the clear. Please use https://.
config-warning-set-clock = The program runs on a set clock (LIANLUO_CLOCK): only for trying out, training and tests.

## The settings

settings-head =
    Settings of Lianluo. Copy this file to .env and take the “# ” away from the lines you change. The real environment comes before .env.
    A value with blanks, quotation marks or $ stands between single quotes.
settings-telegram = Telegram
settings-storage = Storage
settings-web = Web
settings-language = Language and clock
settings-sending = Sending
settings-rules = Rules
settings-fallback = Short messages and mail
settings-voices = Words of deputies' voice messages
settings-log = Log
settings-column-name = Setting
settings-column-default = Default
settings-column-meaning = Meaning

setting-TELOXIDE_TOKEN = Token of the Telegram bot, from @BotFather. Without it the web chat runs alone.
setting-TELOXIDE_API_URL = Address of a Bot API server of your own, such as http://127.0.0.1:8081. Without it, Telegram's.
setting-TELOXIDE_PROXY = Proxy on the way to Telegram, such as http://127.0.0.1:3128 or socks5://127.0.0.1:1080; with socks5h:// the proxy looks up names too.
setting-TELEGRAM_MODE = How messages come in: poll fetches them and needs no public address; webhook has Telegram deliver to PUBLIC_URL/telegram/webhook.
setting-TELEGRAM_WEBHOOK_SECRET = Secret of the webhook, 1 to 256 letters, digits, _ and -. The webhook needs it.
setting-DATABASE_URL = The database: sqlite:// and the path of a file, or postgres://user:password@host/name.
setting-FILES_DIR = Folder for photos, voice messages and other files. Keep it on an encrypted disk with the database.
setting-FONT_PATH = Files or folders with fonts that have Chinese, parted by colons; without it the usual places of the system are searched. For handbooks as PDF, posters and pictures.
setting-KEY_FILE = The key file, made at the first start. Without it the telephone numbers can't be read: keep a copy elsewhere.
setting-BACKUP_RECIPIENT = Public keys (age1…) to which backups are sealed, several parted by commas. Make one by lianluo backup --make-key. Without it backups lie open.
setting-LISTEN = Address and port of the web chat and desk.
setting-METRICS_LISTEN = Address and port of the numbers for monitoring (/metrics), such as 127.0.0.1:9090. Without it there are none.
setting-PUBLIC_URL = Address at which people open the web chat, such as https://lianluo.example.org. QR codes and links use it. Without it, LISTEN.
setting-TRUSTED_PROXY = Addresses or ranges of your reverse proxies, separated by commas, such as 127.0.0.1,10.0.0.0/8. Only their word about a visitor's address is taken.
setting-UPLOAD_LIMIT_MB = Largest file in the web chat in MB, 1 to 100.
setting-WEB_POSTS_PER_MINUTE = How often one person may submit in a minute in the web chat.
setting-WEB_POSTS_PER_MINUTE_PER_ADDRESS = How often one IP address may submit in a minute. A village may stand behind one address: be generous.
setting-LIANLUO_LOCALE = Language of the command line and the default: zh-CN or en.
setting-LIANLUO_CLOCK = The set clock begins at this instant, such as 2026-03-01T09:00:00+08:00. Only for trying out, training and tests.
setting-LIANLUO_CLOCK_SPEED = So many seconds pass on the set clock in one; 0 stops it. Only for trying out, training and tests.
setting-SEND_PER_SECOND = Most messages of the bot in a second.
setting-SEND_PER_CHAT_PER_SECOND = Most messages to one person in a second; 0: no limit.
setting-SEND_IN_FLIGHT = Messages under way at a time, 1 to 1024.
setting-CARDS_PER_MINUTE = Most letter cards that a deputy gets in a minute; the rest becomes one summary.
setting-QUIET_FROM = From this hour cards make no sound, and reminders wait for the morning.
setting-QUIET_UNTIL = Until this hour.
setting-RECEIPT_WINDOW_SECONDS = What is said within so many seconds gets one receipt, 0 to 3600.
setting-INVITATION_DAYS = Days for which an invitation is good.
setting-LOOKUP_TRIES = So many wrong lookup codes lock a letter for an hour.
setting-RETENTION_MONTHS = Months after its end when a letter is deleted.
setting-BACK_DATING_DAYS = What is told more than so many days afterwards is a late entry that the liaison office must accept first; 0: no limit.
setting-UNASKED_PER_DAY = Unasked reminders to one person on one day, letters and last days apart.
setting-SLIP_COUNTS = Whether an opinion slip whose receipt is confirmed counts as feedback in writing: yes, or no (platform or paper is still needed).
setting-FEEDBACK_SEALED = Whether a handling unit gets a verdict only when the office releases it: yes or no.
setting-REPLY_CLASSES = The classes of handling units' replies, parted by commas; others are not taken.
setting-OFFICE_PHONE = Telephone of the liaison office for questions, shown on invitations and in hints, such as 0731-00000000.
setting-FALLBACK_AFTER_MINUTES = An answer in the web chat that nobody has looked at for so many minutes is told by short message or mail.
setting-SMS_URL = Address of the gateway for short messages, which takes JSON by POST, such as https://sms.example.org/send. Without it none are sent.
setting-SMS_BODY = The JSON for the gateway; {"{phone}"} is the number and {"{text}"} the words, both between quotation marks.
setting-SMS_HEADER = The HTTP header that carries the secret.
setting-SMS_SECRET = Secret of the gateway, such as 'Bearer abc'.
setting-SMTP_URL = Mail server: smtps://user@host:465, or smtp://user@host:587?tls=required. Without it no mail is sent.
setting-SMTP_PASSWORD = Password of the mail server; it may stand in SMTP_URL instead.
setting-SMTP_FROM = Sender, such as lianluo@example.org.
setting-TRANSCRIBE_URL = A service that writes down deputies' voice messages, spoken to as OpenAI's (/v1/audio/transcriptions). Without it deputies are asked for a line of text. Constituents' voices are never sent there.
setting-TRANSCRIBE_MODEL = The model that the service is asked for.
setting-TRANSCRIBE_SECRET = Secret of the service, sent as Authorization.
setting-RUST_LOG = What is logged, such as info or info,lianluo=debug.
setting-LOG_FORMAT = Shape of the log: text for people, json for programs.

serve-ready = Lianluo is running: { $url }
serve-no-telegram = Only the web chat and the desk are running. To add Telegram: get a bot from @BotFather, write its token into TELOXIDE_TOKEN in .env, and start again.
serve-already = A lianluo serve is already running on this database. Please stop that one first, or choose another DATABASE_URL.
serve-no-lock = The lock file beside the database can't be made ({ $why }). Please check the rights of the folder and the space on the disk.
serve-read-only = The database file { $path } can't be written ({ $why }). Please check its rights, and whether the disk is read-only.
serve-no-port = The address { $address } can't be used ({ $why }). Please choose another LISTEN, or stop the program that uses it.
serve-bad-telegram = The settings for Telegram can't be used: please check TELOXIDE_TOKEN, TELOXIDE_API_URL and TELOXIDE_PROXY.
serve-bad-setting = The setting { $name } can't be used; please check it.
serve-clock-set = Note: the program runs on a set clock, not on the present time (LIANLUO_CLOCK).
demo-failed = The samples of the demonstration could not be prepared; please try again.
demo-links =
    The demonstration is ready (sample data, all removed when it stops). Open in a browser:
      First page:         { $url }/
      Constituent:        { $constituent }
      Deputy:             { $deputy }
      Officer of a unit:  { $officer }
      Provincial officer: { $provincial }
    Press Ctrl+C to stop.
