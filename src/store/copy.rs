//! A copy of the whole database in one file, while it is in use. Called by the command `backup`.

use std::path::Path;

use super::db::Cell;
use super::{Store, StoreError};

impl Store {
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
