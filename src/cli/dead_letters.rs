//! `dead-letters`: what could not be handled, and that someone saw to it. What people said stays out of sight: the incident
//! is what staff and the person speak of.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::command::Command;
use crate::domain::ids::DeadLetterId;
use crate::text::{Args, Words};

use super::{CliError, Office, office, output};

#[derive(Debug, Subcommand)]
pub enum DeadLettersAction {
    List(ListArgs),
    Settle(SettleArgs),
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct SettleArgs {
    id: i64,
}

/// More than anyone sees to at a time.
const MOST: i64 = 500;

pub(super) async fn run(
    action: DeadLettersAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        DeadLettersAction::List(args) => list(&args, office, words, out).await,
        DeadLettersAction::Settle(args) => {
            office::give(office, Command::SettleDeadLetter(DeadLetterId(args.id))).await?;
            output::line(out, &words.say("cli-dead-letter-settled"))
        }
    }
}

async fn list(
    args: &ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let letters = office.store().read().await?.open_dead_letters(MOST).await?;
    if args.json {
        for letter in &letters {
            let value = json!({
                "id": letter.id.0,
                "incident": letter.incident,
                "at": output::instant(letter.at),
                "reason": letter.reason,
                "input_key": letter.input_key,
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    if letters.is_empty() {
        return output::line(out, &words.say("cli-dead-letters-none"));
    }
    let head = ["id", "incident", "at", "reason"].map(|column| words.say(&format!("cli-column-{column}")));
    let rows: Vec<Vec<String>> = letters
        .iter()
        .map(|letter| {
            vec![
                letter.id.to_string(),
                letter.incident.clone(),
                output::moment(letter.at),
                letter.reason.lines().next().unwrap_or_default().to_owned(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let count = Args::new().number("count", i64::try_from(rows.len()).unwrap_or(MOST));
    output::line(out, &words.say_with("cli-dead-letters-count", &count))
}
