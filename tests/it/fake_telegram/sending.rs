//! What the bot sends, and how people see it.

use teloxide::net::Download;
use teloxide::prelude::*;
use teloxide::types::{
    ButtonRequest, ChatAction, ChatId, ForceReply, InlineKeyboardButton, InlineKeyboardMarkup, InputFile,
    InputMedia, InputMediaPhoto, KeyboardButton, KeyboardMarkup, KeyboardRemove, MessageId, ParseMode,
    ReplyParameters,
};

use super::bot;
use crate::support::telegram::{
    Action, Button, Call, FakeTelegram, Key, KeySends, Keyboard, Kind, Seen, SeenFile,
};

#[tokio::test]
async fn a_text_is_seen_as_it_was_sent() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let question = alice.says("王代表在吗？");
    let buttons = [
        vec![
            InlineKeyboardButton::callback("已收到", "v1:ok:3"),
            InlineKeyboardButton::callback("不是我", "v1:no:3"),
        ],
        vec![InlineKeyboardButton::url(
            "看来信",
            "https://example.org/c/3".parse().unwrap(),
        )],
    ];
    let sent = bot(&tg)
        .send_message(chat, "<b>来信</b> A&amp;B&#39;s")
        .parse_mode(ParseMode::Html)
        .disable_notification(true)
        .reply_parameters(ReplyParameters::new(MessageId(question.message_id)))
        .reply_markup(InlineKeyboardMarkup::new(buttons))
        .await
        .unwrap();

    assert_eq!(sent.reply_to_message().unwrap().text(), Some("王代表在吗？"));
    let seen: Seen = alice.hears().await;
    assert_eq!((seen.message_id, seen.chat_id), (sent.id.0, chat.0));
    assert_eq!((seen.kind, seen.text.as_str()), (Kind::Text, "来信 A&B's"));
    assert_eq!(seen.entities[0]["type"], "bold");
    assert_eq!(seen.labels(), [vec!["已收到", "不是我"], vec!["看来信"]]);
    assert_eq!(seen.data("不是我"), Some("v1:no:3"));
    let link = Button {
        label: "看来信".to_owned(),
        action: Action::Url("https://example.org/c/3".to_owned()),
    };
    assert_eq!(seen.buttons[1], [link]);
    assert_eq!(seen.reply_to, Some(question.message_id));
    assert!(seen.silent && !seen.edited && !seen.pinned);
    assert!(alice.unread().is_empty());
}

#[tokio::test]
async fn media_arrive_with_their_bytes() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let file = |name: &'static str| InputFile::memory(name.as_bytes()).file_name(name);
    bot.send_photo(chat, file("a.jpg")).caption("图").await.unwrap();
    bot.send_voice(chat, file("b.ogg")).await.unwrap();
    bot.send_audio(chat, file("c.mp3")).await.unwrap();
    bot.send_video(chat, file("d.mp4")).await.unwrap();
    let document = bot.send_document(chat, file("手册.pdf")).await.unwrap();
    bot.send_location(chat, 28.2, 112.9).await.unwrap();

    let seen = alice.unread();
    let kinds: Vec<_> = seen.iter().map(|seen| seen.kind).collect();
    use Kind::{Audio, Document, Location, Photo, Video, Voice};
    assert_eq!(kinds, [Photo, Voice, Audio, Video, Document, Location]);
    assert_eq!(seen[0].text, "图");
    let handbook = SeenFile {
        name: "手册.pdf".to_owned(),
        mime: "application/octet-stream".to_owned(),
        bytes: "手册.pdf".as_bytes().to_vec(),
    };
    assert_eq!(seen[4].file, Some(handbook));
    assert_eq!(seen[5].location, Some((28.2, 112.9)));

    let id = document.document().unwrap().file.id.clone();
    bot.send_document(chat, InputFile::file_id(id)).await.unwrap();
    assert_eq!(alice.unread()[0].file, seen[4].file);
}

#[tokio::test]
async fn an_album_is_one_group() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let photo = |caption: &'static str| {
        let file = InputFile::memory(caption.as_bytes());
        InputMedia::Photo(InputMediaPhoto::new(file).caption(caption))
    };
    let album = [photo("一"), photo("二")];
    let chat = ChatId(alice.chat_id());
    let sent = bot(&tg).send_media_group(chat, album).await.unwrap();
    let seen = alice.unread();
    assert_eq!(sent.len(), 2);
    assert_eq!(seen[1].text, "二");
    assert_eq!(seen[1].file.as_ref().unwrap().bytes, "二".as_bytes());
    assert!(seen[0].media_group_id.is_some());
    assert_eq!(seen[0].media_group_id, seen[1].media_group_id);
}

#[tokio::test]
async fn a_copy_carries_the_content_but_not_the_author() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let wang = tg.person("王示一（示例）");
    let photo = alice.sends_photo("路灯坏了");
    let (from, to) = (ChatId(alice.chat_id()), ChatId(wang.chat_id()));
    bot.copy_message(to, from, MessageId(photo.message_id))
        .caption("来信")
        .await
        .unwrap();
    let seen = wang.hears().await;
    assert_eq!((seen.kind, seen.text.as_str()), (Kind::Photo, "来信"));
    assert!(seen.file.unwrap().bytes.starts_with(b"\xFF\xD8\xFF"));
}

