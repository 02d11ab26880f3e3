//! `deputy`, `unit` and `office-phone`.

use super::Desk;

const DEPUTY: &str = "7:2001";

async fn line_of(desk: &Desk, code: &str) -> serde_json::Value {
    let lines = desk.values("deputy list --json").await;
    lines.into_iter().find(|line| line["code"] == code).unwrap()
}

#[tokio::test]
async fn the_list_tells_who_is_on_who_is_invited_and_who_is_paused() {
    let desk = Desk::open().await;
    desk.office.binds(DEPUTY, "CS-001").await;
    desk.does("invite deputy CS-002").await;
    assert_eq!(line_of(&desk, "CS-001").await["binding"], "bound");
    assert_eq!(line_of(&desk, "CS-002").await["binding"], "invited");
    assert_eq!(line_of(&desk, "CS-003").await["binding"], "not-invited");
    assert_eq!(desk.values("deputy list --json").await.len(), 80);

    desk.does("deputy pause CS-001").await;
    assert!(line_of(&desk, "CS-001").await["paused_at"].is_string());
    let said = desk.does("deputy list --unit CS").await;
    assert!(said.contains("暂停接收来信") && said.contains("已邀请"), "{said}");
    desk.does("deputy resume CS-001").await;
    assert!(line_of(&desk, "CS-001").await["paused_at"].is_null());

    desk.does("deputy silence CS-001").await;
    assert_eq!(line_of(&desk, "CS-001").await["silenced"], true);
    desk.does("deputy unsilence CS-001").await;
    assert_eq!(line_of(&desk, "CS-001").await["silenced"], false);
    desk.stop().await;
}

#[tokio::test]
async fn who_has_no_account_cannot_be_silenced_and_who_is_unknown_cannot_be_paused() {
    let desk = Desk::open().await;
    let (exit, said) = desk.fails("deputy silence CS-002").await;
    assert_eq!((exit, said.as_str()), (1, "这位代表还没有开通。"));
    let (exit, said) = desk.fails("deputy pause CS-999").await;
    assert_eq!(exit, 1);
    assert!(said.contains("CS-999"), "{said}");
    desk.stop().await;
}

#[tokio::test]
async fn a_unit_is_opened_and_closed_and_its_office_gets_a_telephone() {
    let desk = Desk::open().await;
    let open = "SELECT open_to_public FROM offices WHERE code = 'JD'";
    assert_eq!(
        desk.office.count(open).await,
        0,
        "the army's unit is closed at first"
    );
    desk.does("unit open jd").await;
    assert_eq!(desk.office.count(open).await, 1);
    desk.does("unit close JD").await;
    assert_eq!(desk.office.count(open).await, 0);
    let said = desk.does("office-phone CS 0731-00000000").await;
    assert!(said.contains("0731-00000000"), "{said}");
    let phone = "SELECT count(*) FROM offices WHERE code = 'CS' AND phone = '0731-00000000'";
    assert_eq!(desk.office.count(phone).await, 1);
    let (exit, _) = desk.fails(&format!("office-phone CS {}", "1".repeat(41))).await;
    assert_eq!(exit, 2);
    desk.stop().await;
}
