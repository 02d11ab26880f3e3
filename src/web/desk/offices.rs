//! An office: its telephone, whether people find its deputies, and who works there. The own one, or for the provincial
//! office any, with the deputies of its unit.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;

use crate::domain::access::steers;
use crate::domain::command::Command;
use crate::domain::ids::OfficerId;
use crate::domain::people::{Office, OfficeKind, Officer};
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::store::Reading;
use crate::text::render::office_called;
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{
    ConfirmPage, DangerousAct, DeskPlace, OfficeDeputy, OfficePage, OfficerRow, Said,
};

use super::deputies::binding_of;
use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

/// Longest telephone, with its area and a second number.
const LONGEST_PHONE: usize = 40;

type Fields = Form<Vec<(String, String)>>;

fn path_of(office: &Office) -> String {
    format!("/desk/offices/{}", office.code)
}

/// Where the page stands in the navigation.
fn place(duty: &OnDuty) -> DeskPlace {
    if duty.is_provincial() {
        DeskPlace::Units
    } else {
        DeskPlace::Invitations
    }
}

/// The office of a code, if this officer steers it.
async fn office_of(duty: &OnDuty, reading: &mut Reading, code: &str) -> Result<Office, Ends> {
    let code = code.to_uppercase();
    let found = duty
        .look(reading, |world| {
            Ok(match world.office_coded(&code)? {
                Some(id) => world.find_office(&id)?.cloned(),
                None => None,
            })
        })
        .await?;
    found
        .filter(|office| steers(&duty.office, office.id))
        .ok_or_else(|| duty.not_found())
}

async fn officers_of(duty: &OnDuty, reading: &mut Reading, office: &Office) -> Result<Vec<Officer>, Ends> {
    duty.look(reading, |world| {
        let ids: Vec<OfficerId> = world
            .list(&ListKey::Officers(office.id))?
            .ids
            .iter()
            .map(|id| OfficerId(*id))
            .collect();
        world.want(ids.iter().map(|id| Key::Officer(*id)))?;
        ids.iter().map(|id| Ok(world.officer(id)?.clone())).collect()
    })
    .await
}

