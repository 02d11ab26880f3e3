//! One duty record at the desk: its columns, evidence and history; verifying it, or returning it with the reason.
//!
//! **Invariants:** evidence is what the deputy sent with the report; a record that grew from a letter shows none, for a
//! letter's words and files are its reader's. Opening a file is noted in the audit log.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::duty_record::{RecordField, RecordState};
use crate::domain::handbook::amendment::why;
use crate::domain::ids::{FileId, RecordId};
use crate::domain::message::{File, FileState};
use crate::domain::people::Deputy;
use crate::domain::record::RecordRow;
use crate::domain::record::command::{RecordCommand, SeenRecord};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::store::{Reading, RecordChangeLine};
use crate::text::Args;
use crate::text::record_words::{
    amended_why, category_word, changed_by, field_label, office_state_word, source_word,
};
use crate::web::pages::Sorry;
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{DeskPlace, RecordPage, Said};

use super::files::stored;
use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};
use super::records::{PATH, days, said};

/// A record of a deputy whom this office steers, with its evidence; anyone else's is not found.
async fn record_of(
    duty: &OnDuty,
    reading: &mut Reading,
    id: &str,
) -> Result<(RecordRow, Deputy, Vec<File>), Ends> {
    let id = RecordId(id.parse().map_err(|_| duty.not_found())?);
    let office = &duty.office;
    duty.look(reading, |world| {
        let row = world.record(&id)?.clone();
        let deputy = world.deputy(&row.deputy_id)?.clone();
        // A draft is the deputy's alone; what was dropped never came to the office.
        let is_seen = !matches!(row.record.state, RecordState::Draft | RecordState::Dropped);
        if !steers(office, deputy.office_id) || !is_seen {
            return Err(Refusal::NotYours.into());
        }
        let mut files = Vec::new();
        if let Some(report) = row.report_id {
            let list = world.list(&ListKey::EvidenceOf(report))?.ids.clone();
            world.want(list.iter().map(|id| Key::File(FileId(*id))))?;
            for id in list {
                files.extend(world.find_file(&FileId(id))?.cloned());
            }
        }
        Ok((row, deputy, files))
    })
    .await
}

fn change_said(duty: &OnDuty, row: &RecordRow, line: &RecordChangeLine) -> String {
    let words = duty.words();
    let change = &line.change;
    let state = |word: &str| words.say(&format!("desk-record-state-{word}"));
    let value = |text: &str| match (change.field.as_str(), text) {
        (_, "") => words.say("record-not-said"),
        ("state", word) => state(word),
        (_, text) => text.to_owned(),
    };
    let field = match RecordField::from_word(&change.field) {
        Some(field) => field_label(words, row.record.category, field),
        None => words.say("desk-col-state"),
    };
    let why = amended_why(&why(change), words);
    let by = changed_by(&line.by, words);
    let args = Args::new()
        .text("day", duty.moment(change.at).shown)
        .text("by", by)
        .text("field", field)
        .text("old", value(&change.old_value))
        .text("new", value(&change.new_value));
    let said = words.say_with("desk-record-changed", &args);
    match why.is_empty() {
        true => said,
        false => words.say_with(
            "desk-record-changed-why",
            &Args::new().text("said", said).text("why", why),
        ),
    }
}

