//! Persons: what they do in their private chat with the bot; what they see is in `looking.rs`.
//!
//! Everything here is one step under the state's lock and takes no time: the update is in the
//! bot's queue when the call returns. A person does only what Telegram's apps let people do; a
//! test that asks for more panics and says why. [`Person::taps_data`] is the exception: there a
//! forged app speaks.

use std::sync::Arc;

use serde_json::{Map, json};

use super::composing::{file_content, plain, words};
use super::formatting::utf16_len;
use super::looking::{labels_on_screen, shown_keys};
use super::payload;
use super::seen::{Action, Button, KeySends, buttons};
use super::sending::{MAX_CAPTION_UNITS, MAX_TEXT_UNITS};
use super::shared::Shared;
use super::state::{
    Account, Author, CallbackQuery, ChatKind, Content, Contents, Kind, Markup, Message, QueryLife, State,
    User,
};

/// A person with a Telegram account. Cheap to clone.
#[derive(Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    pub(super) id: i64,
}

/// What a person put into a chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said {
    pub message_id: i32,
    pub update_id: i64,
}

/// A tap on an inline button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tap {
    pub callback_query_id: String,
    pub update_id: i64,
}

/// What became of [`Person::taps`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tapped {
    Button(Tap),
    /// A key of the reply keyboard: it said its label, or sent what it asks for.
    Key(Said),
}

impl Person {
    pub(super) fn new(shared: &Arc<Shared>, name: &str, account: Account) -> Self {
        let id = shared.with(|state| {
            let id = 5_000_000_000 + i64::try_from(state.next_number()).unwrap();
            let user = User {
                id,
                first_name: name.to_owned(),
                username: None,
                language_code: "zh-hans".to_owned(),
                account,
            };
            state.users.insert(id, user);
            state.open_chat(id, ChatKind::Private { user_id: id });
            id
        });
        Self {
            shared: Arc::clone(shared),
            id,
        }
    }

    pub fn user_id(&self) -> i64 {
        self.id
    }

    /// The same number as the user's, as in life.
    pub fn chat_id(&self) -> i64 {
        self.id
    }

    /// # Panics
    ///
    /// If the text is empty or longer than the apps let through; see [`Person::says_at_length`].
    pub fn says(&self, text: &str) -> Said {
        self.post(words(text), None)
    }

    /// A text of any length: the apps cut it into messages of 4,096 units.
    pub fn says_at_length(&self, text: &str) -> Vec<Said> {
        let mut parts = vec![String::new()];
        for character in text.chars() {
            let last = parts.last_mut().unwrap();
            if utf16_len(last) + character.len_utf16() > MAX_TEXT_UNITS {
                parts.push(character.to_string());
            } else {
                last.push(character);
            }
        }
        parts.iter().map(|part| self.says(part)).collect()
    }

    /// Opens the bot by a link `t.me/bot?start=payload`, or by its start button (empty payload).
    pub fn starts(&self, payload: &str) -> Said {
        self.says(format!("/start {payload}").trim_end())
    }

    pub fn replies_to(&self, message_id: i32, text: &str) -> Said {
        self.post(words(text), Some(message_id))
    }

    /// Forwards what somebody else wrote; the original author hides behind a name.
    pub fn forwards(&self, author: &str, text: &str) -> Said {
        let mut content = words(text);
        let date = self.shared.read(State::now) - 3600;
        let origin = json!({ "type": "hidden_user", "sender_user_name": author, "date": date });
        content.media = Map::from_iter([("forward_origin".to_owned(), origin)]);
        self.post(content, None)
    }

    pub fn forwards_from_channel(&self, title: &str, text: &str) -> Said {
        let mut content = words(text);
        let date = self.shared.read(State::now) - 3600;
        let channel = json!({ "id": -1_001_000_000_001_i64, "type": "channel", "title": title });
        let origin = json!({ "type": "channel", "chat": channel, "message_id": 7, "date": date });
        content.media = Map::from_iter([("forward_origin".to_owned(), origin)]);
        self.post(content, None)
    }

