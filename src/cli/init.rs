//! `init`: the first minute of an installation. Writes `.env` from what was asked on the command line, then (with the settings
//! read and the database opened by `app`) makes the offices and the first officer's invitation.
//!
//! **Invariant:** an `.env` that exists is left as it is.

use std::io::Write;
use std::path::Path;

use clap::Args as Arguments;

use crate::config::{Config, settings_file};
use crate::domain::command::Command;
use crate::flows::import_roster::PROVINCIAL;
use crate::text::{Args, Words};

use super::invite::{self, Form};
use super::{CliError, Office, office, output};

#[derive(Debug, Arguments)]
pub struct InitArgs {
    /// The name of the first officer.
    #[arg(long, requires = "phone_last4")]
    name: Option<String>,
    #[arg(long, requires = "name")]
    phone_last4: Option<String>,
    #[arg(long, default_value = PROVINCIAL)]
    unit: String,
    #[arg(long)]
    token: Option<String>,
    #[arg(long)]
    public_url: Option<String>,
    #[arg(long)]
    database_url: Option<String>,
}

/// What became of `.env`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnvFile {
    /// It was written.
    Written,
    /// It was there already.
    Kept,
}

/// Writes `.env` into a folder, with the settings that were named; all their faults are told at once, and then nothing is
/// written. Call it before [`Config::read`].
pub fn write_env(
    args: &InitArgs,
    folder: &Path,
    words: &Words,
    out: &mut impl Write,
) -> Result<EnvFile, CliError> {
    let named = [
        ("TELOXIDE_TOKEN", &args.token),
        ("PUBLIC_URL", &args.public_url),
        ("DATABASE_URL", &args.database_url),
    ];
    let values: Vec<(&str, &str)> = named
        .iter()
        .filter_map(|(name, value)| Some((*name, value.as_deref()?.trim())))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let pairs = values
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    if let Err(faults) = Config::from_pairs(pairs) {
        let said: Vec<String> = faults.iter().map(|fault| fault.say(words)).collect();
        return Err(CliError::WrongUse(said.join("\n")));
    }
    let path = folder.join(".env");
    match output::new_file(&path) {
        Ok(file) => {
            output::fill(file, &path, settings_file(&values).as_bytes())?;
            output::line(out, &words.say("cli-init-written"))?;
            Ok(EnvFile::Written)
        }
        Err(CliError::File(_, std::io::ErrorKind::AlreadyExists)) => {
            output::line(out, &words.say("cli-init-kept"))?;
            Ok(EnvFile::Kept)
        }
        Err(error) => Err(error),
    }
}

/// Makes the offices and the first officer's invitation, and says what comes next.
pub async fn run(
    args: InitArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    office::give(office, Command::FoundOffices).await?;
    office::give(office, Command::ShipCalendar).await?;
    output::line(out, &words.say("cli-init-database"))?;
    match (&args.name, &args.phone_last4) {
        (Some(name), Some(tail)) => {
            invite::officer(&args.unit, name, tail, Form::Text, office, words, out).await?;
        }
        _ => output::line(out, &words.say("cli-init-no-officer"))?,
    }
    let said = Args::new().text("url", office.rules().public_url.as_str());
    output::line(out, &words.say_with("cli-init-next", &said))
}
