//! Whether a draft carries the people's letters themselves (代转人民群众来信, Article 5; Personal Information Protection Law 6): runs
//! of letters that stand word for word in a linked letter, names that were given, numbers and addresses of people.
//!
//! Called with the check on admissibility. **Invariant:** pure; the letters' words are compared and never copied from here: what
//! is shown is the draft's own sentence.

use std::collections::HashSet;

use crate::domain::draft::admissibility::{Advice, Bar};
use crate::domain::personal_data::{find_personal_data, mask_personal_data};

/// So many letters in a row that are the same are no chance.
pub const RUN: usize = 12;

/// The letters of a text with the bytes where each stands.
fn letters(text: &str) -> Vec<(char, usize)> {
    text.char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .map(|(at, c)| (c, at))
        .collect()
}

/// The pieces of `text` that stand in one of the sources, letter for letter, signs and blanks aside: the longest ones, in order.
pub fn runs<'a>(text: &'a str, sources: &[&str]) -> Vec<&'a str> {
    let own = letters(text);
    let mut known: HashSet<Vec<char>> = HashSet::new();
    for source in sources {
        let source: Vec<char> = letters(source).into_iter().map(|(c, _)| c).collect();
        known.extend(source.windows(RUN).map(<[char]>::to_vec));
    }
    let signs: Vec<char> = own.iter().map(|(c, _)| *c).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, window) in signs.windows(RUN).enumerate() {
        if !known.contains(window) {
            continue;
        }
        match found.last_mut() {
            Some((_, end)) if at <= *end => *end = at + RUN,
            _ => found.push((at, at + RUN)),
        }
    }
    found
        .into_iter()
        .filter_map(|(from, to)| {
            let begin = own.get(from)?.1;
            let (last, at) = own.get(to - 1)?;
            text.get(begin..at + last.len_utf8())
        })
        .collect()
}

/// Advice on a draft with the letters that it is linked to: words taken over, and what tells who wrote.
pub fn check(parts: &[&str], letters: &[&str], names: &[&str]) -> Vec<Advice> {
    let mut advice = Vec::new();
    let verbatim = parts.iter().find_map(|part| runs(part, letters).first().copied());
    if let Some(piece) = verbatim {
        advice.push(Advice {
            bar: Bar::LetterWords,
            sentence: mask_personal_data(piece),
        });
    }
    let sentences: Vec<&str> = parts
        .iter()
        .flat_map(|part| crate::domain::draft::admissibility::sentences(part))
        .collect();
    let personal = sentences.iter().find(|sentence| {
        !find_personal_data(sentence).is_empty()
            || names
                .iter()
                .any(|name| name.chars().count() > 1 && sentence.contains(name))
    });
    if let Some(sentence) = personal {
        advice.push(Advice {
            bar: Bar::PersonalData,
            sentence: (*sentence).to_owned(),
        });
    }
    advice
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTER: &str =
        "代表您好，我们石塘村三组的灌溉渠去年七月被大水冲垮了，二十多户的稻田到现在还没有水。";

    #[test]
    fn a_sentence_of_a_letter_is_known_again_through_other_signs() {
        let draft = "据了解，石塘村三组的灌溉渠，去年七月被大水冲垮了。群众种田困难。";
        assert_eq!(
            runs(draft, &[LETTER]),
            ["石塘村三组的灌溉渠，去年七月被大水冲垮了"]
        );
        assert!(runs("石塘村部分灌溉渠毁损，影响二十多户。", &[LETTER]).is_empty());
    }

    #[test]
    fn names_and_numbers_of_people_are_found() {
        let advice = check(
            &["村民李示四反映渠道不通。", "电话 13800000000。"],
            &[],
            &["李示四"],
        );
        assert_eq!(advice.len(), 1);
        assert_eq!(advice[0].bar, Bar::PersonalData);
        assert_eq!(advice[0].sentence, "村民李示四反映渠道不通。");
        assert!(check(&["请拨打 12345。"], &[LETTER], &[]).is_empty());
    }

    proptest! {
        #[test]
        fn whatever_is_copied_in_length_is_found(
            before in "[甲乙丙丁]{0,20}", run in "[水渠路桥村校车医保]{12,30}", after in "[甲乙丙丁]{0,20}",
        ) {
            let draft = format!("{before}{run}{after}");
            let found = runs(&draft, &[&format!("子丑{run}寅卯")]);
            prop_assert_eq!(found, vec![run.as_str()]);
        }

        #[test]
        fn what_shares_no_long_run_is_left_alone(draft in "[甲乙丙丁，。]{0,60}", letter in "[水渠路桥，。]{0,60}") {
            prop_assert!(runs(&draft, &[&letter]).is_empty());
        }
    }
}
