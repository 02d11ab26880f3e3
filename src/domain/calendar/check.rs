//! Whether plans can be true: nothing missing that the law gives, nothing that never was. Asked when a file is read, and
//! again before a plan is taken in.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::{
    Calendar, CalendarFault, CalendarFaultKind, DayKind, DaysOff, Festival, PlannedDay, YearPlan,
    festivals_of, is_weekend,
};

/// Our calendar begins with the year in which the rules for the deputies' duties were made.
const FIRST_YEAR: i32 = 2018;

/// The leave of 2020 had ten days in a row; a row of more than so many is a slip of the pen.
const LONGEST_LEAVE: i64 = 15;

/// Days of one festival further apart are two leaves: 元旦 can stand at both ends of a year.
const NEAR_DAYS: i64 = 4;

fn about(found: NaiveDate, kind: CalendarFaultKind) -> CalendarFault {
    CalendarFault {
        line: None,
        field: String::new(),
        found: found.to_string(),
        kind,
    }
}

/// The faults of plans, without lines. `today`: the plan of the year after next can't be out yet.
pub fn check_plans(plans: &[YearPlan], today: NaiveDate) -> Vec<CalendarFault> {
    let mut faults = Vec::new();
    for plan in plans {
        let of_year = |kind| CalendarFault {
            line: None,
            field: String::new(),
            found: plan.year.to_string(),
            kind,
        };
        let last = today.year().saturating_add(1);
        if plan.year < FIRST_YEAR {
            faults.push(of_year(CalendarFaultKind::YearTooEarly { first: FIRST_YEAR }));
        } else if plan.year > last {
            faults.push(of_year(CalendarFaultKind::YearNotYet { last }));
        } else if plan.days.is_empty() {
            faults.push(of_year(CalendarFaultKind::YearEmpty { year: plan.year }));
        } else {
            make_up_days(plan, &mut faults);
            missing_festivals(plan, &mut faults);
            gaps(plan, &mut faults);
            long_leaves(plan, &mut faults);
        }
    }
    faults
}

fn make_up_days(plan: &YearPlan, faults: &mut Vec<CalendarFault>) {
    for day in plan.days.iter().filter(|day| day.kind == DayKind::Work) {
        if let Some(festival) = Festival::on(day.on) {
            faults.push(about(day.on, CalendarFaultKind::MakeUpOnFestival { festival }));
        } else if !is_weekend(day.on) {
            faults.push(about(day.on, CalendarFaultKind::MakeUpOnWeekday));
        }
    }
}

fn missing_festivals(plan: &YearPlan, faults: &mut Vec<CalendarFault>) {
    for (on, festival) in festivals_of(plan.year) {
        // A festival day that is named as worked has its own fault.
        if !plan.days.iter().any(|day| day.on == on) {
            faults.push(about(on, CalendarFaultKind::FestivalMissing { festival }));
        }
    }
}

/// A working day between two days off of the same festival.
fn gaps(plan: &YearPlan, faults: &mut Vec<CalendarFault>) {
    let mut leaves: BTreeMap<&str, Vec<&PlannedDay>> = BTreeMap::new();
    for day in plan.days.iter().filter(|day| day.kind == DayKind::Off) {
        leaves.entry(&day.name).or_default().push(day);
    }
    for days in leaves.values() {
        for pair in days.windows(2) {
            let [before, after] = pair else { continue };
            if (after.on - before.on).num_days() > NEAR_DAYS {
                continue;
            }
            let between = before.on.iter_days().skip(1).take_while(|on| *on < after.on);
            for on in between {
                let is_named = plan.days.iter().any(|day| day.on == on);
                if !is_named && !is_weekend(on) {
                    faults.push(about(on, CalendarFaultKind::GapInLeave));
                }
            }
        }
    }
}

fn long_leaves(plan: &YearPlan, faults: &mut Vec<CalendarFault>) {
    let calendar: Calendar = vec![plan.clone()].into();
    let mut begin: Option<NaiveDate> = None;
    let (Some(first), Some(last)) = (plan.days.first(), plan.days.last()) else {
        return;
    };
    let after_last = last.on.succ_opt().unwrap_or(last.on);
    for on in first.on.iter_days().take_while(|on| *on <= after_last) {
        if on < after_last && calendar.is_off(on, DaysOff::All) {
            begin = begin.or(Some(on));
        } else if let Some(begun) = begin.take() {
            let days = (on - begun).num_days();
            if days > LONGEST_LEAVE {
                faults.push(about(begun, CalendarFaultKind::LeaveTooLong { days }));
            }
        }
    }
}
