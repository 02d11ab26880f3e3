//! 履职手册 at the desk: who has handed in, taking in (several at once), the paper book, returning with a reason.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;
use chrono::Datelike;

use crate::domain::command::{Command, HandbookForm};
use crate::domain::handbook::life::{
    FrozenLine, HandbookState, amendments, handbook_of, lines_of, year_shown,
};
use crate::domain::handbook::read::read_handbook;
use crate::domain::ids::OfficeId;
use crate::domain::people::DeputyStatus;
use crate::domain::time::day_of;
use crate::store::HandbookLine;
use crate::text::Args;
use crate::text::hand_in_words::amendment_line;
use crate::web::pages::desk::{DeskPlace, HandbookCounts, HandbookPage, HandbookRow, HandbooksPage, Said};
use crate::web::pages::{day_shown, day_with_year};

use super::deputies::deputy_of;
use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};
use super::records::{office_asked, units};

pub(super) const PATH: &str = "/desk/handbooks";
/// Years that can be looked at: those of a term.
const YEARS: i64 = 5;

pub(super) fn asked_year(duty: &OnDuty, text: &str) -> i64 {
    let this_year = i64::from(day_of(duty.now()).year());
    text.parse()
        .ok()
        .filter(|year| (this_year - YEARS + 1..=this_year).contains(year))
        .unwrap_or_else(|| year_shown(duty.now()))
}

async fn all(duty: &OnDuty, office: OfficeId, year: i64) -> Result<Vec<HandbookLine>, Ends> {
    duty.read()
        .await?
        .handbooks_of_office(office, year)
        .await
        .map_err(|error| duty.unread(&error))
}

fn row(duty: &OnDuty, line: &HandbookLine) -> HandbookRow {
    HandbookRow {
        code: line.code.clone(),
        name: line.name.clone(),
        confirmed: line.confirmed,
        drafts: line.drafts,
        state: line.state,
        on_paper: line.on_paper,
        has_ended: line.status == DeputyStatus::Ended,
        handed_in: line
            .handed_in_at
            .map_or_else(String::new, |at| day_shown(duty.words(), day_of(at))),
    }
}

fn counts(lines: &[HandbookLine]) -> HandbookCounts {
    let mut counts = HandbookCounts::default();
    for line in lines {
        // Whoever left office during the year owes nothing; a handbook that came all the same is counted.
        if line.status == DeputyStatus::Ended && line.state == HandbookState::Open {
            continue;
        }
        counts.all += 1;
        *match line.state {
            HandbookState::Accepted => &mut counts.accepted,
            HandbookState::HandedIn | HandbookState::PaperTold => &mut counts.waiting,
            HandbookState::Returned => &mut counts.returned,
            HandbookState::Open => &mut counts.missing,
        } += 1;
    }
    counts
}

