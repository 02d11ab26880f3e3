//! `/i/CODE`: an invitation. Opening it shows the question and writes nothing; the last four characters redeem it.

use std::sync::Arc;

use axum::Extension;
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::answer::Answer;
use crate::domain::case::text::narrow;
use crate::domain::command::Command;
use crate::domain::input::Deed;
use crate::domain::lookup::secret_hash;
use crate::domain::people::{Invitation, Invitee};
use crate::domain::refusal::Refusal;
use crate::domain::time::{MINUTE_MS, day_of};
use crate::domain::world::World;
use crate::flows::bind_account::state_of;
use crate::text::render::office_called;

use super::chat::asked;
use super::forms::Form;
use super::limits::{Caller, GUESSES_MS, Gates};
use super::page::{self, Answered};
use super::pages::{self, Guess, InvitationPage, Kept, Sorry, day_shown};
use super::send::account_now;
use super::session::Guest;
use super::show;
use super::state::Web;

/// A code without what people put around it: spaces and wide signs.
fn plain(typed: &str) -> String {
    narrow(typed).chars().filter(|c| !c.is_whitespace()).collect()
}

/// `GET /i?code=`: the code from a slip of paper.
pub(super) async fn typed(State(web): State<Web>, guest: Guest, RawQuery(query): RawQuery) -> Response {
    // Codes are made of capitals and digits; a link is taken as it is.
    let code = plain(&asked(query.as_deref(), "code")).to_uppercase();
    if code.is_empty() {
        return page::see_other(&web, &guest, "/");
    }
    page::see_other(&web, &guest, &address(&code))
}

fn address(code: &str) -> String {
    let encoded: String = url::form_urlencoded::byte_serialize(code.as_bytes()).collect();
    format!("/i/{encoded}")
}

pub(super) async fn show(
    State(web): State<Web>,
    Extension(gates): Extension<Arc<Gates>>,
    Extension(caller): Extension<Caller>,
    guest: Guest,
    code: Result<Path<String>, PathRejection>,
) -> Response {
    let code = code.map(|Path(code)| plain(&code)).unwrap_or_default();
    let answered = if gates.guessed_enough(&web, caller) {
        Err(too_many())
    } else {
        question(&web, &guest, &code, Tried::NotYet).await
    };
    if matches!(answered, Err(Sorry::NotFound)) {
        gates.guessed_wrong(&web, caller);
    }
    page::or_sorry(&web, &guest, "/", answered).await
}

fn too_many() -> Sorry {
    Sorry::TooManyGuesses {
        minutes: GUESSES_MS / MINUTE_MS,
    }
}

/// Whether the page follows a wrong try.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tried {
    NotYet,
    Wrong,
}

/// The apology for an invitation that can't be redeemed.
fn sorry(refusal: Refusal) -> Sorry {
    match refusal {
        Refusal::InvitationUnknown => Sorry::NotFound,
        Refusal::AlreadyBound | Refusal::NotYours => Sorry::NotYours,
        _ => Sorry::Expired,
    }
}

async fn question(web: &Web, guest: &Guest, code: &str, tried: Tried) -> Answered {
    let hash = secret_hash(code);
    let words = guest.words();
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let found = show::decide(&mut reading, &mut world, |world| {
        let Some(id) = world.invitation_coded(&hash)? else {
            return Ok(None);
        };
        let invitation: Invitation = world.invitation(&id)?.clone();
        let (name, office) = match invitation.invitee {
            Invitee::Deputy(id) => {
                let deputy = world.deputy(&id)?;
                (deputy.name.clone(), deputy.office_id)
            }
            Invitee::Officer(office) => (invitation.name.clone(), office),
        };
        Ok(Some((invitation, name, world.office(&office)?.clone())))
    })
    .await?;
    drop(reading);
    let (invitation, name, office) = found.ok_or(Sorry::NotFound)?;
    let by_guest = guest.account.as_ref().map(|account| account.id);
    if invitation.redeemed_by.is_some() && invitation.redeemed_by == by_guest {
        return Ok(page::see_other(web, guest, way_in(invitation.invitee)));
    }
    state_of(&invitation, web.0.clock.now()).map_err(sorry)?;
    let phone = [&office.phone, &web.0.rules.office_phone];
    let wrong = tried == Tried::Wrong;
    let invitation_page = InvitationPage {
        words,
        frame: page::frame(web, guest, &address(code)).await,
        code: code.to_owned(),
        invitee: match invitation.invitee {
            Invitee::Deputy(_) => pages::Invitee::Deputy,
            Invitee::Officer(_) => pages::Invitee::Officer,
        },
        name,
        office: office_called(&office, words),
        office_phone: phone.into_iter().find(|phone| !phone.is_empty()).cloned(),
        valid_until: day_shown(words, day_of(invitation.expires_at)),
        guess: if wrong {
            Guess::Wrong {
                left: invitation.tries_left,
            }
        } else {
            Guess::First
        },
    };
    let status = if wrong {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    page::page(web, guest, status, &invitation_page)
}

fn way_in(invitee: Invitee) -> &'static str {
    match invitee {
        Invitee::Deputy(_) => "/chat",
        Invitee::Officer(_) => "/desk",
    }
}

pub(super) async fn redeem(
    State(web): State<Web>,
    Extension(gates): Extension<Arc<Gates>>,
    Extension(caller): Extension<Caller>,
    code: Result<Path<String>, PathRejection>,
    form: Form,
) -> Response {
    let code = code.map(|Path(code)| plain(&code)).unwrap_or_default();
    let answered = if gates.guessed_enough(&web, caller) {
        Err(too_many())
    } else {
        redeemed(&web, &gates, caller, &form, &code).await
    };
    page::or_sorry(&web, &form.guest, &address(&code), answered).await
}

async fn redeemed(web: &Web, gates: &Gates, caller: Caller, form: &Form, code: &str) -> Answered {
    let account = form.guest.account_id(web).await?;
    let command = Command::Redeem {
        code: code.to_owned(),
        tail: form.get("last_four").to_owned(),
    };
    let input = form.input(account, Deed::Command(Box::new(command)));
    match web.0.intake.submit(input).await? {
        Answer::BoundDeputy(_) => Ok(page::see_other(web, &form.guest, "/chat")),
        Answer::BoundOfficer(_) => Ok(page::see_other(web, &form.guest, "/desk")),
        Answer::Refused(Refusal::InvitationTailWrong) => question(web, &form.guest, code, Tried::Wrong).await,
        Answer::Refused(refusal) => {
            gates.guessed_wrong(web, caller);
            Err(sorry(refusal))
        }
        Answer::Kept(code) => Err(Sorry::OurFault {
            code,
            kept: Kept::ByUs,
        }),
        // The same form twice: what it did is shown as it stands now.
        _ => {
            let guest = Guest {
                account: account_now(web, account).await?,
                ..form.guest.clone()
            };
            question(web, &guest, code, Tried::NotYet).await
        }
    }
}
