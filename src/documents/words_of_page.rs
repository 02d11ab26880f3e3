//! What every template is told besides its own data: the language, and the words around the page numbers.

use crate::domain::Locale;
use crate::text::{Args, Words};

/// Language and region as the engine wants them: they choose where Chinese lines may break.
pub(super) fn language(words: &Words) -> (&'static str, &'static str) {
    match words.locale() {
        Locale::ZhCn => ("zh", "cn"),
        Locale::En => ("en", "gb"),
    }
}

/// 第 1 页　共 3 页 in three pieces, around the two numbers, in the order page, pages.
pub(super) fn page_pieces(words: &Words) -> Vec<String> {
    let said = words.say_with(
        "handbook-page",
        &Args::new().text("page", "\u{1}").text("pages", "\u{1}"),
    );
    said.split('\u{1}').map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn the_words_of_the_page_number_come_in_three_pieces_in_every_language() {
        for locale in Locale::ALL {
            assert_eq!(page_pieces(text::words(locale)).len(), 3);
        }
    }
}
