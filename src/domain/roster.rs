//! The roster (花名册) of a term: reading a sheet into entries and faults, and comparing two rosters. Called by the
//! flow that imports a roster, from the desk and from the command line, before anything is written.
//!
//! **Invariants**
//! - All faults and notes of a sheet are told at once, each at its row and column.
//! - A roster with a fault gives no complete list. The deputies of faulty rows would otherwise look gone.
//! - A code belongs to one person in a term for ever, so that an old poster never leads to a stranger.
//! - Reading invents nothing: a month without a day stays a month, a unit that isn't exactly named is asked about.
//! - Nothing here panics, whatever the cells hold.

pub mod ledger;

mod bearers;
mod card_number;
pub(in crate::domain) mod cell;
mod column;
mod compare;
mod deputy_code;
mod elected_on;
mod entry;
mod fault;
mod header;
mod phone;
mod read;
mod row;
mod skipped;

pub use card_number::CardNumber;
pub use column::RosterColumn;
pub use compare::{ChangedEntry, RosterDiff, compare};
pub use deputy_code::DeputyCode;
pub use elected_on::{ElectedOn, UnreadDate};
pub use entry::{DeputyStatus, Grassroots, RosterEntry, Sex};
pub use fault::{Fault, FaultKind, Note, NoteKind};
pub use phone::{Phone, PhoneKind};
pub use read::{RosterReading, read_roster, roster_sheets};

#[cfg(test)]
mod tests;
