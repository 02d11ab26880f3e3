//! 待处理: people to be telephoned because nothing else reached them, and messages that could not be handled.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Moment;

use super::DeskFrame;

/// `GET /desk/calls`. Forms: `POST /desk/calls/ID/done` (csrf, form_key).
#[derive(Template)]
#[template(path = "desk/calls.html", config = "src/web/askama.toml")]
pub struct CallsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Longest waiting first.
    pub calls: Vec<CallRow>,
    /// How many messages could not be handled and were not seen to.
    pub dead_letters: i64,
}

/// Someone to be telephoned. What waits is not told here: the call says only that something does.
#[derive(Debug, Clone)]
pub struct CallRow {
    pub id: String,
    /// Number of the letter whose answer waits; the name of the person is not known here.
    pub letter: String,
    pub phone: String,
    pub since: Moment,
}

/// `GET /desk/dead-letters`. Forms: `POST /desk/dead-letters/ID/seen` (csrf, form_key).
#[derive(Template)]
#[template(path = "desk/dead_letters.html", config = "src/web/askama.toml")]
pub struct DeadLettersPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Oldest first.
    pub letters: Vec<DeadLetterRow>,
    /// How many people wait to be telephoned.
    pub calls: i64,
}

/// A message that could not be handled.
#[derive(Debug, Clone)]
pub struct DeadLetterRow {
    pub id: String,
    pub at: Moment,
    /// The incident code that the sender was told, such as `E-7K2`.
    pub code: String,
    /// What went wrong, for staff and the administrator. The words of the message are not shown at the desk: they may
    /// be meant for a deputy.
    pub reason: String,
}

impl CallsPage {
    fn count(&self) -> i64 {
        i64::try_from(self.calls.len()).unwrap_or(i64::MAX)
    }
}

impl DeadLettersPage {
    fn count(&self) -> i64 {
        i64::try_from(self.letters.len()).unwrap_or(i64::MAX)
    }
}
