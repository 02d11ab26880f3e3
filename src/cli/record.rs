//! `record list`, `verify` and `give-back`: duty records that wait for the office, as the desk shows them.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::duty_record::RecordState;
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::RecordId;
use crate::domain::record::command::{RecordCommand, SeenRecord};
use crate::store::RecordFilter;
use crate::text::record_words::{category_word, gist, office_state_word};
use crate::text::{Args, Words};

use super::{CliError, Office, named, office as giving, output};

/// More than an office looks through in a year.
const MOST: i64 = 20_000;

#[derive(Debug, Subcommand)]
pub enum RecordAction {
    List(ListArgs),
    Verify(VerifyArgs),
    GiveBack(GiveBackArgs),
    TakeBack(TakeBackArgs),
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: String,
    #[arg(long, value_parser = ["late", "confirmed", "returned", "verified"])]
    state: Option<String>,
    /// The deputy's code or name.
    #[arg(long, default_value = "")]
    deputy: String,
    /// 1 to 10 as in Article 7, 11 for other.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=11))]
    category: Option<i64>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct VerifyArgs {
    #[arg(required = true)]
    ids: Vec<i64>,
}

#[derive(Debug, Arguments)]
pub struct GiveBackArgs {
    id: i64,
    #[arg(long)]
    reason: String,
}

#[derive(Debug, Arguments)]
pub struct TakeBackArgs {
    id: i64,
}

pub(super) async fn run(
    action: RecordAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        RecordAction::List(args) => list(args, office, words, out).await,
        RecordAction::Verify(args) => verify(args, office, words, out).await,
        RecordAction::GiveBack(args) => give_back(args, office, words, out).await,
        RecordAction::TakeBack(args) => take_back(args, office, words, out).await,
    }
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = named::office(office.store(), &args.unit, words).await?;
    let states = [
        RecordState::Late,
        RecordState::Confirmed,
        RecordState::Returned,
        RecordState::Verified,
    ];
    let filter = RecordFilter {
        office: unit.id,
        state: states
            .into_iter()
            .find(|state| Some(state.word()) == args.state.as_deref()),
        category: args.category.and_then(DutyCategory::from_number),
        deputy: args.deputy.trim().to_owned(),
    };
    let mut reading = office.store().read().await?;
    let (lines, total) = reading.records_of_office(&filter, 0, MOST).await?;
    for line in &lines {
        let record = &line.row.record;
        if args.json {
            let value = json!({
                "id": line.row.id.0, "code": line.code, "name": line.name, "on": record.on, "until_on": record.until_on,
                "category": record.category.code(), "state": record.state.word(), "about": gist(record),
                "source": record.source, "version": record.version,
            });
            output::json(out, &value)?;
            continue;
        }
        let said = Args::new()
            .text("id", line.row.id.to_string())
            .text("on", record.on.to_string())
            .text("code", line.code.as_str())
            .text("name", line.name.as_str())
            .text("category", category_word(words, record.category))
            .text("state", office_state_word(words, record.state))
            .text("about", gist(record).chars().take(40).collect::<String>());
        output::line(out, &words.say_with("cli-record-row", &said))?;
    }
    if args.json {
        return Ok(());
    }
    output::line(
        out,
        &words.say_with("cli-record-count", &Args::new().number("count", total)),
    )
}

async fn verify(
    args: VerifyArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let records = args
        .ids
        .iter()
        .map(|id| SeenRecord {
            record: RecordId(*id),
            version: None,
        })
        .collect();
    let answer = giving::give(office, Command::Record(RecordCommand::Verify(records))).await?;
    let (verified, left) = match answer {
        Answer::RecordsVerified { verified, left } => (verified, left),
        _ => (0, 0),
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let said = Args::new()
        .number("verified", count(verified))
        .number("left", count(left));
    output::line(out, &words.say_with("cli-record-verified", &said))
}

async fn give_back(
    args: GiveBackArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let command = RecordCommand::GiveBack {
        record: SeenRecord {
            record: RecordId(args.id),
            version: None,
        },
        reason: args.reason,
    };
    giving::give(office, Command::Record(command)).await?;
    output::line(out, &words.say("cli-record-given-back"))
}

async fn take_back(
    args: TakeBackArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let command = RecordCommand::TakeBackReturn(RecordId(args.id));
    giving::give(office, Command::Record(command)).await?;
    output::line(out, &words.say("cli-record-taken-back"))
}
