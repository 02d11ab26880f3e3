//! Days as people say them, found in a message: 8月4日, 上上周五, 廿三, 国庆期间, 2月3号到7号. Called by the reading.
//!
//! **Invariants**: weeks run from Monday; a day without a year is the latest that isn't to come; a
//! day that doesn't exist is told as such; what may be two days is told as two, never decided here.

use chrono::{Datelike, Days, NaiveDate};

use super::festival;
use super::lexicon::Words;
use super::reading::{Rule, TimeOfDay, When};
use super::text::{Text, is_break};
use super::{absolute, week};

/// The day on which a message is read, in Shanghai.
#[derive(Debug, Clone, Copy)]
pub(super) struct Now {
    pub today: NaiveDate,
    /// Of the day.
    pub minute: u32,
}

impl Now {
    pub(super) fn back(self, days: u64) -> NaiveDate {
        self.today.checked_sub_days(Days::new(days)).unwrap_or(self.today)
    }

    pub(super) fn ahead(self, days: u64) -> NaiveDate {
        self.today.checked_add_days(Days::new(days)).unwrap_or(self.today)
    }
}

/// A day that stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// In characters.
    pub start: usize,
    pub end: usize,
    pub when: When,
    pub rule: Rule,
    /// The same words as a day to come, for plans and leaves.
    pub next: Option<NaiveDate>,
    /// Only an occasion: any other day in the message is meant instead.
    pub weak: bool,
    /// The lunar day is still to come: the solar one was taken.
    pub unsure: bool,
}

impl Mention {
    pub(super) fn new(start: usize, end: usize, when: When, rule: Rule) -> Self {
        Self {
            start,
            end,
            when,
            rule,
            next: None,
            weak: false,
            unsure: false,
        }
    }

    /// The one day, if it is one.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self.when {
            When::Day(day) => Some(day),
            _ => None,
        }
    }

    /// The last day that can be meant.
    pub(super) fn last(&self) -> Option<NaiveDate> {
        match &self.when {
            When::Day(day) => Some(*day),
            When::Range { to, .. } | When::Month { to, .. } => Some(*to),
            When::OneOf(days) => days.iter().max().copied(),
            When::Impossible | When::Named(_) => None,
        }
    }

    /// The first day that can be meant.
    pub(super) fn first(&self) -> Option<NaiveDate> {
        match &self.when {
            When::Day(day) => Some(*day),
            When::Range { from, .. } | When::Month { from, .. } => Some(*from),
            When::OneOf(days) => days.iter().min().copied(),
            When::Impossible | When::Named(_) => None,
        }
    }

    pub(super) fn is_ahead(&self, now: Now) -> bool {
        self.first().is_some_and(|day| day > now.today)
    }
}

/// What was said before that a shorter day leans on.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Context {
    /// Year and month.
    pub month: Option<(i32, u32)>,
    /// The Monday of the week that was named.
    pub week: Option<NaiveDate>,
    /// The last weekday that was named, 0 to 6.
    pub weekday: Option<u32>,
    pub last: Option<NaiveDate>,
}

/// 上午 and the like in the text, in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct HourMention {
    pub start: usize,
    pub end: usize,
    pub time: TimeOfDay,
}

const HOURS: [(&str, TimeOfDay); 30] = [
    ("上昼", TimeOfDay::Morning),
    ("清晨", TimeOfDay::EarlyMorning),
    ("一早", TimeOfDay::EarlyMorning),
    ("晚边", TimeOfDay::Dusk),
    ("断黑", TimeOfDay::Dusk),
    ("黄昏", TimeOfDay::Dusk),
    ("上午", TimeOfDay::Morning),
    ("早上", TimeOfDay::EarlyMorning),
    ("早晨", TimeOfDay::EarlyMorning),
    ("清早", TimeOfDay::EarlyMorning),
    ("一大早", TimeOfDay::EarlyMorning),
    ("大清早", TimeOfDay::EarlyMorning),
    ("今早", TimeOfDay::EarlyMorning),
    ("明早", TimeOfDay::EarlyMorning),
    ("中午", TimeOfDay::Noon),
    ("晌午", TimeOfDay::Noon),
    ("午间", TimeOfDay::Noon),
    ("下午", TimeOfDay::Afternoon),
    ("下昼", TimeOfDay::Afternoon),
    ("傍晚", TimeOfDay::Dusk),
    ("晚上", TimeOfDay::Evening),
    ("晚间", TimeOfDay::Evening),
    ("夜里", TimeOfDay::Evening),
    ("夜间", TimeOfDay::Evening),
    ("晚饭后", TimeOfDay::Evening),
    ("今晚", TimeOfDay::Evening),
    ("昨晚", TimeOfDay::Evening),
    ("昨夜", TimeOfDay::Evening),
    ("前晚", TimeOfDay::Evening),
    ("凌晨", TimeOfDay::Dawn),
];

