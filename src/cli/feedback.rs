//! `feedback`: what officers do about deputies' feedback, for administrators and scripts: lists, entering, receipts, release,
//! re-handling, slips.

mod shown;

use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Arguments, Subcommand, ValueEnum};

use crate::domain::calendar::written_day;
use crate::domain::command::Command;
use crate::domain::feedback::{ConfirmedHow, FeedbackWay, Opinion, Receiver, RehandlingWish, Verdict};
use crate::domain::ids::{ReplyId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::reply::ReplyState;
use crate::domain::world::{Key, ListKey};
use crate::store::{FeedbackOf, Store};
use crate::text::{Args, Words};

use super::{CliError, Office, office as giving, output};
use shown::{list, show, slip};

#[derive(Debug, Subcommand)]
pub enum FeedbackAction {
    List(ListArgs),
    Show(ShowArgs),
    Give(GiveArgs),
    Declare(DeclareArgs),
    Confirm(ConfirmArgs),
    TakeBack(ReceiverArgs),
    Sent(ReceiverArgs),
    Release(OneArgs),
    Rehandle(RehandleArgs),
    Slip(SlipArgs),
}

/// Which reply is meant.
#[derive(Debug, Arguments)]
pub struct OneArgs {
    number: String,
    #[arg(long)]
    by_unit: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Of {
    Awaited,
    Overdue,
    Waiting,
    Done,
    Late,
}

impl From<Of> for FeedbackOf {
    fn from(of: Of) -> Self {
        match of {
            Of::Awaited => FeedbackOf::Awaited,
            Of::Overdue => FeedbackOf::Overdue,
            Of::Waiting => FeedbackOf::Waiting,
            Of::Done => FeedbackOf::Done,
            Of::Late => FeedbackOf::Late,
        }
    }
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long, value_enum, default_value = "awaited")]
    of: Of,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long, default_value = "")]
    find: String,
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(i64).range(1..=100_000))]
    page: i64,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct ShowArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Grade {
    Satisfied,
    Mostly,
    Dissatisfied,
}

impl From<Grade> for Verdict {
    fn from(grade: Grade) -> Self {
        match grade {
            Grade::Satisfied => Verdict::Satisfied,
            Grade::Mostly => Verdict::MostlySatisfied,
            Grade::Dissatisfied => Verdict::Dissatisfied,
        }
    }
}

#[derive(Debug, Arguments)]
pub struct GiveArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long, value_enum)]
    handling: Grade,
    #[arg(long, value_enum)]
    reply: Grade,
    #[arg(long, default_value = "")]
    reasons: String,
    #[arg(long)]
    rehandling: bool,
    #[arg(long)]
    on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Way {
    Platform,
    Paper,
}

#[derive(Debug, Arguments)]
pub struct DeclareArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long, value_enum)]
    way: Way,
    #[arg(long)]
    on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    Province,
    Unit,
}

impl From<To> for Receiver {
    fn from(to: To) -> Self {
        match to {
            To::Province => Receiver::ProvincialOffice,
            To::Unit => Receiver::HandlingUnit,
        }
    }
}

#[derive(Debug, Arguments)]
pub struct ConfirmArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long, value_enum)]
    receiver: To,
    #[arg(long)]
    receipt: bool,
    #[arg(long, default_value = "")]
    note: String,
}

#[derive(Debug, Arguments)]
pub struct ReceiverArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long, value_enum)]
    receiver: To,
}

#[derive(Debug, Arguments)]
pub struct RehandleArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long)]
    on: Option<String>,
}

#[derive(Debug, Arguments)]
pub struct SlipArgs {
    #[command(flatten)]
    one: OneArgs,
    #[arg(long, value_enum, default_value = "docx")]
    format: Paper,
    #[arg(long)]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Paper {
    Docx,
    Pdf,
}

