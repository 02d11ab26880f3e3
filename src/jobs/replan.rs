//! Following a new table of reminder rules: every open matter is planned anew, in batches, once. Cut off, it begins again with
//! the next look: planning twice does no harm.

use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::reminder::Matter;
use crate::domain::reminder::table::{REPLANNED, ReminderCommand, set_at};
use crate::domain::world::Key;
use crate::store::StoreError;

use super::Jobs;

/// Matters planned in one transaction.
const TOGETHER: i64 = 500;

impl Jobs {
    /// Plans open matters anew, if the table in force was set since the last time.
    pub async fn replan(&self) -> Result<(), StoreError> {
        let name = REPLANNED.to_owned();
        let stands = self
            .store
            .read()
            .await?
            .look(|world| {
                world.want([Key::Counter(name.clone())])?;
                let done = world.find_counter(&name)?.map_or(0, |counter| counter.value);
                Ok((set_at(world)?, done))
            })
            .await?;
        let Ok((at, done)) = stands else { return Ok(()) };
        if at == done {
            return Ok(());
        }
        for matter in Matter::ALL {
            let mut after = 0;
            loop {
                let ids = self
                    .store
                    .read()
                    .await?
                    .open_matters(*matter, after, TOGETHER)
                    .await?;
                let Some(last) = ids.last().copied() else { break };
                let key = format!("job:replan:{at}:{}:{after}", matter.tag());
                let subjects = ids.into_iter().map(|id| (*matter, id)).collect();
                if !self.gives(key, ReminderCommand::Replan(subjects)).await {
                    return Ok(());
                }
                after = last;
            }
        }
        self.gives(format!("job:replanned:{at}"), ReminderCommand::Replanned(at))
            .await;
        Ok(())
    }

    async fn gives(&self, key: String, command: ReminderCommand) -> bool {
        let input = Input {
            key,
            from: From::Program,
            deed: Deed::Command(Box::new(Command::Reminders(command))),
            said_at: None,
            raw: String::new(),
        };
        match self.intake.submit(input).await {
            Ok(_) => true,
            Err(reason) => {
                tracing::warn!(?reason, "reminders can't be planned anew now");
                false
            }
        }
    }
}
