//! People write to deputies in the browser: from the page behind the QR code to the receipt, the answer and the files.

use lianluo::domain::case::CaseState;
use lianluo::domain::command::Command;

use crate::web_chat_site::{Page, Site};

const TEXT: &str = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水。";

/// A picture with a place in it: the smallest thing that can be followed as a JPEG.
fn picture() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1, 0, 17];
    bytes.extend(b"Exif\0\0GPS 28.22");
    bytes.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xFF, 0xD9]);
    bytes
}

/// The number and lookup code on a page with a receipt.
pub fn receipt(page: &Page) -> (String, String) {
    let number = page.between("来信编号 ", "，");
    let code = page.between("查询码 ", "，");
    (number.trim().to_owned(), code.trim().to_owned())
}

#[tokio::test]
async fn a_letter_written_behind_the_qr_code_gets_its_receipt_and_its_answer() {
    let site = Site::open().await;
    let mut deputy = site.deputy("CS-001").await;
    let mut villager = site.person();

    let page = villager.get("/d/CS-001").await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("陈示一二"), "{}", page.text());
    assert!(page.text().contains("name=\"to\" value=\"CS-001\""));
    let page = villager.writes("CS-001", TEXT).await;
    assert_eq!(receipt(&page).0, "260001");
    assert!(page.text().contains(TEXT));
    assert!(page.text().contains("已收到"));

    let cards = deputy.get("/chat").await;
    assert!(cards.text().contains("260001"), "{}", cards.text());
    site.sees(&mut villager, "/chat", "已送到").await;

    let case = site.office.count("SELECT case_id FROM cases").await;
    let act = lianluo::domain::button::Act::Answer(case.into()).encode();
    assert!(
        cards.text().contains(&format!("value=\"{act}\"")),
        "{}",
        cards.text()
    );
    let tap = deputy
        .posts("/chat/tap", "tap1", &[("data", &act), ("of", "o1")])
        .await;
    assert_eq!(tap.way(), "/chat");
    let answer = deputy
        .sends("box1", &[("text", "谢谢您的来信，我会向有关单位反映。")], &[])
        .await;
    assert_eq!(answer.way(), "/chat");
    let page = villager.get("/chat").await;
    assert!(page.text().contains("我会向有关单位反映"), "{}", page.text());
    let state = site
        .office
        .count("SELECT count(*) FROM cases WHERE state = 'answered'")
        .await;
    assert_eq!(state, 1, "{:?}", CaseState::Answered);
}

#[tokio::test]
async fn a_form_sent_twice_is_one_letter_and_answered_alike() {
    let site = Site::open().await;
    site.deputy("CS-001").await;
    let mut villager = site.person();
    villager.get("/d/CS-001").await;
    let fields = [("to", "CS-001"), ("reader", "deputy"), ("text", TEXT)];
    for _ in 0..2 {
        let sent = villager.sends("k7Qm.box", &fields, &[]).await;
        assert_eq!(sent.way(), "/d/CS-001");
    }
    assert_eq!(site.office.count("SELECT count(*) FROM messages").await, 1);
    assert_eq!(
        site.office
            .count("SELECT count(*) FROM accounts WHERE channel = 'web'")
            .await,
        2
    );
}

#[tokio::test]
async fn the_script_gets_the_new_bubbles_and_then_only_what_changed() {
    let site = Site::open().await;
    let mut deputy = site.deputy("CS-001").await;
    let mut villager = site.person();
    let page = villager.get("/d/CS-001").await;
    let after = page.between("data-after=\"", "\"");
    let fields = [("to", "CS-001"), ("reader", "deputy"), ("text", TEXT)];
    let request = villager
        .letter("s1", &fields, &[])
        .header("X-Requested-With", "lianluo");
    let part = villager.hears(request).await;
    assert_eq!(part.status, 200);
    assert!(part.text().starts_with("<ol class=\"part\""), "{}", part.text());
    let since = villager.get(&format!("/chat/since?after={after}")).await;
    assert!(since.text().contains(TEXT));
    receipt(&since);

    let after = since.between("data-after=\"", "\"");
    let quiet = villager.get(&format!("/chat/since?after={after}")).await;
    assert!(!quiet.text().contains("<li"), "{}", quiet.text());

    deputy.get("/chat").await;
    let path = format!("/chat/since?after={after}");
    let changed = site.sees(&mut villager, &path, "已送到").await;
    assert!(!changed.text().contains("查询码"));
}

