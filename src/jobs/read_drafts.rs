//! Reading documents that deputies sent in as drafts, as soon as they are on our disk. What was read, or why not, is a command:
//! a kill between the two reads the file once more.

use crate::documents::read_draft;
use crate::domain::command::Command;
use crate::domain::draft::DraftFileFault;
use crate::domain::draft::text::DraftText;
use crate::domain::input::{Deed, From, Input};
use crate::domain::message::FileState;
use crate::domain::suggestion::command::SuggestionCommand;
use crate::engine::files::path_of;
use crate::store::{DraftFile, StoreError};

use super::Jobs;

/// Documents in one look.
const MOST: i64 = 20;

impl Jobs {
    /// Reads what has come.
    pub async fn read_drafts(&self) -> Result<(), StoreError> {
        let waiting = self.store.read().await?.drafts_to_read(MOST).await?;
        for file in waiting {
            let read = self.read_one(&file).await;
            let command = SuggestionCommand::DraftRead {
                draft: file.draft,
                read,
            };
            let input = Input {
                key: format!("job:draft:{}", file.draft),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::Suggestion(command))),
                said_at: None,
                raw: String::new(),
            };
            // What isn't taken now is read again with the next look.
            let _ = self.intake.submit(input).await;
        }
        Ok(())
    }

    async fn read_one(&self, file: &DraftFile) -> Result<DraftText, DraftFileFault> {
        let (FileState::Stored, Some(hash)) = (file.state, &file.hash) else {
            return Err(match file.state {
                FileState::TooBig => DraftFileFault::TooBig,
                _ => DraftFileFault::Missing,
            });
        };
        let bytes = tokio::fs::read(path_of(&self.files, hash))
            .await
            .map_err(|error| {
                tracing::error!(%error, "a document that was kept can't be read");
                DraftFileFault::Missing
            })?;
        // Unpacking may take a while, and a hostile file longer.
        tokio::task::spawn_blocking(move || read_draft(&bytes))
            .await
            .unwrap_or(Err(DraftFileFault::Broken))
    }
}
