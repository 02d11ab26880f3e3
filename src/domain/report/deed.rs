//! The kind of duty that a clause tells: by the words that name it, and by what was done with whom. Called by the
//! clauses.
//!
//! **Invariant:** a duty that swallows what else is done in it (a group's activity, the handling of a suggestion) comes
//! before what it holds; the title of a paper names no deed.

use crate::domain::handbook::DutyCategory;

use super::clause::Material;
use super::lexicon::{Hit, Kind};

/// A word that names or hints at a kind of duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trigger {
    pub category: DutyCategory,
    pub start: usize,
    pub end: usize,
    pub strong: bool,
}

/// What belongs to others, though the word 建议 stands there.
const PAPERS_OF_OTHERS: [&str; 10] = [
    "群众提", "村民提", "居民提", "大家提", "他们提", "有人提", "群众的建议", "大家的建议", "村民的建议",
    "居民的建议",
];

/// 提了三条建议, 附议1件议案, 把建议交给工作人员了; but neither 听取意见建议 nor the handling of a suggestion.
pub(super) fn paper(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    if material.holds_any(start, end, &PAPERS_OF_OTHERS) {
        return None;
    }
    let (from, to) = hands_over(material, start, end).or_else(|| puts_forward(material, start, end))?;
    Some(Trigger {
        category: DutyCategory::MotionsAndSuggestions,
        start: from,
        end: to,
        strong: true,
    })
}

/// 提了三条建议: the verb stands first.
fn puts_forward(material: &Material, start: usize, end: usize) -> Option<(usize, usize)> {
    const VERBS: [&str; 26] = [
        "提了", "提交了", "提交", "提出了", "提出", "交了", "上交", "报了", "报送", "递交", "附议了", "附议",
        "领衔", "联名", "写了", "撰写", "上报", "形成了", "递了", "提过", "又提", "提报", "递上", "交上",
        "牵头提", "联署",
    ];
    let text = material.text;
    // 提建议3件
    let counted = |at: usize| {
        (text.starts_with(at, "提建议") || text.starts_with(at, "提议案"))
            && text
                .chars
                .get(at + 3)
                .is_some_and(|c| c.is_ascii_digit() || super::numeral::digit(*c).is_some())
    };
    if let Some(at) = (start..end).find(|at| counted(*at)) {
        return Some((at, at + 3));
    }
    let (verb_at, verb) = (start..end).find_map(|at| {
        VERBS
            .iter()
            .find(|verb| text.starts_with(at, verb))
            .map(|verb| (at, at + verb.chars().count()))
    })?;
    // 我提出的那件建议 was put forward long ago.
    let before = ["的", "去的", "上去的"]
        .iter()
        .any(|word| text.starts_with(verb, word));
    if before
        && !matches!(
            text.words(verb_at, verb).as_str(),
            "领衔" | "联名" | "附议" | "联署"
        )
    {
        return None;
    }
    let noun = ["建议", "议案"]
        .iter()
        .filter_map(|noun| text.find(noun, verb_at, end))
        .max()?;
    (!text.words(verb, noun).contains("意见")).then_some((verb_at, noun + 2))
}

/// 把两件建议报到省人大了, 建议已经提交: the paper stands first.
fn hands_over(material: &Material, start: usize, end: usize) -> Option<(usize, usize)> {
    const VERBS: [&str; 26] = [
        "提交", "递交", "上交", "上报", "报送", "送交", "交给", "交到", "交上", "交了", "交去", "报到",
        "报给", "报上", "报了", "递上", "递到", "递给", "递了", "送到", "送上", "寄到", "寄出", "发到",
        "录入", "上传",
    ];
    let text = material.text;
    let (noun, verb) = (start..end)
        .filter(|at| text.starts_with(*at, "建议") || text.starts_with(*at, "议案"))
        .find_map(|noun| {
            let verb = (noun + 2..end.min(noun + 18))
                .find(|at| VERBS.iter().any(|verb| text.starts_with(*at, verb)))?;
            Some((noun, verb))
        })?;
    let done = material.holds_any(verb, end, &["了", "过", "上去", "完"])
        || material.holds(start, noun, "把")
        || text.words(noun, verb).contains('已');
    let not_mine = material.holds_any(verb, end, &["给我", "到我", "办理", "答复"])
        || material.holds_any(noun, verb, &["没", "未", "意见", "答复", "反馈"])
        || text.starts_with(noun.saturating_sub(2), "意见");
    // A title begins with its bracket, before the 关于 that else would open what people said.
    let title = (start..noun)
        .rev()
        .find(|at| text.chars[*at] == '《' || text.starts_with(*at, "把") || text.starts_with(*at, "将"));
    (done && !not_mine).then_some((title.unwrap_or(noun), verb + 2))
}

