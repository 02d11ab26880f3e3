//! The handbook as a Word document, for printing, signing and handing in: cover, notes, ten sections, closing page.
//!
//! **Invariants:** cover and notes stand on upright pages and the sections on broad ones; heads of tables
//! repeat on each page and rows don't tear; nothing is coloured, so that it can be photocopied; people's words pass
//! `plain` before they reach the file.

pub(super) mod pieces;
mod section;

use std::io::Cursor;

use docx_rs::{
    AlignmentType, Docx, Header, HeightRule, LineSpacing, PageMargin, PageOrientationType, PageSize,
    Paragraph, Section, SpecialIndentType, Table, TableAlignmentType, TableCellBorder,
    TableCellBorderPosition, TableCellBorders, TableLayoutType, TableRow, VAlignType, WidthType, XMLDocx,
};

use crate::domain::handbook::{DutyCategory, Handbook};
use crate::text::{Args, Words};

use super::DocumentError;
use super::handbook_words::{self, cover_lines};
use super::plain_text::plain;
use pieces::{
    BODY, ER, HEADING, LABEL, SI, XIAO_SI, XIAO_WU, YI, cell, empty_section, finish, footer, heading, remark,
    run, styles, table,
};
use section::{amendments_table, section_table};

/// A4 and its margins in twips (1/1440 inch).
const SHORT_SIDE: u32 = 11_906;
const LONG_SIDE: u32 = 16_838;
const MARGIN: i32 = 1_134;

/// "1. " in 小四, in twips.
const NUMBER_WIDTH: i32 = 240;
/// The bytes of a `.docx` file. Errors only if the parts can't be packed.
pub fn handbook_docx(handbook: &Handbook, words: &Words) -> Result<Vec<u8>, DocumentError> {
    let mut file = Cursor::new(Vec::new());
    parts(handbook, words)
        .pack(&mut file)
        .map_err(|error| DocumentError::Docx(error.to_string()))?;
    Ok(file.into_inner())
}

fn parts(handbook: &Handbook, words: &Words) -> XMLDocx {
    let made_at = format!("{}T00:00:00Z", handbook.made_on);
    let document = styles(Docx::new())
        .created_at(&made_at)
        .updated_at(&made_at)
        .add_section(front(handbook, words))
        .page_size(LONG_SIDE, SHORT_SIDE)
        .page_orient(PageOrientationType::Landscape)
        .page_margin(margins())
        .header(header(handbook, words))
        .footer(footer(words));
    let document = handbook.sections.iter().fold(document, |document, section| {
        let document = document.add_paragraph(heading(&section_title(section.category, words)));
        match section.lines.is_empty() {
            true => document.add_paragraph(empty_section(words)),
            false => document.add_table(section_table(section, words)),
        }
    });
    let document = match handbook_words::amendments(handbook, words) {
        None => document,
        Some(amendments) => {
            let document = document
                .add_paragraph(heading(&amendments.title))
                .add_paragraph(remark(&amendments.intro));
            match amendments.rows.is_empty() {
                true => document,
                false => document.add_table(amendments_table(&amendments)),
            }
        }
    };
    let document = document
        .add_paragraph(heading(&handbook_words::closing_title(handbook, words)))
        .add_table(closing(handbook, words))
        .add_paragraph(Paragraph::new());
    finish(document.build(), &plain(&handbook.deputy.name))
}

fn margins() -> PageMargin {
    PageMargin::new()
        .top(1_304)
        .bottom(1_134)
        .left(MARGIN)
        .right(MARGIN)
        .header(680)
        .footer(567)
}

