//! The one integration-test binary. Every test file is a module here, so that the crate and its supports are
//! linked once.

#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test may fail, and asks the environment for its server")]

mod fake_telegram;
mod main_job;
mod locale_files;
mod roster;
mod roster_texts;
mod support;
