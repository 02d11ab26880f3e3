//! The finder `/find`: a deputy by electing unit, by name, or by field of interest; and 不知道找谁.

use askama::Template;

use crate::text::{Args, Words};

use super::{Frame, Paging};

/// `GET /find`, with `?name=` from the search box. Forms: `POST /find/unsure` (csrf, form_key): the letter goes to the
/// office, which passes it on.
#[derive(Template)]
#[template(path = "public/find.html", config = "src/web/askama.toml")]
pub struct FindPage {
    pub words: &'static Words,
    pub frame: Frame,
    /// A sentence above all else: the code of a poster led to nobody.
    pub told: Option<String>,
    /// What stands in the search box.
    pub name: String,
    pub view: FindView,
}

/// The beginning, or what was found.
#[derive(Debug, Clone)]
pub enum FindView {
    /// The three ways to a deputy.
    Start {
        units: Vec<UnitChoice>,
        fields: Vec<FieldChoice>,
    },
    /// Deputies of a unit or a field, or with a name; `of` is the unit, the field or the name that was asked for.
    Found {
        of: String,
        deputies: Vec<FoundDeputy>,
        paging: Paging,
    },
}

/// An electing unit to choose.
#[derive(Debug, Clone)]
pub struct UnitChoice {
    pub name: String,
    pub href: String,
    /// How many of its deputies can be found here.
    pub deputies: i64,
}

/// A field of interest to choose.
#[derive(Debug, Clone)]
pub struct FieldChoice {
    pub name: String,
    pub href: String,
}

/// A deputy who was found.
#[derive(Debug, Clone)]
pub struct FoundDeputy {
    pub name: String,
    pub electing_unit: String,
    /// Fields of interest, as the roster has them.
    pub fields: Vec<String>,
    /// `/d/CODE`
    pub href: String,
    pub taking: Taking,
}

/// Where a letter to a deputy goes now. The ground is never shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// To the deputy.
    Letters,
    /// The deputy does not take letters here at present; the unit office is offered.
    OfficeInstead,
}

impl FoundDeputy {
    fn goes_to_office(&self) -> bool {
        self.taking == Taking::OfficeInstead
    }
}
