//! Reminders of handbooks: in December to deputies who have not handed theirs in, in January to offices, whose are missing.
//!
//! What is due is derived from rows and clock, and each step is claimed once by its key and by the row that notes it: a
//! machine that was off sends the newest step alone, and none twice.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::in_force::in_force;
use crate::domain::command::Command;
use crate::domain::handbook::life::{list_day, missing_told, step_on};
use crate::domain::input::{Deed, From, Input};
use crate::domain::reminder::InForce;
use crate::domain::reminder::table::rules_in_force;
use crate::domain::time::day_of;
use crate::store::StoreError;

use super::Jobs;

/// Deputies reminded in one look: a province is through in a few minutes.
const MOST: i64 = 200;

impl Jobs {
    /// Submits what is due; the flows look once more whether it still holds.
    pub async fn remind_of_handbooks(&self) -> Result<(), StoreError> {
        let now = self.clock.now();
        let today = day_of(now);
        let Some(by) = self.reminder_rules().await?.filter(|by| !by.quiet.is_quiet(now)) else {
            return Ok(());
        };
        match today.month() {
            12 => self.remind_deputies(today, &by).await,
            1 if today.day() >= list_day(&by.table) => self.tell_offices(i64::from(today.year()) - 1).await,
            _ => Ok(()),
        }
    }

    /// The rules in force; none would be a refusal, and none is made here.
    pub(super) async fn reminder_rules(&self) -> Result<Option<InForce>, StoreError> {
        let mut reading = self.store.read().await?;
        Ok(reading
            .look(|world| rules_in_force(world, &self.rules))
            .await?
            .ok())
    }

    async fn remind_deputies(&self, today: NaiveDate, by: &InForce) -> Result<(), StoreError> {
        let mut reading = self.store.read().await?;
        // Only a refusal would leave no calendar, and none is made here.
        let Ok(Some(step)) = reading
            .look(|world| Ok(step_on(today, in_force(world)?, &by.table)))
            .await?
        else {
            return Ok(());
        };
        let year = i64::from(today.year());
        let due = reading.handbooks_to_remind(year, step, today, MOST).await?;
        drop(reading);
        for deputy in due {
            let key = format!("job:handbook:{year}:{deputy}:{today}");
            self.submit(key, Command::RemindHandbook { deputy, year, step })
                .await;
        }
        Ok(())
    }

    async fn tell_offices(&self, year: i64) -> Result<(), StoreError> {
        let mut reading = self.store.read().await?;
        let due = reading.offices_to_tell_of_handbooks(&missing_told(year)).await?;
        drop(reading);
        for office in due {
            let key = format!("job:handbooks-missing:{year}:{office}");
            self.submit(key, Command::TellHandbooksMissing { office, year })
                .await;
        }
        Ok(())
    }

    async fn submit(&self, key: String, command: Command) {
        let input = Input {
            key,
            from: From::Program,
            deed: Deed::Command(Box::new(command)),
            said_at: None,
            raw: String::new(),
        };
        // What isn't taken now is due at the next look too.
        let _ = self.intake.submit(input).await;
    }
}
