//! Festivals and their leaves: 中秋节, 国庆期间, 冬至, 教师节, 除夕. Called by the days of a report.
//!
//! **Invariant:** a leave is the one that was kept, from the yearly notices in `days.txt`; a year without a notice
//! has only the statutory days (全国年节及纪念日放假办法, 2024 text).

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::lexicon::Words;
use super::lunar;

#[derive(Clone, Copy)]
enum Rhythm {
    Solar(u32, u32),
    Lunar(u32, u32),
    /// The eve of the spring festival.
    Eve,
    /// Month and constant of the formula for solar terms of this century.
    Term(u32, f64),
    /// The n-th such weekday of a month.
    Nth(u32, Weekday, u8),
}

/// Days that move from year to year, and those with a leave; the others are public days of the word list. Longer names
/// first; the second name is that of the leave.
const FESTIVALS: [(&str, Rhythm, &str); 39] = [
    ("元旦", Rhythm::Solar(1, 1), "元旦"),
    ("春节", Rhythm::Lunar(1, 1), "春节"),
    ("大年三十", Rhythm::Eve, ""),
    ("年三十", Rhythm::Eve, ""),
    ("除夕", Rhythm::Eve, ""),
    ("元宵", Rhythm::Lunar(1, 15), ""),
    ("正月半", Rhythm::Lunar(1, 15), ""),
    ("龙抬头", Rhythm::Lunar(2, 2), ""),
    ("清明", Rhythm::Term(4, 4.81), "清明"),
    ("五一", Rhythm::Solar(5, 1), "五一"),
    ("劳动节", Rhythm::Solar(5, 1), "五一"),
    ("端午", Rhythm::Lunar(5, 5), "端午"),
    ("端阳", Rhythm::Lunar(5, 5), "端午"),
    ("七夕", Rhythm::Lunar(7, 7), ""),
    ("中元", Rhythm::Lunar(7, 15), ""),
    ("七月半", Rhythm::Lunar(7, 15), ""),
    ("中秋", Rhythm::Lunar(8, 15), "中秋"),
    ("国庆", Rhythm::Solar(10, 1), "国庆"),
    ("十一黄金周", Rhythm::Solar(10, 1), "国庆"),
    ("十一长假", Rhythm::Solar(10, 1), "国庆"),
    ("十一假期", Rhythm::Solar(10, 1), "国庆"),
    ("重阳", Rhythm::Lunar(9, 9), ""),
    ("老年节", Rhythm::Lunar(9, 9), ""),
    ("腊八", Rhythm::Lunar(12, 8), ""),
    ("小年", Rhythm::Lunar(12, 24), ""),
    ("母亲节", Rhythm::Nth(5, Weekday::Sun, 2), ""),
    ("助残日", Rhythm::Nth(5, Weekday::Sun, 3), ""),
    ("父亲节", Rhythm::Nth(6, Weekday::Sun, 3), ""),
    ("立春", Rhythm::Term(2, 3.87), ""),
    ("春分", Rhythm::Term(3, 20.646), ""),
    ("谷雨", Rhythm::Term(4, 20.1), ""),
    ("立夏", Rhythm::Term(5, 5.52), ""),
    ("夏至", Rhythm::Term(6, 21.37), ""),
    ("立秋", Rhythm::Term(8, 7.5), ""),
    ("秋分", Rhythm::Term(9, 23.042), ""),
    ("丰收节", Rhythm::Term(9, 23.042), ""),
    ("霜降", Rhythm::Term(10, 23.438), ""),
    ("立冬", Rhythm::Term(11, 7.438), ""),
    ("冬至", Rhythm::Term(12, 21.94), ""),
];

/// A festival named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    /// In characters.
    pub length: usize,
    /// The latest one that isn't to come.
    pub on: NaiveDate,
    leave: &'static str,
}

/// The festival or public day whose name stands at the beginning of the text.
pub(super) fn named(text: &[char], words: &Words, today: NaiveDate) -> Option<Named> {
    let (length, rhythm, leave) = FESTIVALS
        .iter()
        .find(|(name, _, _)| name.chars().eq(text.iter().copied().take(name.chars().count())))
        .map(|(name, rhythm, leave)| (name.chars().count(), *rhythm, *leave))
        .or_else(|| {
            let (length, (month, day)) = words.public_day(text)?;
            Some((length, Rhythm::Solar(month, day), ""))
        })?;
    if names_a_thing(text, length) {
        return None;
    }
    let on = (today.year() - 1..=today.year())
        .rev()
        .filter_map(|year| on(rhythm, year))
        .find(|day| *day <= today)?;
    Some(Named { length, on, leave })
}

