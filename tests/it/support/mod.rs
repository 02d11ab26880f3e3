//! What the integration tests stand on: the platforms and machines around the program.

pub mod office;
pub mod smtp;
pub mod telegram;
