//! Whether a draft may be raised (Article 5): the eight bars on suggestions, the one on motions, and what either needs. Each with
//! the sentence that offends, so that the rest can stay.
//!
//! Called by the chat while a deputy drafts and by the command line. **Invariants:** it is advice and never a block: the person who
//! accepts or returns is an officer (A5.4); the same text gives the same advice; general matters of courts and of tenders pass,
//! only what is concrete is held up.

use serde::{Deserialize, Serialize};

use crate::domain::case::tagged;
use crate::domain::suggestion::SuggestionKind;

tagged! {
    /// Why a draft may not be admissible. The locale keys are `bar-`, `bar-way-` and the word.
    Bar {
        /// 内容不属于省人大及其常委会职权范围内的事项: motions only.
        NotCongressPower = "not-congress-power",
        /// 涉及解决代表本人及其亲属个人问题的
        SelfOrRelative = "self-or-relative",
        /// 涉及具体司法案件
        JudicialCase = "judicial-case",
        /// 涉及招标投标等具体经济活动
        Tender = "tender",
        /// 代转人民群众来信的
        ForwardedLetter = "forwarded-letter",
        /// 属于学术探讨
        Academic = "academic",
        /// 产品推介的
        ProductPromotion = "product-promotion",
        /// 没有实际内容的
        NoContent = "no-content",
        /// 他人送交的来历不明的材料: motions and suggestions.
        UnknownSource = "unknown-source",
        /// 一事一议: several matters in one (A5.6).
        SeveralMatters = "several-matters",
        /// A motion needs cause, grounds and plan (Deputies Law, article 15).
        MotionParts = "motion-parts",
        /// A motion needs ten names (Organic Law, article 22).
        MotionNames = "motion-names",
        /// 代转人民群众来信的: words of a linked letter stand in it.
        LetterWords = "letter-words",
        /// Names or numbers of people stand in it (Personal Information Protection Law, articles 6 and 25).
        PersonalData = "personal-data",
    }
}

/// Ten deputies jointly (Organic Law, article 22).
pub const MOTION_NAMES: usize = 10;

/// A draft, as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draft<'a> {
    /// Motion or suggestion.
    pub kind: SuggestionKind,
    /// 关于…的建议
    pub title: &'a str,
    /// 情况和问题; of a motion 案由.
    pub situation: &'a str,
    /// 分析; of a motion 案据.
    pub analysis: &'a str,
    /// 具体建议; of a motion 方案.
    pub proposals: &'a str,
    /// The leading deputy and those who confirmed.
    pub names: usize,
}

/// One thing to look at before it is handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Which bar.
    pub bar: Bar,
    /// The sentence that offends; empty where the whole is meant.
    pub sentence: String,
}

tagged! {
    /// What the deputy did with the advice (A5.4).
    AdviceChoice {
        /// Not answered yet.
        Open = "open",
        /// The words stay as they are.
        KeptAsIs = "kept",
        /// The words were changed, so that it no longer applies.
        Changed = "changed",
    }
}

/// A piece of advice that was given, with the choice: kept with the suggestion as a JSON list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviceGiven {
    /// When it was first given.
    pub at: i64,
    /// What.
    pub advice: Advice,
    /// What the deputy did with it.
    pub choice: AdviceChoice,
    /// When the deputy chose.
    #[serde(default)]
    pub chosen_at: Option<i64>,
}

/// The advice that was kept with a suggestion; what can't be read is none.
pub fn given_from_json(json: &str) -> Vec<AdviceGiven> {
    serde_json::from_str(json).unwrap_or_default()
}

/// As it is kept.
pub fn given_to_json(given: &[AdviceGiven]) -> String {
    serde_json::to_string(given).unwrap_or_default()
}

/// What was given until now, brought up to the advice of the words as they stand: what no longer applies was changed, what is
/// new is open, and a choice stays as long as its sentence does.
pub fn brought_up(given: &mut Vec<AdviceGiven>, now_given: &[Advice], at: i64) {
    for old in given.iter_mut() {
        if old.choice == AdviceChoice::Open && !now_given.contains(&old.advice) {
            old.choice = AdviceChoice::Changed;
            old.chosen_at = Some(at);
        }
    }
    for advice in now_given {
        let stands = |it: &AdviceGiven| it.advice == *advice && it.choice != AdviceChoice::Changed;
        if !given.iter().any(stands) {
            given.push(AdviceGiven {
                at,
                advice: advice.clone(),
                choice: AdviceChoice::Open,
                chosen_at: None,
            });
        }
    }
}

