# Handing in and taking in handbooks: the reminders of December, the deputy hands in, the liaison office takes in or returns

hand-in-due = Hello { $called }, it is the end of the year, and time to hand in the handbook. { $count } { $count ->
    [one] entry is
   *[other] entries are
} confirmed for { $year }.
hand-in-due-drafts = { $drafts } more { $drafts ->
    [one] waits
   *[other] wait
} for a look, about two minutes.
hand-in-due-until = It goes to the liaison office of your electing unit by { $day }. A paper handbook is fine too.
hand-in-drafts = { $count } { $count ->
    [one] entry is
   *[other] entries are
} not confirmed and will not be in the handbook. Would you like to look first?
hand-in-open = The handbook of { $year } has not been handed in yet.
hand-in-quiet = Very well, you will be reminded on { $quiet_until }. This is not handing in; you can hand in whenever you like.
hand-in-handed-in = The handbook of { $year } was handed in on { $handed_in } to the liaison office of { $unit }. You will be told when they have taken it in.
hand-in-paper-told = Noted: you say the paper handbook was handed in to the liaison office of { $unit }. You will be told when they have it; until then there are no more reminders.
hand-in-returned = Please add to the handbook of { $year } and hand it in again. The liaison office of { $unit } writes: { $reason }
hand-in-returned-why = What the office wrote when it was returned: { $reason }
hand-in-said-planned = Very well. Saying so isn't handing in: the handbook of { $year } has not been handed in; { $day } is early enough. To do it now, tap below.
hand-in-said-planned-late = Very well. Saying so isn't handing in: the handbook of { $year } has not been handed in, and still can be. Tap below.
hand-in-said-submitted = You say the handbook was handed in; it isn't noted here yet. Please tap how: “Confirm and hand in” for the one kept here, “Handed in on paper” for a paper one.
hand-in-said-on-paper = You say the paper handbook was handed in. Please tap “Handed in on paper” to have it noted; the liaison office tells you when they have it.
hand-in-accepted = The liaison office of { $unit } took in the handbook of { $year } on { $decided }. Receipt: { $fingerprint }
hand-in-accepted-paper = The liaison office of { $unit } took in the paper handbook of { $year } on { $decided }.
hand-in-amended = { $count } { $count ->
    [one] change
   *[other] changes
} since it was taken in, kept behind it as amendments; what was handed in stays as it is:
hand-in-moved-on = { $count } { $count ->
    [one] change
   *[other] changes
} since you handed it in. To hand them in as well, tap “Confirm and hand in” once more:
hand-in-line-added = + { $day } { $category }
hand-in-line-changed = changed: { $day } { $category }
hand-in-line-removed = − { $day } { $category }
hand-in-missing = { $count } { $count ->
    [one] deputy has
   *[other] deputies have
} not handed in the handbook of { $year } yet: { $names }. See and enter at the desk: { $url }
hand-in-missing-none = All handbooks of { $year } have been handed in.

button-look-at-drafts = Look at { $count }
button-hand-in = Confirm and hand in
button-hand-in-as-it-is = Hand in as it is
button-on-paper = Handed in on paper
button-next-week = Remind me next week

refusal-handbook-too-early = Handbooks are handed in from 1 December on; until then you can go on filling it in.
refusal-handbook-frozen = The office has taken in this year's handbook, so it changes no more. Later entries stand behind it as amendments.
refusal-handbook-not-handed-in = The deputy has not handed this handbook in, so it can't be taken in or returned. If you received it on paper, please enter it as paper.

## The desk

