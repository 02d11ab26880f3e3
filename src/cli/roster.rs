//! `roster`: taking a list of deputies in, all or nothing; taking the newest import back; showing the list that is kept.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::documents::sheet::read_sheets;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::people::Deputy;
use crate::domain::roster::{RosterDiff, RosterEntry, RosterReading, compare, read_roster, roster_sheets};
use crate::flows::import_roster::{basis, entry_of, kept};
use crate::store::Store;
use crate::text::{Args, Words, roster_fault, roster_note, sheet_refusal};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum RosterAction {
    Import(ImportArgs),
    Undo,
    List(ListArgs),
}

#[derive(Debug, Arguments)]
pub struct ImportArgs {
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(
    action: RosterAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        RosterAction::Import(args) => import(args, office, words, out).await,
        RosterAction::Undo => match office::give(office, Command::UndoRoster(None)).await? {
            Answer::Undone(rows) => {
                output::line(out, &words.say_with("cli-roster-undone", &count("rows", rows)))
            }
            _ => output::line(out, &words.say("cli-done")),
        },
        RosterAction::List(args) => list(args, office, words, out).await,
    }
}

fn count(name: &'static str, count: usize) -> Args<'static> {
    Args::new().number(name, i64::try_from(count).unwrap_or(i64::MAX))
}

/// What a file says, and what it would change.
struct Preview {
    entries: Vec<RosterEntry>,
    diff: RosterDiff,
    /// The fingerprint of the roster that it was compared with.
    basis: String,
    notes: Vec<String>,
    faults: Vec<String>,
}

async fn kept_deputies(store: &Store, unit: Option<&str>) -> Result<Vec<Deputy>, CliError> {
    let mut reading = store.read().await?;
    Ok(reading.look(|world| kept(world, unit)).await??)
}

async fn preview(
    args: &ImportArgs,
    bytes: &[u8],
    unit: Option<ElectingUnit>,
    store: &Store,
    words: &Words,
) -> Result<Preview, CliError> {
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    let sheets =
        read_sheets(&name, bytes).map_err(|refusal| CliError::Said(sheet_refusal(refusal, words)))?;
    let with_roster = roster_sheets(&sheets);
    let Some(sheet) = with_roster.first().copied().or(sheets.first()) else {
        return Err(CliError::Said(words.say("roster-fault-empty-file")));
    };
    let RosterReading {
        entries,
        faults,
        notes,
        ..
    } = &read_roster(sheet);
    let mut said_notes: Vec<String> = notes.iter().map(|note| roster_note(note, words)).collect();
    for other in with_roster.iter().skip(1) {
        let args = Args::new().text("name", other.name.as_str());
        said_notes.push(words.say_with("cli-roster-other-sheet", &args));
    }
    let mut said_faults: Vec<String> = faults.iter().map(|fault| roster_fault(fault, words)).collect();
    let deputies = kept_deputies(store, unit.map(ElectingUnit::code)).await?;
    let mut diff = RosterDiff::default();
    // Only a complete list is compared: the deputies of faulty rows would otherwise look gone.
    if said_faults.is_empty() {
        let current: Vec<RosterEntry> = deputies.iter().filter_map(entry_of).collect();
        diff = compare(&current, entries);
        let reading = read_roster(sheet);
        said_faults.extend(
            diff.faults(&reading)
                .iter()
                .map(|fault| roster_fault(fault, words)),
        );
        if let Some(unit) = unit {
            said_faults.extend(
                entries
                    .iter()
                    .filter(|entry| entry.electing_unit != unit)
                    .map(|entry| {
                        let args = Args::new()
                            .text("code", entry.code.as_str())
                            .text("name", entry.name.as_str())
                            .text("unit", entry.electing_unit.name())
                            .text("own", unit.name());
                        words.say_with("cli-roster-other-unit", &args)
                    }),
            );
        }
    }
    Ok(Preview {
        entries: entries.clone(),
        basis: basis(&deputies),
        diff,
        notes: said_notes,
        faults: said_faults,
    })
}

async fn import(
    args: ImportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = match &args.unit {
        Some(code) => Some(ElectingUnit::from_code(code.trim()).ok_or_else(|| {
            let meant = ElectingUnit::suggest(code);
            let key = match meant {
                Some(_) => "cli-roster-unit-meant",
                None => "cli-roster-unit-unknown",
            };
            let args = Args::new()
                .text("code", code.as_str())
                .text("meant", meant.map_or("", ElectingUnit::code));
            CliError::WrongUse(words.say_with(key, &args))
        })?),
        None => None,
    };
    let bytes = std::fs::read(&args.file).map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let preview = preview(&args, &bytes, unit, office.store(), words).await?;
    let taken = if args.dry_run || !preview.faults.is_empty() {
        None
    } else {
        // Without its offices a new database knows no unit.
        office::give(office, Command::FoundOffices).await?;
        let command = Command::ImportRoster {
            entries: preview.entries.clone(),
            file_hash: crate::domain::audit::hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes)),
            basis: preview.basis.clone(),
            unit: unit.map(|unit| unit.code().to_owned()),
        };
        Some(office::give(office, command).await?)
    };
    if args.json {
        tell_json(&preview, taken.as_ref(), out)?;
    } else {
        tell(&preview, taken.as_ref(), words, out)?;
    }
    if preview.faults.is_empty() {
        Ok(())
    } else {
        Err(CliError::Told)
    }
}

