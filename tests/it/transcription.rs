//! The words of deputies' voice messages, by a service of the test: what reaches it, and what people read whatever it answers.

use lianluo::domain::context::Rules;
use lianluo::domain::input::{Deed, Forwarded, Said};
use lianluo::domain::message::{Content, FileKind, NewFile};
use lianluo::domain::time::HOUR_MS;
use lianluo::jobs::HearVoices;
use lianluo::transcription::{Asked, Transcriber};
use tokio::net::TcpListener;

use crate::support::office::{Office, databases};
use crate::support::transcription::{Heard, Service};

const DEPUTY: &str = "7:2001";
const ALICE: &str = "7:1001";
const WORDS: &str = "昨天下午去石桥村座谈，12人，谈灌溉";

fn voice(caption: &str, forwarded: Option<Forwarded>) -> Deed {
    Deed::Said(Said {
        content: Content::File {
            file: NewFile {
                kind: FileKind::Voice,
                name: None,
                mime: None,
                size: Some(5),
                seconds: Some(7),
                remote_ref: Some("voice".to_owned()),
                hash: None,
            },
            caption: caption.to_owned(),
        },
        remote_id: Some(rand::random::<u32>().into()),
        reply: None,
        to_code: None,
        album: None,
        forwarded,
    })
}

/// An office with a service, and what asks it.
async fn office(address: &str, url: &str) -> (Office, HearVoices) {
    let rules = Rules {
        transcribes: true,
        ..Rules::default()
    };
    let office = Office::open_under(address, rules).await;
    office.binds(DEPUTY, "CS-001").await;
    let voices = HearVoices {
        store: office.store.clone(),
        clock: office.clock.clone(),
        intake: office.engine.intake.clone(),
        files: office.folder.path().join("files"),
        transcriber: Transcriber::new(url, "whisper-1", Some("sample-secret")).unwrap(),
    };
    (office, voices)
}

/// Waits until so many files have been fetched: that is done beside everything else.
async fn fetched(office: &Office, files: i64) {
    while office
        .count("SELECT count(*) FROM files WHERE state = 'stored'")
        .await
        < files
    {
        tokio::task::yield_now().await;
    }
}

async fn hears(office: &Office, voices: &HearVoices) {
    office.engine.settled().await;
    voices.hear().await.unwrap();
    office.engine.settled().await;
}

fn last(office: &Office) -> String {
    office.ear.heard_by(DEPUTY).last().unwrap().rendered.text.clone()
}

#[tokio::test]
async fn a_deputys_voice_becomes_a_report_that_is_marked_and_waits_for_the_deputy() {
    for address in databases().await {
        let (service, url) = Service::start(WORDS).await;
        let (office, voices) = office(&address, &url).await;
        office.does(DEPUTY, voice("", None)).await;
        office.engine.settled().await;
        assert!(last(&office).contains("正在转成文字"), "{}", last(&office));
        fetched(&office, 1).await;
        hears(&office, &voices).await;
        let heard = service.heard.lock().unwrap().pop().unwrap();
        assert_eq!(
            heard,
            Heard {
                secret: "Bearer sample-secret".into(),
                model: "whisper-1".into(),
                file: "voice.ogg".into(),
                sound: b"bytes".to_vec(),
            }
        );
        let card = last(&office);
        assert!(card.contains("录音转写") && card.contains(WORDS), "{card}");
        assert!(card.contains("石桥村") && card.contains("12人"), "{card}");
        let drafts = "SELECT count(*) FROM contact_records WHERE state = 'draft'";
        assert_eq!(office.count(drafts).await, 1, "nothing is entered unseen");
        let kept = "SELECT count(*) FROM evidence e JOIN files f ON f.file_id = e.file_id WHERE e.transcript IS NOT NULL AND f.hash IS NOT NULL";
        assert_eq!(office.count(kept).await, 1, "the sound stays");
        hears(&office, &voices).await;
        assert_eq!(service.asked(), 0, "it is asked once");
    }
}

#[tokio::test]
async fn whatever_the_service_answers_nothing_is_lost_and_one_line_of_text_is_asked_for() {
    for (status, body, tries) in [
        (503, "busy", 5),
        (200, "<html>", 5),
        (200, "{\"words\":\"x\"}", 5),
        (429, "", 5),
        (401, "", 1),
        (400, "{}", 1),
        (200, "{\"text\":\"  \"}", 1),
    ] {
        let (service, url) = Service::start(WORDS).await;
        service.answers(status, body);
        let (office, voices) = office("", &url).await;
        office.does(DEPUTY, voice("", None)).await;
        fetched(&office, 1).await;
        for _ in 0..8 {
            hears(&office, &voices).await;
            office.clock.step(HOUR_MS);
        }
        assert_eq!(service.asked(), tries, "{status} {body}");
        let asked = office
            .ear
            .heard_by(DEPUTY)
            .iter()
            .filter(|heard| heard.rendered.text.contains("话筒键"))
            .count();
        assert_eq!(asked, 1, "{status} {body}: asked for text once");
        let kept = "SELECT count(*) FROM evidence e JOIN files f ON f.file_id = e.file_id WHERE f.hash IS NOT NULL AND e.transcribing = 'failed'";
        assert_eq!(office.count(kept).await, 1, "{status} {body}");
    }
}

