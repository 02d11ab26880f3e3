//! Invitations and bindings.

use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::ids::{DeputyId, InvitationId, OfficeId};
use crate::domain::message_kind::Note;
use crate::domain::people::{Invitation, Invitee, Office};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, LetterFilter, Stop};
use crate::text::Args;

use super::menu;
use super::names::deputy_in_full;
use super::telling::{Telling, page};

/// Who is invited, in words, and by which office.
fn invited<'a>(t: &Telling<'a>, invitation: &Invitation) -> Deciding<(String, &'a Office)> {
    let office = |id: OfficeId| t.world.office(&id);
    Ok(match invitation.invitee {
        Invitee::Deputy(deputy) => {
            let deputy = t.world.deputy(&deputy)?;
            (t.deputy_called(deputy), office(deputy.office_id)?)
        }
        Invitee::Officer(id) => (invitation.name.clone(), office(id)?),
    })
}

/// What the last four characters are of: the deputy's card, or the officer's telephone.
pub(super) fn tail_key(invitation: &Invitation, deputy: &'static str, officer: &'static str) -> &'static str {
    match invitation.invitee {
        Invitee::Deputy(_) => deputy,
        Invitee::Officer(_) => officer,
    }
}

pub(super) fn question(t: &Telling<'_>, id: InvitationId) -> Deciding<Rendered> {
    let invitation = t.world.invitation(&id)?;
    let (name, office) = invited(t, invitation)?;
    let args = Args::new()
        .text("name", name)
        .text("office", t.office_called(office))
        .text("until", t.day_at(invitation.expires_at));
    let mut lines = vec![t.say_with(
        tail_key(invitation, "invitation-deputy", "invitation-officer"),
        &args,
    )];
    if let Some(phone) = t.phone(Some(office)) {
        lines.push(t.say_with("invitation-phone", &Args::new().text("phone", phone)));
    }
    Ok(page(
        lines,
        vec![vec![t.button("button-redeem", Act::Redeem(id))]],
    ))
}

pub(super) fn wrong(t: &Telling<'_>, id: InvitationId) -> Deciding<Rendered> {
    let invitation = t.world.invitation(&id)?;
    let key = tail_key(invitation, "invitation-wrong-deputy", "invitation-wrong-officer");
    let args = Args::new().number("left", invitation.tries_left.max(0));
    Ok(page(vec![t.say_with(key, &args)], vec![]))
}

pub(super) fn bound_deputy(t: &Telling<'_>) -> Deciding<Rendered> {
    let id = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let args = Args::new().text("deputy", t.reader_called(Reader::Deputy(id))?);
    Ok(Rendered {
        menu: menu::bar(t.words),
        ..page(
            vec![t.say_with("bound-deputy", &args)],
            vec![vec![
                t.button("menu-letters", Act::Letters(LetterFilter::Open, 0)),
                t.button("button-help", Act::Say(Note::DeputyHelp)),
            ]],
        )
    })
}

pub(super) fn bound_officer(t: &Telling<'_>) -> Deciding<Rendered> {
    let office = match t.officer()? {
        Some(officer) => t.reader_called(Reader::Office(officer.office_id))?,
        None => return Err(Stop::Refused(Refusal::NotYours)),
    };
    let args = Args::new().text("office", office).text("url", t.desk_url());
    Ok(page(vec![t.say_with("bound-officer", &args)], vec![]))
}

/// To the office: a deputy redeemed the invitation.
pub(super) fn deputy_bound(t: &Telling<'_>, id: DeputyId) -> Deciding<Rendered> {
    if t.officer()?.is_none() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let deputy = t.world.deputy(&id)?;
    let args = Args::new()
        .text("deputy", deputy_in_full(deputy, t.words))
        .text("code", deputy.code.as_str())
        .text("url", t.desk_url());
    Ok(page(vec![t.say_with("deputy-bound", &args)], vec![]))
}
