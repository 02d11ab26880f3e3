//! What is wrong in a handbook's workbook. Every kind has a sentence in `locales/*/handbook.ftl`, with the arguments `found`
//! (what stands there), `meant` and `other` (a row or a limit).

use crate::domain::case::tagged;
use crate::domain::roster::cell::shown;

tagged! {
    /// What is wrong. The locale key is `handbook-fault-` and the word.
    CellFaultKind {
        /// No sheet of a handbook in the file.
        NoSections = "no-sections",
        /// It is the dossier, which is the office's.
        Dossier = "dossier",
        /// The cover names another deputy; `meant` is this one.
        OtherDeputy = "other-deputy",
        /// The cover names another year; `meant` is this one.
        OtherYear = "other-year",
        /// A sheet with lines that is none of the sections; `found` is its name.
        SectionUnknown = "section-unknown",
        /// Two sheets of the same section; `meant` is the section.
        SectionTwice = "section-twice",
        /// The column of the day is missing.
        NoDayColumn = "no-day-column",
        /// A heading that is none of the section's; `found` is the heading.
        ColumnUnknown = "column-unknown",
        /// A heading stands twice.
        ColumnTwice = "column-twice",
        /// Text right of the columns.
        OutsideColumns = "outside-columns",
        /// Cells side by side were merged: what belongs where can't be told.
        MergedAcross = "merged-across",
        /// #REF! and its like.
        FormulaError = "formula-error",
        /// Must be said and isn't.
        DayMissing = "day-missing",
        /// Not a day.
        DayUnreadable = "day-unreadable",
        /// 29 February of a common year, 31 April.
        DayImpossible = "day-impossible",
        /// A day that is still to come.
        DayInFuture = "day-in-future",
        /// A day of another year; `meant` is the handbook's.
        DayOfOtherYear = "day-of-other-year",
        /// The last day lies before the first, or far behind it.
        DaysWrong = "days-wrong",
        /// Not a number of people.
        PeopleUnreadable = "people-unreadable",
        /// None, less than none, or more than there can be.
        NumberImpossible = "number-impossible",
        /// Longer than can be kept; `other` is the limit.
        TooLong = "too-long",
        /// The row says only a day.
        NothingSaid = "nothing-said",
        /// The row of a record was emptied.
        Emptied = "emptied",
        /// The id was changed.
        IdBroken = "id-broken",
        /// The id stands in the row `other` of the sheet `meant` already.
        IdTwice = "id-twice",
        /// No record of this deputy and year has the id.
        IdUnknown = "id-unknown",
        /// The record has changed since it was written out.
        Stale = "stale",
        /// The same as the new row `other`.
        RowTwice = "row-twice",
        /// More lines than a year has; `other` is the limit.
        TooManyLines = "too-many-lines",
    }
}

impl CellFaultKind {
    /// The key of the sentence.
    pub fn locale_key(self) -> String {
        format!("handbook-fault-{}", self.tag())
    }
}

/// A fault at its place. Row and column are counted from 1; none where the whole file or sheet is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFault {
    /// The sheet; empty where the whole file is meant.
    pub sheet: String,
    /// The row.
    pub row: Option<u32>,
    /// The column.
    pub column: Option<u32>,
    /// What is wrong.
    pub kind: CellFaultKind,
    /// What stands there, by its beginning.
    pub found: String,
    /// What was meant, or what it contradicts.
    pub meant: String,
    /// Another row, or a limit.
    pub other: u32,
}

impl CellFault {
    /// A fault of the whole file, or of a sheet.
    pub fn new(kind: CellFaultKind, sheet: &str, found: &str) -> Self {
        Self {
            sheet: sheet.to_owned(),
            row: None,
            column: None,
            kind,
            found: shown(found),
            meant: String::new(),
            other: 0,
        }
    }

    /// At a cell, or at a whole row.
    #[must_use]
    pub fn at(mut self, row: u32, column: Option<u32>) -> Self {
        self.row = Some(row);
        self.column = column;
        self
    }

    /// With what was meant.
    #[must_use]
    pub fn meant(mut self, meant: impl Into<String>) -> Self {
        self.meant = meant.into();
        self
    }

    /// With another row, or a limit.
    #[must_use]
    pub fn other(mut self, other: u32) -> Self {
        self.other = other;
        self
    }
}
