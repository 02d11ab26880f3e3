//! The handbook as a workbook, for offices that sort and count: a cover with notes and contents, a sheet for each
//! section, and the sources of all lines.
//!
//! **Invariants:** people's words are always written as strings, never parsed, and what begins like a formula keeps
//! its quote mark, so that it stays a string when someone edits the cell; days are real dates, numbers real numbers.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::domain::duty_record::RecordSource;
use crate::domain::handbook::sheet::LineId;
use crate::domain::handbook::{BookKind, DutyCategory, Handbook, HandbookLine, HandbookSection};
use crate::text::{Args, Words};

use super::DocumentError;
use super::handbook_words::{self, Amendments, Column, cover_lines};
use super::plain_text::plain;

/// ECMA-376 paper code of A4.
const A4: u8 = 9;
/// Points.
const SUBTITLE_HEIGHT: f64 = 30.0;
const ROW_HEIGHT: f64 = 22.0;
const COVER_COLUMNS: [f64; 3] = [20.0, 44.0, 20.0];
const SOURCE_COLUMNS: [(&str, f64); 7] = [
    ("handbook-contents-category", 26.0),
    ("handbook-column-number-in-section", 8.0),
    ("handbook-column-on", 14.0),
    ("handbook-source-kind", 30.0),
    ("handbook-source-number", 16.0),
    ("handbook-source-messages", 14.0),
    ("handbook-source-files", 14.0),
];

/// The bytes of an `.xlsx` file with a sheet for each section between cover and sources. Errors only if the library refuses, see [`DocumentError`].
pub fn handbook_xlsx(handbook: &Handbook, words: &Words) -> Result<Vec<u8>, DocumentError> {
    let looks = Looks::new(words);
    let mut workbook = Workbook::new();
    // Without a date of its own the library would ask the system clock.
    let made_on = ExcelDateTime::parse_from_str(&handbook.made_on.to_string())?;
    let properties = DocProperties::new()
        .set_author(plain(&handbook.deputy.name))
        .set_title(handbook_words::title(handbook, words))
        .set_creation_datetime(&made_on);
    workbook.set_properties(&properties);
    write_cover(workbook.add_worksheet(), handbook, words, &looks)?;
    for section in &handbook.sections {
        write_section(workbook.add_worksheet(), handbook, section, words, &looks)?;
    }
    if let Some(amendments) = handbook_words::amendments(handbook, words) {
        write_amendments(workbook.add_worksheet(), handbook, &amendments, words, &looks)?;
    }
    write_sources(workbook.add_worksheet(), handbook, words, &looks)?;
    Ok(workbook.save_to_buffer()?)
}

struct Looks {
    title: Format,
    subtitle: Format,
    head: Format,
    label: Format,
    text: Format,
    centred: Format,
    day: Format,
    note: Format,
}

impl Looks {
    fn new(words: &Words) -> Self {
        let plain = Format::new()
            .set_font_name("仿宋")
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let bordered = plain.clone().set_border(FormatBorder::Thin).set_text_wrap();
        let centred = bordered.clone().set_align(FormatAlign::Center);
        Self {
            title: plain
                .clone()
                .set_font_name("黑体")
                .set_font_size(20)
                .set_align(FormatAlign::Center),
            subtitle: plain
                .clone()
                .set_font_name("楷体")
                .set_font_size(14)
                .set_align(FormatAlign::Center),
            head: centred.clone().set_font_name("黑体"),
            label: centred.clone().set_font_name("楷体"),
            text: bordered.clone().set_align(FormatAlign::Left),
            day: centred.clone().set_num_format(words.say("handbook-day-format")),
            centred,
            note: plain.set_text_wrap().set_align(FormatAlign::Left),
        }
    }
}

