//! The posters with a code to scan, as downloads: of a deputy, and of the own unit.

use axum::extract::{Path, Query};

use crate::documents::{Leads, Paper, poster_order};
use crate::web::pages::Sorry;

use super::deputies::deputy_of;
use super::files::as_file;
use super::officer::{Answered, Asked, OnDuty};

/// `GET /desk/deputies/CODE/poster` with `paper` (`a4`, `a3`) and `format` (`pdf`, `png`)
pub(super) async fn of_deputy(
    duty: OnDuty,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Answered {
    let mut reading = duty.read().await?;
    let line = deputy_of(&duty, &mut reading, &code).await?;
    let office = line.deputy.office_id;
    let office = duty
        .look(&mut reading, |world| world.office(&office).cloned())
        .await?;
    drop(reading);
    printed(
        &duty,
        Leads::Deputy(&line.deputy, &office),
        &line.deputy.code,
        &asked,
    )
    .await
}

/// `GET /desk/poster`: of the own unit; at the provincial office of all deputies.
pub(super) async fn of_unit(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    printed(&duty, Leads::Unit(&duty.office), &duty.office.code, &asked).await
}

async fn printed(duty: &OnDuty, leads: Leads<'_>, code: &str, asked: &Asked) -> Answered {
    leads
        .check()
        .map_err(|why| duty.sorry(Sorry::NotPrinted { why: why.key() }))?;
    let paper = Paper::from_tag(&asked.paper).ok_or_else(|| duty.not_found())?;
    let rules = &duty.web.0.rules;
    let phone = duty.office_phone().unwrap_or_default();
    let order = poster_order(leads, &rules.public_url, &phone, paper, duty.words())
        .map_err(|error| duty.sorry(Sorry::NotPrinted { why: error.key() }))?;
    let (kind, order) = match asked.format.as_str() {
        "pdf" => ("application/pdf", order),
        "png" => ("image/png", order.as_picture()),
        _ => return Err(duty.not_found()),
    };
    let bytes = duty.print(order).await?;
    let disposition = format!(
        "attachment; filename=\"poster-{code}-{}.{}\"",
        paper.tag(),
        asked.format
    );
    Ok(as_file(kind, &disposition, bytes))
}