pub(super) fn hours(text: &Text) -> Vec<HourMention> {
    let mut found: Vec<HourMention> = Vec::new();
    for start in 0..text.chars.len() {
        if let Some((word, time)) = HOURS.iter().find(|(word, _)| text.starts_with(start, word)) {
            let end = start + word.chars().count();
            if found.last().is_none_or(|last| last.end <= start) {
                found.push(HourMention {
                    start,
                    end,
                    time: *time,
                });
            }
        }
    }
    found
}

/// Word, days from today, and whether it may mean the day just over when written shortly after midnight.
const RELATIVE: [(&str, i64, Night); 43] = [
    ("明朝", 1, Night::Plain),
    ("明儿个", 1, Night::Plain),
    ("明儿", 1, Night::Plain),
    ("明个", 1, Night::Plain),
    ("后日", 2, Night::Plain),
    ("后儿", 2, Night::Plain),
    ("前个", -2, Night::Plain),
    ("大前儿", -3, Night::Plain),
    ("大前天", -3, Night::Plain),
    ("大前日", -3, Night::Plain),
    ("前天", -2, Night::Plain),
    ("前日", -2, Night::Plain),
    ("前儿", -2, Night::Plain),
    ("前晚", -2, Night::Plain),
    ("昨天", -1, Night::Plain),
    ("昨日", -1, Night::Plain),
    ("昨儿个", -1, Night::Plain),
    ("昨儿", -1, Night::Plain),
    ("昨晚", -1, Night::Plain),
    ("昨夜", -1, Night::Plain),
    ("昨个", -1, Night::Plain),
    ("昨上午", -1, Night::Plain),
    ("昨下午", -1, Night::Plain),
    ("昨早", -1, Night::Plain),
    ("今儿个", 0, Night::Unsure),
    ("今儿", 0, Night::Unsure),
    ("今天", 0, Night::Unsure),
    ("今日", 0, Night::Unsure),
    ("今晚", 0, Night::Unsure),
    ("今早", 0, Night::Unsure),
    ("今晨", 0, Night::Unsure),
    ("今个", 0, Night::Unsure),
    ("今上午", 0, Night::Unsure),
    ("今下午", 0, Night::Unsure),
    ("今朝", 0, Night::Unsure),
    ("刚刚", 0, Night::Just),
    ("刚才", 0, Night::Just),
    ("大后天", 3, Night::Plain),
    ("后天", 2, Night::Plain),
    ("明天", 1, Night::Plain),
    ("明日", 1, Night::Plain),
    ("明早", 1, Night::Plain),
    ("明晚", 1, Night::Plain),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Night {
    Plain,
    Unsure,
    /// 刚才: the instant itself, whatever the hour.
    Just,
}

/// All days in the text, in order, without overlap.
pub(super) fn mentions(text: &Text, words: &Words, now: Now) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut context = Context::default();
    let mut at = 0;
    while at < text.chars.len() {
        let mention = absolute::read(text, at, &mut context, now)
            .or_else(|| relative(text, at, now))
            .or_else(|| week::read(text, at, &mut context, now))
            .or_else(|| of_festival(text, at, words, now));
        match mention {
            Some(mut mention) => {
                // 正月十五前后 is no day.
                if text.starts_with(mention.end, "前后") {
                    mention.end += 2;
                    mention.when = When::Named(text.words(mention.start, mention.end));
                    mention.rule = Rule::NamedEvent;
                }
                at = mention.end.max(at + 1);
                if let Some(day) = mention.last() {
                    context.last = Some(day);
                }
                if !is_habit(text, mention.start) {
                    found.push(mention);
                }
            }
            None => at += 1,
        }
    }
    take_back(text, &mut found);
    join(text, found)
}

/// 昨天，哦不对，是前天: the later word is meant in both places.
fn take_back(text: &Text, found: &mut [Mention]) {
    for at in 1..found.len() {
        if text.takes_back(found[at - 1].end, found[at].start) {
            found[at - 1].when = found[at].when.clone();
            found[at - 1].next = found[at].next;
        }
    }
}

/// 每周三, 从去年5月起: no day of an event.
fn is_habit(text: &Text, start: usize) -> bool {
    start > 0 && matches!(text.chars[start - 1], '每' | '逢')
}

