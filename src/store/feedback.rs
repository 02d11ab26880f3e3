//! What the sweep of reminders, the mailing of slips and the desk ask about feedback: always an index range, bounded.

use chrono::NaiveDate;

use crate::domain::calendar::link::CalendarLink;
use crate::domain::feedback::{
    Feedback, FeedbackProgress, FeedbackReceiver, FeedbackVersion, Receiver, Timeliness,
};
use crate::domain::ids::{DeputyId, OfficeId, ReplyId};
use crate::domain::reminder::Matter;
use crate::domain::suggestion::reply::Reply;
use crate::domain::world::{Deciding, Key, World};

use super::db::{Cell, Sql};
use super::lists::containing;
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
    /// Dissatisfied in either line, wherever it stands.
    Dissatisfied,
    /// Late, wherever it stands.
    Late,
}

/// What a page of the desk's list is cut by.
#[derive(Debug, Clone)]
pub struct FeedbackFilter {
    /// Where they stand.
    pub of: FeedbackOf,
    /// Only this unit's; none: the province's.
    pub office: Option<OfficeId>,
    /// Words of title, number or deputy's name; empty: all.
    pub words: String,
    /// The day by which lateness is judged.
    pub today: NaiveDate,
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
    /// The unit has an address for mail.
    pub has_email: bool,
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

/// Adds a condition with one value, which may stand in it several times.
fn and(body: &mut String, cells: &mut Vec<Cell>, condition: &str, cell: Cell) {
    cells.push(cell);
    body.push_str(&condition.replace('?', &format!("${}", cells.len())));
}

/// The lines of these replies, in a bounded number of statements however many they are.
fn lines_of(world: &World, ids: &[ReplyId]) -> Deciding<Vec<FeedbackLine>> {
    world.want(ids.iter().flat_map(|id| {
        [
            Key::Reply(*id),
            Key::Feedback(*id),
            Key::FeedbackReceiver((*id, Receiver::ProvincialOffice)),
            Key::FeedbackReceiver((*id, Receiver::HandlingUnit)),
        ]
    }))?;
    let mut keys = Vec::new();
    for id in ids {
        let reply = world.reply(id)?;
        keys.extend([
            Key::Suggestion(reply.suggestion_id),
            Key::Assignment(reply.assignment_id),
            Key::Deputy(reply.deputy_id),
        ]);
    }
    world.want(keys)?;
    let mut units = Vec::new();
    for id in ids {
        let assignment = world.reply(id)?.assignment_id;
        units.push(Key::HandlingUnit(world.assignment(&assignment)?.handling_unit_id));
    }
    world.want(units)?;
    ids.iter()
        .map(|id| {
            let reply = world.reply(id)?;
            let suggestion = world.suggestion(&reply.suggestion_id)?;
            let assignment = world.assignment(&reply.assignment_id)?;
            let unit = world.handling_unit(&assignment.handling_unit_id)?;
            let receiver = |it| world.find_feedback_receiver(&(*id, it));
            Ok(FeedbackLine {
                reply: reply.clone(),
                number: suggestion.number.clone(),
                title: suggestion.title.clone(),
                deputy_name: world.deputy(&reply.deputy_id)?.name.clone(),
                unit_name: unit.name.clone(),
                has_email: !unit.email.trim().is_empty(),
                round: assignment.round,
                feedback: world.find_feedback(id)?.cloned(),
                province: receiver(Receiver::ProvincialOffice)?.cloned(),
                unit: receiver(Receiver::HandlingUnit)?.cloned(),
            })
        })
        .collect()
}

impl Reading {
    /// Matters whose next step is due, the longest due first.
    pub async fn due_matters(&mut self, now: i64, most: i64) -> Result<Vec<DueMatter>, StoreError> {
        let mut due = Vec::new();
        for (matter, id, table) in [
            (Matter::Feedback, "reply_id", "replies"),
            (Matter::Reply, "assignment_id", "assignments"),
            (Matter::Inquiry, "inquiry_id", "inquiries"),
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

    /// A person's address of the calendar feed, by the hash of its secret.
    pub async fn find_calendar_link(&mut self, token_hash: &str) -> Result<Option<CalendarLink>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM calendar_links l WHERE l.token_hash = $1",
            columns_of::<CalendarLink>("l")
        )
        .into();
        let rows = self
            .conn
            .rows(&sql, vec![Cell::Text(token_hash.to_owned())])
            .await?;
        rows.first()
            .map(|row| CalendarLink::read(row.cells()))
            .transpose()
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

    /// A page of the desk's list, and how many lines there are on all pages. What the deputy or a receiver still owes comes
    /// by its last day, what is over comes newest first.
    pub async fn feedback_lines(
        &mut self,
        filter: &FeedbackFilter,
        page: i64,
        size: i64,
    ) -> Result<(Vec<FeedbackLine>, i64), StoreError> {
        let given = "feedbacks f JOIN replies r ON r.reply_id = f.reply_id";
        let (from, condition, of, order) = match filter.of {
            FeedbackOf::Awaited => ("replies r", "r.state = 'awaiting'", "r", "r.due_on, r.reply_id"),
            FeedbackOf::Overdue => (
                "replies r",
                "r.state = 'awaiting' AND r.due_on < ?",
                "r",
                "r.due_on, r.reply_id",
            ),
            FeedbackOf::Waiting => (
                given,
                "f.progress IN ('given_here', 'waiting') AND r.state IN ('awaiting', 'given')",
                "f",
                "r.due_on, r.reply_id",
            ),
            FeedbackOf::Done => (
                given,
                "f.progress = 'done' AND r.state IN ('awaiting', 'given')",
                "f",
                "r.reply_id DESC",
            ),
            FeedbackOf::Dissatisfied => (
                given,
                "(f.handling = 'dissatisfied' OR f.reply = 'dissatisfied')",
                "f",
                "r.reply_id DESC",
            ),
            FeedbackOf::Late => (given, "f.timeliness = 'late'", "f", "r.reply_id DESC"),
        };
        let mut cells = Vec::new();
        let mut body = from.to_owned();
        let words = filter.words.trim();
        if !words.is_empty() {
            body.push_str(
                " JOIN suggestions s ON s.suggestion_id = r.suggestion_id JOIN deputies d ON d.deputy_id = r.deputy_id",
            );
        }
        body.push_str(" WHERE ");
        match filter.of {
            FeedbackOf::Overdue => and(&mut body, &mut cells, condition, filter.today.to_cell()),
            _ => body.push_str(condition),
        }
        if let Some(office) = filter.office {
            let own = format!(" AND {of}.office_id = ?");
            and(&mut body, &mut cells, &own, office.to_cell());
        }
        if !words.is_empty() {
            and(
                &mut body,
                &mut cells,
                " AND (s.title LIKE ? ESCAPE '\\' OR s.number LIKE ? ESCAPE '\\' OR d.name LIKE ? ESCAPE '\\')",
                Cell::Text(containing(words)),
            );
        }
        let total = self
            .conn
            .number(&format!("SELECT count(*) FROM {body}").into(), cells.clone())
            .await?;
        let sql: Sql = format!(
            "SELECT r.reply_id FROM {body} ORDER BY {order} LIMIT {size} OFFSET {}",
            page.clamp(0, 100_000) * size
        )
        .into();
        let mut ids = Vec::new();
        for row in self.conn.rows(&sql, cells).await? {
            ids.push(ReplyId(row.cells().int(0)?));
        }
        match self.look(|world| lines_of(world, &ids)).await? {
            Ok(lines) => Ok((lines, total)),
            Err(_) => Err(StoreError::Data("a feedback lacks what it belongs to".into())),
        }
    }

    /// One line of the desk; none: there is no such reply.
    pub async fn feedback_line(&mut self, id: ReplyId) -> Result<Option<FeedbackLine>, StoreError> {
        let found = self.look(|world| lines_of(world, &[id])).await?;
        Ok(found.ok().and_then(|mut lines| lines.pop()))
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
