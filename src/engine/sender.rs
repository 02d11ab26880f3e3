//! The sender: takes what is owed at Telegram, makes the words, sends with pacing, and hands every outcome to the batch.
//!
//! Order holds within a (chat, lane): the next message leaves after the one before has arrived or was given up. What was
//! sent counts as in flight until its outcome is committed, so a kill sends at most `in_flight` messages twice.
//! **Invariant:** an item is in memory at most once; beyond a bound it stays in the database and is read again in order.

mod queue;
mod words;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::{mpsc, oneshot, watch};

use crate::domain::account::{Account, Channel};
use crate::domain::audit::hex;
use crate::domain::context::Rules;
use crate::domain::ids::{AccountId, IdSource, OutboxId};
use crate::domain::lookup::LookupKey;
use crate::domain::message::FileState;
use crate::domain::outbox::OutboxItem;
use crate::domain::rendered::Rendered;
use crate::domain::world::World;
use crate::store::{SendOutcome, SendResult, Store};
use sha2::{Digest, Sha256};

use super::batch::Outcome;
use super::clock::Clock;
use super::leases::Lease;
use super::outlet::{Letter, Outlet, Sent};
use super::pacing::Bucket;
use queue::State;
use words::Ready;

/// How fast the sender may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// Messages a second of the bot; 0: no limit.
    pub per_second: f64,
    /// Messages a second to one chat; 0: no limit.
    pub per_chat_per_second: f64,
    /// Messages under way at once, counted until their outcome is committed.
    pub in_flight: usize,
}

/// Items held in memory; the rest stays in the database.
const MOST_IN_MEMORY: usize = 2_000;
/// Items read at a time.
const READ_AT_ONCE: i64 = 500;
/// Tries before an item is given up.
const TRIES: i64 = 12;
/// The database is looked at again after so long, for what other processes owe.
const LOOK_AGAIN_MS: i64 = 1_000;

/// What the sender is told.
pub(crate) enum News {
    /// A batch owes these; the words can be made from its rows.
    Owed {
        items: Vec<OutboxItem>,
        world: Box<World>,
    },
    /// The outcomes of these are committed.
    Saved(Vec<OutboxId>),
    /// Another process owes something.
    Look,
    /// Answered when nothing is under way and nothing is due.
    Settle(oneshot::Sender<()>),
}

struct Done {
    item: OutboxItem,
    sent: Sent,
    hash: String,
}

/// What the sender works with.
pub(crate) struct Sender {
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) rules: Rules,
    pub(crate) lookup: LookupKey,
    pub(crate) outlet: Arc<dyn Outlet>,
    pub(crate) pace: Pace,
    pub(crate) files: PathBuf,
    pub(crate) outcomes: mpsc::UnboundedSender<Outcome>,
    /// Held by one gateway at a time: looked at before each send.
    pub(crate) lease: Lease,
}

impl Sender {
    /// Runs until the news end or `stop` is set; what is under way then is waited for.
    pub(crate) async fn run(self, mut news: mpsc::UnboundedReceiver<News>, mut stop: watch::Receiver<bool>) {
        let (done_in, mut done) = mpsc::unbounded_channel::<Done>();
        let ticks = self.clock.ticks();
        let mut state = State::new(&self.pace, ticks, self.lease.term());
        let ids = IdSource::new(0, ticks);
        let mut fresh: Option<Box<World>> = None;
        loop {
            if *stop.borrow() {
                break;
            }
            let term = self.lease.term();
            if !self.lease.is_held() || term != state.term {
                // Another gateway sends, or did: what waits here may have been sent by it.
                state.forget_what_waits();
                state.term = term;
            }
            let wake = if self.lease.is_held() {
                self.look(&mut state).await;
                self.dispatch(&mut state, fresh.take(), &ids, &done_in).await
            } else {
                None
            };
            self.settle(&mut state);
            tokio::select! {
                biased;
                _ = stop.changed() => break,
                Some(end) = done.recv() => {
                    self.finish(&mut state, end);
                    while let Ok(end) = done.try_recv() {
                        self.finish(&mut state, end);
                    }
                }
                told = news.recv() => match told {
                    Some(told) => {
                        fresh = self.hear(&mut state, told);
                        while fresh.is_none() && let Ok(told) = news.try_recv() {
                            fresh = self.hear(&mut state, told);
                        }
                    }
                    None => break,
                },
                () = self.wait(&state, wake) => {}
            }
        }
        // What has left is waited for, so that its outcome is known; the rest stays in the database.
        let until = self.clock.ticks() + 5_000;
        while state.in_flight > 0 {
            tokio::select! {
                Some(end) = done.recv() => self.finish(&mut state, end),
                Some(told) = news.recv() => { self.hear(&mut state, told); }
                () = self.clock.wait_for_ticks(until) => break,
                else => break,
            }
        }
    }

