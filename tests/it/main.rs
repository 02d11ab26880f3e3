//! The one integration-test binary. Every test file is a module here, so that the crate and its supports are
//! linked once.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail, and asks the environment for its server"
)]

mod fake_telegram;
mod locale_files;
mod main_job;
mod roster;
mod roster_texts;
mod support;
mod web_desk;
