//! Corrections in free words, applied to a reading: 不是12人，是21人; 日期改成前天; 地点是石桥村; 第二条不要. Called by the
//! chat while a card is open.
//!
//! **Invariants:** a correction changes only what it names; a value that isn't in its words is never set; what can't
//! be understood gives none, so that the chat can ask.

use super::clause::{Found, Material};
use super::count::{Unit, quantities};
use super::lexicon::Words;
use super::place;
use super::reading::{Count, Field, Reading, Rule, When};
use super::text::Text;
use crate::domain::handbook::DutyCategory;

/// A change of one field. Spans are bytes of the correcting message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    Day(Field<When>),
    People(Field<Count>),
    Households(Field<Count>),
    Firms(Field<Count>),
    Place(Field<String>),
    Way(Field<String>),
    Matters(Vec<Field<String>>),
    Category(Field<DutyCategory>),
    /// The record isn't to be kept.
    Drop,
}

/// What the words correct, whatever record it is in, and which record they name (from 0), as in 第二条.
pub fn corrections_in(message: &str, now: i64, words: &Words) -> (Option<usize>, Vec<Correction>) {
    let told = Found::of(message, now, words);
    let material = told.material();
    (named_record(material.text), corrections(&material, words))
}

/// What the words correct in `reading`, and the reading after it. `record` is the index of the record that is shown;
/// 第二条 in the words names another. None: no correction was understood.
pub fn correct(
    reading: &Reading,
    record: usize,
    message: &str,
    now: i64,
    words: &Words,
) -> Option<(Vec<Correction>, Reading)> {
    let told = Found::of(message, now, words);
    let material = told.material();
    let record = named_record(material.text).unwrap_or(record);
    let mut corrected = reading.clone();
    let target = corrected.records.get_mut(record)?;
    let found = corrections(&material, words);
    if found.is_empty() {
        return None;
    }
    for correction in &found {
        match correction.clone() {
            Correction::Day(when) => target.when = Some(when),
            Correction::People(count) => target.people = Some(count),
            Correction::Households(count) => target.households = Some(count),
            Correction::Firms(count) => target.firms = Some(count),
            Correction::Place(place) => target.place = Some(place),
            Correction::Way(way) => target.ways = vec![way],
            Correction::Matters(matters) => target.matters = matters,
            Correction::Category(category) => {
                target.category = category;
                target.other_categories.clear();
            }
            Correction::Drop => {}
        }
    }
    if found.contains(&Correction::Drop) {
        corrected.records.remove(record);
    }
    Some((found, corrected))
}

/// 第二条, 第2个.
fn named_record(text: &Text) -> Option<usize> {
    let at = text.chars.iter().position(|c| *c == '第')?;
    let (number, length) = super::numeral::plain(&text.chars[at + 1..])?;
    let unit = text.chars.get(at + 1 + length)?;
    (matches!(unit, '条' | '个' | '项') && number > 0).then(|| usize::try_from(number).unwrap_or(1) - 1)
}

