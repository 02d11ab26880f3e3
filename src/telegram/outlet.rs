//! Sending by Telegram: a message in words becomes one call or several, and how they ended becomes one word for the sender.
//!
//! Called by the engine's sender through `engine::Outlet`. **Invariants:** a part that arrived is never sent again by the
//! same call; words arrive even where their file, their keyboard's place or the message they answer is gone; nothing that
//! people said, and no token, is logged.

use std::borrow::Cow;
use std::path::Path;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use teloxide::Bot;
use teloxide::types::ReplyMarkup;

use super::bot::bot_id;
use super::call::{Answer, Failed, answer, call, method_url, post};
use super::download;
use super::outgoing::{FileMethod, Load, MediaGroup, Medium, Outgoing, album, buttons, menu};
use super::send_errors::{ADDRESS, EMPTY, FILE, REPLY, sort};
use crate::domain::message::File;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS, parts};
use crate::engine::{Calling, Fetched, Letter, Outlet, Sent};

/// An upload takes as long as the office's line needs for Telegram's 50 MB.
const UPLOAD_PATIENCE: Duration = Duration::from_secs(300);

/// How often a later part is tried: its first part has arrived, so giving it back would send that twice.
const PART_TRIES: u32 = 6;

/// A longer pause than this isn't waited out within a call.
const LONGEST_PAUSE_SECONDS: u32 = 60;

/// Telegram as the engine sees it. Cheap to clone.
#[derive(Clone)]
pub struct TelegramOutlet {
    bot: Bot,
    /// The bot's number, the first part of its people's addresses.
    id: String,
}

/// A piece of a message that goes out in one call.
enum Piece<'a> {
    Text(Cow<'a, str>),
    Place(f64, f64),
    File(&'a File, Option<&'a str>),
    Album(Vec<Medium<'a>>),
}

/// How files that belong together go out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Albums {
    /// As one group, where they can be one.
    Together,
    /// One by one, where Telegram refused the group: a file that is left out would be lost words.
    Apart,
}

/// What all pieces of a letter share.
struct Post<'a> {
    chat: i64,
    silent: bool,
    on_disk: Option<&'a Path>,
}

/// How one piece is fixed in the chat.
#[derive(Clone, Copy)]
struct Fixing<'a> {
    reply_to: Option<i32>,
    markup: Option<&'a ReplyMarkup>,
}

impl TelegramOutlet {
    /// Ties a bot made by [`super::connect`].
    pub fn new(bot: Bot) -> Self {
        let id = bot_id(bot.token()).unwrap_or_default().to_owned();
        Self { bot, id }
    }

    /// The bot's number.
    pub fn bot_id(&self) -> &str {
        &self.id
    }

    pub(super) fn bot(&self) -> &Bot {
        &self.bot
    }

    /// Lets a tapped button stop spinning. Best effort, in the background: nothing depends on it.
    pub fn answer_callback(&self, id: String) {
        #[derive(Serialize)]
        struct AnswerCallbackQuery {
            callback_query_id: String,
        }
        let bot = self.bot.clone();
        tokio::spawn(async move {
            let payload = AnswerCallbackQuery {
                callback_query_id: id,
            };
            let done: Result<bool, _> = call(&bot, "answerCallbackQuery", &payload).await;
            if let Err(failed) = done {
                tracing::debug!("A tap was not answered: {}.", failed.sentence());
            }
        });
    }

    async fn deliver(&self, letter: Letter<'_>) -> Sent {
        match self.deliver_as(&letter, Albums::Together).await {
            Sent::Refused(_) if !letter.rendered.album.is_empty() => {
                self.deliver_as(&letter, Albums::Apart).await
            }
            sent => sent,
        }
    }

    async fn deliver_as(&self, letter: &Letter<'_>, albums: Albums) -> Sent {
        let Some(chat) = self.chat(letter.address) else {
            tracing::error!("An address is none of this bot's; its message is refused.");
            return Sent::Refused(ADDRESS);
        };
        let post = Post {
            chat,
            silent: letter.silent,
            on_disk: letter.file,
        };
        let pieces = pieces(letter.rendered, albums);
        let Some(last) = pieces.len().checked_sub(1) else {
            return Sent::Refused(EMPTY);
        };
        // A group carries no buttons.
        let buttons = match pieces[last] {
            Piece::Album(..) => None,
            _ => buttons(letter.rendered),
        };
        let menu = menu(letter.rendered);
        // A message carries one keyboard: the bar goes with an earlier part, or with the next message without buttons.
        let (at_end, before) = match (&buttons, &menu) {
            (Some(_), menu) => (buttons.as_ref(), menu.as_ref()),
            (None, menu) => (menu.as_ref(), None),
        };
        let mut arrived = Vec::new();
        for (place, piece) in pieces.iter().enumerate() {
            let fixing = Fixing {
                reply_to: letter
                    .reply_to
                    .filter(|_| place == 0)
                    .and_then(|id| i32::try_from(id).ok()),
                markup: if place == last {
                    at_end
                } else {
                    before.filter(|_| place == 0)
                },
            };
            let sent = match place {
                0 => self.put(&post, piece, fixing).await,
                _ => self.put_later(&post, piece, fixing).await,
            };
            match sent {
                Sent::Arrived(id) => arrived.extend(id),
                Sent::ArrivedAs(ids) => arrived.extend(ids),
                other => return other,
            }
        }
        match arrived[..] {
            [] => Sent::Arrived(None),
            [one] => Sent::Arrived(Some(one)),
            _ => Sent::ArrivedAs(arrived),
        }
    }

