//! The handbook of a deputy and a year, as a download.

use axum::extract::{Path, Query};

use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::read_handbook::read_handbook;
use crate::domain::time::day_of;
use crate::web::pages::Sorry;

use super::deputies::deputy_of;
use super::files::{as_file, attached};
use super::officer::{Answered, Asked, OnDuty};

/// `GET /desk/deputies/CODE/handbook` with `year` and `format`
pub(super) async fn export(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let year: i32 = asked
        .year
        .parse()
        .ok()
        .filter(|year| (2000..=2100).contains(year))
        .ok_or_else(|| duty.not_found())?;
    let mut reading = duty.read().await?;
    let line = deputy_of(&duty, &mut reading, &code).await?;
    let made_on = day_of(duty.now());
    let handbook = duty
        .look(&mut reading, |world| {
            read_handbook(world, line.deputy.id, year, made_on, &[])
        })
        .await?;
    drop(reading);
    let words = duty.words();
    let (kind, made) = match asked.format.as_str() {
        "pdf" | "by-hand" | "log" => {
            let printing = match asked.format.as_str() {
                "by-hand" => Printing::ByHand,
                "log" => Printing::ContactLog,
                _ => Printing::Book,
            };
            let handbook = match printing {
                Printing::ByHand => handbook.emptied(),
                Printing::Book | Printing::ContactLog => handbook,
            };
            let order = handbook_order(&handbook, printing, words);
            ("application/pdf", Ok(duty.print(order).await?))
        }
        "json" => ("application/json", Ok(handbook_json(&handbook))),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            handbook_xlsx(&handbook, words),
        ),
        "docx" => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            handbook_docx(&handbook, words),
        ),
        _ => return Err(duty.not_found()),
    };
    let bytes = made.map_err(|error| {
        tracing::error!(%error, "a handbook can't be made");
        duty.sorry(Sorry::Unavailable)
    })?;
    let ending = match kind {
        "application/pdf" => "pdf",
        _ => asked.format.as_str(),
    };
    let stem = format!("{}-{year}", line.deputy.code);
    let named = format!(
        "{}-{}-{year}.{ending}",
        words.say("desk-handbook"),
        line.deputy.name,
    );
    Ok(as_file(
        kind,
        &attached(&format!("{stem}.{ending}"), &named),
        bytes,
    ))
}
