//! `backup`: database and files of a running installation in one archive, encrypted to keys whose other half lies elsewhere.
//!
//! The archive is a tar, sealed with age (age-encryption.org/v1), so that `age -d -i KEY FILE | tar x` opens it where this
//! program is not. The key file (`KEY_FILE`) is never in it: with both in one place neither would protect anything.
//! **Danger:** without a recipient the letters lie open in it.

pub(super) mod archive;
pub(super) mod postgres;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args as Arguments;

use crate::config::Config;
use crate::store::sqlite_file;
use crate::text::{Args, Words};

use super::{CliError, Office, output};
use archive::{Engine, Head};

#[derive(Debug, Arguments)]
pub struct BackupArgs {
    file: PathBuf,
    /// Recipients, besides those of the settings.
    #[arg(long)]
    to: Vec<String>,
    /// Makes a key instead.
    #[arg(long, conflicts_with = "to")]
    make_key: bool,
}

impl BackupArgs {
    /// True when only a key is made, for which nothing needs to be there.
    pub fn makes_key(&self) -> bool {
        self.make_key
    }
}

/// Makes a key pair: the secret half goes into a new file, the public one is printed.
pub fn make_key(args: &BackupArgs, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    use age::secrecy::ExposeSecret;
    let file = output::new_file(&args.file)?;
    let key = age::x25519::Identity::generate();
    let text = format!("# {}\n{}\n", key.to_public(), key.to_string().expose_secret());
    output::fill(file, &args.file, text.as_bytes())?;
    let said = Args::new()
        .text("path", args.file.display().to_string())
        .text("recipient", key.to_public().to_string());
    output::line(out, &words.say_with("cli-backup-key", &said))
}

fn recipients(
    args: &BackupArgs,
    config: &Config,
    words: &Words,
) -> Result<Vec<age::x25519::Recipient>, CliError> {
    let all = args.to.iter().chain(&config.backup_recipients);
    all.map(|text| {
        text.parse().map_err(|_| {
            let said = Args::new().text("recipient", text.as_str());
            CliError::WrongUse(words.say_with("cli-backup-recipient-wrong", &said))
        })
    })
    .collect()
}

/// A file beside another, for a while; removed in any case.
pub(super) struct Aside(pub(super) PathBuf);

impl Aside {
    pub(super) fn of(path: &Path) -> Self {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".{:016x}", rand::random::<u64>()));
        Self(name.into())
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        // It may never have been made, or be in its place by now.
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Writes a backup.
pub async fn run(
    args: BackupArgs,
    config: &Config,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let recipients = recipients(&args, config, words)?;
    // Refused before anything is copied.
    let place = output::new_file(&args.file)?;
    let written = write(&args, config, office, &recipients, words, place).await;
    let files = match written {
        Ok(files) => files,
        Err(error) => {
            // Half a backup would be taken for one.
            let _ = std::fs::remove_file(&args.file);
            return Err(error);
        }
    };
    let key = if recipients.is_empty() {
        "cli-backup-open"
    } else {
        "cli-backup-sealed"
    };
    let said = Args::new()
        .text("path", args.file.display().to_string())
        .text("key", config.key_file.display().to_string())
        .number("files", i64::try_from(files).unwrap_or(i64::MAX));
    output::line(out, &words.say_with(key, &said))
}

async fn write(
    args: &BackupArgs,
    config: &Config,
    office: &impl Office,
    recipients: &[age::x25519::Recipient],
    words: &Words,
    place: std::fs::File,
) -> Result<usize, CliError> {
    let copy = Aside::of(&args.file);
    // An empty file of our own: it keeps its mode when it is filled.
    drop(output::new_file(&copy.0)?);
    let engine = if sqlite_file(config.database.open()).is_some() {
        office.store().copy_to(&copy.0).await?;
        Engine::Sqlite
    } else {
        postgres::dump(config.database.open(), &copy.0, words).await?;
        Engine::Postgres
    };
    let head = Head::new(engine, office.now());
    let (files, path) = (config.files_dir.clone(), args.file.clone());
    let recipients = recipients.to_vec();
    let database = copy.0.clone();
    let written =
        tokio::task::spawn_blocking(move || archive::write(place, &recipients, &head, &database, &files));
    written
        .await
        .map_err(std::io::Error::other)
        .flatten()
        .map_err(|error| CliError::File(path, error.kind()))
}
