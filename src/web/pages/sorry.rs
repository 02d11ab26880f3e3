//! Pages that say sorry: what went wrong, what became of the words, and what to do next.

use askama::Template;

use crate::text::{Args, Words};

use super::Frame;

/// A page of apology; answer with [`Sorry::status`].
#[derive(Template)]
#[template(path = "public/sorry.html", config = "src/web/askama.toml")]
pub struct SorryPage {
    pub words: &'static Words,
    /// `here` is the page to go back to: the one with the form, not the address of its `POST`.
    pub frame: Frame,
    pub sorry: Sorry,
    /// Telephone of the office, if it is set.
    pub office_phone: Option<String>,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sorry {
    /// Nothing at this address.
    NotFound,
    /// The invitation is used, withdrawn or past its day.
    Expired,
    /// Too many wrong tries; how many minutes to wait.
    TooManyGuesses { minutes: i64 },
    /// Too many forms in a minute. Nothing was kept of this one; the words are still on the phone.
    TooFast,
    /// What was sent is larger than this many megabytes.
    TooLarge { megabytes: i64 },
    /// Our fault; `code` is the short incident code such as `E-7K2`.
    OurFault { code: String, kept: Kept },
    /// The form was open for too long, or its session is over.
    FormExpired,
    /// Not for this person: another account's page, or the desk.
    NotYours,
    /// We cannot take anything just now (503). Nothing was kept here; the words are still on the phone.
    Unavailable,
    /// A page could not be printed; the key of the sentence that says why.
    NotPrinted { why: &'static str },
}

/// Whether what the person sent has really been kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is in the database, and a person will look.
    ByUs,
    /// It is only on the phone.
    OnThePhone,
}

impl Sorry {
    /// The HTTP status of the answer.
    pub fn status(&self) -> u16 {
        match self {
            Sorry::NotFound => 404,
            Sorry::Expired => 410,
            Sorry::TooManyGuesses { .. } | Sorry::TooFast => 429,
            Sorry::TooLarge { .. } => 413,
            Sorry::OurFault { .. } => 500,
            Sorry::FormExpired | Sorry::NotYours => 403,
            Sorry::Unavailable | Sorry::NotPrinted { .. } => 503,
        }
    }

    fn key(&self) -> &'static str {
        match self {
            Sorry::NotFound => "not-found",
            Sorry::Expired => "expired",
            Sorry::TooManyGuesses { .. } => "too-many",
            Sorry::TooFast => "too-fast",
            Sorry::TooLarge { .. } => "too-large",
            Sorry::OurFault { kept: Kept::ByUs, .. } => "fault-kept",
            Sorry::OurFault {
                kept: Kept::OnThePhone,
                ..
            } => "fault-not-kept",
            Sorry::FormExpired => "form-expired",
            Sorry::NotYours => "not-yours",
            Sorry::Unavailable => "unavailable",
            Sorry::NotPrinted { .. } => "not-printed",
        }
    }

    fn heading(&self, words: &Words) -> String {
        words.say(&format!("web-sorry-{}", self.key()))
    }

    fn said(&self, words: &Words) -> String {
        let key = format!("web-sorry-{}-text", self.key());
        match self {
            Sorry::TooManyGuesses { minutes } => {
                words.say_with(&key, &Args::new().number("minutes", *minutes))
            }
            Sorry::TooLarge { megabytes } => {
                words.say_with(&key, &Args::new().number("megabytes", *megabytes))
            }
            Sorry::NotPrinted { why } => words.say(why),
            _ => words.say(&key),
        }
    }

    fn code(&self) -> Option<&str> {
        match self {
            Sorry::OurFault { code, .. } => Some(code),
            _ => None,
        }
    }

    /// True when the way on is back to what was written; never when it has been kept, or it would come twice.
    fn goes_back(&self) -> bool {
        match self {
            Sorry::TooLarge { .. }
            | Sorry::TooFast
            | Sorry::FormExpired
            | Sorry::Unavailable
            | Sorry::NotPrinted { .. } => true,
            Sorry::OurFault { kept, .. } => *kept == Kept::OnThePhone,
            Sorry::NotFound | Sorry::Expired | Sorry::TooManyGuesses { .. } | Sorry::NotYours => false,
        }
    }

    /// True when news will come in the conversation.
    fn goes_to_chat(&self) -> bool {
        matches!(self, Sorry::OurFault { kept: Kept::ByUs, .. })
    }
}
