//! Days with numbers: 2026-08-18, 20260817, 8月4日, 5.12, 15号, 上月15号, 正月初十, 三天前, 上个月, 4月下旬. Called by
//! the days of a report.
//!
//! **Invariants:** a day without a year is the latest that isn't to come; 31 April stays impossible.

use chrono::{Datelike, Months, NaiveDate};

use super::date::{Context, Mention, Now, checked, month, year_of};
use super::lunar_day::lunar_day;
use super::numeral::{arabic, digit, plain};
use super::reading::{Rule, When};
use super::text::Text;

pub(super) fn read(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    if starts_inside_number(text, at) {
        return None;
    }
    full(text, at, context, now)
        .or_else(|| lunar_day(text, at, now))
        .or_else(|| month_and_day(text, at, context, now))
        .or_else(|| pointed(text, at, context, now))
        .or_else(|| of_named_month(text, at, context, now))
        .or_else(|| day_of_month(text, at, context, now))
        .or_else(|| ago(text, at, now))
}

fn starts_inside_number(text: &Text, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| text.chars.get(at)) else {
        return false;
    };
    let here = text.chars[at];
    (here.is_ascii_digit() && (before.is_ascii_digit() || matches!(before, '.' | '/' | '第' | '№' | '#')))
        || (digit(here).is_some()
            && (digit(*before).is_some() || matches!(before, '十' | '廿' | '百' | '第')))
        || (here == '十' && (digit(*before).is_some() || *before == '第'))
        || (here == '.')
}

pub(super) fn number(text: &Text, at: usize) -> Option<(u32, usize)> {
    plain(text.chars.get(at..)?)
}

/// 日 or 号 behind a day.
pub(super) fn day_word(text: &Text, at: usize) -> usize {
    usize::from(text.starts_with(at, "日") || text.starts_with(at, "号"))
}

fn full(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    // 去年10月9日
    const YEARS: [(&str, i32); 5] = [("去年", -1), ("今年", 0), ("前年", -2), ("明年", 1), ("上年", -1)];
    if let Some((word, offset)) = YEARS.iter().find(|(word, _)| text.starts_with(at, word)) {
        let start = at + word.chars().count() + usize::from(text.starts_with(at + 2, "的"));
        return after_year(text, at, start, now.today.year() + offset, context, now);
    }
    let (value, length) = number(text, at)?;
    if (20_000_101..=20_991_231).contains(&value) {
        let (year, rest) = (i32::try_from(value / 10_000).ok()?, value % 10_000);
        let when = checked(year, rest / 100, rest % 100);
        context.month = Some((year, rest / 100));
        return Some(Mention::new(at, at + length, when, Rule::FullDate));
    }
    let next = at + length;
    if (2000..=2099).contains(&value) {
        let year = i32::try_from(value).ok()?;
        if text.starts_with(next, "年") {
            return after_year(text, at, next + 1, year, context, now);
        }
        let separator = *text.chars.get(next).filter(|c| matches!(c, '-' | '/' | '.'))?;
        let (of_year, month_length) = arabic(&text.chars[next + 1..])?;
        let middle = next + 1 + month_length;
        if text.chars.get(middle) != Some(&separator) {
            return None;
        }
        let (day, day_length) = arabic(&text.chars[middle + 1..])?;
        context.month = Some((year, of_year));
        return Some(Mention::new(
            at,
            middle + 1 + day_length,
            checked(year, of_year, day),
            Rule::FullDate,
        ));
    }
    // 26年5月3号
    if (18..=49).contains(&value) && text.starts_with(next, "年") {
        let year = 2000 + i32::try_from(value).ok()?;
        return after_year(text, at, next + 1, year, context, now);
    }
    None
}

/// Month and day behind a year.
fn after_year(
    text: &Text,
    at: usize,
    start: usize,
    year: i32,
    context: &mut Context,
    now: Now,
) -> Option<Mention> {
    let (of_year, length) = number(text, start)?;
    if !text.starts_with(start + length, "月") || !(1..=12).contains(&of_year) {
        return None;
    }
    let next = start + length + 1;
    context.month = Some((year, of_year));
    if let Some(third) = third(
        text,
        next + usize::from(text.starts_with(next, "份")),
        year,
        of_year,
    ) {
        return Some(Mention { start: at, ..third });
    }
    let Some((day, day_length)) = number(text, next).filter(|(day, _)| (1..=31).contains(day)) else {
        let (from, to) = month(year, of_year)?;
        let end = next + usize::from(text.starts_with(next, "份"));
        let mut mention = Mention::new(at, end, When::Month { from, to }, Rule::WholeMonth);
        mention.weak = from.year() == now.today.year();
        return Some(mention);
    };
    let end = next + day_length;
    let end = end + day_word(text, end);
    let mention = Mention::new(at, end, checked(year, of_year, day), Rule::FullDate);
    Some(up_to(text, mention, year, of_year))
}

