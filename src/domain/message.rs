//! What is said: the content of a message, whatever the channel, and the message kept in a case.

use serde::{Deserialize, Serialize};

use super::case::tagged;
use super::ids::{AccountId, CaseId, FileId, MessageId};

tagged! {
    /// Who said something in a case.
    Author {
        /// The constituent.
        Constituent = "constituent",
        /// The deputy.
        Deputy = "deputy",
        /// An officer in the office's name.
        Office = "office",
    }
}

tagged! {
    /// The kinds of file that are kept.
    FileKind {
        /// A picture.
        Photo = "photo",
        /// A voice message.
        Voice = "voice",
        /// Any other file.
        Document = "document",
        /// A film.
        Video = "video",
    }
}

/// A file as it arrives, before it is stored.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewFile {
    /// What it is.
    pub kind: FileKind,
    /// Its name, if the channel tells one.
    #[serde(default)]
    pub name: Option<String>,
    /// Its media type, if the channel tells one.
    #[serde(default)]
    pub mime: Option<String>,
    /// Bytes, if known.
    #[serde(default)]
    pub size: Option<i64>,
    /// Seconds of sound or film.
    #[serde(default)]
    pub seconds: Option<i64>,
    /// Where the channel keeps it (Telegram's file id).
    #[serde(default)]
    pub remote_ref: Option<String>,
    /// SHA-256 of the bytes in hex, when they are on our disk already.
    #[serde(default)]
    pub hash: Option<String>,
}

/// What was said, in words that no channel owns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// Words.
    Text(String),
    /// A file with the words below it.
    File {
        /// The file.
        file: NewFile,
        /// The caption; may be empty.
        caption: String,
    },
    /// A place: degrees.
    Location {
        /// North.
        latitude: f64,
        /// East.
        longitude: f64,
        /// The venue's name, if told.
        name: Option<String>,
    },
    /// Something that is kept by a description only: a sticker's sign, a poll's question, a shared contact.
    Described {
        /// The kind, as a locale key part (`sticker`, `poll`, `contact`, `unknown` …).
        what: String,
        /// The words that could be read of it.
        text: String,
    },
}

impl Content {
    /// The words of it, possibly empty.
    pub fn words(&self) -> &str {
        match self {
            Content::Text(text) | Content::Described { text, .. } => text,
            Content::File { caption, .. } => caption,
            Content::Location { name, .. } => name.as_deref().unwrap_or(""),
        }
    }
}

/// One thing said in a case, with the number of its versions.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Identity; grows with time, so it is the order too.
    pub id: MessageId,
    /// The case.
    pub case_id: CaseId,
    /// Who said it.
    pub author: Author,
    /// The account that said it.
    pub account_id: Option<AccountId>,
    /// `text`, `photo`, `voice`, `document`, `video`, `location`, or a described kind.
    pub kind: String,
    /// The words of the newest version; may be empty. NUL is written as U+2400.
    pub text: String,
    /// The file, if there is one.
    pub file_id: Option<FileId>,
    /// The message's number at the channel, for edits.
    pub remote_id: Option<i64>,
    /// When it was said.
    pub said_at: i64,
    /// When its words were last changed by their author.
    pub edited_at: Option<i64>,
}

impl Message {
    /// A file or a place: shown as what it is, besides the words.
    pub fn is_more_than_words(&self) -> bool {
        self.file_id.is_some() || self.kind == "location"
    }
}

/// The case of files that belong to no letter, such as what proves the receipt of a reply.
pub const NO_CASE: CaseId = CaseId(0);

/// A file that came with a message.
#[derive(Debug, Clone, PartialEq)]
pub struct File {
    /// Identity.
    pub id: FileId,
    /// The case it belongs to: who may read the case may open it; [`NO_CASE`] where it belongs to none.
    pub case_id: CaseId,
    /// What it is.
    pub kind: FileKind,
    /// Its name, for people.
    pub name: String,
    /// Media type.
    pub mime: String,
    /// Bytes, 0 when unknown.
    pub size: i64,
    /// Seconds of sound, 0 when not known.
    pub seconds: i64,
    /// Telegram's file id.
    pub remote_ref: Option<String>,
    /// SHA-256 in hex of the bytes in `FILES_DIR`.
    pub hash: Option<String>,
    /// Where the fetching stands.
    pub state: FileState,
    /// Fetching is tried again from this instant.
    pub next_try_at: i64,
    /// How often fetching was tried.
    pub tries: i64,
}

impl File {
    /// A picture of ours that was drawn for a message. It belongs to no case and is in no table.
    pub fn drawn(title: &str) -> Self {
        Self::made(FileKind::Photo, format!("{title}.png"), "image/png")
    }

    /// A document of ours that was made for a message. It belongs to no case and is in no table.
    pub fn made(kind: FileKind, name: String, mime: &str) -> Self {
        Self {
            id: FileId(0),
            case_id: CaseId(0),
            kind,
            name,
            mime: mime.to_owned(),
            size: 0,
            seconds: 0,
            remote_ref: None,
            hash: None,
            state: FileState::Stored,
            next_try_at: 0,
            tries: 0,
        }
    }
}

tagged! {
    /// Where the fetching of a file stands.
    FileState {
        /// On our disk.
        Stored = "stored",
        /// Still at the channel.
        Wanted = "wanted",
        /// Larger than the channel hands out; the reference is kept.
        TooBig = "too_big",
        /// Given up after many tries; the reference is kept.
        Failed = "failed",
    }
}
