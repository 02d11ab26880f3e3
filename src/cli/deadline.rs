//! `deadline`: works a deadline out, without changing anything; with the calendar of the database where there is one.

use std::io::Write;

use clap::Args as Arguments;
use serde_json::json;

use crate::domain::calendar::in_force::current;
use crate::domain::calendar::{Calendar, UnreadDay};
use crate::domain::deadline::{Began, DeadlineRule, work_out};
use crate::store::Store;
use crate::text::{Args, DeadlineEdition, Words, deadline_lines, deadline_why};

use super::{CliError, output};

#[derive(Debug, Arguments)]
pub struct DeadlineArgs {
    received: String,
    #[arg(long, default_value = "feedback")]
    rule: String,
    #[arg(long)]
    json: bool,
}

/// The calendar to work with.
pub struct Kept {
    /// The calendar.
    pub calendar: Calendar,
    /// Which one it is.
    pub edition: DeadlineEdition,
}

impl Kept {
    /// What the program brings along.
    pub fn shipped() -> Self {
        Self {
            calendar: Calendar::shipped().clone(),
            edition: DeadlineEdition::Shipped,
        }
    }

    /// The one in force in a database.
    pub async fn of(store: &Store) -> Result<Self, CliError> {
        let row = store
            .read()
            .await?
            .look(|world| Ok(current(world)?.cloned()))
            .await??;
        Ok(row.map_or_else(Self::shipped, |row| Self {
            edition: DeadlineEdition::Kept(row.version),
            calendar: row.calendar,
        }))
    }
}

/// Tells the deadline.
pub fn run(args: &DeadlineArgs, kept: &Kept, words: &Words, out: &mut impl Write) -> Result<(), CliError> {
    let rule = DeadlineRule::from_tag(&args.rule).ok_or_else(|| {
        let args = Args::new().text("rule", args.rule.as_str());
        CliError::WrongUse(words.say_with("cli-deadline-rule-unknown", &args))
    })?;
    let began = Began::read(&args.received).map_err(|unread| {
        let key = match unread {
            UnreadDay::Impossible => "cli-deadline-day-impossible",
            UnreadDay::Unreadable => "cli-deadline-day-unreadable",
        };
        let args = Args::new().text("found", args.received.as_str());
        CliError::WrongUse(words.say_with(key, &args))
    })?;
    let deadline = work_out(began, rule.period(), &kept.calendar);
    if !args.json {
        for line in deadline_lines(&deadline, Some(rule), kept.edition, words) {
            output::line(out, &line)?;
        }
        return Ok(());
    }
    let value = json!({
        "received_on": began.on,
        "nominal_on": deadline.nominal_on,
        "due_on": deadline.due_on,
        "provisional": deadline.is_provisional(),
        "only_announced_on": deadline.only_announced_on,
        "only_festivals_on": deadline.only_festivals_on,
        "why": deadline_why(&deadline, Some(rule), kept.edition, words),
    });
    output::json(out, &value)
}
