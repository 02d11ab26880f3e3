//! What the forms on the page of one feedback do: entering it for the deputy, telling that it was given elsewhere, receipts,
//! handing over, release, re-handling.

use axum::Form;
use axum::extract::Path;

use crate::domain::calendar::written_day;
use crate::domain::command::Command;
use crate::domain::feedback::{FeedbackWay, Opinion, Receiver, RehandlingWish, Verdict};
use crate::domain::ids::ReplyId;
use crate::text::Args;
use crate::web::pages::desk::{FeedbackForm, Said};

use super::feedback::{PATH, confirmed_how, seen, show};
use super::form::{Retry, Sent};
use super::officer::{Answered, Given, OnDuty, saying};

/// Gives what a form on the page asks for, and shows the page again. `typed`: what stands in the form of entering.
async fn act(
    duty: &OnDuty,
    id: &str,
    sent: &Sent,
    typed: Option<FeedbackForm>,
    command: Result<Command, Retry>,
) -> Answered {
    let command = match command {
        Ok(command) => command,
        Err(retry) => return show(duty, id, None, typed, Some(&retry)).await,
    };
    let back = format!("{PATH}/{id}");
    match duty.give(sent, command, &back).await {
        Given::Taken(_) => Ok(duty.led(sent, &saying(&back, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(duty, id, None, typed, Some(&retry)).await,
    }
}

/// The reply of an address, and it again without anything else that stood there.
async fn addressed(duty: &OnDuty, id: &str) -> Result<(ReplyId, String), super::officer::Ends> {
    let reply = seen(duty, id).await?.reply.id;
    Ok((reply, reply.to_string()))
}

fn day(duty: &OnDuty, text: &str) -> Result<Option<chrono::NaiveDate>, Retry> {
    match text {
        "" => Ok(None),
        text => written_day(text).map(Some).map_err(|_| {
            let args = Args::new().text("found", text);
            Retry::mend(duty.words().say_with("desk-suggestion-day-unreadable", &args))
        }),
    }
}

fn receiver(sent: &Sent) -> Receiver {
    Receiver::from_tag(sent.text("receiver")).unwrap_or(Receiver::HandlingUnit)
}

/// `POST /desk/feedback/REPLY/give`
pub(super) async fn give(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let (reply, id) = addressed(&duty, &id).await?;
    let typed = FeedbackForm {
        handling: sent.text("handling").to_owned(),
        reply: sent.text("reply").to_owned(),
        reasons: sent.text("reasons").to_owned(),
        rehandling: sent.text("rehandling") == "yes",
        on: sent.text("on").to_owned(),
    };
    let opinion = match (
        Verdict::from_tag(&typed.handling),
        Verdict::from_tag(&typed.reply),
    ) {
        (Some(handling), Some(reply)) => Ok(Opinion {
            handling,
            reply,
            reasons: typed.reasons.clone(),
        }),
        _ => Err(Retry::mend(duty.words().say("desk-feedback-verdict-missing"))),
    };
    let command = opinion.and_then(|opinion| {
        Ok(Command::EnterFeedback {
            reply,
            opinion,
            rehandling: if typed.rehandling {
                RehandlingWish::Wanted
            } else {
                RehandlingWish::Unsaid
            },
            on: day(&duty, &typed.on)?,
        })
    });
    act(&duty, &id, &sent, Some(typed), command).await
}

/// An act that needs nothing shown again when it is refused.
async fn plain(
    duty: &OnDuty,
    id: &str,
    fields: Vec<(String, String)>,
    command: impl FnOnce(ReplyId, &Sent) -> Result<Command, Retry>,
) -> Answered {
    let sent = Sent::read(duty, fields)?;
    let (reply, id) = addressed(duty, id).await?;
    let command = command(reply, &sent);
    act(duty, &id, &sent, None, command).await
}

/// `POST /desk/feedback/REPLY/declare`
pub(super) async fn declare(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, sent| {
        let way = match sent.text("way") {
            "paper" => FeedbackWay::Paper,
            _ => FeedbackWay::Platform,
        };
        day(&duty, sent.text("on")).map(|on| Command::DeclareFeedback { reply, way, on })
    })
    .await
}

/// `POST /desk/feedback/REPLY/confirm`
pub(super) async fn confirm(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, sent| {
        let receiver = receiver(sent);
        Ok(Command::ConfirmReceipt {
            replies: vec![reply],
            receiver,
            how: confirmed_how(&duty, receiver),
            note: sent.text("note").to_owned(),
        })
    })
    .await
}

/// `POST /desk/feedback/REPLY/take-back`
pub(super) async fn take_back(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, sent| {
        let receiver = receiver(sent);
        Ok(Command::TakeBackReceipt { reply, receiver })
    })
    .await
}

/// `POST /desk/feedback/REPLY/sent`
pub(super) async fn sent(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, sent| {
        let receiver = receiver(sent);
        Ok(Command::HandOverFeedback { reply, receiver })
    })
    .await
}

/// `POST /desk/feedback/REPLY/release`
pub(super) async fn release(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, _| Ok(Command::ReleaseFeedback(reply))).await
}

/// `POST /desk/feedback/REPLY/rehandle`
pub(super) async fn rehandle(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    plain(&duty, &id, fields, |reply, sent| {
        day(&duty, sent.text("on")).map(|on| Command::Rehandle { reply, on })
    })
    .await
}
