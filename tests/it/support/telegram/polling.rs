//! getUpdates: long polling as Telegram does it.
//!
//! An update stays in the queue until a call names a higher `offset`, whatever became of the
//! answers that held it. The newest poll wins: an older one that still waits gets 409, and so does
//! every poll while a webhook is set.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::refusals::Refusal;
use super::request::Params;
use super::shared::Shared;
use super::state::State;

/// Telegram's upper bound for `timeout`.
const LONGEST_POLL: Duration = Duration::from_secs(50);

pub const WEBHOOK_IS_SET: &str =
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
pub const OTHER_POLLER: &str =
    "terminated by other getUpdates request; make sure that only one bot instance is running";

/// The text of the `result` array: updates go out exactly as they were put in.
pub async fn get_updates(shared: &Shared, params: &Params) -> Result<String, Refusal> {
    let seconds = u64::try_from(params.number("timeout").unwrap_or(0)).unwrap_or(0);
    let until = Instant::now() + Duration::from_secs(seconds).min(LONGEST_POLL);
    let limit = params.number("limit").unwrap_or(100).clamp(1, 100);
    let limit = usize::try_from(limit).unwrap();
    let mut news = shared.news();
    let poll = shared.with(|state| begin(state, params))?;
    loop {
        news.borrow_and_update();
        let ready = shared.read(|state| {
            if state.webhook.is_some() {
                return Err(Refusal::conflict("terminated by setWebhook request"));
            }
            if state.newest_poll != poll {
                return Err(Refusal::conflict(OTHER_POLLER));
            }
            Ok(!state.updates.is_empty())
        })?;
        if ready || timeout_at(until, news.changed()).await.is_err() {
            return Ok(shared.with(|state| hand_out(state, limit)));
        }
    }
}

fn begin(state: &mut State, params: &Params) -> Result<u64, Refusal> {
    if state.webhook.is_some() {
        return Err(Refusal::conflict(WEBHOOK_IS_SET));
    }
    state.allow_updates(params)?;
    confirm(state, params.number("offset").unwrap_or(0));
    state.newest_poll += 1;
    Ok(state.newest_poll)
}

/// A negative offset keeps so many from the end and forgets all before.
fn confirm(state: &mut State, offset: i64) {
    if offset < 0 {
        let kept = usize::try_from(-offset).unwrap_or(usize::MAX);
        let forgotten = state.updates.len().saturating_sub(kept);
        state.updates.drain(..forgotten);
    } else {
        state.updates.retain(|update| update.update_id >= offset);
    }
}

fn hand_out(state: &mut State, limit: usize) -> String {
    let mut texts = Vec::new();
    for update in state.updates.iter_mut().take(limit) {
        update.handed_out += 1;
        texts.push(update.json.as_str());
    }
    format!("[{}]", texts.join(","))
}

impl State {
    /// Remembers `allowed_updates` for getUpdates and setWebhook: absent leaves it, empty is
    /// Telegram's default set. Updates from before are not filtered again.
    pub(super) fn allow_updates(&mut self, params: &Params) -> Result<(), Refusal> {
        let Some(kinds) = params.json("allowed_updates")? else {
            return Ok(());
        };
        let kinds = kinds.as_array().into_iter().flatten();
        let kinds: Vec<String> = kinds.filter_map(|kind| Some(kind.as_str()?.to_owned())).collect();
        self.allowed_updates = Some(kinds).filter(|kinds| !kinds.is_empty());
        Ok(())
    }
}
