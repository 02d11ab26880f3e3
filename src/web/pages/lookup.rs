//! 查看我的来信: a case is opened again with its number and lookup code.

use askama::Template;

use crate::text::{Args, Words};

use super::Frame;

/// `GET /my` and the answer to a `POST /my` that did not fit. Form: `POST /my` (csrf, form_key, `number`, `code`);
/// people type spaces and full-width digits, so the handler keeps the digits only.
#[derive(Template)]
#[template(path = "public/lookup.html", config = "src/web/askama.toml")]
pub struct LookupPage {
    pub words: &'static Words,
    pub frame: Frame,
    /// What was typed as the number, kept after a mistake. The lookup code is never shown again.
    pub number: String,
    pub problem: Option<LookupProblem>,
}

/// Why the letter was not opened. It is not said which of the two was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookupProblem {
    /// Number and code do not belong together.
    NotFitting,
    /// Number or code is not complete.
    Incomplete,
    /// Too many tries; how many minutes to wait.
    TooMany { minutes: i64 },
}

impl LookupProblem {
    fn said(self, words: &Words) -> String {
        match self {
            LookupProblem::NotFitting => words.say("web-my-not-fitting"),
            LookupProblem::Incomplete => words.say("web-my-incomplete"),
            LookupProblem::TooMany { minutes } => {
                words.say_with("web-my-too-many", &Args::new().number("minutes", minutes))
            }
        }
    }
}
