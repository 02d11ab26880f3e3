//! What people look at: their chat with the bot, the keys under it, the answers to taps.
//!
//! **Invariant:** looking is what makes a message read; `assert_clean` counts on it.

use super::people::Person;
use super::seen::{Key, Keyboard, Seen, buttons, keyboard};
use super::state::{Author, Chat, Message, QueryLife, State, Toast};

impl Person {
    /// All messages of the bot that are in the chat now, oldest first; looking reads them.
    pub fn inbox(&self) -> Vec<Seen> {
        self.shared.with(|state| state.look(self.id, |_| true))
    }

    /// The messages of the bot that are new, or changed, since somebody last looked.
    pub fn unread(&self) -> Vec<Seen> {
        self.shared
            .with(|state| state.look(self.id, |message| message.unread))
    }

    /// Waits for the next new or changed message of the bot and reads it alone.
    pub async fn hears(&self) -> Seen {
        let what = format!("a message of the bot to {}", self.id);
        let unread = |state: &State| {
            let mut messages = state.chats[&self.id].messages.values();
            messages.find(|message| message.unread).map(|message| message.id)
        };
        loop {
            let id = self.shared.wait_for(&what, unread).await;
            let look = |state: &mut State| state.look(self.id, |message| message.id == id);
            // The bot may have deleted it since.
            if let Some(seen) = self.shared.with(look).pop() {
                return seen;
            }
        }
    }

    /// Answers to taps since somebody last looked, also empty ones that only stop the spinner.
    pub fn toasts(&self) -> Vec<Toast> {
        self.shared.with(|state| {
            let mut toasts = Vec::new();
            for query in &mut state.callback_queries {
                if query.user_id == self.id
                    && let QueryLife::Answered(toast) = &query.life
                {
                    toasts.push(toast.clone());
                    query.life = QueryLife::Seen;
                }
            }
            toasts
        })
    }

    /// The keys under the text field, if a keyboard is shown.
    pub fn keys(&self) -> Vec<Vec<String>> {
        let keys = self.shared.read(|state| shown_keys(&state.chats[&self.id]));
        let labels = |row: Vec<Key>| row.into_iter().map(|key| key.label).collect();
        keys.into_iter().map(labels).collect()
    }
}

impl State {
    pub(super) fn look(&mut self, chat_id: i64, which: impl Fn(&Message) -> bool) -> Vec<Seen> {
        let messages = self.chats[&chat_id].messages.values();
        let chosen = messages.filter(|message| message.from == Author::Bot && which(message));
        let seen: Vec<_> = chosen.map(|message| Seen::of(self, chat_id, message)).collect();
        let chat = self.chats.get_mut(&chat_id).unwrap();
        for seen in &seen {
            chat.messages.get_mut(&seen.message_id).unwrap().unread = false;
        }
        seen
    }
}

/// The reply keyboard that stands in a chat: the last one shown, unless it was taken away since.
pub(super) fn shown_keys(chat: &Chat) -> Vec<Vec<Key>> {
    let changes = chat.messages.values().rev();
    let mut changes = changes.map(|message| keyboard(&message.markup));
    match changes.find(|change| matches!(change, Keyboard::Shown(_) | Keyboard::Removed)) {
        Some(Keyboard::Shown(keys)) => keys,
        _ => Vec::new(),
    }
}

/// For the message that a button isn't there.
pub(super) fn labels_on_screen(chat: &Chat) -> String {
    let messages = chat.messages.values();
    let inline = messages.flat_map(|message| buttons(&message.markup).into_iter().flatten());
    let keys = shown_keys(chat).into_iter().flatten().map(|key| key.label);
    let labels: Vec<_> = inline.map(|button| button.label).chain(keys).collect();
    labels.join(", ")
}
