//! The number of a deputy's card (代表证号). Its last four characters are asked for when an invitation is redeemed, so it
//! is kept out of logs, and a number whose end can't be typed on any keyboard is a fault.

use std::fmt;

use serde::Serialize;

use super::cell::compact;

const LAST: usize = 4;
const MAX_CHARS: usize = 32;

/// At least five characters, so that the last four alone don't give it away; the last four are upper-case ASCII letters
/// or digits. What stands before them is the office's own.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
pub struct CardNumber(String);

impl CardNumber {
    /// Reads a card number in full or half width and either case. `None` if it breaks the rule above.
    pub fn read(text: &str) -> Option<Self> {
        let number = compact(text).to_ascii_uppercase();
        let chars = number.chars().count();
        let is_number = (LAST + 1..=MAX_CHARS).contains(&chars)
            && number
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '-' | '(' | ')' | '[' | ']' | '〔' | '〕'))
            && number.chars().rev().take(LAST).all(|c| c.is_ascii_alphanumeric());
        is_number.then_some(Self(number))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a deputy types to redeem an invitation.
    pub fn last_four(&self) -> &str {
        &self.0[self.0.len() - LAST..]
    }
}

impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CardNumber(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_four_are_what_a_deputy_types() {
        for (typed, last_four) in [
            ("HN140001", "0001"),
            ("ｈｎ１４０００１", "0001"),
            ("湘人代〔2023〕-014X", "014X"),
        ] {
            assert_eq!(
                CardNumber::read(typed).expect("a card number").last_four(),
                last_four,
                "{typed}"
            );
        }
    }

    #[test]
    fn a_card_number_without_a_typable_end_is_not_taken() {
        for typed in ["", "0001", "湘人代第0001号", "HN14-001", "HN14,0001", "1.4E+10"] {
            assert_eq!(CardNumber::read(typed), None, "{typed}");
        }
    }
}
