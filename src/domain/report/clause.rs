//! The clauses of a message and what each of them does: a kind of duty, a saying, a plan. Called by the reading.
//!
//! **Invariant:** what stands behind 反映 or 说 is what people said; no word in it is taken for the deputy's deed.

use crate::domain::time::{day_of, minute_of_day};

use super::date::{self, HourMention, Mention, Now};
use super::deed::{self, Trigger};
use super::lexicon::{Hit, Kind, Words};
use super::reading::Rule;
use super::text::{Text, is_break};

/// A stretch between two breaks, in characters.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    pub start: usize,
    pub end: usize,
    pub trigger: Option<Trigger>,
    /// Where what people said begins; the end if nobody speaks.
    pub said: usize,
    /// Begins with a day, an hour, 又 or the deputy's deed.
    pub opens: bool,
    /// Begins with 又, 另外, 会后.
    pub again: bool,
    pub plan: bool,
}

/// A message with the words, days and hours that were found in it.
pub(super) struct Found {
    text: Text,
    hits: Vec<Hit>,
    days: Vec<Mention>,
    hours: Vec<HourMention>,
    now: Now,
}

impl Found {
    /// `now` in epoch milliseconds.
    pub(super) fn of(message: &str, now: i64, words: &Words) -> Self {
        let now = Now {
            today: day_of(now),
            minute: minute_of_day(now),
        };
        let text = Text::of(message, words);
        Self {
            hits: words.hits(&text.chars),
            days: date::mentions(&text, words, now),
            hours: date::hours(&text),
            text,
            now,
        }
    }

    /// Lets days be other ones that the same words can mean.
    pub(super) fn look_ahead(&mut self, change: impl Fn(&mut Mention, Now)) {
        for day in &mut self.days {
            change(day, self.now);
        }
    }

    pub(super) fn material(&self) -> Material<'_> {
        Material {
            text: &self.text,
            hits: &self.hits,
            days: &self.days,
            hours: &self.hours,
            now: self.now,
        }
    }
}

pub(super) struct Material<'a> {
    pub text: &'a Text,
    pub hits: &'a [Hit],
    pub days: &'a [Mention],
    pub hours: &'a [HourMention],
    pub now: Now,
}

impl Material<'_> {
    /// The words that lie between two places.
    pub(super) fn between(&self, start: usize, end: usize) -> impl Iterator<Item = &Hit> {
        let from = self.hits.partition_point(|hit| hit.start < start);
        self.hits[from..]
            .iter()
            .take_while(move |hit| hit.start < end)
            .filter(move |hit| hit.end <= end)
    }

    pub(super) fn hits_in(&self, start: usize, end: usize, kind: Kind) -> impl Iterator<Item = &Hit> {
        self.between(start, end).filter(move |hit| hit.kind == kind)
    }

    /// Of one kind, beginning at a place.
    pub(super) fn hits_at(&self, at: usize, kind: Kind) -> impl Iterator<Item = &Hit> {
        self.hits_in(at, self.text.chars.len(), kind)
            .take_while(move |hit| hit.start == at)
    }

    pub(super) fn has(&self, start: usize, end: usize, kind: Kind) -> bool {
        self.hits_in(start, end, kind).next().is_some()
    }

    pub(super) fn holds(&self, start: usize, end: usize, word: &str) -> bool {
        self.text.find(word, start, end).is_some()
    }

    pub(super) fn holds_any(&self, start: usize, end: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.holds(start, end, word))
    }
}

