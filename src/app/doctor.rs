//! What `doctor` can only see from here: Telegram's answer and its webhook, the ways to people who aren't looking, the clocks
//! of others, and whether the folder of files is the one that the other gateways use.

use std::time::Duration;

use crate::cli::doctor::{Finding, Health};
use crate::config::{Config, TelegramMode};
use crate::engine::Clock;
use crate::fallback::Reached;
use crate::store::Store;
use crate::telegram::{self, Trouble};
use crate::text::{Args, Words};

use super::shared_files::{self, Belongs};

/// Answers that take longer are none.
const PATIENCE: Duration = Duration::from_secs(10);
/// Clocks that differ by more show wrong minutes.
const SKEW_MS: i64 = 10_000;
/// Beyond it sessions and deadlines go wrong, and certificates are refused.
const LARGE_SKEW_MS: i64 = 300_000;
/// More updates that wait say that nobody fetches them.
const MANY_WAIT: i64 = 100;

/// Looks outside the installation.
pub async fn examine(config: &Config, store: Option<&Store>, words: &Words) -> Vec<Finding> {
    let mut findings = examine_telegram(config, words).await;
    findings.extend(examine_fallback(config, words).await);
    findings.extend(examine_transcription(config, words).await);
    if let Some(store) = store {
        findings.extend(examine_database_clock(store, words).await);
        findings.extend(examine_shared_files(config, store, words).await);
    }
    findings
}

async fn examine_telegram(config: &Config, words: &Words) -> Vec<Finding> {
    let Some(settings) = &config.telegram else {
        return Vec::new();
    };
    let api_url = settings.api_url.as_ref().map(url::Url::as_str);
    let proxy = settings.proxy.as_ref().map(crate::config::Secret::open);
    let Ok(bot) = telegram::connect(settings.token.open(), api_url, proxy) else {
        let says = words.say("serve-bad-telegram");
        return vec![Finding::new(Health::Broken, "telegram", says)];
    };
    let looked = tokio::time::timeout(PATIENCE, telegram::look_at(&bot))
        .await
        .unwrap_or(Err(Trouble::NoNetwork));
    let looked = match looked {
        Ok(looked) => looked,
        Err(trouble) => {
            let key = match trouble {
                Trouble::WrongToken => "doctor-telegram-token",
                Trouble::NoNetwork => "doctor-telegram-network",
                Trouble::OutOfOrder => "doctor-telegram-order",
            };
            return vec![Finding::new(Health::Broken, "telegram", words.say(key))];
        }
    };
    let name = Args::new().text("name", looked.me.username.as_str());
    let mut findings = vec![Finding::new(
        Health::Fine,
        "telegram",
        words.say_with("doctor-telegram-fine", &name),
    )];
    if let Some(theirs) = looked.date_at {
        let said = ["doctor-clock-telegram-fine", "doctor-clock-telegram"];
        findings.push(skew(theirs, Clock::system().ticks(), said, words));
    }
    findings.extend(examine_webhook(config, &settings.mode, &looked.webhook, words));
    findings
}

fn examine_webhook(
    config: &Config,
    mode: &TelegramMode,
    hook: &telegram::WebhookInfo,
    words: &Words,
) -> Vec<Finding> {
    let wanted = match mode {
        TelegramMode::Poll => String::new(),
        TelegramMode::Webhook { .. } => format!("{}/telegram/webhook", config.public_url),
    };
    let args = Args::new()
        .text("wanted", wanted.as_str())
        .text("url", hook.url.as_str())
        .number("count", hook.pending_update_count);
    let (health, key) = match (wanted.as_str(), hook.url.as_str()) {
        ("", "") => (Health::Fine, "doctor-webhook-poll"),
        ("", _) => (Health::Worth, "doctor-webhook-left"),
        (_, "") => (Health::Worth, "doctor-webhook-none"),
        (wanted, set) if wanted == set => (Health::Fine, "doctor-webhook-fine"),
        _ => (Health::Worth, "doctor-webhook-other"),
    };
    let mut findings = vec![Finding::new(health, "webhook", words.say_with(key, &args))];
    if hook.pending_update_count > MANY_WAIT {
        findings.push(Finding::new(
            Health::Worth,
            "webhook",
            words.say_with("doctor-webhook-pending", &args),
        ));
    }
    if !wanted.is_empty() && !hook.last_error_message.is_empty() {
        let error = Args::new().text("why", hook.last_error_message.as_str());
        findings.push(Finding::new(
            Health::Worth,
            "webhook",
            words.say_with("doctor-webhook-error", &error),
        ));
    }
    findings
}

