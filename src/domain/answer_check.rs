//! Reads a deputy's answer before it goes out to the constituent: promises, orders, claims to have handled the
//! matter, and other people's personal data; with a modest wording for each.
//!
//! Called by the flow that takes a deputy's answer. The check is advice: the deputy sees the findings and
//! decides; nothing is changed without being asked.
//!
//! Sources: a deputy may push for a solution but does not handle the problem directly (不直接处理问题), source
//! document article 3 and Deputies Law (代表法) article 31; what is passed on to others carries no personal data
//! that is not needed, Personal Information Protection Law (个人信息保护法) articles 6, 23 and 25.
//!
//! **Invariant:** spans are bytes on character boundaries, in order, without overlap; [`modest_wording`] leaves
//! nothing to be found again.

use std::fmt;
use std::ops::Range;

use super::personal_data::{
    EmailAddress, PersonalData, PersonalDataKind, Phone, find_personal_data, overlap, replace_spans,
};
use letters::Letters;

mod given_contact;
mod letters;
mod wording;
mod wording_table;

/// What the check must know about the case.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct CaseFacts {
    /// Telephone numbers, addresses and chat names that the constituent gave, as written.
    /// Repeating one is a finding, also where its form alone would not show it.
    pub contacts: Vec<String>,
    /// Numbers and addresses that are meant to be passed on, such as the telephone of the liaison office, as
    /// written. Short public numbers (110, 12345) need not be listed: they are never found.
    pub public_contacts: Vec<String>,
}

impl fmt::Debug for CaseFacts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "CaseFacts({} contacts, {} public)",
            self.contacts.len(),
            self.public_contacts.len()
        )
    }
}

/// A place in an answer that the deputy should look at again.
#[derive(Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// The words there.
    pub phrase: String,
    /// What is wrong with them.
    pub kind: FindingKind,
    /// What can stand there instead, in the language of the answer; personal data masked.
    pub modest: String,
}

impl fmt::Debug for Finding {
    /// Without the words: they may be personal data.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} -> {}", self.kind, self.span, self.modest)
    }
}

/// What an answer should not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FindingKind {
    /// A result is promised: 保证解决, 一定办好.
    Promise,
    /// A unit is ordered: 责令, 勒令.
    Order,
    /// The deputy is said to have handled the matter: 已处理, 已解决.
    ClaimOfHandling,
    /// Data of the constituent or of someone else.
    PersonalData(PersonalDataKind),
}

/// Everything in `text` that the deputy should look at again, in order.
#[must_use]
pub fn check_answer(text: &str, case_facts: &CaseFacts) -> Vec<Finding> {
    let mut findings: Vec<Finding> = personal_data(text, case_facts)
        .into_iter()
        .map(|(span, kind, masked)| Finding {
            phrase: text.get(span.clone()).unwrap_or_default().to_owned(),
            span,
            kind: FindingKind::PersonalData(kind),
            modest: masked,
        })
        .collect();
    let letters = Letters::of(text, &findings);
    findings.extend(wording::find(text, &letters));
    findings.sort_by_key(|finding| finding.span.start);
    findings
}

/// `text` with the modest wording in place of each finding. Checked again with the same facts, it has none.
#[must_use]
pub fn modest_wording(text: &str, findings: &[Finding]) -> String {
    replace_spans(
        text,
        findings
            .iter()
            .map(|finding| (finding.span.clone(), finding.modest.clone())),
    )
}

/// Other people's data: by form, and what the constituent gave.
fn personal_data(text: &str, case_facts: &CaseFacts) -> Vec<(Range<usize>, PersonalDataKind, String)> {
    let by_form = find_personal_data(text);
    let mut found: Vec<(Range<usize>, PersonalDataKind, String)> =
        given_contact::find(text, &case_facts.contacts)
            .into_iter()
            .filter_map(
                |given| match by_form.iter().find(|data| overlap(&data.span, &given)) {
                    Some(data) if is_public(data, case_facts) => None,
                    // What a mask leaves to be seen may still be all that the person gave.
                    Some(data) if !given_contact::find(&data.masked, &case_facts.contacts).is_empty() => {
                        Some((data.span.clone(), data.kind, "***".to_owned()))
                    }
                    Some(data) => Some((data.span.clone(), data.kind, data.masked.clone())),
                    None => Some((given, PersonalDataKind::OtherContact, "***".to_owned())),
                },
            )
            .collect();
    found.extend(
        by_form
            .into_iter()
            .filter(|data| !is_an_offices(data) && !is_public(data, case_facts))
            .map(|data| (data.span, data.kind, data.masked)),
    );
    found.sort_by_key(|(span, ..)| (span.start, span.end));
    found.dedup_by(|later, earlier| {
        let same = overlap(&later.0, &earlier.0);
        if same && later.0 != earlier.0 {
            earlier.0.end = earlier.0.end.max(later.0.end);
            earlier.2 = "***".to_owned();
        }
        same
    });
    found
}

/// A landline or a government address in an answer is nearly always that of an office to turn to.
fn is_an_offices(data: &PersonalData) -> bool {
    match data.kind {
        PersonalDataKind::Landline => true,
        PersonalDataKind::Email => data.expose().ends_with(".gov.cn"),
        _ => false,
    }
}

fn is_public(data: &PersonalData, case_facts: &CaseFacts) -> bool {
    case_facts.public_contacts.iter().any(|public| {
        Phone::read(public).is_some_and(|phone| phone.expose() == data.expose())
            || EmailAddress::read(public)
                .is_some_and(|address| address.expose().eq_ignore_ascii_case(data.expose()))
    })
}

#[cfg(test)]
mod tests;