async fn show(duty: &OnDuty, asked: &Asked, retry: Option<&Retry>) -> Answered {
    let year = asked_year(duty, &asked.year);
    let shown = HandbookState::from_tag(&asked.show);
    let unit = asked.unit.as_str();
    let mut reading = duty.read().await?;
    let office = office_asked(duty, &mut reading, unit).await?;
    let units = units(duty, &mut reading).await?;
    drop(reading);
    let lines = all(duty, office.id, year).await?;
    let words = duty.words();
    let this_year = i64::from(day_of(duty.now()).year());
    let year_said = |other| words.say_with("desk-handbooks-year", &Args::new().number("year", other));
    let others = (this_year - YEARS + 1..=this_year)
        .rev()
        .filter(|other| *other != year)
        .map(|other| (format!("{PATH}?year={other}&unit={unit}"), year_said(other)))
        .chain(
            units
                .into_iter()
                .filter(|(code, _)| *code != office.code)
                .map(|(code, name)| (format!("{PATH}?year={year}&unit={code}"), name)),
        )
        .collect();
    let page = HandbooksPage {
        words,
        desk: duty.frame(DeskPlace::Handbooks, PATH, Some(&asked.said), retry),
        year,
        others,
        unit: unit.to_owned(),
        office: (office.id != duty.office.id).then_some(office.name),
        shown,
        counts: counts(&lines),
        handbooks: lines
            .iter()
            .filter(|line| shown.is_none_or(|shown| line.state == shown))
            .map(|line| row(duty, line))
            .collect(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/handbooks`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &asked, None).await
}

/// `POST /desk/handbooks`: `act` is `take-in` or `paper`, `deputy` as often as there are chosen ones.
pub(super) async fn take_in(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let asked = Asked {
        year: sent.text("year").to_owned(),
        unit: sent.text("unit").to_owned(),
        ..Asked::default()
    };
    let year = asked_year(&duty, sent.text("year"));
    let mut reading = duty.read().await?;
    let office = office_asked(&duty, &mut reading, &asked.unit).await?;
    drop(reading);
    let form = match sent.text("act") {
        "paper" => HandbookForm::Paper,
        _ => HandbookForm::HandedIn,
    };
    let deputies: Vec<_> = all(&duty, office.id, year)
        .await?
        .into_iter()
        .filter(|line| sent.all("deputy").any(|code| code == line.code))
        .map(|line| line.deputy_id)
        .collect();
    if deputies.is_empty() {
        let retry = Retry::mend(duty.words().say("desk-handbooks-choose"));
        return show(&duty, &asked, Some(&retry)).await;
    }
    let command = Command::TakeInHandbooks { deputies, year, form };
    let back = match asked.unit.as_str() {
        "" => format!("{PATH}?year={year}"),
        unit => format!("{PATH}?year={year}&unit={unit}"),
    };
    match duty.give(&sent, command, &back).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&back, Said::HandbooksTakenIn))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &asked, Some(&retry)).await,
    }
}

async fn one(duty: &OnDuty, code: &str, asked: &Asked, draft: &str, retry: Option<&Retry>) -> Answered {
    let year = asked_year(duty, &asked.year);
    let mut reading = duty.read().await?;
    let deputy = deputy_of(duty, &mut reading, code).await?.deputy;
    let (row_of, since) = duty
        .look(&mut reading, |world| {
            let row = handbook_of(world, deputy.id, year, duty.now())?;
            let since = match serde_json::from_str::<Vec<FrozenLine>>(&row.frozen) {
                Ok(frozen) => {
                    let of_year = i32::try_from(year).unwrap_or(0);
                    let now = read_handbook(world, deputy.id, of_year, day_of(duty.now()), &[])?;
                    amendments(&frozen, &lines_of(&now))
                }
                Err(_) => Vec::new(),
            };
            Ok((row, since))
        })
        .await?;
    let history = reading
        .handbook_events(deputy.id, year)
        .await
        .map_err(|error| duty.unread(&error))?;
    drop(reading);
    let line = all(duty, deputy.office_id, year)
        .await?
        .into_iter()
        .find(|line| line.deputy_id == deputy.id)
        .ok_or_else(|| duty.not_found())?;
    let words = duty.words();
    let page = HandbookPage {
        words,
        desk: duty.frame(
            DeskPlace::Handbooks,
            &format!("{PATH}/{code}?year={year}"),
            Some(&asked.said),
            retry,
        ),
        year,
        row: row(duty, &line),
        reason: row_of.reason,
        hash: row_of.frozen_hash,
        history: history
            .iter()
            .map(|event| {
                let act = words.say(&format!(
                    "desk-handbook-did-{}",
                    event.act.tag().replace('_', "-")
                ));
                let args = Args::new()
                    .text("day", day_with_year(words, day_of(event.at)))
                    .text("act", act)
                    .text("why", event.why.as_str());
                words.say_with("desk-handbook-event", &args)
            })
            .collect(),
        amendments: since
            .iter()
            .map(|it| amendment_line(words, it, |on| day_shown(words, on)))
            .collect(),
        draft: draft.to_owned(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/handbooks/CODE`
pub(super) async fn page(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    one(&duty, &code, &asked, "", None).await
}

/// `POST /desk/handbooks/CODE`: 请补充后再交.
pub(super) async fn give_back(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let asked = Asked {
        year: sent.text("year").to_owned(),
        ..Asked::default()
    };
    let year = asked_year(&duty, sent.text("year"));
    let reason: String = sent.text("reason").chars().take(500).collect();
    let mut reading = duty.read().await?;
    let deputy = deputy_of(&duty, &mut reading, &code).await?.deputy.id;
    drop(reading);
    let command = Command::ReturnHandbook {
        deputy,
        year,
        reason: reason.clone(),
    };
    let back = format!("{PATH}/{code}?year={year}");
    let given: Given = duty.give(&sent, command, &back).await;
    let response: Response = match given {
        Given::Taken(_) => duty.led(&sent, &saying(&back, Said::HandbookGivenBack)),
        Given::Before(response) => response,
        Given::Not(retry) => return one(&duty, &code, &asked, &reason, Some(&retry)).await,
    };
    Ok(response)
}
