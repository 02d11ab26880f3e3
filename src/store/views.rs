//! What pages of the desk and of the web chat show: read-only lines, bounded, in the order in which they are shown.

use crate::domain::case::Case;
use crate::domain::ids::{AccountId, DeputyId, OfficeId, OutboxId};
use crate::domain::keeping::{CallBack, DeadLetter};
use crate::domain::message::Message;
use crate::domain::outbox::OutboxItem;
use crate::domain::people::Deputy;

use super::db::{Cell, Sql};
use super::table::{Column, Table, columns_of};
use super::{Reading, StoreError};

/// Which letters a page of the desk shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LettersOf {
    /// All open ones of the unit.
    Open,
    /// Those that the office itself reads and has not ended.
    Office,
    /// Answered, raised or passed on.
    Answered,
    /// Ended.
    Ended,
}

/// A letter on the desk: no words.
#[derive(Debug, Clone)]
pub struct LetterLine {
    /// The case.
    pub case: Case,
    /// The deputy who reads, if one does.
    pub deputy_name: Option<String>,
}

/// A deputy on the desk.
#[derive(Debug, Clone)]
pub struct DeputyLine {
    /// The deputy; the telephone stays sealed.
    pub deputy: Deputy,
    /// All messages to the person are stopped.
    pub silenced: bool,
    /// Letters not yet ended.
    pub open_letters: i64,
    /// An invitation waits to be redeemed, until this instant.
    pub invited_until_at: Option<i64>,
}

/// A unit in the provincial overview: counts only.
#[derive(Debug, Clone)]
pub struct UnitCount {
    /// The office.
    pub office_id: OfficeId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Deputies on the roster.
    pub deputies: i64,
    /// Of them bound.
    pub bound: i64,
    /// Letters not yet answered.
    pub open: i64,
    /// Letters answered, raised or passed on.
    pub answered: i64,
    /// Letters ended.
    pub ended: i64,
}

/// A person to be called, because nothing else reaches them.
#[derive(Debug, Clone)]
pub struct CallListLine {
    /// The message that waits.
    pub item: OutboxId,
    /// The number that was left.
    pub call_back: CallBack,
    /// The case's number.
    pub number: i64,
    /// Since when it waits.
    pub since_at: i64,
}

/// A bubble of the web chat: a message of ours, or one of the person's own.
#[derive(Debug, Clone)]
pub enum Bubble {
    /// Ours.
    Ours(Box<OutboxItem>),
    /// The person's own.
    Own(Box<Message>),
}

impl Bubble {
    /// The order of bubbles: ids grow with time.
    pub fn place(&self) -> i64 {
        match self {
            Bubble::Ours(item) => item.id.0,
            Bubble::Own(message) => message.id.0,
        }
    }
}

