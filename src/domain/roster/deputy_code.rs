//! The code of a deputy (代表编码), such as `CS-001`: what posters, invitations and the command line name a deputy by.

use std::fmt;

use serde::Serialize;

use super::cell::compact;
use crate::domain::electing_unit::ElectingUnit;

const MAX_CHARS: usize = 32;

/// Upper-case ASCII letters, digits and inner `-`, at most 32 of them: it stands in links, QR codes and file names.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct DeputyCode(String);

impl DeputyCode {
    /// Reads a code as people write it, in full or half width and either case. `None` if it is empty or holds anything
    /// else than letters, digits and `-`.
    pub fn read(text: &str) -> Option<Self> {
        let code = compact(text).to_ascii_uppercase();
        let is_code = code.len() <= MAX_CHARS
            && code.starts_with(|c: char| c.is_ascii_alphanumeric())
            && code.ends_with(|c: char| c.is_ascii_alphanumeric())
            && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        is_code.then_some(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The unit that the letters at the front stand for; `None` if an office numbers in its own way.
    pub fn prefix_unit(&self) -> Option<ElectingUnit> {
        let end = self
            .0
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(self.0.len());
        ElectingUnit::from_code(&self.0[..end])
    }
}

impl fmt::Display for DeputyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        for typed in ["CS-001", "cs-001", "ＣＳ－００１", " CS - 001 ", "CS—001"] {
            assert_eq!(
                DeputyCode::read(typed).expect("a code").as_str(),
                "CS-001",
                "{typed}"
            );
        }
        for typed in ["", "-", "CS_001", "长沙001", "CS-001/2", "CS-"] {
            assert_eq!(DeputyCode::read(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_letters_in_front_name_the_unit() {
        let unit = |code| DeputyCode::read(code).expect("a code").prefix_unit();
        assert_eq!(unit("YIY-001"), Some(ElectingUnit::Yiyang));
        assert_eq!(unit("YY001"), Some(ElectingUnit::Yueyang));
        assert_eq!(unit("Y-001"), None);
        assert_eq!(unit("0001"), None);
    }
}