    async fn wait(&self, state: &State, wake: Option<i64>) {
        if !self.lease.is_held() {
            return self.lease.held().await;
        }
        let look = if state.behind {
            self.clock.ticks() + 50
        } else {
            state.next_look_at
        };
        let at = wake.map_or(look, |wake| wake.min(look));
        match state.next_due_at {
            Some(due) => {
                tokio::select! {
                    () = self.clock.wait_for_ticks(at) => {}
                    () = self.clock.wait_for_now(due, LOOK_AGAIN_MS) => {}
                }
            }
            None => self.clock.wait_for_ticks(at).await,
        }
    }

    /// Reads what is due from the database, if memory has room and it is time.
    async fn look(&self, state: &mut State) {
        let (now, ticks) = (self.clock.now(), self.clock.ticks());
        let due = state.next_due_at.is_some_and(|due| due <= now);
        if !(due || ticks >= state.next_look_at || state.behind && state.queued < MOST_IN_MEMORY / 4) {
            return;
        }
        state.next_look_at = ticks + LOOK_AGAIN_MS;
        let read = async {
            let mut reading = self.store.read().await?;
            let mut after = (i64::MIN, OutboxId(0));
            let mut more = true;
            let mut found = Vec::new();
            while more && state.queued + found.len() < MOST_IN_MEMORY {
                let items = reading
                    .due_items(Channel::Telegram, now, after, READ_AT_ONCE)
                    .await?;
                more = i64::try_from(items.len()).is_ok_and(|read| read == READ_AT_ONCE);
                if let Some(last) = items.last() {
                    after = (last.item.due_at, last.item.id);
                }
                found.extend(
                    items
                        .into_iter()
                        .map(|due| due.item)
                        .filter(|item| !state.known.contains(&item.id)),
                );
            }
            let next = reading.next_due_at(Channel::Telegram, now).await?;
            Ok::<_, crate::store::StoreError>((found, more, next))
        };
        match read.await {
            Ok((mut found, more, next)) => {
                found.sort_by_key(|item| item.id);
                for item in found {
                    state.add(item);
                }
                state.behind = more;
                state.next_due_at = next;
            }
            Err(error) => tracing::warn!(%error, "the outbox can't be read; it is tried again"),
        }
    }

    /// Takes news in; gives the rows of a batch if the words can be made from them now.
    fn hear(&self, state: &mut State, told: News) -> Option<Box<World>> {
        match told {
            News::Owed { items, world } => {
                let now = self.clock.now();
                let mut any = false;
                for item in items {
                    if item.state != crate::domain::outbox::OutboxState::Waiting
                        || state.known.contains(&item.id)
                    {
                        continue;
                    }
                    if item.due_at > now {
                        state.next_due_at =
                            Some(state.next_due_at.map_or(item.due_at, |due| due.min(item.due_at)));
                    } else if state.behind || state.queued >= MOST_IN_MEMORY {
                        // Older ones wait in the database: it is read again, in order.
                        state.behind = true;
                    } else {
                        state.add(item);
                        any = true;
                    }
                }
                any.then_some(world)
            }
            News::Saved(ids) => {
                for id in ids {
                    if let Some(item) = state.beginning.remove(&id) {
                        state.begun.insert(id);
                        state.put_back(item, 0);
                    } else if state.known.remove(&id) {
                        state.in_flight = state.in_flight.saturating_sub(1);
                    }
                }
                None
            }
            News::Look => {
                state.next_look_at = 0;
                None
            }
            News::Settle(reply) => {
                // Looked at anew, so that nothing due is missed.
                state.next_look_at = 0;
                state.settling.push(reply);
                None
            }
        }
    }

