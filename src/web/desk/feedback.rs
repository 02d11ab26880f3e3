//! 反馈意见 at the desk: the lists by where they stand, one with its receivers, its slip as a file, and receipts of several at
//! once. What is done to one is in `feedback_acts`.

use axum::Form;
use axum::extract::{Path, Query};

use crate::documents::{slip_docx, slip_order};
use crate::domain::command::Command;
use crate::domain::feedback::{
    ConfirmedHow, Feedback, FeedbackReceiver, FeedbackVersion, Opinion, Receiver, ReceiverState,
    RehandlingWish, Sealing, SentWay,
};
use crate::domain::ids::{FileId, ReplyId};
use crate::domain::people::day_text;
use crate::domain::suggestion::reply::{ReplyForm, ReplyState};
use crate::domain::time::day_of;
use crate::flows::read_slip::read_slip;
use crate::store::{FeedbackCounts, FeedbackFilter, FeedbackLine, FeedbackOf};
use crate::text::Args;
use crate::text::feedback_words::{
    opinion_word, receiver_state_word, slip_failure_word, verdict_word, way_word,
};
use crate::web::pages::Sorry;
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{
    DeskPlace, FeedbackForm, FeedbackListPage, FeedbackPage, FeedbackRow, ReceiverView, Said, ShownState,
};

use super::files::{as_file, attached, kept_file};
use super::form::{Retry, Sent};
use super::letters::paging;
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};
use super::suggestions::scope;

/// Where the lists are.
pub(super) const PATH: &str = "/desk/feedback";
/// Lines on a page.
const A_PAGE: i64 = 50;

/// The lists in the order in which they ask for work.
const LISTS: [(FeedbackOf, &str); 6] = [
    (FeedbackOf::Awaited, "awaited"),
    (FeedbackOf::Overdue, "overdue"),
    (FeedbackOf::Waiting, "waiting"),
    (FeedbackOf::Dissatisfied, "dissatisfied"),
    (FeedbackOf::Late, "late"),
    (FeedbackOf::Done, "done"),
];

fn count_of(counts: &FeedbackCounts, of: FeedbackOf) -> i64 {
    match of {
        FeedbackOf::Awaited => counts.awaited + counts.overdue,
        FeedbackOf::Overdue => counts.overdue,
        FeedbackOf::Waiting => counts.waiting,
        FeedbackOf::Dissatisfied => counts.dissatisfied,
        FeedbackOf::Late => counts.late,
        FeedbackOf::Done => counts.done,
    }
}

fn receiver_said(duty: &OnDuty, row: Option<&FeedbackReceiver>) -> String {
    let state = row.map_or(ReceiverState::NotSent, |row| row.state);
    receiver_state_word(state, duty.words())
}

fn trouble_of(duty: &OnDuty, row: Option<&FeedbackReceiver>) -> String {
    match row.map(|row| row.failure.as_str()) {
        None | Some("") => String::new(),
        Some(failure) => slip_failure_word(failure, duty.words()),
    }
}

fn is_overdue(duty: &OnDuty, line: &FeedbackLine) -> bool {
    line.reply.state == ReplyState::Awaiting && line.reply.due_on.is_some_and(|on| on < day_of(duty.now()))
}

fn row(duty: &OnDuty, line: &FeedbackLine) -> FeedbackRow {
    let words = duty.words();
    FeedbackRow {
        id: line.reply.id.0,
        number: line.number.clone(),
        title: line.title.clone(),
        deputy: line.deputy_name.clone(),
        unit: line.unit_name.clone(),
        due: line
            .reply
            .due_on
            .map(|on| day_with_year(words, on))
            .unwrap_or_default(),
        is_late: is_overdue(duty, line),
        opinion: opinion_word(line.feedback.as_ref(), words),
        province: receiver_said(duty, line.province.as_ref()),
        handling_unit: receiver_said(duty, line.unit.as_ref()),
        trouble: trouble_of(duty, line.unit.as_ref()),
    }
}

