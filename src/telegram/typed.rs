//! The usual updates, read with teloxide's types: text, files, places, stickers, dice, taps, membership.
//!
//! Called by `read`. **Invariant:** what these types can't hold whole gives `None` and goes to `lenient`; where both can
//! read an update they see the same (the tests of `read` compare them).

use teloxide::types::{
    CallbackQuery, Chat as TypedChat, ChatMemberStatus, ChatMemberUpdated, FileMeta,
    InlineKeyboardButtonKind, MaybeInaccessibleMessage, MediaKind, Message, MessageCommon, MessageKind,
    Seconds, Update, UpdateKind, User,
};

use super::seen::{Act, Chat, ChatKind, Heard, Seen, Sender, What, names_a_bot, place_name};
use crate::domain::input::ReplyTo;
use crate::domain::message::{Content, FileKind, NewFile};

/// Reads an update, with its `update_id`.
///
/// Only `from_str` will do: through `from_value` or `from_reader` teloxide 0.17 turns every update into `Error`. It panics
/// on some that it doesn't expect, such as a poll answer without a voter or a date beyond its calendar.
pub(super) fn see(raw: &str) -> Option<(i64, Seen)> {
    let update: Update = std::panic::catch_unwind(|| serde_json::from_str(raw).ok()).ok()??;
    let seen = match update.kind {
        UpdateKind::Message(message) => spoken(&message, raw, Act::Message)?,
        UpdateKind::EditedMessage(message) => spoken(&message, raw, Act::Edit)?,
        UpdateKind::CallbackQuery(query) => tapped(query),
        UpdateKind::MyChatMember(change) => membership(&change),
        _ => return None,
    };
    Some((i64::from(update.id.0), seen))
}

fn spoken(message: &Message, raw: &str, act: impl FnOnce(Box<Heard>) -> Act) -> Option<Seen> {
    let MessageKind::Common(common) = &message.kind else {
        return None;
    };
    // A quotation from another chat is part of what is said; these types tell too little of it.
    if common.external_reply.is_some() {
        return None;
    }
    let (what, album) = content(&common.media_kind)?;
    // A message of a kind yet to come may have words beside its file; these types would drop them.
    if !matches!(what, What::Said(Content::Text(_))) && raw.contains("\"text\"") {
        return None;
    }
    let reply = match &common.reply_to_message {
        Some(replied) => Some(reply_to(replied)?),
        None => None,
    };
    let to_bot = reply.as_ref().is_some_and(|reply| reply.own_text.is_some())
        || matches!(&what, What::Said(content) if names_a_bot(content.words()));
    let said_at = common.edit_date.as_ref().unwrap_or(&message.date);
    Some(Seen {
        chat: Some(chat(&message.chat)),
        language: message.from.as_ref().and_then(|from| from.language_code.clone()),
        date: Some(said_at.timestamp()),
        act: act(Box::new(Heard {
            id: i64::from(message.id.0),
            sender: sender(message.from.as_ref()),
            what,
            reply,
            album,
            to_bot,
        })),
    })
}

fn chat(chat: &TypedChat) -> Chat {
    let kind = if chat.is_private() {
        ChatKind::Private
    } else if chat.is_channel() {
        ChatKind::Channel
    } else {
        ChatKind::Group
    };
    Chat { id: chat.id.0, kind }
}

fn sender(from: Option<&User>) -> Sender {
    match from {
        Some(from) if from.is_bot => Sender::Bot,
        Some(_) => Sender::Person,
        None => Sender::Nobody,
    }
}

