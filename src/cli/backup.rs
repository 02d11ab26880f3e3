//! `backup`: a copy of the database in one file while it is in use, for SQLite; PostgreSQL has its own tools.
//!
//! **Danger:** letters lie open in the copy, and without the key file nobody reads the sealed numbers in it.

use std::io::Write;
use std::path::PathBuf;

use clap::Args as Arguments;

use crate::text::{Args, Words};

use super::{CliError, Office, output};

#[derive(Debug, Arguments)]
pub struct BackupArgs {
    file: PathBuf,
}

pub(super) async fn run(
    args: BackupArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    // An empty file of our own: SQLite fills it, and it keeps its mode.
    let place = output::new_file(&args.file)?;
    let copied = office.store().copy_to(&args.file).await;
    if !matches!(copied, Ok(true)) {
        let _ = std::fs::remove_file(&args.file);
    }
    if !copied? {
        return Err(CliError::Said(words.say("cli-backup-postgres")));
    }
    place
        .sync_all()
        .map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let said = Args::new().text("path", args.file.display().to_string());
    output::line(out, &words.say_with("cli-backup-written", &said))
}
