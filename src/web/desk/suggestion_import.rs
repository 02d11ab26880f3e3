//! A sheet of suggestions is looked at before it is taken in: all faults by row and column, and what would be new.
//!
//! **Invariant:** the browser holds only the random id of a preview; what is confirmed are the rows that were read here, and
//! the flow looks at them once more against the register as it is then.

use axum::Form;
use axum::extract::Multipart;
use axum::response::Response;
use sha2::{Digest, Sha256};

use crate::documents::sheet::read_sheets;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::sheet::{Sheet, SheetRefusal};
use crate::domain::suggestion::command::{NewUnits, SuggestionCommand};
use crate::domain::suggestion::register_sheet::{
    RegisterReading, SuggestionColumn, SuggestionEntry, read_suggestions, register_sheets,
};
use crate::flows::import_suggestions::plan;
use crate::text::sheet_refusal;
use crate::text::suggestion_words::sheet_fault;
use crate::web::pages::desk::{DeskPlace, Said, SuggestionImportPage, SuggestionPreviewPage, Verdict};

use super::form::{Retry, Sent};
use super::memory::SuggestionPreview;
use super::officer::{Answered, Ends, Given, OnDuty, saying, see_other};
use super::preview::{Upload, taken, too_large};
use super::suggestions::PATH;

/// Faults and rows on the page.
const MOST_FAULTS: usize = 200;
const MOST_ROWS: usize = 50;

fn path() -> String {
    format!("{PATH}/import")
}

async fn show(duty: &OnDuty, retry: Option<&Retry>, unreadable: Option<String>) -> Answered {
    let page = SuggestionImportPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Suggestions, &path(), None, retry),
        unreadable,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/suggestions/import`
pub(super) async fn form(duty: OnDuty) -> Answered {
    show(&duty, None, None).await
}

async fn again(duty: &OnDuty, said: String) -> Answered {
    show(duty, Some(&Retry::mend(String::new())), Some(said)).await
}

/// `POST /desk/suggestions/import`: changes nothing, so a second delivery does no harm.
pub(super) async fn upload(duty: OnDuty, form: Multipart) -> Answered {
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    let sent = Sent::read(&duty, fields)?;
    if name.is_empty() && bytes.is_empty() {
        return again(&duty, duty.words().say("desk-roster-choose")).await;
    }
    let new_units = if sent.text("new_units") == "yes" {
        NewUnits::Entered
    } else {
        NewUnits::Refused
    };
    let file_hash = hex(&Sha256::digest(&bytes));
    let file = name.clone();
    let read = tokio::task::spawn_blocking(move || {
        read_sheets(&name, &bytes).map(|sheets| {
            let blank = Sheet::default();
            let found = register_sheets::<SuggestionColumn>(&sheets);
            read_suggestions(found.first().copied().or(sheets.first()).unwrap_or(&blank))
        })
    })
    .await;
    match read {
        Ok(Ok(reading)) => look(&duty, file, file_hash, reading, new_units).await,
        Ok(Err(refusal)) => again(&duty, sheet_refusal(refusal, duty.words())).await,
        Err(error) => {
            tracing::error!(%error, "reading a sheet of suggestions ended badly");
            again(&duty, sheet_refusal(SheetRefusal::Broken, duty.words())).await
        }
    }
}

async fn look(
    duty: &OnDuty,
    file: String,
    file_hash: String,
    mut reading: RegisterReading<SuggestionColumn, SuggestionEntry>,
    new_units: NewUnits,
) -> Result<Response, Ends> {
    let words = duty.words();
    let (office, now) = (Some(duty.office.id), duty.now());
    let mut store = duty.read().await?;
    let entries = reading.entries.clone();
    let (found, added, handed_out, unchanged, units) = duty
        .look(&mut store, |world| {
            let plan = plan(world, &entries, office, new_units, now)?;
            let (added, out) = (plan.added(), plan.handed_out());
            Ok((plan.faults, added, out, plan.unchanged, plan.new_units))
        })
        .await?;
    drop(store);
    for it in found {
        let fault = reading
            .fault_at(it.row, it.column, it.kind, &it.found)
            .meant(it.meant);
        reading.faults.push(fault);
    }
    reading.faults.sort_by_key(|fault| (fault.row, fault.column));
    let verdict = if !reading.faults.is_empty() {
        Verdict::Faulty
    } else if added == 0 {
        Verdict::Nothing
    } else {
        Verdict::Ready
    };
    let rows = entries
        .iter()
        .filter(|_| verdict == Verdict::Ready)
        .take(MOST_ROWS)
        .map(|entry| {
            let units: Vec<&str> = entry.units().map(String::as_str).collect();
            [
                entry.number.clone(),
                entry.title.clone(),
                entry.deputy_code.clone(),
                units.join("、"),
            ]
        })
        .collect();
    let import = if verdict == Verdict::Ready {
        let preview = SuggestionPreview {
            entries,
            file_hash,
            new_units,
        };
        duty.memory.suggestions.keep(duty.account.id, preview)
    } else {
        String::new()
    };
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let page = SuggestionPreviewPage {
        words,
        desk: duty.frame(DeskPlace::Suggestions, &path(), None, None),
        import,
        file,
        added: number(added),
        handed_out: number(handed_out),
        unchanged: number(unchanged),
        new_units: units,
        rows,
        faults: reading
            .faults
            .iter()
            .take(MOST_FAULTS)
            .map(|fault| sheet_fault(fault, words))
            .collect(),
        verdict,
    };
    Ok(OnDuty::page(&page, None))
}

/// `POST /desk/suggestions/import/confirm`
pub(super) async fn confirm(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let done = saying(PATH, Said::SuggestionsTaken);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        // Its preview was forgotten when it was taken in.
        return Ok(see_other(&done));
    }
    let id = sent.text("import");
    let Some(preview) = duty.memory.suggestions.find(duty.account.id, id) else {
        return again(&duty, duty.words().say("desk-preview-lost")).await;
    };
    let command = Command::Suggestion(SuggestionCommand::Import {
        entries: preview.entries.clone(),
        file_hash: preview.file_hash.clone(),
        new_units: preview.new_units,
    });
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => {
            duty.memory.suggestions.forget(id);
            Ok(duty.led(&sent, &done))
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, Some(&retry), None).await,
    }
}
