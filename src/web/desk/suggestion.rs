//! One suggestion at the desk: its whole life, and every act upon it.

use axum::Form;
use axum::extract::{Path, Query};
use axum::response::Response;

use crate::domain::command::Command;
use crate::domain::deadline::DeadlineRule;
use crate::domain::feedback::{Feedback, FeedbackWay, Receiver};
use crate::domain::ids::{DeputyId, HandlingUnitId, SuggestionId};
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::command::SuggestionCommand;
use crate::domain::suggestion::life::{life_of, with_units};
use crate::domain::suggestion::reply::{Clearness, Reply, ReplyState};
use crate::domain::suggestion::{
    Openness, Suggestion, SuggestionAct, SuggestionEvent, SuggestionKind, SuggestionState,
};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, World};
use crate::text::feedback_words::{opinion_word, way_word};
use crate::text::suggestion_words::{
    form_word, kind_word, role_word, session_words, source_word, state_word,
};
use crate::text::{Args, Words};
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{
    AssignmentView, DeskPlace, EventRow, ReplyView, Said, SuggestionForm, SuggestionPage, UnitChoice,
};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};
use super::suggestions::{PATH, fields_of, form_of, scope, show_form};

/// A suggestion with all that belongs to it.
pub(super) struct Whole {
    pub(super) row: Suggestion,
    deputy: (String, String),
    names: Vec<String>,
    assignments: Vec<(Assignment, String)>,
    pub(super) replies: Vec<Reply>,
    feedbacks: Vec<Feedback>,
}

fn whole(world: &World, id: SuggestionId) -> Deciding<Whole> {
    let names = ListKey::Names(id);
    world.want([Key::Suggestion(id), Key::List(names.clone())])?;
    let (assignments, replies) = life_of(world, id)?;
    let row = world.suggestion(&id)?.clone();
    let names: Vec<DeputyId> = world.list(&names)?.ids.iter().map(|id| DeputyId(*id)).collect();
    world.want(names.iter().chain([&row.deputy_id]).map(|id| Key::Deputy(*id)))?;
    let deputy = world.deputy(&row.deputy_id)?;
    world.want(replies.iter().map(|reply| Key::Feedback(reply.id)))?;
    let mut feedbacks = Vec::new();
    for reply in &replies {
        feedbacks.extend(world.find_feedback(&reply.id)?.cloned());
    }
    Ok(Whole {
        feedbacks,
        deputy: (deputy.name.clone(), deputy.code.clone()),
        names: names
            .iter()
            .map(|id| Ok(world.deputy(id)?.name.clone()))
            .collect::<Deciding<_>>()?,
        assignments: with_units(world, &assignments)?,
        replies: replies.into_iter().cloned().collect(),
        row,
    })
}

pub(super) fn id_of(duty: &OnDuty, id: &str) -> Result<SuggestionId, Ends> {
    id.parse().map(SuggestionId).map_err(|_| duty.not_found())
}

/// The suggestion, if this officer may see it: of the own office's deputies, the provincial office all; nobody a draft.
pub(super) async fn seen(duty: &OnDuty, id: &str) -> Result<Whole, Ends> {
    let id = id_of(duty, id)?;
    let mut reading = duty.read().await?;
    let found = duty.look(&mut reading, |world| whole(world, id)).await?;
    let is_own = scope(duty).is_none_or(|office| office == found.row.office_id);
    if !is_own || found.row.state == SuggestionState::Draft {
        return Err(duty.not_found());
    }
    Ok(found)
}

pub(super) fn days(
    duty: &OnDuty,
    nominal: chrono::NaiveDate,
    due: chrono::NaiveDate,
    is_provisional: bool,
) -> String {
    let words = duty.words();
    let args = Args::new()
        .text("nominal", day_with_year(words, nominal))
        .text("due", day_with_year(words, due));
    let key = if nominal == due {
        "suggestion-days-one"
    } else {
        "suggestion-days"
    };
    let mut said = words.say_with(key, &args);
    if is_provisional {
        said.push_str(&words.say("desk-suggestion-provisional"));
    }
    said
}

