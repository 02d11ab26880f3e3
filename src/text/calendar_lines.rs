//! What is said about the calendar of days off: how a day stands, faults and notes of a file, which plan is asked for.
//! Called by the desk and the command line.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{
    CalendarFault, CalendarFaultKind, CalendarNote, Festival, PlanWanted, Standing,
};

use super::{Args, Words};

/// The weekday of a day.
pub(super) fn weekday(on: NaiveDate, words: &Words) -> String {
    let weekday = i64::from(on.weekday().number_from_monday());
    words.say_with("calendar-weekday", &Args::new().number("weekday", weekday))
}

fn festival(festival: Festival, words: &Words) -> String {
    words.say(&format!("festival-{}", festival.key()))
}

/// Festivals as a notice names them, in the language of the reader; a name that isn't known stays as it is.
pub fn festival_names(names: &str, words: &Words) -> String {
    let said: Vec<String> = names
        .split('、')
        .map(|name| Festival::named(name).map_or_else(|| name.to_owned(), |known| festival(known, words)))
        .collect();
    said.join(&words.say("festival-joiner"))
}

/// How a day stands, in words.
pub fn standing(standing: &Standing, words: &Words) -> String {
    let named = |key, name: String| words.say_with(key, &Args::new().text("name", name));
    match standing {
        Standing::Working => words.say("calendar-standing-working"),
        Standing::Weekend => words.say("calendar-standing-weekend"),
        Standing::Off { name, .. } => named("calendar-standing-off", festival_names(name, words)),
        Standing::MakeUp { name } => named("calendar-standing-make-up", festival_names(name, words)),
        Standing::Festival(known) => named("calendar-standing-festival", festival(*known, words)),
    }
}

/// The reminder to load a plan.
pub fn plan_wanted(wanted: PlanWanted, words: &Words) -> String {
    let (key, year) = match wanted {
        PlanWanted::ThisYear(year) => ("calendar-wanted-this-year", year),
        PlanWanted::NextYear(year) => ("calendar-wanted-next-year", year),
    };
    words.say_with(key, &Args::new().number("year", year.into()))
}

/// Where a fault stands; nothing for the whole file.
fn place(fault: &CalendarFault, words: &Words) -> String {
    let Some(line) = fault.line else {
        return String::new();
    };
    let args = Args::new()
        .number("line", line.into())
        .text("field", fault.field.as_str());
    let key = if fault.field.is_empty() {
        "calendar-place-line"
    } else {
        "calendar-place-field"
    };
    words.say_with(key, &args)
}

/// What has to be mended first: the place, what is wrong there, and how to mend it.
pub fn calendar_fault(fault: &CalendarFault, words: &Words) -> String {
    use CalendarFaultKind as Kind;
    let on = fault.found.parse::<NaiveDate>().ok();
    let (key, number, name) = match fault.kind {
        Kind::NotJson { column } => ("not-json", column.into(), None),
        Kind::WrongShape => ("wrong-shape", 0, None),
        Kind::NoHeadings => ("no-headings", 0, None),
        Kind::NoDays => ("no-days", 0, None),
        Kind::FieldMissing => ("field-missing", 0, None),
        Kind::DayUnreadable => ("day-unreadable", 0, None),
        Kind::DayImpossible => ("day-impossible", 0, None),
        Kind::EndBeforeBegin => ("end-before-begin", 0, None),
        Kind::LineTooLong { days } => ("line-too-long", days, None),
        Kind::KindUnknown => ("kind-unknown", 0, None),
        Kind::StatutoryUnreadable => ("statutory-unreadable", 0, None),
        Kind::StatusUnknown => ("status-unknown", 0, None),
        Kind::YearUnreadable => ("year-unreadable", 0, None),
        Kind::Twice { other_line } => ("twice", other_line.into(), None),
        Kind::YearNotNamed => ("year-not-named", 0, None),
        Kind::YearTooEarly { first } => ("year-too-early", first.into(), None),
        Kind::YearNotYet { last } => ("year-not-yet", last.into(), None),
        Kind::MakeUpOnWeekday => ("make-up-on-weekday", 0, None),
        Kind::MakeUpOnFestival { festival } => ("make-up-on-festival", 0, Some(festival)),
        Kind::YearEmpty { year } => ("year-empty", year.into(), None),
        Kind::FestivalMissing { festival } => ("festival-missing", 0, Some(festival)),
        Kind::GapInLeave => ("gap-in-leave", 0, None),
        Kind::LeaveTooLong { days } => ("leave-too-long", days, None),
    };
    let found = if fault.found.is_empty() {
        "none"
    } else {
        &fault.found
    };
    let args = Args::new()
        .text("found", found)
        .text("field", fault.field.as_str())
        .number("number", number)
        .text("weekday", on.map(|on| weekday(on, words)).unwrap_or_default())
        .text("name", name.map(|name| festival(name, words)).unwrap_or_default());
    let said = words.say_with(&format!("calendar-fault-{key}"), &args);
    format!("{}{said}", place(fault, words))
}

/// What an officer should have seen.
pub fn calendar_note(note: &CalendarNote, words: &Words) -> String {
    let (key, found, number, lawful) = match note {
        CalendarNote::StatutoryDiffers { on } => ("statutory-differs", on.to_string(), 0, 0),
        CalendarNote::Unbalanced { year, net, lawful } => ("unbalanced", year.to_string(), *net, *lawful),
        CalendarNote::NoNotice { year } => ("no-notice", year.to_string(), 0, 0),
        CalendarNote::DecemberBefore { on } => ("december-before", on.to_string(), 0, 0),
    };
    let args = Args::new()
        .text("found", found)
        .number("number", number)
        .number("lawful", lawful);
    words.say_with(&format!("calendar-note-{key}"), &args)
}
