//! Every refusal, as teloxide reads it.

use teloxide::prelude::*;
use teloxide::types::{
    ChatId, FileId, InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMedia, InputMediaPhoto,
    MessageId, ParseMode, ReplyParameters,
};
use teloxide::{ApiError, RequestError};

use super::{api_error, bot, bot_with_token, description};
use crate::support::telegram::{BOT_ID, BOT_NAME, BOT_USERNAME, FakeTelegram};

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let tg = FakeTelegram::start().await;
    let other = "7000000009:AAWrongWrongWrongWrongWrongWrongWron";
    let unauthorized = bot_with_token(&tg, other).get_me().await;
    assert_eq!(api_error(unauthorized), ApiError::InvalidToken);
    let nonsense = bot_with_token(&tg, "nonsense").get_me().await;
    assert_eq!(api_error(nonsense), ApiError::InvalidToken);
    let me = bot(&tg).get_me().await.unwrap();
    assert_eq!(i64::try_from(me.id.0).unwrap(), BOT_ID);
    assert_eq!((me.username(), me.first_name.as_str()), (BOT_USERNAME, BOT_NAME));
}

#[tokio::test]
async fn texts_have_a_length() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());

    let empty = bot.send_message(chat, "").await;
    assert_eq!(api_error(empty), ApiError::MessageTextIsEmpty);
    let blank = bot.send_message(chat, " \n ").await;
    assert_eq!(description(blank), "Bad Request: text must be non-empty");
    // A face takes two UTF-16 units, which is what Telegram counts.
    let faces = bot.send_message(chat, "😀".repeat(2_049)).await;
    assert_eq!(api_error(faces), ApiError::MessageIsTooLong);
    let han = bot.send_message(chat, "联".repeat(4_097)).await;
    assert_eq!(api_error(han), ApiError::MessageIsTooLong);

    let sent = bot.send_message(chat, "联".repeat(4_096)).await.unwrap();
    let edited = bot.edit_message_text(chat, sent.id, "联".repeat(4_097)).await;
    assert_eq!(api_error(edited), ApiError::EditedMessageIsTooLong);
    assert_eq!(alice.unread().len(), 1);
    tg.assert_clean();
}

#[tokio::test]
async fn captions_have_a_length() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let photo = || InputFile::memory(b"a picture".as_slice());
    let send = |caption: String| {
        bot(&tg)
            .send_photo(ChatId(alice.chat_id()), photo())
            .caption(caption)
            .send()
    };
    let refused = send("联".repeat(1_025)).await;
    assert_eq!(description(refused), "Bad Request: message caption is too long");
    send("联".repeat(1_024)).await.unwrap();
    assert_eq!(alice.inbox()[0].text.chars().count(), 1_024);
}

#[tokio::test]
async fn buttons_are_checked() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let send = |button: InlineKeyboardButton| {
        bot(&tg)
            .send_message(ChatId(alice.chat_id()), "请选择")
            .reply_markup(InlineKeyboardMarkup::new([[button]]))
            .send()
    };
    let callback = |data: String| send(InlineKeyboardButton::callback("好", data));
    let link = |url: &str| send(InlineKeyboardButton::url("看", url.parse().unwrap()));

    assert_eq!(
        api_error(callback("a".repeat(65)).await),
        ApiError::ButtonDataInvalid
    );
    assert_eq!(
        api_error(callback("代".repeat(22)).await),
        ApiError::ButtonDataInvalid
    );
    assert_eq!(
        api_error(callback(String::new()).await),
        ApiError::TextButtonsAreUnallowed
    );
    callback("代".repeat(21)).await.unwrap();
    assert_eq!(
        description(link("http://localhost:8080/d/CS-001").await),
        "Bad Request: inline keyboard button URL 'http://localhost:8080/d/CS-001' is invalid: \
         Wrong HTTP URL"
    );
    link("https://example.org/d/CS-001").await.unwrap();
    assert_eq!(alice.unread().len(), 2);
}

#[tokio::test]
async fn who_is_not_there_is_not_written_to() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let wang = tg.stranger("王示一（示例）");
    let write = |chat_id: i64| bot.send_message(ChatId(chat_id), "您好").send();

    assert_eq!(api_error(write(4_711).await), ApiError::ChatNotFound);
    let stranger = description(write(wang.chat_id()).await);
    assert_eq!(stranger, "Forbidden: bot can't initiate conversation with a user");
    wang.starts("");
    write(wang.chat_id()).await.unwrap();

    let card = write(alice.chat_id()).await.unwrap();
    alice.blocks_bot();
    assert_eq!(api_error(write(alice.chat_id()).await), ApiError::BotBlocked);
    let chat = ChatId(alice.chat_id());
    bot.edit_message_text(chat, card.id, "改了").await.unwrap();
    alice.unblocks_bot();
    write(alice.chat_id()).await.unwrap();

    alice.deletes_account();
    assert_eq!(api_error(write(alice.chat_id()).await), ApiError::UserDeactivated);
}

