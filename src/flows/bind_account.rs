//! Redeeming an invitation: the question, the last four characters, the binding; both sides are told at once.
//!
//! A second use, an expired or a wrong code is refused with the reason and noted in the audit log, so these refusals are
//! results that are kept, not stops that take everything back.

use crate::domain::account::Account;
use crate::domain::case::text::narrow;
use crate::domain::context::Context;
use crate::domain::ids::{DeputyId, InvitationId, OfficeId};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::{DeputyStatus, Invitation, Invitee, Officer};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::audit_act::audit;
use super::owe::owe;

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Bound as this deputy.
    Deputy(DeputyId),
    /// Bound as an officer of this office.
    Officer(OfficeId),
    /// The last characters were wrong; tries are left.
    Wrong(InvitationId),
    /// No, and why.
    Refused(Refusal),
}

/// Whether an invitation can still be redeemed, and if not, why.
pub fn state_of(invitation: &Invitation, now: i64) -> Result<(), Refusal> {
    if invitation.redeemed_at.is_some() {
        Err(Refusal::InvitationUsed)
    } else if invitation.revoked_at.is_some() || invitation.expires_at <= now {
        Err(Refusal::InvitationExpired)
    } else if invitation.tries_left <= 0 {
        Err(Refusal::InvitationLocked)
    } else {
        Ok(())
    }
}

/// Finds the invitation behind a code; a code that leads nowhere, was used or expired is noted and refused.
pub fn find(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    code_hash: &str,
) -> Deciding<Result<InvitationId, Refusal>> {
    let found = world.invitation_coded(&code_hash.to_owned())?;
    let refused = match found {
        None => Refusal::InvitationUnknown,
        Some(id) => match state_of(world.invitation(&id)?, cx.now) {
            Ok(()) => return Ok(Ok(id)),
            Err(refusal) => refusal,
        },
    };
    audit(
        world,
        cx,
        Some(account.id),
        "invitation.refused",
        format!("{} {}", refused.tag(), found.map_or(0, |id| id.0)),
    )?;
    Ok(Err(refused))
}

/// Redeems an invitation with the last four characters.
pub fn redeem(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: InvitationId,
    typed: &str,
) -> Deciding<Bound> {
    let mut invitation = world.invitation(&id)?.clone();
    let refused = match state_of(&invitation, cx.now) {
        Err(refusal) => Some(refusal),
        Ok(()) if account.deputy_id.is_some() || account.officer_id.is_some() => Some(Refusal::AlreadyBound),
        Ok(()) => None,
    };
    if let Some(refusal) = refused {
        audit(
            world,
            cx,
            Some(account.id),
            "invitation.refused",
            format!("{} {id}", refusal.tag()),
        )?;
        return Ok(Bound::Refused(refusal));
    }
    let typed: String = narrow(typed)
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect::<String>()
        .to_uppercase();
    if typed != invitation.tail {
        invitation.tries_left -= 1;
        let left = invitation.tries_left;
        world.put_invitation(invitation);
        audit(
            world,
            cx,
            Some(account.id),
            "invitation.wrong",
            format!("invitation {id}"),
        )?;
        return Ok(if left > 0 {
            Bound::Wrong(id)
        } else {
            Bound::Refused(Refusal::InvitationLocked)
        });
    }
    invitation.redeemed_at = Some(cx.now);
    invitation.redeemed_by = Some(account.id);
    let mut bound = account.clone();
    bound.dialogue.rest();
    let result = match invitation.invitee {
        Invitee::Deputy(deputy_id) => {
            let mut deputy = world.deputy(&deputy_id)?.clone();
            if deputy.account_id.is_some() || deputy.status != DeputyStatus::InOffice {
                audit(
                    world,
                    cx,
                    Some(account.id),
                    "invitation.refused",
                    format!("deputy {deputy_id}"),
                )?;
                return Ok(Bound::Refused(Refusal::InvitationUsed));
            }
            deputy.account_id = Some(account.id);
            bound.deputy_id = Some(deputy_id);
            tell_officers(
                world,
                cx,
                deputy.office_id,
                &MessageKind::DeputyBound { deputy: deputy_id },
            )?;
            world.put_deputy(deputy);
            owe(&bound, MessageKind::BoundDeputy, cx).put(world, cx);
            audit(
                world,
                cx,
                Some(account.id),
                "deputy.bound",
                format!("deputy {deputy_id}"),
            )?;
            Bound::Deputy(deputy_id)
        }
        Invitee::Officer(office_id) => {
            let officer = Officer {
                id: cx.ids.next(),
                account_id: account.id,
                office_id,
                name: invitation.name.clone(),
                created_at: cx.now,
                ended_at: None,
            };
            bound.officer_id = Some(officer.id);
            audit(
                world,
                cx,
                Some(account.id),
                "officer.bound",
                format!("officer {}", officer.id),
            )?;
            world.put_officer(officer);
            owe(&bound, MessageKind::BoundOfficer, cx).put(world, cx);
            Bound::Officer(office_id)
        }
    };
    world.put_invitation(invitation);
    world.put_account(bound);
    Ok(result)
}

/// Tells all officers of an office.
pub fn tell_officers(
    world: &mut World,
    cx: &Context<'_>,
    office: OfficeId,
    kind: &MessageKind,
) -> Deciding<()> {
    let ids: Vec<crate::domain::ids::OfficerId> = world
        .list(&ListKey::Officers(office))?
        .ids
        .iter()
        .map(|id| crate::domain::ids::OfficerId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Officer(*id)))?;
    let accounts: Vec<_> = ids
        .iter()
        .map(|id| Ok(world.officer(id)?.account_id))
        .collect::<Deciding<_>>()?;
    world.want(accounts.iter().map(|id| Key::Account(*id)))?;
    for id in accounts {
        let account = world.account(&id)?.clone();
        owe(&account, kind.clone(), cx).quiet_at_night(cx).put(world, cx);
    }
    Ok(())
}
