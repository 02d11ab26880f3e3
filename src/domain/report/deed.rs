//! The kind of duty that a clause tells: by the words that name it, and by what was done with whom. Called by the
//! clauses.
//!
//! **Invariant:** a duty that swallows what else is done in it (a group's activity, the handling of a suggestion) comes
//! before what it holds; the title of a paper names no deed.

use crate::domain::handbook::DutyCategory;

use super::clause::Material;
use super::lexicon::Kind;

/// A word that names or hints at a kind of duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trigger {
    pub category: DutyCategory,
    pub start: usize,
    pub end: usize,
    pub strong: bool,
}

const PAPER_VERBS: [&str; 22] = [
    "提了", "提交了", "提交", "提出了", "提出", "交了", "上交", "报了", "报送", "递交", "附议了", "附议",
    "领衔", "联名", "写了", "撰写", "上报", "形成了", "递了", "提过", "又提", "提报",
];

/// 提了三条建议, 附议1件议案; but neither 听取意见建议 nor the handling of a suggestion.
pub(super) fn paper(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    // 建议已经提交了: the paper stands first.
    for done in [
        "建议已经提交", "建议已提交", "建议提交了", "建议交了", "建议交上去了", "议案已经提交", "议案已提交",
        "议案交了", "建议已经交", "建议报上去了",
    ] {
        if let Some(at) = material.text.find(done, start, end) {
            return Some(Trigger {
                category: DutyCategory::MotionsAndSuggestions,
                start: at,
                end: at + done.chars().count(),
                strong: true,
            });
        }
    }
    let (verb_at, verb) = (start..end).find_map(|at| {
        PAPER_VERBS
            .iter()
            .find(|verb| material.text.starts_with(at, verb))
            .map(|verb| (at, *verb))
    })?;
    let noun = ["建议", "议案"]
        .iter()
        .filter_map(|noun| material.text.find(noun, verb_at, end))
        .max()?;
    let between = material.text.words(verb_at + verb.chars().count(), noun);
    if between.contains("意见")
        || material.holds_any(
            start,
            end,
            &["群众提", "村民提", "居民提", "大家提", "他们提", "有人提"],
        )
    {
        return None;
    }
    Some(Trigger {
        category: DutyCategory::MotionsAndSuggestions,
        start: verb_at,
        end: noun + 2,
        strong: true,
    })
}

fn handling(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    let mine = [
        "我提的", "我那个", "我那件", "我的", "我那条", "那件", "那条", "我们提的", "建议的办理", "号建议",
        "我去年提的", "我今年提的",
    ];
    if !material.holds_any(start, end, &mine) {
        return None;
    }
    let paper = material
        .text
        .find("建议", start, end)
        .or_else(|| material.text.find("议案", start, end))?;
    let deeds = [
        "汇报", "沟通", "回了我", "当面", "介绍", "听了我", "听取我", "怎么办的", "碰头", "碰了头", "进展",
        "答复", "现场", "办理", "协商", "面商", "征求", "看了看", "会办", "推进",
    ];
    material.holds_any(start, end, &deeds).then_some(Trigger {
        category: DutyCategory::SuggestionHandling,
        start: paper,
        end: paper + 2,
        strong: true,
    })
}

fn law_check(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    let at = ["检查", "查了", "督查"]
        .iter()
        .find_map(|word| material.text.find(word, start, end))?;
    let law = material.holds_any(
        start,
        end,
        &[
            "法落实", "法执行", "法实施", "条例", "法贯彻", "法律实施", "法的执行", "法的实施", "法的落实",
            "法的贯彻", "法》",
        ],
    );
    law.then_some(Trigger {
        category: DutyCategory::LawEnforcementCheck,
        start: at,
        end: at + 2,
        strong: true,
    })
}

/// 跟县人大一起去看: an inspection, perhaps.
fn looking(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    let office = material.holds_any(
        start,
        end,
        &[
            "人大", "代表团", "代表们", "几个代表", "常委会", "喊我们", "组织我们", "安排我们", "通知我们",
            "邀请我们", "喊代表", "组织代表",
        ],
    );
    let look = ["察看", "考察", "看了", "查看", "参观", "巡查", "去看", "看看"]
        .iter()
        .find_map(|word| material.text.find(word, start, end))?;
    office.then_some(Trigger {
        category: DutyCategory::Inspection,
        start: look,
        end: look + 2,
        strong: false,
    })
}

/// Kinds that swallow whatever else is done in them come first.
pub(super) fn trigger(material: &Material, start: usize, end: usize, whole: usize) -> Option<Trigger> {
    let strong: Vec<Trigger> = material
        .hits
        .iter()
        .filter(|hit| hit.start >= start && hit.end <= end)
        .filter_map(|hit| match hit.kind {
            Kind::Strong(category) => Some(Trigger {
                category,
                start: hit.start,
                end: hit.end,
                strong: true,
            }),
            _ => None,
        })
        .collect();
    let first = |category: DutyCategory| {
        strong
            .iter()
            .find(|trigger| trigger.category == category)
            .copied()
    };
    let committee = material.holds_any(start, end, &["常委", "主任会议"]);
    paper(material, start, whole)
        .filter(|trigger| trigger.start <= end)
        .or_else(|| handling(material, start, whole))
        .or_else(|| first(DutyCategory::SuggestionHandling))
        .or_else(|| first(DutyCategory::GroupActivity))
        .or_else(|| law_check(material, start, end))
        .or_else(|| {
            if committee && !material.holds_any(start, end, &["视察", "调研", "执法检查", "培训", "组织"])
            {
                first(DutyCategory::CommitteeMeeting)
            } else {
                None
            }
        })
        .or_else(|| {
            strong
                .iter()
                .find(|trigger| {
                    let weaker = matches!(
                        trigger.category,
                        DutyCategory::Contact
                            | DutyCategory::CommitteeMeeting
                            | DutyCategory::MotionsAndSuggestions
                    );
                    let misled = committee && trigger.category == DutyCategory::CongressSession;
                    !(weaker || misled)
                })
                .copied()
        })
        .or_else(|| first(DutyCategory::CommitteeMeeting))
        .or_else(|| first(DutyCategory::Contact))
        .or_else(|| looking(material, start, end))
        .or_else(|| weak(material, start, end))
}

pub(super) fn weak(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    material
        .hits
        .iter()
        .filter(|hit| hit.start >= start && hit.end <= end)
        .find_map(|hit| match hit.kind {
            Kind::Weak(category) => Some(Trigger {
                category,
                start: hit.start,
                end: hit.end,
                strong: false,
            }),
            _ => None,
        })
}
