//! `feedback`: what officers do about deputies' feedback, for administrators and scripts: lists, entering, receipts, release,
//! re-handling, slips.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Arguments, Subcommand, ValueEnum};
use serde_json::{Value, json};

use crate::documents::slip_docx;
use crate::domain::calendar::written_day;
use crate::domain::command::Command;
use crate::domain::feedback::{
    ConfirmedHow, FeedbackReceiver, FeedbackWay, Opinion, Receiver, ReceiverState, RehandlingWish,
    Timeliness, Verdict,
};
use crate::domain::ids::{OfficeId, ReplyId, SuggestionId};
use crate::domain::people::day_text;
use crate::domain::refusal::Refusal;
use crate::domain::reply::ReplyState;
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::flows::read_slip::read_slip;
use crate::store::{FeedbackLine, FeedbackOf, Store};
use crate::text::{Args, Words};

use super::{CliError, Office, named, office as giving, output};

/// Lines on a page.
const PAGE: i64 = 50;

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

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long, value_enum, default_value = "awaited")]
    of: Of,
    #[arg(long)]
    unit: Option<String>,
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
    #[arg(long)]
    out: PathBuf,
}

pub(super) async fn run(
    action: FeedbackAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        FeedbackAction::List(args) => {
            let of = match args.of {
                Of::Awaited => FeedbackOf::Awaited,
                Of::Overdue => FeedbackOf::Overdue,
                Of::Waiting => FeedbackOf::Waiting,
                Of::Done => FeedbackOf::Done,
                Of::Late => FeedbackOf::Late,
            };
            list(of, args.unit, args.page, args.json, office, words, out).await
        }
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
                reply,
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

async fn office_id(unit: Option<&str>, store: &Store, words: &Words) -> Result<Option<OfficeId>, CliError> {
    match unit {
        Some(code) => {
            let found = named::office(store, code, words).await?;
            // The provincial office sees all.
            Ok((found.kind == crate::domain::people::OfficeKind::Unit).then_some(found.id))
        }
        None => Ok(None),
    }
}

async fn list(
    of: FeedbackOf,
    unit: Option<String>,
    page: i64,
    as_json: bool,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let unit = office_id(unit.as_deref(), store, words).await?;
    let today = day_text(day_of(office.now()));
    let mut reading = store.read().await?;
    let (lines, total) = reading.feedback_lines(of, unit, &today, page - 1, PAGE).await?;
    if as_json {
        for line in &lines {
            output::json(out, &said(line))?;
        }
        return Ok(());
    }
    if lines.is_empty() {
        return output::line(out, &words.say("cli-feedback-none"));
    }
    let head = ["number", "deputy", "unit", "nominal", "due", "state", "title"]
        .map(|column| words.say(&format!("cli-feedback-column-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let on = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
            vec![
                line.number.clone(),
                line.deputy_name.clone(),
                line.unit_name.clone(),
                on(line.reply.nominal_on),
                on(line.reply.due_on),
                state_word(line, words),
                line.title.clone(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let more = total - (page - 1) * PAGE - i64::try_from(rows.len()).unwrap_or(0);
    if more > 0 {
        output::line(
            out,
            &words.say_with("cli-feedback-more", &Args::new().number("count", more)),
        )?;
    }
    Ok(())
}

/// 未反馈, or both verdicts, and whether it is late.
fn state_word(line: &FeedbackLine, words: &Words) -> String {
    let Some(feedback) = line.feedback.as_ref().filter(|it| it.way.is_some()) else {
        return words.say("cli-feedback-nothing");
    };
    let word = |verdict: Verdict| words.say(&format!("verdict-{}", verdict.tag().replace('_', "-")));
    let mut text = match feedback.opinion() {
        Some(opinion) => format!("{}/{}", word(opinion.handling), word(opinion.reply)),
        None => words.say("cli-feedback-told"),
    };
    if feedback.timeliness == Timeliness::Late {
        text.push_str(&words.say("cli-feedback-late"));
    }
    text
}

fn receiver_json(receiver: Option<&FeedbackReceiver>) -> Value {
    json!({
        "state": receiver.map_or(ReceiverState::NotSent, |it| it.state).tag(),
        "sent_at": receiver.and_then(|it| it.sent_at).map(output::instant),
        "sent_by": receiver.and_then(|it| it.sent_way).map(|way| way.tag()),
        "declared_on": receiver.and_then(|it| it.declared_on),
        "confirmed_at": receiver.and_then(|it| it.confirmed_at).map(output::instant),
        "confirmed_by": receiver.and_then(|it| it.confirmed_how).map(|how| how.tag()),
        "failure": receiver.map(|it| it.failure.as_str()).filter(|failure| !failure.is_empty()),
    })
}

/// One line for scripts. Reasons are the deputy's words and stay out.
fn said(line: &FeedbackLine) -> Value {
    let feedback = line.feedback.as_ref();
    json!({
        "number": line.number,
        "title": line.title,
        "deputy": line.deputy_name,
        "unit": line.unit_name,
        "round": line.round,
        "received_on": line.reply.received_on,
        "nominal_on": line.reply.nominal_on,
        "due_on": line.reply.due_on,
        "provisional": line.reply.is_provisional,
        "handling": feedback.and_then(|it| it.handling).map(|it| it.tag()),
        "reply": feedback.and_then(|it| it.reply).map(|it| it.tag()),
        "way": feedback.and_then(|it| it.way).map(|it| it.tag()),
        "given_on": feedback.and_then(|it| it.given_on),
        "timeliness": feedback.map_or(Timeliness::None, |it| it.timeliness).tag(),
        "changes": feedback.map_or(0, |it| it.changes),
        "provincial_office": receiver_json(line.province.as_ref()),
        "handling_unit": receiver_json(line.unit.as_ref()),
    })
}

async fn show(
    id: ReplyId,
    as_json: bool,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let mut reading = office.store().read().await?;
    let Some(line) = reading.feedback_line(id).await? else {
        return Err(CliError::Refused(Refusal::NoLongerThere));
    };
    if as_json {
        return output::json(out, &said(&line));
    }
    let on = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let args = Args::new()
        .text("number", line.number.as_str())
        .text("title", line.title.as_str())
        .text("deputy", line.deputy_name.as_str())
        .text("unit", line.unit_name.as_str())
        .text("received", on(line.reply.received_on))
        .text("nominal", on(line.reply.nominal_on))
        .text("due", on(line.reply.due_on))
        .text("state", state_word(&line, words));
    output::line(out, &words.say_with("cli-feedback-one", &args))?;
    for (key, receiver) in [
        ("cli-feedback-province", &line.province),
        ("cli-feedback-unit", &line.unit),
    ] {
        let state = receiver.as_ref().map_or(ReceiverState::NotSent, |it| it.state);
        let word = words.say(&format!("receiver-state-{}", state.tag().replace('_', "-")));
        output::line(out, &words.say_with(key, &Args::new().text("state", word)))?;
    }
    let failure = line
        .unit
        .as_ref()
        .map(|it| it.failure.as_str())
        .unwrap_or_default();
    if !failure.is_empty() {
        let key = format!("slip-failure-{}", failure.replace('_', "-"));
        output::line(out, &words.say(&key))?;
    }
    Ok(())
}

async fn slip(
    args: SlipArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let id = reply_of(&args.one, office.store(), words).await?;
    let mut reading = office.store().read().await?;
    let slip = reading.look(|world| read_slip(world, id)).await??;
    let file = slip_docx(&slip, words).map_err(|error| {
        tracing::error!(%error, "a slip could not be made");
        CliError::Said(words.say(error.key()))
    })?;
    if args.out.as_os_str() == "-" {
        return output::bytes(out, &file);
    }
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        // It holds a deputy's opinion.
        .mode(0o600)
        .open(&args.out)
        .and_then(|mut to| to.write_all(&file));
    written.map_err(|error| CliError::File(args.out.clone(), error.kind()))?;
    let said = Args::new()
        .text("number", slip.number.as_str())
        .text("path", args.out.display().to_string());
    output::line(out, &words.say_with("cli-feedback-slip", &said))
}
