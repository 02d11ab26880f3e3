//! What goes wrong on the way, and what the client and the people notice of it.

use teloxide::net::Download;
use teloxide::payloads::GetUpdatesSetters;
use teloxide::prelude::*;
use teloxide::types::{ChatId, Message};
use teloxide::{ApiError, RequestError};

use super::{api_error, bot, description, fetch};
use crate::support::telegram::{DOWNLOAD, FakeTelegram, Fault, Held, On, Outcome, Person, WEBHOOK};

async fn write(tg: &FakeTelegram, to: &Person, text: &str) -> Result<Message, RequestError> {
    bot(tg).send_message(ChatId(to.chat_id()), text).await
}

#[tokio::test]
async fn too_many_requests_say_when_to_come_back() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let wang = tg.person("王示一（示例）");
    let to_alice = On::method("send*").chat(alice.chat_id()).times(2);
    tg.fault(to_alice, Fault::TooManyRequests { retry_after: 7 });
    write(&tg, &wang, "不受影响").await.unwrap();
    for _ in 0..2 {
        match write(&tg, &alice, "您好").await {
            Err(RequestError::RetryAfter(pause)) => assert_eq!(pause.seconds(), 7),
            other => panic!("{other:?}"),
        }
    }
    write(&tg, &alice, "您好").await.unwrap();
    assert_eq!((alice.unread().len(), wang.unread().len()), (1, 1));
    tg.assert_clean();
}

#[tokio::test]
async fn server_errors_have_no_effect() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    tg.fault("sendMessage", Fault::ServerError(500));
    tg.fault("sendMessage", Fault::ServerError(502));
    // Not with teloxide: it sleeps ten seconds after each 5xx.
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{}/bot{}/sendMessage", tg.api_url(), tg.token());
    let body = serde_json::json!({ "chat_id": alice.chat_id(), "text": "您好" });
    let mut statuses = Vec::new();
    for _ in 0..3 {
        let answer = client.post(&url).json(&body).send().await.unwrap();
        statuses.push(answer.status().as_u16());
    }
    assert_eq!(statuses, [500, 502, 200]);
    assert_eq!(alice.unread().len(), 1);
    tg.assert_clean();
}

#[tokio::test]
async fn a_cut_connection_does_not_tell_whether_it_happened() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    tg.fault("sendMessage", Fault::CutBefore);
    tg.fault("sendMessage", Fault::CutAfter);
    let bot = bot(&tg);
    // A connection from the pool, which a client might be tempted to try again by itself.
    bot.get_me().await.unwrap();
    let write = |text: &str| bot.send_message(ChatId(alice.chat_id()), text).send();
    let before = write("没有发生").await;
    assert!(matches!(before, Err(RequestError::Network(_))));
    assert!(alice.unread().is_empty());
    bot.get_me().await.unwrap();
    let after = write("发生了").await;
    assert!(matches!(after, Err(RequestError::Network(_))));
    assert_eq!(alice.unread()[0].text, "发生了");
    let outcomes = tg.state(|state| {
        let calls = state.calls_of("sendMessage");
        calls.iter().map(|call| call.outcome).collect::<Vec<_>>()
    });
    assert_eq!(outcomes, [Outcome::Lost, Outcome::AnswerLost]);
    tg.assert_clean();
}

#[tokio::test]
async fn the_third_call_may_be_the_bad_one() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let on = On::method("sendMessage").after(2);
    let description_text = "Bad Request: chat not found";
    let fault = Fault::Refused {
        code: 400,
        description: description_text,
    };
    tg.fault(on, fault);
    write(&tg, &alice, "一").await.unwrap();
    write(&tg, &alice, "二").await.unwrap();
    assert_eq!(api_error(write(&tg, &alice, "三").await), ApiError::ChatNotFound);
    write(&tg, &alice, "四").await.unwrap();
}

#[tokio::test]
async fn a_gate_holds_a_call_before_its_effect() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let gate = tg.hold(On::method("sendMessage").saying("慢"), Held::BeforeEffect);
    let chat = ChatId(alice.chat_id());
    let slow = tokio::spawn(bot(&tg).send_message(chat, "慢").send());
    gate.arrived(1).await;
    write(&tg, &alice, "快").await.unwrap();
    assert_eq!(alice.unread().len(), 1);
    gate.open();
    slow.await.unwrap().unwrap();
    assert_eq!(alice.unread()[0].text, "慢");
}

