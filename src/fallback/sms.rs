//! Short messages through a gateway that takes JSON over HTTP, as most providers and the government's own gateways do.

use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::redirect::Policy;

use super::{Outcome, Unusable};

/// A gateway that takes longer is out of order.
const PATIENCE: Duration = Duration::from_secs(15);
const CONNECTING: Duration = Duration::from_secs(5);

/// A gateway, ready to be used.
pub struct Sms {
    client: reqwest::Client,
    url: reqwest::Url,
    body: String,
}

/// The template with number and words in their places, inside texts of JSON: quotation marks, backslashes and line ends are
/// escaped, so that nobody's words can become structure. Words that look like a place are left alone.
pub fn filled(template: &str, phone: &str, text: &str) -> String {
    let mut body = String::with_capacity(template.len() + phone.len() + text.len());
    let mut rest = template;
    while let Some(place) = rest.find('{') {
        body.push_str(&rest[..place]);
        rest = &rest[place..];
        if let Some(after) = rest.strip_prefix("{phone}") {
            body.push_str(&escaped(phone));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("{text}") {
            body.push_str(&escaped(text));
            rest = after;
        } else {
            body.push('{');
            rest = &rest[1..];
        }
    }
    body.push_str(rest);
    body
}

/// A text as it stands between quotation marks in JSON.
fn escaped(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    quoted[1..quoted.len() - 1].to_owned()
}

impl Sms {
    /// Posts `body` (see [`filled`]) to `url`, with a secret in a header of this name.
    pub fn new(url: &str, body: &str, secret: Option<(&str, &str)>) -> Result<Self, Unusable> {
        let mut headers = HeaderMap::new();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        if let Some((name, value)) = secret {
            let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| Unusable)?;
            let mut value = HeaderValue::from_str(value).map_err(|_| Unusable)?;
            value.set_sensitive(true);
            headers.insert(name, value);
        }
        let client = reqwest::Client::builder()
            .default_headers(headers)
            .timeout(PATIENCE)
            .connect_timeout(CONNECTING)
            // A redirection would carry number and secret to a place that nobody has set.
            .redirect(Policy::none())
            .build()
            .map_err(|_| Unusable)?;
        Ok(Self {
            client,
            url: url.parse().map_err(|_| Unusable)?,
            body: body.to_owned(),
        })
    }

    /// True when something listens at the gateway's address; nothing is sent.
    pub async fn is_reachable(&self) -> bool {
        let Some(host) = self.url.host_str() else {
            return false;
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = self.url.port_or_known_default().unwrap_or(443);
        let connecting = tokio::net::TcpStream::connect((host, port));
        matches!(tokio::time::timeout(CONNECTING, connecting).await, Ok(Ok(_)))
    }

    /// Sends once. Any answer of 2xx counts as taken.
    pub async fn send(&self, phone: &str, text: &str) -> Outcome {
        let request = self
            .client
            .post(self.url.clone())
            .body(filled(&self.body, phone, text));
        let outcome = match request.send().await {
            Ok(answer) => of_status(answer.status()),
            Err(error) if error.is_connect() || error.is_builder() => Outcome::Unavailable,
            Err(_) => Outcome::Uncertain,
        };
        if outcome != Outcome::Taken {
            tracing::warn!(?outcome, "the gateway of short messages did not take a message");
        }
        outcome
    }
}

fn of_status(status: StatusCode) -> Outcome {
    match status {
        status if status.is_success() => Outcome::Taken,
        StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => Outcome::Unavailable,
        status if status.is_server_error() => Outcome::Unavailable,
        _ => Outcome::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_structure() {
        let template = r#"{"phone":"{phone}","text":"【联络】{text}","n":{"x":1}}"#;
        let body = filled(template, "139", "a\"},{\n\\{phone}");
        let read: serde_json::Value = serde_json::from_str(&body).unwrap();
        assert_eq!(read["text"], "【联络】a\"},{\n\\{phone}");
        assert_eq!(read["phone"], "139");
        assert_eq!(read["n"]["x"], 1);
    }
}
