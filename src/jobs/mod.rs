//! Timed work. Each job derives what is due from the database and the clock, so it may run twice or late without harm.
//!
//! | Job | When | Does |
//! | --- | --- | --- |
//! | forget | every 10 minutes | keys of inputs after 72 hours, sessions and parked edits that are past |
//! | erase | every 10 minutes | words, files and contacts of letters that ended longer ago than they are kept |
//! | remind of what is due | every 30 seconds | says what deadlines are near or over, once a step |
//! | mail slips | every 30 seconds | mails opinion slips to handling units that have an address |
//! | read drafts | every 30 seconds | reads documents that deputies sent in as drafts |
//! | remind | every 30 seconds, from the morning on | December: handbooks that are to be handed in; in January the offices' lists |
//! | ask again | every 30 seconds | asks co-signers again whose confirmation is of other words, when the drafter has paused |
//! | recalculate | every 30 seconds | works open deadlines out again by a new calendar, and tells those whose day moved |
//! | replan | every 30 seconds | plans open matters anew, when the rules of reminders were changed |
//! | remove orphans | every 6 hours | files that nothing refers to: half-written ones after a day, whole ones after a week |
//! | hear voices | every 2 seconds, where a service is set | asks for the words of deputies' voice messages |
//! | fall back | every 30 seconds | tells people outside the chat that something waits in the web chat |

mod ask_again;
mod erase;
mod fall_back;
mod hear_voices;
mod mail_slips;
mod read_drafts;
mod recalculate;
mod remind;
mod remind_due;
mod remove_orphans;
mod replan;

use tokio::sync::watch;

pub use hear_voices::HearVoices;

use crate::domain::context::Rules;
use crate::domain::lookup::LookupKey;
use crate::engine::{Clock, Intake, Lease};
use crate::fallback::Channels;
use crate::store::Store;

/// The pause between two looks, by the real clock.
const LOOK_AGAIN_MS: i64 = 30_000;
/// Looks between two times of forgetting.
const FORGET_EVERY: u32 = 20;
/// Looks between two times of looking for orphans.
const ORPHANS_EVERY: u32 = 720;

/// What jobs work with.
pub struct Jobs {
    /// The database.
    pub store: Store,
    /// The clocks.
    pub clock: Clock,
    /// The rules in force.
    pub rules: Rules,
    /// For rendering.
    pub lookup: LookupKey,
    /// The way in for what jobs decide.
    pub intake: Intake,
    /// The channels besides the chat.
    pub channels: Channels,
    /// `FILES_DIR`.
    pub files: std::path::PathBuf,
}

impl Jobs {
    /// Works until `stop` is set, while the lease is held: of several gateways one does it.
    pub async fn run(self, mut stop: watch::Receiver<bool>, lease: Lease) {
        let mut looks = 0_u32;
        while !*stop.borrow() {
            tokio::select! {
                _ = stop.changed() => continue,
                () = lease.held() => {}
            }
            if looks.is_multiple_of(FORGET_EVERY)
                && let Err(error) = self.forget().await
            {
                tracing::warn!(%error, "what is past can't be forgotten now");
            }
            if looks.is_multiple_of(FORGET_EVERY)
                && let Err(error) = self.erase().await
            {
                tracing::warn!(%error, "letters whose time is over can't be erased now");
            }
            if looks.is_multiple_of(ORPHANS_EVERY)
                && let Err(error) = self.remove_orphans().await
            {
                tracing::warn!(%error, "files that nothing refers to can't be looked for now");
            }
            looks = looks.wrapping_add(1);
            // First, so that the sweep follows the rules in force.
            if let Err(error) = self.replan().await {
                tracing::warn!(%error, "reminders can't be planned anew now");
            }
            if let Err(error) = self.remind_due().await {
                tracing::warn!(%error, "reminders can't be sent now");
            }
            if let Err(error) = self.read_drafts().await {
                tracing::warn!(%error, "documents of drafts can't be read now");
            }
            if let Err(error) = self.ask_again().await {
                tracing::warn!(%error, "co-signers can't be asked again now");
            }
            if let Err(error) = self.mail_slips().await {
                tracing::warn!(%error, "slips can't be mailed now");
            }
            if let Err(error) = self.recalculate().await {
                tracing::warn!(%error, "deadlines can't be worked out again now");
            }
            if let Err(error) = self.fall_back().await {
                tracing::warn!(%error, "the fallback can't be worked now");
            }
            if let Err(error) = self.remind_of_handbooks().await {
                tracing::warn!(%error, "reminders of handbooks can't be worked now");
            }
            tokio::select! {
                _ = stop.changed() => {}
                () = self.clock.wait_for_ticks(self.clock.ticks() + LOOK_AGAIN_MS) => {}
            }
        }
    }

    /// Forgets what is past.
    pub async fn forget(&self) -> Result<(), crate::store::StoreError> {
        let mut writing = self.store.write().await?;
        match writing.forget(self.clock.ticks(), self.clock.now()).await {
            Ok(_) => writing.commit().await,
            Err(error) => {
                writing.rollback().await;
                Err(error)
            }
        }
    }
}