async fn show(duty: &OnDuty, id: &str, said: &str, draft: &str, retry: Option<&Retry>) -> Answered {
    let words = duty.words();
    let mut reading = duty.read().await?;
    let (row, deputy, files) = record_of(duty, &mut reading, id).await?;
    let history = reading
        .record_history(row.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    drop(reading);
    let record = &row.record;
    let mut columns = vec![
        (
            words.say("desk-records-category"),
            category_word(words, record.category),
        ),
        (words.say("field-on"), days(duty, record)),
    ];
    for field in record.category.fields() {
        columns.push((
            field_label(words, record.category, *field),
            record.column_text(*field),
        ));
    }
    let returned = match (&row.settled_why, row.settled_at) {
        (Some(why), Some(at)) => {
            let args = Args::new()
                .text("day", day_with_year(words, day_of(at)))
                .text("why", why.as_str());
            words.say_with("desk-record-returned-why", &args)
        }
        _ => String::new(),
    };
    let page = RecordPage {
        words,
        desk: duty.frame(
            DeskPlace::Records,
            &format!("{PATH}/{}", row.id),
            Some(said),
            retry,
        ),
        id: row.id.0,
        version: record.version,
        deputy: deputy.name,
        code: deputy.code,
        state: office_state_word(words, record.state),
        returned,
        columns,
        source: source_word(words, &record.source),
        files: files
            .iter()
            .map(|file| {
                let here = (file.state == FileState::Stored).then_some(file.id.0);
                let name = match file.name.is_empty() {
                    true => words.say(&format!("kind-{}", file.kind.tag())),
                    false => file.name.clone(),
                };
                (here, name)
            })
            .collect(),
        activity: row.activity_id.map(|id| id.0),
        history: history.iter().map(|line| change_said(duty, &row, line)).collect(),
        may_be_verified: record.state.waits_for_office(),
        may_be_taken_back: record.before_return().is_some(),
        may_be_returned: record.state.waits_for_office() || record.state == RecordState::Verified,
        draft: draft.to_owned(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/records/ID`
pub(super) async fn page(duty: OnDuty, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &id, &asked.said, "", None).await
}

/// `POST /desk/records/ID/verify`
pub(super) async fn verify(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let record = record_of(&duty, &mut reading, &id).await?.0.id;
    drop(reading);
    let seen = SeenRecord {
        record,
        version: sent.text("version").parse().ok(),
    };
    let command = Command::Record(RecordCommand::Verify(vec![seen]));
    let response: Response = match duty.give(&sent, command, PATH).await {
        Given::Taken(answer) => match said(&answer) {
            // It changed under the officer's hands: the page shows how it stands now.
            Said::RecordsMoved => duty.led(&sent, &saying(&format!("{PATH}/{id}"), Said::RecordsMoved)),
            said => duty.led(&sent, &saying(PATH, said)),
        },
        Given::Before(response) => response,
        Given::Not(retry) => return show(&duty, &id, "", "", Some(&retry)).await,
    };
    Ok(response)
}

/// `POST /desk/records/ID/return`
pub(super) async fn give_back(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let record = record_of(&duty, &mut reading, &id).await?.0.id;
    drop(reading);
    let reason: String = sent.text("reason").chars().take(500).collect();
    let command = Command::Record(RecordCommand::GiveBack {
        record: SeenRecord {
            record,
            version: sent.text("version").parse().ok(),
        },
        reason: reason.clone(),
    });
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::RecordReturned))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &id, "", &reason, Some(&retry)).await,
    }
}

/// `POST /desk/records/ID/take-back`: the return was a mistake.
pub(super) async fn take_back(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let record = record_of(&duty, &mut reading, &id).await?.0.id;
    drop(reading);
    let command = Command::Record(RecordCommand::TakeBackReturn(record));
    let path = format!("{PATH}/{id}");
    match duty.give(&sent, command, &path).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&path, Said::ReturnTakenBack))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &id, "", "", Some(&retry)).await,
    }
}

/// `GET /desk/records/ID/files/FILE`
pub(super) async fn file(duty: OnDuty, Path((id, file)): Path<(String, String)>) -> Answered {
    let wanted = FileId(file.parse().map_err(|_| duty.not_found())?);
    let mut reading = duty.read().await?;
    let (row, _, files) = record_of(&duty, &mut reading, &id).await?;
    drop(reading);
    let file = files
        .into_iter()
        .find(|file| file.id == wanted)
        .ok_or_else(|| duty.not_found())?;
    // Once a day and record.
    let day = day_of(duty.now());
    let key = format!("desk:read-record:{}:{}:{day}", duty.officer.id, row.id);
    let input = duty.input(key, Command::Record(RecordCommand::NoteReading(row.id)));
    match duty.web.0.intake.submit(input).await {
        Ok(Answer::Done | Answer::Again) => stored(&duty, &file).await,
        Ok(_) => Err(duty.not_found()),
        Err(_) => Err(duty.sorry(Sorry::Unavailable)),
    }
}
