//! 履职档案 at the desk: verified facts alone, apart from the handbook; and a year in which somebody comes, is suspended, leaves or
//! moves to another unit.

use lianluo::domain::answer::Answer;
use lianluo::domain::button::Act;
use lianluo::domain::command::{Command, HandbookForm};
use lianluo::domain::electing_unit::ElectingUnit;
use lianluo::domain::ids::{RecordId, ReportId};
use lianluo::domain::people::DeputyStatus;
use lianluo::domain::record::command::{RecordCommand, SeenRecord};
use lianluo::domain::roster::{ElectedOn, RosterEntry};

use super::browser::{Browser, Desk};

const DAY_MS: i64 = 86_400_000;

/// The deputy tells of something and confirms it; the record.
async fn tells(desk: &Desk, deputy: &Browser, words: &str) -> RecordId {
    desk.says(deputy, words).await;
    let report = ReportId(desk.count("SELECT max(report_id) FROM reports").await);
    desk.taps(deputy, &Act::ConfirmReport(report)).await;
    RecordId(desk.count("SELECT max(record_id) FROM contact_records").await)
}

async fn verifies(desk: &Desk, record: RecordId) {
    let seen = SeenRecord {
        record,
        version: None,
    };
    let answer = desk
        .give(Command::Record(RecordCommand::Verify(vec![seen])))
        .await;
    assert_eq!(answer, Answer::RecordsVerified { verified: 1, left: 0 });
}

/// A roster in which one entry is another.
async fn roster(desk: &Desk, hash: &str, change: impl Fn(&mut RosterEntry)) {
    let mut entries = crate::support::office::sample_roster();
    entries.iter_mut().for_each(change);
    let answer = desk
        .give(Command::ImportRoster {
            entries,
            file_hash: hash.into(),
            basis: String::new(),
            unit: None,
        })
        .await;
    assert!(matches!(answer, Answer::Imported { .. }), "{answer:?}");
}

async fn json(officer: &Browser, path: &str) -> serde_json::Value {
    let page = officer.get(path).await.shown();
    assert_eq!(page.kind, "application/json");
    serde_json::from_slice(&page.bytes).unwrap()
}

fn lines(book: &serde_json::Value) -> usize {
    let sections = book["sections"].as_array().unwrap();
    sections
        .iter()
        .map(|section| section["lines"].as_array().unwrap().len())
        .sum()
}

#[tokio::test]
async fn the_dossier_holds_what_is_verified_and_the_handbook_what_is_confirmed() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let first = tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    tells(&desk, &deputy, "昨天参加执法检查，在示例河，看水污染防治法的实施").await;
    verifies(&desk, first).await;

    let page = officer.get("/desk/dossier/CS-001?year=2026").await.shown();
    for words in ["石桥村", "没有写进本档案", "截至 2026 年 3 月 2 日：在任", "未交"] {
        assert!(page.has(words), "{words}: {}", page.text);
    }
    assert!(
        !page.has("示例河"),
        "what is not verified stays out: {}",
        page.text
    );
    let dossier = json(&officer, "/desk/dossier/CS-001/export?year=2026&format=json").await;
    let handbook = json(&officer, "/desk/deputies/CS-001/handbook?year=2026&format=json").await;
    assert_eq!((lines(&dossier), lines(&handbook)), (1, 2));
    assert_eq!(
        (&dossier["format"], &handbook["format"]),
        (&"lianluo.dossier/1".into(), &"lianluo.handbook/1".into())
    );
    assert_eq!(dossier["not_verified"], 1);
    assert!(handbook.get("status").is_none());
    for (format, begins) in [("docx", b"PK".as_slice()), ("xlsx", b"PK"), ("pdf", b"%PDF")] {
        let file = officer
            .get(&format!("/desk/dossier/CS-001/export?year=2026&format={format}"))
            .await
            .shown();
        assert!(file.bytes.starts_with(begins), "{format}");
        assert!(
            file.disposition
                .contains(&format!("dossier-CS-001-2026.{format}")),
            "{}",
            file.disposition
        );
    }
    for path in [
        "/desk/dossier/CS-001/export?year=2026&format=log",
        "/desk/dossier/CS-001/export?format=pdf",
        "/desk/dossier/CS-999?year=2026",
    ] {
        assert_eq!(officer.get(path).await.status, 404, "{path}");
    }

    // Who is missing, and the receipt of a paper book, on the list of the year.
    let list = officer
        .get("/desk/dossier?year=2026")
        .await
        .shown()
        .says("应交 9，已收 0，未交 9");
    assert!(list.has("未交的代表：陈示一二、王示一"), "{}", list.text);
    desk.give(Command::TakeInHandbooks {
        deputies: vec![desk.deputy("CS-001").await],
        year: 2026,
        form: HandbookForm::Paper,
    })
    .await;
    officer
        .get("/desk/dossier?year=2026")
        .await
        .shown()
        .says("应交 9，已收 1，未交 8")
        .says("已收纸质");

    let elsewhere = desk.officer("HY", "王示三").await;
    for path in [
        "/desk/dossier/CS-001?year=2026",
        "/desk/dossier/CS-001/export?year=2026&format=json",
        "/desk/dossier?unit=CS",
    ] {
        assert_eq!(elsewhere.get(path).await.status, 404, "{path}");
    }
    assert_eq!(deputy.get("/desk/dossier").await.status, 401);
    let province = desk.officer("HN", "赵示五").await;
    province
        .get("/desk/dossier?unit=CS&year=2026")
        .await
        .shown()
        .says("陈示一二");
}

