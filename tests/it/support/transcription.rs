//! A service on this machine that writes down the words of voice messages: it hears what it is told to hear.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Multipart, State};
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use tokio::net::TcpListener;

/// What reached the service.
#[derive(Debug, Default, PartialEq)]
pub struct Heard {
    pub secret: String,
    pub model: String,
    pub file: String,
    pub sound: Vec<u8>,
}

/// A service that writes down words.
#[derive(Clone)]
pub struct Service {
    answers: Arc<Mutex<(StatusCode, String)>>,
    pub heard: Arc<Mutex<Vec<Heard>>>,
}

impl Service {
    /// A service that hears these words, and its address.
    pub async fn start(words: &str) -> (Self, String) {
        let service = Self {
            answers: Arc::new(Mutex::new((
                StatusCode::OK,
                serde_json::json!({ "text": words }).to_string(),
            ))),
            heard: Arc::default(),
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!(
            "http://{}/v1/audio/transcriptions",
            listener.local_addr().unwrap()
        );
        let router = Router::new()
            .route("/v1/audio/transcriptions", post(take))
            .with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        (service, url)
    }

    /// What it answers from now on.
    pub fn answers(&self, status: u16, body: &str) {
        *self.answers.lock().unwrap() = (StatusCode::from_u16(status).unwrap(), body.to_owned());
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.heard.lock().unwrap().len()
    }
}

async fn take(
    State(service): State<Service>,
    headers: HeaderMap,
    mut form: Multipart,
) -> (StatusCode, String) {
    let mut heard = Heard {
        secret: headers
            .get("authorization")
            .map(|secret| secret.to_str().unwrap().to_owned())
            .unwrap_or_default(),
        ..Heard::default()
    };
    while let Some(field) = form.next_field().await.unwrap() {
        match field.name() {
            Some("model") => heard.model = field.text().await.unwrap(),
            Some("file") => {
                heard.file = field.file_name().unwrap().to_owned();
                heard.sound = field.bytes().await.unwrap().to_vec();
            }
            _ => {}
        }
    }
    service.heard.lock().unwrap().push(heard);
    service.answers.lock().unwrap().clone()
}
