//! The settings of the channels: Telegram, and the short messages and mail that reach people who aren't looking.

use lettre::message::Mailbox;

use crate::fallback;

use super::fault::Wrong;
use super::given::Given;
use super::secret::Secret;

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
    /// An HTTP or SOCKS5 proxy on the way there; may hold a password.
    pub proxy: Option<Secret>,
    /// How updates come in.
    pub mode: TelegramMode,
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

/// A service that writes down the words of voice messages.
#[derive(Debug, Clone)]
pub struct TranscribeSettings {
    /// Where to post; may hold a key.
    pub url: Secret,
    /// The model that it is asked for.
    pub model: String,
    /// What `Authorization` carries.
    pub secret: Option<Secret>,
}

pub(super) fn read_telegram(given: &mut Given) -> Option<Telegram> {
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
    let proxy = given.read("TELOXIDE_PROXY", |text| {
        let url = url::Url::parse(text).map_err(|_| Wrong::Proxy)?;
        // With socks5h names are looked up by the proxy, where ours are answered wrongly.
        let is_known = matches!(url.scheme(), "http" | "https" | "socks5" | "socks5h");
        (is_known && url.has_host()).then_some(url).ok_or(Wrong::Proxy)
    });
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

pub(super) fn read_sms(given: &mut Given) -> Option<SmsSettings> {
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

pub(super) fn read_transcribe(given: &mut Given) -> Option<TranscribeSettings> {
    let url = given.web_address("TRANSCRIBE_URL");
    let secret = given.read("TRANSCRIBE_SECRET", |text| {
        reqwest::header::HeaderValue::from_str(text)
            .map(|_| Secret::new(text))
            .map_err(|_| Wrong::HeaderValue)
    });
    Some(TranscribeSettings {
        model: given.text("TRANSCRIBE_MODEL").unwrap_or_default(),
        url: Secret::new(url?.as_str()),
        secret,
    })
}

pub(super) fn read_email(given: &mut Given) -> Option<EmailSettings> {
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
