//! Many replies recorded at once: a page for the keyboard, and a sheet that fills it. All or none, so that whoever is
//! interrupted never wonders which were kept.

use axum::Form;
use axum::extract::Multipart;

use crate::documents::sheet::read_sheets;
use crate::domain::calendar::{UnreadDay, written_day};
use crate::domain::command::Command;
use crate::domain::sheet::Sheet;
use crate::domain::suggestion::command::SuggestionCommand;
use crate::domain::suggestion::register_sheet::{
    ReplyColumn, ReplyEntry, SheetFault, SheetFaultKind, read_replies, register_sheets, tidy_number,
};
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::domain::time::day_of;
use crate::flows::match_replies::match_replies;
use crate::text::sheet_refusal;
use crate::text::suggestion_words::sheet_fault;
use crate::web::pages::desk::{DeskPlace, RepliesPage, ReplyFormRow, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Given, OnDuty, saying};
use super::preview::{Upload, taken, too_large};
use super::suggestion::unit_choices;
use super::suggestions::PATH;

/// Rows of the blank page, and at least so many blank ones below those of a sheet.
const BLANK_ROWS: usize = 10;
/// Rows that a page can hold; a longer sheet is recorded with the command line, or in parts.
const MOST_ROWS: usize = 500;
/// Faults that are told; whoever has more mends the first ones.
const MOST_FAULTS: usize = 100;

fn path() -> String {
    format!("{PATH}/replies")
}

