//! What leaves through `TelegramOutlet`, as people see it, and how every failure is called.

mod failures;
mod files;
mod messages;

use std::path::Path;

use lianluo::domain::button::{Act, Button};
use lianluo::domain::ids::{CaseId, FileId};
use lianluo::domain::message::{File, FileKind, FileState};
use lianluo::domain::rendered::Rendered;
use lianluo::engine::{Letter, Outlet, Sent};
use lianluo::telegram::{TelegramOutlet, connect};

use crate::support::telegram::{BOT_ID, FakeTelegram, Person};

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
