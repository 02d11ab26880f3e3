//! How the real program starts and stops: what is wrong is said in a sentence on the terminal, with an exit code other
//! than 0; a stop is clean.

use crate::support::program::Installation;
use crate::web_chat_site::Person;

const TEXT: &str = "石塘村三组灌溉渠去年垮了一段。（示）";

#[tokio::test]
async fn a_second_program_on_the_same_database_says_so_and_ends() {
    let site = Installation::new();
    let first = site.serves().await;
    let second = site.runs(&["serve"]).await;
    assert_eq!(second.code, Some(2), "{}", second.printed);
    assert!(
        second.printed.contains("这个数据库已有一个 lianluo serve 在运行"),
        "{}",
        second.printed
    );
    // Commands beside a running program are welcome.
    site.takes_the_roster().await;
    assert_eq!(first.stops().await.code, Some(0));
    // The lock ends with the program that held it.
    site.serves().await.dies();
    site.serves().await.dies();
}

#[tokio::test]
async fn an_address_that_is_taken_is_named_and_the_program_ends() {
    let site = Installation::new();
    let _taken = std::net::TcpListener::bind(site.address()).unwrap();
    let ended = site.runs(&["serve"]).await;
    assert_eq!(ended.code, Some(2), "{}", ended.printed);
    let address = site.address().to_string();
    assert!(
        ended.printed.contains(&address) && ended.printed.contains("LISTEN"),
        "{}",
        ended.printed
    );
}

#[tokio::test]
async fn all_settings_that_are_wrong_are_told_at_once_and_no_secret_with_them() {
    let site = Installation::new()
        .set("LISTEN", "everywhere")
        .set("UPLOAD_LIMIT_MB", "0")
        .set("QUIET_FROM", "25:00")
        .set("TELOXIDE_TOKEN", "s3cr3t-without-a-number")
        .set("TELEGRAM_MODE", "pigeon");
    let ended = site.runs(&["serve"]).await;
    assert_eq!(ended.code, Some(2), "{}", ended.printed);
    for name in [
        "LISTEN", "UPLOAD_LIMIT_MB", "QUIET_FROM", "TELOXIDE_TOKEN", "TELEGRAM_MODE",
    ] {
        assert!(ended.printed.contains(name), "{name} is not in {}", ended.printed);
    }
    assert!(!ended.printed.contains("s3cr3t"), "{}", ended.printed);
    assert!(!site.path("office.db").exists());
}

#[tokio::test]
async fn a_stop_ends_open_streams_and_finishes_what_was_taken() {
    let site = Installation::new();
    site.takes_the_roster().await;
    let program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get("/d/CS-001?reader=office").await;
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", TEXT)];
    villager.sends("one", &fields, &[]).await.way();
    let stream = villager
        .request(reqwest::Method::GET, "/chat/events")
        .send()
        .await
        .unwrap();
    assert_eq!(stream.status(), 200);
    let ended = program.stops().await;
    assert_eq!(ended.code, Some(0), "{}", ended.printed);
    assert!(
        !ended.printed.contains("ERROR") && !ended.printed.contains("WARN"),
        "{}",
        ended.printed
    );
    // The stream came to its end instead of being torn off.
    stream.bytes().await.unwrap();
    assert_eq!(site.count("SELECT count(*) FROM messages").await, 1);
}

#[tokio::test]
async fn a_form_that_is_sent_again_after_a_kill_is_one_letter() {
    let site = Installation::new();
    site.takes_the_roster().await;
    let program = site.serves().await;
    let mut villager = Person::at(site.url());
    villager.get("/d/CS-001?reader=office").await;
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", TEXT)];
    for _ in 0..2 {
        villager.sends("same", &fields, &[]).await.way();
    }
    program.dies();
    let _program = site.serves().await;
    villager.sends("same", &fields, &[]).await.way();
    let page = villager.get("/d/CS-001?reader=office").await;
    assert_eq!(page.text().matches(TEXT).count(), 1, "{}", page.text());
    assert_eq!(site.count("SELECT count(*) FROM messages").await, 1);
    assert_eq!(site.count("SELECT count(*) FROM cases").await, 1);
}
