//! The letters of a unit, and one letter.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::{Attachment, Bubble, ButtonAct, Moment, Paging};

use super::{DeputyChoice, DeskFrame};

/// `GET /desk`, with `?show=` ([`LetterFilter::tag`]) and `?find=` (number, or name of a deputy).
#[derive(Template)]
#[template(path = "desk/letters.html", config = "src/web/askama.toml")]
pub struct LettersPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub shown: LetterFilter,
    /// Counts behind the sentences, in the order of [`LetterFilter::ALL`].
    pub counts: Vec<LetterCount>,
    /// What stands in the search box.
    pub find: String,
    /// Late ones first.
    pub letters: Vec<LetterRow>,
    pub paging: Paging,
    /// The reminder to load a plan of days off, in words.
    pub calendar_wanted: Option<String>,
}

/// Which letters are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFilter {
    /// Waiting for an answer.
    Open,
    /// Without an answer for longer than is set.
    Late,
    /// The office itself is the reader.
    WithOffice,
    /// Answered, raised or passed on, and not ended.
    Answered,
    /// Ended.
    Ended,
}

impl LetterFilter {
    /// All, in the order of the page.
    pub const ALL: [LetterFilter; 5] = [
        LetterFilter::Open,
        LetterFilter::Late,
        LetterFilter::WithOffice,
        LetterFilter::Answered,
        LetterFilter::Ended,
    ];

    /// The word in the URL.
    pub fn tag(self) -> &'static str {
        match self {
            LetterFilter::Open => "open",
            LetterFilter::Late => "late",
            LetterFilter::WithOffice => "office",
            LetterFilter::Answered => "answered",
            LetterFilter::Ended => "ended",
        }
    }

    /// Reads the word in a URL; anything unknown shows the open ones.
    pub fn from_tag(tag: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|filter| filter.tag() == tag)
            .unwrap_or(LetterFilter::Open)
    }
}

/// How many letters a filter has.
#[derive(Debug, Clone, Copy)]
pub struct LetterCount {
    pub filter: LetterFilter,
    pub letters: i64,
}

impl LetterCount {
    fn sentence(&self, words: &Words) -> String {
        words.say_with(
            &format!("desk-letters-{}", self.filter.tag()),
            &Args::new().number("count", self.letters),
        )
    }
}

/// A letter in the list.
#[derive(Debug, Clone)]
pub struct LetterRow {
    pub number: String,
    /// Name of the deputy; `None` where the office is the reader.
    pub deputy: Option<String>,
    pub state: LetterState,
    pub came: Moment,
    /// When anything last happened.
    pub moved: Moment,
    /// Days without an answer, when they are more than is set; else `None`.
    pub late_days: Option<i64>,
}

/// The state of a letter, as the person who wrote it reads it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterState {
    Received,
    WithDeputy,
    WithOffice,
    Answered,
    /// By the office that reads it.
    OfficeAnswered,
    Raised,
    PassedOn,
    Ended,
}

impl LetterState {
    pub(super) fn said(self, words: &Words) -> String {
        words.say(match self {
            LetterState::Received => "desk-state-received",
            LetterState::WithDeputy => "desk-state-with-deputy",
            LetterState::WithOffice => "desk-state-with-office",
            LetterState::Answered => "desk-state-answered",
            LetterState::OfficeAnswered => "desk-state-office-answered",
            LetterState::Raised => "desk-state-raised",
            LetterState::PassedOn => "desk-state-passed-on",
            LetterState::Ended => "desk-state-ended",
        })
    }
}

/// `GET /desk/letters/NUMBER`. Forms where the office is the reader: `POST …/answer` (csrf, form_key, `text`, `anyway`:
/// `yes` once the officer has seen the modest wording), `POST …/pass` (csrf, form_key, `to`: code of a deputy); a link to the question of `…/end`.
#[derive(Template)]
#[template(path = "desk/letter.html", config = "src/web/askama.toml")]
pub struct LetterPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub number: String,
    pub deputy: Option<String>,
    pub state: LetterState,
    pub came: Moment,
    pub moved: Moment,
    pub late_days: Option<i64>,
    pub view: LetterView,
}

/// How much of a letter this officer may see.
#[derive(Debug, Clone)]
pub enum LetterView {
    /// Number, state and dates only.
    Counted,
    /// The office is the reader. Bubbles of the office are [`Side::Own`](crate::web::pages::Side::Own),
    /// and none has buttons.
    Readable {
        title: String,
        bubbles: Vec<Bubble>,
        /// To whom it can be passed on.
        deputies: Vec<DeputyChoice>,
        /// Words to put back into the answer box after something failed.
        text: String,
        /// The answer was held for a second look; this is the modest wording.
        modest: Option<String>,
    },
}

impl LetterPage {
    fn is_ended(&self) -> bool {
        self.state == LetterState::Ended
    }
}

pub(super) fn late_said(words: &Words, days: &i64) -> String {
    words.say_with("desk-late", &Args::new().number("days", *days))
}
