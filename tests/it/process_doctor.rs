//! What the administrator sees of the outside by the real program: what `doctor` finds there and how to mend it, links in
//! invitations, a proxy on the way to Telegram, and who may read what is made.

use std::collections::HashMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::support::program::Installation;
use crate::support::socks::Socks;
use crate::support::telegram::{BOT_USERNAME, FakeTelegram};

/// Health and sentence by what they are about.
async fn findings(site: &Installation) -> (Option<i32>, HashMap<String, Vec<(String, String)>>) {
    let ended = site.runs(&["doctor", "--json"]).await;
    let mut found: HashMap<String, Vec<(String, String)>> = HashMap::new();
    for line in ended.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| value[name].as_str().unwrap().to_owned();
        found
            .entry(text("about"))
            .or_default()
            .push((text("health"), text("says")));
    }
    (ended.code, found)
}

fn on_telegram(site: Installation, tg: &FakeTelegram) -> Installation {
    site.set("TELOXIDE_TOKEN", tg.token())
        .set("TELOXIDE_API_URL", tg.api_url())
}

fn healths<'a>(found: &'a HashMap<String, Vec<(String, String)>>, about: &str) -> Vec<&'a str> {
    let found = found.get(about).map(Vec::as_slice).unwrap_or_default();
    found.iter().map(|(health, _)| health.as_str()).collect()
}

#[tokio::test]
async fn the_doctor_looks_at_telegram_the_disk_the_clock_and_the_gateway_of_short_messages() {
    let tg = FakeTelegram::start().await;
    let gateway = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/send", gateway.local_addr().unwrap());
    let site = on_telegram(Installation::new(), &tg).set("SMS_URL", url);
    site.takes_the_roster().await;
    let (code, found) = findings(&site).await;
    assert_eq!(code, Some(0), "{found:?}");
    for about in ["telegram", "webhook", "clock", "sms", "modes"] {
        assert_eq!(healths(&found, about), ["fine"], "{about}: {found:?}");
    }
    assert!(found["telegram"][0].1.contains(BOT_USERNAME), "{found:?}");
    assert_eq!(healths(&found, "files"), ["fine", "fine"], "{found:?}");
    assert_eq!(healths(&found, "disk").len(), 2, "{found:?}");
    // Looking changes nothing at Telegram.
    let changing = |state: &crate::support::telegram::State| {
        let calls = state.calls.iter();
        calls.filter(|call| !call.method.starts_with("get")).count()
    };
    assert_eq!(tg.state(changing), 0);

    // Nobody listens there any more, others may read the database, and a port of nobody is no mail server.
    drop(gateway);
    let nobody = crate::support::program::free_port();
    let site = site
        .set("SMTP_URL", format!("smtp://127.0.0.1:{nobody}"))
        .set("SMTP_FROM", "lianluo@example.org");
    let mode = |path: &Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    mode(site.folder.path(), 0o755);
    mode(&site.path("office.db"), 0o644);
    let (code, found) = findings(&site).await;
    assert_eq!(code, Some(1));
    assert_eq!(healths(&found, "sms"), ["broken"], "{found:?}");
    assert_eq!(healths(&found, "email"), ["broken"], "{found:?}");
    assert_eq!(healths(&found, "modes"), ["worth"], "{found:?}");
    assert!(found["modes"][0].1.contains("chmod 600"), "{found:?}");

    let wrong = Installation::new()
        .set("TELOXIDE_TOKEN", "1:wrong")
        .set("TELOXIDE_API_URL", tg.api_url());
    let (code, found) = findings(&wrong).await;
    assert_eq!((code, healths(&found, "telegram")), (Some(1), vec!["broken"]));
    assert!(found["telegram"][0].1.contains("BotFather"), "{found:?}");
}

#[tokio::test]
async fn the_doctor_tells_a_webhook_from_polling() {
    let tg = FakeTelegram::start().await;
    let site = on_telegram(Installation::new(), &tg)
        .set("TELEGRAM_MODE", "webhook")
        .set("TELEGRAM_WEBHOOK_SECRET", "a-secret_of_the_tests")
        .set("PUBLIC_URL", "https://lianluo.example.org");
    tg.resolves("lianluo.example.org", site.address());
    site.takes_the_roster().await;
    let (_, before) = findings(&site).await;
    assert_eq!(healths(&before, "webhook"), ["worth"], "{before:?}");
    let program = site.serves().await;
    tg.wait_until(|state| state.webhook.is_some()).await;
    let (_, during) = findings(&site).await;
    assert_eq!(healths(&during, "webhook"), ["fine"], "{during:?}");
    assert_eq!(program.stops().await.code, Some(0));
    let polls = site.set("TELEGRAM_MODE", "poll");
    let (_, left) = findings(&polls).await;
    assert_eq!(healths(&left, "webhook"), ["worth"], "{left:?}");
}