#[tokio::test]
async fn a_client_that_dies_at_the_gate_leaves_what_had_happened() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    for (held, effects) in [(Held::BeforeEffect, 0), (Held::AfterEffect, 1)] {
        let gate = tg.hold("sendMessage", held);
        let dying = tokio::spawn(bot(&tg).send_message(chat, "您好").send());
        gate.arrived(1).await;
        dying.abort();
        tg.wait_until(|state| state.in_flight() == 0).await;
        assert_eq!(alice.unread().len(), effects, "{held:?}");
    }
    let outcomes: Vec<_> = tg.state(|state| state.calls.iter().map(|call| call.outcome).collect());
    assert_eq!(outcomes, [Outcome::Lost, Outcome::AnswerLost]);
}

#[tokio::test]
async fn a_gate_lets_through_one_by_one() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let gate = tg.hold("sendMessage", Held::BeforeEffect);
    let calls: Vec<_> = (0..3)
        .map(|_| tokio::spawn(bot(&tg).send_message(chat, "您好").send()))
        .collect();
    gate.arrived(3).await;
    gate.let_through(1);
    alice.hears().await;
    gate.arrived(2).await;
    assert!(alice.unread().is_empty());
    drop(gate);
    for call in calls {
        call.await.unwrap().unwrap();
    }
    assert_eq!(alice.unread().len(), 2);
}

#[tokio::test]
async fn a_poll_may_go_wrong_and_lose_nothing() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    alice.says("您好");
    for fault in [Fault::NotJson, Fault::CutBefore, Fault::CutAfter, Fault::Conflict] {
        tg.fault("getUpdates", fault.clone());
        let answer = bot.get_updates().timeout(0).await;
        match (fault, answer) {
            (Fault::NotJson, Err(RequestError::InvalidJson { .. })) => {}
            (Fault::CutBefore | Fault::CutAfter, Err(RequestError::Network(_))) => {}
            (Fault::Conflict, Err(RequestError::Api(ApiError::TerminatedByOtherGetUpdates))) => {}
            (fault, answer) => panic!("{fault:?}: {answer:?}"),
        }
    }
    assert_eq!(fetch(&bot, 0).await.len(), 1);
}

#[tokio::test]
async fn a_confirming_poll_confirms_even_if_its_answer_is_lost() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let said = alice.says("您好");
    tg.fault("getUpdates", Fault::CutAfter);
    let offset = i32::try_from(said.update_id + 1).unwrap();
    bot.get_updates().offset(offset).timeout(0).await.unwrap_err();
    assert_eq!(tg.pending_updates(), 0);
}

#[tokio::test]
async fn an_outage_lasts_until_it_is_healed() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    tg.fault(On::method("send*").times(usize::MAX), Fault::CutBefore);
    for _ in 0..3 {
        write(&tg, &alice, "您好").await.unwrap_err();
    }
    tg.heal();
    write(&tg, &alice, "您好").await.unwrap();
    alice.unread();
    tg.assert_clean();
}

#[tokio::test]
async fn a_download_may_break() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    alice.sends_voice(b"voice");
    let id = tg.state(|state| state.files.keys().next().unwrap().clone());
    let file = bot.get_file(teloxide::types::FileId(id)).await.unwrap();
    tg.fault(DOWNLOAD, Fault::CutBefore);
    tg.fault(DOWNLOAD, Fault::ServerError(502));
    let mut bytes = Vec::new();
    for _ in 0..2 {
        bot.download_file(&file.path, &mut bytes).await.unwrap_err();
    }
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, b"voice");
}

#[tokio::test]
async fn a_refusal_can_be_ordered_word_for_word() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let fault = Fault::Refused {
        code: 403,
        description: "Forbidden: something new",
    };
    tg.fault("sendMessage", fault);
    let refused = write(&tg, &alice, "您好").await;
    assert_eq!(description(refused), "Forbidden: something new");
    assert!(tg.describe().contains("call sendMessage"));
}

#[tokio::test]
#[should_panic(expected = "webhook can't meet NotJson")]
async fn a_fault_that_could_not_happen_is_not_planned() {
    let tg = FakeTelegram::start().await;
    tg.fault(WEBHOOK, Fault::NotJson);
}

#[tokio::test]
async fn a_test_that_blocks_does_not_stop_the_platform() {
    use std::io::{Read, Write};
    let tg = FakeTelegram::start().await;
    let address = tg.api_url();
    let mut wire = std::net::TcpStream::connect(address.trim_start_matches("http://")).unwrap();
    let head = format!("GET /bot{}/getMe HTTP/1.0\r\n\r\n", tg.token());
    wire.write_all(head.as_bytes()).unwrap();
    let mut answer = String::new();
    wire.read_to_string(&mut answer).unwrap();
    assert!(answer.contains("lianluo_example_bot"));
}
