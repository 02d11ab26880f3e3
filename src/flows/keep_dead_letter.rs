//! What could not be handled is kept whole, its sender is told, and an officer sees to it.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::DeadLetterId;
use crate::domain::keeping::DeadLetter;
use crate::domain::message_kind::MessageKind;
use crate::domain::world::{Deciding, World};

use super::owe::owe;

/// The short code that the person is told: `E-` and four signs that can't be confused over the phone.
pub fn incident_code(id: DeadLetterId) -> String {
    const SIGNS: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRTUVWXY";
    let mut rest = (id.0 ^ (id.0 >> 22)).unsigned_abs();
    let signs: String = (0..4)
        .map(|_| {
            let sign = SIGNS[usize::try_from(rest % 29).unwrap_or(0)];
            rest /= 29;
            char::from(sign)
        })
        .collect();
    format!("E-{signs}")
}

/// Keeps an input as a dead letter and owes its sender the apology. Gives the incident's code.
pub fn keep_dead_letter(
    world: &mut World,
    cx: &Context<'_>,
    account: Option<&Account>,
    input_key: &str,
    raw: String,
    reason: String,
) -> String {
    let id: DeadLetterId = cx.ids.next();
    let incident = incident_code(id);
    world.put_dead_letter(DeadLetter {
        id,
        incident: incident.clone(),
        input_key: input_key.to_owned(),
        account_id: account.map(|account| account.id),
        raw: crate::domain::case::text::kept(&raw),
        reason,
        at: cx.now,
        settled_at: None,
    });
    if let Some(account) = account {
        owe(
            account,
            MessageKind::Sorry {
                incident: incident.clone(),
            },
            cx,
        )
        .put(world, cx);
    }
    incident
}

/// An officer has seen to it: the sender is told.
pub fn settle(world: &mut World, cx: &Context<'_>, id: DeadLetterId) -> Deciding<()> {
    let mut letter = world.dead_letter(&id)?.clone();
    if letter.settled_at.is_some() {
        return Ok(());
    }
    letter.settled_at = Some(cx.now);
    if let Some(account) = letter.account_id {
        let account = world.account(&account)?.clone();
        owe(
            &account,
            MessageKind::Settled {
                incident: letter.incident.clone(),
            },
            cx,
        )
        .put(world, cx);
    }
    world.put_dead_letter(letter);
    Ok(())
}
