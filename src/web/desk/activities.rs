//! 集体活动 at the desk: entering what several deputies did together, who of them has confirmed, and taking back what was
//! entered wrongly.

use axum::Form;
use axum::extract::{Path, Query};

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::duty_record::{DutyRecord, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::ActivityId;
use crate::domain::people::Deputy;
use crate::domain::record::Activity;
use crate::domain::record::activity::{ActivityFault, ActivityFields, CATEGORIES, participants};
use crate::domain::record::command::RecordCommand;
use crate::domain::refusal::Refusal;
use crate::domain::world::Key;
use crate::flows::enter_activity::roster_of;
use crate::flows::keep_record::read_day;
use crate::store::{Reading, RecordLine};
use crate::text::activity_words::activity_fault;
use crate::text::record_words::{category_word, field_label, gist, office_state_word};
use crate::web::pages::desk::{
    ActivitiesPage, ActivityForm, ActivityFormPage, ActivityPage, ActivityPerson, ActivityRow, DeputyChoice,
    DeskPlace, Said,
};

use super::form::{Retry, Sent};
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};
use super::records::days;

const PATH: &str = "/desk/activities";
const NEW: &str = "/desk/activities/new";

/// `GET /desk/activities`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    let words = duty.words();
    let lines = duty
        .read()
        .await?
        .activities_of_office(duty.office.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    let page = ActivitiesPage {
        words,
        desk: duty.frame(DeskPlace::Activities, PATH, Some(&asked.said), None),
        rows: lines
            .iter()
            .map(|line| ActivityRow {
                id: line.activity.id.0,
                day: days(&duty, &line.activity.record),
                category: category_word(words, line.activity.record.category),
                topic: gist(&line.activity.record),
                place: line.activity.record.place.clone(),
                participants: line.activity.participants,
                confirmed: line.confirmed,
                waiting: line.waiting,
                is_withdrawn: line.activity.withdrawn_at.is_some(),
            })
            .collect(),
    };
    Ok(OnDuty::page(&page, None))
}

