//! 反馈意见 at the desk: what deputies owe and gave, how far each is with its two receivers, and one of them with every act
//! upon it.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Paging;

use super::{DeskFrame, ShownState};

/// `GET /desk/feedback?show=awaited|overdue|waiting|dissatisfied|late|done&find=WORDS&page=N`. Form: `POST` to the same (csrf,
/// form_key, `show`, `reply` as often as there are chosen ones, `receiver`).
#[derive(Template)]
#[template(path = "desk/feedback_list.html", config = "src/web/askama.toml")]
pub struct FeedbackListPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// What the page shows, as a sentence.
    pub heading: String,
    /// Other lists with their counts, as sentences: word in the address, sentence.
    pub filters: Vec<(String, String)>,
    pub rows: Vec<FeedbackRow>,
    pub shown: ShownState,
    pub find: String,
    pub paging: Paging,
    /// Receipts can be confirmed for several at once here.
    pub may_choose: bool,
    /// This officer may confirm for the provincial office.
    pub is_province: bool,
}

/// A line of the list.
#[derive(Debug, Clone)]
pub struct FeedbackRow {
    pub id: i64,
    pub number: String,
    pub title: String,
    pub deputy: String,
    pub unit: String,
    pub due: String,
    pub is_late: bool,
    /// 未反馈, or the verdicts.
    pub opinion: String,
    /// How far it is with the provincial office.
    pub province: String,
    /// How far it is with the handling unit.
    pub handling_unit: String,
    /// Somebody must see to it: a mail that can't be delivered.
    pub trouble: String,
}

/// `GET /desk/feedback/REPLY`. Forms below it: `give` (`handling`, `reply`, `reasons`, `rehandling`, `on`), `declare` (`way`, `on`),
/// `sent`, `confirm` (`note`) and `take-back` (each with `receiver`), `release`, `rehandle` (`on`).
#[derive(Template)]
#[template(path = "desk/feedback.html", config = "src/web/askama.toml")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of one part of the page whether it stands there"
)]
pub struct FeedbackPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub id: i64,
    pub suggestion: i64,
    pub number: String,
    pub title: String,
    pub deputy: String,
    pub deputy_code: String,
    pub unit: String,
    pub received: String,
    /// Until when, in words.
    pub days: String,
    pub is_late: bool,
    /// 未反馈, or the verdicts.
    pub opinion: String,
    /// When and by which way it was given; empty: nothing was.
    pub given: String,
    /// The deputy's words.
    pub reasons: String,
    pub wants_rehandling: bool,
    /// Verdicts before the one in force, in words, oldest first.
    pub history: Vec<String>,
    pub receivers: Vec<ReceiverView>,
    /// Pictures that prove what was told.
    pub proofs: Vec<i64>,
    /// Acts are possible: it was neither withdrawn nor taken back.
    pub may_act: bool,
    pub may_release: bool,
    pub may_rehandle: bool,
    /// What stands in the form already.
    pub typed: FeedbackForm,
    /// Today, as a form field holds it.
    pub today: String,
    /// The day of receipt, likewise: nothing was given before it.
    pub earliest: String,
}

/// What stands in the form of an entered feedback.
#[derive(Debug, Clone, Default)]
pub struct FeedbackForm {
    pub handling: String,
    pub reply: String,
    pub reasons: String,
    pub rehandling: bool,
    pub on: String,
}

/// One of the two receivers.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of one button of the page whether it stands there"
)]
pub struct ReceiverView {
    /// The word in forms.
    pub tag: &'static str,
    pub name: String,
    pub state: String,
    /// What happened so far, in words.
    pub lines: Vec<String>,
    /// Why a mail did not leave.
    pub trouble: String,
    pub is_confirmed: bool,
    pub may_send: bool,
    pub may_confirm: bool,
    /// This officer's own office is the receiver: no receipt is needed.
    pub is_own: bool,
}

impl ReceiverView {
    /// The name of one of its forms, unique on the page.
    fn named(&self, act: &str) -> String {
        format!("{act}-{}", self.tag.replace('_', "-"))
    }
}

impl FeedbackPage {
    /// The three choices of a line of the form: word in the form, what people read.
    fn verdicts(&self) -> [(&'static str, String); 3] {
        [
            ("satisfied", "verdict-satisfied"),
            ("mostly_satisfied", "verdict-mostly-satisfied"),
            ("dissatisfied", "verdict-dissatisfied"),
        ]
        .map(|(tag, key)| (tag, self.words.say(key)))
    }

    fn place(&self, index: &usize) -> i64 {
        i64::try_from(*index).unwrap_or(i64::MAX)
    }

    fn path(&self) -> String {
        format!("/desk/feedback/{}", self.id)
    }
}

/// `GET /desk/calendar-link`. Form: `POST` to the same (csrf, form_key, `act`: `make` or `revoke`).
#[derive(Template)]
#[template(path = "desk/calendar_link.html", config = "src/web/askama.toml")]
pub struct CalendarLinkPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// The officer's address; none: there is none, or it was revoked.
    pub url: Option<String>,
}
