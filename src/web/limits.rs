//! How much one session and one address may send in a minute, and how much is held in memory for uploads at once.
//!
//! Called before any form is read. **Invariants:** memory stays bounded whoever calls; what is over a limit is not kept,
//! and the page says that the words are still on the phone; `X-Forwarded-For` counts only behind our own proxies.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::Response;
use tokio::sync::Semaphore;

use crate::domain::time::MINUTE_MS;

use super::forms::page_of;
use super::page;
use super::pages::Sorry;
use super::session::{Guest, SESSION};
use super::state::Web;

/// Callers that are counted one by one; beyond it they are let through, because their number shows that these limits
/// don't meet them, and the queue's own limit does.
const MOST_COUNTED: usize = 20_000;
/// Wrong look-ups and invitation codes from one address within [`GUESSES_MS`]; a village behind one address has room.
const GUESSES: u32 = 30;
/// The time in which guesses are counted.
pub const GUESSES_MS: i64 = 10 * MINUTE_MS;
/// Fetches of one calendar feed within [`FEEDS_MS`]: programs ask every few hours, several of one person's at once.
const FEEDS: u32 = 30;
/// The time in which they are counted.
pub const FEEDS_MS: i64 = 10 * MINUTE_MS;
/// KiB of uploads in memory at once.
const UPLOADS_KIB: usize = 256 * 1024;

/// Counts by key within a span of the real clock.
struct Tally<K> {
    span_ms: i64,
    counts: Mutex<(i64, HashMap<K, u32>)>,
}

impl<K: Eq + Hash> Tally<K> {
    fn new(span_ms: i64) -> Self {
        Self {
            span_ms,
            counts: Mutex::default(),
        }
    }

    fn with<T>(&self, ticks: i64, act: impl FnOnce(&mut HashMap<K, u32>) -> T) -> T {
        let span = ticks.div_euclid(self.span_ms);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.0 != span {
            *counts = (span, HashMap::new());
        }
        act(&mut counts.1)
    }

    /// Counts one more; gives how many there are now.
    fn add(&self, ticks: i64, key: K) -> u32 {
        self.with(ticks, |counts| {
            if counts.len() >= MOST_COUNTED && !counts.contains_key(&key) {
                return 1;
            }
            let count = counts.entry(key).or_insert(0);
            *count = count.saturating_add(1);
            *count
        })
    }

    fn of(&self, ticks: i64, key: &K) -> u32 {
        self.with(ticks, |counts| counts.get(key).copied().unwrap_or(0))
    }
}

/// The counts of one server.
pub struct Gates {
    sessions: Tally<String>,
    addresses: Tally<IpAddr>,
    guesses: Tally<IpAddr>,
    feeds: Tally<String>,
    /// Room for uploads, in KiB.
    pub(super) uploads: Arc<Semaphore>,
}

impl Gates {
    /// Nothing counted yet.
    pub fn new() -> Self {
        Self {
            sessions: Tally::new(MINUTE_MS),
            addresses: Tally::new(MINUTE_MS),
            guesses: Tally::new(GUESSES_MS),
            feeds: Tally::new(FEEDS_MS),
            uploads: Arc::new(Semaphore::new(UPLOADS_KIB)),
        }
    }

    /// True when no more guesses are taken from an address for now.
    pub fn guessed_enough(&self, web: &Web, caller: Caller) -> bool {
        self.guesses.of(web.0.clock.ticks(), &caller.0) >= GUESSES
    }

    /// Counts a fetch of a calendar feed, by the hash of its secret; false: too many, not now.
    pub fn feed_fetched(&self, web: &Web, hash: &str) -> bool {
        self.feeds.add(web.0.clock.ticks(), hash.to_owned()) <= FEEDS
    }

    /// Counts a wrong guess.
    pub fn guessed_wrong(&self, web: &Web, caller: Caller) {
        self.guesses.add(web.0.clock.ticks(), caller.0);
    }
}

