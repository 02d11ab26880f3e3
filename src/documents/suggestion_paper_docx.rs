//! The suggestion paper (代表建议专用纸) as a Word document, to be edited in WPS, printed and signed; sent in the chat and made at the
//! command line.
//!
//! **Invariants:** what isn't known stays empty, to be filled in by hand; every choice shows all its words; only names that
//! confirmed this content are printed; people's words pass `plain`; `draft_docx` reads the paper back.

use std::io::Cursor;

use chrono::{Datelike, NaiveDate};
use docx_rs::{
    AlignmentType, Docx, HeightRule, LineSpacing, PageMargin, Paragraph, SpecialIndentType, Table, TableCell,
    TableRow, VAlignType, WidthType,
};

use crate::domain::draft::{DraftOrigin, Tick};
use crate::domain::suggestion::paper::{PaperName, SuggestionPaper};
use crate::domain::suggestion::{Openness, SuggestionKind};
use crate::text::suggestion_words::session_words;
use crate::text::{Args, Words, words};

use super::DocumentError;
use super::handbook_docx::pieces::{
    BODY, HEADING, LABEL, SAN, XIAO_SI, cell, finish, footer, run, styles, table,
};
use super::plain_text::plain;

/// A4 in twips.
const SHORT_SIDE: u32 = 11_906;
const LONG_SIDE: u32 = 16_838;
/// Widths of labels and of what stands beside them, in twips.
const LABEL_WIDTH: usize = 1_900;
const ROOM_WIDTH: usize = 6_940;
/// Heights of rows: a line, and room for words or signatures.
const LINE: f32 = 520.0;
const ROOM: f32 = 1_800.0;
const SIGNATURE: f32 = 900.0;
/// Empty lines for names that are signed by hand.
const LEAST_NAMES: usize = 1;

/// The name of the file: 关于…的建议.docx.
pub fn paper_file_name(paper: &SuggestionPaper) -> String {
    let title: String = plain(&paper.title)
        .chars()
        .filter(|c| !c.is_control() && !"\\/:*?\"<>|".contains(*c))
        .take(60)
        .collect();
    let words = words(paper.locale);
    let title = match title.trim() {
        "" => words.say("paper-untitled"),
        title => title.to_owned(),
    };
    format!("{title}.docx")
}

/// The bytes of a `.docx` file. Errors only if the parts can't be packed.
pub fn suggestion_paper_docx(paper: &SuggestionPaper) -> Result<Vec<u8>, DocumentError> {
    let words = words(paper.locale);
    let heading = match paper.kind {
        SuggestionKind::Motion => "paper-heading-motion",
        SuggestionKind::Suggestion => "paper-heading-suggestion",
    };
    let docx = styles(Docx::new())
        .page_size(SHORT_SIDE, LONG_SIDE)
        .page_margin(
            PageMargin::new()
                .top(1_418)
                .bottom(1_134)
                .left(1_588)
                .right(1_474),
        )
        .footer(footer(words))
        .add_paragraph(
            Paragraph::new()
                .align(AlignmentType::Center)
                .line_spacing(LineSpacing::new().after(240))
                .add_run(run(&words.say(heading), HEADING, SAN)),
        )
        .add_table(body(paper, words));
    let parts = finish(docx.build(), &plain(&paper.leading.name));
    let mut file = Cursor::new(Vec::new());
    parts
        .pack(&mut file)
        .map_err(|error| DocumentError::Docx(error.to_string()))?;
    Ok(file.into_inner())
}

fn label_of(label: &str, words: &Words) -> Paragraph {
    Paragraph::new()
        .align(AlignmentType::Center)
        .add_run(run(&words.say(label), LABEL, XIAO_SI))
}

/// A row with a short value beside its label.
fn row(label: &str, text: &str, height: f32, words: &Words) -> TableRow {
    let text = Paragraph::new().add_run(run(text, BODY, XIAO_SI));
    TableRow::new(vec![
        cell(label_of(label, words), LABEL_WIDTH).vertical_align(VAlignType::Center),
        cell(text, ROOM_WIDTH).vertical_align(VAlignType::Center),
    ])
    .row_height(height)
    .height_rule(HeightRule::AtLeast)
    .cant_split()
}

/// A row of words: a paragraph a line, each drawn in by two signs; it may break over pages.
fn text_row(label: &str, text: &str, words: &Words) -> TableRow {
    let mut room = TableCell::new().width(ROOM_WIDTH, WidthType::Dxa);
    let text = plain(text);
    for line in text.split('\n') {
        room = room.add_paragraph(
            Paragraph::new()
                .indent(None, Some(SpecialIndentType::FirstLine(480)), None, None)
                .line_spacing(LineSpacing::new().line(400))
                .add_run(run(line, BODY, XIAO_SI)),
        );
    }
    TableRow::new(vec![
        cell(label_of(label, words), LABEL_WIDTH).vertical_align(VAlignType::Center),
        room,
    ])
    .row_height(ROOM)
    .height_rule(HeightRule::AtLeast)
}

