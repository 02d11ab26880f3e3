//! Reminders of deadlines: which step is due when, and to whom, derived from one table of rules (`reminder/rules.csv`).
//!
//! `flows::remind` asks what is to be said now, `jobs::remind` looks for rows whose `next_step_at` is past. Steps count from
//! the *nominal* day, so that whoever reads the law narrowly is safe too; only the step after the final day speaks of
//! lateness. **Invariants:** nothing is planned for the quiet hours; nothing for the first three days of the Spring Festival
//! while the period runs on after them; a snooze never passes the last day; of several steps that have become due only
//! the newest is said, with where the matter stands now.

mod rules;

use chrono::{Datelike, Days, NaiveDate};

use super::calendar::{Festival, festivals_of};
use super::case::tagged;
use super::ids::{DeputyId, OfficeId};
use super::time::{QuietHours, day_of, instant_of};

pub use rules::{RULES_TEXT, Rule, rules};

tagged! {
    /// What has a deadline that someone is reminded of.
    Matter {
        /// The deputy's feedback on a reply.
        Feedback = "feedback",
        /// The handling unit's reply to a suggestion.
        Reply = "reply",
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

/// All steps of a matter in order, each at its own instant.
pub fn plan(matter: Matter, dates: &Dates, quiet: QuietHours) -> Vec<Planned> {
    let mut steps: Vec<Planned> = rules()
        .iter()
        .filter(|rule| rule.matter == matter)
        .filter_map(|rule| {
            let at = match rule.anchor {
                Anchor::Began => quiet.after_quiet(dates.began_at),
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

/// A matter with a deadline, as the database keeps it for reminding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// What it is.
    pub matter: Matter,
    /// Whose row: a reply, an assignment.
    pub subject_id: i64,
    /// The deputy who has to act, or whose suggestion it is.
    pub deputy_id: DeputyId,
    /// The office of the deputy's unit.
    pub office_id: OfficeId,
    /// Taken down at.
    pub began_at: i64,
    /// The end by the calendar.
    pub nominal_on: NaiveDate,
    /// The final day.
    pub due_on: NaiveDate,
    /// The next instant at which something may have to be said; none: nothing any more.
    pub next_step_at: Option<i64>,
    /// The newest step that was said, by its own instant.
    pub said_step_at: Option<i64>,
    /// Put off by the deputy until.
    pub snoozed_until_at: Option<i64>,
    /// Done, withdrawn or told of: nothing more is said to the deputy.
    pub stopped_at: Option<i64>,
}

impl Reminder {
    /// The days.
    pub fn dates(&self) -> Dates {
        Dates {
            began_at: self.began_at,
            nominal_on: self.nominal_on,
            due_on: self.due_on,
        }
    }

    /// Its steps.
    pub fn plan(&self, quiet: QuietHours) -> Vec<Planned> {
        plan(self.matter, &self.dates(), quiet)
    }

    /// The step to be said at an instant; a snooze that is over says where it stands now, under the newest step's name.
    pub fn due(&self, now: i64, quiet: QuietHours) -> Option<Planned> {
        if self.stopped_at.is_some() || self.snoozed_until_at.is_some_and(|until| until > now) {
            return None;
        }
        let plan = self.plan(quiet);
        match self.snoozed_until_at {
            Some(until) => plan
                .iter()
                .rev()
                .find(|planned| planned.at <= now)
                .or(plan.first())
                .map(|planned| Planned {
                    at: planned.at.max(until),
                    ..*planned
                }),
            None => due_step(&plan, self.said_step_at, now),
        }
    }

    /// The row after something was said or became pointless: the next step is one after `now`.
    #[must_use]
    pub fn after(mut self, said: Option<Planned>, now: i64, quiet: QuietHours) -> Self {
        if let Some(said) = said {
            self.said_step_at = Some(said.at);
            self.snoozed_until_at = None;
        }
        self.next_step_at = self.next_at(now, quiet);
        self
    }

    fn next_at(&self, now: i64, quiet: QuietHours) -> Option<i64> {
        if self.stopped_at.is_some() {
            return None;
        }
        if let Some(until) = self.snoozed_until_at {
            return Some(until);
        }
        next_step_at(&self.plan(quiet), now)
    }

    /// The row with other days, because a date was corrected or the calendar changed. Steps whose instant is past by the
    /// new days are not made up for, but the newest.
    #[must_use]
    pub fn moved(mut self, nominal_on: NaiveDate, due_on: NaiveDate, now: i64, quiet: QuietHours) -> Self {
        self.nominal_on = nominal_on;
        self.due_on = due_on;
        if let Some(until) = self.snoozed_until_at {
            let last = morning_of(due_on, quiet);
            self.snoozed_until_at = Some(until.min(last)).filter(|until| *until > now);
        }
        let is_due = self.due(now, quiet).is_some();
        self.next_step_at = if is_due {
            Some(now)
        } else {
            self.next_at(now, quiet)
        };
        self
    }

    /// The row put off; none: it is the last day, or past it.
    #[must_use]
    pub fn snoozed(mut self, snooze: Snooze, now: i64, quiet: QuietHours) -> Option<Self> {
        let until = snoozed_until(snooze, self.due_on, now, quiet)?;
        self.snoozed_until_at = Some(until);
        self.next_step_at = Some(until);
        Some(self)
    }

    /// Nothing more is said.
    #[must_use]
    pub fn stopped(mut self, now: i64) -> Self {
        self.stopped_at = Some(now);
        self.next_step_at = None;
        self.snoozed_until_at = None;
        self
    }

    /// Goes on after a stop that was taken back.
    #[must_use]
    pub fn resumed(mut self, now: i64, quiet: QuietHours) -> Self {
        self.stopped_at = None;
        self.next_step_at = self.next_at(now, quiet);
        self
    }
}

#[cfg(test)]
mod tests;
