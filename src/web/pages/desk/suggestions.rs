//! 议案建议 at the desk: the register, one suggestion with its whole life, what is due, replies in bulk, a sheet looked at
//! before it is taken, and the directory of handling units.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::{Moment, Paging};

use super::{DeputyChoice, DeskFrame, Verdict};

/// `GET /desk/suggestions?show=STATE&find=WORDS&unit=ID&page=N`
#[derive(Template)]
#[template(path = "desk/suggestions.html", config = "src/web/askama.toml")]
pub struct SuggestionsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// What the page shows, as a sentence.
    pub heading: String,
    /// Other states with their counts, as sentences: word in the address, sentence.
    pub filters: Vec<(String, String)>,
    pub rows: Vec<SuggestionRow>,
    pub shown: ShownState,
    pub find: String,
    pub paging: Paging,
}

/// The state that a page of the register shows; for the search form.
#[derive(Debug, Clone)]
pub struct ShownState(pub String);

impl ShownState {
    pub(super) fn tag(&self) -> &str {
        &self.0
    }
}

/// A line of the register.
#[derive(Debug, Clone)]
pub struct SuggestionRow {
    pub id: i64,
    pub number: String,
    pub title: String,
    pub deputy: String,
    /// Units with their parts, in words.
    pub units: String,
    pub state: String,
    /// The last day of what is due next, in words; empty: nothing is due.
    pub due: String,
    pub is_late: bool,
}

/// `GET /desk/suggestions/due`
#[derive(Template)]
#[template(path = "desk/suggestions_due.html", config = "src/web/askama.toml")]
pub struct DuePage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub rows: Vec<DueRow>,
}

/// What is due.
#[derive(Debug, Clone)]
pub struct DueRow {
    pub href: String,
    pub number: String,
    pub title: String,
    pub deputy: String,
    pub unit: String,
    /// 单位答复 or 代表反馈.
    pub what: String,
    pub due: String,
    pub is_late: bool,
    pub is_provisional: bool,
}

/// `GET /desk/suggestions/new`, `GET /desk/suggestions/ID/correct` and their answers with a fault. Form: csrf, form_key and the
/// fields of [`SuggestionForm`]; a correction has `why` besides.
#[derive(Template)]
#[template(path = "desk/suggestion_form.html", config = "src/web/askama.toml")]
pub struct SuggestionFormPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Where the form goes.
    pub action: String,
    /// Where 不改了 leads.
    pub back: String,
    /// A correction asks for the reason.
    pub is_correction: bool,
    pub form: SuggestionForm,
    pub deputies: Vec<DeputyChoice>,
}

/// What stands in the form.
#[derive(Debug, Clone, Default)]
pub struct SuggestionForm {
    pub number: String,
    pub session: String,
    pub is_motion: bool,
    pub title: String,
    /// Code of the leading deputy.
    pub to: String,
    /// Codes or names of the others.
    pub names: String,
    pub raised_on: String,
    pub is_key: bool,
    pub situation: String,
    pub analysis: String,
    pub proposals: String,
    pub openness: String,
    pub why: String,
}

/// `GET /desk/suggestions/ID`. Forms below `/desk/suggestions/ID/`: `assign` (`unit`, `role`, `on`), `extend` and `return`
/// (`assignment`, `why`), `reply` (multipart: `assignment`, `form`, `on`, `source`, `class`, `document`, `file`), `clear`
/// (`reply`, `on`, `source`, `why`), `take-back` (`reply`, `why`), `withdraw` (`why`).
#[derive(Template)]
#[template(path = "desk/suggestion.html", config = "src/web/askama.toml")]
pub struct SuggestionPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub id: i64,
    pub number: String,
    pub title: String,
    pub kind: String,
    pub session: String,
    pub state: String,
    pub is_key: bool,
    /// It may still be handed out and replied to.
    pub is_open: bool,
    pub deputy: String,
    pub deputy_code: String,
    pub names: String,
    pub raised_on: String,
    pub withdrawn_why: String,
    /// 情况, 分析, 建议: heading and text.
    pub texts: Vec<(String, String)>,
    pub assignments: Vec<AssignmentView>,
    pub events: Vec<EventRow>,
    pub units: Vec<UnitChoice>,
    /// Today, as a form field holds it.
    pub today: String,
    /// The classes that a reply can have.
    pub classes: Vec<String>,
}

/// An assignment with its replies.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of one button of the page whether it stands there"
)]
pub struct AssignmentView {
    pub id: i64,
    pub unit: String,
    pub role: String,
    pub state: String,
    pub handed_out_on: String,
    /// The days of its time limit, in words; empty: none runs.
    pub due: String,
    pub is_late: bool,
    /// Why it was extended or returned.
    pub remark: String,
    pub may_extend: bool,
    pub may_return: bool,
    pub may_reply: bool,
    pub replies: Vec<ReplyView>,
}

