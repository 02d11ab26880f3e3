//! The deputies of a unit, and one deputy with what the office can do.

use std::collections::HashMap;

use axum::extract::{Path, Query};

use crate::domain::access::steers;
use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::electing_unit::ElectingUnit;
use crate::domain::ids::{CaseId, DeputyId, InvitationId};
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::refusal::Refusal;
use crate::domain::roster::ElectedOn;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, World};
use crate::store::{DeputyLine, LettersOf, Reading};
use crate::web::pages::desk::{
    Binding, DeputiesPage, DeputyAct, DeputyCount, DeputyFilter, DeputyPage, DeputyRow, DeskPlace,
};
use crate::web::pages::{day_shown, day_with_year};

use super::form::Retry;
use super::letters::{MOST, late_by_deputy, late_days, of_office, paging};
use super::officer::{Answered, Asked, Ends, OnDuty};

/// Deputies on a page of the list.
const A_PAGE: usize = 50;
/// Years of which a handbook can be exported: those of a term.
const YEARS: i32 = 5;

/// All deputies of the own office, in order of code.
pub(super) async fn lines(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<DeputyLine>, Ends> {
    reading
        .deputies_of_office(duty.office.id, duty.now())
        .await
        .map_err(|error| duty.unread(&error))
}

/// How a deputy stands to the system.
pub(super) fn binding_of(duty: &OnDuty, line: &DeputyLine) -> Binding {
    let deputy = &line.deputy;
    if deputy.status == DeputyStatus::Ended {
        Binding::Ended
    } else if deputy.gone_at.is_some() {
        Binding::Gone
    } else if line.silenced {
        Binding::Silenced
    } else if deputy.status == DeputyStatus::Suspended {
        Binding::Suspended
    } else if deputy.paused_at.is_some() {
        Binding::Paused
    } else if deputy.account_id.is_some() {
        Binding::Bound
    } else if let Some(until_at) = line.invited_until_at {
        Binding::Invited {
            valid_until: day_shown(duty.words(), day_of(until_at)),
        }
    } else {
        Binding::Unbound
    }
}

/// Whether an invitation can be of use to a deputy: in office, on the newest roster, not bound.
pub(super) fn may_be_invited(deputy: &Deputy) -> bool {
    deputy.status == DeputyStatus::InOffice && deputy.gone_at.is_none() && deputy.account_id.is_none()
}

fn acts_of(line: &DeputyLine) -> Vec<DeputyAct> {
    let deputy = &line.deputy;
    let in_office = deputy.status == DeputyStatus::InOffice && deputy.gone_at.is_none();
    let bound = deputy.account_id.is_some();
    let mut acts = Vec::new();
    if may_be_invited(deputy) {
        acts.push(DeputyAct::Invite);
    }
    if in_office && bound {
        acts.push(DeputyAct::Rebind);
    }
    if deputy.paused_at.is_some() {
        acts.push(DeputyAct::Resume);
    } else if in_office && bound {
        acts.push(DeputyAct::Pause);
    }
    // A death or the like: stopping messages needs no formality and asks for no status.
    if bound {
        acts.push(if line.silenced {
            DeputyAct::Lift
        } else {
            DeputyAct::Silence
        });
    }
    acts
}

fn is_shown(filter: DeputyFilter, line: &DeputyLine) -> bool {
    let deputy = &line.deputy;
    let listed = deputy.status != DeputyStatus::Ended && deputy.gone_at.is_none();
    let held = line.silenced || deputy.paused_at.is_some() || deputy.status == DeputyStatus::Suspended;
    match filter {
        DeputyFilter::All => true,
        DeputyFilter::Bound => listed && deputy.account_id.is_some(),
        DeputyFilter::Unbound => listed && deputy.account_id.is_none(),
        DeputyFilter::Paused => listed && held,
        DeputyFilter::Ended => !listed,
    }
}

/// `GET /desk/deputies`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let shown = DeputyFilter::from_tag(&asked.show);
    let find = asked.find.trim().to_owned();
    let mut reading = duty.read().await?;
    let all = lines(&duty, &mut reading).await?;
    let (open, _) = of_office(&duty, &mut reading, LettersOf::Open, 0, MOST).await?;
    let late = late_by_deputy(&open, duty.now());
    let counts = DeputyFilter::ALL
        .map(|filter| DeputyCount {
            filter,
            deputies: i64::try_from(all.iter().filter(|line| is_shown(filter, line)).count())
                .unwrap_or(i64::MAX),
        })
        .to_vec();
    let wanted = find.to_uppercase();
    let mut found: Vec<DeputyLine> = all
        .into_iter()
        .filter(|line| {
            if find.is_empty() {
                is_shown(shown, line)
            } else {
                line.deputy.name.contains(&find) || line.deputy.code.contains(&wanted)
            }
        })
        .collect();
    if found.is_empty() && duty.is_provincial() && !find.is_empty() {
        // The provincial office steers all units, but lists nobody's deputies: it finds one by the whole code.
        found.extend(elsewhere(&duty, &mut reading, &wanted).await?);
    }
    let total = found.len();
    let skip = usize::try_from(asked.at()).unwrap_or(0).saturating_mul(A_PAGE);
    let rows = found
        .iter()
        .skip(skip)
        .take(A_PAGE)
        .map(|line| row(&duty, line, &late))
        .collect();
    let page = DeputiesPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Deputies, "/desk/deputies", Some(&asked.said), None),
        shown,
        counts,
        paging: paging(
            "/desk/deputies",
            &format!("show={}&{}", shown.tag(), search_part(&find)),
            asked.at(),
            i64::try_from(A_PAGE).unwrap_or(i64::MAX),
            i64::try_from(total).unwrap_or(i64::MAX),
        ),
        find,
        deputies: rows,
    };
    Ok(OnDuty::page(&page, None))
}

