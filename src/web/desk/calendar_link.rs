//! The officer's own address of the calendar feed: made, made anew, revoked.

use axum::Form;
use axum::extract::Query;

use crate::domain::command::Command;
use crate::web::pages::desk::{CalendarLinkPage, DeskPlace, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Given, OnDuty, saying};

const PATH: &str = "/desk/calendar-link";

async fn show(duty: &OnDuty, said: &str, retry: Option<&Retry>) -> Answered {
    let account = duty.account.id;
    let mut reading = duty.read().await?;
    let link = duty
        .look(&mut reading, |world| {
            Ok(world.find_calendar_link(&account)?.cloned())
        })
        .await?;
    drop(reading);
    let web = &duty.web.0;
    let page = CalendarLinkPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Feedback, PATH, Some(said), retry),
        url: link
            .and_then(|link| link.secret(&web.lookup))
            .map(|secret| format!("{}/calendar/{secret}.ics", web.rules.public_url)),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/calendar-link`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &asked.said, None).await
}

/// `POST /desk/calendar-link`: `act` is `make` or `revoke`.
pub(super) async fn change(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let command = match sent.text("act") {
        "revoke" => Command::RevokeCalendarLink,
        _ => Command::MakeCalendarLink,
    };
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, "", Some(&retry)).await,
    }
}