/// A reply.
#[derive(Debug, Clone)]
pub struct ReplyView {
    pub id: i64,
    /// What it is and how it stands, in words.
    pub said: String,
    pub due: String,
    pub is_late: bool,
    /// Days that were named, with how they are known.
    pub candidates: Vec<String>,
    /// Why an officer should look.
    pub unclear: String,
    pub proof: Option<i64>,
    /// How the feedback stands, in words; empty: none is asked for.
    pub feedback: String,
    pub may_clear: bool,
    pub received_on: String,
}

/// A line of its life.
#[derive(Debug, Clone)]
pub struct EventRow {
    pub at: Moment,
    pub by: String,
    pub said: String,
}

/// A handling unit to choose.
#[derive(Debug, Clone)]
pub struct UnitChoice {
    pub id: i64,
    pub name: String,
}

/// `GET /desk/suggestions/replies` and the answer to its forms: `POST /desk/suggestions/replies` (rows of `number`, `unit`, `on`,
/// `source`, `class`, `document`, `form`), and `POST /desk/suggestions/replies/sheet` (multipart, `file`), which fills the rows.
#[derive(Template)]
#[template(path = "desk/suggestion_replies.html", config = "src/web/askama.toml")]
pub struct RepliesPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub rows: Vec<ReplyFormRow>,
    pub faults: Vec<String>,
    pub units: Vec<UnitChoice>,
    pub classes: Vec<String>,
}

/// A row of the form.
#[derive(Debug, Clone, Default)]
pub struct ReplyFormRow {
    pub number: String,
    pub unit: String,
    pub on: String,
    pub source: String,
    pub class: String,
    pub document: String,
    pub is_oral: bool,
}

/// `GET /desk/suggestions/import`. Form: `POST` to the same, multipart (csrf, form_key, `file`, `new_units`).
#[derive(Template)]
#[template(path = "desk/suggestion_import.html", config = "src/web/askama.toml")]
pub struct SuggestionImportPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Why the file could not be read at all, in words.
    pub unreadable: Option<String>,
}

/// The answer to the upload. Form: `POST /desk/suggestions/import/confirm` (csrf, form_key, `import`).
#[derive(Template)]
#[template(path = "desk/suggestion_preview.html", config = "src/web/askama.toml")]
pub struct SuggestionPreviewPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Names this preview in the form.
    pub import: String,
    pub file: String,
    pub added: i64,
    pub handed_out: i64,
    pub unchanged: i64,
    /// Units that would be entered into the directory.
    pub new_units: Vec<String>,
    /// The first rows that would be new: number, title, deputy's code, units.
    pub rows: Vec<[String; 4]>,
    pub faults: Vec<String>,
    pub verdict: Verdict,
}

/// `GET /desk/handling-units`. Form: `POST` to the same (csrf, form_key, `unit`, `name`, `also`, `email`, `ended`).
#[derive(Template)]
#[template(path = "desk/handling_units.html", config = "src/web/askama.toml")]
pub struct HandlingUnitsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub units: Vec<HandlingUnitRow>,
    /// This officer may change the directory.
    pub may_change: bool,
    /// The unit whose fields stand in the form; none: a new one.
    pub edited: Option<HandlingUnitRow>,
}

/// A handling unit.
#[derive(Debug, Clone, Default)]
pub struct HandlingUnitRow {
    pub id: i64,
    pub name: String,
    pub also: String,
    pub email: String,
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

impl DuePage {
    fn count(&self) -> i64 {
        count(self.rows.len())
    }
}

impl HandlingUnitsPage {
    fn count(&self) -> i64 {
        count(self.units.len())
    }
}

impl SuggestionPage {
    fn path(&self) -> String {
        format!("/desk/suggestions/{}", self.id)
    }
}

impl SuggestionPreviewPage {
    fn heading(&self) -> String {
        match self.verdict {
            Verdict::Ready => {
                let args = Args::new()
                    .number("added", self.added)
                    .number("out", self.handed_out);
                self.words.say_with("desk-suggestion-ready", &args)
            }
            Verdict::Faulty => {
                let args = Args::new().number("faults", count(self.faults.len()));
                self.words.say_with("desk-preview-faulty", &args)
            }
            Verdict::Nothing => self.words.say("desk-suggestion-nothing"),
        }
    }

    fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }
}

/// How a day of receipt is known, for the words of the form.
fn source_said(words: &Words, source: &str) -> String {
    words.say(&format!("receipt-source-{}", source.replace('_', "-")))
}
