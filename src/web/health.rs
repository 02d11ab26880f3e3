//! `/healthz` (lives), `/readyz` (takes letters), and `/metrics` in the text format of Prometheus.
//!
//! `/metrics` has a listener of its own, so that nobody outside sees how much is written here.

use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::domain::world::{Key, World};

use super::state::Web;

pub(super) async fn lives() -> &'static str {
    "ok\n"
}

/// The database answers, and the last batch was committed.
pub(super) async fn ready(State(web): State<Web>) -> Response {
    let database = reads(&web).await;
    let engine = web.0.health.well.load(Ordering::Relaxed);
    let said = |well: bool| if well { "ok" } else { "failing" };
    let text = format!("database {}\nengine {}\n", said(database), said(engine));
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

/// The routes of the listener for metrics.
pub fn metrics_router(web: Web) -> Router {
    Router::new().route("/metrics", get(metrics)).with_state(web)
}

async fn metrics(State(web): State<Web>) -> Response {
    let health = &web.0.health;
    let mut text = String::new();
    for (name, kind, help, value) in [
        (
            "lianluo_inputs_total",
            "counter",
            "Inputs decided since the start.",
            health.inputs.load(Ordering::Relaxed),
        ),
        (
            "lianluo_batches_total",
            "counter",
            "Batches committed since the start.",
            health.batches.load(Ordering::Relaxed),
        ),
        (
            "lianluo_well",
            "gauge",
            "1 when the last batch was committed.",
            usize::from(health.well.load(Ordering::Relaxed)),
        ),
    ] {
        text.push_str(&format!(
            "# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n"
        ));
    }
    ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
