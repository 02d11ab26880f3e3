//! A deputy's report in free words is read: what was done, when, where, with how many, about what; or what the message
//! is instead. Called by the chat, which shows the reading as a card, and by `lianluo read-report`.
//!
//! The way of a message: `text` makes it readable; `lexicon` finds the words of the lists; `date` and `count`
//! read days and numbers; `clause` cuts it; `intent` sees what it is instead of a report; `event` gathers the
//! clauses of each deed, `record` makes the records. [`correct`] applies 不是12人，是21人 to a reading.
//!
//! **Invariants**: nothing is made up: a value stands in the text, with its span and the name
//! of its rule, or it is missing and asked for. The same text and instant give the same reading. No text makes it
//! panic. A plan is no record; what must be refused leaves no words in the reading.

mod absolute;
mod barred;
mod clause;
mod correction;
mod count;
mod date;
mod deed;
mod event;
mod festival;
mod handbook_said;
mod intent;
mod lexicon;
mod lunar;
mod lunar_day;
mod matter;
mod met;
mod notice;
mod numeral;
mod place;
mod reading;
mod record;
mod text;
mod week;

use crate::domain::handbook::DutyCategory;

use clause::{Found, Material};
use date::Now;
use lexicon::Kind;

pub use correction::{Correction, correct, corrections_in};
pub use handbook_said::{HandbookNamed, handbook_named};
pub use lexicon::{Words, WordsFault};
pub use notice::read_notice;
pub use reading::{
    Ask, Count, Field, Flag, HandbookRead, Intent, LeaveRead, PaperKind, Reading, RecordRead, ReplyRead,
    Rule, Span, TimeOfDay, When,
};

/// A message is cut here: no report is longer, and a pasted book must not hold up a batch.
const LONGEST: usize = 2_000;

/// Reads a message that was written at `now` (epoch milliseconds). Spans are bytes of `message`.
pub fn read(message: &str, now: i64, words: &Words) -> Reading {
    let message = message
        .char_indices()
        .nth(LONGEST)
        .map_or(message, |(end, _)| &message[..end]);
    let found = Found::of(message, now, words);
    let material = found.material();
    let clauses = clause::clauses(&material);
    if let Some(refused) = barred::refused(&material, &clauses) {
        return refused;
    }
    if let Some(instead) = intent::instead(&material, &clauses, words) {
        return instead;
    }
    report(message, &material, &clauses, words)
}

fn report(message: &str, material: &Material, clauses: &[clause::Clause], words: &Words) -> Reading {
    let quantities = count::quantities(material.text, material.hits, material.days);
    let end = material.text.chars.len();
    let undone = clauses
        .iter()
        .any(|clause| material.has(clause.start, clause.said, Kind::Undone))
        && quantities.is_empty();
    let planned = clauses.iter().any(|clause| clause.plan);
    let events = if undone {
        Vec::new()
    } else {
        event::events(material, clauses, &quantities)
    };
    let mut records: Vec<RecordRead> = events
        .iter()
        .flat_map(|event| record::records(material, words, event, &quantities))
        .filter(|record| is_told(record) || is_done(message, record))
        .collect();
    // 周四有个座谈会，我会去: the day that may be the last or the next is the next if nothing was done yet.
    let nothing_yet =
        !material.has(0, end, Kind::Done) && clauses.iter().all(|clause| clause.said == clause.end);
    if planned
        && (records.iter().all(is_to_come(material.now)) || nothing_yet && records.iter().all(may_be_next))
    {
        records.clear();
    }
    if records.is_empty() {
        let intent = match (undone, planned) {
            (true, _) => Intent::NothingDone,
            (false, true) => Intent::PlannedActivity,
            (false, false) => Intent::Other,
        };
        let mut reading = Reading::bare(intent);
        reading.plan = planned
            .then(|| {
                material
                    .days
                    .iter()
                    .find(|day| day.is_ahead(material.now) || day.next.is_some())
            })
            .flatten()
            .map(|day| Field {
                value: day.next.map_or(day.when.clone(), |next| {
                    if day.is_ahead(material.now) {
                        day.when.clone()
                    } else {
                        When::Day(next)
                    }
                }),
                span: material.text.span(day.start, day.end),
                rule: day.rule,
            });
        return reading;
    }
    let mut reading = Reading::bare(Intent::ActivityReport);
    reading.records = records;
    flags(material, &mut reading, end, planned);
    asks(material, &mut reading);
    reading
}

/// The kinds of duty that a text names outright, each once, contact with the people apart: that is in most texts.
pub fn named_duties(text: &str, words: &Words) -> Vec<DutyCategory> {
    let found = Found::of(text, 0, words);
    let mut named = Vec::new();
    for hit in found.material().hits {
        if let Kind::Strong(category) = hit.kind
            && category != DutyCategory::Contact
            && !named.contains(&category)
        {
            named.push(category);
        }
    }
    named
}

