//! `suggestion`: the register of motions and suggestions from the command line. Sheets are in `suggestion_sheets`.

use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::calendar::{UnreadDay, written_day};
use crate::domain::command::Command;
use crate::domain::ids::{HandlingUnitId, SuggestionId};
use crate::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState};
use crate::domain::suggestion::command::{ReceivedOn, ReplyFacts, SuggestionCommand};
use crate::domain::suggestion::life::{life_of, with_units};
use crate::domain::suggestion::register_sheet::SheetFaultKind;
use crate::domain::suggestion::reply::{ReceiptSource, Reply, ReplyForm};
use crate::domain::suggestion::{CongressSession, Suggestion, SuggestionState};
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::flows::import_suggestions::units_by_name;
use crate::flows::match_replies;
use crate::store::{Store, SuggestionFilter, SuggestionLine};
use crate::text::suggestion_words::{kind_word, role_word, session_words, source_word, state_word};
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output, suggestion_paper, suggestion_sheets};

#[derive(Debug, Subcommand)]
pub enum SuggestionAction {
    Import(ImportArgs),
    Replies(RepliesArgs),
    List(ListArgs),
    Show(ShowArgs),
    Assign(AssignArgs),
    Extend(WhyArgs),
    Return(WhyArgs),
    Withdraw(WithdrawArgs),
    Reply(ReplyArgs),
    Clear(ClearArgs),
    Paper(suggestion_paper::PaperArgs),
}

#[derive(Debug, Arguments)]
pub struct ImportArgs {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Units that the directory lacks are entered.
    #[arg(long)]
    pub(super) add_units: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Arguments)]
pub struct RepliesArgs {
    pub(super) file: PathBuf,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    state: Option<String>,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    deputy: Option<String>,
    #[arg(long, default_value_t = 1)]
    page: i64,
    #[arg(long)]
    json: bool,
}

/// How a suggestion is named.
#[derive(Debug, Arguments)]
pub struct NumberArgs {
    number: String,
    #[arg(long)]
    session: Option<String>,
}

#[derive(Debug, Arguments)]
pub struct ShowArgs {
    #[command(flatten)]
    which: NumberArgs,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct AssignArgs {
    #[command(flatten)]
    which: NumberArgs,
    unit: String,
    #[arg(long, default_value = "main")]
    role: String,
    #[arg(long)]
    on: Option<String>,
}

#[derive(Debug, Arguments)]
pub struct WhyArgs {
    #[command(flatten)]
    which: NumberArgs,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    why: String,
}

#[derive(Debug, Arguments)]
pub struct WithdrawArgs {
    #[command(flatten)]
    which: NumberArgs,
    #[arg(long)]
    why: String,
}

#[derive(Debug, Arguments)]
pub struct ReplyArgs {
    #[command(flatten)]
    which: NumberArgs,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    received: Option<String>,
    #[arg(long, default_value = "platform")]
    source: String,
    #[arg(long, default_value = "")]
    class: String,
    #[arg(long, default_value = "")]
    document: String,
    #[arg(long)]
    oral: bool,
}

#[derive(Debug, Arguments)]
pub struct ClearArgs {
    #[command(flatten)]
    which: NumberArgs,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    received: String,
    #[arg(long, default_value = "post")]
    source: String,
    #[arg(long)]
    why: String,
}

/// Lines of the list on a page.
const A_PAGE: i64 = 50;

pub(super) async fn run(
    action: SuggestionAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        SuggestionAction::Import(args) => suggestion_sheets::import(args, office, words, out).await,
        SuggestionAction::Replies(args) => suggestion_sheets::replies(args, office, words, out).await,
        SuggestionAction::List(args) => list(args, office, words, out).await,
        SuggestionAction::Show(args) => show(args, office, words, out).await,
        SuggestionAction::Assign(args) => assign(args, office, words, out).await,
        SuggestionAction::Extend(args) => {
            let assignment = meant(&args, Among::Owing, office, words).await?.id;
            let why = args.why;
            done(office, SuggestionCommand::Extend { assignment, why }, words, out).await
        }
        SuggestionAction::Return(args) => {
            let assignment = meant(&args, Among::All, office, words).await?.id;
            let why = args.why;
            done(office, SuggestionCommand::Return { assignment, why }, words, out).await
        }
        SuggestionAction::Withdraw(args) => {
            let suggestion = suggestion(office.store(), &args.which, words).await?.id;
            let command = SuggestionCommand::Withdraw {
                suggestion,
                why: args.why,
            };
            done(office, command, words, out).await
        }
        SuggestionAction::Reply(args) => reply(args, office, words, out).await,
        SuggestionAction::Clear(args) => clear(args, office, words, out).await,
        SuggestionAction::Paper(args) => suggestion_paper::run(args, office, words, out).await,
    }
}

