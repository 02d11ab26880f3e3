//! The key file: 64 random bytes in hex, from which telephone numbers are sealed and lookup codes are derived. Read by
//! `app` before the database is opened; looked at by `doctor`.
//!
//! **Invariants:** a file that exists is never written to, whatever is in it; a new one is readable by its owner alone.
//! **Danger:** without the file nobody can read the sealed numbers again, and all lookup codes change.

use std::fmt;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::domain::audit::hex;
use crate::domain::lookup::LookupKey;
use crate::store::Sealer;
use crate::text::{Args, Words};

/// 32 bytes for sealing and 32 for lookup codes.
const BYTES: usize = 64;

/// The keys of an installation.
pub struct Keys {
    sealing: [u8; 32],
    lookup: [u8; 32],
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys(…)")
    }
}

impl Keys {
    fn of(bytes: &[u8; BYTES]) -> Self {
        let mut keys = Self {
            sealing: [0; 32],
            lookup: [0; 32],
        };
        keys.sealing.copy_from_slice(&bytes[..32]);
        keys.lookup.copy_from_slice(&bytes[32..]);
        keys
    }

    /// Random keys that are kept nowhere, for a throw-away database.
    pub fn throw_away() -> Self {
        Self::of(&random_bytes())
    }

    /// Seals and opens telephone numbers and mail addresses.
    pub fn sealer(&self) -> Sealer {
        Sealer::new(self.sealing)
    }

    /// Derives lookup codes.
    pub fn lookup(&self) -> LookupKey {
        LookupKey::new(self.lookup)
    }
}

fn random_bytes() -> [u8; BYTES] {
    let mut bytes = [0; BYTES];
    bytes[..32].copy_from_slice(&rand::random::<[u8; 32]>());
    bytes[32..].copy_from_slice(&rand::random::<[u8; 32]>());
    bytes
}

/// Why there are no keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFault {
    /// The file can't be read.
    Unreadable(PathBuf, io::ErrorKind),
    /// There is no file, and none can be made there.
    Unmakeable(PathBuf, io::ErrorKind),
    /// Something else than 128 hexadecimal digits is in it.
    Wrong(PathBuf),
    /// There is no file.
    Absent(PathBuf),
}

impl KeyFault {
    /// The sentence for the administrator: what is wrong and what to do.
    pub fn say(&self, words: &Words) -> String {
        let (key, path, why) = match self {
            KeyFault::Unreadable(path, why) => ("key-file-unreadable", path, Some(why)),
            KeyFault::Unmakeable(path, why) => ("key-file-unmakeable", path, Some(why)),
            KeyFault::Wrong(path) => ("key-file-wrong", path, None),
            KeyFault::Absent(path) => ("key-file-absent", path, None),
        };
        let args = Args::new()
            .text("path", path.display().to_string())
            .text("why", why.map(ToString::to_string).unwrap_or_default());
        words.say_with(key, &args)
    }
}

/// Reads the keys, and makes the file with its folder if there is none.
pub fn read_or_make(path: &Path) -> Result<Keys, KeyFault> {
    match read(path) {
        Err(KeyFault::Absent(_)) => make(path),
        read => read,
    }
}

/// Reads the keys; a file that isn't there is a fault.
pub fn read(path: &Path) -> Result<Keys, KeyFault> {
    let mut file = File::open(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => KeyFault::Absent(path.to_owned()),
        kind => KeyFault::Unreadable(path.to_owned(), kind),
    })?;
    let mut text = String::new();
    // One byte more than a key file and its line end can have shows that it isn't one.
    Read::take(&mut file, BYTES as u64 * 2 + 3)
        .read_to_string(&mut text)
        .map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => KeyFault::Wrong(path.to_owned()),
            kind => KeyFault::Unreadable(path.to_owned(), kind),
        })?;
    let bytes = from_hex(text.trim()).ok_or_else(|| KeyFault::Wrong(path.to_owned()))?;
    Ok(Keys::of(&bytes))
}