/// The content and its album; polls and the like are described by `lenient`.
fn content(media: &MediaKind) -> Option<(What, Option<String>)> {
    let mut album = None;
    let content = match media {
        MediaKind::Text(it) => Content::Text(it.text.clone()),
        MediaKind::Photo(it) => {
            album = it.media_group_id.as_ref();
            let largest = it
                .photo
                .iter()
                .max_by_key(|size| u64::from(size.width) * u64::from(size.height))?;
            file(FileKind::Photo, &largest.file, it.caption.as_ref(), None)
        }
        MediaKind::Voice(it) => {
            let content = file(
                FileKind::Voice,
                &it.voice.file,
                it.caption.as_ref(),
                Some(it.voice.duration),
            );
            named(content, None, it.voice.mime_type.as_ref())
        }
        MediaKind::VideoNote(it) => file(
            FileKind::Video,
            &it.video_note.file,
            None,
            Some(it.video_note.duration),
        ),
        MediaKind::Video(it) => {
            album = it.media_group_id.as_ref();
            let content = file(
                FileKind::Video,
                &it.video.file,
                it.caption.as_ref(),
                Some(it.video.duration),
            );
            named(content, it.video.file_name.as_ref(), it.video.mime_type.as_ref())
        }
        MediaKind::Animation(it) => {
            let film = &it.animation;
            let content = file(
                FileKind::Video,
                &film.file,
                it.caption.as_ref(),
                Some(film.duration),
            );
            named(content, film.file_name.as_ref(), film.mime_type.as_ref())
        }
        MediaKind::Audio(it) => {
            album = it.media_group_id.as_ref();
            let sound = &it.audio;
            let content = file(
                FileKind::Document,
                &sound.file,
                it.caption.as_ref(),
                Some(sound.duration),
            );
            named(
                content,
                sound.file_name.as_ref().or(sound.title.as_ref()),
                sound.mime_type.as_ref(),
            )
        }
        MediaKind::Document(it) => {
            album = it.media_group_id.as_ref();
            let content = file(FileKind::Document, &it.document.file, it.caption.as_ref(), None);
            named(
                content,
                it.document.file_name.as_ref(),
                it.document.mime_type.as_ref(),
            )
        }
        MediaKind::Location(it) => Content::Location {
            latitude: it.location.latitude,
            longitude: it.location.longitude,
            name: None,
        },
        MediaKind::Venue(it) => Content::Location {
            latitude: it.venue.location.latitude,
            longitude: it.venue.location.longitude,
            name: place_name(&it.venue.title, &it.venue.address),
        },
        _ => return None,
    };
    Some((What::Said(content), album.map(|album| album.0.clone())))
}

fn file(kind: FileKind, meta: &FileMeta, caption: Option<&String>, seconds: Option<Seconds>) -> Content {
    Content::File {
        file: NewFile {
            kind,
            name: None,
            mime: None,
            // teloxide writes the greatest number where Telegram told no size.
            size: Some(meta.size).filter(|size| *size != u32::MAX).map(i64::from),
            seconds: seconds.map(|seconds| i64::from(seconds.seconds())),
            remote_ref: Some(meta.id.0.clone()),
            hash: None,
        },
        caption: caption.cloned().unwrap_or_default(),
    }
}

fn named(content: Content, name: Option<&String>, mime: Option<&impl ToString>) -> Content {
    match content {
        Content::File { file, caption } => Content::File {
            file: NewFile {
                name: name.cloned(),
                mime: mime.map(ToString::to_string),
                ..file
            },
            caption,
        },
        other => other,
    }
}

/// `None` when the replied-to message holds more than these types can tell.
fn reply_to(message: &Message) -> Option<ReplyTo> {
    let MessageKind::Common(MessageCommon {
        media_kind,
        reply_markup,
        ..
    }) = &message.kind
    else {
        return None;
    };
    let by_bot = sender(message.from.as_ref()) == Sender::Bot;
    let own_text = match content(media_kind) {
        _ if !by_bot => None,
        Some((What::Said(content), _)) => Some(content.words().to_owned()),
        _ => return None,
    };
    let buttons = reply_markup
        .iter()
        .flat_map(|markup| markup.inline_keyboard.iter().flatten());
    let buttons = buttons.filter_map(|button| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => Some(data.clone()),
        _ => None,
    });
    Some(ReplyTo {
        remote_id: i64::from(message.id.0),
        buttons: buttons.collect(),
        own_text,
    })
}

fn tapped(query: CallbackQuery) -> Seen {
    let place = match &query.message {
        Some(MaybeInaccessibleMessage::Regular(message)) => chat(&message.chat),
        Some(MaybeInaccessibleMessage::Inaccessible(message)) => chat(&message.chat),
        // A private chat has the number of its person.
        None => Chat {
            id: i64::try_from(query.from.id.0).unwrap_or(0),
            kind: ChatKind::Private,
        },
    };
    Seen {
        chat: Some(place),
        language: query.from.language_code,
        date: None,
        act: Act::Tap {
            query: query.id.0,
            data: query.data,
        },
    }
}

fn membership(change: &ChatMemberUpdated) -> Seen {
    let status = match change.new_chat_member.status() {
        ChatMemberStatus::Owner => "creator",
        ChatMemberStatus::Administrator => "administrator",
        ChatMemberStatus::Member => "member",
        ChatMemberStatus::Restricted => "restricted",
        ChatMemberStatus::Left => "left",
        ChatMemberStatus::Banned => "kicked",
    };
    Seen {
        chat: Some(chat(&change.chat)),
        language: change.from.language_code.clone(),
        date: Some(change.date.timestamp()),
        act: Act::Membership(status.to_owned()),
    }
}
