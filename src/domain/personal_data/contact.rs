//! The telephone number or e-mail address that a person leaves for a call back, by separate consent.
//!
//! **Invariant:** a value is always well formed and in one form, so that equal numbers are equal values; `{}` and
//! `{:?}` show it masked, and only [`Phone::expose`] and [`EmailAddress::expose`] give it whole.

use std::fmt;

use super::{PersonalDataKind, email, find_personal_data, half_width, numbers};

/// A mainland telephone number that can be called from anywhere in the country.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone {
    kind: PhoneKind,
    digits: String,
}

/// What a telephone number can be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PhoneKind {
    /// Takes calls and short messages.
    Mobile,
    /// Takes calls only.
    Landline,
}

impl Phone {
    /// Reads a number however it is written: `138 0000 0001`, `+86-13800000001`, `（0731）84000001`, full-width digits.
    ///
    /// `None` for anything else: a landline without area code, a number abroad, an extension, further words.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut digits = String::new();
        for (index, c) in text.trim().chars().map(half_width).enumerate() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if index == 0 => {}
                '(' | ')' => {}
                _ if numbers::is_separator(c) => {}
                _ => return None,
            }
        }
        numbers::read_mobile(&digits)
            .map(|digits| Self {
                kind: PhoneKind::Mobile,
                digits,
            })
            .or_else(|| {
                numbers::read_landline(&digits).map(|digits| Self {
                    kind: PhoneKind::Landline,
                    digits,
                })
            })
    }

    /// Mobile or landline.
    #[must_use]
    pub fn kind(&self) -> PhoneKind {
        self.kind
    }

    /// The digits to dial within the country: `13800000001`, `073184000001`.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.digits
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self.kind {
            PhoneKind::Mobile => numbers::mask_mobile(&self.digits),
            PhoneKind::Landline => numbers::mask_landline(&self.digits),
        })
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone({self})")
    }
}

/// An e-mail address in ASCII; the domain in small letters.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Reads one address and nothing else; full-width characters are taken.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().map(half_width).collect();
        let (local, domain) = plain.split_once('@')?;
        email::is_address(&plain).then(|| Self(format!("{local}@{}", domain.to_ascii_lowercase())))
    }

    /// The whole address.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&email::mask(&self.0))
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({self})")
    }
}

/// A way to reach a person outside the chat.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Contact {
    /// By telephone.
    Phone(Phone),
    /// By e-mail.
    Email(EmailAddress),
}

impl Contact {
    /// Reads what a person answered when asked for a number or an address: the thing alone, or the only one in a
    /// sentence (我的电话是13800000001，谢谢).
    ///
    /// `None` when there is none, or more than one: then it is asked which, and nothing is guessed.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Some(phone) = Phone::read(text) {
            return Some(Self::Phone(phone));
        }
        if let Some(address) = EmailAddress::read(text) {
            return Some(Self::Email(address));
        }
        let mut found = find_personal_data(text).into_iter().filter(|data| {
            matches!(
                data.kind,
                PersonalDataKind::Mobile | PersonalDataKind::Landline | PersonalDataKind::Email
            )
        });
        let (only, None) = (found.next()?, found.next()) else {
            return None;
        };
        let written = text.get(only.span)?;
        match only.kind {
            PersonalDataKind::Email => EmailAddress::read(written).map(Self::Email),
            _ => Phone::read(written).map(Self::Phone),
        }
    }
}
