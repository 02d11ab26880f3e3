//! Taps, memberships, groups, and what can't be read or was said by nobody.

use lianluo::domain::Locale;
use lianluo::domain::account::Channel;
use lianluo::domain::input::{Deed, From};
use lianluo::domain::message::Content;
use lianluo::telegram::read_update;
use serde_json::{Value, json};

use super::{BOT, input, merge, message, other, read};

#[test]
fn a_tap_carries_its_data_and_is_always_answered() {
    let from = json!({ "id": 5_000_000_123_i64, "is_bot": false, "first_name": "a", "language_code": "en" });
    let chat = json!({ "id": 5_000_000_123_i64, "type": "private", "first_name": "a" });
    let tap = |fields: Value| {
        let mut query = json!({ "id": "77", "from": from, "chat_instance": "5" });
        merge(&mut query, fields);
        read(&json!({ "update_id": 9, "callback_query": query }))
    };
    let too_old = json!({ "message": { "message_id": 12, "chat": chat, "date": 0 }, "data": "1.an.4" });
    for fields in [too_old, json!({ "data": "1.an.4" })] {
        let read = tap(fields);
        assert_eq!(read.callback_query_id.as_deref(), Some("77"));
        let input = read.input.unwrap();
        assert_eq!(
            input.deed,
            Deed::Tapped {
                data: "1.an.4".into()
            }
        );
        let From::Chat { address, locale, .. } = input.from else {
            panic!("a tap has a person")
        };
        assert_eq!(
            (address.as_str(), locale),
            ("7000000001:5000000123", Some(Locale::En))
        );
    }
    let game = tap(json!({ "game_short_name": "g" }));
    assert_eq!(game.callback_query_id.as_deref(), Some("77"));
    assert!(matches!(
        game.input.unwrap().deed,
        Deed::Other { explain: false, .. }
    ));
}

#[test]
fn who_blocks_the_bot_left_and_who_unblocks_it_came_back() {
    let change = |status: &str, kind: &str| {
        let user = json!({ "id": 7_000_000_001_i64, "is_bot": true, "first_name": "联络" });
        input(&json!({ "update_id": 9, "my_chat_member": {
            "chat": { "id": 5, "type": kind, "title": "t" },
            "from": { "id": 5, "is_bot": false, "first_name": "a" },
            "date": 6,
            "old_chat_member": { "user": user, "status": "member" },
            "new_chat_member": { "user": user, "status": status, "until_date": 0 } } }))
        .deed
    };
    assert_eq!(change("kicked", "private"), Deed::Left);
    assert_eq!(change("member", "private"), Deed::CameBack);
    assert!(matches!(
        change("status_of_tomorrow", "private"),
        Deed::Other { explain: false, .. }
    ));
    assert!(matches!(
        change("kicked", "group"),
        Deed::Other { explain: false, .. }
    ));
}

#[test]
fn a_group_is_told_only_when_it_addresses_the_bot() {
    let group = json!({ "id": -4_000_000_001_i64, "type": "group", "title": "村里的事（示例）" });
    for (text, explain) in [
        ("/find", true),
        ("/start@sample_bot", true),
        ("@Sample_Bot 在吗", true),
        ("路灯坏了 @zhang", false),
        ("大家好", false),
    ] {
        let update = message(json!({ "text": text, "chat": group }));
        assert_eq!(other(&update), ("group".to_owned(), explain), "{text}");
    }
    let channel = json!({ "id": -1_001_i64, "type": "channel", "title": "c" });
    let post = message(json!({ "text": "/find", "chat": channel }));
    assert_eq!(other(&post), ("channel".to_owned(), false));
    let upgraded = input(&message(
        json!({ "chat": group, "migrate_to_chat_id": -1_001_000_000_009_i64 }),
    ));
    let to = "7000000001:-1001000000009".to_owned();
    assert_eq!(upgraded.deed, Deed::Moved { to });
    assert!(matches!(upgraded.from, From::Chat { address, .. } if address == "7000000001:-4000000001"));
}