    fn settle(&self, state: &mut State) {
        if state.settling.is_empty() {
            return;
        }
        let due = state.next_due_at.is_some_and(|due| due <= self.clock.now());
        let is_idle = !self.lease.is_held() || state.next_look_at > 0 && !due && !state.behind;
        if is_idle
            && state.queued == state.put_off(self.clock.ticks())
            && state.in_flight == 0
            && state.beginning.is_empty()
        {
            for reply in state.settling.drain(..) {
                // Whoever asked may have gone.
                let _ = reply.send(());
            }
        }
    }

    /// Sends what may go now. Gives the instant of the real clock from which more may go.
    async fn dispatch(
        &self,
        state: &mut State,
        fresh: Option<Box<World>>,
        ids: &IdSource,
        done: &mpsc::UnboundedSender<Done>,
    ) -> Option<i64> {
        let ticks = self.clock.ticks();
        let mut wake: Option<i64> = None;
        let earlier = |wake: &mut Option<i64>, at: i64| *wake = Some(wake.map_or(at, |wake| wake.min(at)));
        if state.bot_paused_until > ticks {
            return Some(state.bot_paused_until);
        }
        let mut going = Vec::new();
        let mut turns = state.ready.len();
        while turns > 0 && state.in_flight + going.len() < self.pace.in_flight {
            turns -= 1;
            let Some(place) = state.ready.pop_front() else {
                break;
            };
            let Some(lane) = state.lanes.get_mut(&place) else {
                continue;
            };
            if lane.busy || lane.items.is_empty() {
                continue;
            }
            if lane.not_before > ticks {
                earlier(&mut wake, lane.not_before);
                state.ready.push_back(place);
                continue;
            }
            if self.pace.per_chat_per_second > 0.0 {
                let rate = self.pace.per_chat_per_second;
                let chat = state
                    .chats
                    .entry(place.0)
                    .or_insert_with(|| Bucket::new(rate, (rate * 3.0).max(1.0), ticks));
                if let Err(at) = chat.take(ticks) {
                    earlier(&mut wake, at);
                    state.ready.push_back(place);
                    continue;
                }
            }
            if let Err(at) = state.bot.take(ticks) {
                if let Some(chat) = state.chats.get_mut(&place.0) {
                    chat.give_back();
                }
                earlier(&mut wake, at);
                state.ready.push_front(place);
                break;
            }
            if let Some(item) = lane.items.pop_front() {
                lane.busy = true;
                state.queued -= 1;
                going.push(item);
            }
        }
        if going.is_empty() {
            return wake;
        }
        let mut world = fresh.unwrap_or_default();
        for (item, ready) in self.make_words(going, &mut world, ids).await {
            if !self.lease.is_held() {
                state.put_back(item, ticks);
                continue;
            }
            match ready {
                Ready::Letter(account, rendered) => {
                    if item.kind.is_persons_word() && !state.begun.contains(&item.id) {
                        self.begin(state, item);
                    } else {
                        state.in_flight += 1;
                        self.send(item, account, rendered, done.clone());
                    }
                }
                Ready::Ends(outcome) => {
                    state.in_flight += 1;
                    self.tell(state, item, outcome);
                }
                Ready::Later => {
                    state.put_back(item, ticks + 1_000);
                    earlier(&mut wake, ticks + 1_000);
                }
            }
        }
        wake
    }

    /// Writes the start of a try down before a person's word leaves.
    fn begin(&self, state: &mut State, item: OutboxItem) {
        let result = SendResult {
            item: item.id,
            account: item.account_id,
            case: None,
            outcome: SendOutcome::Begun,
            at: self.clock.now(),
        };
        let outcome = Outcome {
            result,
            kind: item.kind.clone(),
        };
        state.beginning.insert(item.id, item);
        // The batch outlives the sender.
        let _ = self.outcomes.send(outcome);
    }

