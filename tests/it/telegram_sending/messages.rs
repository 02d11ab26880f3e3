//! Messages as people see them: words, buttons, the bar of words, places, replies; taps and the bot's own commands.

use lianluo::domain::button::Act;
use lianluo::domain::ids::CaseId;
use lianluo::domain::rendered::Rendered;
use lianluo::engine::{Letter, Outlet, Sent};
use lianluo::telegram::{connect, set_commands, who_am_i};

use super::{address, buttons, outlet, send, send_with, words};
use crate::support::telegram::{BOT_ID, BOT_USERNAME, FakeTelegram, Fault, Held, Keyboard};

#[tokio::test]
async fn a_message_arrives_as_it_was_written_with_its_buttons() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let letter = wang.says("在吗");
    let rendered = Rendered {
        buttons: buttons(),
        ..words("*来信* <b>A&B</b> _1_ [x](y)")
    };
    let sent = outlet
        .send(Letter {
            address: &address(&wang),
            rendered: &rendered,
            file: None,
            reply_to: Some(i64::from(letter.message_id)),
            silent: true,
        })
        .await;
    let seen = wang.hears().await;
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen.message_id))));
    assert_eq!(seen.text, "*来信* <b>A&B</b> _1_ [x](y)");
    assert!(seen.entities.is_empty(), "no sign is taken for markup");
    assert_eq!(seen.labels(), [vec!["答复", "结束"], vec!["首页"]]);
    assert_eq!(seen.data("答复"), Some(Act::Answer(CaseId(62)).encode().as_str()));
    assert_eq!((seen.reply_to, seen.silent), (Some(letter.message_id), true));
    assert_eq!(seen.keyboard, Keyboard::Unchanged);
}

#[tokio::test]
async fn the_bar_of_words_comes_and_goes() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let menu = |rows: &[&[&str]]| {
        let row = |row: &&[&str]| row.iter().map(|word| (*word).to_owned()).collect();
        Rendered {
            menu: Some(rows.iter().map(row).collect()),
            ..words("好")
        }
    };
    send(&outlet, &address(&wang), &menu(&[&["来信", "记一笔"], &["手册"]])).await;
    assert_eq!(wang.keys(), [vec!["来信", "记一笔"], vec!["手册"]]);
    send(&outlet, &address(&wang), &words("还在")).await;
    assert_eq!(wang.keys().len(), 2);
    send(&outlet, &address(&wang), &menu(&[])).await;
    assert!(wang.keys().is_empty());
    tg.state(|state| {
        let call = state
            .calls
            .iter()
            .find(|call| call.params["reply_markup"]["keyboard"].is_array());
        let markup = &call.unwrap().params["reply_markup"];
        assert!(markup["resize_keyboard"] == true && markup["is_persistent"] == true);
    });
    assert_eq!(wang.unread().len(), 3);
}

#[tokio::test]
async fn a_long_message_comes_in_parts_with_the_buttons_on_the_last() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let text = format!("{}。\n{}", "灯😀".repeat(1_300), "水".repeat(900));
    let rendered = Rendered {
        buttons: buttons(),
        menu: Some(vec![vec!["来信".to_owned()]]),
        ..words(&text)
    };
    let letter = wang.says("请说");
    let replied = Some(i64::from(letter.message_id));
    let sent = send_with(&outlet, &address(&wang), &rendered, None, replied).await;
    let seen = wang.unread();
    let parts = seen.iter().map(|seen| i64::from(seen.message_id));
    assert_eq!(sent, Sent::ArrivedAs(parts.collect()));
    assert_eq!(seen.len(), 2);
    assert_eq!(
        format!("{}{}", seen[0].text, seen[1].text).replace('\n', ""),
        text.replace('\n', "")
    );
    assert_eq!(
        (seen[0].reply_to, seen[1].reply_to),
        (replied.map(|_| letter.message_id), None)
    );
    assert_eq!((seen[0].buttons.len(), seen[1].buttons.len()), (0, 2));
    assert_eq!(wang.keys(), [vec!["来信"]], "the bar goes with the first part");
}

#[tokio::test]
async fn a_place_is_a_place_with_words_below_it() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let rendered = Rendered {
        location: Some((28.2282, 112.9388)),
        buttons: buttons(),
        ..words("联络站在这里")
    };
    send(&outlet, &address(&wang), &rendered).await;
    let seen = wang.unread();
    assert_eq!(
        (seen[0].location, seen[0].buttons.len()),
        (Some((28.2282, 112.9388)), 0)
    );
    assert_eq!(
        (seen[1].text.as_str(), seen[1].buttons.len()),
        ("联络站在这里", 2)
    );
}

#[tokio::test]
async fn a_message_whose_question_is_gone_is_sent_without_it() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let sent = send_with(&outlet, &address(&wang), &words("好"), None, Some(404)).await;
    assert!(matches!(sent, Sent::Arrived(Some(_))));
    let description = "Bad Request: message to be replied not found";
    tg.fault(
        "sendMessage",
        Fault::Refused {
            code: 400,
            description,
        },
    );
    let sent = send_with(&outlet, &address(&wang), &words("好"), None, Some(404)).await;
    assert!(
        matches!(sent, Sent::Arrived(Some(_))),
        "also where Telegram insists"
    );
    assert_eq!(wang.unread().len(), 2);
}

#[tokio::test]
async fn a_tap_is_answered_in_the_background() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let rendered = Rendered {
        buttons: buttons(),
        ..words("来信")
    };
    send(&outlet, &address(&wang), &rendered).await;
    let tap = wang.taps_on(wang.hears().await.message_id, "答复");
    let gate = tg.hold("answerCallbackQuery", Held::BeforeEffect);
    outlet.answer_callback(tap.callback_query_id);
    gate.arrived(1).await;
    drop(gate);
    tg.wait_until(|state| state.in_flight() == 0).await;
    assert_eq!(wang.toasts().len(), 1);
}

#[tokio::test]
async fn the_bot_knows_itself_and_sets_its_commands() {
    let tg = FakeTelegram::start().await;
    let bot = connect(tg.token(), Some(&format!("{}/", tg.api_url())), None).unwrap();
    let me = who_am_i(&bot).await.unwrap();
    assert_eq!((me.id, me.username.as_str()), (BOT_ID, BOT_USERNAME));
    set_commands(&bot).await;
    tg.state(|state| {
        for language in ["", "zh", "en"] {
            let commands = &state.profile[&format!("commands:{language}:default")];
            assert_eq!(commands.as_array().unwrap().len(), 8, "{language}");
            assert!(
                !commands.to_string().contains("telegram-command"),
                "a text is missing"
            );
        }
    });
}
