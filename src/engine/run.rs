//! The engine at work: one task decides batches, one sends, one fetches files; started and stopped together.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::task::JoinHandle;

use crate::domain::answer::Answer;
use crate::domain::context::Rules;
use crate::domain::ids::{AccountId, IdSource, OutboxId};
use crate::domain::lookup::LookupKey;
use crate::store::{SendOutcome, Store, StoreError};

use super::batch::{Committed, Decider, Outcome};
use super::clock::Clock;
use super::errands::Errands;
use super::health::Health;
use super::intake::{Intake, NotTaken, Submitted};
use super::leases::Lease;
use super::others::{Ears, Wake};
use super::outlet::Outlet;
use super::sender::{News, Pace, Sender};

/// Inputs in one batch.
const MOST: usize = 256;
/// Outcomes of sends in one batch.
const MOST_OUTCOMES: usize = 512;
/// A batch that the surroundings refuse is tried so often before its inputs are handed back; then a webhook is answered
/// 503 and the poll offset stays.
const TRIES: u32 = 2;
/// After such a failure the database is tried again after so long, whether or not anyone comes: outcomes of sends are
/// waiting to be saved, and whoever watches over the program learns that it is well again.
const LOOK_AGAIN_MS: i64 = 5_000;

/// What the engine is made of.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// The clocks.
    pub clock: Clock,
    /// The rules in force.
    pub rules: Rules,
    /// Derives lookup codes.
    pub lookup: LookupKey,
    /// Tells gateways apart.
    pub process: u16,
    /// The channel that messages leave by; none: web chat and desk alone.
    pub outlet: Option<Arc<dyn Outlet>>,
    /// How fast.
    pub pace: Pace,
    /// `FILES_DIR`.
    pub files: PathBuf,
}

/// The running engine.
pub struct Engine {
    /// The way in.
    pub intake: Intake,
    /// For health pages.
    pub health: Arc<Health>,
    by: u32,
    store: Store,
    clock: Clock,
    wakes: broadcast::Sender<Wake>,
    files_wake: watch::Sender<u64>,
    news: Option<mpsc::UnboundedSender<News>>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Engine {
    /// Starts the tasks; nobody else sends for this bot.
    pub fn start(parts: Parts) -> Self {
        Self::start_under(parts, Lease::always())
    }

    /// Starts the tasks; messages leave and files are fetched only while the lease is held.
    pub fn start_under(parts: Parts, lease: Lease) -> Self {
        let health = Arc::new(Health::default());
        let (intake, inputs) = Intake::new(Arc::clone(&health));
        let (outcomes_in, outcomes) = mpsc::unbounded_channel();
        let (stop, stopping) = watch::channel(false);
        let (wakes, _) = broadcast::channel(1_024);
        let (files_wake, files_woken) = watch::channel(0_u64);
        let mut tasks = Vec::new();
        // The sender alone can tell outcomes: when it ends, so do they.
        let news = parts.outlet.clone().map(|outlet| {
            let (news, told) = mpsc::unbounded_channel();
            let sender = Sender {
                store: parts.store.clone(),
                clock: parts.clock.clone(),
                rules: parts.rules.clone(),
                lookup: parts.lookup.clone(),
                outlet: Arc::clone(&outlet),
                pace: parts.pace,
                files: parts.files.clone(),
                outcomes: outcomes_in,
                lease: lease.clone(),
            };
            tasks.push(tokio::spawn(sender.run(told, stopping.clone())));
            let errands = Errands {
                store: parts.store.clone(),
                clock: parts.clock.clone(),
                intake: intake.clone(),
                outlet,
                files: parts.files.clone(),
                lease,
            };
            tasks.push(tokio::spawn(errands.run(files_woken, stopping.clone())));
            news
        });
        let ids = IdSource::new(parts.process, parts.clock.ticks());
        // Tells the notices of this process from those of others.
        let by = rand::random();
        let work = Batches {
            decider: Decider {
                by,
                store: parts.store.clone(),
                clock: parts.clock.clone(),
                rules: parts.rules,
                lookup: parts.lookup,
                ids,
            },
            news: news.clone(),
            wakes: wakes.clone(),
            files_wake: files_wake.clone(),
            health: Arc::clone(&health),
        };
        tasks.push(tokio::spawn(work.run(inputs, outcomes, stopping)));
        Self {
            intake,
            health,
            by,
            store: parts.store,
            clock: parts.clock,
            wakes,
            files_wake,
            news,
            stop,
            tasks,
        }
    }

    /// Hears for which accounts of the web chat something new waits.
    pub fn wakes(&self) -> broadcast::Receiver<Wake> {
        self.wakes.subscribe()
    }

    /// The way in for those who only need to hear of new messages.
    pub fn wakes_sender(&self) -> broadcast::Sender<Wake> {
        self.wakes.clone()
    }

    /// From now on also hears what other processes commit on the same database.
    pub fn hear_others(&mut self) {
        let ears = Ears {
            by: self.by,
            store: self.store.clone(),
            clock: self.clock.clone(),
            news: self.news.clone(),
            wakes: self.wakes.clone(),
            files_wake: self.files_wake.clone(),
        };
        self.tasks.push(tokio::spawn(ears.run(self.stop.subscribe())));
    }

    /// Waits until nothing is under way and nothing is due: all inputs that were submitted are decided, all outcomes are
    /// committed.
    pub async fn settled(&self) {
        if let Some(news) = &self.news {
            let (reply, settled) = oneshot::channel();
            if news.send(News::Settle(reply)).is_ok() {
                // The sender may stop instead of settling.
                let _ = settled.await;
            }
        }
    }

    /// Stops: takes nothing more, finishes the batch, waits for what has left.
    pub async fn stop(self) {
        // Nobody may listen any more.
        let _ = self.stop.send(true);
        drop(self.news);
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::error!(%error, "a task of the engine did not end well");
            }
        }
    }
}

