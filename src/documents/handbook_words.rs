//! What the handbook and the dossier say whatever the kind of file: title, the lines of the cover, the notes, the source of a
//! line, the end. Called by the writers of each kind.

use chrono::{Datelike, NaiveDate};

use crate::domain::duty_record::{RecordField, RecordSource};
use crate::domain::handbook::amendment::{AmendedWhat, BookAmendment};
use crate::domain::handbook::{BookKind, DutyCategory, Handbook, HandbookLine};
use crate::text::dossier_words;
use crate::text::handbook_sheet_words::column_head;
use crate::text::record_words::{amended_why, changed_by, field_label, source_word};
use crate::text::{Args, Words};

use super::plain_text::plain;

/// The fixed notes of the handbook (Articles 3, 4, 6 and 7), in order; the office's own follow them.
const NOTES: [&str; 7] = [
    "handbook-note-truthful", "handbook-note-contact", "handbook-note-whom", "handbook-note-words",
    "handbook-note-feedback", "handbook-note-source", "handbook-note-december",
];

/// Those of the dossier (Article 7).
const DOSSIER_NOTES: [&str; 4] = [
    "dossier-note-verified", "dossier-note-apart", "dossier-note-sections", "dossier-note-no-score",
];

/// What the book is called.
pub(super) fn title(handbook: &Handbook, words: &Words) -> String {
    words.say(match handbook.kind {
        BookKind::Handbook => "handbook-title",
        BookKind::Dossier(_) => "dossier-title",
    })
}

/// What stands over the notes.
pub(super) fn notes_title(handbook: &Handbook, words: &Words) -> String {
    words.say(match handbook.kind {
        BookKind::Handbook => "handbook-notes-title",
        BookKind::Dossier(_) => "dossier-notes-title",
    })
}

/// The notes, fixed ones first.
pub(super) fn notes(handbook: &Handbook, words: &Words) -> Vec<String> {
    let fixed: &[&str] = match handbook.kind {
        BookKind::Handbook => &NOTES,
        BookKind::Dossier(_) => &DOSSIER_NOTES,
    };
    fixed
        .iter()
        .map(|key| words.say(key))
        .chain(handbook.notes.iter().map(|note| plain(note)))
        .collect()
}

/// A calendar day in full.
fn full_day(on: NaiveDate, words: &Words) -> String {
    let args = Args::new()
        .number("year", on.year().into())
        .number("month", on.month().into())
        .number("day", on.day().into());
    words.say_with("handbook-full-day", &args)
}

/// What stands over the last page.
pub(super) fn closing_title(handbook: &Handbook, words: &Words) -> String {
    words.say(match handbook.kind {
        BookKind::Handbook => "handbook-closing-title",
        BookKind::Dossier(_) => "dossier-closing-title",
    })
}

/// A row of the last page: what it is, what stands in it, and how high it is at least.
pub(super) struct Closing {
    pub label: String,
    pub text: String,
    pub millimetres: u32,
    /// For a signature: at the right, at the foot.
    pub is_signed: bool,
}

/// The last page: in the handbook room for summary, remarks and receipt; in the dossier the deputy's service in the year, the
/// receipt of the handbook, and the office's signature.
pub(super) fn closing(handbook: &Handbook, words: &Words) -> Vec<Closing> {
    let row = |label: &str, text: String, millimetres: u32| Closing {
        label: words.say(label),
        text,
        millimetres,
        is_signed: false,
    };
    let signed = |label: &str, text: &str, millimetres: u32| Closing {
        is_signed: true,
        ..row(label, words.say(text), millimetres)
    };
    match &handbook.kind {
        BookKind::Handbook => vec![
            signed("handbook-summary", "handbook-sign", 66),
            row("handbook-office-remarks", String::new(), 38),
            row("handbook-receipt-title", words.say("handbook-receipt"), 26),
        ],
        BookKind::Dossier(facts) => vec![
            row(
                "dossier-service",
                dossier_words::service(handbook, facts, words).join("\n"),
                46,
            ),
            row(
                "dossier-handbook",
                dossier_words::handbook_receipt(&facts.handbook, words),
                26,
            ),
            row("dossier-waiting", dossier_words::waiting(facts, words), 20),
            signed("dossier-office", "dossier-sign", 38),
        ],
    }
}

