//! `calls`: whom an office should call, because an answer waits in the web chat and nothing else reached the person. The
//! numbers were left for this by separate consent. With `--done` one is ticked off, when the person was reached.

use std::io::Write;

use clap::Args as Arguments;
use serde_json::json;

use crate::domain::command::Command;
use crate::text::{Args, Words};

use super::{CliError, Office, named, office, output};

#[derive(Debug, Arguments)]
pub struct CallsArgs {
    unit: String,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    done: Option<i64>,
}

/// More than an office calls on a day.
const MOST: i64 = 200;

pub(super) async fn run(
    args: CallsArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let of = named::office(office.store(), &args.unit, words).await?;
    let before = office.now() - office.rules().fallback_after_ms;
    let lines = office
        .store()
        .read()
        .await?
        .call_list(of.id, before, MOST)
        .await?;
    if let Some(id) = args.done {
        let Some(line) = lines.iter().find(|line| line.item.0 == id) else {
            return Err(CliError::Said(words.say("cli-calls-unknown")));
        };
        office::give(office, Command::TickCall(line.item)).await?;
        let said = Args::new().text("number", line.number.to_string());
        return output::line(out, &words.say_with("cli-calls-done", &said));
    }
    if args.json {
        for line in &lines {
            let value = json!({
                "id": line.item.0,
                "number": line.number,
                "phone": line.call_back.value,
                "since_at": output::instant(line.since_at),
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    if lines.is_empty() {
        return output::line(out, &words.say("cli-calls-none"));
    }
    let head = ["id", "number", "phone", "since"].map(|column| words.say(&format!("cli-column-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            vec![
                line.item.to_string(),
                line.number.to_string(),
                line.call_back.value.clone(),
                output::moment(line.since_at),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    output::line(out, &words.say("cli-calls-say"))
}
