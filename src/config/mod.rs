//! The settings of an installation, and the only reader of the environment. Called by `app` and `main` before anything else.
//!
//! **Invariants**
//! - All faults are told at once, each with the setting's name, what is wrong and an example.
//! - `.env` in the working directory never overrides the real environment, and changes nothing in it.
//! - Tokens, passwords and addresses that hold them are `Secret`: they stand in no fault, log or debug text.

mod fault;
mod given;
pub mod key_file;
mod network;
mod secret;
mod settings;
#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use lettre::message::Mailbox;

use crate::domain::Locale;
use crate::domain::context::Rules;
use crate::domain::time::{DAY_MS, MINUTE_MS, QuietHours, SECOND_MS};
use crate::fallback::{self, Channels};

pub use fault::{Fault, Warning, Wrong};
pub use network::{Network, NoNetwork};
pub use secret::Secret;
pub use settings::{Group, SETTINGS, Setting, Shown, settings_file, settings_table};

use given::Given;

/// How updates come in from Telegram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TelegramMode {
    /// Fetched by long polling: needs no public address.
    Poll,
    /// Delivered to `PUBLIC_URL/telegram/webhook` with this secret in the header.
    Webhook {
        /// 1 to 256 characters of `A-Z a-z 0-9 _ -`.
        secret: Secret,
    },
}

/// The Telegram channel.
#[derive(Debug, Clone)]
pub struct Telegram {
    /// The bot's token.
    pub token: Secret,
    /// Another server of the Bot API than Telegram's own.
    pub api_url: Option<url::Url>,
    /// An HTTP proxy on the way there; may hold a password.
    pub proxy: Option<Secret>,
    /// How updates come in.
    pub mode: TelegramMode,
}

/// The settable clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetClock {
    /// What it shows at the start, in epoch milliseconds; none: the present.
    pub starts_at: Option<i64>,
    /// So many seconds pass in one; 0: it stands still.
    pub speed: u32,
}

/// How fast messages leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sending {
    /// Messages a second of the bot.
    pub per_second: u32,
    /// Messages a second to one chat; 0: no limit.
    pub per_chat_per_second: u32,
    /// Messages under way at a time.
    pub in_flight: usize,
}

/// What the web takes from people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WebLimits {
    /// Bytes of one file.
    pub upload_bytes: usize,
    /// Posts a minute of one session.
    pub posts_per_minute: u32,
    /// Posts a minute from one address: a village may stand behind one.
    pub posts_per_minute_per_address: u32,
}

/// A gateway of short messages.
#[derive(Debug, Clone)]
pub struct SmsSettings {
    /// Where to post; may hold a key.
    pub url: Secret,
    /// JSON with `{phone}` and `{text}` inside texts.
    pub body: String,
    /// The header that carries the secret.
    pub header: String,
    /// What it carries.
    pub secret: Option<Secret>,
}

/// A mail server.
#[derive(Debug, Clone)]
pub struct EmailSettings {
    /// `smtps://user:password@host:port` and its like.
    pub url: Secret,
    /// The sender.
    pub from: Mailbox,
}

/// The shape of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines: a JSON object a line.
    Json,
}

/// All settings, read and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// None: the web chat and desk alone.
    pub telegram: Option<Telegram>,
    /// The address of the database.
    pub database: Secret,
    /// Where files lie.
    pub files_dir: PathBuf,
    /// Where the key lies.
    pub key_file: PathBuf,
    /// Where the web pages listen.
    pub listen: SocketAddr,
    /// Where the numbers for monitoring listen; none: nowhere.
    pub metrics_listen: Option<SocketAddr>,
    /// How the web chat is reached from outside; without a slash at the end.
    pub public_url: String,
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// The language of the command line and of people of whom nothing is known.
    pub locale: Locale,
    /// The settable clock.
    pub clock: SetClock,
    /// How fast messages leave.
    pub sending: Sending,
    /// What the web takes.
    pub web: WebLimits,
    /// The gateway of short messages.
    pub sms: Option<SmsSettings>,
    /// The mail server.
    pub email: Option<EmailSettings>,
    /// What is logged, as `tracing_subscriber::EnvFilter` reads it.
    pub log_filter: String,
    /// The shape of the log.
    pub log_format: LogFormat,
    /// What is worth a word.
    pub warnings: Vec<Warning>,
    rules: Rules,
}