struct Batches {
    decider: Decider,
    news: Option<mpsc::UnboundedSender<News>>,
    wakes: broadcast::Sender<Wake>,
    files_wake: watch::Sender<u64>,
    health: Arc<Health>,
}

impl Batches {
    async fn run(
        self,
        mut inputs: mpsc::Receiver<Submitted>,
        mut outcomes: mpsc::UnboundedReceiver<Outcome>,
        mut stop: watch::Receiver<bool>,
    ) {
        let mut submitted = Vec::with_capacity(MOST);
        let mut results = Vec::with_capacity(MOST_OUTCOMES);
        let mut sending = true;
        loop {
            let stopping = *stop.borrow();
            if stopping {
                inputs.close();
                if !sending {
                    break;
                }
            }
            let is_unwell = !self.health.well.load(Ordering::Relaxed);
            let look_again_at = self.decider.clock.ticks() + LOOK_AGAIN_MS;
            tokio::select! {
                biased;
                taken = inputs.recv_many(&mut submitted, MOST), if !stopping => {
                    if taken == 0 {
                        break;
                    }
                }
                taken = outcomes.recv_many(&mut results, MOST_OUTCOMES), if sending => sending = taken > 0,
                _ = stop.changed(), if !stopping => continue,
                () = self.decider.clock.wait_for_ticks(look_again_at), if is_unwell && !stopping => {}
            }
            while results.len() < MOST_OUTCOMES
                && let Ok(outcome) = outcomes.try_recv()
            {
                results.push(outcome);
            }
            while !stopping
                && submitted.len() < MOST
                && let Ok(input) = inputs.try_recv()
            {
                submitted.push(input);
            }
            self.decide(std::mem::take(&mut submitted), &mut results).await;
        }
        while let Ok(left) = inputs.try_recv() {
            // Whoever waits learns that it was not taken, and submits it again elsewhere or later.
            self.health.count_not_taken(NotTaken::Stopping);
            let _ = left.reply.send(Err(NotTaken::Stopping));
        }
    }

