//! The store against rows of the first release: every later migration keeps them, and both engines give the same answer
//! to every question and the same rows after every write.

mod beside;
mod known;

use std::fmt::Debug;

use chrono::NaiveDate;
use lianluo::domain::account::Channel;
use lianluo::domain::case::Reader;
use lianluo::domain::duty_record::RecordState;
use lianluo::domain::handbook::DutyCategory;
use lianluo::domain::ids::{
    AccountId, ActivityId, CalendarVersion, CaseId, DeputyId, FileId, HandlingUnitId, OfficeId, OutboxId,
    RecordId, ReplyId, ReportId, SuggestionId,
};
use lianluo::domain::inquiry::InquiryState;
use lianluo::domain::reminder::Matter;
use lianluo::domain::suggestion::SuggestionState;
use lianluo::domain::world::{FindBy, Key, LetterFilter, ListKey, World};
use lianluo::store::{
    DueOf, FeedbackFilter, FeedbackOf, Heard, LeaseRow, LettersOf, Notice, Reading, RecordFilter, Sealer,
    SendOutcome, SendResult, Store, SuggestionFilter,
};

use crate::support::office::databases;
use beside::{Beside, ROWS};
use known::{keys, put_all, said};

/// An hour after the last of the rows.
const NOW: i64 = 1_772_421_000_000;

/// The hash of the secret of the later rows.
const LINK: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
/// The reply of the later rows.
const REPLY: ReplyId = ReplyId(286_680_000_000_000_031);

/// The record of the first rows.
const RECORD: RecordId = RecordId(286_679_256_598_057_349);

/// The joint activity of the later rows.
const ACTIVITY: ActivityId = ActivityId(286_690_000_000_000_001);

/// The suggestion of the later rows.
const SUGGESTION: SuggestionId = SuggestionId(286_680_000_000_000_001);

