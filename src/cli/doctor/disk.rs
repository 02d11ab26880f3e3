//! What `doctor` finds on the disk: room, whether writing is durable and how fast, and who else may read.
//!
//! Looks at the folder of an SQLite database and at `FILES_DIR`; leaves nothing behind.

use std::fs::{DirBuilder, File};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::engine::Clock;
use crate::store::sqlite_file;
use crate::text::{Args, Words};

use super::{Finding, Health};

/// Below it letters with pictures fill a disk within days.
const LITTLE_MIB: i64 = 2_048;
/// Below it the next large letter may not be taken.
const TOO_LITTLE_MIB: i64 = 256;
/// Every batch waits for the disk once; at this pace people notice.
const SLOW_US: u64 = 100_000;

/// A folder that data is in, once.
fn folders(config: &Config) -> Vec<PathBuf> {
    let here = |path: &Path| match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    let mut folders: Vec<PathBuf> = sqlite_file(config.database.open())
        .iter()
        .map(|path| here(path))
        .collect();
    folders.push(config.files_dir.clone());
    folders.dedup();
    folders
}

/// Looks at all folders and files of the installation.
pub(super) fn examine(config: &Config, words: &Words) -> Vec<Finding> {
    let mut findings = Vec::new();
    for folder in folders(config) {
        findings.push(examine_writing(&folder, words));
        findings.extend(examine_room(&folder, words));
    }
    findings.extend(examine_modes(config, words));
    findings
}

/// Writes a file and waits until it is on the disk.
fn write(folder: &Path) -> std::io::Result<u64> {
    let probe = folder.join(format!(".doctor-{:016x}", rand::random::<u64>()));
    let written = DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .and_then(|()| {
            let mut file = File::options()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&probe)?;
            let watch = Clock::system().stopwatch();
            file.write_all(&[b'0'; 65_536])?;
            file.sync_all()?;
            Ok(watch.elapsed_us())
        });
    // Nothing is left behind, also of half a probe.
    let _ = std::fs::remove_file(&probe);
    written
}

fn examine_writing(folder: &Path, words: &Words) -> Finding {
    let args = Args::new().text("path", folder.display().to_string());
    match write(folder) {
        Ok(us) if us < SLOW_US => {
            Finding::new(Health::Fine, "files", words.say_with("doctor-files-fine", &args))
        }
        Ok(us) => {
            let args = args.number("ms", i64::try_from(us / 1_000).unwrap_or(i64::MAX));
            Finding::new(Health::Worth, "files", words.say_with("doctor-files-slow", &args))
        }
        Err(error) => Finding::new(
            Health::Broken,
            "files",
            words.say_with("doctor-files-broken", &args.text("why", error.kind().to_string())),
        ),
    }
}

/// Free MiB on the disk of a folder. No safe call of the standard library tells it, so the system's own command is asked.
fn free_mib(folder: &Path) -> Option<i64> {
    let told = std::process::Command::new("df")
        .args(["-Pk", "--"])
        .arg(folder)
        .env("LC_ALL", "C")
        .output()
        .ok()?;
    free_of(&String::from_utf8(told.stdout).ok()?)
}

/// The fourth column of the second line, in KiB (POSIX, `df -P`). The name of a device may hold blanks, so it is counted
/// from the end: free, used in percent, place.
fn free_of(told: &str) -> Option<i64> {
    let line = told.lines().nth(1)?;
    let percent = line.split_whitespace().position(|word| {
        let digits = word.strip_suffix('%').unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })?;
    let kib: i64 = line
        .split_whitespace()
        .nth(percent.checked_sub(1)?)?
        .parse()
        .ok()?;
    Some(kib / 1_024)
}

fn examine_room(folder: &Path, words: &Words) -> Option<Finding> {
    let free = free_mib(folder)?;
    let (health, key) = if free < TOO_LITTLE_MIB {
        (Health::Broken, "doctor-disk-full")
    } else if free < LITTLE_MIB {
        (Health::Worth, "doctor-disk-little")
    } else {
        (Health::Fine, "doctor-disk-fine")
    };
    let args = Args::new()
        .text("path", folder.display().to_string())
        .number("mib", free);
    Some(Finding::new(health, "disk", words.say_with(key, &args)))
}

/// A word for each place that others on the machine may read.
fn examine_modes(config: &Config, words: &Words) -> Vec<Finding> {
    let mut places = vec![config.files_dir.clone()];
    if let Some(database) = sqlite_file(config.database.open()) {
        for ending in ["", "-wal", "-shm"] {
            let mut path = database.clone().into_os_string();
            path.push(ending);
            places.push(path.into());
        }
    }
    places.push(PathBuf::from(".env"));
    let open: Vec<(PathBuf, &str)> = places
        .into_iter()
        .filter_map(|path| {
            let found = std::fs::metadata(&path).ok()?;
            let mode = if found.is_dir() { "700" } else { "600" };
            // A folder that nobody else may enter keeps what is in it to itself.
            let is_open = found.permissions().mode() & 0o007 != 0 && !is_behind_a_closed_door(&path);
            is_open.then_some((path, mode))
        })
        .collect();
    if open.is_empty() {
        return vec![Finding::new(
            Health::Fine,
            "modes",
            words.say("doctor-modes-fine"),
        )];
    }
    let say = |(path, mode): (PathBuf, &str)| {
        let args = Args::new()
            .text("path", path.display().to_string())
            .text("mode", mode);
        Finding::new(Health::Worth, "modes", words.say_with("doctor-modes-open", &args))
    };
    open.into_iter().map(say).collect()
}

fn is_behind_a_closed_door(path: &Path) -> bool {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    std::fs::metadata(folder).is_ok_and(|found| found.permissions().mode() & 0o001 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_free_room_is_read_from_what_df_prints() {
        let told = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n/dev/my disk 102400000 92400000  10240000      91% /srv/a b\n";
        assert_eq!(free_of(told), Some(10_000));
        assert_eq!(free_of("Filesystem\n"), None);
        assert!(free_mib(Path::new("/")).is_some());
    }
}
