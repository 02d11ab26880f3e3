//! The handbook of a deputy and a year, as a download; the dossier is handed over in the same way.

use axum::extract::{Path, Query};

use crate::documents::{Printing, handbook_docx, handbook_json, handbook_order, handbook_xlsx};
use crate::domain::handbook::Handbook;
use crate::domain::time::day_of;
use crate::web::pages::Sorry;

use super::deputies::deputy_of;
use super::files::{as_file, attached};
use super::officer::{Answered, Asked, Ends, OnDuty};

/// The year in the address of a download.
pub(super) fn year_of(duty: &OnDuty, asked: &Asked) -> Result<i32, Ends> {
    asked
        .year
        .parse()
        .ok()
        .filter(|year| (2000..=2100).contains(year))
        .ok_or_else(|| duty.not_found())
}

/// `GET /desk/deputies/CODE/handbook` with `year` and `format`
pub(super) async fn export(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let year = year_of(&duty, &asked)?;
    let mut reading = duty.read().await?;
    let line = deputy_of(&duty, &mut reading, &code).await?;
    let made_on = day_of(duty.now());
    let handbook = reading
        .handbook(line.deputy.id, year, made_on)
        .await
        .map_err(|error| duty.unread(&error))?
        .map_err(|_| duty.not_found())?;
    drop(reading);
    let (printing, handbook) = match asked.format.as_str() {
        "by-hand" => (Printing::ByHand, handbook.emptied()),
        "log" => (Printing::ContactLog, handbook),
        _ => (Printing::Book, handbook),
    };
    let stem = format!("{}-{year}", line.deputy.code);
    let named = format!(
        "{}-{}-{year}",
        duty.words().say("desk-handbook"),
        line.deputy.name
    );
    as_download(&duty, &handbook, printing, &asked.format, &stem, &named).await
}

/// A book as a file; `stem` and `named` are its name without the ending, in plain letters and as people call it.
pub(super) async fn as_download(
    duty: &OnDuty,
    book: &Handbook,
    printing: Printing,
    format: &str,
    stem: &str,
    named: &str,
) -> Answered {
    let words = duty.words();
    let (kind, made) = match format {
        "pdf" | "by-hand" | "log" => {
            let order = handbook_order(book, printing, words);
            ("application/pdf", Ok(duty.print(order).await?))
        }
        "json" => ("application/json", Ok(handbook_json(book))),
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            handbook_xlsx(book, words),
        ),
        "docx" => (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            handbook_docx(book, words),
        ),
        _ => return Err(duty.not_found()),
    };
    let bytes = made.map_err(|error| {
        tracing::error!(%error, "a handbook can't be made");
        duty.sorry(Sorry::Unavailable)
    })?;
    let ending = match kind {
        "application/pdf" => "pdf",
        _ => format,
    };
    Ok(as_file(
        kind,
        &attached(&format!("{stem}.{ending}"), &format!("{named}.{ending}")),
        bytes,
    ))
}
