//! From an update's JSON to an input: the fate of everything that Telegram can deliver (the table is in `telegram`).
//!
//! Called by `poll` and `webhook`, for every update. Pure. **Invariants:** whatever has a readable `update_id` gives an
//! input; the words of a person in a private chat are in it, or the update is kept whole.

use serde_json::Value;

use super::broken;
use super::lenient;
use super::seen::{Act, Chat, ChatKind, Heard, Seen, Sender, What};
use crate::domain::Locale;
use crate::domain::account::Channel;
use crate::domain::case::text::kept;
use crate::domain::input::{Deed, Forwarded, From, Input, Said};
use crate::domain::message::Content;

/// Of an input that was understood so much is kept beside it, in bytes.
const RAW_BYTES: usize = 64 * 1024;

/// An update, read.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadUpdate {
    /// Its number; without one it can't be confirmed.
    pub update_id: Option<i64>,
    /// What it says; `None` only without a number.
    pub input: Option<Input>,
    /// The tap that waits for an answer, so that the person's button stops spinning.
    pub callback_query_id: Option<String>,
}

/// Reads an update of the bot with this number (the part of its token before the colon).
pub fn read_update(bot: &str, raw: &str) -> ReadUpdate {
    let value = match broken::parse(raw) {
        Ok(value) => value,
        Err(reason) => {
            return unreadable(
                bot,
                broken::update_id(raw),
                broken::private_chat(raw),
                raw,
                reason,
            );
        }
    };
    let Some(update_id) = value["update_id"].as_i64() else {
        return ReadUpdate {
            update_id: None,
            input: None,
            callback_query_id: None,
        };
    };
    match lenient::see(&value) {
        Ok(seen) => decided(bot, update_id, seen, raw),
        Err(reason) => unreadable(bot, Some(update_id), private_chat(&value), raw, reason),
    }
}

/// An update that no one can read, as a dead letter. `key` is the input's key.
pub(super) fn dead_letter(key: String, from: From, raw: &str, reason: String) -> Input {
    let raw = kept(raw);
    Input {
        key,
        from,
        deed: Deed::Unreadable {
            raw: raw.clone(),
            reason,
        },
        said_at: None,
        raw,
    }
}

fn unreadable(bot: &str, update_id: Option<i64>, chat: Option<i64>, raw: &str, reason: String) -> ReadUpdate {
    let from = chat.map_or(From::Program, |chat| person(bot, chat, None));
    ReadUpdate {
        update_id,
        input: update_id.map(|id| dead_letter(key(bot, id), from, raw, reason)),
        callback_query_id: None,
    }
}

pub(super) fn key(bot: &str, update_id: i64) -> String {
    format!("tg:{bot}:{update_id}")
}

pub(super) fn person(bot: &str, chat: i64, language: Option<&str>) -> From {
    From::Chat {
        channel: Channel::Telegram,
        address: format!("{bot}:{chat}"),
        locale: language.and_then(Locale::from_client),
    }
}

/// The private chat that an update speaks of, wherever it stands in it.
fn private_chat(value: &Value) -> Option<i64> {
    let chat = &value["chat"];
    if chat["type"] == "private"
        && let Some(id) = chat["id"].as_i64()
    {
        return Some(id);
    }
    value.as_object()?.values().find_map(private_chat)
}

fn decided(bot: &str, update_id: i64, seen: Seen, raw: &str) -> ReadUpdate {
    let callback_query_id = match &seen.act {
        Act::Tap { query, .. } => Some(query.clone()),
        _ => None,
    };
    let language = seen.language.as_deref();
    let (from, deed) = match (seen.act, seen.chat) {
        (Act::Message(heard), Some(chat)) => message(bot, chat, language, *heard),
        (Act::Edit(heard), Some(chat)) => edit(bot, chat, language, *heard),
        (Act::Tap { data, .. }, Some(chat)) => tap(bot, chat, language, data),
        (Act::Membership(status), Some(chat)) => membership(bot, chat, language, &status),
        (Act::Unknown { kind, words }, chat) => unknown(bot, chat, language, &kind, &words, raw),
        (Act::Else(kind), _) => ignored(&kind),
        (Act::Message(_) | Act::Edit(_) | Act::Tap { .. } | Act::Membership(_), None) => ignored("no_chat"),
    };
    ReadUpdate {
        update_id: Some(update_id),
        input: Some(Input {
            key: key(bot, update_id),
            from,
            deed,
            said_at: seen.date.map(|seconds| seconds.saturating_mul(1000)),
            raw: kept(beginning(raw)),
        }),
        callback_query_id,
    }
}

fn beginning(raw: &str) -> &str {
    &raw[..raw.floor_char_boundary(RAW_BYTES)]
}

/// Counted, and answered by nothing: nobody spoke to the bot, so it makes no account either.
fn ignored(what: &str) -> (From, Deed) {
    let deed = Deed::Other {
        what: what.to_owned(),
        explain: false,
    };
    (From::Program, deed)
}

fn explained(from: From, what: &str) -> (From, Deed) {
    let deed = Deed::Other {
        what: what.to_owned(),
        explain: true,
    };
    (from, deed)
}

