//! What the register shows: pages of suggestions by filter, what is due (inquiries too), the life of one, and whether deadlines wait for a
//! new calendar. Each from an index range; bounded.

use chrono::NaiveDate;

use crate::domain::ids::{CalendarVersion, DeputyId, HandlingUnitId, OfficeId, SuggestionId};
use crate::domain::inquiry::Inquiry;
use crate::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState};
use crate::domain::suggestion::reply::Reply;
use crate::domain::suggestion::{Suggestion, SuggestionEvent, SuggestionState};

use super::db::{Cell, Sql};
use super::lists::containing;
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// Which suggestions a page of the register shows; all that is set must hold.
#[derive(Debug, Clone, Default)]
pub struct SuggestionFilter {
    /// Of this office's deputies; none: of all.
    pub office: Option<OfficeId>,
    /// In this state.
    pub state: Option<SuggestionState>,
    /// Led by this deputy.
    pub deputy: Option<DeputyId>,
    /// Handed out to this unit.
    pub unit: Option<HandlingUnitId>,
    /// With this in title, number or the deputy's name.
    pub words: String,
}

/// A unit that has a suggestion.
#[derive(Debug, Clone)]
pub struct UnitOf {
    /// Its name.
    pub name: String,
    /// In which part.
    pub role: AssignmentRole,
    /// Where it stands.
    pub state: AssignmentState,
    /// The last day for its reply.
    pub due_on: NaiveDate,
}

/// A line of the register.
#[derive(Debug, Clone)]
pub struct SuggestionLine {
    /// The suggestion.
    pub suggestion: Suggestion,
    /// The leading deputy.
    pub deputy_name: String,
    /// Their code.
    pub deputy_code: String,
    /// Who has it.
    pub units: Vec<UnitOf>,
}

/// What is due: a unit's reply, a deputy's feedback, or a deputy's answer to an inquiry.
#[derive(Debug, Clone)]
pub enum Due {
    /// A handling unit owes its reply.
    Reply(Assignment),
    /// A deputy owes the feedback.
    Feedback(Reply),
    /// A deputy owes the answer to an inquiry.
    Inquiry(Inquiry),
}

impl Due {
    /// The last day.
    pub fn on(&self) -> NaiveDate {
        match self {
            Due::Reply(row) => row.due_on,
            Due::Feedback(row) => row.due_on.unwrap_or_default(),
            Due::Inquiry(row) => row.due_on,
        }
    }

    /// The end by the calendar.
    pub fn nominal_on(&self) -> NaiveDate {
        match self {
            Due::Reply(row) => row.nominal_on,
            Due::Feedback(row) => row.nominal_on.unwrap_or_default(),
            Due::Inquiry(row) => row.due_on,
        }
    }

    /// It may still move.
    pub fn is_provisional(&self) -> bool {
        match self {
            Due::Reply(row) => row.is_provisional,
            Due::Feedback(row) => row.is_provisional,
            Due::Inquiry(_) => false,
        }
    }
}

/// Whose due days are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueOf {
    /// What everyone owes.
    Province,
    /// What the deputies of a unit owe, and what is owed to them.
    Office(OfficeId),
    /// The feedback and the answers that one deputy owes.
    Deputy(DeputyId),
}

/// A line of what is due.
#[derive(Debug, Clone)]
pub struct DueLine {
    /// What.
    pub due: Due,
    /// Which suggestion; none: an inquiry.
    pub suggestion: Option<SuggestionId>,
    /// Its number.
    pub number: String,
    /// Its title; of an inquiry what is asked.
    pub title: String,
    /// The deputy, of a suggestion the leading one.
    pub deputy_name: String,
    /// The handling unit; empty: none.
    pub unit_name: String,
}

