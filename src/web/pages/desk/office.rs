//! An office: its telephone, whether it is open to the public, its officers; and the deputies of its unit.

use askama::Template;

use crate::text::{Args, Words};

use super::{Binding, DeskFrame};

/// `GET /desk/offices/CODE`. Forms: `POST …/phone` (csrf, form_key, `phone`), `POST …/open` (csrf, form_key); links to the
/// questions of `…/close` and `…/officers/ID/end`.
#[derive(Template)]
#[template(path = "desk/office.html", config = "src/web/askama.toml")]
pub struct OfficePage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub code: String,
    pub name: String,
    /// May be empty.
    pub phone: String,
    /// Only a unit has deputies to be found.
    pub is_unit: bool,
    pub is_open: bool,
    pub officers: Vec<OfficerRow>,
    /// In order of code.
    pub deputies: Vec<OfficeDeputy>,
}

/// Someone who works at the office.
#[derive(Debug, Clone)]
pub struct OfficerRow {
    pub id: String,
    pub name: String,
    /// Day of binding, in words.
    pub since: String,
    /// Nobody ends their own post.
    pub is_self: bool,
}

/// A deputy of the unit: a name, a code, how they stand, and a number.
#[derive(Debug, Clone)]
pub struct OfficeDeputy {
    pub code: String,
    pub name: String,
    pub binding: Binding,
    pub open_letters: i64,
}

impl OfficePage {
    fn deputies_heading(&self) -> String {
        let count = i64::try_from(self.deputies.len()).unwrap_or(i64::MAX);
        self.words
            .say_with("desk-office-deputies", &Args::new().number("count", count))
    }
}
