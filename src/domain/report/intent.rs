//! What a message is instead of a report: a thanks, a leave, a reply, a handbook, a draft, a question. Called by the
//! reading.
//!
//! **Invariants:** a report with a question in it stays a report; a leave is only ever asked for, never granted.

use crate::domain::handbook::DutyCategory;

use super::barred;
use super::clause::{Clause, Material};
use super::date::Mention;
use super::lexicon::{Kind, Words};
use super::reading::{Field, Flag, HandbookRead, Intent, LeaveRead, Reading, ReplyRead, Rule, When};
use super::record;
use super::text::is_break;

pub(super) fn instead(material: &Material, clauses: &[Clause], words: &Words) -> Option<Reading> {
    let end = material.text.chars.len();
    if is_thanks(material) {
        return Some(Reading::bare(Intent::Acknowledgement));
    }
    leave(material, clauses)
        .or_else(|| handbook(material))
        .or_else(|| reply(material, clauses, words))
        .or_else(|| {
            let draft_head = [
                "建议稿", "关于", "议案稿", "写建议", "写个建议", "写份建议", "拟建议",
            ]
            .iter()
            .any(|head| material.text.starts_with(0, head))
                && material.holds(0, end, "建议")
                && end > 8
                && !barred::told(material, clauses)
                && material.days.is_empty();
            ((barred::wants_draft(material, clauses) && !told_contact(material, clauses)) || draft_head)
                .then(|| Reading::bare(Intent::SuggestionDraft))
        })
        .or_else(|| question(material, clauses))
}

fn told_contact(material: &Material, clauses: &[Clause]) -> bool {
    let handled = clauses.iter().any(|clause| {
        clause
            .trigger
            .is_some_and(|trigger| trigger.category == DutyCategory::SuggestionHandling)
    });
    (handled || barred::told(material, clauses)) && !material.days.is_empty()
}

/// The whole message is thanks: every piece is a word of the list, or no word at all.
fn is_thanks(material: &Material) -> bool {
    let text = material.text;
    if text.chars.len() > 24 {
        return false;
    }
    let first = behind_acknowledgement(material);
    let begin = text.chars.iter().take_while(|c| is_break(**c)).count();
    // 行，就照这个来: short, and nothing in it that could be a deed.
    let agrees = first > begin
        && text.chars.len() <= 14
        && !material.hits.iter().any(|hit| {
            matches!(
                hit.kind,
                Kind::Weak(_) | Kind::Place | Kind::Person | Kind::LeaveWeak
            )
        });
    let thanks = text.chars.len() <= 12
        && (first..text.chars.len()).any(|at| {
            (at == 0 || is_break(text.chars[at - 1]))
                && ["谢谢", "感谢", "多谢", "辛苦", "点个赞", "点赞", "麻烦"]
                    .iter()
                    .any(|word| text.starts_with(at, word))
        })
        && !material.hits.iter().any(|hit| {
            matches!(
                hit.kind,
                Kind::Weak(_) | Kind::Place | Kind::Person | Kind::LeaveWeak | Kind::DraftWork
            )
        });
    let opens = agrees
        || thanks
        || material
            .hits
            .iter()
            .any(|hit| hit.kind == Kind::Thanks && (hit.start == first || hit.start == begin));
    let duty = material.hits.iter().any(|hit| {
        matches!(
            hit.kind,
            Kind::Strong(_)
                | Kind::Plan
                | Kind::Handbook
                | Kind::Question
                | Kind::Reply
                | Kind::SuggestionWant
        )
    });
    if opens
        && !duty
        && material.days.is_empty()
        && !material.holds_any(first, text.chars.len(), &["反映", "建议", "议案"])
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

/// The first piece that isn't only 好 or 嗯嗯.
fn behind_acknowledgement(material: &Material) -> usize {
    let text = material.text;
    let (mut start, mut at) = (0, 0);
    while at < text.chars.len() {
        if is_break(text.chars[at]) {
            at += 1;
            start = at;
            continue;
        }
        let longest = material
            .hits
            .iter()
            .filter(|hit| hit.kind == Kind::Ack && hit.start == at)
            .map(|hit| hit.end)
            .max();
        match longest {
            Some(end) if text.chars.get(end).is_some_and(|c| is_break(*c)) => at = end,
            _ => return start,
        }
    }
    start
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
    // 没有缺席 asks for nothing.
    let weak = material.hits_in(0, said, Kind::LeaveWeak).any(|hit| {
        !material
            .text
            .words(hit.start.saturating_sub(2), hit.start)
            .ends_with(['没', '有', '无', '未'])
    }) && (material.holds_any(
        0,
        end,
        &[
            "会", "活动", "调研", "视察", "检查", "培训", "列席", "学习", "座谈", "接待", "值班", "讲座",
        ],
    )) && !material.holds_any(0, end, &["群众", "村民", "居民", "反映"]);
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
        && barred::told(material, clauses)
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
            "交的", "送的", "寄的", "收的", "签收", "已经送", "已经寄", "已报", "寄给", "寄到", "送给",
        ],
    ) || handed_over(material);
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

/// 手册我托老乡带去市人大了: what was done with it, and 了.
fn handed_over(material: &Material) -> bool {
    let text = material.text;
    let end = text.chars.len();
    material.hits_in(0, end, Kind::HandedIn).any(|hit| {
        let begin = (0..hit.start)
            .rev()
            .find(|at| is_break(text.chars[*at]))
            .map_or(0, |at| at + 1);
        let stop = (hit.end..end.min(hit.end + 12))
            .find(|at| is_break(text.chars[*at]))
            .unwrap_or(end.min(hit.end + 12));
        // 上周五交咯: the day is over; 周五送过去 may be the next.
        let past = material.days.iter().any(|day| {
            let sure = !matches!(day.rule, Rule::Weekday | Rule::DayOfMonth | Rule::MonthAndDay);
            sure && day.start >= begin
                && day.end <= hit.start
                && day.last().is_some_and(|last| last < material.now.today)
        });
        let already = text.words(begin, hit.start).contains('已');
        (material.holds(hit.end, stop, "了") || past || already)
            && !text
                .words(hit.start.saturating_sub(2), hit.start)
                .contains(['没', '未'])
    })
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
        clause.said <= at.start
            && clause.said < clause.end
            && clause
                .trigger
                .is_some_and(|t| t.strong && t.category != DutyCategory::SuggestionHandling)
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
        ["记不", "忘", "不记", "不清", "想不", "说不", "不晓得", "不确定"]
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
        let done = material.has(clause.start, clause.end, Kind::Done);
        let dated = material
            .days
            .iter()
            .any(|day| day.start >= clause.start && day.end <= clause.end && !day.weak);
        !material.has(clause.start, clause.end, Kind::Question)
            && (done && dated || clause.trigger.is_some() && (done || dated))
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
