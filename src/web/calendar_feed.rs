//! `GET /calendar/SECRET.ics`: what is due, for a calendar program that asks every few hours.
//!
//! **Invariants:** who asks shows nothing but the secret, so an unknown, revoked or orphaned one is answered alike; wrong ones are
//! counted by address, right ones by secret, so that neither guessing nor a broken program costs anything; the secret is in no
//! log, because paths are not logged.

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};
use chrono::Days;

use crate::documents::{FeedItem, FeedWhat, calendar_feed};
use crate::domain::calendar::link::{FeedOf, looks_like_secret};
use crate::domain::lookup::secret_hash;
use crate::domain::time::day_of;
use crate::domain::world::Key;
use crate::flows::calendar_link::feed_of;
use crate::store::{Due, DueLine, DueOf, StoreError};
use crate::text;

use super::limits::{Caller, FEEDS_MS, Gates};
use super::state::Web;

/// So far ahead a feed looks: half a year, the longest period that runs.
const DAYS_AHEAD: u64 = 190;
/// Events of a feed.
const MOST: i64 = 2_000;

pub(super) async fn show(
    State(web): State<Web>,
    Extension(gates): Extension<Arc<Gates>>,
    Extension(caller): Extension<Caller>,
    Path(name): Path<String>,
) -> Response {
    if gates.guessed_enough(&web, caller) {
        return later();
    }
    let secret = name.strip_suffix(".ics").unwrap_or_default();
    if !looks_like_secret(secret) {
        gates.guessed_wrong(&web, caller);
        return StatusCode::NOT_FOUND.into_response();
    }
    let hash = secret_hash(secret);
    if !gates.feed_fetched(&web, &hash) {
        return later();
    }
    match feed(&web, secret, &hash).await {
        Ok(Some(feed)) => (
            [
                (CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (CONTENT_DISPOSITION, "inline; filename=\"lianluo.ics\""),
                (CACHE_CONTROL, "private, max-age=3600"),
                (X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ],
            feed,
        )
            .into_response(),
        Ok(None) => {
            gates.guessed_wrong(&web, caller);
            StatusCode::NOT_FOUND.into_response()
        }
        Err(error) => {
            tracing::error!(%error, "a calendar feed could not be read");
            (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "600".to_owned())]).into_response()
        }
    }
}

fn later() -> Response {
    let seconds = (FEEDS_MS / 1_000).to_string();
    (StatusCode::TOO_MANY_REQUESTS, [(RETRY_AFTER, seconds)]).into_response()
}

/// The feed of a secret; none: it opens nothing.
async fn feed(web: &Web, secret: &str, hash: &str) -> Result<Option<String>, StoreError> {
    let now = web.0.clock.now();
    let mut reading = web.0.store.read().await?;
    let Some(link) = reading.find_calendar_link(hash).await? else {
        return Ok(None);
    };
    if !link.opens(secret) {
        return Ok(None);
    }
    let found = reading
        .look(|world| {
            world.want([Key::Account(link.account_id)])?;
            let locale = world.account(&link.account_id)?.locale;
            Ok(feed_of(world, link.account_id)?.map(|of| (of, locale)))
        })
        .await?;
    let Ok(Some((of, locale))) = found else {
        return Ok(None);
    };
    let today = day_of(now);
    let until = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
    let lines = reading.due(DueOf::from(of), until, MOST).await?;
    let items: Vec<FeedItem> = lines.into_iter().map(item).collect();
    Ok(Some(calendar_feed(&items, now, text::words(locale))))
}

fn item(line: DueLine) -> FeedItem {
    let (what, uid) = match &line.due {
        Due::Feedback(reply) => (FeedWhat::Feedback, format!("feedback-{}", reply.id)),
        Due::Inquiry(inquiry) => (FeedWhat::Inquiry, format!("inquiry-{}", inquiry.id)),
        Due::Reply(assignment) => (FeedWhat::Reply, format!("reply-{}", assignment.id)),
    };
    FeedItem {
        uid,
        what,
        nominal_on: line.due.nominal_on(),
        due_on: line.due.on(),
        is_provisional: line.due.is_provisional(),
        title: line.title,
        number: line.number,
        unit: line.unit_name,
    }
}

impl From<FeedOf> for DueOf {
    fn from(of: FeedOf) -> Self {
        match of {
            FeedOf::Deputy(id) => DueOf::Deputy(id),
            FeedOf::Unit(id) => DueOf::Office(id),
            FeedOf::Province => DueOf::Province,
        }
    }
}
