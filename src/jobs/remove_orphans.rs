//! Removing from `FILES_DIR` what nothing refers to: half-written files of a kill, uploads whose form was never taken.
//!
//! **Invariants:** only what has lain untouched for its time is looked at, and never goes what a row refers to. Whoever
//! keeps the same bytes again touches the file first (`engine::files`); so a file is put aside, looked at once more, and
//! only then removed.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::domain::time::DAY_MS;
use crate::store::StoreError;

use super::Jobs;

/// Half-written files are of no use to anyone after a day.
const PARTS_KEPT_MS: i64 = DAY_MS;
/// Whole ones are kept longer: a row may come late, and a mistake can still be seen.
const ORPHANS_KEPT_MS: i64 = 7 * DAY_MS;
/// Files asked for at once.
const MOST: usize = 256;
/// The rest of a hash behind the two digits of its folder.
const REST: usize = 62;
/// The name of what is put aside, which counts as half-written.
const ASIDE: &str = "part-aside";

/// What a name in the folders says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Whole, named by its hash.
    Whole,
    /// Half-written, or fetched and not taken in.
    Part,
    /// Not ours: left alone.
    Strange,
}

fn kind_of(name: &str) -> Kind {
    let is_hash = |text: &str| text.len() == REST && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    match name.split_once('.') {
        None if is_hash(name) => Kind::Whole,
        Some((head, tail)) if is_hash(head) && tail.starts_with("part") => Kind::Part,
        _ if name.starts_with("fetching-") => Kind::Part,
        _ => Kind::Strange,
    }
}

/// When a file was written or touched last, in epoch milliseconds.
async fn touched_at(path: &Path) -> Option<i64> {
    let touched = tokio::fs::metadata(path).await.ok()?.modified().ok()?;
    let since = touched.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

/// The entries of a folder; a folder that isn't there has none.
async fn entries(folder: &Path) -> std::io::Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    let mut reading = match tokio::fs::read_dir(folder).await {
        Ok(reading) => reading,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error),
    };
    while let Some(entry) = reading.next_entry().await? {
        if let Some(name) = entry.file_name().to_str() {
            found.push((entry.path(), name.to_owned()));
        }
    }
    Ok(found)
}

impl Jobs {
    /// Removes what nothing refers to; gives how many files went. A folder that can't be read is left for the next time.
    pub async fn remove_orphans(&self) -> Result<u64, StoreError> {
        // Files carry the real time, whatever the settable clock shows.
        let ticks = self.clock.ticks();
        let mut gone = 0;
        let top = entries(&self.files).await.unwrap_or_default();
        for (path, name) in top {
            if name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                gone += self.look_through(&path, &name, ticks).await?;
            } else if kind_of(&name) == Kind::Part && is_older(&path, ticks - PARTS_KEPT_MS).await {
                gone += remove(&path).await;
            }
        }
        if gone > 0 {
            tracing::info!(files = gone, "files that nothing refers to were removed");
        }
        Ok(gone)
    }

    /// One of the folders that hold files by the first two digits of their hash.
    async fn look_through(&self, folder: &Path, head: &str, ticks: i64) -> Result<u64, StoreError> {
        let mut gone = 0;
        let mut old = Vec::new();
        for (path, name) in entries(folder).await.unwrap_or_default() {
            match kind_of(&name) {
                Kind::Part if is_older(&path, ticks - PARTS_KEPT_MS).await => gone += remove(&path).await,
                Kind::Whole if is_older(&path, ticks - ORPHANS_KEPT_MS).await => {
                    old.push((format!("{head}{name}"), path));
                }
                Kind::Part | Kind::Whole | Kind::Strange => {}
            }
        }
        for part in old.chunks(MOST) {
            let known = self.referred_to(part.iter().map(|(hash, _)| hash)).await?;
            for (hash, path) in part.iter().filter(|(hash, _)| !known.contains(hash)) {
                gone += self.put_aside_and_remove(hash, path, ticks).await?;
            }
        }
        Ok(gone)
    }

    async fn referred_to(&self, hashes: impl Iterator<Item = &String>) -> Result<Vec<String>, StoreError> {
        let hashes: Vec<String> = hashes.cloned().collect();
        self.store.read().await?.list_known_hashes(&hashes).await
    }

    async fn put_aside_and_remove(&self, hash: &String, path: &Path, ticks: i64) -> Result<u64, StoreError> {
        let aside = path.with_extension(ASIDE);
        if tokio::fs::rename(path, &aside).await.is_err() {
            return Ok(0);
        }
        // Someone may have kept the same bytes since it was looked at.
        let is_wanted = !is_older(&aside, ticks - ORPHANS_KEPT_MS).await
            || !self.referred_to(std::iter::once(hash)).await?.is_empty();
        if is_wanted {
            if let Err(error) = tokio::fs::rename(&aside, path).await {
                tracing::error!(%error, hash, "a file that was put aside can't be put back; rename it by hand");
            }
            return Ok(0);
        }
        Ok(remove(&aside).await)
    }
}

async fn is_older(path: &Path, than: i64) -> bool {
    touched_at(path).await.is_some_and(|at| at < than)
}

async fn remove(path: &Path) -> u64 {
    match tokio::fs::remove_file(path).await {
        Ok(()) => 1,
        Err(error) => {
            tracing::warn!(%error, "a file that nothing refers to can't be removed");
            0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_ours_are_looked_at() {
        let rest = "0a".repeat(31);
        assert_eq!(kind_of(&rest), Kind::Whole);
        assert_eq!(kind_of(&format!("{rest}.part01234567")), Kind::Part);
        assert_eq!(kind_of(&format!("{rest}.{ASIDE}")), Kind::Part);
        assert_eq!(kind_of("fetching-77"), Kind::Part);
        for name in [
            &rest[1..],
            "readme.txt",
            ".lianluo-files",
            "lost+found",
            "a.part1",
        ] {
            assert_eq!(kind_of(name), Kind::Strange, "{name}");
        }
    }
}
