//! The platform as plain data: people, chats, messages, files, what is owed to the bot.
//!
//! The server reads and changes it for the bot, [`super::Person`] and [`super::Group`] for people,
//! `wait_until` closures look at it. Ids are the plain numbers of the Bot API: this side of the
//! wall knows nothing of the program's own types.
//!
//! **Invariant:** nothing here waits, locks or speaks HTTP. Message ids are counted per chat, so
//! two chats have the same ids: a program that keys anything by message id alone fails here first.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value};

use super::faults::Plans;

#[derive(Debug)]
pub struct State {
    pub users: BTreeMap<i64, User>,
    pub chats: BTreeMap<i64, Chat>,
    /// By `file_id`.
    pub files: BTreeMap<String, StoredFile>,
    /// Unconfirmed updates in the order in which they happened.
    pub updates: VecDeque<PendingUpdate>,
    pub next_update_id: i64,
    /// As last given to getUpdates or setWebhook; `None` is Telegram's default set.
    pub allowed_updates: Option<Vec<String>>,
    pub webhook: Option<Webhook>,
    /// Hosts that "the internet" knows, for webhooks set to an https address.
    pub hosts: BTreeMap<String, SocketAddr>,
    pub callback_queries: Vec<CallbackQuery>,
    /// What setMyCommands, setMyDescription and setMyShortDescription left, by
    /// `method:language:scope`.
    pub profile: BTreeMap<String, Value>,
    /// Every call of the bot, in the order of arrival.
    pub calls: Vec<Call>,
    /// Methods that the fake doesn't know: each one fails the test by name.
    pub unknown_methods: Vec<String>,
    /// Grows with every getUpdates; a waiting poll that is no longer the newest gets its 409.
    pub newest_poll: u64,
    /// Grows with every change of the webhook; an older courier stops.
    pub webhook_generation: u64,
    pub(super) plans: Plans,
    /// Calls that stand at a gate, by the gate's address.
    pub(super) at_gates: Vec<usize>,
    /// Seconds since the epoch for `date` fields; `None` follows the machine's clock.
    pub(super) date: Option<i64>,
    counter: u64,
}

/// A person, from the platform's point of view.
#[derive(Debug, Clone)]
pub struct User {
    pub id: i64,
    pub first_name: String,
    pub username: Option<String>,
    pub language_code: String,
    pub account: Account,
}

/// How a person stands to the bot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// Never wrote to the bot: the bot may not begin.
    Stranger,
    Open,
    BlockedBot,
    Deleted,
}

