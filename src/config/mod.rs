//! The settings of an installation, and the only reader of the environment. Called by `app` and `main` before anything else.
//!
//! **Invariants**
//! - All faults are told at once, each with the setting's name, what is wrong and an example.
//! - `.env` in the working directory never overrides the real environment, and changes nothing in it.
//! - Tokens, passwords and addresses that hold them are `Secret`: they stand in no fault, log or debug text.

mod channels;
mod fault;
mod given;
pub mod key_file;
mod network;
mod secret;
mod settings;
mod surroundings;
#[cfg(test)]
mod tests;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use crate::domain::Locale;
use crate::domain::context::Rules;
use crate::domain::feedback::{Sealing, SlipCounts};
use crate::domain::time::{DAY_MS, MINUTE_MS, QuietHours, SECOND_MS};
use crate::fallback::{self, Channels};
use crate::transcription::Transcriber;

pub use channels::{EmailSettings, SmsSettings, Telegram, TelegramMode, TranscribeSettings};
pub use fault::{Fault, Warning, Wrong};
pub use network::{Network, NoNetwork};
pub use secret::Secret;
pub use settings::{Group, SETTINGS, Setting, Shown, settings_file, settings_table};

use channels::{read_email, read_sms, read_telegram, read_transcribe};
use given::Given;
use surroundings::Surroundings;

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
    /// Where fonts are looked for before the usual places: files and folders, parted by `:`.
    pub font_path: Option<String>,
    /// Where the key lies.
    pub key_file: PathBuf,
    /// To whom backups are sealed: public keys of age.
    pub backup_recipients: Vec<String>,
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
    /// The service for the words of deputies' voice messages; none: they are asked for a line of text.
    pub transcribe: Option<TranscribeSettings>,
    /// What is logged, as `tracing_subscriber::EnvFilter` reads it.
    pub log_filter: String,
    /// The shape of the log.
    pub log_format: LogFormat,
    /// What is worth a word.
    pub warnings: Vec<Warning>,
    rules: Rules,
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

/// The settings that the demonstration takes over from the environment: where it listens and which language it speaks.
pub fn for_demo() -> Vec<(String, String)> {
    const KEPT: [&str; 3] = ["LISTEN", "PUBLIC_URL", "LIANLUO_LOCALE"];
    let mut pairs = Surroundings::read().pairs;
    pairs.retain(|(name, _)| KEPT.contains(&name.as_str()));
    pairs
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
        let transcribe = read_transcribe(&mut given);
        let mut warnings = warnings(&given, clock, &public_url);
        if let Some(service) = &transcribe
            && is_in_the_clear(service.url.open())
        {
            warnings.push(Warning::PlainTranscribeUrl);
        }
        let rules = Rules {
            transcribes: transcribe.is_some(),
            ..read_rules(&mut given, &public_url)
        };
        let config = Config {
            telegram,
            database: read_database(&mut given),
            files_dir: PathBuf::from(given.text("FILES_DIR").unwrap_or_default()),
            font_path: given.text("FONT_PATH"),
            key_file: PathBuf::from(given.text("KEY_FILE").unwrap_or_default()),
            backup_recipients: read_recipients(&mut given),
            listen,
            metrics_listen,
            trusted_proxies: read_networks(&mut given),
            locale,
            clock,
            sending: Sending {
                per_second: given.number("SEND_PER_SECOND", 0, 1_000_000),
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
            transcribe,
            warnings,
            rules,
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

impl Config {
    /// The service for the words of voice messages. Errors: the name of the setting that can't be used after all.
    pub fn transcriber(&self) -> Result<Option<Transcriber>, &'static str> {
        let made = self.transcribe.as_ref().map(|service| {
            let secret = service.secret.as_ref().map(Secret::open);
            Transcriber::new(service.url.open(), &service.model, secret).map_err(|_| "TRANSCRIBE_URL")
        });
        made.transpose()
    }
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

fn read_recipients(given: &mut Given) -> Vec<String> {
    given
        .read("BACKUP_RECIPIENT", |text| {
            let parts = text.split([',', ' ', '，']).filter(|part| !part.is_empty());
            parts
                .map(|part| match part.parse::<age::x25519::Recipient>() {
                    Ok(_) => Ok(part.to_owned()),
                    Err(_) => Err(Wrong::Recipient),
                })
                .collect()
        })
        .unwrap_or_default()
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

fn yes_or_no(given: &mut Given, name: &'static str) -> bool {
    let read = given.read(name, |text| match text.to_ascii_lowercase().as_str() {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(Wrong::OneOf("yes, no")),
    });
    read.unwrap_or_default()
}

/// A list of classes, parted by commas; none: a class is empty, too long or stands twice, or there are too many.
fn reply_classes(text: &str) -> Option<Vec<String>> {
    const MOST: usize = 20;
    let classes: Vec<String> = text
        .split([',', '，', '、'])
        .map(|it| it.trim().to_owned())
        .collect();
    let is_good = |place: usize, class: &String| {
        (1..=10).contains(&class.chars().count())
            && !class.chars().any(char::is_control)
            && !classes[..place].contains(class)
    };
    let all_good = classes
        .iter()
        .enumerate()
        .all(|(place, class)| is_good(place, class));
    (classes.len() <= MOST && all_good).then_some(classes)
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
        back_dating_days: given.number("BACK_DATING_DAYS", 0, 3_650),
        unasked_per_day: given.number("UNASKED_PER_DAY", 1, 20),
        slip_counts: if yes_or_no(given, "SLIP_COUNTS") {
            SlipCounts::Yes
        } else {
            SlipCounts::No
        },
        sealing: if yes_or_no(given, "FEEDBACK_SEALED") {
            Sealing::Sealed
        } else {
            Sealing::Open
        },
        reply_classes: given
            .read("REPLY_CLASSES", |text| reply_classes(text).ok_or(Wrong::Classes))
            .unwrap_or_default(),
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

/// HTTP to another machine.
fn is_in_the_clear(url: &str) -> bool {
    let is_local = url::Url::parse(url)
        .ok()
        .and_then(|url| url.host().map(|host| fallback::is_loopback(&host)))
        .unwrap_or(false);
    url.starts_with("http://") && !is_local
}

fn warnings(given: &Given, clock: SetClock, public_url: &str) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = given
        .unknown()
        .map(|name| Warning::Unknown(name.to_owned()))
        .collect();
    if is_in_the_clear(public_url) {
        warnings.push(Warning::PlainPublicUrl);
    }
    if clock.starts_at.is_some() || clock.speed != 1 {
        warnings.push(Warning::SetClock);
    }
    warnings
}
