//! The text of a cell without what people can't see: full-width letters and digits, spaces of all widths, marks that
//! have no width. Used by every reader of a roster cell, so that two spellings of one thing are one thing.

/// How much of a cell is shown back in a fault, in characters.
const SHOWN_CHARS: usize = 40;

/// Words by which an office says that there is nothing to say.
const NOTHING: [&str; 8] = ["-", "--", "/", "\\", "无", "暂无", "空", "N/A"];

/// Text for people: letters and digits in half width, runs of blanks as one space, none at the ends. Chinese
/// punctuation stays as it is.
pub(in crate::domain) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(narrow_alphanumeric)
    {
        if !c.is_whitespace() {
            tidied.push(c);
        } else if !tidied.is_empty() && !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    if tidied.ends_with(' ') {
        tidied.pop();
    }
    tidied
}

/// Text for machines, such as a code or a number: all of it in half width, every dash a `-`, no blanks, and without the
/// `'` or `="…"` by which people make Excel keep a number as it is.
pub(in crate::domain) fn compact(text: &str) -> String {
    let compacted: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(narrow)
        .filter(|c| !c.is_whitespace())
        .collect();
    if let Some(quoted) = compacted
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'))
    {
        return quoted.to_owned();
    }
    compacted.trim_start_matches('\'').to_owned()
}

/// `None` for an empty cell and for the dashes and words that stand for one.
pub(in crate::domain) fn said(text: &str) -> Option<&str> {
    let nothing = text.is_empty() || NOTHING.contains(&text) || text.chars().all(|c| c == '—');
    (!nothing).then_some(text)
}

/// What was found, short enough for a sentence.
pub(in crate::domain) fn shown(text: &str) -> String {
    let text = tidy(text);
    match text.char_indices().nth(SHOWN_CHARS) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Whether Excel or WPS left an error of a formula where a value should be.
pub(in crate::domain) fn is_formula_error(text: &str) -> bool {
    [
        "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#####",
    ]
    .iter()
    .any(|error| text.starts_with(error))
}

/// Whether a long number was turned into powers of ten, which loses its last digits: `1.39E+10`.
pub(in crate::domain) fn is_in_powers_of_ten(compacted: &str) -> bool {
    compacted.split_once(['E', 'e']).is_some_and(|(digits, power)| {
        digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.chars().all(|c| c.is_ascii_digit() || c == '.')
            && power
                .strip_prefix('+')
                .is_some_and(|power| !power.is_empty() && power.chars().all(|c| c.is_ascii_digit()))
    })
}

fn is_invisible(c: char) -> bool {
    let turned_or_joined = matches!(
        c,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}'
    );
    turned_or_joined || (c.is_control() && !c.is_whitespace())
}

/// The full-width forms lie in the same order as ASCII, 0xFEE0 further up.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' => '-',
        _ => c,
    }
}

fn narrow_alphanumeric(c: char) -> char {
    let narrowed = narrow(c);
    if narrowed.is_ascii_alphanumeric() {
        narrowed
    } else {
        c
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_widths_that_nobody_sees_are_evened_out() {
        assert_eq!(tidy("　长沙第２代表小组\u{FEFF}\n"), "长沙第2代表小组");
        assert_eq!(tidy("甲　 乙\t丙"), "甲 乙 丙");
        assert_eq!(tidy("局长（兼）"), "局长（兼）");
        assert_eq!(compact(" ＣＳ－００１ "), "CS-001");
        assert_eq!(compact("CS–001"), "CS-001");
        assert_eq!(compact("'13900000001"), "13900000001");
        assert_eq!(compact("=\"13900000001\""), "13900000001");
    }

    #[test]
    fn a_dash_stands_for_nothing() {
        for nothing in ["", "-", "——", "/", "无", "暂无"] {
            assert_eq!(said(nothing), None, "{nothing}");
        }
        assert_eq!(said("在任"), Some("在任"));
    }

    #[test]
    fn a_number_cut_by_excel_is_known() {
        assert!(is_in_powers_of_ten("1.39E+10"));
        assert!(!is_in_powers_of_ten("HE+10"));
        assert!(!is_in_powers_of_ten("13900000001"));
    }

    #[test]
    fn a_long_cell_is_shown_by_its_beginning() {
        assert_eq!(shown(&"长".repeat(41)).chars().count(), 41);
        assert_eq!(shown(&"长".repeat(40)), "长".repeat(40));
    }
}
