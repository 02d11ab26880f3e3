//! What is wrong with the settings, told all at once, and what is worth a word. Made by `Config`, said at the start and by
//! `doctor`.

use crate::text::{Args, Words};

use super::settings::{self, Shown};

/// What is wrong with the value of a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// Another setting needs it; the name of that one.
    Missing(&'static str),
    /// Not a whole number within these bounds.
    Number {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// None of these words.
    OneOf(&'static str),
    /// Not the shape of a bot's token.
    Token,
    /// Not an address that begins with http:// or https://.
    WebAddress,
    /// No public key of age.
    Recipient,
    /// Neither http(s):// nor socks5(h)://.
    Proxy,
    /// More than scheme, name and port.
    NotARoot,
    /// Telegram delivers to https:// only, at ports 443, 80, 88 and 8443.
    NeedsHttps,
    /// Characters that Telegram doesn't take, or too many.
    WebhookSecret,
    /// Neither sqlite:// with a path nor postgres://.
    Database,
    /// Not an address with a port.
    Listen,
    /// The same address as `LISTEN`.
    SameListen,
    /// Not a list of addresses and ranges; the part that isn't.
    Networks,
    /// Not an instant with its zone.
    Instant,
    /// Not an hour and minute of the day.
    TimeOfDay,
    /// Too long for a telephone number, or over several lines.
    Telephone,
    /// Not a list of classes, each once.
    Classes,
    /// The template lacks a place.
    LacksPlace(&'static str),
    /// The template isn't JSON.
    NotJson,
    /// No name of an HTTP header.
    HeaderName,
    /// No value of an HTTP header.
    HeaderValue,
    /// Neither smtp:// nor smtps:// with a name.
    Smtp,
    /// The password would go over the wire for all to read.
    PasswordInTheClear,
    /// Not a mail address.
    MailAddress,
    /// Not a filter of the log.
    LogFilter,
    /// Not UTF-8.
    Unreadable,
}

impl Wrong {
    fn key(&self) -> &'static str {
        match self {
            Wrong::Missing(_) => "config-wrong-missing",
            Wrong::Number { .. } => "config-wrong-number",
            Wrong::OneOf(_) => "config-wrong-one-of",
            Wrong::Token => "config-wrong-token",
            Wrong::WebAddress => "config-wrong-web-address",
            Wrong::Proxy => "config-wrong-proxy",
            Wrong::Recipient => "config-wrong-recipient",
            Wrong::NotARoot => "config-wrong-not-a-root",
            Wrong::NeedsHttps => "config-wrong-needs-https",
            Wrong::WebhookSecret => "config-wrong-webhook-secret",
            Wrong::Database => "config-wrong-database",
            Wrong::Listen => "config-wrong-listen",
            Wrong::SameListen => "config-wrong-same-listen",
            Wrong::Networks => "config-wrong-networks",
            Wrong::Instant => "config-wrong-instant",
            Wrong::TimeOfDay => "config-wrong-time-of-day",
            Wrong::Telephone => "config-wrong-telephone",
            Wrong::Classes => "config-wrong-classes",
            Wrong::LacksPlace(_) => "config-wrong-lacks-place",
            Wrong::NotJson => "config-wrong-not-json",
            Wrong::HeaderName => "config-wrong-header-name",
            Wrong::HeaderValue => "config-wrong-header-value",
            Wrong::Smtp => "config-wrong-smtp",
            Wrong::PasswordInTheClear => "config-wrong-password-in-the-clear",
            Wrong::MailAddress => "config-wrong-mail-address",
            Wrong::LogFilter => "config-wrong-log-filter",
            Wrong::Unreadable => "config-wrong-unreadable",
        }
    }

    fn say(&self, words: &Words) -> String {
        let args = match self {
            Wrong::Missing(other) => Args::new().text("other", *other),
            Wrong::Number { least, most } => Args::new().number("least", *least).number("most", *most),
            Wrong::OneOf(these) => Args::new().text("these", *these),
            Wrong::LacksPlace(place) => Args::new().text("place", *place),
            _ => Args::new(),
        };
        words.say_with(self.key(), &args)
    }
}

/// A fault of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A setting that can't be used.
    Setting {
        /// Its name, one of the table.
        name: &'static str,
        /// What was found; empty where it may not be shown or nothing was there.
        found: String,
        /// What is wrong.
        wrong: Wrong,
    },
    /// A line of `.env` that can't be read, counted from 1; 0 where that isn't known.
    Line(i64),
    /// `.env` is there and can't be read.
    File(std::io::ErrorKind),
}

impl Fault {
    /// A fault of a setting; a value that may not be shown is left out.
    pub(super) fn of(name: &'static str, found: &str, wrong: Wrong) -> Self {
        let shown = settings::find(name).is_some_and(|setting| setting.shown == Shown::Openly);
        Fault::Setting {
            name,
            found: if shown { found.to_owned() } else { String::new() },
            wrong,
        }
    }

    /// One sentence: the name, what is wrong, an example.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Fault::Setting { name, found, wrong } => {
                let example = settings::find(name).map_or("", |setting| setting.example);
                let args = Args::new()
                    .text("name", *name)
                    .text("found", found.as_str())
                    .text("wrong", wrong.say(words))
                    .text("example", example);
                let key = match (wrong, found.is_empty()) {
                    (Wrong::Missing(_), _) => "config-fault-missing",
                    (_, true) => "config-fault-hidden",
                    (_, false) => "config-fault-found",
                };
                words.say_with(key, &args)
            }
            Fault::Line(0) => words.say("config-fault-some-line"),
            Fault::Line(line) => words.say_with("config-fault-line", &Args::new().number("line", *line)),
            Fault::File(why) => {
                words.say_with("config-fault-file", &Args::new().text("why", why.to_string()))
            }
        }
    }
}

/// Worth a word, no reason to stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A name that begins like one of ours and is none.
    Unknown(String),
    /// People's words would travel in the clear.
    PlainPublicUrl,
    /// Voices would go over the network in the clear.
    PlainTranscribeUrl,
    /// The program runs on a set clock.
    SetClock,
}

impl Warning {
    /// One sentence.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Warning::Unknown(name) => {
                words.say_with("config-warning-unknown", &Args::new().text("name", name.as_str()))
            }
            Warning::PlainPublicUrl => words.say("config-warning-plain-public-url"),
            Warning::PlainTranscribeUrl => words.say("config-warning-plain-transcribe-url"),
            Warning::SetClock => words.say("config-warning-set-clock"),
        }
    }
}
