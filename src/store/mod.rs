//! The only SQL: loads a `World`, saves `Changes`, claims work, reads what views show.
//!
//! Called by the engine, the web pages' readers and the command line. **Invariants:** one text of SQL for both engines;
//! one writing transaction at a time per database; a batch costs a bounded number of statements, whatever its size.

mod copy;
mod db;
mod drafts;
mod feedback;
mod handbooks;
mod inquiries;
mod leases;
mod lists;
mod load;
mod look;
mod migrations;
mod open;
mod operation;
mod others;
mod records;
mod reminders;
mod save;
mod seal;
mod sends;
mod suggestions;
mod table;
mod upkeep;
mod views;

use std::sync::Arc;

use futures_util::future::BoxFuture;

pub use drafts::DraftFile;
pub use feedback::{DueMatter, FeedbackCounts, FeedbackFilter, FeedbackLine, FeedbackOf};
pub use handbooks::HandbookLine;
pub use inquiries::InquiryLine;
pub use leases::{LeaseRow, LeaseTable};
pub use open::sqlite_file;
pub use operation::WaitingLane;
pub use others::{Heard, Notice, Others};
pub use records::{ActivityLine, RecordChangeLine, RecordFilter, RecordLine};
pub use seal::Sealer;
pub use sends::{DueItem, SendOutcome, SendResult};
pub use suggestions::{Due, DueLine, DueOf, SuggestionFilter, SuggestionLine, UnitOf};
pub use upkeep::WantedVoice;
pub use views::{Bubble, CallListLine, DeputyLine, LetterLine, LettersOf, UnitCount};

use db::Conn;

/// What went wrong: the surroundings (repeat the batch) or the data (find the culprit).
#[derive(Debug, Clone)]
pub enum StoreError {
    /// Disk full, lock, connection, unknown outcome of a commit: nothing is confirmed, the batch is repeated.
    Surroundings(String),
    /// A row that the database refuses or that can't be read: a defect.
    Data(String),
}

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            StoreError::Surroundings(what) => write!(f, "the database can't be used now: {what}"),
            StoreError::Data(what) => write!(f, "the database refused a row: {what}"),
        }
    }
}

impl std::error::Error for StoreError {}

impl StoreError {
    pub(crate) fn from_sqlx(error: sqlx::Error) -> Self {
        let data = match &error {
            sqlx::Error::Database(database) => match database.code().as_deref() {
                // SQLite: primary result codes of constraint, mismatch, too big, range and plain errors.
                Some(code) if code.len() < 5 => {
                    let primary = code.parse::<i32>().map_or(0, |code| code & 0xff);
                    matches!(primary, 1 | 18 | 19 | 20 | 25)
                }
                // PostgreSQL: data exceptions, integrity, syntax and access rules.
                Some(code) => matches!(code.get(..2), Some("22" | "23" | "42")),
                None => false,
            },
            sqlx::Error::ColumnDecode { .. }
            | sqlx::Error::ColumnIndexOutOfBounds { .. }
            | sqlx::Error::Decode(_) => true,
            _ => false,
        };
        // The texts of constraint errors can hold values of rows; the code is enough for staff.
        let what = match &error {
            sqlx::Error::Database(database) => {
                format!(
                    "{} ({})",
                    database.code().unwrap_or_default(),
                    database.message().split(':').next().unwrap_or_default()
                )
            }
            other => other.to_string(),
        };
        if data {
            StoreError::Data(what)
        } else {
            StoreError::Surroundings(what)
        }
    }
}

enum Pools {
    Sqlite {
        writer: sqlx::SqlitePool,
        readers: sqlx::SqlitePool,
    },
    Pg(sqlx::PgPool),
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pools: Arc<Pools>,
    sealer: Arc<Sealer>,
}

/// The writing transaction of a batch.
pub struct Writing {
    conn: Conn,
    sealer: Arc<Sealer>,
}

/// A connection of the read pool.
pub struct Reading {
    conn: Conn,
    sealer: Arc<Sealer>,
}

/// The number under which batches exclude each other on PostgreSQL.
const BATCH_LOCK: i64 = 0x6c69_616e_6c75_6f01;

impl Store {
    /// Begins the writing transaction: at once the only one, on both engines.
    pub async fn write(&self) -> Result<Writing, StoreError> {
        let conn = match &*self.pools {
            Pools::Sqlite { writer, .. } => Conn::SqliteTx(
                writer
                    .begin_with("BEGIN IMMEDIATE")
                    .await
                    .map_err(StoreError::from_sqlx)?,
            ),
            Pools::Pg(pool) => {
                let mut conn = Conn::PgTx(pool.begin().await.map_err(StoreError::from_sqlx)?);
                // The limit is set on the way, for this transaction: another gateway that stands still with the lock in
                // its hand fails the batch after as long as a locked SQLite file does, instead of holding everyone up.
                let patience = open::LOCK_PATIENCE.as_millis().to_string();
                conn.rows(
                    &"SELECT set_config('lock_timeout', $1, true), cast(pg_advisory_xact_lock($2) AS text)"
                        .into(),
                    vec![db::Cell::Text(patience), db::Cell::Int(BATCH_LOCK)],
                )
                .await?;
                conn
            }
        };
        Ok(Writing {
            conn,
            sealer: Arc::clone(&self.sealer),
        })
    }

    /// A connection for reading.
    pub fn read(&self) -> BoxFuture<'_, Result<Reading, StoreError>> {
        Box::pin(async move {
            let conn = match &*self.pools {
                Pools::Sqlite { readers, .. } => {
                    Conn::Sqlite(readers.acquire().await.map_err(StoreError::from_sqlx)?)
                }
                Pools::Pg(pool) => Conn::Pg(pool.acquire().await.map_err(StoreError::from_sqlx)?),
            };
            Ok(Reading {
                conn,
                sealer: Arc::clone(&self.sealer),
            })
        })
    }

    /// True for SQLite.
    pub fn is_sqlite(&self) -> bool {
        matches!(&*self.pools, Pools::Sqlite { .. })
    }

    /// Ends all connections, after what runs on them.
    pub async fn close(&self) {
        match &*self.pools {
            Pools::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Pools::Pg(pool) => pool.close().await,
        }
    }
}

impl Writing {
    /// Makes everything durable. An error leaves the outcome unknown: the claimed keys make repeating safe.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.conn.commit().await
    }

    /// Takes everything back.
    pub async fn rollback(self) {
        self.conn.rollback().await;
    }
}
