//! Duty records as an office sees them: pages of what waits or was settled, the history of one, who of a joint activity has
//! confirmed, and how many verified facts each deputy has.

use std::collections::HashMap;

use crate::domain::duty_record::RecordState;
use crate::domain::handbook::DutyCategory;
use crate::domain::handbook::amendment::ChangeSince;
use crate::domain::ids::{ActivityId, DeputyId, OfficeId, RecordId};
use crate::domain::record::{Activity, ChangedBy, RecordChangeRow, RecordRow};

use super::db::{AnyRow, Cell, Sql};
use super::lists::containing;
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// Which records of an office's deputies a page shows; all that is set must hold.
#[derive(Debug, Clone)]
pub struct RecordFilter {
    /// Whose deputies.
    pub office: OfficeId,
    /// In this state; none: what waits for the office.
    pub state: Option<RecordState>,
    /// In this section.
    pub category: Option<DutyCategory>,
    /// The deputy's code, or a part of the name; empty: all.
    pub deputy: String,
}

/// A record of a deputy, as lists show it.
#[derive(Debug, Clone)]
pub struct RecordLine {
    /// The record.
    pub row: RecordRow,
    /// The deputy's code.
    pub code: String,
    /// The deputy's name.
    pub name: String,
}

/// A change of a record with its author.
#[derive(Debug, Clone)]
pub struct RecordChangeLine {
    /// The change.
    pub change: RecordChangeRow,
    /// By whom.
    pub by: ChangedBy,
}

/// A joint activity, and how many of those who took part have confirmed or dropped it.
#[derive(Debug, Clone)]
pub struct ActivityLine {
    /// The activity.
    pub activity: Activity,
    /// Confirmed.
    pub confirmed: i64,
    /// Not yet looked at, or returned.
    pub waiting: i64,
}

/// A change with the names of the deputy and of the officer behind its columns.
fn change_line(row: &AnyRow) -> Result<RecordChangeLine, StoreError> {
    let cells = row.cells();
    let behind = RecordChangeRow::COLUMNS.len();
    let by = match (cells.opt_text(behind)?, cells.opt_text(behind + 1)?) {
        (_, Some(officer)) => ChangedBy::Officer(officer),
        (Some(deputy), None) => ChangedBy::Deputy(deputy),
        (None, None) => ChangedBy::Program,
    };
    Ok(RecordChangeLine {
        change: RecordChangeRow::read(cells)?,
        by,
    })
}

/// Rows of records with the deputy's code and name behind their columns.
fn lines_of(rows: &[AnyRow]) -> Result<Vec<RecordLine>, StoreError> {
    let behind = RecordRow::COLUMNS.len();
    rows.iter()
        .map(|row| {
            let cells = row.cells();
            Ok(RecordLine {
                row: RecordRow::read(cells)?,
                code: cells.text(behind)?,
                name: cells.text(behind + 1)?,
            })
        })
        .collect()
}

impl Reading {
    /// A page of an office's records and the count of all pages. What waits stands with late entries first, then the day that
    /// is longest past; what is settled with the newest day first.
    pub async fn records_of_office(
        &mut self,
        filter: &RecordFilter,
        page: i64,
        most: i64,
    ) -> Result<(Vec<RecordLine>, i64), StoreError> {
        let mut body =
            "FROM deputies d JOIN contact_records r ON r.deputy_id = d.deputy_id WHERE d.office_id = $1"
                .to_owned();
        let mut cells = vec![filter.office.to_cell()];
        let order = match filter.state {
            None => {
                body.push_str(" AND r.state IN ('confirmed', 'late')");
                "CASE r.state WHEN 'late' THEN 0 ELSE 1 END, r.held_on, r.record_id"
            }
            Some(state) => {
                cells.push(Cell::Text(state.word().to_owned()));
                body.push_str(" AND r.state = $2");
                match state.waits_for_office() {
                    true => "r.held_on, r.record_id",
                    false => "r.held_on DESC, r.record_id DESC",
                }
            }
        };
        if let Some(category) = filter.category {
            cells.push(Cell::Text(category.code().to_owned()));
            body.push_str(&format!(" AND r.category = ${}", cells.len()));
        }
        if !filter.deputy.is_empty() {
            cells.push(Cell::Text(filter.deputy.to_uppercase()));
            cells.push(Cell::Text(containing(&filter.deputy)));
            let at = cells.len();
            body.push_str(&format!(
                " AND (d.code = ${} OR d.name LIKE ${at} ESCAPE '\\')",
                at - 1
            ));
        }
        let total = self
            .conn
            .number(&format!("SELECT count(*) {body}").into(), cells.clone())
            .await?;
        let sql: Sql = format!(
            "SELECT {}, d.code, d.name {body} ORDER BY {order} LIMIT {most} OFFSET {}",
            columns_of::<RecordRow>("r"),
            page.clamp(0, 100_000) * most
        )
        .into();
        let lines = lines_of(&self.conn.rows(&sql, cells).await?)?;
        Ok((lines, total))
    }

