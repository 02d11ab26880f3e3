//! All routes of the site. Called by `serve`, and by tests that need no listener.
//!
//! **Invariants:** every answer to a browser carries the headers of `headers`; every form of people passes the limits before it is
//! read. Telegram's deliveries and the health pages pass no limits: they are not people.

use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, OriginalUri, Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};
use tokio::sync::watch;

use super::events::Streams;
use super::limits::{self, Gates};
use super::pages::Sorry;
use super::session::Guest;
use super::state::Web;
use super::{
    assets, calendar_feed, chat, demo, deputy_page, drawing, events, file, find, first, headers, health,
    invitation, look, lookup, notice, page, send, telegram,
};

/// The site; its streams end with their connections only.
pub fn router(web: Web) -> Router {
    router_until(web, None)
}

/// The site, whose streams end when `stop` says so.
pub(super) fn router_until(web: Web, stop: Option<watch::Receiver<bool>>) -> Router {
    let upload_bytes = web.0.limits.upload_bytes;
    let gates = (web.clone(), Arc::new(Gates::new()));
    let pages = Router::new()
        .route("/", get(first::show))
        .route("/find", get(find::show))
        .route("/find/unsure", post(find::unsure))
        .route("/d/{code}", get(deputy_page::show))
        .route("/chat", get(chat::show))
        .route("/chat/since", get(chat::since))
        .route("/chat/events", get(events::events))
        .route("/chat/send", post(send::send))
        .route("/chat/tap", post(send::tap))
        .route("/file/{id}", get(file::show))
        .route("/drawing/{item}", get(drawing::show))
        .route("/calendar/{name}", get(calendar_feed::show))
        .route("/my", get(lookup::show).post(lookup::open))
        .route("/i", get(invitation::typed))
        .route("/i/{code}", get(invitation::show).post(invitation::redeem))
        .route("/look", post(look::choose))
        .route("/notice", get(notice::show))
        .route("/demo/{secret}", get(demo::enter))
        .merge(super::desk::router())
        .fallback(not_found)
        .layer(DefaultBodyLimit::max(upload_bytes))
        .layer(from_fn_with_state(gates, limits::guard));
    let machines = Router::new()
        .route("/assets/{name}", get(asset))
        .route("/healthz", get(health::lives))
        .route("/readyz", get(health::ready));
    machines
        .merge(pages)
        .layer(Extension(Streams::until(stop)))
        .layer(from_fn_with_state(web.clone(), headers::dress))
        // Telegram's deliveries are answered by a bare status: no browser reads them, and they come by the thousand.
        .route("/telegram/webhook", post(telegram::webhook))
        .with_state(web)
}

async fn not_found(State(web): State<Web>, guest: Guest, OriginalUri(uri): OriginalUri) -> Response {
    page::sorry(&web, &guest, &chat::here(&uri), Sorry::NotFound).await
}

async fn asset(State(web): State<Web>, name: Option<Path<String>>, guest: Guest) -> Response {
    match name.and_then(|Path(name)| assets::find(&name)) {
        Some(asset) => (
            [
                (CONTENT_TYPE, asset.content_type),
                (CACHE_CONTROL, assets::CACHE_FOREVER),
            ],
            asset.content.as_str(),
        )
            .into_response(),
        None => page::sorry(&web, &guest, "/", Sorry::NotFound).await,
    }
}
