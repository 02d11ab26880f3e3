//! The rows below the headings of a sheet, whichever register it is. Used by both readers.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt::Debug;

use chrono::NaiveDate;

use super::{SheetFault, SheetFaultKind as Kind};
use crate::domain::calendar::{UnreadDay, written_day};
use crate::domain::roster::cell::{compact, is_formula_error, said, shown, tidy};
use crate::domain::sheet::{Sheet, SheetRow};

/// Titles and remarks above the headings take a few rows.
const SEARCHED_ROWS: usize = 30;
/// Fewer headings may be words of a title.
const MIN_HEADINGS: usize = 2;

/// The columns of a register.
pub trait RegisterColumn: Copy + Ord + Debug + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// Without these nothing can be read.
    const REQUIRED: &'static [Self];

    /// The headings that are taken; the first is the one that is proposed.
    fn headings(self) -> &'static [&'static str];

    /// The heading that is proposed.
    fn heading(self) -> &'static str {
        self.headings()[0]
    }
}

/// What a sheet says. Rows with a fault give no entry.
#[derive(Debug, Clone, PartialEq)]
pub struct RegisterReading<C: RegisterColumn, E> {
    /// In the order of the file.
    pub entries: Vec<E>,
    /// In the order of rows and columns.
    pub faults: Vec<SheetFault>,
    /// Where each column stands, counted from 1.
    pub columns: BTreeMap<C, u32>,
}

impl<C: RegisterColumn, E> RegisterReading<C, E> {
    /// A fault that only the database could show, at its place.
    pub fn fault_at(&self, row: u32, column: C, kind: Kind, found: &str) -> SheetFault {
        SheetFault::new(Some(row), self.columns.get(&column).copied(), kind, shown(found))
    }
}

fn bare(cell: &str) -> String {
    let mut depth = 0_u32;
    let mut bare = String::new();
    for c in compact(cell).chars() {
        match c {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            '*' | ':' | '★' | '_' => {}
            _ if depth == 0 => bare.push(c.to_ascii_lowercase()),
            _ => {}
        }
    }
    bare
}

fn column_of<C: RegisterColumn>(cell: &str) -> Option<C> {
    let heading = bare(cell);
    C::ALL
        .iter()
        .copied()
        .find(|column| column.headings().contains(&heading.as_str()))
}

fn headings_in<C: RegisterColumn>(row: &SheetRow) -> usize {
    let mut found: Vec<C> = row.cells.iter().filter_map(|cell| column_of(cell)).collect();
    found.sort();
    found.dedup();
    found.len()
}

fn header_of<C: RegisterColumn>(sheet: &Sheet) -> Option<usize> {
    let searched = &sheet.rows[..sheet.rows.len().min(SEARCHED_ROWS)];
    let counts: Vec<usize> = searched.iter().map(headings_in::<C>).collect();
    let most = counts
        .iter()
        .copied()
        .max()
        .filter(|most| *most >= MIN_HEADINGS)?;
    counts.iter().position(|count| *count == most)
}

/// The sheets of a file that have the headings of a register; the first is the one to read.
pub fn register_sheets<C: RegisterColumn>(sheets: &[Sheet]) -> Vec<&Sheet> {
    sheets
        .iter()
        .filter(|sheet| header_of::<C>(sheet).is_some())
        .collect()
}

/// The headings of a sheet and the rows below them.
pub(super) struct Table<'a, C> {
    pub columns: BTreeMap<C, u32>,
    pub rows: Vec<Line<'a, C>>,
    pub faults: Vec<SheetFault>,
}

/// A row below the headings, with the faults that reading it gave.
pub(super) struct Line<'a, C> {
    pub number: u32,
    row: &'a SheetRow,
    columns: BTreeMap<C, u32>,
    pub faults: Vec<SheetFault>,
}

