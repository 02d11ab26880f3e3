//! A person's secret address for the calendar program: making it, making it anew, revoking it; and whose days it shows. Called by
//! commands of the desk and taps in the chat.

use crate::domain::calendar::link::{CalendarLink, FeedOf};
use crate::domain::context::Context;
use crate::domain::ids::AccountId;
use crate::domain::people::{DeputyStatus, OfficeKind};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::audit_act::audit;

/// Whose days a person's feed shows; none: neither a deputy in office nor an officer in post.
pub fn feed_of(world: &World, account: AccountId) -> Deciding<Option<FeedOf>> {
    let Some(row) = world.find_account(&account)? else {
        return Ok(None);
    };
    if let Some(id) = row.deputy_id {
        let deputy = world.find_deputy(&id)?;
        let is_own = deputy.is_some_and(|it| it.account_id == Some(account) && it.gone_at.is_none());
        let in_office = deputy.is_some_and(|it| it.status == DeputyStatus::InOffice);
        return Ok((is_own && in_office).then_some(FeedOf::Deputy(id)));
    }
    let Some(id) = row.officer_id else { return Ok(None) };
    let Some(officer) = world
        .find_officer(&id)?
        .filter(|it| it.ended_at.is_none() && it.account_id == account)
    else {
        return Ok(None);
    };
    let office = world.office(&officer.office_id)?;
    Ok(Some(match office.kind {
        OfficeKind::Provincial => FeedOf::Province,
        OfficeKind::Unit => FeedOf::Unit(office.id),
    }))
}

/// Makes an address; one that was there is worth nothing from now on.
pub fn make(world: &mut World, cx: &Context<'_>, account: AccountId) -> Deciding<()> {
    world.want([Key::Account(account), Key::CalendarLink(account)])?;
    if feed_of(world, account)?.is_none() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let before = world.find_calendar_link(&account)?.map_or(0, |link| link.made_at);
    // The secret follows from the instant: two within one must differ.
    let made_at = cx.now.max(before + 1);
    world.put_calendar_link(CalendarLink::new(account, made_at, cx.lookup));
    audit(
        world,
        cx,
        Some(account),
        "calendar-link.made",
        format!("account {account}"),
    )
}

/// Revokes it, if there is one.
pub fn revoke(world: &mut World, cx: &Context<'_>, account: AccountId) -> Deciding<()> {
    let Some(mut link) = world.find_calendar_link(&account)?.cloned() else {
        return Ok(());
    };
    if link.revoked_at.is_none() {
        link.revoked_at = Some(cx.now);
        world.put_calendar_link(link);
        audit(
            world,
            cx,
            Some(account),
            "calendar-link.revoked",
            format!("account {account}"),
        )?;
    }
    Ok(())
}
