//! The opinion slip as a Word document on one page, for printing, signing and posting; also what is mailed to a handling
//! unit. It says on its face that it doesn't replace the provincial platform.
//!
//! **Invariant:** nothing is coloured, so that it can be photocopied.

use std::io::Cursor;

use docx_rs::{AlignmentType, Docx, HeightRule, LineSpacing, PageMargin, Paragraph, TableRow, VAlignType};

use crate::domain::feedback::Slip;
use crate::text::Words;

use super::DocumentError;
use super::handbook_docx::pieces::{
    BODY, HEADING, LABEL, SAN, WU, XIAO_SI, cell, finish, run, styles, table,
};
use super::plain_text::plain;
use super::slip_words::{Cell, NOTES, Room, Row, rows};

/// A4 in twips.
const SHORT_SIDE: u32 = 11_906;
const LONG_SIDE: u32 = 16_838;
/// Widths of labels and of what stands beside them, in twips.
const LABEL_WIDTH: usize = 2_200;
const ROOM_WIDTH: usize = 6_640;

/// The bytes of a `.docx` file. Errors only if the parts can't be packed.
pub fn slip_docx(slip: &Slip, words: &Words) -> Result<Vec<u8>, DocumentError> {
    let docx = styles(Docx::new())
        .page_size(SHORT_SIDE, LONG_SIDE)
        .page_margin(
            PageMargin::new()
                .top(1_418)
                .bottom(1_134)
                .left(1_588)
                .right(1_474),
        )
        .add_paragraph(
            Paragraph::new()
                .align(AlignmentType::Center)
                .line_spacing(LineSpacing::new().after(240))
                .add_run(run(&words.say("opinion-slip-title"), HEADING, SAN)),
        )
        .add_table(table(
            rows(slip, words).into_iter().map(table_row).collect(),
            vec![LABEL_WIDTH, ROOM_WIDTH],
            LABEL_WIDTH + ROOM_WIDTH,
        ));
    let docx = NOTES
        .iter()
        .fold(docx, |docx, key| docx.add_paragraph(note(&words.say(key))));
    let parts = finish(docx.build(), &plain(&slip.deputy));
    let mut file = Cursor::new(Vec::new());
    parts
        .pack(&mut file)
        .map_err(|error| DocumentError::Docx(error.to_string()))?;
    Ok(file.into_inner())
}

fn note(text: &str) -> Paragraph {
    Paragraph::new()
        .line_spacing(LineSpacing::new().before(80))
        .add_run(run(text, BODY, WU))
}

fn table_row(row: Row) -> TableRow {
    let label = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(run(&row.label, LABEL, XIAO_SI));
    let text = match row.cell {
        Cell::Text(text) => text,
        Cell::Choices(choices) => ticked(&choices),
    };
    let height = match row.room {
        Room::Line => 560.0,
        Room::Signature => 1_000.0,
        Room::Opinion => 3_600.0,
    };
    let text = Paragraph::new().add_run(run(&text, BODY, XIAO_SI));
    TableRow::new(vec![
        cell(label, LABEL_WIDTH).vertical_align(VAlignType::Center),
        cell(text, ROOM_WIDTH).vertical_align(VAlignType::Center),
    ])
    .row_height(height)
    .height_rule(HeightRule::AtLeast)
    .cant_split()
}

/// ☑ 满意　　□ 基本满意　　□ 不满意
fn ticked(choices: &[(bool, String)]) -> String {
    choices
        .iter()
        .map(|(is_ticked, word)| format!("{} {word}", if *is_ticked { '☑' } else { '□' }))
        .collect::<Vec<_>>()
        .join("　　")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::documents::{samples, slip_order};
    use crate::domain::Locale;
    use crate::domain::feedback::{RehandlingWish, Timeliness};
    use crate::text::words;

    fn slip() -> Slip {
        samples::slip("答复没有写明管护经费从哪里来，<希望>年底前明确。")
    }

    fn written(slip: &Slip, locale: Locale) -> String {
        let bytes = slip_docx(slip, words(locale)).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut xml = String::new();
        archive
            .by_name("word/document.xml")
            .unwrap()
            .read_to_string(&mut xml)
            .unwrap();
        xml
    }

    #[test]
    fn a_slip_shows_both_verdicts_the_reasons_and_that_it_is_late() {
        let xml = written(&slip(), Locale::ZhCn);
        for part in [
            "S-0012",
            "☑ 满意　　□ 基本满意　　□ 不满意",
            "□ 满意　　□ 基本满意　　☑ 不满意",
            "&lt;希望&gt;年底前明确",
            "2026 年 6 月 16 日",
            "逾期",
            "不代替省人大代表建议网络平台",
            "代表签名",
        ] {
            assert!(xml.contains(part), "{part} in {xml}");
        }
    }

    #[test]
    fn the_printed_slip_shows_what_the_word_file_shows() {
        let data = slip_order(&slip(), words(Locale::ZhCn)).data.to_string();
        for part in [
            "S-0012",
            "[false,\"满意\"],[false,\"基本满意\"],[true,\"不满意\"]",
            "<希望>年底前明确",
            "（逾期）",
            "不代替省人大代表建议网络平台",
            "代表签名",
        ] {
            assert!(data.contains(part), "{part} in {data}");
        }
    }

    #[test]
    fn a_blank_slip_can_be_filled_in_by_hand() {
        let blank = Slip {
            handling: None,
            reply: None,
            reasons: String::new(),
            rehandling: RehandlingWish::Unsaid,
            given_on: None,
            timeliness: Timeliness::None,
            ..slip()
        };
        for locale in Locale::ALL {
            let xml = written(&blank, locale);
            assert!(!xml.contains('☑') && !xml.contains("slip-"), "{xml}");
        }
    }
}
