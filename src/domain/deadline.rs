//! How long there is (`Deadline`): the end of a period by the calendar (`nominal_on`) and after rolling over days off
//! (`due_on`), with everything that is needed to explain it.
//!
//! Called by the command line, and by whoever keeps replies and feedback. The rule is that of the Civil Code, articles 200
//! to 203, taken over by analogy: the day in Shanghai on which it began isn't counted; months end on the
//! same day of the month, or on the month's last; an end on a day off moves to the next day that is worked, make-up
//! working days included; it ends at 24:00. **Invariants:** a later beginning never ends earlier; `due_on` is never a day
//! off and never before `nominal_on`; only `due_on` makes anyone late, whatever the narrower readings say.

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveDateTime};

use super::calendar::{Calendar, DaysOff, Standing, UnreadDay, written_day};
use super::time::{day_of, instant_of};

/// The version of the rule above: kept with each deadline, so that a later rule can be told from it.
pub const RULE_VERSION: i64 = 1;

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Period {
    /// Calendar months.
    Months(u32),
    /// Working days by the calendar.
    WorkingDays(u32),
}

/// What begins a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// A reply was received.
    Received,
    /// A suggestion was handed out.
    HandedOut,
}

/// The periods that the rules name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineRule {
    /// The deputy's feedback: one month from receiving the reply (source document, article 6).
    Feedback,
    /// The handling unit's reply: three months from being handed the suggestion (Deputies Law, article 51).
    Reply3m,
    /// The same where the matter is wide and hard: six months.
    Reply6m,
}

impl DeadlineRule {
    /// All of them.
    pub const ALL: [DeadlineRule; 3] = [
        DeadlineRule::Feedback,
        DeadlineRule::Reply3m,
        DeadlineRule::Reply6m,
    ];

    /// The word on the command line and in the database.
    pub fn tag(self) -> &'static str {
        match self {
            DeadlineRule::Feedback => "feedback",
            DeadlineRule::Reply3m => "reply3m",
            DeadlineRule::Reply6m => "reply6m",
        }
    }

    /// Reads the word; `feedback_1m`, `reply_3m` and `reply-3m` are taken too.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let bare: String = tag
            .to_lowercase()
            .chars()
            .filter(|c| !matches!(c, '_' | '-'))
            .collect();
        let bare = bare.strip_suffix("1m").unwrap_or(&bare);
        Self::ALL.into_iter().find(|rule| rule.tag() == bare)
    }

    /// How long.
    pub fn period(self) -> Period {
        match self {
            DeadlineRule::Feedback => Period::Months(1),
            DeadlineRule::Reply3m => Period::Months(3),
            DeadlineRule::Reply6m => Period::Months(6),
        }
    }

    /// From what.
    pub fn beginning(self) -> Beginning {
        match self {
            DeadlineRule::Feedback => Beginning::Received,
            DeadlineRule::Reply3m | DeadlineRule::Reply6m => Beginning::HandedOut,
        }
    }
}

/// The day on which a period began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Began {
    /// The day in Shanghai.
    pub on: NaiveDate,
    /// Day and hour in Shanghai, where they were given in another zone and had to be converted.
    pub converted: Option<NaiveDateTime>,
}

/// Shanghai has no summer time since 1992.
const SHANGHAI_SECONDS: i32 = 8 * 3600;

impl Began {
    /// On a day.
    pub fn on(on: NaiveDate) -> Self {
        Self { on, converted: None }
    }

    /// At an instant in epoch milliseconds.
    pub fn at(at: i64) -> Self {
        Self::on(day_of(at))
    }

    /// Reads a day (2026-01-14, also 2026年1月14日), an instant with its zone (2026-03-09T16:30:00Z), or day and hour
    /// without a zone, which are those of Shanghai.
    pub fn read(text: &str) -> Result<Self, UnreadDay> {
        let text = text.trim();
        if text.contains([':', '：']) {
            return read_instant(&text.replace('：', ":"));
        }
        written_day(text).map(Self::on)
    }
}

fn read_instant(text: &str) -> Result<Began, UnreadDay> {
    let Some(split) = text.find(['T', 't', ' ']) else {
        return Err(UnreadDay::Unreadable);
    };
    let (day, hour) = (&text[..split], text[split + 1..].trim());
    // Read apart, so that 30 February is told from what is no instant at all.
    let on = written_day(day)?;
    let (hour, zone) = match hour.find(['Z', 'z', '+', '-']) {
        Some(at) if hour[at..].eq_ignore_ascii_case("z") => (&hour[..at], Some("+00:00")),
        Some(at) => (hour[..at].trim_end(), Some(&hour[at..])),
        None => (hour, None),
    };
    let seconds = if hour.matches(':').count() == 1 { ":00" } else { "" };
    let written = format!("{on}T{hour}{seconds}{}", zone.unwrap_or("+08:00"));
    let read = ["%Y-%m-%dT%H:%M:%S%.f%:z", "%Y-%m-%dT%H:%M:%S%.f%z"]
        .iter()
        .find_map(|form| DateTime::parse_from_str(&written, form).ok());
    let Some(at) = read else {
        return Err(UnreadDay::Unreadable);
    };
    let shanghai = FixedOffset::east_opt(SHANGHAI_SECONDS).ok_or(UnreadDay::Unreadable)?;
    let local = at.with_timezone(&shanghai).naive_local();
    let was_elsewhere = at.offset().local_minus_utc() != SHANGHAI_SECONDS;
    Ok(Began {
        on: local.date(),
        converted: was_elsewhere.then_some(local),
    })
}

