//! What the rules of reminders ask of the database: open matters, to be planned anew, and the tables that were in force.

use crate::domain::ids::AccountId;
use crate::domain::reminder::Matter;

use super::db::{Cell, Sql};
use super::table::Column;
use super::{Reading, StoreError};

impl Reading {
    /// Open matters of a kind behind an id, in order of their ids.
    pub async fn open_matters(
        &mut self,
        matter: Matter,
        after: i64,
        most: i64,
    ) -> Result<Vec<i64>, StoreError> {
        let (id, body) = match matter {
            Matter::Feedback => ("reply_id", "replies WHERE state = 'awaiting'"),
            Matter::Reply => ("assignment_id", "assignments WHERE state = 'open'"),
            Matter::Inquiry => ("inquiry_id", "inquiries WHERE state = 'open'"),
        };
        let sql: Sql = format!("SELECT {id} FROM {body} AND {id} > $1 ORDER BY {id} LIMIT $2").into();
        let cells = vec![Cell::Int(after), Cell::Int(most)];
        self.conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| row.cells().int(0))
            .collect()
    }

    /// When tables of reminder rules were put in force, and by whom, the newest first, at most 20.
    pub async fn reminder_tables_set(&mut self) -> Result<Vec<(i64, Option<AccountId>)>, StoreError> {
        let sql: Sql =
            "SELECT at, account_id FROM reminder_tables WHERE version > 0 ORDER BY version DESC LIMIT 20"
                .into();
        self.conn
            .rows(&sql, vec![])
            .await?
            .iter()
            .map(|row| Ok((row.cells().int(0)?, Column::from_cell(row.cells(), 1)?)))
            .collect()
    }
}
