//! The words of messages that are about to leave, made from rows as they are now, in rounds of rendering and loading.

use crate::domain::account::{Account, Unreachable};
use crate::domain::context::Context;
use crate::domain::ids::IdSource;
use crate::domain::outbox::OutboxItem;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Key, Stop, World};
use crate::store::SendOutcome;
use crate::text;

use super::Sender;

/// Rounds of rendering and loading.
const ROUNDS: usize = 8;

/// What is to be done with an item.
#[expect(clippy::large_enum_variant, reason = "nearly every one is a letter")]
pub(super) enum Ready {
    /// It leaves.
    Letter(Account, Rendered),
    /// It doesn't leave any more.
    Ends(SendOutcome),
    /// It is tried again in a moment.
    Later,
}

fn words_of(item: &OutboxItem, world: &World, cx: &Context<'_>) -> Result<Ready, Stop> {
    let Some(account) = world.find_account(&item.account_id)? else {
        return Ok(Ready::Ends(SendOutcome::Gone));
    };
    if account.silenced_at.is_some() {
        return Ok(Ready::Ends(SendOutcome::Silenced));
    }
    match account.unreachable {
        Some(Unreachable::Blocked) => return Ok(Ready::Ends(SendOutcome::Blocked)),
        Some(Unreachable::Gone) => return Ok(Ready::Ends(SendOutcome::Gone)),
        None => {}
    }
    let rendered = text::render(item, account, world, text::words(account.locale), cx)?;
    Ok(Ready::Letter(account.clone(), rendered))
}

impl Sender {
    /// Makes the words of several items, loading what they need in rounds.
    pub(super) async fn make_words(
        &self,
        items: Vec<OutboxItem>,
        world: &mut World,
        ids: &IdSource,
    ) -> Vec<(OutboxItem, Ready)> {
        let cx = Context {
            now: self.clock.now(),
            rules: &self.rules,
            ids,
            lookup: &self.lookup,
        };
        let mut made = Vec::with_capacity(items.len());
        let mut waiting = items;
        for _ in 0..ROUNDS {
            let mut needs: Vec<Key> = Vec::new();
            let mut again = Vec::new();
            for item in waiting {
                match words_of(&item, world, &cx) {
                    Ok(ready) => made.push((item, ready)),
                    Err(Stop::Need(keys)) => {
                        needs.extend(keys);
                        again.push(item);
                    }
                    Err(Stop::Refused(_)) => {
                        made.push((item, Ready::Ends(SendOutcome::GivenUp("nothing-to-say"))))
                    }
                }
            }
            waiting = again;
            if waiting.is_empty() {
                break;
            }
            let loaded = async { self.store.read().await?.load(&needs, world).await };
            if let Err(error) = loaded.await {
                tracing::warn!(%error, "the words of a message can't be made now; it is tried again");
                break;
            }
        }
        if !waiting.is_empty() {
            tracing::error!(
                messages = waiting.len(),
                "the words of messages can't be made; they are tried again"
            );
        }
        made.extend(waiting.into_iter().map(|item| (item, Ready::Later)));
        made
    }
}
