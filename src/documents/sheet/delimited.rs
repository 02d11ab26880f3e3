//! CSV, and its relatives with semicolons or tabs. Excel in China saves GB18030, or UTF-16 with tabs as "Unicode text";
//! other programs save UTF-8, with or without a byte order mark.

use encoding_rs::{Encoding, GB18030};

use super::grid::{Budget, Grid};
use crate::domain::sheet::{Sheet, SheetRefusal};

const DELIMITERS: [u8; 3] = [b',', b';', b'\t'];
/// Enough to see by what the columns are parted.
const SAMPLED_LINES: usize = 30;
/// A line inside a cell that holds as many delimiters was a row of its own.
const SWALLOWED_DELIMITERS: usize = 3;

pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Sheet, SheetRefusal> {
    let text = decode(bytes)?;
    if is_web_page(&text) {
        return Err(SheetRefusal::WebPage);
    }
    // With one kind of line end, the csv reader's count of lines gives the numbers of rows.
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.push('\n');
    let delimiter = delimiter_of(&text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());

    let mut budget = Budget::new();
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    // Line ends inside cells make lines, but no rows. Empty lines are rows, and csv passes over them.
    let mut lines_inside_cells = 0;
    while reader
        .read_record(&mut record)
        .map_err(|_| SheetRefusal::Broken)?
    {
        let inside = record
            .iter()
            .map(|cell| cell.matches('\n').count() as u64)
            .sum::<u64>();
        lines_inside_cells += inside;
        let line = reader.position().line();
        let row = u32::try_from(line.saturating_sub(2).saturating_sub(lines_inside_cells))
            .map_err(|_| SheetRefusal::Broken)?;
        let is_last = reader.position().byte() == text.len() as u64;
        if is_last
            && record.iter().next_back().is_some_and(|cell| cell.ends_with('\n'))
            && !text.ends_with("\"\n")
        {
            // The end of the text was inside the cell, so no line end is left that ended the row.
            return Err(SheetRefusal::QuoteLeftOpen {
                row: row.saturating_add(2),
            });
        }
        for (column, cell) in (0..).zip(&record) {
            if has_swallowed_rows(cell, delimiter) {
                return Err(SheetRefusal::QuoteLeftOpen {
                    row: row.saturating_add(1),
                });
            }
            grid.put(&mut budget, row, column, cell)?;
        }
    }
    Ok(grid.into_sheet(name))
}

fn decode(bytes: &[u8]) -> Result<String, SheetRefusal> {
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, bom)) => encoding.decode_without_bom_handling_and_without_replacement(&bytes[bom..]),
        None if bytes.contains(&0) => return Err(SheetRefusal::NotATable),
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.into()),
            Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(bytes),
        },
    };
    decoded.map(String::from).ok_or(SheetRefusal::UnknownEncoding)
}

fn is_web_page(text: &str) -> bool {
    let start: String = text
        .trim_start()
        .chars()
        .take(200)
        .collect::<String>()
        .to_ascii_lowercase();
    start.starts_with('<')
        && [
            "<!doctype", "<html", "<table", "<?xml", "<meta", "<head", "<style",
        ]
        .iter()
        .any(|tag| start.contains(tag))
}

/// The delimiter that stands most often outside quotation marks in the first lines; a comma if there is none.
fn delimiter_of(text: &str) -> u8 {
    let mut counts = [0_usize; DELIMITERS.len()];
    let mut quoted = false;
    let mut lines = 0;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => lines += 1,
            _ if !quoted => {
                for (count, delimiter) in counts.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(byte == delimiter);
                }
            }
            _ => {}
        }
        if lines == SAMPLED_LINES {
            break;
        }
    }
    let most = counts.iter().copied().max().unwrap_or(0);
    counts
        .iter()
        .position(|count| *count == most)
        .map_or(b',', |place| DELIMITERS[place])
}

fn has_swallowed_rows(cell: &str, delimiter: u8) -> bool {
    cell.split('\n')
        .skip(1)
        .any(|line| line.bytes().filter(|byte| *byte == delimiter).count() >= SWALLOWED_DELIMITERS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
        let sheet = read("", bytes).expect("a table");
        sheet
            .rows
            .into_iter()
            .map(|row| (row.number, row.cells))
            .collect()
    }

    #[test]
    fn a_roster_is_the_same_in_every_encoding_that_offices_save() {
        let text = "姓名,选举单位\n张三,长沙市\n";
        let expected = rows(text.as_bytes());
        let utf_16: Vec<u8> = [0xFEFF]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        for bytes in [
            GB18030.encode(text).0.into_owned(),
            format!("\u{FEFF}{text}").into_bytes(),
            utf_16,
        ] {
            assert_eq!(rows(&bytes), expected);
        }
    }

    #[test]
    fn columns_may_be_parted_by_commas_semicolons_or_tabs() {
        for text in [
            "甲,乙,丙、丁\n1,2,3;4\n",
            "甲;乙;丙、丁\n1;2;\"3;4\"\n",
            "甲\t乙\t丙、丁\r\n1\t2\t3;4\r\n",
        ] {
            assert_eq!(
                rows(text.as_bytes()),
                [
                    (1, vec!["甲".into(), "乙".into(), "丙、丁".into()]),
                    (2, vec!["1".into(), "2".into(), "3;4".into()])
                ],
                "{text}"
            );
        }
    }

    #[test]
    fn row_numbers_are_those_that_excel_shows() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["", "甲,乙", "", "\"1", "又\",2", ",", "3,4"].join(end);
            let numbers: Vec<u32> = rows(text.as_bytes())
                .into_iter()
                .map(|(number, _)| number)
                .collect();
            assert_eq!(numbers, [2, 4, 6], "{end:?}");
        }
    }

    #[test]
    fn a_quotation_mark_left_open_is_found_before_it_hides_anyone() {
        let text = "甲,乙,丙,丁\n1,\"2,3,4\n5,6,7,8\n9,10,11,12\n";
        assert_eq!(
            read("", text.as_bytes()),
            Err(SheetRefusal::QuoteLeftOpen { row: 2 })
        );
    }
}
