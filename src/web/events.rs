//! `/chat/events`: a stream that says no more than that something new waits; the page then asks for it.
//!
//! **Invariants:** a stream ends with the program, within moments; as many streams as there is room for, and whoever
//! finds none looks now and then instead.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Extension;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::StreamExt;
use tokio::sync::{Semaphore, watch};
use tokio_stream::wrappers::BroadcastStream;

use crate::engine::Wake;

use super::session::Guest;
use super::state::Web;

/// Streams at once.
const MOST: usize = 4_096;
/// A guest without a session may get one with the next form: their stream ends after this time, and the page opens it
/// again with what it has then.
const WITHOUT_SESSION_MS: i64 = 30_000;

/// Room for streams, and when they end.
#[derive(Clone)]
pub(super) struct Streams {
    room: Arc<Semaphore>,
    stop: Option<watch::Receiver<bool>>,
}

impl Streams {
    /// Streams that end when `stop` says so.
    pub fn until(stop: Option<watch::Receiver<bool>>) -> Self {
        Self {
            room: Arc::new(Semaphore::new(MOST)),
            stop,
        }
    }
}

pub(super) async fn events(
    State(web): State<Web>,
    Extension(streams): Extension<Streams>,
    guest: Guest,
) -> Response {
    // 204 tells a browser not to ask again: without a cookie there is nobody to tell anything.
    let Ok(room) = Arc::clone(&streams.room).try_acquire_owned() else {
        return StatusCode::NO_CONTENT.into_response();
    };
    if guest.is_new {
        return StatusCode::NO_CONTENT.into_response();
    }
    let account = guest.account.map(|account| account.id);
    let news = BroadcastStream::new(web.0.wakes.subscribe()).filter_map(move |wake| {
        let is_news = match wake {
            Ok(Wake::Account(woken)) => Some(woken) == account,
            Ok(Wake::Everyone) => account.is_some(),
            // Some were missed; perhaps ours.
            Err(_) => account.is_some(),
        };
        // The stream holds its room as long as it lives.
        let _ = &room;
        async move { is_news.then(|| Ok::<_, Infallible>(Event::default().data("new"))) }
    });
    let until = web.0.clock.ticks() + WITHOUT_SESSION_MS;
    let end = async move {
        let stopped = async {
            match streams.stop {
                // The one who says stop lives as long as the server.
                Some(mut stop) => {
                    let _ = stop.wait_for(|stop| *stop).await;
                }
                None => std::future::pending().await,
            }
        };
        let lapsed = async {
            match account {
                Some(_) => std::future::pending().await,
                None => web.0.clock.wait_for_ticks(until).await,
            }
        };
        tokio::select! {
            () = stopped => {}
            () = lapsed => {}
        }
    };
    let stream = Sse::new(news.take_until(end)).keep_alive(KeepAlive::default());
    // Proxies that gather answers would hold the news back.
    ([("x-accel-buffering", "no")], stream).into_response()
}