impl Reading {
    /// A page of the register, the newest first, and how many there are in all.
    pub async fn suggestions(
        &mut self,
        filter: &SuggestionFilter,
        page: i64,
        most: i64,
    ) -> Result<(Vec<SuggestionLine>, i64), StoreError> {
        let mut body =
            "FROM suggestions s JOIN deputies d ON d.deputy_id = s.deputy_id WHERE s.state <> 'draft'"
                .to_owned();
        let mut cells: Vec<Cell> = Vec::new();
        let mut and = |condition: &str, cell: Cell| {
            cells.push(cell);
            body.push_str(" AND ");
            body.push_str(&condition.replace('?', &format!("${}", cells.len())));
        };
        if let Some(office) = filter.office {
            and("s.office_id = ?", office.to_cell());
        }
        if let Some(state) = filter.state {
            and("s.state = ?", state.to_cell());
        }
        if let Some(deputy) = filter.deputy {
            and("s.deputy_id = ?", deputy.to_cell());
        }
        if let Some(unit) = filter.unit {
            and(
                "s.suggestion_id IN (SELECT a.suggestion_id FROM assignments a WHERE a.handling_unit_id = ? AND a.state <> 'returned')",
                unit.to_cell(),
            );
        }
        if !filter.words.is_empty() {
            and(
                "(s.title LIKE ? ESCAPE '\\' OR s.number LIKE ? ESCAPE '\\' OR d.name LIKE ? ESCAPE '\\')",
                Cell::Text(containing(&filter.words)),
            );
        }
        let total = self
            .conn
            .number(&format!("SELECT count(*) {body}").into(), cells.clone())
            .await?;
        let sql: Sql = format!(
            "SELECT {}, d.name, d.code {body} ORDER BY s.suggestion_id DESC LIMIT {most} OFFSET {}",
            columns_of::<Suggestion>("s"),
            page.clamp(0, 100_000) * most
        )
        .into();
        let behind = Suggestion::COLUMNS.len();
        let mut lines: Vec<SuggestionLine> = self
            .conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(SuggestionLine {
                    suggestion: Suggestion::read(cells)?,
                    deputy_name: cells.text(behind)?,
                    deputy_code: cells.text(behind + 1)?,
                    units: Vec::new(),
                })
            })
            .collect::<Result<_, StoreError>>()?;
        if let (Some(newest), Some(oldest)) = (lines.first(), lines.last()) {
            // The ids of a page lie in one range; what others lie in it is left out below.
            let sql: Sql = "SELECT a.suggestion_id, u.name, a.role, a.state, a.due_on FROM assignments a \
                 JOIN handling_units u ON u.handling_unit_id = a.handling_unit_id \
                 WHERE a.suggestion_id >= $1 AND a.suggestion_id <= $2 ORDER BY a.suggestion_id, a.assignment_id LIMIT 5000"
                .into();
            let range = vec![oldest.suggestion.id.to_cell(), newest.suggestion.id.to_cell()];
            for row in self.conn.rows(&sql, range).await? {
                let cells = row.cells();
                let id = SuggestionId(cells.int(0)?);
                if let Some(line) = lines.iter_mut().find(|line| line.suggestion.id == id) {
                    line.units.push(UnitOf {
                        name: cells.text(1)?,
                        role: Column::from_cell(cells, 2)?,
                        state: Column::from_cell(cells, 3)?,
                        due_on: Column::from_cell(cells, 4)?,
                    });
                }
            }
        }
        Ok((lines, total))
    }

    /// How many suggestions there are in each state, of an office or of all.
    pub async fn suggestion_counts(
        &mut self,
        office: Option<OfficeId>,
    ) -> Result<Vec<(SuggestionState, i64)>, StoreError> {
        let (condition, cells) = match office {
            Some(office) => ("WHERE s.office_id = $1", vec![office.to_cell()]),
            None => ("", vec![]),
        };
        let sql: Sql = format!(
            "SELECT s.state, count(*) FROM suggestions s {condition} GROUP BY s.state ORDER BY s.state"
        )
        .into();
        self.conn
            .rows(&sql, cells)
            .await?
            .iter()
            .map(|row| Ok((Column::from_cell(row.cells(), 0)?, row.cells().int(1)?)))
            .collect()
    }

    /// What is due until a day, the earliest first: replies, feedback and answers to inquiries together.
    pub async fn due(&mut self, of: DueOf, until: NaiveDate, most: i64) -> Result<Vec<DueLine>, StoreError> {
        let mut lines = Vec::new();
        let mut cells = vec![until.to_cell()];
        let own = match of {
            DueOf::Province => "",
            DueOf::Office(office) => {
                cells.push(office.to_cell());
                "AND t.office_id = $2"
            }
            DueOf::Deputy(deputy) => {
                cells.push(deputy.to_cell());
                "AND t.deputy_id = $2"
            }
        };
        let sql: Sql = format!(
            "SELECT {}, s.number, s.title, d.name, u.name FROM assignments t \
             JOIN suggestions s ON s.suggestion_id = t.suggestion_id JOIN deputies d ON d.deputy_id = t.deputy_id \
             JOIN handling_units u ON u.handling_unit_id = t.handling_unit_id \
             WHERE t.state = 'open' AND t.due_on <= $1 {own} ORDER BY t.due_on, t.assignment_id LIMIT {most}",
            columns_of::<Assignment>("t")
        )
        .into();
        // A deputy owes no reply; units are the offices' to press.
        let owed = match of {
            DueOf::Deputy(_) => vec![],
            DueOf::Province | DueOf::Office(_) => self.conn.rows(&sql, cells.clone()).await?,
        };
        for row in owed {
            let found = Assignment::read(row.cells())?;
            lines.push(due_line(
                row.cells(),
                Assignment::COLUMNS.len(),
                found.suggestion_id,
                Due::Reply(found),
            )?);
        }
        let sql: Sql = format!(
            "SELECT {}, s.number, s.title, d.name, u.name FROM replies t \
             JOIN suggestions s ON s.suggestion_id = t.suggestion_id JOIN deputies d ON d.deputy_id = t.deputy_id \
             JOIN assignments a ON a.assignment_id = t.assignment_id \
             JOIN handling_units u ON u.handling_unit_id = a.handling_unit_id \
             WHERE t.state = 'awaiting' AND t.due_on <= $1 {own} ORDER BY t.due_on, t.reply_id LIMIT {most}",
            columns_of::<Reply>("t")
        )
        .into();
        for row in self.conn.rows(&sql, cells.clone()).await? {
            let found = Reply::read(row.cells())?;
            lines.push(due_line(
                row.cells(),
                Reply::COLUMNS.len(),
                found.suggestion_id,
                Due::Feedback(found),
            )?);
        }
        let sql: Sql = format!(
            "SELECT {}, d.name FROM inquiries t JOIN deputies d ON d.deputy_id = t.deputy_id \
             WHERE t.state = 'open' AND t.due_on <= $1 {own} ORDER BY t.due_on, t.inquiry_id LIMIT {most}",
            columns_of::<Inquiry>("t")
        )
        .into();
        for row in self.conn.rows(&sql, cells).await? {
            let found = Inquiry::read(row.cells())?;
            lines.push(DueLine {
                suggestion: None,
                number: found.number.to_string(),
                title: found.question.lines().next().unwrap_or_default().to_owned(),
                deputy_name: row.cells().text(Inquiry::COLUMNS.len())?,
                unit_name: String::new(),
                due: Due::Inquiry(found),
            });
        }
        lines.sort_by_key(|line| line.due.on());
        lines.truncate(usize::try_from(most).unwrap_or(usize::MAX));
        Ok(lines)
    }

    /// The life of a suggestion, the oldest line first, at most 500.
    pub async fn suggestion_events(
        &mut self,
        suggestion: SuggestionId,
    ) -> Result<Vec<SuggestionEvent>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM suggestion_events e WHERE e.suggestion_id = $1 ORDER BY e.event_id LIMIT 500",
            columns_of::<SuggestionEvent>("e")
        )
        .into();
        self.conn
            .rows(&sql, vec![suggestion.to_cell()])
            .await?
            .iter()
            .map(|row| SuggestionEvent::read(row.cells()))
            .collect()
    }

    /// The first open row whose deadline an older calendar worked out; none: all are up to date.
    pub async fn deadline_before(&mut self, version: CalendarVersion) -> Result<Option<i64>, StoreError> {
        for sql in [
            "SELECT assignment_id FROM assignments WHERE state = 'open' AND calendar_version < $1 \
             ORDER BY calendar_version, assignment_id LIMIT 1",
            "SELECT reply_id FROM replies WHERE state = 'awaiting' AND calendar_version < $1 \
             ORDER BY calendar_version, reply_id LIMIT 1",
        ] {
            if let Some(row) = self
                .conn
                .rows(&sql.into(), vec![version.to_cell()])
                .await?
                .first()
            {
                return Ok(Some(row.cells().int(0)?));
            }
        }
        Ok(None)
    }
}

fn due_line(
    cells: &dyn super::db::Cells,
    behind: usize,
    suggestion: SuggestionId,
    due: Due,
) -> Result<DueLine, StoreError> {
    Ok(DueLine {
        due,
        suggestion: Some(suggestion),
        number: cells.text(behind)?,
        title: cells.text(behind + 1)?,
        deputy_name: cells.text(behind + 2)?,
        unit_name: cells.text(behind + 3)?,
    })
}
