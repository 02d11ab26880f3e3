//! 花名册: upload, look at what would change, confirm, take back.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Moment;

use super::DeskFrame;

/// `GET /desk/roster`. Form: `POST /desk/roster`, multipart (csrf, form_key, `file`); a link to the question of
/// `/desk/roster/undo`.
#[derive(Template)]
#[template(path = "desk/roster.html", config = "src/web/askama.toml")]
pub struct RosterPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// How many deputies the roster has now.
    pub deputies: i64,
    /// The newest import, if this officer may take it back.
    pub last: Option<LastImport>,
    /// Why the file could not be read at all, in words.
    pub unreadable: Option<String>,
}

/// The import that can be taken back.
#[derive(Debug, Clone)]
pub struct LastImport {
    pub at: Moment,
    pub by: String,
    pub added: i64,
    /// Changed, gone or back again.
    pub changed: i64,
}

/// The answer to an upload. Form: `POST /desk/roster/confirm` (csrf, form_key, `import`).
#[derive(Template)]
#[template(path = "desk/roster_preview.html", config = "src/web/askama.toml")]
pub struct RosterPreviewPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Names this preview in the form.
    pub import: String,
    pub file: String,
    pub added: Vec<RosterPerson>,
    pub changed: Vec<ChangedRow>,
    pub gone: Vec<RosterPerson>,
    pub unchanged: i64,
    /// Things worth a look that stop nothing, in words.
    pub notes: Vec<String>,
    pub faults: Vec<RosterFault>,
    pub verdict: Verdict,
}

/// Whether this file can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Yes.
    Ready,
    /// Not before the faults are mended in the file.
    Faulty,
    /// There is nothing to change.
    Nothing,
}

/// Someone new or gone.
#[derive(Debug, Clone)]
pub struct RosterPerson {
    pub code: String,
    pub name: String,
    pub electing_unit: String,
}

/// Someone with changes.
#[derive(Debug, Clone)]
pub struct ChangedRow {
    pub code: String,
    pub name: String,
    pub changes: Vec<FieldChange>,
}

/// A changed column.
#[derive(Debug, Clone)]
pub struct FieldChange {
    /// Heading of the column in the file.
    pub column: String,
    pub old: String,
    pub new: String,
}

/// A fault of the file.
#[derive(Debug, Clone)]
pub struct RosterFault {
    /// Row as a spreadsheet counts it, the heading being row 1.
    pub row: i64,
    /// Heading of the column.
    pub column: String,
    /// What is wrong and how to mend it, in words.
    pub said: String,
}

impl RosterPreviewPage {
    fn counts(&self) -> Args<'_> {
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        Args::new()
            .number("added", count(self.added.len()))
            .number("changed", count(self.changed.len()))
            .number("gone", count(self.gone.len()))
            .number("unchanged", self.unchanged)
            .number("faults", count(self.faults.len()))
    }

    fn heading(&self) -> String {
        match self.verdict {
            Verdict::Ready => self.words.say_with("desk-preview-ready", &self.counts()),
            Verdict::Faulty => self.words.say_with("desk-preview-faulty", &self.counts()),
            Verdict::Nothing => self.words.say("desk-preview-nothing"),
        }
    }

    fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }
}
