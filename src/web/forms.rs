//! What people send: forms with and without files, read with a limit and checked against forgery.
//!
//! An extractor for all `POST` handlers of people's pages, the desk's too. **Invariants:** a form without the token of
//! its session is never handed to a handler, and its files are not even held in memory; each form carries a `form_key`,
//! so that the same form sent twice gives the same input keys.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::Response;
use futures_util::StreamExt;
use tokio::sync::OwnedSemaphorePermit;

use crate::domain::ids::AccountId;
use crate::domain::input::{Deed, From, Input};

use super::limits::Gates;
use super::page;
use super::pages::Sorry;
use super::session::Guest;
use super::state::Web;

/// Fields and files in one form; the pages never send more.
const MOST_PARTS: usize = 100;
/// The longest `form_key` that our pages make is far below this.
const LONGEST_KEY: usize = 80;
/// The script marks its calls with this header.
const CALLED_BY: HeaderName = HeaderName::from_static("x-requested-with");

/// Who sent a form, which decides what the answer looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SentBy {
    /// The browser: answered with a way on.
    Browser,
    /// Our script: answered with a piece of page.
    Script,
}

/// A file in a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Its name on the phone.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

/// A form that carried the token of its session.
pub struct Form {
    /// Who sent it.
    pub guest: Guest,
    /// By what.
    pub by: SentBy,
    /// The files, in order.
    pub files: Vec<Upload>,
    fields: Vec<(String, String)>,
    /// Keeps the room for the files until they are on the disk.
    _room: Option<OwnedSemaphorePermit>,
}

impl Form {
    /// The value of a field; empty when it is not there.
    pub fn get(&self, name: &str) -> &str {
        self.fields
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// All values of a field, in order: boxes that were ticked.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// The input of this form.
    pub fn input(&self, account: AccountId, deed: Deed) -> Input {
        Input {
            key: format!("web:{account}:{}", self.get("form_key")),
            from: From::Account(account),
            deed,
            said_at: None,
            raw: String::new(),
        }
    }

    /// One of several inputs of this form; `part` tells them apart and stays the same when the form is sent again.
    pub fn part(&self, account: AccountId, part: &str, deed: Deed) -> Input {
        let mut input = self.input(account, deed);
        input.key.push('.');
        input.key.push_str(part);
        input
    }
}

/// The page that a form stands on, by the path that it is sent to.
pub fn page_of(path: &str) -> String {
    let page = match path {
        "/chat/send" | "/chat/tap" => "/chat",
        "/find/unsure" => "/find",
        "/look" => "/",
        _ if path.starts_with("/desk") => "/desk",
        other => other,
    };
    page.to_owned()
}

/// Reads what is left of a body and throws it away, up to a few times the limit: a browser that is still sending does not
/// listen, and would show a broken connection instead of our answer.
pub async fn read_away(body: Body, limit: usize) {
    let mut left = limit.saturating_mul(4);
    let mut body = body.into_data_stream();
    while let Some(Ok(bytes)) = body.next().await {
        left = left.saturating_sub(bytes.len());
        if left == 0 {
            return;
        }
    }
}

fn number(headers: &HeaderMap, name: HeaderName) -> Option<usize> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn too_large(web: &Web) -> Sorry {
    let megabytes = web.0.limits.upload_bytes / (1024 * 1024);
    Sorry::TooLarge {
        megabytes: i64::try_from(megabytes).unwrap_or(i64::MAX).max(1),
    }
}

impl FromRequest<Web> for Form {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let Ok(guest) = Guest::from_request_parts(&mut parts, web).await;
        let here = page_of(parts.uri.path());
        match read(web, Request::from_parts(parts, body), &guest).await {
            Ok((fields, files, by, room)) => Ok(Form {
                guest,
                by,
                files,
                fields,
                _room: room,
            }),
            Err(sorry) => Err(page::sorry(web, &guest, &here, sorry).await),
        }
    }
}

type Parts = (
    Vec<(String, String)>,
    Vec<Upload>,
    SentBy,
    Option<OwnedSemaphorePermit>,
);

async fn read(web: &Web, request: Request, guest: &Guest) -> Result<Parts, Sorry> {
    let headers = request.headers();
    let limit = web.0.limits.upload_bytes;
    let by = match headers.get(CALLED_BY) {
        Some(name) if name == "lianluo" => SentBy::Script,
        _ => SentBy::Browser,
    };
    let length = number(headers, CONTENT_LENGTH).unwrap_or(limit);
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    if length > limit {
        read_away(request.into_body(), limit).await;
        return Err(too_large(web));
    }
    let gates = request.extensions().get::<Arc<Gates>>().cloned();
    let room = match gates {
        Some(gates) => {
            let kib = u32::try_from(length / 1024 + 1).unwrap_or(u32::MAX);
            let room = Arc::clone(&gates.uploads).try_acquire_many_owned(kib);
            Some(room.map_err(|_| Sorry::Unavailable)?)
        }
        None => None,
    };
    let (fields, files) = if kind.starts_with("multipart/form-data") {
        multipart(web, request, guest).await?
    } else if kind.starts_with("application/x-www-form-urlencoded") {
        let body = axum::body::to_bytes(request.into_body(), limit)
            .await
            .map_err(|_| too_large(web))?;
        let fields = url::form_urlencoded::parse(&body)
            .take(MOST_PARTS * 20)
            .map(|(key, value)| (key.into_owned(), value.into_owned()))
            .collect();
        (fields, Vec::new())
    } else {
        return Err(Sorry::FormExpired);
    };
    let is_key = |value: &str| {
        (1..=LONGEST_KEY).contains(&value.len())
            && value
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
    };
    let value = |name: &str| fields.iter().find(|(key, _)| key == name).map(|(_, value)| value);
    let token = value("csrf").is_some_and(|token| guest.sent(web, token));
    if !token || !value("form_key").is_some_and(|key| is_key(key)) {
        return Err(Sorry::FormExpired);
    }
    Ok((fields, files, by, room))
}

async fn multipart(
    web: &Web,
    request: Request,
    guest: &Guest,
) -> Result<(Vec<(String, String)>, Vec<Upload>), Sorry> {
    let broken = |status: StatusCode| match status {
        StatusCode::PAYLOAD_TOO_LARGE => too_large(web),
        // The connection broke off in the middle: the phone still has the words.
        _ => Sorry::Unavailable,
    };
    let mut multipart = Multipart::from_request(request, web)
        .await
        .map_err(|_| Sorry::FormExpired)?;
    let mut fields: Vec<(String, String)> = Vec::new();
    let mut files = Vec::new();
    loop {
        let field = multipart
            .next_field()
            .await
            .map_err(|error| broken(error.status()))?;
        let Some(mut field) = field else { break };
        if fields.len() + files.len() >= MOST_PARTS {
            return Err(too_large(web));
        }
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            let bytes = field.bytes().await.map_err(|error| broken(error.status()))?;
            fields.push((name, String::from_utf8_lossy(&bytes).into_owned()));
            continue;
        };
        let is_ours = fields
            .iter()
            .any(|(key, value)| key == "csrf" && guest.sent(web, value));
        if file.is_empty() || !is_ours {
            while field
                .chunk()
                .await
                .map_err(|error| broken(error.status()))?
                .is_some()
            {}
            continue;
        }
        let bytes = field.bytes().await.map_err(|error| broken(error.status()))?;
        files.push(Upload { name: file, bytes });
    }
    Ok((fields, files))
}
