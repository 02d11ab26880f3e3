# Duty records: verified or returned by the liaison office

## Desk

desk-records = Duty records
desk-records-waiting = { $unit }: { $count ->
    [one] 1 duty record to verify
   *[other] { $count } duty records to verify
}
desk-records-late = { $count ->
    [one] 1 late entry to accept
   *[other] { $count } late entries to accept
}
desk-records-confirmed = { $count } to verify
desk-records-returned = { $count } returned, with the deputy
desk-records-verified = { $count } verified
desk-records-every-category = All sections
desk-records-categories = By section
desk-records-none = No duty record waits to be verified. One appears here when a deputy confirms it.
desk-records-day = Day
desk-records-deputy = Deputy
desk-records-category = Section
desk-records-gist = About
desk-records-source = Source
desk-records-verify-chosen = Verify the chosen ones
desk-records-choose-all = Choose all or none
desk-records-choose = Please choose the records to verify first.
desk-records-find = Find by name or code of the deputy
desk-records-keys = j and k move, x chooses, Ctrl+Enter verifies what is chosen.
desk-records-back = Back to duty records
desk-record-of = A duty record of { $name }
desk-record-returned = Returned last
desk-record-returned-why = { $day }: { $why }
desk-record-files = What the deputy handed in with it
desk-record-file-missing = (could not be fetched)
desk-record-activity = See the joint activity
desk-record-verify = Verify
desk-record-return = Return
desk-record-reason = Why it is returned
desk-record-reason-hint = The deputy reads this, and can correct and confirm again.
desk-record-history = History
desk-record-changed = { $day }, { $by }: { $field }: { $old } → { $new }
desk-record-changed-why = { $said } ({ $why })
desk-record-state-draft = with the deputy
desk-record-state-confirmed = to verify
desk-record-state-late = late entry, to accept
desk-record-state-returned = returned
desk-record-state-verified = verified
desk-record-state-dropped = left out by the deputy
desk-record-why-undo = taken back by the deputy
desk-record-why-merged = joined with another one
desk-record-why-withdrawn = the activity was taken back
desk-record-by-program = the program
desk-keys-choose = Choose the row
desk-said-records-verified = Verified.
desk-said-records-moved = Some records have just changed and were not verified: please look again. The others are verified.
desk-said-record-returned = Returned; the deputy reads the reason.

## Command line

help-record = Duty records of deputies
help-record-list = Duty records that wait to be verified
help-record-list--state = Only those in this state: late, confirmed (to verify), returned, verified; without it all that wait for the office
help-record-list--deputy = Only those of this deputy, by code or name
help-record-list--category = Only those of this section: 1 to 10 in the order of the handbook, 11 other
help-record-verify = Verifies records, and accepts late entries by it
help-record-verify--ids = Numbers of records
help-record-give-back = Returns a record to the deputy
help-record-give-back--id = Number of the record
help-record-give-back--reason = Why; the deputy reads it
cli-record-row = { $id }  { $on }  { $code } { $name }  { $category }  { $state }  { $about }
cli-record-count = { $count ->
    [one] 1 record.
   *[other] { $count } records.
}
cli-record-verified = { $verified ->
    [one] 1 record verified.
   *[other] { $verified } records verified.
}{ $left ->
    [0] {""}
    [one] {" "}1 other did not wait and was left alone.
   *[other] {" "}{ $left } others did not wait and were left alone.
}
cli-record-given-back = Returned; the deputy reads the reason.
record-why-later-act = The letter went on
record-return-taken-back = The liaison office took its return back; nothing is to be changed: { $category }, { $day }, { $about }
desk-record-take-back = Take the return back
desk-record-take-back-hint = Returned by mistake? The deputy has changed nothing yet, so it can be taken back; the deputy is told.
desk-said-return-taken-back = The return was taken back; the deputy is told.
help-record-take-back = Takes a return back while the deputy has changed nothing: the record stands where it stood
help-record-take-back--id = Number of the record
cli-record-taken-back = The return was taken back; the deputy is told.