    /// Decides inputs and outcomes; halves them when the data of a row is at fault, until the culprit is found.
    async fn decide(&self, submitted: Vec<Submitted>, results: &mut Vec<Outcome>) {
        // Whoever comes while there is trouble has waited for the batch before already.
        let most_tries = if self.health.well.load(Ordering::Relaxed) {
            TRIES
        } else {
            1
        };
        let mut parts = vec![submitted];
        while let Some(mut part) = parts.pop() {
            let mut tries = 0;
            loop {
                let inputs: Vec<_> = part.iter().map(|submitted| &submitted.input).collect();
                let watch = self.decider.clock.stopwatch();
                match self.decider.batch(&inputs, results).await {
                    Ok(committed) => {
                        self.health
                            .count_batch(inputs.len(), committed.begin_us, watch.elapsed_us());
                        self.looks_for_room().await;
                        self.committed(std::mem::take(&mut part), std::mem::take(results), committed);
                        break;
                    }
                    Err(StoreError::Data(what)) if part.len() > 1 => {
                        tracing::warn!(
                            what,
                            inputs = part.len(),
                            "a row was refused; the culprit is looked for"
                        );
                        let rest = part.split_off(part.len() / 2);
                        // The later half is decided after the earlier one: order holds.
                        parts.push(rest);
                    }
                    Err(StoreError::Data(what)) if part.is_empty() => {
                        tracing::error!(
                            what,
                            "outcomes of sends can't be kept; the messages may be sent again"
                        );
                        results.clear();
                        break;
                    }
                    Err(StoreError::Data(what)) => {
                        if let Some(culprit) = part.pop() {
                            self.bury(culprit, what).await;
                        }
                        break;
                    }
                    Err(StoreError::Surroundings(what)) => {
                        tries += 1;
                        self.health.well.store(false, Ordering::Relaxed);
                        self.health.count_trouble();
                        tracing::error!(what, tries, "the database can't be used; nothing is confirmed");
                        // Where nobody waits for an answer, the next look is soon enough.
                        let nobody_waits = part.is_empty() && parts.is_empty();
                        if tries >= most_tries || nobody_waits {
                            for submitted in part.drain(..).chain(parts.drain(..).flatten()) {
                                self.health.count_not_taken(NotTaken::Trouble);
                                // Whoever waited may have gone.
                                let _ = submitted.reply.send(Err(NotTaken::Trouble));
                            }
                            // Outcomes stay for the next batch: what was sent is not sent again.
                            return;
                        }
                        let pause = 100_i64 << tries;
                        self.decider
                            .clock
                            .wait_for_ticks(self.decider.clock.ticks() + pause)
                            .await;
                    }
                }
            }
        }
    }

    /// After trouble all is well again only when there is room: on a full disk what writes nothing succeeds too, and whoever
    /// watches would see the program well and unwell in turns.
    async fn looks_for_room(&self) {
        if self.health.well.load(Ordering::Relaxed) {
            return;
        }
        match self.decider.store.has_room().await {
            Ok(()) => {
                self.health.well.store(true, Ordering::Relaxed);
                tracing::info!("the database can be used again");
            }
            Err(error) => tracing::error!(%error, "the database still has no room"),
        }
    }

    /// An input whose rows the database refuses becomes a dead letter by itself.
    async fn bury(&self, culprit: Submitted, what: String) {
        tracing::error!(key = %culprit.input.key, what, "an input can't be kept as it is");
        let raw = if culprit.input.raw.is_empty() {
            format!("{:?}", culprit.input.deed)
        } else {
            culprit.input.raw.clone()
        };
        let mut input = culprit.input;
        input.deed = crate::domain::input::Deed::Unreadable { raw, reason: what };
        let answer = match self.decider.batch(&[&input], &[]).await {
            Ok(committed) => {
                let answer = committed.answers.first().cloned().unwrap_or_default();
                self.committed(Vec::new(), Vec::new(), committed);
                Ok(answer)
            }
            Err(error) => {
                tracing::error!(%error, "a dead letter can't be kept");
                Err(NotTaken::Trouble)
            }
        };
        // Whoever waited may have gone.
        let _ = culprit.reply.send(answer);
    }

    fn committed(&self, submitted: Vec<Submitted>, results: Vec<Outcome>, committed: Committed) {
        let Committed {
            answers,
            owed,
            web,
            files,
            begin_us: _,
            world,
        } = committed;
        for outcome in &results {
            self.health.count_send(&outcome.result.outcome);
        }
        if let Some(news) = &self.news {
            let saved: Vec<OutboxId> = results
                .iter()
                .filter(|outcome| {
                    !matches!(
                        outcome.result.outcome,
                        SendOutcome::RetryAt { .. } | SendOutcome::Moved(_)
                    )
                })
                .map(|outcome| outcome.result.item)
                .collect();
            // The sender ends before this task only at the stop.
            if !saved.is_empty() {
                let _ = news.send(News::Saved(saved));
            }
            if !owed.is_empty() {
                let _ = news.send(News::Owed {
                    items: owed,
                    world: Box::new(world),
                });
            }
        }
        for (submitted, answer) in submitted
            .into_iter()
            .zip(answers.into_iter().chain(std::iter::repeat(Answer::Done)))
        {
            self.health.count_answer(&answer);
            // Whoever waited may have gone.
            let _ = submitted.reply.send(Ok(answer));
        }
        let accounts: HashSet<AccountId> = web;
        for account in accounts {
            // Nobody may have a page open.
            let _ = self.wakes.send(Wake::Account(account));
        }
        if !files.is_empty() {
            self.files_wake.send_modify(|count| *count += 1);
        }
    }
}
