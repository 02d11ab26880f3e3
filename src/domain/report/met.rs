//! Who was met, chosen among the numbers of an event. Called by the reading of a record.
//!
//! **Invariants:** deputies at an inspection are counted there, never as people contacted; a number in what people
//! said is none of who was met, unless it says so; a part of a number is never added to it.

use crate::domain::handbook::DutyCategory;

use super::clause::Material;
use super::count::{Quantity, Unit};
use super::event::Event;
use super::reading::{Count, Field, RecordRead, Rule};
use super::record::{bounds, is_said};

pub(super) fn field(material: &Material, quantity: &Quantity) -> Field<Count> {
    Field {
        value: quantity.count,
        span: material.text.span(quantity.start, quantity.end),
        rule: quantity.rule,
    }
}

pub(super) fn count(material: &Material, event: &Event, own: &[Quantity], record: &mut RecordRead) {
    let usable = |unit: Unit| -> Vec<&Quantity> {
        own.iter()
            .filter(|quantity| quantity.unit == unit && !quantity.aside)
            .collect()
    };
    record.groups = usable(Unit::Groups)
        .first()
        .map(|quantity| field(material, quantity));
    let met = |unit: Unit| -> Vec<&Quantity> {
        usable(unit)
            .into_iter()
            .filter(|quantity| !is_said(event, quantity.start))
            .collect()
    };
    let households = met(Unit::Households);
    record.households = chosen(material, &households, event);
    if record.households.is_none() {
        record.households = usable(Unit::Households)
            .into_iter()
            .find(|quantity| quantity.named && quantity.total)
            .map(|quantity| field(material, quantity));
    }
    let firms = met(Unit::Firms);
    record.firms = chosen(material, &firms, event);
    let people: Vec<&Quantity> = met(Unit::People)
        .into_iter()
        .filter(|quantity| is_present(material, record.category.value, quantity))
        .collect();
    let told = chosen(material, &people, event);
    let in_saying = || {
        usable(Unit::People)
            .into_iter()
            .find(|quantity| {
                is_said(event, quantity.start)
                    && says_who(material, quantity)
                    && is_present(material, record.category.value, quantity)
            })
            .map(|quantity| field(material, quantity))
    };
    record.people = match told {
        Some(told) if told.value == Count::UNCOUNTED => {
            in_saying().or_else(|| in_brackets(material, own)).or(Some(told))
        }
        Some(told) => Some(told),
        None => in_saying().or_else(|| in_brackets(material, own)),
    };
    if record.category.value == DutyCategory::MotionsAndSuggestions {
        let joined = usable(Unit::People).first().copied().copied();
        record.people = None;
        record.cosigners = joined
            .filter(|_| material.holds_any(bounds(event).0, bounds(event).1, &["联名", "联署", "附署"]))
            .and_then(|quantity| {
                quantity.count.value.map(|value| Field {
                    value,
                    span: material.text.span(quantity.start, quantity.end),
                    rule: quantity.rule,
                })
            });
    }
}

/// 他们老师（3位）, 与教师座谈（到会廿六人）: a bracket that holds nothing but a number of people.
fn in_brackets(material: &Material, own: &[Quantity]) -> Option<Field<Count>> {
    let chars = &material.text.chars;
    own.iter()
        .find(|quantity| {
            let open = (quantity.start.saturating_sub(4)..quantity.start)
                .rev()
                .find(|at| chars[*at] == '(');
            quantity.unit == Unit::People
                && open.is_some_and(|open| {
                    let lead = material.text.words(open + 1, quantity.start);
                    [
                        "", "共", "到会", "实到", "共计", "总共", "一共", "参加", "约", "有", "计",
                    ]
                    .contains(&lead.as_str())
                })
                && chars[quantity.end..].iter().take(6).any(|c| *c == ')')
        })
        .map(|quantity| field(material, quantity))
}

