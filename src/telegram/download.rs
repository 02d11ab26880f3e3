//! Fetching a file that a person sent: Telegram is asked where it is, then its bytes go to our disk.
//!
//! Called by `outlet` for the engine's errand. **Invariant:** the given path never holds half a file: bytes are written
//! beside it, flushed, and moved there when they are all there.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use teloxide::{ApiError, Bot, RequestError};
use tokio::io::AsyncWriteExt;

use super::call::{Failed, call, file_url};
use crate::engine::Fetched;

/// Telegram's limit of what a bot may fetch.
const MOST_BYTES: u64 = 20 * 1024 * 1024;

/// As long as an office's line may need for that.
const PATIENCE: Duration = Duration::from_secs(300);

#[derive(Serialize)]
struct GetFile<'a> {
    file_id: &'a str,
}

#[derive(Deserialize)]
struct Place {
    file_path: Option<String>,
    file_size: Option<u64>,
}

enum Trouble {
    TooBig,
    Call(Failed),
    Disk(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Trouble::Disk(error)
    }
}

impl From<reqwest::Error> for Trouble {
    fn from(error: reqwest::Error) -> Self {
        Trouble::Call(Failed::network(error))
    }
}

pub(super) async fn fetch(bot: &Bot, remote_ref: &str, into: &Path) -> Fetched {
    let beside = beside(into);
    match write(bot, remote_ref, &beside, into).await {
        Ok(()) => Fetched::Written,
        Err(trouble) => {
            // It may not even exist; a rest is overwritten by the next try.
            let _ = tokio::fs::remove_file(&beside).await;
            match trouble {
                Trouble::TooBig => Fetched::TooBig,
                Trouble::Call(failed) => {
                    tracing::warn!("A file was not fetched: {}.", failed.sentence());
                    Fetched::NotYet
                }
                Trouble::Disk(error) => {
                    tracing::error!(%error, "A file could not be written to our disk.");
                    Fetched::NotYet
                }
            }
        }
    }
}

fn beside(into: &Path) -> PathBuf {
    let mut name = into.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

async fn write(bot: &Bot, remote_ref: &str, beside: &Path, into: &Path) -> Result<(), Trouble> {
    let place: Place = call(bot, "getFile", &GetFile { file_id: remote_ref })
        .await
        .map_err(too_big_or)?;
    if place.file_size.is_some_and(|size| size > MOST_BYTES) {
        return Err(Trouble::TooBig);
    }
    // Telegram leaves the path out of what it doesn't hand out.
    let path = place.file_path.ok_or(Trouble::TooBig)?;
    let request = bot.client().get(file_url(bot, &path)).timeout(PATIENCE);
    let mut response = request.send().await?.error_for_status()?;
    let mut file = tokio::fs::File::create(beside).await?;
    let mut written = 0_u64;
    while let Some(chunk) = response.chunk().await? {
        written += chunk.len() as u64;
        if written > MOST_BYTES {
            return Err(Trouble::TooBig);
        }
        file.write_all(&chunk).await?;
    }
    file.sync_all().await?;
    tokio::fs::rename(beside, into).await?;
    Ok(())
}

fn too_big_or(failed: Failed) -> Trouble {
    match &failed.error {
        RequestError::Api(ApiError::Unknown(said)) if said.contains("file is too big") => Trouble::TooBig,
        _ => Trouble::Call(failed),
    }
}
