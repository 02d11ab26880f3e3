//! From the lines of a file to plans of years: used by both readers, so that JSON and tables are held to the same rules.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::check::check_plans;
use super::{
    CalendarFault, CalendarFaultKind, CalendarNote, CalendarReading, DayKind, Festival, PlannedDay,
    TURN_OF_YEAR, YearPlan, festivals_of,
};

/// A line that could be read: some days alike.
pub(super) struct Line {
    /// Where it stands in the file.
    pub number: u32,
    /// What the file calls the field of the day.
    pub field: String,
    pub from: NaiveDate,
    pub until: NaiveDate,
    pub name: String,
    pub kind: DayKind,
    /// As the file says; none: as the law says.
    pub statutory: Option<bool>,
    /// The notice that this line is from; empty: not said.
    pub notice: String,
}

/// What the file says of its years: the notices of each; none: the years are those of its days.
pub(super) type Years = Option<BTreeMap<i32, Vec<String>>>;

/// The longest line: the leave of 2020, the longest so far, had ten days.
const LONGEST_LINE: i64 = 20;

struct Placed {
    line: u32,
    field: String,
    day: PlannedDay,
}

/// Puts lines together. `faults`: what was found while they were read; `today`: no notice of a later year than the next can
/// be out.
pub(super) fn assemble(
    lines: Vec<Line>,
    years: Years,
    mut faults: Vec<CalendarFault>,
    today: NaiveDate,
) -> CalendarReading {
    let lines_are_whole = faults.is_empty();
    let mut notes = Vec::new();
    let placed = placed(&lines, &mut faults, &mut notes);
    let mut notices: BTreeMap<i32, Vec<String>> = match years {
        Some(years) => years,
        None => years_of(&placed),
    };
    let mut plans: BTreeMap<i32, Vec<PlannedDay>> = notices.keys().map(|year| (*year, Vec::new())).collect();
    for placed in placed {
        let on = placed.day.on;
        let is_before = on.month() == 12 && on.day() >= TURN_OF_YEAR;
        let year = if plans.contains_key(&on.year()) {
            on.year()
        } else if is_before && plans.contains_key(&(on.year() + 1)) {
            notes.push(CalendarNote::DecemberBefore { on });
            on.year() + 1
        } else {
            faults.push(CalendarFault {
                line: Some(placed.line),
                field: placed.field,
                found: on.to_string(),
                kind: CalendarFaultKind::YearNotNamed,
            });
            continue;
        };
        plans.entry(year).or_default().push(placed.day);
    }
    for line in lines.iter().filter(|line| !line.notice.is_empty()) {
        let of_year = [line.from.year(), line.from.year() + 1]
            .into_iter()
            .find(|year| plans.contains_key(year));
        if let Some(known) = of_year.and_then(|year| notices.get_mut(&year))
            && !known.contains(&line.notice)
        {
            known.push(line.notice.clone());
        }
    }
    let plans: Vec<YearPlan> = plans
        .into_iter()
        .map(|(year, mut days)| {
            days.sort_by_key(|day| day.on);
            YearPlan {
                year,
                notices: notices.remove(&year).unwrap_or_default(),
                days,
            }
        })
        .collect();
    if plans.is_empty() && faults.is_empty() {
        faults.push(CalendarFault {
            line: None,
            field: String::new(),
            found: String::new(),
            kind: CalendarFaultKind::NoDays,
        });
    }
    // Of days that could not be read nobody knows whether they are missing.
    if lines_are_whole {
        faults.extend(with_lines(check_plans(&plans, today), &lines));
    }
    for plan in &plans {
        notes.extend(notes_of(plan));
    }
    faults.sort_by_key(|fault| fault.line.unwrap_or(0));
    CalendarReading { plans, faults, notes }
}

/// The days of all lines, each once.
fn placed(lines: &[Line], faults: &mut Vec<CalendarFault>, notes: &mut Vec<CalendarNote>) -> Vec<Placed> {
    let mut seen: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let mut placed = Vec::new();
    for line in lines {
        let fault = |found: String, kind| CalendarFault {
            line: Some(line.number),
            field: line.field.clone(),
            found,
            kind,
        };
        let days = (line.until - line.from).num_days() + 1;
        if days > LONGEST_LINE {
            let found = format!("{}～{}", line.from, line.until);
            faults.push(fault(found, CalendarFaultKind::LineTooLong { days }));
            continue;
        }
        for on in line.from.iter_days().take_while(|on| *on <= line.until) {
            if let Some(other_line) = seen.insert(on, line.number) {
                faults.push(fault(on.to_string(), CalendarFaultKind::Twice { other_line }));
                continue;
            }
            let lawful = line.kind == DayKind::Off && Festival::on(on).is_some();
            if line.statutory.is_some_and(|said| said != lawful) {
                notes.push(CalendarNote::StatutoryDiffers { on });
            }
            placed.push(Placed {
                line: line.number,
                field: line.field.clone(),
                day: PlannedDay {
                    on,
                    name: line.name.clone(),
                    kind: line.kind,
                    statutory: line.statutory.unwrap_or(lawful),
                },
            });
        }
    }
    placed
}

/// The years whose plans a file without a list of years brings. A year of which it has only the last days of December lends
/// them to the plan of the next one.
fn years_of(placed: &[Placed]) -> BTreeMap<i32, Vec<String>> {
    let all: BTreeMap<i32, bool> = placed.iter().fold(BTreeMap::new(), |mut years, placed| {
        let on = placed.day.on;
        let is_turn = on.month() == 12 && on.day() >= TURN_OF_YEAR;
        *years.entry(on.year()).or_insert(true) &= is_turn;
        years
    });
    all.iter()
        .filter(|(year, is_turn_only)| !(**is_turn_only && all.contains_key(&(**year + 1))))
        .map(|(year, _)| (*year, Vec::new()))
        .collect()
}

/// Puts the line to faults that speak of a day.
fn with_lines(mut faults: Vec<CalendarFault>, lines: &[Line]) -> Vec<CalendarFault> {
    for fault in &mut faults {
        let Ok(on) = fault.found.parse::<NaiveDate>() else {
            continue;
        };
        if let Some(line) = lines.iter().find(|line| line.from <= on && on <= line.until) {
            fault.line = Some(line.number);
            fault.field.clone_from(&line.field);
        }
    }
    faults
}

/// What is worth a look in a plan.
fn notes_of(plan: &YearPlan) -> Vec<CalendarNote> {
    let mut notes = Vec::new();
    if plan.notices.is_empty() {
        notes.push(CalendarNote::NoNotice { year: plan.year });
    }
    let count = |is: &dyn Fn(&PlannedDay) -> bool| {
        i64::try_from(plan.days.iter().filter(|day| is(day)).count()).unwrap_or(i64::MAX)
    };
    let off = count(&|day| day.kind == DayKind::Off && !super::is_weekend(day.on));
    let net = off - count(&|day| day.kind == DayKind::Work);
    // Two festivals on one day are made up for as two.
    let lawful = if plan.year >= 2025 { 13 } else { 11 };
    if net != lawful && !plan.days.is_empty() && festivals_of(plan.year).len() > 6 {
        notes.push(CalendarNote::Unbalanced {
            year: plan.year,
            net,
            lawful,
        });
    }
    notes
}
