//! A day as people write it in a table or on the command line.

use chrono::NaiveDate;

/// Why a day can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnreadDay {
    /// Reads like a day, but there is none: 2026-02-29.
    Impossible,
    /// Not a day with year, month and day.
    Unreadable,
}

/// Reads 2027-02-05, 2027/2/5, 2027.2.5, 20270205 and 2027年2月5日, also with full-width digits. The year has four digits.
pub fn written_day(text: &str) -> Result<NaiveDate, UnreadDay> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
            '年' | '月' | '/' | '.' | '／' | '．' | '－' => '-',
            other => other,
        })
        .collect();
    let text = text.trim_end_matches(['日', '号']);
    let mut parts: Vec<&str> = text.split('-').collect();
    if let [all] = parts[..]
        && all.len() == 8
        && all.bytes().all(|byte| byte.is_ascii_digit())
    {
        parts = vec![&all[..4], &all[4..6], &all[6..]];
    }
    let [year, month, day] = parts[..] else {
        return Err(UnreadDay::Unreadable);
    };
    let is_number = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return Err(UnreadDay::Unreadable);
    }
    let (Ok(year), Ok(month), Ok(day)) = (year.parse(), month.parse(), day.parse()) else {
        return Err(UnreadDay::Unreadable);
    };
    NaiveDate::from_ymd_opt(year, month, day).ok_or(UnreadDay::Impossible)
}
