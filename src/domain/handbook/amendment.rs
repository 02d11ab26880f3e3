//! 补正: what changed in a handbook after it was handed in and taken in (A7.5, N7). The book stays as it was handed in; each change
//! stands behind it with its day, the old words and the new ones, who made it, and why.
//!
//! Called where a handbook is handed out; written to files by `documents`.
//! **Invariants:** only what moved something in the book is told: a draft that never reached it, or a check by the office
//! that changed no word, is none; the lines of the book itself are those that its hash is of.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use crate::domain::duty_record::{ChangeReason, DutyRecord, FieldValue, RecordField, RecordState};
use crate::domain::handbook::life::{FrozenLine, HandbookRow, HandbookState};
use crate::domain::handbook::{DutyCategory, Handbook, HandbookLine, HandbookSection};
use crate::domain::ids::RecordId;
use crate::domain::record::{ChangedBy, RecordChangeRow, RecordRow};
use crate::domain::time::day_of;

/// A book that was taken in, and what was amended since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amended {
    /// Handed in.
    pub handed_in_on: NaiveDate,
    /// Taken in.
    pub taken_in_on: NaiveDate,
    /// SHA-256 in hex of the lines that were handed in.
    pub hash: String,
    /// Oldest first.
    pub amendments: Vec<BookAmendment>,
}

/// One amendment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookAmendment {
    /// The day on which it was made.
    pub on: NaiveDate,
    /// The section of the line, as it is now.
    pub category: DutyCategory,
    /// The day of the line, as it was handed in; that of a line that was added, as it is.
    pub line_on: NaiveDate,
    /// What was amended.
    pub what: AmendedWhat,
    /// As it was; empty for a line that was added.
    pub old: String,
    /// As it is; empty for a line that was removed.
    pub new: String,
    /// By whom.
    pub by: ChangedBy,
    /// Why, as it is kept; may be empty.
    pub why: AmendedWhy,
}

/// What was amended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmendedWhat {
    /// A line came.
    Added,
    /// A line went.
    Removed,
    /// A field changed.
    Field(RecordField),
}

/// Why something was amended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AmendedWhy {
    /// Nobody said.
    Unsaid,
    /// Something was done or said in the letter afterwards.
    LaterAct,
    /// In somebody's words, or a word of the program such as `undo`.
    Said(String),
}

/// A change of a record with its author, and the record as it is now.
#[derive(Debug, Clone)]
pub struct ChangeSince {
    /// The change.
    pub change: RecordChangeRow,
    /// By whom.
    pub by: ChangedBy,
    /// The record.
    pub row: RecordRow,
}

/// When the book was frozen, if it was taken in here: nothing for one that is still open, or that counts on paper.
pub fn frozen_at(row: &HandbookRow) -> Option<i64> {
    let is_frozen = row.state == HandbookState::Accepted && !row.on_paper && !row.frozen.is_empty();
    row.handed_in_at.filter(|_| is_frozen)
}

/// The book as it was handed in, with what was amended since. `changes`: those of the deputy's records after that moment, oldest
/// first. A book that was not frozen stays as it is.
#[must_use]
pub fn as_handed_in(book: Handbook, row: &HandbookRow, changes: &[ChangeSince]) -> Handbook {
    let (Some(at), Ok(lines)) = (
        frozen_at(row),
        serde_json::from_str::<Vec<FrozenLine>>(&row.frozen),
    ) else {
        return book;
    };
    let mut sections: Vec<_> = DutyCategory::TEN
        .into_iter()
        .chain([DutyCategory::Other])
        .map(|category| HandbookSection {
            category,
            lines: lines
                .iter()
                .filter(|line| line.category == category)
                .zip(1..)
                .map(|(line, number)| HandbookLine {
                    number,
                    id: None,
                    on: line.on,
                    until_on: line.until_on,
                    cells: line.cells.clone(),
                    source: line.source.clone(),
                })
                .collect(),
        })
        .collect();
    if sections.last().is_some_and(|other| other.lines.is_empty()) {
        sections.pop();
    }
    let amended = Amended {
        handed_in_on: day_of(at),
        taken_in_on: day_of(row.decided_at.unwrap_or(at)),
        hash: row.frozen_hash.clone(),
        amendments: amendments(book.year, changes),
    };
    Handbook {
        sections,
        amended: Some(Box::new(amended)),
        ..book
    }
}

