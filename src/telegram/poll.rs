//! Fetching updates by long polling: the next offset is told to Telegram only when all updates below it are committed.
//!
//! Called by `app`, as one task a bot; with several gateways only by the holder of the lease. teloxide's own listener is
//! not used because it confirms updates before they are handled. **Invariants:** nothing is confirmed that isn't
//! committed; nothing that can't be read and named is skipped; trouble of any kind makes the bot deaf for seconds at most.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde_json::value::RawValue;
use teloxide::RequestError;
use tokio::sync::watch;

use super::broken;
use super::call::{Answer, Failed, call, post};
use super::outlet::TelegramOutlet;
use super::poll_status::{PollState, PollStatus};
use super::read::{dead_letter, key, person, read_update};
use super::webhook::body_key;
use crate::domain::input::{From, Input};
use crate::engine::{Intake, Lease, NotTaken};

/// The kinds of update that the bot asks for.
pub(super) const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "my_chat_member"];

/// Telegram's longest wait for an update.
const WAIT_SECONDS: u64 = 50;
/// So long after that an answer is given up.
const PATIENCE: Duration = Duration::from_secs(WAIT_SECONDS + 10);
/// Telegram's most updates in an answer.
const BATCH: u32 = 100;
/// A server that doesn't wait for updates isn't asked more often than this.
const BREATH: Duration = Duration::from_millis(20);
const SHORTEST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

#[derive(Serialize)]
struct GetUpdates {
    #[serde(skip_serializing_if = "Option::is_none")]
    offset: Option<i64>,
    limit: u32,
    timeout: u64,
    allowed_updates: [&'static str; 4],
}

/// Fetches updates and submits them until `stop` becomes true or its sender is gone; only while the lease is held.
pub async fn poll(
    outlet: TelegramOutlet,
    intake: Intake,
    stop: watch::Receiver<bool>,
    status: Arc<PollStatus>,
    lease: Lease,
) {
    let mut poller = Poller {
        outlet,
        intake,
        stop,
        status,
        lease,
        has_begun: false,
        offset: None,
        singles: 0,
        pause: SHORTEST_PAUSE,
    };
    while let Next::GoOn = poller.turn().await {}
    poller.status.enter(PollState::Stopped);
}

enum Next {
    GoOn,
    Stop,
}

struct Poller {
    outlet: TelegramOutlet,
    intake: Intake,
    stop: watch::Receiver<bool>,
    status: Arc<PollStatus>,
    lease: Lease,
    /// It holds the lease, and has told Telegram that it polls.
    has_begun: bool,
    /// What is to be confirmed. `None` once Telegram has nothing unconfirmed: after a week of silence update ids start
    /// anew, perhaps lower, and an old offset would confirm them unseen.
    offset: Option<i64>,
    /// So many updates are fetched one by one, because an answer could not be read.
    singles: u32,
    pause: Duration,
}

impl Poller {
    async fn turn(&mut self) -> Next {
        if *self.stop.borrow() {
            return Next::Stop;
        }
        if let Err(next) = self.has_its_turn().await {
            return next;
        }
        let payload = GetUpdates {
            offset: self.offset,
            limit: if self.singles > 0 { 1 } else { BATCH },
            // Before waiting long it must be known that all is well, for whoever looks at the health page.
            timeout: if self.status.state() == PollState::Listening {
                WAIT_SECONDS
            } else {
                0
            },
            allowed_updates: KINDS,
        };
        let answered = tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => return Next::Stop,
            // The gateway that fetches now must not be disturbed by a request that still waits.
            () = self.lease.lost() => return Next::GoOn,
            answered = post(self.outlet.bot(), "getUpdates", &payload, Some(PATIENCE)) => answered,
        };
        let answer = match answered {
            Ok(answer) => answer,
            Err(failed) => return self.trouble(&failed).await,
        };
        match answer.result::<Vec<&RawValue>>() {
            Ok(updates) if updates.is_empty() => {
                self.all_is_well();
                self.offset = None;
                self.singles = 0;
                self.wait(BREATH).await
            }
            Ok(updates) => {
                let updates: Vec<&str> = updates.into_iter().map(RawValue::get).collect();
                self.singles = self.singles.saturating_sub(1);
                self.take(&updates).await
            }
            Err(Failed {
                status: Some(200),
                error: RequestError::InvalidJson { .. },
            }) => self.unreadable(&answer).await,
            Err(failed) => self.trouble(&failed).await,
        }
    }

    /// Waits until this gateway is the one that fetches.
    async fn has_its_turn(&mut self) -> Result<(), Next> {
        if !self.lease.is_held() {
            self.has_begun = false;
            // Another gateway moves it meanwhile.
            self.offset = None;
            self.singles = 0;
            self.status.enter(PollState::Standby);
            tokio::select! {
                _ = self.stop.wait_for(|stop| *stop) => return Err(Next::Stop),
                () = self.lease.held() => {}
            }
        }
        if !self.has_begun {
            self.has_begun = true;
            self.delete_webhook().await;
        }
        Ok(())
    }

