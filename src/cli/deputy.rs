//! `deputy`: who is on, and what an office does about an account: 换绑, a pause, 暂停一切消息.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::command::Command;
use crate::domain::world::{Key, ListKey};
use crate::store::DeputyLine;
use crate::text::{Args, Words};

use super::invite::{Form, Made, expiry, new_code, tell};
use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum DeputyAction {
    List(ListArgs),
    Rebind(RebindArgs),
    Pause(CodeArgs),
    Resume(CodeArgs),
    Silence(CodeArgs),
    Unsilence(CodeArgs),
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct RebindArgs {
    code: String,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct CodeArgs {
    code: String,
}

pub(super) async fn run(
    action: DeputyAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (code, key) = match &action {
        DeputyAction::List(args) => return list(args, office, words, out).await,
        DeputyAction::Rebind(args) => return rebind(args, office, words, out).await,
        DeputyAction::Pause(args) => (&args.code, "cli-deputy-paused"),
        DeputyAction::Resume(args) => (&args.code, "cli-deputy-resumed"),
        DeputyAction::Silence(args) => (&args.code, "cli-deputy-silenced"),
        DeputyAction::Unsilence(args) => (&args.code, "cli-deputy-unsilenced"),
    };
    let whom = named::deputy(office.store(), code, words).await?;
    let deputy = whom.id;
    let command = match action {
        DeputyAction::Pause(_) => Command::Pause { deputy, pause: true },
        DeputyAction::Resume(_) => Command::Pause { deputy, pause: false },
        DeputyAction::Silence(_) => Command::Silence {
            deputy,
            silence: true,
        },
        _ => Command::Silence {
            deputy,
            silence: false,
        },
    };
    office::give(office, command).await?;
    let args = Args::new()
        .text("code", whom.code.as_str())
        .text("name", whom.name.as_str());
    output::line(out, &words.say_with(key, &args))
}

async fn rebind(
    args: &RebindArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let code = new_code();
    let command = Command::Rebind {
        deputy: deputy.id,
        code: code.clone(),
    };
    office::give(office, command).await?;
    let made = Made {
        whom: format!("{} {}", deputy.code, deputy.name),
        of: &deputy.code,
        code: &code,
        expires_at: expiry(office.store(), &code).await?,
    };
    tell(&made, Form::of(args.json), office, words, out)
}

/// Deputies of one unit, or of all.
async fn lines(unit: Option<&str>, office: &impl Office, words: &Words) -> Result<Vec<DeputyLine>, CliError> {
    let store = office.store();
    let offices = match unit {
        Some(unit) => vec![named::office(store, unit, words).await?.id],
        None => {
            let mut reading = store.read().await?;
            let ids = reading
                .look(|world| {
                    let ids = world.list(&ListKey::Offices)?.ids.clone();
                    world.want(ids.iter().map(|id| Key::Office((*id).into())))?;
                    Ok(ids)
                })
                .await??;
            ids.into_iter().map(Into::into).collect()
        }
    };
    let mut reading = store.read().await?;
    let mut lines = Vec::new();
    for office_id in offices {
        lines.extend(reading.deputies_of_office(office_id, office.now()).await?);
    }
    Ok(lines)
}

/// Where a deputy stands, as the word behind `cli-binding-`.
fn binding(line: &DeputyLine) -> &'static str {
    if line.deputy.account_id.is_some() {
        "bound"
    } else if line.invited_until_at.is_some() {
        "invited"
    } else {
        "not-invited"
    }
}

async fn list(
    args: &ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let lines = lines(args.unit.as_deref(), office, words).await?;
    if args.json {
        for line in &lines {
            let value = json!({
                "code": line.deputy.code,
                "name": line.deputy.name,
                "unit": line.deputy.unit_code,
                "status": line.deputy.status.key(),
                "listed": line.deputy.gone_at.is_none(),
                "binding": binding(line),
                "invited_until_at": line.invited_until_at.map(output::instant),
                "paused_at": line.deputy.paused_at.map(output::instant),
                "silenced": line.silenced,
                "open_letters": line.open_letters,
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    let head = ["code", "name", "status", "binding", "marks", "letters"]
        .map(|column| words.say(&format!("cli-column-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let marks: Vec<String> = [
                (line.deputy.paused_at.is_some(), "cli-mark-paused"),
                (line.silenced, "cli-mark-silenced"),
                (line.deputy.gone_at.is_some(), "cli-mark-gone"),
            ]
            .iter()
            .filter(|(is, _)| *is)
            .map(|(_, key)| words.say(key))
            .collect();
            vec![
                line.deputy.code.clone(),
                line.deputy.name.clone(),
                words.say(&format!("cli-status-{}", line.deputy.status.key())),
                words.say(&format!("cli-binding-{}", binding(line))),
                marks.join("、"),
                line.open_letters.to_string(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)
}