/// Label keys and values of the cover; a value may be empty.
pub(super) fn cover_lines(handbook: &Handbook, words: &Words) -> Vec<(&'static str, String)> {
    let deputy = &handbook.deputy;
    let mut lines = vec![
        ("handbook-name", plain(&deputy.name)),
        ("handbook-electing-unit", plain(&deputy.electing_unit)),
        ("handbook-delegation", plain(&deputy.delegation)),
        ("handbook-group", plain(&deputy.group)),
        ("handbook-card-number", plain(&deputy.card_number)),
        ("handbook-post", plain(&deputy.post)),
    ];
    if let BookKind::Dossier(facts) = &handbook.kind {
        lines.push(("dossier-elected-on", plain(&facts.elected_on)));
    }
    lines.push(("handbook-made-on", full_day(handbook.made_on, words)));
    lines
}

/// The name of a section in the reader's language; in Chinese the wording of Article 7.
pub(super) fn category(category: DutyCategory, words: &Words) -> String {
    words.say(&format!("handbook-category-{}", category.code()))
}

/// 来信 260137，消息 3 条、附件 2 个, or 本人填报.
pub(super) fn source(source: &RecordSource, words: &Words) -> String {
    plain(&source_word(words, source))
}

/// A column of a section: its head, and how broad it is in characters of a sheet, by which a page is shared out too.
pub(super) struct Column {
    pub head: String,
    pub width: f64,
}

/// All columns of a section: 序号, the day, the fields of the category, the source.
pub(super) fn columns(category: DutyCategory, words: &Words) -> Vec<Column> {
    let column = |word: &str, width: f64| Column {
        head: column_head(category, word, words),
        width,
    };
    let mut columns = vec![column("number-in-section", 6.0), column("on", 12.0)];
    columns.extend(
        category
            .fields()
            .iter()
            .map(|field| column(field.word(), width(*field))),
    );
    columns.push(column("source", 17.0));
    columns
}

/// 补正: what was amended after the book was taken in, as a table.
pub(super) struct Amendments {
    pub title: String,
    /// When it was handed in and taken in, and its fingerprint; where nothing was amended, it says so.
    pub intro: String,
    pub columns: Vec<Column>,
    pub rows: Vec<AmendmentRow>,
}

/// An amendment: its day, the day of its line, and the texts of the other columns.
pub(super) struct AmendmentRow {
    pub on: NaiveDate,
    pub line_on: NaiveDate,
    /// Section, field, old, new, by whom, why.
    pub texts: [String; 6],
}

/// How broad the columns of amendments are: day, day of the line, and the texts.
const AMENDMENT_COLUMNS: [(&str, f64); 8] = [
    ("handbook-amended-on", 16.5),
    ("handbook-amended-line-on", 16.5),
    ("handbook-contents-category", 16.0),
    ("handbook-amended-field", 12.0),
    ("handbook-amended-old", 31.0),
    ("handbook-amended-new", 31.0),
    ("handbook-amended-by", 12.0),
    ("handbook-amended-why", 22.0),
];

/// What was amended; nothing for a book that was not taken in.
pub(super) fn amendments(handbook: &Handbook, words: &Words) -> Option<Amendments> {
    let amended = handbook.amended.as_ref()?;
    let args = Args::new()
        .text("handed-in", full_day(amended.handed_in_on, words))
        .text("taken-in", full_day(amended.taken_in_on, words))
        .text("hash", amended.hash.chars().take(12).collect::<String>());
    let key = match amended.amendments.is_empty() {
        true => "handbook-amended-none",
        false => "handbook-amended-intro",
    };
    let columns = AMENDMENT_COLUMNS.iter().map(|(key, width)| Column {
        head: words.say(key),
        width: *width,
    });
    Some(Amendments {
        title: words.say("handbook-amended-title"),
        intro: words.say_with(key, &args),
        columns: columns.collect(),
        rows: amended.amendments.iter().map(|it| amendment(it, words)).collect(),
    })
}

