//! The calendar of days off: which version is in force, laying down what the program ships, taking plans of years in.
//!
//! **Invariants:** versions are kept, each whole, and never changed; what an office has taken in is never overwritten by
//! what a new release of the program ships.

use crate::domain::answer::Answer;
use crate::domain::calendar::in_force::current;
use crate::domain::calendar::{Calendar, CalendarRow, YearPlan, check_plans};
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, CalendarVersion};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Stop, World};

use super::audit_act::audit;

fn next_version(world: &World) -> Deciding<CalendarVersion> {
    let newest = current(world)?.map_or(0, |row| row.version.0);
    Ok(CalendarVersion(newest + 1))
}

/// Lays down the shipped calendar where there is none, and years that a new release brings where nothing is known of them.
pub fn ship_calendar(world: &mut World, cx: &Context<'_>) -> Deciding<Answer> {
    let shipped = Calendar::shipped();
    let calendar = match current(world)? {
        None => shipped.clone(),
        Some(row) => {
            let missing = row.calendar.plans_missing_of(shipped);
            if missing.is_empty() {
                return Ok(Answer::Done);
            }
            row.calendar.with(&missing)
        }
    };
    put(world, cx, None, calendar, "", "", "calendar.shipped")
}

/// Takes plans in: a new version of the whole calendar. Refused when a plan can't be true, or says nothing new.
pub fn import_calendar(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    plans: &[YearPlan],
    source: &str,
    file_hash: &str,
    basis: Option<CalendarVersion>,
) -> Deciding<Answer> {
    let now = current(world)?;
    if basis.is_some() && basis != Some(now.map_or(CalendarVersion(0), |row| row.version)) {
        return Err(Stop::Refused(Refusal::CalendarMoved));
    }
    if plans.is_empty() || !check_plans(plans, day_of(cx.now)).is_empty() {
        return Err(Stop::Refused(Refusal::CalendarFaulty));
    }
    let old = now.map_or(Calendar::shipped(), |row| &row.calendar);
    let calendar = old.with(plans);
    if calendar == *old {
        return Err(Stop::Refused(Refusal::CalendarSame));
    }
    put(world, cx, by, calendar, source, file_hash, "calendar.imported")
}

fn put(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    calendar: Calendar,
    source: &str,
    file_hash: &str,
    act: &str,
) -> Deciding<Answer> {
    let version = next_version(world)?;
    world.put_calendar(CalendarRow {
        version,
        account_id: by,
        at: cx.now,
        source: source.to_owned(),
        file_hash: file_hash.to_owned(),
        calendar,
    });
    audit(world, cx, by, act, format!("calendar {version}"))?;
    Ok(Answer::CalendarTaken(version))
}
