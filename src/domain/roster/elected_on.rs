//! The day a deputy was elected, as rosters write it: 2023-01-10, 2023/1/10, 2023.1.10, 2023年1月10日, 20230110, the bare
//! serial number that Excel keeps for a day, or only a month.

use std::fmt;

use chrono::{Days, NaiveDate};
use serde::{Serialize, Serializer};

use super::cell::compact;

/// The first National People's Congress met in 1954; no deputy was elected before.
const FIRST_YEAR: i32 = 1954;
const LAST_YEAR: i32 = 2100;

/// A day, or only a month where the roster says no more: a day is never made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ElectedOn {
    Day(NaiveDate),
    Month { year: i32, month: u32 },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadDate {
    /// Reads like a date, but there is no such day: 2023-02-30.
    Impossible,
    /// Not a way of writing a date that has only one meaning: 1/10/2023, 23.1.10, 换届时.
    Unreadable,
}

impl ElectedOn {
    pub fn read(text: &str) -> Result<Self, UnreadDate> {
        let text = without_time(text);
        let text: String = compact(&text)
            .chars()
            .map(|c| {
                if matches!(c, '年' | '月' | '.' | '/' | '、' | ',' | '。') {
                    '-'
                } else {
                    c
                }
            })
            .collect();
        let text = text.trim_end_matches(['日', '号', '-']);
        let parts: Vec<&str> = text.split('-').collect();
        if parts
            .iter()
            .any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(UnreadDate::Unreadable);
        }
        match parts[..] {
            [all] if all.len() == 8 => day(&all[..4], &all[4..6], &all[6..]),
            [all] if all.len() == 6 => month(&all[..4], &all[4..]),
            [serial] if serial.len() == 5 => day_of_serial(serial),
            [year, of_year] => month(year, of_year),
            [year, of_year, of_month] => day(year, of_year, of_month),
            _ => Err(UnreadDate::Unreadable),
        }
    }

    /// The first day that this can be, for counting from it.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Month { year, month } => {
                NaiveDate::from_ymd_opt(year, month, 1).expect("a month that was read has a first day")
            }
        }
    }
}

/// `YYYY-MM-DD` or `YYYY-MM`; `ElectedOn::read` reads both back.
impl fmt::Display for ElectedOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Month { year, month } => write!(f, "{year:04}-{month:02}"),
        }
    }
}

impl Serialize for ElectedOn {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whether this may be October written as the number 2023.10, from which Excel drops the nought.
pub(super) fn may_be_october(text: &str) -> bool {
    compact(text)
        .strip_suffix(".1")
        .is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
}

/// Programs that export a day often add midnight to it.
fn without_time(text: &str) -> String {
    let text = text.trim();
    match text.find([' ', 'T', '\u{3000}']) {
        Some(end) if text[end..].contains([':', '：']) => text[..end].to_owned(),
        _ => text.to_owned(),
    }
}

fn year_of(text: &str) -> Result<i32, UnreadDate> {
    if text.len() != 4 {
        return Err(UnreadDate::Unreadable);
    }
    let year = text.parse().map_err(|_| UnreadDate::Unreadable)?;
    if (FIRST_YEAR..=LAST_YEAR).contains(&year) {
        Ok(year)
    } else {
        Err(UnreadDate::Impossible)
    }
}

fn one_or_two_digits(text: &str) -> Result<u32, UnreadDate> {
    if text.len() > 2 {
        return Err(UnreadDate::Unreadable);
    }
    text.parse().map_err(|_| UnreadDate::Unreadable)
}

fn month(year: &str, month: &str) -> Result<ElectedOn, UnreadDate> {
    let (year, month) = (year_of(year)?, one_or_two_digits(month)?);
    if (1..=12).contains(&month) {
        Ok(ElectedOn::Month { year, month })
    } else {
        Err(UnreadDate::Impossible)
    }
}

fn day(year: &str, month: &str, day: &str) -> Result<ElectedOn, UnreadDate> {
    let (year, month, day) = (year_of(year)?, one_or_two_digits(month)?, one_or_two_digits(day)?);
    NaiveDate::from_ymd_opt(year, month, day)
        .map(ElectedOn::Day)
        .ok_or(UnreadDate::Impossible)
}

/// Excel counts days from 1899-12-30 (for every day after February 1900, where it counts one that never was).
fn day_of_serial(serial: &str) -> Result<ElectedOn, UnreadDate> {
    let days = serial.parse().map_err(|_| UnreadDate::Unreadable)?;
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).ok_or(UnreadDate::Unreadable)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)
        .and_then(|zero| zero.checked_add_days(Days::new(days)))
        .filter(|day| *day >= first)
        .map(ElectedOn::Day)
        .ok_or(UnreadDate::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_same_however_it_is_written() {
        for written in [
            "2023-01-10",
            "2023-1-10",
            "2023/1/10",
            "2023.1.10",
            "2023.01.10.",
            "2023年1月10日",
            "2023年1月10号",
            "２０２３年１月１０日",
            "2023 年 1 月 10 日",
            "20230110",
            "44936",
            "2023-01-10 00:00:00",
            "2023-01-10T00:00:00",
        ] {
            assert_eq!(
                ElectedOn::read(written).map(|on| on.to_string()),
                Ok("2023-01-10".to_owned()),
                "{written}"
            );
        }
    }

    #[test]
    fn a_month_stays_a_month() {
        for written in ["2023.1", "2023-01", "2023年1月", "2023/1", "202301"] {
            let on = ElectedOn::read(written).expect("a month");
            assert_eq!(on.to_string(), "2023-01", "{written}");
            assert_eq!(on.earliest(), NaiveDate::from_ymd_opt(2023, 1, 1).expect("a day"));
        }
        assert!(may_be_october("2023.1"));
        assert!(!may_be_october("2023.01"));
        assert!(!may_be_october("2023.1.1"));
    }

    #[test]
    fn a_day_that_never_was_is_told_from_what_is_no_date() {
        for written in ["2023-02-30", "2023.13", "2023-1-0", "20231301", "1823-01-10"] {
            assert_eq!(ElectedOn::read(written), Err(UnreadDate::Impossible), "{written}");
        }
        for written in [
            "换届时", "1/10/2023", "23.1.10", "2023", "", "-", "年月日", "12345", "2023-1-10-1",
        ] {
            assert_eq!(ElectedOn::read(written), Err(UnreadDate::Unreadable), "{written}");
        }
    }
}
