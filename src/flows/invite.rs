//! Making one-time invitations for deputies and officers. A new one withdraws the older ones of the same deputy.

use crate::domain::context::Context;
use crate::domain::ids::{AccountId, DeputyId, InvitationId};
use crate::domain::lookup::secret_hash;
use crate::domain::people::{DeputyStatus, Invitation, Invitee};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;

/// Makes a deputy's invitation with this code.
pub fn invite_deputy(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy_id: DeputyId,
    code: &str,
) -> Deciding<()> {
    let older = ListKey::Invitations(deputy_id);
    world.want([Key::Deputy(deputy_id), Key::List(older.clone())])?;
    let deputy = world.deputy(&deputy_id)?;
    if deputy.status != DeputyStatus::InOffice {
        return Err(Stop::Refused(Refusal::DeputyUnavailable));
    }
    let tail = deputy
        .card_number
        .chars()
        .rev()
        .take(4)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect::<String>();
    if tail.chars().count() < 4 {
        return Err(Stop::Refused(Refusal::NoCardNumber));
    }
    withdraw(world, cx, deputy_id)?;
    put(
        world,
        cx,
        Invitee::Deputy(deputy_id),
        String::new(),
        tail.to_uppercase(),
        code,
    );
    audit(world, cx, by, "invitation.made", format!("deputy {deputy_id}"))
}

/// Withdraws all open invitations of a deputy.
pub fn withdraw(world: &mut World, cx: &Context<'_>, deputy_id: DeputyId) -> Deciding<()> {
    let ids: Vec<InvitationId> = world
        .list(&ListKey::Invitations(deputy_id))?
        .ids
        .iter()
        .map(|id| InvitationId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Invitation(*id)))?;
    for id in ids {
        let mut invitation = world.invitation(&id)?.clone();
        if invitation.revoked_at.is_none() && invitation.redeemed_at.is_none() {
            invitation.revoked_at = Some(cx.now);
            world.put_invitation(invitation);
        }
    }
    Ok(())
}

/// Makes an officer's invitation.
pub fn invite_officer(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    office: crate::domain::ids::OfficeId,
    name: &str,
    tail: &str,
    code: &str,
) -> Deciding<()> {
    world.office(&office)?;
    put(
        world,
        cx,
        Invitee::Officer(office),
        name.trim().to_owned(),
        tail.trim().to_owned(),
        code,
    );
    audit(world, cx, by, "invitation.made", format!("office {office}"))
}

fn put(world: &mut World, cx: &Context<'_>, invitee: Invitee, name: String, tail: String, code: &str) {
    world.put_invitation(Invitation {
        id: cx.ids.next(),
        code_hash: secret_hash(code),
        invitee,
        name,
        tail,
        tries_left: cx.rules.invitation_tries,
        created_at: cx.now,
        expires_at: cx.now + cx.rules.invitation_ms,
        redeemed_at: None,
        redeemed_by: None,
        revoked_at: None,
    });
}
