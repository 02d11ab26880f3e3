//! The one integration-test binary. Every test file is a module here, so that the crate and its supports are
//! linked once.

mod fake_telegram;
mod roster;
mod roster_texts;
mod support;
mod telegram_reading;
mod telegram_sending;
