//! Loads what deciding and rendering ask for: one statement a kind of key, padded to powers of two.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;
use std::sync::{LazyLock, Mutex};

use crate::domain::account::Account;
use crate::domain::assignment::HandlingUnit;
use crate::domain::case::{Case, Correspondent};
use crate::domain::ids::AccountId;
use crate::domain::keeping::ParkedEdit;
use crate::domain::message::Message;
use crate::domain::people::{Deputy, Invitation, Office};
use crate::domain::record::{Activity, Evidence, RecordRow, Report};
use crate::domain::suggestion::Suggestion;
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

macro_rules! load_rows {
    ($conn:expr, $sealer:expr, $world:expr, $keys:expr, $variant:ident, $row:ty, $by:expr, $cells:expr, $of:expr, $learn:ident) => {{
        let keys: Vec<_> = $keys
            .iter()
            .filter_map(|key| {
                if let Key::$variant(key) = key {
                    Some(key.clone())
                } else {
                    None
                }
            })
            .collect();
        let cells: Vec<Vec<Cell>> = keys.iter().map($cells).collect();
        let rows = rows_by($conn, shape_of::<$row>(), stringify!($variant), $by, cells).await?;
        let rows: Vec<$row> = read(&rows, $sealer)?;
        let mut found: HashMap<_, $row> = HashMap::with_capacity(rows.len());
        for row in rows {
            found.insert($of(&row), row);
        }
        for key in keys {
            let row = found.remove(&key);
            $world.$learn(key, row);
        }
    }};
}

/// Rows found by a second key: the row is learned too, so that the next round needs no statement.
#[expect(
    clippy::too_many_arguments,
    reason = "one shape for all second keys; each call names its columns and closures"
)]
async fn by_index<T, K, F>(
    conn: &mut Conn,
    sealer: &Sealer,
    world: &mut World,
    purpose: &'static str,
    by: &[&str],
    keys: &[(Key, K)],
    cells: fn(&K) -> Vec<Cell>,
    of: F,
    learn: fn(&mut World, T) -> i64,
) -> Result<(), StoreError>
where
    T: Table,
    K: Eq + Hash + Clone,
    F: Fn(&T) -> K,
{
    let rows = rows_by(
        conn,
        shape_of::<T>(),
        purpose,
        by,
        keys.iter().map(|(_, key)| cells(key)).collect(),
    )
    .await?;
    let rows: Vec<T> = read(&rows, sealer)?;
    let mut found: HashMap<K, i64> = HashMap::with_capacity(rows.len());
    for row in rows {
        let key = of(&row);
        let id = learn(world, row);
        found.insert(key, id);
    }
    for (key, of) in keys {
        world.learn_index(key, found.get(of).copied());
    }
    Ok(())
}

macro_rules! index {
    ($keys:expr, $variant:ident) => {
        $keys
            .iter()
            .filter_map(|key| {
                if let Key::$variant(of) = key {
                    Some((key.clone(), of.clone()))
                } else {
                    None
                }
            })
            .collect::<Vec<_>>()
    };
}

