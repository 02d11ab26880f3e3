//! The other doors of the site: number and lookup code, invitations, language and letters, the demonstration.

use lianluo::web::state::Door;

use crate::support::office::Office;
use crate::web_chat::receipt;
use crate::web_chat_site::{Site, Wish};

#[tokio::test]
async fn on_another_telephone_number_and_lookup_code_open_the_letter() {
    let site = Site::open().await;
    site.deputy("CS-001").await;
    let (number, code) = receipt(&site.person().writes("CS-001", "渠垮了。").await);
    let mut same = site.person();
    same.get("/my").await;
    // Typed as it is read out: wide digits and spaces.
    let wide: String = number
        .chars()
        .filter_map(|c| char::from_u32(u32::from(c) + 0xFEE0))
        .collect();
    for _ in 0..2 {
        let page = same
            .posts("/my", "m1", &[("number", &wide), ("code", &code)])
            .await;
        assert_eq!(page.way(), "/chat", "the same form twice is answered alike");
    }
    let page = same.get("/chat").await;
    assert!(page.text().contains("渠垮了。"), "{}", page.text());
}

#[tokio::test]
async fn five_wrong_lookup_codes_lock_the_letter() {
    let site = Site::open().await;
    site.deputy("CS-001").await;
    let (number, code) = receipt(&site.person().writes("CS-001", "渠垮了。").await);
    let wrong = if code.starts_with('1') { "200000" } else { "100000" };
    let mut guesser = site.person();
    guesser.get("/my").await;
    let page = guesser
        .posts("/my", "m0", &[("number", &number), ("code", "12")])
        .await;
    assert!(page.text().contains("请看看是不是少写了一位"));
    for place in 1..5 {
        let key = format!("m{place}");
        let page = guesser
            .posts("/my", &key, &[("number", &number), ("code", wrong)])
            .await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("编号和查询码对不上"), "{}", page.text());
        assert!(!page.text().contains(wrong));
    }
    for (key, code) in [("m5", wrong), ("m6", code.as_str())] {
        let page = guesser
            .posts("/my", key, &[("number", &number), ("code", code)])
            .await;
        assert_eq!(page.status, 429);
        assert!(page.text().contains("60 分钟"), "{}", page.text());
    }
}

#[tokio::test]
async fn one_address_has_only_so_many_guesses_whichever_letters_it_tries() {
    let site = Site::open().await;
    for place in 0..30 {
        let mut guesser = site.person();
        guesser.get("/my").await;
        let number = format!("{}", 260_001 + place);
        let page = guesser
            .posts("/my", "m", &[("number", &number), ("code", "123456")])
            .await;
        assert_eq!(page.status, 422);
    }
    let mut guesser = site.person();
    guesser.get("/my").await;
    let fields = [("number", "260099"), ("code", "123456")];
    assert_eq!(guesser.posts("/my", "m", &fields).await.status, 429);
    site.office.clock.step(10 * 60_000);
    assert_eq!(guesser.posts("/my", "n", &fields).await.status, 422);
}

#[tokio::test]
async fn an_invitation_is_shown_by_opening_and_redeemed_once_by_sending() {
    let site = Site::open().await;
    let (secret, tail) = site.invites("CS-001").await;
    let path = format!("/i/{secret}");
    let mut deputy = site.person();
    let typed = deputy.get(&format!("/i?code=%20{}", secret.to_lowercase())).await;
    assert_eq!(typed.way(), path);
    let page = deputy.get(&path).await;
    assert!(page.text().contains("陈示一二") && page.text().contains("代表证号的后四位"));
    assert_eq!(site.office.count("SELECT tries_left FROM invitations").await, 5);

    let page = deputy.posts(&path, "r1", &[("last_four", "9999")]).await;
    assert_eq!(page.status, 422);
    assert!(page.text().contains("还可以试 4 次"), "{}", page.text());
    for key in ["r2", "r2"] {
        let page = deputy.posts(&path, key, &[("last_four", &tail)]).await;
        assert_eq!(page.way(), "/chat");
    }
    let chat = deputy.get("/chat").await;
    assert!(chat.text().contains("value=\"我的手册\""), "{}", chat.text());
    assert_eq!(deputy.get(&path).await.way(), "/chat", "their own link leads on");

    let mut stranger = site.person();
    let page = stranger.get(&path).await;
    assert_eq!(page.status, 410);
    assert!(page.text().contains("不能"));
    let refused = stranger.posts(&path, "r1", &[("last_four", &tail)]).await;
    assert_eq!(refused.status, 410);
    let audited = "SELECT count(*) FROM audit_entries WHERE act = 'invitation.refused'";
    assert_eq!(site.office.count(audited).await, 1);
    assert_eq!(stranger.get("/i/NOBODY").await.status, 404);
}

#[tokio::test]
async fn language_and_letters_are_remembered_and_lead_back() {
    let site = Site::open().await;
    site.deputy("CS-001").await;
    let mut reader = site.person();
    let page = reader.get("/find").await;
    assert!(page.text().contains("<html lang=\"zh-CN\" class=\"normal\""));
    let rows = site.rows().await;
    let fields = [("language", "en"), ("back", "/find?name=x")];
    assert_eq!(reader.posts("/look", "l1", &fields).await.way(), "/find?name=x");
    let fields = [("letters", "large"), ("back", "//evil.example")];
    assert_eq!(reader.posts("/look", "l2", &fields).await.way(), "/");
    let page = reader.get("/find").await;
    assert!(
        page.text().contains("<html lang=\"en\" class=\"large\""),
        "{}",
        page.text()
    );
    assert_eq!(
        site.rows().await,
        rows,
        "whoever has no account is given none for that"
    );

    reader.writes("CS-001", "A channel is broken.").await;
    let fields = [("language", "zh-CN"), ("back", "/chat")];
    reader.posts("/look", "l3", &fields).await.way();
    let chinese = "SELECT count(*) FROM accounts WHERE locale = 'en'";
    assert_eq!(site.office.count(chinese).await, 0);
}

#[tokio::test]
async fn a_door_of_the_demonstration_signs_in_as_the_sample_person() {
    let office = Office::open().await;
    office.binds("7:2001", "CS-001").await;
    let account = office.count("SELECT account_id FROM accounts").await;
    let door = Door {
        secret: "sesame".into(),
        account: account.into(),
        leads_to: "/chat".into(),
    };
    let wish = Wish {
        doors: vec![door],
        ..Wish::default()
    };
    let site = Site::with(office, wish).await;
    let mut visitor = site.person();
    assert_eq!(visitor.get("/demo/simsim").await.status, 404);
    let before = visitor.cookies.clone();
    assert_eq!(visitor.get("/demo/sesame").await.way(), "/chat");
    assert_ne!(visitor.cookies, before, "a fresh cookie");
    let page = visitor.get("/chat").await;
    assert!(page.text().contains("我的手册"), "{}", page.text());
}
