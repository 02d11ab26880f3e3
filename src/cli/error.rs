//! Why a command did not do what was asked, in words for the administrator and as an exit code.

use std::io;
use std::path::PathBuf;

use crate::domain::refusal::Refusal;
use crate::engine::NotTaken;
use crate::store::StoreError;
use crate::text::{Args, Words};

/// Why not.
#[derive(Debug)]
pub enum CliError {
    /// A rule of the office says no.
    Refused(Refusal),
    /// Nothing was kept: it may be asked for again.
    NotTaken(NotTaken),
    /// Our fault; kept as a dead letter with this incident.
    Kept(String),
    /// The database.
    Store(StoreError),
    /// A file that can't be read or written.
    File(PathBuf, io::ErrorKind),
    /// What is to be printed can't be; a closed pipe, for example.
    Output(io::ErrorKind),
    /// A sentence that was made for this case.
    Said(String),
    /// All was told already, and it wasn't good.
    Told,
    /// The words after `lianluo` ask for something that can't be.
    WrongUse(String),
}

impl From<StoreError> for CliError {
    fn from(error: StoreError) -> Self {
        CliError::Store(error)
    }
}

impl From<Refusal> for CliError {
    fn from(refusal: Refusal) -> Self {
        CliError::Refused(refusal)
    }
}

impl CliError {
    /// 1 for failed, 2 for wrong use.
    pub fn exit_code(&self) -> u8 {
        match self {
            CliError::WrongUse(_) => 2,
            _ => 1,
        }
    }

    /// The sentence for standard error; `None` where all was told already.
    pub fn say(&self, words: &Words) -> Option<String> {
        Some(match self {
            CliError::Refused(refusal) => {
                let word = refusal.tag();
                // What a person at a chat reads speaks to them; the administrator needs another next step.
                let own = format!("cli-refused-{word}");
                if words.has(&own) {
                    words.say(&own)
                } else {
                    words.say(&format!("refusal-{word}"))
                }
            }
            CliError::NotTaken(NotTaken::Full) => words.say("cli-not-taken-full"),
            CliError::NotTaken(NotTaken::Trouble) => words.say("cli-not-taken-trouble"),
            CliError::NotTaken(NotTaken::Stopping) => words.say("cli-not-taken-stopping"),
            CliError::Kept(incident) => {
                words.say_with("cli-kept", &Args::new().text("incident", incident.as_str()))
            }
            CliError::Store(error) => {
                words.say_with("cli-store", &Args::new().text("why", error.to_string()))
            }
            CliError::File(path, why) => words.say_with(
                match why {
                    io::ErrorKind::AlreadyExists => "cli-file-exists",
                    _ => "cli-file",
                },
                &Args::new()
                    .text("path", path.display().to_string())
                    .text("why", why.to_string()),
            ),
            CliError::Output(io::ErrorKind::BrokenPipe) | CliError::Told => return None,
            CliError::Output(why) => words.say_with("cli-output", &Args::new().text("why", why.to_string())),
            CliError::Said(sentence) | CliError::WrongUse(sentence) => sentence.clone(),
        })
    }
}
