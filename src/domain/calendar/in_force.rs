//! Which version of the calendar of days off is in force. Called by whatever works a deadline out, and by what shows one.

use crate::domain::calendar::{Calendar, CalendarRow};
use crate::domain::ids::CalendarVersion;
use crate::domain::world::{Deciding, Key, ListKey, World};

/// The version in force; none before the program has laid one down.
pub fn current(world: &World) -> Deciding<Option<&CalendarRow>> {
    let mut newest = world.list(&ListKey::Calendars)?.ids.first().copied().unwrap_or(0);
    world.want([newest, newest + 1].map(|version| Key::Calendar(CalendarVersion(version))))?;
    // The list shows the database; what an earlier input of this batch put isn't in it yet.
    while world.find_calendar(&CalendarVersion(newest + 1))?.is_some() {
        newest += 1;
    }
    world.find_calendar(&CalendarVersion(newest))
}

/// The counter of last days that a version of the calendar moved and of which the provincial office was not told yet.
pub fn moved_counter(version: CalendarVersion) -> String {
    format!("days-moved-{version}")
}

/// The calendar in force: what the program ships, before a version was laid down.
pub fn in_force(world: &World) -> Deciding<&Calendar> {
    Ok(current(world)?.map_or(Calendar::shipped(), |row| &row.calendar))
}
