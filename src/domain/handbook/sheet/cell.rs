//! What a cell says: days, numbers of people, texts. As people type them: real dates, 3月5日, 3.5, 20260305, full-width digits,
//! 2月3日至7日, 3 Mar to 5 Mar, and the bare number that is left of a date when its format was lost.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::calendar::{UnreadDay, written_day};
use crate::domain::duty_record::People;
use crate::domain::roster::cell::{compact, said, tidy};

use super::CellFaultKind as Kind;

/// More people than any contact or activity of one deputy has.
const MOST_PEOPLE: u64 = 100_000;
/// Nothing of one year's handbook takes longer.
const MOST_DAYS: i64 = 366;

/// A text without what people can't see, its lines kept apart; empty for a dash or 无.
pub(super) fn text_of(cell: &str) -> String {
    let lines: Vec<String> = cell.replace("\r\n", "\n").split(['\n', '\r']).map(tidy).collect();
    let text = lines.join("\n").trim().to_owned();
    said(&text).unwrap_or_default().to_owned()
}

/// Whether two texts are the same to the eye.
pub(super) fn same(one: &str, other: &str) -> bool {
    let flat = |text: &str| said(&tidy(text)).unwrap_or_default().to_owned();
    flat(one) == flat(other)
}

/// The day of a line, or the first and the last. `year`: the handbook's, where none is said.
pub(super) fn days_of(cell: &str, year: i32) -> Result<(NaiveDate, Option<NaiveDate>), Kind> {
    let narrow = compact(&english(cell));
    if narrow.is_empty() {
        return Err(Kind::DayMissing);
    }
    let Some((first, last)) = parted(&narrow) else {
        return Ok((day_of(&narrow, year, None)?, None));
    };
    let from = day_of(first, year, None)?;
    let mut until = day_of(last, from.year(), Some(from.month()))?;
    // 12月30日至1月2日
    if until < from && from.month() == 12 && until.month() == 1 && !has_year(last) {
        until = NaiveDate::from_ymd_opt(until.year() + 1, until.month(), until.day()).unwrap_or(until);
    }
    let length = (until - from).num_days();
    match length {
        0 => Ok((from, None)),
        1..=MOST_DAYS => Ok((from, Some(until))),
        _ => Err(Kind::DaysWrong),
    }
}

/// English days in figures: 4 Aug, 4 Aug 2026 become 8月4日, 2026年8月4日; what isn't one stays.
fn english(cell: &str) -> String {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let lower = tidy(cell).to_ascii_lowercase();
    if !lower.chars().any(|c| c.is_ascii_alphabetic()) {
        return lower;
    }
    let day = |part: &str| -> Option<String> {
        let (mut month, mut numbers) = (None, Vec::new());
        for word in part.split([' ', ',', '.']).filter(|word| !word.is_empty()) {
            if let Ok(number) = word.parse::<u32>() {
                numbers.push(number);
            } else {
                let place = MONTHS.iter().position(|name| word.starts_with(name))?;
                month = Some(place + 1);
            }
        }
        match (month, numbers[..].split_first()) {
            (Some(month), Some((day, []))) => Some(format!("{month}月{day}日")),
            (Some(month), Some((day, [year]))) => Some(format!("{year}年{month}月{day}日")),
            _ => None,
        }
    };
    let parts: Option<Vec<String>> = lower.split(" to ").map(day).collect();
    parts.map_or(lower, |parts| parts.join("至"))
}

/// The two ends of several days. A dash parts days only where 月 or 日 says that it doesn't stand inside of one.
fn parted(narrow: &str) -> Option<(&str, &str)> {
    for sign in ['至', '到', '~'] {
        if let Some((first, last)) = narrow.split_once(sign) {
            return Some((first, last));
        }
    }
    let spelled = narrow.contains(['月', '日', '号']);
    spelled.then(|| narrow.split_once('-')).flatten()
}

fn has_year(text: &str) -> bool {
    text.contains('年') || written_day(text).is_ok()
}

fn numbers(text: &str) -> Option<Vec<u32>> {
    let body = text.trim_end_matches(['日', '号']);
    body.split(['年', '月', '-', '/', '.'])
        .map(|part| part.parse().ok())
        .collect()
}

