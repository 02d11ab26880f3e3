//! A handbook's workbook that an officer fills in and brings back: looked at, confirmed, and then it is for the deputy to say.

use lianluo::domain::button::Act;
use lianluo::domain::command::{Command, HandbookForm};
use lianluo::domain::ids::{RecordId, ReportId};

use super::browser::{Browser, Desk, Page, with};
use crate::support::workbook::FilledIn;

const FORM: &str = "/desk/handbooks/CS-001/import";
const CONFIRM: &str = "/desk/handbooks/CS-001/import/confirm";
const CONTACT: &str = "10 联系群众";

/// The deputy tells of something and confirms it.
async fn tells(desk: &Desk, deputy: &Browser, words: &str) {
    desk.says(deputy, words).await;
    let report = ReportId(desk.count("SELECT max(report_id) FROM reports").await);
    desk.taps(deputy, &Act::ConfirmReport(report)).await;
}

async fn exported(officer: &Browser) -> FilledIn {
    let file = officer
        .get("/desk/deputies/CS-001/handbook?year=2026&format=xlsx")
        .await
        .shown();
    FilledIn::open(&file.bytes)
}

async fn looks_at(officer: &Browser, book: &FilledIn) -> Page {
    let form = officer.get(&format!("{FORM}?year=2026")).await.form(FORM);
    officer.uploads(FORM, &form, "手册.xlsx", &book.saved()).await
}

const DAY_MS: i64 = 86_400_000;

const DRAFTS: &str = "SELECT count(*) FROM contact_records WHERE state = 'draft'";
const CONFIRMED: &str = "SELECT count(*) FROM contact_records WHERE state = 'confirmed'";

#[tokio::test]
async fn what_an_officer_fills_in_is_shown_first_and_then_waits_for_the_deputy() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    tells(&desk, &deputy, "前天走访三塘村8户，谈路灯").await;
    officer
        .get("/desk/handbooks/CS-001?year=2026")
        .await
        .shown()
        .says("导入填好的表格");

    // Sent back as it is, it changes nothing.
    let book = exported(&officer).await;
    let page = looks_at(&officer, &book).await.shown();
    let page = page.says("没有新增，也没有改动").says("不变 2 条");
    assert!(page.forms(CONFIRM).next().is_none(), "{}", page.text);

    // A changed cell, a row taken out, and a new one.
    let mut book = exported(&officer).await;
    let place = book.cell(CONTACT, 3, 3);
    let book = book.put(CONTACT, 3, 5, "村民２１人").without(CONTACT, 2).row(
        CONTACT,
        4,
        &["", "1月20日", "示例镇", "接待", "群众3人", "客运班次"],
    );
    let page = looks_at(&officer, &book).await.shown();
    for told in [
        "将新增 1 条，改动 1 条，不变 0 条",
        "没有的 1 条照旧保留",
        "2026-01-20　客运班次",
        "12人 → 21人",
    ] {
        assert!(page.has(told), "{told}: {}", page.text);
    }
    assert_eq!(desk.count(CONFIRMED).await, 2, "a preview changes nothing");
    let form = page.form(CONFIRM);
    let first = officer.post(CONFIRM, &form).await;
    let second = officer.post(CONFIRM, &form).await;
    assert_eq!(first.location, second.location);
    officer.follows(first).await.says("都等代表本人确认");
    assert_eq!((desk.count(DRAFTS).await, desk.count(CONFIRMED).await), (2, 1));

    // The old value, who and why are kept; the act stands in the audit log.
    let change = "SELECT count(*) FROM contact_record_changes WHERE field = 'people' AND old_value = '12人' AND new_value = '21人' AND account_id IS NOT NULL AND why LIKE '%手册.xlsx%'";
    assert_eq!(desk.count(change).await, 1);
    let audit = "SELECT count(*) FROM audit_entries WHERE act = 'handbook.imported'";
    assert_eq!(desk.count(audit).await, 1);
    let told = "SELECT count(*) FROM outbox WHERE kind LIKE '%handbook_sheet%'";
    assert_eq!(desk.count(told).await, 1);

    // The same file once more: the changed row is old now, the new row is there already.
    let page = looks_at(&officer, &book).await.shown();
    assert!(
        page.has("不变 2 条") && page.has("没有新增，也没有改动"),
        "{}",
        page.text
    );

    // The deputy confirms, and only then it is in the handbook.
    let drafts = desk.count("SELECT max(record_id) FROM contact_records").await;
    desk.taps(&deputy, &Act::Confirm(RecordId(drafts))).await;
    assert!(desk.count(CONFIRMED).await == 2, "{place}");
}

