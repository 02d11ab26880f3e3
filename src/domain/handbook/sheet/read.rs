//! The sheets of a workbook into lines: which sheet is which section, which column is which field, and what each row says.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Datelike, NaiveDate};

use crate::domain::duty_record::RecordField;
use crate::domain::handbook::DutyCategory;
use crate::domain::roster::cell::{compact, is_formula_error, said, tidy};
use crate::domain::sheet::{Sheet, SheetRow};

use super::cell::{days_of, text_of};
use super::{CellFault, CellFaultKind as Kind, LineId, SheetCell, SheetColumn, SheetLine, SheetWords};

/// Remarks above the heads take a few rows.
const SEARCHED_ROWS: usize = 20;
/// Fewer heads may be words of a remark.
const MIN_HEADS: usize = 2;
/// Characters of a cell that are kept.
const LONGEST: usize = 2_000;
/// No deputy does more in a year.
const MOST_LINES: usize = 2_000;

/// What a workbook says.
#[derive(Debug, Clone, Default)]
pub struct SheetReading {
    /// In the order of the file.
    pub lines: Vec<SheetLine>,
    /// In the order of the file.
    pub faults: Vec<CellFault>,
}

/// A heading or a name without blanks, brackets and the width of its letters.
fn key(text: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in compact(text).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | ':' | '_' => {}
            _ if depth == 0 => bare.extend(c.to_lowercase()),
            _ => {}
        }
    }
    bare
}

fn is_in(text: &str, words: &[String]) -> bool {
    let text = key(text);
    !text.is_empty() && words.iter().any(|word| key(word) == text)
}

struct Book<'a> {
    words: &'a SheetWords,
    year: i32,
    heads: HashMap<(DutyCategory, String), SheetColumn>,
    any_head: HashSet<String>,
    reading: SheetReading,
}

/// Reads the handbook of a year. Never fails: what is wrong is in `faults`, all of it at once. `name`: the deputy's.
pub fn read_handbook_sheets(sheets: &[Sheet], words: &SheetWords, name: &str, year: i32) -> SheetReading {
    let heads = words.heads.iter();
    let mut book = Book {
        words,
        year,
        heads: heads
            .clone()
            .map(|(category, head, column)| ((*category, key(head)), *column))
            .collect(),
        any_head: heads.map(|(_, head, _)| key(head)).collect(),
        reading: SheetReading::default(),
    };
    let mut seen: Vec<DutyCategory> = Vec::new();
    for sheet in sheets {
        let section = words
            .sections
            .iter()
            .find(|(known, _)| key(known) == key(&sheet.name))
            .map(|(_, category)| *category);
        match section {
            Some(category) if seen.contains(&category) => {
                let fault = CellFault::new(Kind::SectionTwice, &sheet.name, &sheet.name);
                book.reading.faults.push(fault.meant(category.wording()));
            }
            Some(category) => {
                seen.push(category);
                book.section(sheet, category);
            }
            None if is_in(&sheet.name, &words.aside) => book.cover(sheet, name),
            None => book.stranger(sheet, name),
        }
    }
    if seen.is_empty() && book.reading.faults.is_empty() {
        book.reading.faults.push(CellFault::new(Kind::NoSections, "", ""));
    }
    if book.reading.lines.len() > MOST_LINES {
        let limit = u32::try_from(MOST_LINES).unwrap_or(u32::MAX);
        let fault = CellFault::new(Kind::TooManyLines, "", "").other(limit);
        book.reading.faults.push(fault);
    }
    book.reading
}

