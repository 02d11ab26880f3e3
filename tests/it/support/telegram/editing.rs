//! The methods that change what is already in a chat: edits, deletion, pinning, answers to taps.

use serde_json::{Value, json};

use super::formatting::utf16_len;
use super::keyboards::markup;
use super::payload;
use super::refusals::Refusal;
use super::request::Params;
use super::sending::{self, Access, MAX_TEXT_UNITS};
use super::state::{Author, Content, Kind, Markup, QueryLife, State, Toast};

const MAX_TOAST_UNITS: usize = 200;

pub fn edit_message_text(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let (chat_id, id) = own_message(state, params)?;
    let new = sending::text_content(params)?;
    if utf16_len(&new.text) > MAX_TEXT_UNITS {
        return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
    }
    if content(state, chat_id, id).kind != Kind::Text {
        let reason = "there is no text in the message to edit";
        return Err(Refusal::bad_request(reason));
    }
    change(state, params, chat_id, id, Some((new.text, new.entities)))
}

pub fn edit_message_caption(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let (chat_id, id) = own_message(state, params)?;
    let caption = sending::caption(params)?;
    let kind = content(state, chat_id, id).kind;
    if matches!(kind, Kind::Text | Kind::Location | Kind::Contact) {
        let reason = "there is no caption in the message to edit";
        return Err(Refusal::bad_request(reason));
    }
    change(state, params, chat_id, id, Some(caption))
}

pub fn edit_message_reply_markup(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let (chat_id, id) = own_message(state, params)?;
    change(state, params, chat_id, id, None)
}

fn content(state: &State, chat_id: i64, id: i32) -> &Content {
    &state.message(chat_id, id).unwrap().content
}

fn own_message(state: &State, params: &Params) -> Result<(i64, i32), Refusal> {
    let chat_id = sending::chat(state, params, Access::Edit)?;
    let id = sending::message_id(params)?;
    let Some(message) = state.message(chat_id, id) else {
        return Err(Refusal::bad_request("message to edit not found"));
    };
    if message.from != Author::Bot {
        return Err(Refusal::bad_request("message can't be edited"));
    }
    Ok((chat_id, id))
}

/// An edit without `reply_markup` takes the inline buttons away, as in life.
fn change(
    state: &mut State,
    params: &Params,
    chat_id: i64,
    id: i32,
    words: Option<(String, Vec<Value>)>,
) -> Result<Value, Refusal> {
    let inline = match markup(params)? {
        inline @ Markup::Inline(_) => inline,
        _ => Markup::None,
    };
    let now = state.now();
    let chat = state.chats.get_mut(&chat_id).unwrap();
    let message = chat.messages.get_mut(&id).unwrap();
    let same_words = words.as_ref().is_none_or(|(text, entities)| {
        *text == message.content.text && *entities == message.content.entities
    });
    let had_inline = matches!(message.markup, Markup::Inline(_));
    let same_markup = message.markup == inline || (inline == Markup::None && !had_inline);
    if same_words && same_markup {
        return Err(Refusal::not_modified());
    }
    if let Some((text, entities)) = words {
        message.content.text = text;
        message.content.entities = entities;
        message.edited_on = Some(now);
    }
    message.markup = inline;
    message.unread = true;
    let message = state.message(chat_id, id).unwrap();
    Ok(payload::message(state, chat_id, message))
}

pub fn delete_message(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = sending::chat(state, params, Access::Edit)?;
    let id = sending::message_id(params)?;
    let chat = state.chats.get_mut(&chat_id).unwrap();
    match chat.messages.remove(&id) {
        Some(_) => Ok(json!(true)),
        None => Err(Refusal::bad_request("message to delete not found")),
    }
}

pub fn pin_chat_message(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let chat_id = sending::chat(state, params, Access::Write)?;
    let id = sending::message_id(params)?;
    let chat = state.chats.get_mut(&chat_id).unwrap();
    if !chat.messages.contains_key(&id) {
        return Err(Refusal::bad_request("message to pin not found"));
    }
    chat.pinned.retain(|pinned| *pinned != id);
    chat.pinned.push(id);
    Ok(json!(true))
}

pub fn answer_callback_query(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let text = params.text("text").unwrap_or_default();
    if utf16_len(&text) > MAX_TOAST_UNITS {
        return Err(Refusal::bad_request("MESSAGE_TOO_LONG"));
    }
    let id = params.text("callback_query_id").unwrap_or_default();
    let query = state.callback_queries.iter_mut().find(|query| query.id == id);
    let Some(query) = query.filter(|query| query.life != QueryLife::Expired) else {
        return Err(Refusal::bad_request(
            "query is too old and response timeout expired or query ID is invalid",
        ));
    };
    let alert = params.flag("show_alert");
    query.life = QueryLife::Answered(Toast { text, alert });
    Ok(json!(true))
}
