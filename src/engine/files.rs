//! Where files lie: content-addressed below `FILES_DIR`, written whole before anyone is told of them.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::domain::audit::hex;

use super::clock::Clock;

/// The place of the bytes with this hash (hex).
pub fn path_of(folder: &Path, hash: &str) -> PathBuf {
    let (head, rest) = hash.split_at_checked(2).unwrap_or(("00", hash));
    folder.join(head).join(rest)
}

/// Keeps bytes; gives their hash. The same bytes are kept once.
pub async fn keep(folder: &Path, bytes: &[u8]) -> std::io::Result<String> {
    let hash = hex(&Sha256::digest(bytes));
    let path = path_of(folder, &hash);
    match touch(path.clone()).await {
        Ok(()) => return Ok(hash),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let beside = path.with_extension(format!("part{:08x}", rand::random::<u32>()));
    if let Some(parent) = path.parent() {
        make_folder(parent).await?;
    }
    if let Err(error) = write(&beside, &path, bytes).await {
        // Half a file on a full disk would keep it full, for everyone. It may not even exist.
        let _ = tokio::fs::remove_file(&beside).await;
        return Err(error);
    }
    Ok(hash)
}

/// Makes a folder that only its owner may enter.
pub async fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut making = tokio::fs::DirBuilder::new();
    making.recursive(true).mode(0o700).create(folder).await
}

/// Sets the time of a file to the present, so that nobody takes it for one that is no longer wanted.
async fn touch(path: PathBuf) -> std::io::Result<()> {
    let ms = u64::try_from(Clock::system().ticks()).unwrap_or(0);
    let now = std::time::UNIX_EPOCH + std::time::Duration::from_millis(ms);
    let touched = tokio::task::spawn_blocking(move || {
        std::fs::File::options()
            .write(true)
            .open(path)
            .and_then(|file| file.set_modified(now))
    });
    touched.await.map_err(std::io::Error::other)?
}

async fn write(beside: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let file = tokio::fs::File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(beside)
        .await?;
    let mut file = tokio::io::BufWriter::new(file);
    tokio::io::AsyncWriteExt::write_all(&mut file, bytes).await?;
    tokio::io::AsyncWriteExt::flush(&mut file).await?;
    file.get_ref().sync_all().await?;
    tokio::fs::rename(beside, path).await
}

/// Takes a file that was fetched beside into its place; gives hash and size.
pub async fn take_in(folder: &Path, fetched: &Path) -> std::io::Result<(String, i64)> {
    let bytes = tokio::fs::read(fetched).await?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let hash = keep(folder, &bytes).await?;
    tokio::fs::remove_file(fetched).await?;
    Ok((hash, size))
}
