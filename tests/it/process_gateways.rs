//! Two real programs on one PostgreSQL database: both take letters, one sends and fetches at a time, and when it dies the
//! other goes on within seconds. And what another process commits wakes an open page.

use std::time::Duration;

use crate::process_kills::{is_bound, receipts};
use crate::support::program::{Installation, Program};
use crate::support::telegram::{FakeTelegram, Outcome, Person, State};
use crate::web_chat_site::Person as Villager;

/// What a gateway says when it begins to send.
const SENDS: &str = "this gateway does this now lease=\"send:";
/// Within seconds; a busy machine is given some more.
const SECONDS: Duration = Duration::from_secs(15);
const OFFICE: &str = "/d/CS-001?reader=office";
const TEXT: &str = "石塘村三组灌溉渠去年垮了一段。（示）";

async fn two(tg: &FakeTelegram, mode: &str) -> (Installation, Installation) {
    let first = Installation::new()
        .on_postgres()
        .await
        .set("TELOXIDE_TOKEN", tg.token())
        .set("TELOXIDE_API_URL", tg.api_url())
        .set("TELEGRAM_MODE", mode)
        .set("TELEGRAM_WEBHOOK_SECRET", "a-secret_of_the_tests")
        .set("PUBLIC_URL", "https://lianluo.example.org")
        .set("SEND_PER_SECOND", "1000")
        .set("SEND_PER_CHAT_PER_SECOND", "0")
        .set("SEND_IN_FLIGHT", "1")
        .set("RECEIPT_WINDOW_SECONDS", "0");
    let second = first.beside();
    (first, second)
}

/// Each of these people opens a deputy and writes a letter.
fn write(tg: &FakeTelegram, round: usize, writers: usize) -> Vec<Person> {
    let each = |place| {
        let writer = tg.person(&format!("群众{round}-{place}（示）"));
        writer.starts("d_CS-001");
        writer.says(&format!("第{round}-{place}件事（示）"));
        writer
    };
    (0..writers).map(each).collect()
}

fn all_have_receipts(state: &State, writers: &[Person]) -> bool {
    writers.iter().all(|writer| receipts(state, writer) > 0)
}

fn sent_twice(tg: &FakeTelegram, writers: &[Person]) -> usize {
    tg.state(|state| {
        let more = |writer| receipts(state, writer) - 1;
        writers.iter().map(more).sum()
    })
}

async fn sends_by_itself(gateway: &mut Program) {
    let said = tokio::time::timeout(SECONDS, gateway.says(SENDS)).await;
    assert!(said.is_ok(), "{}", gateway.printed());
}

#[tokio::test]
async fn two_gateways_take_letters_and_one_sends_until_it_is_killed() {
    let tg = FakeTelegram::start().await;
    let (first, second) = two(&tg, "webhook").await;
    tg.resolves("lianluo.example.org", first.address());
    first.takes_the_roster().await;
    let mut sender = first.serves().await;
    sends_by_itself(&mut sender).await;
    let mut other = second.serves().await;
    is_bound(&tg, &first).await;

    // What the first takes and what the second takes is sent once, by the first.
    let mut writers = write(&tg, 0, 10);
    tg.wait_until(|state| state.updates.is_empty()).await;
    tg.resolves("lianluo.example.org", second.address());
    writers.extend(write(&tg, 1, 10));
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    assert_eq!(sent_twice(&tg, &writers), 0);
    assert!(!other.printed().contains(SENDS), "{}", other.printed());

    // It is killed in the middle of sending; letters go on coming in at the other.
    let calls = tg.state(|state| state.calls.len()) + 8;
    writers.extend(write(&tg, 2, 20));
    tg.wait_until(|state| state.calls.len() >= calls).await;
    sender.dies();
    sends_by_itself(&mut other).await;
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    let twice = sent_twice(&tg, &writers);
    assert!(
        twice <= 1,
        "one was under way at the kill, {twice} were sent twice"
    );

    // A gateway that is stopped hands over at once, and sends nothing twice.
    let mut again = first.serves().await;
    writers.extend(write(&tg, 3, 10));
    let ended = other.stops().await;
    assert_eq!(ended.code, Some(0), "{}", ended.printed);
    tg.resolves("lianluo.example.org", first.address());
    sends_by_itself(&mut again).await;
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    assert_eq!(sent_twice(&tg, &writers), twice);
    assert_eq!(again.stops().await.code, Some(0));
    let letters = i64::try_from(writers.len()).unwrap();
    assert_eq!(first.count("SELECT count(*) FROM messages").await, letters);
    assert_eq!(first.count("SELECT count(*) FROM cases").await, letters);
    assert_eq!(first.count("SELECT count(*) FROM dead_letters").await, 0);
}

