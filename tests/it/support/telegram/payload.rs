//! The platform's data as Bot API JSON, and updates put into the bot's queue.
//!
//! Used by the methods (results) and by people's doings (updates). Field names and nesting follow
//! <https://core.telegram.org/bots/api>; the tests of the fake read every kind with teloxide.

use serde_json::{Map, Value, json};

use super::state::{
    Author, Chat, ChatKind, Delivery, Kind, Markup, Message, PendingUpdate, State, StoredFile,
};

pub const BOT_ID: i64 = 7_000_000_001;
pub const BOT_NAME: &str = "联络（示例）";
pub const BOT_USERNAME: &str = "lianluo_example_bot";

/// Kinds that Telegram leaves out unless they are asked for by name.
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];

pub fn bot() -> Value {
    json!({
        "id": BOT_ID,
        "is_bot": true,
        "first_name": BOT_NAME,
        "username": BOT_USERNAME,
    })
}

pub fn me() -> Value {
    let mut me = bot();
    for (key, value) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", true),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        me[key] = Value::Bool(value);
    }
    me
}

/// A person as the sender of something. A deleted account has no name, as in life.
pub fn user(state: &State, user_id: i64) -> Value {
    let user = &state.users[&user_id];
    let mut json = json!({
        "id": user.id,
        "is_bot": false,
        "first_name": user.first_name,
        "language_code": user.language_code,
    });
    if let Some(username) = &user.username {
        json["username"] = json!(username);
    }
    json
}

pub fn chat(state: &State, chat: &Chat) -> Value {
    match &chat.kind {
        ChatKind::Private { user_id } => {
            let user = &state.users[user_id];
            let mut json = json!({ "id": chat.id, "type": "private", "first_name": user.first_name });
            if let Some(username) = &user.username {
                json["username"] = json!(username);
            }
            json
        }
        ChatKind::Group { title, .. } => json!({
            "id": chat.id,
            "type": "group",
            "title": title,
            "all_members_are_administrators": false,
        }),
        ChatKind::Supergroup { title } => {
            json!({ "id": chat.id, "type": "supergroup", "title": title })
        }
    }
}

pub fn message(state: &State, chat_id: i64, message: &Message) -> Value {
    let mut json = without_reply(state, chat_id, message);
    let replied = message.reply_to.and_then(|id| state.message(chat_id, id));
    if let Some(replied) = replied {
        json["reply_to_message"] = without_reply(state, chat_id, replied);
    }
    json
}

fn without_reply(state: &State, chat_id: i64, message: &Message) -> Value {
    let from = match message.from {
        Author::Bot => bot(),
        Author::Person(user_id) => user(state, user_id),
    };
    let content = &message.content;
    let mut fields = Map::new();
    fields.insert("message_id".into(), json!(message.id));
    fields.insert("from".into(), from);
    fields.insert("chat".into(), chat(state, &state.chats[&chat_id]));
    fields.insert("date".into(), json!(message.date));
    fields.extend(content.media.clone());
    let (text, entities) = match content.kind {
        Kind::Text => ("text", "entities"),
        _ => ("caption", "caption_entities"),
    };
    if !content.text.is_empty() {
        fields.insert(text.into(), json!(content.text));
    }
    if !content.entities.is_empty() {
        fields.insert(entities.into(), json!(content.entities));
    }
    if let Some(edited_on) = message.edited_on {
        fields.insert("edit_date".into(), json!(edited_on));
    }
    if let Some(group) = &message.media_group_id {
        fields.insert("media_group_id".into(), json!(group));
    }
    if let Markup::Inline(rows) = &message.markup {
        fields.insert("reply_markup".into(), json!({ "inline_keyboard": rows }));
    }
    Value::Object(fields)
}

/// The Bot API fields of a medium whose file (for a photo: its largest size) is `file_id`.
/// `extra` joins or overrides the object's own fields.
pub fn medium(kind: Kind, file_id: &str, file: &StoredFile, extra: &Value) -> Map<String, Value> {
    let mut object = json!({
        "file_id": file_id,
        "file_unique_id": unique(file_id),
        "file_size": file.size,
    });
    let fields = match kind {
        Kind::Photo => json!({ "width": 960, "height": 1280 }),
        Kind::Voice => json!({ "duration": 5, "mime_type": file.mime }),
        Kind::Document => json!({ "file_name": file.name, "mime_type": file.mime }),
        Kind::Audio => json!({ "duration": 5, "file_name": file.name, "mime_type": file.mime }),
        Kind::Video => {
            json!({ "duration": 5, "width": 640, "height": 480, "mime_type": file.mime })
        }
        Kind::VideoNote => json!({ "duration": 5, "length": 240 }),
        Kind::Sticker => json!({
            "width": 512, "height": 512, "type": "regular",
            "is_animated": false, "is_video": false,
        }),
        Kind::Text | Kind::Location | Kind::Contact | Kind::Service => json!({}),
    };
    for source in [&fields, extra] {
        for (key, value) in source.as_object().into_iter().flatten() {
            object[key] = value.clone();
        }
    }
    let (key, value) = match kind {
        Kind::Photo => ("photo", photo_sizes(file_id, object)),
        Kind::Voice => ("voice", object),
        Kind::Audio => ("audio", object),
        Kind::Video => ("video", object),
        Kind::VideoNote => ("video_note", object),
        Kind::Sticker => ("sticker", object),
        _ => ("document", object),
    };
    Map::from_iter([(key.to_owned(), value)])
}

/// A thumbnail before the real size: a program that takes the first size gets the small one.
fn photo_sizes(file_id: &str, largest: Value) -> Value {
    let small_id = format!("{file_id}-s");
    let unique_id = unique(&small_id);
    json!([
        { "file_id": small_id, "file_unique_id": unique_id, "file_size": 900, "width": 68, "height": 90 },
        largest,
    ])
}

/// The stable id of a file: the same for every bot, useless for downloading.
pub fn unique(file_id: &str) -> String {
    format!("U{}", &file_id[file_id.len().saturating_sub(12)..])
}

impl State {
    /// Puts an update of a kind into the bot's queue, unless the bot said that it doesn't want it.
    /// Gives its id; an unwanted update uses up none and is not kept, as in life.
    pub(super) fn push_update(&mut self, kind: &str, queue: i64, object: Value) -> Option<i64> {
        let wanted = match &self.allowed_updates {
            Some(kinds) => kinds.iter().any(|allowed| allowed == kind),
            None => !NOT_BY_DEFAULT.contains(&kind),
        };
        if !wanted {
            return None;
        }
        let update_id = self.next_update_id;
        let json = json!({ "update_id": update_id, kind: object }).to_string();
        self.queue_update(update_id, queue, json);
        Some(update_id)
    }

    /// Queues text as it is.
    pub(super) fn queue_update(&mut self, update_id: i64, queue: i64, json: String) {
        self.next_update_id = self.next_update_id.max(update_id + 1);
        self.updates.push_back(PendingUpdate {
            update_id,
            json,
            queue,
            handed_out: 0,
            delivery: Delivery::Waiting,
        });
    }
}
