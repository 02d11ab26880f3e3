//! 代录: a matter heard by telephone, on paper or in person is entered for the person.

use askama::Template;

use crate::text::Words;

use super::{DeputyChoice, DeskFrame};

/// `GET /desk/entered` and the answer to a `POST /desk/entered` with faults. Form: csrf, form_key, `way` ([`HeardBy::tag`]),
/// `to` (code of a deputy; empty: 待转), `text`, `told` (`yes` when the person was told who reads it).
#[derive(Template)]
#[template(path = "desk/entered.html", config = "src/web/askama.toml")]
pub struct EnteredPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub form: EnteredForm,
    pub faults: Vec<EnteredFault>,
    pub deputies: Vec<DeputyChoice>,
}

/// What stands in the form.
#[derive(Debug, Clone)]
pub struct EnteredForm {
    pub way: HeardBy,
    pub to: String,
    pub text: String,
}

/// How a matter was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeardBy {
    Telephone,
    Paper,
    InPerson,
}

impl HeardBy {
    /// All, in the order of the form.
    pub const ALL: [HeardBy; 3] = [HeardBy::Telephone, HeardBy::Paper, HeardBy::InPerson];

    /// The value of the form field `way`.
    pub fn tag(self) -> &'static str {
        match self {
            HeardBy::Telephone => "telephone",
            HeardBy::Paper => "paper",
            HeardBy::InPerson => "in-person",
        }
    }

    /// Reads the form field `way`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.tag() == tag)
    }

    fn said(self, words: &Words) -> String {
        words.say(&format!("desk-entered-way-{}", self.tag()))
    }
}

/// What has to be mended in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnteredFault {
    NoText,
    UnknownDeputy,
    NotTold,
}

impl EnteredFault {
    fn said(self, words: &Words) -> String {
        words.say(match self {
            EnteredFault::NoText => "desk-entered-no-text",
            EnteredFault::UnknownDeputy => "desk-entered-unknown-deputy",
            EnteredFault::NotTold => "desk-entered-not-told",
        })
    }
}

/// `GET /desk/entered/NUMBER`, after a `POST /desk/entered` that was taken and for the same officer, within the hour:
/// number and lookup code, to be read out or handed over.
#[derive(Template)]
#[template(path = "desk/entered_done.html", config = "src/web/askama.toml")]
pub struct EnteredDonePage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub number: String,
    pub lookup_code: String,
    /// The address to type, such as `example.org/my`.
    pub address: String,
}
