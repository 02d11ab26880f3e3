//! Documents that deputies sent in as drafts and that wait to be read.

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
}
