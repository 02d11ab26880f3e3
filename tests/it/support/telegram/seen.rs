//! What people see of the bot's messages.

use serde_json::Value;

use super::state::{Kind, Markup, Message, State, StoredFile};

/// A message of the bot as it stands in the chat now.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub chat_id: i64,
    pub message_id: i32,
    pub kind: Kind,
    /// Text, or the caption of a medium; empty where there is none.
    pub text: String,
    /// Bot API `MessageEntity` objects: bold, links and so on.
    pub entities: Vec<Value>,
    /// Inline buttons, row by row.
    pub buttons: Vec<Vec<Button>>,
    pub keyboard: Keyboard,
    pub reply_to: Option<i32>,
    /// Sent with `disable_notification`.
    pub silent: bool,
    pub edited: bool,
    pub pinned: bool,
    pub media_group_id: Option<String>,
    /// Latitude and longitude.
    pub location: Option<(f64, f64)>,
    pub file: Option<SeenFile>,
}

#[derive(Clone, PartialEq, Eq)]
pub struct SeenFile {
    pub name: String,
    pub mime: String,
    pub bytes: Vec<u8>,
}

impl std::fmt::Debug for SeenFile {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (name, mime, size) = (&self.name, &self.mime, self.bytes.len());
        write!(out, "{name} ({mime}, {size} bytes)")
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    pub label: String,
    pub action: Action,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    Callback(String),
    Url(String),
    /// Web app, copying, switching to another chat: the button's JSON.
    Other(String),
}

/// What a message does to the keys under the person's text field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keyboard {
    Unchanged,
    Shown(Vec<Vec<Key>>),
    Removed,
    /// The person's next text is written as a reply to this message.
    ForceReply,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub label: String,
    pub sends: KeySends,
}

/// What tapping a key of a reply keyboard sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeySends {
    ItsLabel,
    Contact,
    Location,
}

impl Seen {
    pub(super) fn of(state: &State, chat_id: i64, message: &Message) -> Self {
        let content = &message.content;
        let place = |key: &str| content.media.get("location")?[key].as_f64();
        let file_id = content.file_id.as_ref();
        Self {
            chat_id,
            message_id: message.id,
            kind: content.kind,
            text: content.text.clone(),
            entities: content.entities.clone(),
            buttons: buttons(&message.markup),
            keyboard: keyboard(&message.markup),
            reply_to: message.reply_to,
            silent: message.silent,
            edited: message.edited_on.is_some(),
            pinned: state.chats[&chat_id].pinned.contains(&message.id),
            media_group_id: message.media_group_id.clone(),
            location: place("latitude").zip(place("longitude")),
            file: file_id.map(|id| seen_file(&state.files[id])),
        }
    }

    /// The labels of the inline buttons, row by row.
    pub fn labels(&self) -> Vec<Vec<&str>> {
        let rows = self.buttons.iter();
        rows.map(|row| row.iter().map(|button| button.label.as_str()).collect())
            .collect()
    }

    /// The callback data of the button with this label.
    pub fn data(&self, label: &str) -> Option<&str> {
        let mut buttons = self.buttons.iter().flatten();
        match &buttons.find(|button| button.label == label)?.action {
            Action::Callback(data) => Some(data),
            Action::Url(_) | Action::Other(_) => None,
        }
    }
}

fn seen_file(file: &StoredFile) -> SeenFile {
    SeenFile {
        name: file.name.clone(),
        mime: file.mime.clone(),
        bytes: file.bytes(),
    }
}

fn rows<T>(rows: &Value, read: impl Fn(&Value) -> T) -> Vec<Vec<T>> {
    let rows = rows.as_array().into_iter().flatten();
    rows.map(|row| row.as_array().into_iter().flatten().map(&read).collect())
        .collect()
}

pub(super) fn buttons(markup: &Markup) -> Vec<Vec<Button>> {
    let Markup::Inline(inline) = markup else {
        return Vec::new();
    };
    rows(inline, |button| {
        let text = |key: &str| button[key].as_str().map(str::to_owned);
        let action = text("callback_data").map(Action::Callback);
        let action = action.or_else(|| text("url").map(Action::Url));
        Button {
            label: text("text").unwrap_or_default(),
            action: action.unwrap_or_else(|| Action::Other(button.to_string())),
        }
    })
}

pub(super) fn keyboard(markup: &Markup) -> Keyboard {
    match markup {
        Markup::None | Markup::Inline(_) => Keyboard::Unchanged,
        Markup::RemoveKeyboard => Keyboard::Removed,
        Markup::ForceReply => Keyboard::ForceReply,
        Markup::Keyboard(keys) => Keyboard::Shown(rows(keys, |key| {
            let asks = |what: &str| key[what] == Value::Bool(true);
            let sends = if asks("request_contact") {
                KeySends::Contact
            } else if asks("request_location") {
                KeySends::Location
            } else {
                KeySends::ItsLabel
            };
            let label = key["text"].as_str().or(key.as_str()).unwrap_or_default();
            Key {
                label: label.to_owned(),
                sends,
            }
        })),
    }
}
