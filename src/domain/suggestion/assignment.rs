//! Handing out (交办): which handling unit owes a reply to a suggestion, until when, and why that may have changed.
//!
//! Written by the flows that hand out, extend and return; reminders look at `next_step_at`. **Invariants:** the days of the
//! deadline are those that `deadline::work_out` gives for `handed_out_on`, `rule` and the calendar of `calendar_version`; an
//! assignment is never deleted: a wrong one is returned with its reason.

use chrono::NaiveDate;

use crate::domain::case::tagged;
use crate::domain::deadline::{Deadline, DeadlineRule};
use crate::domain::ids::{
    AccountId, AssignmentId, CalendarVersion, DeputyId, HandlingUnitId, OfficeId, ReplyId, SuggestionId,
};

/// A body that answers suggestions (承办单位).
#[derive(Debug, Clone, PartialEq)]
pub struct HandlingUnit {
    /// Identity.
    pub id: HandlingUnitId,
    /// Full name: unique.
    pub name: String,
    /// Short and former names by which deputies and sheets call it, joined by `、`.
    pub other_names: String,
    /// Where slips are sent, sealed in the database; empty: by an officer's hand.
    pub email: String,
    /// Entered.
    pub created_at: i64,
    /// No longer handed anything from here; what it has stays with it.
    pub ended_at: Option<i64>,
}

impl HandlingUnit {
    /// The full name and all others.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str())
            .chain(self.other_names.split('、').filter(|name| !name.is_empty()))
    }
}

tagged! {
    /// In which part a unit handles a suggestion.
    AssignmentRole {
        /// 主办: replies for all who handle it jointly.
        Main = "main",
        /// 会办: gives its opinion to the main unit; owes the deputy no reply of its own.
        Joint = "joint",
        /// 分办: replies for its own part, with a clock of its own.
        Separate = "separate",
    }
}

impl AssignmentRole {
    /// True for those who owe the deputy a written reply.
    pub fn owes_reply(self) -> bool {
        self != AssignmentRole::Joint
    }
}

tagged! {
    /// Where an assignment stands.
    AssignmentState {
        /// A written reply is owed.
        Open = "open",
        /// It was replied to in writing.
        Answered = "answered",
        /// Joint handling: nothing is owed to the deputy.
        Assisting = "assisting",
        /// Returned as wrongly assigned.
        Returned = "returned",
        /// The suggestion was withdrawn.
        Withdrawn = "withdrawn",
    }
}

/// A suggestion handed out to a handling unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Assignment {
    /// Identity.
    pub id: AssignmentId,
    /// Which suggestion.
    pub suggestion_id: SuggestionId,
    /// To whom.
    pub handling_unit_id: HandlingUnitId,
    /// The leading deputy, beside the suggestion so that lists can be cut by it.
    pub deputy_id: DeputyId,
    /// The deputy's unit office, likewise.
    pub office_id: OfficeId,
    /// In which part.
    pub role: AssignmentRole,
    /// Where it stands.
    pub state: AssignmentState,
    /// 1; 2 and more: re-handling after a dissatisfied feedback.
    pub round: i64,
    /// Re-handling: the reply that the deputy was dissatisfied with.
    pub after_reply_id: Option<ReplyId>,
    /// The day of handing out; it isn't counted.
    pub handed_out_on: NaiveDate,
    /// Three months, or six.
    pub rule: DeadlineRule,
    /// End of the time for the reply by the calendar.
    pub nominal_on: NaiveDate,
    /// After rolling over days off.
    pub due_on: NaiveDate,
    /// A plan of days off is still missing.
    pub is_provisional: bool,
    /// By which calendar.
    pub calendar_version: CalendarVersion,
    /// Extended to six months.
    pub extended_at: Option<i64>,
    /// By whom.
    pub extended_by: Option<AccountId>,
    /// Why, in words.
    pub extended_why: String,
    /// Returned as wrongly assigned.
    pub returned_at: Option<i64>,
    /// By whom it was entered.
    pub returned_by: Option<AccountId>,
    /// Why, in words.
    pub returned_why: String,
    /// When a reminder is to look at it next; none: nothing is to be reminded of.
    pub next_step_at: Option<i64>,
    /// Entered.
    pub created_at: i64,
}

impl Assignment {
    /// Takes the days over from a deadline.
    pub fn set_deadline(&mut self, deadline: &Deadline, version: CalendarVersion) {
        self.nominal_on = deadline.nominal_on;
        self.due_on = deadline.due_on;
        self.is_provisional = deadline.is_provisional();
        self.calendar_version = version;
    }
}
