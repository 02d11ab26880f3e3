//! Loads what deciding and rendering ask for: one statement a kind of key, padded to powers of two.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::{LazyLock, Mutex};

use futures_util::future::BoxFuture;

use crate::domain::account::Account;
use crate::domain::assignment::{Assignment, HandlingUnit};
use crate::domain::calendar::CalendarRow;
use crate::domain::calendar_link::CalendarLink;
use crate::domain::case::{Case, Correspondent};
use crate::domain::draft::DraftRow;
use crate::domain::feedback::{Feedback, FeedbackReceiver};
use crate::domain::handbook_life::HandbookRow;
use crate::domain::ids::{AccountId, CaseId};
use crate::domain::keeping::{CallBack, CardPace, Counter, DeadLetter, ParkedEdit, RosterImport, Session};
use crate::domain::message::{File, Message};
use crate::domain::outbox::OutboxItem;
use crate::domain::people::{Deputy, Invitation, Office, Officer};
use crate::domain::record::{Activity, Evidence, RecordRow, Report};
use crate::domain::reminder::{ClaimedStep, Reminder, Unasked};
use crate::domain::reply::Reply;
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

fn one<K: Column>(key: &K) -> Vec<Cell> {
    vec![key.to_cell()]
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
                    let rows = rows_by(conn, shape_of::<$row>(), stringify!($variant), &$by, cells).await?;
                    read::<$row>(&rows, sealer)?
                }};
            }
            /// Rows by their own key.
            macro_rules! rows {
                ($variant:ident, $row:ty, $by:expr, $cells:expr, $of:expr, $learn:ident) => {{
                    let wanted = of_kind!($variant);
                    let rows = read_rows!($variant, $row, $by, wanted, $cells);
                    let mut found: HashMap<_, $row> = rows.into_iter().map(|row| ($of(&row), row)).collect();
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
                Key::Account(_) => rows!(
                    Account,
                    Account,
                    ["account_id"],
                    one,
                    |row: &Account| row.id,
                    learn_account
                ),
                Key::Deputy(_) => rows!(
                    Deputy,
                    Deputy,
                    ["deputy_id"],
                    one,
                    |row: &Deputy| row.id,
                    learn_deputy
                ),
                Key::Office(_) => rows!(
                    Office,
                    Office,
                    ["office_id"],
                    one,
                    |row: &Office| row.id,
                    learn_office
                ),
                Key::Officer(_) => rows!(
                    Officer,
                    Officer,
                    ["officer_id"],
                    one,
                    |row: &Officer| row.id,
                    learn_officer
                ),
                Key::Invitation(_) => rows!(
                    Invitation,
                    Invitation,
                    ["invitation_id"],
                    one,
                    |row: &Invitation| row.id,
                    learn_invitation
                ),
                Key::Correspondent(_) => rows!(
                    Correspondent,
                    Correspondent,
                    ["account_id", "reader"],
                    |(account, reader)| vec![account.to_cell(), reader.to_cell()],
                    |row: &Correspondent| (row.account_id, row.reader),
                    learn_correspondent
                ),
                Key::Case(_) => rows!(Case, Case, ["case_id"], one, |row: &Case| row.id, learn_case),
                Key::Message(_) => rows!(
                    Message,
                    Message,
                    ["message_id"],
                    one,
                    |row: &Message| row.id,
                    learn_message
                ),
                Key::File(_) => rows!(File, File, ["file_id"], one, |row: &File| row.id, learn_file),
                Key::Report(_) => rows!(
                    Report,
                    Report,
                    ["report_id"],
                    one,
                    |row: &Report| row.id,
                    learn_report
                ),
                Key::Evidence(_) => rows!(
                    Evidence,
                    Evidence,
                    ["file_id"],
                    one,
                    |row: &Evidence| row.file_id,
                    learn_evidence
                ),
                Key::Activity(_) => rows!(
                    Activity,
                    Activity,
                    ["activity_id"],
                    one,
                    |row: &Activity| row.id,
                    learn_activity
                ),
                Key::Record(_) => rows!(
                    Record,
                    RecordRow,
                    ["record_id"],
                    one,
                    |row: &RecordRow| row.id,
                    learn_record
                ),
                Key::Outbox(_) => rows!(
                    Outbox,
                    OutboxItem,
                    ["outbox_id"],
                    one,
                    |row: &OutboxItem| row.id,
                    learn_outbox_item
                ),
                Key::Counter(_) => rows!(
                    Counter,
                    Counter,
                    ["counter"],
                    one,
                    |row: &Counter| row.name.clone(),
                    learn_counter
                ),
                Key::CardPace(_) => rows!(
                    CardPace,
                    CardPace,
                    ["account_id"],
                    one,
                    |row: &CardPace| row.account_id,
                    learn_card_pace
                ),
                Key::Session(_) => rows!(
                    Session,
                    Session,
                    ["session_hash"],
                    one,
                    |row: &Session| row.hash.clone(),
                    learn_session
                ),
                Key::DeadLetter(_) => rows!(
                    DeadLetter,
                    DeadLetter,
                    ["dead_letter_id"],
                    one,
                    |row: &DeadLetter| row.id,
                    learn_dead_letter
                ),
                Key::Import(_) => rows!(
                    Import,
                    RosterImport,
                    ["import_id"],
                    one,
                    |row: &RosterImport| row.id,
                    learn_import
                ),
                Key::Calendar(_) => rows!(
                    Calendar,
                    CalendarRow,
                    ["calendar_version"],
                    one,
                    |row: &CalendarRow| row.version,
                    learn_calendar
                ),
                Key::ParkedEdit(_) => rows!(
                    ParkedEdit,
                    ParkedEdit,
                    ["account_id", "remote_id"],
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row: &ParkedEdit| (row.account_id, row.remote_id),
                    learn_parked_edit
                ),
                Key::Handbook(_) => rows!(
                    Handbook,
                    HandbookRow,
                    ["deputy_id", "year"],
                    |(deputy, year)| vec![deputy.to_cell(), year.to_cell()],
                    |row: &HandbookRow| (row.deputy_id, row.year),
                    learn_handbook
                ),
                Key::CallBack(_) => rows!(
                    CallBack,
                    CallBack,
                    ["call_back_id"],
                    one,
                    |row: &CallBack| row.id,
                    learn_call_back
                ),
                Key::Suggestion(_) => rows!(
                    Suggestion,
                    Suggestion,
                    ["suggestion_id"],
                    one,
                    |row: &Suggestion| row.id,
                    learn_suggestion
                ),
                Key::SuggestionName(_) => rows!(
                    SuggestionName,
                    SuggestionName,
                    ["suggestion_id", "deputy_id"],
                    |(suggestion, deputy)| vec![suggestion.to_cell(), deputy.to_cell()],
                    |row: &SuggestionName| (row.suggestion_id, row.deputy_id),
                    learn_suggestion_name
                ),
                Key::HandlingUnit(_) => rows!(
                    HandlingUnit,
                    HandlingUnit,
                    ["handling_unit_id"],
                    one,
                    |row: &HandlingUnit| row.id,
                    learn_handling_unit
                ),
                Key::Assignment(_) => rows!(
                    Assignment,
                    Assignment,
                    ["assignment_id"],
                    one,
                    |row: &Assignment| row.id,
                    learn_assignment
                ),
                Key::Draft(_) => rows!(
                    Draft,
                    DraftRow,
                    ["suggestion_id"],
                    one,
                    |row: &DraftRow| row.suggestion_id,
                    learn_draft
                ),
                Key::CalendarLink(_) => rows!(
                    CalendarLink,
                    CalendarLink,
                    ["account_id"],
                    one,
                    |row: &CalendarLink| row.account_id,
                    learn_calendar_link
                ),
                Key::Reply(_) => rows!(Reply, Reply, ["reply_id"], one, |row: &Reply| row.id, learn_reply),
                Key::Feedback(_) => rows!(
                    Feedback,
                    Feedback,
                    ["reply_id"],
                    one,
                    |row: &Feedback| row.reply_id,
                    learn_feedback
                ),
                Key::FeedbackReceiver(_) => rows!(
                    FeedbackReceiver,
                    FeedbackReceiver,
                    ["reply_id", "receiver"],
                    |(reply, receiver)| vec![reply.to_cell(), receiver.to_cell()],
                    |row: &FeedbackReceiver| (row.reply_id, row.receiver),
                    learn_feedback_receiver
                ),
                Key::Reminder(_) => rows!(
                    Reminder,
                    Reminder,
                    ["matter", "subject_id"],
                    |(matter, subject)| vec![matter.to_cell(), subject.to_cell()],
                    |row: &Reminder| (row.matter, row.subject_id),
                    learn_reminder
                ),
                Key::ClaimedStep(_) => rows!(
                    ClaimedStep,
                    ClaimedStep,
                    ["step_key"],
                    one,
                    |row: &ClaimedStep| row.key.clone(),
                    learn_claimed_step
                ),
                Key::Unasked(_) => rows!(
                    Unasked,
                    Unasked,
                    ["recipient"],
                    one,
                    |row: &Unasked| row.recipient.clone(),
                    learn_unasked
                ),
                Key::SuggestionNumber(_) => found_by!(
                    SuggestionNumber,
                    Suggestion,
                    ["number", "session"],
                    |(session, number)| vec![number.to_cell(), session.to_cell()],
                    |row: &Suggestion| (row.session, row.number.clone()),
                    learn_suggestion
                ),
                Key::HandlingUnitName(_) => found_by!(
                    HandlingUnitName,
                    HandlingUnit,
                    ["name"],
                    one,
                    |row: &HandlingUnit| row.name.clone(),
                    learn_handling_unit
                ),
                Key::AccountAt(_) => found_by!(
                    AccountAt,
                    Account,
                    ["address", "channel"],
                    |(channel, address)| vec![address.to_cell(), channel.to_cell()],
                    |row: &Account| (row.channel, row.address.clone()),
                    learn_account
                ),
                Key::DeputyCode(_) => found_by!(
                    DeputyCode,
                    Deputy,
                    ["code"],
                    one,
                    |row: &Deputy| row.code.clone(),
                    learn_deputy
                ),
                Key::OfficeCode(_) => found_by!(
                    OfficeCode,
                    Office,
                    ["code"],
                    one,
                    |row: &Office| row.code.clone(),
                    learn_office
                ),
                Key::CaseNumber(_) => found_by!(
                    CaseNumber,
                    Case,
                    ["number"],
                    one,
                    |row: &Case| row.number,
                    learn_case
                ),
                Key::InvitationCode(_) => found_by!(
                    InvitationCode,
                    Invitation,
                    ["code_hash"],
                    one,
                    |row: &Invitation| row.code_hash.clone(),
                    learn_invitation
                ),
                Key::MessageAt(_) => found_by!(
                    MessageAt,
                    Message,
                    ["account_id", "remote_id"],
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row: &Message| (row.account_id.unwrap_or(AccountId(0)), row.remote_id.unwrap_or(0)),
                    learn_message
                ),
                Key::RecordOfCase(_) => found_by!(
                    RecordOfCase,
                    RecordRow,
                    ["case_id"],
                    one,
                    |row: &RecordRow| row.case_id.unwrap_or(CaseId(0)),
                    learn_record
                ),
                Key::ReportAt(_) => found_by!(
                    ReportAt,
                    Report,
                    ["account_id", "remote_id"],
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
