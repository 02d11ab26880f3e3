//! What people brought up, or what the event was about, as pieces of the message. Called by the reading of a record.
//!
//! **Invariant:** a matter is a piece of the message without the words around it; it is never completed or rewritten.

use super::clause::Material;
use super::count::Quantity;
use super::lexicon::Kind;
use super::reading::{Field, Rule};
use super::text::is_break;

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
                && at > from
                && (material.text.starts_with(at, "还有")
                    || material.text.starts_with(at, "以及")
                    || material
                        .hits_at(at, Kind::Connective)
                        .any(|hit| hit.end - hit.start >= 2)));
        if !breaks {
            continue;
        }
        let begin = ordinal_end(material, from);
        if let Some((a, b)) = trimmed(material, begin, at)
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

/// Without the words of the list on either side, and without who spoke.
fn trimmed(material: &Material, start: usize, end: usize) -> Option<(usize, usize)> {
    let (mut a, mut b) = (start, end);
    loop {
        if a >= b {
            return None;
        }
        // 就业 begins with no 就.
        let kept = material.hits_at(a, Kind::MatterKeep).next().is_some();
        let head = material
            .hits_at(a, Kind::MatterHead)
            .map(|hit| hit.end)
            .max()
            .or_else(|| speaker_end(material, a));
        if let Some(next) = head.filter(|next| !kept && *next <= b) {
            a = next;
            continue;
        }
        let tail = material
            .hits_in(a, b, Kind::MatterTail)
            .filter(|hit| hit.end == b && hit.start > a)
            .map(|hit| hit.start)
            .min();
        match tail {
            Some(before) => b = before,
            None => return Some((a, b)),
        }
    }
}

/// 四个讲, 另一位说, 其中两户反映: some of them, and that they spoke.
fn speaker_end(material: &Material, start: usize) -> Option<usize> {
    let text = material.text;
    let from = ["其中", "另外", "另", "有"]
        .iter()
        .find(|word| text.starts_with(start, word))
        .map_or(start, |word| start + word.chars().count());
    let who = from + super::numeral::read(text.chars.get(from..)?)?.length;
    let classifier = matches!(
        text.chars.get(who)?,
        '个' | '位' | '户' | '名' | '人' | '批' | '家'
    );
    let said = who + 1 + usize::from(text.starts_with(who + 1, "人"));
    ["反映", "提出", "说", "讲", "问", "嫌", "提", "谈"]
        .iter()
        .find(|word| classifier && text.starts_with(said, word))
        .map(|word| said + word.chars().count())
        .filter(|end| !text.starts_with(*end, "题"))
}

/// 1饮水浑浊 2危房多: the number of the piece in its row, which isn't what is counted.
fn ordinal_end(material: &Material, at: usize) -> usize {
    let chars = &material.text.chars;
    let opens = |at: usize| at == 0 || is_break(chars[at - 1]);
    let Some(row) = chars.get(at).and_then(|c| c.to_digit(10)).filter(|_| opens(at)) else {
        return at;
    };
    let next = chars.get(at + 1).copied();
    let counts = next.is_none_or(|c| {
        c.is_ascii_digit() || "户人个家条件公里万元年月日号楼点天次批名位亩吨米岁层栋组".contains(c)
    });
    let before = row.checked_sub(1).and_then(|row| char::from_digit(row, 10));
    let in_row = row == 1 || before.is_some_and(|before| (0..at).any(|at| chars[at] == before && opens(at)));
    if in_row && !counts {
        at + 1 + usize::from(matches!(next, Some('.' | ')')))
    } else {
        at
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
    let in_day = material
        .days
        .iter()
        .any(|day| day.start <= start && end <= day.end);
    let chars = &material.text.chars;
    let only_counts =
        super::numeral::read(&chars[start..end]).is_some_and(|number| start + number.length + 1 >= end);
    han >= 1
        && !day
        && !in_day
        && !counted
        && !only_counts
        && !material.has(start, end, Kind::MatterNot)
        && !words.ends_with('吗')
        && !["意见", "建议", "诉求"]
            .iter()
            .any(|word| words.starts_with(word))
}

/// What stands in 《》, of a paper or a law.
pub(super) fn titles(material: &Material, start: usize, end: usize) -> Vec<Field<String>> {
    let chars = &material.text.chars;
    let mut found = Vec::new();
    let mut open = None;
    for (at, c) in chars.iter().enumerate().take(end).skip(start) {
        match (c, open) {
            ('《', _) => open = Some(at + 1),
            ('》', Some(from)) if at > from => {
                found.push(Field {
                    value: material.text.words(from, at),
                    span: material.text.span(from, at),
                    rule: Rule::Remainder,
                });
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// 我那件关于乡村小学食堂的建议: the words between whose it is and 建议.
pub(super) fn own_paper(material: &Material, start: usize, noun: usize) -> Option<Field<String>> {
    const MINE: [&str; 12] = [
        "关于", "我提的", "我提出的", "我那件", "我那条", "我那个", "我交的", "我写的", "我领衔的", "那件",
        "那条", "那份",
    ];
    let text = material.text;
    let from = (start..noun).rev().find_map(|at| {
        let word = MINE.iter().find(|word| text.starts_with(at, word))?;
        let about = at + word.chars().count();
        if about + 1 >= noun {
            return None;
        }
        Some(if *word == "关于" { at } else { about })
    })?;
    let to = noun + 2;
    let whole = (from..noun).all(|at| !is_break(text.chars[at]));
    whole.then(|| Field {
        value: text.words(from, to),
        span: text.span(from, to),
        rule: Rule::Remainder,
    })
}
