//! The deputy's feedback on a reply (反馈意见): two verdicts, reasons, and how far it is on its way to its two receivers.
//!
//! Decided by `flows::give_feedback`, asked for by the chat and the desk. **Invariants** (source document, article 6):
//! dissatisfied with the handling or with the reply needs concrete reasons; silence is no feedback and never a verdict;
//! what comes late is taken and marked late; it is done only when the provincial office *and* the handling unit have
//! confirmed it, and nothing but a receiver's own receipt or an officer's entry confirms.

pub mod reasons;
mod rows;
mod slip;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::case::tagged;
use super::time::day_of;

pub use reasons::{Aspect, Hollow, aspects_of, check_reasons};
pub use rows::{
    ConfirmedHow, Feedback, FeedbackProgress, FeedbackReceiver, FeedbackVersion, RehandlingWish, SentWay,
    Timeliness,
};
pub use slip::Slip;

tagged! {
    /// What the deputy says of the handling, and of the reply.
    Verdict {
        /// 满意
        Satisfied = "satisfied",
        /// 基本满意
        MostlySatisfied = "mostly_satisfied",
        /// 不满意
        Dissatisfied = "dissatisfied",
    }
}

tagged! {
    /// By which way a feedback was given; platform and writing are the two that the rules name.
    FeedbackWay {
        /// In this program, by the deputy.
        Here = "here",
        /// 已在省平台反馈: told by the deputy.
        Platform = "platform",
        /// 已书面寄出: told by the deputy.
        Paper = "paper",
        /// Entered by an officer for the deputy.
        Office = "office",
    }
}

tagged! {
    /// Who must get it.
    Receiver {
        /// 省人大常委会代表联络工作机构
        ProvincialOffice = "provincial_office",
        /// 承办单位
        HandlingUnit = "handling_unit",
    }
}

tagged! {
    /// How far it is with one receiver, in this order.
    ReceiverState {
        /// Nothing left yet.
        NotSent = "not_sent",
        /// Given to the mail or handed over; that is not yet a receipt.
        Sent = "sent",
        /// The deputy says that it was done on the platform or in writing.
        Declared = "declared",
        /// Receipt confirmed.
        Confirmed = "confirmed",
    }
}

tagged! {
    /// What happened with a receiver.
    ReceiverEvent {
        /// A mail server took it, or an officer handed it over.
        Sent = "sent",
        /// The deputy told of platform or writing.
        Declared = "declared",
        /// The receiver's own receipt, or an officer's entry.
        Confirmed = "confirmed",
        /// The verdict was changed: the receiver has not got this one.
        Changed = "changed",
        /// An officer takes a confirmation back that was entered by mistake.
        TakenBack = "taken_back",
    }
}

impl ReceiverState {
    /// The state after an event. Only `Confirmed` confirms, and nothing that comes later than a confirmation weakens it
    /// but a new verdict or an officer who takes it back.
    #[must_use]
    pub fn after(self, event: ReceiverEvent) -> Self {
        match event {
            ReceiverEvent::Sent => self.max(ReceiverState::Sent),
            ReceiverEvent::Declared => self.max(ReceiverState::Declared),
            ReceiverEvent::Confirmed => ReceiverState::Confirmed,
            ReceiverEvent::Changed => ReceiverState::NotSent,
            ReceiverEvent::TakenBack => match self {
                ReceiverState::Confirmed => ReceiverState::Sent,
                other => other,
            },
        }
    }
}

tagged! {
    /// Whether a slip whose receipt is confirmed counts as feedback in writing. A setting: nothing says so in Hunan's rules.
    SlipCounts {
        /// No: platform or paper is still needed.
        No = "no",
        /// Yes, where the office has decided so.
        Yes = "yes",
    }
}

tagged! {
    /// Whether the handling unit gets a verdict at once or only when the office releases it. A setting.
    Sealing {
        /// At once.
        Open = "open",
        /// Only after release: a deputy need not spare a unit's feelings.
        Sealed = "sealed",
    }
}

/// A verdict in whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    /// On the handling (对办理态度).
    pub handling: Verdict,
    /// On the reply (对办理结果).
    pub reply: Verdict,
    /// Reasons, in the deputy's words; empty where none are needed.
    pub reasons: String,
}

/// Why an opinion can't be given as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Dissatisfied in either, and the reasons say nothing.
    Hollow(Hollow),
}

impl Opinion {
    /// Dissatisfied in either line counts as dissatisfied.
    pub fn is_dissatisfied(&self) -> bool {
        self.handling == Verdict::Dissatisfied || self.reply == Verdict::Dissatisfied
    }

