//! 履职记录 at the desk: what deputies confirmed is verified one by one or many at once, or returned with the reason; nobody sees
//! what is not theirs to see.

use lianluo::domain::button::Act;
use lianluo::domain::ids::ReportId;
use lianluo::domain::input::{Deed, From, Said};
use lianluo::domain::message::{Content, FileKind, NewFile};

use super::browser::{Browser, Desk, Page, with};

const LIST: &str = "/desk/records";

/// The deputy tells of something and confirms it.
async fn tells(desk: &Desk, deputy: &Browser, words: &str) {
    desk.says(deputy, words).await;
    let report = ReportId(desk.count("SELECT max(report_id) FROM reports").await);
    desk.taps(deputy, &Act::ConfirmReport(report)).await;
}

/// The values of the checkboxes on a page: id and version.
fn boxes(page: &Page) -> Vec<String> {
    page.text
        .split("name=\"record\" value=\"")
        .skip(1)
        .map(|rest| rest[..rest.find('"').unwrap()].to_owned())
        .collect()
}

/// The record's page.
fn path_of(value: &str) -> String {
    format!("{LIST}/{}", value.split('.').next().unwrap())
}

async fn verified(desk: &Desk) -> i64 {
    desk.count("SELECT count(*) FROM contact_records WHERE state = 'verified'")
        .await
}

#[tokio::test]
async fn many_records_are_verified_at_once_and_a_second_delivery_does_nothing() {
    let desk = Desk::with_roster().await;
    let (deputy, other) = (desk.bound("CS-001").await, desk.bound("CS-002").await);
    let officer = desk.officer("CS", "李示二").await;
    officer.get(LIST).await.shown().says("这里没有等核实的履职记录");
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    tells(&desk, &other, "昨天参加执法检查，在示例河，看水污染防治法的实施").await;
    desk.says(&other, "前天走访三塘村8户，谈路灯").await;
    let page = officer.get(LIST).await.shown().says("2 条履职记录等核实");
    assert!(page.has("石桥村") || page.has("灌溉"), "{}", page.text);
    assert!(!page.has("路灯"), "a draft is the deputy's alone: {}", page.text);

    // Filters: section, deputy.
    officer
        .get("/desk/records?category=7")
        .await
        .shown()
        .says("1 条履职记录等核实")
        .says("CS-002");
    officer
        .get("/desk/records?find=cs-001")
        .await
        .shown()
        .says("1 条履职记录等核实")
        .says("灌溉");
    officer
        .get("/desk/records?find=%E6%B2%A1%E6%9C%89")
        .await
        .shown()
        .says("没有找到");

    let nothing = officer.post(LIST, &page.form(LIST)).await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.has("请先选"), "{}", nothing.text);
    let chosen = boxes(&page);
    assert_eq!(chosen.len(), 2);
    let form = with(
        page.form(LIST),
        &[("record", chosen[0].as_str()), ("record", chosen[1].as_str())],
    );
    let first = officer.post(LIST, &form).await;
    let second = officer.post(LIST, &form).await;
    assert_eq!(first.location, second.location);
    officer.follows(first).await.says("已核实").says("2 条已核实");
    assert_eq!(verified(&desk).await, 2);
    let noted = "SELECT count(*) FROM audit_entries WHERE act = 'record.verified' AND account_id IS NOT NULL";
    assert_eq!(desk.count(noted).await, 2);
    let history = "SELECT count(*) FROM contact_record_changes WHERE field = 'state' AND old_value = 'confirmed' AND new_value = 'verified' AND account_id IS NOT NULL";
    assert_eq!(desk.count(history).await, 2);
    // Verifying is quiet: nobody is told.
    let told = format!(
        "SELECT count(*) FROM outbox WHERE account_id = {} AND kind LIKE '%\"k\":\"record\"%'",
        deputy.account
    );
    assert_eq!(desk.count(Box::leak(told.into_boxed_str())).await, 0);
}

