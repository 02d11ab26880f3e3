//! Instants and calendar days as people read them on pages: with the weekday, in the time of China.
//!
//! Called by the handlers when they fill the view structs.

use chrono::{DateTime, Datelike, NaiveDate};
use chrono_tz::Asia::Shanghai;

use crate::text::{Args, Words};

/// An instant, for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// RFC 3339 with the zone, for `<time datetime>`.
    pub iso: String,
    /// Today the time alone, this year day and time, else with the year.
    pub shown: String,
}

impl Moment {
    /// `at` and `now` are epoch milliseconds.
    pub fn at(words: &Words, at: i64, now: i64) -> Self {
        let local = |instant: i64| {
            DateTime::from_timestamp_millis(instant)
                .unwrap_or_default()
                .with_timezone(&Shanghai)
        };
        let (then, today) = (local(at), local(now).date_naive());
        let time = then.format("%H:%M").to_string();
        let on = then.date_naive();
        let shown = if on == today {
            time
        } else {
            let day = if on.year() == today.year() {
                day_shown(words, on)
            } else {
                day_with_year(words, on)
            };
            words.say_with("web-moment", &Args::new().text("day", day).text("time", time))
        };
        Self {
            iso: then.format("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            shown,
        }
    }
}

/// A calendar day with its weekday: 8 月 4 日（周二）.
pub fn day_shown(words: &Words, on: NaiveDate) -> String {
    words.say_with("web-day", &day_args(on))
}

/// A calendar day with weekday and year: 2023 年 1 月 10 日（周二）.
pub fn day_with_year(words: &Words, on: NaiveDate) -> String {
    words.say_with("web-day-with-year", &day_args(on))
}

fn day_args(on: NaiveDate) -> Args<'static> {
    Args::new()
        .number("year", i64::from(on.year()))
        .number("month", i64::from(on.month()))
        .number("day", i64::from(on.day()))
        .number("weekday", i64::from(on.weekday().number_from_monday()))
}

#[cfg(test)]
mod tests {
    use crate::domain::Locale;
    use crate::text::words;

    use super::*;

    const NOON_ON_4_AUGUST_2026: i64 = 1_785_816_000_000;

    #[test]
    fn a_moment_says_only_what_is_needed() {
        let zh = words(Locale::ZhCn);
        let hours = |n: i64| n * 3_600_000;
        let now = NOON_ON_4_AUGUST_2026;
        assert_eq!(Moment::at(zh, now - hours(2), now).shown, "10:00");
        assert_eq!(
            Moment::at(zh, now - hours(13), now).shown,
            "8 月 3 日（周一）23:00"
        );
        assert_eq!(
            Moment::at(zh, now - hours(24 * 365), now).shown,
            "2025 年 8 月 4 日（周一）12:00"
        );
        let en = words(Locale::En);
        assert_eq!(Moment::at(en, now - hours(13), now).shown, "Mon 3 Aug, 23:00");
        assert_eq!(Moment::at(en, now, now).iso, "2026-08-04T12:00:00+08:00");
    }
}
