//! Letters at the desk: read where the office reads, counted elsewhere, answered, passed on, ended, entered for others.

use lianluo::domain::case::{CaseState, Reader};

use super::browser::{Desk, with};

const READ: &str = "SELECT count(*) FROM audit_entries WHERE act = 'case.read'";

#[tokio::test]
async fn an_office_reads_answers_and_ends_the_letters_that_are_its_own() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let (_, number) = desk.writes_to_office("CS", "石塘村三组灌溉渠垮了一段。").await;
    let path = format!("/desk/letters/{number}");

    // The list shows no words; opening the letter is noted, once a day.
    let list = officer.get("/desk?show=office").await.shown().says(&number);
    assert!(!list.has("灌溉渠"));
    assert_eq!(desk.count(READ).await, 0);
    officer.get(&path).await.shown().says("灌溉渠");
    officer.get(&path).await.shown();
    assert_eq!(desk.count(READ).await, 1);
    desk.clock.step(24 * 3_600_000);
    officer.get(&path).await.shown();
    assert_eq!(desk.count(READ).await, 2);

    // An answer that promises is held once, with a modest wording; nothing has gone out.
    let action = format!("{path}/answer");
    let empty = officer.sends(&path, &action, &[("text", "  ")]).await;
    assert_eq!(empty.status, 422);
    let held = officer
        .sends(&path, &action, &[("text", "保证三天内解决。")])
        .await
        .shown()
        .says("发出之前再看一眼")
        .says("保证三天内解决。");
    assert_eq!(desk.case(&number).await.state, CaseState::Received);
    let forms: Vec<_> = held.forms(&action).collect();
    assert_eq!(forms.len(), 3, "the modest wording, as written, and the box");
    let sent = officer
        .post(
            &action,
            &with(forms[0].clone(), &[("text", "我们会向有关单位反映。")]),
        )
        .await;
    officer
        .follows(sent)
        .await
        .says("答复已保存")
        .says("我们会向有关单位反映。");
    let case = desk.case(&number).await;
    assert_eq!(case.state, CaseState::Answered);
    let told = "SELECT count(*) FROM outbox WHERE kind LIKE '%\"k\":\"answer\"%'";
    assert_eq!(desk.count(told).await, 1);

    // As written, if the officer insists.
    let held = officer
        .sends(&path, &action, &[("text", "保证三天内解决。")])
        .await
        .shown();
    let form = held.forms(&action).nth(1).unwrap();
    let sent = officer
        .post(&action, &with(form, &[("text", "保证三天内解决。")]))
        .await;
    assert_eq!(sent.status, 303);
    assert_eq!(desk.count(told).await, 2);

    // The end, after a look; an ended letter takes no answer.
    let box_open = officer.get(&path).await.form(&action);
    let end = format!("{path}/end");
    let done = officer.sends(&end, &end, &[]).await;
    officer.follows(done).await.says("本次来信已结束");
    assert_eq!(desk.case(&number).await.state, CaseState::Ended);
    let late = officer
        .post(&action, &with(box_open, &[("text", "补充一句。")]))
        .await;
    assert_eq!(late.status, 422);
    assert!(late.has("这封来信已经结束"), "{}", late.text);
}

#[tokio::test]
async fn a_letter_that_the_deputy_reads_shows_its_number_state_and_days_only() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let number = desk
        .writes_to_deputy("CS-001", "石塘村三组灌溉渠垮了一段。")
        .await;
    let path = format!("/desk/letters/{number}");
    let officer = desk.officer("CS", "李示二").await;
    let page = officer
        .get(&path)
        .await
        .shown()
        .says("陈示一二")
        .says("这里只显示编号、进展和日期");
    assert!(!page.has("灌溉渠") && page.forms(&format!("{path}/answer")).next().is_none());
    assert_eq!(desk.count(READ).await, 0);
    let own = officer.get("/desk").await.form("/look");
    for act in ["answer", "pass", "end"] {
        let fields = with(
            own.clone(),
            &[("text", "我来答。"), ("to", "CS-001"), ("anyway", "yes")],
        );
        let answer = officer.post(&format!("{path}/{act}"), &fields).await;
        assert_eq!(answer.status, 404, "{act}");
    }
    // Another unit sees none of it.
    let elsewhere = desk.officer("HY", "王示三").await;
    assert_eq!(elsewhere.get(&path).await.status, 404);
    assert!(
        !elsewhere
            .get(&format!("/desk?find={number}"))
            .await
            .shown()
            .has("row-link")
    );
    assert_eq!(elsewhere.get("/desk/letters/abc").await.status, 404);
}

#[tokio::test]
async fn a_letter_of_someone_who_did_not_know_whom_to_ask_is_passed_on_to_a_deputy() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let (_, number) = desk.writes_to_office("CS", "小区门口夜里没有路灯。").await;
    let queue = officer
        .get("/desk/unsure")
        .await
        .shown()
        .says("1 封来信在等转交")
        .says("小区门口夜里没有路灯")
        .says("CS-001");
    assert_eq!(
        desk.count(READ).await,
        1,
        "words on the queue are words that were read"
    );
    let action = format!("/desk/letters/{number}/pass");
    // CS-002 is not bound: nobody would read it.
    let wrong = officer
        .post(&action, &with(queue.form(&action), &[("to", "CS-002")]))
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.has("没有找到“CS-002”"), "{}", wrong.text);
    let form = with(wrong.form(&action), &[("to", "陈示一二")]);
    let done = officer.post(&action, &form).await;
    let again = officer.post(&action, &form).await;
    assert_eq!(done.location, again.location);
    officer
        .follows(done)
        .await
        .says("已转交")
        .says("没有来信在等转交");
    let deputy = desk.deputy("CS-001").await;
    assert_eq!(desk.case(&number).await.reader, Reader::Deputy(deputy));
    let page = officer.get(&format!("/desk/letters/{number}")).await.shown();
    assert!(!page.has("路灯"), "the office no longer reads it");
}