#[tokio::test]
async fn a_by_election_begins_a_dossier_and_blames_nobody_for_the_years_before() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    officer
        .get("/desk/dossier?year=2025")
        .await
        .shown()
        .says("CS-001");
    let elected = ElectedOn::read("2026-02-20").unwrap();
    roster(&desk, "by-election", |entry| {
        if entry.code.as_str() == "CS-001" {
            entry.elected_on = Some(elected);
        }
    })
    .await;
    let before = officer.get("/desk/dossier?year=2025").await.shown();
    assert!(!before.has("CS-001"), "{}", before.text);
    assert_eq!(officer.get("/desk/dossier/CS-001?year=2025").await.status, 404);
    let handbooks = officer.get("/desk/handbooks?year=2025").await.shown();
    assert!(!handbooks.has("CS-001"), "{}", handbooks.text);
    officer
        .get("/desk/dossier/CS-001?year=2026")
        .await
        .shown()
        .says("本年度自 2026 年 2 月 20 日起任职");
}

#[tokio::test]
async fn suspension_and_the_end_of_office_in_mid_year_are_told_and_nobody_is_asked_for_a_handbook() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let record = tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    verifies(&desk, record).await;
    let status = |status: DeputyStatus| {
        move |entry: &mut RosterEntry| {
            if entry.code.as_str() == "CS-001" {
                entry.status = status;
            }
        }
    };
    desk.clock.step(60 * DAY_MS);
    roster(&desk, "suspended", status(DeputyStatus::Suspended)).await;
    let said = desk.count("SELECT count(*) FROM contact_records").await;
    desk.says(&deputy, "今天去示例社区座谈，5人，谈养老").await;
    assert_eq!(
        desk.count("SELECT count(*) FROM contact_records").await,
        said,
        "nothing new while suspended"
    );
    officer
        .get("/desk/dossier/CS-001?year=2026")
        .await
        .shown()
        .says("2026 年 5 月 1 日名册登记为“暂停执行代表职务”")
        .says("截至 2026 年 5 月 1 日：暂停执行代表职务")
        .says("石桥村");
    officer
        .get("/desk/dossier?year=2026")
        .await
        .shown()
        .says("应交 8，已收 0，未交 8")
        .says("不在任，不催交");
    desk.clock.step(30 * DAY_MS);
    roster(&desk, "back", status(DeputyStatus::InOffice)).await;
    desk.clock.step(30 * DAY_MS);
    roster(&desk, "ended", status(DeputyStatus::Ended)).await;
    let page = officer.get("/desk/dossier/CS-001?year=2026").await.shown();
    for words in [
        "2026 年 5 月 31 日名册登记为“在任”",
        "2026 年 6 月 30 日名册登记为“代表资格已终止”",
        "截至 2026 年 6 月 30 日：代表资格已终止",
        "石桥村",
    ] {
        assert!(page.has(words), "{words}: {}", page.text);
    }
    // Whoever left with records of the year stays in its list.
    officer
        .get("/desk/dossier?year=2026")
        .await
        .shown()
        .says("CS-001");
}

#[tokio::test]
async fn a_deputy_who_moves_to_another_unit_takes_the_dossier_along() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let (old, new) = (
        desk.officer("CS", "李示二").await,
        desk.officer("HY", "王示三").await,
    );
    let first = tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    verifies(&desk, first).await;
    desk.clock.step(60 * DAY_MS);
    roster(&desk, "moved", |entry| {
        if entry.code.as_str() == "CS-001" {
            entry.electing_unit = ElectingUnit::from_code("HY").unwrap();
        }
    })
    .await;
    tells(&desk, &deputy, "昨天走访三塘村8户，谈路灯").await;
    assert_eq!(old.get("/desk/dossier/CS-001?year=2026").await.status, 404);
    assert!(!old.get("/desk/records").await.shown().has("路灯"));
    new.get("/desk/records").await.shown().says("路灯");
    new.get("/desk/dossier/CS-001?year=2026")
        .await
        .shown()
        .says("石桥村")
        .says("2026 年 5 月 1 日起改属衡阳市");
}
