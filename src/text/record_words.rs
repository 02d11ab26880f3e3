//! Words about duty records that the chat, the desk and the command line share: what a field is called, where a record comes
//! from, what it is about.

use crate::domain::duty_record::{DutyRecord, RecordField, RecordSource, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::handbook::amendment::AmendedWhy;
use crate::domain::record::ChangedBy;

use super::{Args, Words};

/// What a field is called in this category.
pub fn field_label(words: &Words, category: DutyCategory, field: RecordField) -> String {
    let own = format!("field-{}-{}", field.word(), category.code());
    if words.has(&own) {
        words.say(&own)
    } else {
        words.say(&format!("field-{}", field.word()))
    }
}

/// The section in the reader's language.
pub fn category_word(words: &Words, category: DutyCategory) -> String {
    words.say(&format!("handbook-category-{}", category.code()))
}

/// Where a record stands, as the office says it.
pub fn office_state_word(words: &Words, state: RecordState) -> String {
    words.say(&format!("desk-record-state-{}", state.word()))
}

/// 来源：来信 260137, or who told of it.
pub fn source_line(words: &Words, source: &RecordSource) -> String {
    match source {
        RecordSource::Case { case_number, .. } => words.say_with(
            "record-source-case",
            &Args::new().text("number", case_number.as_str()),
        ),
        RecordSource::SelfDeclared => words.say("record-source-self"),
        RecordSource::Report { files } => words.say_with(
            "record-source-report",
            &Args::new().number("files", (*files).into()),
        ),
        RecordSource::Activity { office } => words.say_with(
            "record-source-activity",
            &Args::new().text("office", office.as_str()),
        ),
    }
}

/// The same with the messages and files behind it, as books and lists say it.
pub fn source_word(words: &Words, source: &RecordSource) -> String {
    match source {
        RecordSource::Case {
            case_number,
            messages,
            files,
        } => {
            let args = Args::new()
                .text("number", case_number.as_str())
                .number("messages", (*messages).into())
                .number("files", (*files).into());
            words.say_with("handbook-source-case", &args)
        }
        RecordSource::SelfDeclared => words.say("handbook-source-self"),
        RecordSource::Report { files } => words.say_with(
            "handbook-source-report",
            &Args::new().number("files", (*files).into()),
        ),
        RecordSource::Activity { office } => words.say_with(
            "handbook-source-activity",
            &Args::new().text("office", office.as_str()),
        ),
    }
}

/// What a record is about, in a few words: its matters, else where or with whom, else its category.
pub fn gist(record: &DutyRecord) -> String {
    let matters = record.column_text(record.category.matters_field());
    [matters, record.whom_and_people(), record.place.clone()]
        .into_iter()
        .find(|text| !text.is_empty())
        .unwrap_or_else(|| record.category.wording().to_owned())
}

/// Who made a change.
pub fn changed_by(by: &ChangedBy, words: &Words) -> String {
    match by {
        ChangedBy::Program => words.say("desk-record-by-program"),
        ChangedBy::Deputy(name) | ChangedBy::Officer(name) => name.clone(),
    }
}

/// Why a record was changed; empty where nobody said.
pub fn amended_why(why: &AmendedWhy, words: &Words) -> String {
    match why {
        AmendedWhy::Unsaid => String::new(),
        AmendedWhy::LaterAct => words.say("record-why-later-act"),
        AmendedWhy::Said(word) if ["undo", "merged", "withdrawn"].contains(&word.as_str()) => {
            words.say(&format!("desk-record-why-{word}"))
        }
        AmendedWhy::Said(why) => why.clone(),
    }
}
