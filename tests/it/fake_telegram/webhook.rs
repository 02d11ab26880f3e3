//! Webhooks: order, redelivery, the secret, several connections, and going back to polling.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use teloxide::ApiError;
use teloxide::payloads::{DeleteWebhookSetters, GetUpdatesSetters, SetWebhookSetters};
use teloxide::prelude::*;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use super::{api_error, bot, description, fetch};
use crate::support::telegram::{FakeTelegram, Fault, Held, On, SECRET_HEADER, WEBHOOK};

/// A bot's webhook that answers as it is told (200 when it is told nothing) and keeps what came.
struct Receiver {
    address: SocketAddr,
    received: Arc<Mutex<Vec<(String, i64)>>>,
    task: JoinHandle<()>,
}

impl Receiver {
    async fn answering(statuses: &[u16]) -> Self {
        Self::listening("127.0.0.1:0".parse().unwrap(), statuses).await
    }

    async fn listening(address: SocketAddr, statuses: &[u16]) -> Self {
        let answers = Arc::new(Mutex::new(VecDeque::from(statuses.to_vec())));
        let received: Arc<Mutex<Vec<(String, i64)>>> = Arc::default();
        let kept = Arc::clone(&received);
        let answer = async move |headers: HeaderMap, body: String| {
            let secret = headers.get(SECRET_HEADER).map(|value| value.to_str().unwrap());
            let update: serde_json::Value = serde_json::from_str(&body).unwrap();
            let entry = (
                secret.unwrap_or_default().to_owned(),
                update["update_id"].as_i64().unwrap(),
            );
            kept.lock().unwrap().push(entry);
            let status = answers.lock().unwrap().pop_front().unwrap_or(200);
            StatusCode::from_u16(status).unwrap()
        };
        let router = Router::new().route("/telegram/webhook", post(answer));
        let listener = TcpListener::bind(address).await.unwrap();
        let address = listener.local_addr().unwrap();
        let task = tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        Self {
            address,
            received,
            task,
        }
    }

    fn url(&self) -> url::Url {
        let address = self.address;
        format!("http://{address}/telegram/webhook").parse().unwrap()
    }

    fn ids(&self) -> Vec<i64> {
        let received = self.received.lock().unwrap();
        received.iter().map(|(_, id)| *id).collect()
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

#[tokio::test]
async fn updates_come_in_order_with_the_secret() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let alice = tg.person("陈群众（示例）");
    let before = alice.says("先");
    let set = bot(&tg).set_webhook(receiver.url()).secret_token("s-1_x");
    set.await.unwrap();
    let after = alice.says("后");
    tg.idle().await;
    assert_eq!(receiver.ids(), [before.update_id, after.update_id]);
    assert!(
        receiver
            .received
            .lock()
            .unwrap()
            .iter()
            .all(|(secret, _)| secret == "s-1_x")
    );
    tg.assert_clean();
}

#[tokio::test]
async fn an_update_comes_again_until_it_is_taken() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[503, 500]).await;
    let alice = tg.person("陈群众（示例）");
    let bot = bot(&tg);
    bot.set_webhook(receiver.url()).await.unwrap();
    let gate = tg.hold(On::method(WEBHOOK).after(2), Held::BeforeEffect);
    let first = alice.says("一").update_id;
    let second = alice.says("二").update_id;
    gate.arrived(1).await;

    let info = bot.get_webhook_info().await.unwrap();
    assert_eq!(info.pending_update_count, 2);
    assert_eq!(info.url, Some(receiver.url()));
    let error = info.last_error_message.unwrap();
    assert_eq!(
        error,
        "Wrong response from the webhook: 500 Internal Server Error"
    );
    assert!(info.last_error_date.is_some());
    gate.open();
    tg.idle().await;
    assert_eq!(receiver.ids(), [first, first, first, second]);
}

#[tokio::test]
async fn a_lost_answer_means_a_second_delivery() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let alice = tg.person("陈群众（示例）");
    bot(&tg).set_webhook(receiver.url()).await.unwrap();
    tg.fault(On::method(WEBHOOK).saying("丢失"), Fault::CutAfter);
    tg.fault(On::method(WEBHOOK).saying("不到"), Fault::CutBefore);
    let twice = alice.says("丢失").update_id;
    let once = alice.says("不到").update_id;
    tg.idle().await;
    assert_eq!(receiver.ids(), [twice, twice, once]);
}