impl<'a, C: RegisterColumn> Table<'a, C> {
    pub fn read(sheet: &'a Sheet) -> Self {
        let mut table = Self {
            columns: BTreeMap::new(),
            rows: Vec::new(),
            faults: Vec::new(),
        };
        let is_blank = |row: &SheetRow| row.cells.iter().all(|cell| tidy(cell).is_empty());
        if sheet.rows.iter().all(is_blank) {
            table
                .faults
                .push(SheetFault::new(None, None, Kind::EmptyFile, ""));
            return table;
        }
        let Some(at) = header_of::<C>(sheet) else {
            let wanted: Vec<&str> = C::REQUIRED.iter().map(|column| column.heading()).collect();
            let fault = SheetFault::new(None, None, Kind::NoHeader, "");
            table.faults.push(fault.meant(wanted.join("、")));
            return table;
        };
        let header = &sheet.rows[at];
        for (place, cell) in (1_u32..).zip(&header.cells) {
            let Some(column) = column_of::<C>(cell) else {
                continue;
            };
            if let Entry::Vacant(free) = table.columns.entry(column) {
                free.insert(place);
            } else {
                let fault = SheetFault::new(Some(header.number), Some(place), Kind::ColumnTwice, "");
                table.faults.push(fault.meant(column.heading()));
            }
        }
        for column in C::REQUIRED {
            if !table.columns.contains_key(column) {
                let fault = SheetFault::new(Some(header.number), None, Kind::MissingColumn, "");
                table.faults.push(fault.meant(column.heading()));
            }
        }
        table.rows = sheet.rows[at + 1..]
            .iter()
            // Headings that come again on every printed page.
            .filter(|row| !is_blank(row) && headings_in::<C>(row) < MIN_HEADINGS)
            .map(|row| Line {
                number: row.number,
                row,
                columns: table.columns.clone(),
                faults: Vec::new(),
            })
            .collect();
        if table.rows.is_empty() {
            table.faults.push(SheetFault::new(
                Some(header.number),
                None,
                Kind::NothingListed,
                "",
            ));
        }
        table
    }
}

impl<C: RegisterColumn> Line<'_, C> {
    /// Notes a fault at a column.
    pub fn fault(&mut self, column: C, kind: Kind, found: &str) -> &mut SheetFault {
        let place = self.columns.get(&column).copied();
        self.faults
            .push(SheetFault::new(Some(self.number), place, kind, shown(found)));
        self.faults.last_mut().expect("a fault was pushed just now")
    }

    /// The text of a cell; empty where nothing is said.
    pub fn text(&mut self, column: C) -> String {
        let cell = self
            .columns
            .get(&column)
            .and_then(|place| self.row.cells.get(usize::try_from(*place).ok()?.checked_sub(1)?))
            .map(|cell| tidy(cell))
            .unwrap_or_default();
        if is_formula_error(&cell) {
            self.fault(column, Kind::FormulaError, &cell);
            return String::new();
        }
        said(&cell).unwrap_or_default().to_owned()
    }

    /// The text of a cell that must say something, of at most so many characters.
    pub fn needed(&mut self, column: C, longest: usize) -> String {
        let text = self.limited(column, longest);
        if text.is_empty()
            && !self
                .faults
                .iter()
                .any(|fault| fault.column == self.columns.get(&column).copied())
        {
            self.fault(column, Kind::Missing, "").meant = column.heading().to_owned();
        }
        text
    }

    /// The text of a cell of at most so many characters.
    pub fn limited(&mut self, column: C, longest: usize) -> String {
        let text = self.text(column);
        if text.chars().count() > longest {
            self.fault(column, Kind::TooLong, &text).other = u32::try_from(longest).unwrap_or(u32::MAX);
            return String::new();
        }
        text
    }

    /// A day, if one is said.
    pub fn day(&mut self, column: C) -> Option<NaiveDate> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        match written_day(&text) {
            Ok(day) => Some(day),
            Err(UnreadDay::Impossible) => {
                self.fault(column, Kind::DayImpossible, &text);
                None
            }
            Err(UnreadDay::Unreadable) => {
                self.fault(column, Kind::DayUnreadable, &text);
                None
            }
        }
    }

    /// Names that stand in one cell.
    pub fn names(&mut self, column: C) -> Vec<String> {
        let text = self.text(column);
        text.split(['、', ',', '，', ';', '；', '\n', '/'])
            .map(tidy)
            .filter(|name| !name.is_empty())
            .collect()
    }
}
