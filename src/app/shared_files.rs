//! Whether `FILES_DIR` is the folder that the database belongs to. Several gateways on one database must share it: a photo
//! that one has taken in is sent and shown by the other.
//!
//! The folder holds a random word in a small file, and the database remembers the first gateway's. Called when `serve`
//! starts on PostgreSQL, and by `doctor`, which writes nothing.

use std::io::ErrorKind;
use std::path::Path;

use crate::domain::audit::hex;
use crate::engine::files::make_folder;
use crate::store::{Store, StoreError};

const MARK: &str = ".lianluo-files";
const FACT: &str = "files";

/// Whose folder it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Belongs {
    /// This database's.
    Here,
    /// The database remembers none yet.
    Unknown,
    /// Another one than the database remembers.
    Elsewhere,
}

async fn mark_in(folder: &Path) -> Result<Option<String>, StoreError> {
    match tokio::fs::read_to_string(folder.join(MARK)).await {
        Ok(mark) => Ok(Some(mark.trim().to_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::Surroundings(format!(
            "FILES_DIR can't be read: {error}"
        ))),
    }
}

/// Compares folder and database.
pub async fn look(store: &Store, folder: &Path) -> Result<Belongs, StoreError> {
    let known = store.read().await?.find_fact(FACT).await?;
    let mark = mark_in(folder).await?;
    Ok(match known {
        None => Belongs::Unknown,
        Some(known) if Some(&known) == mark.as_ref() => Belongs::Here,
        Some(_) => Belongs::Elsewhere,
    })
}

/// The same; the first gateway's folder is remembered.
pub async fn claim(store: &Store, folder: &Path) -> Result<Belongs, StoreError> {
    let belongs = look(store, folder).await?;
    if belongs != Belongs::Unknown {
        return Ok(belongs);
    }
    let failed = |error: std::io::Error| {
        StoreError::Surroundings(format!("FILES_DIR can't be marked as this database's: {error}"))
    };
    if mark_in(folder).await?.is_none() {
        make_folder(folder).await.map_err(failed)?;
        let word = hex(&rand::random::<[u8; 16]>());
        let made = tokio::fs::File::options()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(folder.join(MARK))
            .await;
        match made {
            Ok(mut file) => {
                tokio::io::AsyncWriteExt::write_all(&mut file, word.as_bytes())
                    .await
                    .map_err(failed)?;
                file.sync_all().await.map_err(failed)?;
            }
            // Another gateway was faster.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(failed(error)),
        }
    }
    if let Some(mark) = mark_in(folder).await? {
        store.add_fact(FACT, &mark).await?;
    }
    look(store, folder).await
}
