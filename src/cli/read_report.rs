//! `read-report`: a report in free words, told field by field; or reports as JSON lines in, the same with their reading out.
//! Needs neither settings nor a database, so that an office can try the reading on its own messages.

mod shape;
mod told;

use std::io::{BufRead, Write};

use chrono::DateTime;
use clap::Args as Arguments;
use serde_json::Value;

use crate::domain::report::{Words as ReportWords, read};
use crate::text::{Args, Words};

use super::{CliError, output};

#[derive(Debug, Arguments)]
pub struct ReadReportArgs {
    /// The report; `-` or nothing: JSON lines from the standard input.
    text: Option<String>,
    /// When it was written.
    #[arg(long, value_parser = instant)]
    now: Option<i64>,
    #[arg(long)]
    json: bool,
    /// More words, in the shape of the shipped list.
    #[arg(long)]
    words: Option<std::path::PathBuf>,
}

/// An instant with its zone (RFC 3339).
fn instant(text: &str) -> Result<i64, chrono::ParseError> {
    DateTime::parse_from_rfc3339(text).map(|at| at.timestamp_millis())
}

/// Reads the report that was given, or every line of `lines`; a line that is no message ends it with the line's number. `now` of a message is an
/// instant with its zone (RFC 3339). `present`: when a report was written of which nothing else is said.
pub fn run(
    args: &ReadReportArgs,
    present: i64,
    lines: impl BufRead,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let own = match &args.words {
        None => None,
        Some(path) => Some(own_words(path, words)?),
    };
    let report_words = own.as_ref().unwrap_or_else(|| ReportWords::shipped());
    if let Some(text) = args.text.as_deref().filter(|text| *text != "-") {
        let reading = read(text, args.now.unwrap_or(present), report_words);
        if args.json {
            return output::line(out, &shape::reading(&reading).to_string());
        }
        for line in told::lines(&reading, text, words) {
            output::line(out, &line)?;
        }
        return Ok(());
    }
    for (line, number) in lines.lines().zip(1_i64..) {
        let line = line.map_err(|_| fault(number, words))?;
        if line.trim().is_empty() {
            continue;
        }
        let mut message: Value = serde_json::from_str(&line).map_err(|_| fault(number, words))?;
        let now = message["now"]
            .as_str()
            .and_then(|now| DateTime::parse_from_rfc3339(now).ok())
            .ok_or_else(|| fault(number, words))?;
        let text = message["text"].as_str().ok_or_else(|| fault(number, words))?;
        let reading = read(text, now.timestamp_millis(), report_words);
        message["reading"] = shape::reading(&reading);
        output::line(out, &message.to_string())?;
    }
    Ok(())
}

fn own_words(path: &std::path::Path, words: &Words) -> Result<ReportWords, CliError> {
    let text =
        std::fs::read_to_string(path).map_err(|error| CliError::File(path.to_owned(), error.kind()))?;
    ReportWords::with(&text).map_err(|fault| {
        let said = Args::new().number("line", i64::try_from(fault.line()).unwrap_or(i64::MAX));
        CliError::Said(words.say_with("cli-report-words-fault", &said))
    })
}

fn fault(line: i64, words: &Words) -> CliError {
    CliError::Said(words.say_with("cli-report-line-fault", &Args::new().number("line", line)))
}
