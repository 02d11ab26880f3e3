//! The coming weeks: what is due in them as a picture, and the address under which a calendar program fetches it.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::button::{Act, LinkTap};
use crate::domain::calendar::DaysOff;
use crate::domain::calendar::in_force::in_force;
use crate::domain::ids::ReplyId;
use crate::domain::picture::drawing::{ComingWeeks, DayOfWeeks, Drawing};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;

use super::cut::one_line;
use super::feedback::Matter;
use super::names::deputy_in_full;
use super::telling::{Telling, page};

/// Weeks of the picture, this one among them.
const WEEKS: u64 = 6;
/// Matters that are looked at; a deputy with more sees the earliest.
const MOST: usize = 60;
/// Lines below the weeks, and characters of a title on them.
const LINES: usize = 8;
const TITLE: usize = 18;

/// What the deputy has to give feedback on in the coming weeks.
pub(super) fn weeks(t: &Telling<'_>) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    t.world.want([
        Key::List(ListKey::AwaitedFeedback(deputy)),
        Key::List(ListKey::Calendars),
        Key::Deputy(deputy),
    ])?;
    let ids: Vec<ReplyId> = t
        .world
        .list(&ListKey::AwaitedFeedback(deputy))?
        .ids
        .iter()
        .take(MOST)
        .map(|id| ReplyId(*id))
        .collect();
    if ids.is_empty() {
        return Ok(page(vec![t.say("due-none")], vec![]));
    }
    let matters = Matter::load_all(t, &ids)?;
    let calendar = in_force(t.world)?;
    let today = day_of(t.cx.now);
    let monday = today.week(Weekday::Mon).first_day();
    let days: Vec<NaiveDate> = (0..7 * WEEKS)
        .filter_map(|n| monday.checked_add_days(Days::new(n)))
        .collect();
    let end = days.last().copied().unwrap_or(today);
    let count = |on: NaiveDate, day: fn(&Matter<'_>) -> Option<NaiveDate>| {
        matters.iter().filter(|matter| day(matter) == Some(on)).count()
    };
    let mark = |key: &str, count: usize| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        (count > 0).then(|| t.say_with(key, &Args::new().number("count", count)))
    };
    let cell = |on: &NaiveDate| {
        let last = count(*on, |matter| matter.reply.due_on);
        let nominal = count(*on, |matter| {
            matter
                .reply
                .nominal_on
                .filter(|on| Some(*on) != matter.reply.due_on)
        });
        let args = Args::new()
            .number("month", on.month().into())
            .number("day", on.day().into());
        let key = if on.day() == 1 || *on == monday {
            "weeks-day-of-month"
        } else {
            "weeks-day"
        };
        DayOfWeeks {
            name: t.say_with(key, &args),
            is_past: *on < today,
            is_off: calendar.is_off(*on, DaysOff::All),
            marks: [mark("weeks-nominal", nominal), mark("weeks-last", last)]
                .into_iter()
                .flatten()
                .collect(),
            is_last: last > 0,
        }
    };
    let due_in = |matter: &&Matter<'_>| matter.reply.due_on.is_some_and(|on| on <= end);
    let within = matters.iter().filter(due_in).count();
    let over = matters
        .iter()
        .filter(|matter| matter.reply.due_on.is_some_and(|on| on < today))
        .count();
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let lines: Vec<String> = matters
        .iter()
        .filter(due_in)
        .take(LINES)
        .map(|matter| {
            let args = matter
                .args(t)
                .text("title", one_line(&matter.suggestion.title, TITLE));
            t.say_with("weeks-line", &args)
        })
        .collect();
    let called = t.deputy_called(t.world.deputy(&deputy)?);
    let args = || {
        Args::new()
            .number("count", number(within))
            .number("over", number(over))
            .text("deputy", called.as_str())
    };
    let mut said = vec![t.say_with("weeks-text", &args())];
    said.extend(lines.iter().cloned());
    let mut rendered = page(
        said,
        vec![vec![
            t.button("button-due", Act::Due(0)),
            t.button("button-calendar-link", Act::CalendarLink(LinkTap::Show)),
        ]],
    );
    rendered.drawing = Some(Box::new(Drawing::Weeks(ComingWeeks {
        locale: t.words.locale(),
        title: t.say("weeks-title"),
        whose: deputy_in_full(t.world.deputy(&deputy)?, t.words),
        weekdays: (1..=7)
            .map(|day| t.say_with("weeks-weekday", &Args::new().number("weekday", day)))
            .collect(),
        weeks: days
            .chunks(7)
            .map(|week| week.iter().map(cell).collect())
            .collect(),
        lines,
        foot: t.say("weeks-foot"),
    })));
    Ok(rendered)
}

/// The address, if there is one; how to use it and how to be rid of it.
pub(super) fn link(t: &Telling<'_>) -> Deciding<Rendered> {
    let link = t.world.find_calendar_link(&t.to.id)?;
    let make = |key| t.button(key, Act::CalendarLink(LinkTap::Make));
    Ok(match link.and_then(|link| link.secret(t.cx.lookup)) {
        Some(secret) => {
            let url = format!("{}/calendar/{secret}.ics", t.cx.rules.public_url);
            page(
                vec![t.say_with("calendar-link", &Args::new().text("url", url))],
                vec![vec![
                    make("button-calendar-anew"),
                    t.button("button-calendar-revoke", Act::CalendarLink(LinkTap::Revoke)),
                ]],
            )
        }
        None => page(
            vec![t.say(if link.is_some() {
                "calendar-link-revoked"
            } else {
                "calendar-link-none"
            })],
            vec![vec![make("button-calendar-make")]],
        ),
    })
}
