//! What stands in an update, in our own words: what `lenient` finds and `read` decides the fate
//! from.

use crate::domain::input::{Forwarded, ReplyTo};
use crate::domain::message::Content;

/// An update as it was seen.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seen {
    /// The chat it happened in, if it has one.
    pub(super) chat: Option<Chat>,
    /// What the sender's app says of its language.
    pub(super) language: Option<String>,
    /// Telegram's date, in seconds since the epoch.
    pub(super) date: Option<i64>,
    pub(super) act: Act,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chat {
    pub(super) id: i64,
    pub(super) kind: ChatKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ChatKind {
    Private,
    Group,
    Channel,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    Message(Box<Heard>),
    Edit(Box<Heard>),
    /// A tap on an inline button; games and payments have no data.
    Tap {
        query: String,
        data: Option<String>,
    },
    /// The bot's own membership of the chat changed to this status.
    Membership(String),
    /// A kind of update that this bot has no use for.
    Else(String),
    /// A kind that Telegram had not invented when this was written.
    Unknown {
        kind: String,
        words: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Heard {
    pub(super) id: i64,
    pub(super) sender: Sender,
    pub(super) what: What,
    pub(super) reply: Option<ReplyTo>,
    pub(super) album: Option<String>,
    /// Somebody else's words, passed on.
    pub(super) forwarded: Option<Forwarded>,
    /// In a group: a command, a mention of a bot, a reply to a bot.
    pub(super) to_bot: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sender {
    Person,
    Bot,
    Nobody,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum What {
    Said(Content),
    /// The group became a supergroup with this id.
    Migrated(i64),
    /// Something happened to the chat and nobody said it: the field's name.
    Service(String),
    /// Nothing at all that could be read.
    Nothing,
}

/// Whether a command or a mention in a group is meant for a bot.
///
/// Only the bot's number is known here, not its name. In privacy mode (Telegram's default) a group hands a bot no other
/// bot's commands, and names of bots end in "bot" by Telegram's rule.
pub(super) fn names_a_bot(text: &str) -> bool {
    text.starts_with('/')
        || text.contains('@')
            && text
                .split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '@'))
                .any(|word| word.starts_with('@') && word.to_ascii_lowercase().ends_with("bot"))
}

/// A venue's name for people, with its address.
pub(super) fn place_name(title: &str, address: &str) -> Option<String> {
    let told: Vec<&str> = [title, address]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    (!told.is_empty()).then(|| told.join(" · "))
}
