//! What the sweep of reminders, the mailing of slips and the desk ask about feedback: always an index range, bounded.

use crate::domain::feedback::{
    Feedback, FeedbackProgress, FeedbackReceiver, FeedbackVersion, Receiver, Timeliness,
};
use crate::domain::ids::{DeputyId, OfficeId, ReplyId};
use crate::domain::reminder::Matter;
use crate::domain::reply::Reply;

use super::db::{Cell, Sql};
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// A matter whose next instant is past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueMatter {
    /// What.
    pub matter: Matter,
    /// Whose row.
    pub subject_id: i64,
    /// The deputy.
    pub deputy_id: DeputyId,
    /// Due since.
    pub next_step_at: i64,
}

/// Which feedback a page of the desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedbackOf {
    /// Awaited, the earliest last day first.
    Awaited,
    /// Awaited and over.
    Overdue,
    /// Given or told of, and not confirmed by both.
    Waiting,
    /// Confirmed by both.
    Done,
    /// Late, wherever it stands.
    Late,
}

/// A line of the desk's list.
#[derive(Debug, Clone)]
pub struct FeedbackLine {
    /// The reply.
    pub reply: Reply,
    /// Number of the suggestion.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The leading deputy's name.
    pub deputy_name: String,
    /// The handling unit's name.
    pub unit_name: String,
    /// 1; 2 and more: re-handling.
    pub round: i64,
    /// What was given; none: 未反馈.
    pub feedback: Option<Feedback>,
    /// How far with the provincial office.
    pub province: Option<FeedbackReceiver>,
    /// How far with the handling unit.
    pub unit: Option<FeedbackReceiver>,
}

/// How many of an office's or the province's feedback stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FeedbackCounts {
    /// Awaited, within time.
    pub awaited: i64,
    /// Awaited, and the last day is over: 未反馈.
    pub overdue: i64,
    /// Given or told of, not confirmed by both.
    pub waiting: i64,
    /// Confirmed by both.
    pub done: i64,
    /// Late ones among what was given.
    pub late: i64,
    /// Dissatisfied in either line.
    pub dissatisfied: i64,
    /// Verdicts that were changed.
    pub changed: i64,
}

impl Reading {
    /// Matters whose next step is due, the longest due first.
    pub async fn due_matters(&mut self, now: i64, most: i64) -> Result<Vec<DueMatter>, StoreError> {
        let mut due = Vec::new();
        for (matter, id, table) in [
            (Matter::Feedback, "reply_id", "replies"),
            (Matter::Reply, "assignment_id", "assignments"),
        ] {
            let sql: Sql = format!(
                "SELECT {id}, deputy_id, next_step_at FROM {table} WHERE next_step_at IS NOT NULL AND next_step_at <= $1 \
                 ORDER BY next_step_at, {id} LIMIT $2"
            )
            .into();
            let cells = vec![Cell::Int(now), Cell::Int(most)];
            for row in self.conn.rows(&sql, cells).await? {
                let cells = row.cells();
                due.push(DueMatter {
                    matter,
                    subject_id: cells.int(0)?,
                    deputy_id: DeputyId(cells.int(1)?),
                    next_step_at: cells.int(2)?,
                });
            }
        }
        Ok(due)
    }

    /// Slips that are to be mailed now.
    pub async fn slips_to_mail(&mut self, now: i64, most: i64) -> Result<Vec<ReplyId>, StoreError> {
        let sql = "SELECT reply_id FROM feedback_receivers WHERE next_try_at IS NOT NULL AND next_try_at <= $1 \
                   ORDER BY next_try_at LIMIT $2";
        let rows = self
            .conn
            .rows(&sql.into(), vec![Cell::Int(now), Cell::Int(most)])
            .await?;
        rows.iter().map(|row| Ok(ReplyId(row.cells().int(0)?))).collect()
    }

