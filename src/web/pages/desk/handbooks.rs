//! 履职手册: who has handed in the handbook of a year, taking them in and returning them. In order of code, never ranked.

use askama::Template;

use crate::domain::handbook::life::HandbookState;
use crate::text::hand_in_words::handbook_state_word;
use crate::text::{Args, Words};

use super::{DeskFrame, Verdict};

/// `GET /desk/handbooks`.
#[derive(Template)]
#[template(path = "desk/handbooks.html", config = "src/web/askama.toml")]
pub struct HandbooksPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub year: i64,
    /// Other years and units to look at: address and words.
    pub others: Vec<(String, String)>,
    /// The unit that was asked for by its code; empty: the own.
    pub unit: String,
    /// The office whose deputies these are, where it isn't the own.
    pub office: Option<String>,
    /// What is shown; none: all.
    pub shown: Option<HandbookState>,
    pub counts: HandbookCounts,
    pub handbooks: Vec<HandbookRow>,
}

/// How many handbooks stand where.
#[derive(Debug, Clone, Copy, Default)]
pub struct HandbookCounts {
    pub all: i64,
    pub accepted: i64,
    pub waiting: i64,
    pub returned: i64,
    pub missing: i64,
}

/// The handbook of a deputy in the list.
#[derive(Debug, Clone)]
pub struct HandbookRow {
    pub code: String,
    pub name: String,
    pub confirmed: i64,
    pub drafts: i64,
    pub state: HandbookState,
    pub on_paper: bool,
    pub has_ended: bool,
    /// The day on which it was handed in, or told to be; empty when it wasn't.
    pub handed_in: String,
}

impl HandbookRow {
    fn state_said(&self, words: &Words) -> String {
        if self.has_ended && self.state == HandbookState::Open {
            words.say("desk-handbooks-ended")
        } else {
            handbook_state_word(words, self.state, self.on_paper)
        }
    }
}

impl HandbooksPage {
    /// The states to filter by, those with work first.
    pub const FILTERS: [HandbookState; 5] = [
        HandbookState::HandedIn,
        HandbookState::PaperTold,
        HandbookState::Returned,
        HandbookState::Open,
        HandbookState::Accepted,
    ];

    fn counts_said(&self) -> String {
        let args = Args::new()
            .number("all", self.counts.all)
            .number("accepted", self.counts.accepted)
            .number("waiting", self.counts.waiting)
            .number("returned", self.counts.returned)
            .number("missing", self.counts.missing);
        self.words.say_with("desk-handbooks-counts", &args)
    }

    fn heading(&self) -> String {
        let args = Args::new().number("year", self.year);
        match &self.office {
            None => self.words.say_with("desk-handbooks-of", &args),
            Some(office) => {
                let args = args.text("office", office.as_str());
                self.words.say_with("desk-handbooks-of-unit", &args)
            }
        }
    }

    fn filter_said(&self, state: &HandbookState) -> String {
        handbook_state_word(self.words, *state, false)
    }

    fn show_said(&self) -> String {
        self.words.say("desk-handbooks-show-all")
    }
}

/// `GET /desk/handbooks/CODE`: one handbook with its history and what the office can do.
#[derive(Template)]
#[template(path = "desk/handbook.html", config = "src/web/askama.toml")]
pub struct HandbookPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub year: i64,
    pub row: HandbookRow,
    /// Why it was returned last.
    pub reason: String,
    /// SHA-256 of what was handed in.
    pub hash: String,
    /// What happened, oldest first, in words.
    pub history: Vec<String>,
    /// What changed since it was handed in, in words.
    pub amendments: Vec<String>,
    /// What the officer has typed already.
    pub draft: String,
}

impl HandbookPage {
    fn heading(&self) -> String {
        let args = Args::new()
            .text("name", self.row.name.as_str())
            .number("year", self.year);
        self.words.say_with("desk-handbook-of", &args)
    }

    fn may_be_taken_in(&self) -> bool {
        self.row.state == HandbookState::HandedIn
    }

    fn may_be_returned(&self) -> bool {
        matches!(self.row.state, HandbookState::HandedIn | HandbookState::PaperTold)
    }

    fn may_be_imported(&self) -> bool {
        !matches!(self.row.state, HandbookState::HandedIn | HandbookState::Accepted)
    }

    fn may_be_on_paper(&self) -> bool {
        self.row.state != HandbookState::Accepted
    }
}

/// `GET /desk/handbooks/CODE/import`. Form: `POST` to the same (csrf, form_key, `year`, `file`, `reason`), multipart.
#[derive(Template)]
#[template(path = "desk/handbook_import.html", config = "src/web/askama.toml")]
pub struct HandbookImportPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub code: String,
    pub name: String,
    pub year: i64,
    /// Why the file could not be read at all, in words.
    pub unreadable: Option<String>,
}

/// The answer to the upload. Form: `POST /desk/handbooks/CODE/import/confirm` (csrf, form_key, `year`, `import`).
#[derive(Template)]
#[template(path = "desk/handbook_preview.html", config = "src/web/askama.toml")]
pub struct HandbookPreviewPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub code: String,
    pub year: i64,
    /// Names this preview in the form.
    pub import: String,
    pub file: String,
    /// So many new, changed, unchanged, not in the file.
    pub counts: String,
    pub fault_count: i64,
    /// The first faults, each with its cell.
    pub faults: Vec<String>,
    pub added: Vec<String>,
    /// Each changed field with the old and the new value.
    pub changed: Vec<String>,
    /// Records that are not in the file, and stay.
    pub absent: Vec<String>,
    pub verdict: Verdict,
}

impl HandbookImportPage {
    fn heading(&self) -> String {
        let args = Args::new()
            .text("name", self.name.as_str())
            .number("year", self.year);
        self.words.say_with("desk-handbook-import-of", &args)
    }
}

impl HandbookPreviewPage {
    fn heading(&self) -> String {
        let args = Args::new().text("file", self.file.as_str());
        self.words.say_with("desk-handbook-import-preview", &args)
    }

    fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }

    fn faulty(&self) -> String {
        let args = Args::new().number("count", self.fault_count);
        self.words.say_with("desk-handbook-import-faulty", &args)
    }
}