/// 大概有十来个居民, 来了十二个: a number behind the saying that still tells who was there.
fn says_who(material: &Material, quantity: &Quantity) -> bool {
    let clause_start = (0..quantity.start)
        .rev()
        .find(|at| super::text::is_break(material.text.chars[*at]))
        .map_or(0, |at| at + 1);
    let first = quantity.start <= clause_start + 3;
    let before = material
        .text
        .words(quantity.start.saturating_sub(3).max(clause_start), quantity.start);
    let cue =
        before.contains("来了") || before.contains("共") || before.contains("到了") || before.ends_with('有');
    let lead = material
        .text
        .words(quantity.start, (quantity.start + 2).min(quantity.end));
    let attended = ["到会", "实到", "参会", "出席", "到场", "参加代表", "参加人员"]
        .iter()
        .any(|word| material.text.find(word, clause_start, quantity.start).is_some());
    let about = lead.starts_with("大概")
        || lead.starts_with("大约")
        || lead.starts_with("差不")
        || lead.starts_with('约');
    cue || about || attended || first && quantity.named
}

/// Contacts count the people; deputies and officials who came along are none.
fn is_present(material: &Material, category: DutyCategory, quantity: &Quantity) -> bool {
    let near = material
        .text
        .words(quantity.start, (quantity.end + 6).min(material.text.chars.len()));
    if category == DutyCategory::Contact {
        let officials = ["人大代表", "名代表", "位代表", "个代表", "名干部", "名工作人员"];
        return !officials.iter().any(|word| near.contains(word))
            || near.contains("家长代表")
            || near.contains("村民代表");
    }
    !matches!(category, DutyCategory::CongressSession) || quantity.total
}

/// One number of several: the total, or the sum of what stands side by side.
fn chosen(material: &Material, found: &[&Quantity], event: &Event) -> Option<Field<Count>> {
    // 11户，9户说解决了，2户没动静: behind the first, who did what is a part.
    let is_part = |at: usize| {
        [
            "说", "讲", "反映", "问", "提", "嫌", "谈", "要", "没", "已", "是", "解决", "还", "愿", "不",
        ]
        .iter()
        .any(|word| material.text.starts_with(at, word))
    };
    let counted: Vec<&&Quantity> = found
        .iter()
        .enumerate()
        .filter(|(index, quantity)| {
            quantity.count != Count::UNCOUNTED
                && (*index == 0
                    || !(is_part(quantity.end)
                        || material.text.starts_with(quantity.start.saturating_sub(1), "有")))
        })
        .map(|(_, quantity)| quantity)
        .collect();
    let Some(first) = counted.first() else {
        return found.first().map(|quantity| field(material, quantity));
    };
    // 那里住着52位老人，跟其中6位谈了谈: with whom it was spoken.
    let spoken_with = counted.iter().find(|quantity| {
        ["跟", "和", "与", "同", "向", "听", "问了", "找", "找了", "访了"]
            .iter()
            .any(|with| {
                let lead = format!("{with}其中");
                let length = lead.chars().count();
                quantity.start >= length
                    && (material.text.starts_with(quantity.start - length, &lead)
                        || material
                            .text
                            .starts_with(quantity.start.saturating_sub(length + 1), &format!("{lead}的")))
            })
    });
    if let Some(spoken_with) = spoken_with {
        return Some(field(material, spoken_with));
    }
    let total = counted.iter().find(|quantity| {
        let before = material
            .text
            .words(quantity.start.saturating_sub(3), quantity.start);
        before.contains('共')
            || before.contains("合计")
            || before.contains("总计")
            || before.contains("累计")
            || before.contains("实到")
            || before.ends_with("到了")
            || before.ends_with("来了")
    });
    if let Some(total) = total {
        return Some(field(material, total));
    }
    let days = event.days.len();
    let all_exact = counted.iter().all(|quantity| !quantity.count.approx);
    if counted.len() > 1
        && all_exact
        && days < 2
        && counted.iter().all(|quantity| quantity.count.value.is_some())
        && !overlap(material, &counted)
    {
        let sum = counted
            .iter()
            .filter_map(|quantity| quantity.count.value)
            .fold(0_u32, u32::saturating_add);
        let last = counted.last().map_or(first.end, |quantity| quantity.end);
        return Some(Field {
            value: Count::exact(sum),
            span: material.text.span(first.start, last),
            rule: Rule::Summed,
        });
    }
    Some(field(material, first))
}

/// 九个代表到了七个, 座谈20人其中党员5人: the second is a part of the first.
fn overlap(material: &Material, found: &[&&Quantity]) -> bool {
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return false;
    };
    material.holds_any(first.end, last.end, &["其中", "含", "包括", "里面", "里头"])
}
