//! `officer`: who works at an office, and the end of a post.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::command::Command;
use crate::domain::ids::OfficerId;
use crate::domain::people::Officer;
use crate::domain::world::{Key, ListKey};
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum OfficerAction {
    List(ListArgs),
    End(EndArgs),
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    unit: String,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct EndArgs {
    unit: String,
    id: i64,
}

async fn officers(unit: &str, office: &impl Office, words: &Words) -> Result<Vec<Officer>, CliError> {
    let of = named::office(office.store(), unit, words).await?;
    let mut reading = office.store().read().await?;
    let found = reading
        .look(|world| {
            let ids: Vec<OfficerId> = world
                .list(&ListKey::Officers(of.id))?
                .ids
                .iter()
                .map(|id| OfficerId(*id))
                .collect();
            world.want(ids.iter().map(|id| Key::Officer(*id)))?;
            ids.iter().map(|id| Ok(world.officer(id)?.clone())).collect()
        })
        .await??;
    Ok(found)
}

pub(super) async fn run(
    action: OfficerAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        OfficerAction::List(args) => list(args, office, words, out).await,
        OfficerAction::End(args) => end(args, office, words, out).await,
    }
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let found = officers(&args.unit, office, words).await?;
    if args.json {
        for officer in &found {
            let value = json!({
                "id": officer.id.0,
                "name": officer.name,
                "since_at": output::instant(officer.created_at),
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    if found.is_empty() {
        return output::line(out, &words.say("cli-officers-none"));
    }
    let head = ["id", "name", "bound"].map(|column| words.say(&format!("cli-column-{column}")));
    let rows: Vec<Vec<String>> = found
        .iter()
        .map(|officer| {
            vec![
                officer.id.to_string(),
                officer.name.clone(),
                output::moment(officer.created_at),
            ]
        })
        .collect();
    output::table(out, &head, &rows)
}

async fn end(
    args: EndArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let found = officers(&args.unit, office, words).await?;
    let Some(officer) = found.into_iter().find(|officer| officer.id.0 == args.id) else {
        return Err(CliError::Said(words.say("cli-officer-unknown")));
    };
    office::give(office, Command::EndPost(officer.id)).await?;
    let said = Args::new().text("name", officer.name.as_str());
    output::line(out, &words.say_with("cli-officer-ended", &said))
}
