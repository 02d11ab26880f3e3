//! How fetching updates fares, for the health page and the metrics. Written by `poll`, read by whoever was given it.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use tokio::sync::watch;

use crate::engine::{Clock, Fetching};

/// Where fetching updates stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PollState {
    /// No answer of Telegram came yet.
    Starting,
    /// Another gateway fetches.
    Standby,
    /// All is well.
    Listening,
    /// Another program fetches with the same token, so each gets a part at most.
    Conflict,
    /// A webhook is set; it is taken away.
    WebhookSet,
    /// Telegram doesn't know the token.
    WrongToken,
    /// Telegram answers 5xx, or asks for a pause.
    OutOfOrder,
    /// Telegram can't be reached.
    NoNetwork,
    /// An answer came that can't be read, and nothing in it can be confirmed.
    Unreadable,
    /// Updates came, and the engine can't take them now.
    NotTaken,
    /// Ended, as asked.
    Stopped,
}

impl PollState {
    /// A word for health page and metrics.
    pub fn word(self) -> &'static str {
        match self {
            PollState::Starting => "starting",
            PollState::Standby => "standby",
            PollState::Listening => "listening",
            PollState::Conflict => "conflict",
            PollState::WebhookSet => "webhook_set",
            PollState::WrongToken => "wrong_token",
            PollState::OutOfOrder => "out_of_order",
            PollState::NoNetwork => "no_network",
            PollState::Unreadable => "unreadable",
            PollState::NotTaken => "not_taken",
            PollState::Stopped => "stopped",
        }
    }
}

/// How fetching updates fares. Share it in an `Arc`.
pub struct PollStatus {
    clock: Clock,
    state: watch::Sender<PollState>,
    taken: AtomicU64,
    unreadable: AtomicU64,
    /// By the real clock; 0: never.
    good_at: AtomicI64,
}

impl Default for PollStatus {
    fn default() -> Self {
        Self {
            clock: Clock::system(),
            good_at: AtomicI64::new(0),
            state: watch::Sender::new(PollState::Starting),
            taken: AtomicU64::new(0),
            unreadable: AtomicU64::new(0),
        }
    }
}

impl PollStatus {
    /// All of it at once, for whoever knows nothing of Telegram.
    pub fn fetching(&self) -> Fetching {
        let good_at = self.good_at.load(Ordering::Relaxed);
        Fetching {
            state: self.state().word(),
            good_ms_ago: (good_at > 0).then(|| (self.clock.ticks() - good_at).max(0)),
            taken: self.taken(),
            unreadable: self.unreadable(),
        }
    }

    /// Where it stands now.
    pub fn state(&self) -> PollState {
        *self.state.borrow()
    }

    /// Waits until it stands there.
    pub async fn reaches(&self, state: PollState) {
        // The sender lives as long as `self`, so the wait can't fail.
        let _ = self.state.subscribe().wait_for(|now| *now == state).await;
    }

    /// Updates that were committed since the start, repeated ones included.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Updates since the start that were no JSON or had no number, and were kept as dead letters.
    pub fn unreadable(&self) -> u64 {
        self.unreadable.load(Ordering::Relaxed)
    }

    /// Gives the state before.
    pub(super) fn enter(&self, state: PollState) -> PollState {
        if state == PollState::Listening {
            self.good_at.store(self.clock.ticks(), Ordering::Relaxed);
        }
        let mut before = state;
        self.state.send_if_modified(|now| {
            before = std::mem::replace(now, state);
            before != state
        });
        before
    }

    pub(super) fn count_taken(&self, updates: usize) {
        self.taken.fetch_add(updates as u64, Ordering::Relaxed);
    }

    pub(super) fn count_unreadable(&self) {
        self.unreadable.fetch_add(1, Ordering::Relaxed);
    }
}
