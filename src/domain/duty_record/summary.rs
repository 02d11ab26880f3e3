//! The first draft of 反映的主要问题和意见建议: the beginning of what the constituent wrote, cut at a sensible place.
//!
//! **Invariant:** at most [`LONGEST`] characters, all of them the constituent's own (but for the mark of a cut).
//! The text comes in masked; cutting before masking could leave half a telephone number that no mask knows.

use super::words;

/// Characters that a column of the printed handbook bears in about five lines.
pub(super) const LONGEST: usize = 60;
/// A cut at a comma before this many characters would say too little.
const SHORTEST_CLAUSE: usize = 20;
/// 张代表，您好！ and its like; a longer sentence that ends in 好 says something.
const LONGEST_GREETING: usize = 12;

/// The first whole sentences that fit; else the first sentence up to its last comma that fits; else its beginning.
pub(super) fn summary(masked: &str) -> String {
    let sentences = sentences(masked);
    let spoken = match sentences.split_first() {
        Some((first, rest)) if !rest.is_empty() && is_greeting(first) => rest,
        _ => &sentences[..],
    };
    let mut text = String::new();
    let mut length = 0;
    for sentence in spoken {
        length += sentence.chars().count();
        if length > LONGEST {
            break;
        }
        text.push_str(sentence);
    }
    match spoken.first() {
        Some(first) if text.is_empty() => beginning(first),
        _ => text,
    }
}

/// Sentences with their end marks, without line breaks, control characters and runs of spaces.
fn sentences(text: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for line in text.lines() {
        let clean = line.replace(|c: char| c.is_control(), " ");
        let words: Vec<_> = clean.split_whitespace().collect();
        for c in words.join(" ").chars() {
            let ends = matches!(c, '。' | '！' | '？' | '!' | '?' | '；');
            match sentences.last_mut() {
                // A second end mark (？！) belongs to the sentence before.
                Some(last) if last.is_empty() && ends => match sentences.len() {
                    1 => {}
                    n => sentences[n - 2].push(c),
                },
                Some(last) => {
                    last.push(c);
                    if ends {
                        sentences.push(String::new());
                    }
                }
                None => {}
            }
        }
        if let Some(last) = sentences.last_mut()
            && !last.is_empty()
        {
            // A line without an end mark is a sentence too; the mark keeps two lines from running together.
            last.push('；');
            sentences.push(String::new());
        }
    }
    sentences.retain(|sentence| !sentence.trim().is_empty());
    if let Some(last) = sentences.last_mut()
        && last.ends_with('；')
    {
        last.pop();
    }
    sentences
        .iter()
        .map(|sentence| sentence.trim().to_owned())
        .collect()
}

fn is_greeting(sentence: &str) -> bool {
    let words = sentence.trim_end_matches(['。', '！', '？', '!', '?', '；', '，', ' ']);
    words.chars().count() <= LONGEST_GREETING && words.ends_with('好')
}

fn beginning(sentence: &str) -> String {
    let head: Vec<char> = sentence.chars().take(LONGEST - 1).collect();
    let comma = head
        .iter()
        .rposition(|c| matches!(c, '，' | ',' | '、' | '：' | ' '));
    let end = comma.filter(|at| *at >= SHORTEST_CLAUSE).unwrap_or(head.len());
    let mut text: String = head[..end].iter().collect();
    text.push(words::CUT);
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, summary};

    #[track_caller]
    fn check(wrote: &str, expected: &str) {
        assert_eq!(summary(wrote), expected);
    }

    #[test]
    fn the_first_whole_sentences_that_fit_are_taken() {
        check(
            "石塘村三组灌溉渠去年垮了一段。二十多户稻田缺水！",
            "石塘村三组灌溉渠去年垮了一段。二十多户稻田缺水！",
        );
        check(&format!("路灯坏了。{}。", "长".repeat(60)), "路灯坏了。");
    }

    #[test]
    fn a_greeting_is_left_out_when_something_follows() {
        check("张代表，您好！路灯坏了。", "路灯坏了。");
        check("您好\n路灯坏了", "路灯坏了");
        check("您好！", "您好！");
    }

    #[test]
    fn a_long_sentence_is_cut_at_its_last_comma() {
        let wrote = format!("{}，{}，{}。", "甲".repeat(25), "乙".repeat(25), "丙".repeat(25));
        check(&wrote, &format!("{}，{}…", "甲".repeat(25), "乙".repeat(25)));
    }

    #[test]
    fn a_sentence_without_commas_is_cut_at_the_length() {
        check(&"水".repeat(200), &format!("{}…", "水".repeat(59)));
    }

    #[test]
    fn lines_become_sentences_and_control_characters_vanish() {
        check("自来水浑浊\r\n\u{7}已经三天\u{0}\n", "自来水浑浊；已经三天");
    }

    #[test]
    fn nothing_written_gives_nothing() {
        check("", "");
        check(" \n\n", "");
        check("？！", "");
    }

    proptest! {
        #[test]
        fn a_summary_is_short_and_of_one_line(wrote in "\\PC{0,200}|[甲乙，。！？；\n\r\t a]{0,200}") {
            let text = summary(&wrote);
            prop_assert!(text.chars().count() <= LONGEST);
            prop_assert!(!text.contains(char::is_control));
        }

        #[test]
        fn whoever_writes_something_is_not_summed_up_as_nothing(wrote in "[甲乙，。\n ]{0,150}甲[甲乙，。\n ]{0,150}") {
            prop_assert!(!summary(&wrote).is_empty());
        }
    }
}