    /// How many records of an office's deputies stand in which state, by the state's word; drafts and dropped ones are
    /// nobody's business but the deputy's.
    pub async fn record_counts(&mut self, office: OfficeId) -> Result<Vec<(String, i64)>, StoreError> {
        let sql: Sql =
            "SELECT r.state, count(*) FROM deputies d JOIN contact_records r ON r.deputy_id = d.deputy_id \
             WHERE d.office_id = $1 AND r.state IN ('confirmed', 'late', 'returned', 'verified') GROUP BY r.state"
                .into();
        self.conn
            .rows(&sql, vec![office.to_cell()])
            .await?
            .iter()
            .map(|row| Ok((row.cells().text(0)?, row.cells().int(1)?)))
            .collect()
    }

    /// What changed in a record, oldest first, at most 200.
    pub async fn record_history(&mut self, record: RecordId) -> Result<Vec<RecordChangeLine>, StoreError> {
        let sql: Sql = format!(
            "SELECT {}, d.name, (SELECT max(o.name) FROM officers o WHERE o.account_id = c.account_id) \
             FROM contact_record_changes c LEFT JOIN deputies d ON d.account_id = c.account_id \
             WHERE c.record_id = $1 ORDER BY c.change_id LIMIT 200",
            columns_of::<RecordChangeRow>("c")
        )
        .into();
        self.conn
            .rows(&sql, vec![record.to_cell()])
            .await?
            .iter()
            .map(change_line)
            .collect()
    }

    /// What changed in a deputy's records after a moment, oldest first, at most 2,000, with the records as they are.
    pub async fn record_changes_since(
        &mut self,
        deputy: DeputyId,
        since: i64,
    ) -> Result<Vec<ChangeSince>, StoreError> {
        let of_deputy = vec![deputy.to_cell(), Cell::Int(since)];
        let sql: Sql = format!(
            "SELECT {} FROM contact_records r WHERE r.deputy_id = $1 AND EXISTS \
             (SELECT 1 FROM contact_record_changes c WHERE c.record_id = r.record_id AND c.at > $2) LIMIT 2000",
            columns_of::<RecordRow>("r")
        )
        .into();
        let mut records = HashMap::new();
        for row in self.conn.rows(&sql, of_deputy.clone()).await? {
            let row = RecordRow::read(row.cells())?;
            records.insert(row.id, row);
        }
        let sql: Sql = format!(
            "SELECT {}, d.name, (SELECT max(o.name) FROM officers o WHERE o.account_id = c.account_id) \
             FROM contact_record_changes c JOIN contact_records r ON r.record_id = c.record_id \
             LEFT JOIN deputies d ON d.account_id = c.account_id \
             WHERE r.deputy_id = $1 AND c.at > $2 ORDER BY c.change_id LIMIT 2000",
            columns_of::<RecordChangeRow>("c"),
        )
        .into();
        let mut changes = Vec::new();
        for row in self.conn.rows(&sql, of_deputy).await? {
            let RecordChangeLine { change, by } = change_line(&row)?;
            if let Some(row) = records.get(&change.record_id).cloned() {
                changes.push(ChangeSince { change, by, row });
            }
        }
        Ok(changes)
    }

    /// The joint activities of an office, the newest first, at most 200.
    pub async fn activities_of_office(&mut self, office: OfficeId) -> Result<Vec<ActivityLine>, StoreError> {
        let count = |states: &str| {
            format!(
                "(SELECT count(*) FROM contact_records r WHERE r.activity_id = v.activity_id AND r.state IN ({states}))"
            )
        };
        let sql: Sql = format!(
            "SELECT {}, {}, {} FROM activities v WHERE v.office_id = $1 ORDER BY v.activity_id DESC LIMIT 200",
            columns_of::<Activity>("v"),
            count("'confirmed', 'late', 'verified'"),
            count("'draft', 'returned'"),
        )
        .into();
        let behind = Activity::COLUMNS.len();
        self.conn
            .rows(&sql, vec![office.to_cell()])
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(ActivityLine {
                    activity: Activity::read(cells)?,
                    confirmed: cells.int(behind)?,
                    waiting: cells.int(behind + 1)?,
                })
            })
            .collect()
    }

    /// Who took part in a joint activity, in order of code, with their record, at most 1,000.
    pub async fn records_of_activity(&mut self, activity: ActivityId) -> Result<Vec<RecordLine>, StoreError> {
        let sql: Sql = format!(
            "SELECT {}, d.code, d.name FROM contact_records r JOIN deputies d ON d.deputy_id = r.deputy_id \
             WHERE r.activity_id = $1 ORDER BY d.code, r.record_id LIMIT 1000",
            columns_of::<RecordRow>("r")
        )
        .into();
        lines_of(&self.conn.rows(&sql, vec![activity.to_cell()]).await?)
    }
}
