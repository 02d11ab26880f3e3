//! Cutting people's words to the limits of a message, in UTF-16 units as Telegram counts.

use crate::domain::case::text::shortened;

/// The length of a text as Telegram counts it.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The beginning of a text in at most so many units, ending with `mark` when something was left out.
pub(super) fn beginning(text: &str, longest: usize, mark: &str) -> String {
    if units(text) <= longest {
        return text.to_owned();
    }
    let room = longest.saturating_sub(units(mark));
    let mut used = 0;
    let end = text
        .char_indices()
        .find(|(_, c)| {
            used += c.len_utf16();
            used > room
        })
        .map_or(text.len(), |(at, _)| at);
    format!("{}{mark}", text[..end].trim_end())
}

/// Words on one line, for titles and buttons: at most so many characters, not cut right behind a comma.
pub(super) fn one_line(text: &str, longest: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let short = shortened(&words.join(" "), longest);
    match short.strip_suffix('…') {
        Some(head) => format!("{}…", head.trim_end_matches(['，', '、', '；', '：', ',', ' '])),
        None => short,
    }
}

/// A sentence that begins with what may be a common noun in English.
pub(super) fn sentence(text: &str) -> String {
    let mut signs = text.chars();
    match signs.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + signs.as_str(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_cut_text_fits_and_keeps_its_own_signs(text in "[a水😀 \n。]{0,60}", longest in 2_usize..40) {
            let head = beginning(&text, longest, "…");
            prop_assert!(units(&head) <= longest);
            prop_assert!(text.starts_with(head.trim_end_matches('…')));
        }
    }
}
