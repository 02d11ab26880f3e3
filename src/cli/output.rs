//! Printing: lines, values of JSON, tables that stand straight also in Chinese, days and hours, and new files.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Asia::Shanghai;

use crate::domain::time::{clock_of, day_of};

use super::CliError;

fn failed(error: io::Error) -> CliError {
    CliError::Output(error.kind())
}

/// A line.
pub(super) fn line(out: &mut impl Write, text: &str) -> Result<(), CliError> {
    writeln!(out, "{text}").map_err(failed)
}

/// A value of JSON on a line of its own.
pub(super) fn json(out: &mut impl Write, value: &serde_json::Value) -> Result<(), CliError> {
    writeln!(out, "{value}").map_err(failed)
}

/// Bytes as they are.
pub(super) fn bytes(out: &mut impl Write, bytes: &[u8]) -> Result<(), CliError> {
    out.write_all(bytes).and_then(|()| out.flush()).map_err(failed)
}

/// A Chinese character is as wide as two Latin ones in a terminal.
fn width(text: &str) -> usize {
    text.chars()
        .map(|c| {
            if matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{ffe6}' | '\u{20000}'..) {
                2
            } else {
                1
            }
        })
        .sum()
}

/// Rows under a head; columns stand straight.
pub(super) fn table(out: &mut impl Write, head: &[String], rows: &[Vec<String>]) -> Result<(), CliError> {
    let mut widths: Vec<usize> = head.iter().map(|cell| width(cell)).collect();
    for row in rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = (*widest).max(width(cell));
        }
    }
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let mut text = String::new();
        for (cell, widest) in row.iter().zip(&widths) {
            text.push_str(cell);
            text.extend(std::iter::repeat_n(' ', widest.saturating_sub(width(cell)) + 2));
        }
        line(out, text.trim_end())?;
    }
    Ok(())
}

/// Day, hour and minute in Shanghai, for people.
pub(super) fn moment(at: i64) -> String {
    format!("{} {}", day_of(at), clock_of(at))
}

/// The instant with its zone, for scripts.
pub(super) fn instant(at: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(at)
        .unwrap_or(DateTime::<Utc>::UNIX_EPOCH)
        .with_timezone(&Shanghai)
        .to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// A new file that only its owner can read. What is there already stays.
pub(super) fn new_file(path: &Path) -> Result<File, CliError> {
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)
        .map_err(|error| CliError::File(path.to_owned(), error.kind()))
}

/// A folder that only its owner can enter, where there is none.
pub(super) fn make_folder(path: &Path) -> Result<(), CliError> {
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|error| CliError::File(path.to_owned(), error.kind()))
}

/// Fills a file that was made.
pub(super) fn fill(mut file: File, path: &Path, content: &[u8]) -> Result<(), CliError> {
    file.write_all(content)
        .and_then(|()| file.sync_all())
        .map_err(|error| CliError::File(path.to_owned(), error.kind()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_straight_under_chinese_heads() {
        let mut out = Vec::new();
        let head = ["编码".to_owned(), "姓名".to_owned()];
        let rows = [
            vec!["CS-001".to_owned(), "王示一".to_owned()],
            vec!["X".to_owned(), "李".to_owned()],
        ];
        table(&mut out, &head, &rows).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "编码    姓名\nCS-001  王示一\nX       李\n");
    }

    #[test]
    fn an_instant_is_told_in_the_zone_of_shanghai() {
        assert_eq!(instant(1_772_326_800_000), "2026-03-01T09:00:00+08:00");
        assert_eq!(moment(1_772_326_800_000), "2026-03-01 09:00");
    }
}
