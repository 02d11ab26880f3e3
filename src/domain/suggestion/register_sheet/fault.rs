//! What is wrong in a sheet of the register. Every kind has a sentence in `locales/*/suggestion.ftl`, with the arguments
//! `row`, `column` (letters), `found` (what stands there), `meant` and `other` (a row or a number).

use crate::domain::case::tagged;

tagged! {
    /// What is wrong. The locale key is `sheet-fault-` and the word.
    SheetFaultKind {
        /// No text at all.
        EmptyFile = "empty-file",
        /// No row with the headings.
        NoHeader = "no-header",
        /// Headings and nothing below them.
        NothingListed = "nothing-listed",
        /// A heading is missing; `meant` is the heading.
        MissingColumn = "missing-column",
        /// A heading stands twice; `meant` is the heading.
        ColumnTwice = "column-twice",
        /// #REF! and its like.
        FormulaError = "formula-error",
        /// Excel turned a number into powers of ten.
        NumberCutShort = "number-cut-short",
        /// Must be said and isn't; `meant` is the heading.
        Missing = "missing",
        /// Longer than can be kept; `other` is the limit.
        TooLong = "too-long",
        /// The same number stands in the row `other`.
        NumberTwice = "number-twice",
        /// Not a session.
        SessionUnreadable = "session-unreadable",
        /// Neither 议案 nor 建议.
        KindUnknown = "kind-unknown",
        /// Neither 是 nor 否.
        YesNoUnreadable = "yes-no-unreadable",
        /// Not a day.
        DayUnreadable = "day-unreadable",
        /// 29 February of a common year, 31 April.
        DayImpossible = "day-impossible",
        /// A day that is still to come.
        DayInFuture = "day-in-future",
        /// Handling units without the day of handing out, or the day without units.
        NoHandingOut = "no-handing-out",
        /// The same unit stands twice in a row.
        UnitTwice = "unit-twice",
        /// No deputy with this code.
        DeputyUnknown = "deputy-unknown",
        /// No deputy of this name.
        DeputyNameUnknown = "deputy-name-unknown",
        /// Several deputies of this name; the code is needed.
        DeputyNameTwice = "deputy-name-twice",
        /// The code belongs to `meant`, the row says another name.
        DeputyDiffers = "deputy-differs",
        /// A deputy of a unit that this office doesn't steer.
        DeputyElsewhere = "deputy-elsewhere",
        /// Not in the directory of handling units.
        UnitUnknown = "unit-unknown",
        /// Not in the directory; perhaps `meant`.
        UnitNearly = "unit-nearly",
        /// The number belongs to another suggestion, `meant`.
        NumberTaken = "number-taken",
        /// No suggestion has this number.
        NumberUnknown = "number-unknown",
        /// Suggestions of several sessions have it.
        NumberAmbiguous = "number-ambiguous",
        /// The suggestion was withdrawn.
        Withdrawn = "withdrawn",
        /// It was not handed out to this unit; it was to `meant`.
        NotAssigned = "not-assigned",
        /// Several units reply separately, `meant`; the row must say which.
        SeveralUnits = "several-units",
        /// It was not handed out to anybody.
        NotHandedOut = "not-handed-out",
        /// Received before the day of handing out, `meant`.
        BeforeHandingOut = "before-handing-out",
        /// Not a way in which receipt is known.
        SourceUnknown = "source-unknown",
        /// Not one of the classes that the office has set, `meant`.
        ClassUnknown = "class-unknown",
        /// Neither 书面 nor 口头.
        FormUnknown = "form-unknown",
    }
}

impl SheetFaultKind {
    /// The key of the sentence.
    pub fn locale_key(self) -> String {
        format!("sheet-fault-{}", self.tag())
    }
}

/// A fault at its place. Row and column are counted from 1; none where the whole file or row is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFault {
    /// The row.
    pub row: Option<u32>,
    /// The column.
    pub column: Option<u32>,
    /// What is wrong.
    pub kind: SheetFaultKind,
    /// What stands there, by its beginning.
    pub found: String,
    /// What was probably meant, or what it contradicts.
    pub meant: String,
    /// Another row, or a limit.
    pub other: u32,
}

impl SheetFault {
    /// A fault of a row or of the whole file.
    pub fn new(
        row: Option<u32>,
        column: Option<u32>,
        kind: SheetFaultKind,
        found: impl Into<String>,
    ) -> Self {
        Self {
            row,
            column,
            kind,
            found: found.into(),
            meant: String::new(),
            other: 0,
        }
    }

    /// With what was probably meant, or what it contradicts.
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
