//! Webhooks: the methods, and the courier that carries updates to the bot.
//!
//! Updates of one chat go out one after the other, those of different chats at the same time, at
//! most `max_connections`; each again and again until the bot answers 2xx. The pauses between are
//! real but short: here the fake plays the platform, and Telegram's own pauses begin at a second.
//!
//! Telegram wants https and a public host. Here plain http to a loopback address is taken too, and
//! a host that the test registered with `FakeTelegram::resolves` stands for the public one.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::sleep_until;
use url::{Host, Url};

use super::faults::{Fault, Held, WEBHOOK};
use super::refusals::Refusal;
use super::request::Params;
use super::shared::Shared;
use super::state::{Delivery, PendingUpdate, State, Webhook};

pub const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";
const FIRST_PAUSE: Duration = Duration::from_millis(20);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);
/// Telegram gives a bot a minute to answer; a test should not need so long to fail.
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

pub fn set_webhook(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    let url = params.text("url").unwrap_or_default();
    if url.is_empty() {
        return delete_webhook(state, params);
    }
    destination(state, &url)?;
    let secret_token = params.text("secret_token").filter(|token| !token.is_empty());
    if let Some(token) = &secret_token {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if token.len() > 256 {
            return Err(Refusal::bad_request("secret token is too long"));
        }
        if !token.chars().all(allowed) {
            let reason = "secret token contains unallowed characters";
            return Err(Refusal::bad_request(reason));
        }
    }
    state.allow_updates(params)?;
    let max_connections = params.number("max_connections").unwrap_or(40).clamp(1, 100);
    let webhook = Webhook {
        url,
        secret_token,
        max_connections: usize::try_from(max_connections).unwrap(),
        last_error: None,
    };
    replace(state, params, Some(webhook));
    Ok(json!(true))
}

pub fn delete_webhook(state: &mut State, params: &Params) -> Result<Value, Refusal> {
    replace(state, params, None);
    Ok(json!(true))
}

fn replace(state: &mut State, params: &Params, webhook: Option<Webhook>) {
    state.webhook = webhook;
    state.webhook_generation += 1;
    if params.flag("drop_pending_updates") {
        state.updates.clear();
    }
    for update in &mut state.updates {
        update.delivery = Delivery::Waiting;
    }
}

pub fn info(state: &State) -> Value {
    let mut info = json!({
        "url": "",
        "has_custom_certificate": false,
        "pending_update_count": state.updates.len(),
    });
    if let Some(webhook) = &state.webhook {
        info["url"] = json!(webhook.url);
        info["ip_address"] = json!("127.0.0.1");
        info["max_connections"] = json!(webhook.max_connections);
        if let Some((date, message)) = &webhook.last_error {
            info["last_error_date"] = json!(date);
            info["last_error_message"] = json!(message);
        }
    }
    if let Some(kinds) = &state.allowed_updates {
        info["allowed_updates"] = json!(kinds);
    }
    info
}