/// 4月28-30号, 2月3日至7日: the second day of the same month.
fn up_to(text: &Text, mention: Mention, year: i32, of_year: u32) -> Mention {
    let Some(from) = mention.day() else {
        return mention;
    };
    if !matches!(text.chars.get(mention.end), Some('到' | '至' | '-' | '~' | '—')) {
        return mention;
    }
    let start = mention.end + 1;
    let Some((day, length)) = number(text, start).filter(|(day, _)| (1..=31).contains(day)) else {
        return mention;
    };
    let end = start + length;
    if matches!(
        text.chars.get(end),
        Some('月' | '年' | '.' | '/' | '点' | '人' | '个' | '户' | '时')
    ) {
        return mention;
    }
    match NaiveDate::from_ymd_opt(year, of_year, day) {
        Some(to) if from < to => Mention {
            end: end + day_word(text, end),
            when: When::Range { from, to },
            rule: Rule::FromTo,
            ..mention
        },
        _ => mention,
    }
}

fn third(text: &Text, at: usize, year: i32, of_year: u32) -> Option<Mention> {
    let (first, last) = month(year, of_year)?;
    let day = |day| NaiveDate::from_ymd_opt(year, of_year, day);
    let (from, to) = if text.starts_with(at, "上旬") {
        (first, day(10)?)
    } else if text.starts_with(at, "中旬") {
        (day(11)?, day(20)?)
    } else if text.starts_with(at, "下旬") {
        (day(21)?, last)
    } else {
        return None;
    };
    Some(Mention::new(
        at,
        at + 2,
        When::Range { from, to },
        Rule::ThirdOfMonth,
    ))
}

fn month_and_day(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    let (of_year, length) = number(text, at).filter(|(month, _)| (1..=12).contains(month))?;
    let mut next = at + length;
    if !text.starts_with(next, "月") {
        return None;
    }
    next += 1;
    let after = text.chars.get(next).copied();
    if let Some((day, day_length)) = number(text, next).filter(|(day, _)| (1..=31).contains(day))
        && !matches!(
            text.chars.get(next + day_length),
            Some('户' | '人' | '个' | '家' | '次' | '名' | '位' | '条')
        )
    {
        let year = year_of(of_year, day, now);
        let end = next + day_length;
        let end = end + day_word(text, end);
        let mut mention = Mention::new(at, end, checked(year, of_year, day), Rule::MonthAndDay);
        mention.next = (now.today.year()..now.today.year() + 2)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, of_year, day))
            .find(|date| *date >= now.today);
        context.month = Some((year, of_year));
        return Some(up_to(text, mention, year, of_year));
    }
    let year = year_of(of_year, 1, now);
    let portion = usize::from(after == Some('份'));
    context.month = Some((year, of_year));
    if let Some(third) = third(text, next + portion, year, of_year) {
        return Some(Mention { start: at, ..third });
    }
    whole_month(text, at, next + portion, year, of_year)
}

/// A month without a day; 底 and 初 say no day either.
fn whole_month(text: &Text, at: usize, end: usize, year: i32, of_year: u32) -> Option<Mention> {
    // 七月半 is a festival.
    if text.starts_with(end, "半") {
        return None;
    }
    let (from, to) = month(year, of_year)?;
    for (word, day) in [("最后一天", to), ("头一天", from), ("第一天", from)] {
        let behind = end + usize::from(text.starts_with(end, "的"));
        if text.starts_with(behind, word) {
            return Some(Mention::new(
                at,
                behind + word.chars().count(),
                When::Day(day),
                Rule::DayOfNamedMonth,
            ));
        }
    }
    let tail = usize::from(matches!(
        text.chars.get(end),
        Some('底' | '初' | '末' | '头' | '尾')
    ));
    let mut mention = Mention::new(at, end + tail, When::Month { from, to }, Rule::WholeMonth);
    mention.weak = true;
    Some(mention)
}

/// 5.12, 8/16: only where it can't be a measure.
fn pointed(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    let (of_year, length) = arabic(text.chars.get(at..)?).filter(|(month, _)| (1..=12).contains(month))?;
    let middle = at + length;
    let separator = text
        .chars
        .get(middle)
        .filter(|c| matches!(c, '.' | '/' | '-' | '·'))?;
    let (day, day_length) = arabic(&text.chars[middle + 1..]).filter(|(day, _)| (1..=31).contains(day))?;
    let end = middle + 1 + day_length;
    let after = text.chars.get(end).copied();
    if matches!(
        after,
        Some(
            '.' | '/'
                | '%'
                | '万'
                | '元'
                | '亩'
                | '公'
                | '倍'
                | '米'
                | '个'
                | '吨'
                | '千'
                | '亿'
                | '平'
                | '人'
                | '户'
                | '名'
                | '位'
                | '家'
                | '折'
                | '级'
                | '分'
                | '块'
                | '楼'
                | '栋'
        )
    ) {
        return None;
    }
    if *separator == '-'
        && (at > 0
            || after.is_some_and(|c| {
                c != ' ' && c != '日' && c != '号' && !('\u{4e00}'..='\u{9fff}').contains(&c)
            }))
    {
        return None;
    }
    let year = year_of(of_year, day, now);
    let end = end + day_word(text, end);
    context.month = Some((year, of_year));
    let mut mention = Mention::new(at, end, checked(year, of_year, day), Rule::MonthAndDay);
    // 5.12-5.14 is joined later, 5.12-14 here.
    mention = up_to(text, mention, year, of_year);
    Some(mention)
}

