//! A message as the Bot API takes it: one call's fields, as JSON, or as a form with the bytes of a file.
//!
//! Made by `outlet`. **Invariant:** no `parse_mode`, ever: no sign of a person's words can be taken for markup.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;
use teloxide::types::{
    InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup, KeyboardRemove, MessageId,
    ReplyMarkup, ReplyParameters,
};

use crate::domain::message::{File, FileKind};
use crate::domain::rendered::Rendered;

/// What one call carries.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Load<'a> {
    Text(&'a str),
    Place {
        latitude: f64,
        longitude: f64,
    },
    /// A file that Telegram has, or that is uploaded beside the fields.
    File {
        method: FileMethod,
        remote_ref: Option<&'a str>,
        caption: Option<&'a str>,
    },
}

/// The method that sends a kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileMethod {
    Photo,
    Voice,
    Video,
    VideoNote,
    Animation,
    Audio,
    Document,
}

impl FileMethod {
    /// The method for bytes of this kind.
    pub(super) fn for_kind(kind: FileKind) -> Self {
        match kind {
            FileKind::Photo => FileMethod::Photo,
            FileKind::Voice => FileMethod::Voice,
            FileKind::Video => FileMethod::Video,
            FileKind::Document => FileMethod::Document,
        }
    }

    /// The method for a file that Telegram has: a round film can't be sent as a film, music not as a document. The
    /// beginning of a file id has told the kind since 2019; where it says nothing of the sort, ours decides.
    pub(super) fn for_remote(kind: FileKind, remote_ref: &str) -> Self {
        match (kind, remote_ref.get(..4)) {
            (FileKind::Video, Some("CgAC")) => FileMethod::Animation,
            (FileKind::Video, Some("DQAC")) => FileMethod::VideoNote,
            (FileKind::Document, Some("CQAC")) => FileMethod::Audio,
            _ => Self::for_kind(kind),
        }
    }

    pub(super) fn takes_caption(self) -> bool {
        self != FileMethod::VideoNote
    }

    fn name(self) -> &'static str {
        match self {
            FileMethod::Photo => "sendPhoto",
            FileMethod::Voice => "sendVoice",
            FileMethod::Video => "sendVideo",
            FileMethod::VideoNote => "sendVideoNote",
            FileMethod::Animation => "sendAnimation",
            FileMethod::Audio => "sendAudio",
            FileMethod::Document => "sendDocument",
        }
    }

    pub(super) fn field(self) -> &'static str {
        match self {
            FileMethod::Photo => "photo",
            FileMethod::Voice => "voice",
            FileMethod::Video => "video",
            FileMethod::VideoNote => "video_note",
            FileMethod::Animation => "animation",
            FileMethod::Audio => "audio",
            FileMethod::Document => "document",
        }
    }
}

/// One call.
#[derive(Debug, Clone)]
pub(super) struct Outgoing<'a> {
    pub(super) chat: i64,
    pub(super) load: Load<'a>,
    pub(super) reply_to: Option<i32>,
    pub(super) silent: bool,
    pub(super) markup: Option<&'a ReplyMarkup>,
}

impl Outgoing<'_> {
    pub(super) fn method(&self) -> &'static str {
        match &self.load {
            Load::Text(_) => "sendMessage",
            Load::Place { .. } => "sendLocation",
            Load::File { method, .. } => method.name(),
        }
    }

    /// The fields as a form, to which the bytes are added.
    pub(super) fn form(&self) -> reqwest::multipart::Form {
        let fields = serde_json::to_value(self).unwrap_or_default();
        let fields = fields.as_object().cloned().unwrap_or_default();
        fields
            .into_iter()
            .fold(reqwest::multipart::Form::new(), |form, (name, value)| {
                let text = match value {
                    Value::String(text) => text,
                    other => other.to_string(),
                };
                form.text(name, text)
            })
    }
}

