//! Opening a database: address, pools, durability, migrations at the start.

use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use sqlx::Connection;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::migrations::{POSTGRES, SQLITE};
use super::{Pools, Sealer, Store, StoreError};

/// How many prepared statements a connection keeps: tables times powers of two, with room.
const STATEMENTS: usize = 400;

/// Whoever else has the database for itself is waited for so long; a batch is tried twice (`engine::run`), so a person who
/// presses 发送 knows within five seconds. Nobody's batch takes that long: the import of a whole roster takes one second.
pub(super) const LOCK_PATIENCE: Duration = Duration::from_secs(2);
/// A connection is waited for so long: a server that is gone is told as fast as a lock.
const CONNECT_PATIENCE: Duration = Duration::from_secs(3);

/// The path of the file behind an SQLite address; `None` for PostgreSQL.
pub fn sqlite_file(address: &str) -> Option<PathBuf> {
    address
        .strip_prefix("sqlite:")
        .map(|path| PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
}

/// Makes an empty file that only its owner may read, unless there is one: SQLite takes it for a new database, and gives its
/// other files the same rights. Where that fails SQLite says why.
fn make_closed(path: &Path) {
    let made = std::fs::File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path);
    drop(made);
}

impl Store {
    /// Opens the database at `address` (`sqlite://path` or `postgres://…`) and brings its schema up to date.
    /// A missing SQLite file is made, with its folder. SQLite is backed up beside itself before an existing schema is changed.
    pub async fn open(address: &str, sealer: Sealer) -> Result<Store, StoreError> {
        let pools = match sqlite_file(address) {
            Some(path) => {
                if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    // Letters are nobody else's to read, also where an administrator forgets to say so.
                    std::fs::DirBuilder::new()
                        .recursive(true)
                        .mode(0o700)
                        .create(folder)
                        .map_err(|error| {
                            StoreError::Surroundings(format!(
                                "the folder {} can't be made: {error}",
                                folder.display()
                            ))
                        })?;
                }
                make_closed(&path);
                let options = SqliteConnectOptions::new()
                    .filename(&path)
                    .create_if_missing(true)
                    .journal_mode(SqliteJournalMode::Wal)
                    // FULL: a commit is on the disk before anyone is told that it is.
                    .synchronous(SqliteSynchronous::Full)
                    .busy_timeout(LOCK_PATIENCE)
                    .statement_cache_capacity(STATEMENTS)
                    .pragma("cache_size", "-4000")
                    .pragma("wal_autocheckpoint", "4000");
                let writer = SqlitePoolOptions::new()
                    .max_connections(1)
                    .acquire_timeout(CONNECT_PATIENCE)
                    // When a commit fails for want of room, SQLite rolls back by itself; sqlx then can't, counts the
                    // transaction as open for ever and begins none any more. Such a connection is closed for a new one.
                    .before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }))
                    .connect_with(options.clone())
                    .await
                    .map_err(StoreError::from_sqlx)?;
                let readers = SqlitePoolOptions::new()
                    .max_connections(4)
                    .acquire_timeout(CONNECT_PATIENCE)
                    .connect_lazy_with(options.read_only(true).create_if_missing(false));
                migrate_sqlite(&writer, &path).await?;
                Pools::Sqlite { writer, readers }
            }
            None => {
                let options = PgConnectOptions::from_str(address)
                    .map_err(|_| {
                        StoreError::Surroundings("DATABASE_URL is neither sqlite:// nor postgres://".into())
                    })?
                    .statement_cache_capacity(STATEMENTS);
                let pool = PgPoolOptions::new()
                    .max_connections(8)
                    .acquire_timeout(CONNECT_PATIENCE)
                    .connect_with(options)
                    .await
                    .map_err(StoreError::from_sqlx)?;
                POSTGRES.run(&pool).await.map_err(migration_failed)?;
                Pools::Pg(pool)
            }
        };
        Ok(Store {
            pools: Arc::new(pools),
            sealer: Arc::new(sealer),
        })
    }
}

impl Store {
    /// Tries whether anything can be written, without writing. An SQLite file that may only be read opens like any
    /// other: better to hear of it at the start, where somebody looks, than with the first letter.
    ///
    /// Errors: the database may only be read. Somebody else's lock is none: it passes.
    pub async fn takes_writes(&self) -> Result<(), StoreError> {
        /// SQLITE_BUSY; the higher bits tell its kinds apart.
        const BUSY: i32 = 5;
        // What changes no row needs the right to write all the same.
        const NOTHING: &str = "DELETE FROM input_keys WHERE 1 = 0";
        let primary = |code: &str| code.parse::<i32>().map_or(0, |code| code & 0xff);
        let tried = match &*self.pools {
            Pools::Sqlite { writer, .. } => sqlx::query(NOTHING).execute(writer).await.map(|_| ()),
            Pools::Pg(pool) => sqlx::query(NOTHING).execute(pool).await.map(|_| ()),
        };
        match tried {
            Err(sqlx::Error::Database(error))
                if self.is_sqlite() && error.code().is_some_and(|code| primary(&code) == BUSY) =>
            {
                Ok(())
            }
            tried => tried.map_err(StoreError::from_sqlx),
        }
    }
}

fn migration_failed(error: sqlx::migrate::MigrateError) -> StoreError {
    StoreError::Surroundings(format!("the schema can't be brought up to date: {error}"))
}

async fn migrate_sqlite(pool: &sqlx::SqlitePool, path: &Path) -> Result<(), StoreError> {
    let applied: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'")
            .fetch_one(pool)
            .await
            .map_err(StoreError::from_sqlx)?;
    if applied > 0 {
        let taken: i64 = sqlx::query_scalar("SELECT count(*) FROM _sqlx_migrations")
            .fetch_one(pool)
            .await
            .map_err(StoreError::from_sqlx)?;
        // Counted and not compared by the newest: a step may come after one with a higher number.
        let known = i64::try_from(SQLITE.iter().count()).unwrap_or(i64::MAX);
        if taken == known {
            return Ok(());
        }
        if taken < known {
            let last = SQLITE.iter().map(|step| step.version).max().unwrap_or(0);
            let mut copy = path.as_os_str().to_owned();
            copy.push(format!(".before-{last}"));
            if !Path::new(&copy).exists() {
                // SQLite fills an empty file.
                make_closed(Path::new(&copy));
                sqlx::query("VACUUM INTO $1")
                    .bind(copy.to_string_lossy().into_owned())
                    .execute(pool)
                    .await
                    .map_err(StoreError::from_sqlx)?;
            }
        }
    }
    SQLITE.run(pool).await.map_err(migration_failed)
}