#[test]
fn what_nobody_said_is_counted_and_answered_by_nothing() {
    let bot = json!({ "id": 8, "is_bot": true, "first_name": "b" });
    for (update, what) in [
        (message(json!({ "text": "hi", "from": bot })), "bot"),
        (message(json!({ "text": "hi", "from": null })), "no_sender"),
        (
            message(json!({ "message_auto_delete_timer_changed": { "message_auto_delete_time": 9 } })),
            "message_auto_delete_timer_changed",
        ),
        (
            message(json!({ "write_access_allowed": {} })),
            "write_access_allowed",
        ),
        (
            json!({ "update_id": 9, "poll_answer": { "poll_id": "1", "option_ids": [] } }),
            "poll_answer",
        ),
        (
            json!({ "update_id": 9, "update_of_tomorrow": { "a": 1 } }),
            "update_of_tomorrow",
        ),
    ] {
        assert_eq!(other(&update), (what.to_owned(), false));
        assert_eq!(input(&update).from, From::Program, "{what} makes no account");
    }
    assert_eq!(other(&message(json!({}))), ("empty".to_owned(), true));
}

#[test]
fn what_can_t_be_read_is_kept_whole_under_its_number() {
    let unreadable = |raw: &str| {
        let input = read_update(BOT, raw).input.expect("its number can be read");
        assert_eq!(input.key, "tg:7000000001:9");
        match input.deed {
            Deed::Unreadable { raw: kept, reason } => {
                assert_eq!(kept, raw);
                assert!(!reason.is_empty());
            }
            other => panic!("{other:?}"),
        }
        input.from
    };
    let person = From::Chat {
        channel: Channel::Telegram,
        address: "7000000001:5".into(),
        locale: None,
    };
    assert_eq!(
        unreadable(r#"{"update_id":9,"message":{"text":"hi"}}"#),
        From::Program
    );
    assert_eq!(unreadable(r#"{"update_id":9}"#), From::Program);
    let no_number = r#"{"update_id":9,"message":{"chat":{"id":5,"type":"private"},"text":"hi"}}"#;
    assert_eq!(unreadable(no_number), person);
    let broken = r#"{"update_id":9,"message":{"chat":{"id":5,"type":"private"},"text":"hi}}"#;
    assert_eq!(unreadable(broken), person);
    let tomorrow = r#"{"update_id":9,"whisper":{"chat":{"id":5,"type":"private"},"text":"路灯"}}"#;
    assert_eq!(unreadable(tomorrow), person);
    for raw in [
        "", "[]", "null", "<html>", r#"{"message":{}}"#, r#"{"update_id":"x"}"#,
    ] {
        let read = read_update(BOT, raw);
        assert_eq!((read.update_id, read.input), (None, None), "{raw}");
    }
}

#[test]
fn what_makes_teloxide_panic_is_read_all_the_same() {
    let poll = json!({ "update_id": 9, "poll_answer": { "poll_id": "1", "option_ids": [] } });
    assert_eq!(other(&poll), ("poll_answer".to_owned(), false));
    let input = input(&message(json!({ "text": "路灯", "date": i64::MAX })));
    assert_eq!(input.said_at, Some(i64::MAX));
    assert!(matches!(input.deed, Deed::Said(said) if said.content == Content::Text("路灯".into())));
}

#[test]
fn numbers_of_any_width_and_halves_of_characters_survive() {
    let wide = json!({ "update_id": 9_007_199_254_740_993_i64, "message": {
        "message_id": 9_007_199_254_740_995_i64,
        "from": { "id": 9_007_199_254_740_997_i64, "is_bot": false, "first_name": "a" },
        "chat": { "id": 9_007_199_254_740_997_i64, "type": "private" }, "date": 1, "text": "宽" } });
    let read = read(&wide);
    assert_eq!(read.update_id, Some(9_007_199_254_740_993));
    let input = read.input.unwrap();
    assert!(matches!(input.from, From::Chat { ref address, .. } if address == "7000000001:9007199254740997"));
    assert!(matches!(input.deed, Deed::Said(said) if said.remote_id == Some(9_007_199_254_740_995)));

    let raw = message(json!({ "text": "HALF" }))
        .to_string()
        .replace("HALF", r"路灯\ud83d坏\u0000了");
    let Deed::Said(said) = read_update(BOT, &raw).input.unwrap().deed else {
        panic!("it was said")
    };
    assert_eq!(said.content, Content::Text("路灯\u{fffd}坏\u{2400}了".into()));
}

#[test]
fn a_huge_update_is_remembered_in_part_and_said_whole() {
    let text = "灯".repeat(40_000);
    let input = input(&message(json!({ "text": text })));
    assert!(input.raw.len() <= 64 * 1024 && input.raw.len() > 65_000);
    assert!(matches!(input.deed, Deed::Said(said) if said.content == Content::Text(text)));
}
