//! `case`: what an administrator may do with a letter: pass one that an office reads on to a deputy. Answering and ending
//! belong to those who read it.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};

use crate::domain::command::Command;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum CaseAction {
    PassOn(PassOnArgs),
}

#[derive(Debug, Arguments)]
pub struct PassOnArgs {
    number: i64,
    code: String,
}

pub(super) async fn run(
    action: CaseAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let CaseAction::PassOn(args) = action;
    let case = named::case(office.store(), args.number, words).await?;
    let deputy = named::deputy(office.store(), &args.code, words).await?;
    let command = Command::PassToDeputy {
        case,
        deputy: deputy.id,
    };
    office::give(office, command).await?;
    let said = Args::new()
        .number("number", args.number)
        .text("name", deputy.name.as_str());
    output::line(out, &words.say_with("cli-case-passed-on", &said))
}
