//! The smaller rows: events, counters, sessions, dead letters, what is parked or asked for.

use super::case::tagged;
use super::ids::{AccountId, CaseId, DeadLetterId, ImportId, MessageId, OfficeId, OutboxId};

tagged! {
    /// What happened in the life of a case.
    CaseAct {
        /// Opened.
        Opened = "opened",
        /// The reader's card was delivered.
        Delivered = "delivered",
        /// Answered.
        Answered = "answered",
        /// Marked as raised.
        Raised = "raised",
        /// Marked as passed on.
        PassedOn = "passed_on",
        /// Ended.
        Ended = "ended",
        /// Gone on with after its end.
        Reopened = "reopened",
        /// Another reader.
        ReaderChanged = "reader_changed",
    }
}

/// An event in the life of a case, without anyone's words.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseEvent {
    /// Identity.
    pub id: i64,
    /// The case.
    pub case_id: CaseId,
    /// What happened.
    pub act: CaseAct,
    /// By whom; none: the program.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
}

/// An older version of a message's words.
#[derive(Debug, Clone, PartialEq)]
pub struct MessageVersion {
    /// Identity; the order of versions.
    pub id: i64,
    /// The message.
    pub message_id: MessageId,
    /// Its words before the change.
    pub text: String,
    /// When they were replaced.
    pub replaced_at: i64,
}

/// A counter without gaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counter {
    /// Its name.
    pub name: String,
    /// The last number given.
    pub value: i64,
}

/// How many cards a deputy got, so that a flood becomes one summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPace {
    /// The deputy's account.
    pub account_id: AccountId,
    /// Start of the minute that is counted.
    pub since_at: i64,
    /// Cards in it.
    pub cards: i64,
    /// The summary that waits, and until when it does.
    pub summary_id: Option<OutboxId>,
    /// The summary is sent at this instant.
    pub summary_at: i64,
}

/// A session of the web chat or desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the cookie in hex.
    pub hash: String,
    /// Whose.
    pub account_id: AccountId,
    /// Made.
    pub created_at: i64,
    /// No longer good from here; an ended session ends now.
    pub expires_at: i64,
}

/// An input that could not be handled, kept whole.
#[derive(Debug, Clone, PartialEq)]
pub struct DeadLetter {
    /// Identity.
    pub id: DeadLetterId,
    /// The short code that the person was told, `E-…`.
    pub incident: String,
    /// The key of the input.
    pub input_key: String,
    /// Whose, if that could be read.
    pub account_id: Option<AccountId>,
    /// The input as it came.
    pub raw: String,
    /// What went wrong, for staff; never shown to the person.
    pub reason: String,
    /// When.
    pub at: i64,
    /// When an officer had seen to it.
    pub settled_at: Option<i64>,
}

/// An edit whose original has not come yet; parked for a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ParkedEdit {
    /// Whose.
    pub account_id: AccountId,
    /// The number of the message at the channel.
    pub remote_id: i64,
    /// The new words; empty once they were used.
    pub text: String,
    /// Forgotten from here.
    pub until_at: i64,
}

/// An import of the roster, with what it changed, so that it can be undone.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterImport {
    /// Identity.
    pub id: ImportId,
    /// By whom; none: the command line.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
    /// SHA-256 of the file.
    pub file_hash: String,
    /// The rows before and after, as JSON.
    pub changes: String,
    /// Undone.
    pub undone_at: Option<i64>,
}

tagged! {
    /// How a person wants to be told that something waits.
    ContactKind {
        /// A call or a short message.
        Phone = "phone",
        /// A mail.
        Email = "email",
    }
}

tagged! {
    /// Where a notice outside the chat stands.
    CallBackState {
        /// Consent given, nothing to tell yet.
        Ready = "ready",
        /// The consent was withdrawn.
        Withdrawn = "withdrawn",
    }
}

/// A telephone number or address that a person left by separate consent.
#[derive(Debug, Clone, PartialEq)]
pub struct CallBack {
    /// Identity.
    pub id: i64,
    /// The case it was left for.
    pub case_id: CaseId,
    /// Whose.
    pub account_id: AccountId,
    /// The office that sees the call list.
    pub office_id: OfficeId,
    /// Which kind.
    pub kind: ContactKind,
    /// The number or address, sealed in the database.
    pub value: String,
    /// Consent.
    pub consented_at: i64,
    /// Where it stands.
    pub state: CallBackState,
}
