//! 提醒规则: the one table of rules that every reminder follows, and what a change of it moves.

use askama::Template;

use crate::text::{Args, Words};

use super::DeskFrame;

/// `GET /desk/reminders`. Forms: `POST` to the same (csrf, form_key, `act`, `kind-N`, `days-N`, `to-N`, `quiet-from`,
/// `quiet-until`).
#[derive(Template)]
#[template(path = "desk/reminders.html", config = "src/web/askama.toml")]
pub struct RemindersPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// The rules in force, as sentences.
    pub lines: Vec<String>,
    /// They are the shipped ones.
    pub is_shipped: bool,
    /// This officer may change them.
    pub may_change: bool,
    /// The kinds of a row: value and words.
    pub kinds: Vec<(String, String)>,
    pub rows: Vec<ReminderFormRow>,
    /// Hours without reminders, from and until.
    pub quiet: [String; 2],
    pub faults: Vec<String>,
    /// When they were changed and by whom.
    pub history: Vec<String>,
}

/// A row of the form.
#[derive(Debug, Clone, Default)]
pub struct ReminderFormRow {
    pub kind: String,
    pub days: String,
    pub to: Vec<String>,
}

impl ReminderFormRow {
    fn tells(&self, to: &str) -> bool {
        self.to.iter().any(|it| it == to)
    }
}

/// What a change would move. Form: `POST /desk/reminders/confirm` (csrf, form_key, `rules`, `basis`).
#[derive(Template)]
#[template(path = "desk/reminder_preview.html", config = "src/web/askama.toml")]
pub struct ReminderPreviewPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub is_same: bool,
    /// Rules that go, and rules that come, as sentences.
    pub gone: Vec<String>,
    pub come: Vec<String>,
    pub open: usize,
    pub count: usize,
    pub at_once: usize,
    pub moved: Vec<ReminderMoved>,
    /// The table as text.
    pub rules: String,
    pub basis: i64,
}

/// An open matter whose next reminder moves.
#[derive(Debug, Clone)]
pub struct ReminderMoved {
    pub matter: String,
    pub title: String,
    pub before: String,
    pub after: String,
}

impl RemindersPage {
    /// Who can be told: value and words.
    fn audiences(&self) -> [(&'static str, String); 3] {
        ["deputy", "unit_office", "provincial_office"].map(|to| {
            (
                to,
                self.words.say(&format!("reminder-to-{}", to.replace('_', "-"))),
            )
        })
    }
}

impl ReminderPreviewPage {
    fn moves(&self) -> String {
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let args = Args::new()
            .number("open", count(self.open))
            .number("moved", count(self.count))
            .number("now", count(self.at_once));
        self.words.say_with("reminder-moves", &args)
    }
}