/// 上月15号, 本月10号, 上个月下旬, 上个月.
fn of_named_month(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    const MONTHS: [(&str, i32); 12] = [
        ("上上个月", -2),
        ("上上月", -2),
        ("上个月", -1),
        ("上月", -1),
        ("这个月", 0),
        ("本月", 0),
        ("当月", 0),
        ("这月", 0),
        ("下个月", 1),
        ("下月", 1),
        ("次月", 1),
        ("头月", -1),
    ];
    let (word, offset) = MONTHS.iter().find(|(word, _)| text.starts_with(at, word))?;
    let first = now.today.with_day(1)?;
    let first = if *offset < 0 {
        first.checked_sub_months(Months::new(offset.unsigned_abs()))?
    } else {
        first.checked_add_months(Months::new(offset.unsigned_abs()))?
    };
    let (year, of_year) = (first.year(), first.month());
    context.month = Some((year, of_year));
    let next = at + word.chars().count();
    let next = next + usize::from(text.starts_with(next, "的") || text.starts_with(next, "份"));
    if let Some(third) = third(text, next, year, of_year) {
        return Some(Mention { start: at, ..third });
    }
    if let Some((day, length)) = number(text, next)
        && day_word(text, next + length) == 1
    {
        let mention = Mention::new(
            at,
            next + length + 1,
            checked(year, of_year, day),
            Rule::DayOfNamedMonth,
        );
        return Some(up_to(text, mention, year, of_year));
    }
    // 这个月 alone is the whole month so far, and hardly ever the day of an event.
    whole_month(text, at, next, year, of_year)
}

/// 15号, 二十号, 8日.
fn day_of_month(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    let (day, length) = number(text, at).filter(|(day, _)| (1..=31).contains(day))?;
    let end = at + length;
    let after = text.chars.get(end + 1).copied();
    match text.chars.get(end)? {
        '号' => {
            if after.is_some_and(|c| {
                matches!(
                    c,
                    '线' | '楼'
                        | '院'
                        | '人'
                        | '建'
                        | '文'
                        | '令'
                        | '提'
                        | '议'
                        | '桌'
                        | '机'
                        | '井'
                        | '地'
                        | '店'
                        | '路'
                        | '码'
                        | '栋'
                        | '门'
                        | '公'
                        | '坝'
                        | '桥'
                )
            }) {
                return None;
            }
        }
        '日' => {
            let far =
                after.is_some_and(|c| matches!(c, '子' | '常' | '报' | '均' | '游' | '内' | '期' | '夜'));
            if far || !text.chars[at].is_ascii_digit() {
                return None;
            }
        }
        '-' | '到' | '至' | '~' => {
            // 16到20号
            let (second, more) = number(text, end + 1)?;
            if !(1..=31).contains(&second) || second <= day || day_word(text, end + 1 + more) == 0 {
                return None;
            }
            let first = in_month(day, context, now);
            let (from, to) = (first?, in_month(second, context, now)?);
            return (from < to)
                .then(|| Mention::new(at, end + 2 + more, When::Range { from, to }, Rule::FromTo));
        }
        _ => return None,
    }
    let when = in_month(day, context, now).map_or(When::Impossible, When::Day);
    let mut mention = Mention::new(at, end + 1, when, Rule::DayOfMonth);
    mention.next = (0..3)
        .filter_map(|ahead| {
            now.today
                .with_day(1)?
                .checked_add_months(Months::new(ahead))?
                .with_day(day)
        })
        .find(|date| *date >= now.today);
    if let Some(date) = mention.day() {
        mention = up_to(text, mention, date.year(), date.month());
    }
    Some(mention)
}

/// The day in the month that was said before, or the latest one that isn't to come.
fn in_month(day: u32, context: &Context, now: Now) -> Option<NaiveDate> {
    if let Some((year, of_year)) = context.month {
        return NaiveDate::from_ymd_opt(year, of_year, day);
    }
    let first = now.today.with_day(1)?;
    if day <= now.today.day() {
        return first.with_day(day);
    }
    (1..4)
        .filter_map(|back| first.checked_sub_months(Months::new(back)))
        .next()?
        .with_day(day)
}

/// 三天前, 前2天 says nothing exact.
fn ago(text: &Text, at: usize, now: Now) -> Option<Mention> {
    let (days, length) = number(text, at)?;
    let next = at + length;
    let tail = ["天以前", "天之前", "天前", "日前"]
        .iter()
        .find(|word| text.starts_with(next, word))?;
    if text.starts_with(next, "日前") && length == 0 {
        return None;
    }
    let when = When::Day(now.back(u64::from(days.min(3_000))));
    Some(Mention::new(at, next + tail.chars().count(), when, Rule::DaysAgo))
}
