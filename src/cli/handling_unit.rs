//! `handling-unit`: the directory of the bodies that answer suggestions.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::domain::command::Command;
use crate::domain::ids::HandlingUnitId;
use crate::domain::suggestion::assignment::HandlingUnit;
use crate::domain::suggestion::command::{SuggestionCommand, UnitStanding};
use crate::domain::world::{Key, ListKey};
use crate::text::{Args, Words};

use super::{CliError, Office, office, output};

#[derive(Debug, Subcommand)]
pub enum HandlingUnitAction {
    Set(SetArgs),
    List(ListArgs),
}

#[derive(Debug, Arguments)]
pub struct SetArgs {
    name: String,
    /// Other names, joined by 、.
    #[arg(long, default_value = "")]
    also: String,
    #[arg(long, default_value = "")]
    email: String,
    /// No longer handed anything.
    #[arg(long)]
    ended: bool,
}

#[derive(Debug, Arguments)]
pub struct ListArgs {
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(
    action: HandlingUnitAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        HandlingUnitAction::Set(args) => {
            let name = args.name.trim().to_owned();
            let unit = office
                .store()
                .read()
                .await?
                .look(|world| world.handling_unit_named(&name))
                .await??;
            let command = SuggestionCommand::KeepUnit {
                unit,
                name: args.name,
                other_names: args.also,
                email: args.email,
                standing: if args.ended {
                    UnitStanding::Ended
                } else {
                    UnitStanding::InBeing
                },
            };
            office::give(office, Command::Suggestion(command)).await?;
            output::line(out, &words.say("cli-done"))
        }
        HandlingUnitAction::List(args) => list(args, office, words, out).await,
    }
}

async fn list(
    args: ListArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let units: Vec<HandlingUnit> = office
        .store()
        .read()
        .await?
        .look(|world| {
            let ids: Vec<HandlingUnitId> = world
                .list(&ListKey::HandlingUnits)?
                .ids
                .iter()
                .map(|id| HandlingUnitId(*id))
                .collect();
            world.want(ids.iter().map(|id| Key::HandlingUnit(*id)))?;
            ids.iter().map(|id| world.handling_unit(id).cloned()).collect()
        })
        .await??;
    if args.json {
        for unit in &units {
            let others: Vec<&str> = unit.names().skip(1).collect();
            // The address stays where slips are sent from.
            let value = json!({"name": unit.name, "also": others, "has_email": !unit.email.is_empty()});
            output::json(out, &value)?;
        }
        return Ok(());
    }
    let head =
        ["name", "also", "email"].map(|column| words.say(&format!("cli-column-handling-unit-{column}")));
    let rows: Vec<Vec<String>> = units
        .iter()
        .map(|unit| {
            let email = if unit.email.is_empty() {
                "cli-no"
            } else {
                "cli-yes"
            };
            vec![unit.name.clone(), unit.other_names.clone(), words.say(email)]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let count = Args::new().number("count", i64::try_from(rows.len()).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-handling-unit-count", &count))
}
