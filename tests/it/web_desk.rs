//! The desk as officers use it: a browser without script, the real engine, an SQLite file. Each test is a day at an office.

mod activities;
mod browser;
mod calendar;
mod deputies;
mod dossier;
mod feedback;
mod handbook_import;
mod handbooks;
mod inquiries;
mod letters;
mod records;
mod reminders;
mod roster;
mod suggestions;

use browser::{Desk, with};
use lianluo::domain::command::Command;

#[tokio::test]
async fn nobody_but_an_officer_in_post_gets_further_than_the_question_how_to_sign_in() {
    let desk = Desk::with_roster().await;
    let constituent = desk.browser().await;
    let deputy = desk.bound("CS-001").await;
    let stranger = browser::Browser {
        cookie: "f".repeat(64),
        ..constituent.clone()
    };
    for browser in [&stranger, &constituent, &deputy] {
        for path in [
            "/desk", "/desk/deputies/CS-001", "/desk/units", "/desk/roster", "/desk/calls",
        ] {
            let page = browser.get(path).await;
            assert_eq!(page.status, 401, "{path}");
            assert!(page.has("工作人员请用邀请登录"), "{}", page.text);
        }
        let page = browser.post("/desk/deputies/CS-001/silence", &[]).await;
        assert_eq!(page.status, 401);
    }
    assert_eq!(
        desk.count("SELECT count(*) FROM accounts WHERE silenced_at IS NOT NULL")
            .await,
        0
    );
    let officer = desk.officer("CS", "李示二").await;
    officer.get("/desk").await.shown().says("李示二").says("长沙市");
}

#[tokio::test]
async fn a_form_without_the_officers_own_token_does_nothing() {
    let desk = Desk::with_roster().await;
    let (officer, other) = (
        desk.officer("CS", "李示二").await,
        desk.officer("CS", "王示三").await,
    );
    desk.bound("CS-001").await;
    let action = "/desk/deputies/CS-001/silence";
    let form = officer.get(action).await.form(action);
    let key = form[1].1.clone();
    for csrf in [
        String::new(),
        "0".repeat(64),
        other.get(action).await.form(action)[0].1.clone(),
    ] {
        let forged = [("csrf".to_owned(), csrf), ("form_key".to_owned(), key.clone())];
        assert_eq!(officer.post(action, &forged).await.status, 403);
    }
    let keyless = [form[0].clone(), ("form_key".to_owned(), "../../x y".to_owned())];
    assert_eq!(officer.post(action, &keyless).await.status, 403);
    let silenced = "SELECT count(*) FROM accounts WHERE silenced_at IS NOT NULL";
    assert_eq!(desk.count(silenced).await, 0);
    assert_eq!(officer.post(action, &form).await.status, 303);
    assert_eq!(desk.count(silenced).await, 1);
}

#[tokio::test]
async fn a_form_that_comes_twice_does_its_work_once_and_leads_to_the_same_page() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let form = with(
        officer.get("/desk/entered").await.form("/desk/entered"),
        &[("way", "paper"), ("text", "路灯坏了。"), ("told", "yes")],
    );
    let first = officer.post("/desk/entered", &form).await;
    let second = officer.post("/desk/entered", &form).await;
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location, second.location);
    assert_eq!(desk.count("SELECT count(*) FROM cases").await, 1);
}

#[tokio::test]
async fn the_provincial_office_sees_the_counts_of_all_units_and_no_letter_of_theirs() {
    let desk = Desk::with_roster().await;
    desk.bound("CS-001").await;
    let to_deputy = desk.writes_to_deputy("CS-001", "石塘村水渠垮了。").await;
    let (_, to_office) = desk.writes_to_office("CS", "不知道该写给谁。").await;
    let province = desk.officer("HN", "赵示五").await;
    let units = province.get("/desk/units").await.shown();
    for unit in ["长沙市", "衡阳市", "湘西土家族苗族自治州"] {
        assert!(units.has(unit), "{unit}");
    }
    assert!(!units.has(&to_deputy) && !units.has("石塘村"), "{}", units.text);
    let list = province.get("/desk").await.shown();
    assert!(!list.has(&to_deputy) && !list.has(&to_office), "{}", list.text);
    for number in [&to_deputy, &to_office] {
        assert_eq!(province.get(&format!("/desk/letters/{number}")).await.status, 404);
    }
    assert_eq!(
        desk.officer("CS", "李示二").await.get("/desk/units").await.status,
        404
    );
    // It steers all units: a deputy is found by the whole code.
    province
        .get("/desk/deputies?find=cs-001")
        .await
        .shown()
        .says("/desk/deputies/CS-001");
}

