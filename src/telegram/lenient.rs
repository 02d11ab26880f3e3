//! Any update at all, read from its JSON, also where teloxide's types are too old or too strict: a text with an unknown
//! entity (teloxide 0.17 drops the whole message), content invented after Bot API 9.1, numbers wider than its types, a poll
//! answer without a voter (it panics).
//!
//! Called by `read`. **Invariant:** a message's words are never lost, whatever stands around them.

use serde_json::{Map, Value};

use super::forwarded::forwarded;
use super::seen::{Act, Chat, ChatKind, Heard, Seen, Sender, What, names_a_bot, place_name};
use super::wording::{lines, words_in};
use crate::domain::input::ReplyTo;
use crate::domain::message::{Content, FileKind, NewFile};

/// Kinds of update that Telegram only sends to bots with other work than ours; none is asked for (`poll::KINDS`).
const USELESS: &[&str] = &[
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "guest_message",
    "managed_bot",
    "subscription",
];

/// Fields of a message that say how it came, not what is said.
const ENVELOPE: &[&str] = &[
    "message_id",
    "message_thread_id",
    "direct_messages_topic",
    "from",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "sender_tag",
    "date",
    "business_connection_id",
    "chat",
    "forward_origin",
    "forward_from",
    "forward_from_chat",
    "forward_from_message_id",
    "forward_signature",
    "forward_sender_name",
    "forward_date",
    "is_topic_message",
    "is_automatic_forward",
    "reply_to_message",
    "external_reply",
    "quote",
    "reply_to_story",
    "reply_to_checklist_task_id",
    "via_bot",
    "edit_date",
    "has_protected_content",
    "is_from_offline",
    "is_paid_post",
    "media_group_id",
    "author_signature",
    "paid_star_count",
    "entities",
    "caption_entities",
    "link_preview_options",
    "suggested_post_info",
    "effect_id",
    "show_caption_above_media",
    "has_media_spoiler",
    "reply_markup",
    "guest_query_id",
    "guest_bot_caller_user",
    "guest_bot_caller_chat",
];

/// Fields of service messages: something happened to the chat or the account, nobody said anything.
const SERVICE: &[&str] = &[
    "new_chat_members",
    "new_chat_member",
    "new_chat_participant",
    "left_chat_member",
    "left_chat_participant",
    "chat_owner_left",
    "chat_owner_changed",
    "new_chat_title",
    "new_chat_photo",
    "delete_chat_photo",
    "group_chat_created",
    "supergroup_chat_created",
    "channel_chat_created",
    "message_auto_delete_timer_changed",
    "migrate_from_chat_id",
    "pinned_message",
    "successful_payment",
    "refunded_payment",
    "user_shared",
    "users_shared",
    "chat_shared",
    "connected_website",
    "write_access_allowed",
    "passport_data",
    "proximity_alert_triggered",
    "boost_added",
    "chat_background_set",
    "checklist_tasks_done",
    "checklist_tasks_added",
    "direct_message_price_changed",
    "paid_message_price_changed",
    "suggested_post_approved",
    "suggested_post_approval_failed",
    "suggested_post_declined",
    "suggested_post_paid",
    "suggested_post_refunded",
    "forum_topic_created",
    "forum_topic_edited",
    "forum_topic_closed",
    "forum_topic_reopened",
    "general_forum_topic_hidden",
    "general_forum_topic_unhidden",
    "giveaway_created",
    "giveaway_completed",
    "managed_bot_created",
    "poll_option_added",
    "poll_option_deleted",
    "community_chat_added",
    "community_chat_removed",
    "video_chat_scheduled",
    "video_chat_started",
    "video_chat_ended",
    "video_chat_participants_invited",
    "voice_chat_scheduled",
    "voice_chat_started",
    "voice_chat_ended",
    "voice_chat_participants_invited",
    "web_app_data",
];

/// Content that is kept by a description: the field, and the word for it in `Content::Described`.
const DESCRIBED: &[(&str, &str)] = &[
    ("poll", "poll"),
    ("checklist", "checklist"),
    ("paid_media", "paid_media"),
    ("game", "game"),
    ("invoice", "invoice"),
    ("story", "story"),
    ("giveaway", "giveaway"),
    ("giveaway_winners", "giveaway"),
    ("gift", "gift"),
    ("unique_gift", "gift"),
    ("gift_upgrade_sent", "gift"),
    ("rich_message", "rich_message"),
];

