//! Whether two drafts or suggestions have the same content (内容相同的，应当合并提出, A5.3): a measure from 0 to 100, from the
//! pairs of neighbouring letters that they share. Called by the flow that proposes merging.
//!
//! **Invariant:** likeness only ever leads to a proposal: a deputy taps, or nothing happens.

use std::collections::HashSet;

/// What is compared of a draft or suggestion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content<'a> {
    /// 关于…的建议
    pub title: &'a str,
    /// Situation, analysis, proposals.
    pub body: [&'a str; 3],
}

/// From this measure on two are worth a look.
pub const ALIKE: u32 = 45;

/// Pairs that stand in every other title.
const EVERYWHERE: [&str; 14] = [
    "关于", "建议", "议案", "的建", "的议", "加强", "进一", "一步", "推进", "加快", "完善", "促进", "我省",
    "全省",
];

fn pairs(text: &str) -> HashSet<[char; 2]> {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    letters
        .windows(2)
        .filter(|pair| !EVERYWHERE.contains(&pair.iter().collect::<String>().as_str()))
        .map(|pair| [pair[0], pair[1]])
        .collect()
}

/// Twice the shared ones by all, in hundredths.
fn shared(one: &HashSet<[char; 2]>, other: &HashSet<[char; 2]>) -> u32 {
    let both = one.intersection(other).count() * 200;
    let all = one.len() + other.len();
    u32::try_from(both.checked_div(all).unwrap_or(0)).unwrap_or(0)
}

/// How alike two are, from 0 to 100. Titles weigh as much as all the rest; where one has no text, the titles tell alone.
pub fn likeness(one: &Content<'_>, other: &Content<'_>) -> u32 {
    let titles = shared(&pairs(one.title), &pairs(other.title));
    let (body, others) = (pairs(&one.body.concat()), pairs(&other.body.concat()));
    if body.is_empty() || others.is_empty() {
        return titles;
    }
    let bodies = shared(&body, &others);
    if pairs(one.title).is_empty() || pairs(other.title).is_empty() {
        return bodies;
    }
    (titles + bodies) / 2
}

/// True when merging is worth a question.
pub fn alike(one: &Content<'_>, other: &Content<'_>) -> bool {
    likeness(one, other) >= ALIKE
}

/// A title without what surrounds it: two titles are the same when this is.
pub fn bare_title(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of<'a>(title: &'a str, body: &'a str) -> Content<'a> {
        Content {
            title,
            body: [body, "", ""],
        }
    }

    #[test]
    fn the_same_matter_in_other_words_is_alike_and_another_matter_is_not() {
        let canal = of(
            "关于加强小型农田水利设施管护的建议",
            "石塘、石桥等村的灌溉渠多年失修，稻田缺水，小型农田水利设施缺少管护经费。",
        );
        let also = of(
            "关于落实小型农田水利设施管护经费的建议",
            "不少村的灌溉渠多年失修，小型农田水利设施缺少管护经费，稻田缺水。",
        );
        let bus = of(
            "关于加强农村校车管理的建议",
            "山区学生上学路远，校车少，超载多，家长担心安全。",
        );
        assert!(alike(&canal, &also), "{}", likeness(&canal, &also));
        assert!(!alike(&canal, &bus), "{}", likeness(&canal, &bus));
    }

    #[test]
    fn a_register_without_texts_is_compared_by_title() {
        let canal = of("关于加强小型农田水利设施管护的建议", "灌溉渠多年失修。");
        let registered = of("关于加强小型农田水利设施管护的建议", "");
        assert_eq!(likeness(&canal, &registered), 100);
        assert_eq!(bare_title("《关于甲的建议》 "), bare_title("关于甲的建议"));
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_both_ways_and_full_with_oneself(
            one in "[水渠路桥村校车医保]{2,40}", other in "[水渠路桥村校车医保]{0,40}", title in "[水渠路桥]{2,10}",
        ) {
            let (a, b) = (of(&title, &one), of(&one, &other));
            prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
            prop_assert_eq!(likeness(&a, &a), 100);
            prop_assert!(likeness(&a, &b) <= 100);
        }
    }
}
