//! 询问: what the office has asked its deputies, until when, and what they answered. In order of the last day, never ranked.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/inquiries`. Form: `POST` to the same (csrf, form_key, `to`, `due_on`, `question`).
#[derive(Template)]
#[template(path = "desk/inquiries.html", config = "src/web/askama.toml")]
pub struct InquiriesPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub open: Vec<InquiryRow>,
    pub answered: Vec<InquiryRow>,
    /// What the officer has typed already.
    pub form: InquiryForm,
}

/// The form of a question.
#[derive(Debug, Clone, Default)]
pub struct InquiryForm {
    pub to: String,
    pub due_on: String,
    pub question: String,
}

/// An inquiry in a list.
#[derive(Debug, Clone, Default)]
pub struct InquiryRow {
    pub id: i64,
    pub number: i64,
    pub deputy: String,
    pub code: String,
    pub question: String,
    pub due: String,
    pub is_late: bool,
    /// The day of the answer; empty: none.
    pub answered: String,
}

/// `GET /desk/inquiries/{id}`. Forms: `POST …/answer` (csrf, form_key, `answer`, `on`), `POST …/withdraw` (csrf, form_key, `why`).
#[derive(Template)]
#[template(path = "desk/inquiry.html", config = "src/web/askama.toml")]
pub struct InquiryPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub row: InquiryRow,
    pub asked: String,
    pub state: String,
    pub answer: String,
    /// How the answer came.
    pub way: String,
    /// Why it was withdrawn.
    pub why: String,
    pub is_open: bool,
    pub may_be_entered: bool,
    /// The deputy has an account here.
    pub is_bound: bool,
    pub typed_answer: String,
    pub typed_on: String,
    pub typed_why: String,
}

impl InquiriesPage {
    fn heading(&self) -> String {
        let late = self.open.iter().filter(|row| row.is_late).count();
        let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
        let args = Args::new()
            .number("count", count(self.open.len()))
            .number("late", count(late));
        self.words.say_with("desk-inquiries-heading", &args)
    }
}

impl InquiryPage {
    fn heading(&self) -> String {
        let args = Args::new()
            .text("number", self.row.number.to_string())
            .text("name", self.row.deputy.as_str());
        self.words.say_with("desk-inquiry-of", &args)
    }
}
