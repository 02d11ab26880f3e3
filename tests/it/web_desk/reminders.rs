//! 提醒规则 at the desk: seen by all officers, changed by the provincial office after a look at what moves, and back again.

use lianluo::domain::reminder::Table;

use super::browser::{Browser, Desk, Page, with};

const PATH: &str = "/desk/reminders";
const CONFIRM: &str = "/desk/reminders/confirm";

/// The form as the page shows the shipped rules, with changes of single fields.
async fn looks(officer: &Browser, changes: &[(&str, &str)]) -> Page {
    let page = officer.get(PATH).await.shown();
    let mut fields = page.form(PATH);
    let mut typed: Vec<(String, String)> = vec![
        ("act".into(), "look".into()),
        ("quiet-from".into(), "21:00".into()),
        ("quiet-until".into(), "08:30".into()),
    ];
    for (place, line) in Table::shipped().to_text().lines().skip(1).enumerate() {
        let cells: Vec<&str> = line.split(',').collect();
        typed.push((format!("kind-{place}"), format!("{},{}", cells[0], cells[1])));
        typed.push((format!("days-{place}"), cells[2].trim_start_matches('-').into()));
        typed.extend(
            cells[3]
                .split(' ')
                .map(|to| (format!("to-{place}"), to.to_owned())),
        );
    }
    for (name, value) in changes {
        typed.retain(|(field, _)| field != name);
        typed.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields.extend(typed);
    officer.post(PATH, &fields).await
}

#[tokio::test]
async fn the_provincial_office_changes_the_rules_after_a_look_and_goes_back() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    let page = province.get(PATH).await.shown();
    page.says("随程序来的规则")
        .says("代表反馈：建议日期前 14 天，告诉代表");
    // Row 2 is fourteen days before.
    let look = looks(&province, &[("days-1", "20"), ("quiet-from", "20:00")])
        .await
        .shown();
    let look = look.says("代表反馈：建议日期前 20 天").says("20:00 到次日 08:30");
    let done = province.post(CONFIRM, &look.form(CONFIRM)).await;
    let page = province.follows(done).await.says("提醒规则已改").says("赵示五");
    assert!(!page.has("建议日期前 14 天"), "{}", page.text);
    assert_eq!(
        desk.count("SELECT count(*) FROM audit_entries WHERE act = 'reminders.set'")
            .await,
        1
    );
    // A preview that was made before is no longer true.
    let stale = province.post(CONFIRM, &with(look.form(CONFIRM), &[])).await;
    assert_ne!(stale.status, 200);
    let page = province.get(PATH).await.shown();
    let reset = with(page.forms(PATH).last().unwrap(), &[("act", "reset")]);
    let look = province.post(PATH, &reset).await.shown().says("建议日期前 14 天");
    let done = province.post(CONFIRM, &look.form(CONFIRM)).await;
    province.follows(done).await.says("随程序来的规则");
    assert_eq!(
        desk.count("SELECT count(*) FROM reminder_tables WHERE version > 0")
            .await,
        2
    );
}

#[tokio::test]
async fn careless_rules_are_refused_in_words_with_their_row_and_nothing_changes() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    for (changes, said) in [
        (vec![("days-1", "-14")], "第 2 行：天数要写 0 或正整数"),
        (vec![("days-1", "十四")], "第 2 行：天数要写 0 或正整数"),
        (vec![("days-7", "9")], "第 8 行：这一步在期限之后"),
        (vec![("days-1", "60")], "第 2 行：这一步早于期限开始"),
        (vec![("to-1", "")], "第 2 行：没有选告诉谁"),
        (vec![("days-1", "7")], "同一步已经有了"),
        (vec![("quiet-from", "二十一点")], "不提醒的时间读不懂"),
        (
            vec![("kind-8", ""), ("kind-9", ""), ("kind-10", "")],
            "单位答复一步提醒也没有了",
        ),
    ] {
        let refused = looks(&province, &changes).await;
        assert_eq!(refused.status, 422, "{changes:?}");
        refused.says(said);
    }
    // A unit's officer sees the rules and changes nothing.
    let officer = desk.officer("CS", "李示二").await;
    let page = officer.get(PATH).await.shown().says("由省联络机构修改");
    assert!(page.forms(PATH).next().is_none());
    assert_eq!(desk.count("SELECT count(*) FROM reminder_tables").await, 0);
}