/// One day. `month`: that of the first day, where the second names none.
fn day_of(text: &str, year: i32, month: Option<u32>) -> Result<NaiveDate, Kind> {
    match written_day(text) {
        Ok(day) => return Ok(day),
        Err(UnreadDay::Impossible) => return Err(Kind::DayImpossible),
        Err(UnreadDay::Unreadable) => {}
    }
    let numbers = numbers(text).ok_or(Kind::DayUnreadable)?;
    let (year, month, day) = match (numbers.as_slice(), month) {
        ([short, month, day], _) if *short < 100 => (2000 + i32::try_from(*short).unwrap_or(0), *month, *day),
        ([month, day], _) => (year, *month, *day),
        ([day], Some(month)) if *day < 100 => (year, month, *day),
        // A date whose format was lost: so many days after the end of 1899.
        ([serial], None) if (40_000..80_000).contains(serial) => {
            return NaiveDate::from_ymd_opt(1899, 12, 30)
                .and_then(|first| first.checked_add_days(Days::new(u64::from(*serial))))
                .ok_or(Kind::DayUnreadable);
        }
        _ => return Err(Kind::DayUnreadable),
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(Kind::DayImpossible)
}

fn count(digits: &str) -> Result<u32, Kind> {
    let number: u64 = digits.parse().map_err(|_| {
        if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            Kind::NumberImpossible
        } else {
            Kind::PeopleUnreadable
        }
    })?;
    match u32::try_from(number) {
        Ok(number) if number > 0 && u64::from(number) <= MOST_PEOPLE => Ok(number),
        _ => Err(Kind::NumberImpossible),
    }
}

/// 12, 12人, 约30人, 30余人, 20至29人, 20-29.
pub(super) fn people_of(cell: &str) -> Result<Option<People>, Kind> {
    let narrow = compact(cell);
    if said(&narrow).is_none() {
        return Ok(None);
    }
    let body = narrow
        .trim_end_matches("左右")
        .trim_end_matches(['人', '名', '位']);
    let less_than_none = body
        .strip_prefix('-')
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let fraction = body.split_once('.').is_some_and(|(whole, part)| {
        [whole, part]
            .iter()
            .all(|it| it.bytes().all(|b| b.is_ascii_digit()))
    });
    if less_than_none || fraction {
        return Err(Kind::NumberImpossible);
    }
    let ends = ['至', '到', '~', '-']
        .iter()
        .find_map(|sign| body.split_once(*sign));
    if let Some((from, to)) = ends {
        let (from, to) = (count(from.trim_end_matches('人'))?, count(to)?);
        return if from < to {
            Ok(Some(People::Range { from, to }))
        } else {
            Err(Kind::NumberImpossible)
        };
    }
    let bare = body.trim_start_matches('约').trim_end_matches(['余', '多', '来']);
    let is_about = bare != body || narrow.ends_with("左右");
    let number = count(bare)?;
    Ok(Some(if is_about {
        People::About(number)
    } else {
        People::Exact(number)
    }))
}

/// 联系对象及人数 taken apart: 石桥村村民12人 is 石桥村村民 and 12. Where more than one number is said, the words stay whole:
/// which is the sum can't be told.
pub(super) fn whom_of(text: &str) -> Result<(String, Option<People>), Kind> {
    let (body, remark) = match text.find('（') {
        Some(place) if text.ends_with('）') => text.split_at(place),
        _ => (text, ""),
    };
    let whole = || (text.to_owned(), None);
    let Some(counted) = body.strip_suffix('人') else {
        return Ok(whole());
    };
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '至' | '-' | '~');
    let begin = counted
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_part(*c))
        .last()
        .map(|(place, _)| place);
    let Some(begin) = begin else { return Ok(whole()) };
    let begin = counted[..begin].strip_suffix('约').map_or(begin, str::len);
    let (words, number) = counted.split_at(begin);
    if words.chars().any(|c| c.is_ascii_digit()) {
        return Ok(whole());
    }
    let people = people_of(number)?;
    Ok((format!("{words}{remark}"), people))
}

/// 天数: a number of days that a year can hold, or words such as 半天.
pub(super) fn check_days(text: &str) -> Result<(), Kind> {
    let narrow = compact(text);
    let bare = narrow.trim_end_matches('天');
    match bare.parse::<f64>() {
        Ok(days) if !(days > 0.0 && days <= 366.0) => Err(Kind::NumberImpossible),
        _ => Ok(()),
    }
}
