//! The words for the states, parts and days of suggestions, and for the faults of their sheets. Called by the chat, the desk and
//! the command line.

use crate::domain::draft::admissibility::Advice;
use crate::domain::sheet::column_letters;
use crate::domain::suggestion::assignment::AssignmentRole;
use crate::domain::suggestion::register_sheet::SheetFault;
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::domain::suggestion::{CongressSession, SuggestionKind, SuggestionState};

use super::{Args, Words};

fn word(words: &Words, of: &str, tag: &str) -> String {
    words.say(&format!("{of}-{}", tag.replace('_', "-")))
}

/// 已交办, 已答复 …
pub fn state_word(state: SuggestionState, words: &Words) -> String {
    word(words, "suggestion-state", state.tag())
}

/// 议案 or 建议.
pub fn kind_word(kind: SuggestionKind, words: &Words) -> String {
    word(words, "suggestion-kind", kind.tag())
}

/// 主办, 会办, 分办.
pub fn role_word(role: AssignmentRole, words: &Words) -> String {
    word(words, "assignment-role", role.tag())
}

/// How the day of receipt is known.
pub fn source_word(source: ReceiptSource, words: &Words) -> String {
    word(words, "receipt-source", source.tag())
}

/// 书面 or 口头.
pub fn form_word(form: ReplyForm, words: &Words) -> String {
    word(words, "reply-form", form.tag())
}

/// 第 14 届第 4 次会议
pub fn session_words(session: CongressSession, words: &Words) -> String {
    let args = Args::new()
        .number("term", session.term.into())
        .number("session", session.session.into());
    words.say_with(
        if session.session == 0 {
            "suggestion-between-sessions"
        } else {
            "suggestion-at-session"
        },
        &args,
    )
}

/// One piece of advice on a draft: which bar, the sentence that offends, and the lawful way.
pub fn advice_said(advice: &Advice, words: &Words) -> String {
    let tag = advice.bar.tag();
    let mut said = words.say(&format!("bar-{tag}"));
    if !advice.sentence.is_empty() {
        let args = Args::new().text("sentence", advice.sentence.as_str());
        said.push_str(&words.say_with("advice-sentence", &args));
    }
    said.push_str(&words.say(&format!("bar-way-{tag}")));
    said
}

/// What is wrong in a sheet, with row and column.
pub fn sheet_fault(fault: &SheetFault, words: &Words) -> String {
    let place = match (fault.row, fault.column) {
        (Some(row), Some(column)) => words.say_with(
            "sheet-place-cell",
            &Args::new()
                .number("row", row.into())
                .text("column", column_letters(column)),
        ),
        (Some(row), None) => words.say_with("sheet-place-row", &Args::new().number("row", row.into())),
        (None, _) => String::new(),
    };
    let args = Args::new()
        .text("found", fault.found.as_str())
        .text("meant", fault.meant.as_str())
        .number("other", fault.other.into());
    format!("{place}{}", words.say_with(&fault.kind.locale_key(), &args))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::domain::draft::admissibility::Bar;
    use crate::domain::suggestion::register_sheet::SheetFaultKind;
    use crate::text::words;

    #[test]
    fn every_bar_has_its_sentence_and_the_lawful_way_in_both_languages() {
        for locale in Locale::ALL {
            for bar in Bar::ALL {
                let advice = Advice {
                    bar: *bar,
                    sentence: "某句。".into(),
                };
                let said = advice_said(&advice, words(locale));
                assert!(said.contains("某句。") && !said.contains("bar-"), "{said}");
            }
        }
    }

    #[test]
    fn every_fault_has_its_sentence_in_both_languages() {
        for locale in Locale::ALL {
            for kind in SheetFaultKind::ALL {
                let fault = SheetFault::new(Some(3), Some(2), *kind, "某")
                    .meant("另")
                    .other(5);
                let said = sheet_fault(&fault, words(locale));
                assert!(
                    said.chars().count() > 8 && !said.contains("sheet-fault"),
                    "{said}"
                );
            }
        }
    }
}
