//! What must be refused: secrets, favours, drafts about a court's case; and what asks for a draft at all, which is told
//! apart from a favour. Called by the reading first of all.
//!
//! **Invariant:** a duty that is over is no favour, whatever words it was about; what a refused message said stays out
//! of the reading.

use super::clause::{Clause, Material};
use super::lexicon::Kind;
use super::reading::{Flag, Intent, Reading};

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
    // 执法检查 is a duty.
    let enforcement = material.hits_in(0, end, Kind::Enforcement).any(|hit| {
        !material.hits.iter().any(|other| {
            matches!(other.kind, Kind::Strong(_)) && other.start <= hit.start && other.end >= hit.end
        })
    });
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
    // 先跟你们打声招呼 asks nobody for anything.
    let favour = material.hits_in(0, end, Kind::Favour).any(|hit| {
        !material
            .hits
            .iter()
            .any(|other| other.kind == Kind::FavourNot && other.start <= hit.start && other.end >= hit.end)
    });
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
    if draft && !favour {
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
    if draft {
        // What Article 5 bars in it is told when the draft is looked at.
        return None;
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
pub(super) fn told(material: &Material, clauses: &[Clause]) -> bool {
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

pub(super) fn wants_draft(material: &Material, clauses: &[Clause]) -> bool {
    let end = material.text.chars.len();
    let noun = material.holds_any(0, end, &["建议", "议案"]);
    let want = material.has(0, end, Kind::SuggestionWant) || asks_for_a_draft(material);
    let handed = clauses.iter().any(|clause| {
        super::deed::paper(material, clause.start, clause.end).is_some()
            && material.holds_any(clause.start, clause.end, &["了", "过"])
            && !material.has(clause.start, clause.end, Kind::SuggestionWant)
            && !asks_for_a_draft(material)
    });
    noun && want && !handed
}

/// 帮我捋个提纲, 替我写个建议, 想搞个建议: somebody is asked, or wishes, and behind it what is to be done with the paper.
fn asks_for_a_draft(material: &Material) -> bool {
    let end = material.text.chars.len();
    material.hits_in(0, end, Kind::DraftAsk).any(|ask| {
        material
            .hits_in(ask.end, end.min(ask.end + 16), Kind::DraftWork)
            .any(|work| {
                !material.text.starts_with(work.end, "了") && !material.text.starts_with(work.end, "过")
            })
            || (ask.end..end.min(ask.end + 16)).any(|at| makes_a_paper(material, at))
    })
}

/// 写个…建议, 提交一份…议案: a verb, one, and what it is to be.
fn makes_a_paper(material: &Material, at: usize) -> bool {
    let chars = &material.text.chars;
    let one = at + 1 + usize::from(chars.get(at + 1) == Some(&'一'));
    matches!(
        chars[at],
        '写' | '拟' | '搞' | '弄' | '做' | '提' | '列' | '整' | '交' | '草' | '成'
    ) && matches!(chars.get(one), Some('个' | '份' | '条' | '件' | '篇'))
        && material.holds_any(one, chars.len().min(one + 16), &["建议", "议案"])
}
