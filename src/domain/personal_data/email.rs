//! E-mail addresses in free text, called by `find_personal_data`, and their form, called by `EmailAddress`.
//!
//! ASCII addresses only: mail with other characters does not get through the gateways in use.

use super::{Chars, PersonalData, PersonalDataKind};

/// RFC 5321, 4.5.3.1: at most 64 bytes before the @, 254 in all.
const LONGEST_LOCAL: usize = 64;
const LONGEST: usize = 254;

pub(super) fn find(chars: &Chars) -> Vec<PersonalData> {
    let mut found: Vec<PersonalData> = Vec::new();
    let mut free_from = 0;
    for at in (0..chars.count()).filter(|at| chars.at(*at) == Some('@')) {
        let mut start = at;
        while start > free_from && chars.before(start).is_some_and(is_local) {
            start -= 1;
        }
        // An address that begins with a dot is the end of a sentence before it.
        while chars.at(start) == Some('.') {
            start += 1;
        }
        let mut end = at + 1;
        while chars.at(end).is_some_and(is_domain) {
            end += 1;
        }
        while end > at + 1 && matches!(chars.before(end), Some('.' | '-')) {
            end -= 1;
        }
        let plain: String = (start..end).filter_map(|index| chars.at(index)).collect();
        // A star before it: the address was masked, and this is the part that may be seen.
        if chars.before(start) == Some('*') {
            free_from = end;
            continue;
        }
        if !is_address(&plain) {
            continue;
        }
        free_from = end;
        found.push(PersonalData {
            kind: PersonalDataKind::Email,
            span: chars.bytes(start..end),
            masked: mask(&plain),
            plain: plain.to_ascii_lowercase(),
        });
    }
    found
}

/// `w***@example.com`
pub(super) fn mask(address: &str) -> String {
    let (local, domain) = address.split_once('@').unwrap_or((address, ""));
    let first: String = local.chars().take(1).collect();
    format!("{first}***@{domain}")
}

/// True for something@name.tld in half-width ASCII.
pub(super) fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let top_is_word = labels
        .last()
        .is_some_and(|top| top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic()));
    text.len() <= LONGEST
        && (1..=LONGEST_LOCAL).contains(&local.len())
        && local.chars().all(is_local)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && labels.len() >= 2
        && top_is_word
        && labels.iter().all(|label| is_label(label))
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= 63
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn is_local(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-')
}

fn is_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}
