//! Every update has a fate, and no word of a person in a private chat is lost.
//!
//! `tests/data/updates-real.jsonl`: updates from the test data of public projects; each line names its repository,
//! licence and path.

use lianluo::domain::Locale;
use lianluo::domain::account::Channel;
use lianluo::domain::input::{Deed, From, Input, Said};
use lianluo::domain::message::{Content, FileKind};
use lianluo::telegram::{ReadUpdate, read_update};
use serde_json::{Value, json};

const BOT: &str = "7000000001";
const REAL: &str = include_str!("../data/updates-real.jsonl");

fn read(update: &Value) -> ReadUpdate {
    read_update(BOT, &update.to_string())
}

fn input(update: &Value) -> Input {
    read(update).input.expect("it has an update_id")
}

/// A message in a private chat, with further fields or others instead.
fn message(fields: Value) -> Value {
    let mut message = json!({
        "message_id": 31,
        "from": { "id": 5_000_000_123_i64, "is_bot": false, "first_name": "陈群众（示例）", "language_code": "zh-hans" },
        "chat": { "id": 5_000_000_123_i64, "type": "private", "first_name": "陈群众（示例）" },
        "date": 1_790_000_000,
    });
    merge(&mut message, fields);
    json!({ "update_id": 9, "message": message })
}

fn merge(into: &mut Value, fields: Value) {
    let Value::Object(fields) = fields else {
        panic!("fields are an object")
    };
    for (key, value) in fields {
        into[key] = value;
    }
}

fn said(fields: Value) -> Said {
    match input(&message(fields)).deed {
        Deed::Said(said) => said,
        other => panic!("nothing was said: {other:?}"),
    }
}

fn other(update: &Value) -> (String, bool) {
    match input(update).deed {
        Deed::Other { what, explain } => (what, explain),
        other => panic!("it was understood: {other:?}"),
    }
}

fn described(what: &str, text: &str) -> Content {
    Content::Described {
        what: what.to_owned(),
        text: text.to_owned(),
    }
}

#[test]
fn a_text_is_said_to_the_letter_by_whoever_wrote_it() {
    let input = input(&message(json!({ "text": "  路灯坏了\n三个月了 😀" })));
    assert_eq!(input.key, "tg:7000000001:9");
    assert_eq!(
        input.from,
        From::Chat {
            channel: Channel::Telegram,
            address: "7000000001:5000000123".into(),
            locale: Some(Locale::ZhCn),
        }
    );
    assert_eq!(input.said_at, Some(1_790_000_000_000));
    assert_eq!(
        input.deed,
        Deed::Said(Said {
            content: Content::Text("  路灯坏了\n三个月了 😀".into()),
            remote_id: Some(31),
            reply: None,
            to_code: None,
            album: None,
        })
    );
}

#[test]
fn start_opens_the_conversation_and_other_words_behind_it_are_said() {
    for (text, payload) in [
        ("/start", None),
        ("/start@sample_bot", None),
        ("/start d_0042", Some("d_0042")),
        ("/start i_AB-9", Some("i_AB-9")),
    ] {
        let deed = input(&message(json!({ "text": text }))).deed;
        assert_eq!(deed, Deed::Started(payload.map(str::to_owned)), "{text}");
    }
    for text in [
        "/start 我要反映路灯",
        "/start a b",
        "/started",
        "/help",
        "你好 /start",
    ] {
        assert_eq!(said(json!({ "text": text })).content, Content::Text(text.into()));
    }
}

