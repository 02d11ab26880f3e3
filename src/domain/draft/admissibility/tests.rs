//! Sentences of drafts with the bar that holds them up, and those that pass; and what a motion needs.

use super::*;

/// A draft that nothing holds up, but for its own words.
fn with<'a>(situation: &'a str, proposals: &'a str) -> Draft<'a> {
    Draft {
        kind: SuggestionKind::Suggestion,
        title: "关于加强小型农田水利设施管护的建议",
        situation,
        analysis: "",
        proposals,
        names: 1,
    }
}

const FACTS: &str = "石塘村三组灌溉渠去年垮了一段，二十多户稻田缺水，走访中群众反映强烈。";
const REQUEST: &str = "建议省水利厅在年度资金中安排小型水利设施管护经费，并明确管护责任。";

fn bars(draft: &Draft<'_>) -> Vec<Bar> {
    check(draft).into_iter().map(|it| it.bar).collect()
}

#[test]
fn a_plain_suggestion_passes() {
    assert_eq!(bars(&with(FACTS, REQUEST)), []);
}

#[test]
fn every_bar_shows_the_sentence_that_offends_and_leaves_the_rest() {
    for line in include_str!("../../../../tests/data/admissibility.csv")
        .lines()
        .skip(1)
    {
        let (bar, sentence) = line.split_once(',').expect("a line has a bar and a sentence");
        let situation = format!("{FACTS}{sentence}");
        let draft = with(&situation, REQUEST);
        let advice = check(&draft);
        match bar {
            "pass" => assert_eq!(advice, [], "{sentence}"),
            bar => {
                let bar = Bar::from_tag(bar).unwrap_or_else(|| panic!("{bar} is no bar"));
                assert_eq!(
                    advice,
                    [Advice {
                        bar,
                        sentence: sentence.to_owned()
                    }],
                    "{sentence}"
                );
            }
        }
    }
}

#[test]
fn a_paper_without_a_request_is_academic() {
    let draft = with(
        "本文在文献综述的基础上构建理论框架，对乡村治理的内涵与外延作了概念界定。学界对此多有讨论，笔者认为仍有深化空间。",
        "今后可以从理论基础上继续深入探讨。",
    );
    assert_eq!(bars(&draft), [Bar::Academic]);
}

#[test]
fn what_says_nothing_is_told_so() {
    assert_eq!(bars(&with("问题很多。", "请重视。")), [Bar::NoContent]);
    assert_eq!(bars(&with(FACTS, " ")), [Bar::NoContent]);
    assert_eq!(
        bars(&with(
            "有关工作还存在不足，需要进一步改进提升。",
            "要高度重视，加强领导，提高认识，狠抓落实，营造氛围。"
        )),
        [Bar::NoContent]
    );
}

#[test]
fn one_matter_at_a_time() {
    let draft = Draft {
        title: "关于修路和关于医保的建议",
        ..with(FACTS, REQUEST)
    };
    assert_eq!(bars(&draft), [Bar::SeveralMatters]);
}

#[test]
fn a_motion_needs_its_parts_ten_names_and_the_congresss_powers() {
    let motion = Draft {
        kind: SuggestionKind::Motion,
        title: "关于修订湖南省农田水利条例的议案",
        situation: "现行条例施行十年，管护责任不清，多地渠道失修。",
        analysis: "上位法已经修改，外省已有先例，三个县的调研也说明需要修订。",
        proposals: "建议将修订条例列入立法计划，明确管护主体和经费。",
        names: 10,
    };
    assert_eq!(bars(&motion), []);
    assert_eq!(bars(&Draft { names: 9, ..motion }), [Bar::MotionNames]);
    assert_eq!(
        bars(&Draft {
            analysis: "",
            ..motion
        }),
        [Bar::MotionParts]
    );
    let road = Draft {
        title: "关于硬化石塘村到镇上公路的议案",
        proposals: "建议省交通运输厅安排资金，硬化石塘村到镇上的三公里公路。",
        ..motion
    };
    assert_eq!(bars(&road), [Bar::NotCongressPower]);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_check_panic(situation in ".{0,200}", proposals in ".{0,200}", title in ".{0,40}") {
        let draft = Draft { title: &title, ..with(&situation, &proposals) };
        let _ = check(&draft);
    }
}

fn advice(bar: Bar, sentence: &str) -> Advice {
    Advice {
        bar,
        sentence: sentence.into(),
    }
}

#[test]
fn a_choice_stays_with_its_sentence_and_changed_words_are_told_from_kept_ones() {
    let mut given = Vec::new();
    let (tender, letter) = (advice(Bar::Tender, "甲。"), advice(Bar::ForwardedLetter, "乙。"));
    brought_up(&mut given, &[tender.clone(), letter.clone()], 1);
    assert_eq!(given.len(), 2);
    given[0].choice = AdviceChoice::KeptAsIs;
    brought_up(&mut given, std::slice::from_ref(&tender), 2);
    assert_eq!(given[0].choice, AdviceChoice::KeptAsIs);
    assert_eq!(
        (given[1].choice, given[1].chosen_at),
        (AdviceChoice::Changed, Some(2))
    );
    // The sentence comes back: that is a new question, and the old answer stands beside it.
    brought_up(&mut given, &[tender, letter], 3);
    assert_eq!(given.len(), 3);
    assert_eq!(given[2].choice, AdviceChoice::Open);
    assert_eq!(given_from_json(&given_to_json(&given)), given);
    assert!(given_from_json("").is_empty() && given_from_json("of a newer release").is_empty());
}
