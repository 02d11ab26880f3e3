//! What people do, as the real client's types read it.

use teloxide::payloads::AnswerCallbackQuerySetters;
use teloxide::prelude::*;
use teloxide::types::{
    ChatId, ChatMemberKind, InlineKeyboardButton, InlineKeyboardMarkup, MediaKind, Message, MessageKind,
    MessageOrigin, Update, UpdateKind,
};

use super::{bot, fetch_all};
use crate::support::telegram::{FakeTelegram, Kind, Said, Tap, Tapped, Toast};

fn message(update: &Update) -> &Message {
    match &update.kind {
        UpdateKind::Message(message) | UpdateKind::EditedMessage(message) => message,
        other => panic!("no message: {other:?}"),
    }
}

fn media(update: &Update) -> &MediaKind {
    match &message(update).kind {
        MessageKind::Common(common) => &common.media_kind,
        other => panic!("not common: {other:?}"),
    }
}

#[tokio::test]
async fn every_kind_of_content_is_readable() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.says("您好 https://example.org");
    alice.sends_photo("路灯");
    alice.sends_voice(b"voice");
    alice.sends_document("表.xlsx", 5_000, "附件");
    alice.sends_location(28.2, 112.9);
    alice.sends_contact("+8613900000000", "陈群众（示例）");
    alice.sends_sticker("👍");
    alice.sends_video_note(b"note");
    alice.sends_video(b"video", "");
    alice.sends_audio("歌.mp3", b"audio");

    let updates = fetch_all(&bot(&tg)).await;
    let texts: Vec<_> = updates.iter().map(media).collect();
    assert!(matches!(
        texts[..],
        [
            MediaKind::Text(_),
            MediaKind::Photo(_),
            MediaKind::Voice(_),
            MediaKind::Document(_),
            MediaKind::Location(_),
            MediaKind::Contact(_),
            MediaKind::Sticker(_),
            MediaKind::VideoNote(_),
            MediaKind::Video(_),
            MediaKind::Audio(_),
        ]
    ));
    let first = message(&updates[0]);
    assert_eq!(first.from.as_ref().unwrap().first_name, "陈群众（示例）");
    assert_eq!(first.entities().unwrap().len(), 1);
    assert_eq!(message(&updates[1]).caption(), Some("路灯"));
    assert_eq!(message(&updates[1]).photo().unwrap().len(), 2);
    assert_eq!(message(&updates[3]).document().unwrap().file.size, 5_000);
}

#[tokio::test]
async fn message_ids_are_counted_per_chat() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let wang = tg.person("王示一（示例）");
    let said = [alice.says("一"), wang.says("二")];
    assert_eq!(said.map(|Said { message_id, .. }| message_id), [1, 1]);
}

#[tokio::test]
async fn an_album_comes_in_single_updates_with_one_group() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let said = alice.sends_album(3, "三张");
    let updates = fetch_all(&bot(&tg)).await;
    let groups: Vec<_> = updates.iter().map(|u| message(u).media_group_id()).collect();
    assert_eq!((said.len(), groups.len()), (3, 3));
    assert!(groups[0].is_some());
    assert!(groups.iter().all(|group| group == &groups[0]));
    assert_eq!(message(&updates[0]).caption(), Some("三张"));
    assert_eq!(message(&updates[1]).caption(), None);
}

#[tokio::test]
async fn starts_replies_edits_and_forwards_look_real() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    alice.uses_language("en");
    alice.calls_themselves("新名字（示例）", Some("sample_name"));
    tg.set_date(1_770_000_000);
    let card = bot.send_message(ChatId(alice.chat_id()), "来信").await.unwrap();
    alice.starts("d_CS-001");
    let reply = alice.replies_to(card.id.0, "谢谢");
    alice.edits(reply.message_id, "多谢");
    alice.forwards("某人（示例）", "听说");

    let updates = fetch_all(&bot).await;
    let start = message(&updates[0]);
    assert_eq!(start.text(), Some("/start d_CS-001"));
    assert_eq!(start.date.timestamp(), 1_770_000_000);
    let from = start.from.as_ref().unwrap();
    assert_eq!(from.language_code.as_deref(), Some("en"));
    assert_eq!(from.username.as_deref(), Some("sample_name"));
    let replied = message(&updates[1]).reply_to_message().unwrap();
    assert_eq!((replied.id, replied.text()), (card.id, Some("来信")));
    assert!(matches!(updates[2].kind, UpdateKind::EditedMessage(_)));
    assert_eq!(message(&updates[2]).text(), Some("多谢"));
    assert!(message(&updates[2]).edit_date().is_some());
    let origin = message(&updates[3]).forward_origin();
    assert!(matches!(origin, Some(MessageOrigin::HiddenUser { .. })));
    alice.unread();
    tg.assert_clean();
}

