//! What only one gateway may do at a time: sending, fetching updates, timed work. Each is a lease in the database that its
//! holder renews; when the holder dies, another takes it within seconds.
//!
//! Started by `app` when several gateways may share a database; else every [`Lease`] holds for ever. **Invariants:** a holder
//! trusts its lease for [`TRUSTED_MS`] after the last renewal began, and whoever waits takes one only after it has seen no
//! renewal for the longer [`SILENT_MS`]: each by its own real clock, so clocks that differ do no harm.

use std::collections::HashMap;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::domain::audit::hex;
use crate::store::{LeaseRow, LeaseTable, Store, StoreError};

use super::clock::Clock;

/// A pause between two renewals.
const RENEW_MS: i64 = 400;
/// So long a holder trusts a lease after the renewal that succeeded last began.
const TRUSTED_MS: i64 = 1_300;
/// A lease that nobody has renewed for so long, as seen by whoever wants it, is taken.
const SILENT_MS: i64 = 2_000;
/// What ended so long ago by the wall clock needs no watching: clocks of servers don't differ by that much.
const LONG_AGO_MS: i64 = 60_000;
/// An answer of the database that takes longer counts as none.
const PATIENCE: Duration = Duration::from_millis(900);

/// How far a lease is trusted.
#[derive(Debug, Clone, Copy, Default)]
struct Trust {
    /// Before this instant of the real clock; 0: it isn't held.
    until_at: i64,
    /// So many times it was taken.
    terms: u64,
}

/// Leave to do something alone. Cheap to clone.
#[derive(Clone)]
pub struct Lease(Option<Leased>);

#[derive(Clone)]
struct Leased {
    clock: Clock,
    until: watch::Receiver<Trust>,
}

impl Lease {
    /// Holds for ever: nobody else works on the database.
    pub fn always() -> Self {
        Self(None)
    }

    /// True when it may be done now.
    pub fn is_held(&self) -> bool {
        match &self.0 {
            None => true,
            Some(leased) => leased.clock.ticks() < leased.until.borrow().until_at,
        }
    }

    /// Another number after it was lost and taken again: what was known from before is stale.
    pub fn term(&self) -> u64 {
        self.0.as_ref().map_or(0, |leased| leased.until.borrow().terms)
    }

    /// Waits until it may be done.
    pub async fn held(&self) {
        let Some(leased) = &self.0 else { return };
        let mut until = leased.until.clone();
        // Once nobody renews any more, it never will be held again.
        if until
            .wait_for(|until| leased.clock.ticks() < until.until_at)
            .await
            .is_err()
        {
            std::future::pending::<()>().await;
        }
    }

    /// Waits until it may no longer be done.
    pub async fn lost(&self) {
        let Some(leased) = &self.0 else {
            return std::future::pending().await;
        };
        let mut until = leased.until.clone();
        loop {
            let at = until.borrow_and_update().until_at;
            if leased.clock.ticks() >= at {
                return;
            }
            tokio::select! {
                () = leased.clock.wait_for_ticks(at) => {}
                changed = until.changed() => if changed.is_err() {
                    return leased.clock.wait_for_ticks(at).await;
                }
            }
        }
    }
}

/// Renews the leases of this process.
pub struct Leases {
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Leases {
    /// Begins to ask for leases of these names; gives them in the same order.
    pub fn start<const N: usize>(store: &Store, clock: &Clock, names: [String; N]) -> (Self, [Lease; N]) {
        let (stop, mut stopping) = watch::channel(false);
        let mut keeper = Keeper::new(store.leases(), clock.clone());
        let leases = names.map(|name| keeper.wants(name));
        let task = tokio::spawn(async move {
            let clock = keeper.clock.clone();
            while !*stopping.borrow() {
                keeper.look().await;
                tokio::select! {
                    _ = stopping.changed() => {}
                    () = clock.wait_for_ticks(clock.ticks() + RENEW_MS) => {}
                }
            }
            keeper.give_back().await;
        });
        (Self { stop, task }, leases)
    }

    /// Gives all of them back, so that another gateway goes on at once.
    pub async fn give_back(self) {
        // The task listens as long as it runs.
        let _ = self.stop.send(true);
        if let Err(error) = self.task.await {
            tracing::error!(%error, "the leases were not given back");
        }
    }
}

/// One process that wants leases.
struct Keeper {
    table: LeaseTable,
    clock: Clock,
    holder: String,
    wanted: Vec<(String, watch::Sender<Trust>)>,
    /// The rows of others, and since when they have not moved.
    seen: HashMap<String, (LeaseRow, i64)>,
    is_well: bool,
}

impl Keeper {
    fn new(table: LeaseTable, clock: Clock) -> Self {
        Self {
            table,
            clock,
            holder: hex(&rand::random::<[u8; 8]>()),
            wanted: Vec::new(),
            seen: HashMap::new(),
            is_well: true,
        }
    }

    fn wants(&mut self, name: String) -> Lease {
        let (until, held) = watch::channel(Trust::default());
        self.wanted.push((name, until));
        Lease(Some(Leased {
            clock: self.clock.clone(),
            until: held,
        }))
    }

