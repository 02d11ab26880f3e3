//! 代录: an officer enters a matter that was heard by telephone, on paper or in person; then its number and lookup code.

use axum::Form;
use axum::extract::Path;

use crate::domain::answer::Answer;
use crate::domain::case::EnteredWay;
use crate::domain::command::Command;
use crate::domain::lookup::spaced;
use crate::domain::refusal::Refusal;
use crate::domain::time::HOUR_MS;
use crate::web::pages::desk::{DeskPlace, EnteredDonePage, EnteredFault, EnteredForm, EnteredPage, HeardBy};

use super::form::{Retry, Sent};
use super::letters::{choices, chosen};
use super::officer::{Answered, Given, OnDuty};

fn way_of(heard: HeardBy) -> EnteredWay {
    match heard {
        HeardBy::Telephone => EnteredWay::Telephone,
        HeardBy::Paper => EnteredWay::Paper,
        HeardBy::InPerson => EnteredWay::InPerson,
    }
}

async fn show(
    duty: &OnDuty,
    form: EnteredForm,
    faults: Vec<EnteredFault>,
    retry: Option<&Retry>,
) -> Answered {
    let mut reading = duty.read().await?;
    let page = EnteredPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Entered, "/desk/entered", None, retry),
        form,
        faults,
        deputies: choices(duty, &mut reading).await?,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/entered`
pub(super) async fn form(duty: OnDuty) -> Answered {
    let blank = EnteredForm {
        way: HeardBy::Telephone,
        to: String::new(),
        text: String::new(),
    };
    show(&duty, blank, Vec::new(), None).await
}

/// `POST /desk/entered`
pub(super) async fn enter(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let form = EnteredForm {
        way: HeardBy::from_tag(sent.text("way")).unwrap_or(HeardBy::Telephone),
        to: sent.text("to").to_owned(),
        text: sent.text("text").to_owned(),
    };
    let mut faults = Vec::new();
    if form.text.is_empty() {
        faults.push(EnteredFault::NoText);
    }
    let mut deputy = None;
    if !form.to.is_empty() {
        let mut reading = duty.read().await?;
        let all = choices(&duty, &mut reading).await?;
        if let Some(choice) = chosen(&all, &form.to) {
            deputy = duty
                .look(&mut reading, |world| world.deputy_coded(&choice.code))
                .await?;
        }
        if deputy.is_none() {
            faults.push(EnteredFault::UnknownDeputy);
        }
    }
    if sent.text("told") != "yes" {
        faults.push(EnteredFault::NotTold);
    }
    if !faults.is_empty() {
        return show(&duty, form, faults, Some(&Retry::mend(String::new()))).await;
    }
    if form.text.chars().count() > duty.web.0.rules.longest_text {
        let retry = duty.refused(Refusal::TooLong);
        return show(&duty, form, Vec::new(), Some(&retry)).await;
    }
    let command = Command::EnterFor {
        way: way_of(form.way),
        deputy,
        office: duty.office.id,
        text: form.text.clone(),
    };
    match duty.give(&sent, command, "/desk").await {
        Given::Taken(Answer::Case(case)) => {
            let mut reading = duty.read().await?;
            let number = duty
                .look(&mut reading, |world| Ok(world.case(&case)?.number))
                .await?;
            Ok(duty.led(&sent, &format!("/desk/entered/{number}")))
        }
        Given::Taken(_) => Ok(duty.led(&sent, "/desk")),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, form, Vec::new(), Some(&retry)).await,
    }
}

/// `GET /desk/entered/NUMBER`: number and lookup code, for the officer who entered the matter and within the hour.
/// **Danger:** the code opens the conversation, so nobody else and nobody later gets it from here.
pub(super) async fn done(duty: OnDuty, Path(number): Path<String>) -> Answered {
    let number: i64 = number.parse().map_err(|_| duty.not_found())?;
    let mut reading = duty.read().await?;
    let case = duty
        .look(&mut reading, |world| {
            let id = world.case_numbered(&number)?.ok_or(Refusal::NoLongerThere)?;
            Ok(world.case(&id)?.clone())
        })
        .await?;
    let fresh = duty.now() - case.opened_at < HOUR_MS;
    if case.entered_by != Some(duty.account.id) || case.account_id.is_some() || !fresh {
        return Err(duty.not_found());
    }
    let address = duty.web.0.rules.public_url.split_once("://");
    let page = EnteredDonePage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Entered, "/desk/entered", None, None),
        number: case.number.to_string(),
        lookup_code: spaced(&duty.web.0.lookup.code(case.id)),
        address: format!("{}/my", address.map_or("", |(_, address)| address)),
    };
    Ok(OnDuty::page(&page, None))
}
