//! Finds the wordings of `wording_table` in an answer, and judges by what stands around them whether they are meant.
//!
//! **Invariant:** what speaks against a finding is only looked for after the finding before it. So replacing
//! findings never takes away a reason for leaving another wording alone, and a second look finds nothing.

use std::collections::BTreeSet;

use super::letters::Letters;
use super::wording_table::{
    DENIED_TWICE, FIRST_PERSON, LEAD_INS, NEGATORS, NOT_MEANT, OTHERS, OTHERS_CLOSE, RULES, Rule,
    SMALL_WORDS, Speaker,
};
use super::{Finding, FindingKind};

/// 保证在三个月之内给您把这个问题彻底解决 has about this many small words.
const MOST_SMALL_WORDS: usize = 14;
/// Letters between a subject and what it says: 水利局答复说年底前已处理.
const FAR: usize = 6;
const CLOSE: usize = 2;

/// A rule that matches somewhere.
struct Match<'r> {
    rule: &'r Rule,
    start: usize,
    end: usize,
    /// Where its lead-in words begin; `start` when there are none.
    led_from: usize,
}

pub(super) fn find(text: &str, letters: &Letters) -> Vec<Finding> {
    let mut findings = Vec::new();
    // Behind the last finding, and behind the last match, meant or not.
    let (mut floor, mut free_from) = (0, 0);
    let mut at = 0;
    while at < letters.count() {
        let matches: Vec<Match> = RULES
            .iter()
            .filter_map(|rule| {
                let end = match_end(letters, rule, at)?;
                Some(Match {
                    rule,
                    start: at,
                    end,
                    led_from: lead_in(letters, at, free_from),
                })
            })
            .collect();
        let Some(longest) = matches.iter().map(|found| found.end).max() else {
            at += 1;
            continue;
        };
        let meant = matches
            .iter()
            .filter(|found| is_meant(letters, found, floor))
            .max_by_key(|found| found.end);
        // A shorter wording within a longer one that is not meant is not meant either.
        if let Some(found) =
            meant.filter(|found| found.end == longest || longest_is_for_others(&matches, longest))
        {
            findings.extend(finding(text, letters, found));
            floor = found.end;
            at = found.end;
        } else {
            at = longest;
        }
        free_from = at;
    }
    findings
}

/// True when the longest match only failed for want of a first person, which says nothing about the others.
fn longest_is_for_others(matches: &[Match], longest: usize) -> bool {
    matches
        .iter()
        .filter(|found| found.end == longest)
        .all(|found| found.rule.speaker == Speaker::Me)
}

fn finding(text: &str, letters: &Letters, found: &Match) -> Option<Finding> {
    let start = match found.rule.kind {
        FindingKind::Promise => found.led_from,
        _ => found.start,
    };
    let span = letters.bytes(start..found.end)?;
    let modest = match found.rule.modest_going_on {
        Some(going_on) if letters.is_han(found.end) => going_on,
        _ => found.rule.modest,
    };
    Some(Finding {
        phrase: text.get(span.clone())?.to_owned(),
        span,
        kind: found.rule.kind,
        modest: modest.to_owned(),
    })
}

/// Where the longest match of a rule that begins at `start` ends.
fn match_end(letters: &Letters, rule: &Rule, start: usize) -> Option<usize> {
    rule.heads
        .iter()
        .filter_map(|head| letters.match_at(start, head))
        .filter_map(|head_end| {
            if rule.tails.is_empty() {
                return Some(head_end);
            }
            after_small_words(letters, head_end)
                .into_iter()
                .flat_map(|from| {
                    rule.tails
                        .iter()
                        .filter_map(move |tail| letters.match_at(from, tail))
                })
                .max()
        })
        .max()
}