fn reply_view(duty: &OnDuty, found: &Whole, reply: &Reply) -> ReplyView {
    let words = duty.words();
    let day = |on| day_with_year(words, on);
    let args = Args::new()
        .text("received", reply.received_on.map(day).unwrap_or_default())
        .text("source", source_word(reply.source, words))
        .text("form", form_word(reply.form, words));
    let mut said = words.say_with(&format!("desk-reply-{}", reply.state.tag()), &args);
    if !reply.class.is_empty() {
        let args = Args::new().text("class", reply.class.as_str());
        said.push_str(&words.say_with("desk-reply-class", &args));
    }
    if !reply.document_number.is_empty() {
        let args = Args::new().text("document", reply.document_number.as_str());
        said.push_str(&words.say_with("desk-reply-document", &args));
    }
    let due = match (reply.state, reply.nominal_on, reply.due_on) {
        (ReplyState::Awaiting, Some(nominal), Some(due)) => {
            let days = days(duty, nominal, due, reply.is_provisional);
            words.say_with("desk-suggestion-feedback-due", &Args::new().text("days", days))
        }
        _ => String::new(),
    };
    let several = reply.candidates.len() > 1;
    ReplyView {
        id: reply.id.0,
        said,
        is_late: !due.is_empty() && reply.due_on.is_some_and(|on| on < day_of(duty.now())),
        due,
        candidates: reply
            .candidates
            .iter()
            .filter(|_| several)
            .map(|candidate| {
                let args = Args::new()
                    .text("on", day(candidate.on))
                    .text("source", source_word(candidate.source, words));
                words.say_with("desk-suggestion-candidate", &args)
            })
            .collect(),
        unclear: match reply.clearness {
            Clearness::Several | Clearness::Guessed => {
                words.say(&format!("desk-suggestion-unclear-{}", reply.clearness.tag()))
            }
            Clearness::Single | Clearness::Cleared => String::new(),
        },
        proof: reply.proof_file_id.map(|id| id.0),
        feedback: match reply.state {
            ReplyState::Awaiting | ReplyState::Given => {
                let feedback = found.feedbacks.iter().find(|it| it.reply_id == reply.id);
                let args = Args::new().text("opinion", opinion_word(feedback, words));
                words.say_with("desk-feedback-see", &args)
            }
            ReplyState::Withdrawn | ReplyState::Oral | ReplyState::Mistaken => String::new(),
        },
        may_clear: reply.state == ReplyState::Awaiting,
        received_on: reply.received_on.map(|on| on.to_string()).unwrap_or_default(),
    }
}

fn assignment_view(duty: &OnDuty, found: &Whole, row: &Assignment, unit: &str) -> AssignmentView {
    let words = duty.words();
    let is_open = row.state == AssignmentState::Open;
    let due = if is_open {
        let days = days(duty, row.nominal_on, row.due_on, row.is_provisional);
        words.say_with("desk-suggestion-reply-due", &Args::new().text("days", days))
    } else {
        String::new()
    };
    let remark = [
        (
            row.extended_at.is_some(),
            "desk-suggestion-extended",
            &row.extended_why,
        ),
        (
            row.returned_at.is_some(),
            "desk-suggestion-returned",
            &row.returned_why,
        ),
    ]
    .into_iter()
    .filter(|(is, _, _)| *is)
    .map(|(_, key, why)| words.say_with(key, &Args::new().text("why", why.as_str())))
    .collect::<Vec<_>>()
    .join(" ");
    AssignmentView {
        id: row.id.0,
        unit: unit.to_owned(),
        role: role_word(row.role, words),
        state: words.say(&format!("desk-assignment-{}", row.state.tag())),
        handed_out_on: day_with_year(words, row.handed_out_on),
        is_late: is_open && row.due_on < day_of(duty.now()),
        due,
        remark,
        may_extend: is_open && row.rule == DeadlineRule::Reply3m,
        may_return: matches!(row.state, AssignmentState::Open | AssignmentState::Assisting),
        may_reply: matches!(row.state, AssignmentState::Open | AssignmentState::Answered),
        replies: found
            .replies
            .iter()
            .filter(|reply| reply.assignment_id == row.id)
            .map(|reply| reply_view(duty, found, reply))
            .collect(),
    }
}