#[tokio::test]
async fn an_office_sets_its_telephone_closes_and_opens_and_ends_a_post() {
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let colleague = desk.officer("CS", "孙示八").await;
    let elsewhere = desk.officer("HY", "王示三").await;
    let path = "/desk/offices/CS";
    assert_eq!(elsewhere.get(path).await.status, 404);
    officer.get("/desk/invitations").await.shown().says(path);

    let phone = format!("{path}/phone");
    officer.sends(path, &phone, &[("phone", "0731-0000001")]).await;
    officer
        .get(path)
        .await
        .shown()
        .says("0731-0000001")
        .says("已向群众开放")
        .says("CS-001");
    let own = elsewhere.get("/desk/deputies").await.form("/look");
    assert_eq!(elsewhere.post(&phone, &own).await.status, 404);

    let close = format!("{path}/close");
    officer.get(&close).await.shown().says("怎么恢复");
    officer.sends(&close, &close, &[]).await;
    officer.get(path).await.shown().says("没有向群众开放");
    officer.sends(path, &format!("{path}/open"), &[]).await;
    officer.get(path).await.shown().says("已向群众开放");

    let page = officer.get(path).await.shown().says("您本人");
    let end = page
        .text
        .split("href=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .find(|link| link.ends_with("/end"))
        .unwrap();
    officer.get(&end).await.shown().says("孙示八");
    officer.sends(&end, &end, &[]).await;
    assert_eq!(colleague.get("/desk").await.status, 401);
    assert!(!officer.get(path).await.shown().has("孙示八"));

    let province = desk.officer("HN", "周示一").await;
    province.get("/desk/units").await.shown().says("/desk/offices/HY");
    province.get("/desk/offices/HY").await.shown().says("HY-001");
}

#[tokio::test]
async fn messages_that_could_not_be_handled_are_listed_without_their_words_and_settled_once() {
    use lianluo::domain::input::Deed;
    let desk = Desk::with_roster().await;
    let deputy = desk.bound("CS-001").await;
    desk.does(
        lianluo::domain::input::From::Account(deputy.account),
        Deed::Unreadable {
            raw: "秘密的内容".into(),
            reason: "unknown kind".into(),
        },
    )
    .await;
    let (officer, elsewhere) = (
        desk.officer("CS", "李示二").await,
        desk.officer("HY", "王示三").await,
    );
    let page = officer
        .get("/desk/dead-letters")
        .await
        .shown()
        .says("unknown kind");
    assert!(!page.has("秘密的内容"));
    assert!(
        !elsewhere
            .get("/desk/dead-letters")
            .await
            .shown()
            .has("unknown kind")
    );
    let action = page
        .text
        .split("action=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .find(|action| action.starts_with("/desk/dead-letters/"))
        .unwrap();
    let own = elsewhere.get("/desk/deputies").await.form("/look");
    assert_eq!(elsewhere.post(&action, &own).await.status, 404);
    let done = officer.post(&action, &page.form(&action)).await;
    officer.follows(done).await.says("已记为看过");
    assert_eq!(
        desk.count("SELECT count(*) FROM dead_letters WHERE settled_at IS NOT NULL")
            .await,
        1
    );
}

#[tokio::test]
async fn someone_who_left_a_telephone_number_is_called_and_ticked_off() {
    use lianluo::domain::button::Act;
    let desk = Desk::with_roster().await;
    let officer = desk.officer("CS", "李示二").await;
    let (writer, number) = desk.writes_to_office("CS", "门口的路灯坏了。").await;
    let case = desk.case(&number).await.id;
    desk.taps(&writer, &Act::LeaveContact(case)).await;
    desk.says(&writer, "13900000077").await;
    let page = format!("/desk/letters/{number}");
    officer
        .sends(
            &page,
            &format!("{page}/answer"),
            &[("text", "已向市城管局反映。")],
        )
        .await;
    officer.get("/desk/calls").await.shown().says("没有要打的电话");
    desk.clock.step(3 * 3_600_000);
    let list = officer
        .get("/desk/calls")
        .await
        .shown()
        .says("13900000077")
        .says(&number);
    let elsewhere = desk.officer("HY", "王示三").await;
    assert!(!elsewhere.get("/desk/calls").await.shown().has("13900000077"));
    let action = list
        .text
        .split("action=\"")
        .map(|rest| rest[..rest.find('"').unwrap_or(0)].to_owned())
        .find(|action| action.ends_with("/done"))
        .unwrap();
    let own = elsewhere.get("/desk/deputies").await.form("/look");
    assert_eq!(elsewhere.post(&action, &own).await.status, 404);
    let done = officer.post(&action, &list.form(&action)).await;
    let list = officer.follows(done).await.says("已记为打通");
    assert!(!list.has("13900000077"));
}

#[tokio::test]
async fn an_officer_whose_colleague_is_invited_hands_over_a_slip() {
    let desk = Desk::with_roster().await;
    desk.give(Command::SetOfficePhone {
        office: desk.office("CS").await,
        phone: "0731-0000000".into(),
    })
    .await;
    let officer = desk.officer("CS", "李示二").await;
    let action = "/desk/invitations/officer";
    let form = officer.get("/desk/invitations").await.form(action);
    let wrong = officer
        .post(action, &with(form, &[("name", "孙示八"), ("tail", "12ab")]))
        .await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.has("请写姓名和电话后四位数字") && wrong.has("孙示八"));
    let typed = [("name", "孙示八"), ("tail", "4321")];
    let slip = officer
        .post(action, &with(wrong.form(action), &typed))
        .await
        .shown()
        .says("孙示八同志")
        .says("0731-0000000");
    let code = roster::codes(&slip)[0].clone();
    let colleague = desk.browser().await;
    desk.redeems(&colleague, &code, "4321").await;
    colleague.get("/desk").await.shown().says("孙示八");
    // A unit's officer can't invite into another office.
    let form: Vec<_> = officer
        .get("/desk/invitations")
        .await
        .form(action)
        .into_iter()
        .filter(|(name, _)| name != "office")
        .collect();
    let typed = [("name", "周示九"), ("tail", "4321"), ("office", "HN")];
    assert_eq!(officer.post(action, &with(form, &typed)).await.status, 422);
}
