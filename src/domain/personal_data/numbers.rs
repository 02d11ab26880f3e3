//! Telephone, identity and card numbers in free text, called by `find_personal_data`; their forms, called by `Phone`.
//!
//! Digits are read as groups joined by single separators, because people write `138 0000 0001`. A number is a
//! run of whole groups in one of the shapes in which that kind is written: so dates, amounts and case numbers
//! that stand beside each other are not joined to something they are not.

use chrono::NaiveDate;

use super::{Chars, PersonalData, PersonalDataKind, is_invisible};

/// How a mobile number is grouped when written down.
const MOBILE_SHAPES: &[&[usize]] = &[
    &[11],
    &[3, 4, 4],
    &[3, 8],
    &[7, 4],
    &[4, 4, 3],
    &[4, 3, 4],
    &[3, 3, 5],
    &[5, 6],
    &[6, 5],
    &[1; 11],
];
/// How an identity number is grouped: region, birth, order. Other groupings need a right check digit.
const IDENTITY_SHAPES: &[&[usize]] = &[&[18], &[6, 8, 4], &[6, 4, 4, 4], &[6, 4, 2, 2, 4]];
/// The part of a landline number after the area code.
const LOCAL_SHAPES: &[&[usize]] = &[&[7], &[8], &[3, 4], &[4, 4]];
/// A card of 19 digits written one by one is the longest run of groups.
const MOST_GROUPS: usize = 20;

/// Digits that stand together.
struct Group {
    digits: String,
    start: usize,
    end: usize,
    /// Only separators stand between the group before and this one.
    joined: bool,
    /// The group before ends with an area code's closing bracket: （0731）84000001.
    after_bracket: bool,
}

pub(super) fn find(chars: &Chars) -> Vec<PersonalData> {
    let groups = groups(chars);
    let mut found = Vec::new();
    let mut first = 0;
    while first < groups.len() {
        let mut longest = 1;
        while longest < MOST_GROUPS && groups.get(first + longest).is_some_and(|group| group.joined) {
            longest += 1;
        }
        let number = (1..=longest)
            .rev()
            .find_map(|count| read(chars, groups.get(first..first + count)?).map(|number| (count, number)));
        match number {
            Some((count, number)) => {
                found.push(number);
                first += count;
            }
            None => first += 1,
        }
    }
    found
}

/// A space, a dash, a dot in the middle, or a sign that takes no room.
pub(super) fn is_separator(c: char) -> bool {
    c.is_whitespace() && c != '\n'
        || matches!(
            c,
            '-' | '.' | '_' | '·' | '•' | '\u{2010}'..='\u{2015}' | '\u{2212}'
        )
        || is_invisible(c)
}

fn groups(chars: &Chars) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < chars.count() {
        if !chars.at(at).is_some_and(|c| c.is_ascii_digit()) {
            at += 1;
            continue;
        }
        let start = at;
        while chars.at(at).is_some_and(|c| c.is_ascii_digit()) {
            at += 1;
        }
        // Beside a star stand the digits that a mask leaves to be seen.
        if chars.before(start) == Some('*') || chars.at(at) == Some('*') {
            continue;
        }
        let between = groups.last().map_or(0, |last| last.end)..start;
        let bracket = chars.at(between.start) == Some(')');
        let joined = !groups.is_empty()
            && between.len() <= 3
            && between.clone().all(|index| {
                chars
                    .at(index)
                    .is_some_and(|c| is_separator(c) || bracket && index == between.start)
            });
        groups.push(Group {
            digits: (start..at).filter_map(|index| chars.at(index)).collect(),
            start,
            end: at,
            joined,
            after_bracket: bracket,
        });
    }
    groups
}

