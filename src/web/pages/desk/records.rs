//! 履职记录 at the desk: what deputies confirmed and the office verifies, one record with its columns, evidence and history.
//! In order of day, never ranked.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Paging;

use super::DeskFrame;

/// `GET /desk/records?show=STATE&category=N&find=WORDS&unit=CODE&page=N`
#[derive(Template)]
#[template(path = "desk/records.html", config = "src/web/askama.toml")]
pub struct RecordsPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// What the page shows, as a sentence.
    pub heading: String,
    /// Other states with their counts, as address and sentence.
    pub filters: Vec<(String, String)>,
    /// Sections, as address and name; the one that is shown has no address.
    pub categories: Vec<(String, String)>,
    /// Other units, for the provincial office.
    pub units: Vec<(String, String)>,
    pub rows: Vec<RecordRowView>,
    /// What the forms of the page carry along: names and values.
    pub asked: Vec<(&'static str, String)>,
    pub find: String,
    pub paging: Paging,
}

/// A record in the list.
#[derive(Debug, Clone)]
pub struct RecordRowView {
    pub id: i64,
    pub version: u32,
    pub deputy: String,
    pub code: String,
    pub day: String,
    pub category: String,
    pub gist: String,
    pub source: String,
    pub state: String,
    pub is_late: bool,
    pub may_be_verified: bool,
}

/// `GET /desk/records/ID`
#[derive(Template)]
#[template(path = "desk/record.html", config = "src/web/askama.toml")]
pub struct RecordPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub id: i64,
    pub version: u32,
    pub deputy: String,
    pub code: String,
    pub state: String,
    /// Why it was returned last, and that the deputy has looked at it since.
    pub returned: String,
    /// Names and values of the columns; a value may be empty.
    pub columns: Vec<(String, String)>,
    pub source: String,
    /// Evidence: file id, name; without an id where the file could not be fetched.
    pub files: Vec<(Option<i64>, String)>,
    /// The joint activity.
    pub activity: Option<i64>,
    /// What happened, oldest first, in words.
    pub history: Vec<String>,
    pub may_be_verified: bool,
    pub may_be_returned: bool,
    /// It was returned, and the deputy has changed nothing yet.
    pub may_be_taken_back: bool,
    /// What the officer has typed already.
    pub draft: String,
}