impl Reading {
    /// The newest `most` bubbles of an account's web chat after a place, oldest first, as far as they are due at `now`.
    pub async fn bubbles(
        &mut self,
        account: AccountId,
        after: i64,
        now: i64,
        most: i64,
    ) -> Result<Vec<Bubble>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM outbox o WHERE o.account_id = $1 AND o.channel = 'web' AND o.outbox_id > $2 AND o.due_at <= $3 \
             AND o.state <> 'dropped' AND o.state <> 'silenced' ORDER BY o.outbox_id DESC LIMIT $4",
            columns_of::<OutboxItem>("o")
        )
        .into();
        let cells = vec![
            account.to_cell(),
            Cell::Int(after),
            Cell::Int(now),
            Cell::Int(most),
        ];
        let mut bubbles = Vec::new();
        for row in self.conn.rows(&sql, cells).await? {
            bubbles.push(Bubble::Ours(Box::new(OutboxItem::read(row.cells())?)));
        }
        let sql: Sql = format!(
            "SELECT {} FROM messages m WHERE m.account_id = $1 AND m.message_id > $2 ORDER BY m.message_id DESC LIMIT $3",
            columns_of::<Message>("m")
        )
        .into();
        for row in self
            .conn
            .rows(&sql, vec![account.to_cell(), Cell::Int(after), Cell::Int(most)])
            .await?
        {
            bubbles.push(Bubble::Own(Box::new(Message::read(row.cells())?)));
        }
        bubbles.sort_by_key(Bubble::place);
        let most = usize::try_from(most).unwrap_or(usize::MAX);
        let extra = bubbles.len().saturating_sub(most);
        Ok(bubbles.split_off(extra))
    }

    /// Letters of an office's unit, the one that waits longest first where they are open, else newest first.
    pub async fn letters_of_office(
        &mut self,
        office: OfficeId,
        of: LettersOf,
        page: i64,
        most: i64,
    ) -> Result<(Vec<LetterLine>, i64), StoreError> {
        let reader = Cell::Text(format!("o{office}"));
        let (condition, order, cell) = match of {
            LettersOf::Open => (
                "c.office_id = $1 AND c.state IN ('received', 'delivered')",
                "c.case_id",
                office.to_cell(),
            ),
            LettersOf::Office => (
                "c.reader = $1 AND c.state IN ('received', 'delivered', 'answered', 'raised', 'passed_on')",
                "c.case_id",
                reader,
            ),
            LettersOf::Answered => (
                "c.office_id = $1 AND c.state IN ('answered', 'raised', 'passed_on')",
                "c.case_id DESC",
                office.to_cell(),
            ),
            LettersOf::Ended => (
                "c.office_id = $1 AND c.state = 'ended'",
                "c.case_id DESC",
                office.to_cell(),
            ),
        };
        let total = self
            .conn
            .number(
                &format!("SELECT count(*) FROM cases c WHERE {condition}").into(),
                vec![cell.clone()],
            )
            .await?;
        let sql: Sql = format!(
            "SELECT {}, d.name FROM cases c LEFT JOIN deputies d ON c.reader = 'd' || cast(d.deputy_id AS text) AND d.office_id = c.office_id \
             WHERE {condition} ORDER BY {order} LIMIT {most} OFFSET {}",
            columns_of::<Case>("c"),
            page.clamp(0, 100_000) * most
        )
        .into();
        let lines = self
            .conn
            .rows(&sql, vec![cell])
            .await?
            .iter()
            .map(|row| {
                Ok(LetterLine {
                    case: Case::read(row.cells())?,
                    deputy_name: row.cells().opt_text(Case::COLUMNS.len())?,
                })
            })
            .collect::<Result<_, StoreError>>()?;
        Ok((lines, total))
    }

    /// Deputies of a unit in order of code.
    pub async fn deputies_of_office(
        &mut self,
        office: OfficeId,
        ticks: i64,
    ) -> Result<Vec<DeputyLine>, StoreError> {
        let sql: Sql = format!(
            "SELECT {}, a.silenced_at, \
             (SELECT count(*) FROM cases c WHERE c.reader = 'd' || cast(d.deputy_id AS text) \
              AND c.state IN ('received', 'delivered', 'answered', 'raised', 'passed_on')), \
             (SELECT max(i.expires_at) FROM invitations i WHERE i.invitee = 'd' || cast(d.deputy_id AS text) \
              AND i.redeemed_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > $2) \
             FROM deputies d LEFT JOIN accounts a ON a.account_id = d.account_id WHERE d.office_id = $1 AND d.code NOT LIKE '~%' ORDER BY d.code LIMIT 1000",
            columns_of::<Deputy>("d")
        )
        .into();
        let behind = Deputy::COLUMNS.len();
        self.conn
            .rows(&sql, vec![office.to_cell(), Cell::Int(ticks)])
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(DeputyLine {
                    deputy: Deputy::read(cells)?,
                    silenced: cells.opt_int(behind)?.is_some(),
                    open_letters: cells.int(behind + 1)?,
                    invited_until_at: cells.opt_int(behind + 2)?,
                })
            })
            .collect()
    }

    /// All units with their counts, for the provincial office.
    pub async fn unit_counts(&mut self) -> Result<Vec<UnitCount>, StoreError> {
        let sql: Sql = "SELECT o.office_id, o.code, o.name, \
             (SELECT count(*) FROM deputies d WHERE d.office_id = o.office_id AND d.gone_at IS NULL), \
             (SELECT count(*) FROM deputies d WHERE d.office_id = o.office_id AND d.gone_at IS NULL AND d.account_id IS NOT NULL), \
             (SELECT count(*) FROM cases c WHERE c.office_id = o.office_id AND c.state IN ('received', 'delivered')), \
             (SELECT count(*) FROM cases c WHERE c.office_id = o.office_id AND c.state IN ('answered', 'raised', 'passed_on')), \
             (SELECT count(*) FROM cases c WHERE c.office_id = o.office_id AND c.state = 'ended') \
             FROM offices o ORDER BY o.office_id LIMIT 100"
            .into();
        self.conn
            .rows(&sql, vec![])
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                Ok(UnitCount {
                    office_id: OfficeId(cells.int(0)?),
                    code: cells.text(1)?,
                    name: cells.text(2)?,
                    deputies: cells.int(3)?,
                    bound: cells.int(4)?,
                    open: cells.int(5)?,
                    answered: cells.int(6)?,
                    ended: cells.int(7)?,
                })
            })
            .collect()
    }

    /// Dead letters that wait for a person, oldest first.
    pub async fn open_dead_letters(&mut self, most: i64) -> Result<Vec<DeadLetter>, StoreError> {
        let sql: Sql = format!(
            "SELECT {} FROM dead_letters l WHERE l.settled_at IS NULL ORDER BY l.dead_letter_id LIMIT $1",
            columns_of::<DeadLetter>("l")
        )
        .into();
        self.conn
            .rows(&sql, vec![Cell::Int(most)])
            .await?
            .iter()
            .map(|row| DeadLetter::read(row.cells()))
            .collect()
    }

    /// People to be called: something waits in the web chat, the fallback was used or there is none but a telephone.
    pub async fn call_list(
        &mut self,
        office: OfficeId,
        before: i64,
        most: i64,
    ) -> Result<Vec<CallListLine>, StoreError> {
        let columns = CallBack::COLUMNS.len();
        let sql: Sql = format!(
            "SELECT {}, o.outbox_id, c.number, o.due_at FROM outbox o JOIN call_backs b ON b.account_id = o.account_id AND b.case_id = o.case_id \
             JOIN cases c ON c.case_id = b.case_id \
             WHERE o.channel = 'web' AND o.state = 'waiting' AND o.due_at <= $2 AND b.state = 'ready' AND b.kind = 'phone' AND b.office_id = $1 \
             AND o.kind LIKE '%\"k\":\"answer\"%' ORDER BY o.due_at LIMIT $3",
            columns_of::<CallBack>("b")
        )
        .into();
        let sealer = std::sync::Arc::clone(&self.sealer);
        self.conn
            .rows(&sql, vec![office.to_cell(), Cell::Int(before), Cell::Int(most)])
            .await?
            .iter()
            .map(|row| {
                let cells = row.cells();
                let mut call_back = CallBack::read(cells)?;
                call_back.unseal(&sealer)?;
                Ok(CallListLine {
                    item: OutboxId(cells.int(columns)?),
                    call_back,
                    number: cells.int(columns + 1)?,
                    since_at: cells.int(columns + 2)?,
                })
            })
            .collect()
    }

    /// Letters that nobody passed on yet: those that the office reads because the writer didn't know whom to write to.
    pub async fn deputy_names(
        &mut self,
        office: OfficeId,
    ) -> Result<Vec<(DeputyId, String, String)>, StoreError> {
        let sql: Sql = "SELECT deputy_id, code, name FROM deputies WHERE office_id = $1 AND account_id IS NOT NULL AND status = 'in_office' \
                        AND paused_at IS NULL AND gone_at IS NULL ORDER BY code LIMIT 1000"
            .into();
        self.conn
            .rows(&sql, vec![office.to_cell()])
            .await?
            .iter()
            .map(|row| {
                Ok((
                    DeputyId(row.cells().int(0)?),
                    row.cells().text(1)?,
                    row.cells().text(2)?,
                ))
            })
            .collect()
    }

    /// The audit chain from a place on, for checking.
    pub async fn audit_from(
        &mut self,
        seq: i64,
        most: i64,
    ) -> Result<Vec<crate::domain::audit::AuditEntry>, StoreError> {
        use crate::domain::audit::AuditEntry;
        let sql: Sql = format!(
            "SELECT {} FROM audit_entries e WHERE e.seq >= $1 ORDER BY e.seq LIMIT $2",
            columns_of::<AuditEntry>("e")
        )
        .into();
        self.conn
            .rows(&sql, vec![Cell::Int(seq), Cell::Int(most)])
            .await?
            .iter()
            .map(|row| AuditEntry::read(row.cells()))
            .collect()
    }
}
