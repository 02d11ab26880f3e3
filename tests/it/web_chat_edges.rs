//! What the site refuses, and how it lives and stops: forged and large forms, floods, streams, webhook, health, headers.

use std::sync::Arc;
use std::time::Duration;

use lianluo::engine::Calling;
use lianluo::web::state::{Hook, Hooked};

use crate::support::office::Office;
use crate::web_chat_site::{Site, Wish};

#[tokio::test]
async fn looking_writes_nothing() {
    let site = Site::open().await;
    let rows = site.rows().await;
    let (secret, _) = site.invites("CS-001").await;
    let invited = site.rows().await;
    assert!(invited > rows);
    let invitation = format!("/i/{secret}");
    for path in [
        "/",
        "/find",
        "/chat",
        "/chat/since?after=",
        "/chat/events",
        "/d/CS-001",
        "/d/CS-001?reader=office",
        "/d/X",
        "/my",
        "/notice",
        "/nowhere",
        "/file/1",
        &invitation,
    ] {
        // Once as someone new, once with the cookie that the first page gave.
        let mut guest = site.person();
        if path != "/chat/events" {
            guest.get("/").await;
            guest.get(path).await;
        }
        site.person().get(path).await;
    }
    assert_eq!(site.rows().await, invited);
}

#[tokio::test]
async fn a_forged_form_changes_nothing() {
    let site = Site::open().await;
    let rows = site.rows().await;
    let mut victim = site.person();
    // No cookie, no token.
    let forged = victim.sends("k", &[("text", "x")], &[("a.jpg", b"x")]).await;
    assert_eq!(forged.status, 403);
    victim.get("/").await;
    let mut other = site.person();
    other.get("/").await;
    // Another session's token.
    let mine = std::mem::replace(&mut victim.cookies, other.cookies.clone());
    assert_ne!(mine, victim.cookies);
    let forged = victim.sends("k", &[("text", "x")], &[]).await;
    assert_eq!(forged.status, 403);
    assert!(forged.text().contains("这一页放得久了"), "{}", forged.text());
    // A key that no page of ours makes.
    let forged = other.sends("a b", &[("text", "x")], &[]).await;
    assert_eq!(forged.status, 403);
    assert_eq!(site.rows().await, rows);
}

#[tokio::test]
async fn too_many_forms_in_a_minute_wait_and_nothing_is_lost() {
    let wish = Wish {
        posts_per_minute: Some(3),
        ..Wish::default()
    };
    let site = Site::with(Office::open().await, wish).await;
    let mut hasty = site.person();
    hasty.get("/chat").await;
    for key in ["a", "b", "c"] {
        hasty.sends(key, &[("text", "快！")], &[]).await.way();
    }
    let page = hasty.sends("d", &[("text", "快！")], &[]).await;
    assert_eq!(page.status, 429);
    assert!(page.text().contains("没有丢"), "{}", page.text());
    let mut calm = site.person();
    calm.get("/chat").await;
    calm.sends("a", &[("text", "慢。")], &[]).await.way();
    site.office.clock.step(60_000);
    hasty.sends("d", &[("text", "快！")], &[]).await.way();
}

#[tokio::test]
async fn a_form_that_is_too_large_is_answered_with_what_fits() {
    let wish = Wish {
        upload_bytes: Some(1024 * 1024),
        ..Wish::default()
    };
    let site = Site::with(Office::open().await, wish).await;
    let mut sender = site.person();
    sender.get("/chat").await;
    let film = vec![0; 2 * 1024 * 1024];
    let page = sender.sends("a", &[("text", "看")], &[("film.mp4", &film)]).await;
    assert_eq!(page.status, 413);
    assert!(page.text().contains("1 MB"), "{}", page.text());
    let parts: Vec<(&str, &[u8])> = vec![("a.txt", b"x"); 120];
    assert_eq!(sender.sends("b", &[], &parts).await.status, 413);
    sender
        .sends("c", &[("text", "小的")], &[("a.txt", b"x")])
        .await
        .way();
}

