//! 反馈意见 at the desk: what is due, entering for a deputy, receipts one by one and many at once, sealed verdicts, re-handling,
//! slips, and who may see what.

use lianluo::domain::button::{Act, FeedbackTap};
use lianluo::domain::feedback::Sealing;
use lianluo::domain::ids::ReplyId;
use lianluo::domain::input::{Deed, From, Said};
use lianluo::domain::message::{Content, FileKind, NewFile};

use super::browser::{Browser, Desk, Page, with};
use super::suggestions::{page_of, takes_in};

const HOLLOW: &str = "办得不好";
const REASONS: &str = "我提的是明确管护经费，答复只说将研究，没有时间，希望年底前定下来";
/// A JPEG as far as anybody looks at it here.
const PICTURE: &[u8] = b"\xFF\xD8\xFF\xE0 sample";

/// A written reply to the suggestion of a number is recorded on its page; the feedback's page.
async fn replied(officer: &Browser, number: &str) -> String {
    let path = page_of(officer, number).await;
    let act = format!("{path}/reply");
    let form = officer.get(&path).await.shown().form(&act);
    let form = with(form, &[("on", "2026-02-26"), ("source", "post")]);
    let done = officer.uploads(&act, &form, "", b"").await;
    let page = officer.follows(done).await.says("反馈意见：未反馈");
    let after = page
        .text
        .split("href=\"/desk/feedback/")
        .find(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let id: String = after.unwrap().chars().take_while(char::is_ascii_digit).collect();
    format!("/desk/feedback/{id}")
}

/// A form on the page of a feedback is filled in and sent.
async fn does(officer: &Browser, path: &str, act: &str, typed: &[(&str, &str)]) -> Page {
    let action = format!("{path}/{act}");
    let form = officer.get(path).await.shown().form(&action);
    officer.post(&action, &with(form, typed)).await
}

const DISSATISFIED: [(&str, &str); 4] = [
    ("handling", "satisfied"),
    ("reply", "dissatisfied"),
    ("reasons", REASONS),
    ("on", "2026-03-01"),
];

#[tokio::test]
async fn feedback_is_entered_for_a_deputy_confirmed_by_both_and_taken_back() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    takes_in(&province).await;
    let path = replied(&province, "S-0013").await;
    province
        .get("/desk/feedback")
        .await
        .shown()
        .says("等代表反馈 1 件")
        .says("S-0013")
        .says("未反馈")
        .says("2026 年 3 月 26 日");
    // Hollow reasons are sent back, and the words stay in the form.
    let typed = [
        DISSATISFIED[0],
        DISSATISFIED[1],
        ("reasons", HOLLOW),
        DISSATISFIED[3],
    ];
    let page = does(&province, &path, "give", &typed).await;
    assert_eq!(page.status, 422);
    assert!(
        page.has("要写明具体原因才能送出") && page.has(HOLLOW),
        "{}",
        page.text
    );
    assert!(
        page.has("value=\"dissatisfied\" required checked"),
        "{}",
        page.text
    );
    // Days that can't be.
    for (day, said) in [
        ("2026-03-05", "这一天还没有到"),
        ("2026-02-01", "比收到答复的日子还早"),
        ("2026-02-30", "没有这一天"),
    ] {
        let typed = [DISSATISFIED[0], DISSATISFIED[1], DISSATISFIED[2], ("on", day)];
        let page = does(&province, &path, "give", &typed).await;
        assert!(page.status == 422 && page.has(said), "{day}: {}", page.text);
    }
    let page = does(&province, &path, "give", &[("reply", "satisfied")]).await;
    assert!(page.status == 422 && page.has("请选好"), "{}", page.text);
    let done = does(&province, &path, "give", &DISSATISFIED).await;
    province
        .follows(done)
        .await
        .says("已保存")
        .says("满意/不满意")
        .says("工作人员代录")
        .says(REASONS);
    // Another verdict is a change; the one before stays.
    let milder = [
        ("handling", "satisfied"),
        ("reply", "mostly_satisfied"),
        DISSATISFIED[3],
    ];
    let done = does(&province, &path, "give", &milder).await;
    province
        .follows(done)
        .await
        .says("满意/基本满意")
        .says("意见改过 1 次")
        .says("以前：满意/不满意");
    // The slip, in both forms.
    let pdf = province.get(&format!("{path}/slip?format=pdf")).await;
    assert_eq!((pdf.status, &pdf.bytes[..5]), (200, &b"%PDF-"[..]));
    let docx = province.get(&format!("{path}/slip?format=docx")).await;
    assert_eq!((docx.status, &docx.bytes[..2]), (200, &b"PK"[..]));
    assert!(
        docx.disposition.contains("S-0013%E5%8F%8D"),
        "{}",
        docx.disposition
    );
    assert_eq!(province.get(&format!("{path}/slip?format=exe")).await.status, 404);
    // Handed over by hand, confirmed by both: only then it is done.
    let done = does(&province, &path, "sent", &[("receiver", "handling_unit")]).await;
    province.follows(done).await.says("由工作人员转送");
    let unit = [("receiver", "handling_unit"), ("note", "回执 7 号")];
    let done = does(&province, &path, "confirm", &unit).await;
    province
        .follows(done)
        .await
        .says("凭回执")
        .says("备注：回执 7 号");
    province
        .get("/desk/feedback?show=waiting")
        .await
        .shown()
        .says("等确认收到 1 件");
    let own = [("receiver", "provincial_office")];
    let done = does(&province, &path, "confirm", &own).await;
    province.follows(done).await.says("本机构工作人员");
    let list = province
        .get("/desk/feedback?show=done")
        .await
        .shown()
        .says("已办结 1 件");
    assert!(list.has("S-0013"));
    let done = does(&province, &path, "take-back", &own).await;
    province.follows(done).await.says("已保存");
    province
        .get("/desk/feedback?show=done")
        .await
        .shown()
        .says("已办结 0 件");
    // The life of the suggestion says all of it in words.
    let life = province.get(&page_of(&province, "S-0013").await).await.shown();
    for said in [
        "的答复反馈意见（工作人员代录）",
        "省人大常委会代表联络工作机构：确认收到",
        "省人大常委会代表联络工作机构：撤销确认",
        "省交通运输厅（样例）：已转送",
    ] {
        assert!(life.has(said), "{said}: {}", life.text);
    }
    assert!(!life.has("desk-suggestion-act"), "{}", life.text);
}

