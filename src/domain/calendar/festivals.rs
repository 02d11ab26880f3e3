//! The festival days of the law, 全国年节及纪念日放假办法 article 2: what is known of a year before its notice comes, and what a
//! plan must not leave out.
//!
//! Until 2024 eleven days, since 2025 thirteen (Spring Festival from its eve, two days of Labour Day). The lunar festivals
//! are taken from a table, which two programs for the lunar calendar gave alike; it ends in 2050, and later years have only
//! the festivals with a fixed day.

use chrono::{Datelike, Days, NaiveDate};

/// A festival of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Festival {
    /// 元旦
    NewYear,
    /// 春节
    Spring,
    /// 清明节
    Qingming,
    /// 劳动节
    Labour,
    /// 端午节
    DragonBoat,
    /// 中秋节
    MidAutumn,
    /// 国庆节
    National,
}

impl Festival {
    /// All of them, in the order of the year.
    pub const ALL: [Festival; 7] = [
        Festival::NewYear,
        Festival::Spring,
        Festival::Qingming,
        Festival::Labour,
        Festival::DragonBoat,
        Festival::MidAutumn,
        Festival::National,
    ];

    /// Its name in notices.
    pub fn name(self) -> &'static str {
        match self {
            Festival::NewYear => "元旦",
            Festival::Spring => "春节",
            Festival::Qingming => "清明节",
            Festival::Labour => "劳动节",
            Festival::DragonBoat => "端午节",
            Festival::MidAutumn => "中秋节",
            Festival::National => "国庆节",
        }
    }

    /// The word in locale keys.
    pub fn key(self) -> &'static str {
        match self {
            Festival::NewYear => "new-year",
            Festival::Spring => "spring",
            Festival::Qingming => "qingming",
            Festival::Labour => "labour",
            Festival::DragonBoat => "dragon-boat",
            Festival::MidAutumn => "mid-autumn",
            Festival::National => "national",
        }
    }

    /// Reads a name, also without 节 at its end.
    pub fn named(name: &str) -> Option<Self> {
        let bare = |name: &str| name.trim_end_matches('节').to_owned();
        Self::ALL
            .into_iter()
            .find(|festival| bare(festival.name()) == bare(name.trim()))
    }

    /// The festival that a day belongs to by the law.
    pub fn on(day: NaiveDate) -> Option<Self> {
        festivals_of(day.year())
            .into_iter()
            .find(|(on, _)| *on == day)
            .map(|(_, festival)| festival)
    }
}

/// Month and day.
type InYear = (u32, u32);

/// Year, first day of the Spring Festival, Qingming in April, Dragon Boat, Mid-Autumn.
const LUNAR: [(i32, InYear, u32, InYear, InYear); 33] = [
    (2018, (2, 16), 5, (6, 18), (9, 24)),
    (2019, (2, 5), 5, (6, 7), (9, 13)),
    (2020, (1, 25), 4, (6, 25), (10, 1)),
    (2021, (2, 12), 4, (6, 14), (9, 21)),
    (2022, (2, 1), 5, (6, 3), (9, 10)),
    (2023, (1, 22), 5, (6, 22), (9, 29)),
    (2024, (2, 10), 4, (6, 10), (9, 17)),
    (2025, (1, 29), 4, (5, 31), (10, 6)),
    (2026, (2, 17), 5, (6, 19), (9, 25)),
    (2027, (2, 6), 5, (6, 9), (9, 15)),
    (2028, (1, 26), 4, (5, 28), (10, 3)),
    (2029, (2, 13), 4, (6, 16), (9, 22)),
    (2030, (2, 3), 5, (6, 5), (9, 12)),
    (2031, (1, 23), 5, (6, 24), (10, 1)),
    (2032, (2, 11), 4, (6, 12), (9, 19)),
    (2033, (1, 31), 4, (6, 1), (9, 8)),
    (2034, (2, 19), 5, (6, 20), (9, 27)),
    (2035, (2, 8), 5, (6, 10), (9, 16)),
    (2036, (1, 28), 4, (5, 30), (10, 4)),
    (2037, (2, 15), 4, (6, 18), (9, 24)),
    (2038, (2, 4), 5, (6, 7), (9, 13)),
    (2039, (1, 24), 5, (5, 27), (10, 2)),
    (2040, (2, 12), 4, (6, 14), (9, 20)),
    (2041, (2, 1), 4, (6, 3), (9, 10)),
    (2042, (1, 22), 4, (6, 22), (9, 28)),
    (2043, (2, 10), 5, (6, 11), (9, 17)),
    (2044, (1, 30), 4, (5, 31), (10, 5)),
    (2045, (2, 17), 4, (6, 19), (9, 25)),
    (2046, (2, 6), 4, (6, 8), (9, 15)),
    (2047, (1, 26), 5, (5, 29), (10, 4)),
    (2048, (2, 14), 4, (6, 15), (9, 22)),
    (2049, (2, 2), 4, (6, 4), (9, 11)),
    (2050, (1, 23), 4, (6, 23), (9, 30)),
];

/// The first year of the present list of days (revision of 2024-11-10).
const THIRTEEN_DAYS_FROM: i32 = 2025;

/// The festival days of a year in order; a day of two festivals stands once, under the one with the fixed day.
pub fn festivals_of(year: i32) -> Vec<(NaiveDate, Festival)> {
    let mut days = Vec::with_capacity(13);
    let mut add = |first: Option<NaiveDate>, count: u64, festival: Festival| {
        for step in 0..count {
            if let Some(day) = first.and_then(|first| first.checked_add_days(Days::new(step))) {
                days.push((day, festival));
            }
        }
    };
    let at = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let is_thirteen = year >= THIRTEEN_DAYS_FROM;
    add(at(1, 1), 1, Festival::NewYear);
    add(at(5, 1), if is_thirteen { 2 } else { 1 }, Festival::Labour);
    add(at(10, 1), 3, Festival::National);
    if let Some((_, spring, qingming, dragon_boat, mid_autumn)) = LUNAR.iter().find(|row| row.0 == year) {
        let first = at(spring.0, spring.1);
        if is_thirteen {
            add(first.and_then(|first| first.pred_opt()), 4, Festival::Spring);
        } else {
            add(first, 3, Festival::Spring);
        }
        add(at(4, *qingming), 1, Festival::Qingming);
        add(at(dragon_boat.0, dragon_boat.1), 1, Festival::DragonBoat);
        add(at(mid_autumn.0, mid_autumn.1), 1, Festival::MidAutumn);
    }
    days.sort_by_key(|(day, festival)| (*day, *festival != Festival::National));
    days.dedup_by_key(|(day, _)| *day);
    days
}
