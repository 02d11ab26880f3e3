//! 议案建议 at the desk: the register by state and words, what is due, and entering a suggestion.

use std::collections::HashMap;

use axum::Form;
use axum::extract::Query;
use chrono::{Days, NaiveDate};

use crate::domain::answer::Answer;
use crate::domain::calendar::written_day;
use crate::domain::command::Command;
use crate::domain::ids::{DeputyId, HandlingUnitId, OfficeId};
use crate::domain::suggestion::assignment::AssignmentState;
use crate::domain::suggestion::command::{SuggestionCommand, SuggestionFields};
use crate::domain::suggestion::{CongressSession, Openness, SuggestionKind, SuggestionState};
use crate::domain::time::day_of;
use crate::store::{Due, DueOf, SuggestionFilter, SuggestionLine};
use crate::text::Args;
use crate::text::suggestion_words::{role_word, state_word};
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{
    DeskPlace, DuePage, DueRow, ShownState, SuggestionForm, SuggestionFormPage, SuggestionRow,
    SuggestionsPage,
};

use super::form::{Retry, Sent};
use super::letters::{choices, chosen, paging};
use super::officer::{Answered, Asked, Ends, Given, OnDuty};

/// Where the register is.
pub(super) const PATH: &str = "/desk/suggestions";
/// Suggestions on a page.
const A_PAGE: i64 = 50;
/// What is due within these days is shown, and what is late.
const DAYS_AHEAD: u64 = 60;
/// Lines of what is due.
const MOST_DUE: i64 = 1_000;

/// The office whose deputies' suggestions an officer sees; none: all.
pub(super) fn scope(duty: &OnDuty) -> Option<OfficeId> {
    (!duty.is_provincial()).then_some(duty.office.id)
}

fn row(duty: &OnDuty, line: &SuggestionLine) -> SuggestionRow {
    let words = duty.words();
    let joiner = words.say("suggestion-joiner");
    let units: Vec<String> = line
        .units
        .iter()
        .filter(|unit| unit.state != AssignmentState::Returned)
        .map(|unit| {
            let args = Args::new()
                .text("unit", unit.name.as_str())
                .text("role", role_word(unit.role, words));
            words.say_with("desk-suggestion-unit-role", &args)
        })
        .collect();
    let due = line
        .units
        .iter()
        .filter(|unit| unit.state == AssignmentState::Open)
        .map(|unit| unit.due_on)
        .min();
    SuggestionRow {
        id: line.suggestion.id.0,
        number: line.suggestion.number.clone(),
        title: line.suggestion.title.clone(),
        deputy: line.deputy_name.clone(),
        units: units.join(&joiner),
        state: state_word(line.suggestion.state, words),
        due: due.map(|on| day_with_year(words, on)).unwrap_or_default(),
        is_late: due.is_some_and(|on| on < day_of(duty.now())),
    }
}

/// `GET /desk/suggestions`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let words = duty.words();
    let state = SuggestionState::from_tag(&asked.show).filter(|state| *state != SuggestionState::Draft);
    let filter = SuggestionFilter {
        office: scope(&duty),
        state,
        deputy: None,
        unit: asked.unit.parse().ok().map(HandlingUnitId),
        words: asked.find.trim().chars().take(60).collect(),
    };
    let mut reading = duty.read().await?;
    let counts: HashMap<SuggestionState, i64> = reading
        .suggestion_counts(filter.office)
        .await
        .map_err(|error| duty.unread(&error))?
        .into_iter()
        .collect();
    let (lines, total) = reading
        .suggestions(&filter, asked.at(), A_PAGE)
        .await
        .map_err(|error| duty.unread(&error))?;
    let all: i64 = counts
        .iter()
        .filter(|(state, _)| **state != SuggestionState::Draft)
        .map(|(_, count)| count)
        .sum();
    let sentence = |state: Option<SuggestionState>, count: i64| {
        let args = Args::new().number("count", count).text(
            "state",
            state.map(|state| state_word(state, words)).unwrap_or_default(),
        );
        words.say_with(
            match state {
                Some(_) => "desk-suggestions-in-state",
                None => "desk-suggestions-all",
            },
            &args,
        )
    };
    let mut filters = Vec::new();
    if state.is_some() {
        filters.push((String::new(), sentence(None, all)));
    }
    for other in SuggestionState::ALL {
        let count = counts.get(other).copied().unwrap_or(0);
        if Some(*other) != state && *other != SuggestionState::Draft && count > 0 {
            filters.push((other.tag().to_owned(), sentence(Some(*other), count)));
        }
    }
    let tag = state.map_or("", SuggestionState::tag);
    let mut query = format!("show={tag}&");
    if !asked.unit.is_empty() {
        query.push_str(&format!("unit={}&", filter.unit.map_or(0, |unit| unit.0)));
    }
    if !filter.words.is_empty() {
        let words: String = url::form_urlencoded::byte_serialize(filter.words.as_bytes()).collect();
        query.push_str(&format!("find={words}&"));
    }
    let page = SuggestionsPage {
        words,
        desk: duty.frame(DeskPlace::Suggestions, PATH, Some(&asked.said), None),
        heading: sentence(state, total),
        filters,
        rows: lines.iter().map(|line| row(&duty, line)).collect(),
        shown: ShownState(tag.to_owned()),
        find: filter.words.clone(),
        paging: paging(PATH, &query, asked.at(), A_PAGE, total),
    };
    Ok(OnDuty::page(&page, None))
}

