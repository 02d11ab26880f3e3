# Drafting motions and suggestions: the words of the chat, of the suggestion paper and of the command line.

## The drafts

drafts-none = You have no drafts yet. A suggestion can be written step by step; you may stop at any time and nothing is lost. A finished .docx file may be sent here, too.
drafts = Your drafts (seen by you and by those whom you ask for their names):
drafts-line = { $draft }: { $kind }, changed on { $day }
drafts-line-handed-in = { $draft }: { $kind }, handed in on { $on }, not registered yet
drafts-away = { $count } were put away or merged; they are kept, too.
drafts-asked = You are asked for your name under { $count } more.
draft-untitled = (no title yet)
draft-titled = “{ $title }”
draft-ask-kind = A suggestion or a motion? One deputy may raise a suggestion; a motion needs ten deputies and a matter within the powers of the congress.
draft-offer-words = This sounds like a suggestion. Shall a draft begin with these words? It can be completed later.
draft-offer-source = Into which draft shall this record go?
draft-offer-letter = Into which draft shall the matter of letter { $number } go?
button-drafts-list = My drafts
button-new-suggestion = Write a suggestion
button-new-motion = Write a motion
button-draft-this = Draft a suggestion
button-draft-this-motion = Draft a motion
button-draft-into = Into { $title }
button-draft-from = Write a suggestion
button-draft = Open: { $title }

## One draft

draft-head-open = { $draft } (draft of a { $kind })
draft-head-handed-in = { $draft } ({ $kind }, handed in, not registered yet)
draft-head-registered = { $draft } ({ $kind }, registered)
draft-head-merged = { $draft } (draft of a { $kind }, merged into another one)
draft-head-put-away = { $draft } (draft of a { $kind }, put away)
draft-head-reading = { $draft } (the file is being read)
draft-head-unread = { $draft } (the file could not be read)
draft-part-title-suggestion = Title
draft-part-title-motion = Title
draft-part-situation-suggestion = Situation
draft-part-situation-motion = Cause
draft-part-analysis-suggestion = Analysis
draft-part-analysis-motion = Grounds
draft-part-proposals-suggestion = Proposals
draft-part-proposals-motion = Plan
draft-part = { $part } ({ $count } characters): { $text }
draft-part-cut = { $part } ({ $count } characters, in full in the file): { $text }
draft-part-empty = { $part }: not written yet
draft-sources = Sources: { $sources }
draft-sources-letters = letters: { $count }
draft-sources-records = contact records: { $count }
draft-names-line = Names: { $asked } asked, { $confirmed } confirmed
draft-names-changed = The content was changed: { $changed } of them saw other words. They are asked again, once, when you have paused for an hour, make the paper or hand it in.
draft-kind-changed = It is a { $kind } now, and so says its title.
button-draft-write = Write: { $part }
button-draft-change = Change: { $part }
button-draft-next = Next: { $part }
button-draft-title = Change: Title
button-draft-situation = Write: Situation
button-draft-add = Add to it
button-draft-whole = Whole draft
button-draft-facts = Sources
button-draft-check = Check
button-draft-check-open = See advice first
button-draft-alike = Find the same
button-draft-names = Names
button-draft-form = Other fields
button-draft-paper = Make the file
button-draft-hand-in = Hand in
button-draft-as-motion = As a motion
button-draft-as-suggestion = As a suggestion
button-draft-put-away = Put away
button-draft-back = Bring back
button-draft-not-handed-in = Not handed in yet
button-draft-registered = See what is registered
button-draft-merged-view = See the merged one

## Step by step

draft-ask-title-suggestion = First the title, usually “On …”. One matter in each suggestion.
draft-ask-title-motion = First the title, usually “On …”. One matter in each motion.
draft-ask-title-again = A new title takes the place of this one.
draft-ask-situation-suggestion = Please write the situation: where, what, how many people or households, since when. Several messages are fine.
draft-ask-situation-motion = Please write the cause: why this motion is needed. Several messages are fine.
draft-ask-analysis-suggestion = Please write the analysis: where the problem lies and why it was not solved. Several messages are fine; it may be left out.
draft-ask-analysis-motion = Please write the grounds: laws, policies and facts. Several messages are fine.
draft-ask-proposals-suggestion = Please write the proposals: which unit should do what. The more concrete, the better the reply. Several messages are fine.
draft-ask-proposals-motion = Please write the plan: what is to be enacted or decided, and its main content. Several messages are fine.
draft-ask-again = New words take the place of these; to add behind them, tap “Add to it”.
draft-kept-title = The title is noted: { $draft }.
draft-kept = { $part } noted, { $count } characters now. What you send next is added to it.
draft-facts = Sources (seen by you alone):
draft-facts-joiner = , {""}
draft-fact-record = · { $facts }: { $matters }
draft-fact-letter = · Letter { $number } ({ $day })
draft-facts-own-words = Please sum the facts up in your own words: no words of the letters, no names or numbers of their writers (letters that are passed on are not taken as suggestions).
draft-facts-none = No letter or record is linked to this draft. Open a letter or a contact record and tap “Write a suggestion” to link it.
draft-put-away = { $draft } is put away, not deleted; bring it back whenever you need it.

