//! The lock file of an SQLite database: a second `serve` on it is refused with a sentence.

use std::fs::{File, TryLockError};
use std::path::Path;

/// Held as long as the program serves.
pub struct Lock(#[expect(dead_code, reason = "the lock lives as long as the open file")] File);

/// Why there is no lock.
pub enum NoLock {
    /// Another `serve` holds it.
    Held,
    /// The file can't be made.
    Unmakeable(std::io::ErrorKind),
}

impl Lock {
    /// Takes the lock beside a database file.
    pub fn take(database: &Path) -> Result<Self, NoLock> {
        let mut path = database.as_os_str().to_owned();
        path.push(".lock");
        if let Some(folder) = database.parent() {
            std::fs::create_dir_all(folder).map_err(|error| NoLock::Unmakeable(error.kind()))?;
        }
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(|error| NoLock::Unmakeable(error.kind()))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(NoLock::Held),
            Err(TryLockError::Error(error)) => Err(NoLock::Unmakeable(error.kind())),
        }
    }
}
