//! A gateway of short messages on a loopback port: answers as it is told, and keeps what it was given.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::net::TcpListener;

/// The gateway, and what it heard: headers and body of each request.
#[derive(Clone)]
pub struct Gateway {
    pub answers: Arc<Mutex<StatusCode>>,
    pub heard: Arc<Mutex<Vec<(HeaderMap, String)>>>,
}

impl Gateway {
    /// A gateway and its address.
    pub async fn start() -> (Self, String) {
        let gateway = Self {
            answers: Arc::new(Mutex::new(StatusCode::OK)),
            heard: Arc::default(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/send", listener.local_addr().unwrap());
        let router = Router::new()
            .route("/send", post(take))
            .with_state(gateway.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (gateway, url)
    }
}

async fn take(State(gateway): State<Gateway>, headers: HeaderMap, body: String) -> (StatusCode, HeaderMap) {
    gateway.heard.lock().unwrap().push((headers, body));
    let mut headers = HeaderMap::new();
    headers.insert("location", "/elsewhere".parse().unwrap());
    (*gateway.answers.lock().unwrap(), headers)
}
