//! 询问 at the desk: asking a deputy, what is open by its last day, the answers; taking down one that came on paper;
//! withdrawing.

use axum::Form;
use axum::extract::{Path, Query};

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::ids::{DeputyId, InquiryId, OfficeId};
use crate::domain::inquiry::{Inquiry, InquiryCommand, InquiryState, InquiryWay, read_day_to_come};
use crate::domain::people::Deputy;
use crate::domain::time::day_of;
use crate::domain::world::{Key, ListKey};
use crate::flows::keep_record::read_day;
use crate::store::InquiryLine;
use crate::text::Args;
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{DeskPlace, InquiriesPage, InquiryForm, InquiryPage, InquiryRow, Said};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

const PATH: &str = "/desk/inquiries";

fn scope(duty: &OnDuty) -> Option<OfficeId> {
    (!duty.is_provincial()).then_some(duty.office.id)
}

fn row(duty: &OnDuty, line: &InquiryLine) -> InquiryRow {
    let (words, inquiry) = (duty.words(), &line.inquiry);
    InquiryRow {
        id: inquiry.id.0,
        number: inquiry.number,
        deputy: line.deputy_name.clone(),
        code: line.deputy_code.clone(),
        question: inquiry.question.clone(),
        due: day_with_year(words, inquiry.due_on),
        is_late: inquiry.is_late(duty.now()),
        answered: inquiry
            .answered_on
            .map_or_else(String::new, |on| day_with_year(words, on)),
    }
}

async fn lines(duty: &OnDuty, state: InquiryState) -> Result<Vec<InquiryRow>, Ends> {
    let lines = duty
        .read()
        .await?
        .inquiries(scope(duty), state)
        .await
        .map_err(|error| duty.unread(&error))?;
    Ok(lines.iter().map(|line| row(duty, line)).collect())
}

async fn show(duty: &OnDuty, asked: &Asked, form: InquiryForm, retry: Option<&Retry>) -> Answered {
    let page = InquiriesPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Inquiries, PATH, Some(&asked.said), retry),
        open: lines(duty, InquiryState::Open).await?,
        answered: lines(duty, InquiryState::Answered).await?,
        form,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/inquiries`; `?unit=` names a deputy whom the form is for.
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let form = InquiryForm {
        to: asked.unit.chars().take(40).collect(),
        ..InquiryForm::default()
    };
    show(&duty, &asked, form, None).await
}

/// The deputy whom an officer typed by code or by name; a name that several have is asked about.
async fn whom(duty: &OnDuty, typed: &str) -> Result<Result<DeputyId, Retry>, Ends> {
    let words = duty.words();
    let mend = |key: &str| Retry::mend(words.say_with(key, &Args::new().text("name", typed.to_owned())));
    let code = typed.split_whitespace().next().unwrap_or_default().to_uppercase();
    let mut reading = duty.read().await?;
    let named = ListKey::DeputiesNamed(typed.to_owned());
    let found = duty
        .look(&mut reading, |world| {
            world.want([Key::DeputyCode(code.clone()), Key::List(named.clone())])?;
            if let Some(id) = world.deputy_coded(&code)? {
                return Ok(vec![world.deputy(&id)?.clone()]);
            }
            let ids: Vec<DeputyId> = world.list(&named)?.ids.iter().map(|id| DeputyId(*id)).collect();
            world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
            ids.iter().map(|id| world.deputy(id).cloned()).collect()
        })
        .await?;
    let own: Vec<DeputyId> = found
        .iter()
        .filter(|deputy| steers(&duty.office, deputy.office_id))
        .map(|deputy| deputy.id)
        .collect();
    Ok(match own[..] {
        [one] => Ok(one),
        [] => Err(mend("desk-inquiry-nobody")),
        _ => Err(mend("desk-inquiry-several")),
    })
}

/// `POST /desk/inquiries`: `to`, `due_on`, `question`.
pub(super) async fn ask(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let cut = |name: &str, most: usize| sent.text(name).chars().take(most).collect::<String>();
    let form = InquiryForm {
        to: cut("to", 40),
        due_on: cut("due_on", 40),
        question: cut("question", 5_000),
    };
    let asked = Asked::default();
    let deputy = match whom(&duty, &form.to).await? {
        Ok(deputy) => deputy,
        Err(retry) => return show(&duty, &asked, form, Some(&retry)).await,
    };
    let Some(due_on) = read_day_to_come(&form.due_on, duty.now()) else {
        let said = Args::new().text("said", form.due_on.clone());
        let retry = Retry::mend(duty.words().say_with("desk-inquiry-day-unread", &said));
        return show(&duty, &asked, form, Some(&retry)).await;
    };
    let command = InquiryCommand::Ask {
        deputy,
        question: form.question.clone(),
        due_on,
    };
    match duty.give(&sent, Command::Inquiry(command), PATH).await {
        Given::Taken(Answer::Inquiry(id)) => {
            Ok(duty.led(&sent, &saying(&format!("{PATH}/{id}"), Said::InquiryAsked)))
        }
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::InquiryAsked))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &asked, form, Some(&retry)).await,
    }
}

/// An inquiry that this officer's office may see.
async fn own(duty: &OnDuty, id: i64) -> Result<(Inquiry, Deputy), Ends> {
    let mut reading = duty.read().await?;
    let found = duty
        .look(&mut reading, |world| {
            let Some(inquiry) = world.find_inquiry(&InquiryId(id))?.cloned() else {
                return Ok(None);
            };
            let deputy = world.deputy(&inquiry.deputy_id)?.clone();
            Ok(Some((inquiry, deputy)))
        })
        .await?;
    found
        .filter(|(inquiry, _)| steers(&duty.office, inquiry.office_id))
        .ok_or_else(|| duty.not_found())
}

async fn one(duty: &OnDuty, id: i64, said: &str, typed: [String; 3], retry: Option<&Retry>) -> Answered {
    let (inquiry, deputy) = own(duty, id).await?;
    let words = duty.words();
    let [answer, on, why] = typed;
    let way = |way: InquiryWay| words.say(&format!("desk-inquiry-way-{}", way.tag()));
    let page = InquiryPage {
        words,
        desk: duty.frame(DeskPlace::Inquiries, &format!("{PATH}/{id}"), Some(said), retry),
        row: row(
            duty,
            &InquiryLine {
                inquiry: inquiry.clone(),
                deputy_name: deputy.name.clone(),
                deputy_code: deputy.code.clone(),
            },
        ),
        asked: day_with_year(words, day_of(inquiry.asked_at)),
        state: words.say(&format!("inquiry-state-{}", inquiry.state.tag())),
        answer: inquiry.answer.clone(),
        way: inquiry.answered_way.map(way).unwrap_or_default(),
        why: inquiry.withdrawn_why.clone(),
        is_open: inquiry.state == InquiryState::Open,
        may_be_entered: inquiry.state != InquiryState::Withdrawn,
        is_bound: deputy.account_id.is_some(),
        typed_answer: answer,
        typed_on: on,
        typed_why: why,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/inquiries/{id}`
