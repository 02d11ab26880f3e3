//! Reaching people who aren't looking: a short message or a mail that says only that something waits and how to open it.
//!
//! Called by the job that looks after unfetched messages of the web chat; made from the settings by `Config::fallback`.
//!
//! **Invariants:** numbers, addresses, words and secrets reach no log and no error; an outcome is one of a closed list; a call
//! ends within the time-out, and never tries twice by itself.

mod email;
mod sms;

use std::future::Future;
use std::net::IpAddr;

pub use email::{Attachment, Email, Wire};
pub use sms::{Sms, filled};

/// How a try ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The gateway or mail server took it. Whether the person reads it is not known.
    Taken,
    /// It didn't leave, or the other side is out of order for now: try again later.
    Unavailable,
    /// It left and no answer came: it may have been taken. Trying again may tell the person twice.
    Uncertain,
    /// Refused for good: the number or address, our credentials, or our request.
    Refused,
    /// This channel isn't set up.
    NotSet,
}

/// How a look at a channel ended, for `doctor`; nothing was sent to anyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// It answers.
    Fine,
    /// It answers and refuses our name or password.
    Refused,
    /// Nobody answers.
    Not,
    /// This channel isn't set up.
    NotSet,
}

/// The channels besides the chat.
pub trait Fallback: Send + Sync {
    /// Sends a short message to a telephone number.
    fn sms(&self, phone: &str, text: &str) -> impl Future<Output = Outcome> + Send;

    /// Sends a mail.
    fn email(&self, to: &str, subject: &str, text: &str) -> impl Future<Output = Outcome> + Send;
}

/// What an installation has set up.
#[derive(Default)]
pub struct Channels {
    /// Short messages.
    pub sms: Option<Sms>,
    /// Mail.
    pub email: Option<Email>,
}

impl Channels {
    /// Whether the gateway of short messages can be reached.
    pub async fn reach_sms(&self) -> Reached {
        match &self.sms {
            None => Reached::NotSet,
            Some(sms) if sms.is_reachable().await => Reached::Fine,
            Some(_) => Reached::Not,
        }
    }

    /// Whether the mail server takes our name and password.
    pub async fn reach_email(&self) -> Reached {
        match &self.email {
            None => Reached::NotSet,
            Some(email) => email.greet().await,
        }
    }
}

impl Fallback for Channels {
    async fn sms(&self, phone: &str, text: &str) -> Outcome {
        match &self.sms {
            Some(sms) => sms.send(phone, text).await,
            None => Outcome::NotSet,
        }
    }

    async fn email(&self, to: &str, subject: &str, text: &str) -> Outcome {
        match &self.email {
            Some(email) => email.send(to, subject, text).await,
            None => Outcome::NotSet,
        }
    }
}

/// What can't be used was found only when a channel was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unusable;

/// True when a host is this machine.
pub fn is_loopback(host: &url::Host<&str>) -> bool {
    match host {
        url::Host::Domain(name) => *name == "localhost",
        url::Host::Ipv4(v4) => v4.is_loopback(),
        url::Host::Ipv6(v6) => v6.is_loopback(),
    }
}

/// The same for a host whose scheme the `url` crate doesn't know: it leaves addresses as names.
fn is_loopback_name(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
