//! What comes in, whatever the source: a key, who, and what they did.

use super::account::Channel;
use super::command::Command;
use super::ids::{AccountId, OutboxId};
use super::locale::Locale;
use super::message::Content;

/// One input. The same input may be delivered again; its key makes that harmless.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    /// `tg:<bot>:<update_id>`, `web:<account>:<form key>`, `cli:<random>`, `job:<step>`.
    pub key: String,
    /// Who.
    pub from: From,
    /// What.
    pub deed: Deed,
    /// When it was said, by the channel's clock, if that is known.
    pub said_at: Option<i64>,
    /// As it came, for a dead letter; empty where the deed itself says all.
    pub raw: String,
}

/// Who an input comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// A person at a channel, known or not.
    Chat {
        /// Where.
        channel: Channel,
        /// Their address there.
        address: String,
        /// What the client says of its language.
        locale: Option<Locale>,
    },
    /// A known account: desk, web chat with a session.
    Account(AccountId),
    /// The command line: the administrator.
    Administrator,
    /// The program itself.
    Program,
}

/// What was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Opened the conversation, with or without the payload of a deep link (`d_CODE`, `i_CODE`).
    Started(Option<String>),
    /// Said something.
    Said(Said),
    /// Changed the words of an earlier message, or its file.
    Edited {
        /// Its number at the channel.
        remote_id: i64,
        /// What it says now.
        content: Content,
    },
    /// Tapped a button.
    Tapped {
        /// Its data, as the channel hands it: not to be trusted.
        data: String,
    },
    /// Blocked the bot, or its account is gone.
    Left,
    /// Came back after blocking.
    CameBack,
    /// Something that says nothing to a deputy; its fate is to be counted and, in a private chat, explained.
    Other {
        /// The kind, for the log.
        what: String,
        /// Explain it to the person.
        explain: bool,
    },
    /// Could not be read at all: kept whole as a dead letter.
    Unreadable {
        /// As it came.
        raw: String,
        /// What could not be read.
        reason: String,
    },
    /// A group was upgraded, or an address changed.
    Moved {
        /// The new address.
        to: String,
    },
    /// An act of the desk, the command line or a job.
    Command(Box<Command>),
    /// The page of the web chat has fetched these messages.
    Fetched(Vec<OutboxId>),
}

/// What a person said, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    /// The content.
    pub content: Content,
    /// Its number at the channel.
    pub remote_id: Option<i64>,
    /// What it replies to.
    pub reply: Option<ReplyTo>,
    /// Web chat: the deputy's code of the page on which it was written.
    pub to_code: Option<String>,
    /// Album that it belongs to.
    pub album: Option<String>,
    /// Somebody else's words, passed on: not to be taken for the person's own.
    pub forwarded: Option<Forwarded>,
}

/// Where forwarded words come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Forwarded {
    /// The channel, the chat or the person, as the channel shows them; may be empty.
    pub from: String,
    /// When the words were first said, if that is known: 明天 in them is the day after.
    pub said_at: Option<i64>,
}

/// The message that was replied to, with everything by which its case can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct ReplyTo {
    /// Its number at the channel.
    pub remote_id: i64,
    /// Callback data of its own keyboard.
    pub buttons: Vec<String>,
    /// Its words, if the bot wrote it: a case number in them counts.
    pub own_text: Option<String>,
}
