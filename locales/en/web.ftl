# What constituents and deputies read on the web pages, in English. Same tone as the Chinese: short, warm, exact.

web-brand = Lianluo
web-skip = Skip to the content
web-letters-large = Large letters
web-letters-normal = Normal letters
web-other-language = 中文
web-other-language-tag = zh-CN
web-urgent = If someone is in danger, please call at once:
web-urgent-police = 110 police
web-urgent-fire = 119 fire
web-urgent-ambulance = 120 ambulance
web-notice-link = How this works in detail
web-to-first = First page
web-office-phone = Telephone of the liaison office: { $phone }
web-list-comma = ,{" "}

web-moment = { $day }, { $time }
web-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
  }
web-month = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
  }
web-day = { web-weekday } { $day } { web-month }
web-day-with-year = { web-weekday } { $day } { web-month } { $year }

web-paging = Pages
web-paging-before = Previous page
web-paging-after = Next page
web-paging-total = { $count ->
    [one] 1 deputy
   *[other] { $count } deputies
  }

# First page
web-first-title = Write to your deputies
web-first-what = If you have something to say to a deputy of the provincial people's congress, you can write it here. Nothing to install, no sign-up.
web-first-go-on = Go on with your conversation
web-first-write = Write to a deputy
web-first-write-how = Find a deputy by electing unit, name or field of interest, or scan a deputy's QR code. If you don't know whom to ask, that is fine too.
web-first-find = Find a deputy
web-first-mine = See my letters
web-first-mine-how = With the letter number and the lookup code you were given, you can see how things stand and go on writing.
web-first-look-up = Enter number and code
web-first-sign-in = Deputies and staff
web-first-sign-in-how = Please use the invitation from your liaison office: open the link, scan the QR code, or enter the code on the slip here. If you have none yet, please ask your liaison office.
web-first-code = Invitation code
web-first-open = Open the invitation
web-first-bound = Already set up:
web-first-deputy-in = Deputies: to the conversation
web-first-desk-in = Staff: to the desk

# Finder
web-find-title = Find a deputy
web-find-name = By name
web-find-search = Search
web-find-units = By electing unit
web-find-unit-deputies = { $count ->
    [one] 1 deputy
   *[other] { $count } deputies
  }
web-find-no-units = When the list of deputies has been imported, they are shown here by electing unit. For now you can write to the liaison office, see below.
web-find-fields = By field of interest
web-find-nobody = Nobody found. One or two characters of a name are enough; you can also look by electing unit, or ask the liaison office to pass your letter on.
web-find-cares = Interested in: { $fields }
web-find-office-instead = Takes no letters here at present; you can write to the liaison office
web-find-code-unknown = This code leads to no deputy at present; the poster may be an old one. You can look for a deputy below, or ask the liaison office to pass your letter on.
web-find-again = Look another way
web-find-unsure = Don't know whom to ask?
web-find-unsure-how = Just write down the matter. Staff of the liaison office read it and pass it on to a suitable deputy.
web-find-unsure-go = Write first

# See my letters
web-my-title = See my letters
web-my-how = If you have a new phone or cleared your browser, the letter number and the lookup code let you read and write on.
web-my-number = Letter number
web-my-number-hint = The number you were given with the receipt, for example 260137
web-my-code = Lookup code
web-my-code-hint = Six digits; the space may be left out
web-my-open = Open
web-my-lost = Lost the number or the code? To protect you, a letter can't be opened without them. You are welcome to write a new one.
web-my-not-fitting = The number and the code do not belong together. Please check your screenshot or note and try again.
web-my-incomplete = Both the number and the six-digit code are needed. Please see whether a digit is missing.
web-my-too-many = { $minutes ->
    [one] There were many tries. To protect the letters, please try again in 1 minute.
   *[other] There were many tries. To protect the letters, please try again in { $minutes } minutes.
  }

# Invitation
web-invitation-title = Set up Lianluo
web-invitation-deputy = Hello, Deputy { $name }. { $office } invites you to set up Lianluo: read and answer letters on your phone, note down visits and talks in one sentence, and be reminded before feedback is due.
web-invitation-officer = Hello, { $name }. { $office } invites you to set up the staff desk of Lianluo: enter and pass on letters, look after the roster and the invitations.
web-invitation-only-you = This invitation is for you alone; please don't pass it on.
web-invitation-valid = Valid until { $day }.
web-invitation-card = The last four characters of your deputy's card number
web-invitation-phone = The last four digits of the telephone number on the invitation
web-invitation-go = Set up
web-invitation-not-you = If this is not you, please close this page; nothing will happen.
web-invitation-wrong = { $left ->
    [one] These four do not fit. You can try once more.
   *[other] These four do not fit. You can try { $left } more times.
  }

# Conversation
web-chat-title = My conversation
web-chat-to = To Deputy { $name }
web-chat-log = Messages
web-chat-earlier = Earlier messages
web-chat-new = New message, tap to see it
web-chat-empty = What you write and what you receive will be here. Write your first words below; to write to a certain deputy, find the deputy on the first page.
web-me = Me
web-photo = Photo
web-voice = { $seconds ->
    [one] Voice message (1 second)
   *[other] Voice message ({ $seconds } seconds)
  }
