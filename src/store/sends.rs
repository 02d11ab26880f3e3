//! The outbox as the sender sees it: what is due, and what became of it.

use crate::domain::account::{Account, Channel};
use crate::domain::ids::{AccountId, CaseId, OutboxId};
use crate::domain::outbox::{OutboxItem, OutboxState};

use super::db::{Cell, Sql, placeholders};
use super::load::text_of;
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError, Writing};

/// An item that is due, with its recipient.
#[derive(Debug, Clone)]
pub struct DueItem {
    /// The item.
    pub item: OutboxItem,
    /// To whom.
    pub account: Account,
}

/// What became of a try to send.
#[derive(Debug, Clone, PartialEq)]
pub enum SendOutcome {
    /// It is about to be tried: written down first for a person's words.
    Begun,
    /// At the channel.
    Sent {
        /// The number of the first part at the channel, if it tells one.
        remote_id: Option<i64>,
        /// The numbers of its further parts.
        parts: Vec<i64>,
        /// SHA-256 in hex of the words.
        hash: String,
    },
    /// Try again at this instant; `failure` is a word of the closed list.
    RetryAt {
        /// The instant.
        at: i64,
        /// Why.
        failure: &'static str,
        /// It may have arrived.
        uncertain: bool,
    },
    /// The person blocked the bot.
    Blocked,
    /// The chat no longer exists.
    Gone,
    /// The chat has another address now; tried again there.
    Moved(String),
    /// Refused for good.
    GivenUp(&'static str),
    /// Held back, because an officer stopped all messages to the person.
    Silenced,
}

/// The outcome for one item.
#[derive(Debug, Clone)]
pub struct SendResult {
    /// The item.
    pub item: OutboxId,
    /// To whom.
    pub account: AccountId,
    /// Its case.
    pub case: Option<CaseId>,
    /// The outcome.
    pub outcome: SendOutcome,
    /// When, by the settable clock.
    pub at: i64,
}

impl Reading {
    /// Items of a channel that are due at `now`, in order of their instants; at most `most`, after the given place.
    pub async fn due_items(
        &mut self,
        channel: Channel,
        now: i64,
        after: (i64, OutboxId),
        most: i64,
    ) -> Result<Vec<DueItem>, StoreError> {
        let items = OutboxItem::COLUMNS.len();
        let sql: Sql = format!(
            "SELECT {}, {} FROM outbox o JOIN accounts a ON a.account_id = o.account_id \
             WHERE o.channel = $1 AND o.state = 'waiting' AND o.due_at <= $2 AND (o.due_at > $3 OR (o.due_at = $3 AND o.outbox_id > $4)) \
             ORDER BY o.due_at, o.outbox_id LIMIT $5",
            columns_of::<OutboxItem>("o"),
            columns_of::<Account>("a"),
        )
        .into();
        let cells = vec![
            channel.to_cell(),
            Cell::Int(now),
            Cell::Int(after.0),
            after.1.to_cell(),
            Cell::Int(most),
        ];
        let rows = self.conn.rows(&sql, cells).await?;
        rows.iter()
            .map(|row| {
                let cells = row.cells();
                Ok(DueItem {
                    item: OutboxItem::read(cells)?,
                    account: Account::read(&Behind { cells, by: items })?,
                })
            })
            .collect()
    }

    /// The instant of the next item of a channel that waits, if any.
    pub async fn next_due_at(&mut self, channel: Channel, after: i64) -> Result<Option<i64>, StoreError> {
        let sql: Sql = "SELECT due_at FROM outbox WHERE channel = $1 AND state = 'waiting' AND due_at > $2 ORDER BY due_at LIMIT 1".into();
        let rows = self
            .conn
            .rows(&sql, vec![channel.to_cell(), Cell::Int(after)])
            .await?;
        rows.first().map(|row| row.cells().int(0)).transpose()
    }
}

/// The cells of a row behind the first so many.
struct Behind<'a> {
    cells: &'a dyn super::db::Cells,
    by: usize,
}

impl super::db::Cells for Behind<'_> {
    fn int(&self, place: usize) -> Result<i64, StoreError> {
        self.cells.int(place + self.by)
    }
    fn opt_int(&self, place: usize) -> Result<Option<i64>, StoreError> {
        self.cells.opt_int(place + self.by)
    }
    fn text(&self, place: usize) -> Result<String, StoreError> {
        self.cells.text(place + self.by)
    }
    fn opt_text(&self, place: usize) -> Result<Option<String>, StoreError> {
        self.cells.opt_text(place + self.by)
    }
}

impl Writing {
    /// Claims the keys of inputs; gives those that were not claimed before.
    pub async fn claim_keys(
        &mut self,
        keys: &[String],
        now: i64,
    ) -> Result<std::collections::HashSet<String>, StoreError> {
        let mut claimed = std::collections::HashSet::with_capacity(keys.len());
        for part in keys.chunks(256) {
            let size = part.len().next_power_of_two();
            let sql = text_of("claim", size, || {
                // Padding repeats the last key: DISTINCT drops it before the insert.
                format!(
                    "WITH v(input_key, claimed_at) AS (VALUES {}) INSERT INTO input_keys (input_key, claimed_at) \
                     SELECT DISTINCT v.input_key, cast(v.claimed_at AS bigint) FROM v WHERE true \
                     ON CONFLICT (input_key) DO NOTHING RETURNING input_key",
                    placeholders(size, 2)
                )
            });
            let last = part.last().cloned().unwrap_or_default();
            let cells = part
                .iter()
                .chain(std::iter::repeat_n(&last, size - part.len()))
                .flat_map(|key| [Cell::Text(key.clone()), Cell::Int(now)])
                .collect();
            for row in self.conn.rows(&sql, cells).await? {
                claimed.insert(row.cells().text(0)?);
            }
        }
        Ok(claimed)
    }

