//! Asking the read pool with a flow: a question that a flow answers purely is asked, what it needs is loaded, and it is asked
//! again. Called by the command line and by web pages; the engine has a loop of its own, which also saves.

use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};

use super::{Reading, StoreError};

/// So many times rows are loaded for one question. A question that needs more goes in circles.
const ROUNDS: usize = 8;

impl Reading {
    /// Answers a question with rows of the database. Nothing that the question puts is written.
    ///
    /// Errors: the inner one is a refusal of the flow, a normal answer; [`StoreError::Data`] when it still needs rows after
    /// eight rounds.
    pub async fn look<T>(
        &mut self,
        mut ask: impl FnMut(&World) -> Deciding<T>,
    ) -> Result<Result<T, Refusal>, StoreError> {
        let mut world = World::default();
        for _ in 0..ROUNDS {
            match ask(&world) {
                Ok(answer) => return Ok(Ok(answer)),
                Err(Stop::Refused(refusal)) => return Ok(Err(refusal)),
                Err(Stop::Need(keys)) => self.load(&keys, &mut world).await?,
            }
        }
        match ask(&world) {
            Ok(answer) => Ok(Ok(answer)),
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            Err(Stop::Need(_)) => Err(StoreError::Data(
                "a question needs more rounds of loading than any should".into(),
            )),
        }
    }
}