/// Looks at a draft. Empty: nothing to hold up.
pub fn check(draft: &Draft<'_>) -> Vec<Advice> {
    let mut advice: Vec<Advice> = Vec::new();
    let mut add = |bar: Bar, sentence: &str| {
        if !advice.iter().any(|it| it.bar == bar) {
            advice.push(Advice {
                bar,
                sentence: sentence.trim().to_owned(),
            });
        }
    };
    let parts = [draft.title, draft.situation, draft.analysis, draft.proposals];
    let whole = parts.join("\n");
    let sentences: Vec<&str> = parts.iter().flat_map(|part| sentences(part)).collect();
    for sentence in &sentences {
        if is_judicial_case(sentence) {
            add(Bar::JudicialCase, sentence);
        }
        if is_tender(sentence) {
            add(Bar::Tender, sentence);
        }
        if is_own_matter(sentence) {
            add(Bar::SelfOrRelative, sentence);
        }
        if is_forwarded(sentence) {
            add(Bar::ForwardedLetter, sentence);
        }
        if is_promotion(sentence) {
            add(Bar::ProductPromotion, sentence);
        }
        if is_of_unknown_source(sentence) {
            add(Bar::UnknownSource, sentence);
        }
    }
    if let Some(sentence) = academic(&sentences, &whole) {
        add(Bar::Academic, sentence);
    }
    if is_empty_of_content(draft) {
        add(Bar::NoContent, draft.title);
    }
    if let Some(sentence) = several(draft) {
        add(Bar::SeveralMatters, sentence);
    }
    if draft.kind == SuggestionKind::Motion {
        if !is_congress_power(&format!("{}\n{}", draft.title, draft.proposals)) {
            add(Bar::NotCongressPower, draft.title);
        }
        if [draft.situation, draft.analysis, draft.proposals]
            .iter()
            .any(|part| part.trim().is_empty())
        {
            add(Bar::MotionParts, "");
        }
        if draft.names < MOTION_NAMES {
            add(Bar::MotionNames, "");
        }
    }
    advice.sort_by_key(|it| it.bar);
    advice
}

/// The sentences of a text.
pub(in crate::domain) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['。', '！', '？', '；', '!', '?', '\n'])
        .map(str::trim)
        .filter(|sentence| !sentence.is_empty())
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn count(text: &str, words: &[&str]) -> usize {
    words.iter().filter(|word| text.contains(**word)).count()
}

/// 制度, 普遍 and the like make a matter general: how courts and tenders are run may be raised.
const GENERAL: [&str; 14] = [
    "制度", "机制", "普遍", "一些地方", "部分地区", "规范", "立法", "条例", "监管体系", "公开透明",
    "营商环境", "全省法院", "各级法院", "平台建设",
];

fn has_case_number(sentence: &str) -> bool {
    // （2025）湘0102民初123号, 湘高法民终字第88号
    let numbered = sentence.contains('号') && sentence.chars().filter(char::is_ascii_digit).count() >= 3;
    numbered
        && has(
            sentence,
            &[
                "民初", "民终", "刑初", "刑终", "行初", "行终", "执恢", "民再", "刑再", "民申", "字第",
                "执字", "仲裁字", "判决书", "裁定书", "执行裁定", "调解书", "起诉书",
            ],
        )
}

fn is_judicial_case(sentence: &str) -> bool {
    if has_case_number(sentence) {
        return true;
    }
    let concrete = has(
        sentence,
        &[
            "一案", "该案", "本案", "此案", "这个案子", "案子判", "被告人", "原告", "主审法官", "承办法官",
            "合议庭", "当事人王", "当事人李", "当事人张",
        ],
    );
    let court = has(
        sentence,
        &[
            "判", "审", "法院", "检察院", "执行", "立案", "抗诉", "羁押", "起诉", "撤诉",
        ],
    );
    let asks = has(
        sentence,
        &[
            "改判", "重审", "重新审理", "撤销判决", "依法纠正判决", "发回", "从轻", "释放", "打招呼", "过问",
        ],
    );
    court && (asks || concrete && !has(sentence, &GENERAL))
}

fn is_tender(sentence: &str) -> bool {
    let word = has(
        sentence,
        &[
            "中标", "废标", "流标", "投标", "招标", "竞标", "标段", "评标", "采购项目", "政府采购",
            "竞争性谈判",
        ],
    );
    let concrete = has(
        sentence,
        &[
            "公司", "该项目", "本项目", "标段", "重新招标", "取消中标", "中标结果", "指定", "由我", "中标价",
            "压价", "承建权", "中标人", "废标",
        ],
    );
    word && concrete && !has(sentence, &GENERAL)
}

fn is_own_matter(sentence: &str) -> bool {
    let own = has(
        sentence,
        &[
            "我家", "我爱人", "我妻子", "我丈夫", "我儿子", "我女儿", "我父亲", "我母亲", "我弟弟", "我哥哥",
            "我妹妹", "我姐姐", "我侄", "我外甥", "我岳", "我亲戚", "我亲属", "本人亲属", "本人的工作",
            "本人名下", "我名下", "我公司", "我的公司", "我们公司", "我厂", "我的厂", "我企业", "我的企业",
            "本公司", "我的宅基地", "我的房", "我的土地", "我的职称", "本人职称", "我自己的", "本人的待遇",
        ],
    );
    let gain = has(
        sentence,
        &[
            "解决", "安排", "调动", "编制", "工作", "补偿", "贷款", "用地", "工程", "宅基地", "入学", "上学",
            "职称", "待遇", "拆迁", "批", "减免", "退税", "低保", "扶持", "资金", "支持", "办理", "返还",
            "项目",
        ],
    );
    own && gain
}