#[tokio::test]
async fn a_matter_heard_on_the_telephone_is_entered_and_its_code_read_out_once() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let missing = officer
        .sends(
            "/desk/entered",
            "/desk/entered",
            &[("way", "telephone"), ("to", "无此人"), ("text", "")],
        )
        .await;
    assert_eq!(missing.status, 422);
    for told in ["还没有写事情", "没有找到这位代表", "请先告诉本人"] {
        assert!(missing.has(told), "{told}");
    }
    let typed = [
        ("way", "in-person"),
        ("to", "CS-001"),
        ("text", "水渠垮了。"),
        ("told", "yes"),
    ];
    let form = with(missing.form("/desk/entered"), &typed);
    let done = officer.post("/desk/entered", &form).await;
    let path = done.location.clone();
    let number = path.rsplit('/').next().unwrap().to_owned();
    let case = desk.case(&number).await;
    let code = lianluo::domain::lookup::spaced(&desk.lookup.code(case.id));
    officer
        .follows(done)
        .await
        .says(&number)
        .says(&code)
        .says("lianluo.example.org/my");
    assert_eq!(case.reader, Reader::Deputy(desk.deputy("CS-001").await));
    // Nobody else gets the code from here, and an hour later nobody at all.
    let colleague = desk.officer("CS", "王示三").await;
    assert_eq!(colleague.get(&path).await.status, 404);
    desk.clock.step(3_600_000);
    assert_eq!(officer.get(&path).await.status, 404);
}

#[tokio::test]
async fn late_letters_are_counted_and_found_by_the_end_of_their_number() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let old = desk.writes_to_deputy("CS-001", "第一封。").await;
    desk.clock.step(11 * 24 * 3_600_000);
    let new = desk.writes_to_deputy("CS-001", "第二封。").await;
    let officer = desk.officer("CS", "李示二").await;
    let all = officer
        .get("/desk")
        .await
        .shown()
        .says("等答复的来信 2 封")
        .says("11 天没有答复");
    assert!(
        all.text.find(&old) < all.text.find(&new),
        "the late one stands first"
    );
    let late = officer
        .get("/desk?show=late")
        .await
        .shown()
        .says("久未答复的 1 封");
    assert!(late.has(&old) && !late.has(&format!("/desk/letters/{new}")));
    let found = officer.get(&format!("/desk?find={}", &new[3..])).await.shown();
    assert!(found.has(&format!("/desk/letters/{new}")) && !found.has(&format!("/desk/letters/{old}")));
    officer
        .get("/desk?find=%E9%99%88%E7%A4%BA")
        .await
        .shown()
        .says(&format!("/desk/letters/{old}"));
    officer
        .get("/desk/deputies/CS-001")
        .await
        .shown()
        .says("其中 1 封久未答复");
}

#[tokio::test]
async fn a_photo_is_shown_and_anything_else_is_only_handed_over() {
    use lianluo::domain::button::Act;
    use lianluo::domain::input::{Deed, From, Said};
    use lianluo::domain::message::{Content, FileKind, NewFile};
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let writer = desk.browser().await;
    desk.taps(&writer, &Act::OfficeOf(desk.office("CS").await)).await;
    for (kind, name, mime, bytes) in [
        (FileKind::Photo, "渠.jpg", "image/jpeg", &b"\xFF\xD8\xFFphoto"[..]),
        (
            FileKind::Document,
            "页.html",
            "text/html",
            b"<script>alert(1)</script>",
        ),
    ] {
        let hash = lianluo::engine::files::keep(&desk.files(), bytes).await.unwrap();
        let file = NewFile {
            kind,
            name: Some(name.into()),
            mime: Some(mime.into()),
            size: i64::try_from(bytes.len()).ok(),
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
        desk.does(From::Account(writer.account), said).await;
    }
    let number = desk.count("SELECT max(number) FROM cases").await;
    let page = officer.get(&format!("/desk/letters/{number}")).await.shown();
    let hrefs: Vec<String> = page
        .text
        .split("href=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .filter(|href| href.contains("/files/"))
        .collect();
    assert_eq!(hrefs.len(), 2, "{}", page.text);
    let photo = officer.get(&hrefs[0]).await.shown();
    assert_eq!(
        (photo.kind.as_str(), photo.disposition.as_str()),
        ("image/jpeg", "inline")
    );
    let document = officer.get(&hrefs[1]).await.shown();
    assert_eq!(document.kind, "application/octet-stream");
    assert_eq!(document.disposition, "attachment");
    let elsewhere = desk.officer("HY", "王示三").await;
    assert_eq!(elsewhere.get(&hrefs[0]).await.status, 404);
}

#[tokio::test]
async fn when_nothing_can_be_taken_the_words_are_put_back_with_the_same_key() {
    let mut desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let form = officer.get("/desk/entered").await.form("/desk/entered");
    let key = form[1].clone();
    desk.stops().await;
    let typed = [("way", "paper"), ("text", "路灯坏了。"), ("told", "yes")];
    let page = officer.post("/desk/entered", &with(form, &typed)).await;
    assert_eq!(page.status, 503);
    assert!(page.has("现在收不了") && page.has("路灯坏了。"), "{}", page.text);
    assert_eq!(
        page.form("/desk/entered")[1],
        key,
        "it may have been taken after all"
    );
}
