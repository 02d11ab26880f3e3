//! 待转: letters of people who did not know whom to ask; an officer passes them on.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::{Moment, Paging};

use super::{DeputyChoice, DeskFrame};

/// `GET /desk/unsure`. Forms: `POST /desk/letters/NUMBER/pass` (csrf, form_key, `to`: code of a deputy).
#[derive(Template)]
#[template(path = "desk/unsure.html", config = "src/web/askama.toml")]
pub struct UnsurePage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Oldest first.
    pub letters: Vec<UnsureLetter>,
    pub deputies: Vec<DeputyChoice>,
    pub paging: Paging,
}

/// A letter that waits to be passed on; the office is its reader.
#[derive(Debug, Clone)]
pub struct UnsureLetter {
    pub number: String,
    pub came: Moment,
    pub sender: String,
    /// Its words, or their beginning.
    pub text: String,
}
