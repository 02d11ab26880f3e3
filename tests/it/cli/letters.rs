//! `letters`, `case`, `calls`, `dead-letters`, `handbook` and `audit`.

use lianluo::domain::button::Act;
use lianluo::domain::ids::{CaseId, RecordId};
use lianluo::domain::input::Deed;

use super::Desk;
use crate::support::office::{Office, databases};

const ALICE: &str = "7:1001";
const DEPUTY: &str = "7:2001";
const WORDS: &str = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。";

#[tokio::test]
async fn letters_are_counted_with_their_states_and_without_their_words() {
    for address in databases().await {
        let desk = Desk::of(Office::open_on(&address).await);
        desk.office.binds(DEPUTY, "CS-001").await;
        desk.office.starts(ALICE, "d_CS-001").await;
        desk.office.says(ALICE, WORDS).await;
        let said = desk.does("letters CS").await;
        assert!(
            said.contains("等候答复 1 封") && said.contains("260001"),
            "{said}"
        );
        let value = desk.values("letters CS --json").await.remove(0);
        assert_eq!(value["open"]["count"], 1);
        assert_eq!(value["open"]["letters"][0]["state"], "delivered");
        assert_eq!(value["ended"]["count"], 0);
        assert!(!said.contains("灌溉") && !value.to_string().contains("灌溉"));
        assert_eq!(desk.values("letters HY --json").await[0]["open"]["count"], 0);
        desk.stop().await;
    }
}

#[tokio::test]
async fn a_letter_of_the_office_is_passed_on_and_one_of_a_deputy_is_not() {
    let desk = Desk::open().await;
    desk.office.binds(DEPUTY, "CS-001").await;
    desk.office.starts(ALICE, "d_CS-002").await;
    desk.office.says(ALICE, WORDS).await;
    desk.office.taps(ALICE, &Act::TakeOffice).await;
    let said = desk.does("case pass-on 260001 CS-001").await;
    assert!(said.contains("260001"), "{said}");
    let (exit, said) = desk.fails("case pass-on 260001 CS-001").await;
    assert_eq!(exit, 1);
    assert!(said.contains("已由代表接收"), "{said}");
    let (exit, said) = desk.fails("case pass-on 990001 CS-001").await;
    assert_eq!((exit, said.as_str()), (1, "没有编号为 990001 的来信。"));
    desk.stop().await;
}

#[tokio::test]
async fn what_could_not_be_handled_is_listed_without_words_and_settled() {
    let desk = Desk::open().await;
    assert!(desk.does("dead-letters list").await.contains("没有待处理"));
    let deed = Deed::Unreadable {
        raw: WORDS.into(),
        reason: "an update of an unknown shape".into(),
    };
    desk.office.does(ALICE, deed).await;
    let said = desk.does("dead-letters list").await;
    assert!(said.contains("unknown shape") && !said.contains("灌溉"), "{said}");
    let value = desk.values("dead-letters list --json").await.remove(0);
    assert!(!value.to_string().contains("灌溉"));
    desk.does(&format!("dead-letters settle {}", value["id"])).await;
    assert!(desk.does("dead-letters list").await.contains("没有待处理"));
    let (exit, _) = desk.fails("dead-letters settle 1").await;
    assert_eq!(exit, 1);
    desk.stop().await;
}

#[tokio::test]
async fn nobody_has_to_be_called_where_nobody_waits() {
    let desk = Desk::open().await;
    assert!(desk.does("calls CS").await.contains("没有需要打电话的"));
    assert_eq!(desk.values("calls CS --json").await.len(), 0);
    desk.stop().await;
}

#[tokio::test]
async fn a_handbook_holds_what_the_deputy_has_confirmed_and_nothing_else() {
    for address in databases().await {
        let desk = Desk::of(Office::open_on(&address).await);
        desk.office.binds(DEPUTY, "CS-001").await;
        desk.office.starts(ALICE, "d_CS-001").await;
        desk.office.says(ALICE, WORDS).await;
        let case = CaseId(desk.office.count("SELECT case_id FROM cases").await);
        desk.office.taps(DEPUTY, &Act::Raise(case)).await;
        let export = "handbook export CS-001 --year 2026 --format json --out -";
        let lines = |text: &str| {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            value.to_string().matches("260001").count()
        };
        assert_eq!(lines(&desk.does(export).await), 0, "a draft stays out");
        let record = RecordId(desk.office.count("SELECT record_id FROM contact_records").await);
        desk.office.taps(DEPUTY, &Act::Confirm(record)).await;
        let json = desk.does(export).await;
        assert!(lines(&json) > 0, "{json}");
        assert!(json.contains("2026") && json.contains("长沙市"), "{json}");
        let other_year = export.replace("2026", "2025");
        assert_eq!(lines(&desk.does(&other_year).await), 0);
        for format in ["docx", "xlsx"] {
            let path = desk.path(&format!("book.{format}"));
            let said = desk
                .does(&format!(
                    "handbook export CS-001 --year 2026 --format {format} --out {path}"
                ))
                .await;
            assert!(said.contains("1 条"), "{said}");
            assert_eq!(&std::fs::read(&path).unwrap()[..2], b"PK");
        }
        desk.stop().await;
    }
}

#[tokio::test]
async fn the_audit_log_is_whole_until_someone_changes_a_line() {
    let desk = Desk::open().await;
    desk.does("deputy pause CS-001").await;
    desk.does("deputy resume CS-001").await;
    desk.does("deputy pause CS-002").await;
    let value = desk.values("audit verify --json").await.remove(0);
    assert_eq!(value["whole"], true);
    let entries = value["entries"].as_i64().unwrap();
    assert!(entries >= 4, "{value}");
    desk.office
        .count("DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries) RETURNING 1")
        .await;
    let (exit, said) = desk.fails("audit verify").await;
    assert_eq!(exit, 1);
    assert!(
        said.contains(&format!("第 {entries} 条")),
        "a line is missing at the end: {said}"
    );
    desk.office
        .count("UPDATE audit_entries SET act = 'deputy.praised' WHERE seq = 2 RETURNING 1")
        .await;
    let (_, said) = desk.fails("audit verify").await;
    assert!(said.contains("第 2 条起对不上"), "{said}");
    desk.stop().await;
}