/// 刚在村部开完会, 我刚提交了: what a clause begins with, and a deed.
fn just_now(text: &Text, at: usize, now: Now) -> Option<Mention> {
    const DEEDS: &str = "在从去到跟和接走开看听参提交递报列视收回送结散座慰见陪处忙办搞发寄把同与进访";
    let leads = at == 0 || is_break(text.chars[at - 1]) || matches!(text.chars[at - 1], '我' | '才');
    let deed = text.chars.get(at + 1).is_some_and(|c| DEEDS.contains(*c));
    (text.chars[at] == '刚' && leads && deed)
        .then(|| Mention::new(at, at + 1, When::Day(now.today), Rule::JustNow))
}

fn relative(text: &Text, at: usize, now: Now) -> Option<Mention> {
    if let Some(just) = just_now(text, at, now) {
        return Some(just);
    }
    let (word, offset, night) = RELATIVE.iter().find(|(word, _, _)| text.starts_with(at, word))?;
    let length = word.chars().count();
    // 以前天天, 之前天
    if at > 0 && matches!(text.chars[at - 1], '以' | '之' | '目') {
        return None;
    }
    let end = at + if *night == Night::Just { 2 } else { length };
    let day = if *offset < 0 {
        now.back(offset.unsigned_abs())
    } else {
        now.ahead(offset.unsigned_abs())
    };
    let mention = match night {
        Night::Unsure if now.minute < 4 * 60 => Mention::new(
            at,
            end,
            When::OneOf(vec![now.back(1), now.today]),
            Rule::AfterMidnight,
        ),
        Night::Just => Mention::new(at, at + 1, When::Day(day), Rule::JustNow),
        _ => Mention::new(at, end, When::Day(day), Rule::RelativeDay),
    };
    Some(mention)
}

fn of_festival(text: &Text, at: usize, words: &Words, now: Now) -> Option<Mention> {
    let rest = &text.chars[at..];
    let named = festival::named(rest, words, now.today)?;
    let mut end = at + named.length;
    let has_node = text.starts_with(end, "节");
    if has_node {
        end += 1;
    }
    let mut mention = Mention::new(at, end, When::Day(named.on), Rule::Festival);
    mention.weak = true;
    let follows = |words: &[&str]| {
        words
            .iter()
            .find(|word| text.starts_with(end, word))
            .map(|word| word.chars().count())
    };
    if let Some((length, day)) = first_weekday_after(text, end, named.leave(words, now.today).1) {
        mention.when = When::Day(day);
        mention.end = end + length;
        mention.weak = false;
    } else if let Some(length) = follows(&["前一天", "前1天", "头一天"]) {
        mention.when = When::Day(named.on - Days::new(1));
        mention.end = end + length;
        mention.weak = false;
    } else if let Some(length) = follows(&["后一天", "第二天", "次日", "过后一天"]) {
        mention.when = When::Day(named.on + Days::new(1));
        mention.end = end + length;
        mention.weak = false;
    } else if let Some(length) = follows(&["那天", "当天", "当日", "这天", "那日", "当晚", "那晚"])
    {
        mention.end = end + length;
    } else if let Some(length) = follows(&[
        "期间", "假期", "小长假", "长假", "黄金周", "放假", "假里", "这几天", "那几天",
    ]) {
        let (from, to) = named.leave(words, now.today);
        mention.when = When::from_to(from, to);
        mention.rule = Rule::Leave;
        mention.end = end + length;
    } else if let Some(length) =
        follows(&["前夕", "前后", "前", "之前", "过后", "后", "以来", "以后", "之后"])
    {
        mention.end = end + length;
        mention.when = When::Named(text.words(at, mention.end));
        mention.rule = Rule::NamedEvent;
    } else if named.is_long() && !has_node {
        let (from, to) = named.leave(words, now.today);
        mention.when = When::from_to(from, to);
        mention.rule = Rule::Leave;
    }
    Some(mention)
}

/// 元旦后第一个周一: the first such weekday behind the leave.
fn first_weekday_after(text: &Text, at: usize, last: NaiveDate) -> Option<(usize, NaiveDate)> {
    let lead = ["后的第一个", "后第一个", "过后第一个", "过后的第一个", "后头一个"]
        .iter()
        .find(|word| text.starts_with(at, word))?
        .chars()
        .count();
    let (weekday, length) = week::bare_weekday(text, at + lead)?;
    let day = (1..=7)
        .filter_map(|ahead| last.checked_add_days(Days::new(ahead)))
        .find(|day| day.weekday().num_days_from_monday() == weekday)?;
    Some((lead + length, day))
}

