//! A picture that is drawn for a message: what it shows, in words. `text` makes it with the message, `documents` draws it,
//! the channel sends it with the words as its caption.

use serde::Serialize;

use crate::domain::Locale;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Drawing {
    /// A deputy's year at a glance.
    Year(YearAtAGlance),
    /// The coming weeks with what is due in them.
    Weeks(ComingWeeks),
}

impl Drawing {
    /// What the picture is called where it can't be seen.
    pub fn title(&self) -> &str {
        match self {
            Drawing::Year(year) => &year.title,
            Drawing::Weeks(weeks) => &weeks.title,
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

/// The coming weeks, a row each, from Monday to Sunday.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComingWeeks {
    /// The language of the words.
    pub locale: Locale,
    pub title: String,
    /// Whose days they are.
    pub whose: String,
    /// 一 to 日.
    pub weekdays: Vec<String>,
    pub weeks: Vec<Vec<DayOfWeeks>>,
    /// What is due, a line each, the earliest first.
    pub lines: Vec<String>,
    /// In small: what the words in the days mean.
    pub foot: String,
}

/// A day of the coming weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DayOfWeeks {
    /// The day of the month; with the month where one begins.
    pub name: String,
    /// It is over.
    pub is_past: bool,
    /// Nobody works.
    pub is_off: bool,
    /// What is due: 建议 1, 最迟 2.
    pub marks: Vec<String>,
    /// A last day is among it.
    pub is_last: bool,
}
