//! Where the handbooks of a year stand: for the desk, the command line and the reminders of December.

use chrono::NaiveDate;

use crate::domain::handbook::Handbook;
use crate::domain::handbook::amendment::{as_handed_in, frozen_at};
use crate::domain::handbook::life::{HandbookEvent, HandbookState};
use crate::domain::handbook::read::read_handbook;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::world::Key;

use super::db::{Cell, Sql};
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// The handbook of one deputy, as lists show it.
#[derive(Debug, Clone, PartialEq)]
pub struct HandbookLine {
    /// Whose.
    pub deputy_id: DeputyId,
    /// The deputy's code.
    pub code: String,
    /// The deputy's name.
    pub name: String,
    /// In office, suspended or ended.
    pub status: DeputyStatus,
    /// Where it stands.
    pub state: HandbookState,
    /// On paper.
    pub on_paper: bool,
    /// Handed in, or told to be.
    pub handed_in_at: Option<i64>,
    /// Records in it.
    pub confirmed: i64,
    /// Records that wait for the deputy's look.
    pub drafts: i64,
    /// Records that the office has verified: those of the dossier.
    pub verified: i64,
    /// Records that wait for the office.
    pub waiting: i64,
}

impl Reading {
    /// The handbooks of an office's deputies of a year, in order of code, at most 2,000: of deputies in office who were
    /// elected by then, and of those who left it with records of that year.
    pub async fn handbooks_of_office(
        &mut self,
        office: OfficeId,
        year: i64,
    ) -> Result<Vec<HandbookLine>, StoreError> {
        let sql: Sql = "WITH c AS (SELECT r.deputy_id, sum(CASE WHEN r.state IN ('confirmed', 'verified') THEN 1 ELSE 0 END) AS confirmed, \
             sum(CASE WHEN r.state IN ('draft', 'returned') THEN 1 ELSE 0 END) AS drafts, \
             sum(CASE WHEN r.state = 'verified' THEN 1 ELSE 0 END) AS verified, \
             sum(CASE WHEN r.state IN ('confirmed', 'late') THEN 1 ELSE 0 END) AS waiting \
             FROM contact_records r WHERE r.held_on >= $1 AND r.held_on <= $2 GROUP BY r.deputy_id) \
             SELECT d.deputy_id, d.code, d.name, d.status, coalesce(h.state, 'open'), coalesce(h.on_paper, 0), h.handed_in_at, \
             cast(coalesce(c.confirmed, 0) AS bigint), cast(coalesce(c.drafts, 0) AS bigint), \
             cast(coalesce(c.verified, 0) AS bigint), cast(coalesce(c.waiting, 0) AS bigint) \
             FROM deputies d LEFT JOIN handbooks h ON h.deputy_id = d.deputy_id AND h.year = $3 LEFT JOIN c ON c.deputy_id = d.deputy_id \
             WHERE d.office_id = $4 AND (d.status <> 'ended' OR c.confirmed > 0 OR h.state IS NOT NULL) \
             AND d.code NOT LIKE '~%' AND (d.elected_on = '' OR substr(d.elected_on, 1, 4) <= $5 OR c.confirmed > 0 OR h.state IS NOT NULL) ORDER BY d.code LIMIT 2000"
            .into();
        let cells = vec![
            Cell::Text(format!("{year:04}-01-01")),
            Cell::Text(format!("{year:04}-12-31")),
            Cell::Int(year),
            office.to_cell(),
            Cell::Text(format!("{year:04}")),
        ];
        self.conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(HandbookLine {
                    deputy_id: Column::from_cell(cells, 0)?,
                    code: cells.text(1)?,
                    name: cells.text(2)?,
                    status: Column::from_cell(cells, 3)?,
                    state: Column::from_cell(cells, 4)?,
                    on_paper: Column::from_cell(cells, 5)?,
                    handed_in_at: cells.opt_int(6)?,
                    confirmed: cells.int(7)?,
                    drafts: cells.int(8)?,
                    verified: cells.int(9)?,
                    waiting: cells.int(10)?,
                })
            })
            .collect()
    }

    /// A deputy's handbook as it is handed out: once it was taken in, as it was handed in, with what was amended since.
    /// `made_on`: the day of the export.
    pub async fn handbook(
        &mut self,
        deputy: DeputyId,
        year: i32,
        made_on: NaiveDate,
    ) -> Result<Result<Handbook, Refusal>, StoreError> {
        let read = self
            .look(|world| {
                world.want([Key::Handbook((deputy, year.into()))])?;
                let book = read_handbook(world, deputy, year, made_on, &[])?;
                Ok((book, world.find_handbook(&(deputy, year.into()))?.cloned()))
            })
            .await?;
        let (book, row) = match read {
            Ok(read) => read,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let frozen = row.and_then(|row| Some((frozen_at(&row)?, row)));
        Ok(Ok(match frozen {
            Some((at, row)) => {
                let changes = self.record_changes_since(deputy, at).await?;
                as_handed_in(book, &row, &changes)
            }
            None => book,
        }))
    }

    /// What happened to a handbook, oldest first, at most 100.
    pub async fn handbook_events(
        &mut self,
        deputy: DeputyId,
        year: i64,
    ) -> Result<Vec<HandbookEvent>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM handbook_events e WHERE e.deputy_id = $1 AND e.year = $2 ORDER BY e.event_id LIMIT 100",
            columns_of::<HandbookEvent>("e")
        )
        .into();
        self.conn
            .rows(&sql, vec![deputy.to_cell(), Cell::Int(year)])
            .await?
            .iter()
            .map(|row| HandbookEvent::read(row.cells()))
            .collect()
    }

    /// Deputies who can be told, have not handed a year's handbook in and were not reminded of this step.
    pub async fn handbooks_to_remind(
        &mut self,
        year: i64,
        step: NaiveDate,
        today: NaiveDate,
        most: i64,
    ) -> Result<Vec<DeputyId>, StoreError> {
        let sql: Sql =
            "SELECT d.deputy_id FROM deputies d JOIN accounts a ON a.account_id = d.account_id \
             LEFT JOIN handbooks h ON h.deputy_id = d.deputy_id AND h.year = $1 \
             WHERE d.status = 'in_office' AND d.gone_at IS NULL AND d.paused_at IS NULL AND a.silenced_at IS NULL \
             AND coalesce(h.state, 'open') IN ('open', 'returned') AND coalesce(h.reminded_on, '') < $2 \
             AND coalesce(h.not_before_on, '') <= $3 ORDER BY d.code LIMIT $4"
                .into();
        let cells = vec![Cell::Int(year), step.to_cell(), today.to_cell(), Cell::Int(most)];
        self.conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| Ok(DeputyId(row.cells().int(0)?)))
            .collect()
    }

    /// Offices with deputies that have no counter of this beginning and their id yet: they were not told.
    pub async fn offices_to_tell_of_handbooks(&mut self, told: &str) -> Result<Vec<OfficeId>, StoreError> {
        let sql: Sql =
            "SELECT DISTINCT d.office_id FROM deputies d WHERE d.status = 'in_office' AND d.gone_at IS NULL \
             AND NOT EXISTS (SELECT 1 FROM counters t WHERE t.counter = $1 || cast(d.office_id AS text))"
                .into();
        self.conn
            .rows(&sql, vec![Cell::Text(told.to_owned())])
            .await?
            .iter()
            .map(|row| Ok(OfficeId(row.cells().int(0)?)))
            .collect()
    }
}
