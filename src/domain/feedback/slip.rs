//! The opinion slip (征询意见表 / 反馈表): what is printed, signed and sent to a receiver. Only what was given stands on it; what a
//! person has to fill in by hand stays open.

use chrono::NaiveDate;

use super::{RehandlingWish, Timeliness, Verdict};

/// A slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The office's number of the suggestion.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The leading deputy.
    pub deputy: String,
    /// The handling unit.
    pub unit: String,
    /// 文号 of the reply; empty: not known.
    pub document_number: String,
    /// The day on which the reply was received.
    pub received_on: Option<NaiveDate>,
    /// The last day for the feedback.
    pub due_on: Option<NaiveDate>,
    /// On the handling; none: to be filled in by hand.
    pub handling: Option<Verdict>,
    /// On the reply, likewise.
    pub reply: Option<Verdict>,
    /// Concrete opinions.
    pub reasons: String,
    /// Whether re-handling is wanted.
    pub rehandling: RehandlingWish,
    /// The day on which it was given; none: not given yet.
    pub given_on: Option<NaiveDate>,
    /// In time or late: a late one says so.
    pub timeliness: Timeliness,
}
