//! 花名册 at the desk: how many are on it, confirming an import that was looked at, taking the newest one back.

use axum::Form;
use axum::extract::Query;

use crate::domain::command::Command;
use crate::domain::ids::ImportId;
use crate::domain::keeping::RosterImport;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, ListKey, World};
use crate::flows::import_roster::kept;
use crate::web::pages::desk::{ConfirmPage, DangerousAct, DeskPlace, LastImport, RosterPage, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

const PATH: &str = "/desk/roster";

/// The newest import, if this officer may take it back: the own one; the provincial office any.
async fn last(duty: &OnDuty) -> Result<Option<(ImportId, LastImport)>, Ends> {
    let mut reading = duty.read().await?;
    let found = duty
        .look(&mut reading, |world| {
            let Some(id) = world.list(&ListKey::LastImport)?.ids.first().copied() else {
                return Ok(None);
            };
            let Some(import) = world.find_import(&ImportId(id))?.cloned() else {
                return Ok(None);
            };
            let by = imported_by(world, &import)?;
            Ok(Some((import, by)))
        })
        .await?;
    Ok(found
        .filter(|(import, _)| duty.is_provincial() || import.account_id == Some(duty.account.id))
        .map(|(import, by)| {
            let (added, changed) = counts(&import);
            let last = LastImport {
                at: duty.moment(import.at),
                by: by.unwrap_or_else(|| duty.words().say("desk-roster-by-administrator")),
                added,
                changed,
            };
            (import.id, last)
        }))
}

fn imported_by(world: &World, import: &RosterImport) -> Deciding<Option<String>> {
    let Some(account) = import.account_id else {
        return Ok(None);
    };
    let officer = world
        .find_account(&account)?
        .and_then(|account| account.officer_id);
    Ok(match officer {
        Some(officer) => world.find_officer(&officer)?.map(|officer| officer.name.clone()),
        None => None,
    })
}

/// How many an import added, and how many it changed, marked as gone or brought back. The rows before it are kept as
/// JSON; one without fields was new.
fn counts(import: &RosterImport) -> (i64, i64) {
    let rows: Vec<serde_json::Value> = serde_json::from_str(&import.changes).unwrap_or_default();
    let added = rows
        .iter()
        .filter(|row| row.get("fields").is_none_or(serde_json::Value::is_null))
        .count();
    let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
    (count(added), count(rows.len() - added))
}

/// The page of the roster, also shown again with the reason why something was not done.
pub(super) async fn show(
    duty: &OnDuty,
    said: Option<&str>,
    retry: Option<&Retry>,
    unreadable: Option<String>,
) -> Answered {
    let unit = duty.unit();
    let mut reading = duty.read().await?;
    let deputies = duty
        .look(&mut reading, |world| {
            let all = kept(world, unit.as_deref())?;
            Ok(all.iter().filter(|deputy| deputy.gone_at.is_none()).count())
        })
        .await?;
    drop(reading);
    let page = RosterPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Deputies, PATH, said, retry),
        deputies: i64::try_from(deputies).unwrap_or(i64::MAX),
        last: last(duty).await?.map(|(_, last)| last),
        unreadable,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/roster`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, Some(&asked.said), None, None).await
}

/// `POST /desk/roster/confirm`
pub(super) async fn confirm(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let done = saying(PATH, Said::Imported);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        // Its preview was forgotten when it was taken in.
        return Ok(super::officer::see_other(&done));
    }
    let id = sent.text("import");
    let Some(preview) = duty.memory.rosters.find(duty.account.id, id) else {
        let retry = Retry::mend(duty.words().say("desk-preview-lost"));
        return show(&duty, None, Some(&retry), None).await;
    };
    let command = Command::ImportRoster {
        entries: preview.entries.clone(),
        file_hash: preview.file_hash.clone(),
        basis: preview.basis.clone(),
        unit: preview.unit.clone(),
    };
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => {
            duty.memory.rosters.forget(id);
            Ok(duty.led(&sent, &done))
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, None, Some(&retry), None).await,
    }
}

fn question(duty: &OnDuty, last: &LastImport, retry: Option<&Retry>) -> Answered {
    let action = format!("{PATH}/undo");
    let page = ConfirmPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Deputies, &action, None, retry),
        act: DangerousAct::UndoImport {
            added: last.added,
            changed: last.changed,
        },
        action,
        back: PATH.to_owned(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/roster/undo`
pub(super) async fn ask_undo(duty: OnDuty) -> Answered {
    match last(&duty).await? {
        Some((_, last)) => question(&duty, &last, None),
        None => show(&duty, None, None, None).await,
    }
}

/// `POST /desk/roster/undo`
pub(super) async fn undo(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    if let Some(location) = duty.memory.led_to(&sent.input_key(&duty)) {
        // The newest import is another one by now.
        return Ok(super::officer::see_other(&location));
    }
    let Some((import, shown)) = last(&duty).await? else {
        let retry = duty.refused(Refusal::NothingToUndo);
        return show(&duty, None, Some(&retry), None).await;
    };
    match duty.give(&sent, Command::UndoRoster(Some(import)), PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::ImportUndone))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => question(&duty, &shown, Some(&retry)),
    }
}
