//! Loads what deciding and rendering ask for: one statement a kind of key, padded to powers of two.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::{LazyLock, Mutex};

use futures_util::future::BoxFuture;

use crate::domain::account::Account;
use crate::domain::calendar::CalendarRow;
use crate::domain::calendar::link::CalendarLink;
use crate::domain::case::{Case, Correspondent};
use crate::domain::draft::DraftRow;
use crate::domain::feedback::{Feedback, FeedbackReceiver};
use crate::domain::handbook::life::HandbookRow;
use crate::domain::ids::{AccountId, CaseId};
use crate::domain::inquiry::Inquiry;
use crate::domain::keeping::{CallBack, CardPace, Counter, DeadLetter, ParkedEdit, RosterImport, Session};
use crate::domain::message::{File, Message};
use crate::domain::outbox::OutboxItem;
use crate::domain::people::{Deputy, Invitation, Office, Officer};
use crate::domain::record::{Activity, Evidence, RecordRow, Report};
use crate::domain::reminder::table::ReminderTable;
use crate::domain::reminder::{ClaimedStep, Reminder, Unasked};
use crate::domain::suggestion::assignment::{Assignment, HandlingUnit};
use crate::domain::suggestion::reply::Reply;
use crate::domain::suggestion::{Suggestion, SuggestionName};
use crate::domain::world::{Key, World};

use super::db::{AnyRow, Cell, Conn, Sql, placeholders};
use super::table::{Column, Table, columns_behind};
use super::{Reading, Sealer, StoreError, Writing, lists};

/// Keys in one statement; beyond it the rest goes into the next.
const MOST: usize = 512;

type Texts = LazyLock<Mutex<HashMap<(&'static str, usize), Sql>>>;

/// The texts of statements by purpose and size, so that they are put together once.
pub(super) fn text_of(purpose: &'static str, size: usize, make: impl FnOnce() -> String) -> Sql {
    static TEXTS: Texts = LazyLock::new(Mutex::default);
    let mut texts = TEXTS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    texts
        .entry((purpose, size))
        .or_insert_with(|| Sql::from(make()))
        .clone()
}

/// What a statement needs to know of a table: its name and its columns.
struct Shape {
    name: &'static str,
    columns: &'static [&'static str],
}

fn shape_of<T: Table>() -> Shape {
    Shape {
        name: T::NAME,
        columns: T::COLUMNS,
    }
}

/// Rows of a table whose columns `by` are in the list of keys; `keys` are tuples of as many cells as there are columns.
/// Not generic over the row: it would be compiled once a table.
async fn rows_by(
    conn: &mut Conn,
    shape: Shape,
    purpose: &'static str,
    by: &[&str],
    keys: Vec<Vec<Cell>>,
) -> Result<Vec<AnyRow>, StoreError> {
    let mut found = Vec::new();
    let mut keys = keys.into_iter().peekable();
    while keys.peek().is_some() {
        let mut part: Vec<Vec<Cell>> = keys.by_ref().take(MOST).collect();
        let size = part.len().next_power_of_two();
        let last = part.last().cloned().unwrap_or_default();
        part.resize(size, last);
        let sql = text_of(purpose, size, || {
            let columns = columns_behind("t", shape.columns);
            if let [column] = by {
                let places: Vec<String> = (1..=size).map(|place| format!("${place}")).collect();
                format!(
                    "SELECT {columns} FROM {} t WHERE t.{column} IN ({})",
                    shape.name,
                    places.join(",")
                )
            } else {
                let names: Vec<String> = (0..by.len()).map(|place| format!("k{place}")).collect();
                let join: Vec<String> = by
                    .iter()
                    .zip(&names)
                    .map(|(column, name)| format!("t.{column} = v.{name}"))
                    .collect();
                format!(
                    "WITH v({}) AS (VALUES {}), w AS (SELECT DISTINCT * FROM v) SELECT {columns} FROM w v JOIN {} t ON {}",
                    names.join(","),
                    placeholders(size, by.len()),
                    shape.name,
                    join.join(" AND ")
                )
            }
        });
        found.extend(conn.rows(&sql, part.into_iter().flatten().collect()).await?);
    }
    Ok(found)
}

fn read<T: Table>(rows: &[AnyRow], sealer: &Sealer) -> Result<Vec<T>, StoreError> {
    rows.iter()
        .map(|row| {
            let mut row = T::read(row.cells())?;
            row.unseal(sealer)?;
            Ok(row)
        })
        .collect()
}

