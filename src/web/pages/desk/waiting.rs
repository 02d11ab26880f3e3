//! 待处理: people to be telephoned because nothing else reached them, and messages that could not be handled.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Moment;

use super::DeskFrame;

/// `GET /desk/calls`. Forms: `POST /desk/calls/ID/done` (csrf, form_key, `outcome`: `reached` or `no-answer`).
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

/// Someone to be telephoned.
#[derive(Debug, Clone)]
pub struct CallRow {
    pub id: String,
    pub name: String,
    pub phone: String,
    pub why: CallReason,
    pub since: Moment,
    /// How often it was tried in vain.
    pub tries: i64,
}

/// Why someone is telephoned. What waits is not told here: the call says only that something does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CallReason {
    /// A deputy has not fetched letters or reminders.
    DeputyNotFetched,
    /// A constituent has not fetched an answer.
    AnswerNotFetched,
    /// A matter that was entered for the person has an answer.
    EnteredAnswered,
}

impl CallReason {
    fn said(self, words: &Words) -> String {
        words.say(match self {
            CallReason::DeputyNotFetched => "desk-call-deputy",
            CallReason::AnswerNotFetched => "desk-call-answer",
            CallReason::EnteredAnswered => "desk-call-entered",
        })
    }
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
    /// Why, in words.
    pub reason: String,
    /// Its words as far as this officer may see them; `None` when not.
    pub text: Option<String>,
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
