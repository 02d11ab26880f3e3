//! XLS (Excel 97 to 2003, and WPS), and the container in which an encrypted XLSX comes. The records are walked once
//! before `calamine` reads them: it takes room for all cells between the first and the last, and for what a sheet claims.

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xls, XlsError};

use super::compound::{Compound, u16_at, u32_at};
use super::grid::{Budget, Grid};
use super::{MIB, shared_texts, text_of};
use crate::domain::sheet::{Sheet, SheetRefusal};

const MAX_SHEETS: usize = 100;
/// Room for cells, filled or not, over all sheets.
const MAX_ROOM: u64 = 4_000_000;
/// What the texts of all cells come to in memory, where each cell has a copy of its own.
const MAX_COPIES_MIB: u32 = 128;
const MAX_BYTES_OF_CHARACTER: u64 = 3;
/// The bounds of the format itself.
const XLS_ROWS: u32 = 65_536;
const XLS_COLUMNS: u32 = 256;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, SheetRefusal> {
    check_container(bytes)?;
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => SheetRefusal::Encrypted,
        _ => SheetRefusal::Broken,
    })?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut budget = Budget::new();
    let mut sheets = Vec::new();
    for name in names {
        let mut grid = Grid::default();
        let range = book.worksheet_range(&name).map_err(|_| SheetRefusal::Broken)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            let row = first_row + u32::try_from(row).map_err(|_| SheetRefusal::Broken)?;
            let column = first_column + u32::try_from(column).map_err(|_| SheetRefusal::Broken)?;
            grid.put(&mut budget, row, column, &text_of(cell))?;
        }
        for merged in book
            .merge_cells_by_sheet_name(&name)
            .map_err(|_| SheetRefusal::Broken)?
        {
            grid.fill_merged(&mut budget, merged.start, merged.end.0)?;
        }
        sheets.push(grid.into_sheet(&name));
    }
    Ok(sheets)
}

fn check_container(bytes: &[u8]) -> Result<(), SheetRefusal> {
    let container = Compound::open(bytes).ok_or(SheetRefusal::Broken)?;
    if container.has("EncryptedPackage") {
        return Err(SheetRefusal::Encrypted);
    }
    // Files for Excel 95 and 97 at once hold both, and which of them is read is not ours to say.
    let mut streams = ["Workbook", "Book"]
        .into_iter()
        .filter(|name| container.has(name))
        .peekable();
    if streams.peek().is_none() {
        return Err(SheetRefusal::NotATable);
    }
    streams.try_for_each(|name| check_records(&container.stream(name).ok_or(SheetRefusal::Broken)?))
}

/// Record numbers of MS-XLS 2.3.
mod record {
    pub const FORMULA: u16 = 0x0006;
    pub const END: u16 = 0x000A;
    pub const FILE_PASS: u16 = 0x002F;
    pub const CONTINUE: u16 = 0x003C;
    pub const BOUND_SHEET: u16 = 0x0085;
    pub const MUL_RK: u16 = 0x00BD;
    pub const R_STRING: u16 = 0x00D6;
    pub const SST: u16 = 0x00FC;
    pub const LABEL_SST: u16 = 0x00FD;
    pub const DIMENSIONS: u16 = 0x0200;
    pub const NUMBER: u16 = 0x0203;
    pub const LABEL: u16 = 0x0204;
    pub const BOOL_ERR: u16 = 0x0205;
    pub const RK: u16 = 0x027E;
    pub const BEGIN: u16 = 0x0809;
}

