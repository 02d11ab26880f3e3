//! Reading a calendar of days off that an office hands in: JSON, or a table in CSV, XLSX or XLS. Called by the desk and the
//! command line.

use chrono::NaiveDate;

use crate::domain::calendar::{CalendarReading, calendar_sheets, read_json, read_table};
use crate::domain::sheet::SheetRefusal;

use super::sheet::read_sheets;

/// Reads a file of any of these kinds, which is found by the content. `today`: no notice of a later year than the next can
/// be out.
pub fn read_calendar(
    file_name: &str,
    bytes: &[u8],
    today: NaiveDate,
) -> Result<CalendarReading, SheetRefusal> {
    if let Ok(text) = std::str::from_utf8(bytes)
        && text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with(['{', '['])
    {
        return Ok(read_json(text, today));
    }
    let sheets = read_sheets(file_name, bytes)?;
    match calendar_sheets(&sheets).first().copied().or(sheets.first()) {
        Some(sheet) => Ok(read_table(sheet, today)),
        None => Err(SheetRefusal::Empty),
    }
}