/// A value of a life's line as people read it.
fn value(duty: &OnDuty, field: &str, value: &str) -> String {
    let words = duty.words();
    match (field, value) {
        (_, "") => words.say("desk-preview-blank"),
        ("is_key", "true") => words.say("cli-yes"),
        ("is_key", _) => words.say("cli-no"),
        ("kind", tag) => {
            SuggestionKind::from_tag(tag).map_or_else(String::new, |kind| kind_word(kind, words))
        }
        ("openness", tag) => match Openness::from_tag(tag) {
            Some(Openness::Unsaid) | None => words.say("desk-preview-blank"),
            Some(openness) => words.say(&format!("desk-suggestion-openness-{}", openness.tag())),
        },
        (_, value) => match value.parse::<chrono::NaiveDate>() {
            Ok(on) => day_with_year(words, on),
            Err(_) => value.to_owned(),
        },
    }
}

/// Which receiver, and what was entered about it: `provincial_office`, or that and `-sent` or `-taken_back`.
fn received_said(event: &SuggestionEvent, unit: &str, words: &Words) -> (String, String) {
    let (tag, done) = event
        .new_value
        .split_once('-')
        .unwrap_or((&event.new_value, "confirmed"));
    let receiver = match Receiver::from_tag(tag) {
        Some(Receiver::ProvincialOffice) => words.say("receiver-province"),
        Some(Receiver::HandlingUnit) => unit.to_owned(),
        None => return (String::new(), String::new()),
    };
    (
        receiver,
        words.say(&format!("feedback-done-{}", done.replace('_', "-"))),
    )
}

fn event_said(duty: &OnDuty, found: &Whole, event: &SuggestionEvent) -> String {
    let words = duty.words();
    let unit = found
        .assignments
        .iter()
        .find(|(row, _)| Some(row.id) == event.assignment_id)
        .map_or("", |(_, name)| name.as_str());
    let field = if event.field.is_empty() || event.field == "state" {
        String::new()
    } else {
        words.say(&format!(
            "desk-suggestion-field-{}",
            event.field.replace('_', "-")
        ))
    };
    let (receiver, done) = received_said(event, unit, words);
    let way = FeedbackWay::from_tag(&event.new_value).map(|way| way_word(way, words));
    let args = Args::new()
        .text("unit", unit)
        .text("receiver", receiver)
        .text("done", done)
        .text("way", way.unwrap_or_default())
        .text("field", field)
        .text("old", value(duty, &event.field, &event.old_value))
        .text("new", value(duty, &event.field, &event.new_value));
    let key = match (event.act, event.field.as_str()) {
        (SuggestionAct::Corrected, "state") => "desk-suggestion-act-taken-back".to_owned(),
        (SuggestionAct::Replied, _) if event.new_value.is_empty() => "desk-suggestion-act-oral".to_owned(),
        (act, _) => format!("desk-suggestion-act-{}", act.tag().replace('_', "-")),
    };
    let said = words.say_with(&key, &args);
    if event.why.is_empty() {
        said
    } else {
        let args = Args::new().text("said", said).text("why", event.why.as_str());
        words.say_with("desk-suggestion-act-why", &args)
    }
}

/// The names of those who did something: officers, and the deputy.
async fn names_of(duty: &OnDuty, events: &[SuggestionEvent]) -> Result<Vec<String>, Ends> {
    let by_administrator = duty.words().say("desk-roster-by-administrator");
    let mut reading = duty.read().await?;
    duty.look(&mut reading, |world| {
        world.want(
            events
                .iter()
                .filter_map(|event| event.account_id)
                .map(Key::Account),
        )?;
        let mut names = Vec::new();
        for event in events {
            let account = match event.account_id {
                Some(id) => world.find_account(&id)?,
                None => None,
            };
            let name = match account.map(|account| (account.officer_id, account.deputy_id)) {
                Some((Some(officer), _)) => world.find_officer(&officer)?.map(|officer| officer.name.clone()),
                Some((None, Some(deputy))) => world.find_deputy(&deputy)?.map(|deputy| deputy.name.clone()),
                _ => None,
            };
            names.push(name.unwrap_or_else(|| by_administrator.clone()));
        }
        Ok(names)
    })
    .await
}

