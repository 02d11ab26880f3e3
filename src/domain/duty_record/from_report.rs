//! From a report in free words to a draft, and what a typed correction changes in it. Called by the flow that takes reports.
//!
//! **Invariant:** a value of the draft stands in the report; a day that was not said well enough is asked (`open`), never
//! chosen. `mask` takes personal data out of people's words.

use chrono::NaiveDate;

use crate::domain::handbook::DutyCategory;
use crate::domain::report::{Correction, Count, Field, PaperKind, RecordRead, Rule, When};

use super::{ContactWay, DayAsked, DutyRecord, FieldValue, Open, RecordField, RecordSource, words};

/// Between two matters of one record.
const BETWEEN_MATTERS: &str = "；";

/// The draft of one record that was read in `message`, written on `said_on`. `unsure_day`: the day may be another one
/// although it was read.
pub fn draft_from_report(
    read: &RecordRead,
    message: &str,
    said_on: NaiveDate,
    unsure_day: bool,
    mask: impl Fn(&str) -> String,
) -> DutyRecord {
    let category = read.category.value;
    let mut record = DutyRecord {
        category,
        source: RecordSource::Report { files: 0 },
        ..DutyRecord::self_declared(said_on)
    };
    match sure_days(read.when.as_ref(), unsure_day) {
        Some((from, to)) => {
            record.on = from;
            record.until_on = (to > from).then_some(to);
        }
        None => record.open.day = Some(asked(read.when.as_ref(), message)),
    }
    if !read.other_categories.is_empty() {
        record.open = Open {
            categories: std::iter::once(category)
                .chain(read.other_categories.iter().copied())
                .collect(),
            ..record.open
        };
    }
    record.place = read.place.as_ref().map(|it| mask(&it.value)).unwrap_or_default();
    record.people = read.people.as_ref().and_then(|it| it.value.people());
    let ways: Vec<&str> = read.ways.iter().map(|way| way.value.as_str()).collect();
    record.way = (!ways.is_empty()).then(|| ContactWay::from(ways.join("、")));
    for (count, unit) in counted(read) {
        record.whom = with_counted(&record.whom, count, unit);
    }
    let matters: Vec<String> = read.matters.iter().map(|it| mask(&it.value)).collect();
    put(
        &mut record,
        category.matters_field(),
        matters.join(BETWEEN_MATTERS),
    );
    if let Some(paper) = &read.paper {
        let kind = match paper.value {
            PaperKind::Suggestion => words::SUGGESTION,
            PaperKind::Motion | PaperKind::SecondedMotion => words::MOTION,
        };
        let papers = read.papers.as_ref().map_or(1, |it| it.value);
        let kind = if papers > 1 {
            format!("{kind}{papers}件")
        } else {
            kind.to_owned()
        };
        put(&mut record, RecordField::Paper, kind);
        if paper.value == PaperKind::SecondedMotion {
            put(&mut record, RecordField::Role, words::SECONDED.to_owned());
        }
    }
    if let Some(cosigners) = &read.cosigners {
        put(
            &mut record,
            RecordField::Role,
            format!("{}人联名", cosigners.value),
        );
    }
    if let Some(unit) = &read.handling_unit {
        put(&mut record, RecordField::Unit, mask(&unit.value));
    }
    record
}

fn put(record: &mut DutyRecord, field: RecordField, text: String) {
    if text.is_empty() {
        return;
    }
    match field {
        RecordField::Matters => record.matters = text,
        field => {
            record.more.insert(field, text);
        }
    }
}

/// The first and the last day, if they were said well enough to stand in a book.
fn sure_days(when: Option<&Field<When>>, unsure: bool) -> Option<(NaiveDate, NaiveDate)> {
    match when? {
        Field {
            value: When::Day(day),
            ..
        } if !unsure => Some((*day, *day)),
        // 国庆期间 and 上周 name days on only some of which something was done.
        Field {
            value: When::Range { from, to },
            rule,
            ..
        } if !matches!(rule, Rule::Leave | Rule::WholeWeek | Rule::ThirdOfMonth) => Some((*from, *to)),
        _ => None,
    }
}

fn asked(when: Option<&Field<When>>, message: &str) -> DayAsked {
    let Some(when) = when else {
        return DayAsked::default();
    };
    DayAsked {
        said: when.span.of(message).to_owned(),
        choices: match &when.value {
            When::OneOf(days) => days.clone(),
            When::Day(day) => vec![*day],
            _ => Vec::new(),
        },
    }
}

fn counted(read: &RecordRead) -> impl Iterator<Item = (Count, &'static str)> {
    [
        (read.households.as_ref(), words::HOUSEHOLDS),
        (read.firms.as_ref(), words::FIRMS),
        (read.groups.as_ref(), words::GROUPS),
    ]
    .into_iter()
    .filter_map(|(field, unit)| Some((field?.value, unit)))
}

