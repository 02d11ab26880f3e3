//! The lock file of an SQLite database: a second `serve` on it is refused with a sentence, and so is a database that may
//! only be read.

use std::ffi::OsStr;
use std::fs::{File, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Held as long as the program serves.
pub struct Lock(#[expect(dead_code, reason = "the lock lives as long as the open file")] File);

/// Why there is no lock.
pub enum NoLock {
    /// Another `serve` holds it.
    Held,
    /// The file can't be made.
    Unmakeable(std::io::ErrorKind),
    /// This file of the database can't be written.
    ReadOnly(PathBuf, std::io::ErrorKind),
}

/// A name beside the database: SQLite's own files and ours only add an ending.
fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut path = database.as_os_str().to_owned();
    path.push(OsStr::new(ending));
    path.into()
}

impl Lock {
    /// Takes the lock beside a database file. To be called before the database is opened: to open and close its file
    /// later would take SQLite's own locks away from this process.
    pub fn take(database: &Path) -> Result<Self, NoLock> {
        // SQLite opens what it may only read without a word, makes its other files read-only as well, and fails with the
        // first letter.
        for ending in ["", "-wal", "-shm"] {
            let path = beside(database, ending);
            match File::options().write(true).open(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(NoLock::ReadOnly(path, error.kind()));
                }
                _ => {}
            }
        }
        let path = beside(database, ".lock");
        if let Some(folder) = database.parent() {
            std::fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)
                .map_err(|error| NoLock::Unmakeable(error.kind()))?;
        }
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(path)
            .map_err(|error| NoLock::Unmakeable(error.kind()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(NoLock::Held),
            Err(TryLockError::Error(error)) => Err(NoLock::Unmakeable(error.kind())),
        }
    }
}
