//! 集体活动 at the desk: entered once, asked of everyone who took part, never counted twice, taken back when it was wrong.

use lianluo::domain::button::Act;
use lianluo::domain::ids::{RecordId, ReportId};

use super::browser::{Browser, Desk, Page, with};

const NEW: &str = "/desk/activities/new";

const TYPED: [(&str, &str); 6] = [
    ("category", "3"),
    ("on", "2026-03-01"),
    ("topic", "小型农田水利设施管护"),
    ("place", "石桥村"),
    ("host", "示例市人大常委会"),
    ("people", "CS-001、王示一\n张示一代表"),
];

async fn sends(officer: &Browser, typed: &[(&str, &str)]) -> Page {
    let form = officer.get(NEW).await.shown().form(NEW);
    officer.post(NEW, &with(form, typed)).await
}

async fn record_of(desk: &Desk, code: &'static str) -> RecordId {
    let sql = format!(
        "SELECT r.record_id FROM contact_records r JOIN deputies d ON d.deputy_id = r.deputy_id WHERE d.code = '{code}' AND r.activity_id IS NOT NULL"
    );
    RecordId(desk.count(Box::leak(sql.into_boxed_str())).await)
}

#[tokio::test]
async fn two_confirm_and_one_was_not_there() {
    let desk = Desk::with_roster().await;
    let (one, two) = (desk.bound("CS-001").await, desk.bound("CS-002").await);
    let officer = desk.officer("CS", "李示二").await;
    officer.get("/desk/activities").await.shown().says("还没有登记过");
    let form = officer.get(NEW).await.shown().form(NEW);
    let form = with(form, &TYPED);
    let first = officer.post(NEW, &form).await;
    let again = officer.post(NEW, &form).await;
    assert_eq!(first.location, again.location);
    let page = officer
        .follows(first)
        .await
        .says("已登记")
        .says("等代表确认")
        .says("还没有开通");
    assert!(page.has("示例市人大常委会"), "{}", page.text);
    assert_eq!(desk.count("SELECT count(*) FROM contact_records").await, 3);
    assert_eq!(desk.count("SELECT count(*) FROM activities").await, 1);
    let cards = "SELECT count(*) FROM outbox WHERE kind LIKE '%\"k\":\"record\"%'";
    assert_eq!(
        desk.count(cards).await,
        2,
        "one card each; the third has no account"
    );

    let (first, second) = (record_of(&desk, "CS-001").await, record_of(&desk, "CS-002").await);
    desk.taps(&one, &Act::Confirm(first)).await;
    desk.taps(&one, &Act::Confirm(first)).await;
    desk.taps(&two, &Act::DropRecord(second)).await;
    // What the office entered itself and the deputy confirmed is verified.
    let verified = "SELECT count(*) FROM contact_records WHERE state = 'verified' AND settled_by IS NOT NULL";
    assert_eq!(desk.count(verified).await, 1);
    officer
        .get("/desk/records")
        .await
        .shown()
        .says("0 条履职记录等核实");
    // With words of the deputy's own it waits to be looked at.
    desk.says(&one, "地点改成三塘村").await;
    officer
        .get("/desk/records")
        .await
        .shown()
        .says("1 条履职记录等核实");
    officer
        .get("/desk/activities")
        .await
        .shown()
        .says("小型农田水利设施管护");
    let foreign = desk.officer("HY", "王示三").await;
    let path = page
        .text
        .split("action=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .find(|action| action.ends_with("/withdraw"))
        .unwrap();
    let shown = path.trim_end_matches("/withdraw").to_owned();
    assert_eq!(foreign.get(&shown).await.status, 404);
    let own = foreign.get(NEW).await.form("/look");
    assert_eq!(foreign.post(&path, &own).await.status, 404);
    // Taken back: what nobody confirmed is void, also when an old card is tapped.
    let done = officer.post(&path, &officer.get(&shown).await.form(&path)).await;
    officer.follows(done).await.says("已撤回");
    desk.taps(&two, &Act::Confirm(second)).await;
    let standing = "SELECT count(*) FROM contact_records WHERE state IN ('confirmed', 'verified')";
    assert_eq!(desk.count(standing).await, 1, "what was confirmed stays");
    let noted = "SELECT count(*) FROM audit_entries WHERE act IN ('activity.entered', 'activity.withdrawn')";
    assert_eq!(desk.count(noted).await, 2);
}

#[tokio::test]
async fn what_is_wrong_is_told_all_at_once_and_nothing_is_entered() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let wrong = sends(
        &officer,
        &[
            ("category", "2"),
            ("on", "2026-13-01"),
            ("topic", " "),
            ("people", "李不在，HY-001"),
        ],
    )
    .await;
    assert_eq!(wrong.status, 422);
    for words in [
        "没看懂",
        "不能一次登记",
        "请写明活动的主题",
        "名单里没有“李不在”",
        "名单里没有“HY-001”",
    ] {
        assert!(wrong.has(words), "{words}: {}", wrong.text);
    }
    let tomorrow = sends(
        &officer,
        &[
            ("category", "3"),
            ("on", "2026-03-03"),
            ("topic", "视察"),
            ("people", "CS-001"),
        ],
    )
    .await;
    assert_eq!(tomorrow.status, 422);
    assert_eq!(desk.count("SELECT count(*) FROM activities").await, 0);
    // The same once more is asked about, and another one can be entered all the same.
    let typed = [
        ("category", "3"),
        ("on", "2026-03-01"),
        ("topic", "农田水利"),
        ("place", "石桥村"),
        ("people", "CS-001"),
    ];
    assert_eq!(sends(&officer, &typed).await.status, 303);
    let same = sends(&officer, &typed).await;
    assert_eq!(same.status, 422);
    assert!(same.has("name=\"anyway\""), "{}", same.text);
    let form = with(same.form(NEW), &typed);
    assert_eq!(
        officer.post(NEW, &with(form, &[("anyway", "yes")])).await.status,
        303
    );
    assert_eq!(desk.count("SELECT count(*) FROM activities").await, 2);
}

#[tokio::test]
async fn an_own_report_of_the_same_event_becomes_one_with_it() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    desk.says(&deputy, "昨天参加集中视察，在石桥村，看小型农田水利")
        .await;
    let report = ReportId(desk.count("SELECT max(report_id) FROM reports").await);
    desk.taps(&deputy, &Act::ConfirmReport(report)).await;
    let typed = [
        ("category", "3"),
        ("on", "2026-03-01"),
        ("topic", "农田水利"),
        ("place", "石桥村"),
        ("host", "示例市人大常委会"),
        ("people", "CS-001"),
    ];
    assert_eq!(sends(&officer, &typed).await.status, 303);
    let draft = record_of(&desk, "CS-001").await;
    desk.taps(&deputy, &Act::Merge(draft)).await;
    let standing = "SELECT count(*) FROM contact_records WHERE state IN ('confirmed', 'verified')";
    assert_eq!(desk.count(standing).await, 1, "counted once");
    let joined = "SELECT count(*) FROM contact_records WHERE state = 'confirmed' AND activity_id IS NOT NULL AND report_id IS NOT NULL AND record LIKE '%示例市人大常委会%'";
    assert_eq!(
        desk.count(joined).await,
        1,
        "what it lacked came from the activity"
    );
    let taken = "SELECT count(*) FROM contact_records WHERE activity_id IS NOT NULL";
    assert_eq!(desk.count(taken).await, 1);
}
