//! What is said about a roster, a sentence each: faults, notes, and why a file can't be read. Called by the desk and the
//! command line before a roster is taken.

use crate::domain::roster::{Fault, Note};
use crate::domain::sheet::{SheetRefusal, column_letters};

use super::{Args, Words};

fn line(
    words: &Words,
    key: &str,
    place: (Option<u32>, Option<u32>),
    found: &str,
    suggestion: Option<&str>,
    other: Option<u32>,
) -> String {
    let number = |it: Option<u32>| i64::from(it.unwrap_or_default());
    let args = Args::new()
        .number("row", number(place.0))
        .text("column", place.1.map(column_letters).unwrap_or_default())
        .text("found", found)
        .text("suggestion", suggestion.unwrap_or_default())
        .number("other", number(other));
    words.say_with(key, &args)
}

/// What has to be mended first.
pub fn roster_fault(fault: &Fault, words: &Words) -> String {
    line(
        words,
        fault.kind.locale_key(),
        (fault.row, fault.column),
        &fault.found,
        fault.kind.suggestion(),
        fault.kind.other_row(),
    )
}

/// What an officer should have seen.
pub fn roster_note(note: &Note, words: &Words) -> String {
    line(
        words,
        note.kind.locale_key(),
        (note.row, note.column),
        &note.found,
        note.kind.suggestion(),
        note.kind.other_row(),
    )
}

/// Why a file can't be read as a table.
pub fn sheet_refusal(refusal: SheetRefusal, words: &Words) -> String {
    let number = |it: Option<u32>| i64::from(it.unwrap_or_default());
    let args = Args::new()
        .number("limit", number(refusal.limit()))
        .number("row", number(refusal.row()));
    words.say_with(refusal.locale_key(), &args)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::domain::roster::FaultKind;
    use crate::text::words;

    #[test]
    fn a_fault_is_told_with_its_row_and_the_letters_of_its_column() {
        let fault = Fault {
            row: Some(3),
            column: Some(28),
            kind: FaultKind::CodeTwice { other_row: 2 },
            found: "CS-001".into(),
        };
        let said = roster_fault(&fault, words(Locale::ZhCn));
        assert!(
            said.starts_with("第 3 行 AB 列：代表编码“CS-001”与第 2 行相同"),
            "{said}"
        );
        let said = sheet_refusal(SheetRefusal::TooBig { limit: 10 }, words(Locale::En));
        assert!(said.contains("10"), "{said}");
    }
}
