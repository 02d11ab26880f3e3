//! What people brought up, or what the event was about, as pieces of the message. Called by the reading of a record.
//!
//! **Invariant:** a matter is a piece of the message without the words around it; it is never completed or rewritten.

use super::clause::Material;
use super::count::Quantity;
use super::reading::{Field, Rule};
use super::text::is_break;

/// Left out at the beginning and at the end of a piece, the longest first.
const HEADS: [&str; 62] = [
    "主要反映", "主要问题", "主要讲", "主要是", "主要", "反映的最多的是", "反映最多的是", "反映的都是",
    "反映的是", "反映了", "反映", "最多的是", "都说", "都讲", "都是", "他们就是讲", "他们说", "他们讲",
    "说是", "说了", "讲的是", "讲了", "提到", "提出", "谈的是", "谈了", "希望", "要求", "还有就是", "还有",
    "另外", "一是", "二是", "三是", "四是", "五是", "一个是", "一批讲", "一个", "关于", "有的说", "有人说",
    "有人提出", "就是", "的是", "说", "讲", "谈", "问", "的", "是", "了", "都", "和", "以及", "与", "也",
    "一", "大概", "让我", "就", "我",
];
const TAILS: [&str; 22] = [
    "的问题", "等问题", "问题", "的事情", "的事", "等情况", "的情况", "这些事", "等方面", "这些", "都提了",
    "都说了", "等等", "等", "的", "了", "之类", "什么", "就这个情况", "这个情况", "和", "吧",
];

pub(super) fn pieces(
    material: &Material,
    start: usize,
    end: usize,
    quantities: &[Quantity],
    rule: Rule,
) -> Vec<Field<String>> {
    let chars = &material.text.chars;
    let mut found = Vec::new();
    let mut from = start;
    let mut quoted = 0_i32;
    for at in start..=end {
        let c = chars.get(at).copied().filter(|_| at < end);
        match c {
            Some('《' | '(') => quoted += 1,
            Some('》' | ')') => quoted -= 1,
            _ => {}
        }
        let breaks = c.is_none_or(|c| is_break(c) && quoted <= 0)
            || (quoted <= 0
                && (material.text.starts_with(at, "还有") || material.text.starts_with(at, "以及"))
                && at > from);
        if !breaks {
            continue;
        }
        if let Some((a, b)) = trimmed(material, from, at)
            && is_matter(material, a, b, quantities)
        {
            found.push(Field {
                value: material.text.words(a, b),
                span: material.text.span(a, b),
                rule,
            });
        }
        from = if c.is_some_and(is_break) { at + 1 } else { at };
    }
    found
}

fn trimmed(material: &Material, start: usize, end: usize) -> Option<(usize, usize)> {
    let text = material.text;
    let (mut a, mut b) = (start, end);
    loop {
        if a >= b {
            return None;
        }
        if let Some(head) = HEADS
            .iter()
            .find(|head| text.starts_with(a, head) && a + head.chars().count() <= b)
        {
            a += head.chars().count();
            continue;
        }
        let tail = TAILS.iter().find(|tail| {
            let length = tail.chars().count();
            b >= a + length && text.starts_with(b - length, tail)
        });
        match tail {
            Some(tail) if b - a > tail.chars().count() => b -= tail.chars().count(),
            _ => return Some((a, b)),
        }
    }
}

fn is_matter(material: &Material, start: usize, end: usize, quantities: &[Quantity]) -> bool {
    let words = material.text.words(start, end);
    let han = words
        .chars()
        .filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c))
        .count();
    let day = material
        .days
        .iter()
        .any(|day| day.start <= start + 1 && day.end + 3 >= end && day.start >= start);
    let counted = quantities.iter().any(|quantity| {
        quantity.start >= start
            && quantity.start <= start + 2
            && quantity.end + 4 >= end
            && quantity.end <= end + 2
    });
    let hollow = [
        "意见", "建议", "诉求", "没发言", "全勤", "听了半天", "谢谢", "就这些", "能补吗", "没记", "算不算",
    ];
    han >= 1
        && !day
        && !counted
        && !hollow
            .iter()
            .any(|word| words.starts_with(word) || words.ends_with("吗"))
}
