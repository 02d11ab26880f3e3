//! The wordings that a deputy's answer should not hold, and the modest ones: data only, read by `wording`.
//!
//! To add one: a head, or a head with tails that may follow it after small words ([`SMALL_WORDS`]); and rows in
//! `tests/data/answer-check.csv`. Everything is half-width and in small letters; an English wording has a space
//! in it, because one word alone can stand in an address.
//!
//! **Invariant:** no modest wording begins, ends or goes on as a wording of this table; a test looks.

use super::FindingKind;
use FindingKind::{ClaimOfHandling, Order, Promise};
use Speaker::{InHead, Me, NotOthers};

/// One wording to look out for.
pub(super) struct Rule {
    pub kind: FindingKind,
    pub speaker: Speaker,
    pub heads: &'static [&'static str],
    /// One of these must follow, at once or after small words; none asked for when empty.
    pub tails: &'static [&'static str],
    /// Directly before it, these make it something else.
    pub not_after: &'static [&'static str],
    /// Directly after it, these make it something else.
    pub not_before: &'static [&'static str],
    pub modest: &'static str,
    /// Stands in for `modest` where the clause goes on in Chinese.
    pub modest_going_on: Option<&'static str>,
}

/// Whose words count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Speaker {
    /// The head itself says "I".
    InHead,
    /// The clause begins with it, or "I" stands before it: else it is about someone else, or a noun.
    Me,
    /// Anything, unless a body that may decide says it: 水利局已处理 is a fact that the deputy passes on.
    NotOthers,
}

/// What ends a promise.
const RESULTS: &[&str] = &[
    "解决", "解决好", "解决掉", "解决到位", "解决完", "处理", "处理好", "处理掉", "处理到位", "办好", "办成",
    "办妥", "办到", "搞定", "摆平", "修好", "修通", "修复", "落实", "落实好", "落实到位", "做到位", "批下来",
    "有结果", "有着落", "有说法", "让您满意", "让你满意", "让大家满意", "包您满意", "给您一个说法",
    "给你一个说法", "给大家一个说法",
];
const DONE: &[&str] = &[
    "处理", "处理好", "处理完", "处理完毕", "处理掉", "处理到位", "解决", "解决好", "解决掉", "解决完",
    "解决到位", "办结", "办妥", "办好", "办成", "搞定", "摆平", "处置", "处置完毕",
];
/// A question, or a thing that can't be done.
const ASKED: &[&str] = &[
    "不了", "不好", "不到", "吗", "了吗", "没有", "了没", "与否", "什么", "哪",
];

const ENGLISH_DOING: &[&str] = &[
    "solve", "fix", "resolve", "handle", "settle", "sort out", "take care of", "deal with",
];
const ENGLISH_DONE: &[&str] = &[
    "solved", "fixed", "resolved", "handled", "settled", "sorted out", "taken care of", "dealt with",
];

