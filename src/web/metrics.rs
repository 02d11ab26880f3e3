//! `/metrics` in the text format of Prometheus (version 0.0.4): inputs, batches, the database, sends, what waits, fetching.
//!
//! It has a listener of its own (`METRICS_LISTEN`), so that nobody outside sees how much is written here. **Invariant:**
//! labels come from closed lists; no account, unit or number is in them.

use std::fmt::Write;
use std::sync::atomic::Ordering;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::engine::Histogram;

use super::state::Web;

/// The routes of the listener for metrics.
pub fn metrics_router(web: Web) -> Router {
    Router::new().route("/metrics", get(metrics)).with_state(web)
}

async fn metrics(State(web): State<Web>) -> Response {
    let mut page = Page(String::with_capacity(8_192));
    of_the_engine(&web, &mut page);
    of_the_channel(&web, &mut page);
    of_the_database(&web, &mut page).await;
    (
        [(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")],
        page.0,
    )
        .into_response()
}

struct Page(String);

impl Page {
    fn head(&mut self, name: &str, kind: &str, help: &str) {
        // Writing to a string can't fail; nor below.
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn one(&mut self, name: &str, kind: &str, help: &str, value: impl std::fmt::Display) {
        self.head(name, kind, help);
        let _ = writeln!(self.0, "{name} {value}");
    }

    fn by(&mut self, name: &str, label: &str, help: &str, rows: &[(&'static str, u64)]) {
        self.head(name, "counter", help);
        for (word, value) in rows {
            let _ = writeln!(self.0, "{name}{{{label}=\"{word}\"}} {value}");
        }
    }

    /// `unit`: so many of what was counted make one of what is shown.
    fn histogram(&mut self, name: &str, help: &str, of: &Histogram, unit: f64) {
        self.head(name, "histogram", help);
        let (rows, count, sum) = of.read();
        #[expect(clippy::cast_precision_loss, reason = "sums of microseconds, to be looked at")]
        let shown = |value: u64| value as f64 / unit;
        for (bound, below) in rows {
            let _ = writeln!(self.0, "{name}_bucket{{le=\"{}\"}} {below}", shown(bound));
        }
        let _ = writeln!(self.0, "{name}_bucket{{le=\"+Inf\"}} {count}");
        let _ = writeln!(self.0, "{name}_sum {}\n{name}_count {count}", shown(sum));
    }
}

const SECOND_US: f64 = 1_000_000.0;

fn of_the_engine(web: &Web, page: &mut Page) {
    let health = &web.0.health;
    let is_well = u8::from(health.well.load(Ordering::Relaxed));
    page.one(
        "lianluo_well",
        "gauge",
        "1 when letters are taken: the last batch was committed and there is room.",
        is_well,
    );
    page.by(
        "lianluo_inputs_total",
        "fate",
        "Inputs since the start, by what became of them; full, trouble and stopping come again.",
        &health.inputs(),
    );
    page.one(
        "lianluo_queue_inputs",
        "gauge",
        "Inputs that wait for a batch.",
        web.0.intake.waiting(),
    );
    page.histogram(
        "lianluo_batch_inputs",
        "Inputs in a committed batch; 0: outcomes of sends alone.",
        &health.batch_inputs,
        1.0,
    );
    page.histogram(
        "lianluo_batch_seconds",
        "Time of a batch with the database for itself, to the end of the commit: its sum is how long the database was busy.",
        &health.batch_us,
        SECOND_US,
    );
    page.histogram(
        "lianluo_database_wait_seconds",
        "Time that a batch waited for the database: other gateways and commands.",
        &health.begin_us,
        SECOND_US,
    );
    page.one(
        "lianluo_database_troubles_total",
        "counter",
        "Batches that the database did not take: locked, full, gone.",
        health.troubles(),
    );
    page.by(
        "lianluo_sends_total",
        "outcome",
        "Tries to send since the start, by their outcome.",
        &health.sends(),
    );
}

fn of_the_channel(web: &Web, page: &mut Page) {
    if let Some(sending) = &web.0.sending {
        page.one(
            "lianluo_sends_here",
            "gauge",
            "1 when this gateway is the one that sends.",
            u8::from(sending.is_held()),
        );
    }
    let Some(fetching) = web.0.fetching.as_ref().map(|fetching| fetching()) else {
        return;
    };
    page.head(
        "lianluo_fetching",
        "gauge",
        "How updates come in: 1 at the present state.",
    );
    let _ = writeln!(page.0, "lianluo_fetching{{state=\"{}\"}} 1", fetching.state);
    if let Some(ms) = fetching.good_ms_ago {
        #[expect(clippy::cast_precision_loss, reason = "seconds, to be looked at")]
        let seconds = ms as f64 / 1_000.0;
        page.one(
            "lianluo_fetched_seconds_ago",
            "gauge",
            "Since the last good answer of the channel.",
            seconds,
        );
    }
    page.one(
        "lianluo_updates_taken_total",
        "counter",
        "Updates that were committed, repeated ones included.",
        fetching.taken,
    );
    page.one(
        "lianluo_updates_unreadable_total",
        "counter",
        "Updates that could not be read and are kept as dead letters.",
        fetching.unreadable,
    );
}

/// What can't be read now is left out.
async fn of_the_database(web: &Web, page: &mut Page) {
    let now = web.0.clock.now();
    let read = async {
        let mut reading = web.0.store.read().await?;
        let lanes = reading.waiting_lanes(now).await?;
        Ok::<_, crate::store::StoreError>((lanes, reading.count_open_dead_letters().await?))
    };
    let Ok((lanes, dead_letters)) = read.await else {
        return;
    };
    page.one(
        "lianluo_dead_letters",
        "gauge",
        "Inputs that could not be handled and wait for a person.",
        dead_letters,
    );
    page.head(
        "lianluo_outbox_waiting",
        "gauge",
        "Messages that are due and wait, by channel and lane; in the web chat: until a page fetches them.",
    );
    for lane in &lanes {
        let _ = writeln!(
            page.0,
            "lianluo_outbox_waiting{{channel=\"{}\",lane=\"{}\"}} {}",
            lane.channel, lane.lane, lane.messages
        );
    }
    page.head(
        "lianluo_outbox_oldest_seconds",
        "gauge",
        "For how long the oldest of them has been due.",
    );
    for lane in &lanes {
        #[expect(clippy::cast_precision_loss, reason = "seconds, to be looked at")]
        let seconds = (now - lane.oldest_due_at).max(0) as f64 / 1_000.0;
        let _ = writeln!(
            page.0,
            "lianluo_outbox_oldest_seconds{{channel=\"{}\",lane=\"{}\"}} {seconds}",
            lane.channel, lane.lane
        );
    }
}
