//! `handbook export`: a deputy's handbook of a year as a file, from what the deputy has confirmed; or those of all
//! deputies into a folder.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand, ValueEnum};

use crate::documents::typeset::PressError;
use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::handbook::Handbook;
use crate::domain::ids::DeputyId;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::time::day_of;
use crate::text::{Args, Words};

use super::books::{self, Books, Whose, write};
use super::{CliError, Office, hand_in, handbook_sheet, named, output};

#[derive(Debug, Subcommand)]
pub enum HandbookAction {
    Export(ExportArgs),
    List(hand_in::ListArgs),
    TakeIn(hand_in::TakeInArgs),
    GiveBack(hand_in::GiveBackArgs),
    Import(handbook_sheet::ImportArgs),
}

#[derive(Debug, Arguments)]
pub struct ExportArgs {
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    code: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    #[arg(long, value_enum)]
    format: Format,
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
    Json,
    /// Section ten alone, as PDF.
    Log,
    /// Empty rows to write on, as PDF.
    ByHand,
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Format::Pdf | Format::Log | Format::ByHand => "pdf",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }
}

/// Why no page came, in words.
pub(super) fn not_printed(error: &PressError, words: &Words) -> CliError {
    tracing::error!(%error, "a page could not be printed");
    CliError::Said(words.say(error.key()))
}

pub(super) async fn run(
    action: HandbookAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let args = match action {
        HandbookAction::Export(args) => args,
        HandbookAction::List(args) => return hand_in::list(args, office, words, out).await,
        HandbookAction::TakeIn(args) => return hand_in::take_in(args, office, words, out).await,
        HandbookAction::GiveBack(args) => return hand_in::give_back(args, office, words, out).await,
        HandbookAction::Import(args) => return handbook_sheet::import(args, office, words, out).await,
    };
    let Some(code) = &args.code else {
        return export_all(&args, office, words, out).await;
    };
    let deputy = named::deputy(office.store(), code, words).await?;
    let handbook = read(deputy.id, args.year, office).await?;
    let lines = handbook.count_all();
    let file = made(handbook, args.format, office, words).await?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    write(&args.out, &file)?;
    let said = Args::new()
        .text("name", deputy.name.as_str())
        .number("year", i64::from(args.year))
        .number("lines", i64::try_from(lines).unwrap_or(i64::MAX))
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-handbook-written", &said))
}

async fn read(deputy: DeputyId, year: i32, office: &impl Office) -> Result<Handbook, CliError> {
    let made_on = day_of(office.now());
    let mut reading = office.store().read().await?;
    let handbook = reading.handbook(deputy, year, made_on).await??;
    Ok(handbook)
}

async fn made(
    handbook: Handbook,
    format: Format,
    office: &impl Office,
    words: &Words,
) -> Result<Vec<u8>, CliError> {
    let order = match format {
        Format::Pdf => handbook_order(&handbook, Printing::Book, words),
        Format::Log => handbook_order(&handbook, Printing::ContactLog, words),
        Format::ByHand => handbook_order(&handbook.emptied(), Printing::ByHand, words),
        Format::Json => return Ok(handbook_json(&handbook)),
        Format::Docx | Format::Xlsx => {
            let file = match format {
                Format::Docx => handbook_docx(&handbook, words),
                _ => handbook_xlsx(&handbook, words),
            };
            return file.map_err(|error| {
                tracing::error!(%error, "a handbook could not be made");
                CliError::Said(words.say(error.key()))
            });
        }
    };
    let printed = office.press().print(order).await;
    printed.map_err(|error| not_printed(&error, words))
}

/// Deputies of all units who are on the roster, in order of unit and code.
async fn everyone(office: &impl Office) -> Result<Vec<Whose>, CliError> {
    let offices = books::offices(office).await?;
    let mut reading = office.store().read().await?;
    let mut deputies = Vec::new();
    for id in offices {
        let lines = reading.deputies_of_office(id, office.now()).await?;
        deputies.extend(lines.into_iter().map(|line| line.deputy));
    }
    deputies.retain(|deputy| deputy.gone_at.is_none() && deputy.status != DeputyStatus::Ended);
    let whose = |deputy: Deputy| Whose {
        id: deputy.id,
        code: deputy.code,
        name: deputy.name,
    };
    Ok(deputies.into_iter().map(whose).collect())
}

/// One file a deputy, `CODE-YEAR` with its ending.
async fn export_all(
    args: &ExportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputies = everyone(office).await?;
    let all = Books {
        deputies: &deputies,
        year: args.year,
        folder: &args.out,
        written: "cli-handbooks-written",
        failed: "cli-handbooks-failed",
    };
    let make = |whose: &Whose| {
        let name = format!("{}-{}.{}", whose.code, args.year, args.format.ending());
        let id = whose.id;
        async move {
            let handbook = read(id, args.year, office).await?;
            Ok((name, made(handbook, args.format, office, words).await?))
        }
    };
    books::write_all(&all, make, words, out).await
}
