//! The rows of feedback as the database keeps them: one a reply, its older versions, its two receivers.
//!
//! **Invariant:** `progress` and `timeliness` always say what the other columns and the receivers give; they stand beside
//! them so that lists can be cut by them.

use chrono::NaiveDate;

use super::{Draft, FeedbackWay, Known, Opinion, Receiver, ReceiverEvent, ReceiverState, Standing, Verdict};
use crate::domain::case::tagged;
use crate::domain::ids::{AccountId, DeputyId, FileId, OfficeId, ReplyId, SuggestionId};

tagged! {
    /// Whether the deputy wants the matter handled once more (是否要求重新办理).
    RehandlingWish {
        /// Nothing was said.
        Unsaid = "unsaid",
        /// 要求重新办理
        Wanted = "wanted",
    }
}

tagged! {
    /// By the final day.
    Timeliness {
        /// Nothing was given yet.
        None = "none",
        /// 按期
        InTime = "in_time",
        /// 逾期: taken all the same.
        Late = "late",
    }
}

tagged! {
    /// How far a feedback is; the word for lists.
    FeedbackProgress {
        /// Nothing given: 未反馈, though something may be written down.
        None = "none",
        /// Given here; platform or paper is still to come.
        GivenHere = "given_here",
        /// The deputy's part is done; a receipt is missing.
        Waiting = "waiting",
        /// Both receivers have confirmed.
        Done = "done",
    }
}

impl From<Standing> for FeedbackProgress {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::None | Standing::Begun => FeedbackProgress::None,
            Standing::GivenHere => FeedbackProgress::GivenHere,
            Standing::Waiting => FeedbackProgress::Waiting,
            Standing::Done => FeedbackProgress::Done,
        }
    }
}

/// The feedback on one reply.
#[derive(Debug, Clone, PartialEq)]
pub struct Feedback {
    /// On which reply: one feedback a reply.
    pub reply_id: ReplyId,
    /// Of which suggestion.
    pub suggestion_id: SuggestionId,
    /// The leading deputy.
    pub deputy_id: DeputyId,
    /// The deputy's unit office.
    pub office_id: OfficeId,
    /// On the handling; none: not given, or given elsewhere and not told.
    pub handling: Option<Verdict>,
    /// On the reply, likewise.
    pub reply: Option<Verdict>,
    /// Reasons in the deputy's words.
    pub reasons: String,
    /// Whether re-handling is wanted.
    pub rehandling: RehandlingWish,
    /// By which way; none: nothing was given.
    pub way: Option<FeedbackWay>,
    /// The day on which it was given, by which lateness is judged.
    pub given_on: Option<NaiveDate>,
    /// Taken down at.
    pub given_at: Option<i64>,
    /// By whom; none: the command line.
    pub given_by: Option<AccountId>,
    /// In time or late.
    pub timeliness: Timeliness,
    /// How far it is.
    pub progress: FeedbackProgress,
    /// How often the verdict was changed.
    pub changes: i64,
    /// What is written down and not given.
    pub draft: Draft,
    /// Released to the handling unit, where verdicts are sealed.
    pub released_at: Option<i64>,
    /// By whom.
    pub released_by: Option<AccountId>,
    /// Pictures that prove what was told.
    pub proofs: Vec<FileId>,
    /// First touched.
    pub created_at: i64,
}

impl Feedback {
    /// What was given, where the verdicts are known.
    pub fn opinion(&self) -> Option<Opinion> {
        Some(Opinion {
            handling: self.handling?,
            reply: self.reply?,
            reasons: self.reasons.clone(),
        })
    }

    /// Dissatisfied in either line.
    pub fn is_dissatisfied(&self) -> bool {
        self.opinion().is_some_and(|opinion| opinion.is_dissatisfied())
    }

    /// What is known for its standing, with the states of the two receivers.
    pub fn known(&self, province: ReceiverState, unit: ReceiverState) -> Known {
        Known {
            has_draft: self.draft != Draft::default(),
            way: self.way,
            province,
            unit,
        }
    }
}

/// A verdict that was given before the one in force.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackVersion {
    /// Identity.
    pub id: i64,
    /// On which reply.
    pub reply_id: ReplyId,
    /// On the handling.
    pub handling: Option<Verdict>,
    /// On the reply.
    pub reply: Option<Verdict>,
    /// Reasons.
    pub reasons: String,
    /// By which way.
    pub way: Option<FeedbackWay>,
    /// Given on.
    pub given_on: Option<NaiveDate>,
    /// Taken down at.
    pub given_at: Option<i64>,
    /// By whom.
    pub given_by: Option<AccountId>,
    /// Until then it was in force.
    pub replaced_at: i64,
    /// By whom it was replaced.
    pub replaced_by: Option<AccountId>,
}

tagged! {
    /// How a feedback left for a receiver.
    SentWay {
        /// By mail.
        Mail = "mail",
        /// By an officer's hand.
        Hand = "hand",
        /// It stands at the receiver's own desk in this program.
        Desk = "desk",
    }
}

tagged! {
    /// Who confirmed a receipt.
    ConfirmedHow {
        /// The receiver's own receipt was seen.
        Receipt = "receipt",
        /// An officer of the receiving office entered it.
        Officer = "officer",
    }
}

/// How far a feedback is with one receiver.
#[derive(Debug, Clone, PartialEq)]
pub struct FeedbackReceiver {
    /// On which reply.
    pub reply_id: ReplyId,
    /// Which receiver.
    pub receiver: Receiver,
    /// How far.
    pub state: ReceiverState,
    /// Sent at.
    pub sent_at: Option<i64>,
    /// By whom; none: the program.
    pub sent_by: Option<AccountId>,
    /// How.
    pub sent_way: Option<SentWay>,
    /// The deputy says it was given on this day.
    pub declared_on: Option<NaiveDate>,
    /// Receipt confirmed at.
    pub confirmed_at: Option<i64>,
    /// Entered by.
    pub confirmed_by: Option<AccountId>,
    /// By what.
    pub confirmed_how: Option<ConfirmedHow>,
    /// A word of the officer, such as the number of the receipt.
    pub note: String,
    /// Tries of mailing.
    pub tries: i64,
    /// The next try; none: no mail is to leave.
    pub next_try_at: Option<i64>,
    /// Why the last try failed: a word of a closed list; empty: it didn't.
    pub failure: String,
}

impl FeedbackReceiver {
    /// Nothing left yet.
    pub fn new(reply_id: ReplyId, receiver: Receiver) -> Self {
        Self {
            reply_id,
            receiver,
            state: ReceiverState::NotSent,
            sent_at: None,
            sent_by: None,
            sent_way: None,
            declared_on: None,
            confirmed_at: None,
            confirmed_by: None,
            confirmed_how: None,
            note: String::new(),
            tries: 0,
            next_try_at: None,
            failure: String::new(),
        }
    }

    /// The row after an event.
    #[must_use]
    pub fn after(mut self, event: ReceiverEvent) -> Self {
        self.state = self.state.after(event);
        if event == ReceiverEvent::Changed {
            self = Self {
                note: self.note,
                ..Self::new(self.reply_id, self.receiver)
            };
        }
        if event == ReceiverEvent::TakenBack {
            self.confirmed_at = None;
            self.confirmed_by = None;
            self.confirmed_how = None;
        }
        if self.state == ReceiverState::Confirmed {
            self.next_try_at = None;
        }
        self
    }
}