/// A hint alone (去了, 说) without a day, a number, a place or a matter is no report.
fn is_told(record: &RecordRead) -> bool {
    let known = record.when.is_some()
        || record.people.is_some()
        || record.households.is_some()
        || record.firms.is_some()
        || record.groups.is_some();
    known
        && (record.category.rule != Rule::PeopleSpoke
            || !record.matters.is_empty()
            || record.place.is_some()
            || record.people.is_some()
            || record.households.is_some()
            || record.firms.is_some())
        || (record.category.rule == Rule::WordList
            && (record.place.is_some() || !record.matters.is_empty() || record.papers.is_some()))
}

/// 回访了, 走访过: the deed itself says that it is done.
fn is_done(message: &str, record: &RecordRead) -> bool {
    record.category.rule == Rule::WordList
        && message
            .get(record.category.span.end..)
            .is_some_and(|rest| rest.starts_with(['了', '过']))
        || record.category.value == DutyCategory::MotionsAndSuggestions && record.paper.is_some()
}

fn is_to_come(now: Now) -> impl Fn(&RecordRead) -> bool {
    move |record| match record.when.as_ref().map(|when| &when.value) {
        Some(When::Day(day) | When::Range { from: day, .. }) => *day > now.today,
        Some(_) => false,
        None => true,
    }
}

/// 周四, 25号: the last one or the next.
fn may_be_next(record: &RecordRead) -> bool {
    record
        .when
        .as_ref()
        .is_some_and(|when| matches!(when.rule, Rule::Weekday | Rule::DayOfMonth | Rule::MonthAndDay))
}

fn flags(material: &Material, reading: &mut Reading, end: usize, planned: bool) {
    let mut categories: Vec<DutyCategory> = reading
        .records
        .iter()
        .map(|record| record.category.value)
        .collect();
    categories.dedup();
    if categories.len() > 1 {
        reading.flag(Flag::MixedCategories);
    }
    if reading
        .records
        .iter()
        .any(|record| !record.other_categories.is_empty())
    {
        reading.flag(Flag::CategoryAmbiguous);
    }
    if material.text.fillers >= 5 {
        reading.flag(Flag::VoiceTranscript);
    }
    if material.text.mended {
        reading.flag(Flag::Typo);
    }
    if material.days.iter().any(|day| day.rule == Rule::LunarDay) {
        reading.flag(Flag::LunarDate);
    }
    if material.days.iter().any(|day| day.unsure) {
        reading.flag(Flag::LunarOrSolar);
    }
    if material.text.chars.contains(&'？')
        || material.holds_any(0, end, &["算不算", "能补吗", "可以吗", "行吗", "行不行"])
    {
        reading.flag(Flag::Question);
    }
    if material.has(0, end, Kind::Sensitive) {
        reading.flag(Flag::SensitivePersonalInformation);
    }
    if categories.contains(&DutyCategory::Training) {
        reading.flag(Flag::TrainingOncePerTermMet);
    }
    if categories.contains(&DutyCategory::CommitteeMeeting)
        && material.holds_any(0, end, &["省人大常委会", "省十"])
    {
        reading.flag(Flag::GrassrootsSittingInMet);
    }
    if planned {
        reading.flag(Flag::PlanLeftOut);
    }
}

fn asks(material: &Material, reading: &mut Reading) {
    let unsure = reading.flags.contains(&Flag::LunarOrSolar);
    let mut wanted: Vec<Ask> = Vec::new();
    for record in &reading.records {
        if !record.other_categories.is_empty() {
            wanted.push(Ask::Category);
        }
        let date = match record.when.as_ref() {
            Some(Field {
                value: When::Day(_), ..
            }) => unsure,
            Some(Field {
                value: When::Range { .. },
                rule,
                ..
            }) => {
                matches!(rule, Rule::Leave | Rule::WholeWeek | Rule::ThirdOfMonth)
            }
            _ => true,
        };
        if date {
            wanted.push(Ask::Date);
        }
        if record.category.value == DutyCategory::Contact {
            let generic = record.place.as_ref().is_none_or(|place| {
                place.value.chars().count() <= 3
                    && place.rule == Rule::PlacePhrase
                    && is_generic(&place.value)
            });
            if generic {
                wanted.push(Ask::Place);
            }
            if record.people.is_none() && record.households.is_none() && record.firms.is_none() {
                wanted.push(Ask::People);
            }
            if record.matters.is_empty() {
                wanted.push(Ask::Matters);
            }
        }
        if record.category.value == DutyCategory::MotionsAndSuggestions && record.matters.is_empty() {
            wanted.push(Ask::Matters);
        }
        if record.category.value == DutyCategory::SuggestionHandling
            && !material.holds_any(0, material.text.chars.len(), &["书面", "答复函"])
        {
            wanted.push(Ask::WrittenReplyReceived);
        }
    }
    wanted.sort_unstable();
    for ask in wanted {
        reading.ask(ask);
    }
}

/// 村里, 社区, 敬老院: which one?
fn is_generic(place: &str) -> bool {
    const GENERIC: [&str; 22] = [
        "村里", "老家", "社区", "敬老院", "学校", "校门口", "我们村", "本村", "镇里", "县里", "小区", "厂里",
        "家门口", "村口", "村部", "工地", "医院", "广场", "市场", "养老院", "幼儿园", "单位",
    ];
    GENERIC.contains(&place)
}

#[cfg(test)]
mod tests;