    /// Changes an earlier text or caption of theirs.
    pub fn edits(&self, message_id: i32, text: &str) -> Said {
        let new = words(text);
        self.changes(message_id, |content| {
            content.text = new.text;
            content.entities = new.entities;
        })
    }

    /// Puts another photo in the place of a message's own, with another caption.
    pub fn exchanges_photo(&self, message_id: i32, caption: &str) -> Said {
        let bytes = format!("another photo for {message_id}");
        let new = self.file(Kind::Photo, "photo.jpg", "image/jpeg", bytes.as_bytes(), caption);
        self.changes(message_id, |content| *content = new)
    }

    fn changes(&self, message_id: i32, change: impl FnOnce(&mut Content)) -> Said {
        self.shared.with(|state| {
            self.may_act(state);
            let now = state.now();
            let chat = state.chats.get_mut(&self.id).unwrap();
            let message = chat.messages.get_mut(&message_id);
            let message = message.expect("a person edits a message that is there");
            assert_eq!(message.from, Author::Person(self.id), "not theirs to edit");
            change(&mut message.content);
            message.edited_on = Some(now);
            let message = state.message(self.id, message_id).unwrap();
            let object = payload::message(state, self.id, message);
            Said {
                message_id,
                update_id: wanted(state.push_update("edited_message", self.id, object)),
            }
        })
    }

    pub fn sends_photo(&self, caption: &str) -> Said {
        self.sends_file(
            Kind::Photo,
            "photo.jpg",
            "image/jpeg",
            b"\xFF\xD8\xFF photo",
            caption,
        )
    }

    /// An album of photos; the caption is on the first one. One update for each photo.
    pub fn sends_album(&self, photos: usize, caption: &str) -> Vec<Said> {
        assert!((2..=10).contains(&photos), "an album has 2 to 10 photos");
        let group = self.shared.with(State::next_media_group_id);
        let send = |index: usize| {
            let caption = if index == 0 { caption } else { "" };
            let bytes = format!("photo {index} of {group}");
            let content = self.file(Kind::Photo, "photo.jpg", "image/jpeg", bytes.as_bytes(), caption);
            self.post_in(self.id, content, None, Some(group.clone()))
        };
        (0..photos).map(send).collect()
    }

    pub fn sends_voice(&self, bytes: &[u8]) -> Said {
        self.sends_file(Kind::Voice, "voice.oga", "audio/ogg", bytes, "")
    }

    pub fn sends_audio(&self, name: &str, bytes: &[u8]) -> Said {
        self.sends_file(Kind::Audio, name, "audio/mpeg", bytes, "")
    }

    pub fn sends_video(&self, bytes: &[u8], caption: &str) -> Said {
        self.sends_file(Kind::Video, "video.mp4", "video/mp4", bytes, caption)
    }

    pub fn sends_video_note(&self, bytes: &[u8]) -> Said {
        self.sends_file(Kind::VideoNote, "note.mp4", "video/mp4", bytes, "")
    }

    /// A document of so many bytes, all zero. Above 20 MB the bot can't download it.
    pub fn sends_document(&self, name: &str, size: u64, caption: &str) -> Said {
        let content = self.shared.with(|state| {
            let mime = "application/octet-stream";
            let id = state.add_file(Kind::Document, name, mime, size, Contents::Zeros);
            file_content(state, Kind::Document, id, caption)
        });
        self.post(content, None)
    }

    /// Any medium with real contents.
    pub fn sends_file(&self, kind: Kind, name: &str, mime: &str, bytes: &[u8], caption: &str) -> Said {
        self.post(self.file(kind, name, mime, bytes, caption), None)
    }

    fn file(&self, kind: Kind, name: &str, mime: &str, bytes: &[u8], caption: &str) -> Content {
        assert!(utf16_len(caption) <= MAX_CAPTION_UNITS, "apps refuse it");
        self.shared.with(|state| {
            let contents = Contents::Bytes(bytes.into());
            let id = state.add_file(kind, name, mime, bytes.len() as u64, contents);
            file_content(state, kind, id, caption)
        })
    }