    fn chat(&self, address: &str) -> Option<i64> {
        let (bot, chat) = address.split_once(':')?;
        if bot != self.id {
            return None;
        }
        chat.parse().ok()
    }

    /// A part after the first: tried here until it arrives, within bounds. A doubled tail is better than a lost one, and
    /// than the whole message again.
    async fn put_later(&self, post: &Post<'_>, piece: &Piece<'_>, fixing: Fixing<'_>) -> Sent {
        let mut tries = 1;
        loop {
            let sent = self.put(post, piece, fixing).await;
            let pause = match sent {
                Sent::RetryAfter(seconds) if seconds <= LONGEST_PAUSE_SECONDS => {
                    Duration::from_secs(u64::from(seconds))
                }
                Sent::Unavailable | Sent::Uncertain => Duration::from_millis(250 << tries),
                // Part of it is there: the sender must not take it for unsent.
                Sent::RetryAfter(_) => return Sent::Uncertain,
                other => return other,
            };
            if tries == PART_TRIES {
                return Sent::Uncertain;
            }
            tries += 1;
            tokio::time::sleep(pause).await;
        }
    }

    async fn put(&self, post: &Post<'_>, piece: &Piece<'_>, fixing: Fixing<'_>) -> Sent {
        match piece {
            Piece::Text(text) => self.send(post, Load::Text(text), fixing).await,
            Piece::Place(latitude, longitude) => {
                let load = Load::Place {
                    latitude: *latitude,
                    longitude: *longitude,
                };
                self.send(post, load, fixing).await
            }
            Piece::File(file, caption) => self.put_file(post, file, *caption, fixing).await,
            Piece::Album(media) => self.send_album(post, media, fixing).await,
        }
    }

    async fn send_album(&self, to: &Post<'_>, media: &[Medium<'_>], fixing: Fixing<'_>) -> Sent {
        /// Of the messages that were sent only their numbers are read.
        #[derive(Deserialize)]
        struct Message {
            message_id: i64,
        }
        let group = MediaGroup::new(to.chat, media, fixing.reply_to, to.silent);
        let answered = post(&self.bot, "sendMediaGroup", &group, None).await;
        match answered.and_then(|answer| answer.result::<Vec<Message>>()) {
            Ok(messages) => Sent::ArrivedAs(messages.iter().map(|message| message.message_id).collect()),
            Err(failed) => self.failed(&failed),
        }
    }

    /// By Telegram's own reference, else by our bytes, else as bytes of no particular kind, else by its name.
    async fn put_file(
        &self,
        post: &Post<'_>,
        file: &File,
        caption: Option<&str>,
        fixing: Fixing<'_>,
    ) -> Sent {
        if let Some(remote_ref) = &file.remote_ref {
            let method = FileMethod::for_remote(file.kind, remote_ref);
            let load = Load::File {
                method,
                remote_ref: Some(remote_ref),
                caption,
            };
            match self.send(post, load, fixing).await {
                Sent::Refused(_) => {}
                other => return other,
            }
        }
        if let Some(path) = post.on_disk {
            let own = FileMethod::for_kind(file.kind);
            let ways = [Some(own), Some(FileMethod::Document).filter(|way| *way != own)];
            for method in ways.into_iter().flatten() {
                match self.upload(post, file, path, method, caption, fixing).await {
                    Sent::Refused(_) => {}
                    other => return other,
                }
            }
        }
        tracing::warn!(
            file = file.id.0,
            "A file could not be sent; its name goes out instead."
        );
        let named = described(file, caption.unwrap_or_default());
        self.send(post, Load::Text(&named), fixing).await
    }

    async fn send(&self, to: &Post<'_>, load: Load<'_>, fixing: Fixing<'_>) -> Sent {
        let mut outgoing = Outgoing {
            chat: to.chat,
            load,
            reply_to: fixing.reply_to,
            silent: to.silent,
            markup: fixing.markup,
        };
        loop {
            let answered = post(&self.bot, outgoing.method(), &outgoing, None).await;
            match self.sorted(answered) {
                Sent::Refused(REPLY) if outgoing.reply_to.is_some() => outgoing.reply_to = None,
                sent => return sent,
            }
        }
    }

    async fn upload(
        &self,
        post: &Post<'_>,
        file: &File,
        path: &Path,
        method: FileMethod,
        caption: Option<&str>,
        fixing: Fixing<'_>,
    ) -> Sent {
        let mut outgoing = Outgoing {
            chat: post.chat,
            load: Load::File {
                method,
                remote_ref: None,
                caption,
            },
            reply_to: fixing.reply_to,
            silent: post.silent,
            markup: fixing.markup,
        };
        loop {
            let Ok(part) = reqwest::multipart::Part::file(path).await else {
                tracing::error!(file = file.id.0, "A file is not on our disk where it should be.");
                return Sent::Refused(FILE);
            };
            let part = if file.name.is_empty() {
                part
            } else {
                part.file_name(file.name.clone())
            };
            let form = outgoing.form().part(method.field(), part);
            let request = self.bot.client().post(method_url(&self.bot, outgoing.method()));
            let answered = answer(request.multipart(form).timeout(UPLOAD_PATIENCE)).await;
            match self.sorted(answered) {
                Sent::Refused(REPLY) if outgoing.reply_to.is_some() => outgoing.reply_to = None,
                sent => return sent,
            }
        }
    }

    fn sorted(&self, answered: Result<Answer, Failed>) -> Sent {
        /// Of the message that was sent only its number is read.
        #[derive(Deserialize)]
        struct Message {
            message_id: i64,
        }
        match answered.and_then(|answer| answer.result::<Message>()) {
            Ok(message) => Sent::Arrived(Some(message.message_id)),
            Err(failed) => self.failed(&failed),
        }
    }

    fn failed(&self, failed: &Failed) -> Sent {
        let sent = sort(failed, &self.id);
        if matches!(sent, Sent::Refused(_)) {
            tracing::warn!(?sent, "A message was refused: {}.", failed.sentence());
        }
        sent
    }
}