pub(super) const RULES: &[Rule] = &[
    Rule {
        kind: Promise,
        speaker: NotOthers,
        heads: &["保证", "承诺", "担保", "确保", "保准", "包准"],
        tails: RESULTS,
        not_after: &["为", "为了", "以"],
        not_before: ASKED,
        modest: "会向有关单位反映",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: Me,
        heads: &["保证", "承诺", "担保", "确保"],
        not_before: &["书", "金", "人", "期", "制", "安全", "自身", "不了"],
        modest: "会向有关单位反映",
        modest_going_on: Some("会向有关单位反映，争取"),
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: InHead,
        heads: &["我", "我们", "咱们", "本人"],
        tails: RESULTS,
        not_after: &["让", "要", "叫", "求", "帮", "替", "给", "由"],
        not_before: ASKED,
        modest: "我会向有关单位反映",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: NotOthers,
        heads: &[
            "一定", "肯定", "必定", "必将", "绝对", "铁定", "百分之百", "百分百", "100%", "说什么也",
        ],
        tails: RESULTS,
        not_before: ASKED,
        modest: "会继续关注和反映",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: NotOthers,
        heads: &[
            "包在我身上", "打包票", "包解决", "包您满意", "包你满意", "说到做到", "负责到底", "绝不食言",
            "决不食言", "不会让您失望",
        ],
        modest: "会继续关注和反映",
        ..BLANK
    },
    Rule {
        kind: Order,
        speaker: NotOthers,
        heads: &["责令", "勒令", "责成"],
        not_before: &["整改通知", "改正通知", "限期整改通知", "限期改正通知", "决定书"],
        modest: "建议",
        ..BLANK
    },
    Rule {
        kind: Order,
        speaker: Me,
        heads: &["要求", "命令", "下令", "指示", "限令", "强令"],
        not_before: &["您", "你", "大家", "是", "很", "牌", "灯"],
        modest: "建议",
        ..BLANK
    },
    Rule {
        kind: Order,
        speaker: Me,
        heads: &["批示"],
        modest: "反映",
        ..BLANK
    },
    Rule {
        kind: ClaimOfHandling,
        speaker: NotOthers,
        heads: &["已", "已经"],
        tails: DONE,
        not_before: ASKED,
        modest: "已反映",
        ..BLANK
    },
    Rule {
        kind: ClaimOfHandling,
        speaker: NotOthers,
        heads: &[
            "处理完毕", "处理完了", "处理好了", "解决完了", "解决好了", "办结了", "搞定了", "摆平了",
        ],
        not_before: ASKED,
        modest: "已反映",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: InHead,
        heads: &[
            "i guarantee", "i guarantee you", "i can guarantee", "i promise", "i promise you",
            "i can promise", "i swear", "i assure you", "i can assure you", "i give you my word",
            "we guarantee", "we promise", "i will make sure", "i'll make sure", "i will ensure",
            "i'll ensure", "we will make sure", "we'll make sure", "we will ensure",
        ],
        modest: "I hope",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: InHead,
        heads: &[
            "i will", "i'll", "we will", "we'll", "i am going to", "i'm going to", "i shall",
        ],
        tails: ENGLISH_DOING,
        modest: "I will raise",
        ..BLANK
    },
    Rule {
        kind: Promise,
        speaker: NotOthers,
        heads: &[
            "will definitely be", "will certainly be", "will surely be", "will be", "is guaranteed to be",
            "is sure to be",
        ],
        tails: ENGLISH_DONE,
        not_before: &["by"],
        modest: "will be raised",
        ..BLANK
    },
    Rule {
        kind: Order,
        speaker: InHead,
        heads: &[
            "i have ordered", "i've ordered", "i ordered", "i have instructed", "i've instructed",
            "i instructed",
        ],
        modest: "I have asked",
        ..BLANK
    },
    Rule {
        kind: Order,
        speaker: InHead,
        heads: &[
            "i will order", "i'll order", "i order", "i will instruct", "i'll instruct", "i am ordering",
        ],
        modest: "I will ask",
        ..BLANK
    },
    Rule {
        kind: ClaimOfHandling,
        speaker: InHead,
        heads: &["i have", "i've", "we have", "we've"],
        tails: ENGLISH_DONE,
        modest: "I have raised",
        ..BLANK
    },
    Rule {
        kind: ClaimOfHandling,
        speaker: NotOthers,
        heads: &["has been", "has already been"],
        tails: ENGLISH_DONE,
        not_before: &["by"],
        modest: "has been raised",
        ..BLANK
    },
    Rule {
        kind: ClaimOfHandling,
        speaker: NotOthers,
        heads: &["have been", "have already been"],
        tails: ENGLISH_DONE,
        not_before: &["by"],
        modest: "have been raised",
        ..BLANK
    },
];

