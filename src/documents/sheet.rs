//! Reading a table file that an office hands in: CSV, XLSX or XLS into `domain::sheet`. Called by the desk and the
//! command line before a roster is read.
//!
//! **Invariants**
//! - The kind is found by the content. Names lie: web systems call a web page `.xls`, and people rename files.
//! - A file of any content is read or refused. It neither panics nor takes memory without bound: what a file claims
//!   about itself is checked before `calamine` is asked, because a failed allocation can't be caught.

mod compound;
mod delimited;
mod grid;
mod shared_texts;
mod xls;
mod xlsx;

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::Data;

use crate::domain::sheet::{Sheet, SheetRefusal};

/// A roster of a whole term has some hundred kilobytes.
const MAX_FILE_MIB: u32 = 10;
const MIB: usize = 1024 * 1024;

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// How files begin that are sometimes sent instead: PDF, PNG, JPEG, GIF, RTF, RAR, 7z, an empty ZIP.
const OTHER_KINDS: [&[u8]; 8] = [
    b"%PDF", b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"{\\rtf", b"Rar!", b"7z\xBC\xAF\x27\x1C", b"PK",
];

/// Reads all visible sheets of a file, in their order; sheets without any text are left out, and at least one is left.
/// `file_name` only names the sheet of a CSV file.
pub fn read_sheets(file_name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, SheetRefusal> {
    if bytes.is_empty() {
        return Err(SheetRefusal::Empty);
    }
    if bytes.len() > MAX_FILE_MIB as usize * MIB {
        return Err(SheetRefusal::TooBig { limit: MAX_FILE_MIB });
    }
    // The parsers of workbooks index into what a broken file gives them; a panic in there is a broken file.
    let read = catch_unwind(AssertUnwindSafe(|| {
        if bytes.starts_with(ZIP) {
            xlsx::read(bytes)
        } else if bytes.starts_with(COMPOUND) {
            xls::read(bytes)
        } else if OTHER_KINDS.iter().any(|kind| bytes.starts_with(kind)) {
            Err(SheetRefusal::NotATable)
        } else {
            delimited::read(stem(file_name), bytes).map(|sheet| vec![sheet])
        }
    }));
    let mut sheets = read.unwrap_or(Err(SheetRefusal::Broken))?;
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() {
        Err(SheetRefusal::Empty)
    } else {
        Ok(sheets)
    }
}

fn stem(file_name: &str) -> &str {
    let name = file_name.rsplit(['/', '\\']).next().unwrap_or(file_name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// A cell of a workbook as people see it: whole numbers (telephone numbers are some) without a decimal point, days as
/// `YYYY-MM-DD`.
fn text_of(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::String(text) => text.clone(),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(at) if at.is_datetime() && (0.0..3_000_000.0).contains(&at.as_f64()) => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(at) => at.as_f64().to_string(),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or(text).to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_file_is_known_by_its_content_and_not_by_its_name() {
        let csv = read_sheets("花名册.xlsx", "姓名,性别\n张三,男\n".as_bytes()).expect("a table");
        assert_eq!(csv[0].name, "花名册");
        assert_eq!(csv[0].rows[1].cells, ["张三", "男"]);
        for (bytes, refusal) in [
            (&b""[..], SheetRefusal::Empty),
            (b"  \r\n ,,\n", SheetRefusal::Empty),
            (b"%PDF-1.7", SheetRefusal::NotATable),
            (b"\x89PNG\r\n\x1a\n", SheetRefusal::NotATable),
            (b"PK\x05\x06", SheetRefusal::NotATable),
            (b"PK\x03\x04garbage", SheetRefusal::Broken),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1garbage", SheetRefusal::Broken),
            (b"a,b\0c", SheetRefusal::NotATable),
            (
                b"\n<html><table><tr><td>a</td></tr></table>",
                SheetRefusal::WebPage,
            ),
            (b"<?xml version=\"1.0\"?><Workbook/>", SheetRefusal::WebPage),
            (b"\xFF\xFF\xFF,\x80", SheetRefusal::UnknownEncoding),
        ] {
            assert_eq!(read_sheets("花名册.csv", bytes), Err(refusal), "{bytes:?}");
        }
    }

    #[test]
    fn a_file_larger_than_any_roster_is_refused() {
        let bytes = vec![b'a'; 10 * MIB + 1];
        assert_eq!(
            read_sheets("a.csv", &bytes),
            Err(SheetRefusal::TooBig { limit: 10 })
        );
    }

    proptest! {
        #[test]
        fn no_bytes_make_reading_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in 0..3_usize) {
            let start: &[u8] = [&b""[..], ZIP, COMPOUND][kind];
            let _ = read_sheets("a", &[start, &bytes].concat());
        }
    }
}