fn amendment(it: &BookAmendment, words: &Words) -> AmendmentRow {
    let what = match it.what {
        AmendedWhat::Added => words.say("handbook-amended-added"),
        AmendedWhat::Removed => words.say("handbook-amended-removed"),
        AmendedWhat::Field(field) => field_label(words, it.category, field),
    };
    AmendmentRow {
        on: it.on,
        line_on: it.line_on,
        texts: [
            category(it.category, words),
            what,
            plain(&it.old),
            plain(&it.new),
            plain(&changed_by(&it.by, words)),
            plain(&amended_why(&it.why, words)),
        ],
    }
}

/// 记录编号, behind the others: by it a line that comes back finds its record.
pub(super) fn id_column(category: DutyCategory, words: &Words) -> Column {
    Column {
        head: column_head(category, "id", words),
        width: 22.0,
    }
}

fn width(field: RecordField) -> f64 {
    match field {
        RecordField::Matters => 38.0,
        RecordField::Opinions | RecordField::Speech => 32.0,
        RecordField::Title => 28.0,
        RecordField::PassingOn => 24.0,
        RecordField::AnswerBack | RecordField::Reply | RecordField::Feedback => 18.0,
        RecordField::Whom | RecordField::Unit | RecordField::Host => 16.0,
        RecordField::Place | RecordField::Leave => 13.0,
        RecordField::Way | RecordField::Number | RecordField::Channel | RecordField::Role => 10.0,
        RecordField::Paper | RecordField::People | RecordField::Days => 9.0,
        RecordField::On | RecordField::Category | RecordField::Until => 12.0,
    }
}

/// Texts of these fields are short words that stand in the middle of their column.
pub(super) fn is_centred(field: RecordField) -> bool {
    matches!(
        field,
        RecordField::Way
            | RecordField::Number
            | RecordField::Paper
            | RecordField::Role
            | RecordField::People
            | RecordField::Days
    )
}

/// The day of a line, or the first and the last of several: 8月4日, 2月3日至2月7日.
pub(super) fn day(line: &HandbookLine, words: &Words) -> String {
    let day = |on: NaiveDate| {
        let args = Args::new()
            .number("month", on.month().into())
            .number("day", on.day().into());
        words.say_with("handbook-day", &args)
    };
    match line.until_on {
        None => day(line.on),
        Some(until) => words.say_with(
            "handbook-days",
            &Args::new().text("from", day(line.on)).text("until", day(until)),
        ),
    }
}

/// 2026 年度　张代表, for the head of a page; a long name is cut at 40 characters.
pub(super) fn head(handbook: &Handbook, words: &Words) -> String {
    let name: String = plain(&handbook.deputy.name)
        .replace('\n', " ")
        .chars()
        .take(40)
        .collect();
    words.say_with(
        "handbook-head",
        &Args::new()
            .number("year", handbook.year.into())
            .text("name", name),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::text;

    #[test]
    fn sections_are_called_in_chinese_as_article_seven_calls_them() {
        for section in DutyCategory::TEN.into_iter().chain([DutyCategory::Other]) {
            assert_eq!(category(section, text::words(Locale::ZhCn)), section.wording());
            assert_ne!(category(section, text::words(Locale::En)), section.wording());
        }
    }

    #[test]
    fn every_column_of_every_section_has_a_head_in_both_languages() {
        for locale in [Locale::ZhCn, Locale::En] {
            for section in DutyCategory::TEN.into_iter().chain([DutyCategory::Other]) {
                for column in columns(section, text::words(locale)) {
                    assert!(!column.head.contains("handbook-column"), "{}", column.head);
                }
            }
        }
    }

    #[test]
    fn a_source_without_files_names_none() {
        let case = RecordSource::Case {
            case_number: "260137".into(),
            messages: 1,
            files: 0,
        };
        assert_eq!(source(&case, text::words(Locale::ZhCn)), "来信 260137，消息 1 条");
        assert_eq!(source(&case, text::words(Locale::En)), "Letter 260137, 1 message");
    }
}
