//! An event becomes one record, or several when it was told with several days. Called by the reading.
//!
//! **Invariant:** each value has its span; what the words don't say is missing.

use chrono::Datelike;

use crate::domain::handbook::DutyCategory;

use super::clause::Material;
use super::count::{Quantity, Unit};
use super::date::Mention;
use super::event::Event;
use super::festival;
use super::lexicon::{Kind, Words};
use super::matter;
use super::met::{self, field};
use super::place;
use super::reading::{Field, PaperKind, RecordRead, Rule, When};

pub(super) fn records(
    material: &Material,
    words: &Words,
    event: &Event,
    quantities: &[Quantity],
) -> Vec<RecordRead> {
    let (start, end) = bounds(event);
    let own: Vec<Quantity> = quantities
        .iter()
        .filter(|quantity| quantity.start >= start && quantity.end <= end)
        .copied()
        .collect();
    let mut record = bare(material, event, start);
    let category = record.category.value;
    record.time_of_day = event.hour.map(|index| {
        let hour = material.hours[index];
        Field {
            value: hour.time,
            span: material.text.span(hour.start, hour.end),
            rule: Rule::WordList,
        }
    });
    record.place = event
        .clauses
        .iter()
        .filter(|clause| !is_said(event, clause.start))
        .find_map(|clause| place::place(material, clause.start, clause.said.min(clause.end)));
    met::count(material, event, &own, &mut record);
    record.ways = ways(material, words, event);
    record.matters = matters(material, event, &own, category);
    if category == DutyCategory::MotionsAndSuggestions {
        papers(material, start, end, &own, &mut record);
    }
    if category == DutyCategory::SuggestionHandling {
        record.handling_unit = unit(material, start, end);
    }
    by_days(material, event, record, &own)
}

pub(super) fn bounds(event: &Event) -> (usize, usize) {
    let start = event.clauses.iter().map(|clause| clause.start).min().unwrap_or(0);
    let end = event.clauses.iter().map(|clause| clause.end).max().unwrap_or(0);
    (start, end)
}

pub(super) fn is_said(event: &Event, at: usize) -> bool {
    event.said.iter().any(|(from, to)| *from <= at && at < *to)
}

fn bare(material: &Material, event: &Event, start: usize) -> RecordRead {
    let (category, other) = category(material, event, start);
    RecordRead {
        category,
        other_categories: other,
        when: None,
        time_of_day: None,
        place: None,
        people: None,
        households: None,
        firms: None,
        groups: None,
        ways: Vec::new(),
        matters: Vec::new(),
        paper: None,
        papers: None,
        cosigners: None,
        handling_unit: None,
    }
}

fn category(material: &Material, event: &Event, start: usize) -> (Field<DutyCategory>, Vec<DutyCategory>) {
    use DutyCategory as D;
    let (start, end) = (start, bounds(event).1);
    let Some(trigger) = event.trigger else {
        let at = event
            .said
            .first()
            .map_or(start, |(from, _)| from.saturating_sub(1));
        let field = Field {
            value: D::Contact,
            span: material.text.span(at, at + 1),
            rule: Rule::PeopleSpoke,
        };
        return (field, Vec::new());
    };
    let spoke = !event.said.is_empty();
    let people = material.holds_any(
        start,
        end,
        &[
            "居民反映", "群众反映", "村民反映", "老百姓反映", "居民说", "村民说", "群众说",
        ],
    );
    let group = material.holds_any(start, end, &["几个代表", "代表们", "我们代表"]);
    let value = match trigger.category {
        D::Inspection if !trigger.strong && spoke && people => D::Contact,
        other => other,
    };
    let others = match value {
        D::Contact if group && !material.holds(start, end, "接待") => vec![D::GroupActivity, D::Inspection],
        D::Inspection if !trigger.strong => vec![D::Inspection, D::SpecialResearch, D::Contact],
        D::CongressSession if material.holds(start, end, "列席") => vec![D::CongressSession, D::Other],
        D::CommitteeMeeting if !material.holds(start, end, "常委") => vec![D::CommitteeMeeting, D::Other],
        D::Other => vec![D::Other],
        _ => Vec::new(),
    };
    let field = Field {
        value,
        span: material.text.span(trigger.start, trigger.end),
        rule: if trigger.strong {
            Rule::WordList
        } else {
            Rule::PeopleSpoke
        },
    };
    (field, others)
}

