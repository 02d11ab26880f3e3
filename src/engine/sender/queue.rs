//! What the sender holds in memory: lanes with their items, what is under way, when more may go.
//!
//! **Invariant:** an item is here at most once; `known` holds all that are in a lane, under way, or sent and not yet committed.

use std::collections::{HashMap, HashSet, VecDeque};

use tokio::sync::oneshot;

use crate::domain::ids::{AccountId, OutboxId};
use crate::domain::outbox::{Lane, OutboxItem};

use super::super::pacing::Bucket;
use super::Pace;

/// The items of a chat's lane, in order.
pub(super) struct LaneQueue {
    pub(super) items: VecDeque<OutboxItem>,
    pub(super) busy: bool,
    pub(super) not_before: i64,
}

/// Everything that the sender holds.
pub(super) struct State {
    pub(super) lanes: HashMap<(AccountId, Lane), LaneQueue>,
    pub(super) ready: VecDeque<(AccountId, Lane)>,
    /// Items in memory, under way, or sent and not yet committed.
    pub(super) known: HashSet<OutboxId>,
    /// A person's word whose try is being written down first.
    pub(super) beginning: HashMap<OutboxId, OutboxItem>,
    pub(super) begun: HashSet<OutboxId>,
    pub(super) queued: usize,
    /// Under way or not yet committed.
    pub(super) in_flight: usize,
    /// There may be more in the database.
    pub(super) behind: bool,
    pub(super) next_look_at: i64,
    pub(super) next_due_at: Option<i64>,
    pub(super) bot: Bucket,
    pub(super) chats: HashMap<AccountId, Bucket>,
    pub(super) bot_paused_until: i64,
    pub(super) refusals: VecDeque<(i64, AccountId)>,
    pub(super) settling: Vec<oneshot::Sender<()>>,
    /// Of the lease.
    pub(super) term: u64,
}

impl State {
    pub(super) fn new(pace: &Pace, ticks: i64, term: u64) -> Self {
        Self {
            lanes: HashMap::new(),
            ready: VecDeque::new(),
            known: HashSet::new(),
            beginning: HashMap::new(),
            begun: HashSet::new(),
            queued: 0,
            in_flight: 0,
            behind: true,
            next_look_at: 0,
            next_due_at: None,
            bot: Bucket::new(pace.per_second, pace.per_second.max(1.0), ticks),
            chats: HashMap::new(),
            bot_paused_until: 0,
            refusals: VecDeque::new(),
            settling: Vec::new(),
            term,
        }
    }

    /// Items that must not go yet, because Telegram asked to wait or a try failed.
    pub(super) fn put_off(&self, ticks: i64) -> usize {
        if self.bot_paused_until > ticks {
            return self.queued;
        }
        let waits = |lane: &&LaneQueue| !lane.busy && lane.not_before > ticks;
        self.lanes
            .values()
            .filter(waits)
            .map(|lane| lane.items.len())
            .sum()
    }

    /// Forgets what has not left yet; it is read from the database again.
    pub(super) fn forget_what_waits(&mut self) {
        for lane in self.lanes.values_mut() {
            for item in lane.items.drain(..) {
                self.known.remove(&item.id);
            }
        }
        self.lanes.retain(|_, lane| lane.busy);
        self.ready.clear();
        self.queued = 0;
        self.behind = true;
        self.next_look_at = 0;
        self.next_due_at = None;
    }

    pub(super) fn add(&mut self, item: OutboxItem) {
        if !self.known.insert(item.id) {
            return;
        }
        let place = (item.account_id, item.lane);
        let lane = self.lanes.entry(place).or_insert_with(|| LaneQueue {
            items: VecDeque::new(),
            busy: false,
            not_before: 0,
        });
        if lane.items.is_empty() && !lane.busy {
            self.ready.push_back(place);
        }
        lane.items.push_back(item);
        self.queued += 1;
    }

    /// Puts an item back to the head of its lane, which waits until an instant of the real clock.
    pub(super) fn put_back(&mut self, item: OutboxItem, not_before: i64) {
        let place = (item.account_id, item.lane);
        let lane = self.lanes.entry(place).or_insert_with(|| LaneQueue {
            items: VecDeque::new(),
            busy: false,
            not_before: 0,
        });
        lane.busy = false;
        lane.not_before = not_before;
        lane.items.push_front(item);
        self.queued += 1;
        self.ready.push_back(place);
    }
}
