//! The words and the rules of the field: pure, without clock, database or channel.
//!
//! **Invariant:** nothing here reads the time, the environment or a file; `now` is always a parameter, and a
//! calendar day is always a day in Asia/Shanghai.

pub mod contact_record;
pub mod handbook;
mod locale;

pub use locale::Locale;
