//! Section ten, 联系人民群众情况: the table of the contact records.

use chrono::Datelike;
use docx_rs::{AlignmentType, HeightRule, Paragraph, Table, TableRow, VAlignType};

use crate::documents::handbook_words;
use crate::documents::plain_text::plain;
use crate::domain::handbook::{Handbook, HandbookLine};
use crate::text::{Args, Words};

use super::pieces::{BODY, CELL_SIDE, HEAD_ROW_HEIGHT, HEADING, WU, cell, run, table};

/// Heads and widths in twips of section ten; together the width between the margins of a broad page.
pub(super) const CONTACT_COLUMNS: [(&str, usize); 9] = [
    ("handbook-column-number", 680),
    ("handbook-column-on", 1_160),
    ("handbook-column-place", 1_300),
    ("handbook-column-way", 1_040),
    ("handbook-column-whom", 1_860),
    ("handbook-column-matters", 3_571),
    ("handbook-column-passing-on", 1_928),
    ("handbook-column-answer-back", 1_560),
    ("handbook-column-source", 1_471),
];
/// A row that is taller than this may break over a page: a program could neither place nor show it otherwise.
const MOST_LINES_UNBROKEN: usize = 18;

/// The table with its repeated head; there is at least one line.
pub(super) fn contacts(handbook: &Handbook, words: &Words) -> Table {
    let head = CONTACT_COLUMNS
        .iter()
        .map(|(key, width)| {
            let title =
                Paragraph::new()
                    .align(AlignmentType::Center)
                    .add_run(run(&words.say(key), HEADING, WU));
            cell(title, *width).vertical_align(VAlignType::Center)
        })
        .collect();
    let head = TableRow::new(head)
        .row_height(f32::from(HEAD_ROW_HEIGHT))
        .height_rule(HeightRule::AtLeast)
        .cant_split();
    let rows = handbook
        .contact_section
        .iter()
        .map(|line| contact_row(line, words));
    let grid = CONTACT_COLUMNS.map(|(_, width)| width).to_vec();
    let width = grid.iter().sum();
    table(std::iter::once(head).chain(rows).collect(), grid, width)
}

fn contact_row(line: &HandbookLine, words: &Words) -> TableRow {
    let day = Args::new()
        .number("month", line.on.month().into())
        .number("day", line.on.day().into());
    let texts = [
        (line.number.to_string(), AlignmentType::Center),
        (words.say_with("handbook-day", &day), AlignmentType::Center),
        (plain(&line.place), AlignmentType::Left),
        (plain(&line.way), AlignmentType::Center),
        (plain(&line.whom), AlignmentType::Left),
        (plain(&line.matters), AlignmentType::Left),
        (plain(&line.passing_on), AlignmentType::Left),
        (plain(&line.answer_back), AlignmentType::Left),
        (handbook_words::source(&line.source, words), AlignmentType::Left),
    ];
    let tallest = texts
        .iter()
        .zip(CONTACT_COLUMNS)
        .map(|((text, _), (_, width))| lines(text, width))
        .max();
    let cells = texts
        .into_iter()
        .zip(CONTACT_COLUMNS)
        .map(|((text, align), (_, width))| {
            let paragraph = Paragraph::new().align(align).add_run(run(&text, BODY, WU));
            cell(paragraph, width).vertical_align(VAlignType::Center)
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
