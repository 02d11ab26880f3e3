//! What leaves through `TelegramOutlet`, as people see it, and how every failure is called.

use std::path::Path;

use lianluo::domain::button::{Act, Button};
use lianluo::domain::ids::{CaseId, FileId};
use lianluo::domain::message::{File, FileKind, FileState};
use lianluo::domain::rendered::Rendered;
use lianluo::engine::{Fetched, Letter, Outlet, Sent};
use lianluo::telegram::{BadConnection, TelegramOutlet, bot_id, connect, set_commands, who_am_i};

use crate::support::telegram::{
    BOT_ID, BOT_USERNAME, DOWNLOAD, FakeTelegram, Fault, Held, Keyboard, Kind, On, Person,
};

fn outlet(tg: &FakeTelegram) -> TelegramOutlet {
    TelegramOutlet::new(connect(tg.token(), Some(&tg.api_url()), None).unwrap())
}

fn address(person: &Person) -> String {
    format!("{BOT_ID}:{}", person.chat_id())
}

fn words(text: &str) -> Rendered {
    Rendered {
        text: text.to_owned(),
        ..Rendered::default()
    }
}

async fn send(outlet: &TelegramOutlet, address: &str, rendered: &Rendered) -> Sent {
    send_with(outlet, address, rendered, None, None).await
}

async fn send_with(
    outlet: &TelegramOutlet,
    address: &str,
    rendered: &Rendered,
    file: Option<&Path>,
    reply_to: Option<i64>,
) -> Sent {
    let letter = Letter {
        address,
        rendered,
        file,
        reply_to,
        silent: false,
    };
    outlet.send(letter).await
}

fn file(kind: FileKind, name: &str, remote_ref: Option<String>) -> File {
    File {
        id: FileId(3),
        case_id: CaseId(4),
        kind,
        name: name.to_owned(),
        mime: "application/octet-stream".to_owned(),
        size: 0,
        seconds: 0,
        remote_ref,
        hash: None,
        state: FileState::Stored,
        next_try_at: 0,
        tries: 0,
    }
}

fn with_file(file: File, text: &str) -> Rendered {
    Rendered {
        file: Some(file),
        ..words(text)
    }
}

fn buttons() -> Vec<Vec<Button>> {
    let button = |label: &str, act: Act| Button {
        label: label.to_owned(),
        act,
    };
    vec![
        vec![
            button("答复", Act::Answer(CaseId(62))),
            button("结束", Act::End(CaseId(62))),
        ],
        vec![button("首页", Act::Home)],
    ]
}

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
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen[0].message_id))));
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
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen[0].message_id))));
    assert_eq!(seen.len(), 2);
    assert!(seen[0].text.starts_with('一') && seen[1].text.starts_with('二'));

    tg.fault(second(), Fault::TooManyRequests { retry_after: 10_072 });
    let sent = send(&outlet, &address(&wang), &words(&text)).await;
    assert_eq!(sent, Sent::Uncertain, "a part is there, so it isn't unsent");
    assert_eq!(wang.unread().len(), 1);
}

#[tokio::test]
async fn files_go_by_reference_and_by_bytes() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let chen = tg.person("陈群众（示例）");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bytes");
    std::fs::write(&path, "手册").unwrap();
    chen.sends_photo("路灯");
    chen.sends_voice(b"OggS");
    chen.sends_video(b"film", "");
    chen.sends_document("信.pdf", 12, "");
    chen.sends_audio("歌.mp3", b"ID3");
    let ids: Vec<(Kind, String)> = tg.state(|state| {
        let own = state.files.iter().filter(|(id, _)| !id.ends_with("-s"));
        own.map(|(id, file)| (file.kind, id.clone())).collect()
    });
    let kinds = [
        (Kind::Photo, FileKind::Photo),
        (Kind::Voice, FileKind::Voice),
        (Kind::Video, FileKind::Video),
        (Kind::Document, FileKind::Document),
    ];
    for (kind, ours) in kinds {
        let id = ids.iter().find(|(known, _)| *known == kind).unwrap().1.clone();
        let rendered = Rendered {
            buttons: buttons(),
            ..with_file(file(ours, "", Some(id)), "说明")
        };
        let sent = send(&outlet, &address(&wang), &rendered).await;
        let seen = wang.hears().await;
        assert_eq!(sent, Sent::Arrived(Some(i64::from(seen.message_id))));
        assert_eq!(
            (seen.kind, seen.text.as_str(), seen.buttons.len()),
            (kind, "说明", 2)
        );

        let rendered = with_file(file(ours, "手册.bin", None), "说明");
        let letter = wang.says("请发");
        let replied = Some(i64::from(letter.message_id));
        let sent = send_with(&outlet, &address(&wang), &rendered, Some(&path), replied).await;
        let seen = wang.hears().await;
        assert_eq!(sent, Sent::Arrived(Some(i64::from(seen.message_id))));
        assert_eq!(
            (seen.kind, seen.text.as_str(), seen.reply_to),
            (kind, "说明", Some(letter.message_id))
        );
        let file = seen.file.unwrap();
        assert_eq!(
            (file.name.as_str(), file.bytes),
            ("手册.bin", "手册".as_bytes().to_vec())
        );
    }
}