fn corrections(material: &Material, words: &Words) -> Vec<Correction> {
    let text = material.text;
    let end = text.chars.len();
    let mut found = Vec::new();
    if material.holds_any(
        0,
        end,
        &[
            "不要了", "删掉", "删了", "不记了", "不用记", "去掉", "作废", "不要这条", "条不要",
        ],
    ) {
        return vec![Correction::Drop];
    }
    // Behind 是, 改成, 应该是 stands what is right; behind 不是 what was wrong.
    let from = right_from(material);
    if let Some(day) = material
        .days
        .iter()
        .filter(|day| day.start >= from)
        .find(|day| !day.weak)
        .or_else(|| material.days.iter().find(|day| day.start >= from))
    {
        found.push(Correction::Day(Field {
            value: day.when.clone(),
            span: text.span(day.start, day.end),
            rule: day.rule,
        }));
    }
    for quantity in quantities(text, material.hits, material.days)
        .into_iter()
        .filter(|quantity| quantity.start >= from)
    {
        let field = Field {
            value: quantity.count,
            span: text.span(quantity.start, quantity.end),
            rule: quantity.rule,
        };
        match quantity.unit {
            Unit::People => found.push(Correction::People(field)),
            Unit::Households => found.push(Correction::Households(field)),
            Unit::Firms => found.push(Correction::Firms(field)),
            Unit::Groups | Unit::Papers | Unit::Other => {}
        }
    }
    if found.is_empty() && material.holds_any(0, end, &["人数", "人"]) && !material.holds(0, end, "地点")
    {
        found.extend(bare_number(material, from));
    }
    if material.holds_any(0, end, &["地点", "地方", "在哪"]) || (found.is_empty() && from > 0) {
        let named = place::place(material, from, end)
            .or_else(|| (material.holds(0, end, "地点") && from < end).then(|| rest(material, from)));
        if let Some(place) = named {
            found.push(Correction::Place(place));
        }
    }
    if material.holds_any(0, end, &["类别", "类型", "算作", "归到", "归为", "属于"]) {
        found.extend(category(material, from));
    }
    if found.is_empty() && material.holds_any(0, end, &["方式", "形式"]) {
        let way = material.hits_in(from, end, super::lexicon::Kind::Way).next();
        found.extend(way.map(|hit| {
            Correction::Way(Field {
                value: words.label(*hit).to_owned(),
                span: text.span(hit.start, hit.end),
                rule: Rule::WordList,
            })
        }));
    }
    if found.is_empty()
        && material.holds_any(0, end, &["问题", "事项", "内容", "反映的"])
        && from > 0
        && from < end
    {
        let matters = super::matter::pieces(material, from, end, &[], Rule::Said);
        if !matters.is_empty() {
            found.push(Correction::Matters(matters));
        }
    }
    found
}

/// Where the right value begins, in characters; the whole message when nothing marks it.
fn right_from(material: &Material) -> usize {
    const MARKS: [&str; 16] = [
        "改成是", "改成", "改为", "应该是", "应为", "应当是", "更正为", "换成", "写成", "，是", "，", "是",
        "：", "为", "改", " ",
    ];
    let text = material.text;
    let end = text.chars.len();
    let wrong = text.find("不是", 0, end);
    let start = wrong.map_or(0, |at| at + 2);
    MARKS
        .iter()
        .find_map(|mark| {
            let at = text.find(mark, start, end)?;
            // 不是12人是21人: the 是 behind the wrong one.
            Some(at + mark.chars().count())
        })
        .filter(|at| *at < end)
        .unwrap_or(start)
}

fn bare_number(material: &Material, from: usize) -> Option<Correction> {
    (from..material.text.chars.len()).find_map(|at| {
        let number = super::numeral::read(&material.text.chars[at..])?;
        Some(Correction::People(Field {
            value: number.count,
            span: material.text.span(at, at + number.length),
            rule: Rule::Counted,
        }))
    })
}

fn rest(material: &Material, from: usize) -> Field<String> {
    let end = material.text.chars.len();
    Field {
        value: material.text.words(from, end),
        span: material.text.span(from, end),
        rule: Rule::Remainder,
    }
}

fn category(material: &Material, from: usize) -> Option<Correction> {
    DutyCategory::TEN
        .into_iter()
        .chain([DutyCategory::Other])
        .find_map(|category| {
            let at = material
                .text
                .find(category.wording(), from, material.text.chars.len())?;
            Some((category, at, at + category.wording().chars().count()))
        })
        .or_else(|| {
            material
                .hits
                .iter()
                .filter(|hit| hit.start >= from)
                .find_map(|hit| match hit.kind {
                    super::lexicon::Kind::Strong(category) => Some((category, hit.start, hit.end)),
                    _ => None,
                })
        })
        .map(|(value, start, end)| {
            Correction::Category(Field {
                value,
                span: material.text.span(start, end),
                rule: Rule::WordList,
            })
        })
}