#[tokio::test]
async fn a_long_text_comes_in_parts() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    assert_eq!(alice.says_at_length(&"联".repeat(9_000)).len(), 3);
}

#[tokio::test]
async fn taps_find_their_button_and_get_an_answer() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let card = |data: &str| {
        let button = InlineKeyboardButton::callback("已收到", data);
        let markup = InlineKeyboardMarkup::new([[button]]);
        bot.send_message(chat, "来信").reply_markup(markup).send()
    };
    let older = card("v1:1").await.unwrap();
    let newer = card("v1:2").await.unwrap();
    let Tapped::Button(first) = alice.taps("已收到") else {
        panic!("a key was tapped");
    };
    let taps: [Tap; 3] = [
        first,
        alice.taps_on(older.id.0, "已收到"),
        alice.taps_data("v9:forged"),
    ];

    let updates = fetch_all(&bot).await;
    let queries: Vec<_> = updates
        .iter()
        .map(|update| match &update.kind {
            UpdateKind::CallbackQuery(query) => query,
            other => panic!("{other:?}"),
        })
        .collect();
    let data: Vec<_> = queries.iter().map(|query| query.data.as_deref()).collect();
    assert_eq!(data, [Some("v1:2"), Some("v1:1"), Some("v9:forged")]);
    let ids: Vec<_> = queries.iter().map(|query| query.id.0.as_str()).collect();
    assert_eq!(ids, taps.each_ref().map(|tap| tap.callback_query_id.as_str()));
    assert_eq!(i64::from(updates[2].id.0), taps[2].update_id);
    let on = |index: usize| queries[index].regular_message().unwrap().id;
    assert_eq!((on(0), on(1), on(2)), (newer.id, older.id, newer.id));

    for query in &queries {
        let answer = bot.answer_callback_query(query.id.clone());
        answer.text("好").show_alert(true).await.unwrap();
    }
    let toast = Toast {
        text: "好".to_owned(),
        alert: true,
    };
    assert_eq!(alice.toasts(), vec![toast; 3]);
    assert_eq!(alice.unread().len(), 2);
    tg.assert_clean();
}

#[tokio::test]
#[should_panic(expected = "no button 「没有」; there are: 有")]
async fn a_button_that_is_not_there_cannot_be_tapped() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let button = InlineKeyboardButton::callback("有", "v1:1");
    let markup = InlineKeyboardMarkup::new([[button]]);
    let chat = ChatId(alice.chat_id());
    let card = bot(&tg).send_message(chat, "来信").reply_markup(markup);
    card.await.unwrap();
    alice.taps("没有");
}

#[tokio::test]
async fn a_forged_tap_on_nothing_still_reads() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.taps_data("v1:x");
    let updates = fetch_all(&bot(&tg)).await;
    let UpdateKind::CallbackQuery(query) = &updates[0].kind else {
        panic!("{updates:?}");
    };
    assert!(query.message.is_some() && query.regular_message().is_none());
}

#[tokio::test]
async fn blocking_and_unblocking_are_told() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.blocks_bot();
    alice.unblocks_bot();
    let updates = fetch_all(&bot(&tg)).await;
    let states: Vec<_> = updates
        .iter()
        .map(|update| match &update.kind {
            UpdateKind::MyChatMember(change) => &change.new_chat_member.kind,
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(matches!(
        states[..],
        [ChatMemberKind::Banned(_), ChatMemberKind::Member(_)]
    ));
}

#[tokio::test]
async fn a_group_and_its_upgrade_are_readable() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let mut group = tg.group("联络站（示例）");
    group.hears(&alice, "大家好");
    let old = group.becomes_supergroup(&alice);
    let updates = fetch_all(&bot(&tg)).await;
    assert!(message(&updates[0]).chat.is_group());
    assert_eq!(message(&updates[1]).chat.id.0, old);
    let new = message(&updates[1]).migrate_to_chat_id().unwrap();
    assert_eq!(new.0, group.chat_id());
    assert_eq!(message(&updates[2]).migrate_from_chat_id().unwrap().0, old);
    assert!(message(&updates[2]).chat.is_supergroup());
}

#[tokio::test]
async fn a_file_may_be_of_any_kind_with_real_bytes() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.sends_file(Kind::Document, "名册.csv", "text/csv", b"a,b", "名册");
    let updates = fetch_all(&bot(&tg)).await;
    let document = message(&updates[0]).document().unwrap();
    assert_eq!(document.file_name.as_deref(), Some("名册.csv"));
    assert_eq!(alice.user_id(), alice.chat_id());
}
