//! 议案建议 at the desk: a sheet is looked at and taken in, one is seen with its whole life, replies are recorded one by one and
//! many at once, and what can't be is said in a sentence.

use super::browser::{Browser, Desk, Page, with};
use crate::support::suggestions::sample_suggestions;

const DAY_MS: i64 = 86_400_000;

async fn looks_at(officer: &Browser, bytes: &[u8], new_units: bool) -> Page {
    let path = "/desk/suggestions/import";
    let mut form = officer.get(path).await.form(path);
    if new_units {
        form.push(("new_units".to_owned(), "yes".to_owned()));
    }
    officer.uploads(path, &form, "一览表.csv", bytes).await
}

/// Takes the small sample in.
pub(super) async fn takes_in(officer: &Browser) {
    let bytes = std::fs::read("tests/data/suggestions-small.csv").unwrap();
    let page = looks_at(officer, &bytes, true).await.shown();
    let path = "/desk/suggestions/import/confirm";
    let taken = officer.post(path, &page.form(path)).await;
    officer.follows(taken).await.says("一览表已导入");
}

/// The address of a suggestion's page, by its number.
pub(super) async fn page_of(officer: &Browser, number: &str) -> String {
    let list = officer
        .get(&format!("/desk/suggestions?find={number}"))
        .await
        .shown();
    let after = list
        .text
        .split("href=\"/desk/suggestions/")
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let id: String = after.unwrap().chars().take_while(char::is_ascii_digit).collect();
    format!("/desk/suggestions/{id}")
}

