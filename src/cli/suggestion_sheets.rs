//! `suggestion import` and `suggestion replies`: sheets are looked at whole, and taken whole or not at all.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use crate::documents::sheet::read_sheets;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::sheet::Sheet;
use crate::domain::suggestion::command::{NewUnits, SuggestionCommand};
use crate::domain::suggestion::register_sheet::{
    RegisterColumn, ReplyColumn, SheetFault, SuggestionColumn, read_replies, read_suggestions,
    register_sheets,
};
use crate::domain::time::day_of;
use crate::flows::import_suggestions::plan;
use crate::flows::match_replies::match_replies;
use crate::text::suggestion_words::sheet_fault;
use crate::text::{Args, Words, sheet_refusal};

use super::suggestion::{ImportArgs, RepliesArgs};
use super::{CliError, Office, office, output};

/// Faults that are told line by line; whoever has more mends the first ones.
const TOLD: usize = 200;

fn sheet_of<C: RegisterColumn>(file: &Path, words: &Words) -> Result<(Sheet, Vec<u8>), CliError> {
    let bytes = std::fs::read(file).map_err(|error| CliError::File(file.to_owned(), error.kind()))?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let sheets =
        read_sheets(&name, &bytes).map_err(|refusal| CliError::Said(sheet_refusal(refusal, words)))?;
    let sheet = register_sheets::<C>(&sheets)
        .first()
        .copied()
        .or(sheets.first())
        .cloned();
    Ok((sheet.unwrap_or_default(), bytes))
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn tell_faults(faults: &[SheetFault], words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let count = Args::new().number("count", number(faults.len()));
    output::line(out, &words.say_with("cli-sheet-faults", &count))?;
    for fault in faults.iter().take(TOLD) {
        output::line(out, &format!("  {}", sheet_fault(fault, words)))?;
    }
    output::line(out, &words.say("cli-sheet-not-taken"))
}

fn faults_json(faults: &[SheetFault], words: &Words) -> Vec<serde_json::Value> {
    faults
        .iter()
        .take(TOLD)
        .map(|fault| {
            json!({
                "row": fault.row,
                "column": fault.column,
                "fault": fault.kind.tag(),
                "said": sheet_fault(fault, words),
            })
        })
        .collect()
}

pub(super) async fn import(
    args: ImportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (sheet, bytes) = sheet_of::<SuggestionColumn>(&args.file, words)?;
    let mut reading = read_suggestions(&sheet);
    let new_units = if args.add_units {
        NewUnits::Entered
    } else {
        NewUnits::Refused
    };
    let now = office.now();
    let entries = reading.entries.clone();
    let (found, added, handed_out, unchanged, units) = office
        .store()
        .read()
        .await?
        .look(|world| {
            let plan = plan(world, &entries, None, new_units, now)?;
            let counts = (plan.added(), plan.handed_out());
            Ok((plan.faults, counts.0, counts.1, plan.unchanged, plan.new_units))
        })
        .await??;
    for it in found {
        let fault = reading
            .fault_at(it.row, it.column, it.kind, &it.found)
            .meant(it.meant);
        reading.faults.push(fault);
    }
    reading.faults.sort_by_key(|fault| (fault.row, fault.column));
    let faults = &reading.faults;
    let taken = if args.dry_run || !faults.is_empty() {
        None
    } else {
        let command = SuggestionCommand::Import {
            entries,
            file_hash: crate::domain::audit::hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes)),
            new_units,
        };
        Some(office::give(office, Command::Suggestion(command)).await?)
    };
    if args.json {
        let value = json!({
            "taken": taken.is_some(),
            "added": added,
            "handed_out": handed_out,
            "unchanged": unchanged,
            "new_units": units,
            "faults": faults_json(faults, words),
        });
        output::json(out, &value)?;
    } else if faults.is_empty() {
        let count = Args::new()
            .number("added", number(added))
            .number("handed-out", number(handed_out))
            .number("unchanged", number(unchanged))
            .number("units", number(units.len()));
        let key = match taken {
            Some(_) => "cli-suggestions-taken",
            None => "cli-suggestions-would-take",
        };
        output::line(out, &words.say_with(key, &count))?;
        for name in &units {
            output::line(out, &format!("  {name}"))?;
        }
    } else {
        tell_faults(faults, words, out)?;
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(CliError::Told)
    }
}

pub(super) async fn replies(
    args: RepliesArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (sheet, _) = sheet_of::<ReplyColumn>(&args.file, words)?;
    let mut reading = read_replies(&sheet, day_of(office.now()), &office.rules().reply_classes);
    let entries = reading.entries.clone();
    let matched = office
        .store()
        .read()
        .await?
        .look(|world| match_replies(world, &entries, None))
        .await??;
    for it in matched.faults {
        let fault = reading
            .fault_at(it.row, it.column, it.kind, &it.found)
            .meant(it.meant);
        reading.faults.push(fault);
    }
    reading.faults.sort_by_key(|fault| (fault.row, fault.column));
    let faults = &reading.faults;
    let count = matched.facts.len();
    let taken = if args.dry_run || !faults.is_empty() {
        None
    } else {
        let command = SuggestionCommand::Record(matched.facts);
        Some(office::give(office, Command::Suggestion(command)).await?)
    };
    let (added, candidates) = match taken {
        Some(Answer::RepliesRecorded { added, candidates }) => (added, candidates),
        _ => (0, 0),
    };
    if args.json {
        let value = json!({
            "taken": taken.is_some(),
            "replies": count,
            "added": added,
            "candidates": candidates,
            "faults": faults_json(faults, words),
        });
        output::json(out, &value)?;
    } else if faults.is_empty() {
        let args = Args::new()
            .number("count", number(count))
            .number("added", number(added))
            .number("candidates", number(candidates));
        let key = match taken {
            Some(_) => "cli-replies-taken",
            None => "cli-replies-would-take",
        };
        output::line(out, &words.say_with(key, &args))?;
    } else {
        tell_faults(faults, words, out)?;
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(CliError::Told)
    }
}
