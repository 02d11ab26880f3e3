//! A handbook's workbook that was filled in is looked at before it is taken in: every fault at its cell, what is new, and each
//! changed field with its old value.
//!
//! **Invariant:** the browser holds only the random id of a preview; what is confirmed are the rows that were read here, and
//! the flow compares them once more with the records as they are then.

use axum::Form;
use axum::extract::{Multipart, Path, Query};
use axum::response::Response;
use chrono::Datelike;
use sha2::{Digest, Sha256};

use crate::documents::sheet::read_sheets;
use crate::domain::audit::hex;
use crate::domain::command::Command;
use crate::domain::handbook::sheet::read_handbook_sheets;
use crate::domain::people::Deputy;
use crate::domain::record::command::{HandbookSheet, RecordCommand};
use crate::domain::sheet::SheetRefusal;
use crate::domain::time::day_of;
use crate::domain::world::Stop;
use crate::flows::import_handbook::plan;
use crate::text::handbook_sheet_words::{
    absent_lines, cell_fault, changed_lines, changes_said, new_lines, sheet_words,
};
use crate::text::sheet_refusal;
use crate::web::pages::desk::{DeskPlace, HandbookImportPage, HandbookPreviewPage, Said, Verdict};

use super::deputies::deputy_of;
use super::form::{Retry, Sent};
use super::handbooks::{PATH, asked_year};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying, see_other};
use super::preview::{Upload, taken, too_large};

/// Lines of a kind on the page.
const MOST_LINES: usize = 200;

struct Whose {
    deputy: Deputy,
    year: i64,
}

impl Whose {
    async fn of(duty: &OnDuty, code: &str, year: &str) -> Result<Self, Ends> {
        let mut reading = duty.read().await?;
        let deputy = deputy_of(duty, &mut reading, code).await?.deputy;
        let year = asked_year(duty, year);
        Ok(Self { deputy, year })
    }

    fn path(&self) -> String {
        format!("{PATH}/{}/import?year={}", self.deputy.code, self.year)
    }

    fn book(&self) -> String {
        format!("{PATH}/{}?year={}", self.deputy.code, self.year)
    }
}

async fn show(duty: &OnDuty, whose: &Whose, retry: Option<&Retry>, unreadable: Option<String>) -> Answered {
    let page = HandbookImportPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Handbooks, &whose.path(), None, retry),
        code: whose.deputy.code.clone(),
        name: whose.deputy.name.clone(),
        year: whose.year,
        unreadable,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/handbooks/CODE/import`
pub(super) async fn form(duty: OnDuty, Path(code): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let whose = Whose::of(&duty, &code, &asked.year).await?;
    show(&duty, &whose, None, None).await
}

async fn again(duty: &OnDuty, whose: &Whose, said: String) -> Answered {
    show(duty, whose, Some(&Retry::mend(String::new())), Some(said)).await
}

/// `POST /desk/handbooks/CODE/import`: changes nothing, so a second delivery does no harm.
pub(super) async fn upload(duty: OnDuty, Path(code): Path<String>, form: Multipart) -> Answered {
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    let sent = Sent::read(&duty, fields)?;
    let whose = Whose::of(&duty, &code, sent.text("year")).await?;
    if name.is_empty() && bytes.is_empty() {
        return again(&duty, &whose, duty.words().say("desk-roster-choose")).await;
    }
    let file_hash = hex(&Sha256::digest(&bytes));
    let of_year = i32::try_from(whose.year).unwrap_or_else(|_| day_of(duty.now()).year());
    let (file, deputy) = (name.clone(), whose.deputy.name.clone());
    let read = tokio::task::spawn_blocking(move || {
        read_sheets(&name, &bytes)
            .map(|sheets| read_handbook_sheets(&sheets, &sheet_words(), &deputy, of_year))
    })
    .await;
    let reading = match read {
        Ok(Ok(reading)) => reading,
        Ok(Err(refusal)) => return again(&duty, &whose, sheet_refusal(refusal, duty.words())).await,
        Err(error) => {
            tracing::error!(%error, "reading a handbook's workbook ended badly");
            return again(&duty, &whose, sheet_refusal(SheetRefusal::Broken, duty.words())).await;
        }
    };
    let reason = match sent.text("reason").trim() {
        "" => file.clone(),
        reason => reason.to_owned(),
    };
    let sheet = HandbookSheet {
        deputy: whose.deputy.id,
        year: of_year,
        lines: reading.lines,
        reason,
        file_hash,
    };
    let now = duty.now();
    let mut store = duty.read().await?;
    let planned = duty
        .look(&mut store, |world| match plan(world, &sheet, now) {
            Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
            planned => planned.map(Ok),
        })
        .await?;
    drop(store);
    let changes = match planned {
        Ok(changes) => changes,
        Err(refusal) => return again(&duty, &whose, duty.refused(refusal).said).await,
    };
    let words = duty.words();
    let mut faults = reading.faults;
    faults.extend(changes.faults.iter().cloned());
    let verdict = if !faults.is_empty() {
        Verdict::Faulty
    } else if changes.is_nothing() {
        Verdict::Nothing
    } else {
        Verdict::Ready
    };
    let import = match verdict {
        Verdict::Ready => duty.memory.handbooks.keep(duty.account.id, sheet),
        _ => String::new(),
    };
    let first = |lines: Vec<String>| lines.into_iter().take(MOST_LINES).collect();
    let key = match verdict {
        Verdict::Nothing => "handbook-import-nothing",
        _ => "handbook-import-would",
    };
    let page = HandbookPreviewPage {
        words,
        desk: duty.frame(DeskPlace::Handbooks, &whose.path(), None, None),
        code: whose.deputy.code.clone(),
        year: whose.year,
        import,
        file,
        counts: changes_said(key, &changes, words),
        fault_count: i64::try_from(faults.len()).unwrap_or(i64::MAX),
        faults: first(faults.iter().map(|fault| cell_fault(fault, words)).collect()),
        added: first(new_lines(&changes, words)),
        changed: first(changed_lines(&changes, words)),
        absent: first(absent_lines(&changes, words)),
        verdict,
    };
    Ok(OnDuty::page(&page, None))
}

/// `POST /desk/handbooks/CODE/import/confirm`
pub(super) async fn confirm(
    duty: OnDuty,
    Path(code): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let whose = Whose::of(&duty, &code, sent.text("year")).await?;
    let done = saying(&whose.book(), Said::HandbookSheetTaken);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        // Its preview was forgotten when it was taken in.
        return Ok(see_other(&done));
    }
    let id = sent.text("import");
    let Some(sheet) = duty.memory.handbooks.find(duty.account.id, id) else {
        return again(&duty, &whose, duty.words().say("desk-preview-lost")).await;
    };
    let command = Command::Record(RecordCommand::ImportHandbook(HandbookSheet::clone(&sheet)));
    let response: Response = match duty.give(&sent, command, &whose.book()).await {
        Given::Taken(_) => {
            duty.memory.handbooks.forget(id);
            duty.led(&sent, &done)
        }
        Given::Before(response) => response,
        Given::Not(retry) => return show(&duty, &whose, Some(&retry), None).await,
    };
    Ok(response)
}
