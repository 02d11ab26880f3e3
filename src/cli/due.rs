//! `due`: replies, feedback and answers to inquiries that are due, the earliest first.

use std::io::Write;

use chrono::Days;
use clap::Args as Arguments;
use serde_json::json;

use crate::domain::time::day_of;
use crate::store::{Due, DueOf};
use crate::text::{Args, Words};

use super::{CliError, Office, named, output};

#[derive(Debug, Arguments)]
pub struct DueArgs {
    /// So many days ahead.
    #[arg(long, default_value_t = 30)]
    days: u64,
    #[arg(long)]
    unit: Option<String>,
    #[arg(long)]
    json: bool,
}

/// More than a province has due within a month.
const MOST: i64 = 5_000;

pub(super) async fn run(
    args: DueArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let today = day_of(office.now());
    let until = today
        .checked_add_days(Days::new(args.days.min(3_650)))
        .unwrap_or(today);
    let of = match &args.unit {
        Some(code) => DueOf::Office(named::office(office.store(), code, words).await?.id),
        None => DueOf::Province,
    };
    let lines = office.store().read().await?.due(of, until, MOST).await?;
    let what = |due: &Due| match due {
        Due::Reply(_) => "reply",
        Due::Feedback(_) => "feedback",
        Due::Inquiry(_) => "inquiry",
    };
    if args.json {
        for line in &lines {
            let value = json!({
                "what": what(&line.due),
                "number": line.number,
                "title": line.title,
                "deputy": line.deputy_name,
                "unit": line.unit_name,
                "nominal_on": line.due.nominal_on(),
                "due_on": line.due.on(),
                "provisional": line.due.is_provisional(),
                "late": line.due.on() < today,
            });
            output::json(out, &value)?;
        }
        return Ok(());
    }
    let head = ["due", "what", "number", "title", "deputy", "unit"]
        .map(|column| words.say(&format!("cli-column-due-{column}")));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let mut due = line.due.on().to_string();
            if line.due.on() < today {
                due = words.say_with("cli-due-late", &Args::new().text("due", due));
            } else if line.due.is_provisional() {
                due = words.say_with("cli-due-provisional", &Args::new().text("due", due));
            }
            vec![
                due,
                words.say(&format!("cli-due-{}", what(&line.due))),
                line.number.clone(),
                line.title.clone(),
                line.deputy_name.clone(),
                line.unit_name.clone(),
            ]
        })
        .collect();
    output::table(out, &head, &rows)?;
    let count = Args::new().number("count", i64::try_from(rows.len()).unwrap_or(i64::MAX));
    output::line(out, &words.say_with("cli-due-count", &count))
}