/// 12户、5家企业: the number of a unit, in the place of the one before.
fn with_counted(whom: &str, count: Count, unit: &str) -> String {
    let number = match (count.value, count.min, count.max) {
        (Some(value), ..) if count.approx => format!("约{value}"),
        (Some(value), ..) => value.to_string(),
        (None, Some(min), Some(max)) => format!("{min}至{max}"),
        _ => return whom.to_owned(),
    };
    let mut pieces: Vec<String> = whom
        .split('、')
        .filter(|piece| !piece.is_empty() && !piece.ends_with(unit))
        .map(str::to_owned)
        .collect();
    pieces.push(format!("{number}{unit}"));
    pieces.join("、")
}

/// The values that a typed correction sets. Empty: the record isn't to be kept, or the day was not said well enough.
pub fn apply_correction(
    record: &DutyRecord,
    correction: &Correction,
    mask: impl Fn(&str) -> String,
) -> Vec<FieldValue> {
    match correction {
        Correction::Day(when) => match sure_days(Some(when), false) {
            Some((from, to)) => vec![FieldValue::On(from), FieldValue::Until((to > from).then_some(to))],
            None => vec![],
        },
        Correction::People(count) => vec![FieldValue::People(count.value.people())],
        Correction::Households(count) => counts(record, count.value, words::HOUSEHOLDS),
        Correction::Firms(count) => counts(record, count.value, words::FIRMS),
        Correction::Place(place) => vec![FieldValue::Place(mask(&place.value))],
        Correction::Way(way) => vec![FieldValue::Way(Some(ContactWay::from(way.value.clone())))],
        Correction::Matters(matters) => {
            let matters: Vec<String> = matters.iter().map(|it| mask(&it.value)).collect();
            let text = matters.join(BETWEEN_MATTERS);
            vec![match record.category.matters_field() {
                RecordField::Matters => FieldValue::Matters(text),
                field => FieldValue::More(field, text),
            }]
        }
        Correction::Category(category) => moved(record, category.value),
        Correction::Drop => vec![],
    }
}

fn counts(record: &DutyRecord, count: Count, unit: &str) -> Vec<FieldValue> {
    vec![FieldValue::Whom(with_counted(&record.whom, count, unit))]
}

/// Another category; what the old one calls its matters goes along into the column of the new one.
pub fn moved(record: &DutyRecord, to: DutyCategory) -> Vec<FieldValue> {
    let (old, new) = (record.category.matters_field(), to.matters_field());
    let mut values = vec![FieldValue::Category(to)];
    let said = record.column_text(old);
    if old != new && !said.is_empty() && record.column_text(new).is_empty() {
        values.push(match new {
            RecordField::Matters => FieldValue::Matters(said),
            field => FieldValue::More(field, said),
        });
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::duty_record::People;
    use crate::domain::report::{Words, read};
    use crate::domain::time::{day_of, instant_of};

    /// 5 August 2026, a Wednesday.
    fn now() -> i64 {
        instant_of(NaiveDate::from_ymd_opt(2026, 8, 5).unwrap(), 9 * 60)
    }

    fn drafts(message: &str) -> Vec<DutyRecord> {
        let read = read(message, now(), Words::shipped());
        let drafts = read
            .records
            .iter()
            .map(|record| draft_from_report(record, message, day_of(now()), false, str::to_owned));
        drafts.collect()
    }

    #[test]
    fn a_talk_in_a_village_becomes_a_draft_with_what_was_said_and_no_more() {
        let [record] = &drafts("昨天下午去石桥村座谈,12人,谈灌溉")[..] else {
            panic!("one record");
        };
        assert_eq!(record.category, DutyCategory::Contact);
        assert_eq!(record.on, NaiveDate::from_ymd_opt(2026, 8, 4).unwrap());
        assert_eq!(
            (record.place.as_str(), record.people),
            ("石桥村", Some(People::Exact(12)))
        );
        assert_eq!(record.way, Some(ContactWay::Talk));
        assert!(record.matters.contains("灌溉"));
        assert!(record.passing_on.is_empty() && record.answer_back.is_empty());
        assert_eq!(record.open, Open::default());
    }

    #[test]
    fn households_are_described_and_never_counted_as_people() {
        let [record] = &drafts("今天走访了三塘村12户，反映饮水问题")[..] else {
            panic!("one record");
        };
        assert_eq!((record.whom.as_str(), record.people), ("12户", None));
    }

    #[test]
    fn a_day_that_was_not_said_is_asked_and_keeps_the_record_from_being_confirmed() {
        let [record] = &drafts("上个月到石桥村座谈，12人，谈灌溉")[..] else {
            panic!("one record");
        };
        let asked = record.open.day.clone().unwrap();
        assert_eq!((asked.said.as_str(), asked.choices.len()), ("上个月", 0));
        assert!(record.open.keeps_from_confirming());
    }

    #[test]
    fn another_category_takes_the_matters_along() {
        let [record] = &drafts("昨天下午去石桥村座谈,12人,谈灌溉")[..] else {
            panic!("one record");
        };
        let mut record = record.clone();
        for value in moved(&record, DutyCategory::SpecialResearch) {
            record = record.corrected_by_hand(value, "").record;
        }
        assert_eq!(record.category, DutyCategory::SpecialResearch);
        assert!(record.column_text(RecordField::Title).contains("灌溉"));
    }
}