/// The assignment that an extension or a return speaks of.
async fn meant(
    args: &WhyArgs,
    among: Among,
    office: &impl Office,
    words: &Words,
) -> Result<Assignment, CliError> {
    assignment(office.store(), &args.which, args.unit.as_deref(), among, words).await
}

async fn done(
    office: &impl Office,
    command: SuggestionCommand,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    office::give(office, Command::Suggestion(command)).await?;
    output::line(out, &words.say("cli-done"))
}

fn day(text: &str, words: &Words) -> Result<NaiveDate, CliError> {
    written_day(text).map_err(|unread| {
        let key = match unread {
            UnreadDay::Impossible => "cli-deadline-day-impossible",
            UnreadDay::Unreadable => "cli-deadline-day-unreadable",
        };
        CliError::WrongUse(words.say_with(key, &Args::new().text("found", text)))
    })
}

fn word_of<T>(
    read: impl Fn(&str) -> Option<T>,
    all: &[&'static str],
    text: &str,
    words: &Words,
) -> Result<T, CliError> {
    read(text).ok_or_else(|| {
        let args = Args::new().text("found", text).text("words", all.join(" "));
        CliError::WrongUse(words.say_with("cli-word-unknown", &args))
    })
}

fn source(text: &str, words: &Words) -> Result<ReceiptSource, CliError> {
    let all: Vec<&str> = ReceiptSource::ALL.iter().map(|it| it.tag()).collect();
    word_of(ReceiptSource::from_tag, &all, text, words)
}

/// The suggestion of a number; the session is needed only where several have it.
pub(super) async fn suggestion(
    store: &Store,
    which: &NumberArgs,
    words: &Words,
) -> Result<Suggestion, CliError> {
    let session = match &which.session {
        Some(text) => Some(CongressSession::read(text).ok_or_else(|| {
            CliError::WrongUse(words.say_with(
                "cli-session-unreadable",
                &Args::new().text("found", text.as_str()),
            ))
        })?),
        None => None,
    };
    let number = crate::domain::suggestion::register_sheet::tidy_number(&which.number);
    let found: Vec<Suggestion> = store
        .read()
        .await?
        .look(|world| {
            let ids: Vec<SuggestionId> = world
                .list(&ListKey::Numbered(number.clone()))?
                .ids
                .iter()
                .map(|id| SuggestionId(*id))
                .collect();
            world.want(ids.iter().map(|id| Key::Suggestion(*id)))?;
            ids.iter().map(|id| world.suggestion(id).cloned()).collect()
        })
        .await??;
    let mut fitting = found
        .into_iter()
        .filter(|row| session.is_none_or(|session| session == row.session));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(CliError::Said(
            words.say_with("cli-suggestion-unknown", &Args::new().text("number", number)),
        )),
        (Some(_), Some(_)) => Err(CliError::Said(
            words.say_with("cli-suggestion-ambiguous", &Args::new().text("number", number)),
        )),
    }
}

/// A handling unit by any of its names.
async fn unit(store: &Store, name: &str, words: &Words) -> Result<HandlingUnitId, CliError> {
    let found = store
        .read()
        .await?
        .look(|world| Ok(units_by_name(world)?.get(name.trim()).copied()))
        .await??;
    found.ok_or_else(|| {
        CliError::Said(words.say_with("cli-handling-unit-unknown", &Args::new().text("name", name)))
    })
}

/// The assignments and replies of a suggestion.
async fn whole(store: &Store, id: SuggestionId) -> Result<(Vec<(Assignment, String)>, Vec<Reply>), CliError> {
    let found = store
        .read()
        .await?
        .look(|world| {
            let (assignments, replies) = life_of(world, id)?;
            let replies = replies.into_iter().cloned().collect();
            Ok((with_units(world, &assignments)?, replies))
        })
        .await??;
    Ok(found)
}

/// Which assignments are meant where no unit is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// Those that owe the deputy a reply.
    Owing,
    /// Those that assist, too.
    All,
}