/// The deputy's own suggestion is being dealt with: by whoever it was given to, with the deputy there.
fn handling(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    const MINE: [&str; 22] = [
        "我提的", "我那个", "我那件", "我的", "我那条", "那件", "那条", "那份", "我们提的", "建议的办理",
        "号建议", "我去年提的", "我今年提的", "我提出的", "我提交的", "我交", "我报", "我写", "我建议里",
        "我领衔的", "我牵头提", "我上次提",
    ];
    const DEEDS: [&str; 22] = [
        "汇报", "沟通", "回了我", "当面", "介绍", "听了我", "听取我", "怎么办的", "碰头", "碰了头", "进展",
        "答复", "现场", "办理", "协商", "面商", "征求", "看了看", "会办", "推进", "会商", "落实",
    ];
    // What an office does with the deputy, though many do it.
    const MEETINGS: [&str; 20] = [
        "实地", "来见", "约我", "上门", "办我", "去看", "看了", "当场", "征询", "座谈", "对接", "登门",
        "来人", "派人", "派员", "邀我", "邀请我", "请我", "带我", "陪我",
    ];
    // Said of the deputy and nobody else: 承办我建议的市卫健委请我去看.
    const MEETS_ME: [&str; 12] = [
        "约我", "来见我", "见我", "请我", "邀我", "邀请我", "找我", "找到我", "征求我", "听我", "和我见面",
        "与我见面",
    ];
    let text = material.text;
    // 我交上去的那件建议，消防支队昨天约我去现场看了: the other half may stand in the next clause.
    let next = (end..text.chars.len().min(end + 24))
        .find(|at| matches!(text.chars[*at], '。' | '；' | '\n'))
        .unwrap_or(text.chars.len().min(end + 24));
    let mine = material.holds_any(start, end, &MINE);
    let paper = ["建议", "议案"]
        .iter()
        .find_map(|word| text.find(word, start, if mine { end } else { next }))?;
    let before = (start.saturating_sub(30)..start)
        .rev()
        .find(|at| matches!(text.chars[*at], '。' | '；' | '\n'))
        .unwrap_or(start.saturating_sub(30));
    let office = names_an_office(material, 0, next);
    let dealt = if mine {
        material.holds_any(start, end, &DEEDS)
            || office
                && (material.holds_any(before, next, &MEETINGS) || material.holds_any(start, next, &DEEDS))
    } else {
        // 见面沟通 names it outright.
        let named = material
            .between(start, end)
            .any(|hit| hit.kind == Kind::Strong(DutyCategory::SuggestionHandling));
        office && !named && material.holds_any(start, end, &MEETS_ME)
    };
    dealt.then_some(Trigger {
        category: DutyCategory::SuggestionHandling,
        start: paper,
        end: paper + 2,
        strong: true,
    })
}

fn names_an_office(material: &Material, start: usize, end: usize) -> bool {
    let people = [
        "承办", "主办单位", "办理单位", "支队", "大队", "处长", "局长", "厅长", "科长", "局里", "厅里",
        "局的", "厅的", "部门",
    ];
    material.holds_any(start, end, &people)
        || material
            .hits_in(start, end, Kind::Body)
            .any(|hit| hit.end - hit.start >= 2 || matches!(material.text.chars[hit.start], '厅' | '局'))
}

