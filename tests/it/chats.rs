//! The transcripts of `tests/chats`: what people and the bot say to each other, word for word, played against the whole
//! product in this process: the real client of Telegram, the engine, the sender, the jobs, a database.
//!
//! Every transcript is played twice: on SQLite with long polling, and on PostgreSQL with a webhook. Played means: people's
//! lines, the office's and the time are done as written, and whatever the bot said then is written down; the whole text
//! must be the file. `CHATS_WRITE=1` writes the file instead, for a person to read; `CHAT=words` plays only the files
//! whose path holds the words. How a transcript is written stands in `tests/README.md`.

mod browsing;
mod difference;
mod doing;
mod play;
mod printed;
mod script;
mod stage;
mod standing;
mod varying;

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};

use futures_util::FutureExt;

use crate::support::office::postgres;
use stage::Door;

/// The folders, each of which is a test on either engine, so that they run side by side.
const FOLDERS: [&str; 4] = ["bad_input", "constituent", "deputy", "office"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chats")
}

fn transcripts(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(transcripts(&path));
        } else if path.extension().is_some_and(|ending| ending == "chat") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn is_writing() -> bool {
    std::env::var("CHATS_WRITE").is_ok_and(|set| !set.is_empty())
}

/// Plays every transcript of a folder and tells of all that differ, not only of the first.
async fn plays(folder: &str, door: Door) {
    if is_writing() && door == Door::Webhook {
        return;
    }
    let wanted = std::env::var("CHAT").unwrap_or_default();
    let mut wrong = Vec::new();
    for path in transcripts(&root().join(folder)) {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        if !name.contains(&wanted) {
            continue;
        }
        let written = std::fs::read_to_string(&path).unwrap();
        let database = match door {
            Door::Poll => String::new(),
            Door::Webhook => postgres().await,
        };
        let playing = AssertUnwindSafe(play::play(&name, &written, door, &database));
        let Ok(played) = playing.catch_unwind().await else {
            wrong.push(format!(
                "tests/chats/{name} stops at the line that is named last above"
            ));
            continue;
        };
        if is_writing() {
            std::fs::write(&path, &played.text).unwrap();
        } else if played.text != written {
            wrong.push(difference::between(&name, &written, &played.text));
        }
        for complaint in played.complaints {
            wrong.push(format!("tests/chats/{name}, at its end: {complaint}"));
        }
    }
    assert!(
        wrong.is_empty(),
        "{}\n(CHATS_WRITE=1 writes down what really came)",
        wrong.join("\n\n")
    );
}

#[test]
fn every_transcript_stands_in_a_folder_that_is_played() {
    for path in transcripts(&root()) {
        let inner = path.strip_prefix(root()).unwrap();
        let folder = inner.iter().next().unwrap().to_str().unwrap();
        assert!(FOLDERS.contains(&folder), "{}", inner.display());
    }
}

#[tokio::test]
async fn constituents_are_answered_as_written_on_sqlite_by_polling() {
    plays("constituent", Door::Poll).await;
}

#[tokio::test]
async fn constituents_are_answered_as_written_on_postgres_by_webhook() {
    plays("constituent", Door::Webhook).await;
}

#[tokio::test]
async fn deputies_are_answered_as_written_on_sqlite_by_polling() {
    plays("deputy", Door::Poll).await;
}

#[tokio::test]
async fn deputies_are_answered_as_written_on_postgres_by_webhook() {
    plays("deputy", Door::Webhook).await;
}

#[tokio::test]
async fn the_office_is_answered_as_written_on_sqlite_by_polling() {
    plays("office", Door::Poll).await;
}

#[tokio::test]
async fn the_office_is_answered_as_written_on_postgres_by_webhook() {
    plays("office", Door::Webhook).await;
}

#[tokio::test]
async fn bad_input_is_met_as_written_on_sqlite_by_polling() {
    plays("bad_input", Door::Poll).await;
}

#[tokio::test]
async fn bad_input_is_met_as_written_on_postgres_by_webhook() {
    plays("bad_input", Door::Webhook).await;
}