async fn roster(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<Deputy>, Ends> {
    let office = duty.office.id;
    duty.look(reading, |world| roster_of(world, office)).await
}

fn typed(sent: &Sent) -> ActivityForm {
    let text = |name: &str, most: usize| sent.text(name).chars().take(most).collect();
    ActivityForm {
        category: text("category", 4),
        on: text("on", 40),
        until: text("until", 40),
        place: text("place", 600),
        topic: text("topic", 600),
        host: text("host", 600),
        matters: text("matters", 600),
        people: text("people", 20_000),
    }
}

async fn form_page(
    duty: &OnDuty,
    form: ActivityForm,
    faults: Vec<String>,
    looks_same: bool,
    retry: Option<&Retry>,
) -> Answered {
    let words = duty.words();
    let mut reading = duty.read().await?;
    let people = roster(duty, &mut reading).await?;
    drop(reading);
    let page = ActivityFormPage {
        words,
        desk: duty.frame(DeskPlace::Activities, NEW, None, retry),
        faults,
        form,
        categories: CATEGORIES
            .map(|category| (category.number().to_string(), category_word(words, category)))
            .to_vec(),
        deputies: people
            .into_iter()
            .filter(|deputy| deputy.gone_at.is_none())
            .map(|deputy| DeputyChoice {
                code: deputy.code,
                name: deputy.name,
                electing_unit: String::new(),
            })
            .collect(),
        looks_same,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/activities/new`
pub(super) async fn form(duty: OnDuty) -> Answered {
    let form = ActivityForm {
        category: DutyCategory::Inspection.number().to_string(),
        ..ActivityForm::default()
    };
    form_page(&duty, form, Vec::new(), false, None).await
}

/// The fields of the form, or all that is wrong with them, in words.
fn fields(
    duty: &OnDuty,
    form: &ActivityForm,
    people: &[Deputy],
    anyway: bool,
) -> Result<ActivityFields, Vec<String>> {
    let words = duty.words();
    let now = duty.now();
    let mut faults = Vec::new();
    let unread = |what: &str| {
        let args = crate::text::Args::new().text("said", what.to_owned());
        words.say_with("desk-activity-day-unread", &args)
    };
    let on = read_day(&form.on, now);
    if on.is_none() {
        faults.push(unread(&form.on));
    }
    let until_on = match form.until.as_str() {
        "" => None,
        text => {
            let until = read_day(text, now);
            if until.is_none() {
                faults.push(unread(text));
            }
            until
        }
    };
    let category = form.category.parse().ok().and_then(DutyCategory::from_number);
    let (deputies, unread_people) = participants(&form.people, people);
    let fields = ActivityFields {
        office: duty.office.id,
        // Neither of them is entered for several at once: a choice that can't be read ends as a fault.
        category: category.unwrap_or(DutyCategory::SuggestionHandling),
        on: on.unwrap_or_default(),
        until_on,
        place: form.place.clone(),
        topic: form.topic.clone(),
        host: form.host.clone(),
        matters: form.matters.clone(),
        deputies,
        anyway,
    };
    let today = crate::domain::time::day_of(now);
    let of_fields = fields
        .faults(today)
        .into_iter()
        .filter(|fault| on.is_some() || *fault != ActivityFault::DaysWrong);
    faults.extend(
        of_fields
            .chain(unread_people)
            .map(|fault| activity_fault(words, &fault)),
    );
    match faults.is_empty() {
        true => Ok(fields),
        false => Err(faults),
    }
}

/// `POST /desk/activities/new`
pub(super) async fn enter(duty: OnDuty, Form(fields_sent): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields_sent)?;
    let form = typed(&sent);
    let mut reading = duty.read().await?;
    let people = roster(&duty, &mut reading).await?;
    drop(reading);
    let anyway = sent.text("anyway") == "yes";
    let fields = match fields(&duty, &form, &people, anyway) {
        Ok(fields) => fields,
        Err(faults) => {
            let retry = Retry::mend(String::new());
            return form_page(&duty, form, faults, anyway, Some(&retry)).await;
        }
    };
    let same = duty.refused(Refusal::ActivitySame).said;
    let command = Command::Record(RecordCommand::EnterActivity(fields));
    match duty.give(&sent, command, PATH).await {
        Given::Taken(Answer::Activity { activity, .. }) => Ok(duty.led(
            &sent,
            &saying(&format!("{PATH}/{activity}"), Said::ActivityEntered),
        )),
        Given::Taken(_) => Ok(duty.led(&sent, &saying(PATH, Said::Saved))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => {
            let looks_same = retry.said == same;
            form_page(&duty, form, Vec::new(), looks_same, Some(&retry)).await
        }
    }
}

/// An activity that the own office entered, or one of an office that it steers.
async fn activity_of(duty: &OnDuty, reading: &mut Reading, id: &str) -> Result<Activity, Ends> {
    let id = ActivityId(id.parse().map_err(|_| duty.not_found())?);
    let office = &duty.office;
    duty.look(reading, |world| {
        let activity = world.activity(&id)?;
        if steers(office, activity.office_id) {
            Ok(activity.clone())
        } else {
            Err(Refusal::NotYours.into())
        }
    })
    .await
}

fn columns(duty: &OnDuty, record: &DutyRecord) -> Vec<(String, String)> {
    let words = duty.words();
    let mut columns = vec![
        (
            words.say("desk-records-category"),
            category_word(words, record.category),
        ),
        (words.say("field-on"), days(duty, record)),
    ];
    for field in record.category.fields() {
        let value = record.column_text(*field);
        if !value.is_empty() {
            columns.push((field_label(words, record.category, *field), value));
        }
    }
    columns
}

async fn show(duty: &OnDuty, id: &str, said: &str, retry: Option<&Retry>) -> Answered {
    let words = duty.words();
    let mut reading = duty.read().await?;
    let activity = activity_of(duty, &mut reading, id).await?;
    let lines: Vec<RecordLine> = reading
        .records_of_activity(activity.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    let unbound: Vec<bool> = duty
        .look(&mut reading, |world| {
            world.want(lines.iter().map(|line| Key::Deputy(line.row.deputy_id)))?;
            lines
                .iter()
                .map(|line| Ok(world.deputy(&line.row.deputy_id)?.account_id.is_none()))
                .collect()
        })
        .await?;
    drop(reading);
    let count = |wanted: fn(RecordState) -> bool| {
        let fitting = lines.iter().filter(|line| wanted(line.row.record.state)).count();
        i64::try_from(fitting).unwrap_or(i64::MAX)
    };
    let page = ActivityPage {
        words,
        desk: duty.frame(
            DeskPlace::Activities,
            &format!("{PATH}/{}", activity.id),
            Some(said),
            retry,
        ),
        id: activity.id.0,
        topic: gist(&activity.record),
        columns: columns(duty, &activity.record),
        waiting: count(RecordState::waits_for_deputy),
        confirmed: count(|state| state.in_handbook() || state == RecordState::Late),
        people: lines
            .iter()
            .zip(unbound)
            .map(|(line, is_unbound)| {
                let state = line.row.record.state;
                ActivityPerson {
                    name: line.name.clone(),
                    code: line.code.clone(),
                    state: office_state_word(words, state),
                    record: (!matches!(state, RecordState::Draft | RecordState::Dropped))
                        .then_some(line.row.id.0),
                    is_unbound: is_unbound && state == RecordState::Draft,
                }
            })
            .collect(),
        is_withdrawn: activity.withdrawn_at.is_some(),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/activities/ID`
pub(super) async fn page(duty: OnDuty, Path(id): Path<String>, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &id, &asked.said, None).await
}

/// `POST /desk/activities/ID/withdraw`
pub(super) async fn withdraw(
    duty: OnDuty,
    Path(id): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let mut reading = duty.read().await?;
    let activity = activity_of(&duty, &mut reading, &id).await?.id;
    drop(reading);
    let back = format!("{PATH}/{activity}");
    let command = Command::Record(RecordCommand::WithdrawActivity(activity));
    match duty.give(&sent, command, &back).await {
        Given::Taken(_) => Ok(duty.led(&sent, &saying(&back, Said::ActivityWithdrawn))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &id, "", Some(&retry)).await,
    }
}