pub(super) fn clauses(material: &Material) -> Vec<Clause> {
    let chars = &material.text.chars;
    let mut clauses = Vec::new();
    let mut start = 0;
    let mut quoted = 0_i32;
    let mut at = 0;
    while at <= chars.len() {
        let c = chars.get(at).copied();
        match c {
            Some('《' | '(') => quoted += 1,
            Some('》' | ')') => quoted -= 1,
            _ => {}
        }
        let breaks = c.is_none_or(|c| is_break(c) && c != '、' && c != '“' && c != '”' && c != '·')
            && (quoted <= 0 || c.is_none_or(|c| c == '。' || c == '\n'));
        // 忙完了 is one word, not 完了 as in "and then".
        let tail = at > 0
            && material.text.starts_with(at, "完了")
            && "忙走开做干搞吃办看听学交写弄谈讲说访".contains(chars[at - 1]);
        let connects = at > start
            && quoted <= 0
            && !tail
            && material
                .hits
                .iter()
                .any(|hit| hit.kind == Kind::Connective && hit.start == at && hit.end - hit.start >= 2);
        let in_day = material.days.iter().any(|day| day.start < at && at < day.end);
        if (breaks || connects) && !in_day {
            if at > start {
                let mut clause = clause(material, start, at);
                // 等农忙过了，去看看那几户
                clause.plan |= clauses
                    .last()
                    .is_some_and(|before: &Clause| waits(material, before))
                    && !material.holds(start, at, "了");
                clauses.push(clause);
            }
            start = if breaks { at + 1 } else { at };
            quoted = if breaks { 0 } else { quoted };
        }
        at += 1;
    }
    clauses
}

/// 等月底农忙过了: what follows is to be done.
fn waits(material: &Material, clause: &Clause) -> bool {
    let begins = ["等", "待", "再过"]
        .iter()
        .any(|word| material.text.starts_with(clause.start, word));
    begins
        && !material.text.starts_with(clause.start + 1, "了")
        && matches!(material.text.chars[clause.end - 1], '了' | '后' | '完' | '天')
}

fn clause(material: &Material, start: usize, end: usize) -> Clause {
    let said = said(material, start, end);
    let lead = lead_end(material, start, end);
    let trigger = deed::trigger(material, start, said.min(end), end).or_else(|| {
        // 反映 alone is both: people spoke.
        deed::weak(material, start, end)
    });
    let again = material
        .hits
        .iter()
        .any(|hit| hit.kind == Kind::Again && hit.start >= start && hit.start <= lead && hit.end <= end);
    let deed = trigger.is_some_and(|trigger| trigger.strong && trigger.start <= lead + 6);
    let opens = deed
        && (lead > start
            || again
            || trigger.is_some_and(|trigger| begins_deed(material, start, trigger.start)));
    let plan = plan(material, start, end);
    Clause {
        start,
        end,
        trigger,
        said,
        opens,
        again,
        plan,
    }
}

/// Behind the days, hours and 又 at the beginning.
fn lead_end(material: &Material, start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        let day = material
            .days
            .iter()
            .find(|day| day.start == at && day.end <= end)
            .map(|day| day.end);
        let hour = material
            .hours
            .iter()
            .find(|hour| hour.start == at && hour.end <= end)
            .map(|hour| hour.end);
        let again = material
            .hits
            .iter()
            .find(|hit| hit.kind == Kind::Again && hit.start == at && hit.end <= end)
            .map(|hit| hit.end);
        let filler = matches!(
            material.text.chars.get(at),
            Some('我' | '的' | '就' | '是' | '于' | '在' | '上' | '也')
        )
        .then_some(at + 1);
        match day.or(hour).or(again).or(filler) {
            Some(next) if next <= end && next > at => at = next,
            _ => return at,
        }
    }
}

fn begins_deed(material: &Material, start: usize, at: usize) -> bool {
    at == start
        || material.holds_any(
            start,
            at,
            &[
                "参加", "出席", "应邀", "我", "去", "到", "列席", "组织", "开展", "接", "跟", "随", "通过",
            ],
        )
}

/// Where what people said begins: behind the first 反映, 说, 关于 that isn't part of another word.
fn said(material: &Material, start: usize, end: usize) -> usize {
    material
        .hits_in(start, end, Kind::Say)
        .filter(|hit| !material.text.in_title(hit.start) && !is_doubled(material, hit.start, hit.end))
        .filter(|hit| {
            !material.hits.iter().any(|other| {
                let covers = other.start <= hit.start
                    && other.end >= hit.end
                    && other.end - other.start > hit.end - hit.start;
                let part = other.start < hit.start && other.end > hit.start;
                matches!(
                    other.kind,
                    Kind::Strong(_)
                        | Kind::Way
                        | Kind::Person
                        | Kind::Thing
                        | Kind::Firm
                        | Kind::Place
                        | Kind::Say
                ) && (covers || part)
            })
        })
        .filter(|hit| {
            material.text.words(hit.start, hit.end) != "建议" || follows_person(material, hit.start)
        })
        .map(|hit| hit.end)
        .filter(|at| !counts_people(material, *at))
        .min()
        .unwrap_or(end)
}