#[tokio::test]
async fn a_record_is_returned_with_the_reason_and_comes_back_mended() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let path = path_of(&boxes(&officer.get(LIST).await)[0]);
    let give_back = format!("{path}/return");
    let empty = officer.sends(&path, &give_back, &[("reason", "  ")]).await;
    assert_eq!(empty.status, 422);
    let form = officer.get(&path).await.shown().form(&give_back);
    let form = with(form, &[("reason", "签到表上是21人")]);
    let first = officer.post(&give_back, &form).await;
    let again = officer.post(&give_back, &form).await;
    assert_eq!(first.location, again.location);
    officer.follows(first).await.says("已退回");
    let card = "SELECT count(*) FROM outbox WHERE kind LIKE '%\"k\":\"record\"%'";
    assert_eq!(desk.count(card).await, 1, "told once");

    // The officer's page stands open while the deputy corrects: what was not seen is not verified.
    desk.says(&deputy, "不是12人，是21人").await;
    let record = desk.count("SELECT record_id FROM contact_records").await.into();
    desk.taps(&deputy, &Act::Confirm(record)).await;
    let page = officer.get(LIST).await.shown();
    let open = with(page.form(LIST), &[("record", boxes(&page)[0].as_str())]);
    desk.says(&deputy, "地点改成三塘村").await;
    let left = officer.post(LIST, &open).await;
    officer.follows(left).await.says("刚才有变动");
    assert_eq!(verified(&desk).await, 0);

    let page = officer
        .get(&path)
        .await
        .shown()
        .says("签到表上是21人")
        .says("12人 → 21人")
        .says("三塘村")
        .says("李示二");
    let verify = format!("{path}/verify");
    let done = officer.post(&verify, &page.form(&verify)).await;
    officer.follows(done).await.says("已核实");
    assert_eq!(verified(&desk).await, 1);
    // What is verified is corrected, and then looked at anew; it is not dropped.
    desk.taps(&deputy, &Act::DropRecord(record)).await;
    assert_eq!(verified(&desk).await, 1);
    desk.says(&deputy, "不是21人，是20人").await;
    assert_eq!(verified(&desk).await, 0);
    officer.get(&path).await.shown().says("等核实");
}

#[tokio::test]
async fn nobody_sees_or_settles_the_records_of_another_unit() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let officer = desk.officer("CS", "李示二").await;
    let elsewhere = desk.officer("HY", "王示三").await;
    let page = officer.get(LIST).await.shown();
    let value = boxes(&page)[0].clone();
    let path = path_of(&value);
    assert!(!elsewhere.get(LIST).await.shown().has("灌溉"));
    for foreign in [
        path.clone(),
        format!("{path}/files/1"),
        "/desk/records?unit=CS".to_owned(),
    ] {
        assert_eq!(elsewhere.get(&foreign).await.status, 404, "{foreign}");
    }
    let own = elsewhere.get(LIST).await.form("/look");
    for act in ["verify", "return"] {
        let form = with(own.clone(), &[("reason", "请核对"), ("version", "1")]);
        assert_eq!(
            elsewhere.post(&format!("{path}/{act}"), &form).await.status,
            404,
            "{act}"
        );
    }
    // A forged list of ids does nothing either.
    let forged = with(own, &[("record", value.as_str())]);
    assert_eq!(elsewhere.post(LIST, &forged).await.status, 422);
    assert_eq!(verified(&desk).await, 0);
    // The deputy's own account is no officer's; the provincial office sees every unit.
    assert_eq!(deputy.get(LIST).await.status, 401);
    let province = desk.officer("HN", "赵示五").await;
    province
        .get("/desk/records?unit=cs")
        .await
        .shown()
        .says("灌溉")
        .says("衡阳市");
}

