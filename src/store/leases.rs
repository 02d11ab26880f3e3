//! Leases: what only one of several gateways may do at a time. The rows alone; `engine::Leases` knows when a lease holds.
//!
//! **Invariants:** a lease changes hands only by comparing with the row that was seen, so of two who want it one gets it.
//! Instants are those of the writer's own real clock and are compared with nobody else's. The connection is one of its own:
//! a busy pool delays no renewal.

use std::sync::Arc;
use std::time::Duration;

use sqlx::postgres::PgPoolOptions;

use super::db::{Cell, Conn};
use super::{Pools, Store, StoreError};

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseRow {
    /// What is leased.
    pub lease: String,
    /// Who holds it.
    pub holder: String,
    /// What the holder wrote last, by the holder's clock: another number with each renewal. 0: given back.
    pub until_at: i64,
}

/// The table of leases.
pub struct LeaseTable {
    pools: Arc<Pools>,
    own: Option<sqlx::PgPool>,
}

impl Store {
    /// The table of leases, on a connection of its own.
    pub fn leases(&self) -> LeaseTable {
        let own = match &*self.pools {
            Pools::Sqlite { .. } => None,
            Pools::Pg(pool) => Some(
                PgPoolOptions::new()
                    .max_connections(1)
                    // Whoever can't ask within a second has no time left to wait.
                    .acquire_timeout(Duration::from_secs(1))
                    .connect_lazy_with((*pool.connect_options()).clone()),
            ),
        };
        LeaseTable {
            pools: Arc::clone(&self.pools),
            own,
        }
    }
}

impl LeaseTable {
    async fn conn(&self) -> Result<Conn, StoreError> {
        match (&*self.pools, &self.own) {
            (Pools::Sqlite { writer, .. }, _) => writer.acquire().await.map(Conn::Sqlite),
            (Pools::Pg(_), Some(own)) => own.acquire().await.map(Conn::Pg),
            (Pools::Pg(pool), None) => pool.acquire().await.map(Conn::Pg),
        }
        .map_err(StoreError::from_sqlx)
    }

    /// Renews everything that `holder` holds; gives the names.
    pub async fn renew(&self, holder: &str, until_at: i64) -> Result<Vec<String>, StoreError> {
        let sql = "UPDATE leases SET until_at = $1 WHERE holder = $2 AND until_at <> 0 RETURNING lease";
        let cells = vec![Cell::Int(until_at), Cell::Text(holder.to_owned())];
        let rows = self.conn().await?.rows(&sql.into(), cells).await?;
        rows.iter().map(|row| row.cells().text(0)).collect()
    }

    /// All leases that anyone ever held.
    pub async fn list(&self) -> Result<Vec<LeaseRow>, StoreError> {
        let sql = "SELECT lease, holder, until_at FROM leases ORDER BY lease LIMIT 1000";
        let rows = self.conn().await?.rows(&sql.into(), vec![]).await?;
        rows.iter()
            .map(|row| {
                let cells = row.cells();
                Ok(LeaseRow {
                    lease: cells.text(0)?,
                    holder: cells.text(1)?,
                    until_at: cells.int(2)?,
                })
            })
            .collect()
    }

    /// Takes a lease if its row is still the one that was seen; `None`: there was none. True when it is taken.
    pub async fn take(&self, wanted: &LeaseRow, seen: Option<&LeaseRow>) -> Result<bool, StoreError> {
        let new = [
            Cell::Text(wanted.lease.clone()),
            Cell::Text(wanted.holder.clone()),
            Cell::Int(wanted.until_at),
        ];
        let (sql, cells) = match seen {
            None => (
                "INSERT INTO leases (lease, holder, until_at) VALUES ($1, $2, $3) ON CONFLICT (lease) DO NOTHING",
                new.to_vec(),
            ),
            Some(seen) => (
                "UPDATE leases SET holder = $2, until_at = $3 WHERE lease = $1 AND holder = $4 AND until_at = $5",
                new.into_iter()
                    .chain([Cell::Text(seen.holder.clone()), Cell::Int(seen.until_at)])
                    .collect(),
            ),
        };
        Ok(self.conn().await?.run(&sql.into(), cells).await? == 1)
    }

    /// Gives everything back that `holder` holds: whoever waits needs not wait on.
    pub async fn give_back(&self, holder: &str) -> Result<(), StoreError> {
        let sql = "UPDATE leases SET until_at = 0 WHERE holder = $1";
        let cells = vec![Cell::Text(holder.to_owned())];
        self.conn().await?.run(&sql.into(), cells).await?;
        Ok(())
    }
}