impl Default for Gates {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a request comes from: the address, of IPv6 the network of one subscriber.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caller(IpAddr);

impl Caller {
    /// The peer, or behind our own proxies the last address that isn't one of them.
    pub fn of(peer: Option<IpAddr>, headers: &HeaderMap, is_trusted: impl Fn(IpAddr) -> bool) -> Self {
        let is_ours = |address: &IpAddr| is_trusted(*address);
        let mut address = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.to_canonical());
        if is_ours(&address) {
            let said: Vec<&str> = headers
                .get_all("x-forwarded-for")
                .iter()
                .filter_map(|value| value.to_str().ok())
                .flat_map(|value| value.split(','))
                .collect();
            for part in said.iter().rev() {
                // What can't be read was not written by our proxy: nothing before it can be believed.
                let Some(before) = read_address(part) else { break };
                address = before;
                if !is_ours(&address) {
                    break;
                }
            }
        }
        Self(match address {
            IpAddr::V6(v6) => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            v4 @ IpAddr::V4(_) => v4,
        })
    }
}

/// An address as proxies write it: bare, with a port, in brackets.
fn read_address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address: IpAddr = text
        .parse()
        .ok()
        .or_else(|| text.parse::<SocketAddr>().ok().map(|it| it.ip()))
        .or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok())?;
    Some(address.to_canonical())
}

/// Counts the forms that come in, and refuses those over the limits before anything of them is read.
pub async fn guard(
    State((web, gates)): State<(Web, Arc<Gates>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|it| it.0.ip());
    let limits = &web.0.limits;
    let caller = Caller::of(peer, request.headers(), |address| {
        (limits.is_trusted_proxy)(address)
    });
    request.extensions_mut().insert(caller);
    request.extensions_mut().insert(Arc::clone(&gates));
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let guest = Guest::unread(&parts);
    let ticks = web.0.clock.ticks();
    let over = gates.addresses.add(ticks, caller.0) > limits.posts_per_minute_per_address
        || (!guest.is_new
            && gates.sessions.add(ticks, format!("{SESSION}={}", guest.cookie)) > limits.posts_per_minute);
    if over {
        super::forms::read_away(body, limits.upload_bytes).await;
        return page::sorry(&web, &guest, &page_of(parts.uri.path()), Sorry::TooFast).await;
    }
    next.run(Request::from_parts(parts, body)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(forwarded: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        headers
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn only_our_own_proxy_says_who_calls() {
        let trusted = [ip("127.0.0.1"), ip("10.0.0.7")];
        for (peer, forwarded, caller) in [
            ("203.0.113.9", vec!["198.51.100.1"], "203.0.113.9"),
            ("127.0.0.1", vec![], "127.0.0.1"),
            ("127.0.0.1", vec!["198.51.100.1"], "198.51.100.1"),
            (
                "127.0.0.1",
                vec!["1.2.3.4, 198.51.100.1", "10.0.0.7"],
                "198.51.100.1",
            ),
            ("127.0.0.1", vec!["1.2.3.4, nonsense"], "127.0.0.1"),
            ("::ffff:127.0.0.1", vec!["198.51.100.1:4711"], "198.51.100.1"),
            ("127.0.0.1", vec!["[2001:db8:1:2:3:4:5:6]"], "2001:db8:1:2::"),
        ] {
            let found = Caller::of(Some(ip(peer)), &headers(&forwarded), |address| {
                trusted.contains(&address)
            });
            assert_eq!(found, Caller(ip(caller)), "{peer} {forwarded:?}");
        }
    }

    #[test]
    fn a_new_minute_counts_anew_and_memory_is_bounded() {
        let tally = Tally::new(MINUTE_MS);
        assert_eq!((tally.add(0, 1), tally.add(1, 1), tally.add(2, 2)), (1, 2, 1));
        assert_eq!(tally.add(MINUTE_MS, 1), 1);
        for key in 0..30_000 {
            tally.add(MINUTE_MS, key);
        }
        assert_eq!(tally.counts.lock().unwrap().1.len(), MOST_COUNTED);
        assert_eq!(tally.of(MINUTE_MS, &1), 2);
    }
}