impl Book<'_> {
    fn fault(&mut self, fault: CellFault) {
        self.reading.faults.push(fault);
    }

    /// Whose book it is, and of which year, where the cover is still there.
    fn cover(&mut self, sheet: &Sheet, name: &str) {
        for row in &sheet.rows {
            for (column, cell) in (1..).zip(&row.cells) {
                if self.words.dossiers.iter().any(|title| tidy(title) == tidy(cell)) {
                    self.fault(CellFault::new(Kind::Dossier, &sheet.name, cell).at(row.number, Some(column)));
                }
                let other_year = self
                    .words
                    .years
                    .iter()
                    .find(|(said, year)| *year != self.year && tidy(said) == tidy(cell));
                if other_year.is_some() {
                    let fault = CellFault::new(Kind::OtherYear, &sheet.name, cell);
                    self.fault(fault.at(row.number, Some(column)).meant(self.year.to_string()));
                }
            }
            let mut cells = row.cells.iter();
            let is_name = cells
                .next()
                .is_some_and(|label| is_in(label, &self.words.name_labels));
            let named = cells.next().map(|cell| tidy(cell)).unwrap_or_default();
            if is_name && !named.is_empty() && compact(&named) != compact(name) {
                let fault = CellFault::new(Kind::OtherDeputy, &sheet.name, &named);
                self.fault(fault.at(row.number, Some(2)).meant(name));
            }
        }
    }

    /// A sheet of another name: without lines it is somebody's notes.
    fn stranger(&mut self, sheet: &Sheet, name: &str) {
        let most = sheet
            .rows
            .iter()
            .take(SEARCHED_ROWS)
            .map(|row| {
                row.cells
                    .iter()
                    .filter(|cell| self.any_head.contains(&key(cell)))
                    .count()
            })
            .max();
        if most >= Some(3) {
            self.fault(CellFault::new(Kind::SectionUnknown, &sheet.name, &sheet.name));
        } else {
            self.cover(sheet, name);
        }
    }

    fn column(&self, category: DutyCategory, cell: &str) -> Option<SheetColumn> {
        self.heads.get(&(category, key(cell))).copied()
    }

    fn section(&mut self, sheet: &Sheet, category: DutyCategory) {
        let known = |row: &SheetRow| {
            row.cells
                .iter()
                .filter(|cell| self.column(category, cell).is_some())
                .count()
        };
        let counts: Vec<usize> = sheet.rows.iter().take(SEARCHED_ROWS).map(known).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let head = counts
            .iter()
            .position(|count| *count == most && most >= MIN_HEADS);
        let Some(head) = head else {
            self.fault(CellFault::new(Kind::NoDayColumn, &sheet.name, ""));
            return;
        };
        let mut columns: BTreeMap<u32, SheetColumn> = BTreeMap::new();
        for (place, cell) in (1_u32..).zip(&sheet.rows[head].cells) {
            let at = |kind| CellFault::new(kind, &sheet.name, cell).at(sheet.rows[head].number, Some(place));
            match self.column(category, cell) {
                Some(SheetColumn::Ignored) => {
                    columns.insert(place, SheetColumn::Ignored);
                }
                Some(column) if columns.values().any(|known| *known == column) => {
                    self.fault(at(Kind::ColumnTwice));
                }
                Some(column) => {
                    columns.insert(place, column);
                }
                None if tidy(cell).is_empty() => {}
                None => self.fault(at(Kind::ColumnUnknown)),
            }
        }
        let Some(day) = columns
            .iter()
            .find(|(_, column)| **column == SheetColumn::Day)
            .map(|(place, _)| *place)
        else {
            let fault = CellFault::new(Kind::NoDayColumn, &sheet.name, "");
            self.fault(fault.at(sheet.rows[head].number, None));
            return;
        };
        for row in &sheet.rows[head + 1..] {
            self.row(sheet, category, row, &columns, day);
        }
    }

    fn row(
        &mut self,
        sheet: &Sheet,
        category: DutyCategory,
        row: &SheetRow,
        columns: &BTreeMap<u32, SheetColumn>,
        day_column: u32,
    ) {
        let said_of: Vec<(u32, Option<SheetColumn>, String)> = (1_u32..)
            .zip(&row.cells)
            .map(|(place, cell)| (place, columns.get(&place).copied(), text_of(cell)))
            .filter(|(_, column, text)| *column != Some(SheetColumn::Ignored) && !text.is_empty())
            .collect();
        let first = row.cells.iter().find(|cell| !tidy(cell).is_empty());
        let is_empty_word = said_of.is_empty()
            || (first.is_some_and(|cell| is_in(cell, &self.words.empty)) && said_of.len() <= 1);
        // Heads that come again on every printed page.
        let heads = row
            .cells
            .iter()
            .filter(|cell| !tidy(cell).is_empty() && self.column(category, cell).is_some())
            .count();
        if is_empty_word || heads > MIN_HEADS {
            return;
        }
        let before = self.reading.faults.len();
        let at = |kind, column: u32, found: &str| {
            CellFault::new(kind, &sheet.name, found).at(row.number, Some(column))
        };
        for (first, last) in sheet.merged_across(row.number) {
            // Only over columns that each say something of their own.
            if columns.range(first..=last).count() > 1 {
                self.fault(at(Kind::MergedAcross, first, ""));
            }
        }
        let mut cells = BTreeMap::new();
        let (mut id, mut id_column, mut day_text) = (None, None, "");
        for (place, column) in columns {
            match column {
                SheetColumn::Field(field) => {
                    let text = String::new();
                    cells.insert(*field, SheetCell { column: *place, text });
                }
                SheetColumn::Id => id_column = Some(*place),
                SheetColumn::Day | SheetColumn::Ignored => {}
            }
        }
        for (place, column, text) in &said_of {
            if is_formula_error(text) {
                self.fault(at(Kind::FormulaError, *place, text));
                continue;
            }
            match column {
                None => self.fault(at(Kind::OutsideColumns, *place, text)),
                Some(SheetColumn::Day) => day_text = text,
                Some(SheetColumn::Id) => {
                    id = LineId::read(text);
                    if id.is_none() {
                        self.fault(at(Kind::IdBroken, *place, text));
                    }
                }
                Some(SheetColumn::Field(field)) => {
                    if let Some(cell) = cells.get_mut(field) {
                        text.clone_into(&mut cell.text);
                    }
                }
                Some(SheetColumn::Ignored) => {}
            }
        }
        let says_more = cells.values().any(|cell: &SheetCell| said(&cell.text).is_some());
        if !says_more && day_text.is_empty() && id.is_some() {
            self.fault(CellFault::new(Kind::Emptied, &sheet.name, "").at(row.number, None));
            return;
        }
        let (on, until_on) = match self.days(day_text) {
            Ok(days) => days,
            Err(kind) => {
                self.fault(at(kind, day_column, day_text).meant(self.year.to_string()));
                return;
            }
        };
        if !says_more && id.is_none() {
            self.fault(CellFault::new(Kind::NothingSaid, &sheet.name, "").at(row.number, None));
        }
        if self.reading.faults.len() == before {
            self.reading.lines.push(SheetLine {
                sheet: sheet.name.clone(),
                row: row.number,
                id,
                id_column,
                category,
                on,
                until_on,
                day_column,
                cells,
            });
        }
    }

    fn days(&self, text: &str) -> Result<(NaiveDate, Option<NaiveDate>), Kind> {
        let (on, until_on) = days_of(text, self.year)?;
        if on.year() == self.year {
            Ok((on, until_on))
        } else {
            Err(Kind::DayOfOtherYear)
        }
    }
}

/// Whether a text can be kept.
pub(super) fn fits(text: &str) -> bool {
    text.chars().count() <= LONGEST
}

/// The limit that [`fits`] tells of.
pub(super) fn longest() -> u32 {
    u32::try_from(LONGEST).unwrap_or(u32::MAX)
}

/// The fields that a line says something of.
pub(super) fn fields_said(line: &SheetLine) -> impl Iterator<Item = (RecordField, &SheetCell)> {
    line.cells.iter().map(|(field, cell)| (*field, cell))
}