/// Compares a clock with ours. `said`: what is said when they agree, and when they don't.
fn skew(theirs: i64, ours: i64, said: [&str; 2], words: &Words) -> Finding {
    let by = (ours - theirs).abs();
    if by <= SKEW_MS {
        return Finding::new(Health::Fine, "clock", words.say(said[0]));
    }
    let health = if by <= LARGE_SKEW_MS {
        Health::Worth
    } else {
        Health::Broken
    };
    let args = Args::new().number("seconds", by / 1_000);
    Finding::new(health, "clock", words.say_with(said[1], &args))
}

async fn examine_fallback(config: &Config, words: &Words) -> Vec<Finding> {
    let Ok(channels) = config.fallback() else {
        return Vec::new();
    };
    let sms = tokio::time::timeout(PATIENCE, channels.reach_sms()).await;
    let sms = match sms.unwrap_or(Reached::Not) {
        Reached::NotSet => None,
        Reached::Fine => Some((Health::Fine, "sms", "doctor-sms-fine")),
        Reached::Refused | Reached::Not => Some((Health::Broken, "sms", "doctor-sms-not-reached")),
    };
    let email = tokio::time::timeout(PATIENCE, channels.reach_email()).await;
    let email = match email.unwrap_or(Reached::Not) {
        Reached::NotSet => None,
        Reached::Fine => Some((Health::Fine, "email", "doctor-email-fine")),
        Reached::Refused => Some((Health::Broken, "email", "doctor-email-refused")),
        Reached::Not => Some((Health::Broken, "email", "doctor-email-not-reached")),
    };
    let found = sms.into_iter().chain(email);
    found
        .map(|(health, about, key)| Finding::new(health, about, words.say(key)))
        .collect()
}

async fn examine_transcription(config: &Config, words: &Words) -> Option<Finding> {
    let service = config.transcriber().ok()??;
    let answers = tokio::time::timeout(PATIENCE, service.is_reachable()).await;
    Some(if answers.unwrap_or(false) {
        Finding::new(
            Health::Fine,
            "transcription",
            words.say("doctor-transcription-fine"),
        )
    } else {
        let says = words.say("doctor-transcription-not-reached");
        Finding::new(Health::Broken, "transcription", says)
    })
}

async fn examine_database_clock(store: &Store, words: &Words) -> Option<Finding> {
    let mut reading = store.read().await.ok()?;
    let theirs = reading.database_clock().await.ok()??;
    Some(skew(
        theirs,
        Clock::system().ticks(),
        ["doctor-clock-database-fine", "doctor-clock-database"],
        words,
    ))
}

async fn examine_shared_files(config: &Config, store: &Store, words: &Words) -> Option<Finding> {
    if store.is_sqlite() {
        return None;
    }
    let args = Args::new().text("path", config.files_dir.display().to_string());
    let (health, key) = match shared_files::look(store, &config.files_dir).await.ok()? {
        Belongs::Here => (Health::Fine, "doctor-shared-files-fine"),
        Belongs::Unknown => (Health::Fine, "doctor-shared-files-unknown"),
        Belongs::Elsewhere => (Health::Broken, "doctor-shared-files-elsewhere"),
    };
    Some(Finding::new(health, "files", words.say_with(key, &args)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;

    #[test]
    fn a_clock_that_goes_wrong_is_told_by_how_much() {
        let words = crate::text::words(Locale::ZhCn);
        let of = |by: i64| {
            skew(
                1_000_000_000,
                1_000_000_000 + by,
                ["doctor-clock-telegram-fine", "doctor-clock-telegram"],
                words,
            )
        };
        assert_eq!(of(900).health, Health::Fine);
        assert_eq!(of(-60_000).health, Health::Worth);
        assert!(of(-60_000).says.contains("60"), "{}", of(-60_000).says);
        assert_eq!(of(3_600_000).health, Health::Broken);
    }
}
