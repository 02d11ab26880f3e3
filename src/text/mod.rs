//! Words: the locales, and the rendering of messages. Called by the sender, the web pages and the command line.
//!
//! **Invariant:** every word that a person reads comes from `locales/`; a key that is missing in a language is
//! a defect that the tests find, and is shown as the key itself rather than as nothing.

mod catalogue;
pub mod render;
mod roster_lines;

pub use catalogue::{Args, Words, words};
pub use render::render;
pub use roster_lines::{roster_fault, roster_note, sheet_refusal};