async fn load(conn: &mut Conn, sealer: &Sealer, keys: &[Key], world: &mut World) -> Result<(), StoreError> {
    for (_, keys) in Sorted::new(keys).kinds {
        let Some(first) = keys.first() else { continue };
        match first {
            Key::Account(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Account,
                    Account,
                    &["account_id"],
                    one,
                    |row: &Account| row.id,
                    learn_account
                );
            }
            Key::Deputy(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Deputy,
                    Deputy,
                    &["deputy_id"],
                    one,
                    |row: &Deputy| row.id,
                    learn_deputy
                );
            }
            Key::Office(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Office,
                    Office,
                    &["office_id"],
                    one,
                    |row: &Office| row.id,
                    learn_office
                );
            }
            Key::Officer(_) => {
                use crate::domain::people::Officer;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Officer,
                    Officer,
                    &["officer_id"],
                    one,
                    |row: &Officer| row.id,
                    learn_officer
                );
            }
            Key::Invitation(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Invitation,
                    Invitation,
                    &["invitation_id"],
                    one,
                    |row: &Invitation| row.id,
                    learn_invitation
                );
            }
            Key::Correspondent(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Correspondent,
                    Correspondent,
                    &["account_id", "reader"],
                    |(account, reader)| vec![account.to_cell(), reader.to_cell()],
                    |row: &Correspondent| (row.account_id, row.reader),
                    learn_correspondent
                );
            }
            Key::Case(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Case,
                    Case,
                    &["case_id"],
                    one,
                    |row: &Case| row.id,
                    learn_case
                );
            }
            Key::Message(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Message,
                    Message,
                    &["message_id"],
                    one,
                    |row: &Message| row.id,
                    learn_message
                );
            }
            Key::File(_) => {
                use crate::domain::message::File;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    File,
                    File,
                    &["file_id"],
                    one,
                    |row: &File| row.id,
                    learn_file
                );
            }
            Key::Report(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Report,
                    Report,
                    &["report_id"],
                    one,
                    |row: &Report| row.id,
                    learn_report
                );
            }
            Key::Evidence(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Evidence,
                    Evidence,
                    &["file_id"],
                    one,
                    |row: &Evidence| row.file_id,
                    learn_evidence
                );
            }
            Key::Activity(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Activity,
                    Activity,
                    &["activity_id"],
                    one,
                    |row: &Activity| row.id,
                    learn_activity
                );
            }
            Key::Record(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Record,
                    RecordRow,
                    &["record_id"],
                    one,
                    |row: &RecordRow| row.id,
                    learn_record
                );
            }
            Key::Outbox(_) => {
                use crate::domain::outbox::OutboxItem;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Outbox,
                    OutboxItem,
                    &["outbox_id"],
                    one,
                    |row: &OutboxItem| row.id,
                    learn_outbox_item
                );
            }
            Key::Counter(_) => {
                use crate::domain::keeping::Counter;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Counter,
                    Counter,
                    &["counter"],
                    one,
                    |row: &Counter| row.name.clone(),
                    learn_counter
                );
            }
            Key::CardPace(_) => {
                use crate::domain::keeping::CardPace;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    CardPace,
                    CardPace,
                    &["account_id"],
                    one,
                    |row: &CardPace| row.account_id,
                    learn_card_pace
                );
            }
            Key::Session(_) => {
                use crate::domain::keeping::Session;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Session,
                    Session,
                    &["session_hash"],
                    one,
                    |row: &Session| row.hash.clone(),
                    learn_session
                );
            }
            Key::DeadLetter(_) => {
                use crate::domain::keeping::DeadLetter;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    DeadLetter,
                    DeadLetter,
                    &["dead_letter_id"],
                    one,
                    |row: &DeadLetter| row.id,
                    learn_dead_letter
                );
            }
            Key::Import(_) => {
                use crate::domain::keeping::RosterImport;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Import,
                    RosterImport,
                    &["import_id"],
                    one,
                    |row: &RosterImport| row.id,
                    learn_import
                );
            }
            Key::Calendar(_) => {
                use crate::domain::calendar::CalendarRow;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Calendar,
                    CalendarRow,
                    &["calendar_version"],
                    one,
                    |row: &CalendarRow| row.version,
                    learn_calendar
                );
            }
            Key::ParkedEdit(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    ParkedEdit,
                    ParkedEdit,
                    &["account_id", "remote_id"],
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row: &ParkedEdit| (row.account_id, row.remote_id),
                    learn_parked_edit
                );
            }
            Key::Handbook(_) => {
                use crate::domain::handbook_life::HandbookRow;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Handbook,
                    HandbookRow,
                    &["deputy_id", "year"],
                    |(deputy, year)| vec![deputy.to_cell(), year.to_cell()],
                    |row: &HandbookRow| (row.deputy_id, row.year),
                    learn_handbook
                );
            }
            Key::CallBack(_) => {
                use crate::domain::keeping::CallBack;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    CallBack,
                    CallBack,
                    &["call_back_id"],
                    one,
                    |row: &CallBack| row.id,
                    learn_call_back
                );
            }
            Key::Suggestion(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Suggestion,
                    Suggestion,
                    &["suggestion_id"],
                    one,
                    |row: &Suggestion| row.id,
                    learn_suggestion
                );
            }
            Key::SuggestionName(_) => {
                use crate::domain::suggestion::SuggestionName;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    SuggestionName,
                    SuggestionName,
                    &["suggestion_id", "deputy_id"],
                    |(suggestion, deputy)| vec![suggestion.to_cell(), deputy.to_cell()],
                    |row: &SuggestionName| (row.suggestion_id, row.deputy_id),
                    learn_suggestion_name
                );
            }
            Key::HandlingUnit(_) => {
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    HandlingUnit,
                    HandlingUnit,
                    &["handling_unit_id"],
                    one,
                    |row: &HandlingUnit| row.id,
                    learn_handling_unit
                );
            }
            Key::Assignment(_) => {
                use crate::domain::assignment::Assignment;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Assignment,
                    Assignment,
                    &["assignment_id"],
                    one,
                    |row: &Assignment| row.id,
                    learn_assignment
                );
            }
            Key::Reply(_) => {
                use crate::domain::reply::Reply;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Reply,
                    Reply,
                    &["reply_id"],
                    one,
                    |row: &Reply| row.id,
                    learn_reply
                );
            }
            Key::Feedback(_) => {
                use crate::domain::feedback::Feedback;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Feedback,
                    Feedback,
                    &["reply_id"],
                    one,
                    |row: &Feedback| row.reply_id,
                    learn_feedback
                );
            }
            Key::FeedbackReceiver(_) => {
                use crate::domain::feedback::FeedbackReceiver;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    FeedbackReceiver,
                    FeedbackReceiver,
                    &["reply_id", "receiver"],
                    |(reply, receiver)| vec![reply.to_cell(), receiver.to_cell()],
                    |row: &FeedbackReceiver| (row.reply_id, row.receiver),
                    learn_feedback_receiver
                );
            }
            Key::Reminder(_) => {
                use crate::domain::reminder::Reminder;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Reminder,
                    Reminder,
                    &["matter", "subject_id"],
                    |(matter, subject)| vec![matter.to_cell(), subject.to_cell()],
                    |row: &Reminder| (row.matter, row.subject_id),
                    learn_reminder
                );
            }
            Key::ClaimedStep(_) => {
                use crate::domain::reminder::ClaimedStep;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    ClaimedStep,
                    ClaimedStep,
                    &["step_key"],
                    one,
                    |row: &ClaimedStep| row.key.clone(),
                    learn_claimed_step
                );
            }
            Key::Unasked(_) => {
                use crate::domain::reminder::Unasked;
                load_rows!(
                    conn,
                    sealer,
                    world,
                    keys,
                    Unasked,
                    Unasked,
                    &["recipient"],
                    one,
                    |row: &Unasked| row.recipient.clone(),
                    learn_unasked
                );
            }
            Key::SuggestionNumber(_) => {
                by_index::<Suggestion, _, _>(
                    conn,
                    sealer,
                    world,
                    "SuggestionNumber",
                    &["number", "session"],
                    &index!(keys, SuggestionNumber),
                    |(session, number)| vec![number.to_cell(), session.to_cell()],
                    |row| (row.session, row.number.clone()),
                    |world, row| {
                        let id = row.id;
                        world.learn_suggestion(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::HandlingUnitName(_) => {
                by_index::<HandlingUnit, _, _>(
                    conn,
                    sealer,
                    world,
                    "HandlingUnitName",
                    &["name"],
                    &index!(keys, HandlingUnitName),
                    one,
                    |row| row.name.clone(),
                    |world, row| {
                        let id = row.id;
                        world.learn_handling_unit(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::AccountAt(_) => {
                by_index::<Account, _, _>(
                    conn,
                    sealer,
                    world,
                    "AccountAt",
                    &["address", "channel"],
                    &index!(keys, AccountAt),
                    |(channel, address)| vec![address.to_cell(), channel.to_cell()],
                    |row| (row.channel, row.address.clone()),
                    |world, row| {
                        let id = row.id;
                        world.learn_account(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::DeputyCode(_) => {
                by_index::<Deputy, _, _>(
                    conn,
                    sealer,
                    world,
                    "DeputyCode",
                    &["code"],
                    &index!(keys, DeputyCode),
                    one,
                    |row| row.code.clone(),
                    |world, row| {
                        let id = row.id;
                        world.learn_deputy(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::OfficeCode(_) => {
                by_index::<Office, _, _>(
                    conn,
                    sealer,
                    world,
                    "OfficeCode",
                    &["code"],
                    &index!(keys, OfficeCode),
                    one,
                    |row| row.code.clone(),
                    |world, row| {
                        let id = row.id;
                        world.learn_office(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::CaseNumber(_) => {
                by_index::<Case, _, _>(
                    conn,
                    sealer,
                    world,
                    "CaseNumber",
                    &["number"],
                    &index!(keys, CaseNumber),
                    one,
                    |row| row.number,
                    |world, row| {
                        let id = row.id;
                        world.learn_case(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::InvitationCode(_) => {
                by_index::<Invitation, _, _>(
                    conn,
                    sealer,
                    world,
                    "InvitationCode",
                    &["code_hash"],
                    &index!(keys, InvitationCode),
                    one,
                    |row| row.code_hash.clone(),
                    |world, row| {
                        let id = row.id;
                        world.learn_invitation(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::MessageAt(_) => {
                by_index::<Message, _, _>(
                    conn,
                    sealer,
                    world,
                    "MessageAt",
                    &["account_id", "remote_id"],
                    &index!(keys, MessageAt),
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row| (row.account_id.unwrap_or(AccountId(0)), row.remote_id.unwrap_or(0)),
                    |world, row| {
                        let id = row.id;
                        world.learn_message(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::RecordOfCase(_) => {
                by_index::<RecordRow, _, _>(
                    conn,
                    sealer,
                    world,
                    "RecordOfCase",
                    &["case_id"],
                    &index!(keys, RecordOfCase),
                    one,
                    |row| row.case_id.unwrap_or(crate::domain::ids::CaseId(0)),
                    |world, row| {
                        let id = row.id;
                        world.learn_record(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::ReportAt(_) => {
                by_index::<Report, _, _>(
                    conn,
                    sealer,
                    world,
                    "ReportAt",
                    &["account_id", "remote_id"],
                    &index!(keys, ReportAt),
                    |(account, remote)| vec![account.to_cell(), remote.to_cell()],
                    |row| (row.account_id, row.remote_id.unwrap_or(0)),
                    |world, row| {
                        let id = row.id;
                        world.learn_report(id, Some(row));
                        id.0
                    },
                )
                .await?;
            }
            Key::SentTo(_) => {
                use crate::domain::outbox::OutboxItem;
                let keys = index!(keys, SentTo);
                let cells = keys
                    .iter()
                    .map(|(_, (account, remote))| vec![account.to_cell(), remote.to_cell()])
                    .collect();
                let rows = rows_by(
                    conn,
                    shape_of::<OutboxItem>(),
                    "SentTo",
                    &["account_id", "remote_id"],
                    cells,
                )
                .await?;
                let rows: Vec<OutboxItem> = read(&rows, sealer)?;
                for (key, (account, remote)) in keys {
                    let first = rows
                        .iter()
                        .find(|row| row.account_id == account && row.remote_id == Some(remote));
                    let case = match first {
                        Some(row) => row.case_id.map(|case| case.0),
                        None => case_of_part(conn, account, remote).await?,
                    };
                    world.learn_index(&key, case);
                }
            }
            Key::List(_) => {
                for key in keys {
                    if let Key::List(key) = key {
                        let list = lists::read(conn, &key).await?;
                        world.learn_list(key, list);
                    }
                }
            }
        }
    }
    Ok(())
}

/// The case of a part behind the first: of an album, or of an answer longer than one message.
async fn case_of_part(conn: &mut Conn, account: AccountId, remote: i64) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT case_id FROM sent_parts WHERE account_id = $1 AND remote_id = $2".into();
    let rows = conn
        .rows(&sql, vec![account.to_cell(), Cell::Int(remote)])
        .await?;
    rows.first().map(|row| row.cells().int(0)).transpose()
}

impl Writing {
    /// Loads what the keys name into the world.
    pub async fn load(&mut self, keys: &[Key], world: &mut World) -> Result<(), StoreError> {
        let sealer = Arc::clone(&self.sealer);
        load(&mut self.conn, &sealer, keys, world).await
    }
}

impl Reading {
    /// Loads what the keys name into the world.
    pub async fn load(&mut self, keys: &[Key], world: &mut World) -> Result<(), StoreError> {
        let sealer = Arc::clone(&self.sealer);
        load(&mut self.conn, &sealer, keys, world).await
    }
}
