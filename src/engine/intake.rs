//! The way in: whoever has an input submits it here and waits for its fate.

use std::sync::Arc;

use tokio::sync::{mpsc, oneshot};

use crate::domain::answer::Answer;
use crate::domain::input::Input;

use super::health::Health;

/// Why an input was not taken: nothing of it was kept, and it may be submitted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// Too many wait already.
    Full,
    /// The database can't be used now.
    Trouble,
    /// The program is stopping.
    Stopping,
}

/// An input with the way back.
pub(crate) struct Submitted {
    pub(crate) input: Input,
    pub(crate) reply: oneshot::Sender<Result<Answer, NotTaken>>,
}

/// The way in. Cheap to clone.
#[derive(Clone)]
pub struct Intake {
    queue: mpsc::Sender<Submitted>,
    health: Arc<Health>,
}

/// So many inputs may wait; beyond it a webhook is answered 503 and memory stays bounded.
pub(crate) const QUEUE: usize = 2_048;

impl Intake {
    pub(crate) fn new(health: Arc<Health>) -> (Self, mpsc::Receiver<Submitted>) {
        let (queue, inputs) = mpsc::channel(QUEUE);
        (Self { queue, health }, inputs)
    }

    /// So many inputs wait for a batch.
    pub fn waiting(&self) -> usize {
        QUEUE - self.queue.capacity()
    }

    /// Submits an input and waits until it and all its consequences are committed.
    pub async fn submit(&self, input: Input) -> Result<Answer, NotTaken> {
        let (reply, fate) = oneshot::channel();
        match self.queue.try_send(Submitted { input, reply }) {
            Ok(()) => fate.await.unwrap_or(Err(NotTaken::Stopping)),
            Err(mpsc::error::TrySendError::Full(_)) => {
                self.health.count_not_taken(NotTaken::Full);
                Err(NotTaken::Full)
            }
            Err(mpsc::error::TrySendError::Closed(_)) => Err(NotTaken::Stopping),
        }
    }

    /// Submits several in their order and waits for all. Waits for room instead of being refused.
    pub async fn submit_all(&self, inputs: Vec<Input>) -> Result<Vec<Answer>, NotTaken> {
        let mut fates = Vec::with_capacity(inputs.len());
        for input in inputs {
            let (reply, fate) = oneshot::channel();
            self.queue
                .send(Submitted { input, reply })
                .await
                .map_err(|_| NotTaken::Stopping)?;
            fates.push(fate);
        }
        let mut answers = Vec::with_capacity(fates.len());
        for fate in fates {
            answers.push(fate.await.unwrap_or(Err(NotTaken::Stopping))?);
        }
        Ok(answers)
    }
}
