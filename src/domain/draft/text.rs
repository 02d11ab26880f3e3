//! Reading a draft out of plain text: which line is the title, where situation, analysis and proposals begin. Called for
//! documents that a deputy sends in, for long messages, and by `check-draft`.
//!
//! **Invariants:** no words are lost: what stands under no heading is the situation; the labels of our own paper are known, so
//! that a paper edited in WPS is read back as it was.

use crate::domain::draft::{DraftPart, LONGEST_TITLE};
use crate::domain::suggestion::SuggestionKind;

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DraftText {
    /// Motion or suggestion, where the words tell.
    pub kind: Option<SuggestionKind>,
    /// 关于…的建议; empty where no line looks like one.
    pub title: String,
    /// 情况
    pub situation: String,
    /// 分析
    pub analysis: String,
    /// 建议
    pub proposals: String,
    /// 建议承办单位, of the paper.
    pub units: String,
    /// At least one heading was found, so that the parts are the writer's own.
    pub is_parted: bool,
}

impl DraftText {
    /// A part's words.
    pub fn part(&self, part: DraftPart) -> &str {
        match part {
            DraftPart::Title => &self.title,
            DraftPart::Situation => &self.situation,
            DraftPart::Analysis => &self.analysis,
            DraftPart::Proposals => &self.proposals,
        }
    }

    fn part_mut(&mut self, part: DraftPart) -> &mut String {
        match part {
            DraftPart::Title => &mut self.title,
            DraftPart::Situation => &mut self.situation,
            DraftPart::Analysis => &mut self.analysis,
            DraftPart::Proposals => &mut self.proposals,
        }
    }
}

/// Where the lines go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Part(DraftPart),
    Units,
    /// A field of the paper that is no part: names, ticks, signatures.
    Aside,
}

const HEADINGS: [(&str, Place); 57] = [
    ("标题", Place::Part(DraftPart::Title)),
    ("题目", Place::Part(DraftPart::Title)),
    ("案名", Place::Part(DraftPart::Title)),
    ("title", Place::Part(DraftPart::Title)),
    ("情况", Place::Part(DraftPart::Situation)),
    ("基本情况", Place::Part(DraftPart::Situation)),
    ("情况和问题", Place::Part(DraftPart::Situation)),
    ("情况与问题", Place::Part(DraftPart::Situation)),
    ("现状", Place::Part(DraftPart::Situation)),
    ("现状和问题", Place::Part(DraftPart::Situation)),
    ("现状与问题", Place::Part(DraftPart::Situation)),
    ("背景", Place::Part(DraftPart::Situation)),
    ("案由", Place::Part(DraftPart::Situation)),
    ("situation", Place::Part(DraftPart::Situation)),
    ("分析", Place::Part(DraftPart::Analysis)),
    ("原因分析", Place::Part(DraftPart::Analysis)),
    ("问题分析", Place::Part(DraftPart::Analysis)),
    ("分析和原因", Place::Part(DraftPart::Analysis)),
    ("案据", Place::Part(DraftPart::Analysis)),
    ("analysis", Place::Part(DraftPart::Analysis)),
    ("建议", Place::Part(DraftPart::Proposals)),
    ("具体建议", Place::Part(DraftPart::Proposals)),
    ("对策建议", Place::Part(DraftPart::Proposals)),
    ("意见建议", Place::Part(DraftPart::Proposals)),
    ("意见和建议", Place::Part(DraftPart::Proposals)),
    ("对策和建议", Place::Part(DraftPart::Proposals)),
    ("对策", Place::Part(DraftPart::Proposals)),
    ("方案", Place::Part(DraftPart::Proposals)),
    ("proposals", Place::Part(DraftPart::Proposals)),
    ("建议承办单位", Place::Units),
    ("承办单位建议", Place::Units),
    ("届次会次", Place::Aside),
    ("编号", Place::Aside),
    ("领衔代表", Place::Aside),
    ("代表证号", Place::Aside),
    ("代表团", Place::Aside),
    ("单位及职务", Place::Aside),
    ("联系电话", Place::Aside),
    ("通讯地址", Place::Aside),
    ("联名代表", Place::Aside),
    ("提出时间", Place::Aside),
    ("其他说明", Place::Aside),
    ("领衔代表签名", Place::Aside),
    ("签名与日期", Place::Aside),
    ("proposedunits", Place::Units),
    ("session", Place::Aside),
    ("number", Place::Aside),
    ("leadingdeputy", Place::Aside),
    ("cardnumber", Place::Aside),
    ("delegation", Place::Aside),
    ("post", Place::Aside),
    ("telephone", Place::Aside),
    ("address", Place::Aside),
    ("co-signer", Place::Aside),
    ("raisedon", Place::Aside),
    ("ticks", Place::Aside),
    ("signature", Place::Aside),
];

