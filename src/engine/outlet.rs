//! What a channel offers the sender: sending a message in words, fetching a file. `telegram` implements it; `app` ties it.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;

use crate::domain::rendered::Rendered;

/// A future of a channel's call.
pub type Calling<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A message about to leave.
pub struct Letter<'a> {
    /// The address at the channel, as in the account.
    pub address: &'a str,
    /// The words, buttons and file.
    pub rendered: &'a Rendered,
    /// Where the bytes of the file are, if they are on our disk.
    pub file: Option<&'a Path>,
    /// The person's message that it answers.
    pub reply_to: Option<i64>,
    /// Without sound.
    pub silent: bool,
}

/// How a call to send ended: a closed list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sent {
    /// At the channel; the number of the first part there.
    Arrived(Option<i64>),
    /// At the channel in several parts, with their numbers in order.
    ArrivedAs(Vec<i64>),
    /// Too many: not before so many seconds.
    RetryAfter(u32),
    /// It didn't leave, or the channel is out of order: try again.
    Unavailable,
    /// It left and no answer came: it may have arrived.
    Uncertain,
    /// The person blocked the bot.
    Blocked,
    /// The chat no longer exists.
    Gone,
    /// The chat has another address now.
    Moved(String),
    /// Refused for good, with a word for staff.
    Refused(&'static str),
}

/// How fetching a file ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The bytes are in the given file.
    Written,
    /// The channel doesn't hand it out.
    TooBig,
    /// Not this time.
    NotYet,
}

/// A channel that people are reached by.
pub trait Outlet: Send + Sync {
    /// Sends all parts of a message; a part that arrived is never sent again by the same call.
    fn send<'a>(&'a self, letter: Letter<'a>) -> Calling<'a, Sent>;

    /// Writes the bytes of a file at the channel into a new file.
    fn fetch<'a>(&'a self, remote_ref: &'a str, into: &'a Path) -> Calling<'a, Fetched>;
}
