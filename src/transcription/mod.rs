//! The words of a voice message, by a service of the office's choice that speaks as OpenAI's does: a form with the sound is
//! posted, JSON with `text` comes back.
//!
//! Called by the job that looks after voice messages of deputies; made from the settings by `Config::transcriber`.
//!
//! **Invariants:** off unless an address is set; only what a caller hands over leaves the machine, and callers hand over
//! voices of deputies alone; words, address and secret reach no log and no error; a call ends within the time-out.

use std::time::Duration;

use reqwest::StatusCode;
use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::multipart::{Form, Part};
use reqwest::redirect::Policy;

/// A minute of speech takes a slow machine about a minute.
const PATIENCE: Duration = Duration::from_secs(90);
const CONNECTING: Duration = Duration::from_secs(5);
/// An answer that is longer is no transcription of a voice message.
const MOST_BYTES: usize = 256 * 1024;

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// The words; blank, when nothing was said.
    Words(String),
    /// Nobody answers, or not in a way that can be read: to be tried again later.
    NotNow,
    /// Refused for good: our secret, our request, or this sound.
    Refused,
}

/// What can't be used was found only when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable;

/// A service, ready to be asked.
#[derive(Clone)]
pub struct Transcriber {
    client: reqwest::Client,
    url: reqwest::Url,
    model: String,
}

impl Transcriber {
    /// `secret`: what `Authorization` carries; a bare word is sent as `Bearer` word.
    pub fn new(url: &str, model: &str, secret: Option<&str>) -> Result<Self, Unusable> {
        let mut headers = HeaderMap::new();
        if let Some(secret) = secret {
            let secret = match secret.trim() {
                whole if whole.contains(' ') => whole.to_owned(),
                bare => format!("Bearer {bare}"),
            };
            let mut value = HeaderValue::from_str(&secret).map_err(|_| Unusable)?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        let client = reqwest::Client::builder()
            .default_headers(headers)
            .timeout(PATIENCE)
            .connect_timeout(CONNECTING)
            // A redirection would carry voice and secret to a place that nobody has set.
            .redirect(Policy::none())
            .build()
            .map_err(|_| Unusable)?;
        Ok(Self {
            client,
            url: url.parse().map_err(|_| Unusable)?,
            model: model.to_owned(),
        })
    }

    /// Asks once. `mime`: of the sound; `name`: with an ending, by which such services know the kind.
    pub async fn ask(&self, sound: Vec<u8>, name: &str, mime: &str) -> Asked {
        let part = Part::bytes(sound).file_name(name.to_owned());
        let Ok(part) = part.mime_str(mime) else {
            return Asked::Refused;
        };
        let form = Form::new()
            .text("model", self.model.clone())
            .text("language", "zh")
            .text("response_format", "json")
            .part("file", part);
        let asked = match self.client.post(self.url.clone()).multipart(form).send().await {
            Ok(answer) => read(answer).await,
            Err(_) => Asked::NotNow,
        };
        if !matches!(asked, Asked::Words(_)) {
            let refused = asked == Asked::Refused;
            tracing::warn!(refused, "the service for transcription gave no words");
        }
        asked
    }

    /// True when something listens at the service's address; nothing is sent.
    pub async fn is_reachable(&self) -> bool {
        let Some(host) = self.url.host_str() else {
            return false;
        };
        let host = host.trim_start_matches('[').trim_end_matches(']');
        let port = self.url.port_or_known_default().unwrap_or(443);
        let connecting = tokio::net::TcpStream::connect((host, port));
        matches!(tokio::time::timeout(CONNECTING, connecting).await, Ok(Ok(_)))
    }
}

#[derive(serde::Deserialize)]
struct Answer {
    text: String,
}

async fn read(mut answer: reqwest::Response) -> Asked {
    match answer.status() {
        status if status.is_success() => {}
        StatusCode::REQUEST_TIMEOUT | StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => {
            return Asked::NotNow;
        }
        status if status.is_server_error() => return Asked::NotNow,
        _ => return Asked::Refused,
    }
    let mut body = Vec::new();
    loop {
        match answer.chunk().await {
            Ok(Some(chunk)) if body.len() + chunk.len() <= MOST_BYTES => body.extend_from_slice(&chunk),
            Ok(None) => break,
            Ok(Some(_)) | Err(_) => return Asked::NotNow,
        }
    }
    match serde_json::from_slice::<Answer>(&body) {
        Ok(answer) => Asked::Words(answer.text),
        Err(_) => Asked::NotNow,
    }
}
