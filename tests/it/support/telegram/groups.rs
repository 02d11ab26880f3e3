//! Groups with the bot in them, and how they turn into supergroups.

use std::sync::Arc;

use serde_json::{Map, json};

use super::composing::words;
use super::payload;
use super::people::{Person, Said};
use super::seen::Seen;
use super::shared::Shared;
use super::state::{Author, ChatKind, Content, GroupState, Kind, Markup, Message, State};

/// A group chat. After [`Group::becomes_supergroup`] the handle means the supergroup.
pub struct Group {
    shared: Arc<Shared>,
    chat_id: i64,
    title: String,
}

impl Group {
    pub(super) fn new(shared: &Arc<Shared>, title: &str) -> Self {
        let chat_id = shared.with(|state| {
            let id = -4_000_000_000 - i64::try_from(state.next_number()).unwrap();
            let kind = ChatKind::Group {
                title: title.to_owned(),
                state: GroupState::Active,
            };
            state.open_chat(id, kind);
            id
        });
        Self {
            shared: Arc::clone(shared),
            chat_id,
            title: title.to_owned(),
        }
    }

    pub fn chat_id(&self) -> i64 {
        self.chat_id
    }

    pub fn hears(&self, person: &Person, text: &str) -> Said {
        person.post_in(self.chat_id, words(text), None, None)
    }

    /// The bot is thrown out: every later call for the group is refused with 403.
    pub fn kicks_bot(&self) {
        self.shared
            .with(|state| self.set_state(state, GroupState::BotKicked));
    }

    /// Gives the old chat id; the bot is told twice, in the old group and in the new one.
    pub fn becomes_supergroup(&mut self, by: &Person) -> i64 {
        let old = self.chat_id;
        let new = self.shared.with(|state| {
            let new = -1_001_000_000_000 - i64::try_from(state.next_number()).unwrap();
            let title = self.title.clone();
            state.open_chat(new, ChatKind::Supergroup { title });
            self.set_state(state, GroupState::UpgradedTo(new));
            for (chat, field, other) in [
                (old, "migrate_to_chat_id", new),
                (new, "migrate_from_chat_id", old),
            ] {
                let message = Message {
                    id: 0,
                    date: state.now(),
                    from: Author::Person(by.user_id()),
                    content: Content {
                        kind: Kind::Service,
                        media: Map::from_iter([(field.to_owned(), json!(other))]),
                        ..Content::text("")
                    },
                    reply_to: None,
                    markup: Markup::None,
                    silent: false,
                    edited_on: None,
                    media_group_id: None,
                    unread: false,
                };
                let id = state.add_message(chat, message);
                let object = payload::message(state, chat, state.message(chat, id).unwrap());
                state.push_update("message", chat, object);
            }
            new
        });
        self.chat_id = new;
        old
    }

    fn set_state(&self, state: &mut State, new: GroupState) {
        let chat = state.chats.get_mut(&self.chat_id).unwrap();
        if let ChatKind::Group { state, .. } = &mut chat.kind {
            *state = new;
        }
    }

    /// The bot's messages that nobody looked at yet.
    pub fn unread(&self) -> Vec<Seen> {
        self.shared
            .with(|state| state.look(self.chat_id, |message| message.unread))
    }
}
