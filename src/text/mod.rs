//! Words: the locales, and the rendering of messages. Called by the sender, the web pages and the command line.
//!
//! **Invariant:** every word that a person reads comes from `locales/`; a key that is missing in a language is
//! a defect that the tests find, and is shown as the key itself rather than as nothing.

pub mod activity_words;
mod calendar_lines;
mod catalogue;
mod deadline_lines;
pub mod dossier_words;
pub mod feedback_words;
pub mod hand_in_words;
pub mod handbook_sheet_words;
pub mod record_words;
pub mod reminder_words;
pub mod render;
mod roster_lines;
pub mod suggestion_words;

pub use calendar_lines::{calendar_fault, calendar_note, festival_names, plan_wanted, standing};
pub use catalogue::{Args, Words, words};
pub use deadline_lines::{DeadlineEdition, deadline_lines, deadline_why};
pub use render::render;
pub use roster_lines::{roster_fault, roster_note, sheet_refusal};
