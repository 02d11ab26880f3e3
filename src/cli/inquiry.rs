//! `inquiry ask`, `list`, `show`, `answer` and `withdraw`: what the office asks its deputies (询问).

use std::io::Write;

use chrono::NaiveDate;
use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::ids::InquiryId;
use crate::domain::inquiry::{Inquiry, InquiryCommand, InquiryState};
use crate::domain::time::day_of;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office as giving, output};

#[derive(Debug, Subcommand)]
pub enum InquiryAction {
    Ask(AskArgs),
    List(ListArgs),
    Show(ShowArgs),
    Answer(AnswerArgs),
    Withdraw(WithdrawArgs),
}

#[derive(Debug, Arguments)]
pub struct AskArgs {
    code: String,
    question: String,
    /// The last day; the office sets it.
    #[arg(long)]
    due: NaiveDate,
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: Option<String>,
    /// `open`, `answered` or `withdrawn`.
    #[arg(long, default_value = "open", value_parser = ["open", "answered", "withdrawn"])]
    state: String,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct ShowArgs {
    number: i64,
}

#[derive(Debug, Arguments)]
pub struct AnswerArgs {
    number: i64,
    answer: String,
    #[arg(long)]
    on: Option<NaiveDate>,
}

#[derive(Debug, Arguments)]
pub struct WithdrawArgs {
    number: i64,
    #[arg(long)]
    why: String,
}

pub(super) async fn run(
    action: InquiryAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        InquiryAction::Ask(args) => ask(args, office, words, out).await,
        InquiryAction::List(args) => list(args, office, words, out).await,
        InquiryAction::Show(args) => show(args, office, words, out).await,
        InquiryAction::Answer(args) => {
            let command = InquiryCommand::Enter {
                inquiry: numbered(office, args.number, words).await?.id,
                answer: args.answer,
                on: args.on,
            };
            giving::give(office, Command::Inquiry(command)).await?;
            output::line(out, &words.say("cli-done"))
        }
        InquiryAction::Withdraw(args) => {
            let command = InquiryCommand::Withdraw {
                inquiry: numbered(office, args.number, words).await?.id,
                why: args.why,
            };
            giving::give(office, Command::Inquiry(command)).await?;
            output::line(out, &words.say("cli-done"))
        }
    }
}

async fn read(office: &impl Office, id: InquiryId) -> Result<Inquiry, CliError> {
    let mut reading = office.store().read().await?;
    Ok(reading.look(|world| world.inquiry(&id).cloned()).await??)
}

async fn numbered(office: &impl Office, number: i64, words: &Words) -> Result<Inquiry, CliError> {
    let mut reading = office.store().read().await?;
    let found = reading.look(|world| world.inquiry_numbered(&number)).await??;
    drop(reading);
    match found {
        Some(id) => read(office, id).await,
        None => {
            let said = Args::new().text("number", number.to_string());
            Err(CliError::Said(words.say_with("cli-inquiry-unknown", &said)))
        }
    }
}

async fn ask(
    args: AskArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let command = InquiryCommand::Ask {
        deputy: deputy.id,
        question: args.question,
        due_on: args.due,
    };
    let answer = giving::give(office, Command::Inquiry(command)).await?;
    let Answer::Inquiry(id) = answer else {
        return Ok(());
    };
    let said = Args::new()
        .text("number", read(office, id).await?.number.to_string())
        .text("name", deputy.name.as_str())
        .text("due", args.due.to_string());
    output::line(out, &words.say_with("cli-inquiry-asked", &said))
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let of = match &args.unit {
        Some(code) => Some(named::office(office.store(), code, words).await?.id),
        None => None,
    };
    let state = InquiryState::from_tag(&args.state).unwrap_or(InquiryState::Open);
    let lines = office.store().read().await?.inquiries(of, state).await?;
    let now = office.now();
    if args.json {
        for line in &lines {
            let inquiry = &line.inquiry;
            let value = json!({
                "number": inquiry.number, "deputy": line.deputy_name, "code": line.deputy_code,
                "state": inquiry.state.tag(), "asked_on": day_of(inquiry.asked_at), "due_on": inquiry.due_on,
                "answered_on": inquiry.answered_on, "late": inquiry.is_late(now),
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    let head = ["number", "due", "deputy", "question"]
        .map(|column| words.say(&format!("cli-column-inquiry-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let mut due = line.inquiry.due_on.to_string();
            if line.inquiry.is_late(now) {
                let key = match line.inquiry.state {
                    InquiryState::Answered => "cli-inquiry-late",
                    InquiryState::Open | InquiryState::Withdrawn => "cli-due-late",
                };
                due = words.say_with(key, &Args::new().text("due", due));
            }
            vec![
                line.inquiry.number.to_string(),
                due,
                line.deputy_name.clone(),
                line.inquiry
                    .question
                    .lines()
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let count = Args::new().number("count", i64::try_from(rows.len()).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-inquiry-count", &count))
}

async fn show(
    args: ShowArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let inquiry = numbered(office, args.number, words).await?;
    let state = words.say(&format!("inquiry-state-{}", inquiry.state.tag()));
    let said = Args::new()
        .text("number", inquiry.number.to_string())
        .text("state", state)
        .text("due", inquiry.due_on.to_string());
    output::line(out, &words.say_with("cli-inquiry-head", &said))?;
    output::line(out, &inquiry.question)?;
    if !inquiry.answer.is_empty() {
        output::line(out, &words.say("cli-inquiry-answer"))?;
        output::line(out, &inquiry.answer)?;
    }
    Ok(())
}