fn is_forwarded(sentence: &str) -> bool {
    has(
        sentence,
        &[
            "来信如下", "信件如下", "原信", "来信附后", "附来信", "附群众来信", "代为转交", "代转",
            "转交群众来信", "现将来信", "将群众来信", "把来信", "现转去", "转呈", "信访材料", "来信人",
            "尊敬的代表", "敬爱的代表", "尊敬的人大代表", "此致", "请代表为我", "代表您好", "群众联名信",
            "联名信如下",
        ],
    )
}

fn is_promotion(sentence: &str) -> bool {
    let price = has(
        sentence,
        &[
            "元/台", "元一台", "元/套", "每台", "售价", "优惠价", "厂家直供", "出厂价", "元/吨", "元/公斤",
        ],
    );
    let praise = has(
        sentence,
        &[
            "品牌", "牌产品", "专利产品", "独家", "国内领先", "国际领先", "性价比", "本产品", "该产品",
            "我产品", "系列产品", "新产品", "产品质量", "热销",
        ],
    );
    let wish = has(
        sentence,
        &[
            "采购", "购买", "推广使用", "推广应用", "统一配备", "优先使用", "统一使用", "订购", "列入目录",
            "大力推广",
        ],
    );
    wish && (price || praise)
}

fn is_of_unknown_source(sentence: &str) -> bool {
    has(
        sentence,
        &[
            "匿名材料", "匿名信", "匿名举报", "来历不明", "来源不明", "不知是谁", "不知道是谁", "有人塞给",
            "有人交给我", "有人给我一份", "有人转来", "别人给的材料", "他人送来", "未署名的材料", "没有署名",
            "网上流传的材料", "门缝里",
        ],
    )
}

fn academic<'a>(sentences: &[&'a str], whole: &str) -> Option<&'a str> {
    const WORDS: [&str; 18] = [
        "本文", "摘要", "关键词", "参考文献", "文献综述", "理论框架", "实证", "假设检验", "学界", "笔者",
        "范式", "模型构建", "研究表明", "概念界定", "内涵与外延", "理论基础", "回归分析", "学术",
    ];
    let asks = has(
        whole,
        &[
            "建议省", "建议由", "请省", "请求", "尽快", "安排资金", "出台", "修订", "落实", "督促",
            "建议有关",
        ],
    );
    let needed = if asks { 4 } else { 2 };
    if count(whole, &WORDS) < needed {
        return None;
    }
    sentences.iter().find(|sentence| has(sentence, &WORDS)).copied()
}

fn is_empty_of_content(draft: &Draft<'_>) -> bool {
    let body: String = [draft.situation, draft.analysis, draft.proposals]
        .concat()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let length = body.chars().count();
    if length < 20 || draft.proposals.trim().is_empty() {
        return true;
    }
    // Words that fit every paper say nothing of this one.
    const HOLLOW: [&str; 12] = [
        "高度重视", "加强领导", "提高认识", "统一思想", "狠抓落实", "加大力度", "常抓不懈", "齐抓共管",
        "强化措施", "营造氛围", "真抓实干", "引起重视",
    ];
    let has_fact = body
        .chars()
        .any(|c| c.is_ascii_digit() || "二三四五六七八九十百千万亿".contains(c))
        || has(
            &body,
            &[
                "村", "县", "镇", "路", "校", "院", "河", "厂", "站", "条例", "办法",
            ],
        );
    length < 120 && count(&body, &HOLLOW) >= 2 && !has_fact
}

/// More than one matter: the title joins them, or the proposals begin anew about something else.
fn several<'a>(draft: &Draft<'a>) -> Option<&'a str> {
    let title = draft.title;
    let joined = has(
        title,
        &[
            "等若干", "等几个问题", "的几点建议", "若干建议", "两个问题", "三个问题", "几个问题",
        ],
    );
    let twice = title.matches("关于").count() > 1;
    if joined || twice {
        return Some(title);
    }
    sentences(draft.proposals).find(|sentence| {
        has(
            sentence,
            &[
                "另外一件事", "另一件事", "还有一个问题是", "再提一件", "此外还有一事",
            ],
        )
    })
}

/// What the congress and its standing committee decide: laws, plan, budget, supervision, appointments (Organic Law, chapter 2).
fn is_congress_power(text: &str) -> bool {
    has(
        text,
        &[
            "条例", "立法", "制定", "修改", "修订", "废止", "法规", "决议", "决定", "预算", "决算", "计划",
            "规划纲要", "监督", "执法检查", "专题询问", "质询", "特定问题调查", "罢免", "任免", "听取",
            "审议", "工作报告",
        ],
    )
}

#[cfg(test)]
mod tests;
