//! Days of the lunar calendar: 正月初十, 腊月廿三, 冬月初一, 大年初二, 农历八月十五, 初六. Called by the days with numbers.
//!
//! **Invariant:** a lunar day that is still to come, in words that may mean the solar calendar, is taken as the solar
//! one, and told to be unsure.

use chrono::{Datelike, NaiveDate};

use super::absolute::{day_word, number};
use super::date::{Mention, Now, year_of};
use super::lunar;
use super::reading::{Rule, When};
use super::text::Text;

/// 初十, 十五, 廿三, 三十: the day of a lunar month.
fn lunar_day_number(text: &Text, at: usize) -> Option<(u32, usize, bool)> {
    let chars = &text.chars;
    if chars.get(at) == Some(&'初') {
        let (day, length) = number(text, at + 1).filter(|(day, _)| (1..=10).contains(day))?;
        return Some((day, length + 1, true));
    }
    let sure = matches!(chars.get(at), Some('廿' | '卅'));
    let (day, length) = number(text, at).filter(|(day, _)| (1..=30).contains(day))?;
    Some((day, length, sure))
}

pub(super) fn lunar_day(text: &Text, at: usize, now: Now) -> Option<Mention> {
    let mut start = at;
    let marked = ["农历", "阴历", "旧历", "老历", "古历"]
        .iter()
        .find(|word| text.starts_with(at, word));
    if let Some(word) = marked {
        start += word.chars().count();
    }
    // 大年初二, 年初六
    for word in ["大年初", "年初"] {
        if marked.is_none() && text.starts_with(at, word) {
            let from = at + word.chars().count() - 1;
            let (day, length, _) = lunar_day_number(text, from)?;
            return Some(lunar_mention(
                at,
                from + length,
                1,
                false,
                day,
                Surety::Lunar,
                now,
            ));
        }
    }
    let leap = text.starts_with(start, "闰");
    start += usize::from(leap);
    let (of_year, next, named) = match text.chars.get(start)? {
        '正' if text.starts_with(start, "正月") => (1, start + 2, true),
        '腊' if text.starts_with(start, "腊月") => (12, start + 2, true),
        '冬' if text.starts_with(start, "冬月") => (11, start + 2, true),
        _ => {
            let Some((of_year, length)) = number(text, start).filter(|(month, _)| (1..=12).contains(month))
            else {
                // 初六 alone.
                let (day, length, sure) = lunar_day_number(text, start)?;
                let follows = matches!(
                    text.chars.get(start + length),
                    Some('中' | '级' | '任' | '步' | '衷')
                );
                return (sure && text.chars[start] == '初' && !follows).then(|| {
                    let latest = (1..=12)
                        .filter_map(|month| lunar::latest(month, false, day, now.today))
                        .max();
                    let when = latest.map_or(When::Named(text.words(at, start + length)), When::Day);
                    Mention::new(at, start + length, when, Rule::LunarDay)
                });
            };
            if !text.starts_with(start + length, "月") {
                return None;
            }
            (of_year, start + length + 1, false)
        }
    };
    let (day, length, sure) = lunar_day_number(text, next)?;
    let end = next + length;
    // 八月十五 in Chinese digits is the mid-autumn festival.
    let autumn = of_year == 8 && day == 15 && text.chars.get(next) == Some(&'十') && day_word(text, end) == 0;
    if !(marked.is_some() || leap || named || sure || autumn) {
        return None;
    }
    let surety = if marked.is_some() || leap || named {
        Surety::Lunar
    } else {
        Surety::Perhaps
    };
    let end = end
        + if surety == Surety::Lunar {
            0
        } else {
            day_word(text, end)
        };
    Some(lunar_mention(at, end, of_year, leap, day, surety, now))
}

/// Whether the words can only mean the lunar calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Surety {
    Lunar,
    Perhaps,
}

fn lunar_mention(
    at: usize,
    end: usize,
    of_year: u32,
    leap: bool,
    day: u32,
    surety: Surety,
    now: Now,
) -> Mention {
    let latest = lunar::latest(of_year, leap, day, now.today);
    let next = lunar::next(of_year, leap, day, now.today);
    // 三月初八 that lies ahead this year may be the solar day in the mouth of the young.
    let solar_year = year_of(of_year, day, now);
    if surety == Surety::Perhaps
        && next.is_some_and(|next| next.year() == now.today.year())
        && solar_year == now.today.year()
        && let Some(solar) = NaiveDate::from_ymd_opt(solar_year, of_year, day)
    {
        let mut mention = Mention::new(at, end, When::Day(solar), Rule::LunarDay);
        mention.unsure = true;
        return mention;
    }
    let mut mention = Mention::new(
        at,
        end,
        latest.map_or(When::Impossible, When::Day),
        Rule::LunarDay,
    );
    mention.next = next;
    mention
}