#[tokio::test]
async fn a_service_that_comes_back_is_heard_but_what_was_typed_meanwhile_stays() {
    let (service, url) = Service::start(WORDS).await;
    service.answers(500, "");
    let (office, voices) = office("", &url).await;
    office.does(DEPUTY, voice("", None)).await;
    fetched(&office, 1).await;
    hears(&office, &voices).await;
    office.says(DEPUTY, "前天去三塘村走访，8户，看饮水").await;
    service.answers(200, &serde_json::json!({ "text": WORDS }).to_string());
    office.clock.step(HOUR_MS);
    hears(&office, &voices).await;
    assert!(last(&office).contains("三塘村"), "{}", last(&office));
    let records = "SELECT count(*) FROM contact_records";
    assert_eq!(office.count(records).await, 1, "told once");
    let kept = "SELECT count(*) FROM evidence WHERE transcript LIKE '%石桥村%'";
    assert_eq!(office.count(kept).await, 1, "the words stay beside the sound");
}

#[tokio::test]
async fn words_in_which_no_report_is_read_are_shown_to_the_deputy() {
    let (service, url) = Service::start(WORDS).await;
    service.answers(200, "{\"text\":\"今天天气不错\"}");
    let (office, voices) = office("", &url).await;
    office.does(DEPUTY, voice("", None)).await;
    fetched(&office, 1).await;
    hears(&office, &voices).await;
    assert!(last(&office).contains("今天天气不错"), "{}", last(&office));
    assert!(last(&office).contains("请再发一句"), "{}", last(&office));
}

#[tokio::test]
async fn words_of_secret_papers_go_with_their_sound() {
    let (service, url) = Service::start(WORDS).await;
    service.answers(200, "{\"text\":\"这份机密文件帮我摘录一下\"}");
    let (office, voices) = office("", &url).await;
    office.does(DEPUTY, voice("", None)).await;
    fetched(&office, 1).await;
    hears(&office, &voices).await;
    assert!(last(&office).contains("涉密"), "{}", last(&office));
    for sql in [
        "SELECT count(*) FROM evidence WHERE transcript IS NOT NULL",
        "SELECT count(*) FROM reports WHERE text LIKE '%机密%'",
        "SELECT count(*) FROM files WHERE hash IS NOT NULL OR remote_ref IS NOT NULL",
        "SELECT count(*) FROM outbox WHERE kind LIKE '%机密%'",
        "SELECT count(*) FROM input_keys WHERE input_key LIKE '%机密%'",
        "SELECT count(*) FROM dead_letters",
    ] {
        assert_eq!(office.count(sql).await, 0, "{sql}");
    }
}

#[tokio::test]
async fn a_constituents_voice_and_one_that_was_passed_on_never_reach_the_service() {
    let (service, url) = Service::start(WORDS).await;
    let (office, voices) = office("", &url).await;
    office.starts(ALICE, "d_CS-001").await;
    office.does(ALICE, voice("", None)).await;
    let card = office.ear.heard_by(DEPUTY).last().unwrap().remote_id;
    // An answer to a letter is between the two.
    let Deed::Said(mut answer) = voice("", None) else {
        unreachable!()
    };
    answer.reply = Some(lianluo::domain::input::ReplyTo {
        remote_id: card,
        buttons: Vec::new(),
        own_text: None,
    });
    office.does(DEPUTY, Deed::Said(answer)).await;
    let origin = Forwarded {
        from: "刘群众".into(),
        said_at: None,
    };
    office.does(DEPUTY, voice("", Some(origin))).await;
    fetched(&office, 3).await;
    hears(&office, &voices).await;
    assert_eq!(service.asked(), 0);
}

#[tokio::test]
async fn nobody_listening_means_later_and_a_redirection_is_not_followed() {
    let away = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", away.local_addr().unwrap());
    drop(away);
    let transcriber = Transcriber::new(&url, "m", Some("Basic abc")).unwrap();
    assert!(!transcriber.is_reachable().await);
    assert_eq!(
        transcriber.ask(b"x".to_vec(), "voice.ogg", "audio/ogg").await,
        Asked::NotNow
    );
    let (service, url) = Service::start(WORDS).await;
    let transcriber = Transcriber::new(&url, "m", Some("Basic abc")).unwrap();
    assert!(transcriber.is_reachable().await);
    service.answers(302, "");
    assert_eq!(
        transcriber.ask(b"x".to_vec(), "voice.ogg", "audio/ogg").await,
        Asked::Refused
    );
    assert_eq!(service.heard.lock().unwrap()[0].secret, "Basic abc");
    service.answers(200, &format!("{{\"text\":\"{}\"}}", "长".repeat(200_000)));
    assert_eq!(
        transcriber.ask(b"x".to_vec(), "voice.ogg", "audio/ogg").await,
        Asked::NotNow
    );
}