pub(super) async fn page(duty: OnDuty, Path(id): Path<i64>, Query(asked): Query<Asked>) -> Answered {
    one(&duty, id, &asked.said, Default::default(), None).await
}

/// `POST /desk/inquiries/{id}/answer`: `answer`, `on`.
pub(super) async fn enter(
    duty: OnDuty,
    Path(id): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let (answer, typed) = (sent.text("answer").to_owned(), sent.text("on").to_owned());
    let kept = [answer.clone(), typed.clone(), String::new()];
    let on = read_day(&typed, duty.now());
    if on.is_none() && !typed.is_empty() {
        let said = Args::new().text("said", typed);
        let retry = Retry::mend(duty.words().say_with("desk-inquiry-day-unread", &said));
        return one(&duty, id, "", kept, Some(&retry)).await;
    }
    let command = InquiryCommand::Enter {
        inquiry: InquiryId(id),
        answer,
        on,
    };
    act(&duty, &sent, id, command, kept).await
}

/// `POST /desk/inquiries/{id}/withdraw`: `why`.
pub(super) async fn withdraw(
    duty: OnDuty,
    Path(id): Path<i64>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let why = sent.text("why").to_owned();
    let command = InquiryCommand::Withdraw {
        inquiry: InquiryId(id),
        why: why.clone(),
    };
    act(&duty, &sent, id, command, [String::new(), String::new(), why]).await
}

async fn act(duty: &OnDuty, sent: &Sent, id: i64, command: InquiryCommand, kept: [String; 3]) -> Answered {
    own(duty, id).await?;
    let back = format!("{PATH}/{id}");
    match duty.give(sent, Command::Inquiry(command), &back).await {
        Given::Taken(_) => Ok(duty.led(sent, &saying(&back, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => one(duty, id, "", kept, Some(&retry)).await,
    }
}
