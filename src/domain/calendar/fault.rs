//! What is wrong with a calendar file, at which line and field, and what an officer should have seen.

use chrono::NaiveDate;

use super::{Festival, YearPlan};

/// What a file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CalendarReading {
    /// The plans, by year; to be taken only when there are no faults.
    pub plans: Vec<YearPlan>,
    /// What has to be mended first.
    pub faults: Vec<CalendarFault>,
    /// What stops nothing, but is worth a look.
    pub notes: Vec<CalendarNote>,
}

impl CalendarReading {
    /// The plans, if the file is good.
    pub fn complete(&self) -> Option<&[YearPlan]> {
        (self.faults.is_empty() && !self.plans.is_empty()).then_some(&self.plans)
    }
}

/// A fault and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarFault {
    /// Line of the file, or row of the table, from 1; none: the whole file.
    pub line: Option<u32>,
    /// Heading of the column, or name of the field, as the file has it; empty: the whole line.
    pub field: String,
    /// What was found there; a day as `YYYY-MM-DD`.
    pub found: String,
    /// What is wrong.
    pub kind: CalendarFaultKind,
}

/// What can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalendarFaultKind {
    /// Not JSON; the column of the line where it stops making sense.
    NotJson { column: u32 },
    /// JSON, but not of the shape that is expected here.
    WrongShape,
    /// A table without the headings of a calendar.
    NoHeadings,
    /// No day in it.
    NoDays,
    /// Nothing stands in this field.
    FieldMissing,
    /// Not a day.
    DayUnreadable,
    /// A day that never comes, such as 30 February.
    DayImpossible,
    /// The last day lies before the first.
    EndBeforeBegin,
    /// More days in one line than any festival has.
    LineTooLong { days: i64 },
    /// Neither off nor worked.
    KindUnknown,
    /// Neither yes nor no.
    StatutoryUnreadable,
    /// Neither published nor not.
    StatusUnknown,
    /// Not a year.
    YearUnreadable,
    /// This day stands twice.
    Twice { other_line: u32 },
    /// A day of a year that the file doesn't name as its own.
    YearNotNamed,
    /// A year before the first of our calendar.
    YearTooEarly { first: i32 },
    /// A year whose notice can't be out yet.
    YearNotYet { last: i32 },
    /// A make-up day from Monday to Friday: that is worked anyway.
    MakeUpOnWeekday,
    /// A make-up day on a festival day of the law.
    MakeUpOnFestival { festival: Festival },
    /// A year is named, and nothing is said of it.
    YearEmpty { year: i32 },
    /// A festival day of the law isn't off; `found` is the day.
    FestivalMissing { festival: Festival },
    /// A working day in the middle of a leave; `found` is the day.
    GapInLeave,
    /// So many days off in a row, as never were.
    LeaveTooLong { days: i64 },
}

/// What is worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CalendarNote {
    /// The file says otherwise than the law whether this is a festival day itself.
    StatutoryDiffers { on: NaiveDate },
    /// Days off from Monday to Friday, less make-up days, are usually as many as the law gives.
    Unbalanced { year: i32, net: i64, lawful: i64 },
    /// The file doesn't say from which notice the plan is.
    NoNotice { year: i32 },
    /// A day of the December before, moved by this year's notice.
    DecemberBefore { on: NaiveDate },
}
