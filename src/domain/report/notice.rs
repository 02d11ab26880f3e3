//! A notice that somebody else wrote is read: which activity it announces, when and where. Called by the chat when a deputy
//! passes a notice on.
//!
//! **Invariants:** a notice says what is to be, so its days lie ahead where its words allow that; nobody is counted, because
//! nobody has come yet; what names no duty and announces nothing is no notice.

use chrono::Days;

use crate::domain::duty_record::RecordField;
use crate::domain::handbook::DutyCategory;

use super::clause::{Found, Material};
use super::date::{Mention, Now};
use super::lexicon::{Kind, Words};
use super::reading::{Field, RecordRead, Rule, Span, When};
use super::text::is_break;
use super::{LONGEST, clause, count, event, record};

/// A day without a year is taken for the one to come, if that is so near.
const AHEAD_DAYS: i64 = 180;

/// Words by which something is announced.
const ANNOUNCES: [&str; 9] = [
    "通知", "定于", "拟于", "召开", "举行", "举办", "请准时", "敬请", "邀请",
];

/// Words by which something is told that is over.
const TELLS: [&str; 7] = [
    "开展了", "举行了", "召开了", "组织了", "举办了", "参加了", "调研了",
];

/// What a notice asks of its readers is not what the activity is about.
const REQUESTS: [&str; 6] = ["请", "收到", "回复", "准时", "联系人", "务必"];

/// Words behind which an event is named.
const HOLDS: [&str; 4] = ["举办", "举行", "召开", "组织参加"];

/// Words that stand before a place or a matter in a notice's lines.
const PLACE_HEADS: [&str; 6] = ["地点", "会议地点", "活动地点", "集合地点", "培训地点", "报到地点"];
const TITLE_HEADS: [&str; 7] = [
    "主题", "内容", "活动内容", "会议内容", "培训内容", "议题", "会议名称",
];

/// Reads a notice that was written at `now` (epoch milliseconds). Spans are bytes of `message`. None: it announces nothing.
pub fn read_notice(message: &str, now: i64, words: &Words) -> Option<RecordRead> {
    let message = message
        .char_indices()
        .nth(LONGEST)
        .map_or(message, |(end, _)| &message[..end]);
    let mut found = Found::of(message, now, words);
    let end = found.material().text.chars.len();
    let over = found.material().holds_any(0, end, &TELLS);
    if !over {
        found.look_ahead(ahead);
    }
    let material = found.material();
    let mut clauses = clause::clauses(&material);
    for clause in &mut clauses {
        clause.plan = false;
    }
    let quantities = count::quantities(material.text, material.hits, material.days);
    let mut reads: Vec<RecordRead> = event::events(&material, &clauses, &quantities)
        .iter()
        .flat_map(|event| record::records(&material, words, event, &quantities))
        .collect();
    let announces = material.holds_any(0, end, &ANNOUNCES);
    let named = reads.iter().position(|read| {
        read.category.rule == Rule::WordList && read.category.value != DutyCategory::Contact
    });
    let mut read = match named {
        Some(place) => reads.swap_remove(place),
        // A visit or a reception that others announce is one too; so is a meeting of no kind that is known.
        None if announces && !material.days.is_empty() => {
            let mut read = reads.into_iter().next()?;
            match named_in(&material) {
                Some(category) => read.category = category,
                None if read.category.rule != Rule::WordList => read.category.value = DutyCategory::Other,
                None => {}
            }
            read
        }
        None => return None,
    };
    // The day may stand in a line of its own.
    let day = || {
        material
            .days
            .iter()
            .find(|day| !day.weak)
            .or(material.days.first())
    };
    if read.when.is_none() {
        read.when = day().map(|day| Field {
            value: day.when.clone(),
            span: material.text.span(day.start, day.end),
            rule: day.rule,
        });
    }
    read.place = read.place.and_then(|place| without_day(place, message));
    if let Some(place) = line_of(&material, &PLACE_HEADS) {
        read.place = Some(place);
    }
    if let Some(title) = line_of(&material, &TITLE_HEADS) {
        read.matters = vec![title];
    }
    read.matters
        .retain(|matter| !REQUESTS.iter().any(|word| matter.value.contains(word)));
    if read.matters.is_empty() && read.category.value.matters_field() == RecordField::Title {
        read.matters.extend(event_called(&material));
    }
    read.people = None;
    read.households = None;
    read.firms = None;
    read.groups = None;
    (announces || read.when.is_some()).then_some(read)
}

/// The same words as a day to come.
fn ahead(day: &mut Mention, now: Now) {
    let Some(next) = day.next else { return };
    if (next - now.today).num_days() > AHEAD_DAYS {
        return;
    }
    match &day.when {
        When::Day(_) => day.when = When::Day(next),
        When::Range { from, to } => {
            let length = (*to - *from).num_days();
            let to = u64::try_from(length)
                .ok()
                .and_then(|length| next.checked_add_days(Days::new(length)));
            day.when = When::Range {
                from: next,
                to: to.unwrap_or(next),
            };
        }
        _ => {}
    }
}