/// The number that a run of groups is, as a whole.
fn read(chars: &Chars, run: &[Group]) -> Option<PersonalData> {
    let (first, last) = (run.first()?, run.last()?);
    let digits: String = run.iter().map(|group| group.digits.as_str()).collect();
    let shape: Vec<usize> = run.iter().map(|group| group.digits.len()).collect();
    let (mut start, mut end) = (first.start, last.end);

    let cross = matches!(chars.at(end), Some('x' | 'X' | '×'))
        && !chars.at(end + 1).is_some_and(|c| c.is_ascii_alphanumeric());
    let (kind, plain, masked) = if cross && let Some(number) = read_identity(&format!("{digits}X"), &shape) {
        end += 1;
        (
            PersonalDataKind::IdentityNumber,
            number.clone(),
            mask_identity(&number),
        )
    } else if let Some(number) = read_identity(&digits, &shape) {
        (
            PersonalDataKind::IdentityNumber,
            number.clone(),
            mask_identity(&number),
        )
    } else if is_amount(chars, end) {
        return None;
    } else if is_card(&digits, &shape) {
        (PersonalDataKind::BankCard, digits.clone(), mask_card(&digits))
    } else if is_mobile_shape(run)
        && let Some(number) = read_mobile(&digits)
    {
        (PersonalDataKind::Mobile, number.clone(), mask_mobile(&number))
    } else if is_landline_shape(&shape)
        && let Some(number) = read_landline(&digits)
    {
        (PersonalDataKind::Landline, number.clone(), mask_landline(&number))
    } else {
        return None;
    };
    let opened = run.iter().skip(1).any(|group| group.after_bracket) && chars.before(start) == Some('(');
    if opened || chars.before(start) == Some('+') {
        start -= 1;
    }
    Some(PersonalData {
        kind,
        span: chars.bytes(start..end),
        masked,
        plain,
    })
}

/// 13800000000 元 is money; so is a number with decimals.
fn is_amount(chars: &Chars, end: usize) -> bool {
    let decimals = chars.at(end) == Some('.') && chars.at(end + 1).is_some_and(|c| c.is_ascii_digit());
    let unit = (end..chars.count()).find_map(|index| chars.at(index).filter(|c| !c.is_whitespace()));
    decimals || matches!(unit, Some('元' | '块' | '%'))
}

fn is_mobile_shape(run: &[Group]) -> bool {
    let mut shape: Vec<usize> = run.iter().map(|group| group.digits.len()).collect();
    let first = run.first().map_or("", |group| group.digits.as_str());
    let country = ["0086", "86", "0"]
        .iter()
        .find(|code| first.starts_with(**code))
        .map_or(0, |code| code.len());
    if let Some(length) = shape.first_mut() {
        *length -= country;
        if *length == 0 {
            shape.remove(0);
        }
    }
    MOBILE_SHAPES.contains(&shape.as_slice())
}

fn is_landline_shape(shape: &[usize]) -> bool {
    match shape {
        // In one piece, with or without the country's code.
        [length] => (11..=15).contains(length),
        [2 | 4, 2..=4, local @ ..] if LOCAL_SHAPES.contains(&local) => true,
        [3 | 4, local @ ..] => LOCAL_SHAPES.contains(&local),
        _ => false,
    }
}

/// `13800000001` from its digits, with or without 86, 0086 or the old trunk 0 before it.
pub(super) fn read_mobile(digits: &str) -> Option<String> {
    let national = match digits.len() {
        11 => digits,
        12 => digits.strip_prefix('0')?,
        13 => digits.strip_prefix("86")?,
        15 => digits.strip_prefix("0086")?,
        _ => return None,
    };
    matches!(national.as_bytes(), [b'1', b'3'..=b'9', ..]).then(|| national.to_owned())
}

/// `073184000001` from its digits, with the area code, with or without the country's.
pub(super) fn read_landline(digits: &str) -> Option<String> {
    let abroad = digits.strip_prefix("0086").or_else(|| digits.strip_prefix("86"));
    let national = match abroad {
        Some(rest) if rest.starts_with('0') => rest.to_owned(),
        Some(rest) => format!("0{rest}"),
        None => digits.to_owned(),
    };
    let area = area_length(&national)?;
    let local = national.get(area..)?;
    let whole = match area {
        3 => local.len() == 8,
        _ => matches!(local.len(), 7 | 8),
    };
    (whole && matches!(local.as_bytes().first(), Some(b'2'..=b'9'))).then_some(national)
}

