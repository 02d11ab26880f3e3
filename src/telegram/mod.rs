//! Telegram: updates become inputs, messages become calls to the Bot API. The only user of teloxide.
//!
//! Tied by `app`: [`connect`] makes the client, [`poll()`] or [`Webhook`] bring inputs to the engine, [`TelegramOutlet`]
//! sends for it. teloxide gives the client, the types of what is sent and the errors; its dispatcher and listeners are not
//! used because they confirm updates before they are handled, its types of updates because they lose what they don't know. Limits and refusals: Bot API 10.2 and its server's source.
//!
//! **Invariants:** an update is confirmed only when it is committed. Everything that Telegram can deliver has a fate
//! (below). Tokens, and what people say, are in no log. Nothing of Telegram leaks inward: addresses and numbers are
//! strings and integers like any channel's.
//!
//! # The fate of every update
//!
//! | Update | Fate |
//! | --- | --- |
//! | `message`, `edited_message` in a private chat, from its person | by content, below |
//! | the same from a bot, or from nobody | counted (`bot`, `no_sender`) |
//! | `message` in a group | counted; explained when it addresses a bot by command, mention or reply (`group`) |
//! | `message` with `migrate_to_chat_id` | the address moves |
//! | `callback_query` in a private chat | a tap; without data (games) counted; always answered, so that the button rests |
//! | `my_chat_member` in a private chat | `kicked`: the person left; `member`: came back; else counted |
//! | business, channel, reaction, inline, payment, poll, boost, join and membership updates | counted; not asked for |
//! | a kind yet to be invented | with a person's words in a private chat a dead letter, else counted |
//! | no JSON, or without chat or number | a dead letter, under its `update_id` or the hash of its bytes |
//!
//! | Content of a private message | Fate |
//! | --- | --- |
//! | `text` | `Text`, to the letter; `/start` alone or with a link's payload opens the conversation |
//! | `photo` | `File`, the largest size, with caption |
//! | `voice` · `video`, `video_note`, `animation` · `audio`, `document` | `File`: voice · video · document; caption, name, type, size, seconds |
//! | an album | one input for each, with the album's number |
//! | `location`, live or not · `venue` | `Location` · with name and address |
//! | a moving live location (an edit) | counted: the place where it began is kept |
//! | `sticker` · `dice` | `Described` by its sign · its sign and number |
//! | `contact` | `Described`: name and number |
//! | `poll`, `checklist`, `rich_message`, `game`, `invoice`, `story`, `paid_media`, `gift`, `giveaway` | `Described` with all words in it |
//! | content yet to be invented | `Described` as `unknown` with all words that can be found |
//! | a forward | said, with its origin: a channel, a chat, a person, hidden or not |
//! | a reply | the number, the buttons and, if ours, the words of the message replied to |
//! | a reply to another chat's message | with the quotation above the words, each line after `> ` |
//! | an edit | the new words (text, caption or description) under the message's number |
//! | a service message (pinned, timer, payment, shared user, topic …) | counted under its field's name |
//! | nothing readable at all | explained (`empty`) |
//!
//! "Counted" is `Deed::Other` without explanation, from the program: it makes no account and answers nobody.

mod bot;
mod broken;
mod call;
mod download;
mod forwarded;
mod lenient;
mod outgoing;
mod outlet;
mod poll;
mod poll_status;
mod read;
mod seen;
mod send_errors;
mod webhook;
mod wording;

pub use bot::{
    BadConnection, Looked, Me, Trouble, WebhookInfo, bot_id, connect, look_at, set_commands, who_am_i,
};
pub use outlet::TelegramOutlet;
pub use poll::poll;
pub use poll_status::{PollState, PollStatus};
pub use read::{ReadUpdate, read_update};
pub use webhook::{SECRET_HEADER, Webhook, WebhookAnswer, set_webhook};