    fn send(
        &self,
        item: OutboxItem,
        account: Account,
        rendered: Rendered,
        done: mpsc::UnboundedSender<Done>,
    ) {
        let outlet = Arc::clone(&self.outlet);
        let folder = self.files.clone();
        tokio::spawn(async move {
            let hash = hex(&Sha256::digest(rendered.text.as_bytes()));
            let file = rendered
                .file
                .as_ref()
                .filter(|file| file.state == FileState::Stored)
                .and_then(|file| file.hash.as_deref())
                .map(|hash| super::files::path_of(&folder, hash));
            let letter = Letter {
                address: &account.address,
                rendered: &rendered,
                file: file.as_deref(),
                reply_to: item.reply_to,
                silent: item.silent,
            };
            let sent = outlet.send(letter).await;
            // The sender may have stopped: then the item is sent again after the restart.
            let _ = done.send(Done { item, sent, hash });
        });
    }

    /// A try has ended.
    fn finish(&self, state: &mut State, done: Done) {
        let Done { item, sent, hash } = done;
        let (now, ticks) = (self.clock.now(), self.clock.ticks());
        let pause = 1_000_i64 << item.tries.clamp(0, 8);
        let retry = |at: i64, failure: &'static str, uncertain: bool| SendOutcome::RetryAt {
            at,
            failure,
            uncertain,
        };
        let outcome = match sent {
            Sent::Arrived(remote_id) => SendOutcome::Sent {
                remote_id,
                parts: Vec::new(),
                hash,
            },
            Sent::ArrivedAs(mut parts) => {
                let remote_id = (!parts.is_empty()).then(|| parts.remove(0));
                SendOutcome::Sent {
                    remote_id,
                    parts,
                    hash,
                }
            }
            Sent::RetryAfter(seconds) => {
                let wait = i64::from(seconds) * 1_000;
                state.refusals.push_back((ticks, item.account_id));
                while state.refusals.front().is_some_and(|(at, _)| *at < ticks - 1_000) {
                    state.refusals.pop_front();
                }
                let chats: HashSet<AccountId> = state.refusals.iter().map(|(_, account)| *account).collect();
                if chats.len() >= 3 {
                    state.bot_paused_until = state.bot_paused_until.max(ticks + wait);
                }
                retry(now + wait, "retry-after", false)
            }
            Sent::Unavailable if item.tries >= TRIES => SendOutcome::GivenUp("unavailable"),
            Sent::Unavailable => retry(now + pause, "unavailable", false),
            Sent::Uncertain if item.tries >= TRIES => SendOutcome::GivenUp("uncertain"),
            Sent::Uncertain => retry(now + pause, "uncertain", true),
            Sent::Blocked => SendOutcome::Blocked,
            Sent::Gone => SendOutcome::Gone,
            Sent::Moved(address) => SendOutcome::Moved(address),
            Sent::Refused(why) => SendOutcome::GivenUp(why),
        };
        self.tell(state, item, outcome);
    }

    /// Hands an outcome to the batch, and lets the lane go on or wait.
    fn tell(&self, state: &mut State, item: OutboxItem, outcome: SendOutcome) {
        let place = (item.account_id, item.lane);
        let retry_in = match &outcome {
            SendOutcome::RetryAt { at, .. } => Some((at - self.clock.now()).max(0)),
            SendOutcome::Moved(_) => Some(0),
            _ => None,
        };
        let case = matches!(outcome, SendOutcome::Sent { .. })
            .then_some(item.case_id)
            .flatten();
        let result = SendResult {
            item: item.id,
            account: item.account_id,
            case,
            outcome,
            at: self.clock.now(),
        };
        let kind = item.kind.clone();
        match retry_in {
            Some(wait) => {
                // It stays the first of its lane: nothing overtakes it. It is no longer under way.
                state.in_flight = state.in_flight.saturating_sub(1);
                let mut item = item;
                item.tries += 1;
                if let SendOutcome::RetryAt {
                    uncertain: true, at, ..
                } = &result.outcome
                {
                    item.begun_at = Some(*at);
                }
                state.put_back(item, self.clock.ticks() + wait);
            }
            None => {
                if let Some(lane) = state.lanes.get_mut(&place) {
                    lane.busy = false;
                    if lane.items.is_empty() {
                        state.lanes.remove(&place);
                    } else {
                        state.ready.push_back(place);
                    }
                }
                state.begun.remove(&result.item);
            }
        }
        // The batch outlives the sender.
        let _ = self.outcomes.send(Outcome { result, kind });
    }
}
