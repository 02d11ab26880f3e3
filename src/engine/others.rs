//! Hears what other processes commit, and wakes whom it concerns: the sender, the errands, open pages of the web chat.
//!
//! Started by `app` when it serves. **Invariant:** whatever isn't heard is found a little later all the same, because
//! everyone looks now and then; so trouble here is only logged.

use tokio::sync::{broadcast, mpsc, watch};

use crate::domain::ids::AccountId;
use crate::store::{Heard, Others, Store};

use super::clock::Clock;
use super::sender::News;

/// Where a database doesn't tell, it is asked again after so long.
const LOOK_AGAIN_MS: i64 = 1_000;
/// After trouble it is listened again after so long.
const PAUSE_MS: i64 = 2_000;

/// For whom something new waits in the web chat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// For this account.
    Account(AccountId),
    /// Perhaps for anyone.
    Everyone,
}

/// Who is woken.
pub(crate) struct Ears {
    pub(crate) by: u32,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) news: Option<mpsc::UnboundedSender<News>>,
    pub(crate) wakes: broadcast::Sender<Wake>,
    pub(crate) files_wake: watch::Sender<u64>,
}

impl Ears {
    /// Listens until `stop` is set.
    pub(crate) async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.changed() => {}
                () = self.listen() => {}
            }
        }
    }

    /// Listens until there is trouble, and waits a little.
    async fn listen(&self) {
        match self.store.others().await {
            Ok(others) => {
                let error = self.hear(others).await;
                tracing::warn!(%error, "other gateways are not heard now");
            }
            Err(error) => tracing::warn!(%error, "other gateways can't be heard now"),
        }
        self.clock.wait_for_ticks(self.clock.ticks() + PAUSE_MS).await;
        // What was told meanwhile was missed.
        self.wake(&Heard::Something);
    }

    async fn hear(&self, mut others: Others) -> crate::store::StoreError {
        loop {
            match others.hear().await {
                Ok(heard) => self.wake(&heard),
                Err(error) => return error,
            }
            if !others.waits() {
                self.clock
                    .wait_for_ticks(self.clock.ticks() + LOOK_AGAIN_MS)
                    .await;
            }
        }
    }

    fn wake(&self, heard: &Heard) {
        let (accounts, owes, files) = match heard {
            Heard::Nothing => return,
            Heard::Notice(notice) if notice.by == self.by => return,
            Heard::Notice(notice) => (notice.accounts.as_deref(), notice.owes, notice.files),
            Heard::Something => (None, true, true),
        };
        match accounts {
            // Nobody may have a page open.
            None => drop(self.wakes.send(Wake::Everyone)),
            Some(accounts) => {
                for account in accounts {
                    drop(self.wakes.send(Wake::Account(*account)));
                }
            }
        }
        if owes && let Some(news) = &self.news {
            // The sender ends before this task only at the stop.
            let _ = news.send(News::Look);
        }
        if files {
            self.files_wake.send_modify(|count| *count += 1);
        }
    }
}