/// The environment, with what `.env` adds to it.
struct Surroundings {
    pairs: Vec<(String, String)>,
    faults: Vec<Fault>,
}

impl Surroundings {
    fn read() -> Self {
        let mut surroundings = Self {
            pairs: Vec::new(),
            faults: Vec::new(),
        };
        match std::fs::read(".env") {
            Ok(bytes) => surroundings.take_file(&bytes),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => surroundings.faults.push(Fault::File(error.kind())),
        }
        #[expect(
            clippy::disallowed_methods,
            reason = "this is the one reader of the environment"
        )]
        let variables = std::env::vars_os();
        for (name, value) in variables {
            let Ok(name) = name.into_string() else { continue };
            match value.into_string() {
                // Later pairs win, so the real environment is never overridden.
                Ok(value) => surroundings.pairs.push((name, value)),
                Err(_) => {
                    if let Some(setting) = settings::find(&name) {
                        let fault = Fault::of(setting.name, "", Wrong::Unreadable);
                        surroundings.faults.push(fault);
                    }
                }
            }
        }
        surroundings
    }

    fn take_file(&mut self, bytes: &[u8]) {
        // Notepad puts a byte order mark in front.
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        for pair in dotenvy::from_read_iter(bytes) {
            match pair {
                Ok(pair) => self.pairs.push(pair),
                Err(dotenvy::Error::LineParse(line, _)) => {
                    let text = String::from_utf8_lossy(bytes);
                    let first = line.lines().next().unwrap_or_default().trim();
                    let place = text
                        .lines()
                        .position(|it| !first.is_empty() && it.trim() == first);
                    let number = place.and_then(|place| i64::try_from(place + 1).ok());
                    self.faults.push(Fault::Line(number.unwrap_or(0)));
                }
                Err(_) => {
                    self.faults.push(Fault::Line(0));
                    break;
                }
            }
        }
    }
}

/// The language that is asked for, whatever else is wrong with the settings: faults are told in it.
pub fn asked_locale() -> Locale {
    let pairs = Surroundings::read().pairs;
    pairs
        .iter()
        .rev()
        .find(|(name, _)| name == "LIANLUO_LOCALE")
        .and_then(|(_, tag)| Locale::from_tag(tag.trim()))
        .unwrap_or_default()
}

impl Config {
    /// Reads `.env` of the working directory and the environment. Errors: all faults, never empty.
    pub fn read() -> Result<Config, Vec<Fault>> {
        let Surroundings { pairs, mut faults } = Surroundings::read();
        match Config::from_pairs(pairs) {
            Ok(config) if faults.is_empty() => Ok(config),
            Ok(_) => Err(faults),
            Err(more) => {
                faults.extend(more);
                Err(faults)
            }
        }
    }

