//! The deputies of a unit, and one deputy with what an office may do.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Paging;

use super::DeskFrame;

/// `GET /desk/deputies`, with `?show=` ([`DeputyFilter::tag`]) and `?find=` (name or code).
#[derive(Template)]
#[template(path = "desk/deputies.html", config = "src/web/askama.toml")]
pub struct DeputiesPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub shown: DeputyFilter,
    /// Counts behind the sentences, in the order of [`DeputyFilter::ALL`].
    pub counts: Vec<DeputyCount>,
    pub find: String,
    pub deputies: Vec<DeputyRow>,
    pub paging: Paging,
}

/// Which deputies are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeputyFilter {
    All,
    Bound,
    Unbound,
    /// Paused or silenced.
    Paused,
    Ended,
}

impl DeputyFilter {
    /// All, in the order of the page.
    pub const ALL: [DeputyFilter; 5] = [
        DeputyFilter::All,
        DeputyFilter::Bound,
        DeputyFilter::Unbound,
        DeputyFilter::Paused,
        DeputyFilter::Ended,
    ];

    /// The word in the URL.
    pub fn tag(self) -> &'static str {
        match self {
            DeputyFilter::All => "all",
            DeputyFilter::Bound => "bound",
            DeputyFilter::Unbound => "unbound",
            DeputyFilter::Paused => "paused",
            DeputyFilter::Ended => "ended",
        }
    }

    /// Reads the word in a URL; anything unknown shows all.
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|filter| filter.tag() == tag)
            .unwrap_or(DeputyFilter::All)
    }
}

/// How many deputies a filter has.
#[derive(Debug, Clone, Copy)]
pub struct DeputyCount {
    pub filter: DeputyFilter,
    pub deputies: i64,
}

impl DeputyCount {
    fn sentence(&self, words: &Words) -> String {
        words.say_with(
            &format!("desk-deputies-{}", self.filter.tag()),
            &Args::new().number("count", self.deputies),
        )
    }
}

/// A deputy in the list.
#[derive(Debug, Clone)]
pub struct DeputyRow {
    pub code: String,
    pub name: String,
    pub group: String,
    pub binding: Binding,
    pub open_letters: i64,
    pub late_letters: i64,
}

/// How a deputy stands to this system. Days are in words ([`day_shown`](crate::web::pages::day_shown)).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    Unbound,
    Invited {
        valid_until: String,
    },
    Bound {
        since: String,
    },
    /// The ground is shown nowhere.
    Paused {
        until: Option<String>,
    },
    Silenced {
        since: String,
    },
    Ended,
}

impl Binding {
    fn said(&self, words: &Words) -> String {
        let day = |key: &str, day: &str| words.say_with(key, &Args::new().text("day", day));
        match self {
            Binding::Unbound => words.say("desk-binding-unbound"),
            Binding::Invited { valid_until } => day("desk-binding-invited", valid_until),
            Binding::Bound { since } => day("desk-binding-bound", since),
            Binding::Paused { until: Some(until) } => day("desk-binding-paused-until", until),
            Binding::Paused { until: None } => words.say("desk-binding-paused"),
            Binding::Silenced { since } => day("desk-binding-silenced", since),
            Binding::Ended => words.say("desk-binding-ended"),
        }
    }

    fn class(&self) -> &'static str {
        match self {
            Binding::Bound { .. } => "good",
            Binding::Unbound
            | Binding::Invited { .. }
            | Binding::Paused { .. }
            | Binding::Silenced { .. } => "mind",
            Binding::Ended => "quiet",
        }
    }
}

/// `GET /desk/deputies/CODE`. Forms: `POST …/invite`, `POST …/resume` (csrf, form_key); links to the questions of
/// `…/rebind`, `…/pause`, `…/silence`, `…/lift` ([`ConfirmPage`](super::ConfirmPage)); `GET …/handbook` with `year`
/// and `format` (`docx`, `pdf`, `xlsx`, `json`).
#[derive(Template)]
#[template(path = "desk/deputy.html", config = "src/web/askama.toml")]
pub struct DeputyPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub code: String,
    pub name: String,
    pub electing_unit: String,
    pub delegation: String,
    pub group: String,
    /// Employer and post, as the roster has it.
    pub post: String,
    pub fields: String,
    /// Day of the election, in words ([`day_with_year`](crate::web::pages::day_with_year)).
    pub elected_on: String,
    pub binding: Binding,
    pub open_letters: i64,
    pub late_letters: i64,
    /// Years of which there is a handbook, newest first.
    pub years: Vec<i32>,
}

impl DeputyPage {
    fn may_be_invited(&self) -> bool {
        matches!(self.binding, Binding::Unbound | Binding::Invited { .. })
    }

    fn may_be_rebound(&self) -> bool {
        matches!(self.binding, Binding::Bound { .. } | Binding::Paused { .. })
    }

    fn is_bound(&self) -> bool {
        matches!(self.binding, Binding::Bound { .. })
    }

    fn is_paused(&self) -> bool {
        matches!(self.binding, Binding::Paused { .. })
    }

    fn is_silenced(&self) -> bool {
        matches!(self.binding, Binding::Silenced { .. })
    }

    fn formats(&self) -> [&'static str; 4] {
        ["docx", "pdf", "xlsx", "json"]
    }
}

fn format_said(words: &Words, format: &str) -> String {
    words.say(&format!("desk-format-{format}"))
}
