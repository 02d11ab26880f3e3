//! The state behind its lock, with a bell that rings on every change.
//!
//! Everything that waits (long polls, couriers, tests) waits for the bell and looks again; nobody
//! sleeps and asks.
//!
//! **Invariant:** looking rings no bell, else waiters would wake each other for ever.

use std::fmt::Write;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::sleep;

use super::state::{Author, State};

/// How long a test waits for what should happen at once. Generous: a busy machine is no failure.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Shared {
    state: Mutex<State>,
    bell: watch::Sender<u64>,
    /// The fake's own runtime, whose clock no test pauses.
    runtime: Handle,
}

impl Shared {
    pub fn new(runtime: Handle) -> Self {
        Self {
            state: Mutex::new(State::new()),
            bell: watch::Sender::new(0),
            runtime,
        }
    }

    /// A failed assertion inside a closure must not hide behind a poisoned lock.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    pub fn with<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock());
        self.bell.send_modify(|rings| *rings += 1);
        result
    }

    pub fn news(&self) -> watch::Receiver<u64> {
        self.bell.subscribe()
    }

    /// Waits until `look` finds something.
    ///
    /// # Panics
    ///
    /// After [`PATIENCE`], with the state printed.
    pub async fn wait_for<T>(&self, what: &str, look: impl FnMut(&State) -> Option<T>) -> T {
        let alarm = self.runtime.spawn(sleep(PATIENCE));
        let silence = alarm.abort_handle();
        let found = tokio::select! {
            found = self.until(look) => Some(found),
            _ = alarm => None,
        };
        silence.abort();
        found.unwrap_or_else(|| panic!("waited in vain for {what}\n{}", self.describe()))
    }

    async fn until<T>(&self, mut look: impl FnMut(&State) -> Option<T>) -> T {
        let mut news = self.news();
        loop {
            news.borrow_and_update();
            if let Some(found) = self.read(&mut look) {
                return found;
            }
            news.changed().await.unwrap();
        }
    }

    /// The state for a person who reads a failed test.
    pub fn describe(&self) -> String {
        let state = self.lock();
        let mut out = String::from("the fake Telegram at this moment:\n");
        for chat in state.chats.values() {
            writeln!(out, "  chat {} {:?}", chat.id, chat.kind).unwrap();
            for message in chat.messages.values() {
                let who = match message.from {
                    Author::Bot => "bot".to_owned(),
                    Author::Person(user_id) => state.users[&user_id].first_name.clone(),
                };
                let mark = if message.unread { " (unread)" } else { "" };
                let content = &message.content;
                let (kind, text) = (content.kind, &content.text);
                writeln!(out, "    {} {who}: {kind:?} {text:?}{mark}", message.id).unwrap();
            }
        }
        for update in &state.updates {
            let (json, times) = (&update.json, update.handed_out);
            writeln!(out, "  unconfirmed, handed out {times} times: {json}").unwrap();
        }
        for call in state.calls.iter().rev().take(15).rev() {
            let (method, params, outcome) = (&call.method, &call.params, call.outcome);
            writeln!(out, "  call {method} {params} -> {outcome:?}").unwrap();
        }
        if let Some(webhook) = &state.webhook {
            writeln!(out, "  webhook {webhook:?}").unwrap();
        }
        out
    }
}
