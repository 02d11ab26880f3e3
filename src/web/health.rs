//! `/healthz` (lives) and `/readyz` (takes letters), a line for each part, for load balancers and whoever watches.
//!
//! Trouble with Telegram is told and is no reason to send people elsewhere: letters are taken all the same, and another
//! gateway would have the same trouble.

use std::fmt::Write;
use std::sync::atomic::Ordering;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::domain::world::{Key, World};

use super::state::Web;

pub(super) async fn lives() -> &'static str {
    "ok\n"
}

/// The database answers, and the last batch was committed with room for more.
pub(super) async fn ready(State(web): State<Web>) -> Response {
    let database = reads(&web).await;
    let engine = web.0.health.well.load(Ordering::Relaxed);
    let said = |well: bool| if well { "ok" } else { "failing" };
    let mut text = format!("database {}\nengine {}\n", said(database), said(engine));
    // Writing to a string can't fail.
    if let Some(sending) = &web.0.sending {
        let place = if sending.is_held() { "here" } else { "elsewhere" };
        let _ = writeln!(text, "sender {place}");
    }
    if let Some(fetching) = web.0.fetching.as_ref().map(|fetching| fetching()) {
        let _ = write!(text, "poller {}", fetching.state);
        if let Some(ms) = fetching.good_ms_ago {
            let _ = write!(text, ", {} s since the last good answer", ms / 1_000);
        }
        text.push('\n');
    }
    let status = if database && engine {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, text).into_response()
}

async fn reads(web: &Web) -> bool {
    let Ok(mut reading) = web.0.store.read().await else {
        return false;
    };
    let key = Key::OfficeCode("HN".to_owned());
    reading.load(&[key], &mut World::default()).await.is_ok()
}
