//! Days as people say them: always with the weekday, always of Asia/Shanghai.

use chrono::{Datelike, NaiveDate};

use crate::domain::time::{clock_of, day_of, month_day_weekday};
use crate::text::{Args, Words};

use super::telling::Telling;

/// A day such as 6 月 13 日（周六）, without the year.
pub fn weekday_date(at: i64, words: &Words) -> String {
    weekday_day(day_of(at), words)
}

fn day_args<'a>(day: NaiveDate) -> Args<'a> {
    let (month, of_month, weekday) = month_day_weekday(day);
    Args::new()
        .number("month", month.into())
        .number("day", of_month.into())
        .number("weekday", weekday.into())
}

fn weekday_day(day: NaiveDate, words: &Words) -> String {
    words.say_with("date-weekday", &day_args(day))
}

impl Telling<'_> {
    /// A day; with its year when that isn't this year.
    pub fn day(&self, day: NaiveDate) -> String {
        if day.year() == day_of(self.cx.now).year() {
            weekday_day(day, self.words)
        } else {
            let args = day_args(day).number("year", day.year().into());
            self.say_with("date-year-weekday", &args)
        }
    }

    /// The day of an instant.
    pub fn day_at(&self, at: i64) -> String {
        self.day(day_of(at))
    }

    /// Day and hour of an instant.
    pub fn moment(&self, at: i64) -> String {
        let args = Args::new()
            .text("date", self.day_at(at))
            .text("time", clock_of(at));
        self.say_with("date-time", &args)
    }
}