/// Reads an update; the error says what is missing, in words for staff.
pub(super) fn see(update: &Value) -> Result<Seen, String> {
    let Some(fields) = update.as_object() else {
        return Err("the update is no object".into());
    };
    let there = |key: &str| fields.get(key).filter(|value| !value.is_null());
    if let Some(message) = there("message") {
        return spoken(message, Act::Message);
    }
    if let Some(message) = there("edited_message") {
        return spoken(message, Act::Edit);
    }
    if let Some(query) = there("callback_query") {
        return tapped(query);
    }
    if let Some(change) = there("my_chat_member") {
        let status = change["new_chat_member"]["status"].as_str();
        return Ok(Seen {
            chat: chat(&change["chat"]),
            language: text(&change["from"]["language_code"]),
            date: change["date"].as_i64(),
            act: Act::Membership(status.ok_or("a membership without a status")?.to_owned()),
        });
    }
    let Some((kind, body)) = fields.iter().find(|(key, _)| *key != "update_id") else {
        return Err("an update without content".into());
    };
    let act = if USELESS.contains(&kind.as_str()) {
        Act::Else(kind.clone())
    } else {
        Act::Unknown {
            kind: kind.clone(),
            words: lines(words_in(body)),
        }
    };
    Ok(Seen {
        chat: chat(&body["chat"]),
        language: text(&body["from"]["language_code"]),
        date: None,
        act,
    })
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// Early and hand-written updates have no type: persons have positive numbers, groups and channels negative ones.
fn chat(chat: &Value) -> Option<Chat> {
    let id = chat["id"].as_i64()?;
    let kind = match chat["type"].as_str() {
        Some("private") => ChatKind::Private,
        None if id > 0 => ChatKind::Private,
        Some("channel") => ChatKind::Channel,
        _ => ChatKind::Group,
    };
    Some(Chat { id, kind })
}

fn sender(from: &Value) -> Sender {
    match from["id"].as_i64() {
        None => Sender::Nobody,
        Some(_) if from["is_bot"] == Value::Bool(true) => Sender::Bot,
        Some(_) => Sender::Person,
    }
}

fn tapped(query: &Value) -> Result<Seen, String> {
    let from = query["from"]["id"].as_i64();
    // A private chat has the number of its person.
    let private = |id| Chat {
        id,
        kind: ChatKind::Private,
    };
    Ok(Seen {
        chat: chat(&query["message"]["chat"]).or(from.map(private)),
        language: text(&query["from"]["language_code"]),
        date: None,
        act: Act::Tap {
            query: text(&query["id"]).ok_or("a tap without a number")?,
            data: text(&query["data"]),
        },
    })
}

fn spoken(message: &Value, act: impl FnOnce(Box<Heard>) -> Act) -> Result<Seen, String> {
    let fields = message.as_object().ok_or("a message that is no object")?;
    let chat = chat(&message["chat"]).ok_or("a message without a chat")?;
    let id = message["message_id"]
        .as_i64()
        .ok_or("a message without a number")?;
    let reply = fields.get("reply_to_message").and_then(reply_to);
    let what = what(fields);
    let to_bot = reply.as_ref().is_some_and(|reply| reply.own_text.is_some())
        || matches!(&what, What::Said(content) if names_a_bot(content.words()));
    Ok(Seen {
        chat: Some(chat),
        language: text(&message["from"]["language_code"]),
        date: message["edit_date"].as_i64().or(message["date"].as_i64()),
        act: act(Box::new(Heard {
            id,
            sender: sender(&message["from"]),
            what,
            reply,
            album: text(&message["media_group_id"]),
            forwarded: forwarded(message),
            to_bot,
        })),
    })
}

fn reply_to(message: &Value) -> Option<ReplyTo> {
    let by_bot = sender(&message["from"]) == Sender::Bot;
    let rows = message["reply_markup"]["inline_keyboard"].as_array();
    let buttons = rows.into_iter().flatten().filter_map(Value::as_array).flatten();
    let own_text = || match what(message.as_object()?) {
        What::Said(content) => Some(content.words().to_owned()),
        _ => Some(String::new()),
    };
    Some(ReplyTo {
        remote_id: message["message_id"].as_i64()?,
        buttons: buttons
            .filter_map(|button| text(&button["callback_data"]))
            .collect(),
        own_text: if by_bot { own_text() } else { None },
    })
}

fn what(message: &Map<String, Value>) -> What {
    // Programs that pass updates on write fields that aren't there as null.
    if message.values().any(Value::is_null) {
        let there = message.iter().filter(|(_, value)| !value.is_null());
        return what(&there.map(|(key, value)| (key.clone(), value.clone())).collect());
    }
    let moved_to = message.get("migrate_to_chat_id").and_then(Value::as_i64);
    // No chat has the number 0: another program's way to say that there is none.
    if let Some(id) = moved_to.filter(|id| *id != 0) {
        return What::Migrated(id);
    }
    match content(message) {
        Some(content) => What::Said(with_quotation(content, message)),
        None => match SERVICE.iter().find(|key| message.contains_key(**key)) {
            Some(service) => What::Service((*service).to_owned()),
            None => unknown(message),
        },
    }
}

fn content(message: &Map<String, Value>) -> Option<Content> {
    let words = |key: &str| message.get(key).and_then(Value::as_str).unwrap_or_default();
    let under = [words("caption"), words("text")]
        .into_iter()
        .find(|it| !it.is_empty());
    let under = under.unwrap_or_default();
    if let Some(file) = file(message) {
        return Some(Content::File {
            file,
            caption: under.to_owned(),
        });
    }
    let described = |what: &str, text: String| {
        let text = if under.is_empty() {
            text
        } else {
            lines(vec![under.to_owned(), text])
        };
        Some(Content::Described {
            what: what.to_owned(),
            text,
        })
    };
    if let Some(venue) = message.get("venue") {
        let part = |key: &str| venue[key].as_str().unwrap_or_default();
        return location(&venue["location"], place_name(part("title"), part("address")));
    }
    if let Some(place) = message.get("location") {
        return location(place, None);
    }
    if let Some(sticker) = message.get("sticker") {
        return described("sticker", text(&sticker["emoji"]).unwrap_or_default());
    }
    if let Some(dice) = message.get("dice") {
        let sign = dice["emoji"].as_str().unwrap_or_default();
        return described("dice", format!("{sign} {}", dice["value"]));
    }
    if let Some(contact) = message.get("contact") {
        let parts =
            ["first_name", "last_name", "phone_number"].map(|key| contact[key].as_str().unwrap_or_default());
        let told: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        return described("contact", told.join(" "));
    }
    if let Some((field, what)) = DESCRIBED.iter().find(|(field, _)| message.contains_key(*field)) {
        return described(what, lines(words_in(&message[*field])));
    }
    message
        .contains_key("text")
        .then(|| Content::Text(under.to_owned()))
}

fn location(place: &Value, name: Option<String>) -> Option<Content> {
    Some(Content::Location {
        latitude: place["latitude"].as_f64()?,
        longitude: place["longitude"].as_f64()?,
        name,
    })
}

/// The file of a message. An animation comes with a document of its own, for older programs.
fn file(message: &Map<String, Value>) -> Option<NewFile> {
    if let Some(sizes) = message.get("photo").and_then(Value::as_array) {
        let pixels =
            |size: &&Value| size["width"].as_i64().unwrap_or(0) * size["height"].as_i64().unwrap_or(0);
        return new_file(FileKind::Photo, sizes.iter().max_by_key(pixels)?);
    }
    let kinds = [
        ("voice", FileKind::Voice),
        ("video_note", FileKind::Video),
        ("video", FileKind::Video),
        ("animation", FileKind::Video),
        ("audio", FileKind::Document),
        ("document", FileKind::Document),
    ];
    let found = kinds
        .into_iter()
        .find_map(|(field, kind)| Some((kind, message.get(field)?)));
    let (kind, medium) = found?;
    new_file(kind, medium)
}

fn new_file(kind: FileKind, medium: &Value) -> Option<NewFile> {
    Some(NewFile {
        kind,
        name: text(&medium["file_name"]).or_else(|| text(&medium["title"])),
        mime: text(&medium["mime_type"]),
        size: medium["file_size"].as_i64(),
        seconds: medium["duration"].as_i64(),
        remote_ref: Some(text(&medium["file_id"])?),
        hash: None,
    })
}

/// A person who answers a message of another chat quotes it: it belongs to what they say, and stands nowhere else.
fn with_quotation(content: Content, message: &Map<String, Value>) -> Content {
    let quoted = message.get("quote").and_then(|quote| quote["text"].as_str());
    let Some(quoted) = quoted.filter(|_| message.contains_key("external_reply")) else {
        return content;
    };
    let quoted: Vec<String> = quoted.lines().map(|line| format!("> {line}")).collect();
    let with = |words: String| lines(vec![quoted.join("\n"), words]);
    match content {
        Content::Text(text) => Content::Text(with(text)),
        Content::File { file, caption } => Content::File {
            file,
            caption: with(caption),
        },
        Content::Described { what, text } => Content::Described {
            what,
            text: with(text),
        },
        place @ Content::Location { .. } => place,
    }
}

/// Content of a kind yet to come: every word that can be found in it.
fn unknown(message: &Map<String, Value>) -> What {
    let news = message
        .iter()
        .filter(|(key, _)| !ENVELOPE.contains(&key.as_str()));
    let mut any = false;
    let mut words = Vec::new();
    for (key, value) in news {
        any = true;
        match value {
            Value::String(told) if matches!(key.as_str(), "text" | "caption") => words.push(told.clone()),
            other => words.extend(words_in(other)),
        }
    }
    if !any {
        return What::Nothing;
    }
    What::Said(Content::Described {
        what: "unknown".to_owned(),
        text: lines(words),
    })
}
