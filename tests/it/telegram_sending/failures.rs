//! How a call can fail, and what the sender is told.

use lianluo::engine::Sent;
use lianluo::telegram::{BadConnection, TelegramOutlet, bot_id, connect, who_am_i};

use super::{address, outlet, send, words};
use crate::support::telegram::{BOT_ID, FakeTelegram, Fault, On};

#[tokio::test]
async fn a_part_that_arrived_is_not_sent_again_when_a_later_one_fails() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let text = format!("{}\n{}", "一".repeat(4_000), "二".repeat(3_000));
    let second = || On::method("sendMessage").saying("二");
    tg.fault(second(), Fault::ServerError(502));
    tg.fault(second(), Fault::CutBefore);
    tg.fault(second(), Fault::TooManyRequests { retry_after: 0 });
    let sent = send(&outlet, &address(&wang), &words(&text)).await;
    let seen = wang.unread();
    let parts = seen.iter().map(|seen| i64::from(seen.message_id));
    assert_eq!(sent, Sent::ArrivedAs(parts.collect()));
    assert_eq!(seen.len(), 2);
    assert!(seen[0].text.starts_with('一') && seen[1].text.starts_with('二'));

    tg.fault(second(), Fault::TooManyRequests { retry_after: 10_072 });
    let sent = send(&outlet, &address(&wang), &words(&text)).await;
    assert_eq!(sent, Sent::Uncertain, "a part is there, so it isn't unsent");
    assert_eq!(wang.unread().len(), 1);
}

#[tokio::test]
async fn every_failure_has_its_name() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let refused = |code: u16, description: &'static str| Fault::Refused { code, description };
    let mut expected = vec![
        (
            Fault::TooManyRequests { retry_after: 10_072 },
            Sent::RetryAfter(10_072),
        ),
        (Fault::ServerError(500), Sent::Unavailable),
        (Fault::ServerError(502), Sent::Unavailable),
        (Fault::ServerError(504), Sent::Unavailable),
        (Fault::NotJson, Sent::Uncertain),
        (Fault::CutAfter, Sent::Uncertain),
    ];
    for (code, description, sent) in [
        (401, "Unauthorized", Sent::Unavailable),
        (404, "Not Found", Sent::Unavailable),
        (429, "Too Many Requests", Sent::RetryAfter(5)),
        (403, "Forbidden: bot was blocked by the user", Sent::Blocked),
        (403, "Forbidden: something of tomorrow", Sent::Blocked),
        (403, "Forbidden: user is deactivated", Sent::Gone),
        (
            403,
            "Forbidden: bot can't initiate conversation with a user",
            Sent::Gone,
        ),
        (403, "Forbidden: bot was kicked from the group chat", Sent::Gone),
        (
            403,
            "Forbidden: bot was kicked from the supergroup chat",
            Sent::Gone,
        ),
        (
            403,
            "Forbidden: bot is not a member of the channel chat",
            Sent::Gone,
        ),
        (403, "Forbidden: bot can't send messages to bots", Sent::Gone),
        (400, "Bad Request: chat not found", Sent::Gone),
        (400, "Bad Request: user not found", Sent::Gone),
        (400, "Bad Request: PEER_ID_INVALID", Sent::Gone),
        (400, "Bad Request: group is deactivated", Sent::Gone),
        (400, "Bad Request: message is too long", Sent::Refused("too_long")),
        (400, "Bad Request: message text is empty", Sent::Refused("empty")),
        (400, "Bad Request: BUTTON_DATA_INVALID", Sent::Refused("buttons")),
        (
            400,
            "Bad Request: not enough rights to send text messages to the chat",
            Sent::Refused("rights"),
        ),
        (
            400,
            "Bad Request: something of tomorrow",
            Sent::Refused("refused"),
        ),
    ] {
        expected.push((refused(code, description), sent));
    }
    for (fault, sent) in expected {
        tg.fault("sendMessage", fault.clone());
        assert_eq!(
            send(&outlet, &address(&wang), &words("好")).await,
            sent,
            "{fault:?}"
        );
    }
    wang.inbox();
    // A connection that dies before anything is read can't be told from one that dies after.
    tg.fault("sendMessage", Fault::CutBefore);
    assert_eq!(
        send(&outlet, &address(&wang), &words("好")).await,
        Sent::Uncertain
    );
}

#[tokio::test]
async fn a_person_who_blocks_or_is_gone_and_a_group_that_moves_are_told_apart() {
    let tg = FakeTelegram::start().await;
    let outlet = outlet(&tg);
    let (blocker, gone, stranger) = (
        tg.person("甲（示例）"),
        tg.person("乙（示例）"),
        tg.stranger("丙（示例）"),
    );
    blocker.blocks_bot();
    gone.deletes_account();
    let mut group = tg.group("村里的事（示例）");
    let old = group.chat_id();
    group.becomes_supergroup(&tg.person("丁（示例）"));
    let moved = Sent::Moved(format!("{BOT_ID}:{}", group.chat_id()));
    for (address, sent) in [
        (address(&blocker), Sent::Blocked),
        (address(&gone), Sent::Gone),
        (address(&stranger), Sent::Gone),
        (format!("{BOT_ID}:{old}"), moved),
        (format!("{BOT_ID}:99"), Sent::Gone),
        ("1:99".to_owned(), Sent::Refused("address")),
        ("nonsense".to_owned(), Sent::Refused("address")),
    ] {
        assert_eq!(send(&outlet, &address, &words("好")).await, sent, "{address}");
    }
    assert_eq!(
        send(&outlet, &address(&blocker), &words(" \n")).await,
        Sent::Refused("empty")
    );
}

#[tokio::test]
async fn without_a_network_nothing_has_left() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let bot = connect("7000000001:secret", Some(&url), None).unwrap();
    let sent = send(&TelegramOutlet::new(bot), "7000000001:5", &words("好")).await;
    assert_eq!(sent, Sent::Unavailable);
}

#[tokio::test]
async fn a_wrong_token_is_not_the_message_s_fault() {
    let tg = FakeTelegram::start().await;
    let wang = tg.person("王示一（示例）");
    let token = format!("{BOT_ID}:AAWrongWrongWrongWrongWrongWrongWro");
    let bot = connect(&token, Some(&tg.api_url()), None).unwrap();
    let told = who_am_i(&bot).await.unwrap_err();
    assert!(told.contains("token") && !told.contains("AAWrong"), "{told}");
    assert_eq!(
        send(&TelegramOutlet::new(bot), &address(&wang), &words("好")).await,
        Sent::Unavailable
    );
}

#[test]
fn what_can_t_be_a_connection_is_said_before_it_is_used() {
    assert_eq!(bot_id("123456:AAsecret"), Some("123456"));
    let refused = |token: &str, url: Option<&str>, proxy: Option<&str>| connect(token, url, proxy).err();
    for token in ["", "123456", "abc:def", "123456:", ":x"] {
        assert_eq!(refused(token, None, None), Some(BadConnection::Token), "{token}");
    }
    assert_eq!(
        refused("1:x", Some("mailto:a"), None),
        Some(BadConnection::ApiUrl)
    );
    assert_eq!(
        refused("1:x", Some("not an address"), None),
        Some(BadConnection::ApiUrl)
    );
    assert_eq!(refused("1:x", None, Some("::")), Some(BadConnection::Proxy));
    assert_eq!(
        refused(
            "1:x",
            Some("http://127.0.0.1:8081"),
            Some("http://127.0.0.1:1080")
        ),
        None
    );
}
