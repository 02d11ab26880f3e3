//! 待转: letters that wait at the office itself, shown with their first words so that they can be passed on.

use axum::extract::Query;

use crate::domain::case::{Case, CaseState};
use crate::store::LettersOf;
use crate::web::pages::desk::{DeskPlace, UnsureLetter, UnsurePage};

use super::letter::{conversations, note_reading, told};
use super::letters::{MOST, choices, of_office, paging};
use super::officer::{Answered, Asked, OnDuty};

/// Letters on a page: their words are read one list each.
const A_PAGE: i64 = 10;
/// Characters of a letter's words that are shown here.
const BEGINNING: usize = 300;

/// `GET /desk/unsure`
pub(super) async fn queue(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let mut reading = duty.read().await?;
    let (lines, _) = of_office(&duty, &mut reading, LettersOf::Office, 0, MOST).await?;
    let waiting: Vec<Case> = lines
        .into_iter()
        .map(|line| line.case)
        .filter(|case| matches!(case.state, CaseState::Received | CaseState::Delivered))
        .collect();
    let total = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
    let skip = usize::try_from(asked.at() * A_PAGE).unwrap_or(usize::MAX);
    let most = usize::try_from(A_PAGE).unwrap_or(usize::MAX);
    let shown: Vec<Case> = waiting.into_iter().skip(skip).take(most).collect();
    let ids: Vec<_> = shown.iter().map(|case| case.id).collect();
    note_reading(&duty, &ids).await?;
    let said = conversations(&duty, &mut reading, &shown).await?;
    let letters = shown
        .iter()
        .zip(said)
        .map(|(case, said)| {
            let first = said
                .messages
                .first()
                .map(|(message, file)| match file {
                    Some(_) if message.text.is_empty() => told(&duty, message, None),
                    _ => told(&duty, message, file.as_ref()),
                })
                .unwrap_or_default();
            let mut text: String = first.chars().take(BEGINNING).collect();
            if text.len() < first.len() || said.messages.len() > 1 {
                text.push('…');
            }
            UnsureLetter {
                number: case.number.to_string(),
                came: duty.moment(case.opened_at),
                sender: said.sender,
                text,
            }
        })
        .collect();
    let page = UnsurePage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Unsure, "/desk/unsure", Some(&asked.said), None),
        letters,
        deputies: choices(&duty, &mut reading).await?,
        paging: paging("/desk/unsure", "", asked.at(), A_PAGE, total),
    };
    Ok(OnDuty::page(&page, None))
}