/// 一、（二）1. before a heading.
fn without_number(line: &str) -> &str {
    let numbers = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（）()、．.　 \u{3000}".contains(c);
    let line = match line.split_once("部分") {
        Some((number, rest)) if number.starts_with('第') && number.chars().count() < 5 => rest,
        _ => line,
    };
    line.trim_start_matches(numbers)
}

/// The heading that a line is, and the words behind it on the same line.
fn heading(line: &str) -> Option<(Place, &str)> {
    let line = line.trim();
    // A row of a table: label and value.
    if let Some((label, value)) = line.split_once('\t')
        && let Some(place) = named(label)
    {
        return Some((place, value.trim()));
    }
    let (label, rest) = line.split_once(['：', ':']).unwrap_or((line, ""));
    named(label).map(|place| (place, rest.trim()))
}

fn named(label: &str) -> Option<Place> {
    let bare: String = without_number(label.trim())
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '【' | '】' | '《' | '》' | '#' | '*'))
        .collect();
    HEADINGS
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(&bare))
        .map(|(_, place)| *place)
}

/// A line that may be the title: 关于…, or what ends in 建议 or 议案.
fn looks_like_title(line: &str) -> bool {
    let length = line.chars().count();
    let ends = ["建议", "议案", "意见", "批评"]
        .iter()
        .any(|end| line.ends_with(end));
    (4..=LONGEST_TITLE).contains(&length)
        && !line.contains(['。', '；', '，'])
        && (line.starts_with("关于") || ends)
}

/// The heading of the paper itself, in either language.
fn is_paper_heading(line: &str) -> bool {
    line.chars().count() < 60 && (line.contains("专用纸") || line.ends_with("paper of a deputy"))
}

/// The kind that a title tells.
pub fn kind_of(title: &str) -> Option<SuggestionKind> {
    if title.trim_end_matches('》').ends_with("议案") {
        Some(SuggestionKind::Motion)
    } else if title.trim_end_matches('》').ends_with("建议") {
        Some(SuggestionKind::Suggestion)
    } else {
        None
    }
}

fn push(to: &mut String, line: &str) {
    let line = line.trim();
    if line.is_empty() {
        return;
    }
    if !to.is_empty() {
        to.push('\n');
    }
    to.push_str(line);
}

/// Reads a draft. Lines that are empty are left out.
pub fn read(text: &str) -> DraftText {
    let mut draft = DraftText::default();
    let mut place = Place::Part(DraftPart::Situation);
    let mut aside = String::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        let line = line.trim();
        if line.is_empty() || is_paper_heading(line) {
            continue;
        }
        if let Some((named, rest)) = heading(line) {
            draft.is_parted |= named != Place::Aside;
            place = named;
            put(&mut draft, &mut aside, place, rest);
            // A title is one line.
            if place == Place::Part(DraftPart::Title) && !rest.is_empty() {
                place = Place::Part(DraftPart::Situation);
            }
            continue;
        }
        if draft.title.is_empty() && draft.situation.is_empty() && looks_like_title(line) {
            draft.title = line.trim_matches(['《', '》']).to_owned();
            continue;
        }
        if place == Place::Part(DraftPart::Title) {
            put(&mut draft, &mut aside, place, line);
            place = Place::Part(DraftPart::Situation);
            continue;
        }
        put(&mut draft, &mut aside, place, line);
    }
    if !draft.is_parted {
        part_by_words(&mut draft);
    }
    draft.kind = kind_of(&draft.title);
    draft
}

fn put(draft: &mut DraftText, aside: &mut String, place: Place, line: &str) {
    match place {
        Place::Part(part) => push(draft.part_mut(part), line),
        Place::Units => push(&mut draft.units, line),
        Place::Aside => push(aside, line),
    }
}

