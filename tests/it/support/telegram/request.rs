//! A call's fields, whichever of Telegram's four ways they came: query, form, JSON, multipart.
//!
//! Used by the server; the methods see only [`Params`].

use std::collections::BTreeMap;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use bytes::Bytes;
use serde_json::{Map, Value};

use super::refusals::Refusal;

/// Telegram's limit for what a bot uploads: 50 MB, and some room for the other fields.
pub const MAX_BODY_BYTES: usize = 50 * 1024 * 1024 + 64 * 1024;

#[derive(Debug, Default)]
pub struct Params {
    fields: Map<String, Value>,
    uploads: BTreeMap<String, Upload>,
}

#[derive(Debug, Clone)]
pub struct Upload {
    pub file_name: Option<String>,
    pub mime: Option<String>,
    pub bytes: Bytes,
}

impl Params {
    pub async fn read(request: Request) -> Result<Self, Refusal> {
        let mut params = Self::default();
        if let Some(query) = request.uri().query() {
            params.take_form(query.as_bytes());
        }
        let content_type = request.headers().get(CONTENT_TYPE);
        let content_type = content_type.map_or("", |value| value.to_str().unwrap_or(""));
        if content_type.starts_with("multipart/form-data") {
            params.take_multipart(request).await?;
            return Ok(params);
        }
        let is_json = content_type.starts_with("application/json");
        let body = axum::body::to_bytes(request.into_body(), MAX_BODY_BYTES).await;
        let body = body.map_err(|_| Refusal::new(413, "Request Entity Too Large"))?;
        if is_json && !body.is_empty() {
            let fields: Map<String, Value> =
                serde_json::from_slice(&body).map_err(|_| Refusal::bad_request("can't parse JSON object"))?;
            params.fields.extend(fields);
        } else {
            params.take_form(&body);
        }
        Ok(params)
    }

    fn take_form(&mut self, form: &[u8]) {
        for (key, value) in url::form_urlencoded::parse(form) {
            self.fields
                .insert(key.into_owned(), Value::String(value.into_owned()));
        }
    }

    async fn take_multipart(&mut self, request: Request) -> Result<(), Refusal> {
        let unreadable = |_| Refusal::bad_request("can't read the multipart body");
        let too_large = |_| Refusal::new(413, "Request Entity Too Large");
        let multipart = Multipart::from_request(request, &()).await;
        let mut multipart = multipart.map_err(|_| Refusal::bad_request("no boundary"))?;
        while let Some(part) = multipart.next_field().await.map_err(unreadable)? {
            let name = part.name().unwrap_or_default().to_owned();
            let file_name = part.file_name().map(str::to_owned);
            let mime = part.content_type().map(str::to_owned);
            let bytes = part.bytes().await.map_err(too_large)?;
            if file_name.is_none()
                && let Ok(text) = std::str::from_utf8(&bytes)
            {
                self.fields.insert(name.clone(), Value::String(text.to_owned()));
            }
            let upload = Upload {
                file_name: file_name.filter(|name| !name.is_empty()),
                mime,
                bytes,
            };
            self.uploads.insert(name, upload);
        }
        Ok(())
    }

    pub fn text(&self, key: &str) -> Option<String> {
        match self.fields.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Null => None,
            other => Some(other.to_string()),
        }
    }

    pub fn number(&self, key: &str) -> Option<i64> {
        self.text(key)?.trim().parse().ok()
    }

    pub fn decimal(&self, key: &str) -> Option<f64> {
        self.text(key)?.trim().parse().ok()
    }

    pub fn flag(&self, key: &str) -> bool {
        matches!(self.text(key).as_deref(), Some("true" | "True" | "1"))
    }

    /// A structured field: inside a JSON body it is a value, elsewhere its JSON text.
    pub fn json(&self, key: &str) -> Result<Option<Value>, Refusal> {
        match self.fields.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.is_empty() => Ok(None),
            Some(Value::String(text)) => serde_json::from_str(text)
                .map(Some)
                .map_err(|_| Refusal::bad_request(format!("can't parse {key} JSON object"))),
            Some(value) => Ok(Some(value.clone())),
        }
    }

    /// What was uploaded for a field: under `attach://name`, or under the field's own name.
    pub fn upload(&self, key: &str, value: &str) -> Option<&Upload> {
        let part = value.strip_prefix("attach://").unwrap_or(key);
        let is_part = value.starts_with("attach://") || !self.fields.contains_key(key);
        self.uploads.get(part).filter(|_| is_part)
    }

    /// The fields for the record of calls.
    pub fn for_record(&self) -> Value {
        let mut fields = self.fields.clone();
        for (name, upload) in &self.uploads {
            let size = format!("({} bytes)", upload.bytes.len());
            fields.entry(name.clone()).or_insert(Value::String(size));
        }
        Value::Object(fields)
    }
}
