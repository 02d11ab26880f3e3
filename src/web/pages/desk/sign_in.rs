//! The desk without a session: how to get in.

use askama::Template;

use crate::text::{Args, Words};
use crate::web::pages::Frame;

/// Any `GET /desk…` without a session of an officer; answer with 401. Form: `GET /i` with `code`.
#[derive(Template)]
#[template(path = "desk/sign_in.html", config = "src/web/askama.toml")]
pub struct SignInPage {
    pub words: &'static Words,
    pub frame: Frame,
    /// Telephone of the office, if it is set.
    pub office_phone: Option<String>,
}