/// A database as the first release left it, opened by this one.
struct Opened {
    store: Store,
    address: String,
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
        let store = Store::open(&address, Sealer::new([7; 32])).await.unwrap();
        beside.with_later_rows().await;
        opened.push(Opened {
            store,
            address,
            beside,
            _folder: folder,
        });
    }
    opened
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
            "小型农田水利设施",
            "样例〔2026〕1号",
            "代表法专题培训（示）",
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
        records("late", "", 0),
        records("", "2026-02-01/2026-03-04", -1),
        ListKey::RecordsOfReport(ReportId(1)),
        ListKey::EvidenceOf(ReportId(1)),
        ListKey::Imports,
        ListKey::RecordsOfActivity(ACTIVITY),
        ListKey::RecordsForOffice(office),
        ListKey::Activities(office),
        ListKey::HandbooksMissing { office, year: 2026 },
        ListKey::HandbooksMissing { office, year: 2025 },
        ListKey::OpenCases(reader),
        ListKey::Roster(String::new()),
        ListKey::Roster("CS".to_owned()),
        ListKey::Offices,
        ListKey::Officers(office),
        ListKey::Invitations(deputy),
        ListKey::LastImport,
        ListKey::CallBacks(case),
        ListKey::Calendars,
        ListKey::SuggestionsOf { deputy, page: 0 },
        ListKey::DraftsOf(deputy),
        ListKey::SharedDrafts,
        ListKey::DraftsHandedIn,
        ListKey::Earlier(deputy),
        ListKey::DeputiesNamed("王示一".to_owned()),
        ListKey::Numbered("S-0012".to_owned()),
        ListKey::Names(SUGGESTION),
        ListKey::NamesAsked(DeputyId(deputy.0 + 2)),
        ListKey::Assignments(SUGGESTION),
        ListKey::OpenAssignments(deputy),
        ListKey::Replies(SUGGESTION),
        ListKey::AwaitedFeedback(deputy),
        ListKey::DueFeedback {
            office: None,
            until: "2026-12-31".to_owned(),
        },
        ListKey::DueFeedback {
            office: Some(office),
            until: "2026-12-31".to_owned(),
        },
        ListKey::DueReplies {
            office: Some(office),
            until: "2026-12-31".to_owned(),
        },
        ListKey::OpenInquiries(deputy),
        ListKey::DueInquiries {
            office: None,
            until: "2026-12-31".to_owned(),
        },
        ListKey::DueInquiries {
            office: Some(office),
            until: "2026-12-31".to_owned(),
        },
        ListKey::HandlingUnits,
        ListKey::AssignmentsBefore(CalendarVersion(2)),
        ListKey::RepliesBefore(CalendarVersion(2)),
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
        says(&reading.wanted_voices(NOW, 10).await.unwrap());
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
        says(&reading.handbooks_of_office(office, 2025).await.unwrap());
        says(
            &reading
                .handbook_events(DeputyId(deputy.0 + 1), 2025)
                .await
                .unwrap(),
        );
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (step, today) = (day("2025-12-24"), day("2025-12-30"));
        says(&reading.handbooks_to_remind(2025, step, today, 10).await.unwrap());
        says(
            &reading
                .offices_to_tell_of_handbooks("handbooks-missing-2025-")
                .await
                .unwrap(),
        );
        says(&reading.due_matters(NOW, 10).await.unwrap());
        for matter in Matter::ALL {
            says(&reading.open_matters(*matter, 0, 10).await.unwrap());
        }
        says(&reading.reminder_tables_set().await.unwrap());
        for state in InquiryState::ALL {
            says(&reading.inquiries(Some(office), *state).await.unwrap());
            says(&reading.inquiries(None, *state).await.unwrap());
        }
        says(&reading.slips_to_mail(NOW, 10).await.unwrap());
        says(&reading.drafts_to_read(10).await.unwrap());
        says(&reading.drafts_to_ask_again(NOW, 10).await.unwrap());
        says(&reading.count_feedback(Some(office), "2026-03-02").await.unwrap());
        says(&reading.count_feedback(None, "2026-03-02").await.unwrap());
        for of in [
            FeedbackOf::Awaited,
            FeedbackOf::Overdue,
            FeedbackOf::Waiting,
            FeedbackOf::Done,
            FeedbackOf::Dissatisfied,
            FeedbackOf::Late,
        ] {
            for (office, words) in [(Some(office), "水利"), (None, ""), (Some(office), "")] {
                let filter = FeedbackFilter {
                    of,
                    office,
                    words: words.to_owned(),
                    today: day("2026-03-02"),
                };
                says(&reading.feedback_lines(&filter, 0, 20).await.unwrap());
            }
        }
        says(&reading.feedback_line(REPLY).await.unwrap());
        says(&reading.feedback_history(REPLY).await.unwrap());
        for filter in [
            RecordFilter {
                office,
                state: None,
                category: None,
                deputy: String::new(),
            },
            RecordFilter {
                office,
                state: Some(RecordState::Verified),
                category: Some(DutyCategory::Contact),
                deputy: "示".to_owned(),
            },
        ] {
            says(&reading.records_of_office(&filter, 0, 50).await.unwrap());
        }
        says(&reading.record_counts(office).await.unwrap());
        says(&reading.record_history(RECORD).await.unwrap());
        for of in [deputy, DeputyId(deputy.0 + 1)] {
            says(&reading.record_changes_since(of, 0).await.unwrap());
            says(&reading.handbook(of, 2026, day("2026-12-30")).await.unwrap());
        }
        says(&reading.activities_of_office(office).await.unwrap());
        says(&reading.records_of_activity(ACTIVITY).await.unwrap());
        says(&reading.unit_counts().await.unwrap());
        says(&reading.open_dead_letters(10).await.unwrap());
        says(&reading.call_list(office, NOW, 10).await.unwrap());
        says(&reading.deputy_names(office).await.unwrap());
        for filter in [
            SuggestionFilter::default(),
            SuggestionFilter {
                office: Some(office),
                state: Some(SuggestionState::HandedOut),
                deputy: Some(deputy),
                unit: Some(HandlingUnitId(286_680_000_000_000_011)),
                words: "水利".to_owned(),
            },
        ] {
            says(&reading.suggestions(&filter, 0, 50).await.unwrap());
        }
        says(&reading.suggestion_counts(Some(office)).await.unwrap());
        says(&reading.suggestion_counts(None).await.unwrap());
        let until = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        says(&reading.due(DueOf::Office(office), until, 50).await.unwrap());
        says(&reading.due(DueOf::Province, until, 1).await.unwrap());
        says(&reading.due(DueOf::Deputy(deputy), until, 50).await.unwrap());
        says(&reading.find_calendar_link(LINK).await.unwrap());
        says(&reading.suggestion_events(SUGGESTION).await.unwrap());
        says(&reading.deadline_before(CalendarVersion(2)).await.unwrap());
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
            parts: vec![4_243],
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
            case: Some(CaseId(1)),
            outcome,
            at: NOW,
        })
        .collect()
}