## Advice

draft-check = { $count ->
    [one] One thing to look at:
   *[other] { $count } things to look at. The first:
}
draft-check-yours = This is advice only: whether to change it is for you to decide.
draft-check-none = Nothing was found that shouldn't be raised. Whether to raise it is for you to decide.
draft-check-done = You have seen all advice: { $changed } changed, { $kept } kept. Whether to raise it is for you to decide, whether it is accepted for the secretariat or the office.
draft-ask-sentence = Please send the new sentence in place of this one: “{ $sentence }”
button-advice-edit = Change it
button-advice-cut = Leave it out
button-advice-keep = Keep it

## Names

draft-names = Names under { $draft }:
draft-names-none = Nobody was asked yet.
draft-name-confirmed = · { $name } ({ $unit }): confirmed
draft-name-invited = · { $name } ({ $unit }): no answer yet
draft-name-changed = · { $name } ({ $unit }): saw other words, to be asked again
draft-name-declined = · { $name } ({ $unit }): declined
draft-names-missing = A motion needs ten deputies; { $count } more are needed.
draft-names-waiting = { $count } have not confirmed the present content and won't be printed.
draft-ask-names = Please send names or codes of deputies, with commas between them. They see the whole text, and only “I second it” counts.
draft-names-asked = Asked: { $names }.
draft-names-several = Several deputies are called “{ $name }”; please tap the one you mean:
draft-names-unbound = { $names }: no account yet; please use paper.
draft-names-unknown = Not on the roster: { $names }. Please check the name.
draft-card = { $leader } ({ $unit }) asks you to put your name to the { $kind } { $draft }. The whole text:
draft-card-again = The { $kind } { $draft } of { $leader } ({ $unit }) was changed. The text as it is now:
draft-card-rule = Please read it first; your name stands under it only after “I second it”. If it is changed, you will be asked again.
draft-card-paper = This is the whole of { $draft }; afterwards go back to the card to answer.
draft-signed = Noted: you second { $draft } of { $leader }.
draft-not-signed = Noted: you don't second { $draft }.
draft-signed-by = { $name } seconds { $draft }; { $confirmed } now.
draft-not-signed-by = { $name } doesn't second { $draft }; { $confirmed } have.
button-draft-ask-names = Ask deputies
button-draft-ask-again = Ask them again
button-draft-invite = { $name } ({ $unit }, { $code })
button-co-sign = I second it
button-draft-whole-file = The whole as a file
button-draft-card = Back to the card
button-draft-asked = Your name: { $title }
button-not-co-sign = I don't

## The same content

draft-alike = Like { $draft }:
draft-alike-own = · Your draft { $draft }
draft-alike-other = · The draft { $draft } of { $deputy }
draft-alike-earlier = · Yours: { $suggestion }, { $state }
draft-alike-earlier-replied = · Yours: { $suggestion }, { $state }, replied to on { $replied }
draft-alike-public = · Public: { $suggestion }, { $state }
draft-alike-public-replied = · Public: { $suggestion }, { $state }, replied to on { $replied }
draft-alike-none = No like draft or suggestion was found.
draft-alike-rule = The same content should be raised together; whether to merge is for you to decide.
draft-shares = You agreed to be told of like drafts, and their deputies of yours: title and name only.
draft-shares-not = Drafts of others were not looked at. If you agree, those of deputies who agreed as well are; they see title and name only.
draft-merged = Merged: { $kept } stays, { $gone } goes into it with its sources. The merged one is kept, too.
draft-join-asked = { $deputy } has a draft { $theirs } like your { $mine } and proposes to raise them together. They would lead; you get the whole text, and your name counts once you confirm.
draft-join-sent = They were asked; you will be told what they say.
draft-join-together = { $deputy } agrees to raise { $draft } together, and was sent the whole text to confirm.
draft-join-apart = { $deputy } prefers to raise their own; { $draft } stays as it is.
button-draft-merge-here = Keep { $title }
button-draft-merge-there = Keep { $title }
button-draft-propose = Propose to { $deputy }
button-draft-share = Agree to be told
button-draft-unshare = No longer
button-draft-join = Merge, I co-sign
button-draft-apart = Each our own

