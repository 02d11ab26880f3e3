//! XLSX. The archive is unpacked once into nothing, counting, before `calamine` unpacks it into memory.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use zip::ZipArchive;
use zip::result::ZipError;

use super::grid::{Budget, Grid};
use super::{MIB, text_of};
use crate::domain::sheet::{Sheet, SheetRefusal};

/// A roster of a term unpacks to about two MiB; pictures in it are packed already.
const MAX_UNPACKED_MIB: u32 = 64;
const MAX_PARTS: usize = 2_000;
/// `calamine` reserves room for as many shared texts as the file claims to have.
const MAX_CLAIMED_DIGITS: usize = 6;

pub(super) fn read(bytes: &[u8]) -> Result<Vec<Sheet>, SheetRefusal> {
    check_archive(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut budget = Budget::new();
    names
        .iter()
        .map(|name| read_sheet(&mut book, name, &mut budget))
        .collect()
}

fn read_sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    budget: &mut Budget,
) -> Result<Sheet, SheetRefusal> {
    let mut grid = Grid::default();
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(grid.into_sheet(name)),
        Err(error) => return Err(refusal(error)),
    };
    // Cell by cell: a range would take room for all cells between the first and the last.
    while let Some(cell) = cells.next_cell().map_err(refusal)? {
        let (row, column) = cell.get_position();
        grid.put(
            budget,
            row,
            column,
            &text_of(&Data::from(cell.get_value().clone())),
        )?;
    }
    drop(cells);
    for merged in book.merge_cells_by_sheet_name(name).map_err(refusal)? {
        grid.fill_merged(budget, merged.start, merged.end.0)?;
        grid.note_merged(merged.start, merged.end);
    }
    Ok(grid.into_sheet(name))
}

fn refusal(error: XlsxError) -> SheetRefusal {
    match error {
        XlsxError::Password => SheetRefusal::Encrypted,
        _ => SheetRefusal::Broken,
    }
}

/// What an archive says about its sizes may be false, so it is measured.
fn check_archive(bytes: &[u8]) -> Result<(), SheetRefusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| SheetRefusal::Broken)?;
    if archive.len() > MAX_PARTS {
        return Err(SheetRefusal::TooBig {
            limit: MAX_UNPACKED_MIB,
        });
    }
    let is_workbook = |name: &str| name.to_ascii_lowercase().ends_with("workbook.xml");
    if !archive
        .file_names()
        .any(|name| name.is_ok_and(|name| is_workbook(&name)))
    {
        return Err(SheetRefusal::NotATable);
    }
    let mut left = u64::from(MAX_UNPACKED_MIB) * MIB as u64;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => SheetRefusal::Encrypted,
            _ => SheetRefusal::Broken,
        })?;
        let name = part.name().map_err(|_| SheetRefusal::Broken)?;
        let holds_shared_texts = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut part = part.take(left + 1);
        let unpacked = if holds_shared_texts {
            let mut texts = Vec::new();
            part.read_to_end(&mut texts).map_err(|_| SheetRefusal::Broken)?;
            if claims_too_many_texts(&texts) {
                return Err(SheetRefusal::Broken);
            }
            texts.len() as u64
        } else {
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|_| SheetRefusal::Broken)?
        };
        left = left.checked_sub(unpacked).ok_or(SheetRefusal::TooBig {
            limit: MAX_UNPACKED_MIB,
        })?;
    }
    Ok(())
}

fn claims_too_many_texts(xml: &[u8]) -> bool {
    // Without zero bytes, UTF-16 reads like ASCII here.
    let start: Vec<u8> = xml.iter().copied().filter(|byte| *byte != 0).collect();
    let claim = b"uniqueCount";
    start
        .windows(claim.len())
        .enumerate()
        .filter(|(_, window)| *window == claim)
        .any(|(place, _)| {
            let digits = start[place + claim.len()..]
                .iter()
                .skip_while(|byte| !byte.is_ascii_digit() && **byte != b'>')
                .take_while(|byte| byte.is_ascii_digit());
            digits.skip_while(|digit| **digit == b'0').count() > MAX_CLAIMED_DIGITS
        })
}
