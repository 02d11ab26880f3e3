//! The officers of an office that reads a letter are told that it waits: the first at once, what follows in one message
//! half an hour later, without sound at night. The words stay at the desk.

use crate::domain::case::Case;
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, OfficerId};
use crate::domain::keeping::CardPace;
use crate::domain::message_kind::MessageKind;
use crate::domain::time::MINUTE_MS;
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::owe::owe;

/// An officer is disturbed once in this time, however many letters come.
const PAUSE_MS: i64 = 30 * MINUTE_MS;

/// Tells the officers of the case's office, but not the one who entered it.
pub fn tell_office(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    except: Option<AccountId>,
) -> Deciding<()> {
    for account_id in officers(world, case)? {
        if Some(account_id) == except {
            continue;
        }
        let account = world.account(&account_id)?.clone();
        let told = world.find_card_pace(&account_id)?.cloned();
        if told
            .as_ref()
            .is_some_and(|pace| pace.summary_id.is_some() && cx.now < pace.summary_at)
        {
            continue;
        }
        let last_at = told.map(|pace| {
            if pace.summary_id.is_some() {
                pace.summary_at
            } else {
                pace.since_at
            }
        });
        let mut pace = CardPace {
            account_id,
            since_at: cx.now,
            cards: 1,
            summary_id: None,
            summary_at: 0,
        };
        match last_at
            .map(|at| at + PAUSE_MS)
            .filter(|next_at| cx.now < *next_at)
        {
            None => {
                owe(&account, MessageKind::OfficeLetter { case: case.id }, cx)
                    .of(case.id)
                    .quiet_at_night(cx)
                    .put(world, cx);
            }
            Some(next_at) => {
                pace.summary_at = next_at;
                pace.summary_id = Some(
                    owe(&account, MessageKind::OfficeLetters, cx)
                        .due(next_at)
                        .quiet_at_night(cx)
                        .put(world, cx),
                );
            }
        }
        world.put_card_pace(pace);
    }
    Ok(())
}

fn officers(world: &World, case: &Case) -> Deciding<Vec<AccountId>> {
    let ids: Vec<OfficerId> = world
        .list(&ListKey::Officers(case.office_id))?
        .ids
        .iter()
        .map(|id| OfficerId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Officer(*id)))?;
    let accounts: Vec<AccountId> = ids
        .iter()
        .map(|id| Ok(world.officer(id)?.account_id))
        .collect::<Deciding<_>>()?;
    world.want(
        accounts
            .iter()
            .flat_map(|id| [Key::Account(*id), Key::CardPace(*id)]),
    )?;
    Ok(accounts)
}
