//! `letters`: how many letters a unit has and where they stand. Numbers, states and days only: the words are for those who
//! read the letter.

use std::io::Write;

use clap::Args as Arguments;
use serde_json::json;

use crate::store::{LetterLine, LettersOf};
use crate::text::{Args, Words};

use super::{CliError, Office, named, output};

#[derive(Debug, Arguments)]
pub struct LettersArgs {
    unit: String,
    #[arg(long)]
    json: bool,
}

/// Lines of one state that are shown; the counts are of all.
const MOST: i64 = 200;

const STATES: [(LettersOf, &str); 4] = [
    (LettersOf::Open, "open"),
    (LettersOf::Office, "office"),
    (LettersOf::Answered, "answered"),
    (LettersOf::Ended, "ended"),
];

pub(super) async fn run(
    args: LettersArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let of = named::office(office.store(), &args.unit, words).await?;
    let mut reading = office.store().read().await?;
    let mut found = Vec::new();
    for (state, word) in STATES {
        let (lines, total) = reading.letters_of_office(of.id, state, 0, MOST).await?;
        found.push((word, lines, total));
    }
    if args.json {
        let mut value = json!({"unit": of.code});
        for (word, lines, total) in &found {
            let lines: Vec<_> = lines.iter().map(as_json).collect();
            value[*word] = json!({"count": total, "letters": lines});
        }
        return output::json(out, &value);
    }
    for (word, _, total) in &found {
        let args = Args::new().text("unit", of.name.as_str()).number("count", *total);
        output::line(out, &words.say_with(&format!("cli-letters-{word}"), &args))?;
    }
    let waiting: Vec<Vec<String>> = found
        .iter()
        .filter(|(word, ..)| *word == "open")
        .flat_map(|(_, lines, _)| lines)
        .map(|line| as_row(line, words))
        .collect();
    if waiting.is_empty() {
        return Ok(());
    }
    let head = ["number", "state", "reader", "opened", "messages"]
        .map(|column| words.say(&format!("cli-column-{column}")));
    output::line(out, "")?;
    output::table(out, &head, &waiting)
}

fn as_json(line: &LetterLine) -> serde_json::Value {
    json!({
        "number": line.case.number,
        "state": line.case.state.tag(),
        "deputy": line.deputy_name,
        "opened_at": output::instant(line.case.opened_at),
        "answered_at": line.case.answered_at.map(output::instant),
        "ended_at": line.case.ended_at.map(output::instant),
        "messages": line.case.messages,
    })
}

fn as_row(line: &LetterLine, words: &Words) -> Vec<String> {
    vec![
        line.case.number.to_string(),
        words.say(&format!("cli-state-{}", line.case.state.tag())),
        line.deputy_name
            .clone()
            .unwrap_or_else(|| words.say("cli-reader-office")),
        output::moment(line.case.opened_at),
        line.case.messages.to_string(),
    ]
}