/// 关于开展集中视察的通知: a word that names a duty stands in the heading.
fn named_in(material: &Material) -> Option<Field<DutyCategory>> {
    material.hits.iter().find_map(|hit| match hit.kind {
        Kind::Strong(category) if category != DutyCategory::Contact => Some(Field {
            value: category,
            span: material.text.span(hit.start, hit.end),
            rule: Rule::WordList,
        }),
        _ => None,
    })
}

/// 举办代表履职培训班: what it is called.
fn event_called(material: &Material) -> Option<Field<String>> {
    let chars = &material.text.chars;
    let (at, held) = (0..chars.len()).find_map(|at| {
        let word = HOLDS.iter().find(|word| material.text.starts_with(at, word))?;
        Some((at, word))
    })?;
    let start = at + held.chars().count();
    let end = (start..chars.len())
        .find(|at| is_break(chars[*at]))
        .unwrap_or(chars.len());
    let value = material.text.words(start, end);
    (2..=40).contains(&value.chars().count()).then(|| Field {
        value,
        span: material.text.span(start, end),
        rule: Rule::Said,
    })
}

/// 于3月10日上午9时在市委党校: the day is no part of the place.
fn without_day(place: Field<String>, message: &str) -> Option<Field<String>> {
    if !place.value.chars().any(|c| c.is_ascii_digit()) {
        return Some(place);
    }
    let behind = place.span.of(message).rfind('在')? + '在'.len_utf8();
    let span = Span {
        start: place.span.start + behind,
        end: place.span.end,
    };
    let value = span.of(message).to_owned();
    (!value.is_empty()).then_some(Field { value, span, ..place })
}

/// What stands behind one of these words and a colon, up to the end of the line.
fn line_of(material: &Material, heads: &[&str]) -> Option<Field<String>> {
    let chars = &material.text.chars;
    let begins = |at: usize| at == 0 || is_break(chars[at - 1]) || chars[at - 1] == ' ';
    for at in (0..chars.len()).filter(|at| begins(*at)) {
        for head in heads {
            let colon = at + head.chars().count();
            if !material.text.starts_with(at, head) || !matches!(chars.get(colon), Some(':' | '：')) {
                continue;
            }
            let start = colon + 1;
            let to = (start..chars.len())
                .find(|at| matches!(chars[*at], '\n' | '。' | '；' | ';'))
                .unwrap_or(chars.len());
            let value = material.text.words(start, to);
            let value = value.trim_matches(|c| is_break(c) || c == ' ').to_owned();
            if !value.is_empty() {
                return Some(Field {
                    value,
                    span: material.text.span(start, to),
                    rule: Rule::Said,
                });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::time::instant_of;

    /// Monday, 2 March 2026, ten in the morning.
    fn now() -> i64 {
        instant_of(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap(), 600)
    }

    fn said(read: &RecordRead) -> (DutyCategory, Option<When>, Option<String>) {
        (
            read.category.value,
            read.when.as_ref().map(|when| when.value.clone()),
            read.place.as_ref().map(|place| place.value.clone()),
        )
    }

    fn on(month: u32, day: u32) -> Option<When> {
        Some(When::Day(NaiveDate::from_ymd_opt(2026, month, day).unwrap()))
    }

    #[test]
    fn notices_are_read_with_days_to_come() {
        for (notice, category, when, place) in [
            (
                "【通知】定于3月10日上午9时在市委党校举办代表履职培训班，请准时参加。",
                DutyCategory::Training,
                on(3, 10),
                Some("市委党校"),
            ),
            (
                "关于开展集中视察的通知\n各位代表：\n时间：3月12日（周四）\n地点：石桥镇自来水厂\n内容：农村饮水安全\n联系人：小李",
                DutyCategory::Inspection,
                on(3, 12),
                Some("石桥镇自来水厂"),
            ),
            (
                "各位代表，本周五下午代表小组活动，在岳麓区代表联络站集合，收到请回复",
                DutyCategory::GroupActivity,
                on(3, 6),
                None,
            ),
            (
                "明天上午请到人大会议室参加执法检查动员会",
                DutyCategory::LawEnforcementCheck,
                on(3, 3),
                None,
            ),
        ] {
            let read = read_notice(notice, now(), Words::shipped()).unwrap_or_else(|| panic!("{notice}"));
            let (found, day, at) = said(&read);
            assert_eq!((found, day), (category, when), "{notice}");
            if let Some(place) = place {
                assert_eq!(at.as_deref(), Some(place), "{notice}");
            }
            assert_eq!(read.people, None, "{notice}");
        }
    }

    #[test]
    fn what_announces_nothing_is_no_notice() {
        for text in [
            "本周五修渠，请各户出工",
            "渠道坏了，求解决",
            "哈哈哈",
            "",
            "好人一生平安，转发五个群",
        ] {
            assert_eq!(read_notice(text, now(), Words::shipped()), None, "{text}");
        }
    }

    #[test]
    fn what_is_told_of_the_past_stays_in_the_past() {
        let read = read_notice(
            "2月26日，市人大组织了集中视察，代表们看了水厂",
            now(),
            Words::shipped(),
        );
        assert_eq!(said(&read.unwrap()).1, on(2, 26));
    }
}
