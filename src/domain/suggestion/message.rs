//! What is said to people about motions and suggestions: kinds with ids, never words.
//!
//! **Invariant:** the JSON of an older release stays readable, so variants and fields are added, never renamed.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{AssignmentId, CaseId, ReplyId, SuggestionId};

/// What is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "m")]
pub enum SuggestionMessage {
    /// The deputy's own, with their states.
    List {
        /// From 0.
        page: i64,
    },
    /// One of the deputy's own, with units and days.
    One {
        /// Which.
        suggestion: SuggestionId,
    },
    /// To the deputy: these were handed out.
    HandedOut {
        /// Which.
        suggestions: Vec<SuggestionId>,
    },
    /// To the deputy: these replies were recorded by an office.
    Recorded {
        /// Which.
        replies: Vec<ReplyId>,
    },
    /// To the deputy: the reply that they told of is recorded.
    Told {
        /// Which.
        reply: ReplyId,
    },
    /// To the offices: a deputy told of a reply.
    DeputyTold {
        /// Which.
        reply: ReplyId,
    },
    /// To the deputy: the day of receipt was cleared or corrected.
    Cleared {
        /// Which.
        reply: ReplyId,
    },
    /// To the deputy: these last days moved, because the plan of days off came.
    DaysMoved {
        /// Times for a unit's reply.
        assignments: Vec<AssignmentId>,
        /// Times for the deputy's feedback.
        replies: Vec<ReplyId>,
    },
    /// To the writer of a letter that led to it: what became of it.
    ToWriter {
        /// Which.
        suggestion: SuggestionId,
        /// The letter.
        case: CaseId,
    },
    /// To the deputy: so many writers were told.
    WritersTold {
        /// Of which.
        suggestion: SuggestionId,
        /// Writers who heard of it now.
        told: i64,
        /// Letters that were taken down for somebody: nobody can be written to.
        by_hand: i64,
    },
    /// To the provincial office: so many last days moved, because the plan of days off came.
    OfficeDaysMoved {
        /// How many.
        count: i64,
    },
    /// To the deputy: withdrawn.
    Withdrawn {
        /// Which.
        suggestion: SuggestionId,
    },
    /// To the deputy: which suggestion and unit does the told reply belong to?
    AskWhich,
    /// To the deputy: when was it received?
    AskDay {
        /// To which assignment.
        assignment: AssignmentId,
    },
    /// To the deputy: a reply was told of, but none is awaited.
    NothingAwaited,
    /// To the deputy: nothing was recorded.
    NotRecorded,
    /// To the deputy: this is what will be recorded.
    AskConfirm {
        /// To which assignment.
        assignment: AssignmentId,
    },
}
