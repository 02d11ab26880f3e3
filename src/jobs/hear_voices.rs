//! Voice messages of deputies are taken to the service that writes down words, one after the other and outside of any
//! transaction; what came of it goes in as a command.
//!
//! **Invariants:** only evidence whose words are wanted is looked at, and that is a deputy's own by `flows::take_report`:
//! constituents' voices have no such row. A crash in between asks the service once more, and the deputy is told once.

use std::path::PathBuf;

use tokio::sync::watch;

use crate::domain::command::{Command, VoiceHeard};
use crate::domain::input::{Deed, From, Input};
use crate::domain::message::FileState;
use crate::engine::files::path_of;
use crate::engine::{Clock, Intake, Lease};
use crate::store::{Store, StoreError, WantedVoice};
use crate::transcription::{Asked, Transcriber};

/// The pause between two looks, by the real clock: somebody waits for the words.
const LOOK_AGAIN_MS: i64 = 2_000;
/// Voices looked at in one go.
const MOST: i64 = 10;
/// Such services take no more.
const MOST_BYTES: i64 = 25 * 1024 * 1024;

/// What the work is done with.
pub struct HearVoices {
    /// The database.
    pub store: Store,
    /// The clocks.
    pub clock: Clock,
    /// The way in for what came of it.
    pub intake: Intake,
    /// `FILES_DIR`.
    pub files: PathBuf,
    /// The service.
    pub transcriber: Transcriber,
}

impl HearVoices {
    /// Works until `stop` is set, while the lease is held: of several gateways one does it.
    pub async fn run(self, mut stop: watch::Receiver<bool>, lease: Lease) {
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.changed() => continue,
                () = lease.held() => {}
            }
            tokio::select! {
                _ = stop.changed() => continue,
                heard = self.hear() => if let Err(error) = heard {
                    tracing::warn!(%error, "voice messages can't be looked up now");
                }
            }
            tokio::select! {
                _ = stop.changed() => {}
                () = self.clock.wait_for_ticks(self.clock.ticks() + LOOK_AGAIN_MS) => {}
            }
        }
    }

    /// Asks for the words of what is due.
    pub async fn hear(&self) -> Result<(), StoreError> {
        let wanted = self
            .store
            .read()
            .await?
            .wanted_voices(self.clock.now(), MOST)
            .await?;
        for voice in wanted {
            let heard = self.words_of(&voice).await;
            let input = Input {
                key: format!("job:voice:{}:{}", voice.file.id, voice.tries),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::VoiceHeard {
                    file: voice.file.id,
                    heard,
                })),
                said_at: None,
                raw: String::new(),
            };
            // What isn't noted now is asked for with the next look.
            let _ = self.intake.submit(input).await;
        }
        Ok(())
    }

    async fn words_of(&self, voice: &WantedVoice) -> VoiceHeard {
        let file = &voice.file;
        let (FileState::Stored, Some(hash)) = (file.state, &file.hash) else {
            return VoiceHeard::Refused;
        };
        if file.size > MOST_BYTES {
            return VoiceHeard::Refused;
        }
        let Ok(sound) = tokio::fs::read(path_of(&self.files, hash)).await else {
            return VoiceHeard::NotNow;
        };
        let mime = match file.mime.as_str() {
            "" => "audio/ogg",
            told => told,
        };
        match self.transcriber.ask(sound, name_for(mime), mime).await {
            Asked::Words(words) => VoiceHeard::Words(words),
            Asked::NotNow => VoiceHeard::NotNow,
            Asked::Refused => VoiceHeard::Refused,
        }
    }
}

/// Such services know the kind by the ending; the name that a person gave is nobody's business there.
fn name_for(mime: &str) -> &'static str {
    match mime.split(';').next().unwrap_or_default().trim() {
        "audio/mpeg" | "audio/mp3" => "voice.mp3",
        "audio/mp4" | "audio/x-m4a" | "audio/aac" => "voice.m4a",
        "audio/wav" | "audio/x-wav" => "voice.wav",
        "audio/webm" => "voice.webm",
        _ => "voice.ogg",
    }
}
