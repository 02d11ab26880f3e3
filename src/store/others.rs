//! What other processes commit: told by `NOTIFY` on PostgreSQL, noticed by `PRAGMA data_version` on SQLite.
//!
//! Called by `engine::others`. **Invariants:** a notice says only that there is something to look at, never what; it is
//! given within the transaction, so it comes after the commit or not at all; what is missed costs a delay, never a message.

use serde::{Deserialize, Serialize};
use sqlx::postgres::{PgListener, PgPoolOptions};

use crate::domain::ids::AccountId;

use super::db::{Cell, Conn};
use super::{Pools, Store, StoreError, Writing};

/// The channel of PostgreSQL's notifications.
const CHANNEL: &str = "lianluo";
/// PostgreSQL takes up to 8,000 bytes in a notification.
const LONGEST: usize = 7_900;

/// What a committed batch tells the other processes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The process that committed.
    pub by: u32,
    /// Accounts of the web chat for which something waits; `None`: so many that all may look.
    pub accounts: Option<Vec<AccountId>>,
    /// A channel's sender has something to send.
    pub owes: bool,
    /// A file is to be fetched.
    pub files: bool,
}

impl Notice {
    /// True when nobody needs to look.
    pub fn is_empty(&self) -> bool {
        !self.owes && !self.files && self.accounts.as_ref().is_some_and(Vec::is_empty)
    }
}

/// What was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// Nothing new.
    Nothing,
    /// Another process committed this.
    Notice(Notice),
    /// Another process committed something, or notices may have been missed.
    Something,
}

/// Listens to other processes on the same database.
pub struct Others(Ear);

enum Ear {
    Sqlite {
        pools: std::sync::Arc<Pools>,
        seen: Option<i64>,
    },
    Pg(Box<PgListener>),
}

impl Store {
    /// Begins to listen.
    pub async fn others(&self) -> Result<Others, StoreError> {
        Ok(Others(match &*self.pools {
            Pools::Sqlite { .. } => Ear::Sqlite {
                pools: std::sync::Arc::clone(&self.pools),
                seen: None,
            },
            Pools::Pg(pool) => {
                let own = PgPoolOptions::new()
                    .max_connections(1)
                    .max_lifetime(None)
                    .idle_timeout(None)
                    .connect_lazy_with((*pool.connect_options()).clone());
                let mut listener = PgListener::connect_with(&own)
                    .await
                    .map_err(StoreError::from_sqlx)?;
                listener.listen(CHANNEL).await.map_err(StoreError::from_sqlx)?;
                Ear::Pg(Box::new(listener))
            }
        }))
    }
}

impl Others {
    /// True when [`hear`](Self::hear) waits until there is something; else it looks once and is to be asked now and then.
    pub fn waits(&self) -> bool {
        matches!(self.0, Ear::Pg(_))
    }

    /// What is new since the last time.
    pub async fn hear(&mut self) -> Result<Heard, StoreError> {
        match &mut self.0 {
            Ear::Sqlite { pools, seen } => {
                let Pools::Sqlite { writer, .. } = &**pools else {
                    return Ok(Heard::Nothing);
                };
                // On the writer's own connection the number moves only when somebody else commits.
                let conn = writer.acquire().await.map_err(StoreError::from_sqlx)?;
                let version = Conn::Sqlite(conn)
                    .number(&"PRAGMA data_version".into(), vec![])
                    .await?;
                Ok(match seen.replace(version) {
                    Some(before) if before != version => Heard::Something,
                    _ => Heard::Nothing,
                })
            }
            // None: the connection was lost, and notices with it.
            Ear::Pg(listener) => match listener.try_recv().await.map_err(StoreError::from_sqlx)? {
                Some(told) => {
                    Ok(serde_json::from_str(told.payload()).map_or(Heard::Something, Heard::Notice))
                }
                None => Ok(Heard::Something),
            },
        }
    }
}

impl Writing {
    /// Tells the other processes when this transaction is committed. On SQLite they notice by themselves, and it costs
    /// nothing.
    pub async fn tell_others(&mut self, notice: &Notice) -> Result<(), StoreError> {
        if !matches!(self.conn, Conn::PgTx(_)) || notice.is_empty() {
            return Ok(());
        }
        let whole = serde_json::to_string(notice).unwrap_or_default();
        let payload = if whole.is_empty() || whole.len() > LONGEST {
            let all = Notice {
                accounts: None,
                ..notice.clone()
            };
            serde_json::to_string(&all).unwrap_or_default()
        } else {
            whole
        };
        let cells = vec![Cell::Text(CHANNEL.to_owned()), Cell::Text(payload)];
        self.conn
            .rows(&"SELECT cast(pg_notify($1, $2) AS text)".into(), cells)
            .await?;
        Ok(())
    }
}
