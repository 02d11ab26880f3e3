//! What a message is instead of a report: a thanks, a plan, a leave, a reply, a handbook, a draft, a question, or
//! something that must be refused. Called by the reading.
//!
//! **Invariants:** what must be refused is looked for first; a report with a question in it stays a report; a leave
//! is only ever asked for, never granted.

use super::clause::{Clause, Material};
use super::date::Mention;
use super::lexicon::{Kind, Words};
use super::reading::{Field, Flag, HandbookRead, Intent, LeaveRead, Reading, ReplyRead, Rule, When};
use super::record;
use super::text::is_break;

/// Secrets (A2.3), favours (Article 9), drafts that Article 5 bars.
pub(super) fn refused(material: &Material, clauses: &[Clause]) -> Option<Reading> {
    let end = material.text.chars.len();
    let deed = told(material, clauses);
    let secret = material.hits_in(0, end, Kind::Secret).any(|hit| {
        !material
            .hits
            .iter()
            .any(|other| other.kind == Kind::SecretNot && other.start <= hit.start && other.end >= hit.end)
    });
    if secret && !(deed && material.has(0, end, Kind::SecretNot)) {
        return Some(refusal(Intent::Refused, Flag::Secret));
    }
    let judicial = material.has(0, end, Kind::Judicial);
    let tender = material.has(0, end, Kind::Tender);
    let enforcement = material.has(0, end, Kind::Enforcement);
    let business = material.has(0, end, Kind::Business);
    let own = material.has(0, end, Kind::Own);
    let draft = wants_draft(material, clauses);
    if draft
        && material.holds_any(
            0,
            end,
            &[
                "重审", "再审", "改判", "判得不公", "判决不公", "这个案子", "有个案子", "案子",
            ],
        )
        && judicial
    {
        return Some(refusal(Intent::SuggestionDraft, Flag::JudicialCaseDraft));
    }
    let favour = material.has(0, end, Kind::Favour);
    let asks = material.has(0, end, Kind::FavourAsk);
    let reported = deed
        && !material.holds_any(
            0,
            end,
            &["帮我", "替我", "请帮", "打个招呼", "打招呼", "代我", "求情"],
        );
    if reported || !(asks && (favour || own)) {
        return None;
    }
    if judicial && (favour || own) {
        return Some(refusal(Intent::Refused, Flag::JudicialFavour));
    }
    if tender && (favour || own) {
        return Some(refusal(Intent::Refused, Flag::TenderFavour));
    }
    if enforcement && (favour || own) {
        return Some(refusal(Intent::Refused, Flag::EnforcementFavour));
    }
    if business && (favour || own) {
        return Some(refusal(Intent::Refused, Flag::DisguisedBusiness));
    }
    (favour
        && material.holds_any(
            0,
            end,
            &[
                "打招呼", "打个招呼", "打声招呼", "说情", "求情", "通融", "关照", "以人大代表", "以代表",
                "疏通", "递个话", "捞",
            ],
        ))
    .then(|| refusal(Intent::Refused, Flag::Favour))
}

fn refusal(intent: Intent, why: Flag) -> Reading {
    let mut reading = Reading::bare(intent);
    reading.flag(why);
    reading.flag(Flag::Refuse);
    reading
}

/// A deed with a day that is over, or with 了.
fn told(material: &Material, clauses: &[Clause]) -> bool {
    clauses.iter().any(|clause| {
        !clause.plan
            && clause.trigger.is_some_and(|trigger| trigger.strong)
            && (material.has(clause.start, clause.end, Kind::Done)
                || material.days.iter().any(|day| {
                    day.start >= clause.start
                        && day.end <= clause.end
                        && day.last().is_some_and(|last| last <= material.now.today)
                }))
    })
}