#[tokio::test]
async fn what_was_given_elsewhere_is_noted_and_receipts_of_many_are_confirmed_at_once() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    takes_in(&province).await;
    let mut paths = Vec::new();
    for number in ["S-0012", "S-0013"] {
        let path = replied(&province, number).await;
        let typed = [("way", "platform"), ("on", "2026-03-01")];
        let done = does(&province, &path, "declare", &typed).await;
        province
            .follows(done)
            .await
            .says("已反馈（内容未登记）")
            .says("代表说 2026 年 3 月 1 日");
        paths.push(path);
    }
    let list = province
        .get("/desk/feedback?show=waiting")
        .await
        .shown()
        .says("等确认收到 2 件");
    let form = list.form("/desk/feedback");
    let none = with(form.clone(), &[("receiver", "handling_unit")]);
    let page = province.post("/desk/feedback", &none).await;
    assert!(page.status == 422 && page.has("还没有勾选"), "{}", page.text);
    let ids: Vec<&str> = paths
        .iter()
        .map(|path| path.rsplit('/').next().unwrap())
        .collect();
    for receiver in ["handling_unit", "provincial_office"] {
        let page = province.get("/desk/feedback?show=waiting").await.shown();
        let typed = [("reply", ids[0]), ("reply", ids[1]), ("receiver", receiver)];
        let done = province
            .post("/desk/feedback", &with(page.form("/desk/feedback"), &typed))
            .await;
        province.follows(done).await.says("已登记确认收到");
    }
    province
        .get("/desk/feedback?show=done")
        .await
        .shown()
        .says("已办结 2 件");
    // Found by words.
    let found = province.get("/desk/feedback?show=done&find=S-0012").await.shown();
    assert!(found.has("S-0012") && !found.has("S-0013"), "{}", found.text);
}

#[tokio::test]
async fn a_sealed_verdict_goes_to_the_unit_only_when_released_and_is_handled_once_more() {
    let desk = Desk::open_with(|rules| rules.sealing = Sealing::Sealed).await;
    desk.takes_the_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    takes_in(&province).await;
    let path = replied(&province, "S-0013").await;
    let done = does(&province, &path, "give", &DISSATISFIED).await;
    let page = province.follows(done).await.says("等放行后才转给承办单位");
    assert!(
        page.forms(&format!("{path}/sent")).next().is_none(),
        "nothing to hand over yet"
    );
    let done = does(&province, &path, "release", &[]).await;
    let page = province.follows(done).await.says("已保存");
    assert!(!page.has("等放行后"), "{}", page.text);
    province
        .get("/desk/feedback?show=dissatisfied")
        .await
        .shown()
        .says("不满意 1 件");
    let done = does(&province, &path, "rehandle", &[("on", "2026-03-02")]).await;
    province.follows(done).await.says("已保存");
    let again = does(&province, &path, "rehandle", &[("on", "2026-03-02")]).await;
    assert!(
        again.status == 422 && again.has("已经交去重新办理"),
        "{}",
        again.text
    );
    province
        .get(&page_of(&province, "S-0013").await)
        .await
        .shown()
        .says("重新办理")
        .says("2026 年 6 月 2 日");
}

