//! Whether reasons for 不满意 are concrete or hollow (空话): "不满意", "办得不好" and a repeat of the choice say nothing that a
//! handling unit could act on.
//!
//! Called by `Opinion::check`. The reading is generous: it takes away what says nothing (the choice, empty blame, words
//! that only join) and looks at what is left. **Invariant:** spaces, punctuation and repeats of the choice never make reasons
//! concrete.

/// Why reasons are sent back; the locale key is `feedback-hollow-` and the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hollow {
    /// Nothing is written.
    Empty,
    /// Only the choice again.
    Repeat,
    /// Blame without a fact: 办得不好, 敷衍了事.
    General,
    /// A fact may be there, but too little of it.
    TooShort,
}

impl Hollow {
    /// The word in locale keys.
    pub fn key(self) -> &'static str {
        match self {
            Hollow::Empty => "empty",
            Hollow::Repeat => "repeat",
            Hollow::General => "general",
            Hollow::TooShort => "too-short",
        }
    }
}

/// The four questions that concrete reasons answer; what is not answered is pointed out, never demanded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// ①您提了什么要求？
    Asked,
    /// ②答复是怎么说的？
    ReplySays,
    /// ③还差什么？
    Missing,
    /// ④希望怎么办？
    Wanted,
}

impl Aspect {
    /// All four, in order.
    pub const ALL: [Aspect; 4] = [Aspect::Asked, Aspect::ReplySays, Aspect::Missing, Aspect::Wanted];

    /// The word in locale keys.
    pub fn key(self) -> &'static str {
        match self {
            Aspect::Asked => "asked",
            Aspect::ReplySays => "reply-says",
            Aspect::Missing => "missing",
            Aspect::Wanted => "wanted",
        }
    }
}

/// The choice in other words; the longer ones first, so that a shorter one never leaves a piece of a longer.
const CHOICE: [&str; 17] = [
    "dissatisfied", "not satisfied", "unsatisfied", "very unhappy", "unhappy", "基本不满意", "不太满意",
    "不够满意", "不是很满意", "很不满意", "不满意", "不认可", "不同意", "有意见", "不满", "不行", "满意",
];

/// Blame that names no fact.
const GENERAL: [&str; 54] = [
    "没有实质性内容", "没有解决问题", "问题没有解决", "没有实际内容", "没有解决", "没解决问题", "问题没解决",
    "没有落实", "没有效果", "没有诚意", "没有用", "没解决", "没落实", "没效果", "没诚意", "没有办好",
    "没办好", "没用", "办得不好", "办的不好", "办理不好", "办得太差", "办得差", "做得不好", "做的不好",
    "不到位", "不具体", "不理想", "不好", "太差", "很差", "差劲", "敷衍了事", "敷衍", "应付了事", "应付",
    "糊弄", "推诿扯皮", "推诿", "扯皮", "官话套话", "套话", "空话", "官话", "答非所问", "走过场", "形式主义",
    "态度不好", "态度差", "not good enough", "not good", "very bad", "bad", "poor",
];

/// Words that only join, point or ask to be believed.
const FILLERS: [&str; 60] = [
    "没有什么", "没什么", "承办单位", "我个人", "理由", "原因", "具体", "如上", "同上", "如题", "办理",
    "答复", "回复", "结果", "情况", "建议", "意见", "单位", "工作", "内容", "觉得", "认为", "感觉", "因为",
    "所以", "就是", "非常", "特别", "总之", "希望", "改进", "重新办理", "请重办", "谢谢", "代表", "这个",
    "这次", "对此", "十分", "实在", "真的", "根本", "完全", "the reply", "reply", "handling", "because",
    "very", "with", "and", "this", "was", "the", "is", "it", "no reason", "none", "无", "暂无", "略",
];

/// Signs that say nothing by themselves.
const PARTICLES: &str = "的了吗呢吧啊呀哦嗯我你您他们对很太都也就还是有没不在和与及这那么个之其";

/// Han signs that must be left; a sign of writing without Han counts a quarter of one.
const LEFT_AT_LEAST: usize = 8;

/// Different signs that must be left, so that one pressed key is no reason.
const DIFFERENT_AT_LEAST: usize = 6;

fn bare(text: &str) -> String {
    crate::domain::case::text::narrow(text)
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect::<String>()
        .split_whitespace()
        .fold(String::new(), |mut all, word| {
            // Between Han signs a space says nothing: 不 满 意.
            let apart = all.ends_with(|c: char| c.is_ascii()) && word.starts_with(|c: char| c.is_ascii());
            if apart {
                all.push(' ');
            }
            all.push_str(word);
            all
        })
}

/// Takes words away. A space stays where each stood: what is left never grows together into another word.
fn without(text: &str, words: &[&str]) -> String {
    words
        .iter()
        .fold(text.to_owned(), |text, word| text.replace(word, " "))
}

/// How much is left, in Han signs, and how many different ones.
fn weight(text: &str) -> (usize, usize) {
    let mut seen = Vec::new();
    let mut quarters = 0;
    for sign in text
        .chars()
        .filter(|c| c.is_alphanumeric() && !PARTICLES.contains(*c))
    {
        quarters += if sign.is_ascii() { 1 } else { 4 };
        if !seen.contains(&sign) {
            seen.push(sign);
        }
    }
    (quarters / 4, seen.len())
}

/// Whether the reasons are concrete; else what is wrong with them.
pub fn check_reasons(text: &str) -> Result<(), Hollow> {
    let bare = bare(text);
    if weight(&bare).0 == 0 && bare.chars().all(|c| !c.is_alphanumeric()) {
        return Err(Hollow::Empty);
    }
    let no_choice = without(&without(&bare, &CHOICE), &FILLERS);
    if weight(&no_choice).1 == 0 && no_choice != bare {
        return Err(Hollow::Repeat);
    }
    let left = without(&without(&without(&bare, &CHOICE), &GENERAL), &FILLERS);
    let (much, different) = weight(&left);
    if much >= LEFT_AT_LEAST && different >= DIFFERENT_AT_LEAST {
        Ok(())
    } else if without(&no_choice, &GENERAL) != no_choice {
        Err(Hollow::General)
    } else {
        Err(Hollow::TooShort)
    }
}

const ASKED: [&str; 12] = [
    "建议", "要求", "我提", "我们提", "提出", "反映", "请求", "①", "希望解决", "asked", "proposed",
    "suggestion",
];
const REPLY_SAYS: [&str; 12] = [
    "答复说", "答复称", "答复中", "答复只", "答复里", "答复是", "答复", "回复", "②", "来函", "reply", "says",
];
const MISSING: [&str; 18] = [
    "没有", "未", "没", "还差", "缺", "只字不提", "不明确", "③", "遗漏", "回避", "not ", "no ", "missing",
    "without", "仍", "至今", "还是", "依然",
];
const WANTED: [&str; 14] = [
    "希望", "请", "应当", "应该", "建议尽快", "要明确", "④", "尽快", "务必", "需要", "want", "should",
    "please", "hope",
];

/// Which of the four questions the reasons seem to answer. Only for advice.
pub fn aspects_of(text: &str) -> Vec<Aspect> {
    let text = text.to_lowercase();
    let holds = |words: &[&str]| words.iter().any(|word| text.contains(word));
    [
        (Aspect::Asked, holds(&ASKED)),
        (Aspect::ReplySays, holds(&REPLY_SAYS)),
        (Aspect::Missing, holds(&MISSING)),
        (Aspect::Wanted, holds(&WANTED)),
    ]
    .into_iter()
    .filter_map(|(aspect, is_there)| is_there.then_some(aspect))
    .collect()
}
