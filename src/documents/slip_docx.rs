//! The opinion slip as a Word document on one page, for printing, signing and posting; also what is mailed to a handling
//! unit. It says on its face that it doesn't replace the provincial platform.
//!
//! **Invariants:** both verdicts show all three choices, so that a blank slip can be filled in by hand; nothing is coloured;
//! people's words pass `plain` before they reach the file.

use std::io::Cursor;

use chrono::NaiveDate;
use docx_rs::{
    AlignmentType, Docx, HeightRule, LineSpacing, PageMargin, Paragraph, Table, TableRow, VAlignType,
};

use crate::domain::feedback::{RehandlingWish, Slip, Timeliness, Verdict};
use crate::text::{Args, Words};

use super::DocumentError;
use super::handbook_docx::pieces::{
    BODY, HEADING, LABEL, SAN, WU, XIAO_SI, cell, finish, run, styles, table,
};
use super::plain_text::plain;

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
        .add_table(body(slip, words))
        .add_paragraph(note(&words.say("slip-not-the-platform")))
        .add_paragraph(note(&words.say("slip-reasons-rule")));
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

fn row(label: &str, text: &str, height: f32, words: &Words) -> TableRow {
    let label = Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(run(&words.say(label), LABEL, XIAO_SI));
    let text = Paragraph::new().add_run(run(text, BODY, XIAO_SI));
    TableRow::new(vec![
        cell(label, LABEL_WIDTH).vertical_align(VAlignType::Center),
        cell(text, ROOM_WIDTH).vertical_align(VAlignType::Center),
    ])
    .row_height(height)
    .height_rule(HeightRule::AtLeast)
    .cant_split()
}

fn body(slip: &Slip, words: &Words) -> Table {
    const LINE: f32 = 560.0;
    let due = match slip.due_on {
        Some(due) => words.say_with("slip-due", &Args::new().text("due", day(due, words))),
        None => String::new(),
    };
    let received = slip.received_on.map(|on| day(on, words)).unwrap_or_default();
    let reply = match slip.document_number.as_str() {
        "" => format!("{received}{due}"),
        number => format!("{received}{due}　{}", plain(number)),
    };
    let rehandling = match slip.rehandling {
        RehandlingWish::Wanted => words.say("slip-rehandling-wanted"),
        RehandlingWish::Unsaid => words.say("slip-rehandling-open"),
    };
    let rows = vec![
        row("slip-number", &plain(&slip.number), LINE, words),
        row("slip-suggestion", &plain(&slip.title), LINE, words),
        row("slip-deputy", &plain(&slip.deputy), LINE, words),
        row("slip-phone", "", LINE, words),
        row("slip-unit", &plain(&slip.unit), LINE, words),
        row("slip-received", &reply, LINE, words),
        row("slip-contact", &words.say("slip-contact-ways"), LINE, words),
        row("slip-handling", &choices(slip.handling, words), LINE, words),
        row("slip-reply", &choices(slip.reply, words), LINE, words),
        row("slip-reasons", &plain(&slip.reasons), 3_600.0, words),
        row("slip-rehandling", &rehandling, LINE, words),
        row("slip-signature", &signed(slip, words), 1_000.0, words),
    ];
    table(rows, vec![LABEL_WIDTH, ROOM_WIDTH], LABEL_WIDTH + ROOM_WIDTH)
}

/// ☑ 满意　□ 基本满意　□ 不满意
fn choices(chosen: Option<Verdict>, words: &Words) -> String {
    Verdict::ALL
        .iter()
        .map(|verdict| {
            let mark = if chosen == Some(*verdict) { '☑' } else { '□' };
            let word = words.say(&format!("verdict-{}", verdict.tag().replace('_', "-")));
            format!("{mark} {word}")
        })
        .collect::<Vec<_>>()
        .join("　　")
}

fn signed(slip: &Slip, words: &Words) -> String {
    let mut text = match slip.given_on {
        Some(on) => words.say_with("slip-given", &Args::new().text("on", day(on, words))),
        None => words.say("slip-sign-here"),
    };
    if slip.timeliness == Timeliness::Late {
        text.push_str(&words.say("slip-late"));
    }
    text
}

fn day(on: NaiveDate, words: &Words) -> String {
    use chrono::Datelike;
    let args = Args::new()
        .number("year", on.year().into())
        .number("month", on.month().into())
        .number("day", on.day().into());
    words.say_with("slip-day", &args)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;
    use crate::domain::Locale;
    use crate::text::words;

    fn slip() -> Slip {
        Slip {
            number: "S-0012".into(),
            title: "关于加强小型农田水利设施管护的建议（样例）".into(),
            deputy: "张示一".into(),
            unit: "水利厅（样例）".into(),
            document_number: "样例〔2026〕1号".into(),
            received_on: NaiveDate::from_ymd_opt(2026, 5, 13),
            due_on: NaiveDate::from_ymd_opt(2026, 6, 15),
            handling: Some(Verdict::Satisfied),
            reply: Some(Verdict::Dissatisfied),
            reasons: "答复没有写明管护经费从哪里来，<希望>年底前明确。".into(),
            rehandling: RehandlingWish::Wanted,
            given_on: NaiveDate::from_ymd_opt(2026, 6, 16),
            timeliness: Timeliness::Late,
        }
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