fn wants_draft(material: &Material, clauses: &[Clause]) -> bool {
    let end = material.text.chars.len();
    let noun = material.holds_any(0, end, &["建议", "议案"]);
    let want = material.has(0, end, Kind::SuggestionWant);
    let handed = clauses.iter().any(|clause| {
        super::deed::paper(material, clause.start, clause.end).is_some()
            && material.holds_any(clause.start, clause.end, &["了", "过"])
            && !material.has(clause.start, clause.end, Kind::SuggestionWant)
    });
    noun && want && !handed
}

pub(super) fn instead(material: &Material, clauses: &[Clause], words: &Words) -> Option<Reading> {
    let end = material.text.chars.len();
    if is_thanks(material) {
        return Some(Reading::bare(Intent::Acknowledgement));
    }
    leave(material, clauses)
        .or_else(|| handbook(material))
        .or_else(|| reply(material, clauses, words))
        .or_else(|| {
            let draft_head = ["建议稿", "关于", "议案稿"]
                .iter()
                .any(|head| material.text.starts_with(0, head))
                && material.holds(0, end, "建议")
                && !told(material, clauses)
                && material.days.is_empty();
            ((wants_draft(material, clauses) && !told_contact(material, clauses)) || draft_head)
                .then(|| Reading::bare(Intent::SuggestionDraft))
        })
        .or_else(|| question(material, clauses))
}

fn told_contact(material: &Material, clauses: &[Clause]) -> bool {
    told(material, clauses) && !material.days.is_empty()
}

/// The whole message is thanks: every piece is a word of the list, or no word at all.
fn is_thanks(material: &Material) -> bool {
    let text = material.text;
    if text.chars.len() > 24 {
        return false;
    }
    let opens = ["谢谢", "感谢", "好的", "辛苦", "知道了", "明白", "晓得"]
        .iter()
        .any(|word| text.starts_with(0, word));
    let duty = material.hits.iter().any(|hit| {
        matches!(
            hit.kind,
            Kind::Strong(_) | Kind::Plan | Kind::Handbook | Kind::Question
        )
    });
    if opens
        && text.chars.len() <= 16
        && !duty
        && material.days.is_empty()
        && !text.chars.iter().any(char::is_ascii_digit)
    {
        return true;
    }
    let mut at = 0;
    let mut any = false;
    while at < text.chars.len() {
        let c = text.chars[at];
        let longest = material
            .hits
            .iter()
            .filter(|hit| hit.kind == Kind::Ack && hit.start == at)
            .map(|hit| hit.end)
            .max();
        if let Some(end) = longest {
            any = true;
            at = end;
        } else if is_break(c) || (!c.is_alphanumeric() && !c.is_ascii_digit()) {
            any |= !c.is_ascii() && !is_break(c);
            at += 1;
        } else {
            return false;
        }
    }
    // 你好 and 在吗 are greetings.
    let word = text.words(0, text.chars.len());
    any && ![
        "你好", "您好", "早上好", "晚安", "的", "我", "我的", "了", "老师", "领导",
    ]
    .contains(&word.trim_matches(is_break))
}

fn next_or_day(material: &Material, mention: &Mention) -> Field<When> {
    let value = match (mention.next, &mention.when) {
        (Some(next), When::Day(_)) => When::Day(next),
        (_, when) => when.clone(),
    };
    Field {
        value,
        span: material.text.span(mention.start, mention.end),
        rule: mention.rule,
    }
}

fn past(material: &Material, mention: &Mention) -> Field<When> {
    Field {
        value: mention.when.clone(),
        span: material.text.span(mention.start, mention.end),
        rule: mention.rule,
    }
}