    /// Renews what is held, and takes what nobody holds any more.
    async fn look(&mut self) {
        let looked = tokio::time::timeout(PATIENCE, self.try_look())
            .await
            .unwrap_or_else(|_| Err(StoreError::Surroundings("no answer in time".to_owned())));
        match looked {
            Ok(()) => self.is_well = true,
            Err(error) if self.is_well => {
                self.is_well = false;
                tracing::warn!(%error, "the leases can't be renewed now");
            }
            Err(_) => {}
        }
    }

    async fn try_look(&mut self) -> Result<(), StoreError> {
        let ticks = self.clock.ticks();
        let mine = self.table.renew(&self.holder, ticks + TRUSTED_MS).await?;
        for (name, until) in &self.wanted {
            let was_held = until.borrow().until_at != 0;
            if mine.contains(name) {
                until.send_modify(|trust| trust.until_at = ticks + TRUSTED_MS);
            } else if was_held {
                until.send_modify(|trust| trust.until_at = 0);
                tracing::warn!(lease = name, "another gateway does this now");
            }
        }
        if self.wanted.iter().all(|(name, _)| mine.contains(name)) {
            return Ok(());
        }
        let rows = self.table.list().await?;
        let ticks = self.clock.ticks();
        for (name, until) in &self.wanted {
            if mine.contains(name) {
                continue;
            }
            let row = rows.iter().find(|row| row.lease == *name);
            if !is_free(&mut self.seen, row, ticks) {
                continue;
            }
            let wanted = LeaseRow {
                lease: name.clone(),
                holder: self.holder.clone(),
                until_at: ticks + TRUSTED_MS,
            };
            if self.table.take(&wanted, row).await? {
                until.send_modify(|trust| {
                    trust.until_at = wanted.until_at;
                    trust.terms += 1;
                });
                tracing::info!(lease = name, "this gateway does this now");
            }
        }
        Ok(())
    }

    async fn give_back(&mut self) {
        for (_, until) in &self.wanted {
            until.send_modify(|trust| trust.until_at = 0);
        }
        let given = tokio::time::timeout(PATIENCE, self.table.give_back(&self.holder)).await;
        if !matches!(given, Ok(Ok(()))) {
            tracing::warn!("the leases can't be given back; another gateway takes them in a moment");
        }
    }
}

/// True when a lease can be taken at an instant; notes what was seen.
fn is_free(seen: &mut HashMap<String, (LeaseRow, i64)>, row: Option<&LeaseRow>, ticks: i64) -> bool {
    let Some(row) = row else { return true };
    if row.until_at < ticks - LONG_AGO_MS {
        return true;
    }
    match seen.get(&row.lease) {
        Some((known, since)) if known == row => ticks - since >= SILENT_MS,
        _ => {
            seen.insert(row.lease.clone(), (row.clone(), ticks));
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Sealer;

    const NOW: i64 = 1_772_416_800_000;

    /// Two gateways with clocks of their own on one database.
    async fn two() -> (tempfile::TempDir, Keeper, Keeper) {
        let folder = tempfile::tempdir().unwrap();
        let address = format!("sqlite://{}", folder.path().join("a.db").display());
        let store = Store::open(&address, Sealer::new([7; 32])).await.unwrap();
        let keeper = |now| Keeper::new(store.leases(), Clock::stepped(now));
        // Their clocks differ by half a minute.
        (folder, keeper(NOW), keeper(NOW - 30_000))
    }

    #[tokio::test]
    async fn of_two_gateways_one_sends_and_the_other_goes_on_when_it_falls_silent() {
        let (_folder, mut first, mut second) = two().await;
        let sends = first.wants("send".to_owned());
        let waits = second.wants("send".to_owned());
        first.look().await;
        assert!(sends.is_held());
        for _ in 0..20 {
            second.look().await;
            first.clock.step(RENEW_MS);
            second.clock.step(RENEW_MS);
            first.look().await;
        }
        assert!(sends.is_held() && !waits.is_held());
        // The first is killed: it renews no more, and trusts itself for less long than the other waits.
        second.look().await;
        let died_at = second.clock.ticks();
        while !waits.is_held() {
            first.clock.step(RENEW_MS);
            second.clock.step(RENEW_MS);
            second.look().await;
            assert!(!(sends.is_held() && waits.is_held()));
        }
        let silent = second.clock.ticks() - died_at;
        assert!(
            (SILENT_MS..SILENT_MS + 2 * RENEW_MS).contains(&silent),
            "{silent}"
        );
        // It only stood still: it hears that it holds nothing any more.
        first.look().await;
        assert!(!sends.is_held());
        tokio::time::timeout(PATIENCE, sends.lost()).await.unwrap();
    }

    #[tokio::test]
    async fn a_lease_that_is_given_back_is_taken_at_the_next_look() {
        let (_folder, mut first, mut second) = two().await;
        let sends = first.wants("send".to_owned());
        let waits = second.wants("send".to_owned());
        first.look().await;
        second.look().await;
        first.give_back().await;
        assert!(!sends.is_held());
        second.look().await;
        assert!(waits.is_held());
        tokio::time::timeout(PATIENCE, waits.held()).await.unwrap();
        first.look().await;
        assert!(!sends.is_held());
    }

    #[tokio::test]
    async fn what_ended_last_night_is_taken_at_once() {
        let (_folder, mut first, mut second) = two().await;
        first.wants("send".to_owned());
        let waits = second.wants("send".to_owned());
        first.look().await;
        second.clock.step(9 * 3_600_000);
        second.look().await;
        assert!(waits.is_held());
    }
}
