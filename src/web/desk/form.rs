//! The forms of the desk: fields, the token against forged forms, and the key by which a second delivery is known.

use axum::http::StatusCode;

use crate::web::pages::Sorry;

use super::officer::{Ends, OnDuty};

/// A form that carries this officer's token.
pub(super) struct Sent {
    fields: Vec<(String, String)>,
    form_key: String,
}

/// Why a page is shown again instead of what was asked for.
pub(super) struct Retry {
    /// The reason in words; empty where the page says it itself.
    pub(super) said: String,
    /// 422, or 503 when nothing could be taken.
    pub(super) status: StatusCode,
    /// The form may be sent with the same key again: it may have been taken after all.
    pub(super) page_key: Option<String>,
}

impl Retry {
    /// Something to be mended by the officer.
    pub(super) fn mend(said: String) -> Self {
        Self {
            said,
            status: StatusCode::UNPROCESSABLE_ENTITY,
            page_key: None,
        }
    }
}

/// Longest `form_key`: page key, dot, name of the form.
const LONGEST_KEY: usize = 80;

impl Sent {
    /// Takes the fields of a form; one that is not this officer's own, or has no key, ends in an apology.
    pub(super) fn read(duty: &OnDuty, fields: Vec<(String, String)>) -> Result<Self, Ends> {
        let mut sent = Self {
            fields,
            form_key: String::new(),
        };
        if !duty.guest.sent(&duty.web, sent.text("csrf")) {
            return Err(duty.sorry(Sorry::FormExpired));
        }
        let key = sent.text("form_key");
        let good = (1..=LONGEST_KEY).contains(&key.len())
            && key
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
        if !good {
            return Err(duty.sorry(Sorry::FormExpired));
        }
        sent.form_key = key.to_owned();
        Ok(sent)
    }

    /// The first field of this name, without blanks around it; empty when there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(field, _)| field == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// All fields of this name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |(field, _)| field == name)
            .map(|(_, value)| value.trim())
    }

    /// The key of the input that this form becomes.
    pub(super) fn input_key(&self, duty: &OnDuty) -> String {
        format!("web:{}:{}", duty.account.id, self.form_key)
    }

    /// The page key that this form was made with.
    pub(super) fn page_key(&self) -> Option<String> {
        self.form_key.split('.').next().map(str::to_owned)
    }
}
