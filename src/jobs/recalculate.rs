//! Following a new calendar: open deadlines are worked out again in batches until none is left (F61). A batch that was cut off
//! begins again where it stopped, because each row says which calendar it was worked out by.

use crate::domain::calendar::in_force::{current, moved_counter};
use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::suggestion::command::SuggestionCommand;
use crate::store::StoreError;

use super::Jobs;

/// Batches in one look; the rest waits for the next one, so that people aren't held up.
const MOST: usize = 20;

impl Jobs {
    /// Works out again what an older calendar worked out.
    pub async fn recalculate(&self) -> Result<(), StoreError> {
        for _ in 0..MOST {
            let mut reading = self.store.read().await?;
            let version = match reading
                .look(|world| Ok(current(world)?.map(|row| row.version)))
                .await?
            {
                Ok(Some(version)) => version,
                _ => return Ok(()),
            };
            let (first, is_last) = match reading.deadline_before(version).await? {
                Some(first) => (first, false),
                // Nothing is left: what moved is told, if it wasn't.
                None => {
                    let name = moved_counter(version);
                    let counted = reading
                        .look(|world| Ok(world.find_counter(&name)?.map_or(0, |counter| counter.value)))
                        .await?;
                    match counted {
                        Ok(count) if count > 0 => (count, true),
                        _ => return Ok(()),
                    }
                }
            };
            drop(reading);
            let input = Input {
                // The first row that is left names the batch: twice is once, and the next batch has another name.
                key: format!(
                    "job:recalculate:{version}:{first}{}",
                    if is_last { ":told" } else { "" }
                ),
                from: From::Program,
                deed: Deed::Command(Box::new(Command::Suggestion(SuggestionCommand::Recalculate))),
                said_at: None,
                raw: String::new(),
            };
            if let Err(reason) = self.intake.submit(input).await {
                tracing::warn!(?reason, "deadlines can't be worked out again now");
                return Ok(());
            }
        }
        Ok(())
    }
}