/// The assignment that is meant: of a unit, or the only one that stands.
async fn assignment(
    store: &Store,
    which: &NumberArgs,
    name: Option<&str>,
    among: Among,
    words: &Words,
) -> Result<Assignment, CliError> {
    let suggestion = suggestion(store, which, words).await?;
    let (rows, _) = whole(store, suggestion.id).await?;
    let units = store.read().await?.look(units_by_name).await??;
    let standing: Vec<&Assignment> = rows
        .iter()
        .map(|(row, _)| row)
        .filter(|row| match row.state {
            AssignmentState::Returned | AssignmentState::Withdrawn => false,
            AssignmentState::Assisting => among == Among::All || name.is_some(),
            AssignmentState::Open | AssignmentState::Answered => true,
        })
        .collect();
    match match_replies::find(&standing, &units, name.unwrap_or_default().trim()) {
        Ok(row) => Ok(row.clone()),
        Err(kind) => {
            let names: Vec<&str> = rows
                .iter()
                .filter(|(row, _)| standing.iter().any(|it| it.id == row.id))
                .map(|(_, name)| name.as_str())
                .collect();
            let key = match kind {
                SheetFaultKind::NotHandedOut => "cli-suggestion-not-handed-out",
                SheetFaultKind::SeveralUnits => "cli-suggestion-several-units",
                _ => "cli-suggestion-not-assigned",
            };
            let args = Args::new()
                .text("number", suggestion.number.as_str())
                .text("units", names.join("、"));
            Err(CliError::Said(words.say_with(key, &args)))
        }
    }
}