    pub fn sends_sticker(&self, emoji: &str) -> Said {
        let content = self.shared.with(|state| {
            let bytes = Contents::Bytes(b"RIFF sticker".as_slice().into());
            let id = state.add_file(Kind::Sticker, "sticker.webp", "image/webp", 12, bytes);
            let mut content = file_content(state, Kind::Sticker, id, "");
            content.media["sticker"]["emoji"] = json!(emoji);
            content.media["sticker"]["set_name"] = json!("SampleStickers");
            content
        });
        self.post(content, None)
    }

    pub fn sends_location(&self, latitude: f64, longitude: f64) -> Said {
        let location = json!({ "latitude": latitude, "longitude": longitude });
        self.post(plain(Kind::Location, "location", location), None)
    }

    pub fn sends_contact(&self, phone_number: &str, first_name: &str) -> Said {
        let contact = json!({ "phone_number": phone_number, "first_name": first_name });
        self.post(plain(Kind::Contact, "contact", contact), None)
    }

    /// Taps the newest button with this label: an inline button, or a key of the reply keyboard.
    ///
    /// # Panics
    ///
    /// If there is no such button, with the buttons that there are.
    pub fn taps(&self, label: &str) -> Tapped {
        let inline = self.shared.read(|state| {
            let messages = state.chats[&self.id].messages.values().rev();
            let mut found = messages.flat_map(|message| {
                let buttons = buttons(&message.markup).into_iter().flatten();
                buttons.map(move |button| (message.id, button))
            });
            found.find(|(_, button)| button.label == label)
        });
        if let Some((message_id, button)) = inline {
            return Tapped::Button(self.press(message_id, button));
        }
        let (keys, offered) = self.shared.read(|state| {
            let chat = &state.chats[&self.id];
            (shown_keys(chat), labels_on_screen(chat))
        });
        let Some(key) = keys.iter().flatten().find(|key| key.label == label) else {
            panic!("no button 「{label}」; there are: {offered}");
        };
        Tapped::Key(match key.sends {
            KeySends::ItsLabel => self.says(label),
            KeySends::Location => self.sends_location(28.2282, 112.9388),
            KeySends::Contact => {
                let name = self.shared.read(|state| state.users[&self.id].first_name.clone());
                let contact = json!({
                    "phone_number": "+8613900000000", "first_name": name, "user_id": self.id,
                });
                self.post(plain(Kind::Contact, "contact", contact), None)
            }
        })
    }

    /// Taps a button of one certain message, an old one for instance.
    pub fn taps_on(&self, message_id: i32, label: &str) -> Tap {
        let found = self.shared.read(|state| {
            let message = state.message(self.id, message_id);
            let message = message.expect("a person taps on a message that is there");
            let mut buttons = buttons(&message.markup).into_iter().flatten();
            buttons.find(|button| button.label == label)
        });
        let button = found.unwrap_or_else(|| panic!("no button 「{label}」 on {message_id}"));
        self.press(message_id, button)
    }

    fn press(&self, message_id: i32, button: Button) -> Tap {
        match button.action {
            Action::Callback(data) => self.query(&data, Some(message_id)),
            other => panic!("「{}」 sends the bot nothing: {other:?}", button.label),
        }
    }

    /// A forged tap: any data, on the bot's newest message, or on one that is gone.
    pub fn taps_data(&self, data: &str) -> Tap {
        let newest = self.shared.read(|state| {
            let messages = state.chats[&self.id].messages.values();
            let by_bot = messages.filter(|message| message.from == Author::Bot);
            by_bot.map(|message| message.id).next_back()
        });
        self.query(data, newest)
    }

