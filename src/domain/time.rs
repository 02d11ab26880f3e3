//! Days and hours in Asia/Shanghai, from instants in epoch milliseconds.

use chrono::{DateTime, Datelike, NaiveDate, TimeZone, Timelike, Utc};
use chrono_tz::Asia::Shanghai;

/// A second, a minute and so on, in milliseconds.
pub const SECOND_MS: i64 = 1_000;
/// A minute.
pub const MINUTE_MS: i64 = 60 * SECOND_MS;
/// An hour.
pub const HOUR_MS: i64 = 60 * MINUTE_MS;
/// A day of 24 hours (Shanghai has no summer time since 1992).
pub const DAY_MS: i64 = 24 * HOUR_MS;

fn local(at: i64) -> DateTime<chrono_tz::Tz> {
    let utc = DateTime::<Utc>::from_timestamp_millis(at).unwrap_or(DateTime::<Utc>::UNIX_EPOCH);
    Shanghai.from_utc_datetime(&utc.naive_utc())
}

/// The calendar day in Shanghai at an instant.
pub fn day_of(at: i64) -> NaiveDate {
    local(at).date_naive()
}

/// The minute of the day in Shanghai, 0 to 1439.
pub fn minute_of_day(at: i64) -> u32 {
    let local = local(at);
    local.hour() * 60 + local.minute()
}

/// Month, day and weekday (1 Monday to 7 Sunday) in Shanghai.
pub fn month_day_weekday(day: NaiveDate) -> (u32, u32, u32) {
    (day.month(), day.day(), day.weekday().number_from_monday())
}

/// Hour and minute in Shanghai as `HH:MM`.
pub fn clock_of(at: i64) -> String {
    let local = local(at);
    format!("{:02}:{:02}", local.hour(), local.minute())
}

/// The first instant of a Shanghai day that is at the given minute of the day.
pub fn instant_of(day: NaiveDate, minute: u32) -> i64 {
    let naive = day
        .and_hms_opt(minute / 60 % 24, minute % 60, 0)
        .unwrap_or_default();
    match Shanghai.from_local_datetime(&naive) {
        chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => at.timestamp_millis(),
        chrono::LocalResult::None => Utc.from_utc_datetime(&naive).timestamp_millis() - 8 * HOUR_MS,
    }
}

/// Hours in which nobody is disturbed, as minutes of the day; may pass over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet minute of the evening.
    pub from_minute: u32,
    /// First minute of the morning that isn't quiet.
    pub until_minute: u32,
}

impl QuietHours {
    /// 21:00 to 08:30, the office's custom.
    pub const CUSTOM: QuietHours = QuietHours {
        from_minute: 21 * 60,
        until_minute: 8 * 60 + 30,
    };

    /// True when the instant lies in the quiet hours.
    pub fn is_quiet(self, at: i64) -> bool {
        let minute = minute_of_day(at);
        if self.from_minute <= self.until_minute {
            (self.from_minute..self.until_minute).contains(&minute)
        } else {
            minute >= self.from_minute || minute < self.until_minute
        }
    }

    /// The instant itself, or the end of the quiet hours that it lies in.
    pub fn after_quiet(self, at: i64) -> i64 {
        if !self.is_quiet(at) {
            return at;
        }
        let day = day_of(at);
        let morning = instant_of(day, self.until_minute);
        if morning > at {
            morning
        } else {
            instant_of(day + chrono::Days::new(1), self.until_minute)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_at_midnight_in_shanghai() {
        // 2026-02-28T16:00:00Z is 1 March in Shanghai; one millisecond earlier it isn't.
        let at = 1_772_294_400_000;
        assert_eq!(day_of(at), NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
        assert_eq!(day_of(at - 1), NaiveDate::from_ymd_opt(2026, 2, 28).unwrap());
        assert_eq!(instant_of(day_of(at), 0), at);
    }

    #[test]
    fn what_falls_into_the_night_waits_for_the_morning() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let quiet = QuietHours::CUSTOM;
        let morning = instant_of(day, 8 * 60 + 30);
        assert_eq!(quiet.after_quiet(instant_of(day, 3 * 60)), morning);
        assert_eq!(
            quiet.after_quiet(instant_of(day, 12 * 60)),
            instant_of(day, 12 * 60)
        );
        assert_eq!(quiet.after_quiet(instant_of(day, 22 * 60)), morning + DAY_MS);
        assert_eq!(quiet.after_quiet(morning), morning);
    }
}