fn line_json(line: &SuggestionLine) -> serde_json::Value {
    let row = &line.suggestion;
    let units: Vec<serde_json::Value> = line
        .units
        .iter()
        .map(|unit| {
            json!({"unit": unit.name, "role": unit.role.tag(), "state": unit.state.tag(), "due_on": unit.due_on})
        })
        .collect();
    json!({
        "number": row.number,
        "session": row.session.tag(),
        "kind": row.kind.tag(),
        "state": row.state.tag(),
        "title": row.title,
        "deputy": line.deputy_code,
        "deputy_name": line.deputy_name,
        "key": row.is_key,
        "units": units,
    })
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let states: Vec<&str> = SuggestionState::ALL.iter().map(|it| it.tag()).collect();
    let filter = SuggestionFilter {
        state: match &args.state {
            Some(text) => Some(word_of(SuggestionState::from_tag, &states, text, words)?),
            None => None,
        },
        unit: match &args.unit {
            Some(name) => Some(unit(store, name, words).await?),
            None => None,
        },
        deputy: match &args.deputy {
            Some(code) => Some(named::deputy(store, code, words).await?.id),
            None => None,
        },
        ..SuggestionFilter::default()
    };
    let (lines, total) = store
        .read()
        .await?
        .suggestions(&filter, args.page - 1, A_PAGE)
        .await?;
    if args.json {
        for line in &lines {
            output::json(out, &line_json(line))?;
        }
        return Ok(());
    }
    let head = ["number", "session", "state", "title", "deputy", "units"]
        .map(|column| words.say(&format!("cli-column-suggestion-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let units: Vec<&str> = line.units.iter().map(|unit| unit.name.as_str()).collect();
            vec![
                line.suggestion.number.clone(),
                line.suggestion.session.tag(),
                state_word(line.suggestion.state, words),
                line.suggestion.title.clone(),
                line.deputy_name.clone(),
                units.join("、"),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let count = Args::new().number("count", total).number("page", args.page);
    output::line(out, &words.say_with("cli-suggestion-count", &count))
}

fn reply_json(reply: &Reply) -> serde_json::Value {
    let candidates: Vec<serde_json::Value> = reply
        .candidates
        .iter()
        .map(|it| json!({"on": it.on, "source": it.source.tag()}))
        .collect();
    json!({
        "state": reply.state.tag(),
        "form": reply.form.tag(),
        "class": reply.class,
        "document_number": reply.document_number,
        "received_on": reply.received_on,
        "source": reply.source.tag(),
        "clearness": reply.clearness.tag(),
        "candidates": candidates,
        "nominal_on": reply.nominal_on,
        "due_on": reply.due_on,
        "provisional": reply.is_provisional,
    })
}

async fn show(
    args: ShowArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let row = suggestion(store, &args.which, words).await?;
    let (assignments, replies) = whole(store, row.id).await?;
    let events = store.read().await?.suggestion_events(row.id).await?;
    if args.json {
        let units: Vec<serde_json::Value> = assignments
            .iter()
            .map(|(row, name)| {
                let own: Vec<serde_json::Value> = replies
                    .iter()
                    .filter(|reply| reply.assignment_id == row.id)
                    .map(reply_json)
                    .collect();
                json!({
                    "unit": name,
                    "role": row.role.tag(),
                    "state": row.state.tag(),
                    "handed_out_on": row.handed_out_on,
                    "rule": row.rule.tag(),
                    "nominal_on": row.nominal_on,
                    "due_on": row.due_on,
                    "provisional": row.is_provisional,
                    "replies": own,
                })
            })
            .collect();
        let value = json!({
            "number": row.number,
            "session": row.session.tag(),
            "kind": row.kind.tag(),
            "state": row.state.tag(),
            "title": row.title,
            "key": row.is_key,
            "withdrawn_why": row.withdrawn_why,
            "units": units,
            "events": events.len(),
        });
        return output::json(out, &value);
    }
    let about = Args::new()
        .text("number", row.number.as_str())
        .text("title", row.title.as_str())
        .text("kind", kind_word(row.kind, words))
        .text("session", session_words(row.session, words))
        .text("state", state_word(row.state, words));
    output::line(out, &words.say_with("cli-suggestion-head", &about))?;
    for (row, name) in &assignments {
        let args = Args::new()
            .text("unit", name.as_str())
            .text("role", role_word(row.role, words))
            .text("out", row.handed_out_on.to_string())
            .text("nominal", row.nominal_on.to_string())
            .text("due", row.due_on.to_string());
        let key = format!("cli-assignment-{}", row.state.tag());
        output::line(out, &format!("  {}", words.say_with(&key, &args)))?;
        for reply in replies.iter().filter(|reply| reply.assignment_id == row.id) {
            let day = |on: Option<NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
            let args = Args::new()
                .text("received", day(reply.received_on))
                .text("source", source_word(reply.source, words))
                .text("nominal", day(reply.nominal_on))
                .text("due", day(reply.due_on));
            let key = format!("cli-reply-{}", reply.state.tag());
            output::line(out, &format!("    {}", words.say_with(&key, &args)))?;
        }
    }
    Ok(())
}

async fn assign(
    args: AssignArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let roles: Vec<&str> = AssignmentRole::ALL.iter().map(|it| it.tag()).collect();
    let command = SuggestionCommand::Assign {
        suggestion: suggestion(store, &args.which, words).await?.id,
        unit: unit(store, &args.unit, words).await?,
        role: word_of(AssignmentRole::from_tag, &roles, &args.role, words)?,
        on: match &args.on {
            Some(text) => day(text, words)?,
            None => day_of(office.now()),
        },
    };
    done(office, command, words, out).await
}

async fn reply(
    args: ReplyArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let assignment = assignment(
        office.store(),
        &args.which,
        args.unit.as_deref(),
        Among::Owing,
        words,
    )
    .await?;
    let received = match &args.received {
        Some(text) => Some(ReceivedOn {
            on: day(text, words)?,
            at: None,
            is_guess: false,
        }),
        None => None,
    };
    let facts = ReplyFacts {
        assignment: assignment.id,
        form: if args.oral {
            ReplyForm::Oral
        } else {
            ReplyForm::Written
        },
        class: args.class,
        document_number: args.document,
        received: received.filter(|_| !args.oral),
        source: source(&args.source, words)?,
        proof: None,
    };
    done(office, SuggestionCommand::Record(vec![facts]), words, out).await
}

async fn clear(
    args: ClearArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let store = office.store();
    let assignment = assignment(store, &args.which, args.unit.as_deref(), Among::Owing, words).await?;
    let (_, replies) = whole(store, assignment.suggestion_id).await?;
    let found = replies
        .iter()
        .rev()
        .find(|reply| reply.assignment_id == assignment.id && reply.due_on.is_some());
    let Some(reply) = found else {
        return Err(CliError::Said(words.say("refusal-reply-without-clock")));
    };
    let command = SuggestionCommand::Clear {
        reply: reply.id,
        on: day(&args.received, words)?,
        source: source(&args.source, words)?,
        why: args.why,
    };
    done(office, command, words, out).await
}
