//! The sweep of reminders: what is due by `next_step_at` goes to `flows::remind`, all matters of one deputy in one command.
//! Nothing is said in the quiet hours. What a sweep costs follows what is due, never what is stored.

use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::store::{DueMatter, StoreError};

use super::Jobs;

/// Matters looked for in one go; what is more comes with the next go, at once.
pub const MOST_DUE: i64 = 1_000;
/// Matters decided in one transaction, unless they are one deputy's.
const TOGETHER: usize = 500;
/// Goes of one sweep: so many times a thousand matters in one look.
const GOES: usize = 20;

impl Jobs {
    /// Says what is due now; gives how many matters were looked at.
    pub async fn remind_due(&self) -> Result<usize, StoreError> {
        let mut looked_at = 0;
        for _ in 0..GOES {
            let now = self.clock.now();
            if self
                .reminder_rules()
                .await?
                .is_none_or(|by| by.quiet.is_quiet(now))
            {
                break;
            }
            let due = self.store.read().await?.due_matters(now, MOST_DUE).await?;
            let found = due.len();
            looked_at += found;
            for together in in_commands(due) {
                // The key says which looks this is: a second gateway's command over the same rows does nothing.
                let first = together.first().map_or(0, |matter| matter.subject_id);
                let input = Input {
                    key: format!("job:remind:{first}:{}:{}", together.len(), due_key(&together)),
                    from: From::Program,
                    deed: Deed::Command(Box::new(Command::Remind(
                        together
                            .iter()
                            .map(|matter| (matter.matter, matter.subject_id))
                            .collect(),
                    ))),
                    said_at: None,
                    raw: String::new(),
                };
                // What isn't said now is said with the next look.
                if self.intake.submit(input).await.is_err() {
                    return Ok(looked_at);
                }
            }
            if i64::try_from(found).unwrap_or(i64::MAX) < MOST_DUE {
                break;
            }
        }
        Ok(looked_at)
    }
}

/// The instants for which the rows were due: other ones are another sweep.
fn due_key(together: &[DueMatter]) -> String {
    let sum = together.iter().fold(0_i64, |sum, matter| {
        sum.wrapping_mul(31)
            .wrapping_add(matter.subject_id ^ matter.next_step_at)
    });
    format!("{:x}", sum.cast_unsigned())
}

/// Cuts what is due into commands; what is one deputy's is never cut.
fn in_commands(mut due: Vec<DueMatter>) -> Vec<Vec<DueMatter>> {
    due.sort_by_key(|matter| (matter.deputy_id, matter.matter, matter.subject_id));
    let mut commands: Vec<Vec<DueMatter>> = Vec::new();
    for matter in due {
        match commands.last_mut() {
            Some(last)
                if last.len() < TOGETHER
                    || last
                        .last()
                        .is_some_and(|before| before.deputy_id == matter.deputy_id) =>
            {
                last.push(matter);
            }
            _ => commands.push(vec![matter]),
        }
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::DeputyId;
    use crate::domain::reminder::Matter;

    #[test]
    fn what_is_one_deputys_is_never_cut() {
        let due: Vec<DueMatter> = (0..2_000)
            .map(|subject_id| DueMatter {
                matter: Matter::Feedback,
                subject_id,
                deputy_id: DeputyId(subject_id * 7 % 13),
                next_step_at: 1,
            })
            .collect();
        let commands = in_commands(due);
        assert_eq!(commands.iter().map(Vec::len).sum::<usize>(), 2_000);
        for pair in commands.windows(2) {
            assert!(pair[0].last().unwrap().deputy_id < pair[1][0].deputy_id);
        }
    }
}
