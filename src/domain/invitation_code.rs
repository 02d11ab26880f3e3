//! Codes of invitations (邀请码) and the links that carry them. Called by the desk and the command line, which bring the
//! randomness, and by the sheet of slips.

use super::context::Rules;

/// Capital letters and digits without those that people take for each other (0 O, 1 I L): a code may be read out or typed.
const LETTERS: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// Characters of a code: 59 bits, and an invitation is locked after a few tries of the last four characters besides.
pub const CODE_LENGTH: usize = 12;

/// The code of a random number: 128 bits are so many more than a code holds that each is as likely.
pub fn invitation_code(mut random: u128) -> String {
    (0..CODE_LENGTH)
        .map(|_| {
            let letter = usize::try_from(random % 31).expect("a remainder of 31 is an index");
            random /= 31;
            char::from(LETTERS[letter])
        })
        .collect()
}

/// The page that asks for the last four characters.
pub fn web_link(rules: &Rules, code: &str) -> String {
    format!("{}/i/{code}", rules.public_url)
}

/// The same question in the chat of Telegram; `None` without a bot.
pub fn telegram_link(rules: &Rules, code: &str) -> Option<String> {
    let bot = rules.bot_name.as_str();
    (!bot.is_empty()).then(|| format!("https://t.me/{bot}?start=i_{code}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_has_twelve_characters_that_nobody_mistakes(random: u128) {
            let code = invitation_code(random);
            prop_assert_eq!(code.len(), CODE_LENGTH);
            prop_assert!(code.chars().all(|c| c.is_ascii_alphanumeric() && !"0O1IlL".contains(c)));
        }
    }

    #[test]
    fn links_lead_to_the_page_and_to_the_bot_if_there_is_one() {
        let mut rules = Rules {
            public_url: "https://lianluo.example.org".into(),
            ..Rules::default()
        };
        assert_eq!(web_link(&rules, "ABC"), "https://lianluo.example.org/i/ABC");
        assert_eq!(telegram_link(&rules, "ABC"), None);
        rules.bot_name = "lianluo_sample_bot".into();
        let link = telegram_link(&rules, "ABC");
        assert_eq!(
            link.as_deref(),
            Some("https://t.me/lianluo_sample_bot?start=i_ABC")
        );
    }
}