fn write_cover(
    sheet: &mut Worksheet,
    handbook: &Handbook,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.set_name(words.say("handbook-sheet-cover"))?;
    for (column, width) in (0..).zip(COVER_COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    let year = words.say_with("handbook-year", &Args::new().number("year", handbook.year.into()));
    sheet.merge_range(0, 0, 0, 2, &handbook_words::title(handbook, words), &looks.title)?;
    sheet.set_row_height(0, 48)?;
    sheet.merge_range(1, 0, 1, 2, &year, &looks.subtitle)?;
    sheet.set_row_height(1, SUBTITLE_HEIGHT)?;

    let mut row = 3;
    for (key, value) in cover_lines(handbook, words) {
        sheet.write_string_with_format(row, 0, words.say(key), &looks.label)?;
        sheet.merge_range(row, 1, row, 2, "", &looks.text)?;
        put(sheet, row, 1, &value, &looks.text)?;
        sheet.set_row_height(row, height(&value, COVER_COLUMNS[1] + COVER_COLUMNS[2]).max(24.0))?;
        row += 1;
    }

    row += 1;
    sheet.merge_range(
        row,
        0,
        row,
        2,
        &handbook_words::notes_title(handbook, words),
        &looks.subtitle,
    )?;
    sheet.set_row_height(row, SUBTITLE_HEIGHT)?;
    for (number, note) in (1..).zip(handbook_words::notes(handbook, words)) {
        row += 1;
        let note = format!("{number}. {note}");
        sheet.merge_range(row, 0, row, 2, "", &looks.note)?;
        put(sheet, row, 0, &note, &looks.note)?;
        sheet.set_row_height(row, height(&note, COVER_COLUMNS.iter().sum()))?;
    }

    row += 2;
    sheet.merge_range(
        row,
        0,
        row,
        2,
        &words.say("handbook-contents-title"),
        &looks.subtitle,
    )?;
    sheet.set_row_height(row, SUBTITLE_HEIGHT)?;
    row += 1;
    let heads = [
        "handbook-contents-number",
        "handbook-contents-category",
        "handbook-contents-count",
    ];
    for (column, key) in (0..).zip(heads) {
        sheet.write_string_with_format(row, column, words.say(key), &looks.head)?;
    }
    for category in DutyCategory::TEN {
        row += 1;
        sheet.set_row_height(row, ROW_HEIGHT)?;
        sheet.write_number_with_format(row, 0, category.number(), &looks.centred)?;
        sheet.write_string_with_format(row, 1, handbook_words::category(category, words), &looks.text)?;
        match handbook.count(category) {
            0 => {
                sheet.write_string_with_format(row, 2, words.say("handbook-empty-section"), &looks.centred)?
            }
            count => {
                let count = u32::try_from(count).expect("lines are numbered with 32 bits");
                sheet.write_number_with_format(row, 2, count, &looks.centred)?
            }
        };
    }
    if matches!(handbook.kind, BookKind::Dossier(_)) {
        row += 1;
        for closing in handbook_words::closing(handbook, words) {
            row += 1;
            sheet.write_string_with_format(row, 0, &closing.label, &looks.label)?;
            sheet.merge_range(row, 1, row, 2, "", &looks.text)?;
            put(sheet, row, 1, &closing.text, &looks.text)?;
            let room = COVER_COLUMNS[1] + COVER_COLUMNS[2];
            sheet.set_row_height(row, height(&closing.text, room).max(ROW_HEIGHT))?;
        }
    }
    sheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    sheet.set_footer(page_footer(words));
    Ok(())
}

fn write_section(
    sheet: &mut Worksheet,
    handbook: &Handbook,
    section: &HandbookSection,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.set_name(words.say(&format!("handbook-sheet-{}", section.category.code())))?;
    let mut columns = handbook_words::columns(section.category, words);
    // Neither the dossier, which is the office's, nor a book that was taken in is read back.
    let has_ids = matches!(handbook.kind, BookKind::Handbook) && handbook.amended.is_none();
    if has_ids {
        columns.push(handbook_words::id_column(section.category, words));
    }
    write_heads(sheet, &columns, looks)?;
    for (row, line) in (1..).zip(&section.lines) {
        write_number_and_day(sheet, row, 0, line, words, looks)?;
        let source = handbook_words::source(&line.source, words);
        let fields = section.fields().iter().zip(&line.cells);
        let texts = fields
            .map(|(field, text)| (text, handbook_words::is_centred(*field)))
            .chain([(&source, false)]);
        let id = line.id.filter(|_| has_ids).map(LineId::written);
        let texts = texts.chain(id.iter().map(|id| (id, true)));
        let mut tallest = ROW_HEIGHT;
        for (((text, centred), column), width) in texts.zip(2..).zip(columns.iter().skip(2)) {
            let look = if centred { &looks.centred } else { &looks.text };
            put(sheet, row, column, text, look)?;
            tallest = tallest.max(height(&plain(text), width.width));
        }
        sheet.set_row_height(row, tallest)?;
    }
    finish_table(sheet, handbook, section.lines.len(), columns.len(), words, looks)
}

/// The table with the words about the freezing below it.
fn write_amendments(
    sheet: &mut Worksheet,
    handbook: &Handbook,
    amendments: &Amendments,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.set_name(words.say("handbook-sheet-amended"))?;
    write_heads(sheet, &amendments.columns, looks)?;
    let mut below = 1;
    for (row, amendment) in (1..).zip(&amendments.rows) {
        for (column, day) in [(0, amendment.on), (1, amendment.line_on)] {
            let day = ExcelDateTime::parse_from_str(&day.to_string())?;
            sheet.write_datetime_with_format(row, column, &day, &looks.day)?;
        }
        let mut tallest = ROW_HEIGHT;
        for ((column, text), width) in (2..).zip(&amendment.texts).zip(amendments.columns.iter().skip(2)) {
            put(sheet, row, column, text, &looks.text)?;
            tallest = tallest.max(height(text, width.width));
        }
        sheet.set_row_height(row, tallest)?;
        below = row + 1;
    }
    let columns = amendments.columns.len();
    finish_table(sheet, handbook, amendments.rows.len(), columns, words, looks)?;
    let last = u16::try_from(columns - 1).expect("a table has few columns");
    sheet.merge_range(below + 1, 0, below + 1, last, &amendments.intro, &looks.note)?;
    sheet.set_row_height(below + 1, 40)?;
    Ok(())
}

fn write_sources(
    sheet: &mut Worksheet,
    handbook: &Handbook,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.set_name(words.say("handbook-sheet-sources"))?;
    let columns: Vec<Column> = SOURCE_COLUMNS
        .iter()
        .map(|(key, width)| Column {
            head: words.say(key),
            width: *width,
        })
        .collect();
    write_heads(sheet, &columns, looks)?;
    let lines = handbook
        .sections
        .iter()
        .flat_map(|section| section.lines.iter().map(|line| (section.category, line)));
    for (row, (category, line)) in (1..).zip(lines) {
        let category = handbook_words::category(category, words);
        sheet.write_string_with_format(row, 0, category, &looks.text)?;
        write_number_and_day(sheet, row, 1, line, words, looks)?;
        sheet.set_row_height(row, ROW_HEIGHT)?;
        let kind = match &line.source {
            RecordSource::Case { .. } => words.say("handbook-source-kind-case"),
            RecordSource::SelfDeclared | RecordSource::Report { .. } => words.say("handbook-source-self"),
            source @ RecordSource::Activity { .. } => handbook_words::source(source, words),
        };
        put(sheet, row, 3, &kind, &looks.centred)?;
        let (number, messages, files) = match &line.source {
            RecordSource::Case {
                case_number,
                messages,
                files,
            } => (case_number.as_str(), Some(*messages), Some(*files)),
            RecordSource::Report { files } => ("", None, Some(*files)),
            RecordSource::SelfDeclared | RecordSource::Activity { .. } => ("", None, None),
        };
        if number.is_empty() {
            sheet.write_blank(row, 4, &looks.centred)?;
        } else {
            put(sheet, row, 4, number, &looks.centred)?;
        }
        for (column, count) in [(5, messages), (6, files)] {
            match count {
                Some(count) => sheet.write_number_with_format(row, column, count, &looks.centred)?,
                None => sheet.write_blank(row, column, &looks.centred)?,
            };
        }
    }
    finish_table(sheet, handbook, handbook.count_all(), columns.len(), words, looks)
}

fn write_heads(sheet: &mut Worksheet, columns: &[Column], looks: &Looks) -> Result<(), DocumentError> {
    for (place, column) in (0..).zip(columns) {
        sheet.set_column_width(place, column.width)?;
        sheet.write_string_with_format(0, place, &column.head, &looks.head)?;
    }
    sheet.set_row_height(0, 32)?;
    Ok(())
}

/// 序号 and the day in two columns from `first` on. Several days are a text: a cell holds one date.
fn write_number_and_day(
    sheet: &mut Worksheet,
    row: u32,
    first: u16,
    line: &HandbookLine,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    sheet.write_number_with_format(row, first, line.number, &looks.centred)?;
    let day = match line.until_on {
        None => ExcelDateTime::parse_from_str(&line.on.to_string()).ok(),
        Some(_) => None,
    };
    match day {
        Some(day) => sheet.write_datetime_with_format(row, first + 1, &day, &looks.day)?,
        // Also a day before 1900 or after 9999, which Excel doesn't know.
        None => sheet.write_string_with_format(
            row,
            first + 1,
            handbook_words::day(line, words),
            &looks.centred,
        )?,
    };
    Ok(())
}

/// Frozen and repeated heads, filter, and a page that prints on A4 landscape without a torn column.
fn finish_table(
    sheet: &mut Worksheet,
    handbook: &Handbook,
    lines: usize,
    columns: usize,
    words: &Words,
    looks: &Looks,
) -> Result<(), DocumentError> {
    let last_column = u16::try_from(columns - 1).expect("a table has few columns");
    match u32::try_from(lines).expect("lines are numbered with 32 bits") {
        0 => {
            sheet.merge_range(
                1,
                0,
                1,
                last_column,
                &words.say("handbook-empty-section"),
                &looks.centred,
            )?;
            sheet.set_row_height(1, 32)?;
        }
        lines => {
            sheet.autofilter(0, 0, lines, last_column)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    sheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.35, 0.3);
    let (title, head) = (words.say("handbook-title"), handbook_words::head(handbook, words));
    // & begins a command in a header.
    sheet.set_header(format!(
        "&L{}&R{}",
        title.replace('&', "&&"),
        head.replace('&', "&&")
    ));
    sheet.set_footer(page_footer(words));
    Ok(())
}

fn page_footer(words: &Words) -> String {
    format!(
        "&C{}",
        words.say_with(
            "handbook-page",
            &Args::new().text("page", "&P").text("pages", "&N")
        )
    )
}

/// Writes people's words as a string.
fn put(sheet: &mut Worksheet, row: u32, column: u16, text: &str, look: &Format) -> Result<(), XlsxError> {
    let text = plain(text);
    let formula_like = text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    match formula_like {
        true => sheet.write_string_with_format(row, column, text, &look.clone().set_quote_prefix())?,
        false => sheet.write_string_with_format(row, column, text, look)?,
    };
    Ok(())
}

/// Points for a text in a column of this many narrow characters. Not every program fits wrapped rows by itself, and
/// none fits merged ones. Excel knows no row above 409 points; the rest of such a text is in its cell.
fn height(text: &str, columns: f64) -> f64 {
    let wide = |line: &str| {
        line.chars()
            .map(|c| if c.is_ascii() { 1.0 } else { 2.0 })
            .sum::<f64>()
    };
    // Wrapping leaves up to a wide character of each line empty.
    let lines: f64 = text
        .split('\n')
        .map(|line| (wide(line) / (columns - 2.0)).ceil().max(1.0))
        .sum();
    (lines * 15.0 + 7.0).min(409.0)
}

#[cfg(test)]
mod tests;
