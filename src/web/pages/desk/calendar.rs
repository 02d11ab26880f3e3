//! 放假安排: the days off of a year, where they are from, and taking another year's in.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Moment;

use super::{DeskFrame, Verdict};

/// `GET /desk/calendar?year=YEAR`. Form, for the provincial office only: `POST /desk/calendar`, multipart (csrf, form_key,
/// `file`).
#[derive(Template)]
#[template(path = "desk/calendar.html", config = "src/web/askama.toml")]
pub struct CalendarPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// The year that is shown.
    pub year: i32,
    /// The years that have a plan, in order.
    pub years: Vec<i32>,
    /// Days that the notice of the year names, in order; empty: there is no plan of it.
    pub days: Vec<CalendarDayRow>,
    /// Addresses or numbers of the notices.
    pub notices: Vec<String>,
    /// The versions that are kept, the newest first.
    pub versions: Vec<CalendarVersionRow>,
    /// The reminder to load a plan, in words.
    pub wanted: Option<String>,
    /// This officer may take plans in.
    pub may_import: bool,
    /// Why the file could not be read at all, in words.
    pub unreadable: Option<String>,
}

/// A day off, or a day that is worked instead.
#[derive(Debug, Clone)]
pub struct CalendarDayRow {
    pub iso: String,
    pub shown: String,
    pub festival: String,
    pub is_off: bool,
    /// A festival day of the law itself.
    pub is_statutory: bool,
}

/// A version of the calendar.
#[derive(Debug, Clone)]
pub struct CalendarVersionRow {
    pub version: i64,
    pub at: Moment,
    pub by: String,
    /// Name of the file, or that the program brought it along.
    pub source: String,
}

/// The answer to an upload. Form: `POST /desk/calendar/confirm` (csrf, form_key, `import`).
#[derive(Template)]
#[template(path = "desk/calendar_preview.html", config = "src/web/askama.toml")]
pub struct CalendarPreviewPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// Names this preview in the form.
    pub import: String,
    pub file: String,
    /// Each year of the file in a sentence.
    pub years: Vec<String>,
    pub changes: Vec<CalendarChangeRow>,
    pub notes: Vec<String>,
    pub faults: Vec<String>,
    pub verdict: Verdict,
}

/// A day that stands otherwise than before.
#[derive(Debug, Clone)]
pub struct CalendarChangeRow {
    pub iso: String,
    pub shown: String,
    pub before: String,
    pub after: String,
}

impl CalendarPage {
    fn heading(&self) -> String {
        let count = |is_off| self.days.iter().filter(|day| day.is_off == is_off).count();
        let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
        let args = Args::new()
            .number("year", self.year.into())
            .number("off", number(count(true)))
            .number("worked", number(count(false)));
        let key = if self.days.is_empty() {
            "desk-calendar-none"
        } else {
            "desk-calendar"
        };
        self.words.say_with(key, &args)
    }

    fn year_link(&self, year: &i32) -> String {
        self.words
            .say_with("desk-calendar-year", &Args::new().number("year", (*year).into()))
    }
}

impl CalendarPreviewPage {
    fn heading(&self) -> String {
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        match self.verdict {
            Verdict::Ready => {
                let args = Args::new().number("count", count(self.changes.len()));
                self.words.say_with("desk-calendar-ready", &args)
            }
            Verdict::Faulty => {
                let args = Args::new().number("faults", count(self.faults.len()));
                self.words.say_with("desk-preview-faulty", &args)
            }
            Verdict::Nothing => self.words.say("desk-calendar-nothing"),
        }
    }

    fn is_ready(&self) -> bool {
        self.verdict == Verdict::Ready
    }
}