#[tokio::test]
async fn pictures_lose_the_place_and_belong_to_the_people_of_the_case() {
    let site = Site::open().await;
    let mut deputy = site.deputy("CS-001").await;
    let mut villager = site.person();
    villager.get("/d/CS-001").await;
    let fields = [
        ("to", "CS-001"),
        ("reader", "deputy"),
        ("text", "渠垮了，见照片。"),
        ("lat", "28.2282"),
        ("lon", "112.9388"),
        ("accuracy", "30"),
    ];
    let page = picture();
    let files: [(&str, &[u8]); 3] = [
        ("渠.jpg", &page),
        ("", b""),
        ("a.html", b"<html><script>1</script>"),
    ];
    villager.sends("k1", &fields, &files).await.way();
    let page = villager.get("/chat").await;
    assert_eq!(site.office.count("SELECT count(*) FROM messages").await, 3);
    assert!(page.text().contains("28.22820"), "{}", page.text());
    let photo = format!("/file/{}", page.between("<img src=\"/file/", "\""));
    let html = format!(
        "/file/{}",
        page.between("<p><a class=\"way\" href=\"/file/", "\"")
    );

    let bytes = villager.get(&photo).await;
    assert_eq!(
        (bytes.status, bytes.header("content-type").as_str()),
        (200, "image/jpeg")
    );
    assert!(!bytes.text().contains("GPS"));
    assert!(bytes.header("content-disposition").starts_with("inline"));
    let part = villager
        .hears(
            villager
                .request(reqwest::Method::GET, &photo)
                .header("range", "bytes=0-1"),
        )
        .await;
    assert_eq!(
        (part.status, part.bytes.as_slice()),
        (206, [0xFF, 0xD8].as_slice())
    );
    let bytes = villager.get(&html).await;
    assert_eq!(bytes.header("content-type"), "application/octet-stream");
    assert!(bytes.header("content-disposition").starts_with("attachment"));
    assert!(bytes.header("content-security-policy").contains("sandbox"));
    assert_eq!(bytes.header("x-content-type-options"), "nosniff");

    assert_eq!(deputy.get(&photo).await.status, 200);
    let mut stranger = site.person();
    assert_eq!(stranger.get(&photo).await.status, 404);
    stranger.writes("CS-001", "我也有话说。").await;
    assert_eq!(stranger.get(&photo).await.status, 404);
    assert_eq!(stranger.get("/file/x").await.status, 404);
}

#[tokio::test]
async fn words_without_a_reader_wait_where_they_can_be_seen() {
    let site = Site::open().await;
    site.deputy("CS-001").await;
    let mut villager = site.person();
    villager.get("/chat").await;
    villager.sends("k1", &[("text", TEXT)], &[]).await.way();
    let page = villager.get("/chat").await;
    assert!(
        page.text().contains("id=\"bh0\"") && page.text().contains(TEXT),
        "{}",
        page.text()
    );
    assert_eq!(site.office.count("SELECT count(*) FROM cases").await, 0);
}

#[tokio::test]
async fn a_deputy_who_takes_no_letters_has_the_office_in_their_place() {
    let site = Site::open().await;
    let mut villager = site.person();
    let page = villager.get("/d/CS-001").await;
    assert!(page.text().contains("目前不通过本系统接收来信"));
    assert!(page.text().contains("/d/CS-001?reader=office"));
    let page = villager.get("/d/cs-001?reader=office").await;
    assert!(
        page.text().contains("name=\"reader\" value=\"office\""),
        "{}",
        page.text()
    );
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", TEXT)];
    for key in ["k1", "k2"] {
        let sent = villager.sends(key, &fields, &[]).await;
        assert_eq!(sent.way(), "/d/CS-001?reader=office");
    }
    let page = villager.get("/d/CS-001?reader=office").await;
    receipt(&page);
    assert_eq!(site.office.count("SELECT count(*) FROM cases").await, 1);
    assert_eq!(site.office.count("SELECT count(*) FROM messages").await, 2);
    let opened = "SELECT count(*) FROM outbox WHERE kind LIKE '%\"opened\"%'";
    assert_eq!(site.office.count(opened).await, 1, "the office is opened once");

    for nobody in ["/d/CS-999", "/d/JD-001", "/d/%FF", "/d/~CS-001"] {
        let page = villager.get(nobody).await;
        assert_eq!(page.status, 200);
        assert!(
            page.text().contains("这个码现在没有对应的代表"),
            "{nobody}: {}",
            page.text()
        );
    }
}

#[tokio::test]
async fn who_can_be_written_to_is_found_by_unit_name_and_field() {
    let site = Site::open().await;
    let mut villager = site.person();
    let before = villager.get("/find").await;
    assert!(!before.text().contains("/find?unit=CS"));
    site.deputy("CS-001").await;
    let page = villager.get("/find").await;
    assert!(page.text().contains("/find?unit=CS"), "{}", page.text());
    for way in ["/find?unit=CS", "/find?name=%E9%99%88%E7%A4%BA", "/find?field=0"] {
        let page = villager.get(way).await;
        assert!(
            page.text().contains("href=\"/d/CS-001\""),
            "{way}: {}",
            page.text()
        );
    }
    let page = villager.get("/find?name=%E6%97%A0%E4%BA%BA").await;
    assert!(page.text().contains("没有找到"));
    villager.posts("/find/unsure", "u1", &[]).await;
    let page = villager.get("/chat").await;
    assert!(page.text().contains("长沙"), "{}", page.text());
}

#[tokio::test]
async fn a_silenced_deputy_is_shown_nothing_new() {
    let site = Site::open().await;
    let mut deputy = site.deputy("CS-001").await;
    deputy.get("/chat").await;
    let id = site.office.deputy("CS-001").await;
    site.office
        .give(Command::Silence {
            deputy: id,
            silence: true,
        })
        .await;
    site.person().writes("CS-001", TEXT).await;
    let page = deputy.get("/chat").await;
    assert!(!page.text().contains("260001"), "{}", page.text());
}
