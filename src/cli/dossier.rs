//! `dossier export`: the unit office's dossier of a deputy and a year as a file, from what the office has verified.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand, ValueEnum};

use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::dossier::read_dossier;
use crate::domain::time::day_of;
use crate::text::{Args, Words};

use super::handbook::{not_printed, write};
use super::{CliError, Office, named, output};

#[derive(Debug, Subcommand)]
pub enum DossierAction {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
    Json,
}

pub(super) async fn run(
    action: DossierAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let DossierAction::Export(args) = action;
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let made_on = day_of(office.now());
    let dossier = office
        .store()
        .read()
        .await?
        .look(|world| read_dossier(world, deputy.id, args.year, made_on))
        .await??;
    let file = match args.format {
        Format::Pdf => {
            let order = handbook_order(&dossier, Printing::Book, words);
            let printed = office.press().print(order).await;
            Ok(printed.map_err(|error| not_printed(&error, words))?)
        }
        Format::Docx => handbook_docx(&dossier, words),
        Format::Xlsx => handbook_xlsx(&dossier, words),
        Format::Json => Ok(handbook_json(&dossier)),
    };
    let file = file.map_err(|error| {
        tracing::error!(%error, "a dossier could not be made");
        CliError::Said(words.say(error.key()))
    })?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    write(&args.out, &file)?;
    let said = Args::new()
        .text("name", deputy.name.as_str())
        .number("year", i64::from(args.year))
        .number("lines", i64::try_from(dossier.count_all()).unwrap_or(i64::MAX))
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-dossier-written", &said))
}
