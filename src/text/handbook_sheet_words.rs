//! Words about a handbook's workbook: what its sheets and columns are called in every language, what is wrong in one that
//! comes back, and what taking it in would change. Called by the desk, the command line and the writers of books.

use crate::domain::Locale;
use crate::domain::duty_record::DutyRecord;
use crate::domain::handbook::DutyCategory;
use crate::domain::handbook::sheet::{CellFault, SheetChanges, SheetColumn, SheetWords};
use crate::domain::sheet::column_letters;

use super::record_words::{category_word, field_label, gist};
use super::{Args, Words, words};

/// Years that a cover may name.
const YEARS: std::ops::RangeInclusive<i32> = 2018..=2060;
/// Characters of a text in one line of a preview.
const SHOWN: usize = 60;

/// The head of a column as the section calls it.
pub fn column_head(category: DutyCategory, word: &str, words: &Words) -> String {
    let own = format!("handbook-column-{word}-{}", category.code());
    if words.has(&own) {
        words.say(&own)
    } else {
        words.say(&format!("handbook-column-{word}"))
    }
}

/// What sheets and columns are called, in every language: a workbook that was written in one may be read in another.
pub fn sheet_words() -> SheetWords {
    let mut all = SheetWords::default();
    for locale in Locale::ALL {
        let words = words(locale);
        for category in DutyCategory::TEN.into_iter().chain([DutyCategory::Other]) {
            let names = [
                words.say(&format!("handbook-sheet-{}", category.code())),
                category_word(words, category),
                category.number().to_string(),
            ];
            all.sections.extend(names.map(|name| (name, category)));
            let columns = [
                ("number-in-section", SheetColumn::Ignored),
                ("on", SheetColumn::Day),
                ("source", SheetColumn::Ignored),
                ("id", SheetColumn::Id),
            ];
            let fields = category.fields().iter();
            let fields = fields.map(|field| (field.word(), SheetColumn::Field(*field)));
            for (word, column) in columns.into_iter().chain(fields) {
                let head = column_head(category, word, words);
                all.heads.push((category, head, column));
            }
        }
        all.aside.extend(
            [
                "handbook-sheet-cover", "handbook-sheet-sources", "handbook-sheet-amended",
            ]
            .map(|key| words.say(key)),
        );
        all.empty.push(words.say("handbook-empty-section"));
        all.name_labels.push(words.say("handbook-name"));
        all.dossiers.push(words.say("dossier-title"));
        all.years.extend(YEARS.map(|year| {
            let args = Args::new().number("year", year.into());
            (words.say_with("handbook-year", &args), year)
        }));
    }
    all
}

/// What is wrong, with sheet, row and column.
pub fn cell_fault(fault: &CellFault, words: &Words) -> String {
    let mut args = Args::new().text("sheet", fault.sheet.as_str());
    if let Some(row) = fault.row {
        args = args.number("row", row.into());
    }
    if let Some(column) = fault.column {
        args = args.text("column", column_letters(column));
    }
    let place = match (fault.row, fault.column) {
        (Some(_), Some(_)) => words.say_with("handbook-place-cell", &args),
        (Some(_), None) => words.say_with("handbook-place-row", &args),
        (None, _) if !fault.sheet.is_empty() => words.say_with("handbook-place-sheet", &args),
        (None, _) => String::new(),
    };
    let args = Args::new()
        .text("found", fault.found.as_str())
        .text("meant", fault.meant.as_str())
        .number("other", fault.other.into());
    format!("{place}{}", words.say_with(&fault.kind.locale_key(), &args))
}

fn short(text: &str, words: &Words) -> String {
    let flat = text.replace('\n', " ");
    match flat.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &flat[..end]),
        None if flat.is_empty() => words.say("handbook-import-blank"),
        None => flat,
    }
}

fn count(rows: usize) -> i64 {
    i64::try_from(rows).unwrap_or(i64::MAX)
}

/// So many new, changed, unchanged, and not in the file. `key`: the sentence.
pub fn changes_said(key: &str, changes: &SheetChanges, words: &Words) -> String {
    let args = Args::new()
        .number("added", count(changes.added.len()))
        .number("changed", count(changes.changed.len()))
        .number("unchanged", count(changes.unchanged))
        .number("absent", count(changes.absent.len()));
    words.say_with(key, &args)
}

fn new_line(sheet: &str, row: u32, record: &DutyRecord, words: &Words) -> String {
    let args = Args::new()
        .text("sheet", sheet)
        .number("row", row.into())
        .text("day", record.on.to_string())
        .text("gist", short(&gist(record), words));
    words.say_with("handbook-import-new", &args)
}

/// The new records, a line each; one that looks like a known one says so.
pub fn new_lines(changes: &SheetChanges, words: &Words) -> Vec<String> {
    let line = |(sheet, row, record): &(String, u32, DutyRecord)| {
        let mut line = new_line(sheet, *row, record, words);
        if record.open.same_as.is_some() {
            line.push_str(&words.say("handbook-import-alike"));
        }
        line
    };
    changes.added.iter().map(line).collect()
}

/// The changed fields, a line each: the old value and the new one.
pub fn changed_lines(changes: &SheetChanges, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    for changed in &changes.changed {
        for shown in &changed.shown {
            let args = Args::new()
                .text("sheet", changed.sheet.as_str())
                .number("row", changed.row.into())
                .text("field", field_label(words, changed.category, shown.field))
                .text("old", short(&shown.old, words))
                .text("new", short(&shown.new, words));
            lines.push(words.say_with("handbook-import-changed", &args));
        }
    }
    lines
}

/// The lines that are not in the file, and stay.
pub fn absent_lines(changes: &SheetChanges, words: &Words) -> Vec<String> {
    let line = |(_, on, category): &(_, chrono::NaiveDate, DutyCategory)| {
        let args = Args::new()
            .text("day", on.to_string())
            .text("category", category_word(words, *category));
        words.say_with("handbook-import-absent", &args)
    };
    changes.absent.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::handbook::sheet::CellFaultKind;

    #[test]
    fn every_fault_has_its_sentence_in_both_languages() {
        for locale in Locale::ALL {
            for kind in CellFaultKind::ALL {
                let fault = CellFault::new(*kind, "1 大会", "某")
                    .at(3, Some(2))
                    .meant("另")
                    .other(5);
                let said = cell_fault(&fault, words(locale));
                assert!(said.chars().count() > 12 && !said.contains("handbook-"), "{said}");
            }
        }
    }

    #[test]
    fn no_two_columns_of_a_section_are_called_the_same() {
        let all = sheet_words();
        for (category, head, column) in &all.heads {
            let same = |it: &&(DutyCategory, String, SheetColumn)| it.0 == *category && it.1 == *head;
            assert!(
                all.heads.iter().filter(same).all(|it| it.2 == *column),
                "{category:?} {head}"
            );
        }
    }
}
