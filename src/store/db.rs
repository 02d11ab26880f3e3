//! The two engines behind one SQL text: pools, transactions, statements, cells.
//!
//! Called only from this folder. Every value is a BIGINT or a text, so that one text of SQL serves both.

use std::sync::Arc;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{AssertSqlSafe, Postgres, Row, Sqlite};

use super::StoreError;

/// A value in a statement or a row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Int(i64),
    OptInt(Option<i64>),
    Text(String),
    OptText(Option<String>),
}

/// What can be bound to a statement or read from a row.
pub(crate) trait Cells {
    fn int(&self, place: usize) -> Result<i64, StoreError>;
    fn opt_int(&self, place: usize) -> Result<Option<i64>, StoreError>;
    fn text(&self, place: usize) -> Result<String, StoreError>;
    fn opt_text(&self, place: usize) -> Result<Option<String>, StoreError>;
}

macro_rules! cells {
    ($row:ty) => {
        impl Cells for $row {
            fn int(&self, place: usize) -> Result<i64, StoreError> {
                self.try_get(place).map_err(StoreError::from_sqlx)
            }
            fn opt_int(&self, place: usize) -> Result<Option<i64>, StoreError> {
                self.try_get(place).map_err(StoreError::from_sqlx)
            }
            fn text(&self, place: usize) -> Result<String, StoreError> {
                self.try_get(place).map_err(StoreError::from_sqlx)
            }
            fn opt_text(&self, place: usize) -> Result<Option<String>, StoreError> {
                self.try_get(place).map_err(StoreError::from_sqlx)
            }
        }
    };
}

cells!(SqliteRow);
cells!(PgRow);

/// A row of either engine.
pub(crate) enum AnyRow {
    Sqlite(SqliteRow),
    Pg(PgRow),
}

impl AnyRow {
    pub(crate) fn cells(&self) -> &dyn Cells {
        match self {
            AnyRow::Sqlite(row) => row,
            AnyRow::Pg(row) => row,
        }
    }
}

/// SQL that was put together by this folder from its own constants, never from anyone's words.
#[derive(Clone)]
pub(crate) struct Sql {
    numbered: Arc<str>,
    /// For SQLite, which keeps each named place in a list that binding walks from its beginning: a statement with
    /// thousands of places would cost their square.
    unnamed: Arc<str>,
}

impl From<&str> for Sql {
    fn from(text: &str) -> Self {
        let numbered: Arc<str> = text.into();
        let unnamed = unnamed(text).map_or_else(|| Arc::clone(&numbered), Arc::from);
        Self { numbered, unnamed }
    }
}

impl From<String> for Sql {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

/// The text with `?` for `$1`, `$2`, … where they stand in their order, each once; else `None`.
fn unnamed(text: &str) -> Option<String> {
    let mut parts = text.split('$');
    let mut out = String::with_capacity(text.len());
    out.push_str(parts.next()?);
    for (before, part) in parts.enumerate() {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        if part[..digits].parse() != Ok(before + 1) {
            return None;
        }
        out.push('?');
        out.push_str(&part[digits..]);
    }
    Some(out)
}

fn sqlite_query(sql: &Sql, cells: Vec<Cell>) -> sqlx::query::Query<'static, Sqlite, SqliteArguments> {
    let mut query = sqlx::query(AssertSqlSafe(Arc::clone(&sql.unnamed)));
    for cell in cells {
        query = match cell {
            Cell::Int(it) => query.bind(it),
            Cell::OptInt(it) => query.bind(it),
            Cell::Text(it) => query.bind(it),
            Cell::OptText(it) => query.bind(it),
        };
    }
    query
}

fn pg_query(sql: &Sql, cells: Vec<Cell>) -> sqlx::query::Query<'static, Postgres, PgArguments> {
    let mut query = sqlx::query(AssertSqlSafe(Arc::clone(&sql.numbered)));
    for cell in cells {
        query = match cell {
            Cell::Int(it) => query.bind(it),
            Cell::OptInt(it) => query.bind(it),
            Cell::Text(it) => query.bind(it),
            Cell::OptText(it) => query.bind(it),
        };
    }
    query
}

