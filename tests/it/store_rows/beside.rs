//! A look past the store into a database of either engine, and the schema of the first release with its rows.

use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

pub const ROWS: &str = include_str!("../../data/rows-0001.sql");

/// Rows of tables that later migrations made; they go in after the program has taken its steps.
pub const LATER_ROWS: [&str; 7] = [
    include_str!("../../data/rows-0004.sql"),
    include_str!("../../data/rows-0005.sql"),
    include_str!("../../data/rows-0008.sql"),
    include_str!("../../data/rows-0010.sql"),
    include_str!("../../data/rows-0009.sql"),
    include_str!("../../data/rows-0011.sql"),
    include_str!("../../data/rows-0014.sql"),
];

/// A connection of either engine, beside the store.
pub enum Beside {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

impl Beside {
    pub async fn connect(address: &str) -> Self {
        match address.strip_prefix("sqlite:") {
            Some(_) => Self::Sqlite(
                SqliteConnection::connect(&format!("{address}?mode=rwc"))
                    .await
                    .unwrap(),
            ),
            None => Self::Pg(PgConnection::connect(address).await.unwrap()),
        }
    }

    /// The schema of the first release alone, with its rows.
    pub async fn as_released_first(&mut self) {
        let folder = tempfile::tempdir().unwrap();
        let engine = match self {
            Self::Sqlite(_) => "sqlite",
            Self::Pg(_) => "postgres",
        };
        let first = std::path::Path::new("migrations")
            .join(engine)
            .join("0001_the_main_job.sql");
        std::fs::copy(&first, folder.path().join(first.file_name().unwrap())).unwrap();
        let first = Migrator::new(folder.path()).await.unwrap();
        match self {
            Self::Sqlite(connection) => {
                first.run(&mut *connection).await.unwrap();
                sqlx::raw_sql(ROWS).execute(connection).await.unwrap();
            }
            Self::Pg(connection) => {
                first.run(&mut *connection).await.unwrap();
                sqlx::raw_sql(ROWS).execute(connection).await.unwrap();
            }
        }
    }

    /// Rows of the tables that came later.
    pub async fn with_later_rows(&mut self) {
        for rows in LATER_ROWS {
            match self {
                Self::Sqlite(connection) => sqlx::raw_sql(rows).execute(connection).await.map(drop),
                Self::Pg(connection) => sqlx::raw_sql(rows).execute(connection).await.map(drop),
            }
            .unwrap();
        }
    }

    pub async fn numbers(&mut self, sql: &str) -> Vec<i64> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Self::Pg(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }

    pub async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Self::Pg(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }
}