/// `GET /desk/suggestions/due`
pub(super) async fn due(duty: OnDuty) -> Answered {
    let words = duty.words();
    let today = day_of(duty.now());
    let until = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
    let lines = duty
        .read()
        .await?
        .due(
            scope(&duty).map_or(DueOf::Province, DueOf::Office),
            until,
            MOST_DUE,
        )
        .await
        .map_err(|error| duty.unread(&error))?;
    let page = DuePage {
        words,
        desk: duty.frame(DeskPlace::Suggestions, PATH, None, None),
        rows: lines
            .into_iter()
            .map(|line| DueRow {
                href: match &line.due {
                    Due::Inquiry(inquiry) => format!("/desk/inquiries/{}", inquiry.id),
                    Due::Reply(_) | Due::Feedback(_) => {
                        format!("/desk/suggestions/{}", line.suggestion.map_or(0, |id| id.0))
                    }
                },
                what: words.say(match line.due {
                    Due::Reply(_) => "desk-suggestion-due-reply",
                    Due::Feedback(_) => "desk-suggestion-due-feedback",
                    Due::Inquiry(_) => "desk-suggestion-due-inquiry",
                }),
                due: day_with_year(words, line.due.on()),
                is_late: line.due.on() < today,
                is_provisional: line.due.is_provisional(),
                number: line.number,
                title: line.title,
                deputy: line.deputy_name,
                unit: line.unit_name,
            })
            .collect(),
    };
    Ok(OnDuty::page(&page, None))
}

/// What stands in a form that was sent.
pub(super) fn form_of(sent: &Sent) -> SuggestionForm {
    let text = |name| sent.text(name).to_owned();
    SuggestionForm {
        number: text("number"),
        session: text("session"),
        is_motion: sent.text("kind") == "motion",
        title: text("title"),
        to: text("to"),
        names: text("names"),
        raised_on: text("raised_on"),
        is_key: sent.text("key") == "yes",
        situation: text("situation"),
        analysis: text("analysis"),
        proposals: text("proposals"),
        openness: text("openness"),
        why: text("why"),
    }
}

/// The form as fields of a command; else the reason why not, in words.
pub(super) async fn fields_of(
    duty: &OnDuty,
    form: &SuggestionForm,
) -> Result<Result<SuggestionFields, String>, Ends> {
    let words = duty.words();
    let Some(session) = CongressSession::read(&form.session) else {
        return Ok(Err(words.say("desk-suggestion-session-unreadable")));
    };
    let raised_on: Option<NaiveDate> = match form.raised_on.as_str() {
        "" => None,
        text => match written_day(text) {
            Ok(day) => Some(day),
            Err(_) => {
                let args = Args::new().text("found", text);
                return Ok(Err(words.say_with("desk-suggestion-day-unreadable", &args)));
            }
        },
    };
    let mut reading = duty.read().await?;
    let all = choices(duty, &mut reading).await?;
    let mut ids: Vec<DeputyId> = Vec::new();
    let names = form
        .names
        .split(['、', ',', '，'])
        .map(str::trim)
        .filter(|name| !name.is_empty());
    for typed in std::iter::once(form.to.as_str()).chain(names) {
        let found = match chosen(&all, typed) {
            Some(choice) => {
                duty.look(&mut reading, |world| world.deputy_coded(&choice.code))
                    .await?
            }
            // Who raises a suggestion need not have an account here.
            None => {
                let code = typed.to_uppercase();
                duty.look(&mut reading, |world| world.deputy_coded(&code)).await?
            }
        };
        let Some(id) = found else {
            let args = Args::new().text("found", typed);
            return Ok(Err(words.say_with("desk-suggestion-deputy-unknown", &args)));
        };
        ids.push(id);
    }
    let deputy = ids.remove(0);
    Ok(Ok(SuggestionFields {
        session,
        number: form.number.clone(),
        kind: if form.is_motion {
            SuggestionKind::Motion
        } else {
            SuggestionKind::Suggestion
        },
        title: form.title.clone(),
        situation: form.situation.clone(),
        analysis: form.analysis.clone(),
        proposals: form.proposals.clone(),
        deputy,
        names: ids,
        raised_on,
        is_key: form.is_key,
        openness: Openness::from_tag(&form.openness).unwrap_or(Openness::Unsaid),
    }))
}

/// The form, blank, or again with the reason.
pub(super) async fn show_form(
    duty: &OnDuty,
    action: String,
    back: String,
    form: SuggestionForm,
    is_correction: bool,
    retry: Option<&Retry>,
) -> Answered {
    let mut reading = duty.read().await?;
    let page = SuggestionFormPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Suggestions, &action, None, retry),
        action,
        back,
        is_correction,
        form,
        deputies: choices(duty, &mut reading).await?,
    };
    Ok(OnDuty::page(&page, retry))
}

fn new_path() -> String {
    format!("{PATH}/new")
}

/// `GET /desk/suggestions/new`
pub(super) async fn form(duty: OnDuty) -> Answered {
    show_form(
        &duty,
        new_path(),
        PATH.to_owned(),
        SuggestionForm::default(),
        false,
        None,
    )
    .await
}

/// `POST /desk/suggestions/new`
pub(super) async fn enter(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let form = form_of(&sent);
    let fields = match fields_of(&duty, &form).await? {
        Ok(fields) => fields,
        Err(said) => {
            let retry = Retry::mend(said);
            return show_form(&duty, new_path(), PATH.to_owned(), form, false, Some(&retry)).await;
        }
    };
    let command = Command::Suggestion(SuggestionCommand::Enter(Box::new(fields)));
    match duty.give(&sent, command, PATH).await {
        Given::Taken(Answer::Suggestion(id)) => Ok(duty.led(&sent, &format!("{PATH}/{id}"))),
        Given::Taken(_) => Ok(duty.led(&sent, PATH)),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show_form(&duty, new_path(), PATH.to_owned(), form, false, Some(&retry)).await,
    }
}