const BLANK: Rule = Rule {
    kind: Promise,
    speaker: NotOthers,
    heads: &[],
    tails: &[],
    not_after: &[],
    not_before: &[],
    modest: "",
    modest_going_on: None,
};

/// What may stand between a head and its tail: to whom, when, how, which matter.
pub(super) const SMALL_WORDS: &[&str] = &[
    "会", "要", "能", "能够", "可以", "给", "帮", "替", "为", "把", "来", "去", "将", "您", "你", "我", "们",
    "您的", "你的", "大家", "大家的", "乡亲", "乡亲们的", "村民", "群众", "村民的", "群众的", "尽快", "马上",
    "立即", "立刻", "及时", "很快", "尽早", "彻底", "全部", "都", "妥善", "圆满", "顺利", "好好", "亲自",
    "直接", "按时", "如期", "设法", "想办法", "一定", "肯定", "绝对", "保证", "负责", "这个", "那个", "这件",
    "那件", "这些", "这", "此", "该", "问题", "事情", "事", "困难", "诉求", "在", "今", "明", "年", "底",
    "月", "日", "前", "内", "个", "天", "周", "之", "以", "一", "二", "三", "四", "五", "六", "七", "八",
    "九", "十", "两", "几", "半", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "definitely",
    "certainly", "surely", "personally", "quickly", "immediately", "soon", "already", "now", "also",
];

/// Belong to the wording when they stand before it; in front of a promise they go with it.
pub(super) const LEAD_INS: &[&str] = &[
    "会", "能", "能够", "可以", "敢", "敢于", "就", "也", "一定", "肯定", "绝对", "完全", "在此", "郑重",
    "现", "现在", "直接", "去", "来", "已", "已经", "将", "再次", "明确", "马上", "立即", "百分之百",
    "百分百", "向您", "向你", "向大家", "向乡亲们", "向群众", "给您", "给你", "跟您", "跟你", "对您", "对你",
    "对大家",
];

/// Directly before it: it is denied, or asked.
pub(super) const NEGATORS: &[&str] = &[
    "不", "没", "没有", "未", "未能", "从未", "无法", "没法", "没办法", "没有办法", "难以", "很难", "无权",
    "无力", "没权", "没有权力", "没有权限", "没资格", "能否", "是否", "可否", "不是", "并非", "谁", "怎么",
    "怎", "岂", "哪", "怎样",
];

/// Before a negator: denied twice is said.
pub(super) const DENIED_TWICE: &[&str] = &["不得", "不能", "不会", "不可", "不敢"];

/// Earlier in the clause: it is a wish, a condition, a question, hearsay.
pub(super) const NOT_MEANT: &[&str] = &[
    "如果", "要是", "假如", "倘若", "若是", "一旦", "是否", "能否", "可否", "有没有", "希望", "期待", "期盼",
    "盼望", "建议", "争取", "请问", "请求", "请告诉", "请确认", "请核实", "恳请", "听说", "据说", "为了",
    "才能", "以便", "便于", "谁", "if", "whether", "unless", "hope", "not", "never", "cannot",
];

/// Those who may decide, or who said it: as the nearest before a wording they are its subject.
pub(super) const OTHERS: &[&str] = &[
    "局", "厅", "政府", "部门", "单位", "委员会", "村委会", "居委会", "村委", "办事处", "街道办", "公司",
    "企业", "法院", "检察院", "派出所", "公安", "城管", "交警", "省里", "市里", "县里", "区里", "镇里",
    "乡里", "村里", "村支两委", "书记", "镇长", "乡长", "县长", "主任", "施工方", "对方", "他们", "他",
    "she", "he", "they", "bureau", "government",
];
/// Also places; so they are the subject only when they stand close.
pub(super) const OTHERS_CLOSE: &[&str] = &["学校", "医院", "社区", "物业", "厂", "站", "委"];

pub(super) const FIRST_PERSON: &[&str] = &["我", "我们", "咱们", "本人", "代表", "i", "we"];
