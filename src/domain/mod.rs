//! The words and the rules of the field: pure, synchronous, without clock, database or channel.
//! Every other room may use it; it uses none of them.

pub mod electing_unit;
pub mod roster;
pub mod sheet;