    /// Writes down what became of tries to send.
    pub async fn save_results(&mut self, results: &[SendResult]) -> Result<(), StoreError> {
        for part in results.chunks(128) {
            let size = part.len().next_power_of_two();
            let sql = text_of("results", size, || {
                format!(
                    "WITH v(id, state, due_at, begun_at, sent_at, remote_id, sent_hash, failure, tried) AS (VALUES {}) \
                     UPDATE outbox SET state = v.state, \
                     due_at = CASE WHEN v.due_at >= 0 THEN v.due_at ELSE outbox.due_at END, \
                     begun_at = CASE WHEN v.begun_at >= 0 THEN v.begun_at ELSE NULL END, \
                     sent_at = CASE WHEN v.sent_at >= 0 THEN v.sent_at ELSE outbox.sent_at END, \
                     remote_id = CASE WHEN v.remote_id >= 0 THEN v.remote_id ELSE outbox.remote_id END, \
                     sent_hash = CASE WHEN v.sent_hash <> '' THEN v.sent_hash ELSE outbox.sent_hash END, \
                     failure = CASE WHEN v.failure <> '' THEN v.failure ELSE NULL END, \
                     tries = outbox.tries + v.tried \
                     FROM v WHERE outbox.outbox_id = v.id AND outbox.state = 'waiting'",
                    placeholders(size, 9)
                )
            });
            let cells = part
                .iter()
                .chain(part.last().into_iter().cycle().take(size - part.len()))
                .enumerate()
                .flat_map(|(place, result)| result_cells(result, place < part.len()))
                .collect();
            self.conn.run(&sql, cells).await?;
        }
        self.add_parts(results).await
    }

    /// Remembers the further parts of what was sent, so that a reply to one of them finds the case. Few messages have any.
    async fn add_parts(&mut self, results: &[SendResult]) -> Result<(), StoreError> {
        for result in results {
            let (SendOutcome::Sent { parts, .. }, Some(case)) = (&result.outcome, result.case) else {
                continue;
            };
            for part in parts {
                let sql = "INSERT INTO sent_parts (account_id, remote_id, case_id) VALUES ($1, $2, $3) \
                           ON CONFLICT (account_id, remote_id) DO UPDATE SET case_id = excluded.case_id"
                    .into();
                let cells = vec![result.account.to_cell(), Cell::Int(*part), case.to_cell()];
                self.conn.run(&sql, cells).await?;
            }
        }
        Ok(())
    }
}

/// The cells of one result; a padding row names no item. -1 and empty text stand for nothing, so that PostgreSQL
/// knows the type of each column of the VALUES.
fn result_cells(result: &SendResult, real: bool) -> [Cell; 9] {
    let nothing = Cell::Int(-1);
    let text = |text: &str| Cell::Text(text.to_owned());
    let (state, due, begun, sent, remote, hash, failure, tried) = match &result.outcome {
        SendOutcome::Begun => (
            OutboxState::Waiting,
            nothing.clone(),
            Cell::Int(result.at),
            nothing.clone(),
            nothing,
            text(""),
            text(""),
            0,
        ),
        SendOutcome::Sent { remote_id, hash, .. } => (
            OutboxState::Sent,
            nothing.clone(),
            nothing,
            Cell::Int(result.at),
            Cell::Int(remote_id.unwrap_or(-1)),
            text(hash),
            text(""),
            1,
        ),
        SendOutcome::RetryAt {
            at,
            failure,
            uncertain,
        } => (
            OutboxState::Waiting,
            Cell::Int(*at),
            if *uncertain {
                Cell::Int(result.at)
            } else {
                nothing.clone()
            },
            nothing.clone(),
            nothing,
            text(""),
            text(failure),
            1,
        ),
        SendOutcome::Blocked => (
            OutboxState::Blocked,
            nothing.clone(),
            nothing.clone(),
            nothing.clone(),
            nothing,
            text(""),
            text("blocked"),
            1,
        ),
        SendOutcome::Gone => (
            OutboxState::Gone,
            nothing.clone(),
            nothing.clone(),
            nothing.clone(),
            nothing,
            text(""),
            text("gone"),
            1,
        ),
        SendOutcome::Moved(_) => (
            OutboxState::Waiting,
            Cell::Int(result.at),
            nothing.clone(),
            nothing.clone(),
            nothing,
            text(""),
            text("moved"),
            1,
        ),
        SendOutcome::GivenUp(failure) => (
            OutboxState::GivenUp,
            nothing.clone(),
            nothing.clone(),
            nothing.clone(),
            nothing,
            text(""),
            text(failure),
            1,
        ),
        SendOutcome::Silenced => (
            OutboxState::Silenced,
            nothing.clone(),
            nothing.clone(),
            nothing.clone(),
            nothing,
            text(""),
            text("silenced"),
            0,
        ),
    };
    let id = if real { result.item.0 } else { -1 };
    [
        Cell::Int(id),
        state.to_cell(),
        due,
        begun,
        sent,
        remote,
        hash,
        failure,
        Cell::Int(tried),
    ]
}
