//! Adding a line to the audit chain.

use crate::domain::audit::AuditEntry;
use crate::domain::context::Context;
use crate::domain::ids::AccountId;
use crate::domain::keeping::Counter;
use crate::domain::world::{Deciding, Key, World};

/// The counter row that holds the length of the chain; its twin with `-chain` holds the last hash in its name's place.
const LENGTH: &str = "audit";

/// Adds who did what upon which thing. Needs the counter and the entry before, which the batch carries along.
pub fn audit(
    world: &mut World,
    cx: &Context<'_>,
    who: Option<AccountId>,
    act: &str,
    subject: String,
) -> Deciding<()> {
    world.want([Key::Counter(LENGTH.to_owned())])?;
    let seq = world
        .find_counter(&LENGTH.to_owned())?
        .map_or(0, |counter| counter.value)
        + 1;
    world.put_counter(Counter {
        name: LENGTH.to_owned(),
        value: seq,
    });
    // The chain itself is closed by the store when the batch is saved, because only there the entry before is at hand.
    world.add_audit(AuditEntry {
        seq,
        at: cx.now,
        account_id: who,
        act: act.to_owned(),
        subject,
        salt: cx.lookup.salt(seq),
        chain: String::new(),
    });
    Ok(())
}
