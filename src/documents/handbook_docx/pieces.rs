//! The pieces that the pages of the handbook are made of: faces and sizes, paragraphs, tables, and the last changes to
//! the finished XML.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, LineSpacing, NumPages, PageNum, Paragraph, Run, RunFonts, Style,
    StyleType, Table, TableAlignmentType, TableBorder, TableBorderPosition, TableCell, TableCellMargins,
    TableLayoutType, TableRow, Text, WidthType, XMLDocx,
};

use crate::text::{Args, Words};

/// The faces of official documents (GB/T 9704); a machine without them takes the nearest it has.
pub(in crate::documents) const BODY: &str = "仿宋";
pub(in crate::documents) const HEADING: &str = "黑体";
pub(in crate::documents) const LABEL: &str = "楷体";
pub(in crate::documents) const LATIN: &str = "Times New Roman";

/// Sizes in half points: 小五, 五号, 小四, 四号, 三号, 二号, 一号.
pub(in crate::documents) const XIAO_WU: usize = 18;
pub(in crate::documents) const WU: usize = 21;
pub(in crate::documents) const XIAO_SI: usize = 24;
pub(in crate::documents) const SI: usize = 28;
pub(in crate::documents) const SAN: usize = 32;
pub(in crate::documents) const ER: usize = 44;
pub(in crate::documents) const YI: usize = 52;

/// Left and right inside a cell, in twips.
pub(in crate::documents) const CELL_SIDE: usize = 85;
/// The height by which [`finish`] finds head rows, in twips. No other row has it.
pub(in crate::documents) const HEAD_ROW_HEIGHT: u16 = 601;

/// Stand for the two page fields inside the text of a footer; private characters that no text of ours holds.
pub(in crate::documents) const PAGE: char = '\u{E000}';
pub(in crate::documents) const PAGES: char = '\u{E001}';

/// What the library can't say is written into the finished XML: head rows that repeat, the author (it writes
/// "unknown"), and no paragraph ids (they come from a counter of the process, so that no two files would be alike).
/// People's words can't be mistaken for a mark: `<` and `"` are escaped in them.
pub(in crate::documents) fn finish(mut parts: XMLDocx, author: &str) -> XMLDocx {
    let head_row = format!(r#"<w:trHeight w:val="{HEAD_ROW_HEIGHT}""#);
    parts.document = rewrite(parts.document, |xml| {
        without_paragraph_ids(xml).replace(&head_row, &format!("<w:tblHeader />{head_row}"))
    });
    for part in parts.headers.iter_mut().chain(&mut parts.footers) {
        *part = rewrite(std::mem::take(part), without_paragraph_ids);
    }
    let author = Text::new(author.replace('\n', " ")).text;
    parts.doc_props.core = rewrite(parts.doc_props.core, |xml| {
        xml.replace(">unknown<", &format!(">{author}<"))
    });
    parts
}

fn rewrite(part: Vec<u8>, change: impl FnOnce(&str) -> String) -> Vec<u8> {
    change(&String::from_utf8(part).expect("the library writes UTF-8")).into_bytes()
}

fn without_paragraph_ids(xml: &str) -> String {
    let mut pieces = xml.split(r#" w14:paraId=""#);
    let mut kept = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        kept.push_str(piece.split_once('"').map_or(piece, |(_id, rest)| rest));
    }
    kept
}

pub(in crate::documents) fn styles(docx: Docx) -> Docx {
    let title = Style::new("Title", StyleType::Paragraph)
        .name("Title")
        .based_on("Normal")
        .fonts(fonts(HEADING))
        .size(YI)
        .align(AlignmentType::Center);
    let heading = Style::new("Heading1", StyleType::Paragraph)
        .name("heading 1")
        .based_on("Normal")
        .next("Normal")
        .fonts(fonts(HEADING))
        .size(SAN)
        .outline_lvl(0)
        .line_spacing(LineSpacing::new().before(200).after(120));
    // The number of a page takes its size from here: a field has none of its own.
    let footer = Style::new("Footer", StyleType::Paragraph)
        .name("footer")
        .based_on("Normal")
        .fonts(fonts(BODY))
        .size(XIAO_WU);
    docx.default_fonts(fonts(BODY))
        .default_size(XIAO_SI)
        .add_style(title)
        .add_style(heading)
        .add_style(footer)
}

fn fonts(east_asia: &str) -> RunFonts {
    RunFonts::new()
        .ascii(LATIN)
        .hi_ansi(LATIN)
        .cs(LATIN)
        .east_asia(east_asia)
}

pub(in crate::documents) fn table(rows: Vec<TableRow>, grid: Vec<usize>, width: usize) -> Table {
    let borders = [
        TableBorderPosition::Top,
        TableBorderPosition::Bottom,
        TableBorderPosition::Left,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ];
    let table = Table::new(rows)
        .set_grid(grid)
        .width(width, WidthType::Dxa)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
        .margins(TableCellMargins::new().margin(40, CELL_SIDE, 40, CELL_SIDE));
    borders.into_iter().fold(table, |table, position| {
        table.set_border(TableBorder::new(position).size(4))
    })
}

pub(in crate::documents) fn cell(paragraph: Paragraph, width: usize) -> TableCell {
    TableCell::new()
        .width(width, WidthType::Dxa)
        .add_paragraph(paragraph)
}

pub(in crate::documents) fn heading(text: &str) -> Paragraph {
    Paragraph::new()
        .style("Heading1")
        .keep_next(true)
        .add_run(run(text, HEADING, SAN))
}

pub(in crate::documents) fn empty_section(words: &Words) -> Paragraph {
    remark(&words.say("handbook-empty-section")).indent(Some(480), None, None, None)
}

/// A paragraph between a heading and its table.
pub(in crate::documents) fn remark(text: &str) -> Paragraph {
    Paragraph::new()
        .line_spacing(LineSpacing::new().after(160))
        .add_run(run(text, BODY, XIAO_SI))
}

pub(in crate::documents) fn footer(words: &Words) -> Footer {
    let args = Args::new()
        .text("page", PAGE.to_string())
        .text("pages", PAGES.to_string());
    let text = words.say_with("handbook-page", &args);
    let mut paragraph = Paragraph::new().style("Footer").align(AlignmentType::Center);
    for piece in text.split_inclusive([PAGE, PAGES]) {
        let said = piece.trim_end_matches([PAGE, PAGES]);
        paragraph = paragraph.add_run(run(said, BODY, XIAO_WU));
        if piece.ends_with(PAGE) {
            paragraph = paragraph.add_page_num(PageNum::new());
        } else if piece.ends_with(PAGES) {
            paragraph = paragraph.add_num_pages(NumPages::new());
        }
    }
    Footer::new().add_paragraph(paragraph)
}

pub(in crate::documents) fn run(text: &str, east_asia: &str, size: usize) -> Run {
    let mut run = Run::new().fonts(fonts(east_asia)).size(size);
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}
