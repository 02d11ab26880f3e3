//! The bot: its connection, its number and name, its list of commands.
//!
//! Called by `app` at the start. **Invariant:** the token is in no address that we keep and in no word that we log.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use teloxide::Bot;
use teloxide::types::BotCommand;

use super::call::{Failed, call, method_url, read_answer};
use crate::domain::Locale;
use crate::text::words;

/// Why the client can't be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadConnection {
    /// The token hasn't the shape `<number>:<secret>`.
    Token,
    /// `TELOXIDE_API_URL` is no http or https address.
    ApiUrl,
    /// `TELOXIDE_PROXY` is no address of a proxy.
    Proxy,
}

impl std::fmt::Display for BadConnection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            BadConnection::Token => {
                "TELOXIDE_TOKEN hasn't the shape that BotFather gives: a number, a colon, a secret"
            }
            BadConnection::ApiUrl => "TELOXIDE_API_URL is no http or https address",
            BadConnection::Proxy => "TELOXIDE_PROXY is no address of a proxy",
        })
    }
}

impl std::error::Error for BadConnection {}

/// Makes the client; nothing is sent yet. Only the proxy given here is used, never one from the environment.
pub fn connect(token: &str, api_url: Option<&str>, proxy: Option<&str>) -> Result<Bot, BadConnection> {
    bot_id(token).ok_or(BadConnection::Token)?;
    let client = reqwest::Client::builder()
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(30))
        .tcp_nodelay(true)
        // A network that dies silently is noticed within seconds, also under a long poll.
        .tcp_keepalive(Duration::from_secs(5))
        .tcp_keepalive_interval(Duration::from_secs(3))
        .tcp_keepalive_retries(3)
        .pool_max_idle_per_host(256);
    let client = match proxy {
        Some(proxy) => client.proxy(reqwest::Proxy::all(proxy).map_err(|_| BadConnection::Proxy)?),
        None => client.no_proxy(),
    };
    let client = client.build().map_err(|_| BadConnection::Proxy)?;
    let bot = Bot::with_client(token, client);
    let Some(api_url) = api_url else {
        return Ok(bot);
    };
    let url: reqwest::Url = api_url.parse().map_err(|_| BadConnection::ApiUrl)?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(BadConnection::ApiUrl);
    }
    Ok(bot.set_api_url(url))
}

/// The bot's number: the part of the token before the colon. It is in every address and input key.
pub fn bot_id(token: &str) -> Option<&str> {
    let (id, secret) = token.split_once(':')?;
    let well_formed = !id.is_empty() && id.bytes().all(|b| b.is_ascii_digit()) && !secret.is_empty();
    well_formed.then_some(id)
}

/// What Telegram says of the bot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its number.
    pub id: i64,
    /// Its name without the `@`, for deep links.
    #[serde(default)]
    pub username: String,
}

/// Asks Telegram who the bot is. The error is a sentence for the log.
pub async fn who_am_i(bot: &Bot) -> Result<Me, String> {
    #[derive(Serialize)]
    struct Nothing {}
    call(bot, "getMe", &Nothing {})
        .await
        .map_err(|failed| failed.sentence())
}

/// Where Telegram delivers, as it says itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct WebhookInfo {
    /// Empty: nowhere; updates are fetched.
    #[serde(default)]
    pub url: String,
    /// Updates that wait there.
    #[serde(default)]
    pub pending_update_count: i64,
    /// Why the last delivery failed; empty: none did.
    #[serde(default)]
    pub last_error_message: String,
}

/// What a look from outside gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// The bot.
    pub me: Me,
    /// Where updates go.
    pub webhook: WebhookInfo,
    /// What Telegram's clock said, to the second, in epoch milliseconds.
    pub date_at: Option<i64>,
}

/// Why Telegram can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It doesn't know the token.
    WrongToken,
    /// It can't be reached.
    NoNetwork,
    /// It answers something else than it should.
    OutOfOrder,
}

impl From<Failed> for Trouble {
    fn from(failed: Failed) -> Self {
        match failed.status {
            Some(401 | 404) => Trouble::WrongToken,
            None => Trouble::NoNetwork,
            Some(_) => Trouble::OutOfOrder,
        }
    }
}

/// Looks at the bot without changing anything.
pub async fn look_at(bot: &Bot) -> Result<Looked, Trouble> {
    #[derive(Serialize)]
    struct Nothing {}
    let request = bot.client().post(method_url(bot, "getMe")).json(&Nothing {});
    let response = request.send().await.map_err(Failed::network)?;
    let date = response.headers().get(reqwest::header::DATE).cloned();
    let me: Me = read_answer(response).await?.result()?;
    let date_at = date
        .and_then(|date| chrono::DateTime::parse_from_rfc2822(date.to_str().ok()?).ok())
        .map(|date| date.timestamp_millis());
    Ok(Looked {
        me,
        webhook: call(bot, "getWebhookInfo", &Nothing {}).await?,
        date_at,
    })
}

/// The commands in the bot's menu: few, since everything has a button.
const COMMANDS: [&str; 8] = [
    "start", "find", "my", "letters", "todo", "suggestions", "handbook", "help",
];

/// Sets the list of commands in both languages. Best effort: without it only the menu is missing.
pub async fn set_commands(bot: &Bot) {
    #[derive(Serialize)]
    struct SetMyCommands {
        commands: Vec<BotCommand>,
        #[serde(skip_serializing_if = "Option::is_none")]
        language_code: Option<&'static str>,
    }
    // Chinese is what everyone sees whose language has no list of its own.
    for (locale, language_code) in [
        (Locale::ZhCn, None),
        (Locale::ZhCn, Some("zh")),
        (Locale::En, Some("en")),
    ] {
        let described = |name: &&str| {
            let key = format!("telegram-command-{name}");
            BotCommand::new(*name, words(locale).say(&key))
        };
        let payload = SetMyCommands {
            commands: COMMANDS.iter().map(described).collect(),
            language_code,
        };
        let set: Result<bool, _> = call(bot, "setMyCommands", &payload).await;
        if let Err(failed) = set {
            tracing::warn!(
                language_code,
                "The menu of commands was not set: {}.",
                failed.sentence()
            );
        }
    }
}
