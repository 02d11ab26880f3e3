//! What operation asks of the database: whether there is room, what waits, which files are referred to, what an
//! installation remembers of itself.
//!
//! Called by the engine, by jobs, by the figures and by `doctor`; never within a batch.

use super::db::{Cell, Conn, placeholders};
use super::{Reading, Store, StoreError};

/// More than the largest letter needs.
const ROOM_BYTES: usize = 256 * 1024;

/// What waits in a lane of a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingLane {
    /// The channel's word.
    pub channel: String,
    /// The lane's word.
    pub lane: String,
    /// So many messages.
    pub messages: i64,
    /// The oldest has been due since this instant.
    pub oldest_due_at: i64,
}

impl Store {
    /// Writes something large and removes it: an empty transaction succeeds on a full disk too.
    pub async fn has_room(&self) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let filler = "0".repeat(ROOM_BYTES);
        let sql = "INSERT INTO room_probes (room_probe_id, filler) VALUES (1, $1) \
                   ON CONFLICT (room_probe_id) DO UPDATE SET filler = excluded.filler";
        if let Err(error) = writing.conn.run(&sql.into(), vec![Cell::Text(filler)]).await {
            writing.rollback().await;
            return Err(error);
        }
        writing.commit().await?;
        let mut writing = self.write().await?;
        if let Err(error) = writing.conn.run(&"DELETE FROM room_probes".into(), vec![]).await {
            writing.rollback().await;
            return Err(error);
        }
        writing.commit().await
    }

    /// Remembers a fact of the installation, unless there is one already.
    pub async fn add_fact(&self, fact: &str, value: &str) -> Result<(), StoreError> {
        self.put_fact(fact, value, "DO NOTHING").await
    }

    /// Remembers a fact of the installation.
    pub async fn set_fact(&self, fact: &str, value: &str) -> Result<(), StoreError> {
        self.put_fact(fact, value, "DO UPDATE SET value = excluded.value")
            .await
    }

    async fn put_fact(&self, fact: &str, value: &str, else_do: &str) -> Result<(), StoreError> {
        let mut writing = self.write().await?;
        let sql = format!("INSERT INTO facts (fact, value) VALUES ($1, $2) ON CONFLICT (fact) {else_do}");
        let cells = vec![Cell::Text(fact.to_owned()), Cell::Text(value.to_owned())];
        if let Err(error) = writing.conn.run(&sql.into(), cells).await {
            writing.rollback().await;
            return Err(error);
        }
        writing.commit().await
    }
}

impl Reading {
    /// What PostgreSQL's clock says, in epoch milliseconds; SQLite has none of its own.
    pub async fn database_clock(&mut self) -> Result<Option<i64>, StoreError> {
        if !matches!(self.conn, Conn::Pg(_)) {
            return Ok(None);
        }
        let sql = "SELECT cast(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";
        self.conn.number(&sql.into(), vec![]).await.map(Some)
    }

    /// A fact that the installation remembers.
    pub async fn find_fact(&mut self, fact: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM facts WHERE fact = $1";
        let rows = self
            .conn
            .rows(&sql.into(), vec![Cell::Text(fact.to_owned())])
            .await?;
        rows.first().map(|row| row.cells().text(0)).transpose()
    }

    /// What is due and waits, by channel and lane. Walks an index of what waits, nothing else.
    pub async fn waiting_lanes(&mut self, now: i64) -> Result<Vec<WaitingLane>, StoreError> {
        let sql = "SELECT channel, lane, count(*), min(due_at) FROM outbox WHERE state = 'waiting' AND due_at <= $1 \
                   GROUP BY channel, lane ORDER BY channel, lane";
        let rows = self.conn.rows(&sql.into(), vec![Cell::Int(now)]).await?;
        rows.iter()
            .map(|row| {
                let cells = row.cells();
                Ok(WaitingLane {
                    channel: cells.text(0)?,
                    lane: cells.text(1)?,
                    messages: cells.int(2)?,
                    oldest_due_at: cells.int(3)?,
                })
            })
            .collect()
    }

    /// Inputs that could not be handled and wait for a person.
    pub async fn count_open_dead_letters(&mut self) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM dead_letters WHERE settled_at IS NULL";
        self.conn.number(&sql.into(), vec![]).await
    }

    /// Those of these hashes that a row refers to; at most 500 at once.
    pub async fn list_known_hashes(&mut self, hashes: &[String]) -> Result<Vec<String>, StoreError> {
        if hashes.is_empty() {
            return Ok(Vec::new());
        }
        let sql = format!(
            "WITH v(hash) AS (VALUES {}) SELECT DISTINCT v.hash FROM v JOIN files f ON f.hash = v.hash",
            placeholders(hashes.len(), 1)
        );
        let cells = hashes.iter().map(|hash| Cell::Text(hash.clone())).collect();
        let rows = self.conn.rows(&sql.into(), cells).await?;
        rows.iter().map(|row| row.cells().text(0)).collect()
    }
}