/// What stands between two days that are the ends of one stretch: 到, 开到, 开幕，一直到.
fn leads_on(text: &Text, from: usize, to: usize) -> bool {
    const BEGUN: [&str; 17] = [
        "开始", "开幕", "起", "开", "报到", "启动", "出发", "上午", "下午", "晚上", "早上", "中午", "清早",
        "一早", "进驻", "参会", "入场",
    ];
    const ON: [&str; 15] = [
        "到", "至", "-", "~", "—", "——", "一直到", "直到", "持续到", "开到", "住到", "学到", "到了", "忙到",
        "延续到",
    ];
    let mut at = from;
    while at < to {
        let begun = BEGUN
            .iter()
            .filter(|word| text.starts_with(at, word))
            .map(|word| word.chars().count())
            .max();
        at = match begun {
            Some(length)
                if !ON
                    .iter()
                    .any(|word| word.chars().count() == to - at && text.starts_with(at, word)) =>
            {
                at + length
            }
            _ => break,
        };
    }
    let at = (at..to)
        .find(|at| !matches!(text.chars[*at], '，' | ' '))
        .unwrap_or(to);
    let between = text.words(at, to);
    ON.contains(&between.as_str()) || goes_on(&between)
}

/// 一直参加到, 调研到: a verb that lasts, but not one that moves: 去到, 赶到, 收到.
fn goes_on(between: &str) -> bool {
    let words: Vec<char> = between.chars().collect();
    match words.as_slice() {
        [.., verb, '到' | '至'] => {
            words.len() <= 6
                && !words.iter().any(|c| is_break(*c))
                && !"去来赶回走跑下上得收接报听看见碰遇提说讲谈送寄交达推改延".contains(*verb)
        }
        _ => false,
    }
}

/// 2月3号开幕，2月7号闭幕.
fn begins_and_ends(text: &Text, first: &Mention, last: &Mention) -> bool {
    last.start <= first.end + 5
        && ["开幕", "开始", "报到"]
            .iter()
            .any(|word| text.starts_with(first.end, word))
        && ["闭幕", "结束", "散会", "收官", "返程"]
            .iter()
            .any(|word| text.starts_with(last.end, word))
}

/// 周四周五, 2月3号到7号, 30日至次月2日: neighbours become one range.
fn join(text: &Text, found: Vec<Mention>) -> Vec<Mention> {
    let mut joined: Vec<Mention> = Vec::new();
    for mention in found {
        if let Some(last) = joined.last_mut()
            && let (Some(from), Some(to)) = (last.day().or(last.first()), mention.day())
            && !matches!(last.when, When::OneOf(_) | When::Month { .. })
            && last.end <= mention.start
        {
            let between = text.words(last.end, mention.start);
            let to_word = leads_on(text, last.end, mention.start) || begins_and_ends(text, last, &mention);
            let weekday = |rule| {
                matches!(
                    rule,
                    Rule::Weekday
                        | Rule::WeekdayOfWeek
                        | Rule::DayOfMonth
                        | Rule::DayOfNamedMonth
                        | Rule::FullDate
                        | Rule::MonthAndDay
                        | Rule::RelativeDay
                )
            };
            let neighbours = matches!(between.as_str(), "" | "、" | "和" | " " | "跟")
                && weekday(last.rule)
                && weekday(mention.rule)
                && last.last().and_then(|day| day.succ_opt()) == Some(to);
            let from = if to_word && from > to {
                // 周一到周三, said on a Monday: the Monday of that week.
                match last.rule {
                    Rule::Weekday => from.checked_sub_days(Days::new(7)),
                    _ => from.checked_sub_months(chrono::Months::new(12)),
                }
                .unwrap_or(from)
            } else {
                from
            };
            if (to_word && from < to) || neighbours {
                last.when = When::Range { from, to };
                last.end = mention.end;
                last.rule = Rule::FromTo;
                continue;
            }
            // Said twice: 昨天嘛，就是昨天.
            if from == to && last.day() == Some(to) && mention.start <= last.end + 6 {
                continue;
            }
        }
        joined.push(mention);
    }
    joined
}

/// A day that exists, or that there is no such day.
pub(super) fn checked(year: i32, month: u32, day: u32) -> When {
    NaiveDate::from_ymd_opt(year, month, day).map_or(When::Impossible, When::Day)
}

/// The latest year in which month and day aren't to come.
pub(super) fn year_of(month: u32, day: u32, now: Now) -> i32 {
    if (month, day) > (now.today.month(), now.today.day()) {
        now.today.year() - 1
    } else {
        now.today.year()
    }
}

/// First and last day of a month.
pub(super) fn month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let from = NaiveDate::from_ymd_opt(year, month, 1)?;
    let to = from.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
    Some((from, to))
}