/// Without headings the proposals begin with the first line that says so: 建议…, 为此…
fn part_by_words(draft: &mut DraftText) {
    const BEGINS: [&str; 6] = ["建议", "为此", "因此建议", "特此建议", "我建议", "对此"];
    let lines: Vec<&str> = draft.situation.lines().collect();
    let Some(at) = lines
        .iter()
        .position(|line| BEGINS.iter().any(|word| without_number(line).starts_with(word)))
    else {
        return;
    };
    let proposals = lines[at..].join("\n");
    let situation = lines[..at].join("\n");
    draft.proposals = proposals;
    draft.situation = situation;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_draft_is_read_by_its_headings() {
        let draft = read(
            "关于加强灌溉渠管护的建议\n\n一、基本情况\n石塘村的渠垮了。\n二十户缺水。\n二、原因分析：没有管护经费。\n（三）具体建议\n1. 安排经费。\n2. 明确责任。",
        );
        assert_eq!(draft.title, "关于加强灌溉渠管护的建议");
        assert_eq!(draft.kind, Some(SuggestionKind::Suggestion));
        assert_eq!(draft.situation, "石塘村的渠垮了。\n二十户缺水。");
        assert_eq!(draft.analysis, "没有管护经费。");
        assert_eq!(draft.proposals, "1. 安排经费。\n2. 明确责任。");
        assert!(draft.is_parted);
    }

    #[test]
    fn a_motion_has_its_own_words() {
        let draft = read("案名：关于制定灌溉条例的议案\n案由\n甲\n案据\n乙\n方案\n丙");
        assert_eq!(draft.kind, Some(SuggestionKind::Motion));
        assert_eq!(
            (
                &*draft.title, &*draft.situation, &*draft.analysis, &*draft.proposals
            ),
            ("关于制定灌溉条例的议案", "甲", "乙", "丙")
        );
    }

    #[test]
    fn without_headings_nothing_is_lost() {
        let draft = read("村里的路坏了，雨天进不了车。\n为此，建议县里安排养护。\n越快越好。");
        assert_eq!(draft.title, "");
        assert_eq!(draft.situation, "村里的路坏了，雨天进不了车。");
        assert_eq!(draft.proposals, "为此，建议县里安排养护。\n越快越好。");
        assert!(!draft.is_parted);
    }

    #[test]
    fn the_paper_is_read_as_rows_of_label_and_value() {
        let draft = read(
            "湖南省人民代表大会代表建议、批评和意见专用纸\n标题\t关于甲的建议\n领衔代表\t王示一\n情况和问题\t甲。\n乙。\n分析\t丙。\n具体建议\t丁。\n建议承办单位\t省水利厅\n领衔代表签名\t",
        );
        assert_eq!(draft.situation, "甲。\n乙。");
        assert_eq!(draft.units, "省水利厅");
        assert_eq!(draft.proposals, "丁。");
        assert!(!draft.proposals.contains("王示一"));
    }

    proptest! {
        #[test]
        fn parts_under_headings_come_back(parts in proptest::collection::vec("[水渠路村民甲乙丙0-9，。]{1,40}", 3)) {
            let text = format!("标题：关于水的建议\n情况\n{}\n分析\n{}\n建议\n{}", parts[0], parts[1], parts[2]);
            let draft = read(&text);
            prop_assert_eq!(&draft.situation, &parts[0]);
            prop_assert_eq!(&draft.analysis, &parts[1]);
            prop_assert_eq!(&draft.proposals, &parts[2]);
        }

        #[test]
        fn no_line_of_plain_words_is_lost(lines in proptest::collection::vec("[水渠路村民甲乙丙建议为此]{1,12}", 0..8)) {
            let draft = read(&lines.join("\n"));
            let all = [&*draft.title, &*draft.situation, &*draft.analysis, &*draft.proposals, &*draft.units].join("\n");
            for line in &lines {
                // 建议 alone is a heading.
                prop_assert!(named(line).is_some() || all.contains(line.as_str()), "{line} in {all}");
            }
        }

        #[test]
        fn any_text_is_read(text in ".{0,200}") {
            let _ = read(&text);
        }
    }
}