pub(super) async fn run(
    action: FeedbackAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        FeedbackAction::List(args) => list(args, office, words, out).await,
        FeedbackAction::Show(args) => {
            let id = reply_of(&args.one, office.store(), words).await?;
            show(id, args.json, office, words, out).await
        }
        FeedbackAction::Give(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let command = Command::EnterFeedback {
                reply,
                opinion: Opinion {
                    handling: args.handling.into(),
                    reply: args.reply.into(),
                    reasons: args.reasons,
                },
                rehandling: if args.rehandling {
                    RehandlingWish::Wanted
                } else {
                    RehandlingWish::Unsaid
                },
                on: day(args.on.as_deref())?,
            };
            done(command, reply, office, words, out).await
        }
        FeedbackAction::Declare(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let command = Command::DeclareFeedback {
                reply,
                way: match args.way {
                    Way::Platform => FeedbackWay::Platform,
                    Way::Paper => FeedbackWay::Paper,
                },
                on: day(args.on.as_deref())?,
            };
            done(command, reply, office, words, out).await
        }
        FeedbackAction::Confirm(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let command = Command::ConfirmReceipt {
                replies: vec![reply],
                receiver: args.receiver.into(),
                how: if args.receipt {
                    ConfirmedHow::Receipt
                } else {
                    ConfirmedHow::Officer
                },
                note: args.note,
            };
            done(command, reply, office, words, out).await
        }
        FeedbackAction::TakeBack(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let receiver = args.receiver.into();
            done(
                Command::TakeBackReceipt { reply, receiver },
                reply,
                office,
                words,
                out,
            )
            .await
        }
        FeedbackAction::Sent(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let receiver = args.receiver.into();
            done(
                Command::HandOverFeedback { reply, receiver },
                reply,
                office,
                words,
                out,
            )
            .await
        }
        FeedbackAction::Release(one) => {
            let reply = reply_of(&one, office.store(), words).await?;
            done(Command::ReleaseFeedback(reply), reply, office, words, out).await
        }
        FeedbackAction::Rehandle(args) => {
            let reply = reply_of(&args.one, office.store(), words).await?;
            let on = day(args.on.as_deref())?;
            giving::give(office, Command::Rehandle { reply, on }).await?;
            output::line(out, &words.say("cli-feedback-rehandled"))
        }
        FeedbackAction::Slip(args) => slip(args, office, words, out).await,
    }
}

fn day(written: Option<&str>) -> Result<Option<NaiveDate>, CliError> {
    written
        .map(|text| written_day(text).map_err(|_| CliError::Refused(Refusal::DayUnreadable)))
        .transpose()
}

/// Gives a command and shows how the feedback stands now.
async fn done(
    command: Command,
    reply: ReplyId,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    giving::give(office, command).await?;
    show(reply, false, office, words, out).await
}

/// The newest reply to the suggestion of a number; where several units replied, the one that is named.
async fn reply_of(one: &OneArgs, store: &Store, words: &Words) -> Result<ReplyId, CliError> {
    let number = one.number.trim().to_owned();
    let wanted = one.by_unit.as_deref().unwrap_or_default().trim().to_owned();
    let mut reading = store.read().await?;
    let found = reading
        .look(|world| {
            let suggestions: Vec<SuggestionId> = world
                .list(&ListKey::Numbered(number.clone()))?
                .ids
                .iter()
                .map(|id| SuggestionId(*id))
                .collect();
            world.want(suggestions.iter().map(|id| Key::List(ListKey::Replies(*id))))?;
            let mut ids = Vec::new();
            for id in suggestions.iter().take(1) {
                ids.extend(
                    world
                        .list(&ListKey::Replies(*id))?
                        .ids
                        .iter()
                        .map(|id| ReplyId(*id)),
                );
            }
            world.want(ids.iter().map(|id| Key::Reply(*id)))?;
            let mut found = Vec::new();
            for id in ids {
                let reply = world.reply(&id)?;
                if matches!(reply.state, ReplyState::Mistaken | ReplyState::Oral) {
                    continue;
                }
                world.want([Key::Assignment(reply.assignment_id)])?;
                let unit = world.assignment(&reply.assignment_id)?.handling_unit_id;
                let unit = world.handling_unit(&unit)?;
                if unit.names().any(|name| name.contains(&wanted)) {
                    found.push((id, unit.id, unit.name.clone()));
                }
            }
            Ok(found)
        })
        .await??;
    let mut units: Vec<String> = Vec::new();
    for (_, _, name) in &found {
        if !units.contains(name) {
            units.push(name.clone());
        }
    }
    match (units.len(), found.last()) {
        (1, Some((id, ..))) => Ok(*id),
        (0, _) | (_, None) => {
            let args = Args::new().text("number", one.number.as_str());
            Err(CliError::Said(words.say_with("cli-feedback-no-reply", &args)))
        }
        _ => {
            let args = Args::new()
                .text("number", one.number.as_str())
                .text("units", units.join("、"));
            Err(CliError::Said(words.say_with("cli-feedback-which-unit", &args)))
        }
    }
}