#[tokio::test]
async fn evidence_is_opened_by_the_office_and_noted_and_a_letters_files_stay_closed() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    desk.says(&deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let hash = lianluo::engine::files::keep(&desk.files(), b"\xFF\xD8\xFFphoto")
        .await
        .unwrap();
    let file = NewFile {
        kind: FileKind::Photo,
        name: Some("签到.jpg".into()),
        mime: Some("image/jpeg".into()),
        size: Some(8),
        seconds: None,
        remote_ref: None,
        hash: Some(hash),
    };
    let said = Deed::Said(Said {
        content: Content::File {
            file,
            caption: String::new(),
        },
        remote_id: None,
        reply: None,
        to_code: None,
        album: None,
        forwarded: None,
    });
    desk.does(From::Account(deputy.account), said).await;
    let report = ReportId(desk.count("SELECT max(report_id) FROM reports").await);
    desk.taps(&deputy, &Act::ConfirmReport(report)).await;
    let path = path_of(&boxes(&officer.get(LIST).await)[0]);
    let page = officer.get(&path).await.shown().says("签到.jpg");
    let link = page
        .text
        .split("href=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .find(|link| link.contains("/files/"))
        .unwrap();
    let picture = officer.get(&link).await;
    assert_eq!(
        (picture.status, picture.bytes.as_slice()),
        (200, &b"\xFF\xD8\xFFphoto"[..])
    );
    let noted = "SELECT count(*) FROM audit_entries WHERE act = 'record.read'";
    assert_eq!(desk.count(noted).await, 1);
    let elsewhere = desk.officer("HY", "王示三").await;
    assert_eq!(elsewhere.get(&link).await.status, 404);

    // A letter's record shows its columns and no word of the letter.
    let number = desk
        .writes_to_deputy("CS-001", "石塘村水渠垮了，电话 13900000077。")
        .await;
    let case = desk.case(&number).await.id;
    desk.taps(&deputy, &Act::Raise(case)).await;
    let record = desk
        .count("SELECT record_id FROM contact_records WHERE case_id IS NOT NULL")
        .await;
    assert_eq!(
        officer.get(&format!("{LIST}/{record}")).await.status,
        404,
        "a draft"
    );
    desk.taps(&deputy, &Act::Confirm(record.into())).await;
    let page = officer
        .get(&format!("{LIST}/{record}"))
        .await
        .shown()
        .says(&number);
    assert!(!page.has("13900000077") && !page.has("/files/"), "{}", page.text);
}

#[tokio::test]
async fn a_return_by_mistake_is_taken_back_while_the_deputy_has_changed_nothing() {
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    tells(&desk, &deputy, "昨天去石桥村座谈，12人，谈灌溉").await;
    let path = path_of(&boxes(&officer.get(LIST).await.shown())[0]);
    let (give_back, take_back) = (format!("{path}/return"), format!("{path}/take-back"));
    let returned = officer
        .sends(&path, &give_back, &[("reason", "请核对人数")])
        .await;
    assert_eq!(returned.status, 303);
    let form = officer.get(&path).await.shown().says("退回错了").form(&take_back);
    let first = officer.post(&take_back, &form).await;
    let second = officer.post(&take_back, &form).await;
    assert_eq!(first.location, second.location);
    let page = officer.follows(first).await.says("已收回退回");
    assert!(!page.has("退回错了") && page.has("等核实"), "{}", page.text);
    let confirmed = "SELECT count(*) FROM contact_records WHERE state = 'confirmed'";
    assert_eq!(desk.count(confirmed).await, 1);

    // Changed by the deputy meanwhile: the button is gone, and a page that still has it is told.
    officer
        .sends(&path, &give_back, &[("reason", "请核对人数")])
        .await;
    let form = officer.get(&path).await.form(&take_back);
    desk.says(&deputy, "不是12人，是21人").await;
    let late = officer.post(&take_back, &form).await;
    assert_eq!(late.status, 422);
    assert!(!officer.get(&path).await.shown().has("退回错了"));
    let noted = "SELECT count(*) FROM audit_entries WHERE act = 'record.return-taken-back'";
    assert_eq!(desk.count(noted).await, 1);
}