#[tokio::test]
async fn faults_are_told_by_cell_and_another_persons_book_is_not_taken() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let book = exported(&officer)
        .await
        .row(CONTACT, 3, &["", "2026-02-30", "示例镇"])
        .row(
            CONTACT,
            4,
            &["", "2026-02-03", "示例镇", "走访", "群众999999999人"],
        )
        .row(CONTACT, 5, &["", "", "示例镇"])
        .put(CONTACT, 2, 10, "R5.1.AA");
    let page = looks_at(&officer, &book).await.shown();
    for told in [
        "有 4 处要先改好",
        "工作表“10 联系群众”第 3 行 B 列：没有“2026-02-30”这一天",
        "第 4 行 E 列：不会有",
        "第 5 行 B 列：没有写日期",
        "第 2 行 J 列：记录编号“R5.1.AA”被改动了",
    ] {
        assert!(page.has(told), "{told}: {}", page.text);
    }
    assert!(page.forms(CONFIRM).next().is_none());

    let form = officer.get("/desk/handbooks/CS-002/import?year=2026").await;
    let form = form.form("/desk/handbooks/CS-002/import");
    let own = exported(&officer).await.saved();
    let page = officer
        .uploads("/desk/handbooks/CS-002/import", &form, "a.xlsx", &own)
        .await
        .shown();
    assert!(
        page.has("工作表“封面”") && page.has("请核对文件"),
        "{}",
        page.text
    );

    let form = officer.get(&format!("{FORM}?year=2026")).await.form(FORM);
    let page = officer.uploads(FORM, &form, "a.png", b"\x89PNG\r\n\x1a\n").await;
    assert_eq!(page.status, 422);
    assert!(page.has("这个文件不是表格"), "{}", page.text);
    let page = officer.uploads(FORM, &form, "", b"").await;
    assert_eq!(page.status, 422);
    let stranger = desk.officer("HY", "赵示五").await;
    assert_eq!(stranger.get(FORM).await.status, 404);
    let lost = with(form, &[("import", "0f0f")]);
    assert_eq!(officer.post(CONFIRM, &lost).await.status, 422);
}

#[tokio::test]
async fn a_handbook_that_was_taken_in_refuses_a_sheet_and_says_the_way() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let book = exported(&officer).await.put(CONTACT, 2, 3, "别处");
    let seen = looks_at(&officer, &book).await.shown().form(CONFIRM);
    desk.give(Command::TakeInHandbooks {
        deputies: vec![desk.deputy("CS-001").await],
        year: 2026,
        form: HandbookForm::Paper,
    })
    .await;
    let late = officer.post(CONFIRM, &seen).await;
    assert_eq!(late.status, 422);
    assert!(late.has("补正"), "{}", late.text);
    let page = looks_at(&officer, &book).await;
    assert_eq!(page.status, 422);
    assert!(page.has("补正"), "{}", page.text);
    let page = officer.get("/desk/handbooks/CS-001?year=2026").await.shown();
    assert!(!page.has("导入填好的表格"), "{}", page.text);
    assert_eq!(desk.count(CONFIRMED).await, 1);
}

#[tokio::test]
async fn what_changes_after_a_handbook_was_taken_in_stands_behind_it_as_an_amendment() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let record = RecordId(desk.count("SELECT max(record_id) FROM contact_records").await);
    desk.clock.step(300 * DAY_MS);
    desk.taps(&deputy, &Act::HandIn(2026)).await;
    desk.clock.step(DAY_MS);
    desk.give(Command::TakeInHandbooks {
        deputies: vec![desk.deputy("CS-001").await],
        year: 2026,
        form: HandbookForm::HandedIn,
    })
    .await;
    let officer = desk.officer("CS", "李示二").await;
    let book = async || -> serde_json::Value {
        let path = "/desk/deputies/CS-001/handbook?year=2026&format=json";
        serde_json::from_slice(&officer.get(path).await.shown().bytes).unwrap()
    };
    let before = book().await;
    assert_eq!(before["amended"]["amendments"], serde_json::json!([]));

    desk.clock.step(DAY_MS);
    desk.taps(&deputy, &Act::Correct(record, 1)).await;
    desk.says(&deputy, "示例村").await;
    let after = book().await;
    assert_eq!(
        after["sections"], before["sections"],
        "the book is as it was handed in"
    );
    assert_eq!(after["amended"]["hash"], before["amended"]["hash"]);
    let amendment = &after["amended"]["amendments"][0];
    assert_eq!(
        (&amendment["old"], &amendment["new"], &amendment["by"]),
        (&"石桥村".into(), &"示例村".into(), &"deputy".into())
    );
    for format in ["pdf", "docx", "xlsx"] {
        let path = format!("/desk/deputies/CS-001/handbook?year=2026&format={format}");
        assert!(officer.get(&path).await.shown().bytes.len() > 5_000, "{format}");
    }
}
