//! The words and the rules of the field: pure, without clock, database or channel.

pub mod contact_record;
pub mod electing_unit;
pub mod handbook;
mod locale;
pub mod personal_data;
pub mod roster;
pub mod sheet;

pub use locale::Locale;