#[derive(Debug, Clone)]
pub struct Chat {
    pub id: i64,
    pub kind: ChatKind,
    pub messages: BTreeMap<i32, Message>,
    pub next_message_id: i32,
    pub pinned: Vec<i32>,
    /// What sendChatAction showed, oldest first.
    pub actions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChatKind {
    Private { user_id: i64 },
    Group { title: String, state: GroupState },
    Supergroup { title: String },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupState {
    Active,
    BotKicked,
    UpgradedTo(i64),
}

#[derive(Debug, Clone)]
pub struct Message {
    pub id: i32,
    pub date: i64,
    pub from: Author,
    pub content: Content,
    pub reply_to: Option<i32>,
    pub markup: Markup,
    pub silent: bool,
    pub edited_on: Option<i64>,
    pub media_group_id: Option<String>,
    /// A message or edit of the bot that no test has looked at yet.
    pub unread: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    Bot,
    Person(i64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Text,
    Photo,
    Voice,
    Document,
    Audio,
    Video,
    VideoNote,
    Sticker,
    Location,
    Contact,
    Service,
}

#[derive(Debug, Clone)]
pub struct Content {
    pub kind: Kind,
    /// Text, or the caption of a medium.
    pub text: String,
    /// Bot API `MessageEntity` objects.
    pub entities: Vec<Value>,
    /// The medium's own fields in Bot API form, such as `{"photo": [...]}`.
    pub media: Map<String, Value>,
    /// The file to download, the largest size of a photo.
    pub file_id: Option<String>,
}

impl Content {
    pub fn text(text: &str) -> Self {
        Self {
            kind: Kind::Text,
            text: text.to_owned(),
            entities: Vec::new(),
            media: Map::new(),
            file_id: None,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Markup {
    None,
    /// The rows as the bot sent them.
    Inline(Value),
    /// A reply keyboard: the rows as the bot sent them.
    Keyboard(Value),
    RemoveKeyboard,
    ForceReply,
}

#[derive(Debug, Clone)]
pub struct StoredFile {
    pub kind: Kind,
    pub file_path: String,
    pub name: String,
    pub mime: String,
    pub size: u64,
    pub contents: Contents,
}

#[derive(Debug, Clone)]
pub enum Contents {
    Bytes(Arc<[u8]>),
    /// So many zero bytes, made only when they are downloaded.
    Zeros,
}

impl StoredFile {
    pub fn bytes(&self) -> Vec<u8> {
        match &self.contents {
            Contents::Bytes(bytes) => bytes.to_vec(),
            Contents::Zeros => vec![0; usize::try_from(self.size).unwrap()],
        }
    }
}

/// An update that the bot hasn't confirmed.
#[derive(Debug, Clone)]
pub struct PendingUpdate {
    /// What confirms it. The text may say otherwise where a test pushed unreadable text.
    pub update_id: i64,
    /// The text as it goes over the wire.
    pub json: String,
    /// Deliveries of one queue (a chat) are in order.
    pub queue: i64,
    /// How often it was given to the bot, by either way.
    pub handed_out: u32,
    pub delivery: Delivery,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    Waiting,
    InFlight,
    RetryAt(Instant),
}

#[derive(Debug, Clone)]
pub struct Webhook {
    pub url: String,
    pub secret_token: Option<String>,
    pub max_connections: usize,
    pub last_error: Option<(i64, String)>,
}

#[derive(Debug, Clone)]
pub struct CallbackQuery {
    pub id: String,
    pub user_id: i64,
    pub data: String,
    pub life: QueryLife,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QueryLife {
    Open,
    Answered(Toast),
    /// Answered, and the test has looked at it.
    Seen,
    Expired,
}

/// The answer to a tap: a short notice over the chat, or an alert to be dismissed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// Empty where the bot only stopped the spinner.
    pub text: String,
    pub alert: bool,
}

/// One request of the bot.
#[derive(Debug, Clone)]
pub struct Call {
    /// As Telegram's documentation spells it.
    pub method: String,
    /// Fields as received; uploaded bytes are only counted.
    pub params: Value,
    pub outcome: Outcome,
    pub at: Instant,
}

impl Call {
    pub fn chat_id(&self) -> Option<i64> {
        let value = &self.params["chat_id"];
        value.as_i64().or_else(|| value.as_str()?.parse().ok())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    InFlight,
    /// The client went away, or the connection was cut, before there was an effect.
    Lost,
    /// The effect happened; the client may not know.
    AnswerLost,
    /// The HTTP status of the answer.
    Answered(u16),
}

impl State {
    pub(super) fn new() -> Self {
        Self {
            users: BTreeMap::new(),
            chats: BTreeMap::new(),
            files: BTreeMap::new(),
            updates: VecDeque::new(),
            next_update_id: 870_000_001,
            allowed_updates: None,
            webhook: None,
            hosts: BTreeMap::new(),
            callback_queries: Vec::new(),
            profile: BTreeMap::new(),
            calls: Vec::new(),
            unknown_methods: Vec::new(),
            newest_poll: 0,
            webhook_generation: 0,
            plans: Plans::default(),
            at_gates: Vec::new(),
            date: None,
            counter: 0,
        }
    }

    /// A number that this platform has not given out before.
    pub(super) fn next_number(&mut self) -> u64 {
        self.counter += 1;
        self.counter
    }

    pub(super) fn now(&self) -> i64 {
        self.date.unwrap_or_else(|| {
            let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
            i64::try_from(since.as_secs()).unwrap()
        })
    }

    pub(super) fn open_chat(&mut self, id: i64, kind: ChatKind) {
        let chat = Chat {
            id,
            kind,
            messages: BTreeMap::new(),
            next_message_id: 1,
            pinned: Vec::new(),
            actions: Vec::new(),
        };
        self.chats.insert(id, chat);
    }

    /// Puts a message into a chat and gives its id.
    pub(super) fn add_message(&mut self, chat_id: i64, mut message: Message) -> i32 {
        let chat = self.chats.get_mut(&chat_id).unwrap();
        let id = chat.next_message_id;
        chat.next_message_id += 1;
        message.id = id;
        chat.messages.insert(id, message);
        id
    }

    pub(super) fn message(&self, chat_id: i64, message_id: i32) -> Option<&Message> {
        self.chats.get(&chat_id)?.messages.get(&message_id)
    }

    /// The bot's messages that nobody looked at, as (chat, message).
    pub fn unread(&self) -> Vec<(i64, i32)> {
        let of_chat = |chat: &Chat| {
            let unread = chat.messages.values().filter(|message| message.unread);
            unread.map(|message| (chat.id, message.id)).collect::<Vec<_>>()
        };
        self.chats.values().flat_map(of_chat).collect()
    }

    /// All calls of a method, named as in Telegram's documentation.
    pub fn calls_of(&self, method: &str) -> Vec<&Call> {
        let same = |call: &&Call| call.method == method;
        self.calls.iter().filter(same).collect()
    }

    /// Calls that are neither answered nor lost, long polls left out.
    pub fn in_flight(&self) -> usize {
        let open = |call: &&Call| call.outcome == Outcome::InFlight && call.method != "getUpdates";
        self.calls.iter().filter(open).count()
    }

    /// Taps whose button still spins.
    pub fn open_taps(&self) -> usize {
        let open = |query: &&CallbackQuery| query.life == QueryLife::Open;
        self.callback_queries.iter().filter(open).count()
    }

    /// Every text or caption of the bot in a chat that is still there, oldest first.
    pub fn bot_texts(&self, chat_id: i64) -> Vec<&str> {
        let messages = self.chats[&chat_id].messages.values();
        let by_bot = messages.filter(|message| message.from == Author::Bot);
        by_bot.map(|message| message.content.text.as_str()).collect()
    }
}