async fn show(duty: &OnDuty, code: &str, said: Option<&str>, retry: Option<&Retry>) -> Answered {
    let mut reading = duty.read().await?;
    let office = office_of(duty, &mut reading, code).await?;
    let officers = officers_of(duty, &mut reading, &office).await?;
    let lines = reading
        .deputies_of_office(office.id, duty.now())
        .await
        .map_err(|error| duty.unread(&error))?;
    let page = OfficePage {
        words: duty.words(),
        desk: duty.frame(place(duty), &path_of(&office), said, retry),
        name: office_called(&office, duty.words()),
        is_unit: office.kind == OfficeKind::Unit,
        is_open: office.open_to_public,
        officers: officers
            .into_iter()
            .map(|officer| OfficerRow {
                id: officer.id.to_string(),
                since: day_with_year(duty.words(), day_of(officer.created_at)),
                is_self: officer.id == duty.officer.id,
                name: officer.name,
            })
            .collect(),
        deputies: lines
            .iter()
            .map(|line| OfficeDeputy {
                code: line.deputy.code.clone(),
                name: line.deputy.name.clone(),
                binding: binding_of(duty, line),
                open_letters: line.open_letters,
            })
            .collect(),
        phone: office.phone,
        code: office.code,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/offices/CODE`
pub(super) async fn page(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &code, Some(&asked.said), None).await
}

async fn do_at(
    duty: &OnDuty,
    code: &str,
    fields: Vec<(String, String)>,
    said: Said,
    command: impl FnOnce(&Office, &Sent) -> Result<Command, Retry>,
) -> Answered {
    let sent = Sent::read(duty, fields)?;
    let mut reading = duty.read().await?;
    let office = office_of(duty, &mut reading, code).await?;
    drop(reading);
    let path = path_of(&office);
    let command = match command(&office, &sent) {
        Ok(command) => command,
        Err(retry) => return show(duty, code, None, Some(&retry)).await,
    };
    match duty.give(&sent, command, &path).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, said))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(duty, code, None, Some(&retry)).await,
    }
}

/// `POST /desk/offices/CODE/phone`
pub(super) async fn set_phone(duty: OnDuty, Path(code): Path<String>, Form(fields): Fields) -> Answered {
    do_at(&duty, &code, fields, Said::PhoneSet, |office, sent| {
        let phone = sent.text("phone");
        if phone.chars().count() > LONGEST_PHONE || phone.chars().any(char::is_control) {
            return Err(Retry::mend(duty.words().say("desk-office-phone-wrong")));
        }
        Ok(Command::SetOfficePhone {
            office: office.id,
            phone: phone.to_owned(),
        })
    })
    .await
}

fn question(duty: &OnDuty, office: &Office, act: DangerousAct, action: &str) -> Response {
    let back = path_of(office);
    let action = format!("{back}/{action}");
    let page = ConfirmPage {
        words: duty.words(),
        desk: duty.frame(place(duty), &action, None, None),
        act,
        action,
        back,
    };
    OnDuty::page(&page, None)
}

/// `GET /desk/offices/CODE/close`
pub(super) async fn ask_close(duty: OnDuty, Path(code): Path<String>) -> Answered {
    let mut reading = duty.read().await?;
    let office = office_of(&duty, &mut reading, &code).await?;
    let lines = reading
        .deputies_of_office(office.id, duty.now())
        .await
        .map_err(|error| duty.unread(&error))?;
    let act = DangerousAct::CloseUnit {
        name: office.name.clone(),
        deputies: i64::try_from(lines.len()).unwrap_or(i64::MAX),
    };
    Ok(question(&duty, &office, act, "close"))
}

/// `POST /desk/offices/CODE/close`
pub(super) async fn close(duty: OnDuty, Path(code): Path<String>, Form(fields): Fields) -> Answered {
    do_at(&duty, &code, fields, Said::UnitClosed, |office, _| {
        Ok(Command::OpenUnit {
            office: office.id,
            open: false,
        })
    })
    .await
}

/// `POST /desk/offices/CODE/open`: harms nobody, so it is not asked about.
pub(super) async fn open(duty: OnDuty, Path(code): Path<String>, Form(fields): Fields) -> Answered {
    do_at(&duty, &code, fields, Said::UnitOpened, |office, _| {
        Ok(Command::OpenUnit {
            office: office.id,
            open: true,
        })
    })
    .await
}

async fn officer_of(duty: &OnDuty, code: &str, id: &str) -> Result<(Office, Officer), Ends> {
    let mut reading = duty.read().await?;
    let office = office_of(duty, &mut reading, code).await?;
    let officers = officers_of(duty, &mut reading, &office).await?;
    let officer = officers
        .into_iter()
        .find(|officer| officer.id.to_string() == id)
        .ok_or_else(|| duty.not_found())?;
    Ok((office, officer))
}

/// `GET /desk/offices/CODE/officers/ID/end`
pub(super) async fn ask_end(duty: OnDuty, Path((code, id)): Path<(String, String)>) -> Answered {
    let (office, officer) = officer_of(&duty, &code, &id).await?;
    let act = DangerousAct::EndPost { name: officer.name };
    Ok(question(&duty, &office, act, &format!("officers/{id}/end")))
}

/// `POST /desk/offices/CODE/officers/ID/end`
pub(super) async fn end(
    duty: OnDuty,
    Path((code, id)): Path<(String, String)>,
    Form(fields): Fields,
) -> Answered {
    let (_, officer) = officer_of(&duty, &code, &id).await?;
    do_at(&duty, &code, fields, Said::PostEnded, |_, _| {
        Ok(Command::EndPost(officer.id))
    })
    .await
}
