//! Reminders of deadlines: which step is due when, and to whom, derived from one table of rules (`reminder/rules.rs`).
//!
//! `flows::remind` asks what is to be said now, `jobs::remind` looks for rows whose `next_step_at` is past. Steps count from
//! the *nominal* day, so that whoever reads the law narrowly is safe too; only the step after the final day speaks of
//! lateness. **Invariants:** nothing is planned for the quiet hours; nothing for the first three days of the Spring Festival
//! while the period runs on after them; a snooze never passes the last day; of several steps that have become due only
//! the newest is said, with where the matter stands now.

pub mod table;

mod rules;

use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{Festival, festivals_of};
use super::case::tagged;
use super::ids::OutboxId;
use super::time::{QuietHours, day_of, instant_of};

pub use rules::{HEAD, HandbookRule, RULES_TEXT, Rule, RuleFault, Table, YearAnchor, read_rules};

tagged! {
    /// What has a deadline that someone is reminded of.
    Matter {
        /// The deputy's feedback on a reply.
        Feedback = "feedback",
        /// The handling unit's reply to a suggestion.
        Reply = "reply",
        /// The deputy's answer to an inquiry of the electing unit.
        Inquiry = "inquiry",
    }
}

tagged! {
    /// Who is told, in the order of escalation.
    Audience {
        /// The deputy.
        Deputy = "deputy",
        /// The office of the deputy's electing unit.
        UnitOffice = "unit_office",
        /// The provincial office.
        ProvincialOffice = "provincial_office",
    }
}

tagged! {
    /// From which day a step is counted.
    Anchor {
        /// The day on which the period was taken down; at once, not in the morning.
        Began = "began",
        /// The middle of the period in whole days; not said where there is no day between beginning and end.
        Half = "half",
        /// The end by the calendar.
        Nominal = "nominal",
        /// The final day. A step on the final day itself is only said where the nominal day is another.
        Due = "due",
    }
}

/// A step of a reminder: so many days before (negative) or after an anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step {
    /// Counted from.
    pub anchor: Anchor,
    /// Calendar days.
    pub days: i64,
}

impl Step {
    /// The word of the step: `nominal-7`, `due+1`.
    pub fn tag(self) -> String {
        format!("{}{:+}", self.anchor.tag(), self.days)
    }
}

/// The days of a matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dates {
    /// The instant at which the period was taken down: steps before it are never made up for.
    pub began_at: i64,
    /// The end by the calendar.
    pub nominal_on: NaiveDate,
    /// The final day.
    pub due_on: NaiveDate,
}

impl Dates {
    /// The day in the middle, if one lies between the first and the nominal day.
    fn half_on(&self) -> Option<NaiveDate> {
        let began_on = day_of(self.began_at);
        let on = shifted(began_on, (self.nominal_on - began_on).num_days() / 2);
        (began_on < on && on < self.nominal_on).then_some(on)
    }
}

/// A step with its instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Planned {
    /// Which.
    pub step: Step,
    /// When it is said at the earliest.
    pub at: i64,
    /// The rule that it comes from.
    pub rule: Rule,
}

/// The minute of the day at which steps are said: the end of the quiet hours, half past eight where there are none.
fn morning_minute(quiet: QuietHours) -> u32 {
    if quiet.from_minute == quiet.until_minute {
        QuietHours::CUSTOM.until_minute
    } else {
        quiet.until_minute
    }
}

/// The instant in the morning of a day from which something unasked may be said.
pub fn morning_of(on: NaiveDate, quiet: QuietHours) -> i64 {
    instant_of(on, morning_minute(quiet))
}

/// The first three days of the Spring Festival (正月初一 to 初三) of a year.
fn spring_days(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let days: Vec<NaiveDate> = festivals_of(year)
        .into_iter()
        .filter(|(_, festival)| *festival == Festival::Spring)
        .map(|(on, _)| on)
        .collect();
    // Since 2025 the eve stands before them in the law's list.
    let last = *days.last()?;
    Some((last - Days::new(2), last))
}

