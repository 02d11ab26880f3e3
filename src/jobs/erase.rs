//! Keeping the promise of the notice: the words of a letter go when their time after its end is over.

use chrono::Months;

use crate::domain::time::{day_of, instant_of};
use crate::engine::files::path_of;
use crate::store::StoreError;

use super::Jobs;

/// Letters erased in one transaction.
const MOST: i64 = 100;

impl Jobs {
    /// Erases what is past its time. Files go from the disk after the commit; one that can't be removed is said loudly.
    pub async fn erase(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let kept_since = day_of(now) - Months::new(self.rules.retention_months);
        let mut writing = self.store.write().await?;
        let unused = match writing.erase_ended(instant_of(kept_since, 0), now, MOST).await {
            Ok(unused) => unused,
            Err(error) => {
                writing.rollback().await;
                return Err(error);
            }
        };
        writing.commit().await?;
        for hash in unused {
            let path = path_of(&self.files, &hash);
            if let Err(error) = tokio::fs::remove_file(&path).await
                && error.kind() != std::io::ErrorKind::NotFound
            {
                tracing::error!(%error, hash, "an erased letter's file is still on the disk");
            }
        }
        Ok(())
    }
}