/// A key in a statement: a cell for each of its columns.
trait KeyCells {
    fn cells(&self) -> Vec<Cell>;
}

impl<K: Column> KeyCells for K {
    fn cells(&self) -> Vec<Cell> {
        vec![self.to_cell()]
    }
}

impl<A: Column, B: Column> KeyCells for (A, B) {
    fn cells(&self) -> Vec<Cell> {
        vec![self.0.to_cell(), self.1.to_cell()]
    }
}

/// The keys of one load, by kind, each once.
#[derive(Default)]
struct Sorted {
    kinds: HashMap<std::mem::Discriminant<Key>, Vec<Key>>,
}

impl Sorted {
    fn new(keys: &[Key]) -> Self {
        let mut seen = HashSet::new();
        let mut sorted = Sorted::default();
        for key in keys {
            if seen.insert(key) {
                sorted
                    .kinds
                    .entry(std::mem::discriminant(key))
                    .or_default()
                    .push(key.clone());
            }
        }
        sorted
    }
}

/// Behind a pointer, so that it is compiled once: the code of an `async fn` stands again in each part of the program that
/// waits for it, and this one is the largest.
fn load<'a>(
    conn: &'a mut Conn,
    sealer: &Arc<Sealer>,
    keys: &'a [Key],
    world: &'a mut World,
) -> BoxFuture<'a, Result<(), StoreError>> {
    let sealer = Arc::clone(sealer);
    Box::pin(async move {
        let sealer = &*sealer;
        for (_, keys) in Sorted::new(keys).kinds {
            let Some(first) = keys.first() else { continue };
            /// The keys of one kind, without the kind.
            macro_rules! of_kind {
                ($variant:ident) => {
                    keys.iter()
                        .filter_map(|key| match key {
                            Key::$variant(of) => Some(of.clone()),
                            _ => None,
                        })
                        .collect::<Vec<_>>()
                };
            }
            /// The rows of a table whose columns are in the list of keys.
            macro_rules! read_rows {
                ($variant:ident, $row:ty, $by:expr, $wanted:expr, $cells:expr) => {{
                    let cells: Vec<Vec<Cell>> = $wanted.iter().map($cells).collect();
                    let rows = rows_by(conn, shape_of::<$row>(), stringify!($variant), $by, cells).await?;
                    read::<$row>(&rows, sealer)?
                }};
            }
            /// Rows by their own key.
            macro_rules! rows {
                ($variant:ident, $row:ty, $learn:ident, |$it:ident| $of:expr) => {{
                    let wanted = of_kind!($variant);
                    let mut found: HashMap<_, $row> = HashMap::with_capacity(wanted.len());
                    for $it in read_rows!($variant, $row, <$row>::KEYS, wanted, KeyCells::cells) {
                        found.insert($of, $it);
                    }
                    for key in wanted {
                        let row = found.remove(&key);
                        world.$learn(key, row);
                    }
                }};
            }
            /// Rows by a second key: the row is learned too, so that the next round needs no statement.
            macro_rules! found_by {
                ($variant:ident, $row:ty, $by:expr, $cells:expr, $of:expr, $learn:ident) => {{
                    let wanted = of_kind!($variant);
                    let mut found = HashMap::with_capacity(wanted.len());
                    for row in read_rows!($variant, $row, $by, wanted, $cells) {
                        found.insert($of(&row), row.id.0);
                        world.$learn(row.id, Some(row));
                    }
                    for key in wanted {
                        let id = found.get(&key).copied();
                        world.learn_index(&Key::$variant(key), id);
                    }
                }};
            }
            match first {
                Key::Account(_) => rows!(Account, Account, learn_account, |row| row.id),
                Key::Deputy(_) => rows!(Deputy, Deputy, learn_deputy, |row| row.id),
                Key::Office(_) => rows!(Office, Office, learn_office, |row| row.id),
                Key::Officer(_) => rows!(Officer, Officer, learn_officer, |row| row.id),
                Key::Invitation(_) => rows!(Invitation, Invitation, learn_invitation, |row| row.id),
                Key::Correspondent(_) => rows!(Correspondent, Correspondent, learn_correspondent, |row| (
                    row.account_id, row.reader
                )),
                Key::Case(_) => rows!(Case, Case, learn_case, |row| row.id),
                Key::Message(_) => rows!(Message, Message, learn_message, |row| row.id),
                Key::File(_) => rows!(File, File, learn_file, |row| row.id),
                Key::Report(_) => rows!(Report, Report, learn_report, |row| row.id),
                Key::Evidence(_) => rows!(Evidence, Evidence, learn_evidence, |row| row.file_id),
                Key::Activity(_) => rows!(Activity, Activity, learn_activity, |row| row.id),
                Key::Record(_) => rows!(Record, RecordRow, learn_record, |row| row.id),
                Key::Outbox(_) => rows!(Outbox, OutboxItem, learn_outbox_item, |row| row.id),
                Key::Counter(_) => rows!(Counter, Counter, learn_counter, |row| row.name.clone()),
                Key::CardPace(_) => rows!(CardPace, CardPace, learn_card_pace, |row| row.account_id),
                Key::Session(_) => rows!(Session, Session, learn_session, |row| row.hash.clone()),
                Key::DeadLetter(_) => rows!(DeadLetter, DeadLetter, learn_dead_letter, |row| row.id),
                Key::Import(_) => rows!(Import, RosterImport, learn_import, |row| row.id),
                Key::Calendar(_) => rows!(Calendar, CalendarRow, learn_calendar, |row| row.version),
                Key::ParkedEdit(_) => rows!(ParkedEdit, ParkedEdit, learn_parked_edit, |row| (
                    row.account_id, row.remote_id
                )),
                Key::Handbook(_) => rows!(Handbook, HandbookRow, learn_handbook, |row| (
                    row.deputy_id, row.year
                )),
                Key::CallBack(_) => rows!(CallBack, CallBack, learn_call_back, |row| row.id),
                Key::Suggestion(_) => rows!(Suggestion, Suggestion, learn_suggestion, |row| row.id),
                Key::SuggestionName(_) => {
                    rows!(SuggestionName, SuggestionName, learn_suggestion_name, |row| (
                        row.suggestion_id, row.deputy_id
                    ))
                }
                Key::HandlingUnit(_) => rows!(HandlingUnit, HandlingUnit, learn_handling_unit, |row| row.id),
                Key::Assignment(_) => rows!(Assignment, Assignment, learn_assignment, |row| row.id),
                Key::Draft(_) => rows!(Draft, DraftRow, learn_draft, |row| row.suggestion_id),
                Key::CalendarLink(_) => rows!(CalendarLink, CalendarLink, learn_calendar_link, |row| row
                    .account_id),
                Key::Reply(_) => rows!(Reply, Reply, learn_reply, |row| row.id),
                Key::Feedback(_) => rows!(Feedback, Feedback, learn_feedback, |row| row.reply_id),
                Key::FeedbackReceiver(_) => rows!(
                    FeedbackReceiver,
                    FeedbackReceiver,
                    learn_feedback_receiver,
                    |row| (row.reply_id, row.receiver)
                ),
                Key::Inquiry(_) => rows!(Inquiry, Inquiry, learn_inquiry, |row| row.id),
                Key::Reminder(_) => rows!(Reminder, Reminder, learn_reminder, |row| (
                    row.matter, row.subject_id
                )),
                Key::ReminderTable(_) => rows!(ReminderTable, ReminderTable, learn_reminder_table, |row| row
                    .version),
                Key::ClaimedStep(_) => rows!(ClaimedStep, ClaimedStep, learn_claimed_step, |row| row
                    .key
                    .clone()),
                Key::Unasked(_) => rows!(Unasked, Unasked, learn_unasked, |row| row.recipient.clone()),
                Key::SuggestionNumber(_) => found_by!(
                    SuggestionNumber,
                    Suggestion,
                    &["number", "session"],
                    |(session, number)| vec![number.to_cell(), session.to_cell()],
                    |row: &Suggestion| (row.session, row.number.clone()),
                    learn_suggestion
                ),
                Key::HandlingUnitName(_) => found_by!(
                    HandlingUnitName,
                    HandlingUnit,
                    &["name"],
                    KeyCells::cells,
                    |row: &HandlingUnit| row.name.clone(),
                    learn_handling_unit
                ),
                Key::AccountAt(_) => found_by!(
                    AccountAt,
                    Account,
                    &["address", "channel"],
                    |(channel, address)| vec![address.to_cell(), channel.to_cell()],
                    |row: &Account| (row.channel, row.address.clone()),
                    learn_account
                ),
                Key::DeputyCode(_) => found_by!(
                    DeputyCode,
                    Deputy,
                    &["code"],
                    KeyCells::cells,
                    |row: &Deputy| row.code.clone(),
                    learn_deputy
                ),
                Key::OfficeCode(_) => found_by!(
                    OfficeCode,
                    Office,
                    &["code"],
                    KeyCells::cells,
                    |row: &Office| row.code.clone(),
                    learn_office
                ),
                Key::CaseNumber(_) => found_by!(
                    CaseNumber,
                    Case,
                    &["number"],
                    KeyCells::cells,
                    |row: &Case| row.number,
                    learn_case
                ),
                Key::InvitationCode(_) => found_by!(
                    InvitationCode,
                    Invitation,
                    &["code_hash"],
                    KeyCells::cells,
                    |row: &Invitation| row.code_hash.clone(),
                    learn_invitation
                ),
                Key::MessageAt(_) => found_by!(
                    MessageAt,
                    Message,
                    &["account_id", "remote_id"],
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row: &Message| (row.account_id.unwrap_or(AccountId(0)), row.remote_id.unwrap_or(0)),
                    learn_message
                ),
                Key::InquiryNumber(_) => found_by!(
                    InquiryNumber,
                    Inquiry,
                    &["number"],
                    KeyCells::cells,
                    |row: &Inquiry| row.number,
                    learn_inquiry
                ),
                Key::RecordOfCase(_) => found_by!(
                    RecordOfCase,
                    RecordRow,
                    &["case_id"],
                    KeyCells::cells,
                    |row: &RecordRow| row.case_id.unwrap_or(CaseId(0)),
                    learn_record
                ),
                Key::ReportAt(_) => found_by!(
                    ReportAt,
                    Report,
                    &["account_id", "remote_id"],
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row: &Report| (row.account_id, row.remote_id.unwrap_or(0)),
                    learn_report
                ),
                Key::SentTo(_) => learn_cases_of_sent(conn, of_kind!(SentTo), world).await?,
                Key::List(_) => {
                    for key in of_kind!(List) {
                        let list = lists::read(conn, &key).await?;
                        world.learn_list(key, list);
                    }
                }
            }
        }
        Ok(())
    })
}