/// What the changes amended in the book of a year.
fn amendments(year: i32, changes: &[ChangeSince]) -> Vec<BookAmendment> {
    let mut of_record: BTreeMap<RecordId, Vec<&ChangeSince>> = BTreeMap::new();
    for change in changes {
        of_record.entry(change.row.id).or_default().push(change);
    }
    let mut found = Vec::new();
    for changes in of_record.values() {
        found.extend(of_one(year, changes));
    }
    found.sort_by_key(|(order, _)| *order);
    found.into_iter().map(|(_, amendment)| amendment).collect()
}

fn of_one(year: i32, changes: &[&ChangeSince]) -> Vec<(i64, BookAmendment)> {
    let Some(record) = changes.first().map(|it| &it.row.record) else {
        return Vec::new();
    };
    let first = |field: &str| {
        changes
            .iter()
            .find(|it| it.change.field == field)
            .map(|it| it.change.old_value.as_str())
    };
    let was_on = first(RecordField::On.word())
        .and_then(|day| day.parse().ok())
        .unwrap_or(record.on);
    let was_in = match first("state") {
        Some(word) => [RecordState::Confirmed, RecordState::Verified]
            .iter()
            .any(|state| state.word() == word),
        None => record.state.in_handbook(),
    } && was_on.year() == year;
    let is_in = record.state.in_handbook() && record.on.year() == year;
    let amendment = |it: &ChangeSince, what, line_on, old: String, new: String| {
        let amendment = BookAmendment {
            on: day_of(it.change.at),
            category: record.category,
            line_on,
            what,
            old,
            new,
            by: it.by.clone(),
            why: why(&it.change),
        };
        (it.change.id, amendment)
    };
    if !was_in {
        let came = changes.iter().rev().find(|it| it.change.field == "state");
        return match (is_in, came.or(changes.last())) {
            (true, Some(it)) => vec![amendment(
                it,
                AmendedWhat::Added,
                record.on,
                String::new(),
                words(record),
            )],
            _ => Vec::new(),
        };
    }
    let mut found: Vec<_> = changes
        .iter()
        .filter_map(|it| {
            let field = RecordField::from_word(&it.change.field)?;
            let (old, new) = (it.change.old_value.clone(), it.change.new_value.clone());
            Some(amendment(it, AmendedWhat::Field(field), was_on, old, new))
        })
        .collect();
    let went = changes.iter().rev().find(|it| it.change.field == "state");
    if let (false, Some(it)) = (is_in, went.or(changes.last())) {
        found.push(amendment(
            it,
            AmendedWhat::Removed,
            was_on,
            words(record),
            String::new(),
        ));
    }
    found
}

/// What a line says, its columns in one.
fn words(record: &DutyRecord) -> String {
    let texts: Vec<String> = record
        .category
        .fields()
        .iter()
        .map(|field| record.column_text(*field))
        .filter(|text| !text.is_empty())
        .collect();
    match texts.is_empty() {
        true => FieldValue::Category(record.category).to_string(),
        false => texts.join("；"),
    }
}

