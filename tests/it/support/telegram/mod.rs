//! The fake Telegram: the platform as an in-memory model, served over HTTP to the real client.
//!
//! Every integration test starts one with [`FakeTelegram::start`], hands its address and token to
//! the program (in this process or a child of it: it only speaks HTTP), lets people do things and
//! looks at what they see. One server a test, on a port of its own, nothing global.
//!
//! Where to find what: `state` is the data; `people`, `composing`, `groups`, `looking` and `seen`
//! are the people's side; `methods`, `sending`, `editing`, `files`, `polling` and `webhook` the
//! bot's side; `request`, `keyboards` and `formatting` read what it sends, `refusals` says no to
//! it; `faults` is what goes wrong on the way; `server` is HTTP, `shared` the lock and the bell.
//!
//! **Invariants:** an update stays queued until it is confirmed, whatever became of its
//! deliveries. A call has its whole effect or none. Nothing here sleeps and asks: tests wait for
//! the bell, and a wait in vain panics with the state printed.
//!
//! Not modelled: Telegram's own rate limits (order them as faults), its three seconds between
//! conflicts, the expiry of updates after a day and of file links after an hour, channels, topics,
//! and answers to a webhook that carry a method call.

mod composing;
mod editing;
mod faults;
mod files;
mod formatting;
mod groups;
mod keyboards;
mod looking;
mod methods;
mod payload;
mod people;
mod polling;
mod refusals;
mod request;
mod seen;
mod sending;
mod server;
mod shared;
mod state;
mod webhook;

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

pub use faults::{DOWNLOAD, Fault, Gate, Held, On, WEBHOOK};
pub use groups::Group;
pub use payload::{BOT_ID, BOT_NAME, BOT_USERNAME};
pub use people::{Person, Said, Tap, Tapped};
pub use seen::{Action, Button, Key, KeySends, Keyboard, Seen, SeenFile};
pub use state::{Call, Kind, Outcome, State, Toast};
pub use webhook::SECRET_HEADER;

use shared::Shared;
use state::{Account, QueryLife};

/// A Telegram for one test.
///
/// It runs on a thread of its own, so a test may block (on a child process, say) or pause its
/// runtime's clock without stopping it.
pub struct FakeTelegram {
    shared: Arc<Shared>,
    address: SocketAddr,
    runtime: Option<Runtime>,
}