    /// Verdicts that were given on a reply before the one in force, the oldest first.
    pub async fn feedback_history(&mut self, reply: ReplyId) -> Result<Vec<FeedbackVersion>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM feedback_versions v WHERE v.reply_id = $1 ORDER BY v.version_id LIMIT 100",
            columns_of::<FeedbackVersion>("v")
        )
        .into();
        let rows = self.conn.rows(&sql, vec![reply.to_cell()]).await?;
        rows.iter()
            .map(|row| FeedbackVersion::read(row.cells()))
            .collect()
    }

    /// A page of the desk's list, and how many lines there are on all pages. `office`: only this unit's; `today`:
    /// `YYYY-MM-DD`.
    pub async fn feedback_lines(
        &mut self,
        which: FeedbackOf,
        office: Option<OfficeId>,
        today: &str,
        page: i64,
        size: i64,
    ) -> Result<(Vec<FeedbackLine>, i64), StoreError> {
        let mut cells = Vec::new();
        let own = |alias: &str, cells: &mut Vec<Cell>| match office {
            Some(office) => {
                cells.push(office.to_cell());
                format!(" AND {alias}.office_id = ${}", cells.len())
            }
            None => String::new(),
        };
        let (from, order) = match which {
            FeedbackOf::Awaited => {
                let own = own("r", &mut cells);
                (
                    format!("FROM replies r WHERE r.state = 'awaiting'{own}"),
                    "r.due_on, r.reply_id",
                )
            }
            FeedbackOf::Overdue => {
                let own = own("r", &mut cells);
                cells.push(Cell::Text(today.to_owned()));
                let place = cells.len();
                (
                    format!("FROM replies r WHERE r.state = 'awaiting' AND r.due_on < ${place}{own}"),
                    "r.due_on, r.reply_id",
                )
            }
            FeedbackOf::Waiting | FeedbackOf::Done => {
                let own = own("f", &mut cells);
                let states = if which == FeedbackOf::Done {
                    "'done'"
                } else {
                    "'given_here', 'waiting'"
                };
                (
                    format!(
                        "FROM feedbacks f JOIN replies r ON r.reply_id = f.reply_id WHERE f.progress IN ({states}) \
                         AND r.state IN ('awaiting', 'given'){own}"
                    ),
                    "r.reply_id DESC",
                )
            }
            FeedbackOf::Late => {
                let own = own("f", &mut cells);
                (
                    format!(
                        "FROM feedbacks f JOIN replies r ON r.reply_id = f.reply_id WHERE f.timeliness = 'late'{own}"
                    ),
                    "r.reply_id DESC",
                )
            }
        };
        let total = self
            .conn
            .number(&format!("SELECT count(*) {from}").into(), cells.clone())
            .await?;
        cells.push(Cell::Int(size));
        cells.push(Cell::Int(page * size));
        let sql = format!(
            "SELECT r.reply_id {from} ORDER BY {order} LIMIT ${} OFFSET ${}",
            cells.len() - 1,
            cells.len()
        );
        let rows = self.conn.rows(&sql.into(), cells).await?;
        let mut lines = Vec::new();
        for row in rows {
            let id = ReplyId(row.cells().int(0)?);
            if let Some(line) = self.feedback_line(id).await? {
                lines.push(line);
            }
        }
        Ok((lines, total))
    }

    /// One line of the desk.
    pub async fn feedback_line(&mut self, id: ReplyId) -> Result<Option<FeedbackLine>, StoreError> {
        let sql: Sql = format!(
            "SELECT {}, s.number, s.title, d.name, u.name, a.round FROM replies r \
             JOIN suggestions s ON s.suggestion_id = r.suggestion_id JOIN deputies d ON d.deputy_id = r.deputy_id \
             JOIN assignments a ON a.assignment_id = r.assignment_id \
             JOIN handling_units u ON u.handling_unit_id = a.handling_unit_id WHERE r.reply_id = $1",
            columns_of::<Reply>("r")
        )
        .into();
        let rows = self.conn.rows(&sql, vec![id.to_cell()]).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let first = Reply::COLUMNS.len();
        let cells = row.cells();
        let (reply, number, title, deputy_name, unit_name, round) = (
            Reply::read(cells)?,
            cells.text(first)?,
            cells.text(first + 1)?,
            cells.text(first + 2)?,
            cells.text(first + 3)?,
            cells.int(first + 4)?,
        );
        let sql: Sql = format!(
            "SELECT {} FROM feedbacks f WHERE f.reply_id = $1",
            columns_of::<Feedback>("f")
        )
        .into();
        let found = self.conn.rows(&sql, vec![id.to_cell()]).await?;
        let feedback = found.first().map(|row| Feedback::read(row.cells())).transpose()?;
        let sql: Sql = format!(
            "SELECT {} FROM feedback_receivers x WHERE x.reply_id = $1",
            columns_of::<FeedbackReceiver>("x")
        )
        .into();
        let (mut province, mut unit) = (None, None);
        for row in self.conn.rows(&sql, vec![id.to_cell()]).await? {
            let receiver = FeedbackReceiver::read(row.cells())?;
            match receiver.receiver {
                Receiver::ProvincialOffice => province = Some(receiver),
                Receiver::HandlingUnit => unit = Some(receiver),
            }
        }
        Ok(Some(FeedbackLine {
            reply,
            number,
            title,
            deputy_name,
            unit_name,
            round,
            feedback,
            province,
            unit,
        }))
    }

    /// How many stand where, of a unit or of the province. Silence is counted as such and as nothing else.
    pub async fn count_feedback(
        &mut self,
        office: Option<OfficeId>,
        today: &str,
    ) -> Result<FeedbackCounts, StoreError> {
        let own = |place: usize| match office {
            Some(_) => format!(" AND office_id = ${place}"),
            None => String::new(),
        };
        let mut day = vec![Cell::Text(today.to_owned())];
        day.extend(office.map(|office| office.to_cell()));
        let bare: Vec<Cell> = office.map(|office| office.to_cell()).into_iter().collect();
        let mut counts = FeedbackCounts::default();
        for (place, body, cells) in [
            (
                &mut counts.awaited,
                format!("replies WHERE state = 'awaiting' AND due_on >= $1{}", own(2)),
                &day,
            ),
            (
                &mut counts.overdue,
                format!("replies WHERE state = 'awaiting' AND due_on < $1{}", own(2)),
                &day,
            ),
            (
                &mut counts.waiting,
                format!(
                    "feedbacks WHERE progress IN ('{}', '{}'){}",
                    FeedbackProgress::GivenHere.tag(),
                    FeedbackProgress::Waiting.tag(),
                    own(1)
                ),
                &bare,
            ),
            (
                &mut counts.done,
                format!(
                    "feedbacks WHERE progress = '{}'{}",
                    FeedbackProgress::Done.tag(),
                    own(1)
                ),
                &bare,
            ),
            (
                &mut counts.late,
                format!(
                    "feedbacks WHERE timeliness = '{}'{}",
                    Timeliness::Late.tag(),
                    own(1)
                ),
                &bare,
            ),
            (
                &mut counts.dissatisfied,
                format!(
                    "feedbacks WHERE (handling = 'dissatisfied' OR reply = 'dissatisfied'){}",
                    own(1)
                ),
                &bare,
            ),
            (
                &mut counts.changed,
                format!("feedbacks WHERE changes > 0{}", own(1)),
                &bare,
            ),
        ] {
            *place = self
                .conn
                .number(&format!("SELECT count(*) FROM {body}").into(), cells.clone())
                .await?;
        }
        Ok(counts)
    }
}
