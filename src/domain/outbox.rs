//! The outbox: messages owed to people, written in the same transaction as their cause.

use super::case::tagged;
use super::ids::{AccountId, CaseId, OutboxId};
use super::message_kind::MessageKind;

tagged! {
    /// Lanes of a chat: order holds within one, and an earlier lane goes first.
    Lane {
        /// Receipts, cards, answers, views.
        Answers = "answers",
        /// Last days.
        Deadlines = "deadlines",
        /// Everything that can wait.
        Broadcasts = "broadcasts",
    }
}

tagged! {
    /// Where an item stands.
    OutboxState {
        /// Owed.
        Waiting = "waiting",
        /// At the channel; in the web chat: fetched by the page.
        Sent = "sent",
        /// The person blocked the bot.
        Blocked = "blocked",
        /// The chat no longer exists.
        Gone = "gone",
        /// Given up; a person is told.
        GivenUp = "given_up",
        /// Held back: an officer stopped all messages to the person.
        Silenced = "silenced",
        /// No longer needed, because something newer says it.
        Dropped = "dropped",
    }
}

/// A message owed to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct OutboxItem {
    /// Identity; the order within a lane.
    pub id: OutboxId,
    /// To whom.
    pub account_id: AccountId,
    /// The channel's word is kept beside, so that the sender finds its own.
    pub channel: super::account::Channel,
    /// In which lane.
    pub lane: Lane,
    /// What is said.
    pub kind: MessageKind,
    /// The case it speaks of: an answer to the message finds the case by it, for ever.
    pub case_id: Option<CaseId>,
    /// Not before this instant.
    pub due_at: i64,
    /// Where it stands.
    pub state: OutboxState,
    /// The message of the person that it answers, at the channel.
    pub reply_to: Option<i64>,
    /// Without sound.
    pub silent: bool,
    /// How often sending was tried.
    pub tries: i64,
    /// A try began whose end is not known: it may have arrived.
    pub begun_at: Option<i64>,
    /// Arrived.
    pub sent_at: Option<i64>,
    /// The number of the first part at the channel.
    pub remote_id: Option<i64>,
    /// SHA-256 in hex of the words that were sent.
    pub sent_hash: Option<String>,
    /// What the channel said, for staff: a word of a closed list.
    pub failure: Option<String>,
    /// The fallback was used at this instant.
    pub fallback_at: Option<i64>,
    /// Written.
    pub created_at: i64,
}