    /// Submits updates until they are committed, and only then moves the offset.
    async fn take(&mut self, updates: &[&str]) -> Next {
        loop {
            let mut inputs = Vec::with_capacity(updates.len());
            let mut taps = Vec::new();
            let mut last = None;
            for raw in updates {
                let read = read_update(self.outlet.bot_id(), raw);
                last = read.update_id.or(last);
                taps.extend(read.callback_query_id);
                inputs.push(read.input.unwrap_or_else(|| self.nameless(raw)));
            }
            if let Err(next) = self.submit(inputs).await {
                match next {
                    Next::GoOn => continue,
                    Next::Stop => return Next::Stop,
                }
            }
            self.status.count_taken(updates.len());
            for tap in taps {
                self.outlet.answer_callback(tap);
            }
            return match last {
                Some(last) => {
                    self.all_is_well();
                    self.offset = Some(last.saturating_add(1));
                    Next::GoOn
                }
                None => self.cannot_confirm().await,
            };
        }
    }

    /// Waits for the commit; on `Err` after a pause: again, or the end.
    async fn submit(&mut self, inputs: Vec<Input>) -> Result<(), Next> {
        match self.intake.submit_all(inputs).await {
            Ok(_) => Ok(()),
            Err(NotTaken::Stopping) => Err(Next::Stop),
            Err(NotTaken::Full | NotTaken::Trouble) => {
                if self.status.enter(PollState::NotTaken) != PollState::NotTaken {
                    tracing::error!(
                        "Updates can't be kept now; they stay at Telegram and are submitted again."
                    );
                }
                Err(self.grow_and_wait().await)
            }
        }
    }

    /// What has no number is kept too; whether it can be confirmed depends on what comes after it.
    fn nameless(&self, raw: &str) -> Input {
        self.status.count_unreadable();
        tracing::error!(
            bytes = raw.len(),
            "An update without a readable update_id is kept as a dead letter."
        );
        let key = body_key(self.outlet.bot_id(), raw);
        dead_letter(
            key,
            From::Program,
            raw,
            "an update without a readable update_id".to_owned(),
        )
    }

    /// The whole answer is no JSON: then its updates are fetched one by one, so that only the bad one suffers.
    async fn unreadable(&mut self, answer: &Answer) -> Next {
        if self.singles == 0 {
            tracing::error!(
                bytes = answer.body.len(),
                "An answer of Telegram can't be read; its updates are fetched one by one."
            );
            self.singles = BATCH;
            return Next::GoOn;
        }
        let Some(id) = broken::update_id(&answer.body) else {
            return self.cannot_confirm().await;
        };
        self.status.count_unreadable();
        tracing::error!(
            update_id = id,
            "An update can't be read; it is kept as a dead letter."
        );
        let from = match broken::private_chat(&answer.body) {
            Some(chat) => person(self.outlet.bot_id(), chat, None),
            None => From::Program,
        };
        let key = key(self.outlet.bot_id(), id);
        loop {
            let reason = "the update is no JSON".to_owned();
            let letter = dead_letter(
                key.clone(),
                from.clone(),
                broken::only_update(&answer.body),
                reason,
            );
            match self.submit(vec![letter]).await {
                Ok(()) => break,
                Err(Next::GoOn) => {}
                Err(Next::Stop) => return Next::Stop,
            }
        }
        self.all_is_well();
        self.offset = Some(id.saturating_add(1));
        Next::GoOn
    }

    async fn cannot_confirm(&mut self) -> Next {
        if self.status.enter(PollState::Unreadable) != PollState::Unreadable {
            tracing::error!(
                "An update can't be read, not even its update_id, so it can't be skipped; asking again."
            );
        }
        self.grow_and_wait().await
    }

    async fn trouble(&mut self, failed: &Failed) -> Next {
        let state = state_of(failed);
        if self.status.enter(state) != state {
            tracing::error!("No updates are fetched: {}. Trying again.", failed.sentence());
        }
        if state == PollState::WebhookSet {
            self.delete_webhook().await;
        }
        match failed.asked_for() {
            Some(pause) => self.wait(pause).await,
            None => self.grow_and_wait().await,
        }
    }

    fn all_is_well(&mut self) {
        self.pause = SHORTEST_PAUSE;
        match self.status.enter(PollState::Listening) {
            PollState::Listening => {}
            PollState::Starting | PollState::Standby => tracing::info!("Updates are fetched from Telegram."),
            _ => tracing::info!("Updates are fetched from Telegram again."),
        }
    }

    async fn grow_and_wait(&mut self) -> Next {
        let pause = self.pause;
        self.pause = (pause * 2).min(LONGEST_PAUSE);
        self.wait(pause).await
    }

    async fn wait(&mut self, pause: Duration) -> Next {
        tokio::select! {
            _ = self.stop.wait_for(|stop| *stop) => Next::Stop,
            () = tokio::time::sleep(pause) => Next::GoOn,
        }
    }

    /// Goes back to polling without dropping what waits. If it fails, getUpdates says why.
    async fn delete_webhook(&self) {
        #[derive(Serialize)]
        struct DeleteWebhook {
            drop_pending_updates: bool,
        }
        let payload = DeleteWebhook {
            drop_pending_updates: false,
        };
        let deleted: Result<bool, _> = call(self.outlet.bot(), "deleteWebhook", &payload).await;
        if let Err(failed) = deleted {
            tracing::warn!("The webhook was not taken away: {}.", failed.sentence());
        }
    }
}

fn state_of(failed: &Failed) -> PollState {
    match (failed.status, &failed.error) {
        (Some(409), RequestError::Api(error))
            if error.to_string().to_ascii_lowercase().contains("webhook") =>
        {
            PollState::WebhookSet
        }
        (Some(409), _) => PollState::Conflict,
        (Some(401 | 404), _) => PollState::WrongToken,
        (None, _) => PollState::NoNetwork,
        _ => PollState::OutOfOrder,
    }
}
