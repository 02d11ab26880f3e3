//! Identities: a newtype for each kind of thing, and the generator that is handed to deciding.

use std::sync::atomic::{AtomicI64, Ordering};

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// One person on one channel.
    AccountId,
    /// A deputy of a term.
    DeputyId,
    /// A liaison office: of a unit, or the provincial one.
    OfficeId,
    /// An officer's post at an office.
    OfficerId,
    /// An invitation.
    InvitationId,
    /// A constituent's matter.
    CaseId,
    /// One thing said in a case.
    MessageId,
    /// A file that came with a message.
    FileId,
    /// A duty record.
    RecordId,
    /// A deputy's report in free words.
    ReportId,
    /// A joint activity that an office entered.
    ActivityId,
    /// A message owed to a person.
    OutboxId,
    /// An input that could not be handled.
    DeadLetterId,
    /// An import of the roster.
    ImportId,
    /// A version of the calendar of days off, from 1.
    CalendarVersion,
    /// What an electing unit's office asks a deputy.
    InquiryId,
    /// A motion or suggestion.
    SuggestionId,
    /// A body that answers suggestions.
    HandlingUnitId,
    /// A suggestion handed out to a handling unit.
    AssignmentId,
    /// A handling unit's answer.
    ReplyId,
}

/// Makes ids of 63 bits that grow with time: 41 bits of milliseconds since 2024, 10 of the process, 12 of a
/// counter. Two processes with the same ten bits could only meet within one millisecond.
///
/// **Invariant:** ids of one source never repeat and never go back, also when the clock does.
pub struct IdSource {
    process: i64,
    first: i64,
    last: AtomicI64,
    end: i64,
}

/// 2024-01-01T00:00:00Z in epoch milliseconds.
const EPOCH_MS: i64 = 1_704_067_200_000;

impl IdSource {
    /// A source whose ids begin after the instant `ticks_at`; `process` tells gateways apart (its low ten bits count).
    pub fn new(process: u16, ticks_at: i64) -> Self {
        let source = Self {
            process: i64::from(process & 0x3ff),
            last: AtomicI64::new(0),
            first: 0,
            end: i64::MAX,
        };
        source.advance(ticks_at);
        source
    }

    /// Lets the ids grow to the instant `ticks_at` (epoch milliseconds of the real clock).
    pub fn advance(&self, ticks_at: i64) {
        let floor = (ticks_at - EPOCH_MS).max(0) << 12;
        self.last.fetch_max(floor, Ordering::Relaxed);
    }

    /// Sets so many ids aside for one input, which may be decided several times: after `restart` the same ids come again,
    /// so a row that was asked for by a new id in one round is known in the next.
    pub fn block(&self, size: i64) -> Self {
        let first = self.last.fetch_add(size, Ordering::Relaxed);
        Self {
            process: self.process,
            first,
            last: AtomicI64::new(first),
            end: first + size,
        }
    }

    /// Lets the ids of a block begin anew.
    pub fn restart(&self) {
        self.last.store(self.first, Ordering::Relaxed);
    }

    /// The next id.
    ///
    /// # Panics
    /// When an input takes more ids than were set aside for it.
    pub fn next<T: From<i64>>(&self) -> T {
        let counter = self.last.fetch_add(1, Ordering::Relaxed) + 1;
        assert!(
            counter <= self.end,
            "an input takes more ids than were set aside for it"
        );
        T::from(((counter >> 12) << 22) | (self.process << 12) | (counter & 0xfff))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_also_when_the_clock_goes_back() {
        let ids = IdSource::new(7, EPOCH_MS + 5_000);
        let mut last = CaseId(0);
        for step in 0..20_000_i64 {
            ids.advance(EPOCH_MS + 5_000 - step);
            let next: CaseId = ids.next();
            assert!(next > last);
            last = next;
        }
    }
}