/// Why a change was made.
pub fn why(change: &RecordChangeRow) -> AmendedWhy {
    let said = |text: &str| match text {
        "" => AmendedWhy::Unsaid,
        text => AmendedWhy::Said(text.to_owned()),
    };
    if change.field == "state" {
        return said(&change.why);
    }
    match serde_json::from_str(&change.why) {
        Ok(ChangeReason::Correction { reason }) => said(&reason),
        Ok(ChangeReason::LaterAct) => AmendedWhy::LaterAct,
        Ok(ChangeReason::Agreed) | Err(_) => AmendedWhy::Unsaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::handbook::HandbookDeputy;
    use crate::domain::handbook::life::{freeze, lines_of};
    use crate::domain::ids::{DeputyId, OfficeId};

    const DAY: i64 = 86_400_000;
    /// 2026-12-20 in Asia/Shanghai.
    const HANDED_IN: i64 = 1_797_696_000_000;

    fn record(matters: &str, state: RecordState) -> DutyRecord {
        let mut record = DutyRecord::self_declared(NaiveDate::from_ymd_opt(2026, 3, 1).unwrap());
        record.matters = matters.into();
        record.in_state(state)
    }

    fn change(
        id: i64,
        record: i64,
        now: &DutyRecord,
        field: &str,
        old: &str,
        new: &str,
        why: &str,
    ) -> ChangeSince {
        ChangeSince {
            change: RecordChangeRow {
                id,
                record_id: RecordId(record),
                field: field.into(),
                old_value: old.into(),
                new_value: new.into(),
                account_id: None,
                at: HANDED_IN + id * DAY,
                why: why.into(),
            },
            by: ChangedBy::Deputy("张示一".into()),
            row: RecordRow::new(RecordId(record), DeputyId(1), now.clone(), 0),
        }
    }

    fn book(records: &[DutyRecord]) -> Handbook {
        let made_on = NaiveDate::from_ymd_opt(2027, 1, 5).unwrap();
        let records = (1..).map(RecordId).zip(records);
        Handbook::of_year(2026, HandbookDeputy::default(), vec![], records, made_on)
    }

    fn taken_in(records: &[DutyRecord]) -> HandbookRow {
        let (frozen, frozen_hash) = freeze(&lines_of(&book(records)));
        HandbookRow {
            state: HandbookState::Accepted,
            handed_in_at: Some(HANDED_IN),
            decided_at: Some(HANDED_IN + DAY),
            frozen,
            frozen_hash,
            ..HandbookRow::open(DeputyId(1), 2026, OfficeId(1), 0)
        }
    }

    #[test]
    fn the_book_stays_as_handed_in_and_each_change_stands_behind_it() {
        let (old, was) = (
            record("灌溉", RecordState::Verified),
            record("路灯", RecordState::Confirmed),
        );
        let row = taken_in(&[old, was]);
        let corrected = record("灌溉用水", RecordState::Confirmed);
        let returned = record("路灯", RecordState::Returned);
        let came = record("客运班次", RecordState::Confirmed);
        let draft = record("没有确认的", RecordState::Draft);
        let why = serde_json::to_string(&ChangeReason::Correction {
            reason: "写漏了".into(),
        })
        .unwrap();
        let changes = [
            change(1, 1, &corrected, "matters", "灌溉", "灌溉用水", &why),
            change(2, 1, &corrected, "state", "verified", "confirmed", ""),
            change(3, 2, &returned, "state", "confirmed", "returned", "请核对"),
            change(4, 3, &came, "state", "draft", "confirmed", ""),
            change(5, 4, &draft, "matters", "", "没有确认的", ""),
        ];
        let now = book(&[corrected, returned, came]);
        let book = as_handed_in(now.clone(), &row, &changes);
        assert_eq!(freeze(&lines_of(&book)).1, row.frozen_hash);
        let amended = book.amended.unwrap();
        assert_eq!(amended.handed_in_on.to_string(), "2026-12-20");
        let told: Vec<_> = amended
            .amendments
            .iter()
            .map(|it| {
                (
                    it.on.to_string(),
                    it.what,
                    it.old.as_str(),
                    it.new.as_str(),
                    it.why.clone(),
                )
            })
            .collect();
        let said = |why: &str| AmendedWhy::Said(why.into());
        assert_eq!(
            told,
            [
                (
                    "2026-12-21".into(),
                    AmendedWhat::Field(RecordField::Matters),
                    "灌溉",
                    "灌溉用水",
                    said("写漏了")
                ),
                (
                    "2026-12-23".into(),
                    AmendedWhat::Removed,
                    "路灯",
                    "",
                    said("请核对")
                ),
                (
                    "2026-12-24".into(),
                    AmendedWhat::Added,
                    "",
                    "客运班次",
                    AmendedWhy::Unsaid
                ),
            ]
        );

        // What lies with the office, or counts on paper, is not frozen here.
        for row in [
            HandbookRow {
                state: HandbookState::HandedIn,
                ..row.clone()
            },
            HandbookRow {
                on_paper: true,
                ..row
            },
        ] {
            assert_eq!(as_handed_in(now.clone(), &row, &changes), now);
        }
    }
}
