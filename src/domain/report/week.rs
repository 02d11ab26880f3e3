//! Weekdays and weeks: 上周三, 上上周五, 这个星期一, 周四, 上周末, 上周. Called by the days of a report.
//!
//! **Invariants:** weeks run from Monday to Sunday; a bare weekday is the latest one, or the one of the week that
//! was named before it.

use chrono::{Datelike, Days, NaiveDate};

use super::date::{Context, Mention, Now};
use super::reading::{Rule, When};
use super::text::Text;

fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// 上, 上上, 这, 本, 下 before 周: how many weeks back (negative: ahead), and the characters.
fn prefix(text: &Text, at: usize) -> (Option<i64>, usize) {
    let count = |c: char| text.chars[at..].iter().take_while(|d| **d == c).count();
    let ups = count('上');
    let downs = count('下');
    let (weeks, mut length) = if ups > 0 {
        (Some(i64::try_from(ups.min(4)).unwrap_or(1)), ups)
    } else if downs > 0 {
        (Some(-i64::try_from(downs.min(4)).unwrap_or(1)), downs)
    } else if matches!(text.chars.get(at), Some('这' | '本')) {
        (Some(0), 1)
    } else {
        (None, 0)
    };
    if length > 0 && (text.starts_with(at + length, "个") || text.starts_with(at + length, "一")) {
        length += 1;
    }
    (weeks, length)
}

fn week_word(text: &Text, at: usize) -> Option<usize> {
    ["星期", "礼拜", "周"]
        .iter()
        .find(|word| text.starts_with(at, word))
        .map(|word| word.chars().count())
}

fn weekday(c: Option<&char>) -> Option<u32> {
    Some(match c? {
        '一' | '1' => 0,
        '二' | '2' => 1,
        '三' | '3' => 2,
        '四' | '4' => 3,
        '五' | '5' => 4,
        '六' | '6' => 5,
        '日' | '天' | '7' => 6,
        _ => return None,
    })
}

/// 周一, 星期三, 礼拜天: the day of the week from 0, and the characters.
pub(super) fn bare_weekday(text: &Text, at: usize) -> Option<(u32, usize)> {
    let length = week_word(text, at)?;
    Some((weekday(text.chars.get(at + length))?, length + 1))
}

/// 上周三四两天, 周一到三: how many days more, and the characters.
fn stretch(text: &Text, at: usize, first: u32) -> Option<(u32, usize)> {
    let joint = usize::from(matches!(text.chars.get(at), Some('、' | '到' | '至' | '-')));
    let through = joint == 1 && text.chars.get(at) != Some(&'、');
    let last = weekday(text.chars.get(at + joint)).filter(|last| *last > first)?;
    let end = at + joint + 1;
    if through {
        let counts = matches!(
            text.chars.get(end),
            Some('个' | '户' | '人' | '名' | '位' | '家' | '点' | '号' | '月' | '十' | '百' | '条')
        );
        return (!counts && text.chars.get(end - 1).is_some_and(|c| !c.is_ascii_digit()))
            .then_some((last, end - at));
    }
    // 三四五三天: neighbours, and how many days they are.
    let mut last = last;
    let mut end = end;
    while let Some(next) = weekday(text.chars.get(end)).filter(|next| *next == last + 1) {
        last = next;
        end += 1;
    }
    let days = ["两天", "2天", "三天", "3天", "都"]
        .iter()
        .any(|word| text.starts_with(end, word));
    let neighbours = weekday(text.chars.get(at + joint)) == Some(first + 1);
    (neighbours && days).then_some((last, end - at))
}

