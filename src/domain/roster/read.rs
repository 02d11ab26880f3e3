//! Reading a sheet into roster entries, faults and notes. Called by the flow that imports a roster, and by its dry run.

use std::collections::BTreeMap;

use super::bearers::Bearers;
use super::cell::{compact, shown, tidy};
use super::header::Header;
use super::row::read_row;
use super::skipped::is_no_deputy;
use super::{DeputyCode, Fault, FaultKind, Note, NoteKind, RosterColumn, RosterEntry};
use crate::domain::sheet::Sheet;

/// All that a sheet says. Rows with a fault give no entry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterReading {
    /// In the order of the file.
    pub entries: Vec<RosterEntry>,
    /// In the order of rows and columns; those of the whole file come first.
    pub faults: Vec<Fault>,
    pub notes: Vec<Note>,
    pub(super) code_places: BTreeMap<DeputyCode, (u32, u32)>,
}

impl RosterReading {
    /// The entries of a roster without any fault; `None` if there is one. Only a complete list may be compared and
    /// taken: the deputies of faulty rows would otherwise look gone.
    pub fn complete(&self) -> Option<&[RosterEntry]> {
        self.faults.is_empty().then_some(&self.entries)
    }

    /// Row and column where a code stands, each counted from 1.
    pub fn place_of(&self, code: &DeputyCode) -> Option<(u32, u32)> {
        self.code_places.get(code).copied()
    }
}

/// The sheets of a file that have the headings of a roster. The first is the one to read; if there are more, an officer
/// must be told that they are not read.
pub fn roster_sheets(sheets: &[Sheet]) -> Vec<&Sheet> {
    sheets
        .iter()
        .filter(|sheet| Header::find(sheet).is_some())
        .collect()
}

/// Reads a roster. Never fails: what is wrong is in `faults`, all of it at once.
pub fn read_roster(sheet: &Sheet) -> RosterReading {
    let mut reading = RosterReading::default();
    if sheet
        .rows
        .iter()
        .all(|row| row.cells.iter().all(|cell| tidy(cell).is_empty()))
    {
        reading.faults.push(of_file(None, FaultKind::EmptyFile));
        return reading;
    }
    let Some(header) = Header::find(sheet) else {
        reading.faults.push(of_file(None, FaultKind::NoHeader));
        return reading;
    };
    judge_header(&header, &mut reading);

    let mut bearers = Bearers::default();
    for row in &sheet.rows[header.row_index + 1..] {
        if row.cells.iter().all(|cell| tidy(cell).is_empty()) {
            continue;
        }
        if is_no_deputy(&header, row) {
            let found = row
                .cells
                .iter()
                .map(|cell| shown(cell))
                .find(|cell| !cell.is_empty())
                .unwrap_or_default();
            reading.notes.push(Note {
                row: Some(row.number),
                column: None,
                kind: NoteKind::LineSkipped,
                found,
            });
            continue;
        }
        read_row(&header, row, &mut bearers, &mut reading);
    }
    if bearers.rows == 0 {
        reading
            .faults
            .push(of_file(Some(header.row_number), FaultKind::NobodyListed));
    }
    bearers.judge(&header, &mut reading);
    reading.faults.sort_by_key(|fault| (fault.row, fault.column));
    reading.notes.sort_by_key(|note| (note.row, note.column));
    reading
}

fn of_file(row: Option<u32>, kind: FaultKind) -> Fault {
    Fault {
        row,
        column: None,
        kind,
        found: String::new(),
    }
}

/// Columns are counted from 1 outside and from 0 inside.
pub(super) fn column_number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1)
}

fn judge_header(header: &Header, reading: &mut RosterReading) {
    let row = Some(header.row_number);
    for column in RosterColumn::REQUIRED {
        if !header.places.contains_key(&column) {
            reading
                .faults
                .push(of_file(row, FaultKind::MissingColumn(column)));
        }
    }
    for (column, place) in &header.twice {
        reading.faults.push(Fault {
            row,
            column: Some(column_number(*place)),
            kind: FaultKind::ColumnTwice(*column),
            found: column.heading().to_owned(),
        });
    }
    for (heading, place) in &header.unknown {
        if !is_serial_number(heading) {
            reading.notes.push(Note {
                row,
                column: Some(column_number(*place)),
                kind: NoteKind::UnknownColumn,
                found: shown(heading),
            });
        }
    }
    if !header.places.contains_key(&RosterColumn::Status) {
        reading.notes.push(Note {
            row,
            column: None,
            kind: NoteKind::NoStatusColumn,
            found: String::new(),
        });
    }
}

/// Every list has this column, and nobody misses it.
fn is_serial_number(heading: &str) -> bool {
    matches!(compact(heading).as_str(), "序号" | "序" | "No." | "NO.")
}
