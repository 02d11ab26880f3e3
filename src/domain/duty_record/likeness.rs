//! The guard against counting twice (N6): are two records the same event, told twice or by two routes? And what one has that
//! the other lacks. Called by the flow that takes reports and by the one that enters joint activities.
//!
//! **Invariant:** likeness only ever leads to a question; nothing is merged without the deputy's tap.

use std::collections::HashSet;

use chrono::Days;

use super::{DutyRecord, FieldValue, RecordField, RecordSource, RecordState, words};

/// A letter's record stands on the day of its first words; what was done about it may be told as much later.
const DAYS_AFTER_A_LETTER: u64 = 31;
/// Han pairs that two texts must share to speak of the same matter.
const SHARED_PAIRS: usize = 2;
/// Words that stand in every other record.
const EVERYWHERE: [&str; 10] = [
    "群众", "村民", "反映", "问题", "希望", "建议", "情况", "有关", "我们", "今年",
];

/// Whether the two may be one event: category, day, and a place or a matter that don't speak against it.
pub fn alike(one: &DutyRecord, other: &DutyRecord) -> bool {
    if one.category != other.category
        || one.state == RecordState::Dropped
        || other.state == RecordState::Dropped
        || one.open.day.is_some()
        || other.open.day.is_some()
    {
        return false;
    }
    match (is_letter(one), is_letter(other)) {
        (true, true) => false,
        (true, false) => told_of_letter(one, other),
        (false, true) => told_of_letter(other, one),
        (false, false) => same_days(one, other) && same_place(one, other),
    }
}

fn is_letter(record: &DutyRecord) -> bool {
    matches!(record.source, RecordSource::Case { .. })
}

fn told_of_letter(letter: &DutyRecord, told: &DutyRecord) -> bool {
    let until = letter.on.checked_add_days(Days::new(DAYS_AFTER_A_LETTER));
    told.on >= letter.on
        && until.is_some_and(|until| told.on <= until)
        && shared(&letter.matters, &told.matters) >= SHARED_PAIRS
}

fn same_days(one: &DutyRecord, other: &DutyRecord) -> bool {
    let last = |record: &DutyRecord| record.until_on.unwrap_or(record.on);
    one.on <= last(other) && other.on <= last(one)
}

fn same_place(one: &DutyRecord, other: &DutyRecord) -> bool {
    let (here, there) = (place(one), place(other));
    if !here.is_empty() && !there.is_empty() {
        return here.contains(&there) || there.contains(&here);
    }
    // A place that was not said can't tell two events apart; their matters may.
    let (said, heard) = (matters(one), matters(other));
    said.is_empty() || heard.is_empty() || shared(&said, &heard) >= SHARED_PAIRS
}

fn place(record: &DutyRecord) -> String {
    let place: String = record.place.chars().filter(|c| c.is_alphanumeric()).collect();
    if place == words::ONLINE_PLACE {
        String::new()
    } else {
        place
    }
}

fn matters(record: &DutyRecord) -> String {
    format!("{}{}", record.matters, record.column_text(RecordField::Title))
}

/// How many pairs of neighbouring letters two texts share.
fn shared(one: &str, other: &str) -> usize {
    let pairs = |text: &str| -> HashSet<String> {
        let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters
            .windows(2)
            .map(|pair| pair.iter().collect::<String>())
            .filter(|pair| !EVERYWHERE.contains(&pair.as_str()))
            .collect()
    };
    pairs(one).intersection(&pairs(other)).count()
}

/// What `newer` knows that `kept` leaves empty: the values by which `kept` becomes the one record of both.
pub fn merged(kept: &DutyRecord, newer: &DutyRecord) -> Vec<FieldValue> {
    newer
        .category
        .correctable()
        .into_iter()
        .filter(|field| !matches!(field, RecordField::On | RecordField::Category))
        .filter(|field| {
            let old = kept.value(*field).to_string();
            let new = newer.value(*field).to_string();
            old.is_empty() && !new.is_empty()
        })
        .map(|field| newer.value(field))
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::duty_record::People;

    fn told(on: u32, place: &str, matters: &str) -> DutyRecord {
        DutyRecord {
            place: place.into(),
            matters: matters.into(),
            source: RecordSource::Report { files: 0 },
            ..DutyRecord::self_declared(NaiveDate::from_ymd_opt(2026, 8, on).unwrap())
        }
    }

    #[test]
    fn the_same_village_on_the_same_day_is_one_event() {
        assert!(alike(&told(4, "石桥村", "灌溉"), &told(4, "石桥村村部", "路灯")));
        assert!(!alike(&told(4, "石桥村", "灌溉"), &told(5, "石桥村", "灌溉")));
        assert!(!alike(&told(4, "石桥村", "灌溉"), &told(4, "三塘村", "灌溉")));
        assert!(alike(&told(4, "", "水渠灌溉"), &told(4, "石桥村", "灌溉水渠")));
        assert!(!alike(&told(4, "", "学校食堂"), &told(4, "石桥村", "灌溉水渠")));
    }

    #[test]
    fn a_letter_and_what_was_told_of_it_are_one() {
        let mut letter = told(4, "线上", "三组灌溉渠去年垮了一段");
        letter.source = RecordSource::Case {
            case_number: "260137".into(),
            messages: 1,
            files: 0,
        };
        assert!(alike(&letter, &told(7, "", "答复了灌溉渠的来信")));
        assert!(!alike(&letter, &told(3, "", "答复了灌溉渠的来信")));
        assert!(!alike(&letter, &told(7, "", "学校食堂")));
    }

    #[test]
    fn merging_fills_what_was_empty_and_overwrites_nothing() {
        let mut kept = told(4, "石桥村", "");
        kept.people = Some(People::Exact(12));
        let mut newer = told(4, "石桥村村部", "灌溉");
        newer.people = Some(People::Exact(21));
        assert_eq!(merged(&kept, &newer), [FieldValue::Matters("灌溉".into())]);
    }
}
