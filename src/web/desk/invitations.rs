//! Invitations: who is not bound, new one-time codes, and the slips to print, which are the answer to the form.
//!
//! **Danger:** a code is a key. It is kept only as a hash, shown only in the answer to the form that made it, and cached
//! nowhere; a second delivery of that form gets a kind sentence instead.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;

use crate::documents::qr_svg;
use crate::domain::command::Command;
use crate::domain::ids::OfficeId;
use crate::domain::invitation_code::{invitation_code, telegram_link, web_link};
use crate::domain::people::{Deputy, Office};
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::store::{DeputyLine, Reading};
use crate::text::render::office_called;
use crate::web::pages::desk::{
    ConfirmPage, DangerousAct, DeskPlace, InvitationState, InvitationsPage, InviteRow, Invited, OfficeChoice,
    Said, Slip, SlipsPage,
};
use crate::web::pages::{Sorry, day_shown};

use super::deputies::{deputy_of, lines, may_be_invited, show as show_deputy};
use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

const PATH: &str = "/desk/invitations";

/// An invitation that was just made.
pub(super) struct NewSlip {
    /// Whom it invites.
    pub(super) name: String,
    /// The code, in clear.
    pub(super) code: String,
}

/// Remembers that the codes of this form were shown: a second delivery is told so.
pub(super) fn once(duty: &OnDuty, sent: &Sent, path: &str) {
    duty.memory
        .remember(&sent.input_key(duty), &saying(path, Said::SlipsOnce));
}

/// The sheet of slips.
pub(super) fn slips(
    duty: &OnDuty,
    place: DeskPlace,
    whom: Invited,
    back: &str,
    made: &[NewSlip],
) -> Answered {
    let rules = &duty.web.0.rules;
    let (_, address) = rules
        .public_url
        .split_once("://")
        .unwrap_or(("", &rules.public_url));
    let valid_until = day_shown(duty.words(), day_of(duty.now() + rules.invitation_ms));
    let mut slips = Vec::with_capacity(made.len());
    for slip in made {
        let qr_svg = qr_svg(&web_link(rules, &slip.code)).map_err(|error| {
            tracing::error!(%error, "the picture of an invitation's link can't be made; is PUBLIC_URL too long?");
            duty.sorry(Sorry::Unavailable)
        })?;
        slips.push(Slip {
            name: slip.name.clone(),
            qr_svg,
            address: address.to_owned(),
            code: slip.code.clone(),
            // The desk is opened in a browser: an officer's account at Telegram would not lead there.
            telegram: telegram_link(rules, &slip.code)
                .filter(|_| whom == Invited::Deputies)
                .map(|link| link.trim_start_matches("https://").to_owned()),
            valid_until: valid_until.clone(),
        });
    }
    let page = SlipsPage {
        words: duty.words(),
        desk: duty.frame(place, back, None, None),
        slips,
        whom,
        back: back.to_owned(),
        office: duty.office_called(),
        office_phone: duty.office_phone(),
    };
    Ok(OnDuty::page(&page, None))
}