#[tokio::test]
async fn a_stuck_chat_holds_up_no_other() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let alice = tg.person("陈群众（示例）");
    let wang = tg.person("王示一（示例）");
    bot(&tg).set_webhook(receiver.url()).await.unwrap();
    let only_alice = On::method(WEBHOOK).chat(alice.chat_id());
    let gate = tg.hold(only_alice, Held::BeforeEffect);
    let hers = [alice.says("一").update_id, alice.says("二").update_id];
    gate.arrived(1).await;
    let his = wang.says("三").update_id;
    tg.wait_until(|state| state.updates.len() == 2).await;
    assert_eq!(receiver.ids(), [his]);
    gate.open();
    tg.idle().await;
    assert_eq!(receiver.ids(), [his, hers[0], hers[1]]);
}

#[tokio::test]
async fn connections_are_counted() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let set = bot(&tg).set_webhook(receiver.url()).max_connections(2);
    set.await.unwrap();
    let gate = tg.hold(WEBHOOK, Held::BeforeEffect);
    for name in ["甲（示例）", "乙（示例）", "丙（示例）"] {
        tg.person(name).says("您好");
    }
    gate.arrived(2).await;
    assert_eq!(tg.state(|state| state.updates[2].handed_out), 0);
    gate.let_through(3);
    tg.idle().await;
    assert_eq!(receiver.ids().len(), 3);
}

#[tokio::test]
async fn polling_and_a_webhook_exclude_each_other() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[503; 1_000]).await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let waiting = tokio::spawn(bot.get_updates().timeout(30).send());
    tg.wait_until(|state| state.newest_poll == 1).await;
    bot.set_webhook(receiver.url()).await.unwrap();

    let terminated = description(waiting.await.unwrap());
    assert_eq!(terminated, "Conflict: terminated by setWebhook request");
    let refused = description(bot.get_updates().await);
    assert_eq!(
        refused,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to \
         delete the webhook first"
    );

    alice.says("您好");
    bot.delete_webhook().await.unwrap();
    assert_eq!(fetch(&bot, 0).await.len(), 1);
    bot.delete_webhook().drop_pending_updates(true).await.unwrap();
    assert!(fetch(&bot, 0).await.is_empty());
    assert_eq!(bot.get_webhook_info().await.unwrap().url, None);
}

#[tokio::test]
async fn a_public_host_must_be_known_and_spoken_to_over_https() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let alice = tg.person("陈群众（示例）");
    let bot = bot(&tg);
    let set = |url: &str| bot.set_webhook(url.parse().unwrap()).send();
    let unknown = set("https://bot.example.org/telegram/webhook").await;
    assert_eq!(api_error(unknown), ApiError::UnknownHost);
    let plain = set("http://bot.example.org/telegram/webhook").await;
    assert_eq!(
        description(plain),
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    );
    let port = set("https://bot.example.org:8080/telegram/webhook").await;
    assert_eq!(api_error(port), ApiError::BadWebhookPort);
    let secret = bot.set_webhook(receiver.url()).secret_token("密").await;
    assert_eq!(
        description(secret),
        "Bad Request: secret token contains unallowed characters"
    );

    tg.resolves("bot.example.org", receiver.address);
    set("https://bot.example.org/telegram/webhook").await.unwrap();
    let said = alice.says("您好");
    tg.idle().await;
    assert_eq!(receiver.ids(), [said.update_id]);
}

#[tokio::test]
async fn a_receiver_that_comes_back_gets_what_waited() {
    let tg = FakeTelegram::start().await;
    let receiver = Receiver::answering(&[]).await;
    let (url, address) = (receiver.url(), receiver.address);
    drop(receiver);
    let bot = bot(&tg);
    bot.set_webhook(url).await.unwrap();
    let said = tg.person("陈群众（示例）").says("您好");
    let failed = |state: &crate::support::telegram::State| state.webhook.as_ref()?.last_error.clone();
    let (_, error) = tg.wait_for(failed).await;
    assert!(["Connection refused", "Webhook connection closed"].contains(&error.as_str()));
    assert_eq!(bot.get_webhook_info().await.unwrap().pending_update_count, 1);

    let receiver = Receiver::listening(address, &[]).await;
    tg.idle().await;
    assert_eq!(receiver.ids(), [said.update_id]);
}
