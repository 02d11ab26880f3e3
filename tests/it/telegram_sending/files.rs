//! Files out, by reference and by bytes, and in.

use lianluo::domain::message::FileKind;
use lianluo::domain::rendered::Rendered;
use lianluo::engine::{Fetched, Outlet, Sent};

use super::{address, buttons, file, outlet, send, send_with, with_file};
use crate::support::telegram::{DOWNLOAD, FakeTelegram, Fault, Kind};

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
    let parts = seen.iter().map(|seen| i64::from(seen.message_id));
    assert_eq!(sent, Sent::ArrivedAs(parts.collect()));
    assert_eq!((seen[0].kind, seen[0].text.as_str()), (Kind::Photo, ""));
    assert_eq!(
        (seen[1].kind, seen[1].text.as_str(), seen[1].buttons.len()),
        (Kind::Text, text.as_str(), 2)
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
