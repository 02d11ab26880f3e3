//! Commands upon the register of suggestions: what the desk, the command line, the chat and jobs ask for.

use chrono::NaiveDate;

use crate::domain::draft::DraftFileFault;
use crate::domain::draft::text::DraftText;
use crate::domain::ids::{AssignmentId, DeputyId, HandlingUnitId, ReplyId, SuggestionId};
use crate::domain::message::NewFile;
use crate::domain::suggestion::assignment::AssignmentRole;
use crate::domain::suggestion::register_sheet::SuggestionEntry;
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::domain::suggestion::{CongressSession, Openness, SuggestionKind};

/// Whether names that the directory of handling units lacks are entered into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewUnits {
    /// They are faults.
    Refused,
    /// They are entered.
    Entered,
}

/// Whether a handling unit is handed anything from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitStanding {
    /// It is.
    InBeing,
    /// It was dissolved or renamed.
    Ended,
}

/// What an officer enters of a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestionFields {
    /// When it was raised.
    pub session: CongressSession,
    /// The office's number.
    pub number: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// The title.
    pub title: String,
    /// 情况和问题
    pub situation: String,
    /// 分析
    pub analysis: String,
    /// 具体建议
    pub proposals: String,
    /// The leading deputy.
    pub deputy: DeputyId,
    /// The others, in order.
    pub names: Vec<DeputyId>,
    /// The day on which it was raised.
    pub raised_on: Option<NaiveDate>,
    /// 重点督办
    pub is_key: bool,
    /// Whether the text may be public.
    pub openness: Openness,
}

/// A day of receipt, as it was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceivedOn {
    /// The day in Shanghai.
    pub on: NaiveDate,
    /// The instant, if that is known.
    pub at: Option<i64>,
    /// Only a guess, such as "last week".
    pub is_guess: bool,
}

/// What is told of a reply.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyFacts {
    /// To which assignment.
    pub assignment: AssignmentId,
    /// Written or oral.
    pub form: ReplyForm,
    /// The class; empty: not known.
    pub class: String,
    /// 文号; empty: not known.
    pub document_number: String,
    /// The day of receipt; none: oral.
    pub received: Option<ReceivedOn>,
    /// How the day is known.
    pub source: ReceiptSource,
    /// What proves it.
    pub proof: Option<NewFile>,
}

/// A command upon the register.
#[derive(Debug, Clone, PartialEq)]
pub enum SuggestionCommand {
    /// Enters a suggestion.
    Enter(Box<SuggestionFields>),
    /// Corrects one; the old values stay.
    Correct {
        /// Which.
        suggestion: SuggestionId,
        /// As it should be.
        fields: Box<SuggestionFields>,
        /// Why.
        why: String,
    },
    /// Withdraws one: its clocks stop.
    Withdraw {
        /// Which.
        suggestion: SuggestionId,
        /// Why.
        why: String,
    },
    /// Enters a handling unit into the directory, or changes it.
    KeepUnit {
        /// Which; none: a new one.
        unit: Option<HandlingUnitId>,
        /// Full name.
        name: String,
        /// Other names, joined by `、`.
        other_names: String,
        /// Where slips go; may be empty.
        email: String,
        /// Whether it is handed anything.
        standing: UnitStanding,
    },
    /// Hands a suggestion out.
    Assign {
        /// Which.
        suggestion: SuggestionId,
        /// To whom.
        unit: HandlingUnitId,
        /// In which part.
        role: AssignmentRole,
        /// When.
        on: NaiveDate,
    },
    /// Six months instead of three, because the matter is wide and hard (Deputies Law, article 51).
    Extend {
        /// Which.
        assignment: AssignmentId,
        /// Why.
        why: String,
    },
    /// The unit returned it as wrongly assigned.
    Return {
        /// Which.
        assignment: AssignmentId,
        /// Why.
        why: String,
    },
    /// Takes a sheet in, all or nothing.
    Import {
        /// The rows.
        entries: Vec<SuggestionEntry>,
        /// SHA-256 of the file in hex.
        file_hash: String,
        /// What becomes of units that the directory lacks.
        new_units: NewUnits,
    },
    /// Records replies, all or nothing.
    Record(Vec<ReplyFacts>),
    /// Clears on which day a reply was received; also the correction of a wrong day.
    Clear {
        /// Which.
        reply: ReplyId,
        /// The proven day.
        on: NaiveDate,
        /// How it is known.
        source: ReceiptSource,
        /// Why.
        why: String,
    },
    /// Corrects class and document number.
    CorrectReply {
        /// Which.
        reply: ReplyId,
        /// The class.
        class: String,
        /// 文号
        document_number: String,
        /// Why.
        why: String,
    },
    /// Takes a reply back that was entered in error: its clock stops, the row stays.
    TakeBack {
        /// Which.
        reply: ReplyId,
        /// Why.
        why: String,
    },
    /// A document that a deputy sent in as a draft was read, or could not be.
    DraftRead {
        /// The draft that waits for it.
        draft: SuggestionId,
        /// What was read, or why not.
        read: Result<DraftText, DraftFileFault>,
    },
    /// The drafter has paused: co-signers who confirmed other words are asked again.
    AskAgain(SuggestionId),
    /// Works open deadlines out again that an older calendar worked out: at most some hundreds at a time.
    Recalculate,
}
