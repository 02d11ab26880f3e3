//! The store against rows of the first release: every later migration keeps them, and both engines give the same answer
//! to every question and the same rows after every write.

use std::fmt::Debug;

use lianluo::domain::account::Channel;
use lianluo::domain::case::Reader;
use lianluo::domain::ids::{
    AccountId, CaseId, DeadLetterId, DeputyId, FileId, ImportId, InvitationId, MessageId, OfficeId,
    OfficerId, OutboxId, RecordId,
};
use lianluo::domain::world::{FindBy, Key, LetterFilter, ListKey, World};
use lianluo::store::{LettersOf, Reading, Sealer, SendOutcome, SendResult, Store};
use sqlx::migrate::Migrator;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};

use crate::support::office::databases;

const ROWS: &str = include_str!("../data/rows-0001.sql");
/// An hour after the last of the rows.
const NOW: i64 = 1_772_421_000_000;

/// A connection of either engine, beside the store.
enum Beside {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

impl Beside {
    async fn connect(address: &str) -> Self {
        match address.strip_prefix("sqlite:") {
            Some(_) => Self::Sqlite(
                SqliteConnection::connect(&format!("{address}?mode=rwc"))
                    .await
                    .unwrap(),
            ),
            None => Self::Pg(PgConnection::connect(address).await.unwrap()),
        }
    }

    /// The schema of the first release alone, with its rows.
    async fn as_released_first(&mut self) {
        let folder = tempfile::tempdir().unwrap();
        let engine = match self {
            Self::Sqlite(_) => "sqlite",
            Self::Pg(_) => "postgres",
        };
        let first = std::path::Path::new("migrations")
            .join(engine)
            .join("0001_the_main_job.sql");
        std::fs::copy(&first, folder.path().join(first.file_name().unwrap())).unwrap();
        let first = Migrator::new(folder.path()).await.unwrap();
        match self {
            Self::Sqlite(connection) => {
                first.run(&mut *connection).await.unwrap();
                sqlx::raw_sql(ROWS).execute(connection).await.unwrap();
            }
            Self::Pg(connection) => {
                first.run(&mut *connection).await.unwrap();
                sqlx::raw_sql(ROWS).execute(connection).await.unwrap();
            }
        }
    }

    async fn numbers(&mut self, sql: &str) -> Vec<i64> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Self::Pg(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }

    async fn texts(&mut self, sql: &str) -> Vec<String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Self::Sqlite(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
            Self::Pg(connection) => sqlx::query_scalar(sql).fetch_all(connection).await.unwrap(),
        }
    }
}

/// A database as the first release left it, opened by this one.
struct Opened {
    store: Store,
    beside: Beside,
    _folder: tempfile::TempDir,
}

async fn open_both() -> Vec<Opened> {
    let mut opened = Vec::new();
    for address in databases().await {
        let folder = tempfile::tempdir().unwrap();
        let address = if address.is_empty() {
            format!("sqlite://{}", folder.path().join("office.db").display())
        } else {
            address
        };
        let mut beside = Beside::connect(&address).await;
        beside.as_released_first().await;
        opened.push(Opened {
            store: Store::open(&address, Sealer::new([7; 32])).await.unwrap(),
            beside,
            _folder: folder,
        });
    }
    opened
}