/// The cases of messages that were sent: a message's first part stands in the outbox, the parts behind it (of an album,
/// of an answer longer than one message) beside it.
async fn learn_cases_of_sent(
    conn: &mut Conn,
    wanted: Vec<(AccountId, i64)>,
    world: &mut World,
) -> Result<(), StoreError> {
    const COLUMNS: [&str; 3] = ["account_id", "remote_id", "case_id"];
    let mut cases: HashMap<(AccountId, i64), Option<i64>> = HashMap::with_capacity(wanted.len());
    for (name, purpose) in [("outbox", "SentTo"), ("sent_parts", "SentPart")] {
        let keys: Vec<Vec<Cell>> = wanted
            .iter()
            .filter(|place| !cases.contains_key(*place))
            .map(|(account, remote)| vec![account.to_cell(), remote.to_cell()])
            .collect();
        let shape = Shape {
            name,
            columns: &COLUMNS,
        };
        for row in rows_by(conn, shape, purpose, &COLUMNS[..2], keys).await? {
            let cells = row.cells();
            let place = (AccountId(cells.int(0)?), cells.int(1)?);
            cases.entry(place).or_insert(cells.opt_int(2)?);
        }
    }
    for place in wanted {
        let case = cases.get(&place).copied().flatten();
        world.learn_index(&Key::SentTo(place), case);
    }
    Ok(())
}

impl Writing {
    /// Loads what the keys name into the world.
    pub fn load<'a>(
        &'a mut self,
        keys: &'a [Key],
        world: &'a mut World,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        load(&mut self.conn, &self.sealer, keys, world)
    }
}

impl Reading {
    /// Loads what the keys name into the world.
    pub fn load<'a>(
        &'a mut self,
        keys: &'a [Key],
        world: &'a mut World,
    ) -> BoxFuture<'a, Result<(), StoreError>> {
        load(&mut self.conn, &self.sealer, keys, world)
    }
}
