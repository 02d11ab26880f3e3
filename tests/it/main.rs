//! The one integration-test binary. Every test file is a module here, so that the crate and its supports are
//! linked once.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and asks the environment for its server"
)]

mod attacks;
mod browser_clerk;
mod browser_constituent;
mod browser_deputy;
mod calendar_feed;
mod chats;
mod cli;
mod fake_telegram;
mod fallback_email;
mod fallback_sms;
mod feedback;
mod locale_files;
mod main_job;
mod press;
mod process_backup;
mod process_disk;
mod process_doctor;
mod process_files;
mod process_gateways;
mod process_kills;
mod process_start;
mod process_year;
mod reports;
mod roster;
mod roster_texts;
mod store_rows;
mod support;
mod telegram_intake;
mod telegram_reading;
mod telegram_sending;
mod tidy;
mod transcription;
mod web_chat;
mod web_chat_doors;
mod web_chat_edges;
mod web_chat_site;
mod web_desk;
