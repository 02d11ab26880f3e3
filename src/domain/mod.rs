//! The words and the rules of the field: pure, without clock, database or channel.

pub mod answer_check;
pub mod personal_data;
