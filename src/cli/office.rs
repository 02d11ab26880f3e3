//! Giving commands: what an [`Office`] answers, as a result.

use crate::domain::answer::Answer;
use crate::domain::command::Command;

use super::{CliError, Office};

/// Gives a command; a refusal and a dead letter are errors.
pub(super) async fn give(office: &impl Office, command: Command) -> Result<Answer, CliError> {
    match office.give(command).await.map_err(CliError::NotTaken)? {
        Answer::Refused(refusal) => Err(CliError::Refused(refusal)),
        Answer::Kept(incident) => Err(CliError::Kept(incident)),
        answer => Ok(answer),
    }
}
