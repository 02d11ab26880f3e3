//! 承办单位名录: the directory of the bodies that answer suggestions. All officers see it, the provincial office keeps it.

use axum::Form;
use axum::extract::Query;

use crate::domain::command::Command;
use crate::domain::ids::HandlingUnitId;
use crate::domain::suggestion::command::{SuggestionCommand, UnitStanding};
use crate::domain::world::{Key, ListKey};
use crate::web::pages::desk::{DeskPlace, HandlingUnitRow, HandlingUnitsPage, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

const PATH: &str = "/desk/handling-units";

async fn rows(duty: &OnDuty) -> Result<Vec<HandlingUnitRow>, Ends> {
    let mut reading = duty.read().await?;
    duty.look(&mut reading, |world| {
        let ids: Vec<HandlingUnitId> = world
            .list(&ListKey::HandlingUnits)?
            .ids
            .iter()
            .map(|id| HandlingUnitId(*id))
            .collect();
        world.want(ids.iter().map(|id| Key::HandlingUnit(*id)))?;
        ids.iter()
            .map(|id| {
                let unit = world.handling_unit(id)?;
                Ok(HandlingUnitRow {
                    id: id.0,
                    name: unit.name.clone(),
                    also: unit.other_names.clone(),
                    email: unit.email.clone(),
                })
            })
            .collect()
    })
    .await
}

async fn show(
    duty: &OnDuty,
    said: Option<&str>,
    edited: Option<HandlingUnitRow>,
    retry: Option<&Retry>,
) -> Answered {
    let page = HandlingUnitsPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Suggestions, PATH, said, retry),
        units: rows(duty).await?,
        may_change: duty.is_provincial(),
        edited,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/handling-units`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let edited = match asked.unit.parse::<i64>() {
        Ok(id) => rows(&duty).await?.into_iter().find(|row| row.id == id),
        Err(_) => None,
    };
    show(&duty, Some(&asked.said), edited, None).await
}

/// `POST /desk/handling-units`
pub(super) async fn keep(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let unit = sent.text("unit").parse().ok().map(HandlingUnitId);
    let row = HandlingUnitRow {
        id: unit.map_or(0, |unit| unit.0),
        name: sent.text("name").to_owned(),
        also: sent.text("also").to_owned(),
        email: sent.text("email").to_owned(),
    };
    let command = SuggestionCommand::KeepUnit {
        unit,
        name: row.name.clone(),
        other_names: row.also.clone(),
        email: row.email.clone(),
        standing: if sent.text("ended") == "yes" {
            UnitStanding::Ended
        } else {
            UnitStanding::InBeing
        },
    };
    match duty.give(&sent, Command::Suggestion(command), PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, None, Some(row), Some(&retry)).await,
    }
}
