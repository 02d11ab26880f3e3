//! The methods that put a message into a chat: send*, sendMediaGroup, copyMessage.
//!
//! Each checks in Telegram's order: the chat, the content, the reply, the markup; then the message
//! is there, in one step under the state's lock, so a held or cut call has either its whole effect
//! or none.

use serde_json::{Map, Value, json};

use super::files::{field_of, file, file_content};
use super::formatting::{self, utf16_len};
use super::keyboards::markup;
use super::payload;
use super::refusals::Refusal;
use super::request::Params;
use super::state::{Account, Author, ChatKind, Content, GroupState, Kind, Message, State};

pub const MAX_TEXT_UNITS: usize = 4096;
pub const MAX_CAPTION_UNITS: usize = 1024;
const MAX_ALBUM: usize = 10;

/// What the bot wants to do with a chat: a person who blocked it can't be written to, while what
/// is already in the chat may still be changed.
#[derive(Clone, Copy, PartialEq)]
pub enum Access {
    Write,
    Edit,
}

/// The chat of a call, if the bot may do that there.
pub fn chat(state: &State, params: &Params, access: Access) -> Result<i64, Refusal> {
    let Some(text) = params.text("chat_id").filter(|text| !text.is_empty()) else {
        return Err(Refusal::bad_request("chat_id is empty"));
    };
    let found = text.parse().ok().and_then(|id: i64| state.chats.get(&id));
    let Some(chat) = found else {
        return Err(Refusal::bad_request("chat not found"));
    };
    match &chat.kind {
        ChatKind::Private { user_id } => match (state.users[user_id].account, access) {
            (Account::Deleted, _) => Err(Refusal::forbidden("user is deactivated")),
            (Account::Stranger, _) => Err(Refusal::forbidden("bot can't initiate conversation with a user")),
            (Account::BlockedBot, Access::Write) => Err(Refusal::forbidden("bot was blocked by the user")),
            _ => Ok(chat.id),
        },
        ChatKind::Group { state, .. } => match state {
            GroupState::Active => Ok(chat.id),
            GroupState::BotKicked => Err(Refusal::forbidden("bot was kicked from the group chat")),
            GroupState::UpgradedTo(supergroup) => Err(Refusal::upgraded_to(*supergroup)),
        },
        ChatKind::Supergroup { .. } => Ok(chat.id),
    }
}

pub fn send_message(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = chat(state, params, Access::Write)?;
    let content = text_content(params)?;
    if utf16_len(&content.text) > MAX_TEXT_UNITS {
        return Err(Refusal::bad_request("message is too long"));
    }
    let id = send(state, params, chat_id, content)?;
    Ok(result(state, chat_id, id))
}

/// The `text` of a call, formatted; the caller knows which refusal a long one gets.
pub fn text_content(params: &Params) -> Result<Content, Refusal> {
    let text = params.text("text").unwrap_or_default();
    if text.is_empty() {
        return Err(Refusal::bad_request("message text is empty"));
    }
    let mode = params.text("parse_mode");
    let (text, entities) = formatting::read(&text, mode.as_deref(), params.json("entities")?)?;
    if text.is_empty() {
        return Err(Refusal::bad_request("text must be non-empty"));
    }
    Ok(Content {
        entities,
        ..Content::text(&text)
    })
}

/// The `caption` of a call, with its entities.
pub fn caption(params: &Params) -> Result<formatting::Formatted, Refusal> {
    let entities = params.json("caption_entities")?;
    let mode = params.text("parse_mode");
    let text = params.text("caption").unwrap_or_default();
    checked_caption(&text, mode.as_deref(), entities)
}

fn checked_caption(
    text: &str,
    mode: Option<&str>,
    entities: Option<Value>,
) -> Result<formatting::Formatted, Refusal> {
    let (text, entities) = formatting::read(text, mode, entities)?;
    if utf16_len(&text) > MAX_CAPTION_UNITS {
        return Err(Refusal::bad_request("message caption is too long"));
    }
    Ok((text, entities))
}

/// sendPhoto and its kin: `kind` also names the field that holds the file.
pub fn send_file(state: &mut State, params: &Params, kind: Kind) -> Result<Value, Refusal> {
    let chat_id = chat(state, params, Access::Write)?;
    let field = field_of(kind);
    let value = params.text(field).unwrap_or_default();
    let (text, entities) = caption(params)?;
    let file_id = file(state, params, kind, field, &value)?;
    let content = file_content(state, kind, file_id, text, entities, params);
    let id = send(state, params, chat_id, content)?;
    Ok(result(state, chat_id, id))
}

pub fn send_location(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = chat(state, params, Access::Write)?;
    let place = |key: &str| {
        let missing = Refusal::bad_request(format!("{key} is empty"));
        params.decimal(key).ok_or(missing)
    };
    let location = json!({ "latitude": place("latitude")?, "longitude": place("longitude")? });
    let content = Content {
        kind: Kind::Location,
        media: Map::from_iter([("location".to_owned(), location)]),
        ..Content::text("")
    };
    let id = send(state, params, chat_id, content)?;
    Ok(result(state, chat_id, id))
}