fn ways(material: &Material, words: &Words, event: &Event) -> Vec<Field<String>> {
    let mut found: Vec<Field<String>> = Vec::new();
    for clause in event
        .clauses
        .iter()
        .filter(|clause| !is_said(event, clause.start))
    {
        for hit in material.hits_in(clause.start, clause.said.min(clause.end), Kind::Way) {
            let covered = material.hits.iter().any(|other| {
                other.kind == Kind::Way
                    && other.start <= hit.start
                    && other.end >= hit.end
                    && other.end - other.start > hit.end - hit.start
            });
            let label = words.label(*hit);
            if !covered && found.iter().all(|way| way.value != label) {
                found.push(Field {
                    value: label.to_owned(),
                    span: material.text.span(hit.start, hit.end),
                    rule: Rule::WordList,
                });
            }
        }
    }
    found
}

fn matters(
    material: &Material,
    event: &Event,
    own: &[Quantity],
    category: DutyCategory,
) -> Vec<Field<String>> {
    use DutyCategory as D;
    let (start, end) = bounds(event);
    if matches!(
        category,
        D::MotionsAndSuggestions | D::SuggestionHandling | D::LawEnforcementCheck
    ) {
        let titles = matter::titles(material, start, end);
        if !titles.is_empty() {
            return titles;
        }
    }
    if category == D::SuggestionHandling
        && let Some(noun) = (start..end)
            .filter(|at| material.text.starts_with(*at, "建议") || material.text.starts_with(*at, "议案"))
            .find_map(|noun| matter::own_paper(material, start, noun))
    {
        return vec![noun];
    }
    let mut found: Vec<Field<String>> = event
        .said
        .iter()
        .flat_map(|(from, to)| matter::pieces(material, *from, *to, own, Rule::Said))
        .collect();
    if found.is_empty() {
        // What is left of the clauses behind the deed: 饮水不够干净; 乡村医生队伍建设.
        let deed = event.trigger.map_or(0, |trigger| trigger.end);
        for clause in event
            .clauses
            .iter()
            .filter(|clause| clause.start >= deed || event.trigger.is_none())
        {
            let taken = clause.trigger.is_some_and(|trigger| trigger.strong)
                || own
                    .iter()
                    .any(|quantity| quantity.start >= clause.start && quantity.end <= clause.end)
                || place::place(material, clause.start, clause.end).is_some();
            if !taken {
                found.extend(matter::pieces(
                    material,
                    clause.start,
                    clause.end,
                    own,
                    Rule::Remainder,
                ));
            }
        }
    }
    if found.is_empty()
        && category != DutyCategory::Contact
        && let Some(trigger) = event.trigger
        && let Some(clause) = event
            .clauses
            .iter()
            .find(|clause| clause.start <= trigger.start && trigger.end <= clause.end)
    {
        found = matter::pieces(material, trigger.end, clause.end, own, Rule::Remainder);
    }
    found
}

fn papers(material: &Material, start: usize, end: usize, own: &[Quantity], record: &mut RecordRead) {
    let kind = if material.holds(start, end, "附议") {
        Some(("附议", PaperKind::SecondedMotion))
    } else if material.holds(start, end, "议案") {
        Some(("议案", PaperKind::Motion))
    } else if material.holds(start, end, "建议") {
        Some(("建议", PaperKind::Suggestion))
    } else {
        None
    };
    if let Some((word, kind)) = kind
        && let Some(at) = material.text.find(word, start, end)
    {
        record.paper = Some(Field {
            value: kind,
            span: material.text.span(at, at + 2),
            rule: Rule::WordList,
        });
    }
    record.papers = own
        .iter()
        .find(|quantity| quantity.unit == Unit::Papers)
        .and_then(|quantity| {
            quantity.count.value.map(|value| Field {
                value,
                span: material.text.span(quantity.start, quantity.end),
                rule: quantity.rule,
            })
        });
}

/// 省水利厅: what ends like an office.
pub(super) fn unit(material: &Material, start: usize, end: usize) -> Option<Field<String>> {
    let body = material
        .hits_in(start, end, Kind::Body)
        .max_by_key(|hit| (hit.end - hit.start, usize::MAX - hit.start));
    let first = material
        .hits_in(start, end, Kind::Body)
        .min_by_key(|hit| hit.end)?;
    let to = body
        .filter(|hit| hit.end - hit.start >= 2)
        .map_or(first.end, |hit| hit.end);
    let mut from = to;
    while from > start && to - from < 12 {
        let c = material.text.chars[from - 1];
        if super::text::is_break(c) || "到了的在由被让给跟和是对".contains(c) || c.is_ascii_digit()
        {
            break;
        }
        from -= 1;
        if matches!(c, '省' | '市' | '县' | '区') {
            break;
        }
    }
    (to > from + 1).then(|| Field {
        value: material.text.words(from, to),
        span: material.text.span(from, to),
        rule: Rule::PlacePhrase,
    })
}