#[tokio::test]
async fn music_kept_as_a_document_goes_out_as_music() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let rendered = with_file(
        file(FileKind::Document, "歌.mp3", Some("CQACAgUAAxkB".to_owned())),
        "",
    );
    send(&outlet, &address(&wang), &rendered).await;
    let methods: Vec<String> = tg.state(|state| state.calls.iter().map(|call| call.method.clone()).collect());
    assert_eq!(
        methods,
        ["sendAudio", "sendMessage"],
        "by its own method, then by its name"
    );
    assert_eq!(wang.hears().await.text, "📎 歌.mp3");
}

#[tokio::test]
async fn a_caption_that_is_too_long_comes_below_the_file() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bytes");
    std::fs::write(&path, "bytes").unwrap();
    let text = "说".repeat(1_025);
    let rendered = Rendered {
        buttons: buttons(),
        ..with_file(file(FileKind::Photo, "灯.jpg", None), &text)
    };
    let sent = send_with(&outlet, &address(&wang), &rendered, Some(&path), None).await;
    let seen = wang.unread();
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen[0].message_id))));
    assert_eq!((seen[0].kind, seen[0].text.as_str()), (Kind::Photo, ""));
    assert_eq!(
        (seen[1].kind, seen[1].text.as_str(), seen[1].buttons.len()),
        (Kind::Text, text.as_str(), 2)
    );
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
async fn a_file_that_telegram_has_forgotten_is_uploaded_or_named() {
    let tg = FakeTelegram::start().await;
    let (outlet, wang) = (outlet(&tg), tg.person("王示一（示例）"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bytes");
    std::fs::write(&path, "bytes").unwrap();
    let lost = || {
        with_file(
            file(FileKind::Photo, "灯.jpg", Some("AgACgone".to_owned())),
            "路灯",
        )
    };
    let sent = send_with(&outlet, &address(&wang), &lost(), Some(&path), None).await;
    let seen = wang.hears().await;
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen.message_id))));
    assert_eq!((seen.kind, seen.text.as_str()), (Kind::Photo, "路灯"));

    let sent = send_with(
        &outlet,
        &address(&wang),
        &lost(),
        Some(&folder.path().join("nothing")),
        None,
    )
    .await;
    let seen = wang.hears().await;
    assert_eq!(sent, Sent::Arrived(Some(i64::from(seen.message_id))));
    assert_eq!((seen.kind, seen.text.as_str()), (Kind::Text, "📎 灯.jpg\n路灯"));

    tg.fault(
        "sendPhoto",
        Fault::Refused {
            code: 400,
            description: "Bad Request: PHOTO_INVALID_DIMENSIONS",
        },
    );
    let bytes = with_file(file(FileKind::Photo, "灯.jpg", None), "路灯");
    send_with(&outlet, &address(&wang), &bytes, Some(&path), None).await;
    assert_eq!(
        wang.hears().await.kind,
        Kind::Document,
        "a picture that is no photo is still a file"
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

#[tokio::test]
async fn a_sent_file_is_fetched_whole_or_not_at_all() {
    let tg = FakeTelegram::start().await;
    let (outlet, chen) = (outlet(&tg), tg.person("陈群众（示例）"));
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("voice");
    chen.sends_voice(&vec![7; 300_000]);
    let id = |kind: Kind| {
        tg.state(|state| {
            state
                .files
                .iter()
                .find(|(_, file)| file.kind == kind)
                .unwrap()
                .0
                .clone()
        })
    };
    tg.fault(DOWNLOAD, Fault::CutBefore);
    tg.fault(DOWNLOAD, Fault::ServerError(502));
    for _ in 0..2 {
        assert_eq!(outlet.fetch(&id(Kind::Voice), &into).await, Fetched::NotYet);
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            0,
            "no half file stays"
        );
    }
    assert_eq!(outlet.fetch(&id(Kind::Voice), &into).await, Fetched::Written);
    assert_eq!(std::fs::read(&into).unwrap(), vec![7; 300_000]);
    chen.sends_document("film.mkv", 21 * 1024 * 1024, "");
    assert_eq!(outlet.fetch(&id(Kind::Document), &into).await, Fetched::TooBig);
    assert_eq!(outlet.fetch("unknown", &into).await, Fetched::NotYet);
    let nowhere = folder.path().join("no").join("folder");
    assert_eq!(outlet.fetch(&id(Kind::Voice), &nowhere).await, Fetched::NotYet);
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
            assert_eq!(commands.as_array().unwrap().len(), 7, "{language}");
            assert!(
                !commands.to_string().contains("telegram-command"),
                "a text is missing"
            );
        }
    });
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