#[tokio::test]
async fn what_operation_asks_has_the_same_answer_on_both_engines() {
    let mut told = Vec::new();
    for mut opened in open_both().await {
        let store = &opened.store;
        assert!(Store::holds_anything(&opened.address).await.unwrap());
        store.has_room().await.unwrap();
        assert_eq!(
            opened.beside.numbers("SELECT count(*) FROM room_probes").await,
            [0]
        );
        store.set_fact("files", "one").await.unwrap();
        store.set_fact("files", "two").await.unwrap();
        store.add_fact("files", "three").await.unwrap();
        let mut reading = store.read().await.unwrap();
        assert_eq!(reading.find_fact("files").await.unwrap().as_deref(), Some("two"));
        assert_eq!(reading.find_fact("bot").await.unwrap(), None);
        let clock = reading.database_clock().await.unwrap();
        assert_eq!(clock.is_none(), store.is_sqlite());
        let hashes = opened
            .beside
            .texts("SELECT hash FROM files WHERE hash IS NOT NULL")
            .await;
        let asked: Vec<String> = hashes.iter().cloned().chain(["0".repeat(64)]).collect();
        let mut known = reading.list_known_hashes(&asked).await.unwrap();
        known.sort();
        told.push(format!(
            "{:?} {:?} {known:?}",
            reading.waiting_lanes(NOW).await.unwrap(),
            reading.count_open_dead_letters().await.unwrap(),
        ));
        assert!(!known.is_empty() && !known.contains(&"0".repeat(64)));

        // A lease changes hands only from the row that was seen.
        let leases = store.leases();
        let row = |holder: &str, until_at| LeaseRow {
            lease: "send:7".to_owned(),
            holder: holder.to_owned(),
            until_at,
        };
        assert!(leases.take(&row("a", 5), None).await.unwrap());
        assert!(!leases.take(&row("b", 6), None).await.unwrap());
        assert!(!leases.take(&row("b", 6), Some(&row("a", 4))).await.unwrap());
        assert_eq!(leases.renew("a", 7).await.unwrap(), ["send:7"]);
        assert!(leases.take(&row("b", 8), Some(&row("a", 7))).await.unwrap());
        assert!(leases.renew("a", 9).await.unwrap().is_empty());
        leases.give_back("b").await.unwrap();
        assert!(leases.list().await.unwrap().contains(&row("b", 0)));

        // Others are told with the commit; on SQLite they notice what others commit, and not what they commit themselves.
        let mut others = store.others().await.unwrap();
        if !others.waits() {
            assert_eq!(others.hear().await.unwrap(), Heard::Nothing);
        }
        let notice = Notice {
            by: 7,
            accounts: Some(vec![AccountId(5)]),
            owes: true,
            files: false,
        };
        let mut writing = store.write().await.unwrap();
        writing.tell_others(&notice).await.unwrap();
        writing.commit().await.unwrap();
        let heard = if others.waits() {
            Heard::Notice(notice)
        } else {
            Heard::Nothing
        };
        assert_eq!(others.hear().await.unwrap(), heard);
    }
    assert_eq!(told[0], told[1]);
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