impl Outlet for TelegramOutlet {
    fn send<'a>(&'a self, letter: Letter<'a>) -> Calling<'a, Sent> {
        Box::pin(self.deliver(letter))
    }

    fn fetch<'a>(&'a self, remote_ref: &'a str, into: &'a Path) -> Calling<'a, Fetched> {
        Box::pin(download::fetch(&self.bot, remote_ref, into))
    }
}

/// The calls that a message takes, in order; none for a message that says nothing.
fn pieces(rendered: &Rendered, albums: Albums) -> Vec<Piece<'_>> {
    let text = rendered.text.as_str();
    let mut pieces = Vec::new();
    if let Some(file) = &rendered.file {
        let captioned = file
            .remote_ref
            .as_deref()
            .is_none_or(|remote_ref| FileMethod::for_remote(file.kind, remote_ref).takes_caption());
        if captioned && fits(text, CAPTION_UNITS) {
            let caption = Some(text).filter(|text| !text.trim().is_empty());
            return vec![Piece::File(file, caption)];
        }
        pieces.push(Piece::File(file, None));
    } else if !rendered.album.is_empty() {
        let caption = Some(text).filter(|text| fits(text, CAPTION_UNITS) && !text.trim().is_empty());
        let media = match albums {
            Albums::Together => album(&rendered.album, caption),
            Albums::Apart => None,
        };
        match media {
            Some(media) => pieces.push(Piece::Album(media)),
            None => {
                let captions = std::iter::once(caption).chain(std::iter::repeat(None));
                let files = rendered.album.iter().zip(captions);
                pieces.extend(files.map(|(file, caption)| Piece::File(file, caption)));
            }
        }
        if caption.is_some() {
            return pieces;
        }
    } else if let Some((latitude, longitude)) = rendered.location {
        pieces.push(Piece::Place(latitude, longitude));
    }
    if fits(text, TEXT_UNITS) {
        pieces.extend(Some(Piece::Text(Cow::Borrowed(text))).filter(|_| !text.trim().is_empty()));
    } else {
        // Telegram refuses a part of nothing but blanks.
        let parts = parts(text, TEXT_UNITS)
            .into_iter()
            .filter(|part| !part.trim().is_empty());
        pieces.extend(parts.map(|part| Piece::Text(Cow::Owned(part))));
    }
    pieces
}

/// A UTF-8 text has at least as many bytes as UTF-16 units, so most need no counting.
fn fits(text: &str, units: usize) -> bool {
    text.len() <= units || text.encode_utf16().count() <= units
}

/// Stands for a file that could not be sent: its name, above the words that belong to it.
fn described(file: &File, caption: &str) -> String {
    let name = format!("📎 {}", file.name);
    if caption.is_empty() {
        return name.trim_end().to_owned();
    }
    let with_name = format!("{}\n{caption}", name.trim_end());
    if fits(&with_name, TEXT_UNITS) {
        with_name
    } else {
        caption.to_owned()
    }
}