async fn show_list(duty: &OnDuty, asked: &Asked, retry: Option<&Retry>) -> Answered {
    let words = duty.words();
    let (of, tag) = LISTS
        .into_iter()
        .find(|(_, tag)| *tag == asked.show)
        .unwrap_or(LISTS[0]);
    let today = day_of(duty.now());
    let filter = FeedbackFilter {
        of,
        office: scope(duty),
        words: asked.find.trim().chars().take(60).collect(),
        today,
    };
    let mut reading = duty.read().await?;
    let counts = reading
        .count_feedback(filter.office, &day_text(today))
        .await
        .map_err(|error| duty.unread(&error))?;
    let (lines, total) = reading
        .feedback_lines(&filter, asked.at(), A_PAGE)
        .await
        .map_err(|error| duty.unread(&error))?;
    drop(reading);
    let sentence = |tag: &str, count: i64| {
        words.say_with(
            &format!("desk-feedback-{tag}"),
            &Args::new().number("count", count),
        )
    };
    let mut query = format!("show={tag}&");
    if !filter.words.is_empty() {
        let words: String = url::form_urlencoded::byte_serialize(filter.words.as_bytes()).collect();
        query.push_str(&format!("find={words}&"));
    }
    let page = FeedbackListPage {
        words,
        desk: duty.frame(DeskPlace::Feedback, PATH, Some(&asked.said), retry),
        heading: sentence(tag, total),
        filters: LISTS
            .into_iter()
            .filter(|(other, _)| *other != of)
            .map(|(other, tag)| (tag.to_owned(), sentence(tag, count_of(&counts, other))))
            .collect(),
        rows: lines.iter().map(|line| row(duty, line)).collect(),
        shown: ShownState(tag.to_owned()),
        find: filter.words.clone(),
        paging: paging(PATH, &query, asked.at(), A_PAGE, total),
        may_choose: matches!(
            of,
            FeedbackOf::Waiting | FeedbackOf::Dissatisfied | FeedbackOf::Late
        ),
        is_province: duty.is_provincial(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/feedback`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show_list(&duty, &asked, None).await
}

/// `POST /desk/feedback`: receipts of all that were chosen, all or none.
pub(super) async fn confirm_chosen(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let asked = Asked {
        show: sent.text("show").to_owned(),
        ..Asked::default()
    };
    let mut replies = Vec::new();
    for id in sent.all("reply").take(usize::try_from(A_PAGE).unwrap_or(50)) {
        replies.push(seen(&duty, id).await?.reply.id);
    }
    if replies.is_empty() {
        let retry = Retry::mend(duty.words().say("desk-feedback-choose-some"));
        return show_list(&duty, &asked, Some(&retry)).await;
    }
    let receiver = Receiver::from_tag(sent.text("receiver")).unwrap_or(Receiver::HandlingUnit);
    let command = Command::ConfirmReceipt {
        replies,
        receiver,
        how: confirmed_how(&duty, receiver),
        note: String::new(),
    };
    let tag = LISTS
        .into_iter()
        .find(|(_, tag)| *tag == asked.show)
        .map_or("waiting", |(_, tag)| tag);
    let back = format!("{PATH}?show={tag}");
    match duty.give(&sent, command, &back).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&back, Said::FeedbackConfirmed))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show_list(&duty, &asked, Some(&retry)).await,
    }
}

/// An officer of the receiving office says that it is there; everyone else holds the receiver's receipt.
pub(super) fn confirmed_how(duty: &OnDuty, receiver: Receiver) -> ConfirmedHow {
    if receiver == Receiver::ProvincialOffice && duty.is_provincial() {
        ConfirmedHow::Officer
    } else {
        ConfirmedHow::Receipt
    }
}

/// The feedback on a reply, if this officer may see it: of the own office's deputies, the provincial office all. A reply that
/// starts no clock has none.
pub(super) async fn seen(duty: &OnDuty, id: &str) -> Result<FeedbackLine, Ends> {
    let id = ReplyId(id.parse().map_err(|_| duty.not_found())?);
    let found = duty
        .read()
        .await?
        .feedback_line(id)
        .await
        .map_err(|error| duty.unread(&error))?;
    found
        .filter(|line| scope(duty).is_none_or(|office| office == line.reply.office_id))
        .filter(|line| line.reply.form == ReplyForm::Written && line.reply.state != ReplyState::Mistaken)
        .ok_or_else(|| duty.not_found())
}

fn given_said(duty: &OnDuty, feedback: &Feedback) -> String {
    let words = duty.words();
    let (Some(on), Some(way)) = (feedback.given_on, feedback.way) else {
        return String::new();
    };
    let args = Args::new()
        .text("on", day_with_year(words, on))
        .text("way", way_word(way, words))
        .number("count", feedback.changes);
    let key = if feedback.changes == 0 {
        "desk-feedback-given"
    } else {
        "desk-feedback-given-changed"
    };
    words.say_with(key, &args)
}

fn receiver_lines(duty: &OnDuty, line: &FeedbackLine, row: Option<&FeedbackReceiver>) -> Vec<String> {
    let words = duty.words();
    let mut said = Vec::new();
    let Some(row) = row else { return said };
    let at = |at: i64| Args::new().text("at", duty.moment(at).shown);
    if let (Some(sent_at), Some(way)) = (row.sent_at, row.sent_way) {
        let key = match way {
            SentWay::Mail => "desk-feedback-line-sent-mail",
            SentWay::Hand => "desk-feedback-line-sent-hand",
            SentWay::Desk => "desk-feedback-line-sent-desk",
        };
        said.push(words.say_with(key, &at(sent_at)));
    }
    if let Some(on) = row.declared_on {
        let args = Args::new().text("on", day_with_year(words, on));
        said.push(words.say_with("desk-feedback-line-declared", &args));
    }
    if let (Some(confirmed_at), Some(how)) = (row.confirmed_at, row.confirmed_how) {
        let args = at(confirmed_at).text("how", how.tag());
        said.push(words.say_with("desk-feedback-line-confirmed", &args));
    }
    if !row.note.is_empty() {
        let args = Args::new().text("note", row.note.as_str());
        said.push(words.say_with("desk-feedback-line-note", &args));
    }
    if row.next_try_at.is_some() {
        said.push(words.say("desk-feedback-line-mail-next"));
    }
    if row.receiver == Receiver::HandlingUnit && row.sent_at.is_none() && is_sealed(duty, line) {
        said.push(words.say("desk-feedback-line-sealed"));
    }
    said
}

/// A verdict was given that the handling unit doesn't get yet.
fn is_sealed(duty: &OnDuty, line: &FeedbackLine) -> bool {
    let given = line.feedback.as_ref();
    duty.web.0.rules.sealing == Sealing::Sealed
        && given.is_some_and(|it| it.opinion().is_some() && it.released_at.is_none())
}

fn receiver_view(duty: &OnDuty, line: &FeedbackLine, receiver: Receiver, may_act: bool) -> ReceiverView {
    let words = duty.words();
    let row = match receiver {
        Receiver::ProvincialOffice => line.province.as_ref(),
        Receiver::HandlingUnit => line.unit.as_ref(),
    };
    let state = row.map_or(ReceiverState::NotSent, |row| row.state);
    let is_given = line.feedback.as_ref().is_some_and(|it| it.way.is_some());
    let has_opinion = line.feedback.as_ref().is_some_and(|it| it.opinion().is_some());
    let is_confirmed = state == ReceiverState::Confirmed;
    let sealed = receiver == Receiver::HandlingUnit && is_sealed(duty, line);
    ReceiverView {
        tag: receiver.tag(),
        name: match receiver {
            Receiver::ProvincialOffice => words.say("receiver-province"),
            Receiver::HandlingUnit => line.unit_name.clone(),
        },
        state: receiver_said(duty, row),
        lines: receiver_lines(duty, line, row),
        trouble: trouble_of(duty, row),
        is_confirmed,
        may_send: may_act && has_opinion && state == ReceiverState::NotSent && !sealed,
        may_confirm: may_act && is_given && !is_confirmed,
        is_own: confirmed_how(duty, receiver) == ConfirmedHow::Officer,
    }
}

fn history_line(duty: &OnDuty, version: &FeedbackVersion) -> String {
    let words = duty.words();
    let opinion = match (version.handling, version.reply) {
        (Some(handling), Some(reply)) => {
            format!("{}/{}", verdict_word(handling, words), verdict_word(reply, words))
        }
        _ => words.say("opinion-told"),
    };
    let reasons = match version.reasons.as_str() {
        "" => "none",
        reasons => reasons,
    };
    let args = Args::new()
        .text("at", duty.moment(version.replaced_at).shown)
        .text("opinion", opinion)
        .text("reasons", reasons);
    words.say_with("desk-feedback-history-line", &args)
}

/// What stands in the form: what was typed, else what was given.
fn form_of(opinion: Option<Opinion>, rehandling: bool) -> FeedbackForm {
    match opinion {
        Some(opinion) => FeedbackForm {
            handling: opinion.handling.tag().to_owned(),
            reply: opinion.reply.tag().to_owned(),
            reasons: opinion.reasons,
            rehandling,
            on: String::new(),
        },
        None => FeedbackForm::default(),
    }
}

pub(super) async fn show(
    duty: &OnDuty,
    id: &str,
    said: Option<&str>,
    typed: Option<FeedbackForm>,
    retry: Option<&Retry>,
) -> Answered {
    let words = duty.words();
    let line = seen(duty, id).await?;
    let mut reading = duty.read().await?;
    let history = reading
        .feedback_history(line.reply.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    let deputy = line.reply.deputy_id;
    let deputy_code = duty
        .look(&mut reading, |world| Ok(world.deputy(&deputy)?.code.clone()))
        .await?;
    drop(reading);
    let may_act = matches!(line.reply.state, ReplyState::Awaiting | ReplyState::Given);
    let feedback = line.feedback.as_ref();
    let wanted = feedback.is_some_and(|it| it.rehandling == RehandlingWish::Wanted);
    let opinion = feedback.and_then(Feedback::opinion);
    let page = FeedbackPage {
        words,
        desk: duty.frame(DeskPlace::Feedback, &format!("{PATH}/{id}"), said, retry),
        id: line.reply.id.0,
        suggestion: line.reply.suggestion_id.0,
        number: line.number.clone(),
        title: line.title.clone(),
        deputy: line.deputy_name.clone(),
        deputy_code,
        unit: line.unit_name.clone(),
        received: line
            .reply
            .received_on
            .map(|on| day_with_year(words, on))
            .unwrap_or_default(),
        days: match (line.reply.nominal_on, line.reply.due_on) {
            (Some(nominal), Some(due)) => {
                super::suggestion::days(duty, nominal, due, line.reply.is_provisional)
            }
            _ => String::new(),
        },
        is_late: is_overdue(duty, &line),
        opinion: opinion_word(feedback, words),
        given: feedback.map(|it| given_said(duty, it)).unwrap_or_default(),
        reasons: feedback.map(|it| it.reasons.clone()).unwrap_or_default(),
        wants_rehandling: wanted,
        history: history.iter().map(|it| history_line(duty, it)).collect(),
        receivers: Receiver::ALL
            .iter()
            .map(|receiver| receiver_view(duty, &line, *receiver, may_act))
            .collect(),
        proofs: feedback
            .map(|it| it.proofs.iter().map(|id| id.0).collect())
            .unwrap_or_default(),
        may_act,
        may_release: may_act && is_sealed(duty, &line),
        may_rehandle: may_act && feedback.is_some_and(Feedback::is_dissatisfied),
        typed: typed.unwrap_or_else(|| form_of(opinion, wanted)),
        today: day_of(duty.now()).to_string(),
        earliest: line
            .reply
            .received_on
            .map(|on| on.to_string())
            .unwrap_or_default(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/feedback/REPLY`
pub(super) async fn page(duty: OnDuty, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &id, Some(&asked.said), None, None).await
}

/// `GET /desk/feedback/REPLY/slip?format=pdf|docx`
pub(super) async fn slip(duty: OnDuty, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answered {
    let id = seen(&duty, &id).await?.reply.id;
    let mut reading = duty.read().await?;
    let slip = duty.look(&mut reading, |world| read_slip(world, id)).await?;
    drop(reading);
    let words = duty.words();
    let (kind, ending, bytes) = match asked.format.as_str() {
        "pdf" => (
            "application/pdf",
            "pdf",
            duty.print(slip_order(&slip, words)).await?,
        ),
        "docx" => {
            let made = slip_docx(&slip, words).map_err(|error| {
                tracing::error!(%error, "a slip can't be made");
                duty.sorry(Sorry::Unavailable)
            })?;
            (
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "docx",
                made,
            )
        }
        _ => return Err(duty.not_found()),
    };
    let args = Args::new()
        .text("number", slip.number.as_str())
        .text("ending", ending);
    let named = words.say_with("slip-file-name", &args);
    Ok(as_file(kind, &attached(&format!("slip.{ending}"), &named), bytes))
}

/// `GET /desk/feedback/REPLY/proof/FILE`
pub(super) async fn proof(duty: OnDuty, Path((id, file)): Path<(String, String)>) -> Answered {
    let line = seen(&duty, &id).await?;
    let file = FileId(file.parse().map_err(|_| duty.not_found())?);
    if !line.feedback.is_some_and(|it| it.proofs.contains(&file)) {
        return Err(duty.not_found());
    }
    kept_file(&duty, file).await
}