async fn show(
    duty: &OnDuty,
    mut rows: Vec<ReplyFormRow>,
    faults: Vec<String>,
    retry: Option<&Retry>,
) -> Answered {
    let wanted = if rows.is_empty() { BLANK_ROWS } else { rows.len() };
    rows.resize_with(wanted, ReplyFormRow::default);
    let page = RepliesPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Suggestions, &path(), None, retry),
        rows,
        faults,
        units: unit_choices(duty).await?,
        classes: duty.web.0.rules.reply_classes.clone(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/suggestions/replies`
pub(super) async fn form(duty: OnDuty) -> Answered {
    show(&duty, Vec::new(), Vec::new(), None).await
}

/// The rows of the form; fields of one row stand at the same place in each column.
fn rows_of(sent: &Sent) -> Vec<ReplyFormRow> {
    let column = |name| sent.all(name).map(str::to_owned).collect::<Vec<String>>();
    let [numbers, units, days, sources, classes, documents, forms] =
        ["number", "unit", "on", "source", "class", "document", "form"].map(column);
    let at = |column: &Vec<String>, place: usize| column.get(place).cloned().unwrap_or_default();
    (0..numbers.len().min(MOST_ROWS))
        .map(|place| ReplyFormRow {
            number: at(&numbers, place),
            unit: at(&units, place),
            on: at(&days, place),
            source: at(&sources, place),
            class: at(&classes, place),
            document: at(&documents, place),
            is_oral: at(&forms, place) == "oral",
        })
        .collect()
}

fn is_blank(row: &ReplyFormRow) -> bool {
    row.number.is_empty() && row.unit.is_empty() && row.on.is_empty() && row.document.is_empty()
}

/// A row as an entry, or what is wrong with it.
fn entry_of(row: &ReplyFormRow, place: u32, today: chrono::NaiveDate) -> Result<ReplyEntry, SheetFault> {
    let fault = |kind, found: &str| SheetFault::new(Some(place), None, kind, found);
    if row.number.is_empty() {
        return Err(fault(SheetFaultKind::Missing, "").meant("建议编号"));
    }
    let received_on = match row.on.as_str() {
        "" => None,
        text => Some(written_day(text).map_err(|unread| match unread {
            UnreadDay::Impossible => fault(SheetFaultKind::DayImpossible, text),
            UnreadDay::Unreadable => fault(SheetFaultKind::DayUnreadable, text),
        })?),
    };
    if let Some(on) = received_on.filter(|on| *on > today) {
        return Err(fault(SheetFaultKind::DayInFuture, &on.to_string()));
    }
    if received_on.is_none() && !row.is_oral {
        return Err(fault(SheetFaultKind::Missing, "").meant("收到日期"));
    }
    Ok(ReplyEntry {
        row: place,
        number: tidy_number(&row.number),
        session: None,
        unit: row.unit.clone(),
        received_on,
        source: ReceiptSource::from_tag(&row.source).unwrap_or(ReceiptSource::Post),
        class: row.class.clone(),
        document_number: row.document.clone(),
        form: if row.is_oral {
            ReplyForm::Oral
        } else {
            ReplyForm::Written
        },
    })
}

/// `POST /desk/suggestions/replies`
pub(super) async fn record(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let words = duty.words();
    let rows = rows_of(&sent);
    let today = day_of(duty.now());
    let mut entries = Vec::new();
    let mut faults = Vec::new();
    for (row, place) in rows.iter().zip(1_u32..) {
        if is_blank(row) {
            continue;
        }
        match entry_of(row, place, today) {
            Ok(entry) => entries.push(entry),
            Err(fault) => faults.push(fault),
        }
    }
    if entries.is_empty() && faults.is_empty() {
        let retry = Retry::mend(words.say("desk-suggestion-replies-none"));
        return show(&duty, rows, Vec::new(), Some(&retry)).await;
    }
    let mut reading = duty.read().await?;
    let office = Some(duty.office.id);
    let matched = duty
        .look(&mut reading, |world| match_replies(world, &entries, office))
        .await?;
    drop(reading);
    for it in matched.faults {
        faults.push(SheetFault::new(Some(it.row), None, it.kind, it.found).meant(it.meant));
    }
    if !faults.is_empty() {
        faults.sort_by_key(|fault| fault.row);
        let said = faults
            .iter()
            .take(MOST_FAULTS)
            .map(|fault| sheet_fault(fault, words))
            .collect();
        let retry = Retry::mend(String::new());
        return show(&duty, rows, said, Some(&retry)).await;
    }
    let command = Command::Suggestion(SuggestionCommand::Record(matched.facts));
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::RepliesRecorded))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, rows, Vec::new(), Some(&retry)).await,
    }
}

/// `POST /desk/suggestions/replies/sheet`: fills the page and records nothing, so a second delivery does no harm.
pub(super) async fn sheet(duty: OnDuty, form: Multipart) -> Answered {
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    Sent::read(&duty, fields)?;
    let words = duty.words();
    let today = day_of(duty.now());
    let classes = duty.web.0.rules.reply_classes.clone();
    let read = tokio::task::spawn_blocking(move || {
        read_sheets(&name, &bytes).map(|sheets| {
            let blank = Sheet::default();
            let found = register_sheets::<ReplyColumn>(&sheets);
            let sheet = found.first().copied().or(sheets.first()).unwrap_or(&blank);
            read_replies(sheet, today, &classes)
        })
    })
    .await;
    let reading = match read {
        Ok(Ok(reading)) => reading,
        Ok(Err(refusal)) => {
            let retry = Retry::mend(sheet_refusal(refusal, words));
            return show(&duty, Vec::new(), Vec::new(), Some(&retry)).await;
        }
        Err(error) => {
            tracing::error!(%error, "reading a sheet of replies ended badly");
            let retry = Retry::mend(words.say("desk-not-taken"));
            return show(&duty, Vec::new(), Vec::new(), Some(&retry)).await;
        }
    };
    if reading.entries.len() > MOST_ROWS {
        let retry = Retry::mend(words.say("desk-suggestion-replies-too-many"));
        return show(&duty, Vec::new(), Vec::new(), Some(&retry)).await;
    }
    let faults: Vec<String> = reading
        .faults
        .iter()
        .take(MOST_FAULTS)
        .map(|fault| sheet_fault(fault, words))
        .collect();
    let rows = reading
        .entries
        .into_iter()
        .map(|entry| ReplyFormRow {
            number: entry.number,
            unit: entry.unit,
            on: entry.received_on.map(|on| on.to_string()).unwrap_or_default(),
            source: entry.source.tag().to_owned(),
            class: entry.class,
            document: entry.document_number,
            is_oral: entry.form == ReplyForm::Oral,
        })
        .collect();
    show(&duty, rows, faults, None).await
}