fn body(paper: &SuggestionPaper, words: &Words) -> Table {
    let kind = paper.kind.tag();
    let session = match paper.session {
        Some(session) => session_words(session, words),
        None => words.say("paper-session-blank"),
    };
    let leading = &paper.leading;
    let mut rows = vec![
        row("paper-session", &session, LINE, words),
        row("paper-number", &plain(&paper.number), LINE, words),
        row("paper-title", &plain(&paper.title), 700.0, words),
        row("paper-leading", &plain(&leading.name), LINE, words),
        row("paper-card", &plain(&leading.card_number), LINE, words),
        row("paper-delegation", &plain(&leading.delegation), LINE, words),
        row("paper-post", &plain(&leading.post), LINE, words),
        row("paper-phone", &plain(&leading.phone), LINE, words),
        row("paper-address", "", LINE, words),
    ];
    let blank = PaperName::default();
    let blanks = LEAST_NAMES.saturating_sub(paper.names.len());
    for name in paper.names.iter().chain(std::iter::repeat_n(&blank, blanks)) {
        rows.push(row("paper-co-signer", &co_signer(name, words), LINE, words));
    }
    let raised = match paper.raised_on {
        Some(on) => day(on, words),
        None => words.say("paper-day-blank"),
    };
    rows.push(row("paper-raised", &raised, LINE, words));
    rows.push(text_row(
        &format!("paper-situation-{kind}"),
        &paper.situation,
        words,
    ));
    rows.push(text_row(
        &format!("paper-analysis-{kind}"),
        &paper.analysis,
        words,
    ));
    rows.push(text_row(
        &format!("paper-proposals-{kind}"),
        &paper.proposals,
        words,
    ));
    rows.push(row("paper-units", &plain(&paper.units), LINE, words));
    rows.push(row("paper-ticks", &ticks(paper, words), ROOM, words));
    rows.push(row(
        "paper-signature",
        &words.say("paper-signature-blank"),
        SIGNATURE,
        words,
    ));
    table(rows, vec![LABEL_WIDTH, ROOM_WIDTH], LABEL_WIDTH + ROOM_WIDTH)
}

/// Name, card number, delegation, and room for the signature.
fn co_signer(name: &PaperName, words: &Words) -> String {
    if name.name.is_empty() {
        return words.say("paper-sign-blank");
    }
    let args = Args::new()
        .text("name", plain(&name.name))
        .text("card", plain(&name.card_number))
        .text("delegation", plain(&name.delegation));
    words.say_with("paper-co-signer-line", &args)
}

/// ☑ 是　□ 否
fn marked(label: &str, choices: &[(String, bool)], words: &Words) -> String {
    let choices: Vec<String> = choices
        .iter()
        .map(|(word, chosen)| format!("{} {word}", if *chosen { '☑' } else { '□' }))
        .collect();
    format!("{}{}", words.say(label), choices.join("　"))
}

fn yes_no(label: &str, tick: Tick, words: &Words) -> String {
    let choices = [Tick::Yes, Tick::No].map(|it| (words.say(&format!("tick-{}", it.tag())), it == tick));
    marked(label, &choices, words)
}

fn ticks(paper: &SuggestionPaper, words: &Words) -> String {
    let origins: Vec<(String, bool)> = DraftOrigin::ALL
        .iter()
        .filter(|it| **it != DraftOrigin::Unsaid)
        .map(|it| {
            (
                words.say(&format!("draft-origin-{}", it.tag())),
                *it == paper.origin,
            )
        })
        .collect();
    let open = match paper.openness {
        Openness::Unsaid => Tick::Unsaid,
        Openness::Open => Tick::Yes,
        Openness::Closed => Tick::No,
    };
    [
        marked("paper-tick-origin", &origins, words),
        yes_no("paper-tick-before", paper.raised_before, words),
        yes_no("paper-tick-meeting", paper.wants_meeting, words),
        yes_no("paper-tick-open", open, words),
    ]
    .join("\n")
}

fn day(on: NaiveDate, words: &Words) -> String {
    let args = Args::new()
        .number("year", on.year().into())
        .number("month", on.month().into())
        .number("day", on.day().into());
    words.say_with("slip-day", &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::draft_docx::read_draft;
    use crate::documents::samples::suggestion_paper;
    use crate::domain::Locale;

    #[test]
    fn a_paper_is_read_back_as_it_was_written() {
        for kind in SuggestionKind::ALL {
            let paper = SuggestionPaper {
                kind: *kind,
                title: format!(
                    "关于加强灌溉渠管护的{}",
                    if *kind == SuggestionKind::Motion {
                        "议案"
                    } else {
                        "建议"
                    }
                ),
                ..suggestion_paper()
            };
            let read = read_draft(&suggestion_paper_docx(&paper).unwrap()).unwrap();
            assert_eq!(read.kind, Some(*kind));
            assert_eq!(read.title, paper.title);
            assert_eq!(read.situation, paper.situation);
            assert_eq!(read.analysis, paper.analysis);
            assert_eq!(read.proposals, paper.proposals);
            assert_eq!(read.units, paper.units);
        }
    }

    #[test]
    fn a_paper_without_words_has_no_raw_key_in_either_language() {
        for locale in Locale::ALL {
            let paper = SuggestionPaper {
                locale,
                title: String::new(),
                situation: String::new(),
                proposals: String::new(),
                names: vec![],
                ..suggestion_paper()
            };
            let bytes = suggestion_paper_docx(&paper).unwrap();
            let text = crate::documents::draft_docx::text_of(&bytes).unwrap();
            assert!(!text.contains("paper-") && !text.contains("tick-"), "{text}");
            assert!(paper_file_name(&paper).ends_with(".docx"));
        }
    }

    #[test]
    fn a_file_name_has_no_signs_that_a_disk_refuses() {
        let paper = SuggestionPaper {
            title: "关于“水/渠”: 的<建议>?".into(),
            ..suggestion_paper()
        };
        assert_eq!(paper_file_name(&paper), "关于“水渠” 的建议.docx");
    }
}