/// Cover and notes: upright pages.
fn front(handbook: &Handbook, words: &Words) -> Section {
    let year = words.say_with("handbook-year", &Args::new().number("year", handbook.year.into()));
    // A long title in Latin letters needs the smaller size to stay on two lines.
    let title = handbook_words::title(handbook, words);
    let size = if title.chars().count() > 20 { ER } else { YI };
    let mut section = Section::new()
        .page_size(PageSize::new().size(SHORT_SIDE, LONG_SIDE))
        .page_margin(
            PageMargin::new()
                .top(1_701)
                .bottom(1_418)
                .left(1_588)
                .right(1_474)
                .header(850)
                .footer(850),
        )
        // The library keeps one header or footer of a section and drops the others, so upright pages have no head;
        // without a footer of its own, the first page (the cover) shows no page number.
        .footer(footer(words))
        .title_pg()
        .add_paragraph(
            Paragraph::new()
                .style("Title")
                .align(AlignmentType::Center)
                .line_spacing(LineSpacing::new().before(2_600).after(400))
                .add_run(run(&title, HEADING, size)),
        )
        .add_paragraph(
            Paragraph::new()
                .align(AlignmentType::Center)
                .line_spacing(LineSpacing::new().after(2_200))
                .add_run(run(&year, LABEL, ER)),
        )
        .add_table(cover_table(handbook, words))
        .add_paragraph(heading(&handbook_words::notes_title(handbook, words)).page_break_before(true));
    for (number, note) in (1..).zip(handbook_words::notes(handbook, words)) {
        section = section.add_paragraph(
            Paragraph::new()
                .indent(
                    Some(NUMBER_WIDTH),
                    Some(SpecialIndentType::Hanging(NUMBER_WIDTH)),
                    None,
                    None,
                )
                .line_spacing(LineSpacing::new().after(80))
                .add_run(run(&format!("{number}. {note}"), BODY, XIAO_SI)),
        );
    }
    section
}

fn cover_table(handbook: &Handbook, words: &Words) -> Table {
    let rows = cover_lines(handbook, words)
        .into_iter()
        .map(|(key, value)| {
            let label = Paragraph::new()
                .align(AlignmentType::Left)
                .add_run(run(&words.say(key), LABEL, SI));
            let value = Paragraph::new()
                .align(AlignmentType::Center)
                .add_run(run(&value, BODY, SI));
            // A line to write on: a cell with one border gets the other three unless they are taken away.
            let line = TableCellBorders::new()
                .set(TableCellBorder::new(TableCellBorderPosition::Bottom).size(6))
                .clear(TableCellBorderPosition::Top)
                .clear(TableCellBorderPosition::Left)
                .clear(TableCellBorderPosition::Right);
            TableRow::new(vec![
                cell(label, 2_700).vertical_align(VAlignType::Bottom),
                cell(value, 5_300)
                    .vertical_align(VAlignType::Bottom)
                    .set_borders(line),
            ])
            .row_height(680.0)
            .height_rule(HeightRule::AtLeast)
            .cant_split()
        })
        .collect();
    Table::without_borders(rows)
        .set_grid(vec![2_700, 5_300])
        .width(8_000, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
}

/// The last page, kept together: twips are 40 to a millimetre of the printed page.
fn closing(handbook: &Handbook, words: &Words) -> Table {
    let (label_width, room_width) = (2_400, 12_170);
    let rows = handbook_words::closing(handbook, words)
        .into_iter()
        .map(|row| {
            let label = Paragraph::new()
                .align(AlignmentType::Center)
                .keep_next(true)
                .add_run(run(&row.label, LABEL, XIAO_SI));
            let (align, stands) = match row.is_signed {
                true => (AlignmentType::Right, VAlignType::Bottom),
                false => (AlignmentType::Left, VAlignType::Center),
            };
            let text = row.text.lines().map(|line| {
                Paragraph::new()
                    .align(align)
                    .keep_next(true)
                    .add_run(run(line, BODY, XIAO_SI))
            });
            let mut room: Vec<Paragraph> = text.collect();
            if room.is_empty() {
                room.push(Paragraph::new().keep_next(true));
            }
            let mut cells = room.into_iter();
            let first = cells.next().unwrap_or_default();
            let filled = cells.fold(cell(first, room_width), |filled, more| filled.add_paragraph(more));
            #[expect(clippy::cast_precision_loss, reason = "a height of some thousand twips")]
            let height = (row.millimetres * 40) as f32;
            TableRow::new(vec![
                cell(label, label_width).vertical_align(VAlignType::Center),
                filled.vertical_align(stands),
            ])
            .row_height(height)
            .height_rule(HeightRule::AtLeast)
            .cant_split()
        })
        .collect();
    table(rows, vec![label_width, room_width], label_width + room_width)
}

fn section_title(category: DutyCategory, words: &Words) -> String {
    let args = Args::new()
        .number("number", category.number().into())
        .text("category", handbook_words::category(category, words));
    words.say_with("handbook-section", &args)
}

fn header(handbook: &Handbook, words: &Words) -> Header {
    let text = format!(
        "{}　{}",
        handbook_words::title(handbook, words),
        handbook_words::head(handbook, words)
    );
    Header::new().add_paragraph(
        Paragraph::new()
            .align(AlignmentType::Right)
            .add_run(run(&text, LABEL, XIAO_WU)),
    )
}

#[cfg(test)]
mod tests;
