//! 履职档案 at the desk: the deputies of a unit with their verified facts of a year and the receipt of their handbooks, one
//! dossier, and its export.

use axum::extract::{Path, Query};
use chrono::Datelike;

use crate::documents::Printing;
use crate::domain::dossier::read_dossier;
use crate::domain::handbook::life::{HandbookState, year_shown};
use crate::domain::handbook::{BookKind, Handbook, HandbookSection};
use crate::domain::ids::DeputyId;
use crate::domain::people::DeputyStatus;
use crate::domain::time::day_of;
use crate::store::{HandbookLine, Reading};
use crate::text::dossier_words::{handbook_receipt, service, status_word, waiting};
use crate::text::hand_in_words::handbook_state_word;
use crate::text::record_words::{category_word, field_label, source_word};
use crate::text::{Args, Words};
use crate::web::pages::desk::{DeskPlace, DossierPage, DossierRow, DossierSection, DossiersPage};
use crate::web::pages::{day_shown, day_with_year};

use super::deputies::deputy_of;
use super::handbook::{as_download, year_of};
use super::officer::{Answered, Asked, Ends, OnDuty};
use super::records::{office_asked, units};

const PATH: &str = "/desk/dossier";
/// Years that can be looked at: those of a term.
const YEARS: i64 = 5;

fn this_year(duty: &OnDuty) -> i64 {
    i64::from(day_of(duty.now()).year())
}

fn asked_year(duty: &OnDuty, text: &str) -> i64 {
    let now = this_year(duty);
    text.parse()
        .ok()
        .filter(|year| (now - YEARS + 1..=now).contains(year))
        .unwrap_or_else(|| year_shown(duty.now()))
}

fn handbook_said(words: &Words, line: &HandbookLine) -> String {
    let state = handbook_state_word(words, line.state, line.on_paper);
    match line.handed_in_at {
        Some(at) => format!("{state}　{}", day_shown(words, day_of(at))),
        None if line.status != DeputyStatus::InOffice => words.say("desk-dossier-handbook-not-asked"),
        None => state,
    }
}

/// Where the handbooks stand, and who of those in office has not handed in: names in order of code, as far as they fit.
fn handbooks_said(words: &Words, lines: &[HandbookLine]) -> Vec<String> {
    const MOST: usize = 80;
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let asked: Vec<&HandbookLine> = lines
        .iter()
        .filter(|line| line.status == DeputyStatus::InOffice || line.state != HandbookState::Open)
        .collect();
    let missing: Vec<&str> = asked
        .iter()
        .filter(|line| !line.state.is_done_by_deputy())
        .map(|line| line.name.as_str())
        .collect();
    let accepted = asked
        .iter()
        .filter(|line| line.state == HandbookState::Accepted)
        .count();
    let args = Args::new()
        .number("all", count(asked.len()))
        .number("accepted", count(accepted))
        .number("missing", count(missing.len()));
    let mut said = vec![words.say_with("desk-dossier-handbooks", &args)];
    if !missing.is_empty() {
        let mut names = missing[..missing.len().min(MOST)].join("、");
        if missing.len() > MOST {
            names.push('…');
        }
        said.push(words.say_with("desk-dossier-missing", &Args::new().text("names", names)));
    }
    said
}