#[tokio::test]
async fn only_the_offices_concerned_see_and_do_anything_about_a_feedback() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    let own = desk.officer("CS", "李示二").await;
    let elsewhere = desk.officer("HY", "王示三").await;
    let deputy = desk.bound("CS-002").await;
    takes_in(&province).await;
    let path = replied(&province, "S-0013").await;
    let seal = elsewhere.get("/desk/feedback").await.shown().form("/look");
    assert!(!elsewhere.get("/desk/feedback").await.shown().has("S-0013"));
    let id = path.rsplit('/').next().unwrap().to_owned();
    for below in ["", "/slip?format=pdf", "/slip?format=docx", "/proof/1"] {
        assert_eq!(
            elsewhere.get(&format!("{path}{below}")).await.status,
            404,
            "{below}"
        );
        assert_eq!(deputy.get(&format!("{path}{below}")).await.status, 401, "{below}");
    }
    let typed = [
        ("handling", "satisfied"),
        ("reply", "satisfied"),
        ("way", "paper"),
        ("on", "2026-03-01"),
        ("receiver", "handling_unit"),
    ];
    for act in [
        "give", "declare", "confirm", "take-back", "sent", "release", "rehandle",
    ] {
        let form = with(seal.clone(), &typed);
        assert_eq!(
            elsewhere.post(&format!("{path}/{act}"), &form).await.status,
            404,
            "{act}"
        );
        assert_eq!(
            deputy.post(&format!("{path}/{act}"), &form).await.status,
            401,
            "{act}"
        );
    }
    let form = with(seal, &[("reply", id.as_str()), ("receiver", "handling_unit")]);
    assert_eq!(elsewhere.post("/desk/feedback", &form).await.status, 404);
    assert_eq!(desk.count("SELECT count(*) FROM feedbacks").await, 0);
    // The deputy's own unit sees it, and holds receipts; for the provincial office it does not speak.
    let done = does(&own, &path, "give", &DISSATISFIED).await;
    own.follows(done).await.says("满意/不满意");
    let page = own.get(&path).await.shown();
    assert!(
        !page.has("确认本机构已收到") && page.has("凭回执登记已收到"),
        "{}",
        page.text
    );
    for path in ["/desk/feedback/0", "/desk/feedback/x", "/desk/feedback/-1"] {
        assert_eq!(province.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_picture_that_proves_it_is_kept_and_shown_to_the_office_alone() {
    let desk = Desk::with_roster().await;
    let province = desk.officer("HN", "赵示五").await;
    let elsewhere = desk.officer("HY", "王示三").await;
    let deputy = desk.bound("CS-002").await;
    takes_in(&province).await;
    let path = replied(&province, "S-0013").await;
    let id = ReplyId(path.rsplit('/').next().unwrap().parse().unwrap());
    desk.taps(&deputy, &Act::Feedback(FeedbackTap::PaperToday, id))
        .await;
    let hash = "ab".repeat(32);
    let place = desk.files().join(&hash[..2]);
    std::fs::create_dir_all(&place).unwrap();
    std::fs::write(place.join(&hash[2..]), PICTURE).unwrap();
    let picture = Deed::Said(Said {
        content: Content::File {
            file: NewFile {
                kind: FileKind::Photo,
                name: Some("快递单.jpg".into()),
                mime: Some("image/jpeg".into()),
                size: Some(12),
                seconds: None,
                remote_ref: None,
                hash: Some(hash),
            },
            caption: String::new(),
        },
        remote_id: None,
        reply: None,
        to_code: None,
        album: None,
        forwarded: None,
    });
    desk.does(From::Account(deputy.account), picture).await;
    let page = province
        .get(&path)
        .await
        .shown()
        .says("代表发来的凭证 1")
        .says("书面寄出");
    let link = format!("{path}/proof/");
    let file: String = page
        .text
        .split(&link)
        .nth(1)
        .unwrap()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    let shown = province.get(&format!("{link}{file}")).await;
    assert_eq!((shown.status, shown.kind.as_str()), (200, "image/jpeg"));
    assert_eq!(shown.bytes, PICTURE);
    assert_eq!(elsewhere.get(&format!("{link}{file}")).await.status, 404);
    assert_eq!(province.get(&format!("{link}1")).await.status, 404);
}
