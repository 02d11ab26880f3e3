//! Sheets of the register (建议一览表、答复一览表): reading rows into entries, with all faults at their row and column.
//! Called by the desk and the command line before anything of a sheet is taken.
//!
//! **Invariants:** all faults of a sheet are told at once; a sheet with a fault is not taken; reading invents nothing: a day
//! that doesn't exist is a fault, an empty cell stays empty. What only the database knows (deputies, handling units,
//! numbers) is looked at by the flows, which name their faults in the same words.

mod fault;
mod reply_sheet;
mod suggestion_sheet;
mod table;

pub use fault::{SheetFault, SheetFaultKind};
pub use reply_sheet::{ReplyColumn, ReplyEntry, read_replies};
pub use suggestion_sheet::{SuggestionColumn, SuggestionEntry, read_suggestions, tidy_number};
pub use table::{RegisterColumn, RegisterReading, register_sheets};

#[cfg(test)]
mod tests;