fn message(bot: &str, chat: Chat, language: Option<&str>, heard: Heard) -> (From, Deed) {
    if let What::Migrated(to) = heard.what
        && chat.kind != ChatKind::Private
    {
        let to = format!("{bot}:{to}");
        return (person(bot, chat.id, language), Deed::Moved { to });
    }
    match (chat.kind, heard.sender) {
        (ChatKind::Channel, _) => ignored("channel"),
        (ChatKind::Group, Sender::Person) if heard.to_bot => {
            explained(person(bot, chat.id, language), "group")
        }
        (ChatKind::Group, _) => ignored("group"),
        // Two bots that answer each other would never stop.
        (ChatKind::Private, Sender::Bot) => ignored("bot"),
        (ChatKind::Private, Sender::Nobody) => ignored("no_sender"),
        (ChatKind::Private, Sender::Person) => said(person(bot, chat.id, language), heard),
    }
}

fn said(from: From, heard: Heard) -> (From, Deed) {
    let content = match heard.what {
        What::Said(content) => clean(content),
        What::Service(what) => return ignored(&what),
        What::Migrated(_) => return ignored("migrate_to_chat_id"),
        What::Nothing => return explained(from, "empty"),
    };
    if let Content::Text(text) = &content
        && let Some(payload) = start(text)
    {
        return (from, Deed::Started(payload));
    }
    let said = Said {
        content,
        remote_id: Some(heard.id),
        reply: heard.reply,
        to_code: None,
        album: heard.album,
        forwarded: heard.forwarded.map(|origin| Forwarded {
            from: kept(&origin.from),
            ..origin
        }),
    };
    (from, Deed::Said(said))
}

/// `/start` alone, or with what a deep link can carry (64 letters, digits, `_`, `-`); `/start` before other words is said.
fn start(text: &str) -> Option<Option<String>> {
    let mut words = text.split_whitespace();
    let command = words.next()?;
    if command != "/start" && !command.starts_with("/start@") {
        return None;
    }
    let payload = words.next();
    let can_be_linked = |payload: &str| {
        payload.len() <= 64
            && payload
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    };
    match payload {
        None => Some(None),
        Some(payload) if words.next().is_none() && can_be_linked(payload) => Some(Some(payload.to_owned())),
        Some(_) => None,
    }
}

fn edit(bot: &str, chat: Chat, language: Option<&str>, heard: Heard) -> (From, Deed) {
    match (chat.kind, heard.sender) {
        (ChatKind::Channel, _) => return ignored("channel"),
        (ChatKind::Group, _) => return ignored("group"),
        (ChatKind::Private, Sender::Bot) => return ignored("bot"),
        (ChatKind::Private, Sender::Nobody) => return ignored("no_sender"),
        (ChatKind::Private, Sender::Person) => {}
    }
    match heard.what {
        // A shared live location moves by edits; the place where it began is kept.
        What::Said(Content::Location { .. }) => ignored("live_location"),
        What::Said(content) => {
            let deed = Deed::Edited {
                remote_id: heard.id,
                content: clean(content),
            };
            (person(bot, chat.id, language), deed)
        }
        What::Service(what) => ignored(&what),
        What::Migrated(_) | What::Nothing => ignored("empty"),
    }
}

fn tap(bot: &str, chat: Chat, language: Option<&str>, data: Option<String>) -> (From, Deed) {
    match (chat.kind, data) {
        (ChatKind::Private, Some(data)) => {
            (person(bot, chat.id, language), Deed::Tapped { data: kept(&data) })
        }
        (ChatKind::Private, None) => ignored("tap_without_data"),
        (ChatKind::Group, _) => ignored("group"),
        (ChatKind::Channel, _) => ignored("channel"),
    }
}

fn membership(bot: &str, chat: Chat, language: Option<&str>, status: &str) -> (From, Deed) {
    match (chat.kind, status) {
        (ChatKind::Private, "kicked") => (person(bot, chat.id, language), Deed::Left),
        (ChatKind::Private, "member") => (person(bot, chat.id, language), Deed::CameBack),
        _ => ignored("my_chat_member"),
    }
}

/// A new kind of update is kept whole if a person may have said something in it.
fn unknown(
    bot: &str,
    chat: Option<Chat>,
    language: Option<&str>,
    kind: &str,
    words: &str,
    raw: &str,
) -> (From, Deed) {
    match chat {
        Some(chat) if chat.kind == ChatKind::Private && !words.is_empty() => {
            let deed = Deed::Unreadable {
                raw: kept(raw),
                reason: format!("an update of the unknown kind {kind:?}"),
            };
            (person(bot, chat.id, language), deed)
        }
        _ => ignored(kind),
    }
}

/// PostgreSQL keeps no NUL (`domain::case::text`).
fn clean(content: Content) -> Content {
    match content {
        Content::Text(text) => Content::Text(kept(&text)),
        Content::File { mut file, caption } => {
            file.name = file.name.map(|name| kept(&name));
            Content::File {
                file,
                caption: kept(&caption),
            }
        }
        Content::Location {
            latitude,
            longitude,
            name,
        } => Content::Location {
            latitude,
            longitude,
            name: name.map(|name| kept(&name)),
        },
        Content::Described { what, text } => Content::Described {
            what,
            text: kept(&text),
        },
    }
}

#[cfg(test)]
mod tests;
