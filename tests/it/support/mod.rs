//! What the integration tests stand on: the platforms and machines around the program.

pub mod browser;
pub mod feedback;
pub mod office;
pub mod program;
pub mod sms;
pub mod smtp;
pub mod socks;
pub mod suggestions;
pub mod telegram;
pub mod transcription;
pub mod workbook;
