//! The deputy's bar of four words below the conversation. What is typed is recognised by `domain::menu`.

use crate::domain::menu::Menu;
use crate::text::Words;

const BAR: [Menu; 4] = [Menu::Letters, Menu::TakeDown, Menu::Todo, Menu::Handbook];

/// The four words of a language, in the order of the bar.
pub fn menu_words(words: &Words) -> [String; 4] {
    BAR.map(|word| words.say(&format!("menu-{}", word.tag())))
}

/// The bar as rows of words.
pub(super) fn bar(words: &Words) -> Option<Vec<Vec<String>>> {
    Some(vec![menu_words(words).to_vec()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;

    #[test]
    fn a_word_of_the_bar_is_recognised_when_it_comes_back() {
        for locale in Locale::ALL {
            let words = menu_words(crate::text::words(locale));
            assert_eq!(words.map(|word| Menu::read(&word)), BAR.map(Some));
        }
    }
}
