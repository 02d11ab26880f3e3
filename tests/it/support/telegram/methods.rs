//! The table of the Bot API's methods that the fake knows, and the small ones.
//!
//! Names are matched without regard to case, as Telegram does (teloxide writes `SendMessage`).
//! getUpdates is not here: it waits, see `polling.rs`.

use serde_json::{Value, json};

use super::editing;
use super::files;
use super::formatting::utf16_len;
use super::payload;
use super::refusals::Refusal;
use super::request::Params;
use super::sending::{self, Access};
use super::state::{Kind, State};
use super::webhook;

type Method = fn(&mut State, &Params) -> Result<Value, Refusal>;

pub const GET_UPDATES: &str = "getUpdates";

const METHODS: &[(&str, Method)] = &[
    ("getMe", |_, _| Ok(payload::me())),
    ("sendMessage", sending::send_message),
    ("sendPhoto", |state, params| {
        sending::send_file(state, params, Kind::Photo)
    }),
    ("sendVoice", |state, params| {
        sending::send_file(state, params, Kind::Voice)
    }),
    ("sendDocument", |state, params| {
        sending::send_file(state, params, Kind::Document)
    }),
    ("sendAudio", |state, params| {
        sending::send_file(state, params, Kind::Audio)
    }),
    ("sendVideo", |state, params| {
        sending::send_file(state, params, Kind::Video)
    }),
    ("sendLocation", sending::send_location),
    ("sendMediaGroup", sending::send_media_group),
    ("copyMessage", sending::copy_message),
    ("editMessageText", editing::edit_message_text),
    ("editMessageCaption", editing::edit_message_caption),
    ("editMessageReplyMarkup", editing::edit_message_reply_markup),
    ("deleteMessage", editing::delete_message),
    ("pinChatMessage", editing::pin_chat_message),
    ("answerCallbackQuery", editing::answer_callback_query),
    ("sendChatAction", send_chat_action),
    ("setMyCommands", set_my_commands),
    ("setMyDescription", |state, params| {
        set_words(state, params, "description", 512)
    }),
    ("setMyShortDescription", |state, params| {
        set_words(state, params, "short_description", 120)
    }),
    ("getFile", |state, params| files::get_file(state, params)),
    ("setWebhook", webhook::set_webhook),
    ("deleteWebhook", webhook::delete_webhook),
    ("getWebhookInfo", |state, _| Ok(webhook::info(state))),
];

/// The documented spelling of a method, or `None` if the fake doesn't know it.
pub fn canonical(name: &str) -> Option<&'static str> {
    let known = METHODS.iter().map(|(known, _)| *known);
    let mut known = known.chain([GET_UPDATES]);
    known.find(|known| known.eq_ignore_ascii_case(name))
}

pub fn call(state: &mut State, name: &str, params: &Params) -> Result<Value, Refusal> {
    let found = METHODS.iter().find(|(known, _)| *known == name);
    let (_, method) = found.unwrap_or_else(|| panic!("{name} is called elsewhere"));
    method(state, params)
}

fn send_chat_action(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    const ACTIONS: [&str; 11] = [
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
        "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    ];
    let chat_id = sending::chat(state, params, Access::Write)?;
    let action = params.text("action").unwrap_or_default();
    if !ACTIONS.contains(&action.as_str()) {
        return Err(Refusal::bad_request("wrong parameter action in request"));
    }
    state.chats.get_mut(&chat_id).unwrap().actions.push(action);
    Ok(json!(true))
}

fn set_my_commands(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let commands = params.json("commands")?.unwrap_or_default();
    let list = commands.as_array().cloned().unwrap_or_default();
    if list.len() > 100 {
        return Err(Refusal::bad_request("BOT_COMMANDS_TOO_MUCH"));
    }
    for command in &list {
        let name = command["command"].as_str().unwrap_or_default();
        let name = name.trim_start_matches('/');
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if name.is_empty() || name.len() > 32 || !name.chars().all(allowed) {
            return Err(Refusal::bad_request("BOT_COMMAND_INVALID"));
        }
        let words = utf16_len(command["description"].as_str().unwrap_or_default());
        if words == 0 || words > 256 {
            return Err(Refusal::bad_request("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    let scope = params.json("scope")?.unwrap_or_default();
    let scope = scope["type"].as_str().unwrap_or("default").to_owned();
    let language = params.text("language_code").unwrap_or_default();
    let key = format!("commands:{language}:{scope}");
    state.profile.insert(key, commands);
    Ok(json!(true))
}

/// The documentation gives these limits; the wording of the refusal is not known.
fn set_words(state: &mut State, params: &Params, field: &str, most: usize) -> Result<Value, Refusal> {
    let text = params.text(field).unwrap_or_default();
    if utf16_len(&text) > most {
        return Err(Refusal::bad_request(format!("{field} is too long")));
    }
    let language = params.text("language_code").unwrap_or_default();
    state
        .profile
        .insert(format!("{field}:{language}:default"), json!(text));
    Ok(json!(true))
}
