//! 详细说明 `/notice`: who reads a letter, what is kept and how long, and what a person may ask for (PIPL 17).

use askama::Template;

use crate::text::{Args, Words};

use super::Frame;

/// `GET /notice`. The facts come from the live settings, so that the page never promises what is not set.
#[derive(Template)]
#[template(path = "public/notice.html", config = "src/web/askama.toml")]
pub struct NoticePage {
    pub words: &'static Words,
    pub frame: Frame,
    /// The office that answers for the data.
    pub office: String,
    /// Its telephone, if it is set.
    pub office_phone: Option<String>,
    /// Months after the end of a letter until its content is deleted.
    pub kept_months: i64,
}