fn leave(material: &Material, clauses: &[Clause]) -> Option<Reading> {
    let end = material.text.chars.len();
    let said = clauses
        .iter()
        .find(|clause| clause.said < clause.end && clause.trigger.is_some_and(|t| t.strong))
        .map_or(end, |clause| clause.said);
    let strong = material.has(0, said, Kind::LeaveStrong);
    let weak = material.has(0, said, Kind::LeaveWeak)
        && (material.holds_any(
            0,
            end,
            &["会", "活动", "调研", "视察", "检查", "培训", "列席", "学习"],
        ))
        && !material.holds_any(0, end, &["群众", "村民", "居民", "反映"]);
    if !(strong || weak)
        || (material.holds_any(
            0,
            end,
            &[
                "请假流程", "怎么请假", "如何请假", "请假找谁", "跟谁请假", "没请假", "没有请假", "未请假",
                "没请过假", "不用请假",
            ],
        ))
    {
        return None;
    }
    if strong
        && told(material, clauses)
        && material.holds_any(0, end, &["请了假", "请假了的", "有人请假", "请假2人", "请假的"])
    {
        return None;
    }
    let mut reading = Reading::bare(Intent::LeaveRequest);
    reading.flag(Flag::NeedsLiaisonDecision);
    let activity = clauses
        .iter()
        .find_map(|clause| clause.trigger.filter(|trigger| trigger.strong))
        .map(|trigger| Field {
            value: trigger.category,
            span: material.text.span(trigger.start, trigger.end),
            rule: Rule::WordList,
        });
    let reason = clauses
        .iter()
        .find(|clause| {
            !material.has(clause.start, clause.end, Kind::LeaveStrong)
                && !material.has(clause.start, clause.end, Kind::LeaveWeak)
                && !clause.trigger.is_some_and(|trigger| trigger.strong)
                && !material.days.iter().any(|day| {
                    day.start >= clause.start && day.end + 3 >= clause.end && day.end <= clause.end
                })
                && clause.end - clause.start >= 3
        })
        .map(|clause| Field {
            value: material.text.words(clause.start, clause.end),
            span: material.text.span(clause.start, clause.end),
            rule: Rule::Remainder,
        });
    if material.holds_any(
        0,
        end,
        &[
            "路演", "签合同", "谈生意", "谈业务", "上市", "公司要", "客户", "订单",
        ],
    ) {
        reading.flag(Flag::PrivateBusinessReason);
    }
    reading.leave = Some(LeaveRead {
        activity,
        when: material
            .days
            .iter()
            .find(|day| !day.weak)
            .or(material.days.first())
            .map(|day| next_or_day(material, day)),
        reason,
    });
    Some(reading)
}

fn handbook(material: &Material) -> Option<Reading> {
    let end = material.text.chars.len();
    let book = material.hits_in(0, end, Kind::Handbook).next()?;
    if material.has(0, end, Kind::Question)
        && !material.holds_any(
            0,
            end,
            &["交了", "已经交", "已交", "寄了", "寄出", "送去了", "交上去了"],
        )
    {
        return None;
    }
    let handed = material
        .hits_in(0, end, Kind::HandedIn)
        .any(|hit| hit.start + 14 >= book.start);
    if !handed {
        return None;
    }
    let ahead = material.days.iter().any(|day| day.is_ahead(material.now));
    let planned = ahead
        || material.has(0, end, Kind::Plan)
        || material.holds_any(
            0,
            end,
            &[
                "还没交", "没交", "未交", "晚点交", "再交", "要交", "会交", "过两天", "下周", "来不及",
            ],
        );
    let done = material.holds_any(
        0,
        end,
        &[
            "交了", "已交", "已经交", "交给", "交到", "交上", "寄了", "寄出", "已寄", "送到", "送去", "送了",
            "送交", "提交了", "上交了", "报送", "已送", "递交", "报了", "带到", "已上交", "已提交", "快递",
            "已经送", "已经寄", "已报", "寄给", "寄到", "送给",
        ],
    );
    let mut reading = Reading::bare(if planned || !done {
        Intent::HandbookPlanned
    } else {
        Intent::HandbookSubmitted
    });
    let day = material.days.iter().find(|day| !day.weak || planned);
    reading.handbook = Some(HandbookRead {
        when: day.map(|day| {
            if planned {
                next_or_day(material, day)
            } else {
                past(material, day)
            }
        }),
    });
    Some(reading)
}