/// 010 and 02x are area codes of three digits, 03xx to 09xx of four.
fn area_length(national: &str) -> Option<usize> {
    match national.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => Some(3),
        [b'0', b'3'..=b'9', ..] => Some(4),
        _ => None,
    }
}

/// GB 11643-1999: region, day of birth, order, check character.
fn read_identity(characters: &str, shape: &[usize]) -> Option<String> {
    /// First two digits of the region (GB/T 2260), and 83 for residents from Taiwan with a residence permit.
    const REGIONS: &str = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 \
                           71 81 82 83";
    if characters.len() != 18 {
        return None;
    }
    let region = characters.get(0..2)?;
    let born_on = NaiveDate::parse_from_str(characters.get(6..14)?, "%Y%m%d").ok()?;
    let plausible = REGIONS.split_whitespace().any(|known| known == region)
        && ("1900-01-01"..="2099-12-31").contains(&born_on.to_string().as_str());
    // A mistyped check digit still gives a person away, so the usual shapes don't ask for a right one.
    let usual = characters.ends_with('X') && shape.iter().sum::<usize>() == 17 && shape.len() <= 5
        || IDENTITY_SHAPES.contains(&shape);
    (plausible && (usual || has_check_character(characters))).then(|| characters.to_owned())
}

/// ISO 7064 MOD 11-2.
fn has_check_character(characters: &str) -> bool {
    let sum = characters.chars().try_fold((0, 1_u32 << 17), |(sum, weight), c| {
        let value = if c == 'X' { 10 } else { c.to_digit(10)? };
        Some(((sum + value * (weight % 11)) % 11, weight >> 1))
    });
    sum.is_some_and(|(sum, _)| sum == 1)
}

fn is_card(digits: &str, shape: &[usize]) -> bool {
    let fours = shape
        .split_last()
        .is_some_and(|(last, rest)| *last <= 4 && !rest.is_empty() && rest.iter().all(|length| *length == 4));
    let written_so =
        shape.len() == 1 || fours || shape.iter().all(|length| *length == 1) || matches!(shape, [6, _]);
    // UnionPay 62, Visa 4, Mastercard 5, JCB 3; 9 for debit cards of before UnionPay.
    written_so
        && (16..=19).contains(&digits.len())
        && digits.starts_with(['3', '4', '5', '6', '9'])
        && has_luhn_digit(digits)
}

/// ISO/IEC 7812-1, annex B.
fn has_luhn_digit(digits: &str) -> bool {
    let sum: u32 = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate()
        .map(|(index, digit)| match (index % 2, digit * 2) {
            (0, _) => digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// `138****0001`
pub(super) fn mask_mobile(digits: &str) -> String {
    masked(digits, 3, 4)
}

/// `0731-******01`
pub(super) fn mask_landline(digits: &str) -> String {
    let area = area_length(digits).unwrap_or(0);
    let local = digits.get(area..).unwrap_or_default();
    format!(
        "{}-{}",
        digits.get(..area).unwrap_or_default(),
        masked(local, 0, 2)
    )
}

/// `43**************12`: neither the county nor the day of birth.
fn mask_identity(characters: &str) -> String {
    masked(characters, 2, 2)
}

/// `************0123`
fn mask_card(digits: &str) -> String {
    masked(digits, 0, 4)
}

/// Keeps the first and last characters of an ASCII text.
fn masked(text: &str, first: usize, last: usize) -> String {
    let hidden = text.len().saturating_sub(first + last);
    format!(
        "{}{}{}",
        text.get(..first).unwrap_or_default(),
        "*".repeat(hidden),
        text.get(first + hidden..).unwrap_or_default()
    )
}