#[tokio::test]
async fn an_upgraded_group_names_its_new_id() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let mut group = tg.group("联络站（示例）");
    group.hears(&alice, "大家好");
    let old = group.becomes_supergroup(&alice);

    match bot.send_message(ChatId(old), "您好").await {
        Err(RequestError::MigrateToChatId(new)) => assert_eq!(new.0, group.chat_id()),
        other => panic!("{other:?}"),
    }
    bot.send_message(ChatId(group.chat_id()), "您好").await.unwrap();
    assert_eq!(group.unread().len(), 1);

    let thrown_out = tg.group("另一个群（示例）");
    thrown_out.kicks_bot();
    let refused = bot.send_message(ChatId(thrown_out.chat_id()), "您好").await;
    assert_eq!(
        description(refused),
        "Forbidden: bot was kicked from the group chat"
    );
}

#[tokio::test]
async fn edits_must_change_something_of_the_bots_own() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let hers = MessageId(alice.says("我的话").message_id);
    let sent = bot.send_message(chat, "您好").await.unwrap();

    let same = bot.edit_message_text(chat, sent.id, "您好").await;
    assert_eq!(api_error(same), ApiError::MessageNotModified);
    let same_buttons = bot.edit_message_reply_markup(chat, sent.id).await;
    assert_eq!(api_error(same_buttons), ApiError::MessageNotModified);
    let gone = bot.edit_message_text(chat, MessageId(99), "您好").await;
    assert_eq!(api_error(gone), ApiError::MessageToEditNotFound);
    let not_own = bot.edit_message_text(chat, hers, "您好").await;
    assert_eq!(api_error(not_own), ApiError::MessageCantBeEdited);
    let caption = bot.edit_message_caption(chat, sent.id).caption("图").await;
    assert_eq!(
        description(caption),
        "Bad Request: there is no caption in the message to edit"
    );
    let photo = InputFile::memory(b"a picture".as_slice());
    let photo = bot.send_photo(chat, photo).await.unwrap();
    let text = bot.edit_message_text(chat, photo.id, "字").await;
    assert_eq!(
        description(text),
        "Bad Request: there is no text in the message to edit"
    );
}

#[tokio::test]
async fn what_is_gone_cannot_be_answered_copied_pinned_or_deleted() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let gone = MessageId(99);
    let reply = |parameters| bot.send_message(chat, "您好").reply_parameters(parameters);

    let refused = reply(ReplyParameters::new(gone)).await;
    assert_eq!(api_error(refused), ApiError::MessageToReplyNotFound);
    let without = ReplyParameters::new(gone).allow_sending_without_reply();
    reply(without).await.unwrap();
    assert_eq!(alice.inbox()[0].reply_to, None);

    let copied = bot.copy_message(chat, chat, gone).await;
    assert_eq!(api_error(copied), ApiError::MessageToCopyNotFound);
    let pinned = bot.pin_chat_message(chat, gone).await;
    assert_eq!(description(pinned), "Bad Request: message to pin not found");
    let deleted = bot.delete_message(chat, gone).await;
    assert_eq!(api_error(deleted), ApiError::MessageToDeleteNotFound);
}

#[tokio::test]
async fn bad_markup_cannot_be_parsed() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let cases = [
        (
            ParseMode::Html,
            "<b>重要",
            "Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            ParseMode::Html,
            "<小区>",
            "Unsupported start tag \"小区\" at byte offset 0",
        ),
        (ParseMode::Html, "好</b>", "Unexpected end tag at byte offset 3"),
        (
            ParseMode::Html,
            "<b>好</i>",
            "Unmatched end tag at byte offset 6, expected \"</b>\", found \"</i>\"",
        ),
        (ParseMode::Html, "3 < 5", "Unclosed start tag at byte offset 2"),
        (
            ParseMode::MarkdownV2,
            "3.5%",
            "Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        (
            ParseMode::MarkdownV2,
            "*重要",
            "Can't find end of Bold entity at byte offset 0",
        ),
        (
            #[expect(deprecated, reason = "what Telegram does with the old mode is tested too")]
            ParseMode::Markdown,
            "user_name",
            "Can't find end of the entity starting at byte offset 4",
        ),
    ];
    for (mode, text, reason) in cases {
        let sent = bot(&tg)
            .send_message(ChatId(alice.chat_id()), text)
            .parse_mode(mode)
            .await;
        let expected = format!("Bad Request: can't parse entities: {reason}");
        assert_eq!(description(sent), expected, "{text}");
    }
}

