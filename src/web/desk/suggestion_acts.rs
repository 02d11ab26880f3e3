//! What the forms on the page of one suggestion do: handing out, extending, returning, withdrawing, replies with their proof.

use axum::Form;
use axum::extract::{Multipart, Path};

use crate::domain::calendar::written_day;
use crate::domain::command::Command;
use crate::domain::ids::{AssignmentId, FileId, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::assignment::AssignmentRole;
use crate::domain::suggestion::command::{ReceivedOn, ReplyFacts, SuggestionCommand};
use crate::domain::suggestion::reply::{ReceiptSource, ReplyForm};
use crate::flows::import_suggestions::units_by_name;
use crate::text::Args;
use crate::web::forms::Upload as FileUpload;
use crate::web::pages::desk::Said;
use crate::web::upload;

use super::files::kept_file;
use super::form::{Retry, Sent};
use super::officer::{Answered, Given, OnDuty, saying};
use super::preview::{Upload, taken, too_large};
use super::suggestion::{id_of, seen, show};
use super::suggestions::PATH;

/// Gives a command of a form on the page, and shows the page again.
async fn act(duty: &OnDuty, id: &str, sent: &Sent, command: SuggestionCommand) -> Answered {
    let back = format!("{PATH}/{}", id_of(duty, id)?);
    match duty.give(sent, Command::Suggestion(command), &back).await {
        Given::Taken(_) => Ok(duty.led(sent, &saying(&back, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(duty, id, None, Some(&retry)).await,
    }
}

fn day(duty: &OnDuty, text: &str) -> Result<chrono::NaiveDate, Retry> {
    written_day(text).map_err(|_| {
        let args = Args::new().text("found", text);
        Retry::mend(duty.words().say_with("desk-suggestion-day-unreadable", &args))
    })
}

fn number(sent: &Sent, name: &str) -> i64 {
    sent.text(name).parse().unwrap_or(0)
}

/// `POST /desk/suggestions/ID/assign`
pub(super) async fn assign(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let suggestion = seen(&duty, &id).await?.row.id;
    let name = sent.text("unit").to_owned();
    let mut reading = duty.read().await?;
    let unit = duty
        .look(&mut reading, |world| {
            Ok(units_by_name(world)?.get(&name).copied())
        })
        .await?;
    drop(reading);
    let Some(unit) = unit else {
        let retry = duty.refused(Refusal::HandlingUnitUnknown);
        return show(&duty, &id, None, Some(&retry)).await;
    };
    let on = match day(&duty, sent.text("on")) {
        Ok(on) => on,
        Err(retry) => return show(&duty, &id, None, Some(&retry)).await,
    };
    let command = SuggestionCommand::Assign {
        suggestion,
        unit,
        role: AssignmentRole::from_tag(sent.text("role")).unwrap_or(AssignmentRole::Main),
        on,
    };
    act(&duty, &id, &sent, command).await
}

/// An act that asks for nothing but a reason.
async fn for_a_reason(
    duty: &OnDuty,
    id: &str,
    fields: Vec<(String, String)>,
    command: impl FnOnce(&Sent, String) -> SuggestionCommand,
) -> Answered {
    let sent = Sent::read(duty, fields)?;
    let command = command(&sent, sent.text("why").to_owned());
    act(duty, id, &sent, command).await
}

/// `POST /desk/suggestions/ID/extend`
pub(super) async fn extend(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    for_a_reason(&duty, &id, fields, |sent, why| SuggestionCommand::Extend {
        assignment: AssignmentId(number(sent, "assignment")),
        why,
    })
    .await
}

/// `POST /desk/suggestions/ID/return`
pub(super) async fn return_wrong(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    for_a_reason(&duty, &id, fields, |sent, why| SuggestionCommand::Return {
        assignment: AssignmentId(number(sent, "assignment")),
        why,
    })
    .await
}

/// `POST /desk/suggestions/ID/withdraw`
pub(super) async fn withdraw(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let suggestion = id_of(&duty, &id)?;
    for_a_reason(&duty, &id, fields, |_, why| SuggestionCommand::Withdraw {
        suggestion,
        why,
    })
    .await
}

/// `POST /desk/suggestions/ID/take-back`
pub(super) async fn take_back(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    for_a_reason(&duty, &id, fields, |sent, why| SuggestionCommand::TakeBack {
        reply: ReplyId(number(sent, "reply")),
        why,
    })
    .await
}

/// `POST /desk/suggestions/ID/clear`
pub(super) async fn clear(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let on = match day(&duty, sent.text("on")) {
        Ok(on) => on,
        Err(retry) => return show(&duty, &id, None, Some(&retry)).await,
    };
    let command = SuggestionCommand::Clear {
        reply: ReplyId(number(&sent, "reply")),
        on,
        source: ReceiptSource::from_tag(sent.text("source")).unwrap_or(ReceiptSource::Post),
        why: sent.text("why").to_owned(),
    };
    act(&duty, &id, &sent, command).await
}

/// `POST /desk/suggestions/ID/reply`
pub(super) async fn reply(duty: OnDuty, Path(id): Path<String>, form: Multipart) -> Answered {
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    let sent = Sent::read(&duty, fields)?;
    seen(&duty, &id).await?;
    let received = match sent.text("on") {
        "" => None,
        text => match day(&duty, text) {
            Ok(on) => Some(ReceivedOn {
                on,
                at: None,
                is_guess: false,
            }),
            Err(retry) => return show(&duty, &id, None, Some(&retry)).await,
        },
    };
    let proof = if bytes.is_empty() {
        None
    } else {
        let file = FileUpload {
            name,
            bytes: bytes.into(),
        };
        match upload::keep(&duty.web.0.files, &file).await {
            Ok(file) => Some(file),
            Err(error) => {
                tracing::error!(%error, "a proof of receipt can't be kept");
                let retry = Retry::mend(duty.words().say("desk-not-taken"));
                return show(&duty, &id, None, Some(&retry)).await;
            }
        }
    };
    let form = ReplyForm::from_tag(sent.text("form")).unwrap_or(ReplyForm::Written);
    let facts = ReplyFacts {
        assignment: AssignmentId(number(&sent, "assignment")),
        form,
        class: sent.text("class").to_owned(),
        document_number: sent.text("document").to_owned(),
        received: received.filter(|_| form == ReplyForm::Written),
        source: ReceiptSource::from_tag(sent.text("source")).unwrap_or(ReceiptSource::Post),
        proof,
    };
    act(&duty, &id, &sent, SuggestionCommand::Record(vec![facts])).await
}

/// `GET /desk/suggestions/ID/proof/FILE`
pub(super) async fn proof(duty: OnDuty, Path((id, file)): Path<(String, String)>) -> Answered {
    let found = seen(&duty, &id).await?;
    let file = FileId(file.parse().map_err(|_| duty.not_found())?);
    if !found
        .replies
        .iter()
        .any(|reply| reply.proof_file_id == Some(file))
    {
        return Err(duty.not_found());
    }
    kept_file(&duty, file).await
}