    /// Reads names and values; of a name that comes twice the later value counts, and names of others are passed over.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Config, Vec<Fault>> {
        let mut given = Given::new(pairs);
        let telegram = read_telegram(&mut given);
        let (listen, metrics_listen) = read_listen(&mut given);
        let public_url = read_public_url(&mut given, listen, telegram.as_ref());
        let clock = SetClock {
            starts_at: given.read("LIANLUO_CLOCK", |text| {
                chrono::DateTime::parse_from_rfc3339(text)
                    .map(|at| at.timestamp_millis())
                    .map_err(|_| Wrong::Instant)
            }),
            speed: given.number("LIANLUO_CLOCK_SPEED", 0, 1_000_000),
        };
        let locale = given
            .read("LIANLUO_LOCALE", |text| {
                Locale::from_tag(text).ok_or(Wrong::OneOf("zh-CN, en"))
            })
            .unwrap_or_default();
        let config = Config {
            telegram,
            database: read_database(&mut given),
            files_dir: PathBuf::from(given.text("FILES_DIR").unwrap_or_default()),
            key_file: PathBuf::from(given.text("KEY_FILE").unwrap_or_default()),
            listen,
            metrics_listen,
            trusted_proxies: read_networks(&mut given),
            locale,
            clock,
            sending: Sending {
                per_second: given.number("SEND_PER_SECOND", 1, 1_000_000),
                per_chat_per_second: given.number("SEND_PER_CHAT_PER_SECOND", 0, 1_000),
                in_flight: given.number("SEND_IN_FLIGHT", 1, 1_024),
            },
            web: WebLimits {
                upload_bytes: given.number::<usize>("UPLOAD_LIMIT_MB", 1, 100) * 1024 * 1024,
                posts_per_minute: given.number("WEB_POSTS_PER_MINUTE", 1, 100_000),
                posts_per_minute_per_address: given.number("WEB_POSTS_PER_MINUTE_PER_ADDRESS", 1, 1_000_000),
            },
            sms: read_sms(&mut given),
            email: read_email(&mut given),
            log_filter: given
                .read("RUST_LOG", |text| {
                    tracing_subscriber::EnvFilter::try_new(text)
                        .map(|_| text.to_owned())
                        .map_err(|_| Wrong::LogFilter)
                })
                .unwrap_or_default(),
            log_format: given
                .read("LOG_FORMAT", |text| match text {
                    "text" => Ok(LogFormat::Text),
                    "json" => Ok(LogFormat::Json),
                    _ => Err(Wrong::OneOf("text, json")),
                })
                .unwrap_or(LogFormat::Text),
            warnings: warnings(&given, clock, &public_url),
            rules: read_rules(&mut given, &public_url),
            public_url,
        };
        if given.faults.is_empty() {
            Ok(config)
        } else {
            Err(given.faults)
        }
    }

    /// The rules for deciding. `bot_name`: without `@`; empty without Telegram.
    pub fn rules(&self, bot_name: &str) -> Rules {
        Rules {
            bot_name: bot_name.trim_start_matches('@').to_owned(),
            ..self.rules.clone()
        }
    }

    /// The channels for people who aren't looking. Errors: the name of the setting that can't be used after all.
    pub fn fallback(&self) -> Result<Channels, &'static str> {
        let sms = self.sms.as_ref().map(|sms| {
            let secret = sms
                .secret
                .as_ref()
                .map(|secret| (sms.header.as_str(), secret.open()));
            fallback::Sms::new(sms.url.open(), &sms.body, secret).map_err(|_| "SMS_URL")
        });
        let email = self
            .email
            .as_ref()
            .map(|email| fallback::Email::new(email.url.open(), email.from.clone()).map_err(|_| "SMTP_URL"));
        Ok(Channels {
            sms: sms.transpose()?,
            email: email.transpose()?,
        })
    }
}

