//! `handbook export`: a deputy's handbook of a year as a file, from what the deputy has confirmed; or those of all
//! deputies into a folder.

use std::io::{IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use clap::{Args as Arguments, Subcommand, ValueEnum};
use futures_util::StreamExt;

use crate::documents::typeset::PressError;
use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::handbook::Handbook;
use crate::domain::ids::OfficeId;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::text::{Args, Words};

use super::{CliError, Office, hand_in, handbook_sheet, named, output};

/// Handbooks under way at once: two are being set, one is being read meanwhile.
const AT_ONCE: usize = 3;
/// Signs of the bar.
const BAR: usize = 40;

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
    let handbook = read(&deputy, args.year, office).await?;
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

async fn read(deputy: &Deputy, year: i32, office: &impl Office) -> Result<Handbook, CliError> {
    let made_on = day_of(office.now());
    let mut reading = office.store().read().await?;
    let handbook = reading.handbook(deputy.id, year, made_on).await??;
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

/// Writes a file that only its owner can read; one that is there is replaced.
pub(super) fn write(path: &Path, file: &[u8]) -> Result<(), CliError> {
    std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // It tells what people brought up.
        .mode(0o600)
        .open(path)
        .and_then(|mut to| to.write_all(file))
        .map_err(|error| CliError::File(path.to_owned(), error.kind()))
}

/// Deputies of all units who are on the roster, in order of unit and code.
async fn everyone(office: &impl Office) -> Result<Vec<Deputy>, CliError> {
    let mut reading = office.store().read().await?;
    let offices = reading
        .look(|world| {
            world.want([Key::List(ListKey::Offices)])?;
            Ok(world.list(&ListKey::Offices)?.ids.clone())
        })
        .await??;
    let mut deputies = Vec::new();
    for id in offices {
        let lines = reading.deputies_of_office(OfficeId(id), office.now()).await?;
        deputies.extend(lines.into_iter().map(|line| line.deputy));
    }
    deputies.retain(|deputy| deputy.gone_at.is_none() && deputy.status != DeputyStatus::Ended);
    Ok(deputies)
}

/// One file a deputy, `CODE-YEAR` with its ending. A book that can't be made stops none of the others.
async fn export_all(
    args: &ExportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    std::fs::create_dir_all(&args.out).map_err(|error| CliError::File(args.out.clone(), error.kind()))?;
    let deputies = everyone(office).await?;
    let all = deputies.len();
    let books = futures_util::stream::iter(&deputies).map(|deputy| async move {
        let done = async {
            let handbook = read(deputy, args.year, office).await?;
            let file = made(handbook, args.format, office, words).await?;
            let name = format!("{}-{}.{}", deputy.code, args.year, args.format.ending());
            write(&args.out.join(name), &file)
        };
        (deputy, done.await)
    });
    let mut books = std::pin::pin!(books.buffer_unordered(AT_ONCE));
    let (mut done, mut failed) = (0, Vec::new());
    let shows = std::io::stderr().is_terminal();
    while let Some((deputy, book)) = books.next().await {
        done += 1;
        if let Err(error) = book {
            let why = error.say(words).unwrap_or_default();
            failed.push(format!("{} {}: {why}", deputy.code, deputy.name));
        }
        if shows {
            eprint!("\r{}", bar(done, all));
        }
    }
    if shows {
        eprintln!();
    }
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let said = Args::new()
        .number("count", count(all - failed.len()))
        .number("year", i64::from(args.year))
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-handbooks-written", &said))?;
    if failed.is_empty() {
        return Ok(());
    }
    let args = Args::new().number("count", count(failed.len()));
    failed.insert(0, words.say_with("cli-handbooks-failed", &args));
    Err(CliError::Said(failed.join("\n")))
}

/// `[##########······] 120/774`
fn bar(done: usize, all: usize) -> String {
    let full = (done * BAR).checked_div(all).unwrap_or(BAR);
    format!(
        "[{}{}] {done}/{all}",
        "#".repeat(full),
        "·".repeat(BAR.saturating_sub(full))
    )
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn the_bar_fills_up() {
        assert!(bar(0, 774).starts_with("[··"));
        assert!(bar(387, 774).contains(&format!("[{}·", "#".repeat(20))));
        assert!(bar(774, 774).ends_with("#] 774/774"));
        assert!(bar(0, 0).ends_with("] 0/0"));
    }
}