    /// Checks the reasons where they are needed; praise needs none.
    pub fn check(&self) -> Result<(), Unfit> {
        if self.is_dissatisfied() {
            check_reasons(&self.reasons).map_err(Unfit::Hollow)
        } else {
            Ok(())
        }
    }
}

/// What is written down before it is given: kept in the database, so that a tap is never lost.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// On the handling.
    #[serde(default)]
    pub handling: Option<Verdict>,
    /// On the reply.
    #[serde(default)]
    pub reply: Option<Verdict>,
    /// Reasons as far as they are written.
    #[serde(default)]
    pub reasons: String,
    /// Re-handling is wanted.
    #[serde(default)]
    pub wants_rehandling: bool,
}

/// What has to be asked next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// 对办理
    Handling,
    /// 对答复
    Reply,
    /// Concrete reasons.
    Reasons(Hollow),
    /// Nothing: it can be looked at and confirmed.
    Nothing,
}

impl Draft {
    /// A draft to change what was given.
    pub fn of(opinion: &Opinion) -> Self {
        Self {
            handling: Some(opinion.handling),
            reply: Some(opinion.reply),
            reasons: opinion.reasons.clone(),
            wants_rehandling: false,
        }
    }

    /// The next question.
    pub fn next(&self) -> Asked {
        match (self.handling, self.reply, self.opinion()) {
            (None, ..) => Asked::Handling,
            (_, None, _) => Asked::Reply,
            (.., Some(opinion)) => match opinion.check() {
                Err(Unfit::Hollow(hollow)) => Asked::Reasons(hollow),
                Ok(()) => Asked::Nothing,
            },
            (.., None) => Asked::Handling,
        }
    }

    /// The opinion, once both lines are answered.
    pub fn opinion(&self) -> Option<Opinion> {
        Some(Opinion {
            handling: self.handling?,
            reply: self.reply?,
            reasons: self.reasons.trim().to_owned(),
        })
    }
}

/// Where the feedback on one reply stands, for reminders, lists and counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// 未反馈: nothing was given or told. Never counted as satisfied.
    None,
    /// Begun and not sent off.
    Begun,
    /// Given here; the way that the rules name is still to come.
    GivenHere,
    /// The deputy's part is done, a receipt is still missing.
    Waiting,
    /// Both have confirmed.
    Done,
}

/// What is known of a feedback when its standing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// A draft lies there.
    pub has_draft: bool,
    /// It was given by this way.
    pub way: Option<FeedbackWay>,
    /// With the provincial office.
    pub province: ReceiverState,
    /// With the handling unit.
    pub unit: ReceiverState,
}

impl Known {
    /// Nothing yet.
    pub const NOTHING: Known = Known {
        has_draft: false,
        way: None,
        province: ReceiverState::NotSent,
        unit: ReceiverState::NotSent,
    };

    /// Where it stands, by the setting on slips.
    pub fn standing(self, slip: SlipCounts) -> Standing {
        if self.province == ReceiverState::Confirmed && self.unit == ReceiverState::Confirmed {
            return Standing::Done;
        }
        match self.way {
            None if self.has_draft => Standing::Begun,
            None => Standing::None,
            Some(FeedbackWay::Platform | FeedbackWay::Paper | FeedbackWay::Office) => Standing::Waiting,
            Some(FeedbackWay::Here) if slip == SlipCounts::Yes => Standing::Waiting,
            Some(FeedbackWay::Here)
                if self.province >= ReceiverState::Declared || self.unit >= ReceiverState::Declared =>
            {
                Standing::Waiting
            }
            Some(FeedbackWay::Here) => Standing::GivenHere,
        }
    }
}

impl Standing {
    /// Whether the deputy has still something to do: only then is the deputy reminded.
    pub fn is_with_deputy(self) -> bool {
        matches!(self, Standing::None | Standing::Begun | Standing::GivenHere)
    }
}

/// Whether something done on a day is late by the final day.
pub fn is_late(done_on: NaiveDate, due_on: NaiveDate) -> bool {
    done_on > due_on
}

/// Why a day that the deputy tells is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayFault {
    /// It lies in the future.
    Future,
    /// It lies before the day on which the reply was received.
    BeforeReply,
}

/// Checks the day on which the deputy says the feedback was given on the platform or sent in writing.
pub fn check_day(told_on: NaiveDate, received_on: NaiveDate, now: i64) -> Result<(), DayFault> {
    if told_on > day_of(now) {
        Err(DayFault::Future)
    } else if told_on < received_on {
        Err(DayFault::BeforeReply)
    } else {
        Ok(())
    }
}

/// Whether what was given may still be changed: until 24:00 of the final day.
pub fn may_change(due_on: NaiveDate, now: i64) -> bool {
    day_of(now) <= due_on
}

#[cfg(test)]
mod tests;
