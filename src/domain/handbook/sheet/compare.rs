//! The lines of a workbook against the records as they are: new, changed with the old values, unchanged, absent.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::domain::duty_record::{ContactWay, DutyRecord, FieldValue, RecordField, alike};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::RecordId;

use super::cell::{check_days, people_of, same, whom_of};
use super::read::{fields_said, fits, longest};
use super::{CellFault, CellFaultKind as Kind, SheetCell, SheetLine};

/// What the lines are compared with.
#[derive(Debug, Clone, Copy)]
pub struct Around<'a> {
    /// All records of the deputy and the year that were not dropped.
    pub records: &'a [(RecordId, DutyRecord)],
    /// The day on which this is done.
    pub today: NaiveDate,
    /// Personal data is masked as in every report.
    pub mask: fn(&str) -> String,
}

/// A field as it was and as the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldShown {
    /// Which.
    pub field: RecordField,
    /// As it was.
    pub old: String,
    /// As it becomes.
    pub new: String,
}

/// A record that the file says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedLine {
    /// Which record.
    pub record: RecordId,
    /// The sheet.
    pub sheet: String,
    /// The row.
    pub row: u32,
    /// The section as the file has it.
    pub category: DutyCategory,
    /// The new values, in the order in which they are set.
    pub values: Vec<FieldValue>,
    /// The same for the eye.
    pub shown: Vec<FieldShown>,
}

/// What taking the file in would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetChanges {
    /// New records, drafts, with their rows.
    pub added: Vec<(String, u32, DutyRecord)>,
    /// Changed ones.
    pub changed: Vec<ChangedLine>,
    /// Lines that say what the record says, and new rows that are there already.
    pub unchanged: usize,
    /// Confirmed records of the year whose lines are not in the file: they stay.
    pub absent: Vec<(RecordId, NaiveDate, DutyCategory)>,
    /// What is wrong.
    pub faults: Vec<CellFault>,
}

impl SheetChanges {
    /// Nothing new and nothing changed.
    pub fn is_nothing(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty()
    }
}

/// Compares. A file with a fault is not taken, whatever else it says.
pub fn compare(lines: &[SheetLine], around: Around<'_>) -> SheetChanges {
    let known: HashMap<RecordId, &DutyRecord> =
        around.records.iter().map(|(id, record)| (*id, record)).collect();
    let mut changes = SheetChanges::default();
    let mut seen: BTreeMap<RecordId, (&str, u32)> = BTreeMap::new();
    for line in lines {
        let at_id = |kind| {
            let found = line.id.map(super::LineId::written).unwrap_or_default();
            CellFault::new(kind, &line.sheet, &found).at(line.row, line.id_column)
        };
        let Some(id) = line.id else {
            add(&mut changes, line, around);
            continue;
        };
        if let Some((sheet, row)) = seen.insert(id.record, (&line.sheet, line.row)) {
            changes.faults.push(at_id(Kind::IdTwice).meant(sheet).other(row));
            continue;
        }
        let Some(record) = known.get(&id.record) else {
            changes.faults.push(at_id(Kind::IdUnknown));
            continue;
        };
        match values_of(line, record, around) {
            Ok(values) if values.is_empty() => changes.unchanged += 1,
            Ok(_) if id.version != record.version => changes.faults.push(at_id(Kind::Stale)),
            Ok(values) => {
                let shown = values.iter().map(|value| FieldShown {
                    field: value.field(),
                    old: record.value(value.field()).to_string(),
                    new: value.to_string(),
                });
                changes.changed.push(ChangedLine {
                    record: id.record,
                    sheet: line.sheet.clone(),
                    row: line.row,
                    category: line.category,
                    shown: shown.collect(),
                    values,
                });
            }
            Err(faults) => changes.faults.extend(faults),
        }
    }
    changes.absent = around
        .records
        .iter()
        .filter(|(id, record)| record.state.in_handbook() && !seen.contains_key(id))
        .map(|(id, record)| (*id, record.on, record.category))
        .collect();
    changes
}