/// `GET /desk/dossier`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let words = duty.words();
    let year = asked_year(&duty, &asked.year);
    let unit = asked.unit.trim().to_ascii_uppercase();
    let mut reading = duty.read().await?;
    let office = office_asked(&duty, &mut reading, &unit).await?;
    let units = units(&duty, &mut reading).await?;
    let lines = reading
        .handbooks_of_office(office.id, year)
        .await
        .map_err(|error| duty.unread(&error))?;
    drop(reading);
    let now = this_year(&duty);
    let mut others: Vec<(String, String)> = (now - YEARS + 1..=now)
        .rev()
        .filter(|other| *other != year)
        .map(|other| {
            let said = words.say_with("desk-handbooks-year", &Args::new().number("year", other));
            (format!("{PATH}?year={other}&unit={unit}"), said)
        })
        .collect();
    others.extend(
        units
            .into_iter()
            .filter(|(code, _)| *code != office.code)
            .map(|(code, name)| (format!("{PATH}?year={year}&unit={code}"), name)),
    );
    let heading = Args::new()
        .text("unit", office.name.as_str())
        .number("year", year);
    let page = DossiersPage {
        words,
        desk: duty.frame(DeskPlace::Dossier, PATH, None, None),
        heading: words.say_with("desk-dossier-of", &heading),
        year,
        others,
        handbooks: if lines.is_empty() {
            Vec::new()
        } else {
            handbooks_said(words, &lines)
        },
        rows: lines
            .iter()
            .map(|line| DossierRow {
                code: line.code.clone(),
                name: line.name.clone(),
                status: status_word(words, line.status),
                verified: line.verified,
                waiting: line.waiting,
                handbook: handbook_said(words, line),
            })
            .collect(),
    };
    Ok(OnDuty::page(&page, None))
}

async fn read(duty: &OnDuty, reading: &mut Reading, deputy: DeputyId, year: i64) -> Result<Handbook, Ends> {
    let of_year = i32::try_from(year).map_err(|_| duty.not_found())?;
    let made_on = day_of(duty.now());
    duty.look(reading, |world| read_dossier(world, deputy, of_year, made_on))
        .await
}

fn section(duty: &OnDuty, section: &HandbookSection) -> DossierSection {
    let words = duty.words();
    let mut heads = vec![words.say("field-on")];
    heads.extend(
        section
            .fields()
            .iter()
            .map(|field| field_label(words, section.category, *field)),
    );
    heads.push(words.say("desk-records-source"));
    DossierSection {
        title: category_word(words, section.category),
        heads,
        lines: section
            .lines
            .iter()
            .map(|line| {
                let day = |on| day_with_year(words, on);
                let mut cells = vec![match line.until_on {
                    None => day(line.on),
                    Some(until) => words.say_with(
                        "record-days",
                        &Args::new().text("from", day(line.on)).text("until", day(until)),
                    ),
                }];
                cells.extend(line.cells.iter().cloned());
                cells.push(source_word(words, &line.source));
                cells
            })
            .collect(),
    }
}

/// `GET /desk/dossier/CODE`
pub(super) async fn page(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let words = duty.words();
    let year = asked_year(&duty, &asked.year);
    let mut reading = duty.read().await?;
    let deputy = deputy_of(&duty, &mut reading, &code).await?.deputy;
    let dossier = read(&duty, &mut reading, deputy.id, year).await?;
    drop(reading);
    let BookKind::Dossier(facts) = &dossier.kind else {
        return Err(duty.not_found());
    };
    let page = DossierPage {
        words,
        desk: duty.frame(
            DeskPlace::Dossier,
            &format!("{PATH}/{}?year={year}", deputy.code),
            None,
            None,
        ),
        service: service(&dossier, facts, words),
        handbook: handbook_receipt(&facts.handbook, words),
        waiting: waiting(facts, words),
        sections: dossier.sections.iter().map(|it| section(&duty, it)).collect(),
        code: deputy.code,
        name: deputy.name,
        year,
    };
    Ok(OnDuty::page(&page, None))
}

/// `GET /desk/dossier/CODE/export` with `year` and `format`
pub(super) async fn export(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let year = year_of(&duty, &asked)?;
    let mut reading = duty.read().await?;
    let deputy = deputy_of(&duty, &mut reading, &code).await?.deputy;
    let dossier = read(&duty, &mut reading, deputy.id, year.into()).await?;
    drop(reading);
    let stem = format!("dossier-{}-{year}", deputy.code);
    let named = format!("{}-{}-{year}", duty.words().say("desk-dossier"), deputy.name);
    // Empty rows to write on, and the contact log alone, are the handbook's.
    match asked.format.as_str() {
        format @ ("pdf" | "docx" | "xlsx" | "json") => {
            as_download(&duty, &dossier, Printing::Book, format, &stem, &named).await
        }
        _ => Err(duty.not_found()),
    }
}