fn codes(entries: &[RosterEntry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.code.as_str()).collect()
}

fn tell_json(preview: &Preview, taken: Option<&Answer>, out: &mut impl Write) -> Result<(), CliError> {
    let diff = &preview.diff;
    let changed: Vec<serde_json::Value> = diff
        .changed
        .iter()
        .map(|changed| {
            let columns: Vec<&str> = changed.columns.iter().map(|column| column.heading()).collect();
            json!({"code": changed.new.code, "columns": columns})
        })
        .collect();
    let import = match taken {
        Some(Answer::Imported { import, .. }) => Some(import.0),
        _ => None,
    };
    let value = json!({
        "taken": taken.is_some(),
        "import": import,
        "added": codes(&diff.added),
        "changed": changed,
        "gone": codes(&diff.gone),
        "unchanged": diff.unchanged.len(),
        "faults": preview.faults,
        "notes": preview.notes,
    });
    output::json(out, &value)
}

fn tell(
    preview: &Preview,
    taken: Option<&Answer>,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    for (key, lines) in [
        ("cli-roster-faults", &preview.faults),
        ("cli-roster-notes", &preview.notes),
    ] {
        if !lines.is_empty() {
            output::line(out, &words.say_with(key, &count("count", lines.len())))?;
            for line in lines {
                output::line(out, &format!("  {line}"))?;
            }
        }
    }
    if !preview.faults.is_empty() {
        return output::line(out, &words.say("cli-roster-not-taken"));
    }
    let diff = &preview.diff;
    for entry in &diff.added {
        tell_entry("cli-roster-added", entry, "", words, out)?;
    }
    for changed in &diff.changed {
        let columns: Vec<&str> = changed.columns.iter().map(|column| column.heading()).collect();
        tell_entry(
            "cli-roster-changed",
            &changed.new,
            &columns.join("、"),
            words,
            out,
        )?;
    }
    for entry in &diff.gone {
        tell_entry("cli-roster-gone", entry, "", words, out)?;
    }
    for (old, new) in &diff.recoded {
        let args = Args::new()
            .text("old", old.code.as_str())
            .text("new", new.code.as_str())
            .text("name", new.name.as_str());
        output::line(out, &words.say_with("cli-roster-recoded", &args))?;
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let args = Args::new()
        .number("added", number(diff.added.len()))
        .number("changed", number(diff.changed.len()))
        .number("gone", number(diff.gone.len()))
        .number("unchanged", number(diff.unchanged.len()));
    let key = match taken {
        Some(_) => "cli-roster-taken",
        None => "cli-roster-would-take",
    };
    output::line(out, &words.say_with(key, &args))
}

fn tell_entry(
    key: &str,
    entry: &RosterEntry,
    columns: &str,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let args = Args::new()
        .text("code", entry.code.as_str())
        .text("name", entry.name.as_str())
        .text("unit", entry.electing_unit.short_name())
        .text("columns", columns);
    output::line(out, &format!("  {}", words.say_with(key, &args)))
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = match &args.unit {
        Some(code) => Some(named::office(office.store(), code, words).await?.code),
        None => None,
    };
    let yes = |is: bool| words.say(if is { "cli-yes" } else { "cli-no" });
    let deputies = kept_deputies(office.store(), unit.as_deref()).await?;
    if args.json {
        for deputy in &deputies {
            // Telephone and card number stay where they are needed.
            let value = json!({
                "code": deputy.code,
                "name": deputy.name,
                "unit": deputy.unit_code,
                "delegation": deputy.delegation,
                "status": deputy.status.key(),
                "listed": deputy.gone_at.is_none(),
                "bound": deputy.account_id.is_some(),
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    let head = ["code", "name", "unit", "status", "listed", "bound"]
        .map(|column| words.say(&format!("cli-column-{column}")));
    let rows: Vec<Vec<String>> = deputies
        .iter()
        .map(|deputy| {
            vec![
                deputy.code.clone(),
                deputy.name.clone(),
                ElectingUnit::from_code(&deputy.unit_code)
                    .map(ElectingUnit::short_name)
                    .unwrap_or(&deputy.unit_code)
                    .to_owned(),
                words.say(&format!("cli-status-{}", deputy.status.key())),
                yes(deputy.gone_at.is_none()),
                yes(deputy.account_id.is_some()),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    output::line(
        out,
        &words.say_with("cli-roster-count", &count("count", rows.len())),
    )
}
