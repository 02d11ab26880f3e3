//! `activity add`, `list` and `withdraw`: what several deputies did together, entered once (N4).

use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::ActivityId;
use crate::domain::record::activity::{ActivityFields, participants};
use crate::domain::record::command::RecordCommand;
use crate::domain::time::day_of;
use crate::flows::enter_activity::roster_of;
use crate::text::activity_words::activity_fault;
use crate::text::record_words::{category_word, gist};
use crate::text::{Args, Words};

use super::{CliError, Office, named, office as giving, output};

#[derive(Debug, Subcommand)]
pub enum ActivityAction {
    Add(AddArgs),
    List(ListArgs),
    Withdraw(WithdrawArgs),
}

#[derive(Debug, Arguments)]
pub struct AddArgs {
    #[arg(long)]
    unit: String,
    #[arg(long)]
    on: NaiveDate,
    #[arg(long)]
    until: Option<NaiveDate>,
    /// 1 to 10 as in Article 7, 11 for other.
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=11))]
    category: i64,
    #[arg(long)]
    topic: String,
    #[arg(long, default_value = "")]
    place: String,
    #[arg(long, default_value = "")]
    host: String,
    #[arg(long, default_value = "")]
    matters: String,
    /// A file with names or codes.
    #[arg(long)]
    list: Option<PathBuf>,
    /// It is another one than the one that it looks like.
    #[arg(long)]
    anyway: bool,
    /// Names or codes.
    people: Vec<String>,
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: String,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct WithdrawArgs {
    id: i64,
}

pub(super) async fn run(
    action: ActivityAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        ActivityAction::Add(args) => add(args, office, words, out).await,
        ActivityAction::List(args) => list(args, office, words, out).await,
        ActivityAction::Withdraw(args) => {
            let command = RecordCommand::WithdrawActivity(ActivityId(args.id));
            giving::give(office, Command::Record(command)).await?;
            output::line(out, &words.say("cli-activity-withdrawn"))
        }
    }
}

async fn add(
    args: AddArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = named::office(office.store(), &args.unit, words).await?;
    let mut people = args.people.join("、");
    if let Some(path) = &args.list {
        let list =
            std::fs::read_to_string(path).map_err(|error| CliError::File(path.clone(), error.kind()))?;
        people = format!("{people}\n{list}");
    }
    let mut reading = office.store().read().await?;
    let roster = reading.look(|world| roster_of(world, unit.id)).await??;
    drop(reading);
    let (deputies, unread) = participants(&people, &roster);
    let fields = ActivityFields {
        office: unit.id,
        category: DutyCategory::from_number(args.category).unwrap_or(DutyCategory::Other),
        on: args.on,
        until_on: args.until,
        place: args.place,
        topic: args.topic,
        host: args.host,
        matters: args.matters,
        deputies,
        anyway: args.anyway,
    };
    let faults: Vec<String> = fields
        .faults(day_of(office.now()))
        .iter()
        .chain(&unread)
        .map(|fault| activity_fault(words, fault))
        .collect();
    if !faults.is_empty() {
        return Err(CliError::Said(faults.join("\n")));
    }
    let asked = i64::try_from(fields.deputies.len()).unwrap_or(i64::MAX);
    let answer = giving::give(office, Command::Record(RecordCommand::EnterActivity(fields))).await?;
    let (id, unbound) = match answer {
        Answer::Activity { activity, unbound } => (activity, unbound),
        _ => return Ok(()),
    };
    let said = Args::new()
        .text("id", id.to_string())
        .number("count", asked)
        .number("unbound", i64::try_from(unbound).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-activity-added", &said))
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let unit = named::office(office.store(), &args.unit, words).await?;
    let lines = office.store().read().await?.activities_of_office(unit.id).await?;
    for line in lines {
        let record = &line.activity.record;
        if args.json {
            let value = json!({
                "id": line.activity.id.0, "on": record.on, "until_on": record.until_on, "category": record.category.code(),
                "about": gist(record), "place": record.place, "participants": line.activity.participants,
                "confirmed": line.confirmed, "waiting": line.waiting,
                "withdrawn": line.activity.withdrawn_at.is_some(),
            });
            output::json(out, &value)?;
            continue;
        }
        let said = Args::new()
            .text("id", line.activity.id.to_string())
            .text("on", record.on.to_string())
            .text("category", category_word(words, record.category))
            .text("about", gist(record))
            .number("participants", line.activity.participants)
            .number("confirmed", line.confirmed)
            .number("waiting", line.waiting)
            .number("withdrawn", line.activity.withdrawn_at.is_some().into());
        output::line(out, &words.say_with("cli-activity-row", &said))?;
    }
    Ok(())
}
