//! `unit` and `office-phone`: whether the deputies of a unit can be found and written to, and the telephone for questions.

use std::io::Write;

use clap::{Args as Arguments, Subcommand};

use crate::domain::command::Command;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Subcommand)]
pub enum UnitAction {
    Open(UnitArgs),
    Close(UnitArgs),
}

#[derive(Debug, Arguments)]
pub struct UnitArgs {
    unit: String,
}

#[derive(Debug, Arguments)]
pub struct OfficePhoneArgs {
    unit: String,
    phone: String,
}

/// A number with its area and a second one fit.
const LONGEST_PHONE: usize = 40;

pub(super) async fn run(
    action: UnitAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let (args, open, key) = match &action {
        UnitAction::Open(args) => (args, true, "cli-unit-opened"),
        UnitAction::Close(args) => (args, false, "cli-unit-closed"),
    };
    office::give(office, Command::FoundOffices).await?;
    let of = named::office(office.store(), &args.unit, words).await?;
    office::give(office, Command::OpenUnit { office: of.id, open }).await?;
    output::line(
        out,
        &words.say_with(key, &Args::new().text("unit", of.name.as_str())),
    )
}

pub(super) async fn set_phone(
    args: OfficePhoneArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let phone = args.phone.trim();
    if phone.chars().count() > LONGEST_PHONE || phone.chars().any(char::is_control) {
        return Err(CliError::WrongUse(words.say("cli-office-phone-wrong")));
    }
    office::give(office, Command::FoundOffices).await?;
    let of = named::office(office.store(), &args.unit, words).await?;
    let command = Command::SetOfficePhone {
        office: of.id,
        phone: phone.to_owned(),
    };
    office::give(office, command).await?;
    let said = Args::new().text("unit", of.name.as_str()).text("phone", phone);
    let key = if phone.is_empty() {
        "cli-office-phone-removed"
    } else {
        "cli-office-phone-set"
    };
    output::line(out, &words.say_with(key, &said))
}