fn read_telegram(given: &mut Given) -> Option<Telegram> {
    let token = given.read("TELOXIDE_TOKEN", |text| {
        let is_token = text.split_once(':').is_some_and(|(id, word)| {
            !id.is_empty()
                && id.bytes().all(|byte| byte.is_ascii_digit())
                && !word.is_empty()
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
        });
        is_token.then(|| Secret::new(text)).ok_or(Wrong::Token)
    });
    let api_url = given.web_address("TELOXIDE_API_URL");
    let proxy = given.web_address("TELOXIDE_PROXY");
    let secret = given.read("TELEGRAM_WEBHOOK_SECRET", |text| {
        let fits = text.len() <= 256
            && text
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
        fits.then(|| Secret::new(text)).ok_or(Wrong::WebhookSecret)
    });
    let is_webhook = given
        .read("TELEGRAM_MODE", |text| match text {
            "poll" => Ok(false),
            "webhook" => Ok(true),
            _ => Err(Wrong::OneOf("poll, webhook")),
        })
        .unwrap_or(false);
    let mode = match (is_webhook, secret) {
        (false, _) => TelegramMode::Poll,
        (true, Some(secret)) => TelegramMode::Webhook { secret },
        (true, None) => {
            for needed in ["TELOXIDE_TOKEN", "TELEGRAM_WEBHOOK_SECRET"] {
                if !given.is_given(needed) {
                    given.fault(needed, Wrong::Missing("TELEGRAM_MODE=webhook"));
                }
            }
            TelegramMode::Poll
        }
    };
    Some(Telegram {
        token: token?,
        api_url,
        proxy: proxy.map(|url| Secret::new(url.as_str())),
        mode,
    })
}

fn read_listen(given: &mut Given) -> (SocketAddr, Option<SocketAddr>) {
    let read = |text: &str| text.parse::<SocketAddr>().map_err(|_| Wrong::Listen);
    let listen = given.read("LISTEN", read);
    let metrics = given.read("METRICS_LISTEN", read);
    // Port 0 is any free one, so two of them aren't the same.
    if listen.is_some() && listen == metrics && listen.is_some_and(|listen| listen.port() != 0) {
        given.fault("METRICS_LISTEN", Wrong::SameListen);
    }
    let nowhere = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0);
    (listen.unwrap_or(nowhere), metrics)
}

fn read_public_url(given: &mut Given, listen: SocketAddr, telegram: Option<&Telegram>) -> String {
    let url = given.web_address("PUBLIC_URL");
    if let Some(url) = &url {
        let is_root = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        if !is_root {
            given.fault("PUBLIC_URL", Wrong::NotARoot);
        }
    }
    // A server of one's own may deliver to any address; Telegram's own doesn't.
    if let Some(telegram) = telegram
        && matches!(telegram.mode, TelegramMode::Webhook { .. })
    {
        match &url {
            None if !given.is_given("PUBLIC_URL") => {
                given.fault("PUBLIC_URL", Wrong::Missing("TELEGRAM_MODE=webhook"));
            }
            Some(url) if telegram.api_url.is_none() => {
                let is_reached = url.scheme() == "https"
                    && matches!(url.port_or_known_default(), Some(443 | 80 | 88 | 8443));
                if !is_reached {
                    given.fault("PUBLIC_URL", Wrong::NeedsHttps);
                }
            }
            _ => {}
        }
    }
    match url {
        Some(url) => url.as_str().trim_end_matches('/').to_owned(),
        None if listen.ip().is_unspecified() => format!("http://127.0.0.1:{}", listen.port()),
        None => format!("http://{listen}"),
    }
}

fn read_database(given: &mut Given) -> Secret {
    let database = given.read("DATABASE_URL", |text| {
        let fits = match text.split_once("://") {
            // The path is a path: a question mark would become part of the file's name.
            Some(("sqlite", path)) => !path.is_empty() && !path.contains('?') && path != ":memory:",
            Some(("postgres" | "postgresql", rest)) => !rest.is_empty() && url::Url::parse(text).is_ok(),
            _ => false,
        };
        fits.then(|| Secret::new(text)).ok_or(Wrong::Database)
    });
    database.unwrap_or_else(|| Secret::new(""))
}

fn read_networks(given: &mut Given) -> Vec<Network> {
    given
        .read("TRUSTED_PROXY", |text| {
            text.split([',', ' ', '，', '、'])
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().map_err(|_: NoNetwork| Wrong::Networks))
                .collect()
        })
        .unwrap_or_default()
}