fn reply(material: &Material, clauses: &[Clause], words: &Words) -> Option<Reading> {
    let end = material.text.chars.len();
    let at = material.hits_in(0, end, Kind::Reply).next()?;
    let arrived = material.has(0, end, Kind::ReplyArrived);
    let mine = material.holds_any(
        0,
        end,
        &[
            "建议", "议案", "答复函", "复函", "书面", "答复件", "答复意见", "回函", "厅", "局", "委", "政府",
            "平台", "正式",
        ],
    );
    let met = material.holds_any(
        0,
        end,
        &[
            "见面", "当面回", "面商", "沟通会", "座谈", "打电话来", "答复了两", "群里", "走访", "接待",
        ],
    );
    let said = clauses.iter().any(|clause| {
        clause.said <= at.start && clause.said < clause.end && clause.trigger.is_some_and(|t| t.strong)
    });
    let not_yet = material.holds_any(
        0,
        end,
        &[
            "还没收到", "没收到", "还没答复", "没答复", "没有答复", "尚未", "什么时候答复", "没见到答复",
            "没有收到",
        ],
    );
    if !(arrived && mine) || met || said || not_yet {
        return None;
    }
    let mut reading = Reading::bare(Intent::ReplyReceived);
    reading.flag(Flag::ReplyReceived);
    let channel = material.hits_in(0, end, Kind::Channel).next().map(|hit| Field {
        value: words.label(*hit).to_owned(),
        span: material.text.span(hit.start, hit.end),
        rule: Rule::WordList,
    });
    let number = (0..end).find(|at| {
        material.text.chars[*at] == '第' && material.text.chars.get(at + 1).is_some_and(char::is_ascii_digit)
    });
    let suggestion_no = number.and_then(|at| {
        let to = (at + 1..end).find(|to| !material.text.chars[*to].is_ascii_digit())?;
        Some(Field {
            value: material.text.words(at + 1, to),
            span: material.text.span(at + 1, to),
            rule: Rule::Counted,
        })
    });
    if suggestion_no.is_none() {
        reading.ask(super::reading::Ask::SuggestionNo);
    }
    let day = material
        .days
        .iter()
        .find(|day| !day.weak)
        .or(material.days.first());
    if day.is_none() {
        reading.ask(super::reading::Ask::Date);
    }
    reading.reply = Some(ReplyRead {
        received: day.map(|day| past(material, day)),
        channel,
        handling_unit: record::unit(material, 0, end),
        suggestion_no,
    });
    Some(reading)
}

/// A question without a day, a number or a deed that is over.
fn question(material: &Material, clauses: &[Clause]) -> Option<Reading> {
    let end = material.text.chars.len();
    // 哪天记不清 asks nothing.
    let forgotten = |at: usize| {
        ["记不", "忘", "不记", "不清"]
            .iter()
            .any(|word| material.text.starts_with(at, word))
    };
    let asked = material.text.chars.contains(&'？')
        || material
            .hits_in(0, end, Kind::Question)
            .any(|hit| !forgotten(hit.end));
    if !asked {
        return None;
    }
    let told = clauses.iter().any(|clause| {
        clause.trigger.is_some()
            && !material.has(clause.start, clause.end, Kind::Question)
            && (material.has(clause.start, clause.end, Kind::Done)
                || material
                    .days
                    .iter()
                    .any(|day| day.start >= clause.start && day.end <= clause.end && !day.weak))
    });
    let said = clauses
        .iter()
        .any(|clause| clause.said < clause.end && clause.trigger.is_some() && !material.days.is_empty());
    if told || said {
        return None;
    }
    let mut reading = Reading::bare(Intent::Question);
    reading.flag(Flag::Question);
    Some(reading)
}
