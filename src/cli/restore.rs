//! `restore`: a backup becomes an installation again, where there is none.
//!
//! **Invariants:** nothing that exists is overwritten; what fails half-way is taken away again. The key file comes from where
//! it was kept apart.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use clap::Args as Arguments;

use crate::config::{Config, key_file};
use crate::store::{Store, sqlite_file};
use crate::text::{Args, Words};

use super::backup::archive::{self, Engine, Head};
use super::backup::{Aside, postgres};
use super::{CliError, output};

#[derive(Debug, Arguments)]
pub struct RestoreArgs {
    file: PathBuf,
    /// The secret half of the backup's key.
    #[arg(long)]
    key: Option<PathBuf>,
}

fn keys(args: &RestoreArgs, words: &Words) -> Result<Vec<age::x25519::Identity>, CliError> {
    let sealed =
        archive::is_sealed(&args.file).map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let Some(path) = &args.key else {
        return if sealed {
            Err(CliError::WrongUse(words.say("cli-restore-key-wanted")))
        } else {
            Ok(Vec::new())
        };
    };
    let text = std::fs::read_to_string(path).map_err(|error| CliError::File(path.clone(), error.kind()))?;
    let keys: Vec<age::x25519::Identity> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .filter_map(|line| line.parse().ok())
        .collect();
    if keys.is_empty() {
        let path = Args::new().text("path", path.display().to_string());
        return Err(CliError::WrongUse(words.say_with("cli-restore-key-wrong", &path)));
    }
    Ok(keys)
}

/// Refuses where anything is already.
async fn examine_place(config: &Config, words: &Words) -> Result<(), CliError> {
    if Store::holds_anything(config.database.open()).await? {
        return Err(CliError::Said(words.say("cli-restore-database-there")));
    }
    let is_free = match std::fs::read_dir(&config.files_dir) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    if !is_free {
        let path = Args::new().text("path", config.files_dir.display().to_string());
        return Err(CliError::Said(words.say_with("cli-restore-files-there", &path)));
    }
    Ok(())
}

fn said_of(error: &std::io::Error, file: &Path, words: &Words) -> CliError {
    let args = Args::new()
        .text("path", file.display().to_string())
        .text("why", error.to_string());
    match error.kind() {
        ErrorKind::PermissionDenied => CliError::Said(words.say_with("cli-restore-key-other", &args)),
        ErrorKind::Unsupported => CliError::Said(words.say("cli-restore-other-engine")),
        _ => CliError::Said(words.say_with("cli-restore-broken", &args)),
    }
}

/// Where the files lie that are taken away again if anything fails.
struct Halfway(Option<PathBuf>);

impl Drop for Halfway {
    fn drop(&mut self) {
        if let Some(folder) = &self.0 {
            // It was empty or not there before.
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// Makes an installation of a backup.
pub async fn run(
    args: RestoreArgs,
    config: &Config,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let keys = keys(&args, words)?;
    examine_place(config, words).await?;
    let target = sqlite_file(config.database.open());
    let wanted = if target.is_some() {
        Engine::Sqlite
    } else {
        Engine::Postgres
    };
    let beside = target.clone().unwrap_or_else(|| config.files_dir.clone());
    if let Some(folder) = beside.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        output::make_folder(folder)?;
    }
    let copy = Aside::of(&beside);
    let mut halfway = Halfway(Some(config.files_dir.clone()));
    let (path, database, files) = (args.file.clone(), copy.0.clone(), config.files_dir.clone());
    let unpacking = tokio::task::spawn_blocking(move || {
        let fits = |head: &Head| {
            if head.engine == wanted {
                Ok(())
            } else {
                Err(ErrorKind::Unsupported.into())
            }
        };
        archive::unpack(&path, &keys, fits, &database, &files)
    });
    let count = unpacking
        .await
        .map_err(std::io::Error::other)
        .flatten()
        .map_err(|error| said_of(&error, &args.file, words))?;
    match &target {
        // A link, and not a rename, takes nothing's place.
        Some(target) => std::fs::hard_link(&copy.0, target)
            .or_else(|error| match error.kind() {
                ErrorKind::AlreadyExists => Err(error),
                // Some mounted folders know no links.
                _ => std::fs::rename(&copy.0, target),
            })
            .map_err(|error| CliError::File(target.clone(), error.kind()))?,
        None => postgres::restore(config.database.open(), &copy.0, words).await?,
    }
    halfway.0 = None;
    let said = Args::new().number("files", i64::try_from(count).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-restored", &said))?;
    match key_file::read(&config.key_file) {
        Ok(_) => output::line(out, &words.say("cli-restored-next")),
        Err(_) => {
            let path = Args::new().text("path", config.key_file.display().to_string());
            output::line(out, &words.say_with("cli-restored-key", &path))
        }
    }
}
