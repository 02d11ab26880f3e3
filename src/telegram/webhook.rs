//! Updates that Telegram delivers itself: confirmed by 2xx only when they are committed.
//!
//! `web` has the HTTP side and calls [`Webhook::receive`]; `app` ties the two. **Invariants:** without the secret nothing
//! is read; whatever can't be read is kept whole, because Telegram would deliver it for a day and then drop it.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use teloxide::Bot;

use super::call::call;
use super::outlet::TelegramOutlet;
use super::poll::KINDS;
use super::poll_status::{PollState, PollStatus};
use super::read::{dead_letter, read_update};
use crate::domain::input::From;
use crate::engine::{Fetching, Intake};

/// The header in which Telegram sends the secret.
pub const SECRET_HEADER: &str = "x-telegram-bot-api-secret-token";

/// So many updates may be on their way at once: Telegram's most, because commits are shared.
const CONNECTIONS: u32 = 100;

const SHORTEST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WebhookAnswer {
    /// 200: committed.
    Ok,
    /// 401: it doesn't come from Telegram.
    WrongSecret,
    /// 503: nothing was kept; Telegram delivers again.
    NotTaken,
}

/// Takes what Telegram delivers.
#[derive(Clone)]
pub struct Webhook {
    status: Arc<PollStatus>,
    secret: String,
    outlet: TelegramOutlet,
    intake: Intake,
}

impl Webhook {
    /// `secret`: what [`set_webhook`] told Telegram. With an empty one nothing is let in.
    pub fn new(secret: String, outlet: TelegramOutlet, intake: Intake) -> Self {
        Self {
            status: Arc::new(PollStatus::default()),
            secret,
            outlet,
            intake,
        }
    }

    /// How deliveries fare.
    pub fn fetching(&self) -> Fetching {
        Fetching {
            state: "webhook",
            ..self.status.fetching()
        }
    }

    /// Takes one delivery: the secret header, if there was one, and the body.
    pub async fn receive(&self, secret_header: Option<&[u8]>, body: &[u8]) -> WebhookAnswer {
        let told = secret_header.unwrap_or_default();
        if self.secret.is_empty() || !bool::from(self.secret.as_bytes().ct_eq(told)) {
            return WebhookAnswer::WrongSecret;
        }
        let raw = String::from_utf8_lossy(body);
        let bot = self.outlet.bot_id();
        let read = read_update(bot, &raw);
        let input = read.input.unwrap_or_else(|| {
            self.status.count_unreadable();
            tracing::error!(
                bytes = body.len(),
                "A delivery without a readable update_id is kept as a dead letter."
            );
            let reason = "a delivery without a readable update_id".to_owned();
            dead_letter(body_key(bot, &raw), From::Program, &raw, reason)
        });
        match self.intake.submit(input).await {
            Ok(_) => {
                self.status.count_taken(1);
                self.status.enter(PollState::Listening);
                if let Some(tap) = read.callback_query_id {
                    self.outlet.answer_callback(tap);
                }
                WebhookAnswer::Ok
            }
            Err(_) => WebhookAnswer::NotTaken,
        }
    }
}

/// The key of what has no number: the same bytes, delivered again, are the same input.
pub(super) fn body_key(bot: &str, raw: &str) -> String {
    let mut key = format!("tg:{bot}:body:");
    for byte in Sha256::digest(raw.as_bytes()) {
        // Writing to a string can't fail.
        let _ = write!(key, "{byte:02x}");
    }
    key
}

/// Tells Telegram where to deliver; what waits there is delivered too. Tries until Telegram answers, so it is a task of
/// its own. The error is a refusal that no trying mends, as a sentence for the log.
pub async fn set_webhook(bot: &Bot, url: &str, secret: &str) -> Result<(), String> {
    #[derive(Serialize)]
    struct SetWebhook<'a> {
        url: &'a str,
        secret_token: &'a str,
        allowed_updates: [&'static str; 4],
        max_connections: u32,
        drop_pending_updates: bool,
    }
    let payload = SetWebhook {
        url,
        secret_token: secret,
        allowed_updates: KINDS,
        max_connections: CONNECTIONS,
        drop_pending_updates: false,
    };
    let mut pause = SHORTEST_PAUSE;
    loop {
        let set: Result<bool, _> = call(bot, "setWebhook", &payload).await;
        let failed = match set {
            Ok(_) => return Ok(()),
            Err(failed) if failed.is_passing() => failed,
            Err(failed) => return Err(failed.sentence()),
        };
        tracing::warn!("The webhook is not set yet: {}. Trying again.", failed.sentence());
        tokio::time::sleep(failed.asked_for().unwrap_or(pause)).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
