//! What a unit office does with its deputies' duty records: verifying, returning, entering what several did together.
//!
//! Given by the desk and the command line, decided by `flows::apply_record`.

use crate::domain::handbook::sheet::SheetLine;
use crate::domain::ids::{ActivityId, DeputyId, RecordId};
use crate::domain::record::activity::ActivityFields;

/// A record as the office saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenRecord {
    /// Which.
    pub record: RecordId,
    /// The version that was on the page: what changed since is not decided upon. None: whatever it says now.
    pub version: Option<u32>,
}

/// A handbook's workbook that was filled in, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct HandbookSheet {
    /// Whose.
    pub deputy: DeputyId,
    /// The year.
    pub year: i32,
    /// Its rows.
    pub lines: Vec<SheetLine>,
    /// Why, for the history of what it changes.
    pub reason: String,
    /// SHA-256 of the file in hex.
    pub file_hash: String,
}

/// A command upon duty records.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordCommand {
    /// They are true to fact; late entries are accepted by it.
    Verify(Vec<SeenRecord>),
    /// Returns one to its deputy.
    GiveBack {
        /// Which.
        record: SeenRecord,
        /// Why, for the deputy to read.
        reason: String,
    },
    /// Takes a return back that was a mistake, while the deputy has changed nothing.
    TakeBackReturn(RecordId),
    /// Someone opens a file that the deputy gave as evidence: noted in the audit log.
    NoteReading(RecordId),
    /// Enters what several deputies did together.
    EnterActivity(ActivityFields),
    /// Takes a workbook in, all or nothing.
    ImportHandbook(HandbookSheet),
    /// A joint activity was entered wrongly: what nobody has confirmed is taken back.
    WithdrawActivity(ActivityId),
}