fn when(material: &Material, mention: &Mention) -> Field<When> {
    Field {
        value: mention.when.clone(),
        span: material.text.span(mention.start, mention.end),
        rule: mention.rule,
    }
}

/// The day of the record; with 8月1号、8号、15号 as many records as days.
fn by_days(material: &Material, event: &Event, mut record: RecordRead, own: &[Quantity]) -> Vec<RecordRead> {
    let all: Vec<&Mention> = event.days.iter().map(|index| &material.days[*index]).collect();
    let firm: Vec<&Mention> = all.iter().filter(|day| !day.weak).copied().collect();
    let distinct: Vec<&Mention> = firm
        .iter()
        .enumerate()
        .filter(|(at, day)| firm[..*at].iter().all(|other| other.when != day.when))
        .map(|(_, day)| *day)
        .collect();
    if distinct.len() >= 2 && listed(material, &distinct) {
        let people: Vec<&Quantity> = own
            .iter()
            .filter(|q| q.unit == Unit::People && !q.aside)
            .collect();
        return distinct
            .iter()
            .enumerate()
            .map(|(at, day)| {
                let mut one = record.clone();
                one.when = Some(when(material, day));
                if people.len() == distinct.len() {
                    one.people = Some(field(material, people[at]));
                }
                one
            })
            .collect();
    }
    // 昨天审议，今天闭会，21号到25号: the whole of it.
    let whole = distinct.iter().find(|day| {
        day.rule == Rule::FromTo
            && distinct
                .iter()
                .all(|other| day.first() <= other.first() && other.last() <= day.last())
    });
    // 10号写的建议，今天提交了: the day of the handing over.
    let handed = event
        .trigger
        .filter(|trigger| trigger.category == DutyCategory::MotionsAndSuggestions)
        .and_then(|trigger| distinct.iter().rev().find(|day| day.end <= trigger.end));
    let mention = whole
        .or(handed)
        .copied()
        .or_else(|| distinct.first().copied())
        .or_else(|| all.first().copied());
    record.when = match mention {
        Some(mention) => Some(occasion(material, &all, mention)),
        None => record.time_of_day.as_ref().map(|hour| Field {
            value: hour_only(material),
            span: hour.span,
            rule: Rule::HourOnly,
        }),
    };
    vec![record]
}

fn hour_only(material: &Material) -> When {
    if material.now.minute < 4 * 60 {
        When::OneOf(vec![material.now.back(1), material.now.today])
    } else {
        When::Day(material.now.today)
    }
}

fn listed(material: &Material, days: &[&Mention]) -> bool {
    days.windows(2).all(|pair| {
        let between = material.text.words(pair[0].end, pair[1].start.max(pair[0].end));
        matches!(between.as_str(), "、" | "和" | "，" | " " | "及" | "以及" | "跟")
    })
}

/// 今天 at night on a festival, 周六 at the graves: the two days that may be meant.
fn occasion(material: &Material, all: &[&Mention], mention: &Mention) -> Field<When> {
    let mut field = when(material, mention);
    if let When::OneOf(days) = &field.value
        && mention.rule == Rule::AfterMidnight
        && let Some(festival) = all.iter().find(|day| day.weak).and_then(|day| day.first())
        && days
            .first()
            .is_some_and(|first| *first != festival && festival <= *first)
    {
        field.value = When::OneOf(vec![material.now.back(1), festival]);
    }
    let graves =
        material.text.contains("扫墓") || material.text.contains("上坟") || material.text.contains("挂青");
    if let (When::Day(day), Rule::Weekday, true) = (&field.value, mention.rule, graves)
        && let Some(sweeping) = festival::grave_sweeping(day.year())
        && *day > sweeping
        && (*day - sweeping).num_days() <= 14
    {
        let mut earlier = *day;
        while (earlier - sweeping).num_days() > 3 {
            earlier = earlier - chrono::Days::new(7);
        }
        if earlier != *day {
            field.value = When::OneOf(vec![*day, earlier]);
            field.rule = Rule::Occasion;
        }
    }
    field
}
