//! What is counted in a message: people, visits, households, firms, groups, papers. Called by the reading.
//!
//! **Invariants**: 12户 are households, 5家企业 are firms, 4批 are groups, and none of them is a number
//! of people; 15人次 are taken as people; a number of things (两个村, 三条意见) is none of these.

use super::date::Mention;
use super::lexicon::{Hit, Kind};
use super::numeral;
use super::reading::{Count, Rule};
use super::text::{Text, is_break};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    People,
    Households,
    Firms,
    Groups,
    /// 建议, 议案, counted by 条, 件, 个.
    Papers,
    Other,
}

/// Something counted, with its place in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Quantity {
    pub start: usize,
    pub end: usize,
    pub count: Count,
    pub unit: Unit,
    pub rule: Rule,
    /// 一共, 到了: this number and no other.
    pub total: bool,
    /// Says who: 12个村民, not only 12个.
    pub named: bool,
    /// Not who was met: in brackets a part of a number said before; 才1个人, 缺3个人 what is missing.
    pub aside: bool,
}

pub(super) fn quantities(text: &Text, hits: &[Hit], days: &[Mention]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut depth = 0_usize;
    while at < text.chars.len() {
        match text.chars[at] {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(day) = days.iter().find(|day| day.start <= at && at < day.end) {
            at = day.end;
            continue;
        }
        match one(text, hits, at) {
            Some(mut quantity) => {
                quantity.aside |= depth > 0;
                at = quantity.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    take_back(text, &mut found);
    found
}

/// 走了12户，哦写错，13户: the first was never meant.
fn take_back(text: &Text, found: &mut Vec<Quantity>) {
    let mut at = 1;
    while at < found.len() {
        let (before, after) = (found[at - 1], found[at]);
        if before.unit == after.unit && text.takes_back(before.end, after.start) {
            found[at].named |= before.named;
            found[at].total |= before.total;
            found.remove(at - 1);
        } else {
            at += 1;
        }
    }
}

fn one(text: &Text, hits: &[Hit], at: usize) -> Option<Quantity> {
    if let Some(quantity) = single(text, hits, at) {
        return Some(quantity);
    }
    if let Some(quantity) = uncounted(text, hits, at) {
        return Some(quantity);
    }
    let before = at.checked_sub(1).and_then(|at| text.chars.get(at)).copied();
    if before.is_some_and(|c| {
        c.is_ascii_digit()
            || matches!(c, '第' | '十' | '百' | '.' | '届')
            || (matches!(c, '同' | '统' | '唯' | '专') && text.chars[at] == '一')
            || (numeral::digit(c).is_some() && c != '零')
    }) {
        return None;
    }
    let number = numeral::read(&text.chars[at..])?;
    let after = at + number.length;
    let mut quantity = Quantity {
        start: at,
        end: after,
        count: number.count,
        unit: Unit::Other,
        rule: Rule::Counted,
        total: preceded(
            text,
            at,
            &[
                "共", "总计", "合计", "累计", "总共", "到了", "来了", "一起", "参加", "到会的有", "到会",
                "有", "座谈", "走访",
            ],
        ),
        aside: hits.iter().any(|hit| hit.kind == Kind::Aside && hit.end == at),
        named: true,
    };
    let next = text.chars.get(after).copied()?;
    let second = text.chars.get(after + 1).copied();
    match next {
        '人' => {
            if second.is_some_and(|c| {
                matches!(
                    c,
                    '大' | '均' | '民' | '社' | '行' | '代' | '力' | '工' | '才' | '称' | '员'
                )
            }) {
                return None;
            }
            quantity.unit = Unit::People;
            quantity.end = after + 1 + usize::from(second == Some('次'));
        }
        '口' | '号' if second == Some('人') => {
            quantity.unit = Unit::People;
            quantity.end = after + 2;
        }
        // 三十来号农民工, but 23号村民来访 is a day.
        '号' if quantity.count.approx && begins_person(hits, after + 1) => {
            quantity.unit = Unit::People;
            quantity.end = after + 1;
        }
        '名' | '位' => {
            if second.is_some_and(|c| matches!(c, '于' | '置' | '额' | '字' | '单' | '次')) {
                return None;
            }
            quantity.unit = Unit::People;
            quantity.end = after + 1;
        }
        '户' if !matches!(second, Some('口' | '籍' | '型' | '外')) => {
            quantity.unit = Unit::Households;
            quantity.end = after + 1;
            // 二十多户稻田缺水: whose fields, not whom the deputy called on.
            quantity.named = !matches!(second, Some('稻' | '田' | '没' | '缺' | '用' | '停'));
        }
        '家' => {
            quantity.end = after + 1;
            quantity.unit = of_house(text, hits, after + 1, at);
        }
        '批' | '拨'
            if !matches!(second, Some('评' | '复' | '准' | '次' | '打')) || (second == Some('次')) =>
        {
            quantity.unit = Unit::Groups;
            quantity.end = after + 1 + usize::from(second == Some('次'));
        }
        '起' if text.starts_with(after + 1, "来访")
            || text.starts_with(after + 1, "群众")
            || text.starts_with(after + 1, "信访") =>
        {
            quantity.unit = Unit::Groups;
            quantity.end = after + 1;
        }
        '条' | '件' | '份' | '项' => {
            let near = text
                .find("建议", after, (after + 8).min(text.chars.len()))
                .is_some()
                || text
                    .find("议案", after, (after + 8).min(text.chars.len()))
                    .is_some()
                || text.find("建议", at.saturating_sub(5), at).is_some()
                || text.find("议案", at.saturating_sub(5), at).is_some();
            quantity.unit = if near { Unit::Papers } else { Unit::Other };
            quantity.end = after + 1;
        }
        '个' => {
            let head = head(text, hits, after + 1);
            quantity.unit = head.unit;
            quantity.named = head.named;
            // 接到一个开超市的妇女的电话: it was a person who called.
            if preceded(text, at, &["接到", "接了", "接听"])
                && text
                    .find("电话", after, phrase_end(text, hits, after + 1) + 2)
                    .is_some()
            {
                quantity.unit = Unit::People;
            }
            // 群众来电9个: each is somebody who called.
            if !head.named && preceded(text, at, &["来电", "电话", "热线"]) {
                quantity.unit = Unit::People;
                quantity.named = true;
            }
            // 书包60个: what stands before it was counted.
            let behind_person =
                quantity.named || hits.iter().any(|hit| hit.kind == Kind::Person && hit.end == at);
            let han = before.is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            if !head.named
                && han
                && !behind_person
                && !before.is_some_and(|c| "了有共到约计近来是我们过和跟着听见问话访".contains(c))
            {
                quantity.unit = Unit::Other;
            }
            // 一个是噪音, 5个是留守的: a part, or no person at all.
            if !head.named && second == Some('是') {
                return None;
            }
            quantity.end = after + 1;
        }
        _ => {
            // 俩老人, 仨学生
            let pair = matches!(text.chars[at], '俩' | '仨') || number.length == 1 && text.chars[at] == '两';
            if pair
                && head(text, hits, after).unit == Unit::People
                && !is_break(next)
                && head(text, hits, after).named
            {
                quantity.unit = Unit::People;
            } else {
                return None;
            }
        }
    }
    // 一个人都没来
    if quantity.count == Count::exact(1)
        && [
            "没见", "没碰", "没来", "没遇", "没在", "都没", "也没", "都不", "也不", "都未", "都冇", "也冇",
        ]
        .iter()
        .any(|word| text.starts_with(quantity.end, word) || text.starts_with(quantity.end + 1, word))
    {
        return None;
    }
    quantity.aside |= is_companion(text, hits, &quantity);
    if let Some(length) = numeral::tail(&text.chars[quantity.end..]) {
        quantity.count.approx = true;
        quantity.end += length;
    }
    Some(quantity)
}

fn begins_person(hits: &[Hit], at: usize) -> bool {
    hits.iter().any(|hit| hit.kind == Kind::Person && hit.start == at)
}

/// 和两名镇干部一起走访: who came along, and nobody the deputy called on.
fn is_companion(text: &Text, hits: &[Hit], quantity: &Quantity) -> bool {
    const OFFICIALS: [&str; 12] = [
        "干部", "工作人员", "代表", "同事", "书记", "支书", "主任", "委员", "局长", "处长", "科长", "同志",
    ];
    const ALONG: [&str; 7] = ["一起", "一道", "一块", "一同", "一行", "陪同", "去走"];
    let with = preceded(
        text,
        quantity.start,
        &["和", "同", "跟", "与", "带", "带着", "带了", "陪"],
    );
    let end = phrase_end(text, hits, quantity.end);
    let official = OFFICIALS
        .iter()
        .filter_map(|word| {
            text.find(word, quantity.end, end)
                .map(|at| at + word.chars().count())
        })
        .max();
    with && official.is_some_and(|to| ALONG.iter().any(|word| text.starts_with(to, word)))
}

fn preceded(text: &Text, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| {
        let length = word.chars().count();
        at >= length && text.starts_with(at - length, word)
    })
}

/// 家: firms, or families, by what stands around it.
fn of_house(text: &Text, hits: &[Hit], after: usize, at: usize) -> Unit {
    if [
        "农户", "户", "住户", "人", "困难", "贫困", "低保", "脱贫", "村民", "群众", "居民",
    ]
    .iter()
    .any(|word| text.starts_with(after, word))
    {
        return Unit::Households;
    }
    if ["里", "中", "属", "长", "庭", "门", "乡"]
        .iter()
        .any(|word| text.starts_with(after, word))
    {
        return Unit::Other;
    }
    let ahead = phrase_end(text, hits, after);
    let behind = at.saturating_sub(8);
    // 周边的住户有八家
    let household = hits.iter().any(|hit| {
        hit.kind == Kind::Household && hit.end - hit.start > 1 && hit.end <= at && hit.end + 2 >= at
    });
    if household || preceded(text, at, &["入户", "入户了", "家访了", "家访"]) {
        return Unit::Households;
    }
    let firm = hits.iter().any(|hit| {
        hit.kind == Kind::Firm
            && (hit.start >= after && hit.end <= ahead || hit.start >= behind && hit.end <= at)
    });
    if firm { Unit::Firms } else { Unit::Other }
}

struct Head {
    unit: Unit,
    named: bool,
}

/// What a noun of people or things is.
const NOUNS: [Kind; 4] = [Kind::Person, Kind::Thing, Kind::Firm, Kind::Household];

/// The end of a noun phrase: a break, a number, or a word that begins what they did.
fn phrase_end(text: &Text, hits: &[Hit], from: usize) -> usize {
    const STOPS: [&str; 54] = [
        "他们", "她们", "打电话", "打来", "来了", "来到", "来反", "来问", "来找", "来讲", "讲", "说", "谈",
        "问", "反映", "提", "在", "到", "去", "跟", "都", "就", "也", "把", "围", "有", "是", "参加", "座谈",
        "聊", "对", "向", "要求", "抱怨", "想", "没", "给", "拉", "扯", "唠", "摆谈", "一起", "一块", "一道",
        "一同", "吃饭", "喝茶", "嫌", "愁", "盼", "诉", "求", "陪", "告诉",
    ];
    // 两个问题 begins with no 问.
    let noun = hits
        .iter()
        .filter(|hit| hit.start == from && NOUNS.contains(&hit.kind))
        .map(|hit| hit.end)
        .max()
        .unwrap_or(from);
    (noun..text.chars.len().min(from + 12))
        .find(|at| {
            let c = text.chars[*at];
            is_break(c)
                || matches!(c, '(' | ')')
                || c.is_ascii_digit()
                || STOPS.iter().any(|stop| text.starts_with(*at, stop))
        })
        .unwrap_or(text.chars.len().min(from + 12))
}

/// The noun at the end of those that stand together from the first word on: 老乡 in 老乡赏月, 负责人 in 企业负责人.
fn head_noun(text: &Text, hits: &[Hit], from: usize, end: usize) -> Option<Hit> {
    let inside = || {
        hits.iter()
            .filter(|hit| hit.start >= from && hit.end <= end && NOUNS.contains(&hit.kind))
    };
    let Some(mut head) = inside().filter(|hit| hit.start == from).max_by_key(|hit| hit.end) else {
        return inside().max_by_key(|hit| (hit.end, hit.end - hit.start)).copied();
    };
    // 两个村的村民: two villages.
    if head.kind != Kind::Person && text.starts_with(head.end, "的") {
        return Some(*head);
    }
    while let Some(next) = inside()
        .filter(|hit| hit.start <= head.end && hit.end > head.end)
        .max_by_key(|hit| (hit.end, hit.end - hit.start))
    {
        head = next;
    }
    Some(*head)
}

fn head(text: &Text, hits: &[Hit], from: usize) -> Head {
    let end = phrase_end(text, hits, from);
    if end == from {
        return Head {
            unit: Unit::People,
            named: false,
        };
    }
    let head = head_noun(text, hits, from, end);
    let unit = match head.map(|hit| hit.kind) {
        // 6个学生家
        Some(Kind::Person)
            if head
                .is_some_and(|hit| text.starts_with(hit.end, "家") && !text.starts_with(hit.end, "家长")) =>
        {
            Unit::Households
        }
        Some(Kind::Person) => Unit::People,
        Some(Kind::Firm) => Unit::Firms,
        Some(Kind::Household) => Unit::Households,
        Some(_) => {
            let papers =
                head.is_some_and(|hit| matches!(text.words(hit.start, hit.end).as_str(), "建议" | "议案"));
            if papers { Unit::Papers } else { Unit::Other }
        }
        None if text.starts_with(from, "批次") => Unit::Groups,
        None => {
            let last = text.chars[end - 1];
            if "农民工师生员者友妇娃老亲商客嫂伯婆爹叔姐哥妹弟头爷奶".contains(last)
            {
                Unit::People
            } else {
                Unit::Other
            }
        }
    };
    Head { unit, named: true }
}

/// 碰到个老师, 有位种葡萄的大户, 接到个电话: one.
fn single(text: &Text, hits: &[Hit], at: usize) -> Option<Quantity> {
    const VERBS: [&str; 24] = [
        "碰到", "遇到", "碰见", "遇见", "碰上", "遇上", "接到", "接了", "接听", "来了", "见到", "找到",
        "问了", "陪", "跟", "听", "和", "有", "被", "见了", "访了", "到", "是", "了",
    ];
    // 单位, 座位, 到位 end with the same sign, and no verb stands before them.
    if !matches!(text.chars[at], '个' | '位') || !preceded(text, at, &VERBS) || text.starts_with(at, "位于")
    {
        return None;
    }
    let end = phrase_end(text, hits, at + 1);
    let call = text.find("电话", at + 1, end).is_some();
    let named = head(text, hits, at + 1);
    // 位 is said of persons alone: 有位种葡萄的大户.
    let person = named.named && (named.unit == Unit::People || text.chars[at] == '位');
    (call || person).then(|| Quantity {
        start: at,
        end: if call { (at + 3).min(end) } else { end },
        count: Count::exact(1),
        unit: Unit::People,
        rule: Rule::OnePerson,
        total: false,
        named: true,
        aside: false,
    })
}

/// 大家, 不少群众, 一些村民, 许多人.
fn uncounted(text: &Text, hits: &[Hit], at: usize) -> Option<Quantity> {
    const MANY: [&str; 13] = [
        "一些", "不少", "很多", "许多", "好多", "好些", "众多", "部分", "有些", "一群", "一帮", "那些",
        "这些",
    ];
    let all = ["大家伙", "大家", "大伙"]
        .iter()
        .find(|word| text.starts_with(at, word));
    let end = if let Some(word) = all {
        at + word.chars().count()
    } else {
        let word = MANY.iter().find(|word| text.starts_with(at, word))?;
        let from = at + word.chars().count();
        let who = hits
            .iter()
            .filter(|hit| hit.kind == Kind::Person && hit.start == from)
            .max_by_key(|hit| hit.end)?;
        who.end
    };
    Some(Quantity {
        start: at,
        end,
        count: Count::UNCOUNTED,
        unit: Unit::People,
        rule: Rule::Uncounted,
        total: false,
        named: true,
        aside: false,
    })
}