fn check_records(stream: &[u8]) -> Result<(), SheetRefusal> {
    let mut sheets_at = Vec::new();
    let mut text_parts = Vec::new();
    let mut before = None;
    for (kind, data) in records(stream) {
        match kind {
            record::FILE_PASS => return Err(SheetRefusal::Encrypted),
            record::BOUND_SHEET => {
                sheets_at.push(u32_at(data, 0).ok_or(SheetRefusal::Broken)? as usize);
            }
            record::SST => text_parts = vec![data],
            record::CONTINUE if before == Some(record::SST) => text_parts.push(data),
            record::END => break,
            _ => {}
        }
        if kind != record::CONTINUE {
            before = Some(kind);
        }
    }
    if sheets_at.len() > MAX_SHEETS {
        return Err(SheetRefusal::Broken);
    }
    let lengths = shared_texts::lengths(&text_parts);
    let (mut room, mut characters) = (0, 0);
    for at in sheets_at {
        let sheet = stream.get(at..).ok_or(SheetRefusal::Broken)?;
        let needs = needs_of_sheet(sheet, &lengths)?;
        room += needs.room;
        characters += needs.characters;
        if room > MAX_ROOM {
            return Err(SheetRefusal::TooManyRows {
                limit: super::grid::MAX_ROWS,
            });
        }
        if characters * MAX_BYTES_OF_CHARACTER > u64::from(MAX_COPIES_MIB) * MIB as u64 {
            return Err(SheetRefusal::TooBig {
                limit: MAX_COPIES_MIB,
            });
        }
    }
    Ok(())
}

struct Needs {
    /// Cells between the first and the last, filled or not.
    room: u64,
    /// Of shared texts, counted anew for each cell.
    characters: u64,
}

/// Embedded charts bring records of their own, between a beginning and an end of their own.
fn needs_of_sheet(stream: &[u8], text_lengths: &[u32]) -> Result<Needs, SheetRefusal> {
    let (mut rows, mut columns, mut characters) = (1, 1, 0);
    let mut depth = 0_u32;
    for (kind, data) in records(stream) {
        match kind {
            record::BEGIN => depth += 1,
            record::END if depth <= 1 => break,
            record::END => depth -= 1,
            _ if depth > 1 => {}
            record::FORMULA
            | record::R_STRING
            | record::LABEL_SST
            | record::NUMBER
            | record::LABEL
            | record::BOOL_ERR
            | record::RK
            | record::MUL_RK => {
                let row = u16_at(data, 0).ok_or(SheetRefusal::Broken)?;
                let last_column = if kind == record::MUL_RK {
                    data.len().saturating_sub(2)
                } else {
                    2
                };
                let column = u16_at(data, last_column).ok_or(SheetRefusal::Broken)?;
                rows = rows.max(u64::from(row) + 1);
                columns = columns.max(u64::from(column) + 1);
                if kind == record::LABEL_SST {
                    let index = u32_at(data, 6).ok_or(SheetRefusal::Broken)? as usize;
                    characters += text_lengths.get(index).copied().map_or(0, u64::from);
                }
            }
            record::DIMENSIONS => check_dimensions(data).ok_or(SheetRefusal::Broken)?,
            _ => {}
        }
    }
    Ok(Needs {
        room: rows * columns,
        characters,
    })
}

/// The record says the first row and column, and those behind the last ones.
fn check_dimensions(data: &[u8]) -> Option<()> {
    let (first_row, end_row, first_column, end_column) = if data.len() == 10 {
        (
            u32::from(u16_at(data, 0)?),
            u32::from(u16_at(data, 2)?),
            u16_at(data, 4)?,
            u16_at(data, 6)?,
        )
    } else {
        (
            u32_at(data, 0)?,
            u32_at(data, 4)?,
            u16_at(data, 8)?,
            u16_at(data, 10)?,
        )
    };
    let is_nothing = end_row == 0 || end_column == 0;
    let is_within = end_row <= XLS_ROWS && u32::from(end_column) <= XLS_COLUMNS;
    let goes_forward = is_nothing || (first_row < end_row && first_column < end_column);
    (is_within && goes_forward).then_some(())
}

fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let kind = u16_at(rest, 0)?;
        let len = usize::from(u16_at(rest, 2)?);
        let data = rest.get(4..4 + len)?;
        rest = &rest[4 + len..];
        Some((kind, data))
    })
}