pub fn send_media_group(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = chat(state, params, Access::Write)?;
    let media = params.json("media")?.unwrap_or_default();
    let items = media.as_array().cloned().unwrap_or_default();
    if items.is_empty() {
        return Err(Refusal::bad_request("there are no messages to send"));
    }
    if items.len() > MAX_ALBUM {
        let reason = "too many messages to send as an album";
        return Err(Refusal::bad_request(reason));
    }
    let mut contents = Vec::new();
    for item in &items {
        contents.push(album_item(state, params, item)?);
    }
    let kinds: Vec<Kind> = contents.iter().map(|content| content.kind).collect();
    let alone = |kind: &Kind| matches!(kind, Kind::Document | Kind::Audio);
    if kinds.iter().any(alone) && kinds.iter().any(|kind| *kind != kinds[0]) {
        let reason = "can't use the media of the specified type in the album";
        return Err(Refusal::bad_request(reason));
    }
    let group = (items.len() > 1).then(|| state.next_media_group_id());
    let mut results = Vec::new();
    for content in contents {
        let id = send(state, params, chat_id, content)?;
        let chat = state.chats.get_mut(&chat_id).unwrap();
        chat.messages.get_mut(&id).unwrap().media_group_id = group.clone();
        results.push(result(state, chat_id, id));
    }
    Ok(Value::Array(results))
}

impl State {
    pub(super) fn next_media_group_id(&mut self) -> String {
        format!("135{:014}", self.next_number())
    }
}

fn album_item(state: &mut State, params: &Params, item: &Value) -> Result<Content, Refusal> {
    let kind = match item["type"].as_str() {
        Some("photo") => Kind::Photo,
        Some("video") => Kind::Video,
        Some("audio") => Kind::Audio,
        Some("document") => Kind::Document,
        other => {
            let reason = format!(
                "can't parse InputMedia: type \"{}\" can't be used in sendMediaGroup",
                other.unwrap_or_default()
            );
            return Err(Refusal::bad_request(reason));
        }
    };
    let text = item["caption"].as_str().unwrap_or_default();
    let entities = Some(item["caption_entities"].clone());
    let (text, entities) = checked_caption(text, item["parse_mode"].as_str(), entities)?;
    let source = item["media"].as_str().unwrap_or_default();
    let file_id = file(state, params, kind, "media", source)?;
    Ok(file_content(state, kind, file_id, text, entities, params))
}

pub fn copy_message(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = chat(state, params, Access::Write)?;
    let from_chat = params.number("from_chat_id").unwrap_or_default();
    if !state.chats.contains_key(&from_chat) {
        return Err(Refusal::bad_request("chat not found"));
    }
    let message_id = message_id(params)?;
    let Some(original) = state.message(from_chat, message_id) else {
        return Err(Refusal::bad_request("message to copy not found"));
    };
    if original.content.kind == Kind::Service {
        return Err(Refusal::bad_request("message can't be copied"));
    }
    let mut content = original.content.clone();
    if params.text("caption").is_some() && content.kind != Kind::Text {
        (content.text, content.entities) = caption(params)?;
    }
    let id = send(state, params, chat_id, content)?;
    Ok(json!({ "message_id": id }))
}

pub fn message_id(params: &Params) -> Result<i32, Refusal> {
    let number = params.number("message_id");
    let number = number.and_then(|number| i32::try_from(number).ok());
    number.ok_or_else(|| Refusal::bad_request("message identifier is not specified"))
}

/// The last checks, common to all kinds; then the message is there.
fn send(state: &mut State, params: &Params, chat_id: i64, content: Content) -> Result<i32, Refusal> {
    let reply_to = reply_to(state, params, chat_id)?;
    let markup = markup(params)?;
    let message = Message {
        id: 0,
        date: state.now(),
        from: Author::Bot,
        content,
        reply_to,
        markup,
        silent: params.flag("disable_notification"),
        edited_on: None,
        media_group_id: None,
        unread: true,
    };
    Ok(state.add_message(chat_id, message))
}

fn result(state: &State, chat_id: i64, message_id: i32) -> Value {
    payload::message(state, chat_id, state.message(chat_id, message_id).unwrap())
}

fn reply_to(state: &State, params: &Params, chat_id: i64) -> Result<Option<i32>, Refusal> {
    let (wanted, or_without) = match params.json("reply_parameters")? {
        Some(reply) => (
            reply["message_id"].as_i64(),
            reply["allow_sending_without_reply"] == json!(true),
        ),
        None => (
            params.number("reply_to_message_id"),
            params.flag("allow_sending_without_reply"),
        ),
    };
    let Some(wanted) = wanted.filter(|wanted| *wanted != 0) else {
        return Ok(None);
    };
    let found = i32::try_from(wanted).ok();
    let found = found.filter(|id| state.message(chat_id, *id).is_some());
    match found {
        None if !or_without => Err(Refusal::bad_request("message to be replied not found")),
        found => Ok(found),
    }
}
