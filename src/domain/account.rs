//! Accounts: one person on one channel.

use serde::{Deserialize, Serialize};

use super::dialogue::Dialogue;
use super::ids::{AccountId, DeputyId, OfficerId};
use super::locale::Locale;

/// Where a person chats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Telegram; the address is `<bot id>:<chat id>`.
    Telegram,
    /// The web chat; the address is the account's own random name.
    Web,
}

impl Channel {
    /// The word in the database.
    pub fn tag(self) -> &'static str {
        match self {
            Channel::Telegram => "telegram",
            Channel::Web => "web",
        }
    }

    /// Reads the word of the database.
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Channel::Telegram, Channel::Web]
            .into_iter()
            .find(|channel| channel.tag() == tag)
    }
}

/// Why nothing can be sent to an account at present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreachable {
    /// The person blocked the bot; ends when they write again.
    Blocked,
    /// The account at the channel no longer exists.
    Gone,
}

impl Unreachable {
    /// The word in the database.
    pub fn tag(self) -> &'static str {
        match self {
            Unreachable::Blocked => "blocked",
            Unreachable::Gone => "gone",
        }
    }

    /// Reads the word of the database.
    pub fn from_tag(tag: &str) -> Option<Self> {
        [Unreachable::Blocked, Unreachable::Gone]
            .into_iter()
            .find(|it| it.tag() == tag)
    }
}

/// One person on one channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Identity.
    pub id: AccountId,
    /// Where they chat.
    pub channel: Channel,
    /// Their address there.
    pub address: String,
    /// The language: chosen, or what the client said.
    pub locale: Locale,
    /// Bound as this deputy.
    pub deputy_id: Option<DeputyId>,
    /// Bound as this officer.
    pub officer_id: Option<OfficerId>,
    /// An officer stopped all messages to the person at this instant.
    pub silenced_at: Option<i64>,
    /// Nothing can be sent at present, and why.
    pub unreachable: Option<Unreachable>,
    /// Where the conversation stands.
    pub dialogue: Dialogue,
    /// First seen.
    pub created_at: i64,
}

impl Account {
    /// A person who is seen for the first time.
    pub fn new(id: AccountId, channel: Channel, address: String, locale: Locale, now: i64) -> Self {
        Self {
            id,
            channel,
            address,
            locale,
            deputy_id: None,
            officer_id: None,
            silenced_at: None,
            unreachable: None,
            dialogue: Dialogue::default(),
            created_at: now,
        }
    }
}