/// Those of the unit who are not bound and in office.
async fn unbound(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<DeputyLine>, Ends> {
    let mut all = lines(duty, reading).await?;
    all.retain(|line| may_be_invited(&line.deputy));
    Ok(all)
}

/// A deputy whose card number can be asked for; the flow asks for the last four signs.
fn has_card(deputy: &Deputy) -> bool {
    deputy.card_number.chars().count() >= 4
}

/// Offices for which this officer may invite colleagues.
async fn offices(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<(OfficeId, OfficeChoice)>, Ends> {
    let choice = |office: &Office| {
        let shown = OfficeChoice {
            code: office.code.clone(),
            name: office_called(office, duty.words()),
        };
        (office.id, shown)
    };
    if !duty.is_provincial() {
        return Ok(vec![choice(&duty.office)]);
    }
    duty.look(reading, |world| {
        let ids: Vec<OfficeId> = world
            .list(&ListKey::Offices)?
            .ids
            .iter()
            .map(|id| OfficeId(*id))
            .collect();
        world.want(ids.iter().map(|id| Key::Office(*id)))?;
        ids.iter().map(|id| Ok(choice(world.office(id)?))).collect()
    })
    .await
}

#[derive(Default)]
struct OfficerDraft {
    name: String,
    tail: String,
}

async fn show(duty: &OnDuty, said: Option<&str>, retry: Option<&Retry>, draft: OfficerDraft) -> Answered {
    let mut reading = duty.read().await?;
    let deputies = unbound(duty, &mut reading)
        .await?
        .into_iter()
        .map(|line| InviteRow {
            state: match line.invited_until_at {
                _ if !has_card(&line.deputy) => InvitationState::NoCard,
                Some(until_at) => InvitationState::Open {
                    valid_until: day_shown(duty.words(), day_of(until_at)),
                },
                None => InvitationState::NotInvited,
            },
            code: line.deputy.code,
            name: line.deputy.name,
            group: line.deputy.group_name,
        })
        .collect();
    let page = InvitationsPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Invitations, PATH, said, retry),
        deputies,
        offices: offices(duty, &mut reading)
            .await?
            .into_iter()
            .map(|(_, choice)| choice)
            .collect(),
        own: duty.office.code.clone(),
        officer_name: draft.name,
        officer_tail: draft.tail,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/invitations`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, Some(&asked.said), None, OfficerDraft::default()).await
}

/// Invites and answers with the slips; or the reason why not.
async fn invite(
    duty: &OnDuty,
    sent: &Sent,
    whom: &[DeputyLine],
    back: &str,
) -> Result<Result<Response, Retry>, Ends> {
    let made: Vec<NewSlip> = whom
        .iter()
        .map(|line| NewSlip {
            name: line.deputy.name.clone(),
            code: invitation_code(rand::random()),
        })
        .collect();
    let command = Command::InviteDeputies {
        deputies: whom.iter().map(|line| line.deputy.id).collect(),
        codes: made.iter().map(|slip| slip.code.clone()).collect(),
    };
    Ok(match duty.give(sent, command, back).await {
        Given::Taken(_) => {
            once(duty, sent, back);
            Ok(slips(
                duty,
                DeskPlace::Invitations,
                Invited::Deputies,
                back,
                &made,
            )?)
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => Err(retry),
    })
}

/// `POST /desk/invitations`
pub(super) async fn invite_chosen(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let mut whom = unbound(&duty, &mut reading).await?;
    drop(reading);
    whom.retain(|line| has_card(&line.deputy) && sent.all("deputy").any(|code| code == line.deputy.code));
    if whom.is_empty() {
        let retry = Retry::mend(duty.words().say("desk-invitations-none"));
        return show(&duty, None, Some(&retry), OfficerDraft::default()).await;
    }
    match invite(&duty, &sent, &whom, PATH).await? {
        Ok(response) => Ok(response),
        Err(retry) => show(&duty, None, Some(&retry), OfficerDraft::default()).await,
    }
}

async fn everyone(duty: &OnDuty) -> Result<Vec<DeputyLine>, Ends> {
    let mut reading = duty.read().await?;
    let mut whom = unbound(duty, &mut reading).await?;
    whom.retain(|line| has_card(&line.deputy));
    Ok(whom)
}

fn question(duty: &OnDuty, whom: &[DeputyLine], retry: Option<&Retry>) -> Answered {
    let action = format!("{PATH}/all");
    let page = ConfirmPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Invitations, &action, None, retry),
        act: DangerousAct::InviteAll {
            deputies: i64::try_from(whom.len()).unwrap_or(i64::MAX),
        },
        action,
        back: PATH.to_owned(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/invitations/all`
pub(super) async fn ask_all(duty: OnDuty) -> Answered {
    let whom = everyone(&duty).await?;
    question(&duty, &whom, None)
}

/// `POST /desk/invitations/all`
pub(super) async fn invite_all(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let whom = everyone(&duty).await?;
    if whom.is_empty() {
        return show(&duty, None, None, OfficerDraft::default()).await;
    }
    match invite(&duty, &sent, &whom, PATH).await? {
        Ok(response) => Ok(response),
        Err(retry) => question(&duty, &whom, Some(&retry)),
    }
}

/// `POST /desk/deputies/CODE/invite`
pub(super) async fn invite_one(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let line = deputy_of(&duty, &mut reading, &code).await?;
    drop(reading);
    let back = format!("/desk/deputies/{}", line.deputy.code);
    if !may_be_invited(&line.deputy) {
        return show_deputy(&duty, &code, None, None).await;
    }
    match invite(&duty, &sent, std::slice::from_ref(&line), &back).await? {
        Ok(response) => Ok(response),
        Err(retry) => show_deputy(&duty, &code, None, Some(&retry)).await,
    }
}

/// `POST /desk/invitations/officer`
pub(super) async fn invite_officer(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let draft = OfficerDraft {
        name: sent.text("name").to_owned(),
        tail: sent.text("tail").to_owned(),
    };
    let mut reading = duty.read().await?;
    let office = offices(&duty, &mut reading)
        .await?
        .into_iter()
        .find(|(_, choice)| choice.code == sent.text("office"));
    drop(reading);
    let good_tail = draft.tail.len() == 4 && draft.tail.bytes().all(|byte| byte.is_ascii_digit());
    let Some((office, _)) = office.filter(|_| good_tail && (1..=40).contains(&draft.name.chars().count()))
    else {
        let retry = Retry::mend(duty.words().say("desk-officer-faulty"));
        return show(&duty, None, Some(&retry), draft).await;
    };
    let slip = NewSlip {
        name: draft.name.clone(),
        code: invitation_code(rand::random()),
    };
    let command = Command::InviteOfficer {
        office,
        name: draft.name.clone(),
        tail: draft.tail.clone(),
        code: slip.code.clone(),
    };
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => {
            once(&duty, &sent, PATH);
            slips(&duty, DeskPlace::Invitations, Invited::Officer, PATH, &[slip])
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, None, Some(&retry), draft).await,
    }
}
