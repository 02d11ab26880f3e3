//! How fetching updates fares, for the health page and the metrics. Written by `poll`, read by whoever was given it.

use std::sync::atomic::{AtomicU8, AtomicU64, Ordering};

macro_rules! states {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// Where fetching updates stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub enum PollState {
            $($(#[$doc])* $name),+
        }

        impl PollState {
            const ALL: &'static [Self] = &[$(Self::$name),+];

            /// A word for health page and metrics.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word),+
                }
            }
        }
    };
}

states! {
    /// No answer of Telegram came yet.
    Starting = "starting",
    /// All is well.
    Listening = "listening",
    /// Another program fetches with the same token, so each gets a part at most.
    Conflict = "conflict",
    /// A webhook is set; it is taken away.
    WebhookSet = "webhook_set",
    /// Telegram doesn't know the token.
    WrongToken = "wrong_token",
    /// Telegram answers 5xx, or asks for a pause.
    OutOfOrder = "out_of_order",
    /// Telegram can't be reached.
    NoNetwork = "no_network",
    /// An answer came that can't be read, and nothing in it can be confirmed.
    Unreadable = "unreadable",
    /// Updates came, and the engine can't take them now.
    NotTaken = "not_taken",
    /// Ended, as asked.
    Stopped = "stopped",
}

/// How fetching updates fares. Share it in an `Arc`.
#[derive(Debug)]
pub struct PollStatus {
    state: AtomicU8,
    taken: AtomicU64,
    unreadable: AtomicU64,
}

impl Default for PollStatus {
    fn default() -> Self {
        Self {
            state: AtomicU8::new(PollState::Starting as u8),
            taken: AtomicU64::new(0),
            unreadable: AtomicU64::new(0),
        }
    }
}

impl PollStatus {
    /// Where it stands now.
    pub fn state(&self) -> PollState {
        let place = usize::from(self.state.load(Ordering::Relaxed));
        PollState::ALL[place]
    }

    /// Updates that were committed since the start, repeated ones included.
    pub fn taken(&self) -> u64 {
        self.taken.load(Ordering::Relaxed)
    }

    /// Updates since the start that could not be read and were kept as dead letters.
    pub fn unreadable(&self) -> u64 {
        self.unreadable.load(Ordering::Relaxed)
    }

    /// Gives the state before.
    pub(super) fn enter(&self, state: PollState) -> PollState {
        let before = self.state.swap(state as u8, Ordering::Relaxed);
        PollState::ALL[usize::from(before)]
    }

    pub(super) fn count_taken(&self, updates: usize) {
        self.taken.fetch_add(updates as u64, Ordering::Relaxed);
    }

    pub(super) fn count_unreadable(&self) {
        self.unreadable.fetch_add(1, Ordering::Relaxed);
    }
}