/// How the nominal day was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nominal {
    /// The day of the same number (article 202).
    SameDay,
    /// The month has no such day: its last one (article 202).
    MonthEnd,
    /// Working days were counted.
    Counted,
}

/// Why a date may still change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsure {
    /// The plan of this year isn't published.
    NotPublished {
        /// The year.
        year: i32,
        /// Nothing that the plan could say would make the end earlier.
        earliest: bool,
    },
    /// The calendar has no plan of this year, though later years have one.
    NotHeld {
        /// The year.
        year: i32,
    },
}

/// The end of a period, and how it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The beginning; this day isn't counted (article 201).
    pub began: Began,
    /// How long.
    pub period: Period,
    /// The end by the calendar alone.
    pub nominal_on: NaiveDate,
    /// How that was found.
    pub nominal: Nominal,
    /// How the nominal day stands.
    pub nominal_standing: Standing,
    /// The end after rolling over days off (article 203): until 24:00.
    pub due_on: NaiveDate,
    /// How the last day stands.
    pub due_standing: Standing,
    /// The end if only days that a notice names move it.
    pub only_announced_on: NaiveDate,
    /// The end if only the festival days of the law move it.
    pub only_festivals_on: NaiveDate,
    /// Why it may still change; none: firm.
    pub unsure: Option<Unsure>,
    /// Firm by the plans that are here, but in the last days of a December that the next year's notice has moved before.
    pub turn_of_year: bool,
}

impl Deadline {
    /// True while a plan is missing that it depends on.
    pub fn is_provisional(&self) -> bool {
        self.unsure.is_some()
    }

    /// The first instant that is too late, in epoch milliseconds: 24:00 of the last day in Shanghai.
    pub fn ends_at(&self) -> i64 {
        instant_of(next(self.due_on), 0)
    }

    /// True when something done at an instant is late.
    pub fn is_late(&self, at: i64) -> bool {
        at >= self.ends_at()
    }
}

fn next(on: NaiveDate) -> NaiveDate {
    on.succ_opt().unwrap_or(on)
}

/// The first day from `on` that isn't off.
fn rolled(on: NaiveDate, calendar: &Calendar, reading: DaysOff) -> NaiveDate {
    on.iter_days()
        .find(|on| !calendar.is_off(*on, reading))
        .unwrap_or(on)
}

fn nominal(began: NaiveDate, period: Period, calendar: &Calendar) -> (NaiveDate, Nominal) {
    match period {
        Period::Months(months) => {
            // chrono gives the month's last day where it has none of this number.
            let on = began
                .checked_add_months(Months::new(months))
                .unwrap_or(NaiveDate::MAX);
            let nominal = if on.day() == began.day() {
                Nominal::SameDay
            } else {
                Nominal::MonthEnd
            };
            (on, nominal)
        }
        Period::WorkingDays(days) => {
            let on = (0..days).fold(began, |on, _| rolled(next(on), calendar, DaysOff::All));
            (on, Nominal::Counted)
        }
    }
}

/// Works a deadline out.
pub fn work_out(began: Began, period: Period, calendar: &Calendar) -> Deadline {
    let (nominal_on, nominal) = nominal(began.on, period, calendar);
    let due_on = rolled(nominal_on, calendar, DaysOff::All);
    let only_festivals_on = rolled(nominal_on, calendar, DaysOff::Festivals);
    // Counted working days depend on every day passed over, months only on where they end.
    let from = match period {
        Period::Months(_) => nominal_on,
        Period::WorkingDays(_) => next(began.on),
    };
    let unsure = (from.year()..=due_on.year())
        .find(|year| !calendar.is_published(*year))
        .map(|year| match calendar.first_year() {
            Some(first) if year < first || calendar.years_left_out().contains(&year) => {
                Unsure::NotHeld { year }
            }
            _ => Unsure::NotPublished {
                year,
                earliest: nominal != Nominal::Counted && due_on == only_festivals_on,
            },
        });
    let turn_of_year = from
        .iter_days()
        .take_while(|on| *on <= due_on)
        .any(|on| calendar.may_be_moved_by_next_year(on));
    Deadline {
        began,
        period,
        nominal_on,
        nominal,
        nominal_standing: calendar.standing(nominal_on),
        due_on,
        due_standing: calendar.standing(due_on),
        only_announced_on: rolled(nominal_on, calendar, DaysOff::Announced),
        only_festivals_on,
        unsure,
        turn_of_year,
    }
}

/// A deadline that another calendar changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalculated<K> {
    /// Whose.
    pub key: K,
    /// By the old calendar.
    pub before: Deadline,
    /// By the new one.
    pub after: Deadline,
}

impl<K> Recalculated<K> {
    /// The last day moved: people have to be told.
    pub fn has_moved(&self) -> bool {
        self.before.due_on != self.after.due_on
    }

    /// It was provisional and is firm now.
    pub fn is_firm_now(&self) -> bool {
        self.before.is_provisional() && !self.after.is_provisional()
    }
}

/// Works open deadlines out again by a new calendar; gives those of which anything changed that a person was told.
pub fn recalculated<K>(
    old: &Calendar,
    new: &Calendar,
    open: impl IntoIterator<Item = (K, NaiveDate, Period)>,
) -> Vec<Recalculated<K>> {
    open.into_iter()
        .filter_map(|(key, began_on, period)| {
            let began = Began::on(began_on);
            let (before, after) = (work_out(began, period, old), work_out(began, period, new));
            (before != after).then_some(Recalculated { key, before, after })
        })
        .collect()
}

#[cfg(test)]
mod tests;