fn search_part(find: &str) -> String {
    if find.is_empty() {
        return String::new();
    }
    let pair = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("find", find)
        .finish();
    format!("{pair}&")
}

fn row(duty: &OnDuty, line: &DeputyLine, late: &HashMap<DeputyId, i64>) -> DeputyRow {
    DeputyRow {
        code: line.deputy.code.clone(),
        name: line.deputy.name.clone(),
        group: line.deputy.group_name.clone(),
        binding: binding_of(duty, line),
        open_letters: line.open_letters,
        late_letters: late.get(&line.deputy.id).copied().unwrap_or(0),
    }
}

async fn elsewhere(duty: &OnDuty, reading: &mut Reading, code: &String) -> Result<Option<DeputyLine>, Ends> {
    let id = duty.look(reading, |world| world.deputy_coded(code)).await?;
    match id {
        Some(id) => Ok(Some(
            duty.look(reading, |world| line_of(world, id, duty.now())).await?,
        )),
        None => Ok(None),
    }
}

/// The line of one deputy.
fn line_of(world: &World, id: DeputyId, now: i64) -> Deciding<DeputyLine> {
    let deputy = world.deputy(&id)?.clone();
    let cases = ListKey::OpenCases(Reader::Deputy(id));
    let invitations = ListKey::Invitations(id);
    world.want(
        [Key::List(cases.clone()), Key::List(invitations.clone())]
            .into_iter()
            .chain(deputy.account_id.map(Key::Account)),
    )?;
    let account: Option<&Account> = match &deputy.account_id {
        Some(account) => world.find_account(account)?,
        None => None,
    };
    let ids: Vec<InvitationId> = world
        .list(&invitations)?
        .ids
        .iter()
        .map(|id| InvitationId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Invitation(*id)))?;
    let mut invited_until_at = None;
    for id in &ids {
        let until_at = world
            .find_invitation(id)?
            .map(|invitation| invitation.expires_at)
            .filter(|until_at| *until_at > now);
        invited_until_at = invited_until_at.max(until_at);
    }
    Ok(DeputyLine {
        silenced: account.is_some_and(|account| account.silenced_at.is_some()),
        open_letters: world.list(&cases)?.total,
        invited_until_at,
        deputy,
    })
}

/// The deputy of a code whom this office steers, with how things stand; anyone else is not found.
pub(super) async fn deputy_of(duty: &OnDuty, reading: &mut Reading, code: &str) -> Result<DeputyLine, Ends> {
    let code = code.to_owned();
    let office = &duty.office;
    duty.look(reading, |world| {
        let id = world.deputy_coded(&code)?.ok_or(Refusal::CodeUnknown)?;
        if !steers(office, world.deputy(&id)?.office_id) {
            return Err(Refusal::NotYours.into());
        }
        line_of(world, id, duty.now())
    })
    .await
}

/// `GET /desk/deputies/CODE`
pub(super) async fn page(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &code, Some(&asked.said), None).await
}

/// The page of one deputy, also shown again with the reason why something was not done.
pub(super) async fn show(duty: &OnDuty, code: &str, said: Option<&str>, retry: Option<&Retry>) -> Answered {
    let mut reading = duty.read().await?;
    let line = deputy_of(duty, &mut reading, code).await?;
    let (now, this_year) = (duty.now(), chrono::Datelike::year(&day_of(duty.now())));
    let id = line.deputy.id;
    let (late, years) = duty
        .look(&mut reading, |world| {
            let records = |year: i32| ListKey::Records {
                deputy: id,
                state: "confirmed".to_owned(),
                on: format!("{year:04}"),
                page: 0,
            };
            let years = (0..YEARS).map(|back| this_year - back);
            let cases = ListKey::OpenCases(Reader::Deputy(id));
            world.want(years.clone().map(records).chain([cases.clone()]).map(Key::List))?;
            let ids: Vec<CaseId> = world.list(&cases)?.ids.iter().map(|id| CaseId(*id)).collect();
            world.want(ids.iter().map(|id| Key::Case(*id)))?;
            let mut late = 0;
            for id in &ids {
                let waits = world.find_case(id)?.and_then(|case| late_days(case, now));
                late += i64::from(waits.is_some());
            }
            let mut with_records = Vec::new();
            for year in years {
                if world.list(&records(year))?.total > 0 {
                    with_records.push(year);
                }
            }
            Ok((late, with_records))
        })
        .await?;
    let words = duty.words();
    let deputy = &line.deputy;
    let elected_on = match ElectedOn::read(&deputy.elected_on) {
        Ok(ElectedOn::Day(day)) => day_with_year(words, day),
        Ok(ElectedOn::Month { .. }) | Err(_) => deputy.elected_on.clone(),
    };
    let page = DeputyPage {
        words,
        desk: duty.frame(
            DeskPlace::Deputies,
            &format!("/desk/deputies/{}", deputy.code),
            said,
            retry,
        ),
        code: deputy.code.clone(),
        name: deputy.name.clone(),
        electing_unit: ElectingUnit::from_code(&deputy.unit_code)
            .map_or_else(|| deputy.unit_code.clone(), |unit| unit.name().to_owned()),
        delegation: deputy.delegation.clone(),
        group: deputy.group_name.clone(),
        post: deputy.post.clone(),
        fields: deputy.fields.clone(),
        elected_on,
        binding: binding_of(duty, &line),
        acts: acts_of(&line),
        open_letters: line.open_letters,
        late_letters: late,
        years,
    };
    Ok(OnDuty::page(&page, retry))
}
