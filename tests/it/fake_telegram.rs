//! The fake Telegram is tested with the client that the program uses, so that tests which stand on
//! it may trust it: its refusals, its polling and webhooks, its faults, and what people do and see.

mod faults;
mod people;
mod polling;
mod refusals;
mod sending;
mod webhook;

use serde::Serialize;
use teloxide::payloads::GetUpdatesSetters;
use teloxide::prelude::*;
use teloxide::requests::{JsonRequest, Payload};
use teloxide::types::Update;
use teloxide::{ApiError, RequestError};

use crate::support::telegram::FakeTelegram;

/// The real client, pointed at the fake. No time-out of its own: polls here may wait long.
fn bot(tg: &FakeTelegram) -> Bot {
    bot_with_token(tg, tg.token())
}

fn bot_with_token(tg: &FakeTelegram, token: &str) -> Bot {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    Bot::with_client(token, client).set_api_url(tg.api_url().parse().unwrap())
}

/// What the program uses to fetch updates unread: a payload of its own.
#[derive(Serialize)]
struct RawUpdates {
    offset: i64,
}

impl Payload for RawUpdates {
    type Output = Vec<serde_json::Value>;
    const NAME: &'static str = "getUpdates";
}

async fn raw_updates(bot: &Bot, offset: i64) -> Result<Vec<serde_json::Value>, RequestError> {
    JsonRequest::new(bot.clone(), RawUpdates { offset }).await
}

/// Fetches without waiting; `offset` confirms what is below it.
async fn fetch(bot: &Bot, offset: i32) -> Vec<Update> {
    bot.get_updates().offset(offset).timeout(0).await.unwrap()
}

/// Fetches everything and confirms it.
async fn fetch_all(bot: &Bot) -> Vec<Update> {
    let updates = fetch(bot, 0).await;
    if let Some(last) = updates.last() {
        fetch(bot, last.id.as_offset()).await;
    }
    updates
}

fn api_error<T: std::fmt::Debug>(result: Result<T, RequestError>) -> ApiError {
    match result {
        Err(RequestError::Api(error)) => error,
        other => panic!("a refusal was expected, not {other:?}"),
    }
}

/// The description of a refusal, as Telegram wrote it.
fn description<T: std::fmt::Debug>(result: Result<T, RequestError>) -> String {
    match api_error(result) {
        ApiError::Unknown(text) | ApiError::CantParseEntities(text) => text,
        known => known.to_string(),
    }
}
