# Dossier: the liaison office's record of verified facts, apart from the deputy's own handbook

dossier-title = Dossier of a Deputy to the Provincial People's Congress
dossier-notes-title = Notes
dossier-note-verified = This dossier is kept by the liaison office of the electing unit. It holds only facts that the office has verified.
dossier-note-apart = The dossier and the deputy's own handbook are two records, kept apart; they may differ.
dossier-note-sections = Sections and their order follow Article 7; a section without records is listed all the same.
dossier-note-no-score = It states facts: no score, no ranking, no comparison.
dossier-elected-on = Elected on
dossier-closing-title = Service and handbook
dossier-service = Service
dossier-handbook = Handbook
dossier-waiting = To be verified
dossier-office = Liaison office
dossier-sign = Signed: ______________  Date: ____________
dossier-begun = In office from { $day } in this year.
dossier-gone = Off the roster from { $day }.
dossier-back = On the roster again from { $day }.
dossier-moved = Belongs to { $unit } from { $day }.
dossier-became = On the roster as "{ $status }" from { $day }.
dossier-status = On { $day }: { $status }.
dossier-status-in-office = in office
dossier-status-suspended = office suspended
dossier-status-ended = office ended
dossier-handed-in = handed in on { $day }
dossier-decided = decided on { $day }
dossier-comma = {", "}
dossier-waiting-count = { $count ->
    [0] None.
    [one] 1 record that the deputy confirmed is not verified yet and not in this dossier.
   *[other] { $count } records that the deputy confirmed are not verified yet and not in this dossier.
}

## Desk

desk-dossier = Dossiers
desk-dossier-of = { $unit }: dossiers of { $year }
desk-dossier-one = Dossier of { $name }, { $year }
desk-dossier-none = No deputies here yet. They appear when a roster is imported.
desk-dossier-handbooks = Handbooks: { $all } expected, { $accepted } received, { $missing } missing.
desk-dossier-missing = Missing: { $names }
desk-dossier-verified = Verified
desk-dossier-waiting = To verify
desk-dossier-status = Service
desk-dossier-handbook-not-asked = Not in office: not asked for
desk-dossier-export = Export:
desk-dossier-empty-section = No verified records.
desk-dossier-waiting-link = Verify them
desk-dossier-back = Back to the dossiers

## Command line

help-dossier = Dossiers: what the liaison office has verified
help-dossier-export = Exports a deputy's dossier of a year
help-dossier-export--out = Write to this file, replacing it; - prints it
cli-dossier-written = The dossier of { $name } of { $year } is in { $path }: { $lines ->
    [one] 1 verified record.
   *[other] { $lines } verified records.
}
help-dossier-export--all = All deputies, a file each, into the folder of --out
help-dossier-export--unit = Only the deputies of this unit
cli-dossiers-written = { $count ->
    [one] { $count } dossier of { $year } was
   *[other] { $count } dossiers of { $year } were
} written to { $path }.
cli-dossiers-failed = { $count ->
    [one] { $count } dossier
   *[other] { $count } dossiers
} could not be made:
