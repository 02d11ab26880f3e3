//! The languages that Lianluo speaks.

use serde::{Deserialize, Serialize};

/// A language; Chinese of the mainland is the default everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Locale {
    /// 简体中文
    #[default]
    #[serde(rename = "zh-CN")]
    ZhCn,
    /// English
    #[serde(rename = "en")]
    En,
}

impl Locale {
    /// Both languages, for tests and pages that offer a choice.
    pub const ALL: [Locale; 2] = [Locale::ZhCn, Locale::En];

    /// The BCP 47 tag, as stored and as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::ZhCn => "zh-CN",
            Locale::En => "en",
        }
    }

    /// Reads a stored or configured tag, exactly.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }

    /// Reads what a client says of itself (`language_code`, `Accept-Language`): anything that begins with
    /// `en` is English, anything else Chinese; `None` when the client says nothing.
    pub fn from_client(says: &str) -> Option<Self> {
        let says = says.trim();
        match says {
            "" => None,
            _ if says.len() >= 2 && says.is_char_boundary(2) && says[..2].eq_ignore_ascii_case("en") => {
                Some(Locale::En)
            }
            _ => Some(Locale::ZhCn),
        }
    }
}
