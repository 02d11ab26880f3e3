//! The table of answers in `tests/data/answer-check.csv`, and what holds for any text.

use proptest::prelude::*;

use super::wording_table::RULES;
use super::*;

fn facts(given: &str) -> CaseFacts {
    CaseFacts {
        contacts: given
            .split('|')
            .filter(|contact| !contact.is_empty())
            .map(str::to_owned)
            .collect(),
        public_contacts: Vec::new(),
    }
}

fn shown(findings: &[Finding]) -> String {
    let shown: Vec<String> = findings
        .iter()
        .map(|found| format!("{:?}:{}", found.kind, found.phrase))
        .collect();
    shown.join("|")
}

/// Nothing is left to be found, and spans are as they should be.
fn check_findings(text: &str, facts: &CaseFacts) -> Vec<Finding> {
    let findings = check_answer(text, facts);
    let mut before = 0;
    for found in &findings {
        assert!(
            before <= found.span.start && found.span.start < found.span.end,
            "{text}: {findings:?}"
        );
        assert_eq!(
            text.get(found.span.clone()),
            Some(found.phrase.as_str()),
            "{text}: {findings:?}"
        );
        before = found.span.end;
    }
    let modest = modest_wording(text, &findings);
    let left = check_answer(&modest, facts);
    assert!(
        left.is_empty(),
        "{text:?} became {modest:?}, which still has {}",
        shown(&left)
    );
    findings
}

#[test]
fn each_answer_of_the_table_is_judged_as_written_there() {
    let mut table =
        csv::Reader::from_reader(include_bytes!("../../../tests/data/answer-check.csv").as_slice());
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in table.records() {
        let row = row.expect("a row of five cells");
        let (text, given, found, modest) = (&row[0], &row[1], &row[2], &row[3]);
        let findings = check_findings(text, &facts(given));
        let expected_modest = if modest.is_empty() { text } else { modest };
        let (got, got_modest) = (shown(&findings), modest_wording(text, &findings));
        if got != found || got_modest != expected_modest {
            wrong.push(format!(
                "{text}\n  expected {found} | {expected_modest}\n  got      {got} | {got_modest}"
            ));
        }
        rows += 1;
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows >= 80, "the table has only {rows} rows");
}

#[test]
fn a_number_of_the_office_may_be_passed_on() {
    let office = CaseFacts {
        contacts: Vec::new(),
        public_contacts: vec!["139 0000 0099".to_owned(), "Liaison@example.com".to_owned()],
    };
    assert_eq!(
        check_answer("请打13900000099，或写信到 liaison@example.com", &office),
        []
    );
    assert_eq!(check_answer("请打13900000098", &office).len(), 1);
}

#[test]
fn no_modest_wording_is_a_wording_of_the_table() {
    for rule in RULES {
        for modest in [Some(rule.modest), rule.modest_going_on].into_iter().flatten() {
            check_findings(modest, &CaseFacts::default());
            assert_eq!(check_answer(modest, &CaseFacts::default()), [], "{modest}");
        }
    }
}

#[test]
fn nothing_printed_shows_what_was_found() {
    let facts = facts("13800000001");
    let printed = format!("{facts:?} {:?}", check_answer("打13800000001", &facts));
    assert!(!printed.contains("13800000001"), "{printed}");
}

/// Texts made of the words that matter, in any order: far denser in findings than people write.
fn dense_text() -> impl Strategy<Value = String> {
    let mut words: Vec<&'static str> = vec![
        "，", "。", " ", "\n", "不", "不能", "没有", "未", "无法", "得", "书", "吗", "的", "水利局", "他们",
        "学校", "希望", "如果", "为了", "让", "路", "13800000001", "439999198001010012", "0731-84000001",
        "84000001", "a@example.com", "wx_sample01", "6222", " 0210", "138****0001", "***", "by", "not",
        "the road", "it",
    ];
    words.extend(wording_table::SMALL_WORDS);
    words.extend(wording_table::LEAD_INS);
    for rule in RULES {
        words.extend(rule.heads);
        words.extend(rule.tails);
        words.push(rule.modest);
    }
    proptest::collection::vec(
        (
            proptest::sample::select(words),
            proptest::sample::select(vec!["", "", "", " "]),
        ),
        0..14,
    )
    .prop_map(|words| {
        words
            .into_iter()
            .flat_map(|(word, space)| [word, space])
            .collect()
    })
}

proptest! {
    #[test]
    fn a_modest_wording_has_nothing_left_to_find(text in dense_text()) {
        check_findings(&text, &facts("84000001|wx_sample01|+852 2800 0001"));
    }

    #[test]
    fn any_text_can_be_checked(text in "\\PC{0,80}", given in "\\PC{0,20}") {
        check_findings(&text, &facts(&given));
    }
}