/// Where a statement runs: a connection of the read pool, or the writing transaction.
pub(crate) enum Conn {
    Sqlite(sqlx::pool::PoolConnection<Sqlite>),
    Pg(sqlx::pool::PoolConnection<Postgres>),
    SqliteTx(sqlx::Transaction<'static, Sqlite>),
    PgTx(sqlx::Transaction<'static, Postgres>),
}

impl Conn {
    /// Runs a statement; gives the number of rows it touched.
    pub(crate) async fn run(&mut self, sql: &Sql, cells: Vec<Cell>) -> Result<u64, StoreError> {
        match self {
            Conn::Sqlite(it) => sqlite_query(sql, cells)
                .execute(&mut **it)
                .await
                .map(|done| done.rows_affected()),
            Conn::SqliteTx(it) => sqlite_query(sql, cells)
                .execute(&mut **it)
                .await
                .map(|done| done.rows_affected()),
            Conn::Pg(it) => pg_query(sql, cells)
                .execute(&mut **it)
                .await
                .map(|done| done.rows_affected()),
            Conn::PgTx(it) => pg_query(sql, cells)
                .execute(&mut **it)
                .await
                .map(|done| done.rows_affected()),
        }
        .map_err(StoreError::from_sqlx)
    }

    /// Runs a statement and gives its rows.
    pub(crate) async fn rows(&mut self, sql: &Sql, cells: Vec<Cell>) -> Result<Vec<AnyRow>, StoreError> {
        match self {
            Conn::Sqlite(it) => sqlite_query(sql, cells)
                .fetch_all(&mut **it)
                .await
                .map(|rows| rows.into_iter().map(AnyRow::Sqlite).collect()),
            Conn::SqliteTx(it) => sqlite_query(sql, cells)
                .fetch_all(&mut **it)
                .await
                .map(|rows| rows.into_iter().map(AnyRow::Sqlite).collect()),
            Conn::Pg(it) => pg_query(sql, cells)
                .fetch_all(&mut **it)
                .await
                .map(|rows| rows.into_iter().map(AnyRow::Pg).collect()),
            Conn::PgTx(it) => pg_query(sql, cells)
                .fetch_all(&mut **it)
                .await
                .map(|rows| rows.into_iter().map(AnyRow::Pg).collect()),
        }
        .map_err(StoreError::from_sqlx)
    }

    /// The first number of the first row; 0 when there is none.
    pub(crate) async fn number(&mut self, sql: &Sql, cells: Vec<Cell>) -> Result<i64, StoreError> {
        match self.rows(sql, cells).await?.first() {
            Some(row) => Ok(row.cells().opt_int(0)?.unwrap_or(0)),
            None => Ok(0),
        }
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Conn::SqliteTx(it) => it.commit().await.map_err(StoreError::from_sqlx),
            Conn::PgTx(it) => it.commit().await.map_err(StoreError::from_sqlx),
            Conn::Sqlite(_) | Conn::Pg(_) => Ok(()),
        }
    }

    pub(crate) async fn rollback(self) {
        // A failed rollback ends the connection, which rolls back as well.
        let _ = match self {
            Conn::SqliteTx(it) => it.rollback().await,
            Conn::PgTx(it) => it.rollback().await,
            Conn::Sqlite(_) | Conn::Pg(_) => Ok(()),
        };
    }
}

/// `($1,$2),($3,$4)` for so many rows of so many columns.
pub(crate) fn placeholders(rows: usize, columns: usize) -> String {
    use std::fmt::Write;
    let mut text = String::with_capacity(rows * columns * 6);
    let mut place = 0;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..columns {
            place += 1;
            if column > 0 {
                text.push(',');
            }
            // Writing to a String cannot fail.
            let _ = write!(text, "${place}");
        }
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_their_order_need_no_names() {
        assert_eq!(
            unnamed("a = $1 AND b IN ($2,$3)").as_deref(),
            Some("a = ? AND b IN (?,?)")
        );
        assert_eq!(unnamed("a = $2 AND b = $1"), None);
        assert_eq!(unnamed("a = $1 OR b = $1"), None);
        assert_eq!(unnamed("SELECT 1").as_deref(), Some("SELECT 1"));
    }
}
