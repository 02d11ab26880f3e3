//! 待处理: people to be telephoned, and messages that could not be handled.
//!
//! Dead letters are kept for the whole installation; an office sees those of its own people: deputies and officers of
//! the unit, and constituents who were talking to one of them. What belongs to nobody is for the provincial office.

use std::collections::HashSet;

use axum::Form;
use axum::extract::{Path, Query};

use crate::domain::access::{office_key, office_of_person};
use crate::domain::command::Command;
use crate::domain::ids::{DeadLetterId, OutboxId};
use crate::domain::keeping::DeadLetter;
use crate::domain::world::Key;
use crate::store::{CallListLine, Reading};
use crate::web::pages::desk::{CallRow, CallsPage, DeadLetterRow, DeadLettersPage, DeskPlace, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

/// Rows on each of the two pages: when these are seen to, the next come.
const MOST: i64 = 200;

async fn call_list(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<CallListLine>, Ends> {
    let before = duty.now() - duty.web.0.rules.fallback_after_ms;
    reading
        .call_list(duty.office.id, before, MOST)
        .await
        .map_err(|error| duty.unread(&error))
}

/// Dead letters of the own people; for the provincial office also those that belong to no office.
async fn own_dead_letters(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<DeadLetter>, Ends> {
    let mut letters = reading
        .open_dead_letters(MOST)
        .await
        .map_err(|error| duty.unread(&error))?;
    let (office, provincial) = (duty.office.id, duty.is_provincial());
    let own: HashSet<DeadLetterId> = duty
        .look(reading, |world| {
            world.want(
                letters
                    .iter()
                    .filter_map(|letter| letter.account_id)
                    .map(Key::Account),
            )?;
            let mut accounts = Vec::new();
            for letter in &letters {
                let account = match &letter.account_id {
                    Some(account) => world.find_account(account)?,
                    None => None,
                };
                accounts.push((letter.id, account));
            }
            world.want(
                accounts
                    .iter()
                    .filter_map(|(_, account)| *account)
                    .filter_map(office_key),
            )?;
            let mut own = HashSet::new();
            for (id, account) in accounts {
                let belongs_to = match account {
                    Some(account) => office_of_person(world, account)?,
                    None => None,
                };
                if belongs_to == Some(office) || (provincial && belongs_to.is_none()) {
                    own.insert(id);
                }
            }
            Ok(own)
        })
        .await?;
    letters.retain(|letter| own.contains(&letter.id));
    Ok(letters)
}

async fn show_calls(duty: &OnDuty, said: Option<&str>, retry: Option<&Retry>) -> Answered {
    let mut reading = duty.read().await?;
    let calls = call_list(duty, &mut reading)
        .await?
        .into_iter()
        .map(|line| CallRow {
            id: line.item.to_string(),
            letter: line.number.to_string(),
            phone: line.call_back.value,
            since: duty.moment(line.since_at),
        })
        .collect();
    let dead = own_dead_letters(duty, &mut reading).await?;
    let page = CallsPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Waiting, "/desk/calls", said, retry),
        calls,
        dead_letters: i64::try_from(dead.len()).unwrap_or(i64::MAX),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/calls`
pub(super) async fn calls(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show_calls(&duty, Some(&asked.said), None).await
}

/// `POST /desk/calls/ID/done`
pub(super) async fn called(
    duty: OnDuty,
    Path(item): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let path = saying("/desk/calls", Said::Reached);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        return Ok(super::officer::see_other(&path));
    }
    let item = OutboxId(item.parse().map_err(|_| duty.not_found())?);
    let mut reading = duty.read().await?;
    let listed = call_list(&duty, &mut reading).await?;
    drop(reading);
    if listed.iter().all(|line| line.item != item) {
        return Err(duty.not_found());
    }
    match duty.give(&sent, Command::TickCall(item), "/desk/calls").await {
        Given::Taken(_) => Ok(duty.led(&sent, &path)),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show_calls(&duty, None, Some(&retry)).await,
    }
}

async fn show_dead_letters(duty: &OnDuty, said: Option<&str>, retry: Option<&Retry>) -> Answered {
    let mut reading = duty.read().await?;
    let letters = own_dead_letters(duty, &mut reading)
        .await?
        .into_iter()
        .map(|letter| DeadLetterRow {
            id: letter.id.to_string(),
            at: duty.moment(letter.at),
            code: letter.incident,
            reason: letter.reason,
        })
        .collect();
    let calls = call_list(duty, &mut reading).await?;
    let page = DeadLettersPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Waiting, "/desk/dead-letters", said, retry),
        letters,
        calls: i64::try_from(calls.len()).unwrap_or(i64::MAX),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/dead-letters`
pub(super) async fn dead_letters(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show_dead_letters(&duty, Some(&asked.said), None).await
}

/// `POST /desk/dead-letters/ID/seen`
pub(super) async fn seen(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let path = saying("/desk/dead-letters", Said::Seen);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        return Ok(super::officer::see_other(&path));
    }
    let id = DeadLetterId(id.parse().map_err(|_| duty.not_found())?);
    let mut reading = duty.read().await?;
    let own = own_dead_letters(&duty, &mut reading).await?;
    drop(reading);
    if own.iter().all(|letter| letter.id != id) {
        return Err(duty.not_found());
    }
    match duty
        .give(&sent, Command::SettleDeadLetter(id), "/desk/dead-letters")
        .await
    {
        Given::Taken(_) => Ok(duty.led(&sent, &path)),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show_dead_letters(&duty, None, Some(&retry)).await,
    }
}
