//! One call to the Bot API through teloxide's client: its address, token and connections, its errors; not its way of
//! reading answers.
//!
//! Called by everything here that talks to Telegram. teloxide 0.17 sleeps ten seconds after every 5xx while the caller
//! waits, and parses the whole message that was sent; here the status is told at once and only what is asked for is
//! parsed. **Invariant:** no error says the token or what Telegram answered: both are private.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use teloxide::types::{ChatId, Seconds};
use teloxide::{ApiError, Bot, RequestError};

/// A call that failed.
#[derive(Debug)]
pub(super) struct Failed {
    /// The HTTP status, if an answer came.
    pub(super) status: Option<u16>,
    pub(super) error: RequestError,
}

impl Failed {
    pub(super) fn network(error: reqwest::Error) -> Self {
        Self {
            status: None,
            // teloxide's conversion takes the token out of the address.
            error: error.into(),
        }
    }

    /// Another try may succeed without anyone doing anything.
    pub(super) fn is_passing(&self) -> bool {
        matches!(self.status, None | Some(200..=299 | 429 | 500..))
    }

    /// The pause that Telegram asks for.
    pub(super) fn asked_for(&self) -> Option<Duration> {
        match &self.error {
            RequestError::RetryAfter(seconds) => Some(seconds.duration()),
            _ => None,
        }
    }

    /// One clear sentence for the log.
    pub(super) fn sentence(&self) -> String {
        match (self.status, &self.error) {
            (Some(status @ 500..), _) => format!("Telegram is out of order (HTTP {status})"),
            (Some(401 | 404), _) => {
                "Telegram doesn't know this bot: the token is wrong or was revoked".to_owned()
            }
            (_, RequestError::Api(ApiError::TerminatedByOtherGetUpdates)) => {
                "another program fetches updates with the same token".to_owned()
            }
            (Some(409), _) => {
                "a webhook is set for this bot, or another program fetches its updates".to_owned()
            }
            (_, RequestError::Api(error)) => format!("Telegram refuses: {error}"),
            (_, RequestError::RetryAfter(seconds)) => {
                format!("Telegram asks for a pause of {} seconds", seconds.seconds())
            }
            (_, RequestError::MigrateToChatId(_)) => "the chat has another number now".to_owned(),
            (_, RequestError::Network(error)) if error.is_timeout() => {
                "Telegram doesn't answer in time".to_owned()
            }
            (_, RequestError::Network(error)) if error.is_connect() => "Telegram can't be reached".to_owned(),
            (_, RequestError::Network(_)) => "the connection to Telegram broke".to_owned(),
            (_, RequestError::InvalidJson { .. }) => "Telegram's answer can't be read".to_owned(),
            (_, RequestError::Io(_)) => "a file on our disk can't be read".to_owned(),
        }
    }
}

/// An answer as it came.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) body: String,
}

#[derive(Deserialize)]
struct Reply<'a> {
    ok: bool,
    #[serde(borrow)]
    result: Option<&'a RawValue>,
    #[serde(borrow)]
    description: Option<Cow<'a, str>>,
    error_code: Option<u16>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u32>,
    migrate_to_chat_id: Option<i64>,
}

impl Answer {
    /// The `result`, or what Telegram said instead.
    pub(super) fn result<'a, T: Deserialize<'a>>(&'a self) -> Result<T, Failed> {
        let reply: Reply<'a> = serde_json::from_str(&self.body).map_err(|fault| self.unreadable(fault))?;
        match reply.result {
            Some(result) if reply.ok => {
                serde_json::from_str(result.get()).map_err(|fault| self.unreadable(fault))
            }
            _ => Err(self.refused(&reply)),
        }
    }

    fn unreadable(&self, source: serde_json::Error) -> Failed {
        Failed {
            status: Some(self.status),
            error: RequestError::InvalidJson {
                source: Arc::new(source),
                // The body is people's words; whoever needs it has it.
                raw: "".into(),
            },
        }
    }

    fn refused(&self, reply: &Reply<'_>) -> Failed {
        let parameters = reply.parameters.as_ref();
        let status = reply.error_code.unwrap_or(self.status);
        let error = if let Some(seconds) = parameters.and_then(|it| it.retry_after) {
            RequestError::RetryAfter(Seconds::from_seconds(seconds))
        } else if let Some(chat) = parameters.and_then(|it| it.migrate_to_chat_id) {
            RequestError::MigrateToChatId(ChatId(chat))
        } else {
            RequestError::Api(api_error(reply.description.as_deref().unwrap_or_default()))
        };
        Failed {
            status: Some(status),
            error,
        }
    }
}

fn api_error(description: &str) -> ApiError {
    let known = ApiError::deserialize(serde::de::value::StrDeserializer::<serde::de::value::Error>::new(
        description,
    ));
    known.unwrap_or_else(|_| ApiError::Unknown(description.to_owned()))
}

/// Calls a method with a JSON body and reads what it gives.
pub(super) async fn call<T: for<'a> Deserialize<'a>>(
    bot: &Bot,
    method: &str,
    payload: &(impl Serialize + Sync),
) -> Result<T, Failed> {
    post(bot, method, payload, None).await?.result()
}

/// Calls a method with a JSON body. Without `patience` the time-out of the client holds.
pub(super) async fn post(
    bot: &Bot,
    method: &str,
    payload: &(impl Serialize + Sync),
    patience: Option<Duration>,
) -> Result<Answer, Failed> {
    let request = bot.client().post(method_url(bot, method)).json(payload);
    let request = match patience {
        Some(patience) => request.timeout(patience),
        None => request,
    };
    answer(request).await
}

/// Sends a request and takes the whole answer.
pub(super) async fn answer(request: reqwest::RequestBuilder) -> Result<Answer, Failed> {
    read_answer(request.send().await.map_err(Failed::network)?).await
}

/// Takes the whole answer behind its head.
pub(super) async fn read_answer(response: reqwest::Response) -> Result<Answer, Failed> {
    let status = response.status().as_u16();
    let body = response.bytes().await.map_err(Failed::network)?;
    let body = String::from_utf8(body.into())
        .unwrap_or_else(|fault| String::from_utf8_lossy(fault.as_bytes()).into_owned());
    Ok(Answer { status, body })
}

/// `<api>/bot<token>/<method>`.
pub(super) fn method_url(bot: &Bot, method: &str) -> reqwest::Url {
    let token = format!("bot{}", bot.token());
    address(bot, [token.as_str(), method].into_iter())
}

/// `<api>/file/bot<token>/<path>`.
pub(super) fn file_url(bot: &Bot, path: &str) -> reqwest::Url {
    let token = format!("bot{}", bot.token());
    address(bot, ["file", token.as_str()].into_iter().chain(path.split('/')))
}

fn address<'a>(bot: &Bot, segments: impl Iterator<Item = &'a str>) -> reqwest::Url {
    let mut url = bot.api_url();
    url.path_segments_mut()
        .expect("connect() takes only addresses that can have a path")
        .pop_if_empty()
        .extend(segments);
    url
}