#[tokio::test]
async fn of_two_gateways_one_fetches_and_the_other_takes_over_without_a_conflict() {
    let tg = FakeTelegram::start().await;
    let (first, second) = two(&tg, "poll").await;
    first.takes_the_roster().await;
    let mut fetches = first.serves().await;
    sends_by_itself(&mut fetches).await;
    let mut waits = second.serves().await;
    is_bound(&tg, &first).await;
    let mut writers = write(&tg, 0, 10);
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    fetches.dies();
    writers.extend(write(&tg, 1, 10));
    sends_by_itself(&mut waits).await;
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    // Back to the first, by a clean stop of the second.
    let fetches = first.serves().await;
    assert_eq!(waits.stops().await.code, Some(0));
    writers.extend(write(&tg, 2, 10));
    tg.wait_until(|state| state.updates.is_empty() && all_have_receipts(state, &writers))
        .await;
    assert_eq!(fetches.stops().await.code, Some(0));
    let conflicts = tg.state(|state| {
        let polls = state.calls.iter().filter(|call| call.method == "getUpdates");
        polls
            .filter(|call| call.outcome == Outcome::Answered(409))
            .count()
    });
    assert_eq!(conflicts, 0);
    assert!(sent_twice(&tg, &writers) <= 1);
    let letters = i64::try_from(writers.len()).unwrap();
    assert_eq!(first.count("SELECT count(*) FROM cases").await, letters);
}

/// Waits until an open page is told to look.
async fn is_woken(page: &mut reqwest::Response) {
    let woken = async {
        let mut told = Vec::new();
        while let Some(part) = page.chunk().await.unwrap() {
            told.extend(part);
            if String::from_utf8_lossy(&told).contains("data: new") {
                return;
            }
        }
        panic!("the stream ended: {}", String::from_utf8_lossy(&told));
    };
    tokio::time::timeout(SECONDS, woken)
        .await
        .expect("the page is woken");
}

async fn writes(villager: &mut Villager, key: &str) {
    villager.get(OFFICE).await;
    let fields = [("to", "CS-001"), ("reader", "office"), ("text", TEXT)];
    assert_eq!(villager.sends(key, &fields, &[]).await.way(), OFFICE);
}

async fn keeps_a_page_open(villager: &Villager, site: &Installation) -> reqwest::Response {
    let mut there = Villager::at(site.url());
    there.cookies = villager.cookies.clone();
    let asked = there.request(reqwest::Method::GET, "/chat/events");
    let stream = asked.send().await.unwrap();
    assert_eq!(stream.status(), 200);
    stream
}

#[tokio::test]
async fn a_page_at_one_gateway_wakes_when_another_commits() {
    let first = Installation::new().on_postgres().await;
    let second = first.beside();
    first.takes_the_roster().await;
    let (one, other) = (first.serves().await, second.serves().await);
    let mut villager = Villager::at(first.url());
    writes(&mut villager, "one").await;
    let mut page = keeps_a_page_open(&villager, &second).await;
    writes(&mut villager, "two").await;
    is_woken(&mut page).await;
    drop(page);
    assert_eq!(one.stops().await.code, Some(0));
    assert_eq!(other.stops().await.code, Some(0));
}

#[tokio::test]
async fn a_page_wakes_when_a_command_changes_an_sqlite_database() {
    let site = Installation::new();
    site.takes_the_roster().await;
    let program = site.serves().await;
    let mut villager = Villager::at(site.url());
    writes(&mut villager, "one").await;
    let mut page = keeps_a_page_open(&villager, &site).await;
    site.does(&["unit", "open", "CS"]).await;
    is_woken(&mut page).await;
    drop(page);
    assert_eq!(program.stops().await.code, Some(0));
}
