//! What all pages share: the frame with the switches for language and letters, the hidden fields of forms, paging.
//!
//! Filled by the handlers, read by `templates/layout.html` and `templates/desk/frame.html`.

use std::fmt::Display;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::text::{Args, Words};
use crate::web::assets;

/// The size of letters that a person chose (`大字`), remembered in a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Letters {
    /// 20 px in the chat, 16 px at the desk.
    #[default]
    Normal,
    /// 26 px in the chat, 20 px at the desk.
    Large,
}

impl Letters {
    /// The value of the form field `letters` and of the cookie.
    pub fn tag(self) -> &'static str {
        match self {
            Letters::Normal => "normal",
            Letters::Large => "large",
        }
    }

    /// Reads a cookie or a form field; anything unknown is normal.
    pub fn from_tag(tag: &str) -> Self {
        if tag == "large" {
            Letters::Large
        } else {
            Letters::Normal
        }
    }

    /// The words of the switch, when it leads to this size.
    pub(super) fn switch_key(self) -> &'static str {
        match self {
            Letters::Normal => "web-letters-normal",
            Letters::Large => "web-letters-large",
        }
    }

    /// The size that the switch on the page offers.
    pub fn other(self) -> Self {
        match self {
            Letters::Normal => Letters::Large,
            Letters::Large => Letters::Normal,
        }
    }
}

/// The hidden fields of the forms of one rendering of a page.
#[derive(Debug, Clone)]
pub struct Forms {
    /// The token of the session against forged forms.
    pub csrf: String,
    /// A fresh random word for each rendering, from letters and digits. Each form of the page makes its own
    /// `form_key` from it, so that a second delivery of one form does nothing twice and two forms never hide each other.
    pub page_key: String,
}

impl Forms {
    /// The hidden fields `csrf` and `form_key` of the form called `name`, which is unique on its page.
    pub fn seal(&self, name: impl Display) -> Seal<'_> {
        Seal {
            csrf: &self.csrf,
            form_key: format!("{}.{name}", self.page_key),
        }
    }
}

/// The two hidden fields of a form, ready to be put on a page.
#[derive(Template)]
#[template(
    source = r#"<input type="hidden" name="csrf" value="{{ csrf }}"><input type="hidden" name="form_key" value="{{ form_key }}">"#,
    ext = "html",
    config = "src/web/askama.toml"
)]
pub struct Seal<'a> {
    csrf: &'a str,
    form_key: String,
}

// The template above escapes both values.
impl HtmlSafe for Seal<'_> {}

/// What stands around every public page.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The chosen size of letters.
    pub letters: Letters,
    /// Path and query of this page, to come back to after a switch of language or letters (`POST /look`).
    pub here: String,
    /// The hidden fields of the forms of this page.
    pub forms: Forms,
    /// The office that runs this site, shown at the foot; `None` when it is not set yet.
    pub office: Option<String>,
}

impl Frame {
    pub(super) fn stylesheet(&self) -> String {
        assets::STYLESHEET.href()
    }

    pub(super) fn script(&self) -> String {
        assets::CHAT_SCRIPT.href()
    }

    pub(super) fn mark(&self) -> String {
        assets::MARK.href()
    }
}

/// Where a list goes on. The links are made by the caller.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    /// Link to the page before, if there is one.
    pub before: Option<String>,
    /// Link to the page after, if there is one.
    pub after: Option<String>,
    /// How many rows there are in all.
    pub total: i64,
}

impl Paging {
    pub(super) fn total_shown(&self, words: &Words) -> String {
        words.say_with("web-paging-total", &Args::new().number("count", self.total))
    }

    pub(super) fn is_needed(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }
}
