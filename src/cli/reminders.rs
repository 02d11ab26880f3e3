//! `reminders show`, `set` and `reset`: the rules of all reminders, with what a change moves.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::command::Command;
use crate::domain::reminder::table::{ReminderCommand, rules_in_force};
use crate::domain::reminder::{InForce, Matter, RULES_TEXT, Table, read_rules};
use crate::flows::set_reminders::{Preview, preview};
use crate::text::reminder_words::{matter_word, next_word, rule_fault, table_lines};
use crate::text::{Args, Words};

use super::{CliError, Office, office as giving, output};

#[derive(Debug, Subcommand)]
pub enum RemindersAction {
    Show(ShowArgs),
    Set(SetArgs),
    Reset(ResetArgs),
}

#[derive(Debug, Arguments)]
pub struct ShowArgs {
    /// As the table that `set` reads.
    #[arg(long)]
    table: bool,
}

#[derive(Debug, Arguments)]
pub struct SetArgs {
    file: PathBuf,
    #[command(flatten)]
    how: How,
}

#[derive(Debug, Arguments)]
pub struct ResetArgs {
    #[command(flatten)]
    how: How,
}

#[derive(Debug, Arguments)]
struct How {
    /// Only says what it would move.
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

/// Open matters of a kind that a preview looks at.
const MOST: i64 = 1_000;

pub(super) async fn run(
    action: RemindersAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        RemindersAction::Show(args) => {
            let by = in_force(office).await?;
            if args.table {
                return output::line(out, by.table.to_text().trim_end());
            }
            for line in table_lines(&by.table, by.quiet, words) {
                output::line(out, &line)?;
            }
            Ok(())
        }
        RemindersAction::Set(args) => {
            let text = std::fs::read_to_string(&args.file)
                .map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
            change(&text, &args.how, office, words, out).await
        }
        RemindersAction::Reset(args) => change(RULES_TEXT, &args.how, office, words, out).await,
    }
}

async fn in_force(office: &impl Office) -> Result<InForce, CliError> {
    let mut reading = office.store().read().await?;
    Ok(reading
        .look(|world| rules_in_force(world, office.rules()))
        .await??)
}

async fn moves(office: &impl Office, new: Table) -> Result<Preview, CliError> {
    let old = in_force(office).await?;
    let new = InForce::new(new.into(), office.rules().quiet);
    let mut reading = office.store().read().await?;
    let mut subjects = Vec::new();
    for matter in Matter::ALL {
        let ids = reading.open_matters(*matter, 0, MOST).await?;
        subjects.extend(ids.into_iter().map(|id| (*matter, id)));
    }
    let now = office.now();
    Ok(reading
        .look(|world| preview(world, now, &old, &new, &subjects))
        .await??)
}

async fn change(
    text: &str,
    how: &How,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let table = match read_rules(text) {
        Ok(table) => table,
        Err(faults) => {
            for fault in faults {
                output::line(out, &rule_fault(fault, words))?;
            }
            return Err(CliError::Said(words.say("refusal-reminders-faulty")));
        }
    };
    let moved = moves(office, table.clone()).await?;
    if !how.dry_run {
        let command = ReminderCommand::Set {
            rules: table.to_text(),
            basis: None,
        };
        giving::give(office, Command::Reminders(command)).await?;
    }
    let now = office.now();
    if how.json {
        let value = json!({
            "open": moved.open, "moved": moved.moved, "at_once": moved.at_once, "set": !how.dry_run,
        });
        return output::json(out, &value);
    }
    for one in &moved.first {
        let said = Args::new()
            .text("matter", matter_word(one.matter, words))
            .text("title", one.title.as_str())
            .text("before", next_word(one.before, now, words))
            .text("after", next_word(one.after, now, words));
        output::line(out, &words.say_with("reminder-moved", &said))?;
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let said = Args::new()
        .number("open", count(moved.open))
        .number("moved", count(moved.moved))
        .number("now", count(moved.at_once));
    output::line(out, &words.say_with("reminder-moves", &said))?;
    output::line(
        out,
        &words.say(if how.dry_run {
            "cli-reminders-dry"
        } else {
            "cli-reminders-set"
        }),
    )
}