pub(super) fn read(text: &Text, at: usize, context: &mut Context, now: Now) -> Option<Mention> {
    let (weeks, skip) = prefix(text, at);
    let behind_weekday = at > 1 && matches!(text.chars[at - 2], '周' | '期' | '拜');
    if weeks.is_none()
        && at > 0
        && !behind_weekday
        && matches!(
            text.chars[at - 1],
            '两' | '一' | '几' | '每' | '四' | '三' | '半' | '个' | '本'
        )
    {
        return None;
    }
    if text.starts_with(at + skip, "双休日") {
        return Some(weekend(text, at, at + skip + 3, weeks, now));
    }
    let word = week_word(text, at + skip)?;
    let mut end = at + skip + word;
    if text.starts_with(end, "末") {
        return Some(weekend(text, at, end + 1, weeks, now));
    }
    // 上周的周三, 上周周三
    if weeks.is_some() {
        let again = end + usize::from(text.starts_with(end, "的"));
        if let Some(more) = week_word(text, again)
            && weekday(text.chars.get(again + more)).is_some()
        {
            end = again + more;
        }
    }
    let this_monday = monday(now.today);
    let shifted = |weeks: i64| {
        let days = Days::new(7 * weeks.unsigned_abs());
        if weeks >= 0 {
            this_monday - days
        } else {
            this_monday + days
        }
    };
    let Some(day) = weekday(text.chars.get(end)) else {
        let weeks = weeks?;
        let from = shifted(weeks);
        context.week = Some(from);
        context.weekday = None;
        let to = from + Days::new(6);
        let to = if from <= now.today { to.min(now.today) } else { to };
        let when = When::from_to(from, to);
        let mut mention = Mention::new(at, end, when, Rule::WholeWeek);
        mention.weak = true;
        return Some(mention);
    };
    // 星期天, but not 周一个人, 周三三
    if word == 1 && weeks.is_none() && matches!(text.chars.get(end), Some('天')) {
        return None;
    }
    if text.starts_with(end + 1, "岁") || text.starts_with(end + 1, "年") {
        return None;
    }
    let (date, rule) = match weeks {
        Some(weeks) => {
            context.week = (weeks != 0).then(|| shifted(weeks));
            (shifted(weeks) + Days::new(u64::from(day)), Rule::WeekdayOfWeek)
        }
        None => match (context.week, context.weekday) {
            (Some(week), None) => (week + Days::new(u64::from(day)), Rule::WeekdayOfWeek),
            (Some(week), Some(before)) if day > before => {
                (week + Days::new(u64::from(day)), Rule::WeekdayOfWeek)
            }
            _ => {
                let back = (7 + now.today.weekday().num_days_from_monday() - day) % 7;
                (now.back(u64::from(back)), Rule::Weekday)
            }
        },
    };
    context.weekday = Some(day);
    if let Some((last, length)) = stretch(text, end + 1, day) {
        let to = date + Days::new(u64::from(last - day));
        return Some(Mention::new(
            at,
            end + 1 + length,
            When::from_to(date, to),
            Rule::FromTo,
        ));
    }
    let mut mention = Mention::new(at, end + 1, When::Day(date), rule);
    mention.next = (date <= now.today).then(|| date + Days::new(7));
    Some(mention)
}

fn weekend(text: &Text, at: usize, end: usize, weeks: Option<i64>, now: Now) -> Mention {
    let weekday = now.today.weekday().num_days_from_monday();
    let back = match weeks {
        Some(weeks) => weeks,
        // On a weekend the bare word means this one.
        None => i64::from(weekday < 5),
    };
    let days = Days::new(7 * back.unsigned_abs());
    let this = monday(now.today);
    let monday = if back >= 0 { this - days } else { this + days };
    let (saturday, sunday) = (monday + Days::new(5), monday + Days::new(6));
    let rest = text.words(end, (end + 4).min(text.chars.len()));
    let both = rest.starts_with("两天") || rest.starts_with("这两天") || rest.starts_with("都");
    let when = if both {
        When::Range {
            from: saturday,
            to: sunday,
        }
    } else if saturday == now.today {
        When::Day(saturday)
    } else {
        When::OneOf(vec![saturday, sunday])
    };
    Mention::new(at, end, when, Rule::Weekend)
}