#[tokio::test]
async fn files_have_a_size_and_a_kind() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    let limit = 20 * 1024 * 1024;
    alice.sends_document("大.zip", limit + 1, "");
    alice.sends_document("小.zip", limit, "");
    let ids: Vec<FileId> = tg.state(|state| {
        let ids = state.files.keys();
        ids.map(|id| FileId(id.clone())).collect()
    });

    let big = bot.get_file(ids[0].clone()).await;
    assert_eq!(description(big), "Bad Request: file is too big");
    let small = bot.get_file(ids[1].clone()).await.unwrap();
    assert_eq!(u64::from(small.meta.size), limit);
    let unknown = bot.get_file(FileId("nobody".to_owned())).await;
    // Again a spelling that teloxide 0.17 doesn't know.
    assert_eq!(description(unknown), "Bad Request: invalid file_id");

    let as_photo = bot.send_photo(chat, InputFile::file_id(ids[1].clone())).await;
    assert_eq!(
        description(as_photo),
        "Bad Request: can't use file of type Document as Photo"
    );
    let wrong = InputFile::file_id(FileId("nobody".to_owned()));
    let wrong = bot.send_document(chat, wrong).await;
    assert_eq!(api_error(wrong), ApiError::WrongFileIdOrUrl);
    let by_url = InputFile::url("https://example.org/a.pdf".parse().unwrap());
    let by_url = bot.send_document(chat, by_url).await;
    assert_eq!(api_error(by_url), ApiError::FailedToGetUrlContent);
}

#[tokio::test]
async fn an_album_has_ten_places() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let photo = |_| {
        let file = InputFile::memory(b"a picture".as_slice());
        InputMedia::Photo(InputMediaPhoto::new(file))
    };
    let chat = ChatId(alice.chat_id());
    let many = bot(&tg).send_media_group(chat, (0..11).map(photo)).await;
    assert_eq!(
        description(many),
        "Bad Request: too many messages to send as an album"
    );
    let none = bot(&tg).send_media_group(chat, []).await;
    assert_eq!(description(none), "Bad Request: there are no messages to send");
    assert!(alice.inbox().is_empty());
}

#[tokio::test]
async fn an_old_tap_can_not_be_answered() {
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let alice = tg.person("陈群众（示例）");
    let tap = alice.taps_data("v1:x");
    tg.expire_taps();
    let late = bot.answer_callback_query(tap.callback_query_id.into()).await;
    // teloxide 0.17 knows an older spelling ("query id") and reads this one as unknown.
    assert_eq!(
        description(late),
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
    );
    let long = bot
        .answer_callback_query("1".to_owned().into())
        .text("好".repeat(201))
        .await;
    assert_eq!(api_error(long), ApiError::EditedMessageIsTooLong);
}

#[tokio::test]
async fn bad_commands_and_profiles_are_refused() {
    use teloxide::types::BotCommand;
    let tg = FakeTelegram::start().await;
    let bot = bot(&tg);
    let named = |name: &str| bot.set_my_commands([BotCommand::new(name, "说明")]).send();
    assert_eq!(
        description(named("帮助").await),
        "Bad Request: BOT_COMMAND_INVALID"
    );
    named("help").await.unwrap();
    bot.set_my_description()
        .description("联络（示例）")
        .await
        .unwrap();
    bot.set_my_short_description()
        .short_description("联".repeat(121))
        .await
        .unwrap_err();
    let profile = tg.state(|state| state.profile.clone());
    assert_eq!(profile["commands::default"][0]["command"], "help");
    assert_eq!(profile["description::default"], "联络（示例）");
}

#[tokio::test]
#[should_panic(expected = "unknown method GetMyStarBalance")]
async fn an_unknown_method_fails_the_test_by_name() {
    let tg = FakeTelegram::start().await;
    let _ = bot(&tg).get_my_star_balance().await;
}

#[tokio::test]
#[should_panic(expected = "the test leaves:\n  unread message 1")]
async fn a_test_that_overlooks_a_message_fails() {
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    let chat = ChatId(alice.chat_id());
    bot(&tg).send_message(chat, "您好").await.unwrap();
    tg.assert_clean();
}

#[tokio::test]
async fn a_test_that_leaves_a_tap_an_update_or_a_fault_fails() {
    use crate::support::telegram::Fault;
    let tg = FakeTelegram::start().await;
    let alice = tg.person("陈群众（示例）");
    alice.taps_data("v1:x");
    tg.fault("getMe", Fault::CutBefore);
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| tg.assert_clean()));
    let said = *caught.unwrap_err().downcast::<String>().unwrap();
    for part in [
        "unanswered tap \"v1:x\"",
        "unconfirmed update 870000001",
        "a fault that nothing met: CutBefore on getMe",
    ] {
        assert!(said.contains(part), "{part} is missing in {said}");
    }
}
