//! `POST /telegram/webhook`: the HTTP side of Telegram's delivery. 200 only after the commit; anything else is delivered
//! again.

use axum::extract::{Request, State};
use axum::http::StatusCode;

use super::forms::read_away;
use super::state::{Hooked, Web};

/// An update is far smaller.
const LARGEST: usize = 1024 * 1024;
/// The header in which Telegram sends the secret that was agreed.
const SECRET: &str = "x-telegram-bot-api-secret-token";

pub(super) async fn webhook(State(web): State<Web>, request: Request) -> StatusCode {
    let Some(hook) = &web.0.hook else {
        return StatusCode::NOT_FOUND;
    };
    let (parts, body) = request.into_parts();
    let length = parts
        .headers
        .get(axum::http::header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
    if length.is_some_and(|length| length > LARGEST) {
        read_away(body, LARGEST).await;
        return StatusCode::PAYLOAD_TOO_LARGE;
    }
    let Ok(body) = axum::body::to_bytes(body, LARGEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE;
    };
    let secret = parts.headers.get(SECRET).map(|value| value.as_bytes());
    match hook.receive(secret, &body).await {
        Hooked::Taken => StatusCode::OK,
        Hooked::WrongSecret => StatusCode::UNAUTHORIZED,
        Hooked::NotTaken => StatusCode::SERVICE_UNAVAILABLE,
    }
}
