//! A handbook's workbook that comes back filled in (N8): reading its rows, with every fault at its cell, and finding what is
//! new, changed and unchanged against the records as they are.
//!
//! Called by the desk and the command line to show it first, and by the flow that takes it in, which compares once more.
//!
//! **Invariants:** all faults are told at once, and a file with a fault is not taken; reading invents nothing: what can't be
//! read is a fault, an empty cell stays empty; a row finds its record by the id in its last column, never by likeness; a
//! line that is missing in the file is not removed; what is written out unchanged reads back as "nothing changes".

mod cell;
mod compare;
mod fault;
mod line_id;
mod read;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::duty_record::RecordField;
use crate::domain::handbook::DutyCategory;

pub use compare::{Around, ChangedLine, FieldShown, SheetChanges, compare};
pub use fault::{CellFault, CellFaultKind};
pub use line_id::LineId;
pub use read::{SheetReading, read_handbook_sheets};

/// What the sheets of a handbook are called and headed, in every language in which they are written.
#[derive(Debug, Clone, Default)]
pub struct SheetWords {
    /// Names of sheets, and the sections that they hold.
    pub sections: Vec<(String, DutyCategory)>,
    /// Sheets that hold no lines: the cover, the sources.
    pub aside: Vec<String>,
    /// The heads of columns by section.
    pub heads: Vec<(DutyCategory, String, SheetColumn)>,
    /// What stands in a section without lines.
    pub empty: Vec<String>,
    /// What stands before the deputy's name on the cover.
    pub name_labels: Vec<String>,
    /// How the cover says which year it is.
    pub years: Vec<(String, i32)>,
    /// The title of another book, which isn't read back.
    pub dossiers: Vec<String>,
}

/// A column of a section's sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetColumn {
    /// 日期
    Day,
    /// A field of the record.
    Field(RecordField),
    /// 记录编号
    Id,
    /// 序号 and 来源, which follow from the rest.
    Ignored,
}

/// A text and the column in which it stands, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetCell {
    /// The column.
    pub column: u32,
    /// What stands there; several lines are kept apart.
    pub text: String,
}

/// A row that could be read; whether it fits the records is for [`compare()`] to say.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLine {
    /// The sheet's name in the file.
    pub sheet: String,
    /// Counted from 1.
    pub row: u32,
    /// The record, if the row is not a new one; and the column in which its id stands.
    pub id: Option<LineId>,
    /// Where the id stands.
    pub id_column: Option<u32>,
    /// By the sheet on which it stands.
    pub category: DutyCategory,
    /// The first day.
    pub on: NaiveDate,
    /// The last of several days.
    pub until_on: Option<NaiveDate>,
    /// Where the day stands.
    pub day_column: u32,
    /// The fields whose columns are in the file.
    pub cells: BTreeMap<RecordField, SheetCell>,
}

#[cfg(test)]
mod tests;
