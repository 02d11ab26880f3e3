//! The first page `/`: three doors, and the emergency line.

use askama::Template;

use crate::text::{Args, Words};

use super::Frame;

/// Who opens the first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// No session yet.
    New,
    /// Has a conversation here already; is offered to go on.
    Known,
}

impl Visitor {
    fn is_known(self) -> bool {
        self == Visitor::Known
    }
}

/// `GET /`. Forms: `GET /i` with `code` (from a paper slip); links to `/find`, `/my`, `/chat`, `/desk`.
#[derive(Template)]
#[template(path = "public/first.html", config = "src/web/askama.toml")]
pub struct FirstPage {
    pub words: &'static Words,
    pub frame: Frame,
    pub visitor: Visitor,
    /// Telephone of the office for those without an invitation, if it is set.
    pub office_phone: Option<String>,
}
