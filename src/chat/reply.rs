//! Finding the case that someone's words belong to, by what they reply to: the outbox, the message's own buttons, a case
//! number in a text of ours, or the person's own earlier message. It never expires.

use crate::domain::access::{CaseRole, case_role};
use crate::domain::account::Account;
use crate::domain::button::Act;
use crate::domain::case::text::numbers_in;
use crate::domain::ids::CaseId;
use crate::domain::input::ReplyTo;
use crate::domain::world::{Deciding, Key, World};

/// The case of the message replied to, and what the account is to it; nothing if none can be found or it isn't theirs.
pub(super) fn case_of(
    world: &World,
    account: &Account,
    reply: &ReplyTo,
) -> Deciding<Option<(CaseId, CaseRole)>> {
    let place = (account.id, reply.remote_id);
    world.want([Key::SentTo(place), Key::MessageAt(place)])?;
    let mut found = world.case_of_sent(&place)?;
    if found.is_none() {
        found = reply.buttons.iter().find_map(|data| Act::decode(data)?.case());
    }
    if found.is_none()
        && let Some(message) = world.message_at(&place)?
    {
        found = Some(world.message(&message)?.case_id);
    }
    if found.is_none()
        && let Some(text) = &reply.own_text
        && let Some(number) = numbers_in(text).first()
    {
        found = world.case_numbered(number)?;
    }
    let Some(id) = found else { return Ok(None) };
    Ok(match role(world, account, id)? {
        None | Some(CaseRole::Stranger | CaseRole::Overseer) => None,
        Some(role) => Some((id, role)),
    })
}

/// What an account is to a case; nothing when there is no such case.
pub(super) fn role(world: &World, account: &Account, id: CaseId) -> Deciding<Option<CaseRole>> {
    let Some(case) = world.find_case(&id)? else {
        return Ok(None);
    };
    let officer = match account.officer_id {
        Some(officer) => world.find_officer(&officer)?,
        None => None,
    };
    Ok(Some(case_role(account, officer, case)))
}