/// 参加省人大组织的代表法学习.
fn studying(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    let attended = ["参加", "听了", "看了", "收看"]
        .iter()
        .find_map(|word| material.text.find(word, start, end))?;
    let study = ["学习", "辅导", "课程"]
        .iter()
        .find_map(|word| material.text.find(word, attended, end))?;
    Some(Trigger {
        category: DutyCategory::Training,
        start: study,
        end: study + 2,
        strong: true,
    })
}

/// 给高一两个班讲了一堂宪法课: none of the ten.
fn teaching(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    let text = material.text;
    let to = (start..end).find(|at| {
        ["给", "为", "向"].iter().any(|word| text.starts_with(*at, word))
            && !["给我", "为我", "向我", "给代表", "为代表", "给他"]
                .iter()
                .any(|word| text.starts_with(*at, word))
    })?;
    let verb = (to..end.min(to + 20)).find(|at| {
        [
            "讲了", "上了", "讲一", "上一", "讲授", "授课", "讲课", "上课", "上的", "讲的",
        ]
        .iter()
        .any(|word| text.starts_with(*at, word))
    })?;
    // 课题, 课后, 课本 are no lesson.
    let lesson = (verb..end.min(verb + 14)).find(|at| {
        text.chars[*at] == '课'
            && !matches!(
                text.chars.get(at + 1),
                Some('题' | '后' | '外' | '程' | '间' | '本' | '桌' | '业')
            )
    })?;
    Some(Trigger {
        category: DutyCategory::Other,
        start: verb,
        end: lesson + 1,
        strong: true,
    })
}

/// A word in the title of a paper, or in the name of a law, tells no deed: 《志愿服务条例》, 审的献血条例.
fn is_named(material: &Material, start: usize, end: usize) -> bool {
    let text = material.text;
    text.in_title(start)
        || ["条例", "法草案", "办法", "法修", "厅", "室", "中心"]
            .iter()
            .any(|law| text.starts_with(end, law))
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
    let look = [
        "察看", "考察", "看了", "查看", "参观", "巡查", "去看", "看看", "去了趟", "去了", "跑了", "走了",
    ]
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
    let is_strong = |hit: &&Hit| matches!(hit.kind, Kind::Strong(_));
    // 联络站开放日 is longer than 开放日, and what it names is meant.
    let is_part = |hit: &Hit| {
        let mut around = material
            .between(hit.start.saturating_sub(6), hit.end)
            .filter(is_strong);
        around.any(|other| other.end == hit.end && other.start < hit.start)
    };
    let strong: Vec<Trigger> = material
        .between(start, end)
        .filter(is_strong)
        .filter(|hit| !is_part(hit) && !is_named(material, hit.start, hit.end))
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
        .or_else(|| teaching(material, start, whole))
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
        // 列席居民会 is contact with the people.
        .or_else(|| {
            first(DutyCategory::CommitteeMeeting)
                .filter(|sitting| !is_of_residents(material, sitting.end, end))
        })
        // 跟省人大跑了邵阳 is a way, and no call on people.
        .or_else(|| {
            first(DutyCategory::Contact).filter(|contact| {
                let bare = matches!(
                    material.text.words(contact.start, contact.end).as_str(),
                    "跑了" | "走了"
                );
                !bare || looking(material, start, end).is_none()
            })
        })
        .or_else(|| studying(material, start, end))
        .or_else(|| looking(material, start, end))
        .or_else(|| weak(material, start, end))
}

fn is_of_residents(material: &Material, start: usize, end: usize) -> bool {
    material.holds_any(
        start,
        end,
        &[
            "居民会", "村民会", "村民代表会", "居民代表会", "居民议事", "村民大会", "屋场会", "业主大会",
            "业主会", "议事会", "恳谈会", "户主会", "家长会", "职工代表大会", "职代会",
        ],
    )
}

pub(super) fn weak(material: &Material, start: usize, end: usize) -> Option<Trigger> {
    material.between(start, end).find_map(|hit| match hit.kind {
        Kind::Weak(category) => Some(Trigger {
            category,
            start: hit.start,
            end: hit.end,
            strong: false,
        }),
        _ => None,
    })
}