desk-handbooks = Handbooks
desk-handbooks-year = { $year }
desk-handbooks-of = Who has handed in the handbook of { $year }
desk-handbooks-of-unit = { $office }: who has handed in the handbook of { $year }
desk-handbook-of = Handbook { $year } of { $name }
desk-handbook-hash = Check sum (SHA-256)
desk-handbook-amendments = Changes since it was handed in
desk-handbook-history = What happened
desk-handbook-event = { $day } { $act } { $why }
desk-handbook-did-handed-in = handed in by the deputy
desk-handbook-did-paper-told = the deputy says that the paper book was handed in
desk-handbook-did-accepted = taken in by the office
desk-handbook-did-returned = returned for completion
desk-handbook-deputy = The deputy, and exports of the handbook
desk-handbooks-choose = Please choose the handbooks to take in first.
desk-said-handbooks-taken-in = Taken in; the deputy gets the receipt.
desk-said-handbook-given-back = Returned; the deputy reads what you wrote.
desk-handbooks-counts = { $all } due, { $accepted } taken in, { $waiting } to take in, { $returned } returned, { $missing } missing
desk-handbooks-none = There are no deputies here yet. Import the roster to see their handbooks.
desk-handbooks-deputy = Deputy
desk-handbooks-confirmed = Confirmed
desk-handbooks-drafts = Waiting
desk-handbooks-state = State
desk-handbooks-act = Do
desk-handbooks-open = Not handed in
desk-handbooks-handed-in = Handed in
desk-handbooks-paper-told = Says: on paper
desk-handbooks-returned = Returned
desk-handbooks-accepted = Taken in
desk-handbooks-accepted-paper = Taken in on paper
desk-handbooks-ended = Left office
desk-handbooks-take-in = Take in
desk-handbooks-take-in-all = Take in the chosen ones
desk-handbooks-paper = Paper book received
desk-handbooks-return = Return for completion
desk-handbooks-reason = What is to be added
desk-handbooks-show = Show
desk-handbooks-show-all = All

## The command line

help-handbook-list = Who has handed in the handbook

help-handbook-list--missing = only those that are missing
help-handbook-take-in = Takes in handbooks that were handed in; with --paper the paper book
help-handbook-take-in--codes = codes of deputies
help-handbook-take-in--paper = the paper book was received
help-handbook-give-back = Returns a handbook for completion
help-handbook-give-back--reason = what is to be added; the deputy reads it
cli-handbook-row = { $code } { $name } { $state }, { $confirmed } confirmed, { $drafts } waiting
cli-handbook-taken-in = { $count } handbooks of { $year } were taken in.
cli-handbook-given-back = { $name } was asked to add to the handbook of { $year } and hand it in again.
hand-in-line = The handbook of { $year } is not handed in yet; it goes to the liaison office of the electing unit by { $day }.
button-handbook-due = See the handbook

# Reading a workbook back
hand-in-sheet = The liaison office has typed in a sheet of your handbook of { $year }. New: { $added }, changed: { $changed }. Please have a look: only what you confirm goes into the handbook.
refusal-handbook-in-hand = The deputy has handed this handbook in, so a sheet can't change it. Please return it for completion first; or take it in, and later corrections stand behind it as amendments.
desk-handbook-import = Read a filled-in sheet
desk-handbook-import-of = Reading a sheet: handbook { $year } of { $name }
desk-handbook-import-file = The Excel file
desk-handbook-import-hint = Export the Excel file first, add rows or correct them, and bring it back. Leave the record id of a new row empty. Records that are not in the file stay as they are.
desk-handbook-import-export = Export the Excel file of { $year }
desk-handbook-import-reason = Why it is changed
desk-handbook-import-reason-hint = May be left empty; it stands in the history of each change. Without it, the name of the file does.
desk-handbook-import-preview = { $file }: what would change
desk-handbook-import-go = Take it in, for the deputy to confirm
desk-handbook-import-faulty = { $count } { $count ->
    [one] place has
   *[other] places have
} to be mended first; no row was taken
desk-said-handbook-sheet-taken = Taken in. What is new or changed waits for the deputy's word.
help-handbook-import = Reads a filled-in handbook workbook: what is new or changed waits for the deputy's word; with one fault nothing is taken
help-handbook-import--file = The exported Excel file, filled in
help-handbook-import--code = The deputy's code
help-handbook-import--reason = Why it is changed, for the history; without it the name of the file
hand-in-late = { $count } late { $count ->
    [one] entry still waits
   *[other] entries still wait
} for the liaison office; they stand in the handbook once it accepts them.
