//! The lunar calendar (农历) of 2017 to 2036 as a table, for days such as 正月初十 and 腊月廿三. Called by the days of
//! a report.
//!
//! **Invariant:** outside the table there is no answer, never a guess. The table was made from two independent
//! sources that agree on the first day of every month (the Python packages lunardate, a table, and sxtwl, computed
//! from the moon).

use chrono::{Datelike, Days, NaiveDate};

/// Lunar year; month and day (solar) of its first day; the month that is repeated as a leap month, or 0; the
/// months' lengths from the lowest bit on, 1 for 30 days and 0 for 29.
const YEARS: [(i32, u32, u32, u32, u32); 20] = [
    (2017, 1, 28, 6, 0b1_1101_0100_1010),
    (2018, 2, 16, 0, 0b1101_0100_1010),
    (2019, 2, 5, 0, 0b1100_1001_0101),
    (2020, 1, 25, 4, 0b1_0101_0010_1110),
    (2021, 2, 12, 0, 0b0101_0101_0110),
    (2022, 2, 1, 0, 0b1010_1011_0101),
    (2023, 1, 22, 2, 0b1_0101_1011_0010),
    (2024, 2, 10, 0, 0b0110_1101_0010),
    (2025, 1, 29, 6, 0b0_1110_1010_0101),
    (2026, 2, 17, 0, 0b0111_0010_0101),
    (2027, 2, 6, 0, 0b0110_0100_1011),
    (2028, 1, 26, 5, 0b0_1100_1001_0111),
    (2029, 2, 13, 0, 0b1100_1010_1011),
    (2030, 2, 3, 0, 0b0101_0101_1010),
    (2031, 1, 23, 3, 0b0_1010_1101_0110),
    (2032, 2, 11, 0, 0b1011_0110_1001),
    (2033, 1, 31, 11, 0b1_0111_0101_0010),
    (2034, 2, 19, 0, 0b1011_0101_0010),
    (2035, 2, 8, 0, 0b1011_0010_0101),
    (2036, 1, 28, 6, 0b1_1010_0100_1011),
];

/// A day of the lunar calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LunarDay {
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 闰, the month repeated.
    pub leap: bool,
    pub day: u32,
}

/// The solar day; none for a day that isn't in that month, and outside the table.
pub(super) fn solar(lunar: LunarDay) -> Option<NaiveDate> {
    let &(year, month, day, leap, lengths) = YEARS.iter().find(|row| row.0 == lunar.year)?;
    if !(1..=12).contains(&lunar.month) || (lunar.leap && leap != lunar.month) {
        return None;
    }
    let behind_leap = leap != 0 && (lunar.month > leap || lunar.leap);
    let index = lunar.month - 1 + u32::from(behind_leap);
    let length = |index: u32| 29 + (lengths >> index & 1);
    if !(1..=length(index)).contains(&lunar.day) {
        return None;
    }
    let before: u32 = (0..index).map(length).sum();
    let first = NaiveDate::from_ymd_opt(year, month, day)?;
    first.checked_add_days(Days::new(u64::from(before + lunar.day - 1)))
}

/// The latest solar day not after `today` that is this day of the lunar calendar.
pub(super) fn latest(month: u32, leap: bool, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (today.year() - 20..=today.year())
        .rev()
        .filter_map(|year| {
            solar(LunarDay {
                year,
                month,
                leap,
                day,
            })
        })
        .find(|solar| *solar <= today)
}

/// The first solar day after `today` that is this day of the lunar calendar.
pub(super) fn next(month: u32, leap: bool, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    (today.year() - 1..=today.year() + 2)
        .filter_map(|year| {
            solar(LunarDay {
                year,
                month,
                leap,
                day,
            })
        })
        .find(|solar| *solar > today)
}

/// The last day of a lunar year (除夕).
pub(super) fn eve(year_of_spring: i32) -> Option<NaiveDate> {
    solar(LunarDay {
        year: year_of_spring,
        month: 1,
        leap: false,
        day: 1,
    })?
    .pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn each_lunar_year_ends_where_the_next_begins() {
        for pair in YEARS.windows(2) {
            let (year, _, _, leap, lengths) = pair[0];
            let months = 12 + u32::from(leap != 0);
            let days: u32 = (0..months).map(|index| 29 + (lengths >> index & 1)).sum();
            let first = day(year, pair[0].1, pair[0].2);
            assert_eq!(
                first + Days::new(u64::from(days)),
                day(pair[1].0, pair[1].1, pair[1].2),
                "{year}"
            );
        }
    }

    #[test]
    fn known_festivals_fall_on_their_days() {
        let lunar = |year, month, day| {
            solar(LunarDay {
                year,
                month,
                leap: false,
                day,
            })
        };
        assert_eq!(lunar(2026, 1, 10), Some(day(2026, 2, 26)));
        assert_eq!(lunar(2025, 8, 15), Some(day(2025, 10, 6)));
        assert_eq!(lunar(2023, 5, 5), Some(day(2023, 6, 22)));
        assert_eq!(lunar(2033, 12, 1), Some(day(2034, 1, 20)));
        let leap = LunarDay {
            year: 2025,
            month: 6,
            leap: true,
            day: 1,
        };
        assert_eq!(solar(leap), Some(day(2025, 7, 25)));
        assert_eq!(eve(2027), Some(day(2027, 2, 5)));
        assert_eq!(lunar(2026, 1, 31), None);
        assert_eq!(lunar(2040, 1, 1), None);
    }

    #[test]
    fn the_latest_and_the_next_stand_on_either_side_of_today() {
        let today = day(2026, 3, 2);
        assert_eq!(latest(1, false, 10, today), Some(day(2026, 2, 26)));
        assert_eq!(latest(12, false, 23, today), Some(day(2026, 2, 10)));
        assert_eq!(next(8, false, 15, today), Some(day(2026, 9, 25)));
    }
}
