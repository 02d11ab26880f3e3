//! `calendar`: the calendar of days off in force, taking plans of years in, and whether one is missing.

use std::io::Write;
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::{Args as Arguments, Subcommand};
use serde_json::json;

use crate::documents::calendar_file::read_calendar;
use crate::domain::answer::Answer;
use crate::domain::calendar::in_force::current;
use crate::domain::calendar::{
    Calendar, CalendarReading, CalendarRow, DayKind, PlanWanted, YearPlan, check_plans, differences,
};
use crate::domain::command::Command;
use crate::domain::ids::CalendarVersion;
use crate::domain::time::day_of;
use crate::store::Store;
use crate::text::{
    Args, Words, calendar_fault, calendar_note, festival_names, plan_wanted, sheet_refusal, standing,
};

use super::{CliError, Office, office, output};

#[derive(Debug, Subcommand)]
pub enum CalendarAction {
    Show(ShowArgs),
    Import(ImportArgs),
    Check(CheckArgs),
}

#[derive(Debug, Arguments)]
pub struct ShowArgs {
    #[arg(long)]
    year: Option<i32>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct ImportArgs {
    file: PathBuf,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Arguments)]
pub struct CheckArgs {
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(
    action: CalendarAction,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    match action {
        CalendarAction::Show(args) => show(args, office, words, out).await,
        CalendarAction::Import(args) => import(args, office, words, out).await,
        CalendarAction::Check(args) => check(args, office, words, out).await,
    }
}

async fn row_in_force(store: &Store) -> Result<Option<CalendarRow>, CliError> {
    let mut reading = store.read().await?;
    Ok(reading.look(|world| Ok(current(world)?.cloned())).await??)
}

/// The row in force and its calendar; without a row what the program ships.
fn calendar_of(row: Option<&CalendarRow>) -> &Calendar {
    row.map_or(Calendar::shipped(), |row| &row.calendar)
}

fn version_of(row: Option<&CalendarRow>) -> i64 {
    row.map_or(0, |row| row.version.0)
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// Which version it is, where it is from and since when.
fn version_line(row: Option<&CalendarRow>, words: &Words) -> String {
    let Some(row) = row else {
        return words.say("cli-calendar-not-yet");
    };
    let args = Args::new()
        .number("version", row.version.0)
        .text("at", output::moment(row.at))
        .text("source", row.source.as_str());
    let key = if row.source.is_empty() {
        "cli-calendar-version-shipped"
    } else {
        "cli-calendar-version"
    };
    words.say_with(key, &args)
}

async fn show(
    args: ShowArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let row = row_in_force(office.store()).await?;
    let calendar = calendar_of(row.as_ref());
    let plans: Vec<&YearPlan> = calendar
        .plans()
        .filter(|plan| args.year.is_none_or(|year| plan.year == year))
        .collect();
    if args.json {
        let years: serde_json::Map<String, serde_json::Value> = plans
            .iter()
            .map(|plan| {
                let said = json!({"status": "published", "notice": plan.notices});
                (plan.year.to_string(), said)
            })
            .collect();
        let days: Vec<serde_json::Value> = plans
            .iter()
            .flat_map(|plan| &plan.days)
            .map(|day| {
                let kind = match day.kind {
                    DayKind::Off => "off",
                    DayKind::Work => "work",
                };
                json!({"date": day.on, "name": day.name, "type": kind, "statutory": day.statutory})
            })
            .collect();
        let value = json!({"version": version_of(row.as_ref()), "years": years, "days": days});
        return output::json(out, &value);
    }
    output::line(out, &version_line(row.as_ref(), words))?;
    if let Some(year) = args.year {
        let Some(plan) = calendar.plan(year) else {
            let args = Args::new().number("year", year.into());
            return Err(CliError::Said(words.say_with("cli-calendar-no-year", &args)));
        };
        for notice in &plan.notices {
            let args = Args::new().text("notice", notice.as_str());
            output::line(out, &words.say_with("cli-calendar-notice", &args))?;
        }
        let head = ["day", "weekday", "festival", "arrangement"]
            .map(|column| words.say(&format!("cli-column-{column}")));
        let rows: Vec<Vec<String>> = calendar
            .days_in(year)
            .iter()
            .map(|day| {
                let kind = match day.kind {
                    DayKind::Off => "cli-calendar-off",
                    DayKind::Work => "cli-calendar-worked",
                };
                let weekday = Args::new().number("weekday", day.on.weekday().number_from_monday().into());
                vec![
                    day.on.to_string(),
                    words.say_with("calendar-weekday", &weekday),
                    festival_names(&day.name, words),
                    words.say(kind),
                ]
            })
            .collect();
        return output::table(out, &head, &rows);
    }
    for plan in plans {
        output::line(out, &year_line("cli-calendar-year", plan, words))?;
    }
    Ok(())
}

fn year_line(key: &str, plan: &YearPlan, words: &Words) -> String {
    let of = |kind| count(plan.days.iter().filter(|day| day.kind == kind).count());
    let args = Args::new()
        .number("year", plan.year.into())
        .number("off", of(DayKind::Off))
        .number("worked", of(DayKind::Work));
    words.say_with(key, &args)
}

async fn import(
    args: ImportArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let bytes = std::fs::read(&args.file).map_err(|error| CliError::File(args.file.clone(), error.kind()))?;
    let name = args
        .file
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let reading = read_calendar(&name, &bytes, day_of(office.now()))
        .map_err(|refusal| CliError::Said(sheet_refusal(refusal, words)))?;
    let row = row_in_force(office.store()).await?;
    let old = calendar_of(row.as_ref());
    let new = old.with(&reading.plans);
    let is_new = new != *old;
    let taken = match reading.complete() {
        Some(plans) if !args.dry_run && is_new => {
            // Who may import is decided by the offices; a new database has none yet.
            office::give(office, Command::FoundOffices).await?;
            let command = Command::ImportCalendar {
                plans: plans.to_vec(),
                source: name,
                file_hash: crate::domain::audit::hex(&<sha2::Sha256 as sha2::Digest>::digest(&bytes)),
                basis: Some(CalendarVersion(version_of(row.as_ref()))),
            };
            match office::give(office, command).await? {
                Answer::CalendarTaken(version) => Some(version),
                _ => None,
            }
        }
        _ => None,
    };
    tell(&reading, old, &new, taken, args.json, words, out)?;
    if reading.complete().is_some() {
        Ok(())
    } else {
        Err(CliError::Told)
    }
}

fn tell(
    reading: &CalendarReading,
    old: &Calendar,
    new: &Calendar,
    taken: Option<CalendarVersion>,
    is_json: bool,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let faults: Vec<String> = reading
        .faults
        .iter()
        .map(|fault| calendar_fault(fault, words))
        .collect();
    let notes: Vec<String> = reading
        .notes
        .iter()
        .map(|note| calendar_note(note, words))
        .collect();
    let changes = if faults.is_empty() {
        differences(old, new)
    } else {
        Vec::new()
    };
    if is_json {
        let years: Vec<i32> = reading.plans.iter().map(|plan| plan.year).collect();
        let changed: Vec<NaiveDate> = changes.iter().map(|change| change.on).collect();
        let value = json!({
            "taken": taken.is_some(),
            "version": taken.map(|version| version.0),
            "years": years,
            "changed": changed,
            "faults": faults,
            "notes": notes,
        });
        return output::json(out, &value);
    }
    for (key, lines) in [("cli-calendar-faults", &faults), ("cli-calendar-notes", &notes)] {
        if !lines.is_empty() {
            let args = Args::new().number("count", count(lines.len()));
            output::line(out, &words.say_with(key, &args))?;
            for line in lines {
                output::line(out, &format!("  {line}"))?;
            }
        }
    }
    if !faults.is_empty() {
        return output::line(out, &words.say("cli-calendar-not-taken"));
    }
    for plan in &reading.plans {
        output::line(out, &year_line("cli-calendar-year", plan, words))?;
    }
    for change in &changes {
        let args = Args::new()
            .text("on", change.on.to_string())
            .text("before", standing(&change.before, words))
            .text("after", standing(&change.after, words));
        let line = words.say_with("cli-calendar-change", &args);
        output::line(out, &format!("  {line}"))?;
    }
    let said = match taken {
        Some(version) => words.say_with("cli-calendar-taken", &Args::new().number("version", version.0)),
        None if new == old => words.say("cli-calendar-same"),
        None => words.say("cli-calendar-would-take"),
    };
    output::line(out, &said)
}

async fn check(
    args: CheckArgs,
    office: &impl Office,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), CliError> {
    let row = row_in_force(office.store()).await?;
    let calendar = calendar_of(row.as_ref());
    let today = day_of(office.now());
    let wanted = calendar.plan_wanted(today);
    let left_out = calendar.years_left_out();
    let plans: Vec<YearPlan> = calendar.plans().cloned().collect();
    let faults: Vec<String> = check_plans(&plans, today)
        .iter()
        .map(|fault| calendar_fault(fault, words))
        .collect();
    let this_year_is_missing = matches!(wanted, Some(PlanWanted::ThisYear(_)));
    let is_good = faults.is_empty() && left_out.is_empty() && !this_year_is_missing;
    if args.json {
        let value = json!({
            "version": version_of(row.as_ref()),
            "first_year": calendar.first_year(),
            "last_year": calendar.last_year(),
            "years_left_out": left_out,
            "wanted": wanted.map(|wanted| match wanted {
                PlanWanted::ThisYear(year) | PlanWanted::NextYear(year) => year,
            }),
            "faults": faults,
        });
        output::json(out, &value)?;
    } else {
        output::line(out, &version_line(row.as_ref(), words))?;
        let year = |year: Option<i32>| i64::from(year.unwrap_or_default());
        let years = Args::new()
            .number("first", year(calendar.first_year()))
            .number("last", year(calendar.last_year()));
        output::line(out, &words.say_with("cli-calendar-years", &years))?;
        for year in &left_out {
            let args = Args::new().number("year", (*year).into());
            output::line(out, &words.say_with("cli-calendar-no-year", &args))?;
        }
        for fault in &faults {
            output::line(out, fault)?;
        }
        match wanted {
            Some(wanted) => output::line(out, &plan_wanted(wanted, words))?,
            None if is_good => output::line(out, &words.say("cli-calendar-good"))?,
            None => {}
        }
    }
    if is_good { Ok(()) } else { Err(CliError::Told) }
}
