//! The calendar of days off (`Calendar`): which days are worked, by the yearly notices of the State Council's General
//! Office (国务院办公厅关于部分节假日安排的通知), with their make-up working days.
//!
//! Deadlines are worked out with it (`deadline`); the database keeps every version of it (`CalendarRow`); the command line
//! and the desk read files into it (`read_json`, `read_table`). **Invariants:** a plan is that of a whole year, so a year is
//! either published or nothing is known of it but the festivals of the law; a day that two plans name follows the later
//! year's, because a notice may move the last days of the December before; days that no plan names follow the week.

pub mod in_force;
pub mod link;

mod assemble;
mod check;
mod differences;
mod fault;
mod festivals;
mod json;
mod shipped;
mod table;
mod written;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::ids::{AccountId, CalendarVersion};

pub use check::check_plans;
pub use differences::{DayChange, differences};
pub use fault::{CalendarFault, CalendarFaultKind, CalendarNote, CalendarReading};
pub use festivals::{Festival, festivals_of};
pub use json::read_json;
pub use table::{calendar_sheets, read_table};
pub use written::{UnreadDay, written_day};

/// What a plan says of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// A day off.
    Off,
    /// A weekend day that is worked (调休上班).
    Work,
}

/// A day that a notice names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDay {
    /// The day.
    pub on: NaiveDate,
    /// The festival that it belongs to; several joined by `、`. Of a make-up day: the one whose leave it pays for.
    pub name: String,
    /// Off or worked.
    pub kind: DayKind,
    /// Itself a festival day of article 2 of 全国年节及纪念日放假办法, not one moved or joined to it.
    pub statutory: bool,
}

/// The plan of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearPlan {
    /// The year.
    pub year: i32,
    /// Addresses or numbers of the notices.
    pub notices: Vec<String>,
    /// Its days in order, each once: of this year, and perhaps some of the last days of the December before.
    pub days: Vec<PlannedDay>,
}

/// How a day stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Monday to Friday, and nothing else is said.
    Working,
    /// Saturday or Sunday, and nothing else is said.
    Weekend,
    /// Off by a notice.
    Off {
        /// The festival.
        name: String,
        /// A festival day itself.
        statutory: bool,
    },
    /// Worked by a notice.
    MakeUp {
        /// The festival whose leave it pays for.
        name: String,
    },
    /// A festival day by the law, in a year whose notice isn't here.
    Festival(Festival),
}

impl Standing {
    /// Off, by any of the reasons.
    pub fn is_off(&self) -> bool {
        match self {
            Standing::Weekend | Standing::Off { .. } | Standing::Festival(_) => true,
            Standing::Working | Standing::MakeUp { .. } => false,
        }
    }
}

/// What 法定休假日 in article 203 of the Civil Code takes in: the prevailing reading and two narrower ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DaysOff {
    /// Every day off that is kept: weekends too, make-up days not. The one that counts.
    All,
    /// Only days that a notice names.
    Announced,
    /// Only the festival days of the law.
    Festivals,
}

/// Which plan an office has to load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanWanted {
    /// That of the year that runs already: deadlines are uncertain now.
    ThisYear(i32),
    /// That of the next year, which is published between late October and December.
    NextYear(i32),
}

/// The month from which the next year's plan is asked for.
const ASKED_FROM_MONTH: u32 = 11;

/// The first day of December that a next year's notice has ever moved is the 29th (2018); a week is on the safe side.
const TURN_OF_YEAR: u32 = 25;

/// All plans together.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Vec<YearPlan>", into = "Vec<YearPlan>")]
pub struct Calendar {
    plans: BTreeMap<i32, YearPlan>,
    /// Where the plan of a day is: year and place.
    days: HashMap<NaiveDate, (i32, usize)>,
}

impl PartialEq for Calendar {
    fn eq(&self, other: &Self) -> bool {
        self.plans == other.plans
    }
}

impl From<Vec<YearPlan>> for Calendar {
    fn from(plans: Vec<YearPlan>) -> Self {
        let plans: BTreeMap<i32, YearPlan> = plans.into_iter().map(|plan| (plan.year, plan)).collect();
        let mut days = HashMap::new();
        for plan in plans.values() {
            for (place, day) in plan.days.iter().enumerate() {
                days.insert(day.on, (plan.year, place));
            }
        }
        Self { plans, days }
    }
}

impl From<Calendar> for Vec<YearPlan> {
    fn from(calendar: Calendar) -> Self {
        calendar.plans.into_values().collect()
    }
}

fn is_weekend(on: NaiveDate) -> bool {
    matches!(on.weekday(), Weekday::Sat | Weekday::Sun)
}

