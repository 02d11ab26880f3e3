//! Short messages through a gateway of the test: what reaches it, and what its answers mean.

use axum::http::StatusCode;
use lianluo::fallback::{Channels, Fallback, Outcome, Sms};
use tokio::net::TcpListener;

use crate::support::sms::Gateway;

const BODY: &str = r#"{"to":["{phone}"],"params":{"text":"{text}"}}"#;

#[tokio::test]
async fn number_words_and_secret_reach_the_gateway_as_json() {
    let (gateway, url) = Gateway::start().await;
    let sms = Sms::new(&url, BODY, Some(("X-Api-Key", "sample-secret"))).unwrap();
    let channels = Channels {
        sms: Some(sms),
        email: None,
    };
    let text = "【联络】有回复：\"请打开\"\n{phone}";
    assert_eq!(channels.sms("13900000000", text).await, Outcome::Taken);
    let (headers, body) = gateway.heard.lock().unwrap().remove(0);
    assert_eq!(headers["x-api-key"], "sample-secret");
    assert_eq!(headers["content-type"], "application/json");
    let value: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(value["to"][0], "13900000000");
    assert_eq!(value["params"]["text"], text);
    assert_eq!(channels.email("a@example.org", "s", "t").await, Outcome::NotSet);
}

#[tokio::test]
async fn each_answer_of_the_gateway_has_its_outcome() {
    let (gateway, url) = Gateway::start().await;
    let sms = Sms::new(&url, BODY, None).unwrap();
    for (status, outcome) in [
        (200, Outcome::Taken),
        (202, Outcome::Taken),
        (302, Outcome::Refused),
        (400, Outcome::Refused),
        (401, Outcome::Refused),
        (429, Outcome::Unavailable),
        (500, Outcome::Unavailable),
        (503, Outcome::Unavailable),
    ] {
        *gateway.answers.lock().unwrap() = StatusCode::from_u16(status).unwrap();
        assert_eq!(sms.send("13900000000", "有回复").await, outcome, "{status}");
    }
    assert_eq!(
        gateway.heard.lock().unwrap().len(),
        8,
        "a redirection is not followed"
    );
}

#[tokio::test]
async fn a_gateway_that_is_away_can_be_tried_again_and_one_that_cuts_the_wire_may_have_taken_it() {
    let away = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", away.local_addr().unwrap());
    drop(away);
    let sms = Sms::new(&url, BODY, None).unwrap();
    assert_eq!(sms.send("13900000000", "t").await, Outcome::Unavailable);

    let cutting = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/send", cutting.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((wire, _)) = cutting.accept().await {
            let mut some = [0; 16];
            // Something has arrived, so the request has left.
            let _ = tokio::io::AsyncReadExt::read(&mut { wire }, &mut some).await;
        }
    });
    let sms = Sms::new(&url, BODY, None).unwrap();
    assert_eq!(sms.send("13900000000", "t").await, Outcome::Uncertain);
}
