//! A copy of the whole database in one file, while it is in use. Called by the command `backup`.

use std::path::Path;

use sqlx::Connection;

use super::db::Cell;
use super::{Store, StoreError};

impl Store {
    /// True when there is a database at an address that a backup would overwrite. Nothing is made.
    pub async fn holds_anything(address: &str) -> Result<bool, StoreError> {
        if let Some(path) = super::sqlite_file(address) {
            return Ok(path.exists());
        }
        let mut connection = sqlx::PgConnection::connect(address)
            .await
            .map_err(StoreError::from_sqlx)?;
        let tables = "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()";
        let tables: i64 = sqlx::query_scalar(tables)
            .fetch_one(&mut connection)
            .await
            .map_err(StoreError::from_sqlx)?;
        Ok(tables > 0)
    }

    /// Writes a consistent copy of an SQLite database to a new file and gives true; false on PostgreSQL, which has its own
    /// tools. Telephone numbers and mail addresses stay sealed in it; letters don't.
    ///
    /// The caller sees to it that nothing is at `path`: SQLite would refuse a file with content in its own words.
    pub async fn copy_to(&self, path: &Path) -> Result<bool, StoreError> {
        if !self.is_sqlite() {
            return Ok(false);
        }
        let path = path
            .to_str()
            .ok_or_else(|| StoreError::Surroundings("the path of the copy isn't UTF-8".into()))?;
        let mut reading = self.read().await?;
        reading
            .conn
            .run(&"VACUUM INTO $1".into(), vec![Cell::Text(path.to_owned())])
            .await?;
        Ok(true)
    }
}
