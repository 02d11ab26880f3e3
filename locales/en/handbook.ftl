# The deputy's handbook: fixed texts of the Word and Excel exports. The entries themselves are in Chinese, as confirmed.

handbook-title = Handbook of a Deputy to the Provincial People's Congress
handbook-contact-log = Log of a Deputy's Contact with the People
handbook-year = Year { $year }

# Cover
handbook-sheet-cover = Cover
handbook-name = Name
handbook-electing-unit = Electing unit
handbook-delegation = Delegation
handbook-group = Deputies' group
handbook-card-number = Card number
handbook-post = Employer and post
handbook-made-on = Exported on
handbook-head = { $year }   { $name }

# Notes on filling in (Articles 3, 4, 6 and 7 of the Opinions)
handbook-notes-title = Notes on filling in
handbook-note-truthful = Deputies fill in the handbook in good time, as asked, and record their duties truthfully.
handbook-note-contact = Contact with the people must be entered in the handbook. Only records that the deputy has confirmed are in it.
handbook-note-whom = People are described and counted, never named; no addresses, no telephone numbers.
handbook-note-words = A deputy pushes for a solution but does not handle the problem directly, so records say “passed on”, “raised”, “the unit replied” and the like.
handbook-note-feedback = Within one month of receiving the reply to a suggestion, the deputy gives an opinion to the liaison office of the provincial standing committee and to the handling unit, on the suggestion platform or in writing; if dissatisfied, with concrete reasons.
handbook-note-source = Each record shows its source: the number of the letter, or “entered by the deputy”. What was not said is left empty and may be added by hand.
handbook-note-december = Every December the handbook is handed to the liaison office of the electing unit.

# The ten sections of Article 7
handbook-category-congress_session = Attending sessions of the congress
handbook-category-motions_and_suggestions = Motions and suggestions
handbook-category-inspection = Concentrated inspections
handbook-category-special_research = Special research
handbook-category-group_activity = Activities of the deputies' group
handbook-category-committee_meeting = Sitting in on standing committee meetings
handbook-category-law_enforcement_check = Law enforcement checks
handbook-category-suggestion_handling = Work on the handling of motions and suggestions
handbook-category-training = Training
handbook-category-contact = Contact with the people
handbook-category-other = Other
handbook-section = { $number }. { $category }
handbook-empty-section = No records this year
handbook-contents-title = Contents
handbook-contents-number = No.
handbook-contents-category = Category
handbook-contents-count = Records

# Names of sheets: short
handbook-sheet-congress_session = 1 Session
handbook-sheet-motions_and_suggestions = 2 Suggestions
handbook-sheet-inspection = 3 Inspections
handbook-sheet-special_research = 4 Research
handbook-sheet-group_activity = 5 Group
handbook-sheet-committee_meeting = 6 Committee
handbook-sheet-law_enforcement_check = 7 Law checks
handbook-sheet-suggestion_handling = 8 Handling
handbook-sheet-training = 9 Training
handbook-sheet-contact = 10 Contact
handbook-sheet-other = 11 Other
handbook-sheet-amended = Amendments