/// 八一路, 五一广场, 七一勋章 are no days; 三八妇女节 and 五一小长假 are.
fn names_a_thing(text: &[char], length: usize) -> bool {
    let next = |at: usize| text.get(length + at).copied();
    match next(0) {
        Some(
            '路' | '村' | '广' | '桥' | '大' | '社' | '镇' | '勋' | '学' | '街' | '厂' | '红' | '线' | '站',
        ) => true,
        Some('小') => next(1) != Some('长'),
        _ => false,
    }
}

fn on(rhythm: Rhythm, year: i32) -> Option<NaiveDate> {
    match rhythm {
        Rhythm::Solar(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Rhythm::Lunar(month, day) => (year - 1..=year)
            .filter_map(|lunar_year| {
                lunar::solar(lunar::LunarDay {
                    year: lunar_year,
                    month,
                    leap: false,
                    day,
                })
            })
            .find(|day| day.year() == year),
        Rhythm::Eve => lunar::eve(year),
        Rhythm::Term(month, constant) => (1..=30)
            .rev()
            .find(|day| {
                let leap_days = (year - 2000 - i32::from(month <= 2)) / 4;
                f64::from(*day) <= f64::from(year - 2000) * 0.2422 + constant - f64::from(leap_days)
            })
            .and_then(|day| NaiveDate::from_ymd_opt(year, month, day)),
        Rhythm::Nth(month, weekday, nth) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth),
    }
}

impl Named {
    /// Whether the name alone means several days, as 国庆 and 春节 do.
    pub(super) fn is_long(self) -> bool {
        matches!(self.leave, "五一" | "国庆" | "春节")
    }

    /// The first and last day of its leave that aren't to come.
    pub(super) fn leave(self, words: &Words, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (from, to) = words
            .leaves(self.leave)
            .filter_map(|(from, to)| Some((from.parse().ok()?, to.parse().ok()?)))
            .find(|(from, to): &(NaiveDate, NaiveDate)| {
                *from <= self.on + Days::new(2) && self.on <= *to + Days::new(2)
            })
            .unwrap_or_else(|| self.statutory());
        (from, to.min(today).max(from))
    }

    fn statutory(self) -> (NaiveDate, NaiveDate) {
        let more = match self.leave {
            "国庆" | "春节" => 2,
            "五一" => 1,
            _ => 0,
        };
        let from = if self.leave == "春节" {
            self.on - Days::new(1)
        } else {
            self.on
        };
        (from, self.on + Days::new(more))
    }
}

/// 清明 of a year, for those who met people at the graves.
pub(super) fn grave_sweeping(year: i32) -> Option<NaiveDate> {
    on(Rhythm::Term(4, 4.81), year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn festivals_and_leaves_fall_on_their_days() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let today = day(2026, 12, 31);
        let on = |name: &str| named(&name.chars().collect::<Vec<_>>(), Words::shipped(), today).unwrap();
        assert_eq!(on("清明").on, day(2026, 4, 5));
        assert_eq!(on("冬至").on, day(2026, 12, 22));
        assert_eq!(on("中秋").on, day(2026, 9, 25));
        assert_eq!(on("母亲节").on, day(2026, 5, 10));
        assert_eq!(
            on("国庆").leave(Words::shipped(), today),
            (day(2026, 10, 1), day(2026, 10, 7))
        );
        let later = named(&['春', '节'], Words::shipped(), day(2027, 3, 1)).unwrap();
        assert_eq!(
            later.leave(Words::shipped(), day(2027, 3, 1)),
            (day(2027, 2, 5), day(2027, 2, 8))
        );
        assert_eq!(on("立春").on, day(2026, 2, 4));
        assert_eq!(on("国家宪法日").on, day(2026, 12, 4));
        assert_eq!(on("学雷锋日").on, day(2026, 3, 5));
        for thing in ["八一路", "五一广场", "三八红旗手"] {
            let thing: Vec<char> = thing.chars().collect();
            assert!(named(&thing, Words::shipped(), today).is_none(), "{thing:?}");
        }
    }
}
