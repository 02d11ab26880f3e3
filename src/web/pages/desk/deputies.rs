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
    /// Paused, silenced or suspended.
    Paused,
    /// Ended, or not on the newest roster.
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

/// How a deputy stands to this system; where several hold, the weightiest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Binding {
    Unbound,
    /// The last day of the invitation, in words ([`day_shown`](crate::web::pages::day_shown)).
    Invited {
        valid_until: String,
    },
    Bound,
    /// New letters go to the office. The ground is shown nowhere.
    Paused,
    /// 暂停一切消息
    Silenced,
    /// 暂停执行职务 on the roster.
    Suspended,
    /// 资格终止 on the roster.
    Ended,
    /// Not on the newest roster.
    Gone,
}

impl Binding {
    pub(super) fn said(&self, words: &Words) -> String {
        match self {
            Binding::Unbound => words.say("desk-binding-unbound"),
            Binding::Invited { valid_until } => words.say_with(
                "desk-binding-invited",
                &Args::new().text("day", valid_until.as_str()),
            ),
            Binding::Bound => words.say("desk-binding-bound"),
            Binding::Paused => words.say("desk-binding-paused"),
            Binding::Silenced => words.say("desk-binding-silenced"),
            Binding::Suspended => words.say("desk-binding-suspended"),
            Binding::Ended => words.say("desk-binding-ended"),
            Binding::Gone => words.say("desk-binding-gone"),
        }
    }

    pub(super) fn class(&self) -> &'static str {
        match self {
            Binding::Bound => "good",
            Binding::Unbound
            | Binding::Invited { .. }
            | Binding::Paused
            | Binding::Silenced
            | Binding::Suspended => "mind",
            Binding::Ended | Binding::Gone => "quiet",
        }
    }
}

/// What an office can do about a deputy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeputyAct {
    Invite,
    Resume,
    Rebind,
    Pause,
    Silence,
    Lift,
}

/// `GET /desk/deputies/CODE`. Forms: `POST …/invite`, `POST …/resume` (csrf, form_key); links to the questions of
/// `…/rebind`, `…/pause`, `…/silence`, `…/lift` ([`ConfirmPage`](super::ConfirmPage)); `GET …/handbook` with `year`
/// and `format` (`pdf`, `docx`, `xlsx`, `log`, `by-hand`, `json`).
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
    /// What can be done now.
    pub acts: Vec<DeputyAct>,
    pub open_letters: i64,
    pub late_letters: i64,
    /// Years of which there is a handbook, newest first.
    pub years: Vec<i32>,
}

impl DeputyPage {
    fn may(&self, act: DeputyAct) -> bool {
        self.acts.contains(&act)
    }

    fn formats(&self) -> [&'static str; 6] {
        ["pdf", "docx", "xlsx", "log", "by-hand", "json"]
    }
}

fn format_said(words: &Words, format: &str) -> String {
    words.say(&format!("desk-format-{format}"))
}