/// True when others than the owner and his group may read the file, or others than he may write it; `None` when that can't
/// be seen. A service of its own reads a file of root's through its group.
pub fn is_open_to_others(path: &Path) -> Option<bool> {
    let mode = std::fs::metadata(path).ok()?.permissions().mode();
    Some(mode & 0o027 != 0)
}

fn make(path: &Path) -> Result<Keys, KeyFault> {
    let unmakeable = |error: io::Error| KeyFault::Unmakeable(path.to_owned(), error.kind());
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // By default the database and the files lie here too, and are nobody else's to read.
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)
            .map_err(unmakeable)?;
    }
    let bytes = random_bytes();
    // Written whole beside its place and then linked there: a kill in between leaves no half key, and a file that another
    // process made meanwhile stays.
    let draft = path.with_extension(format!("new-{:016x}", rand::random::<u64>()));
    let written = write_new(&draft, &bytes)
        .and_then(|()| std::fs::hard_link(&draft, path))
        .or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(error),
            // Some mounted folders know no links.
            _ => write_new(path, &bytes),
        });
    // The draft holds a key that nothing was sealed with yet, or the one that is in place by now.
    let _ = std::fs::remove_file(&draft);
    match written {
        Ok(()) => Ok(Keys::of(&bytes)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => read(path),
        Err(error) => Err(unmakeable(error)),
    }
}

fn write_new(path: &Path, bytes: &[u8; BYTES]) -> io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    writeln!(file, "{}", hex(bytes))?;
    file.sync_all()
}

fn from_hex(text: &str) -> Option<[u8; BYTES]> {
    if text.len() != BYTES * 2 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; BYTES];
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::CaseId;

    fn code(keys: &Keys) -> String {
        keys.lookup().code(CaseId(5))
    }

    #[test]
    fn a_missing_key_file_is_made_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("deep/lianluo.key");
        let made = read_or_make(&path).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.trim().len(), 128);
        assert_eq!(
            std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(is_open_to_others(&path), Some(false));
        let folder_mode = std::fs::metadata(path.parent().unwrap())
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(folder_mode & 0o777, 0o700);
        let again = read_or_make(&path).unwrap();
        assert_eq!(code(&made), code(&again));
        assert_eq!(made.sealing, again.sealing);
        assert_ne!(made.sealing, made.lookup);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
        let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().collect();
        assert_eq!(left.len(), 1, "no draft stays behind");
    }

    #[test]
    fn a_wrong_key_file_is_a_fault_and_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lianluo.key");
        let short = "ab".repeat(32);
        let letters = "g".repeat(128);
        let long = "ab".repeat(65);
        for wrong in ["", "\n", short.as_str(), letters.as_str(), long.as_str(), "钥匙"] {
            std::fs::write(&path, wrong).unwrap();
            assert_eq!(
                read_or_make(&path).unwrap_err(),
                KeyFault::Wrong(path.clone()),
                "{wrong}"
            );
            assert_eq!(std::fs::read_to_string(&path).unwrap(), wrong);
        }
        std::fs::write(&path, [0xff, 0xfe, 0x00]).unwrap();
        assert_eq!(read_or_make(&path).unwrap_err(), KeyFault::Wrong(path.clone()));
    }

    #[test]
    fn where_no_file_can_be_made_the_path_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let occupied = folder.path().join("file");
        std::fs::write(&occupied, "").unwrap();
        let path = occupied.join("lianluo.key");
        let fault = read_or_make(&path).unwrap_err();
        let words = crate::text::words(crate::domain::Locale::En);
        assert!(fault.say(words).contains("lianluo.key"), "{}", fault.say(words));
    }

    #[test]
    fn keys_tell_nothing_of_themselves() {
        assert_eq!(format!("{:?}", Keys::throw_away()), "Keys(…)");
    }
}
