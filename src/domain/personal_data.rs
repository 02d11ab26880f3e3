//! Personal data in free text: finds telephone numbers, e-mail addresses, resident identity numbers and bank cards,
//! and masks them; reads the number or address that a person leaves for a call back.
//!
//! Called by `answer_check` (a deputy's answer must not carry another person's data) and by whatever shows
//! people's words further than they were meant to go. Source: least data, no publication and strict guard of
//! accounts, Personal Information Protection Law (个人信息保护法) articles 6, 25 and 28.
//!
//! **Invariant:** spans are bytes on character boundaries, in order, without overlap; nothing is found in text
//! that was masked here. Nothing printed with `{}` or `{:?}` shows what was found.

use std::fmt;
use std::ops::Range;

mod contact;
mod email;
mod numbers;

pub use contact::{Contact, EmailAddress, Phone, PhoneKind};

/// What sort of personal data a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PersonalDataKind {
    /// A mainland mobile number, 11 digits.
    Mobile,
    /// A mainland landline number with its area code. Often an office's and then not personal: callers decide.
    Landline,
    /// An e-mail address. One that ends in `.gov.cn` is an office's: callers decide.
    Email,
    /// A resident identity number (居民身份证号码), 18 characters.
    IdentityNumber,
    /// A bank card number, 16 to 19 digits.
    BankCard,
    /// Some other way to reach a person, known only because the person gave it (a foreign number, a chat name).
    OtherContact,
}

/// A piece of personal data in a text.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// What it is.
    pub kind: PersonalDataKind,
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// How it may be shown, for example `138****0001`.
    pub masked: String,
    plain: String,
}

impl PersonalData {
    /// The thing itself in plain half-width form: digits without separators, an address in small letters.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.plain
    }
}

impl fmt::Debug for PersonalData {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} {:?} {}", self.kind, self.span, self.masked)
    }
}

/// All personal data in `text` that shows by its form, in order.
///
/// Full-width characters and digits in groups (`138 0000 0001`) count. Short public numbers (110, 12345) have no
/// such form and are never found.
#[must_use]
pub fn find_personal_data(text: &str) -> Vec<PersonalData> {
    let chars = Chars::of(text);
    let mut found = email::find(&chars);
    for number in numbers::find(&chars) {
        if !found.iter().any(|other| overlap(&other.span, &number.span)) {
            found.push(number);
        }
    }
    found.sort_by_key(|data| data.span.start);
    found
}

/// `text` with all personal data masked.
#[must_use]
pub fn mask_personal_data(text: &str) -> String {
    replace_spans(
        text,
        find_personal_data(text)
            .into_iter()
            .map(|data| (data.span, data.masked)),
    )
}

/// `text` with each span replaced. Spans must be in order and without overlap; one that is not on character
/// boundaries leaves its text as it is.
pub(super) fn replace_spans(text: &str, parts: impl Iterator<Item = (Range<usize>, String)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, replacement) in parts {
        if let Some(before) = text.get(done..span.start)
            && text.is_char_boundary(span.end)
        {
            out.push_str(before);
            out.push_str(&replacement);
            done = span.end;
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

pub(super) fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Full-width letters, digits and signs become the half-width ones; what people type on a phone mixes them.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '。' | '．' => '.',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Signs of no width, by which a number can be broken up unseen.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// A text as half-width characters that know their bytes.
struct Chars {
    chars: Vec<(char, usize)>,
    len: usize,
}

impl Chars {
    fn of(text: &str) -> Self {
        Self {
            chars: text.char_indices().map(|(at, c)| (half_width(c), at)).collect(),
            len: text.len(),
        }
    }

    fn count(&self) -> usize {
        self.chars.len()
    }

    /// The character at an index, if there is one.
    fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(c, _)| *c)
    }

    /// The character before an index, if there is one.
    fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    /// Character indices to bytes.
    fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let byte = |index: usize| self.chars.get(index).map_or(self.len, |(_, at)| *at);
        byte(range.start)..byte(range.end)
    }
}

#[cfg(test)]
mod tests;