#[tokio::test]
async fn invitations_of_the_command_line_lead_to_telegram_also_when_it_is_out_of_reach() {
    let tg = FakeTelegram::start().await;
    let site = on_telegram(Installation::new(), &tg);
    site.takes_the_roster().await;
    let link = |out: String| {
        let value: serde_json::Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
        value["telegram_link"].as_str().unwrap_or_default().to_owned()
    };
    let start = format!("https://t.me/{BOT_USERNAME}?start=i_");
    let first = link(site.does(&["invite", "deputy", "CS-001", "--json"]).await);
    assert!(first.starts_with(&start), "{first}");
    drop(tg);
    let second = link(site.does(&["invite", "deputy", "CS-003", "--json"]).await);
    assert!(second.starts_with(&start), "{second}");
    let printed = site.does(&["invite", "deputy", "CS-004"]).await;
    assert!(printed.contains(&start), "{printed}");
}

#[tokio::test]
async fn telegram_is_reached_through_a_socks_proxy() {
    let tg = FakeTelegram::start().await;
    let proxy = Socks::start().await;
    let site = on_telegram(Installation::new(), &tg).set("TELOXIDE_PROXY", proxy.url());
    site.takes_the_roster().await;
    let program = site.serves().await;
    let person = tg.person("群众（示）");
    person.starts("");
    person.hears().await;
    assert!(proxy.through() > 0);
    assert_eq!(program.stops().await.code, Some(0));
    // And nothing goes around it.
    let dead = site.set("TELOXIDE_PROXY", "socks5://127.0.0.1:9");
    let (code, found) = findings(&dead).await;
    assert_eq!((code, healths(&found, "telegram")), (Some(1), vec!["broken"]));
}

#[tokio::test]
async fn what_the_program_makes_is_its_own_to_read() {
    let site = Installation::new();
    let inner = site.path("data");
    let site = site
        .set(
            "DATABASE_URL",
            format!("sqlite://{}", inner.join("office.db").display()),
        )
        .set("KEY_FILE", inner.join("office.key").display().to_string())
        .set("FILES_DIR", inner.join("files").display().to_string());
    let program = site.serves().await;
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    for name in [
        "office.db", "office.db-wal", "office.db-shm", "office.db.lock", "office.key",
    ] {
        assert_eq!(mode(&inner.join(name)), 0o600, "{name}");
    }
    assert_eq!(program.stops().await.code, Some(0));
    let hash = lianluo::engine::files::keep(&inner.join("files"), b"photo")
        .await
        .unwrap();
    let kept = lianluo::engine::files::path_of(&inner.join("files"), &hash);
    assert_eq!(mode(&kept), 0o600);
    assert_eq!(mode(kept.parent().unwrap()), 0o700);
    assert_eq!(mode(&inner.join("files")), 0o700);
}

#[tokio::test]
async fn a_gateway_with_a_folder_of_its_own_for_files_is_told() {
    let first = Installation::new().on_postgres().await;
    first.takes_the_roster().await;
    let one = first.serves().await;
    let second = first.beside();
    let shared = second.serves().await;
    assert!(
        !shared.printed().contains(".lianluo-files"),
        "{}",
        shared.printed()
    );
    let (_, found) = findings(&second).await;
    assert!(!healths(&found, "files").contains(&"broken"), "{found:?}");
    assert_eq!(healths(&found, "clock"), ["fine"], "{found:?}");
    assert_eq!(shared.stops().await.code, Some(0));

    let own = second.path("files").display().to_string();
    let apart = second.set("FILES_DIR", own);
    let mut alone = apart.serves().await;
    alone.says(".lianluo-files").await;
    let (code, found) = findings(&apart).await;
    assert_eq!(code, Some(1));
    assert!(healths(&found, "files").contains(&"broken"), "{found:?}");
    assert_eq!(alone.stops().await.code, Some(0));
    assert_eq!(one.stops().await.code, Some(0));
}
