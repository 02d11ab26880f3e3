//! 集体活动 at the desk: entered once by the office, confirmed by each who took part.

use askama::Template;

use crate::text::{Args, Words};

use super::{DeputyChoice, DeskFrame};

/// `GET /desk/activities`
#[derive(Template)]
#[template(path = "desk/activities.html", config = "src/web/askama.toml")]
pub struct ActivitiesPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub rows: Vec<ActivityRow>,
}

/// An activity in the list.
#[derive(Debug, Clone)]
pub struct ActivityRow {
    pub id: i64,
    pub day: String,
    pub category: String,
    pub topic: String,
    pub place: String,
    pub participants: i64,
    pub confirmed: i64,
    pub waiting: i64,
    pub is_withdrawn: bool,
}

/// What is typed into the form.
#[derive(Debug, Clone, Default)]
pub struct ActivityForm {
    pub category: String,
    pub on: String,
    pub until: String,
    pub place: String,
    pub topic: String,
    pub host: String,
    pub matters: String,
    pub people: String,
}

/// `GET /desk/activities/new`
#[derive(Template)]
#[template(path = "desk/activity_form.html", config = "src/web/askama.toml")]
pub struct ActivityFormPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    /// What is wrong, in words.
    pub faults: Vec<String>,
    pub form: ActivityForm,
    /// Number and name of each section.
    pub categories: Vec<(String, String)>,
    pub deputies: Vec<DeputyChoice>,
    /// One that looks the same was entered before: the officer says that this is another one.
    pub looks_same: bool,
}

/// `GET /desk/activities/ID`
#[derive(Template)]
#[template(path = "desk/activity.html", config = "src/web/askama.toml")]
pub struct ActivityPage {
    pub words: &'static Words,
    pub desk: DeskFrame,
    pub id: i64,
    pub topic: String,
    /// Names and values of the columns.
    pub columns: Vec<(String, String)>,
    pub people: Vec<ActivityPerson>,
    pub is_withdrawn: bool,
    /// Cards that nobody has looked at yet.
    pub waiting: i64,
    pub confirmed: i64,
}

/// Someone who took part.
#[derive(Debug, Clone)]
pub struct ActivityPerson {
    pub name: String,
    pub code: String,
    pub state: String,
    /// The record, once the deputy has confirmed it.
    pub record: Option<i64>,
    /// Has not opened an account: the card waits.
    pub is_unbound: bool,
}

impl ActivityPage {
    fn withdraw_said(&self) -> String {
        let args = Args::new()
            .number("waiting", self.waiting)
            .number("confirmed", self.confirmed);
        self.words.say_with("desk-activity-withdraw-how", &args)
    }
}
