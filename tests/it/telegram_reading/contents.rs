//! What a person says in a private chat, kind by kind.

use lianluo::domain::Locale;
use lianluo::domain::account::Channel;
use lianluo::domain::input::{Deed, From, Said};
use lianluo::domain::message::{Content, FileKind};
use serde_json::{Value, json};

use super::{described, input, merge, message, said};

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
            forwarded: None,
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
    let words = Deed::Edited {
        remote_id: 31,
        content: Content::Text("路灯修好了".into()),
    };
    assert_eq!(text.deed, words);
    let photo = json!([{ "file_id": "p", "file_unique_id": "u", "width": 9, "height": 9 }]);
    let Deed::Edited { content, .. } = edited(json!({ "photo": photo, "caption": "新的说明" })).deed
    else {
        panic!("a changed photo is a change");
    };
    assert_eq!(content.words(), "新的说明");
    assert!(matches!(content, Content::File { file, .. } if file.remote_ref.as_deref() == Some("p")));
    let moving = edited(json!({ "location": { "latitude": 28.0, "longitude": 112.0, "live_period": 900 } }));
    assert!(matches!(moving.deed, Deed::Other { explain: false, .. }));
}