/// The keys of all rows, table by table, with the keys by which they are also found.
async fn keys(beside: &mut Beside) -> Vec<Key> {
    let mut keys = Vec::new();
    for (sql, key) in [
        (
            "SELECT account_id FROM accounts ORDER BY 1",
            (|id| Key::Account(AccountId(id))) as fn(i64) -> Key,
        ),
        ("SELECT deputy_id FROM deputies ORDER BY 1", |id| {
            Key::Deputy(DeputyId(id))
        }),
        ("SELECT office_id FROM offices ORDER BY 1", |id| {
            Key::Office(OfficeId(id))
        }),
        ("SELECT officer_id FROM officers ORDER BY 1", |id| {
            Key::Officer(OfficerId(id))
        }),
        ("SELECT invitation_id FROM invitations ORDER BY 1", |id| {
            Key::Invitation(InvitationId(id))
        }),
        ("SELECT case_id FROM cases ORDER BY 1", |id| Key::Case(CaseId(id))),
        ("SELECT message_id FROM messages ORDER BY 1", |id| {
            Key::Message(MessageId(id))
        }),
        ("SELECT file_id FROM files ORDER BY 1", |id| Key::File(FileId(id))),
        ("SELECT record_id FROM contact_records ORDER BY 1", |id| {
            Key::Record(RecordId(id))
        }),
        ("SELECT outbox_id FROM outbox ORDER BY 1", |id| {
            Key::Outbox(OutboxId(id))
        }),
        ("SELECT account_id FROM card_paces ORDER BY 1", |id| {
            Key::CardPace(AccountId(id))
        }),
        ("SELECT dead_letter_id FROM dead_letters ORDER BY 1", |id| {
            Key::DeadLetter(DeadLetterId(id))
        }),
        ("SELECT import_id FROM roster_imports ORDER BY 1", |id| {
            Key::Import(ImportId(id))
        }),
        ("SELECT call_back_id FROM call_backs ORDER BY 1", Key::CallBack),
        ("SELECT number FROM cases ORDER BY 1", Key::CaseNumber),
        (
            "SELECT case_id FROM contact_records WHERE case_id IS NOT NULL ORDER BY 1",
            |id| Key::RecordOfCase(CaseId(id)),
        ),
    ] {
        keys.extend(beside.numbers(sql).await.into_iter().map(key));
    }
    for (sql, key) in [
        (
            "SELECT counter FROM counters ORDER BY 1",
            Key::Counter as fn(String) -> Key,
        ),
        ("SELECT session_hash FROM sessions ORDER BY 1", Key::Session),
        ("SELECT code FROM deputies ORDER BY 1", Key::DeputyCode),
        ("SELECT code FROM offices ORDER BY 1", Key::OfficeCode),
        (
            "SELECT code_hash FROM invitations ORDER BY 1",
            Key::InvitationCode,
        ),
        (
            "SELECT address FROM accounts WHERE channel = 'telegram' ORDER BY 1",
            |address| Key::AccountAt((Channel::Telegram, address)),
        ),
    ] {
        keys.extend(beside.texts(sql).await.into_iter().map(key));
    }
    for (accounts, numbers, key) in [
        (
            "SELECT account_id FROM messages WHERE remote_id IS NOT NULL ORDER BY message_id",
            "SELECT remote_id FROM messages WHERE remote_id IS NOT NULL ORDER BY message_id",
            (|account, number| Key::MessageAt((AccountId(account), number))) as fn(i64, i64) -> Key,
        ),
        (
            "SELECT account_id FROM outbox WHERE remote_id IS NOT NULL ORDER BY outbox_id",
            "SELECT remote_id FROM outbox WHERE remote_id IS NOT NULL ORDER BY outbox_id",
            |account, number| Key::SentTo((AccountId(account), number)),
        ),
        (
            "SELECT account_id FROM parked_edits ORDER BY 1",
            "SELECT remote_id FROM parked_edits ORDER BY account_id",
            |account, number| Key::ParkedEdit((AccountId(account), number)),
        ),
        (
            "SELECT account_id FROM correspondents ORDER BY 1",
            "SELECT cast(substr(reader, 2) AS bigint) FROM correspondents ORDER BY account_id",
            |account, deputy| Key::Correspondent((AccountId(account), Reader::Deputy(DeputyId(deputy)))),
        ),
    ] {
        let (accounts, numbers) = (beside.numbers(accounts).await, beside.numbers(numbers).await);
        keys.extend(
            accounts
                .into_iter()
                .zip(numbers)
                .map(|(account, number)| key(account, number)),
        );
    }
    keys
}

