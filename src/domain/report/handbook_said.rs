//! Which handbook a deputy speaks of: its year, and whether it is the paper one. Called by the chat for words that the reading
//! takes for a handbook that was, or will be, handed in.

use chrono::Datelike;

use crate::domain::case::text::narrow;
use crate::domain::time::day_of;

/// What is known of the handbook that was spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandbookNamed {
    /// Its year, if it was named: 去年的手册, 2025年度履职手册.
    pub year: Option<i64>,
    /// It was spoken of as a thing of paper.
    pub on_paper: bool,
}

/// Words of paper: what is sent by post is no file.
const PAPER: [&str; 9] = ["纸质", "纸版", "纸的", "手写", "本子", "寄", "快递", "邮", "送到"];
/// What may stand between a year and 手册.
const BETWEEN: [&str; 7] = ["代表", "履职", "年度", "年", "的", "度", "那本"];

/// `now` in epoch milliseconds: 去年 is the year before its day.
pub fn handbook_named(text: &str, now: i64) -> HandbookNamed {
    let text = narrow(text);
    let mut before = text.split("手册").next().unwrap_or_default().trim_end();
    while let Some(shorter) = BETWEEN.iter().find_map(|word| before.strip_suffix(word)) {
        before = shorter.trim_end();
    }
    let this_year = i64::from(day_of(now).year());
    let year = match before.chars().next_back() {
        Some('今') => Some(this_year),
        Some('去') => Some(this_year - 1),
        Some('前') => Some(this_year - 2),
        Some(last) if last.is_ascii_digit() => {
            let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            before[before.len() - digits..]
                .parse()
                .ok()
                .filter(|year| digits == 4 && (2000..=this_year).contains(year))
        }
        _ => None,
    };
    HandbookNamed {
        year,
        on_paper: PAPER.iter().any(|word| text.contains(word)),
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::time::instant_of;

    #[test]
    fn the_year_and_the_paper_are_heard() {
        let now = instant_of(NaiveDate::from_ymd_opt(2026, 12, 8).unwrap(), 600);
        for (text, year, on_paper) in [
            ("手册交了", None, false),
            ("去年的手册已经交了", Some(2025), false),
            ("2025年度代表履职手册交上去了", Some(2025), false),
            ("２０２５年的手册寄了", Some(2025), true),
            ("今年的纸质手册交了", None, true),
            ("今年手册已交", Some(2026), false),
            ("12月5日手册交给联工委了", None, false),
            ("2031年的手册交了", None, false),
            ("交了", None, false),
        ] {
            assert_eq!(
                handbook_named(text, now),
                HandbookNamed { year, on_paper },
                "{text}"
            );
        }
    }
}
