//! `dossier export`: the unit office's dossier of a deputy and a year as a file, from what the office has verified; or those of
//! all deputies of a unit, or of all units, into a folder.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand, ValueEnum};

use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::dossier::read_dossier;
use crate::domain::handbook::Handbook;
use crate::domain::ids::DeputyId;
use crate::domain::time::day_of;
use crate::text::{Args, Words};

use super::books::{self, Books, Whose, write};
use super::handbook::not_printed;
use super::{CliError, Office, named, output};

#[derive(Debug, Subcommand)]
pub enum DossierAction {
    Export(ExportArgs),
}

#[derive(Debug, Arguments)]
pub struct ExportArgs {
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    code: Option<String>,
    #[arg(long)]
    all: bool,
    #[arg(long, conflicts_with = "code")]
    unit: Option<String>,
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
}

impl Format {
    fn ending(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Xlsx => "xlsx",
            Format::Json => "json",
        }
    }
}

pub(super) async fn run(
    action: DossierAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let DossierAction::Export(args) = action;
    let Some(code) = &args.code else {
        return export_all(&args, office, words, out).await;
    };
    let deputy = named::deputy(office.store(), code, words).await?;
    let dossier = read(deputy.id, args.year, office).await?;
    let lines = dossier.count_all();
    let file = made(&dossier, args.format, office, words).await?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    write(&args.out, &file)?;
    let said = Args::new()
        .text("name", deputy.name.as_str())
        .number("year", i64::from(args.year))
        .number("lines", i64::try_from(lines).unwrap_or(i64::MAX))
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-dossier-written", &said))
}

async fn read(deputy: DeputyId, year: i32, office: &impl Office) -> Result<Handbook, CliError> {
    let made_on = day_of(office.now());
    let mut reading = office.store().read().await?;
    let dossier = reading
        .look(|world| read_dossier(world, deputy, year, made_on))
        .await??;
    Ok(dossier)
}

async fn made(
    dossier: &Handbook,
    format: Format,
    office: &impl Office,
    words: &Words,
) -> Result<Vec<u8>, CliError> {
    let file = match format {
        Format::Pdf => {
            let order = handbook_order(dossier, Printing::Book, words);
            let printed = office.press().print(order).await;
            return printed.map_err(|error| not_printed(&error, words));
        }
        Format::Docx => handbook_docx(dossier, words),
        Format::Xlsx => handbook_xlsx(dossier, words),
        Format::Json => Ok(handbook_json(dossier)),
    };
    file.map_err(|error| {
        tracing::error!(%error, "a dossier could not be made");
        CliError::Said(words.say(error.key()))
    })
}

/// One file a deputy, `dossier-CODE-YEAR` with its ending: of those who have a dossier of the year.
async fn export_all(
    args: &ExportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let offices = match &args.unit {
        Some(unit) => vec![named::office(office.store(), unit, words).await?.id],
        None => books::offices(office).await?,
    };
    let mut reading = office.store().read().await?;
    let mut deputies = Vec::new();
    for id in offices {
        let lines = reading.handbooks_of_office(id, args.year.into()).await?;
        deputies.extend(lines.into_iter().map(|line| Whose {
            id: line.deputy_id,
            code: line.code,
            name: line.name,
        }));
    }
    drop(reading);
    let all = Books {
        deputies: &deputies,
        year: args.year,
        folder: &args.out,
        written: "cli-dossiers-written",
        failed: "cli-dossiers-failed",
    };
    let make = |whose: &Whose| {
        let name = format!("dossier-{}-{}.{}", whose.code, args.year, args.format.ending());
        let id = whose.id;
        async move {
            let dossier = read(id, args.year, office).await?;
            Ok((name, made(&dossier, args.format, office, words).await?))
        }
    };
    books::write_all(&all, make, words, out).await
}