/// What the world knows behind a key, in words. A new kind of key is to be asked for in [`keys`] too.
fn said(world: &World, key: &Key) -> String {
    let found: &dyn Debug = match key {
        Key::Account(it) => &world.find_account(it).unwrap().unwrap().clone(),
        Key::Deputy(it) => &world.find_deputy(it).unwrap().unwrap().clone(),
        Key::Office(it) => &world.find_office(it).unwrap().unwrap().clone(),
        Key::Officer(it) => &world.find_officer(it).unwrap().unwrap().clone(),
        Key::Invitation(it) => &world.find_invitation(it).unwrap().unwrap().clone(),
        Key::Correspondent(it) => &world.find_correspondent(it).unwrap().unwrap().clone(),
        Key::Case(it) => &world.find_case(it).unwrap().unwrap().clone(),
        Key::Message(it) => &world.find_message(it).unwrap().unwrap().clone(),
        Key::File(it) => &world.find_file(it).unwrap().unwrap().clone(),
        Key::Record(it) => &world.find_record(it).unwrap().unwrap().clone(),
        Key::Outbox(it) => &world.find_outbox_item(it).unwrap().unwrap().clone(),
        Key::Counter(it) => &world.find_counter(it).unwrap().unwrap().clone(),
        Key::CardPace(it) => &world.find_card_pace(it).unwrap().unwrap().clone(),
        Key::Session(it) => &world.find_session(it).unwrap().unwrap().clone(),
        Key::DeadLetter(it) => &world.find_dead_letter(it).unwrap().unwrap().clone(),
        Key::Import(it) => &world.find_import(it).unwrap().unwrap().clone(),
        Key::ParkedEdit(it) => &world.find_parked_edit(it).unwrap().unwrap().clone(),
        Key::CallBack(it) => &world.find_call_back(it).unwrap().unwrap().clone(),
        Key::AccountAt(it) => &world.account_at(it).unwrap().unwrap(),
        Key::DeputyCode(it) => &world.deputy_coded(it).unwrap().unwrap(),
        Key::OfficeCode(it) => &world.office_coded(it).unwrap().unwrap(),
        Key::CaseNumber(it) => &world.case_numbered(it).unwrap().unwrap(),
        Key::InvitationCode(it) => &world.invitation_coded(it).unwrap().unwrap(),
        Key::MessageAt(it) => &world.message_at(it).unwrap().unwrap(),
        // Not every message of the bot belongs to a case.
        Key::SentTo(it) => &world.case_of_sent(it).unwrap(),
        Key::RecordOfCase(it) => &world.record_of_case(it).unwrap().unwrap(),
        Key::List(it) => &world.list(it).unwrap().clone(),
    };
    format!("{key:?}: {found:?}")
}

async fn asked(reading: &mut Reading, keys: &[Key]) -> Vec<String> {
    let mut world = World::default();
    reading.load(keys, &mut world).await.unwrap();
    keys.iter().map(|key| said(&world, key)).collect()
}

#[tokio::test]
async fn rows_of_the_first_release_are_read_after_every_later_migration() {
    let mut told = Vec::new();
    for mut opened in open_both().await {
        let keys = keys(&mut opened.beside).await;
        let rows = asked(&mut opened.store.read().await.unwrap(), &keys).await;
        let all = rows.join("\n");
        // What was sealed opens again, what was said is said, what was confirmed is confirmed.
        for words in [
            "二十三户稻田缺水",
            "13900000099",
            "陈示一二",
            "石塘村",
            "Confirmed",
            "Answered",
            "Ended",
            "CS-002",
        ] {
            assert!(all.contains(words), "{words} is not in\n{all}");
        }
        for table in ROWS.lines().filter_map(|line| line.strip_prefix("INSERT INTO ")) {
            let table = table.split(' ').next().unwrap();
            let given = ROWS.matches(&format!("INSERT INTO {table} ")).count();
            let kept = opened
                .beside
                .numbers(&format!("SELECT count(*) FROM {table}"))
                .await;
            assert_eq!(kept, [i64::try_from(given).unwrap()], "{table}");
        }
        told.push(rows);
        opened.store.close().await;
    }
    assert_eq!(told[0], told[1]);
}

/// Every list that can be asked for; a new one is to be added.
fn lists(deputy: DeputyId, office: OfficeId, account: AccountId, case: CaseId) -> Vec<ListKey> {
    let reader = Reader::Deputy(deputy);
    let records = |state: &str, on: &str, page| ListKey::Records {
        deputy,
        state: state.to_owned(),
        on: on.to_owned(),
        page,
    };
    let finder = |by| ListKey::Finder { by, page: 0 };
    let letters = |filter| ListKey::Letters {
        reader,
        filter,
        page: 0,
    };
    vec![
        letters(LetterFilter::Open),
        letters(LetterFilter::Answered),
        letters(LetterFilter::Ended),
        ListKey::CasesOf { account, page: 0 },
        ListKey::Messages(case),
        finder(FindBy::Unit("CS".to_owned())),
        finder(FindBy::Name("陈%示_".to_owned())),
        finder(FindBy::Name("示".to_owned())),
        finder(FindBy::Field("教育".to_owned())),
        records("", "", 0),
        records("draft", "2026", 0),
        records("confirmed", "2026-03-02", 0),
        records("confirmed", "2026", -1),
        ListKey::OpenCases(reader),
        ListKey::Roster(String::new()),
        ListKey::Roster("CS".to_owned()),
        ListKey::Offices,
        ListKey::Officers(office),
        ListKey::Invitations(deputy),
        ListKey::LastImport,
        ListKey::CallBacks(case),
    ]
}