/// The day itself, or the fourth day of the Spring Festival where it lies in the first three.
pub fn after_spring(on: NaiveDate) -> NaiveDate {
    match spring_days(on.year()) {
        Some((first, last)) if (first..=last).contains(&on) => next(last),
        _ => on,
    }
}

fn next(on: NaiveDate) -> NaiveDate {
    on.succ_opt().unwrap_or(on)
}

fn shifted(on: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let to = if days < 0 {
        on.checked_sub_days(by)
    } else {
        on.checked_add_days(by)
    };
    to.unwrap_or(on)
}

/// The rules that reminders follow, and the hours without them.
#[derive(Debug, Clone)]
pub struct InForce {
    /// The table.
    pub table: Arc<Table>,
    /// The hours.
    pub quiet: QuietHours,
}

impl InForce {
    /// The rules of a table; `quiet` holds where it names no hours.
    pub fn new(table: Arc<Table>, quiet: QuietHours) -> Self {
        let quiet = table.quiet.unwrap_or(quiet);
        Self { table, quiet }
    }
}

/// All steps of a matter in order, each at its own instant.
pub fn plan(matter: Matter, dates: &Dates, by: &InForce) -> Vec<Planned> {
    let quiet = by.quiet;
    let mut steps: Vec<Planned> = by
        .table
        .periods
        .iter()
        .filter(|rule| rule.matter == matter)
        .filter_map(|rule| {
            let at = match rule.anchor {
                Anchor::Began => quiet.after_quiet(dates.began_at),
                Anchor::Half => morning_of(shifted(dates.half_on()?, rule.days), quiet),
                Anchor::Nominal => morning_of(shifted(dates.nominal_on, rule.days), quiet),
                Anchor::Due if rule.days == 0 && dates.due_on == dates.nominal_on => return None,
                Anchor::Due => morning_of(shifted(dates.due_on, rule.days), quiet),
            };
            let is_made_up_for = rule.anchor != Anchor::Began && at <= dates.began_at;
            (!is_made_up_for).then(|| Planned {
                step: rule.step(),
                at: spared(at, dates.due_on, quiet),
                rule: *rule,
            })
        })
        .collect();
    steps.sort_by_key(|planned| (planned.at, planned.step));
    // Two steps that fall on one instant are one: the later one says more.
    steps.reverse();
    steps.dedup_by_key(|planned| planned.at);
    steps.reverse();
    steps
}

/// Moves a step out of the first days of the Spring Festival, if the period (or what follows it) runs on after them.
fn spared(at: i64, due_on: NaiveDate, quiet: QuietHours) -> i64 {
    let on = day_of(at);
    let later = after_spring(on);
    if later == on || (on <= due_on && later > due_on) {
        at
    } else {
        morning_of(later, quiet)
    }
}

/// The newest step that is due at an instant and lies after what was said last.
pub fn due_step(plan: &[Planned], after_at: Option<i64>, now: i64) -> Option<Planned> {
    plan.iter()
        .rev()
        .find(|planned| planned.at <= now && after_at.is_none_or(|after| planned.at > after))
        .copied()
}

/// The instant of the next step after `now`.
pub fn next_step_at(plan: &[Planned], now: i64) -> Option<i64> {
    plan.iter().map(|planned| planned.at).find(|at| *at > now)
}

/// The last day is here: said alone, and never put off.
pub fn is_last_day(due_on: NaiveDate, now: i64) -> bool {
    day_of(now) == due_on
}

tagged! {
    /// For how long a deputy puts a reminder off.
    Snooze {
        /// 明天
        Tomorrow = "tomorrow",
        /// 三天后
        ThreeDays = "three_days",
    }
}

/// The morning to which a reminder is put off, never past the last day; none: this is the last day, or it is past.
pub fn snoozed_until(snooze: Snooze, due_on: NaiveDate, now: i64, quiet: QuietHours) -> Option<i64> {
    let days = match snooze {
        Snooze::Tomorrow => 1,
        Snooze::ThreeDays => 3,
    };
    let today = day_of(now);
    if today >= due_on {
        return None;
    }
    let wanted = shifted(today, days);
    let spared = after_spring(wanted);
    Some(morning_of(spared.min(due_on), quiet))
}