/// All units in being, by name.
pub(super) async fn unit_choices(duty: &OnDuty) -> Result<Vec<UnitChoice>, Ends> {
    let mut reading = duty.read().await?;
    duty.look(&mut reading, |world| {
        let ids: Vec<HandlingUnitId> = world
            .list(&ListKey::HandlingUnits)?
            .ids
            .iter()
            .map(|id| HandlingUnitId(*id))
            .collect();
        world.want(ids.iter().map(|id| Key::HandlingUnit(*id)))?;
        ids.iter()
            .map(|id| {
                Ok(UnitChoice {
                    id: id.0,
                    name: world.handling_unit(id)?.name.clone(),
                })
            })
            .collect()
    })
    .await
}

pub(super) async fn show(duty: &OnDuty, id: &str, said: Option<&str>, retry: Option<&Retry>) -> Answered {
    let words = duty.words();
    let found = seen(duty, id).await?;
    let row = &found.row;
    let events = duty
        .read()
        .await?
        .suggestion_events(row.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    let names = names_of(duty, &events).await?;
    let page = SuggestionPage {
        words,
        desk: duty.frame(DeskPlace::Suggestions, &format!("{PATH}/{id}"), said, retry),
        id: row.id.0,
        number: row.number.clone(),
        title: row.title.clone(),
        kind: kind_word(row.kind, words),
        session: session_words(row.session, words),
        state: state_word(row.state, words),
        is_key: row.is_key,
        is_open: row.state.is_open(),
        deputy: found.deputy.0.clone(),
        deputy_code: found.deputy.1.clone(),
        names: found.names.join(&words.say("suggestion-joiner")),
        raised_on: row
            .raised_on
            .map(|on| day_with_year(words, on))
            .unwrap_or_default(),
        withdrawn_why: row.withdrawn_why.clone(),
        texts: [
            ("desk-suggestion-situation", &row.situation),
            ("desk-suggestion-analysis", &row.analysis),
            ("desk-suggestion-proposals", &row.proposals),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| (words.say(key), text.clone()))
        .collect(),
        assignments: found
            .assignments
            .iter()
            .map(|(row, unit)| assignment_view(duty, &found, row, unit))
            .collect(),
        events: events
            .iter()
            .zip(names)
            .map(|(event, by)| EventRow {
                at: duty.moment(event.at),
                by,
                said: event_said(duty, &found, event),
            })
            .collect(),
        units: unit_choices(duty).await?,
        today: day_of(duty.now()).to_string(),
        classes: duty.web.0.rules.reply_classes.clone(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/suggestions/ID`
pub(super) async fn page(duty: OnDuty, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &id, Some(&asked.said), None).await
}

fn correct_path(id: &str) -> (String, String) {
    (format!("{PATH}/{id}/correct"), format!("{PATH}/{id}"))
}

/// `GET /desk/suggestions/ID/correct`
pub(super) async fn correct_form(duty: OnDuty, Path(id): Path<String>) -> Answered {
    let found = seen(&duty, &id).await?;
    let row = found.row;
    let form = SuggestionForm {
        number: row.number,
        session: row.session.tag(),
        is_motion: row.kind == SuggestionKind::Motion,
        title: row.title,
        to: found.deputy.1,
        names: found.names.join("、"),
        raised_on: row.raised_on.map(|on| on.to_string()).unwrap_or_default(),
        is_key: row.is_key,
        situation: row.situation,
        analysis: row.analysis,
        proposals: row.proposals,
        openness: row.openness.tag().to_owned(),
        why: String::new(),
    };
    let (action, back) = correct_path(&id);
    show_form(&duty, action, back, form, true, None).await
}

/// `POST /desk/suggestions/ID/correct`
pub(super) async fn correct(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let suggestion = seen(&duty, &id).await?.row.id;
    let form = form_of(&sent);
    let again = async |form: SuggestionForm, retry: Retry| -> Result<Response, Ends> {
        let (action, back) = correct_path(&id);
        show_form(&duty, action, back, form, true, Some(&retry)).await
    };
    let fields = match fields_of(&duty, &form).await? {
        Ok(fields) => fields,
        Err(said) => return again(form, Retry::mend(said)).await,
    };
    let command = SuggestionCommand::Correct {
        suggestion,
        fields: Box::new(fields),
        why: form.why.clone(),
    };
    let back = format!("{PATH}/{suggestion}");
    match duty.give(&sent, Command::Suggestion(command), &back).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&back, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => again(form, retry).await,
    }
}