web-file = { $name } ({ $size })
web-file-not-here = The file “{ $name }” has been received; it can't be opened here yet.
web-place = Place: { $latitude } north, { $longitude } east
web-edited = edited
web-delivery-received = Received
web-delivery-delivered = Delivered
web-delivery-waiting = Received; not delivered yet, we keep trying
web-delivery-with-office = Could not be delivered; staff will look after it
web-sending = Sending
web-not-sent = Not sent; your words are still on this phone
web-send-again = Send again
web-too-large = The file is too large and was not received. Please choose a smaller one, or fewer.
web-stale = This page was open for long. Reload it and sending goes on; your words are kept.
web-reload = Reload
web-remove = Remove
web-tap-failed = Not sent. Please tap again.
web-offline = There is no connection. What you write stays on this phone and is sent when the connection is back.
web-files-gone = The photos or files were not kept. Please add them again.
web-bar = Often used
web-write = Write here
web-pick-photo = Photo
web-pick-file = File
web-voice-start = Record voice
web-voice-stop = Done
web-not-allowed = The phone did not allow it. Please allow it in the settings of your phone and try again.
web-place-add = Add place
web-place-added = Where I am now
web-send = Send
web-notice-card = Before you write
web-notice-folded = Who reads this, and how long it is kept
web-closed = This deputy does not take letters here at present.
web-closed-offer = You can write to { $office }. Staff read it and pass it on to a suitable deputy.
web-closed-write = Write to the liaison office
web-closed-call = You can get in touch with { $office }.
web-closed-other = Find another deputy

# Details of the notice
web-notice-title = How this works in detail
web-office-unnamed = the liaison office
web-notice-who = Who is responsible
web-notice-who-text = This service is run by { $office }. What you write is used only to bring your concern to the deputy and the answer to you, and for nothing else.
web-notice-readers = Who reads it
web-notice-readers-text = The deputy you write to. If the deputy can't read it, you are told first, and then the staff of { $office } read it. When a matter is passed on, only the matter goes, not your name or contact. Nothing is published.
web-notice-name = Your name
web-notice-name-text = You write under a pseudonym, and nobody sees your telephone number. Still, where people know each other, the deputy may guess who you are from the matter itself.
web-notice-not = Please don't write
web-notice-not-text = No identity card or bank card numbers, and nothing secret. Deputies may by law not step into a court case that is pending or decided.
web-notice-can = What a deputy can do
web-notice-can-text = A deputy can raise your concern with the bodies in charge, but can neither handle it directly nor promise a result.
web-notice-kept = How long it is kept
web-notice-kept-text = { $months ->
    [one] One month after a letter has ended, its words, files and any contact you left are erased; only its number, days and states stay.
   *[other] { $months } months after a letter has ended, its words, files and any contact you left are erased; only its number, days and states stay.
  }
web-notice-rights = What you can ask for
web-notice-rights-text = You can look at your own letters here at any time. For a copy, a correction or an earlier deletion, please ask the liaison office.
web-notice-phone = What stays on this phone
web-notice-phone-text = Only the marks of your session, language and size of letters, and drafts that were not sent yet. No statistics of third parties. On someone else's phone, please clear the browser when you have finished.

# Sorry
web-sorry-not-found = There is no such page
web-sorry-not-found-text = A few characters of the address may be missing, or the page is gone. From the first page you can find a deputy or see your letters.
web-sorry-expired = This invitation can no longer be used
web-sorry-expired-text = An invitation works once and until its day. Please ask your liaison office for a new one.
web-sorry-too-many = Please try again later
web-sorry-too-many-text = { $minutes ->
    [one] There were many tries. To protect you, please try again in 1 minute.
   *[other] There were many tries. To protect you, please try again in { $minutes } minutes.
  }
web-sorry-too-fast = Please wait a moment before sending again
web-sorry-too-fast-text = Many forms were sent within a minute, and this one has not been taken yet. Your words are still on your phone and not lost: please go back in a minute and tap “Send again”.
web-sorry-too-large = Too large, not received
web-sorry-too-large-text = At most { $megabytes } MB at a time. Please choose a smaller file or send in several steps. If your words are gone, please write them again; we are sorry for the trouble.
web-sorry-fault-kept = Sorry, we did not handle this one well
web-sorry-fault-kept-text = It is our fault. What you sent is kept, there is no need to send it again; a person will look at it and tell you in the conversation. If it is urgent, call the liaison office and give the number below.
web-sorry-fault-not-kept = Sorry, this one was not received
web-sorry-fault-not-kept-text = It is our fault. Your words are still on your phone; please go back and tap “Send again”. If that does not help, call the liaison office and give the number below.
web-sorry-form-expired = This page was open for long
web-sorry-form-expired-text = For safety nothing was taken this time. Please go back and try again; your words are usually still there.
web-sorry-not-yours = This page is not for you
web-sorry-not-yours-text = Only the person concerned or the officer in charge can see it. If you have a new phone, open your letter with its number and lookup code.
web-sorry-unavailable = Sorry, this one was not received
web-sorry-unavailable-text = We can't take anything just now. Your words are still on your phone; please go back in a while and tap “Send again”.
web-sorry-not-printed = Sorry, the file could not be made
web-sorry-code = Number
web-sorry-back = Go back and try again
web-sorry-chat = To the conversation
