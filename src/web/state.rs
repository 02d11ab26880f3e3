//! What the handlers work with: the way in, the database for reading, the rules, and the secrets of the forms.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::broadcast;

use crate::documents::typeset::Press;
use crate::domain::context::{Context, Rules};
use crate::domain::ids::{AccountId, IdSource};
use crate::domain::lookup::LookupKey;
use crate::engine::{Calling, Clock, Fetching, Health, Intake, Lease, Wake};
use crate::store::Store;

/// How a webhook's delivery ended; `telegram` says it, this room turns it into a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hooked {
    /// Committed: 200.
    Taken,
    /// Another secret: 401.
    WrongSecret,
    /// Nothing was kept: 503, the channel delivers again.
    NotTaken,
}

/// The webhook's handler, tied by `app`.
pub trait Hook: Send + Sync {
    /// Takes one delivery with the value of its secret header.
    fn receive<'a>(&'a self, secret: Option<&'a [u8]>, body: &'a [u8]) -> Calling<'a, Hooked>;
}

/// Settings of the pages.
#[derive(Clone)]
pub struct Limits {
    /// Bytes of one upload form.
    pub upload_bytes: usize,
    /// Forms that one session may send in a minute.
    pub posts_per_minute: u32,
    /// Forms from one address in a minute: generous, because a village may sit behind one.
    pub posts_per_minute_per_address: u32,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub is_trusted_proxy: Arc<dyn Fn(IpAddr) -> bool + Send + Sync>,
}

/// A door of the demonstration: a path that signs in as a sample person.
#[derive(Debug, Clone)]
pub struct Door {
    /// Random; the path is `/demo/` and this.
    pub secret: String,
    /// As whom.
    pub account: AccountId,
    /// Where it leads.
    pub leads_to: String,
}

/// Everything the handlers share. Cheap to clone.
#[derive(Clone)]
pub struct Web(pub Arc<Inner>);

/// What is shared.
pub struct Inner {
    /// The way in.
    pub intake: Intake,
    /// For reading.
    pub store: Store,
    /// The clocks.
    pub clock: Clock,
    /// The rules in force.
    pub rules: Rules,
    /// Derives lookup codes and the tokens of forms.
    pub lookup: LookupKey,
    /// Gives ids where rendering asks for a context.
    pub ids: IdSource,
    /// `FILES_DIR`.
    pub files: PathBuf,
    /// Limits.
    pub limits: Limits,
    /// Tells of new messages in the web chat.
    pub wakes: broadcast::Sender<Wake>,
    /// For health pages.
    pub health: Arc<Health>,
    /// Leave to send, where messages leave by a channel.
    pub sending: Option<Lease>,
    /// How updates of a channel come in; tied by `app`.
    pub fetching: Option<Arc<dyn Fn() -> Fetching + Send + Sync>>,
    /// The webhook's handler, when Telegram delivers here.
    pub hook: Option<Arc<dyn Hook>>,
    /// What sets pages.
    pub press: Press,
    /// Doors of the demonstration; empty otherwise.
    pub doors: Vec<Door>,
}

impl Web {
    /// The context for rendering, at the instant `now`.
    pub fn context(&self) -> Context<'_> {
        Context {
            now: self.0.clock.now(),
            rules: &self.0.rules,
            ids: &self.0.ids,
            lookup: &self.0.lookup,
        }
    }
}
