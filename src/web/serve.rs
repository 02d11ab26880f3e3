//! Serving the site on a listener, until it is told to stop.

use std::net::SocketAddr;

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::router::router_until;
use super::state::Web;

/// What is still on its way after the stop has so long to end.
const GRACE_MS: i64 = 5_000;

/// Serves until `stop` turns true, then takes nothing more, ends the streams, and finishes what is under way. Whoever is
/// still uploading after some seconds keeps the words on the phone.
pub async fn serve(listener: TcpListener, web: Web, stop: watch::Receiver<bool>) {
    let site = router_until(web.clone(), Some(stop.clone()));
    // Small answers leave at once.
    let listener = listener.tap_io(|io| {
        if let Err(error) = io.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps small packets back");
        }
    });
    let stopped = |mut stop: watch::Receiver<bool>| async move {
        // Whoever could say stop is gone: that is a stop as well.
        let _ = stop.wait_for(|stop| *stop).await;
    };
    let serving = axum::serve(listener, site.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stopped(stop.clone()));
    let overdue = async {
        stopped(stop).await;
        web.0.clock.wait_for_ticks(web.0.clock.ticks() + GRACE_MS).await;
    };
    tokio::select! {
        ended = serving => {
            if let Err(error) = ended {
                tracing::error!(%error, "the web server ended by itself");
            }
        }
        () = overdue => tracing::warn!("connections that did not end in time are cut off"),
    }
}

/// Serves the figures alone, on their own listener.
pub async fn serve_metrics(listener: TcpListener, web: Web, mut stop: watch::Receiver<bool>) {
    let serving = axum::serve(listener, super::metrics_router(web)).with_graceful_shutdown(async move {
        // Whoever could say stop is gone: that is a stop as well.
        let _ = stop.wait_for(|stop| *stop).await;
    });
    if let Err(error) = serving.await {
        tracing::error!(%error, "the figures are no longer served");
    }
}
