//! How the engine fares, in figures: written by the batch, the sender and the way in; read by the health pages and the
//! metrics.
//!
//! **Invariant:** counts and times only; nothing that anyone said, and nobody's number.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use crate::domain::answer::Answer;
use crate::store::SendOutcome;

use super::intake::NotTaken;

/// What became of an input, in a word.
const FATES: [&str; 7] = [
    "done", "again", "refused", "dead_letter", "full", "trouble", "stopping",
];
/// What became of a try to send, in a word.
const SENDS: [&str; 8] = [
    "sent", "retry", "uncertain", "blocked", "gone", "moved", "given_up", "silenced",
];
/// Bounds for inputs in a batch.
const SIZES: [u64; 9] = [0, 1, 2, 4, 8, 16, 64, 128, 256];
/// Bounds for times, in microseconds.
const TIMES: [u64; 10] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_500_000,
];

/// How a channel's updates come in, told by the channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fetching {
    /// A word of a closed list, such as `listening`.
    pub state: &'static str,
    /// Milliseconds since the last good answer, if there was one.
    pub good_ms_ago: Option<i64>,
    /// Updates committed since the start.
    pub taken: u64,
    /// Updates since the start that could not be read.
    pub unreadable: u64,
}

/// How often values fell below each bound.
#[derive(Debug)]
pub struct Histogram {
    bounds: &'static [u64],
    counts: Vec<AtomicU64>,
    sum: AtomicU64,
}

impl Histogram {
    fn new(bounds: &'static [u64]) -> Self {
        Self {
            bounds,
            // The last one is for what exceeds every bound.
            counts: (0..=bounds.len()).map(|_| AtomicU64::new(0)).collect(),
            sum: AtomicU64::new(0),
        }
    }

    fn add(&self, value: u64) {
        let place = self.bounds.partition_point(|bound| *bound < value);
        if let Some(count) = self.counts.get(place) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        self.sum.fetch_add(value, Ordering::Relaxed);
    }

    /// Each bound with how many values were not above it; then the count and the sum of all.
    pub fn read(&self) -> (Vec<(u64, u64)>, u64, u64) {
        let mut below = 0;
        let mut rows = Vec::with_capacity(self.bounds.len());
        for (bound, count) in self.bounds.iter().zip(&self.counts) {
            below += count.load(Ordering::Relaxed);
            rows.push((*bound, below));
        }
        let above = self
            .counts
            .last()
            .map_or(0, |count| count.load(Ordering::Relaxed));
        (rows, below + above, self.sum.load(Ordering::Relaxed))
    }
}

/// What health pages and metrics show.
#[derive(Debug)]
pub struct Health {
    /// The last batch was committed, and since the last trouble there was room again.
    pub well: AtomicBool,
    fates: [AtomicU64; FATES.len()],
    sends: [AtomicU64; SENDS.len()],
    /// Inputs in a batch.
    pub batch_inputs: Histogram,
    /// Microseconds from the first statement of a batch to its commit.
    pub batch_us: Histogram,
    /// Microseconds for which a batch waited until the database was its own.
    pub begin_us: Histogram,
    troubles: AtomicU64,
}

impl Default for Health {
    fn default() -> Self {
        Self {
            well: AtomicBool::new(true),
            fates: Default::default(),
            sends: Default::default(),
            batch_inputs: Histogram::new(&SIZES),
            batch_us: Histogram::new(&TIMES),
            begin_us: Histogram::new(&TIMES),
            troubles: AtomicU64::new(0),
        }
    }
}

fn words<'a>(names: &'a [&'static str], counts: &'a [AtomicU64]) -> Vec<(&'static str, u64)> {
    names
        .iter()
        .zip(counts)
        .map(|(name, count)| (*name, count.load(Ordering::Relaxed)))
        .collect()
}

impl Health {
    pub(crate) fn count_answer(&self, answer: &Answer) {
        let place = match answer {
            Answer::Again => 1,
            Answer::Refused(_) => 2,
            Answer::Kept(_) => 3,
            _ => 0,
        };
        self.fates[place].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_not_taken(&self, reason: NotTaken) {
        let place = match reason {
            NotTaken::Full => 4,
            NotTaken::Trouble => 5,
            NotTaken::Stopping => 6,
        };
        self.fates[place].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_send(&self, outcome: &SendOutcome) {
        let place = match outcome {
            SendOutcome::Begun => return,
            SendOutcome::Sent { .. } => 0,
            SendOutcome::RetryAt { uncertain: false, .. } => 1,
            SendOutcome::RetryAt { uncertain: true, .. } => 2,
            SendOutcome::Blocked => 3,
            SendOutcome::Gone => 4,
            SendOutcome::Moved(_) => 5,
            SendOutcome::GivenUp(_) => 6,
            SendOutcome::Silenced => 7,
        };
        self.sends[place].fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn count_batch(&self, inputs: usize, begin_us: u64, whole_us: u64) {
        self.batch_inputs.add(inputs as u64);
        self.begin_us.add(begin_us);
        self.batch_us.add(whole_us.saturating_sub(begin_us));
    }

    pub(crate) fn count_trouble(&self) {
        self.troubles.fetch_add(1, Ordering::Relaxed);
    }

    /// Inputs since the start by their fate.
    pub fn inputs(&self) -> Vec<(&'static str, u64)> {
        words(&FATES, &self.fates)
    }

    /// Tries to send since the start by their outcome.
    pub fn sends(&self) -> Vec<(&'static str, u64)> {
        words(&SENDS, &self.sends)
    }

    /// Times that the database could not be used since the start.
    pub fn troubles(&self) -> u64 {
        self.troubles.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_what_is_not_above_each_bound() {
        let sizes = Histogram::new(&SIZES);
        for size in [0, 1, 3, 256, 300] {
            sizes.add(size);
        }
        let (rows, count, sum) = sizes.read();
        assert_eq!((count, sum), (5, 560));
        assert_eq!(rows[0], (0, 1));
        assert_eq!(rows[1], (1, 2));
        assert_eq!(rows[3], (4, 3));
        assert_eq!(rows[8], (256, 4));
    }

    #[test]
    fn every_fate_and_every_outcome_is_counted_once() {
        let health = Health::default();
        health.count_answer(&Answer::Done);
        health.count_answer(&Answer::Again);
        health.count_not_taken(NotTaken::Full);
        health.count_send(&SendOutcome::Gone);
        health.count_send(&SendOutcome::Begun);
        let counted = |rows: Vec<(&str, u64)>| rows.iter().map(|(_, count)| count).sum::<u64>();
        assert_eq!(counted(health.inputs()), 3);
        assert_eq!(counted(health.sends()), 1);
    }
}
