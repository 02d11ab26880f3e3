//! `handbook import`: a handbook's workbook that was filled in is looked at whole, and taken whole or not at all.

use std::io::Write;
use std::path::PathBuf;

use clap::Args as Arguments;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::documents::sheet::read_sheets;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::handbook::sheet::{CellFault, SheetChanges, read_handbook_sheets};
use crate::domain::record::command::{HandbookSheet, RecordCommand};
use crate::flows::import_handbook::plan;
use crate::text::handbook_sheet_words::{
    absent_lines, cell_fault, changed_lines, changes_said, new_lines, sheet_words,
};
use crate::text::{Args, Words, sheet_refusal};

use super::{CliError, Office, named, office as giving, output};

/// Lines of a kind that are told one by one.
const TOLD: usize = 200;

#[derive(Debug, Arguments)]
pub struct ImportArgs {
    file: PathBuf,
    #[arg(long)]
    code: String,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2018..=2999))]
    year: i32,
    #[arg(long)]
    reason: Option<String>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

pub(super) async fn import(
    args: ImportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let bytes = std::fs::read(&args.file).map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let file = args.file.file_name().unwrap_or_default().to_string_lossy();
    let sheets =
        read_sheets(&file, &bytes).map_err(|refusal| CliError::Said(sheet_refusal(refusal, words)))?;
    let reading = read_handbook_sheets(&sheets, &sheet_words(), &deputy.name, args.year);
    let sheet = HandbookSheet {
        deputy: deputy.id,
        year: args.year,
        lines: reading.lines,
        reason: args.reason.unwrap_or_else(|| file.clone().into_owned()),
        file_hash: hex(&Sha256::digest(&bytes)),
    };
    let now = office.now();
    let mut store = office.store().read().await?;
    let changes = store.look(|world| plan(world, &sheet, now)).await??;
    drop(store);
    let mut faults = reading.faults;
    faults.extend(changes.faults.iter().cloned());
    let taken = !args.dry_run && faults.is_empty() && !changes.is_nothing();
    if taken {
        let command = Command::Record(RecordCommand::ImportHandbook(sheet));
        giving::give(office, command).await?;
    }
    if args.json {
        tell_json(&changes, &faults, taken, words, out)?;
    } else if faults.is_empty() {
        let key = match (taken, changes.is_nothing()) {
            (true, _) => "handbook-import-taken",
            (false, true) => "handbook-import-nothing",
            (false, false) => "handbook-import-would",
        };
        output::line(out, &changes_said(key, &changes, words))?;
        for (title, lines) in [
            ("handbook-import-added-title", new_lines(&changes, words)),
            ("handbook-import-changed-title", changed_lines(&changes, words)),
            ("handbook-import-absent-title", absent_lines(&changes, words)),
        ] {
            tell(title, &lines, words, out)?;
        }
    } else {
        let count = Args::new().number("count", number(faults.len()));
        output::line(out, &words.say_with("cli-sheet-faults", &count))?;
        for fault in faults.iter().take(TOLD) {
            output::line(out, &format!("  {}", cell_fault(fault, words)))?;
        }
        output::line(out, &words.say("cli-sheet-not-taken"))?;
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(CliError::Told)
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn tell(title: &str, lines: &[String], words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    if lines.is_empty() {
        return Ok(());
    }
    output::line(out, &words.say(title))?;
    for line in lines.iter().take(TOLD) {
        output::line(out, &format!("  {line}"))?;
    }
    if lines.len() > TOLD {
        let more = Args::new().number("count", number(lines.len() - TOLD));
        output::line(
            out,
            &format!("  {}", words.say_with("handbook-import-more", &more)),
        )?;
    }
    Ok(())
}

fn tell_json(
    changes: &SheetChanges,
    faults: &[CellFault],
    taken: bool,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let faults: Vec<_> = faults
        .iter()
        .take(TOLD)
        .map(|fault| {
            json!({
                "sheet": fault.sheet, "row": fault.row, "column": fault.column,
                "fault": fault.kind.tag(), "said": cell_fault(fault, words),
            })
        })
        .collect();
    let value = json!({
        "taken": taken,
        "added": changes.added.len(),
        "changed": changes.changed.len(),
        "unchanged": changes.unchanged,
        "absent": changes.absent.len(),
        "faults": faults,
    });
    output::json(out, &value)
}
