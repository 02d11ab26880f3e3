//! What is told about a roster: faults, which keep it from being taken, and notes, which an officer should have seen.
//! The words are in `locales/*/roster.ftl`, under `locale_key`, with the arguments `row`, `column` (letters), `found`,
//! `suggestion` and `other` (a row).

use super::RosterColumn;
use crate::domain::electing_unit::ElectingUnit;

/// Row and column are counted from 1, as the office sees them; `None` where the whole file or the whole row is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub row: Option<u32>,
    pub column: Option<u32>,
    pub kind: FaultKind,
    /// What stands there, by its beginning. May be personal: for officers' eyes, not for logs.
    pub found: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FaultKind {
    EmptyFile,
    NoHeader,
    /// Headings, but nobody under them.
    NobodyListed,
    MissingColumn(RosterColumn),
    ColumnTwice(RosterColumn),
    /// A cell under no heading: often all cells of the row have moved to the right.
    ColumnTooMany,
    NoCode,
    BadCode,
    /// Told at every row that bears the code: nobody can know which of them is wrong.
    CodeTwice {
        other_row: u32,
    },
    /// The code was given to another person before.
    CodeBelongsToAnother,
    NoName,
    BadName,
    UnknownSex,
    UnknownUnit {
        suggestion: Option<ElectingUnit>,
    },
    UnknownGrassroots,
    BadPhone,
    BadCardNumber,
    CardNumberTwice {
        other_row: u32,
    },
    /// Excel turned a long number into powers of ten: 1.39E+10.
    NumberCutShort,
    ImpossibleDate,
    UnreadableDate,
    UnknownStatus,
    TextTooLong,
    /// #REF! and its like.
    FormulaError,
}

impl FaultKind {
    pub fn locale_key(self) -> &'static str {
        match self {
            Self::EmptyFile => "roster-fault-empty-file",
            Self::NoHeader => "roster-fault-no-header",
            Self::NobodyListed => "roster-fault-nobody-listed",
            Self::MissingColumn(_) => "roster-fault-missing-column",
            Self::ColumnTwice(_) => "roster-fault-column-twice",
            Self::ColumnTooMany => "roster-fault-column-too-many",
            Self::NoCode => "roster-fault-no-code",
            Self::BadCode => "roster-fault-bad-code",
            Self::CodeTwice { .. } => "roster-fault-code-twice",
            Self::CodeBelongsToAnother => "roster-fault-code-belongs-to-another",
            Self::NoName => "roster-fault-no-name",
            Self::BadName => "roster-fault-bad-name",
            Self::UnknownSex => "roster-fault-unknown-sex",
            Self::UnknownUnit { suggestion: None } => "roster-fault-unknown-unit",
            Self::UnknownUnit { suggestion: Some(_) } => "roster-fault-unknown-unit-near",
            Self::UnknownGrassroots => "roster-fault-unknown-grassroots",
            Self::BadPhone => "roster-fault-bad-phone",
            Self::BadCardNumber => "roster-fault-bad-card-number",
            Self::CardNumberTwice { .. } => "roster-fault-card-number-twice",
            Self::NumberCutShort => "roster-fault-number-cut-short",
            Self::ImpossibleDate => "roster-fault-impossible-date",
            Self::UnreadableDate => "roster-fault-unreadable-date",
            Self::UnknownStatus => "roster-fault-unknown-status",
            Self::TextTooLong => "roster-fault-text-too-long",
            Self::FormulaError => "roster-fault-formula-error",
        }
    }

    /// What the cell should probably say; the argument `suggestion`.
    pub fn suggestion(self) -> Option<&'static str> {
        match self {
            Self::MissingColumn(column) | Self::ColumnTwice(column) => Some(column.heading()),
            Self::UnknownUnit { suggestion } => suggestion.map(ElectingUnit::name),
            _ => None,
        }
    }

    /// The other row that is spoken of; the argument `other`.
    pub fn other_row(self) -> Option<u32> {
        match self {
            Self::CodeTwice { other_row } | Self::CardNumberTwice { other_row } => Some(other_row),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    pub row: Option<u32>,
    pub column: Option<u32>,
    pub kind: NoteKind,
    /// As in `Fault`.
    pub found: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// A remark, a sum, a line between groups or headings once more: not a deputy.
    LineSkipped,
    /// A column that a roster doesn't take; nothing of it is kept.
    UnknownColumn,
    /// The letters of the code belong to another unit than the row names.
    PrefixContradictsUnit {
        prefix_unit: ElectingUnit,
    },
    /// No one can redeem an invitation for this entry yet.
    NoCardNumber,
    PhoneTwice {
        other_row: u32,
    },
    /// 2023.1 may be what Excel left of 2023.10.
    MonthMayBeOctober,
    /// The cell is empty; taken as in office.
    StatusAssumed,
    /// The roster has no such column; all are taken as in office.
    NoStatusColumn,
}

impl NoteKind {
    pub fn locale_key(self) -> &'static str {
        match self {
            Self::LineSkipped => "roster-note-line-skipped",
            Self::UnknownColumn => "roster-note-unknown-column",
            Self::PrefixContradictsUnit { .. } => "roster-note-prefix-contradicts-unit",
            Self::NoCardNumber => "roster-note-no-card-number",
            Self::PhoneTwice { .. } => "roster-note-phone-twice",
            Self::MonthMayBeOctober => "roster-note-month-may-be-october",
            Self::StatusAssumed => "roster-note-status-assumed",
            Self::NoStatusColumn => "roster-note-no-status-column",
        }
    }

    pub fn suggestion(self) -> Option<&'static str> {
        match self {
            Self::PrefixContradictsUnit { prefix_unit } => Some(prefix_unit.name()),
            _ => None,
        }
    }

    pub fn other_row(self) -> Option<u32> {
        match self {
            Self::PhoneTwice { other_row } => Some(other_row),
            _ => None,
        }
    }
}