/// 问了问, 谈了谈: the deed alone, and nothing of what was said.
fn is_doubled(material: &Material, start: usize, end: usize) -> bool {
    let chars = &material.text.chars;
    let verb = chars[start];
    let ahead = end == start + 1 && chars.get(end) == Some(&'了') && chars.get(end + 1) == Some(&verb);
    let behind = start >= 2 && chars[start - 1] == '了' && chars[start - 2] == verb;
    ahead || behind
}

/// 村民建议 opens what they said; 我的建议 is a paper.
fn follows_person(material: &Material, at: usize) -> bool {
    material
        .hits
        .iter()
        .any(|hit| hit.kind == Kind::Person && hit.end == at)
        || at > 0 && material.text.chars[at - 1] == '们'
}

/// 问了五十多户, 听取了12名群众: who was asked, not what was said.
fn counts_people(material: &Material, at: usize) -> bool {
    // 去年反映问题的11户
    if ["问题的", "过问题", "情况的", "一下", "过的"]
        .iter()
        .any(|word| material.text.starts_with(at, word))
    {
        return true;
    }
    if tells_which(material, at) {
        return true;
    }
    let chars = &material.text.chars;
    let from = at + usize::from(chars.get(at) == Some(&'了'));
    chars
        .get(from..)
        .and_then(super::numeral::read)
        .is_some_and(|number| {
            matches!(
                chars.get(from + number.length),
                Some('户' | '人' | '名' | '位' | '家')
            )
        })
}

/// 上次说漏水的那5户: what they had said tells which of them, and no saying of now.
fn tells_which(material: &Material, at: usize) -> bool {
    let chars = &material.text.chars;
    (at..chars.len().min(at + 12))
        .take_while(|here| !is_break(chars[*here]))
        .filter(|here| chars[*here] == '的')
        .any(|here| {
            let from = here + 1 + usize::from(matches!(chars.get(here + 1), Some('那' | '这')));
            chars
                .get(from..)
                .and_then(super::numeral::read)
                .is_some_and(|number| {
                    matches!(
                        chars.get(from + number.length),
                        Some('户' | '人' | '名' | '位' | '家')
                    )
                })
        })
}

/// A day to come, or 准备 and the like without anything done.
fn plan(material: &Material, start: usize, end: usize) -> bool {
    let ahead = material
        .days
        .iter()
        .any(|day| day.start >= start && day.end <= end && !day.weak && day.is_ahead(material.now));
    let weak_ahead = material
        .days
        .iter()
        .any(|day| day.start >= start && day.end <= end && day.is_ahead(material.now));
    let past = material.days.iter().any(|day| {
        // 拟于6月上旬: a month without its year may lie ahead.
        let any_year = matches!(day.rule, Rule::WholeMonth | Rule::ThirdOfMonth);
        day.start >= start
            && day.end <= end
            && !any_year
            && day.last().is_some_and(|last| last < material.now.today)
    });
    let said = said(material, start, end);
    // 等国庆忙完了再约: what comes behind 再 is to be done.
    let waits = ["等", "待"]
        .iter()
        .any(|word| material.text.starts_with(start, word))
        && material.holds_any(start, said, &["再", "了去", "了就", "了到", "后去", "就去"]);
    let word = material.hits_in(start, said, Kind::Plan).any(|hit| {
        let before = material.text.words(start, hit.start);
        !before.contains('说') && !before.contains('了')
    });
    ahead
        || weak_ahead
        || waits
        || (word && !past && !material.holds(start, said, "了"))
        || (word
            && material.days.iter().any(|day| {
                day.start >= start
                    && day.end <= end
                    && day.next.is_some()
                    && !material.holds(start, said, "了")
            }))
}