/// Where deliveries for a webhook address really go.
fn destination(state: &State, url: &str) -> Result<Url, Refusal> {
    let bad = |reason: &str| Refusal::bad_request(format!("bad webhook: {reason}"));
    let invalid = Refusal::bad_request("invalid webhook URL specified");
    let mut url = Url::parse(url).map_err(|_| invalid)?;
    let loopback = match url.host() {
        Some(Host::Ipv4(address)) => IpAddr::from(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::from(address).is_loopback(),
        _ => false,
    };
    if url.scheme() == "http" && loopback {
        return Ok(url);
    }
    if url.scheme() != "https" {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    let port = url.port_or_known_default().unwrap_or(443);
    if ![80, 88, 443, 8443].contains(&port) {
        return Err(bad("Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    let found = url.host_str().and_then(|host| state.hosts.get(host));
    let Some(address): Option<&SocketAddr> = found else {
        return Err(bad("Failed to resolve host: Name or service not known"));
    };
    url.set_scheme("http").unwrap();
    url.set_ip_host(address.ip()).unwrap();
    url.set_port(Some(address.port())).unwrap();
    Ok(url)
}

struct Parcel {
    update: PendingUpdate,
    to: Url,
    secret_token: Option<String>,
    generation: u64,
}

/// Carries updates for as long as the fake lives.
pub async fn courier(shared: Arc<Shared>) {
    let client = reqwest::Client::builder().no_proxy().timeout(ANSWER_WITHIN);
    let client = client.build().unwrap();
    let mut news = shared.news();
    let mut under_way = JoinSet::new();
    let mut generation = 0;
    loop {
        news.borrow_and_update();
        let now = shared.read(|state| state.webhook_generation);
        if now != generation {
            under_way.abort_all();
            generation = now;
        }
        let (ready, wake_at) = shared.read(due);
        for update_id in ready {
            if let Some(parcel) = shared.with(|state| take(state, update_id)) {
                under_way.spawn(deliver(Arc::clone(&shared), client.clone(), parcel));
            }
        }
        let wake = async {
            match wake_at {
                Some(at) => sleep_until(at.into()).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            rung = news.changed() => if rung.is_err() { return },
            Some(_) = under_way.join_next() => {}
            () = wake => {}
        }
    }
}

/// The updates to carry now, and when to look again for one that failed.
fn due(state: &State) -> (Vec<i64>, Option<Instant>) {
    let Some(webhook) = &state.webhook else {
        return (Vec::new(), None);
    };
    let in_flight = |update: &&PendingUpdate| update.delivery == Delivery::InFlight;
    let mut free = webhook
        .max_connections
        .saturating_sub(state.updates.iter().filter(in_flight).count());
    let mut ready = Vec::new();
    let mut wake_at: Option<Instant> = None;
    let mut queues_seen = BTreeSet::new();
    for update in &state.updates {
        let first_of_queue = queues_seen.insert(update.queue);
        if !first_of_queue {
            continue;
        }
        match update.delivery {
            Delivery::RetryAt(at) if at > Instant::now() => {
                wake_at = Some(wake_at.map_or(at, |other| other.min(at)));
            }
            Delivery::Waiting | Delivery::RetryAt(_) if free > 0 => {
                free -= 1;
                ready.push(update.update_id);
            }
            _ => {}
        }
    }
    (ready, wake_at)
}

fn take(state: &mut State, update_id: i64) -> Option<Parcel> {
    let webhook = state.webhook.clone()?;
    let to = destination(state, &webhook.url).ok()?;
    let mut updates = state.updates.iter_mut();
    let update = updates.find(|update| update.update_id == update_id)?;
    update.delivery = Delivery::InFlight;
    update.handed_out += 1;
    Some(Parcel {
        update: update.clone(),
        to,
        secret_token: webhook.secret_token,
        generation: state.webhook_generation,
    })
}

async fn deliver(shared: Arc<Shared>, client: reqwest::Client, parcel: Parcel) {
    let (queue, json) = (parcel.update.queue, &parcel.update.json);
    let met = shared.with(|state| state.plans.meet(WEBHOOK, Some(queue), json));
    met.stand(&shared, Held::BeforeEffect).await;
    let answer = match met.fault {
        Some(Fault::CutBefore) => Err("Connection reset by peer".to_owned()),
        _ => post(&client, &parcel).await,
    };
    met.stand(&shared, Held::AfterEffect).await;
    let answer = match met.fault {
        Some(Fault::CutAfter) => Err("Read timeout expired".to_owned()),
        _ => answer,
    };
    shared.with(|state| settle(state, &parcel, answer));
}

async fn post(client: &reqwest::Client, parcel: &Parcel) -> Result<(), String> {
    let mut request = client
        .post(parcel.to.clone())
        .header("Content-Type", "application/json")
        .body(parcel.update.json.clone());
    if let Some(token) = &parcel.secret_token {
        request = request.header(SECRET_HEADER, token);
    }
    match request.send().await {
        Ok(response) if response.status().is_success() => Ok(()),
        Ok(response) => Err(format!("Wrong response from the webhook: {}", response.status())),
        Err(error) if error.is_connect() => Err("Connection refused".to_owned()),
        Err(error) if error.is_timeout() => Err("Read timeout expired".to_owned()),
        Err(_) => Err("Webhook connection closed".to_owned()),
    }
}

fn settle(state: &mut State, parcel: &Parcel, answer: Result<(), String>) {
    if state.webhook_generation != parcel.generation {
        return;
    }
    let id = parcel.update.update_id;
    let Err(error) = answer else {
        state.updates.retain(|update| update.update_id != id);
        return;
    };
    let now = state.now();
    if let Some(webhook) = &mut state.webhook {
        webhook.last_error = Some((now, error));
    }
    let mut updates = state.updates.iter_mut();
    if let Some(update) = updates.find(|update| update.update_id == id) {
        let pause = FIRST_PAUSE * 2_u32.saturating_pow(update.handed_out.min(8) - 1);
        update.delivery = Delivery::RetryAt(Instant::now() + pause.min(LONGEST_PAUSE));
    }
}