impl Serialize for Outgoing<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("chat_id", &self.chat)?;
        match &self.load {
            Load::Text(text) => fields.serialize_entry("text", text)?,
            Load::Place { latitude, longitude } => {
                fields.serialize_entry("latitude", latitude)?;
                fields.serialize_entry("longitude", longitude)?;
            }
            Load::File {
                method,
                remote_ref,
                caption,
            } => {
                if let Some(remote_ref) = remote_ref {
                    fields.serialize_entry(method.field(), remote_ref)?;
                }
                if let Some(caption) = caption {
                    fields.serialize_entry("caption", caption)?;
                }
            }
        }
        if let Some(message) = self.reply_to {
            let reply = ReplyParameters::new(MessageId(message)).allow_sending_without_reply();
            fields.serialize_entry("reply_parameters", &reply)?;
        }
        if self.silent {
            fields.serialize_entry("disable_notification", &true)?;
        }
        if let Some(markup) = self.markup {
            fields.serialize_entry("reply_markup", markup)?;
        }
        fields.end()
    }
}

/// A file of a group, by Telegram's own reference.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub(super) struct Medium<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    media: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
}

/// The files as one group: photos and films together, documents or music among themselves; nothing where they can't be
/// one, or where Telegram doesn't have one of them.
pub(super) fn album<'a>(files: &'a [File], caption: Option<&'a str>) -> Option<Vec<Medium<'a>>> {
    let mut media = Vec::new();
    for (place, file) in files.iter().enumerate() {
        let remote_ref = file.remote_ref.as_deref()?;
        let kind = match FileMethod::for_remote(file.kind, remote_ref) {
            FileMethod::Photo => "photo",
            FileMethod::Video => "video",
            FileMethod::Document => "document",
            FileMethod::Audio => "audio",
            FileMethod::Voice | FileMethod::VideoNote | FileMethod::Animation => return None,
        };
        media.push(Medium {
            kind,
            media: remote_ref,
            caption: caption.filter(|_| place == 0),
        });
    }
    let seen = |medium: &Medium<'_>| matches!(medium.kind, "photo" | "video");
    let alike = media.iter().all(seen) || media.iter().all(|medium| medium.kind == media[0].kind);
    (alike && (2..=10).contains(&media.len())).then_some(media)
}

/// The call that sends a group.
#[derive(Debug, serde::Serialize)]
pub(super) struct MediaGroup<'a> {
    chat_id: i64,
    media: &'a [Medium<'a>],
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_parameters: Option<ReplyParameters>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    disable_notification: bool,
}

impl<'a> MediaGroup<'a> {
    pub(super) fn new(chat_id: i64, media: &'a [Medium<'a>], reply_to: Option<i32>, silent: bool) -> Self {
        let reply = |id| ReplyParameters::new(MessageId(id)).allow_sending_without_reply();
        Self {
            chat_id,
            media,
            reply_parameters: reply_to.map(reply),
            disable_notification: silent,
        }
    }
}

/// The buttons below a message.
pub(super) fn buttons(rendered: &Rendered) -> Option<ReplyMarkup> {
    let rows = rendered.buttons.iter().filter(|row| !row.is_empty()).map(|row| {
        let button = |button: &crate::domain::button::Button| {
            InlineKeyboardButton::callback(button.label.clone(), button.act.encode())
        };
        row.iter().map(button).collect::<Vec<_>>()
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| ReplyMarkup::InlineKeyboard(InlineKeyboardMarkup::new(rows)))
}

/// The bar of words; an empty one takes it away.
pub(super) fn menu(rendered: &Rendered) -> Option<ReplyMarkup> {
    let rows = rendered.menu.as_ref()?;
    if rows.iter().all(Vec::is_empty) {
        return Some(ReplyMarkup::KeyboardRemove(KeyboardRemove::default()));
    }
    let rows = rows.iter().map(|row| row.iter().map(KeyboardButton::new));
    Some(ReplyMarkup::Keyboard(
        KeyboardMarkup::new(rows).resize_keyboard().persistent(),
    ))
}
