//! 各单位: the counts of all electing units, for the provincial office. Counts only: names stand behind a unit's own page.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/units`.
#[derive(Template)]
#[template(path = "desk/units.html", config = "src/web/askama.toml")]
pub struct UnitsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// In the official order of the units; never ranked.
    pub units: Vec<UnitRow>,
}

/// An electing unit in counts.
#[derive(Debug, Clone)]
pub struct UnitRow {
    /// Of its office.
    pub code: String,
    pub name: String,
    pub deputies: i64,
    pub bound: i64,
    /// Waiting for an answer.
    pub open_letters: i64,
    /// Answered, raised or passed on, and not ended.
    pub answered_letters: i64,
    pub ended_letters: i64,
}

impl UnitsPage {
    fn sum(&self, of: impl Fn(&UnitRow) -> i64) -> i64 {
        self.units.iter().map(of).sum()
    }

    fn heading(&self) -> String {
        let args = Args::new()
            .number("deputies", self.sum(|unit| unit.deputies))
            .number("bound", self.sum(|unit| unit.bound))
            .number("open", self.sum(|unit| unit.open_letters));
        self.words.say_with("desk-units", &args)
    }
}