impl Calendar {
    /// The plans, by year.
    pub fn plans(&self) -> impl DoubleEndedIterator<Item = &YearPlan> {
        self.plans.values()
    }

    /// The plan of a year.
    pub fn plan(&self, year: i32) -> Option<&YearPlan> {
        self.plans.get(&year)
    }

    /// Whether the plan of a year is here.
    pub fn is_published(&self, year: i32) -> bool {
        self.plans.contains_key(&year)
    }

    /// The first year with a plan.
    pub fn first_year(&self) -> Option<i32> {
        self.plans.keys().next().copied()
    }

    /// The last year with a plan.
    pub fn last_year(&self) -> Option<i32> {
        self.plans.keys().next_back().copied()
    }

    /// Years without a plan between years that have one.
    pub fn years_left_out(&self) -> Vec<i32> {
        match (self.first_year(), self.last_year()) {
            (Some(first), Some(last)) => (first..last).filter(|year| !self.is_published(*year)).collect(),
            _ => Vec::new(),
        }
    }

    /// What a notice says of a day.
    pub fn planned(&self, on: NaiveDate) -> Option<&PlannedDay> {
        let (year, place) = self.days.get(&on)?;
        self.plans.get(year)?.days.get(*place)
    }

    /// The days that notices name within a year, in order.
    pub fn days_in(&self, year: i32) -> Vec<&PlannedDay> {
        let mut days: Vec<&PlannedDay> = self
            .days
            .keys()
            .filter(|on| on.year() == year)
            .filter_map(|on| self.planned(*on))
            .collect();
        days.sort_by_key(|day| day.on);
        days
    }

    /// A festival of the law in a year without a plan.
    fn expected_festival(&self, on: NaiveDate) -> Option<Festival> {
        if self.is_published(on.year()) {
            None
        } else {
            Festival::on(on)
        }
    }

    /// How a day stands.
    pub fn standing(&self, on: NaiveDate) -> Standing {
        match self.planned(on) {
            Some(day) if day.kind == DayKind::Off => Standing::Off {
                name: day.name.clone(),
                statutory: day.statutory,
            },
            Some(day) => Standing::MakeUp {
                name: day.name.clone(),
            },
            None => match self.expected_festival(on) {
                Some(festival) => Standing::Festival(festival),
                None if is_weekend(on) => Standing::Weekend,
                None => Standing::Working,
            },
        }
    }

    /// Whether a day is off, by one of the readings.
    pub fn is_off(&self, on: NaiveDate, reading: DaysOff) -> bool {
        match (self.planned(on), reading) {
            (Some(day), DaysOff::All | DaysOff::Announced) => day.kind == DayKind::Off,
            (Some(day), DaysOff::Festivals) => day.kind == DayKind::Off && day.statutory,
            (None, DaysOff::All) => is_weekend(on) || self.expected_festival(on).is_some(),
            (None, DaysOff::Announced | DaysOff::Festivals) => self.expected_festival(on).is_some(),
        }
    }

    /// Whether a plan that isn't here yet may still move this day: the notice of 2019 made 2018-12-29 a working day and
    /// 2018-12-31 a day off.
    pub fn may_be_moved_by_next_year(&self, on: NaiveDate) -> bool {
        on.month() == 12
            && on.day() >= TURN_OF_YEAR
            && self.is_published(on.year())
            && !self.is_published(on.year() + 1)
    }

    /// Which plan the office should load, on a day.
    pub fn plan_wanted(&self, today: NaiveDate) -> Option<PlanWanted> {
        let year = today.year();
        if !self.is_published(year) {
            Some(PlanWanted::ThisYear(year))
        } else if today.month() >= ASKED_FROM_MONTH && !self.is_published(year + 1) {
            Some(PlanWanted::NextYear(year + 1))
        } else {
            None
        }
    }

    /// The same with other plans for some years.
    #[must_use]
    pub fn with(&self, plans: &[YearPlan]) -> Self {
        let mut all = self.plans.clone();
        for plan in plans {
            all.insert(plan.year, plan.clone());
        }
        all.into_values().collect::<Vec<_>>().into()
    }

    /// The plans of another calendar for years that have none here.
    pub fn plans_missing_of(&self, other: &Calendar) -> Vec<YearPlan> {
        other
            .plans()
            .filter(|plan| !self.is_published(plan.year))
            .cloned()
            .collect()
    }
}

/// A version of the calendar, as the database keeps it.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarRow {
    /// 1 is the first; each import makes the next one.
    pub version: CalendarVersion,
    /// Loaded by whom; none: the command line or the program.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
    /// Name of the file; empty: what the program ships.
    pub source: String,
    /// SHA-256 of the file in hex; empty: what the program ships.
    pub file_hash: String,
    /// The whole calendar, not only what changed.
    pub calendar: Calendar,
}
