//! Deputies at the desk: how they stand, and what an office does about an account.

use lianluo::domain::answer::Answer;

use super::browser::{Desk, with};
use super::roster::codes;

#[tokio::test]
async fn a_deputy_with_a_new_phone_is_bound_anew() {
    let desk = Desk::with_roster().await;
    let old = desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    officer
        .get("/desk/deputies?show=bound")
        .await
        .shown()
        .says("已开通的 1 位")
        .says("陈示一二");
    let action = "/desk/deputies/CS-001/rebind";
    let question = officer.get(action).await.shown().says("会怎样").says("怎么恢复");
    let form = question.form(action);
    let slip = officer.post(action, &form).await.shown().says("陈示一二");
    let code = codes(&slip)[0].clone();
    // The second delivery makes no second invitation and shows no code.
    let again = officer.post(action, &form).await;
    let again = officer.follows(again).await.says("邀请码只显示一次");
    assert!(!again.has(&code));
    let bound = desk
        .finds(|world| Ok(world.account(&old.account)?.deputy_id))
        .await;
    assert_eq!(bound, None, "the old phone is nobody's any more");
    let new = desk.browser().await;
    let answer = desk.redeems(&new, &code, "0001").await;
    assert!(matches!(answer, Answer::BoundDeputy(_)), "{answer:?}");
}

#[tokio::test]
async fn a_pause_and_a_silence_are_asked_about_done_and_undone() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let page = "/desk/deputies/CS-001";
    for (act, done, shown) in [
        ("pause", "已暂停收信", "暂停中，新来信由本机构看"),
        ("silence", "已暂停一切消息。随时可以恢复", "已暂停一切消息"),
    ] {
        let action = format!("{page}/{act}");
        let taken = officer.sends(&action, &action, &[]).await;
        officer.follows(taken).await.says(done).says(shown);
    }
    officer
        .get("/desk/deputies?show=paused")
        .await
        .shown()
        .says("陈示一二");
    let action = format!("{page}/lift");
    let taken = officer.sends(&action, &action, &[]).await;
    officer.follows(taken).await.says("已恢复发送消息");
    let taken = officer.sends(page, &format!("{page}/resume"), &[]).await;
    officer
        .follows(taken)
        .await
        .says("新来信照常送给代表")
        .says("已开通");
}

#[tokio::test]
async fn silence_for_someone_without_an_account_is_refused_with_the_reason() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let page = officer
        .get("/desk/deputies/CS-002")
        .await
        .shown()
        .says("还没有开通");
    assert!(!page.has("/silence"), "it is not offered");
    let action = "/desk/deputies/CS-002/silence";
    let refused = officer.sends(action, action, &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("这位代表还没有开通账号"), "{}", refused.text);
}

#[tokio::test]
async fn another_units_officer_finds_none_of_it() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let elsewhere = desk.officer("HY", "王示三").await;
    assert!(!elsewhere.get("/desk/deputies").await.shown().has("CS-001"));
    assert!(
        !elsewhere
            .get("/desk/deputies?find=CS-001")
            .await
            .shown()
            .has("陈示一二")
    );
    let own = elsewhere.get("/desk").await.form("/look");
    for act in [
        "",
        "/rebind",
        "/pause",
        "/silence",
        "/lift",
        "/handbook?year=2026&format=json",
    ] {
        let path = format!("/desk/deputies/CS-001{act}");
        assert_eq!(elsewhere.get(&path).await.status, 404, "{path}");
    }
    for act in ["invite", "rebind", "pause", "resume", "silence", "lift"] {
        let path = format!("/desk/deputies/CS-001/{act}");
        let fields = with(own.clone(), &[]);
        assert_eq!(elsewhere.post(&path, &fields).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_handbook_is_handed_over_in_four_formats() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let officer = desk.officer("CS", "李示二").await;
    let path = |format: &str| format!("/desk/deputies/CS-001/handbook?year=2026&format={format}");
    let json = officer.get(&path("json")).await.shown();
    assert_eq!(json.kind, "application/json");
    assert!(
        json.disposition.contains("filename=\"CS-001-2026.json\""),
        "{}",
        json.disposition
    );
    assert!(json.has("陈示一二"));
    for format in ["xlsx", "docx"] {
        let file = officer.get(&path(format)).await.shown();
        assert!(file.bytes.starts_with(b"PK"), "{format}");
    }
    let pdf = officer.get(&path("pdf")).await.shown();
    assert!(pdf.kind == "application/pdf" && pdf.bytes.starts_with(b"%PDF-"));
    for poster in [
        "/desk/deputies/CS-001/poster?paper=a4&format=png",
        "/desk/poster?paper=a4&format=png",
    ] {
        let picture = officer.get(poster).await.shown();
        assert!(picture.bytes.starts_with(b"\x89PNG"), "{poster}");
    }
    for wrong in [
        path("odt"),
        "/desk/poster?paper=a0&format=pdf".into(),
        "/desk/deputies/CS-001/handbook?year=x&format=json".into(),
    ] {
        assert_eq!(officer.get(&wrong).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn one_deputy_is_invited_from_the_own_page() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let page = "/desk/deputies/CS-002";
    let slip = officer.sends(page, &format!("{page}/invite"), &[]).await.shown();
    assert_eq!(codes(&slip).len(), 1);
    officer.get(page).await.shown().says("已邀请");
}