impl FakeTelegram {
    pub async fn start() -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let shared = Arc::new(Shared::new(runtime.handle().clone()));
        let bind = TcpListener::bind("127.0.0.1:0");
        let listener = runtime.spawn(bind).await.unwrap().unwrap();
        let address = listener.local_addr().unwrap();
        runtime.spawn(server::serve(listener, Arc::clone(&shared)));
        runtime.spawn(webhook::courier(Arc::clone(&shared)));
        Self {
            shared,
            address,
            runtime: Some(runtime),
        }
    }

    /// For `TELOXIDE_API_URL` or `Bot::set_api_url`: no slash at the end.
    pub fn api_url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn token(&self) -> &'static str {
        server::TOKEN
    }

    /// A person who has opened the chat with the bot before, so that the bot may write first.
    /// Mark sample names: `陈群众（示例）`.
    pub fn person(&self, name: &str) -> Person {
        Person::new(&self.shared, name, Account::Open)
    }

    /// A person who never opened the bot: it may not write to them until they write to it.
    pub fn stranger(&self, name: &str) -> Person {
        Person::new(&self.shared, name, Account::Stranger)
    }

    pub fn group(&self, title: &str) -> Group {
        Group::new(&self.shared, title)
    }

    /// Queues a captured update. An object with a whole `update_id` is kept to the letter; one
    /// without gets the next id; anything else, even text that is no JSON, goes out as it is and
    /// is confirmed like an update with the next id. Gives that id.
    pub fn push_raw(&self, update: &str) -> i64 {
        self.shared.with(|state| {
            let next = state.next_update_id;
            let parsed = serde_json::from_str::<Value>(update).ok();
            let (id, text) = match parsed {
                Some(Value::Object(mut fields)) => match fields.get("update_id") {
                    Some(id) => (id.as_i64().unwrap_or(next), update.to_owned()),
                    None => {
                        fields.insert("update_id".to_owned(), json!(next));
                        (next, Value::Object(fields).to_string())
                    }
                },
                _ => (next, update.to_owned()),
            };
            state.queue_update(id, 0, text);
            id
        })
    }

    /// Lets update ids go on from another number, as after a week of silence.
    pub fn continue_update_ids_at(&self, next: i64) {
        self.shared.with(|state| state.next_update_id = next);
    }

    /// Sets the `date` of what happens from now on, in seconds since the epoch. Without it the
    /// machine's clock is used.
    pub fn set_date(&self, seconds: i64) {
        self.shared.with(|state| state.date = Some(seconds));
    }

    /// Lets all taps so far grow too old to be answered.
    pub fn expire_taps(&self) {
        self.shared.with(|state| {
            for query in &mut state.callback_queries {
                query.life = QueryLife::Expired;
            }
        });
    }

    /// Makes a public https host lead to a loopback address, for webhooks.
    pub fn resolves(&self, host: &str, to: SocketAddr) {
        self.shared.with(|state| state.hosts.insert(host.to_owned(), to));
    }

    /// Plans a fault: `tg.fault("sendMessage", Fault::CutAfter)` for the next call, or with an
    /// [`On`] for certain calls.
    ///
    /// # Panics
    ///
    /// If [`WEBHOOK`] or [`DOWNLOAD`] can't meet such a fault.
    pub fn fault(&self, on: impl Into<On>, fault: Fault) {
        let on = on.into();
        on.check(&fault);
        self.shared.with(|state| state.plans.fault(on, fault));
    }

    /// Takes back all faults that are still to come.
    pub fn heal(&self) {
        self.shared.with(|state| state.plans.forget_faults());
    }

    /// Holds matching calls until the gate lets them through or is dropped.
    pub fn hold(&self, on: impl Into<On>, held: Held) -> Gate {
        Gate::new(&self.shared, on.into(), held)
    }

    /// Looks at the platform's data.
    pub fn state<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        self.shared.read(look)
    }

    /// Waits until the platform's data is so.
    ///
    /// # Panics
    ///
    /// After half a minute, with the state printed.
    pub async fn wait_until(&self, mut condition: impl FnMut(&State) -> bool) {
        self.wait_for(|state| condition(state).then_some(())).await;
    }

    /// Waits until there is something to find, and gives it.
    ///
    /// # Panics
    ///
    /// After half a minute, with the state printed.
    pub async fn wait_for<T>(&self, find: impl FnMut(&State) -> Option<T>) -> T {
        self.shared.wait_for("what the test asked for", find).await
    }

    /// Waits until every update is confirmed and every call, long polls left out, is answered.
    ///
    /// The bot may still have something to send: this says only that it was told all.
    pub async fn idle(&self) {
        let idle = |state: &State| (state.updates.is_empty() && state.in_flight() == 0).then_some(());
        self.shared.wait_for("an idle bot", idle).await;
    }

    /// How many updates are unconfirmed.
    pub fn pending_updates(&self) -> usize {
        self.shared.read(|state| state.updates.len())
    }

    /// The whole state in words, for a failed assertion.
    pub fn describe(&self) -> String {
        self.shared.describe()
    }

    /// Ends a test: nothing the bot did was overlooked, and nothing was left undone.
    ///
    /// # Panics
    ///
    /// If a bot message or a toast with words was not looked at, an update is unconfirmed, a tap
    /// was never answered, a method is unknown, or a planned fault was met by no call.
    pub fn assert_clean(&self) {
        let complaints = self.shared.read(complaints);
        let list = complaints.join("\n  ");
        assert!(
            complaints.is_empty(),
            "the test leaves:\n  {list}\n{}",
            self.describe()
        );
    }
}

fn complaints(state: &State) -> Vec<String> {
    let mut complaints = unknown_methods(state);
    for (chat_id, message_id) in state.unread() {
        let text = &state.chats[&chat_id].messages[&message_id].content.text;
        complaints.push(format!("unread message {message_id} in {chat_id}: {text:?}"));
    }
    for query in &state.callback_queries {
        match &query.life {
            QueryLife::Open => complaints.push(format!("unanswered tap {:?}", query.data)),
            QueryLife::Answered(toast) if !toast.text.is_empty() => {
                complaints.push(format!("unread toast {:?}", toast.text));
            }
            _ => {}
        }
    }
    for update in &state.updates {
        complaints.push(format!("unconfirmed update {}", update.update_id));
    }
    for fault in state.plans.unused() {
        complaints.push(format!("a fault that nothing met: {fault}"));
    }
    complaints
}

fn unknown_methods(state: &State) -> Vec<String> {
    let names = state.unknown_methods.iter();
    names.map(|name| format!("unknown method {name}")).collect()
}

impl Drop for FakeTelegram {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
        let unknown = self.shared.read(unknown_methods);
        if !std::thread::panicking() {
            assert!(unknown.is_empty(), "{}", unknown.join(", "));
        }
    }
}
