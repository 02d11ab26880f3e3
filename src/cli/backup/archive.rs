//! The archive of a backup: a head, the database, the files; written by `backup`, read by `restore`.
//!
//! **Invariants:** names in an archive lead nowhere but into the folders that are given; a file is taken only if its bytes
//! have the hash that is its name; an archive that breaks off is no archive.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::domain::audit::hex;
use crate::engine::files::path_of;

/// How every age file begins.
const AGE: &[u8] = b"age-encryption.org/v1";
const HEAD: &str = "lianluo-backup.json";
const DATABASE: &str = "database";
const FILES: &str = "files";
/// Says which folder of files belongs to the database (`app::shared_files`).
const MARK: &str = "files-mark";
const MARK_FILE: &str = ".lianluo-files";
/// Stands last, so that a cut can be seen.
const END: &str = "end";

/// The engine that the database in an archive is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// An SQLite file.
    Sqlite,
    /// A dump in PostgreSQL's custom format.
    Postgres,
}

/// What stands first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    format: u32,
    /// Of the database in it.
    pub engine: Engine,
    /// When, in epoch milliseconds.
    pub made_at: i64,
    /// Of the program that made it.
    pub version: String,
}

impl Head {
    /// The head of a new archive.
    pub fn new(engine: Engine, made_at: i64) -> Self {
        Self {
            format: 1,
            engine,
            made_at,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }
}

fn broken(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, why)
}

