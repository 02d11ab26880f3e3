//! Finds again what the constituent gave to be reached by, however it is grouped: also numbers abroad, local
//! numbers without area code and chat names, which no form gives away.

use std::ops::Range;

use super::super::personal_data::{half_width, is_invisible};

/// Shorter ones are words and house numbers more often than contacts.
const SHORTEST: usize = 5;

/// The places in `text`, in order, where one of the contacts stands.
pub(super) fn find(text: &str, contacts: &[String]) -> Vec<Range<usize>> {
    let letters: Vec<(char, usize, usize)> = text
        .char_indices()
        .map(|(at, c)| (half_width(c).to_ascii_lowercase(), at, at + c.len_utf8()))
        .filter(|(c, ..)| !is_between(*c))
        .collect();
    let wanted: Vec<Vec<char>> = contacts.iter().flat_map(|contact| parts(contact)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let longest = wanted
            .iter()
            .filter(|part| {
                letters.len() - at >= part.len()
                    && part
                        .iter()
                        .zip(letters.iter().skip(at))
                        .all(|(c, (letter, ..))| c == letter)
            })
            .map(Vec::len)
            .filter(|length| stands_alone(&letters, at, at + length))
            .max();
        match longest {
            Some(length) => {
                let (_, start, _) = letters[at];
                let (.., end) = letters[at + length - 1];
                found.push(with_its_address(text, start..end));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The whole of a@example.com.84000001: taking out the number alone would leave an address behind.
fn with_its_address(text: &str, span: Range<usize>) -> Range<usize> {
    let in_address = |c: &char| {
        half_width(*c).is_ascii_alphanumeric() || "@.+-_%".contains(half_width(*c)) || is_invisible(*c)
    };
    let width = |c: char| c.len_utf8();
    let before: usize = text
        .get(..span.start)
        .into_iter()
        .flat_map(|text| text.chars().rev())
        .take_while(in_address)
        .map(width)
        .sum();
    let after: usize = text
        .get(span.end..)
        .into_iter()
        .flat_map(str::chars)
        .take_while(in_address)
        .map(width)
        .sum();
    let whole = span.start - before..span.end + after;
    let is_address = text
        .get(whole.clone())
        .is_some_and(|token| token.contains(['@', '＠']));
    if is_address { whole } else { span }
}

/// A contact's letters and digits; words around them (微信：) fall away, one contact may hold two (电话…微信…).
fn parts(contact: &str) -> Vec<Vec<char>> {
    let plain: String = contact
        .chars()
        .map(|c| half_width(c).to_ascii_lowercase())
        .filter(|c| !is_between(*c))
        .collect();
    plain
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '@' || c == '.' || c == '+'))
        .map(|part| part.trim_matches(['.', '+', '@']).chars().collect::<Vec<char>>())
        .filter(|part| part.len() >= SHORTEST)
        .collect()
}

/// 84000001 is not found in 184000001, nor beside the stars of a mask.
fn stands_alone(letters: &[(char, usize, usize)], from: usize, to: usize) -> bool {
    let stars = |range: Range<usize>| {
        letters
            .get(range)
            .is_some_and(|near| near.iter().all(|(c, ..)| *c == '*'))
    };
    if from >= 3 && stars(from - 3..from) || stars(to..to + 3) {
        return false;
    }
    let joins = |index: Option<usize>, beside: usize| {
        let (Some((c, start, end)), Some((own, own_start, own_end))) =
            (index.and_then(|index| letters.get(index)), letters.get(beside))
        else {
            return false;
        };
        let touching = *end == *own_start || *own_end == *start;
        touching
            && (c.is_ascii_digit() && own.is_ascii_digit()
                || c.is_ascii_alphabetic() && own.is_ascii_alphabetic())
    };
    !joins(from.checked_sub(1), from) && !joins(Some(to), to - 1)
}

/// Signs between the groups of a number.
fn is_between(c: char) -> bool {
    c != '\n' && c.is_whitespace()
        || matches!(c, '-' | '_' | '(' | ')' | '·' | '\u{2010}'..='\u{2015}')
        || is_invisible(c)
}