fn read_sms(given: &mut Given) -> Option<SmsSettings> {
    let url = given.web_address("SMS_URL");
    let body = given.read("SMS_BODY", |text| {
        for place in ["{phone}", "{text}"] {
            if !text.contains(place) {
                return Err(Wrong::LacksPlace(place));
            }
        }
        let sample = fallback::filled(text, "13900000000", "\"\\\n");
        match serde_json::from_str::<serde::de::IgnoredAny>(&sample) {
            Ok(_) => Ok(text.to_owned()),
            Err(_) => Err(Wrong::NotJson),
        }
    });
    let header = given.read("SMS_HEADER", |text| {
        reqwest::header::HeaderName::from_bytes(text.as_bytes())
            .map(|_| text.to_owned())
            .map_err(|_| Wrong::HeaderName)
    });
    let secret = given.read("SMS_SECRET", |text| {
        reqwest::header::HeaderValue::from_str(text)
            .map(|_| Secret::new(text))
            .map_err(|_| Wrong::HeaderValue)
    });
    Some(SmsSettings {
        url: Secret::new(url?.as_str()),
        body: body?,
        header: header?,
        secret,
    })
}

fn read_email(given: &mut Given) -> Option<EmailSettings> {
    let password = given.text("SMTP_PASSWORD");
    let url = given.read("SMTP_URL", |text| {
        let mut url = url::Url::parse(text).map_err(|_| Wrong::Smtp)?;
        if let Some(password) = &password {
            url.set_password(Some(password)).map_err(|()| Wrong::Smtp)?;
        }
        match fallback::Wire::of(&url) {
            None => Err(Wrong::Smtp),
            Some(fallback::Wire::Clear) if url.password().is_some() => Err(Wrong::PasswordInTheClear),
            Some(_) => Ok(Secret::new(url.as_str())),
        }
    });
    let from = given.read("SMTP_FROM", |text| {
        text.parse::<Mailbox>().map_err(|_| Wrong::MailAddress)
    });
    if url.is_some() && !given.is_given("SMTP_FROM") {
        given.fault("SMTP_FROM", Wrong::Missing("SMTP_URL"));
    }
    Some(EmailSettings {
        url: url?,
        from: from?,
    })
}

fn read_rules(given: &mut Given, public_url: &str) -> Rules {
    Rules {
        receipt_window_ms: given.number::<i64>("RECEIPT_WINDOW_SECONDS", 0, 3_600) * SECOND_MS,
        cards_per_minute: given.number("CARDS_PER_MINUTE", 1, 60),
        invitation_ms: given.number::<i64>("INVITATION_DAYS", 1, 365) * DAY_MS,
        lookup_tries: given.number("LOOKUP_TRIES", 1, 20),
        retention_months: given.number("RETENTION_MONTHS", 1, 120),
        fallback_after_ms: given.number::<i64>("FALLBACK_AFTER_MINUTES", 1, 10_080) * MINUTE_MS,
        quiet: QuietHours {
            from_minute: given.time_of_day("QUIET_FROM"),
            until_minute: given.time_of_day("QUIET_UNTIL"),
        },
        office_phone: given
            .read("OFFICE_PHONE", |text| {
                if text.chars().count() <= 40 && !text.chars().any(char::is_control) {
                    Ok(text.to_owned())
                } else {
                    Err(Wrong::Telephone)
                }
            })
            .unwrap_or_default(),
        public_url: public_url.to_owned(),
        ..Rules::default()
    }
}

fn warnings(given: &Given, clock: SetClock, public_url: &str) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = given
        .unknown()
        .map(|name| Warning::Unknown(name.to_owned()))
        .collect();
    let is_local = url::Url::parse(public_url)
        .ok()
        .and_then(|url| url.host().map(|host| fallback::is_loopback(&host)))
        .unwrap_or(false);
    if public_url.starts_with("http://") && !is_local {
        warnings.push(Warning::PlainPublicUrl);
    }
    if clock.starts_at.is_some() || clock.speed != 1 {
        warnings.push(Warning::SetClock);
    }
    warnings
}
