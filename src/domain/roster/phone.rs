//! A deputy's telephone number. Personal: encrypted at rest by `store`, never logged, never shown to constituents.

use std::fmt;

use serde::Serialize;

use super::cell::compact;

/// A mobile number of eleven digits, or a landline with its area code and perhaps an extension, as `0731-84412345-801`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Phone(String);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneKind {
    Mobile,
    /// Can't be reached by SMS.
    Landline,
}

impl Phone {
    /// Reads one number as people write it, with or without +86, blanks and dashes. `None` if it isn't one number.
    pub fn read(text: &str) -> Option<Self> {
        let text = compact(text);
        let text = ["+86", "0086"]
            .iter()
            .find_map(|code| text.strip_prefix(code))
            .unwrap_or(&text);
        let text = text.trim_start_matches('-');
        let digits: String = text.chars().filter(|c| !matches!(c, '-' | '(' | ')')).collect();
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return None;
        }
        let national = match digits.strip_prefix("86") {
            Some(rest) if is_mobile(rest) => rest,
            _ => digits.as_str(),
        };
        if is_mobile(national) {
            return Some(Self(national.to_owned()));
        }
        landline(text).map(Self)
    }

    /// Digits, with `-` only inside a landline number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn kind(&self) -> PhoneKind {
        if is_mobile(&self.0) {
            PhoneKind::Mobile
        } else {
            PhoneKind::Landline
        }
    }
}

fn is_mobile(digits: &str) -> bool {
    let mut digits_in_order = digits.bytes();
    digits.len() == 11
        && digits_in_order.next() == Some(b'1')
        && matches!(digits_in_order.next(), Some(b'3'..=b'9'))
        && digits_in_order.all(|b| b.is_ascii_digit())
}

/// Area codes have three digits in the largest cities (010, 02x) and four elsewhere; Hunan's are 0730 to 0746.
fn landline(text: &str) -> Option<String> {
    let text = text.replace('(', "").replace(')', "-");
    let mut parts = text.splitn(2, '-');
    let (area, rest) = match (parts.next()?, parts.next()) {
        (joined, None) => joined.split_at_checked(area_digits(joined))?,
        (area, Some(rest)) => (area, rest.trim_start_matches('-')),
    };
    let (number, extension) = match rest.split_once('-') {
        Some((number, extension)) => (number, Some(extension)),
        None => (rest, None),
    };
    let is_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let is_landline = area.starts_with('0')
        && area.len() == area_digits(area)
        && matches!(number.len(), 7 | 8)
        && !number.starts_with(['0', '1'])
        && is_digits(area)
        && is_digits(number)
        && extension.is_none_or(|extension| matches!(extension.len(), 1..=6) && is_digits(extension));
    is_landline.then(|| match extension {
        Some(extension) => format!("{area}-{number}-{extension}"),
        None => format!("{area}-{number}"),
    })
}

fn area_digits(text: &str) -> usize {
    if text.starts_with("01") || text.starts_with("02") {
        3
    } else {
        4
    }
}

/// Numbers stay out of logs and panics.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_the_same_however_it_is_typed() {
        for typed in [
            "13900000001",
            "139 0000 0001",
            "１３９０００００００１",
            "139-0000-0001",
            "+86 139 0000 0001",
            "+86-13900000001",
            "8613900000001",
            "008613900000001",
        ] {
            let phone = Phone::read(typed).unwrap_or_else(|| panic!("{typed} is a number"));
            assert_eq!(phone.as_str(), "13900000001", "{typed}");
            assert_eq!(phone.kind(), PhoneKind::Mobile);
        }
        for typed in [
            "0731-84412345", "073184412345", "（0731）84412345", "0731--84412345",
        ] {
            let phone = Phone::read(typed).expect("a landline");
            assert_eq!(phone.as_str(), "0731-84412345", "{typed}");
            assert_eq!(phone.kind(), PhoneKind::Landline);
        }
        assert_eq!(
            Phone::read("0731-84412345-801").expect("a phone").as_str(),
            "0731-84412345-801"
        );
        assert_eq!(
            Phone::read("01062345678").expect("a phone").as_str(),
            "010-62345678"
        );
    }

    #[test]
    fn what_is_not_one_number_is_not_taken() {
        for typed in [
            "",
            "1390000000",
            "139000000011",
            "12900000001",
            "13900000001/13900000002",
            "见名单",
            "1.39E+10",
            "84412345",
            "()",
            "-",
            "0731-",
            "0",
        ] {
            assert_eq!(Phone::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_number_never_shows_in_a_log() {
        assert_eq!(format!("{:?}", Phone::read("13900000001")), "Some(Phone(…))");
    }
}
