//! Where it was: a place of the word list, or what stands behind 到, 在, 去 and ends like a place. Called by the reading
//! of a record.
//!
//! **Invariant:** a place is a piece of the message, as it was written; nothing is completed.

use super::clause::Material;
use super::lexicon::{Hit, Kind};
use super::reading::{Field, Rule};
use super::text::{Text, is_break};

const LEADS: [&str; 31] = [
    "来到了", "来到", "前往", "深入", "走进", "赴", "走访了", "走访过", "走访", "去了趟", "去了一趟", "去了",
    "去到", "回到", "回了", "跑到", "下到", "视察了", "视察", "看了", "慰问了", "慰问", "到了", "走了", "到",
    "去", "在", "于", "回", "下", "进",
];

/// Ends a place phrase: whatever begins an action or a statement.
const STOPS: [&str; 46] = [
    "走访", "座谈", "接待", "接访", "开展", "开了", "开会", "开屋", "开坝", "听", "看", "聊", "参加", "组织",
    "调研", "视察", "检查", "慰问", "入户", "反映", "讲", "说", "谈", "问", "跟", "和群", "和村", "和居",
    "与", "碰", "遇", "扫墓", "宣讲", "旁听", "驻村", "买", "有", "反馈", "拜年", "散步", "包饺", "学习",
    "转了", "坐了", "我", "就",
];

/// The place in a stretch of the text, if it names one.
pub(super) fn place(material: &Material, start: usize, end: usize) -> Option<Field<String>> {
    let (text, hits) = (material.text, material.hits);
    let is_day = |at: usize| {
        material.days.iter().any(|day| day.start <= at && at < day.end)
            || material
                .hours
                .iter()
                .any(|hour| hour.start <= at && at < hour.end)
    };
    for at in start..end {
        if is_day(at) {
            continue;
        }
        // 前天晚上村里开会: a known place right behind the day.
        let behind_time = at == start
            || material.days.iter().any(|day| day.end == at)
            || material.hours.iter().any(|hour| hour.end == at);
        if behind_time
            && let Some(known) = known_at(hits, at, end)
            && !["喊", "组织", "安排", "通知", "要求", "领导", "来人", "的", "人大"]
                .iter()
                .any(|word| text.starts_with(known, word))
        {
            return Some(field(text, at, known, Rule::PlacePhrase));
        }
        let Some(lead) = LEADS.iter().find(|lead| text.starts_with(at, lead)) else {
            continue;
        };
        // 得到, 遇到, 提到, 现在: no place follows.
        if at > start
            && !is_day(at - 1)
            && lead.chars().count() == 1
            && "得遇碰听提说讲谈遇见收接拿看想感达现正存实下上过出拿走一乡村".contains(text.chars[at - 1])
        {
            continue;
        }
        let from = at + lead.chars().count();
        let object = OBJECT_LEADS.contains(lead);
        if let Some(to) = phrase(text, hits, from, end).filter(|to| !object || ends_there(text, *to, end)) {
            return Some(field(text, from, to, Rule::PlacePhrase));
        }
    }
    // A clause that is nothing but a place: 张家冲村, 和平里.
    let mut from = start;
    while from < end {
        let mut to = from;
        while to < end && !is_break(text.chars[to]) {
            to += 1;
        }
        if !(from..to).any(is_day)
            && let Some(found) = alone(text, hits, from, to)
        {
            return Some(found);
        }
        from = to + 1;
    }
    None
}

/// Verbs whose object may be people or a theme as well as a place.
const OBJECT_LEADS: [&str; 9] = [
    "走访了", "走访过", "走访", "视察了", "视察", "看了", "慰问了", "慰问", "走了",
];

/// 走访白鹤村12户 names the village; 走访返乡青年 no place at all.
fn ends_there(text: &Text, to: usize, end: usize) -> bool {
    to >= end
        || text.chars.get(to).is_none_or(|c| {
            is_break(*c)
                || c.is_ascii_digit()
                || "的了一二三四五六七八九十两几廿，(和与".contains(*c)
                || super::numeral::digit(*c).is_some()
        })
        || STOPS.iter().any(|stop| text.starts_with(to, stop))
}

fn known_at(hits: &[Hit], at: usize, end: usize) -> Option<usize> {
    hits.iter()
        .filter(|hit| hit.kind == Kind::Place && hit.start == at && hit.end <= end)
        .map(|hit| hit.end)
        .max()
}

fn field(text: &Text, start: usize, end: usize, rule: Rule) -> Field<String> {
    Field {
        value: text.words(start, end),
        span: text.span(start, end),
        rule,
    }
}

/// The end of the place that begins here.
fn phrase(text: &Text, hits: &[Hit], from: usize, end: usize) -> Option<usize> {
    let limit = (from..end.min(from + 16))
        .find(|at| {
            let c = text.chars[*at];
            (is_break(c) && c != '、')
                || c == '('
                || c == '了'
                || (*at > from && STOPS.iter().any(|stop| text.starts_with(*at, stop)))
        })
        .unwrap_or(end.min(from + 16));
    let bad = hits.iter().any(|hit| {
        hit.kind == Kind::PlaceNot && hit.start >= from && hit.start < from + 2 && hit.end <= limit
    });
    // 代表之家, 省人大培训中心 are places all the same.
    let house = known_at(hits, from, limit).is_some()
        || ["培训中心", "会议中心", "会议室", "礼堂"]
            .iter()
            .any(|word| text.find(word, from, limit).is_some());
    if bad && !house || limit <= from {
        return None;
    }
    let known = hits
        .iter()
        .filter(|hit| hit.kind == Kind::Place && hit.start >= from && hit.end <= limit);
    let tails = hits.iter().filter(|hit| {
        hit.kind == Kind::PlaceTail && hit.start > from && hit.end <= limit && !counts(text, hit.end, limit)
    });
    let to = known.chain(tails).map(|hit| hit.end).max()?;
    // 到村民家 isn't the village 村, 县人大 isn't the county.
    let after = text.words(to, (to + 2).min(text.chars.len()));
    if ["民", "人大", "里组", "干", "支", "主任", "委员"]
        .iter()
        .any(|no| after.starts_with(no))
    {
        return None;
    }
    Some(to)
}

/// A number of people stands right behind: 白鹤村12户 ends at the village.
fn counts(text: &Text, at: usize, limit: usize) -> bool {
    at < limit && matches!(text.chars[at], '民' | '代' | '长' | '干')
}

fn alone(text: &Text, hits: &[Hit], from: usize, to: usize) -> Option<Field<String>> {
    let length = to.checked_sub(from).filter(|length| (2..=10).contains(length))?;
    let whole = hits
        .iter()
        .any(|hit| hit.kind == Kind::Place && hit.start == from && hit.end == to);
    let tail = hits
        .iter()
        .any(|hit| hit.kind == Kind::PlaceTail && hit.end == to && hit.start > from);
    let verbs = (from..to).any(|at| STOPS.iter().any(|stop| text.starts_with(at, stop)))
        || text
            .words(from, to)
            .chars()
            .any(|c| c.is_ascii_digit() || "不没难了要的太".contains(c));
    let bad = hits
        .iter()
        .any(|hit| hit.kind == Kind::PlaceNot && hit.start >= from && hit.end <= to);
    (whole || (tail && length >= 3 && !verbs && !bad)).then(|| field(text, from, to, Rule::PlacePhrase))
}