    fn query(&self, data: &str, message_id: Option<i32>) -> Tap {
        self.shared.with(|state| {
            self.may_act(state);
            let callback_query_id = format!("42949672960000{:06}", state.next_number());
            let message = match message_id.and_then(|id| state.message(self.id, id)) {
                Some(message) => payload::message(state, self.id, message),
                None => {
                    let chat = payload::chat(state, &state.chats[&self.id]);
                    json!({ "chat": chat, "message_id": 1, "date": 0 })
                }
            };
            let object = json!({
                "id": callback_query_id,
                "from": payload::user(state, self.id),
                "message": message,
                "chat_instance": format!("{}", self.id * 1_000),
                "data": data,
            });
            state.callback_queries.push(CallbackQuery {
                id: callback_query_id.clone(),
                user_id: self.id,
                data: data.to_owned(),
                life: QueryLife::Open,
            });
            Tap {
                callback_query_id,
                update_id: wanted(state.push_update("callback_query", self.id, object)),
            }
        })
    }

    /// Gives the update's id.
    pub fn blocks_bot(&self) -> i64 {
        self.becomes(Account::BlockedBot, ("member", "kicked"))
    }

    /// Gives the update's id. The apps say `/start` next; a test does so itself.
    pub fn unblocks_bot(&self) -> i64 {
        self.becomes(Account::Open, ("kicked", "member"))
    }

    fn becomes(&self, account: Account, (old, new): (&str, &str)) -> i64 {
        self.shared.with(|state| {
            state.users.get_mut(&self.id).unwrap().account = account;
            let member = |status: &str| {
                let mut member = json!({ "user": payload::bot(), "status": status });
                if status == "kicked" {
                    member["until_date"] = json!(0);
                }
                member
            };
            let object = json!({
                "chat": payload::chat(state, &state.chats[&self.id]),
                "from": payload::user(state, self.id),
                "date": state.now(),
                "old_chat_member": member(old),
                "new_chat_member": member(new),
            });
            wanted(state.push_update("my_chat_member", self.id, object))
        })
    }

    /// The account is gone; the bot is told nothing, as in life.
    pub fn deletes_account(&self) {
        self.set(|user| {
            user.account = Account::Deleted;
            user.first_name = String::new();
            user.username = None;
        });
    }

    /// Changes the name in Telegram, of which the bot learns with the next message.
    pub fn calls_themselves(&self, first_name: &str, username: Option<&str>) {
        self.set(|user| {
            user.first_name = first_name.to_owned();
            user.username = username.map(str::to_owned);
        });
    }

    /// Sets the app's language, such as `en` or `zh-hans`.
    pub fn uses_language(&self, code: &str) {
        self.set(|user| user.language_code = code.to_owned());
    }

    fn set(&self, change: impl FnOnce(&mut User)) {
        self.shared
            .with(|state| change(state.users.get_mut(&self.id).unwrap()));
    }

    fn may_act(&self, state: &mut State) {
        let user = state.users.get_mut(&self.id).unwrap();
        match user.account {
            Account::Stranger => user.account = Account::Open,
            Account::Open => {}
            Account::BlockedBot => panic!("{} blocks the bot: unblock first", user.first_name),
            Account::Deleted => panic!("a deleted account does nothing"),
        }
    }

    fn post(&self, content: Content, reply_to: Option<i32>) -> Said {
        self.post_in(self.id, content, reply_to, None)
    }

    pub(super) fn post_in(
        &self,
        chat_id: i64,
        content: Content,
        reply_to: Option<i32>,
        media_group_id: Option<String>,
    ) -> Said {
        self.shared.with(|state| {
            self.may_act(state);
            let message = Message {
                id: 0,
                date: state.now(),
                from: Author::Person(self.id),
                content,
                reply_to,
                markup: Markup::None,
                silent: false,
                edited_on: None,
                media_group_id,
                unread: false,
            };
            let message_id = state.add_message(chat_id, message);
            let message = state.message(chat_id, message_id).unwrap();
            let object = payload::message(state, chat_id, message);
            Said {
                message_id,
                update_id: wanted(state.push_update("message", chat_id, object)),
            }
        })
    }
}

fn wanted(update_id: Option<i64>) -> i64 {
    update_id.expect("the bot's allowed_updates leave out what this person does")
}
