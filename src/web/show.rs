//! Asking the rows that a page needs: tried, loaded what is missing, tried again. Called by the handlers that show something.

use crate::domain::world::{Deciding, Stop, World};
use crate::store::Reading;

use super::page::our_fault;
use super::pages::Sorry;

/// What needs more rounds of loading than this is a defect.
pub const ROUNDS: usize = 8;

/// Looks at the world, and loads what the look needs until nothing is missing. A refusal becomes the apology that fits it.
pub async fn decide<T>(
    reading: &mut Reading,
    world: &mut World,
    look: impl Fn(&World) -> Deciding<T>,
) -> Result<T, Sorry> {
    for _ in 0..ROUNDS {
        match look(world) {
            Ok(seen) => return Ok(seen),
            Err(Stop::Refused(refusal)) => return Err(refusal.into()),
            Err(Stop::Need(keys)) => reading.load(&keys, world).await?,
        }
    }
    Err(our_fault("a page needs more after the last round"))
}

/// The same for many looks at once: each round loads for all of them. What is refused or needs more after the last
/// round is left out, and said in the log.
pub async fn decide_all<R, T>(
    reading: &mut Reading,
    world: &mut World,
    rows: &[R],
    look: impl Fn(&World, &R) -> Deciding<T>,
) -> Result<Vec<Option<T>>, Sorry> {
    let mut seen: Vec<Option<T>> = rows.iter().map(|_| None).collect();
    let mut left: Vec<usize> = (0..rows.len()).collect();
    for _ in 0..ROUNDS {
        let mut needs = Vec::new();
        left.retain(|place| match look(world, &rows[*place]) {
            Ok(it) => {
                seen[*place] = Some(it);
                false
            }
            Err(Stop::Need(keys)) => {
                needs.extend(keys);
                true
            }
            Err(Stop::Refused(refusal)) => {
                tracing::error!(?refusal, "a part of a page can't be shown");
                false
            }
        });
        if left.is_empty() {
            return Ok(seen);
        }
        reading.load(&needs, world).await?;
    }
    tracing::error!(
        parts = left.len(),
        "parts of a page need more after the last round"
    );
    Ok(seen)
}
