//! A section of the handbook: the table of its lines.

use docx_rs::{AlignmentType, HeightRule, Paragraph, Table, TableRow, VAlignType};

use crate::documents::handbook_words::{self, Amendments, Column};
use crate::documents::plain_text::plain;
use crate::domain::handbook::{HandbookLine, HandbookSection};
use crate::text::Words;

use super::pieces::{BODY, CELL_SIDE, HEAD_ROW_HEIGHT, HEADING, WU, cell, run, table};

/// The width between the margins of a broad page, in twips.
pub(super) const ROOM: usize = 14_570;

/// The room shared out by the breadth of the columns; nothing is lost to rounding.
pub(super) fn widths(columns: &[Column]) -> Vec<usize> {
    let all: f64 = columns.iter().map(|column| column.width).sum();
    let mut given = 0;
    let mut sum = 0.0;
    columns
        .iter()
        .map(|column| {
            sum += column.width;
            let end = share(sum / all);
            let width = end - given;
            given = end;
            width
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a part of a small positive number of twips"
)]
fn share(part: f64) -> usize {
    (part * ROOM as f64).round() as usize
}

/// A row that is taller than this may break over a page: a program could neither place nor show it otherwise.
const MOST_LINES_UNBROKEN: usize = 18;

/// The table with its repeated head; there is at least one line.
pub(super) fn section_table(section: &HandbookSection, words: &Words) -> Table {
    let columns = handbook_words::columns(section.category, words);
    let rows = section.lines.iter().map(|line| texts(section, line, words));
    lined(&columns, rows)
}

/// The table of amendments; there is at least one.
pub(super) fn amendments_table(amendments: &Amendments) -> Table {
    let rows = amendments.rows.iter().map(|row| {
        let days = [row.on, row.line_on].map(|day| (day.to_string(), AlignmentType::Center));
        let texts = row.texts.iter().map(|text| (text.clone(), AlignmentType::Left));
        days.into_iter().chain(texts).collect()
    });
    lined(&amendments.columns, rows)
}

/// A table with a repeated head.
fn lined(columns: &[Column], rows: impl Iterator<Item = Vec<(String, AlignmentType)>>) -> Table {
    let grid = widths(columns);
    let head = columns
        .iter()
        .zip(&grid)
        .map(|(column, width)| {
            let title = Paragraph::new()
                .align(AlignmentType::Center)
                .add_run(run(&column.head, HEADING, WU));
            cell(title, *width).vertical_align(VAlignType::Center)
        })
        .collect();
    let head = TableRow::new(head)
        .row_height(f32::from(HEAD_ROW_HEIGHT))
        .height_rule(HeightRule::AtLeast)
        .cant_split();
    let rows = rows.map(|texts| row(texts, &grid));
    table(std::iter::once(head).chain(rows).collect(), grid.clone(), ROOM)
}

fn texts(section: &HandbookSection, line: &HandbookLine, words: &Words) -> Vec<(String, AlignmentType)> {
    let mut texts = vec![
        (line.number.to_string(), AlignmentType::Center),
        (handbook_words::day(line, words), AlignmentType::Center),
    ];
    texts.extend(section.fields().iter().zip(&line.cells).map(|(field, text)| {
        let align = if handbook_words::is_centred(*field) {
            AlignmentType::Center
        } else {
            AlignmentType::Left
        };
        (plain(text), align)
    }));
    texts.push((handbook_words::source(&line.source, words), AlignmentType::Left));
    texts
}

fn row(texts: Vec<(String, AlignmentType)>, grid: &[usize]) -> TableRow {
    let tallest = texts
        .iter()
        .zip(grid)
        .map(|((text, _), width)| lines(text, *width))
        .max();
    let cells = texts
        .into_iter()
        .zip(grid)
        .map(|((text, align), width)| {
            let paragraph = Paragraph::new().align(align).add_run(run(&text, BODY, WU));
            cell(paragraph, *width).vertical_align(VAlignType::Center)
        })
        .collect();
    let row = TableRow::new(cells)
        .row_height(480.0)
        .height_rule(HeightRule::AtLeast);
    match tallest {
        Some(lines) if lines > MOST_LINES_UNBROKEN => row,
        _ => row.cant_split(),
    }
}

/// How many lines of 五号 a text takes in a column of this many twips, roughly.
fn lines(text: &str, width: usize) -> usize {
    let half_em = WU * 5;
    let room = ((width - 2 * CELL_SIDE) / half_em).max(1);
    text.split('\n')
        .map(|line| {
            line.chars()
                .map(|c| if c.is_ascii() { 1 } else { 2 })
                .sum::<usize>()
                .div_ceil(room)
                .max(1)
        })
        .sum()
}
