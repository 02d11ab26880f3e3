//! `handbook list`, `take-in` and `give-back`: who has handed in the handbook of a year, as the desk shows it.

use std::io::Write;

use clap::Args as Arguments;

use crate::domain::command::{Command, HandbookForm};
use crate::text::hand_in_words::handbook_state_word;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office as giving, output};

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: String,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    #[arg(long)]
    missing: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct TakeInArgs {
    #[arg(required = true)]
    codes: Vec<String>,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    #[arg(long)]
    paper: bool,
}

#[derive(Debug, Arguments)]
pub struct GiveBackArgs {
    code: String,
    #[arg(long, value_parser = clap::value_parser!(i32).range(2000..=2999))]
    year: i32,
    #[arg(long)]
    reason: String,
}

pub(super) async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = named::office(office.store(), &args.unit, words).await?;
    let mut reading = office.store().read().await?;
    let lines = reading.handbooks_of_office(unit.id, args.year.into()).await?;
    for line in lines
        .iter()
        .filter(|line| !args.missing || !line.state.is_done_by_deputy())
    {
        if args.json {
            let row = serde_json::json!({
                "code": line.code, "name": line.name, "state": line.state.tag(), "on_paper": line.on_paper,
                "confirmed": line.confirmed, "waiting": line.drafts,
            });
            output::line(out, &row.to_string())?;
            continue;
        }
        let said = Args::new()
            .text("code", line.code.as_str())
            .text("name", line.name.as_str())
            .text("state", handbook_state_word(words, line.state, line.on_paper))
            .number("confirmed", line.confirmed)
            .number("drafts", line.drafts);
        output::line(out, &words.say_with("cli-handbook-row", &said))?;
    }
    Ok(())
}

pub(super) async fn take_in(
    args: TakeInArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputies: Vec<_> = named::deputies(office.store(), &args.codes, words)
        .await?
        .iter()
        .map(|deputy| deputy.id)
        .collect();
    let count = i64::try_from(deputies.len()).unwrap_or(i64::MAX);
    let form = if args.paper {
        HandbookForm::Paper
    } else {
        HandbookForm::HandedIn
    };
    let year = i64::from(args.year);
    giving::give(office, Command::TakeInHandbooks { deputies, year, form }).await?;
    let said = Args::new().number("count", count).number("year", year);
    output::line(out, &words.say_with("cli-handbook-taken-in", &said))
}

pub(super) async fn give_back(
    args: GiveBackArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let year = i64::from(args.year);
    let command = Command::ReturnHandbook {
        deputy: deputy.id,
        year,
        reason: args.reason,
    };
    giving::give(office, command).await?;
    let said = Args::new()
        .text("name", deputy.name.as_str())
        .number("year", year);
    output::line(out, &words.say_with("cli-handbook-given-back", &said))
}
