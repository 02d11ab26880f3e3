//! The days off at the desk.

use lianluo::domain::command::Command;

use super::browser::{Browser, Desk, MORNING, Page};

const SAMPLE: &str = "tests/data/days-off-2027-sample.csv";
/// 2026-11-23 10:00 in Shanghai.
const NOVEMBER: i64 = 1_795_399_200_000;

async fn looks_at(officer: &Browser, bytes: &[u8]) -> Page {
    let form = officer.get("/desk/calendar").await.form("/desk/calendar");
    officer
        .uploads("/desk/calendar", &form, "放假安排.csv", bytes)
        .await
}

#[tokio::test]
async fn the_provincial_office_takes_the_next_year_in_after_a_look() {
    let desk = Desk::open().await;
    desk.give(Command::ShipCalendar).await;
    let asks = "2027 年的放假调休安排还没有导入";
    let in_march = desk.officer("HN", "钱示九").await;
    assert!(!in_march.get("/desk").await.shown().has(asks));
    // A session doesn't last from March to November.
    desk.clock.step(NOVEMBER - MORNING);
    let province = desk.officer("HN", "赵示五").await;
    let unit = desk.officer("CS", "李示二").await;
    province.get("/desk").await.shown().says(asks);
    assert!(!unit.get("/desk").await.shown().has(asks), "a unit can't load it");
    province
        .get("/desk/calendar")
        .await
        .shown()
        .says("2026 年放假")
        .says("程序自带")
        .says(asks);

    // Faults are told by line, and nothing can be confirmed.
    let sample = std::fs::read_to_string(SAMPLE).unwrap();
    let faulty = sample.replace("2027-02-20,,春节,上班", "2027-02-12,,春节,上班");
    let page = looks_at(&province, faulty.as_bytes()).await.shown();
    assert!(page.has("2027-02-12 与第 4 行重复"), "{}", page.text);
    assert!(page.forms("/desk/calendar/confirm").next().is_none());
    let page = looks_at(&province, b"").await;
    assert!(page.status == 422 || page.status == 200, "{}", page.status);

    // The right one: looked at, confirmed twice by an impatient hand, taken in once.
    let page = looks_at(&province, sample.as_bytes()).await.shown();
    assert!(
        page.has("<del>普通周末</del> → <ins>春节调休上班</ins>"),
        "{}",
        page.text
    );
    let stale = looks_at(&province, sample.as_bytes())
        .await
        .form("/desk/calendar/confirm");
    let form = page.form("/desk/calendar/confirm");
    let first = province.post("/desk/calendar/confirm", &form).await;
    let second = province.post("/desk/calendar/confirm", &form).await;
    assert_eq!(first.location, second.location);
    province
        .follows(first)
        .await
        .says("放假安排已导入")
        .says("赵示五");
    assert_eq!(desk.count("SELECT count(*) FROM calendars").await, 2);
    assert_eq!(
        desk.count("SELECT count(*) FROM audit_entries WHERE act = 'calendar.imported'")
            .await,
        1
    );
    province
        .get("/desk/calendar?year=2027")
        .await
        .shown()
        .says("2027 年放假 28 天，调休上班 5 天")
        .says("样例通知1号");
    assert!(!province.get("/desk").await.shown().has(asks));
    let page = province.post("/desk/calendar/confirm", &stale).await;
    assert_eq!(page.status, 422);
    assert!(page.has("预览以后放假安排又有了新的版本"), "{}", page.text);
    let same = looks_at(&province, sample.as_bytes()).await.shown();
    assert!(same.has("和现在的放假安排一样"), "{}", same.text);
}

#[tokio::test]
async fn a_unit_sees_the_days_off_and_takes_none_in() {
    let desk = Desk::open().await;
    desk.clock.step(NOVEMBER - MORNING);
    let province = desk.officer("HN", "赵示五").await;
    let unit = desk.officer("CS", "李示二").await;
    let page = unit
        .get("/desk/calendar?year=2025")
        .await
        .shown()
        .says("2025 年放假")
        .says("由省联络工作机构导入");
    assert!(page.forms("/desk/calendar").next().is_none());
    unit.get("/desk/calendar?year=2040")
        .await
        .shown()
        .says("2040 年的放假安排还没有");
    // A form made by hand gets no further.
    let own = page.form("/look");
    let refused = unit
        .uploads(
            "/desk/calendar",
            &own,
            "放假安排.csv",
            &std::fs::read(SAMPLE).unwrap(),
        )
        .await;
    assert_eq!(refused.status, 404);
    let theirs = looks_at(&province, &std::fs::read(SAMPLE).unwrap())
        .await
        .form("/desk/calendar/confirm");
    assert_eq!(unit.post("/desk/calendar/confirm", &theirs).await.status, 404);
    assert_eq!(desk.count("SELECT count(*) FROM calendars").await, 0);
}
