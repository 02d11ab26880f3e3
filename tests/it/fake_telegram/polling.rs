//! getUpdates: confirming, waiting, limits, two pollers.

use teloxide::ApiError;
use teloxide::payloads::GetUpdatesSetters;
use teloxide::prelude::*;
use teloxide::types::{AllowedUpdate, UpdateKind};

use super::{api_error, bot, fetch, fetch_all, raw_updates};
use crate::support::telegram::{FakeTelegram, Outcome};

#[tokio::test]
async fn an_unconfirmed_update_is_handed_out_again() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let first = alice.says("一");
    let second = alice.says("二");

    assert_eq!(fetch(&bot, 0).await.len(), 2);
    assert_eq!(fetch(&bot, 0).await.len(), 2);
    let rest = fetch(&bot, i32::try_from(second.update_id).unwrap()).await;

    assert_eq!(i64::from(rest[0].id.0), second.update_id);
    assert_eq!(second.update_id, first.update_id + 1);
    assert_eq!(tg.pending_updates(), 1);
    assert_eq!(tg.state(|state| state.updates[0].handed_out), 3);
    fetch_all(&bot).await;
    tg.idle().await;
    tg.assert_clean();
}

#[tokio::test]
async fn a_poll_waits_for_the_first_update() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let waiting = tokio::spawn(bot(&tg).get_updates().timeout(30).send());
    tg.wait_until(|state| state.newest_poll == 1).await;

    alice.says("您好");

    let updates = waiting.await.unwrap().unwrap();
    assert_eq!(updates.len(), 1);
}

#[tokio::test]
async fn a_poll_without_updates_ends_with_its_timeout() {
    let tg = FakeTelegram::start().await;
    let began = std::time::Instant::now();
    let updates = bot(&tg).get_updates().timeout(1).await.unwrap();
    assert!(updates.is_empty());
    assert!(began.elapsed() >= std::time::Duration::from_secs(1));
}

#[tokio::test]
async fn a_limit_gives_the_oldest() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let said: Vec<_> = (0..5).map(|n| alice.says(&format!("第{n}条"))).collect();
    let updates = bot(&tg).get_updates().limit(2).await.unwrap();
    let ids: Vec<_> = updates.iter().map(|update| i64::from(update.id.0)).collect();
    assert_eq!(ids, [said[0].update_id, said[1].update_id]);
}

#[tokio::test]
async fn a_negative_offset_forgets_all_but_the_last() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.says("一");
    alice.says("二");
    let last = alice.says("三");
    let updates = fetch(&bot(&tg), -1).await;
    assert_eq!(updates.len(), 1);
    assert_eq!(i64::from(updates[0].id.0), last.update_id);
    assert_eq!(tg.pending_updates(), 1);
}

#[tokio::test]
async fn unwanted_kinds_are_not_kept() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    bot.get_updates()
        .allowed_updates([AllowedUpdate::MyChatMember])
        .await
        .unwrap();
    let missed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| alice.says("您好")));
    assert!(missed.is_err(), "the test is told that its update goes nowhere");
    alice.blocks_bot();
    let updates = fetch(&bot, 0).await;
    assert!(matches!(updates[..], [ref one] if matches!(one.kind, UpdateKind::MyChatMember(_))));
}

#[tokio::test]
async fn the_newer_of_two_pollers_wins() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let older = tokio::spawn(bot(&tg).get_updates().timeout(30).send());
    tg.wait_until(|state| state.newest_poll == 1).await;
    let newer = tokio::spawn(bot(&tg).get_updates().timeout(30).send());

    let refused = api_error(older.await.unwrap());
    alice.says("您好");

    assert_eq!(refused, ApiError::TerminatedByOtherGetUpdates);
    assert_eq!(newer.await.unwrap().unwrap().len(), 1);
}

#[tokio::test]
async fn a_poller_that_dies_while_it_waits_loses_nothing() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let dying = tokio::spawn(bot(&tg).get_updates().timeout(30).send());
    tg.wait_until(|state| state.newest_poll == 1).await;
    dying.abort();
    tg.wait_until(|state| state.calls[0].outcome == Outcome::Lost)
        .await;

    alice.says("您好");

    assert_eq!(fetch_all(&bot(&tg)).await.len(), 1);
}

#[tokio::test]
async fn update_ids_may_start_anew() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    alice.says("一");
    fetch_all(&bot).await;
    tg.continue_update_ids_at(500);
    let later = alice.says("二");
    assert_eq!(later.update_id, 500);
    // Real bots meet this after a week of silence: a remembered offset would confirm it unseen.
    assert_eq!(fetch(&bot, 0).await.len(), 1);
}

#[tokio::test]
async fn captured_and_broken_updates_go_out_to_the_letter() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let captured = r#"{"update_id":870000007,"brand_new_kind":{"x":1}}"#;
    assert_eq!(tg.push_raw(captured), 870_000_007);
    assert_eq!(tg.push_raw(r#"{"message":"not an object"}"#), 870_000_008);
    assert_eq!(tg.push_raw(r#"{"update_id":"no number"}"#), 870_000_009);

    let raw = raw_updates(&bot, 0).await.unwrap();
    assert_eq!(raw[0]["brand_new_kind"]["x"], 1);
    assert_eq!(raw[1]["update_id"], 870_000_008);
    assert_eq!(raw[2]["update_id"], "no number");
    assert!(raw_updates(&bot, 870_000_010).await.unwrap().is_empty());

    tg.push_raw("this is no JSON");
    assert!(raw_updates(&bot, 0).await.is_err());
    assert!(raw_updates(&bot, 870_000_011).await.unwrap().is_empty());
}