## The file and other fields

draft-paper = The paper of { $draft } is ready: open, change, print and sign it in WPS. A changed file sent back becomes a new draft.
draft-form = Other fields of { $draft }; a tap turns to the next:
draft-form-units = Proposed units: { $units }
draft-form-origin = From research: { $value }
draft-form-before = Raised before: { $value }
draft-form-meeting = Wants a meeting: { $value }
draft-form-open = May be public: { $value }
draft-ask-units = Which units should handle it? Please send their names, with commas between them.
button-draft-units = Write the units
tick-unsaid = not said
tick-yes = yes
tick-no = no
draft-origin-unsaid = not said
draft-origin-inspection = inspection
draft-origin-research = research
draft-origin-group = deputies' group
draft-origin-contact = contact with people
draft-origin-other = other

## Files that are sent in

draft-reading = The file has come and is being read; you will be told within a minute.
draft-read = The file was read into a draft; please check it:
draft-read-cut = The file was read into a draft. One part has more than 12,000 characters, and what is beyond was left out; please check it:
draft-read-unparted = The file was read. No headings such as situation, analysis and proposals were found, so the words stand below; please check them:
draft-unread-not-docx = This is no .docx file, so it was not read. Please save it as .docx in WPS and send it again, or send the words.
draft-unread-old-kind = This is an old kind of file or has a password, so it was not read. Please save it as .docx without a password and send it again.
draft-unread-too-big = This file has more than 10 MB, so it was not read. Please take the pictures out and send it again, or send the words.
draft-unread-broken = This file is broken or unusual, so it was not read. Please open it in WPS, save it as .docx and send it again.
draft-unread-empty = There are no words in this file. Scanned pictures can't be read; please send the words.
draft-unread-missing = This file could not be fetched. Please send it again, or send the words.

## Handing in and registration

draft-ask-hand-in = Where did you hand { $draft } in? Nothing is handed in from here: it is only noted, so that the registered one can be linked.
draft-hand-in-advice = There are { $count } pieces of advice that you haven't seen.
draft-handed-in = Noted: { $draft } was { $way }. You will be told here when the office registers it.
hand-in-way-platform = handed in on the provincial platform
hand-in-way-session = handed to the delegation or the secretariat
hand-in-way-office = handed to the liaison office
draft-registered = { $draft } is registered as { $suggestion }. Its sources are linked.
draft-ask-registered = { $suggestion } was just registered. Is it the { $draft } that you handed in?
button-hand-in-platform = On the platform
button-hand-in-session = To the delegation
button-hand-in-office = To the office
button-draft-is = Yes, it is
button-draft-is-not = No

## The paper

paper-heading-suggestion = Suggestion paper of a deputy
paper-heading-motion = Motion paper of a deputy
paper-untitled = Suggestion
paper-session = Session
paper-session-blank = Term ____, session ____ / between sessions
paper-number = Number
paper-title = Title
paper-leading = Leading deputy
paper-card = Card number
paper-delegation = Delegation
paper-post = Post
paper-phone = Telephone
paper-address = Address
paper-co-signer = Co-signer
paper-co-signer-line = { $name }　{ $card }　{ $delegation }　Signature:
paper-sign-blank = Signature:
paper-raised = Raised on
paper-day-blank = ____-__-__
paper-situation-suggestion = Situation
paper-situation-motion = Situation
paper-analysis-suggestion = Analysis
paper-analysis-motion = Analysis
paper-proposals-suggestion = Proposals
paper-proposals-motion = Proposals
paper-units = Proposed units
paper-ticks = Ticks
paper-tick-origin = From research: {""}
paper-tick-before = Raised before: {""}
paper-tick-meeting = Wants a meeting: {""}
paper-tick-open = May be public: {""}
paper-signature = Signature
paper-signature-blank = Signature:　　　　　　Date:

## Command line

cli-paper-of-what = Please give a number, or a file with --from.
cli-paper-written = The paper of “{ $title }” is in { $path }.
