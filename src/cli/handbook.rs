//! `handbook export`: a deputy's handbook of a year as a file, from what the deputy has confirmed.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand, ValueEnum};

use crate::documents::typeset::PressError;
use crate::documents::{handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::time::day_of;
use crate::flows::read_handbook::read_handbook;
use crate::text::{Args, Words};

use super::{CliError, Office, named, output};

#[derive(Debug, Subcommand)]
pub enum HandbookAction {
    Export(ExportArgs),
}

#[derive(Debug, Arguments)]
pub struct ExportArgs {
    code: String,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    #[arg(long, value_enum)]
    format: Format,
    #[arg(long)]
    out: PathBuf,
}

/// Why no page came, in words.
pub(super) fn not_printed(error: &PressError, words: &Words) -> CliError {
    tracing::error!(%error, "a page could not be printed");
    CliError::Said(words.say(error.key()))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
    Json,
}

pub(super) async fn run(
    action: HandbookAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let HandbookAction::Export(args) = action;
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let made_on = day_of(office.now());
    let mut reading = office.store().read().await?;
    let handbook = reading
        .look(|world| read_handbook(world, deputy.id, args.year, made_on, &[]))
        .await??;
    drop(reading);
    let file = match args.format {
        Format::Pdf => {
            let printed = office.press().print(handbook_order(&handbook, words)).await;
            Ok(printed.map_err(|error| not_printed(&error, words))?)
        }
        Format::Docx => handbook_docx(&handbook, words),
        Format::Xlsx => handbook_xlsx(&handbook, words),
        Format::Json => Ok(handbook_json(&handbook)),
    };
    let file = file.map_err(|error| {
        tracing::error!(%error, "a handbook could not be made");
        CliError::Said(words.say(error.key()))
    })?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // It tells what people brought up.
        .mode(0o600)
        .open(&args.out)
        .and_then(|mut to| to.write_all(&file));
    written.map_err(|error| CliError::File(args.out.clone(), error.kind()))?;
    let said = Args::new()
        .text("name", deputy.name.as_str())
        .number("year", i64::from(args.year))
        .number("lines", i64::try_from(handbook.count_all()).unwrap_or(i64::MAX))
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-handbook-written", &said))
}