# Columns; those that end in a section's name are of that section only
handbook-column-number-in-section = No.
handbook-column-on = Date
handbook-column-on-contact = Date
handbook-column-on-motions_and_suggestions = Handed in on
handbook-column-place = Place
handbook-column-way = Way
handbook-column-way-contact = Way of contact
handbook-column-whom = Whom and how many
handbook-column-people = How many
handbook-column-matters = What was seen
handbook-column-matters-contact = Main problems, opinions and suggestions
handbook-column-matters-group_activity = Content
handbook-column-matters-committee_meeting = Items
handbook-column-matters-other = Content
handbook-column-passing-on = Passing on
handbook-column-answer-back = Answer back
handbook-column-title = Subject
handbook-column-title-congress_session = Session
handbook-column-title-motions_and_suggestions = Title
handbook-column-title-group_activity = Group
handbook-column-title-committee_meeting = Meeting
handbook-column-title-law_enforcement_check = Law
handbook-column-title-training = Course
handbook-column-number = Number
handbook-column-number-suggestion_handling = Suggestion no.
handbook-column-paper = Kind
handbook-column-role = Leading or seconding
handbook-column-channel = Channel
handbook-column-unit = Handling unit
handbook-column-reply = Reply: date and class
handbook-column-feedback = Feedback: date and verdict
handbook-column-host = Organiser
handbook-column-host-training = Host
handbook-column-opinions = Opinions given
handbook-column-opinions-suggestion_handling = Opinion
handbook-column-speech = Speech
handbook-column-speech-congress_session = Main points of speeches
handbook-column-days = Days
handbook-column-days-congress_session = Days attended
handbook-column-leave = Leave
handbook-column-source = Source
handbook-column-id = Record id (leave as it is)
handbook-day = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] June
    [7] July
    [8] Aug
    [9] Sept
    [10] Oct
    [11] Nov
   *[other] Dec
}
handbook-days = { $from } to { $until }
handbook-full-day = { $day } { $month ->
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
# Excel's format of a date
handbook-day-format = yyyy-mm-dd

# Sources
handbook-sheet-sources = Sources
handbook-source-case = Letter { $number }, { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}{ $files ->
    [0] {""}
    [one] , { $files } file
   *[other] , { $files } files
}
handbook-source-self = Entered by the deputy
handbook-source-report = { $files ->
    [0] Entered by the deputy
    [one] Entered by the deputy, { $files } file
   *[other] Entered by the deputy, { $files } files
}
handbook-source-activity = Entered by { $office }, confirmed by the deputy
handbook-source-kind = Source
handbook-source-kind-case = Letter
handbook-source-number = Number of the letter
handbook-source-messages = Messages
handbook-source-files = Files

# End of the year
handbook-closing-title = Summary and handing in
handbook-summary = Summary of the year
handbook-office-remarks = Remarks of the electing unit's liaison office
handbook-sign = Signature of the deputy: ________________    Date: ________________
handbook-receipt-title = Handing in
handbook-receipt =
    The electing unit's liaison office has received this handbook. (seal)
    Officer: ________________    Received on: ________________

handbook-page = Page { $page } of { $pages }

# When a file can't be made
handbook-fault = The handbook file could not be made; nothing is lost. Please try again, and tell the administrator if it fails again.
handbook-link-too-long = The address is too long for a QR code. Please ask the administrator for a shorter one.

# A workbook that was filled in
handbook-place-cell = Sheet “{ $sheet }”, row { $row }, column { $column }: {""}
handbook-place-row = Sheet “{ $sheet }”, row { $row }: {""}
handbook-place-sheet = Sheet “{ $sheet }”: {""}
handbook-fault-no-sections = The file has no sheet of a handbook. Please fill in the Excel file that “export” gives.
handbook-fault-dossier = This is the dossier; it can't be read in as a handbook. Please use the handbook's Excel file.
handbook-fault-other-deputy = The cover says “{ $found }”; wanted is the handbook of { $meant }. Please check the file.
handbook-fault-other-year = The cover says “{ $found }”; wanted is the handbook of { $meant }. Please check the file.
handbook-fault-section-unknown = “{ $found }” is no section of the handbook, so nobody can tell where these lines belong. Please keep the names of the sheets as they were exported.
handbook-fault-section-twice = Another sheet is of the same section, “{ $meant }”. Please put both into one.
handbook-fault-no-day-column = No heads with a date were found. Please keep the heads as they were exported.
handbook-fault-column-unknown = This section has no column “{ $found }”. Please put the old head back, or remove the column.
handbook-fault-column-twice = The column “{ $found }” stands twice. Please keep one.
handbook-fault-outside-columns = “{ $found }” stands in no column. Please move it to the right one, or remove it.
handbook-fault-merged-across = Cells side by side are merged, so nobody can tell which column says what. Please unmerge them.
handbook-fault-formula-error = “{ $found }” is a formula that failed. Please write the words.
handbook-fault-day-missing = The date is missing.
handbook-fault-day-unreadable = “{ $found }” can't be read as a date. Please write 2026-03-05, or 5 Mar to 7 Mar.
handbook-fault-day-impossible = There is no such day as “{ $found }”. Please check.
handbook-fault-day-in-future = { $found } has not come yet. Please check the date.
handbook-fault-day-of-other-year = “{ $found }” is not in { $meant }. Please check, or use the handbook of that year.
handbook-fault-days-wrong = The days of “{ $found }” are wrong: the last one lies before the first, or too far behind it.
handbook-fault-people-unreadable = “{ $found }” can't be read as a number of people. Please write 12人, 约30人 or 20至29人.
handbook-fault-number-impossible = There can't be “{ $found }”. Please check the number.
handbook-fault-too-long = Too long: at most { $other } characters. Please shorten it.
handbook-fault-nothing-said = The row has a date and nothing else. Please complete it, or remove the row.
handbook-fault-emptied = This row was emptied. A sheet can't remove a record: the deputy can, in the chat. Please put the row back, or remove it whole (rows that are missing stay as they are).
handbook-fault-id-broken = The record id “{ $found }” was changed. Please put back what was exported; leave it empty in a new row.
handbook-fault-id-twice = The id “{ $found }” stands in sheet “{ $meant }”, row { $other } already. In a row that was copied to make a new one, please leave the id empty.
handbook-fault-id-unknown = This deputy has no record “{ $found }” in this year, or it was dropped. Please remove the row; to make it a new one, leave the id empty.
handbook-fault-stale = This record has changed since the file was exported; older words can't replace it. Please export again and fill in this one.
handbook-fault-row-twice = The same as row { $other }. Please keep one.
handbook-fault-too-many-lines = More than { $other } lines: this doesn't look like the handbook of a year. Please check the file.
handbook-import-blank = (empty)
handbook-import-new = { $sheet }, row { $row }: { $day } { $gist }
handbook-import-alike = {" "}(like one that is there; the deputy is asked whether the two are one)
handbook-import-changed = { $sheet }, row { $row }, { $field }: { $old } → { $new }
handbook-import-absent = { $day } { $category }
handbook-import-would = Checked, nothing was taken. New: { $added }, changed: { $changed }, unchanged: { $unchanged }; not in the file, and kept: { $absent }.
handbook-import-taken = Taken in. New: { $added }, changed: { $changed }, unchanged: { $unchanged }; not in the file, and kept: { $absent }. What is new or changed waits for the deputy's word.
handbook-import-nothing = Nothing new and nothing changed. Unchanged: { $unchanged }; not in the file, and kept: { $absent }.
handbook-import-added-title = New
handbook-import-changed-title = Changed
handbook-import-absent-title = Not in the file, and kept
handbook-import-more = … and { $count } more

# Amendments after a handbook was taken in
handbook-amended-title = Amendments
handbook-amended-intro = This handbook was handed in on { $handed-in } and taken in on { $taken-in }; its sections are as they were handed in (fingerprint { $hash }). Later corrections leave them as they are and are listed here.
handbook-amended-none = This handbook was handed in on { $handed-in } and taken in on { $taken-in }; its sections are as they were handed in (fingerprint { $hash }). Nothing was amended since.
handbook-amended-on = Amended on
handbook-amended-line-on = Day of the line
handbook-amended-field = Column
handbook-amended-old = As it was
handbook-amended-new = As it is
handbook-amended-by = By
handbook-amended-why = Why
handbook-amended-added = New line
handbook-amended-removed = Left out