#[tokio::test]
async fn every_page_has_the_headers_that_keep_it_to_itself() {
    let site = Site::open().await;
    let mut guest = site.person();
    let asset = guest.get("/").await.between("href=\"/assets/", "\"");
    for path in [
        "/", "/find", "/chat", "/nowhere", "/d/X", "/i/X", "/healthz", "/readyz",
    ] {
        let page = guest.get(path).await;
        assert!(
            page.header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert_eq!(
            page.header("strict-transport-security"),
            "",
            "{path}: not without https"
        );
    }
    let look = guest.get(&format!("/assets/{asset}")).await;
    assert_eq!(look.status, 200);
    assert!(look.header("cache-control").contains("immutable"));
    assert_eq!(guest.get("/assets/look.css").await.status, 404);

    let mut wish = Wish::default();
    wish.rules.public_url = "https://lianluo.example.org".into();
    let site = Site::with(Office::open().await, wish).await;
    let page = site.person().get("/").await;
    assert_eq!(page.header("strict-transport-security"), "max-age=31536000");
    assert!(page.header("set-cookie").contains("; Secure"));
    assert!(page.header("set-cookie").contains("; HttpOnly; SameSite=Lax"));
}

/// The next event of a stream, at most some seconds away.
async fn event(stream: &mut reqwest::Response) -> Option<String> {
    let chunk = tokio::time::timeout(Duration::from_secs(20), stream.chunk());
    let bytes = chunk.await.expect("an event in time").unwrap()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

#[tokio::test]
async fn the_stream_says_that_something_waits_and_ends_with_the_server() {
    let site = Site::open().await;
    let mut deputy = site.deputy("CS-001").await;
    let cookieless = site.person().get("/chat/events").await;
    assert_eq!(cookieless.status, 204);
    let page = deputy.get("/chat").await;
    let after = page.between("data-after=\"", "\"");
    let mut stream = deputy
        .request(reqwest::Method::GET, "/chat/events")
        .send()
        .await
        .unwrap();
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    site.person().writes("CS-001", "渠垮了。").await;
    let said = event(&mut stream).await.unwrap();
    assert!(said.contains("data:"), "{said}");
    let since = deputy.get(&format!("/chat/since?after={after}")).await;
    assert!(since.text().contains("260001"), "{}", since.text());

    let stopped = site.stops();
    while event(&mut stream).await.is_some() {}
    let limit = Duration::from_secs(20);
    tokio::time::timeout(limit, stopped)
        .await
        .expect("stops in time")
        .unwrap();
}

/// Takes what carries the secret.
struct Gate;

impl Hook for Gate {
    fn receive<'a>(&'a self, secret: Option<&'a [u8]>, body: &'a [u8]) -> Calling<'a, Hooked> {
        Box::pin(async move {
            match (secret, body) {
                (Some(b"secret"), b"{}") => Hooked::Taken,
                (Some(b"secret"), _) => Hooked::NotTaken,
                _ => Hooked::WrongSecret,
            }
        })
    }
}

#[tokio::test]
async fn the_webhook_is_confirmed_only_when_its_update_was_taken() {
    let deliver = |site: &Site, secret: &'static str, body: Vec<u8>| {
        site.person()
            .request(reqwest::Method::POST, "/telegram/webhook")
            .header("x-telegram-bot-api-secret-token", secret)
            .body(body)
            .send()
    };
    let without = Site::open().await;
    let status = deliver(&without, "secret", b"{}".to_vec())
        .await
        .unwrap()
        .status();
    assert_eq!(status, 404);
    let wish = Wish {
        hook: Some(Arc::new(Gate)),
        ..Wish::default()
    };
    let site = Site::with(Office::open().await, wish).await;
    for (secret, body, status) in [
        ("secret", b"{}".to_vec(), 200),
        ("guess", b"{}".to_vec(), 401),
        ("secret", b"!".to_vec(), 503),
        ("secret", vec![b' '; 1024 * 1024 + 1], 413),
    ] {
        assert_eq!(deliver(&site, secret, body).await.unwrap().status(), status);
    }
    let get = site.person().get("/telegram/webhook").await;
    assert_eq!(get.status, 405);
}

#[tokio::test]
async fn health_and_metrics_tell_how_the_program_is() {
    let site = Site::open().await;
    let mut watcher = site.person();
    assert_eq!(watcher.get("/healthz").await.text(), "ok\n");
    let ready = watcher.get("/readyz").await;
    assert_eq!(
        (ready.status, ready.text().as_str()),
        (200, "database ok\nengine ok\n")
    );
    assert_eq!(
        watcher.get("/metrics").await.status,
        404,
        "not on the public listener"
    );

    let mut villager = site.person();
    villager.get("/d/CS-001?reader=office").await;
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", "水渠垮了（示）")];
    assert_eq!(villager.sends("one", &fields, &[]).await.status, 303);
    site.office.clock.step(90_000);

    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let metrics = lianluo::web::metrics_router(site.web.clone());
    let serving = tokio::spawn(async move { axum::serve(listener, metrics).await });
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let text = client
        .get(format!("http://{address}/metrics"))
        .send()
        .await
        .unwrap()
        .text()
        .await
        .unwrap();
    for line in [
        "lianluo_inputs_total{fate=\"done\"} 5",
        "lianluo_inputs_total{fate=\"full\"} 0",
        "lianluo_queue_inputs 0",
        "lianluo_batch_inputs_sum 5",
        "lianluo_batch_inputs_bucket{le=\"0\"} 0",
        "lianluo_database_troubles_total 0",
        "lianluo_sends_total{outcome=\"sent\"} 0",
        "lianluo_dead_letters 0",
        "lianluo_outbox_waiting{channel=\"web\",lane=\"answers\"} 2",
        "lianluo_outbox_oldest_seconds{channel=\"web\",lane=\"answers\"} 90",
    ] {
        assert!(text.contains(&format!("\n{line}\n")), "{line} is not in\n{text}");
    }
    // Every family says what it is, and is said once.
    for name in text.lines().filter_map(|line| line.strip_prefix("# TYPE ")) {
        let name = name.split(' ').next().unwrap();
        assert_eq!(text.matches(&format!("# HELP {name} ")).count(), 1, "{name}");
    }
    assert!(text.contains("\nlianluo_well 1\n"), "{text}");
    serving.abort();
    site.office.store.close().await;
    assert_eq!(watcher.get("/readyz").await.status, 503);
    assert_eq!(
        watcher.get("/chat").await.status,
        200,
        "a guest's page asks for nothing"
    );
    assert_eq!(watcher.get("/find").await.status, 503);
}
