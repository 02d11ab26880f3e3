//! `poster`: the code to scan for the wall, of a deputy or of a unit's deputies.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args as Arguments, ValueEnum};

use crate::documents::{Leads, Paper, poster_order};
use crate::text::{Args, Words};

use super::handbook::not_printed;
use super::{CliError, Office, named, output};

#[derive(Debug, Arguments)]
pub struct PosterArgs {
    code: String,
    #[arg(long)]
    out: PathBuf,
    #[arg(long, value_enum, default_value_t = Sheet::A4)]
    paper: Sheet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sheet {
    A4,
    A3,
}

pub(super) async fn run(
    args: PosterArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let ending = args.out.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let as_picture = match ending.as_deref().and_then(std::ffi::OsStr::to_str) {
        Some("pdf") => false,
        Some("png") => true,
        _ => return Err(CliError::WrongUse(words.say("cli-poster-ending"))),
    };
    // Codes of deputies have a number behind a dash, codes of units are letters.
    let of_deputy = args.code.contains(|c: char| c.is_ascii_digit());
    let (deputy, unit) = if of_deputy {
        let deputy = named::deputy(office.store(), &args.code, words).await?;
        let unit = named::office(office.store(), &deputy.unit_code, words).await?;
        (Some(deputy), unit)
    } else {
        (None, named::office(office.store(), &args.code, words).await?)
    };
    let leads = match &deputy {
        Some(deputy) => Leads::Deputy(deputy, &unit),
        None => Leads::Unit(&unit),
    };
    leads
        .check()
        .map_err(|why| CliError::Said(words.say(why.key())))?;
    let paper = match args.paper {
        Sheet::A4 => Paper::A4,
        Sheet::A3 => Paper::A3,
    };
    let rules = office.rules();
    let phone = match unit.phone.as_str() {
        "" => rules.office_phone.as_str(),
        phone => phone,
    };
    let order = poster_order(leads, &rules.public_url, phone, paper, words)
        .map_err(|error| CliError::Said(words.say(error.key())))?;
    let order = if as_picture { order.as_picture() } else { order };
    let printed = office
        .press()
        .print(order)
        .await
        .map_err(|error| not_printed(&error, words))?;
    std::fs::write(&args.out, printed).map_err(|error| CliError::File(args.out.clone(), error.kind()))?;
    let said = Args::new()
        .text("path", args.out.display().to_string())
        .text("url", rules.public_url.as_str());
    output::line(out, &words.say_with("cli-poster-written", &said))?;
    if rules.public_url.contains("127.0.0.1") || rules.public_url.contains("localhost") {
        output::line(out, &words.say_with("cli-poster-local", &said))?;
    }
    Ok(())
}