fn is_hex(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Writes an archive; without recipients it lies open. Gives how many files are in it.
pub fn write(
    out: File,
    recipients: &[age::x25519::Recipient],
    head: &Head,
    database: &Path,
    files: &Path,
) -> io::Result<usize> {
    let out = BufWriter::new(out);
    if recipients.is_empty() {
        let (out, count) = write_tar(out, head, database, files)?;
        out.into_inner().map_err(|error| error.into_error())?.sync_all()?;
        return Ok(count);
    }
    let to = recipients
        .iter()
        .map(|recipient| recipient as &dyn age::Recipient);
    let sealing = age::Encryptor::with_recipients(to).map_err(io::Error::other)?;
    let (sealing, count) = write_tar(sealing.wrap_output(out)?, head, database, files)?;
    let out = sealing.finish()?;
    out.into_inner().map_err(|error| error.into_error())?.sync_all()?;
    Ok(count)
}

fn put(tar: &mut tar::Builder<impl Write>, name: &str, size: u64, bytes: impl Read) -> io::Result<()> {
    let mut header = tar::Header::new_ustar();
    header.set_size(size);
    header.set_mode(0o600);
    tar.append_data(&mut header, name, bytes)
}

fn write_tar<W: Write>(out: W, head: &Head, database: &Path, files: &Path) -> io::Result<(W, usize)> {
    let mut tar = tar::Builder::new(out);
    let head = serde_json::to_vec(head)?;
    put(&mut tar, HEAD, head.len() as u64, head.as_slice())?;
    let file = File::open(database)?;
    put(&mut tar, DATABASE, file.metadata()?.len(), file)?;
    let mut count = 0;
    for hash in hashes_in(files)? {
        // One that a letter's erasure has removed meanwhile is no longer wanted.
        let file = match File::open(path_of(files, &hash)) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        put(&mut tar, &format!("{FILES}/{hash}"), file.metadata()?.len(), file)?;
        count += 1;
    }
    if let Ok(mark) = std::fs::read(files.join(MARK_FILE)) {
        put(&mut tar, MARK, mark.len() as u64, mark.as_slice())?;
    }
    put(&mut tar, END, 0, io::empty())?;
    Ok((tar.into_inner()?, count))
}

/// The hashes of all files that are kept.
fn hashes_in(files: &Path) -> io::Result<Vec<String>> {
    let mut hashes = Vec::new();
    let folders = match std::fs::read_dir(files) {
        Ok(folders) => folders,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(hashes),
        Err(error) => return Err(error),
    };
    for folder in folders {
        let folder = folder?;
        let Some(head) = folder
            .file_name()
            .to_str()
            .filter(|name| is_hex(name, 2))
            .map(str::to_owned)
        else {
            continue;
        };
        for file in std::fs::read_dir(folder.path())? {
            if let Some(rest) = file?.file_name().to_str().filter(|name| is_hex(name, 62)) {
                hashes.push(format!("{head}{rest}"));
            }
        }
    }
    hashes.sort();
    Ok(hashes)
}

/// True when an archive is sealed.
pub fn is_sealed(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(AGE.len() as u64).read_to_end(&mut start)?;
    Ok(start == AGE)
}

/// Takes an archive apart: the database into a new file, the files into a folder. `check` sees the head before anything is
/// written. Gives how many files came.
pub fn unpack(
    path: &Path,
    keys: &[age::x25519::Identity],
    check: impl FnOnce(&Head) -> io::Result<()>,
    database: &Path,
    files: &Path,
) -> io::Result<usize> {
    let sealed = is_sealed(path)?;
    let file = BufReader::new(File::open(path)?);
    if !sealed {
        return unpack_tar(file, check, database, files);
    }
    let opening = age::Decryptor::new_buffered(file).map_err(|_| broken("no age file"))?;
    let keys = keys.iter().map(|key| key as &dyn age::Identity);
    let open = opening
        .decrypt(keys)
        .map_err(|_| io::Error::new(io::ErrorKind::PermissionDenied, "the key doesn't fit"))?;
    unpack_tar(open, check, database, files)
}

fn unpack_tar(
    from: impl Read,
    check: impl FnOnce(&Head) -> io::Result<()>,
    database: &Path,
    files: &Path,
) -> io::Result<usize> {
    let mut tar = tar::Archive::new(from);
    let mut entries = tar.entries()?;
    let mut next = || -> io::Result<_> {
        let entry = entries.next().ok_or_else(|| broken("it breaks off"))??;
        let name =
            String::from_utf8(entry.path_bytes().into_owned()).map_err(|_| broken("a strange name"))?;
        Ok((name, entry))
    };
    let (name, entry) = next()?;
    if name != HEAD {
        return Err(broken("no backup of this program"));
    }
    let mut head = Vec::new();
    entry.take(65_536).read_to_end(&mut head)?;
    let head: Head = serde_json::from_slice(&head).map_err(|_| broken("an unknown head"))?;
    if head.format != 1 {
        return Err(broken("a newer format"));
    }
    check(&head)?;
    let (name, mut entry) = next()?;
    if name != DATABASE {
        return Err(broken("no database"));
    }
    let mut out = new_file(database)?;
    io::copy(&mut entry, &mut out)?;
    out.sync_all()?;
    let mut count = 0;
    loop {
        let (name, mut entry) = next()?;
        if name == END {
            break;
        }
        if name == MARK {
            let mut mark = Vec::new();
            entry.take(256).read_to_end(&mut mark)?;
            std::fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(files)?;
            new_file(&files.join(MARK_FILE))?.write_all(&mark)?;
            continue;
        }
        let hash = name
            .strip_prefix(FILES)
            .and_then(|name| name.strip_prefix('/'))
            .filter(|hash| is_hex(hash, 64))
            .ok_or_else(|| broken("a strange name"))?;
        let place = path_of(files, hash);
        if let Some(folder) = place.parent() {
            std::fs::DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(folder)?;
        }
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        if hex(&Sha256::digest(&bytes)) != hash {
            return Err(broken("a file was changed"));
        }
        let mut out = new_file(&place)?;
        out.write_all(&bytes)?;
        out.sync_all()?;
        count += 1;
    }
    Ok(count)
}

fn new_file(path: &Path) -> io::Result<File> {
    File::options()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An archive of a sample, and where it lies.
    fn sample(recipients: &[age::x25519::Recipient]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let files = folder.path().join("files");
        for bytes in [b"one".as_slice(), b"two"] {
            let place = path_of(&files, &hex(&Sha256::digest(bytes)));
            std::fs::create_dir_all(place.parent().unwrap()).unwrap();
            std::fs::write(&place, bytes).unwrap();
            std::fs::write(place.with_extension("part01234567"), b"half").unwrap();
        }
        let database = folder.path().join("database");
        std::fs::write(&database, "来信（示）").unwrap();
        let path = folder.path().join("backup");
        let head = Head::new(Engine::Sqlite, 7);
        let count = write(File::create(&path).unwrap(), recipients, &head, &database, &files).unwrap();
        assert_eq!(count, 2);
        (folder, path)
    }

    fn opened(path: &Path, keys: &[age::x25519::Identity]) -> io::Result<(usize, String)> {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("database");
        let engine = |head: &Head| {
            assert_eq!((head.engine, head.made_at), (Engine::Sqlite, 7));
            Ok(())
        };
        let count = unpack(path, keys, engine, &database, &folder.path().join("files"))?;
        Ok((count, std::fs::read_to_string(database).unwrap()))
    }

    #[test]
    fn what_was_sealed_opens_with_its_key_and_with_no_other() {
        let key = age::x25519::Identity::generate();
        let (_folder, path) = sample(&[key.to_public()]);
        assert!(is_sealed(&path).unwrap());
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(6).any(|part| part == "来信".as_bytes()));
        assert_eq!(
            opened(&path, std::slice::from_ref(&key)).unwrap(),
            (2, "来信（示）".to_owned())
        );
        let other = age::x25519::Identity::generate();
        let refused = opened(&path, &[other]).unwrap_err();
        assert_eq!(refused.kind(), io::ErrorKind::PermissionDenied);
        // One bit, or the end, is missed.
        let mut changed = bytes.clone();
        let middle = changed.len() - 300;
        changed[middle] ^= 1;
        for damaged in [&changed, &bytes[..bytes.len() - 20].to_vec()] {
            std::fs::write(&path, damaged).unwrap();
            assert!(opened(&path, std::slice::from_ref(&key)).is_err());
        }
    }

    #[test]
    fn an_open_archive_that_breaks_off_or_was_changed_is_none() {
        let (_folder, path) = sample(&[]);
        assert!(!is_sealed(&path).unwrap());
        assert_eq!(opened(&path, &[]).unwrap().0, 2);
        let bytes = std::fs::read(&path).unwrap();
        // The last entry and the end are cut off.
        std::fs::write(&path, &bytes[..bytes.len() - 1_536]).unwrap();
        assert!(opened(&path, &[]).is_err());
        let mut changed = bytes;
        let place = changed.windows(3).position(|part| part == b"two").unwrap();
        changed[place] = b'T';
        std::fs::write(&path, changed).unwrap();
        assert_eq!(opened(&path, &[]).unwrap_err().to_string(), "a file was changed");
        std::fs::write(&path, "something else").unwrap();
        assert!(opened(&path, &[]).is_err());
    }
}