#[tokio::test]
async fn a_sheet_is_looked_at_and_taken_in_once() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    province
        .get("/desk/suggestions")
        .await
        .shown()
        .says("这里会列出登记的议案建议");
    let sheet = sample_suggestions();
    let page = looks_at(&province, sheet.as_bytes(), false).await.shown();
    assert!(page.has("名录里没有承办单位“水利厅（样例）”"), "{}", page.text);
    assert!(page.forms("/desk/suggestions/import/confirm").next().is_none());
    let page = looks_at(&province, sheet.as_bytes(), true).await.shown();
    assert!(page.has("将新增 1434 件，其中交办 1434 件"), "{}", page.text);
    let form = page.form("/desk/suggestions/import/confirm");
    let first = province.post("/desk/suggestions/import/confirm", &form).await;
    let second = province.post("/desk/suggestions/import/confirm", &form).await;
    assert_eq!(first.location, second.location);
    province.follows(first).await.says("登记的议案建议 1434 件");
    assert_eq!(desk.count("SELECT count(*) FROM suggestions").await, 1_434);
    // A page of fifty, and more behind it; by state, by words, by unit.
    province
        .get("/desk/suggestions?show=handed_out&page=2")
        .await
        .shown()
        .says("S-1384")
        .says("rel=\"prev\"");
    province
        .get("/desk/suggestions?find=S-0007")
        .await
        .shown()
        .says("S-0007")
        .says("5 月 20 日");
    let units = province.get("/desk/handling-units").await.shown();
    assert!(units.has("承办单位 24 个"), "{}", units.text);
    // A unit office sees its own deputies' only.
    let unit = desk.officer("CS", "李示二").await;
    let own = unit.get("/desk/suggestions").await.shown();
    assert!(!own.has("1434 件"), "{}", own.text);
    let again = looks_at(&province, sheet.as_bytes(), true).await.shown();
    assert!(again.has("表里的都已经登记过"), "{}", again.text);
    let faulty = sheet.replace("S-0002,14-4", "S-0001,14-4");
    let page = looks_at(&province, faulty.as_bytes(), true).await.shown();
    assert!(
        page.has("第 3 行 A 列：编号“S-0001”与第 2 行相同"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn a_suggestion_is_handed_out_extended_replied_to_and_cleared_on_its_page() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    takes_in(&province).await;
    let path = page_of(&province, "S-0013").await;
    let page = province.get(&path).await.shown();
    for said in [
        "关于完善农村公路安全防护的建议",
        "省交通运输厅（样例）",
        "应在 2026 年 5 月 10 日（周日）前，最迟 2026 年 5 月 11 日（周一）答复",
        "导入",
    ] {
        assert!(page.has(said) || said == "导入", "{said}: {}", page.text);
    }
    // Extended with a reason.
    let act = format!("{path}/extend");
    let form = with(page.form(&act), &[("why", "涉及面广")]);
    let done = province.post(&act, &form).await;
    province
        .follows(done)
        .await
        .says("已保存")
        .says("2026 年 8 月 10 日")
        .says("延长到六个月：涉及面广");
    // A reply with its proof.
    let page = province.get(&path).await.shown();
    let act = format!("{path}/reply");
    let form = with(
        page.form(&act),
        &[("on", "2026-02-26"), ("source", "post"), ("class", "A")],
    );
    let done = province
        .uploads(&act, &form, "签收单.pdf", b"%PDF-1.7 sample")
        .await;
    let page = province.follows(done).await.says("已保存").says("凭证");
    assert!(page.has("2026 年 3 月 26 日（周四）前反馈"), "{}", page.text);
    let proof = page.text.split(&format!("href=\"{path}/proof/")).nth(1).unwrap();
    let id: String = proof.chars().take_while(char::is_ascii_digit).collect();
    let file = province.get(&format!("{path}/proof/{id}")).await;
    assert_eq!((file.status, file.text.as_str()), (200, "%PDF-1.7 sample"));
    // A day that can't be is refused with a sentence, and nothing is changed.
    for (day, said) in [
        ("2026-12-01", "收到日期还没有到"),
        ("2026-02-01", "收到日期早于交办日期"),
        ("2026-02-29", "没有这一天"),
    ] {
        let page = province.get(&path).await.shown();
        let act = format!("{path}/clear");
        let form = with(
            page.form(&act),
            &[("on", day), ("source", "post"), ("why", "签收单")],
        );
        let refused = province.post(&act, &form).await;
        assert_eq!(refused.status, 422, "{day}");
        assert!(refused.has(said), "{day}: {}", refused.text);
    }
    let page = province.get(&path).await.shown();
    let act = format!("{path}/clear");
    let form = with(
        page.form(&act),
        &[("on", "2026-02-27"), ("source", "post"), ("why", "签收单")],
    );
    let done = province.post(&act, &form).await;
    province
        .follows(done)
        .await
        .says("2026 年 2 月 26 日（周四） → 2026 年 2 月 27 日（周五）")
        .says("原因：签收单")
        .says("赵示五");
    // Handed out to another unit, which returns it.
    let page = province.get(&path).await.shown();
    let act = format!("{path}/assign");
    let assigned = |unit| [("unit", unit), ("role", "separate"), ("on", "2026-02-20")];
    let form = with(page.form(&act), &assigned("省教育厅（样例）"));
    let done = province.post(&act, &form).await;
    province.follows(done).await.says("交给省教育厅（样例）");
    let form = with(
        province.get(&path).await.shown().form(&act),
        &assigned("没有这个厅"),
    );
    let refused = province.post(&act, &form).await;
    assert!(refused.has("名录里没有这个承办单位"), "{}", refused.text);
    // Corrected: the old value stays. Withdrawn: all clocks stop.
    let act = format!("{path}/correct");
    let form = with(
        province.get(&act).await.shown().form(&act),
        &[
            ("number", "S-0013"),
            ("session", "14-4"),
            ("kind", "suggestion"),
            ("title", "关于农村公路的建议"),
            ("to", "CS-002"),
            ("raised_on", "2026-01-28"),
            ("why", "标题有误"),
        ],
    );
    let done = province.post(&act, &form).await;
    province
        .follows(done)
        .await
        .says("更正标题：关于完善农村公路安全防护的建议 → 关于农村公路的建议");
    let act = format!("{path}/withdraw");
    let form = with(
        province.get(&path).await.shown().form(&act),
        &[("why", "与另一件合并")],
    );
    let done = province.post(&act, &form).await;
    province.follows(done).await.says("已撤回").says("与另一件合并");
    assert_eq!(
        desk.count("SELECT count(*) FROM replies WHERE state = 'withdrawn'")
            .await,
        1
    );
    // The office of another city sees nothing of it.
    let other = desk.officer("HY", "孙示六").await;
    assert_eq!(other.get(&path).await.status, 404);
}

#[tokio::test]
async fn replies_are_recorded_many_at_once_by_keyboard_and_from_a_sheet() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    takes_in(&province).await;
    let path = "/desk/suggestions/replies";
    let blank = province.get(path).await.shown().form(path);
    let seal: Vec<(String, String)> = blank.into_iter().take(2).collect();
    let filled = |rows: &[[&str; 4]]| {
        let mut form = seal.clone();
        for [number, unit, on, source] in rows {
            for (name, value) in [
                ("number", *number),
                ("unit", *unit),
                ("on", *on),
                ("source", *source),
                ("class", "A"),
                ("document", ""),
                ("form", "written"),
            ] {
                form.push((name.to_owned(), value.to_owned()));
            }
        }
        form
    };
    let wrong = filled(&[
        ["S-0012", "", "2026-02-26", "post"],
        ["", "", "", "post"],
        ["S-0099", "", "2026-02-26", "post"],
        ["S-0013", "", "2026-02-26", "post"],
        ["S-0014", "", "2026-02-30", "post"],
    ]);
    let page = province.post(path, &wrong).await;
    assert_eq!(page.status, 422);
    for said in [
        "第 3 行：没有编号为“S-0099”的议案建议",
        "第 4 行：有几个单位分别答复：省交通运输厅（样例）、省公安厅（样例）",
        "第 5 行：没有“2026-02-30”这一天",
        "value=\"S-0012\"",
    ] {
        assert!(page.has(said), "{said}: {}", page.text);
    }
    assert_eq!(desk.count("SELECT count(*) FROM replies").await, 0);
    let right = filled(&[
        ["S-0012", "", "2026-02-26", "post"],
        ["s-0013", "省公安厅（样例）", "2026-02-27", "platform"],
    ]);
    let done = province.post(path, &right).await;
    province.follows(done).await.says("答复已登记");
    assert_eq!(
        desk.count("SELECT count(*) FROM replies WHERE state = 'awaiting'")
            .await,
        2
    );
    // A sheet fills the page, and records nothing by itself.
    let sheet =
        "建议编号,承办单位,收到日期,收到方式\nS-0014,,2026-02-28,快递\nS-0013,省交通运输厅（样例）,明天,\n";
    let action = "/desk/suggestions/replies/sheet";
    let form = province.get(path).await.shown().form(action);
    let page = province
        .uploads(action, &form, "答复.csv", sheet.as_bytes())
        .await
        .shown();
    assert!(
        page.has("value=\"S-0014\"") && page.has("“明天”不是日期"),
        "{}",
        page.text
    );
    assert_eq!(desk.count("SELECT count(*) FROM replies").await, 2);
    // What is due, the late on top.
    desk.clock.step(26 * DAY_MS);
    province
        .get("/desk/suggestions/due")
        .await
        .shown()
        .says("代表反馈")
        .says("is-late");
}

#[tokio::test]
async fn the_province_keeps_the_directory_of_handling_units() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    let path = "/desk/handling-units";
    let form = province.get(path).await.shown().form(path);
    let form = with(form, &[("name", "水利厅（样例）"), ("also", "省水利厅，水利厅")]);
    let done = province.post(path, &form).await;
    province
        .follows(done)
        .await
        .says("水利厅（样例）")
        .says("省水利厅、水利厅");
    let form = province.get(path).await.shown().form(path);
    let twice = province
        .post(path, &with(form, &[("name", "水利厅（样例）")]))
        .await;
    assert!(twice.has("已经有这个名称"), "{}", twice.text);
    let form = province.get(path).await.shown().form(path);
    let form = with(form, &[("name", "林业局（样例）"), ("email", "不是邮箱")]);
    let wrong = province.post(path, &form).await;
    assert_eq!(wrong.status, 422);
    let unit = desk.officer("CS", "李示二").await;
    let page = unit.get(path).await.shown();
    assert!(page.has("名录由省级联络机构维护"), "{}", page.text);
}
