//! Replies (答复) of handling units, with what proves their receipt: from it the deputy's month for the feedback runs.
//!
//! Written by the flow that records replies, whoever tells of one; feedback and reminders stand on these rows.
//! **Invariants:** an oral answer starts no clock (A6.11); of several days of receipt the earliest counts for reminders until
//! an officer clears which one is proven; the days of the deadline are those that
//! `deadline::work_out` gives for `received_on` and the calendar of `calendar_version`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::case::tagged;
use crate::domain::case::text::narrow;
use crate::domain::deadline::Deadline;
use crate::domain::ids::{
    AccountId, AssignmentId, CalendarVersion, DeputyId, FileId, OfficeId, ReplyId, SuggestionId,
};

tagged! {
    /// How the day of receipt is known.
    ReceiptSource {
        /// It became visible on the provincial platform, with a notice to the deputy.
        Platform = "platform",
        /// By post: the day it was signed for.
        Post = "post",
        /// Handed over: the day on the receipt.
        ByHand = "by_hand",
        /// The deputy told the day.
        Told = "told",
        /// A sheet named the day.
        Sheet = "sheet",
    }
}

tagged! {
    /// In what form it was answered.
    ReplyForm {
        /// 书面答复
        Written = "written",
        /// By word of mouth or in a meeting: not yet the reply.
        Oral = "oral",
    }
}

tagged! {
    /// How sure the day of receipt is.
    Clearness {
        /// One day, as it was recorded.
        Single = "single",
        /// Several days were named; the earliest counts for reminders.
        Several = "several",
        /// Several were named, and an officer cleared which one is proven.
        Cleared = "cleared",
        /// The day was guessed, such as "last week".
        Guessed = "guessed",
    }
}

tagged! {
    /// Where a reply stands.
    ReplyState {
        /// The deputy's feedback is awaited.
        Awaiting = "awaiting",
        /// Feedback was given and both receivers have it, or it was declared elsewhere.
        Given = "given",
        /// Oral: nothing runs.
        Oral = "oral",
        /// The suggestion was withdrawn.
        Withdrawn = "withdrawn",
        /// Entered in error and taken back with a reason; the row stays.
        Mistaken = "mistaken",
    }
}

impl ReplyState {
    /// The reply came and counts: it was not taken back, nor its suggestion.
    pub fn stands(self) -> bool {
        !matches!(self, ReplyState::Withdrawn | ReplyState::Mistaken)
    }
}

/// A day on which the reply may have been received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptCandidate {
    /// The day in Shanghai.
    pub on: NaiveDate,
    /// The instant, if that is known, in epoch milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<i64>,
    /// How it is known.
    pub source: ReceiptSource,
    /// Who named it; none: the command line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// Named when.
    pub named_at: i64,
}

/// A handling unit's answer to a suggestion.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Identity.
    pub id: ReplyId,
    /// To which assignment.
    pub assignment_id: AssignmentId,
    /// Of which suggestion.
    pub suggestion_id: SuggestionId,
    /// The leading deputy, who owes the feedback.
    pub deputy_id: DeputyId,
    /// The deputy's unit office.
    pub office_id: OfficeId,
    /// Where it stands.
    pub state: ReplyState,
    /// Written or oral.
    pub form: ReplyForm,
    /// The class on its first page, such as `A`, of the list that is a setting; empty: not known.
    pub class: String,
    /// 文号; empty: not known.
    pub document_number: String,
    /// The day in Shanghai from which the month runs; none: oral.
    pub received_on: Option<NaiveDate>,
    /// The instant, if that is known.
    pub received_at: Option<i64>,
    /// How the day is known.
    pub source: ReceiptSource,
    /// What proves it.
    pub proof_file_id: Option<FileId>,
    /// All days that were named, in the order in which they were.
    pub candidates: Vec<ReceiptCandidate>,
    /// How sure the day is.
    pub clearness: Clearness,
    /// End of the time for the feedback by the calendar; none: no clock runs.
    pub nominal_on: Option<NaiveDate>,
    /// After rolling over days off.
    pub due_on: Option<NaiveDate>,
    /// A plan of days off is still missing.
    pub is_provisional: bool,
    /// By which calendar.
    pub calendar_version: Option<CalendarVersion>,
    /// Who recorded it; none: the command line.
    pub recorded_by: Option<AccountId>,
    /// Recorded.
    pub recorded_at: i64,
    /// When a reminder is to look at it next; none: nothing is to be reminded of.
    pub next_step_at: Option<i64>,
}

/// The class as the office's list writes it (`A`, where people write `ａ类`); empty where nothing is said; none: not in the list.
pub fn class_in(classes: &[String], typed: &str) -> Option<String> {
    let tidy = |text: &str| {
        let narrow = narrow(text.trim()).to_uppercase();
        narrow.strip_suffix('类').map_or(narrow.clone(), str::to_owned)
    };
    let typed = tidy(typed);
    if typed.is_empty() {
        return Some(String::new());
    }
    classes.iter().find(|class| tidy(class) == typed).cloned()
}

impl Reply {
    /// Takes the days over from a deadline.
    pub fn set_deadline(&mut self, deadline: &Deadline, version: CalendarVersion) {
        self.nominal_on = Some(deadline.nominal_on);
        self.due_on = Some(deadline.due_on);
        self.is_provisional = deadline.is_provisional();
        self.calendar_version = Some(version);
    }

    /// True while its month runs or has run out without feedback.
    pub fn awaits_feedback(&self) -> bool {
        self.state == ReplyState::Awaiting
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_taken_as_the_office_writes_it_and_nothing_else_is() {
        let classes = ["A", "B", "解决"].map(str::to_owned);
        for (typed, class) in [
            ("", Some("")),
            ("A", Some("A")),
            (" a ", Some("A")),
            ("Ｂ类", Some("B")),
            ("解决", Some("解决")),
            ("C", None),
            ("AB", None),
            ("满意", None),
        ] {
            assert_eq!(class_in(&classes, typed).as_deref(), class, "{typed}");
        }
    }
}