#[tokio::test]
async fn edits_deletion_and_pinning_are_seen() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let keyboard = InlineKeyboardMarkup::new([[InlineKeyboardButton::callback("好", "v1:a")]]);
    let sent = bot.send_message(chat, "一").reply_markup(keyboard.clone());
    let sent = sent.await.unwrap();
    alice.unread();

    bot.edit_message_text(chat, sent.id, "二").await.unwrap();
    let edited = alice.hears().await;
    assert!(edited.edited && edited.text == "二");
    assert!(
        edited.buttons.is_empty(),
        "an edit without buttons takes them away"
    );
    bot.edit_message_reply_markup(chat, sent.id)
        .reply_markup(keyboard)
        .await
        .unwrap();
    assert_eq!(alice.hears().await.labels(), [["好"]]);
    bot.pin_chat_message(chat, sent.id).await.unwrap();
    assert!(alice.inbox()[0].pinned);

    let photo = InputFile::memory(b"a picture".as_slice());
    let photo = bot.send_photo(chat, photo).await.unwrap();
    let caption = bot.edit_message_caption(chat, photo.id).caption("图");
    caption.await.unwrap();
    assert_eq!(alice.unread()[0].text, "图");
    bot.delete_message(chat, sent.id).await.unwrap();
    assert_eq!(alice.inbox().len(), 1);
    assert_eq!(tg.state(|state| state.bot_texts(alice.chat_id()).len()), 1);
}

#[tokio::test]
async fn a_reply_keyboard_stays_until_it_is_removed() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let keys = [[
        KeyboardButton::new("写信"),
        KeyboardButton::new("我的电话").request(ButtonRequest::Contact),
        KeyboardButton::new("我在哪里").request(ButtonRequest::Location),
    ]];
    let menu = bot.send_message(chat, "菜单");
    menu.reply_markup(KeyboardMarkup::new(keys)).await.unwrap();
    bot.send_message(chat, "请选择").await.unwrap();
    assert_eq!(alice.keys(), [["写信", "我的电话", "我在哪里"]]);
    let Keyboard::Shown(rows) = &alice.unread()[0].keyboard else {
        panic!("no keyboard");
    };
    let telephone = Key {
        label: "我的电话".to_owned(),
        sends: KeySends::Contact,
    };
    assert_eq!(rows[0][1], telephone);
    alice.taps("我的电话");
    alice.taps("我在哪里");
    alice.taps("写信");
    let updates = super::fetch_all(&bot).await;
    let texts = updates.iter().map(|update| match &update.kind {
        teloxide::types::UpdateKind::Message(message) => (
            message.contact().is_some(),
            message.location().is_some(),
            message.text(),
        ),
        other => panic!("{other:?}"),
    });
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [
            (true, false, None),
            (false, true, None),
            (false, false, Some("写信"))
        ]
    );

    let end = bot.send_message(chat, "好").reply_markup(KeyboardRemove::new());
    end.await.unwrap();
    assert!(alice.keys().is_empty());
    assert_eq!(alice.hears().await.keyboard, Keyboard::Removed);
    let ask = bot.send_message(chat, "请写").reply_markup(ForceReply::new());
    ask.await.unwrap();
    assert_eq!(alice.hears().await.keyboard, Keyboard::ForceReply);
}

#[tokio::test]
async fn chat_actions_are_recorded() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let began = std::time::Instant::now();
    let typing = bot(&tg).send_chat_action(ChatId(alice.chat_id()), ChatAction::Typing);
    typing.await.unwrap();
    assert_eq!(
        tg.state(|state| state.chats[&alice.chat_id()].actions.clone()),
        ["typing"]
    );
    let call: Call = tg.state(|state| state.calls_of("sendChatAction")[0].clone());
    assert_eq!(call.chat_id(), Some(alice.chat_id()));
    assert!(began <= call.at);
}

#[tokio::test]
async fn a_file_of_a_person_can_be_downloaded() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    alice.sends_voice(b"OggS spoken words");
    let id = tg.state(|state| state.files.keys().next().unwrap().clone());
    let file = bot.get_file(teloxide::types::FileId(id)).await.unwrap();
    let mut bytes = Vec::new();
    bot.download_file(&file.path, &mut bytes).await.unwrap();
    assert_eq!(bytes, b"OggS spoken words");
    bot.download_file("voices/none.ogg", &mut bytes)
        .await
        .unwrap_err();
}

#[tokio::test]
async fn calls_may_come_as_a_query_or_a_form() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let url = format!("{}/bot{}/sendmessage", tg.api_url(), tg.token());
    let chat = alice.chat_id().to_string();
    let query = [("chat_id", chat.as_str()), ("text", "查询")];
    client.get(&url).query(&query).send().await.unwrap();
    let form = [("chat_id", chat.as_str()), ("text", "表单")];
    client.post(&url).form(&form).send().await.unwrap();
    let texts: Vec<_> = alice.unread().into_iter().map(|seen| seen.text).collect();
    assert_eq!(texts, ["查询", "表单"]);
}

#[tokio::test]
async fn marks_of_markdown_become_entities() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let text = ">引用\n*重要* 3\\.5 `a.b` [链接](https://example.org/a_b)";
    bot(&tg)
        .send_message(ChatId(alice.chat_id()), text)
        .parse_mode(ParseMode::MarkdownV2)
        .await
        .unwrap();
    let seen = alice.hears().await;
    assert_eq!(seen.text, "引用\n重要 3.5 a.b 链接");
    let kinds: Vec<_> = seen.entities.iter().map(|entity| &entity["type"]).collect();
    assert_eq!(kinds, ["bold", "code", "text_link"]);
}