#[test]
fn a_text_with_an_entity_of_tomorrow_keeps_its_words() {
    let entity = json!([{ "type": "date_time", "offset": 0, "length": 2, "unix_time": 5 }]);
    let content = said(json!({ "text": "周五前答复", "entities": entity })).content;
    assert_eq!(content, Content::Text("周五前答复".into()));
    let photo = json!([{ "file_id": "p", "file_unique_id": "u", "width": 9, "height": 9 }]);
    let content = said(json!({ "photo": photo, "caption": "周五拍的", "caption_entities": entity })).content;
    match content {
        Content::File { file, caption } => {
            assert_eq!(
                (file.kind, file.remote_ref.as_deref()),
                (FileKind::Photo, Some("p"))
            );
            assert_eq!(caption, "周五拍的");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_kind_of_file_is_kept_with_what_is_known_of_it() {
    let sizes = json!([
        { "file_id": "small", "file_unique_id": "1", "width": 90, "height": 90, "file_size": 900 },
        { "file_id": "large", "file_unique_id": "2", "width": 800, "height": 600, "file_size": 64_000 },
        { "file_id": "middle", "file_unique_id": "3", "width": 320, "height": 320 },
    ]);
    let medium = |extra: Value| {
        let mut medium = json!({ "file_id": "F", "file_unique_id": "u", "file_size": 12, "duration": 3 });
        merge(&mut medium, extra);
        medium
    };
    let film = || medium(json!({ "width": 1, "height": 1, "mime_type": "video/mp4", "file_name": "灯.mp4" }));
    let cases = [
        (json!({ "photo": sizes }), FileKind::Photo, "large", None, None),
        (
            json!({ "voice": medium(json!({ "mime_type": "audio/ogg" })) }),
            FileKind::Voice,
            "F",
            None,
            Some("audio/ogg"),
        ),
        (
            json!({ "video_note": medium(json!({ "length": 9 })) }),
            FileKind::Video,
            "F",
            None,
            None,
        ),
        (
            json!({ "video": film() }),
            FileKind::Video,
            "F",
            Some("灯.mp4"),
            Some("video/mp4"),
        ),
        (
            json!({ "animation": film(), "document": film() }),
            FileKind::Video,
            "F",
            Some("灯.mp4"),
            Some("video/mp4"),
        ),
        (
            json!({ "audio": medium(json!({ "mime_type": "audio/mpeg", "title": "录音" })) }),
            FileKind::Document,
            "F",
            Some("录音"),
            Some("audio/mpeg"),
        ),
        (
            json!({ "document": { "file_id": "F", "file_unique_id": "u", "file_name": "信.pdf", "mime_type": "application/pdf" } }),
            FileKind::Document,
            "F",
            Some("信.pdf"),
            Some("application/pdf"),
        ),
    ];
    for (fields, kind, remote_ref, name, mime) in cases {
        let Content::File { file, caption } = said(fields.clone()).content else {
            panic!("no file: {fields}")
        };
        assert_eq!(file.kind, kind, "{fields}");
        assert_eq!(file.remote_ref.as_deref(), Some(remote_ref));
        assert_eq!(
            (file.name.as_deref(), file.mime.as_deref()),
            (name, mime),
            "{fields}"
        );
        assert_eq!(caption, "");
        assert_eq!(file.hash, None);
        let has_seconds = !matches!(kind, FileKind::Photo)
            && fields
                .get("document")
                .is_none_or(|_| fields.get("animation").is_some());
        assert_eq!(file.seconds, has_seconds.then_some(3), "{fields}");
    }
}

#[test]
fn an_album_comes_with_its_number() {
    let photo = json!([{ "file_id": "p", "file_unique_id": "u", "width": 9, "height": 9 }]);
    let said = said(json!({ "photo": photo, "media_group_id": "13500000000000001", "caption": "三张" }));
    assert_eq!(said.album.as_deref(), Some("13500000000000001"));
}

#[test]
fn what_is_neither_text_nor_file_is_described() {
    let point = json!({ "latitude": 28.2282, "longitude": 112.9388 });
    let place = |name: Option<&str>| Content::Location {
        latitude: 28.2282,
        longitude: 112.9388,
        name: name.map(str::to_owned),
    };
    let live = json!({ "latitude": 28.2282, "longitude": 112.9388, "live_period": 900, "heading": 3 });
    let venue = json!({ "location": point, "title": "联络站（示例）", "address": "示例路 1 号" });
    let sticker = json!({ "file_id": "s", "file_unique_id": "u", "width": 9, "height": 9, "emoji": "🙏",
        "is_animated": false, "is_video": false, "type": "of_tomorrow" });
    let poll = json!({ "id": "1", "question": "修不修？", "options": [
        { "text": "修", "voter_count": 0 }, { "text": "不修", "voter_count": 0 } ],
        "total_voter_count": 0, "is_closed": false, "is_anonymous": true, "type": "regular",
        "allows_multiple_answers": false });
    let checklist =
        json!({ "title": "要办的", "tasks": [ { "id": 1, "text": "路灯" }, { "id": 2, "text": "井盖" } ] });
    let rich = json!({ "blocks": [
        { "type": "heading", "text": "来信", "size": 2 },
        { "type": "paragraph", "text": ["路灯", { "type": "bold", "text": ["坏", { "type": "italic", "text": "了" }] }, "三个月"] },
        { "type": "list", "items": [ { "blocks": [ { "type": "paragraph", "text": "请修" } ] } ] } ] });
    for (fields, content) in [
        (json!({ "location": point }), place(None)),
        (json!({ "location": live }), place(None)),
        (
            json!({ "location": point, "venue": venue }),
            place(Some("联络站（示例） · 示例路 1 号")),
        ),
        (json!({ "sticker": sticker }), described("sticker", "🙏")),
        (
            json!({ "dice": { "emoji": "🎲", "value": 4 } }),
            described("dice", "🎲 4"),
        ),
        (
            json!({ "contact": { "phone_number": "+8613900000000", "first_name": "王", "last_name": "示一" } }),
            described("contact", "王 示一 +8613900000000"),
        ),
        (json!({ "poll": poll }), described("poll", "修不修？\n修\n不修")),
        (
            json!({ "checklist": checklist }),
            described("checklist", "要办的\n路灯\n井盖"),
        ),
        (
            json!({ "rich_message": rich }),
            described("rich_message", "来信\n路灯坏了三个月\n请修"),
        ),
        (
            json!({ "story": { "chat": { "id": 1, "type": "channel" }, "id": 7 } }),
            described("story", ""),
        ),
        (
            json!({ "paid_media": { "star_count": 1, "paid_media": [] }, "caption": "付费" }),
            described("paid_media", "付费"),
        ),
        (
            json!({ "gift": { "gift": { "id": "g" }, "text": "谢谢" } }),
            described("gift", "谢谢"),
        ),
        (
            json!({ "hologram": { "layers": [ { "caption": "请看" }, { "body": "灯" } ], "url": "x" } }),
            described("unknown", "请看\n灯"),
        ),
    ] {
        assert_eq!(said(fields.clone()).content, content, "{fields}");
    }
}

#[test]
fn a_reply_brings_everything_by_which_its_case_is_found() {
    let keyboard = json!({ "inline_keyboard": [[ { "text": "答复", "callback_data": "1.an.4" }, { "text": "链接", "url": "https://example.org" } ],
        [ { "text": "结束", "callback_data": "1.en.4" } ]] });
    let chat = json!({ "id": 5_000_000_123_i64, "type": "private", "first_name": "a" });
    let bot = json!({ "id": 7_000_000_001_i64, "is_bot": true, "first_name": "联络" });
    let card = json!({ "message_id": 12, "from": bot, "chat": chat, "date": 5, "text": "来信 20260007", "reply_markup": keyboard });
    let reply = said(json!({ "text": "已转交", "reply_to_message": card }))
        .reply
        .unwrap();
    assert_eq!(
        (reply.remote_id, reply.own_text.as_deref()),
        (12, Some("来信 20260007"))
    );
    assert_eq!(reply.buttons, ["1.an.4", "1.en.4"]);

    let mut unknown = card.clone();
    unknown["entities"] = json!([{ "type": "date_time", "offset": 0, "length": 2 }]);
    let reply = said(json!({ "text": "已转交", "reply_to_message": unknown }))
        .reply
        .unwrap();
    assert_eq!(
        reply.own_text.as_deref(),
        Some("来信 20260007"),
        "also with an entity of tomorrow"
    );

    let mut own = card;
    own["from"] = json!({ "id": 5_000_000_123_i64, "is_bot": false, "first_name": "a" });
    let reply = said(json!({ "text": "补充", "reply_to_message": own }))
        .reply
        .unwrap();
    assert_eq!(
        (reply.remote_id, reply.own_text),
        (12, None),
        "a person can't write a text of ours"
    );
}

#[test]
fn a_quotation_from_another_chat_belongs_to_what_is_said() {
    let origin = json!({ "type": "hidden_user", "sender_user_name": "某频道", "date": 4 });
    let fields = json!({ "text": "这是真的吗？", "external_reply": { "origin": origin },
        "quote": { "text": "路灯下月修\n井盖也修", "position": 0 } });
    let content = said(fields).content;
    assert_eq!(
        content,
        Content::Text("> 路灯下月修\n> 井盖也修\n这是真的吗？".into())
    );
}

#[test]
fn an_edit_brings_the_new_words() {
    let edited = |fields: Value| {
        let mut update = message(fields);
        let body = update["message"].take();
        let mut update = json!({ "update_id": 9, "edited_message": body });
        update["edited_message"]["edit_date"] = json!(1_790_000_060);
        input(&update)
    };
    let text = edited(json!({ "text": "路灯修好了" }));
    assert_eq!(text.said_at, Some(1_790_000_060_000));
    let deed = |text: &str| Deed::Edited {
        remote_id: 31,
        text: text.into(),
    };
    assert_eq!(text.deed, deed("路灯修好了"));
    let photo = json!([{ "file_id": "p", "file_unique_id": "u", "width": 9, "height": 9 }]);
    assert_eq!(
        edited(json!({ "photo": photo, "caption": "新的说明" })).deed,
        deed("新的说明")
    );
    let moving = edited(json!({ "location": { "latitude": 28.0, "longitude": 112.0, "live_period": 900 } }));
    assert!(matches!(moving.deed, Deed::Other { explain: false, .. }));
}

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

/// Every text and caption in a message, found without knowing its shape.
fn all_words(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| all_words(item, found)),
        Value::Object(fields) => {
            for (key, part) in fields {
                match (key.as_str(), part) {
                    ("text" | "caption", Value::String(words)) => found.push(words.clone()),
                    ("text" | "caption", Value::Array(pieces)) => {
                        found.extend(pieces.iter().filter_map(Value::as_str).map(str::to_owned));
                        all_words(part, found);
                    }
                    // Buttons are the bot's; what is replied to or pinned came before as a message of its own.
                    ("reply_markup" | "pinned_message", _) => {}
                    ("reply_to_message", replied) if replied["from"]["is_bot"] != true => {}
                    _ => all_words(part, found),
                }
            }
        }
        _ => {}
    }
}

fn words_of(deed: &Deed) -> String {
    match deed {
        Deed::Said(said) => {
            let replied = said.reply.as_ref().and_then(|reply| reply.own_text.clone());
            format!("{}\n{}", said.content.words(), replied.unwrap_or_default())
        }
        Deed::Edited { text, .. } => text.clone(),
        Deed::Started(payload) => format!("/start {}", payload.as_deref().unwrap_or_default())
            .trim()
            .to_owned(),
        Deed::Unreadable { raw, .. } => raw.clone(),
        _ => String::new(),
    }
}

#[test]
fn every_real_update_has_a_fate_and_no_words_are_lost() {
    let mut words_checked = 0;
    let mut lines = 0;
    for line in REAL.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let (id, update) = (line["id"].as_str().unwrap(), &line["update"]);
        lines += 1;
        let read = read(update);
        assert_eq!(read.update_id, update["update_id"].as_i64(), "{id}");
        let input = read.input.unwrap_or_else(|| panic!("{id} has no fate"));
        assert_eq!(input.key, format!("tg:{BOT}:{}", update["update_id"]));
        assert_eq!(
            read.callback_query_id.is_some(),
            update.get("message").is_none() && update.get("callback_query").is_some()
        );
        let message = update.get("message").or(update.get("edited_message"));
        let Some(message) = message else { continue };
        let from_person = message["from"]["id"].is_i64() && message["from"]["is_bot"] != true;
        if message["chat"]["type"]
            .as_str()
            .is_some_and(|kind| kind != "private")
            || !from_person
        {
            continue;
        }
        assert!(!matches!(input.deed, Deed::Unreadable { .. }), "{id} is readable");
        let mut words = Vec::new();
        all_words(message, &mut words);
        let kept = words_of(&input.deed);
        let service = matches!(&input.deed, Deed::Other { what, .. } if what.starts_with("checklist_tasks"));
        for told in words.iter().filter(|_| !service) {
            words_checked += 1;
            assert!(
                kept.contains(told.as_str()),
                "{id} loses {told:?}; kept was {kept:?}"
            );
        }
    }
    assert!(
        lines > 250 && words_checked > 30,
        "{lines} lines, {words_checked} texts"
    );
}