#[tokio::test]
async fn every_question_has_the_same_answer_on_both_engines() {
    let mut told = Vec::new();
    for mut opened in open_both().await {
        let beside = &mut opened.beside;
        let deputy = DeputyId(
            beside
                .numbers("SELECT deputy_id FROM deputies WHERE code = 'CS-001'")
                .await[0],
        );
        let office = OfficeId(
            beside
                .numbers("SELECT office_id FROM offices WHERE code = 'CS'")
                .await[0],
        );
        let case = CaseId(beside.numbers("SELECT min(case_id) FROM cases").await[0]);
        let writer = AccountId(
            beside
                .numbers("SELECT account_id FROM cases ORDER BY case_id")
                .await[0],
        );
        let file = FileId(beside.numbers("SELECT file_id FROM files").await[0]);
        let mut reading = opened.store.read().await.unwrap();
        let keys: Vec<Key> = lists(deputy, office, writer, case)
            .into_iter()
            .map(Key::List)
            .collect();
        let mut answers = asked(&mut reading, &keys).await;
        let mut says = |what: &dyn Debug| answers.push(format!("{what:?}"));
        says(&opened.store.takes_writes().await);
        says(&reading.answers().await.unwrap());
        says(&reading.wanted_files(NOW, 10).await.unwrap());
        says(&reading.unfetched(NOW, 10).await.unwrap());
        says(&reading.file(file).await.unwrap());
        for channel in [Channel::Telegram, Channel::Web] {
            says(
                &reading
                    .due_items(channel, NOW, (0, OutboxId(0)), 50)
                    .await
                    .unwrap(),
            );
            says(&reading.next_due_at(channel, 0).await.unwrap());
        }
        says(&reading.bubbles(writer, 0, NOW, 50).await.unwrap());
        for of in [
            LettersOf::Open,
            LettersOf::Office,
            LettersOf::Answered,
            LettersOf::Ended,
        ] {
            says(&reading.letters_of_office(office, of, 0, 50).await.unwrap());
        }
        says(&reading.deputies_of_office(office, NOW).await.unwrap());
        says(&reading.unit_counts().await.unwrap());
        says(&reading.open_dead_letters(10).await.unwrap());
        says(&reading.call_list(office, NOW, 10).await.unwrap());
        says(&reading.deputy_names(office).await.unwrap());
        says(&reading.audit_from(0, 50).await.unwrap());
        says(
            &reading
                .look(|world| Ok(world.office(&office)?.clone()))
                .await
                .unwrap()
                .unwrap(),
        );
        told.push(answers);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn every_write_leaves_the_same_rows_on_both_engines() {
    let mut told = Vec::new();
    for mut opened in open_both().await {
        let keys = keys(&mut opened.beside).await;
        let mut writing = opened.store.write().await.unwrap();
        let names = ["a", "b", "a", "web:session:sample"].map(str::to_owned);
        let mut claimed: Vec<String> = writing
            .claim_keys(&names, NOW)
            .await
            .unwrap()
            .into_iter()
            .collect();
        claimed.sort();
        assert_eq!(claimed, ["a", "b"]);

        // Every row is written once more as it is.
        let mut world = World::default();
        writing.load(&keys, &mut world).await.unwrap();
        put_all(&mut world, &keys);
        let changes = world.take_changes();
        assert!(!changes.is_empty());
        writing.save(changes).await.unwrap();
        writing
            .save_results(&results(&mut opened.beside).await)
            .await
            .unwrap();
        writing.commit().await.unwrap();
        let mut rows = asked(&mut opened.store.read().await.unwrap(), &keys).await;

        // What is taken back leaves nothing.
        let mut writing = opened.store.write().await.unwrap();
        writing.claim_keys(&["c".to_owned()], NOW).await.unwrap();
        writing.rollback().await;
        assert!(
            opened
                .beside
                .texts("SELECT input_key FROM input_keys WHERE input_key = 'c'")
                .await
                .is_empty()
        );

        // What is past is forgotten; of letters that have ended the words are erased.
        let mut writing = opened.store.write().await.unwrap();
        let later = NOW + 400 * 86_400_000;
        rows.push(format!("{:?}", writing.forget(later, later).await.unwrap()));
        rows.push(format!(
            "{:?}",
            writing.erase_ended(later, later, 10).await.unwrap()
        ));
        writing.commit().await.unwrap();
        for sql in [
            "SELECT text FROM messages ORDER BY message_id",
            "SELECT state FROM call_backs ORDER BY call_back_id",
            "SELECT state FROM outbox ORDER BY outbox_id",
        ] {
            rows.push(format!("{:?}", opened.beside.texts(sql).await));
        }
        told.push(rows);
    }
    assert_eq!(told[0], told[1]);
}

/// Each outcome that a try to send can have, for items that wait again.
async fn results(beside: &mut Beside) -> Vec<SendResult> {
    let items = beside.numbers("SELECT outbox_id FROM outbox ORDER BY 1").await;
    let accounts = beside
        .numbers("SELECT account_id FROM outbox ORDER BY outbox_id")
        .await;
    let again = SendOutcome::RetryAt {
        at: NOW,
        failure: "network",
        uncertain: true,
    };
    let outcomes = [
        SendOutcome::Begun,
        SendOutcome::Sent {
            remote_id: Some(1),
            hash: "hash".to_owned(),
        },
        again,
        SendOutcome::Blocked,
        SendOutcome::Gone,
        SendOutcome::Moved("7:9".to_owned()),
        SendOutcome::GivenUp("too long"),
        SendOutcome::Silenced,
    ];
    let outcomes = outcomes.into_iter().zip(items.into_iter().zip(accounts));
    outcomes
        .map(|(outcome, (item, account))| SendResult {
            item: OutboxId(item),
            account: AccountId(account),
            case: None,
            outcome,
            at: NOW,
        })
        .collect()
}

/// Puts every loaded row again.
fn put_all(world: &mut World, keys: &[Key]) {
    for key in keys {
        match key {
            Key::Account(it) => world.put_account(world.account(it).unwrap().clone()),
            Key::Deputy(it) => world.put_deputy(world.deputy(it).unwrap().clone()),
            Key::Office(it) => world.put_office(world.office(it).unwrap().clone()),
            Key::Officer(it) => world.put_officer(world.officer(it).unwrap().clone()),
            Key::Invitation(it) => world.put_invitation(world.invitation(it).unwrap().clone()),
            Key::Correspondent(it) => world.put_correspondent(world.correspondent(it).unwrap().clone()),
            Key::Case(it) => world.put_case(world.case(it).unwrap().clone()),
            Key::Message(it) => world.put_message(world.message(it).unwrap().clone()),
            Key::File(it) => world.put_file(world.file(it).unwrap().clone()),
            Key::Record(it) => world.put_record(world.record(it).unwrap().clone()),
            Key::Outbox(it) => {
                let mut item = world.outbox_item(it).unwrap().clone();
                item.state = lianluo::domain::outbox::OutboxState::Waiting;
                world.put_outbox_item(item);
            }
            Key::Counter(it) => world.put_counter(world.counter(it).unwrap().clone()),
            Key::CardPace(it) => world.put_card_pace(world.card_pace(it).unwrap().clone()),
            Key::Session(it) => world.put_session(world.session(it).unwrap().clone()),
            Key::DeadLetter(it) => world.put_dead_letter(world.dead_letter(it).unwrap().clone()),
            Key::Import(it) => world.put_import(world.import(it).unwrap().clone()),
            Key::ParkedEdit(it) => world.put_parked_edit(world.parked_edit(it).unwrap().clone()),
            Key::CallBack(it) => world.put_call_back(world.call_back(it).unwrap().clone()),
            _ => {}
        }
    }
}

/// A question that no test here asks would be SQL that only one engine has seen.
#[test]
fn every_question_of_the_store_is_asked_here() {
    let here = include_str!("store_rows.rs");
    let mut unasked = Vec::new();
    for file in std::fs::read_dir("src/store").unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for part in text.split("pub async fn ").skip(1) {
            let name: String = part
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            // A copy is made of an SQLite file alone: `cli::storage`.
            if name != "copy_to" && !here.contains(&format!("{name}(")) {
                unasked.push(name);
            }
        }
    }
    assert!(unasked.is_empty(), "{unasked:?}");
}
