//! A picture that is drawn for a message: what it shows, in words. `text` makes it with the message, `documents` draws it,
//! the channel sends it with the words as its caption.

use serde::Serialize;

use super::Locale;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Drawing {
    /// A deputy's year at a glance.
    Year(YearAtAGlance),
}

impl Drawing {
    /// What the picture is called where it can't be seen.
    pub fn title(&self) -> &str {
        match self {
            Drawing::Year(year) => &year.title,
        }
    }
}

/// How many records a deputy's year has, by section and by month. Counts and nothing else: no comparison, no target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct YearAtAGlance {
    /// The language of the words.
    pub locale: Locale,
    pub title: String,
    /// Whose year it is.
    pub whose: String,
    pub sections_title: String,
    pub sections: Vec<Bar>,
    pub months_title: String,
    /// January to December.
    pub months: Vec<Bar>,
    /// What else there is to say, a line each.
    pub lines: Vec<String>,
    /// In small: what is counted.
    pub foot: String,
}

/// A count with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    pub name: String,
    pub count: u32,
}