fn add(changes: &mut SheetChanges, line: &SheetLine, around: Around<'_>) {
    let mut record = DutyRecord::self_declared(line.on);
    record.category = line.category;
    record.until_on = line.until_on;
    let values = match values_of(line, &record, around) {
        Ok(values) => values,
        Err(faults) => {
            changes.faults.extend(faults);
            return;
        }
    };
    for value in values {
        // What a person typed is left alone by the machine.
        record = record.corrected_by_hand(value, "").record;
    }
    record.version = 1;
    let same_words = |other: &DutyRecord| {
        other.category == record.category
            && other.on == record.on
            && other.until_on == record.until_on
            && record
                .category
                .fields()
                .iter()
                .all(|field| same(&other.column_text(*field), &record.column_text(*field)))
    };
    if around.records.iter().any(|(_, other)| same_words(other)) {
        changes.unchanged += 1;
        return;
    }
    if let Some((_, row, _)) = changes.added.iter().find(|(_, _, other)| same_words(other)) {
        let fault = CellFault::new(Kind::RowTwice, &line.sheet, "").at(line.row, None);
        changes.faults.push(fault.other(*row));
        return;
    }
    record.open.same_as = around
        .records
        .iter()
        .find(|(_, other)| alike(other, &record))
        .map(|(id, _)| *id);
    changes.added.push((line.sheet.clone(), line.row, record));
}

/// The values that differ from the record's; the section first, then the days, then the columns.
fn values_of(
    line: &SheetLine,
    record: &DutyRecord,
    around: Around<'_>,
) -> Result<Vec<FieldValue>, Vec<CellFault>> {
    let mut values = vec![FieldValue::Category(line.category), FieldValue::On(line.on)];
    values.push(FieldValue::Until(line.until_on));
    let mut faults = Vec::new();
    let last = line.until_on.unwrap_or(line.on);
    // A record of several days may have been confirmed before the last of them.
    if last > around.today && last != record.until_on.unwrap_or(record.on) || line.on > around.today {
        let fault = CellFault::new(Kind::DayInFuture, &line.sheet, &last.to_string());
        faults.push(fault.at(line.row, Some(line.day_column)));
    }
    for (field, cell) in fields_said(line) {
        if same(&record.column_text(field), &cell.text) {
            continue;
        }
        let at = |kind| CellFault::new(kind, &line.sheet, &cell.text).at(line.row, Some(cell.column));
        if !fits(&cell.text) {
            faults.push(at(Kind::TooLong).other(longest()));
            continue;
        }
        match typed(field, cell, around.mask) {
            Ok(typed) => values.extend(typed),
            Err(kind) => faults.push(at(kind)),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    values.retain(|value| record.value(value.field()) != *value);
    Ok(values)
}

fn typed(field: RecordField, cell: &SheetCell, mask: fn(&str) -> String) -> Result<Vec<FieldValue>, Kind> {
    let text = mask(&cell.text);
    let value = match field {
        RecordField::Whom => {
            let (whom, people) = whom_of(&text)?;
            return Ok(vec![FieldValue::Whom(whom), FieldValue::People(people)]);
        }
        RecordField::People => FieldValue::People(people_of(&text)?),
        RecordField::Way => FieldValue::Way((!text.is_empty()).then(|| ContactWay::from(text))),
        RecordField::Place => FieldValue::Place(text),
        RecordField::Matters => FieldValue::Matters(text),
        RecordField::PassingOn => FieldValue::PassingOn(text),
        RecordField::AnswerBack => FieldValue::AnswerBack(text),
        RecordField::Days => {
            check_days(&text)?;
            FieldValue::More(field, text)
        }
        // The section and the days have their own places.
        RecordField::On | RecordField::Until | RecordField::Category => return Ok(Vec::new()),
        field => FieldValue::More(field, text),
    };
    Ok(vec![value])
}
