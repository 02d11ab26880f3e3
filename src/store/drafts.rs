//! Drafts that wait for a job: documents to be read, co-signers to be asked again.

use crate::domain::ids::SuggestionId;
use crate::domain::message::FileState;

use super::db::{Cell, Sql};
use super::table::Column;
use super::{Reading, StoreError};

/// A document that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftFile {
    /// The draft that it is to become.
    pub draft: SuggestionId,
    /// Where its fetching ended.
    pub state: FileState,
    /// SHA-256 in hex of its bytes, if they are on our disk.
    pub hash: Option<String>,
}

impl Reading {
    /// Documents whose fetching has ended, the oldest first.
    pub async fn drafts_to_read(&mut self, most: i64) -> Result<Vec<DraftFile>, StoreError> {
        let sql: Sql = "SELECT d.suggestion_id, f.state, f.hash FROM suggestion_drafts d \
             JOIN files f ON f.file_id = d.file_id WHERE d.stage = 'reading' AND f.state <> 'wanted' \
             ORDER BY d.suggestion_id LIMIT $1"
            .into();
        self.conn
            .rows(&sql, vec![Cell::Int(most)])
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(DraftFile {
                    draft: Column::from_cell(cells, 0)?,
                    state: Column::from_cell(cells, 1)?,
                    hash: Column::from_cell(cells, 2)?,
                })
            })
            .collect()
    }

    /// Open drafts with names under other words, in which nothing was written since an instant; with the instant at which
    /// something was.
    pub async fn drafts_to_ask_again(
        &mut self,
        before: i64,
        most: i64,
    ) -> Result<Vec<(SuggestionId, i64)>, StoreError> {
        let sql: Sql =
            "SELECT DISTINCT n.suggestion_id, d.changed_at FROM suggestion_names n JOIN suggestion_drafts d \
             ON d.suggestion_id = n.suggestion_id WHERE n.state = 'changed' AND d.stage = 'open' AND d.changed_at <= $1 \
             ORDER BY n.suggestion_id LIMIT $2"
                .into();
        self.conn
            .rows(&sql, vec![Cell::Int(before), Cell::Int(most)])
            .await?
            .iter()
            .map(|row| Ok((Column::from_cell(row.cells(), 0)?, row.cells().int(1)?)))
            .collect()
    }
}