/// All places that small words lead to from `from`, itself included.
fn after_small_words(letters: &Letters, from: usize) -> BTreeSet<usize> {
    let mut reached = BTreeSet::from([from]);
    let mut newest = reached.clone();
    for _ in 0..MOST_SMALL_WORDS {
        newest = newest
            .iter()
            .flat_map(|from| {
                SMALL_WORDS
                    .iter()
                    .filter_map(|word| letters.match_at(*from, word))
            })
            .filter(|to| !reached.contains(to))
            .collect();
        if newest.is_empty() {
            break;
        }
        reached.extend(&newest);
    }
    reached
}

fn lead_in(letters: &Letters, start: usize, free_from: usize) -> usize {
    let mut from = start;
    // All lead-ins are Chinese, and none belongs to an English wording.
    if letters
        .at(start)
        .is_some_and(|letter| letter.is_ascii_alphabetic())
    {
        return start;
    }
    while let Some(earlier) = longest_before(letters, from, free_from, LEAD_INS) {
        from = earlier;
    }
    from
}

/// Where the longest of `words` that ends just before `to` begins, not before `floor`.
fn longest_before(letters: &Letters, to: usize, floor: usize, words: &[&str]) -> Option<usize> {
    words
        .iter()
        .filter_map(|word| letters.match_before(to, word))
        .filter(|from| *from >= floor)
        .min()
}

fn is_meant(letters: &Letters, found: &Match, floor: usize) -> bool {
    let rule = found.rule;
    let follows = |words: &[&str]| {
        words
            .iter()
            .any(|word| letters.match_at(found.end, word).is_some())
    };
    // 已解决的问题 speaks about a problem; the 的 at the end of a clause only adds weight.
    let speaks_about = letters.at(found.end) == Some('的') && letters.is_han(found.end + 1);
    if speaks_about
        || follows(rule.not_before)
        || longest_before(letters, found.start, floor, rule.not_after).is_some()
    {
        return false;
    }
    let denied = longest_before(letters, found.led_from, floor, NEGATORS)
        .is_some_and(|negator| longest_before(letters, negator, floor, DENIED_TWICE).is_none());
    if denied {
        return false;
    }
    let clause = clause_start(letters, found.led_from, floor);
    if (clause..found.led_from).any(|at| {
        NOT_MEANT
            .iter()
            .any(|word| ends_by(letters, at, word, found.led_from))
    }) {
        return false;
    }
    match rule.speaker {
        Speaker::InHead => true,
        Speaker::Me => {
            found
                .led_from
                .checked_sub(1)
                .is_none_or(|before| letters.is_clause_end(before))
                || longest_before(letters, found.led_from, floor, FIRST_PERSON).is_some()
        }
        Speaker::NotOthers => !is_said_of_others(letters, clause, found.led_from),
    }
}

/// The first letter of the clause that `before` belongs to, not before `floor`.
fn clause_start(letters: &Letters, before: usize, floor: usize) -> usize {
    (floor..before)
        .rev()
        .find(|at| letters.is_clause_end(*at))
        .map_or(floor, |end| end + 1)
}

fn ends_by(letters: &Letters, at: usize, word: &str, by: usize) -> bool {
    letters.match_at(at, word).is_some_and(|end| end <= by)
}

/// Looks back for the nearest subject: true for another body, false for the deputy or for none.
fn is_said_of_others(letters: &Letters, clause: usize, by: usize) -> bool {
    let subject = |words: &[&str], at: usize, reach: usize| {
        words.iter().any(|word| {
            letters.match_at(at, word).is_some_and(|end| {
                // 学校的问题: a possessor and not a subject.
                end <= by && by - end <= reach && letters.at(end) != Some('的')
            })
        })
    };
    (clause..by)
        .rev()
        .find_map(|at| {
            if FIRST_PERSON.iter().any(|word| ends_by(letters, at, word, by)) {
                Some(false)
            } else if subject(OTHERS, at, FAR) || subject(OTHERS_CLOSE, at, CLOSE) {
                Some(true)
            } else {
                None
            }
        })
        .unwrap_or(false)
}