/// Whole calendar days from today to a day; negative when it is past.
pub fn days_left(on: NaiveDate, now: i64) -> i64 {
    (on - day_of(now)).num_days()
}

/// What was said of a matter, as the database keeps it. Its days, and the instant of its next step, stand with the reply or
/// the assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is.
    pub matter: Matter,
    /// Whose row: a reply, an assignment.
    pub subject_id: i64,
    /// The newest step that was said, by its own instant.
    pub said_step_at: Option<i64>,
    /// Put off by the deputy until.
    pub snoozed_until_at: Option<i64>,
}

impl Reminder {
    /// Of which nothing was said yet.
    pub fn new(matter: Matter, subject_id: i64) -> Self {
        Self {
            matter,
            subject_id,
            said_step_at: None,
            snoozed_until_at: None,
        }
    }

    /// The step to be said at an instant; a snooze that is over says where it stands now, under the newest step's name.
    pub fn due(&self, dates: &Dates, now: i64, by: &InForce) -> Option<Planned> {
        let plan = plan(self.matter, dates, by);
        match self.snoozed_until_at {
            Some(until) if until > now => None,
            Some(until) => plan
                .iter()
                .rev()
                .find(|planned| planned.at <= now)
                .map(|planned| Planned {
                    at: planned.at.max(until),
                    ..*planned
                }),
            None => due_step(&plan, self.said_step_at, now),
        }
    }

    /// The row after a step was said.
    #[must_use]
    pub fn said(mut self, said: &Planned) -> Self {
        self.said_step_at = Some(said.at);
        self.snoozed_until_at = None;
        self
    }

    /// The next instant at which something may have to be said: after `now`, or now where something is due.
    pub fn next_at(&self, dates: &Dates, now: i64, by: &InForce) -> Option<i64> {
        if let Some(until) = self.snoozed_until_at {
            return Some(until.max(now));
        }
        if self.due(dates, now, by).is_some() {
            return Some(now);
        }
        next_step_at(&plan(self.matter, dates, by), now)
    }

    /// The row put off; none: it is the last day, or past it.
    #[must_use]
    pub fn snoozed(mut self, snooze: Snooze, dates: &Dates, now: i64, quiet: QuietHours) -> Option<Self> {
        self.snoozed_until_at = Some(snoozed_until(snooze, dates.due_on, now, quiet)?);
        Some(self)
    }

    /// The row with other days, because a date was corrected or the calendar changed: a snooze never passes the new last
    /// day.
    #[must_use]
    pub fn moved(mut self, dates: &Dates, quiet: QuietHours) -> Self {
        let last = morning_of(dates.due_on, quiet);
        self.snoozed_until_at = self.snoozed_until_at.map(|until| until.min(last));
        self
    }
}

/// A step that was claimed for an audience: never again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedStep {
    /// Matter, subject, days, step and audience: unique.
    pub key: String,
    /// When.
    pub claimed_at: i64,
    /// What was said; none: a message of the same morning says it.
    pub outbox_id: Option<OutboxId>,
}

/// The key of a step for an audience. The nominal day is part of it: days that were corrected have steps of their own.
pub fn step_key(reminder: &Reminder, dates: &Dates, said: &Planned, audience: Audience) -> String {
    let step = match reminder.snoozed_until_at {
        Some(until) => format!("snoozed@{until}"),
        None => said.step.tag(),
    };
    format!(
        "{}:{}:{}:{step}:{}",
        reminder.matter.tag(),
        reminder.subject_id,
        dates.nominal_on,
        audience.tag()
    )
}

/// When someone was last told something unasked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unasked {
    /// `d` or `o` and the id of deputy or office.
    pub recipient: String,
    /// The newest time.
    pub told_at: i64,
    /// How often on that day.
    pub told: i64,
}

impl Unasked {
    /// How often today.
    pub fn told_today(&self, now: i64) -> i64 {
        if day_of(self.told_at) == day_of(now) {
            self.told
        } else {
            0
        }
    }

    /// Once more, now.
    #[must_use]
    pub fn once_more(self, now: i64) -> Self {
        Self {
            told: self.told_today(now) + 1,
            told_at: now,
            ..self
        }
    }
}

#[cfg(test)]
mod tests;
