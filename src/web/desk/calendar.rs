//! 放假安排 at the desk: every officer sees the days off of a year; the provincial office takes plans in, after a look at what
//! would change. Who may is decided again where the command is.

use axum::Form;
use axum::extract::{Multipart, Query};
use axum::response::Response;
use chrono::Datelike;
use sha2::{Digest, Sha256};

use crate::documents::calendar_file::read_calendar;
use crate::domain::audit::hex;
use crate::domain::calendar::in_force::{current, in_force};
use crate::domain::calendar::{
    Calendar, CalendarReading, CalendarRow, DayChange, DayKind, PlannedDay, YearPlan, differences,
};
use crate::domain::command::Command;
use crate::domain::ids::CalendarVersion;
use crate::domain::sheet::SheetRefusal;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, World};
use crate::store::Reading;
use crate::text::{
    Args, calendar_fault, calendar_note, festival_names, plan_wanted, sheet_refusal, standing,
};
use crate::web::pages::desk::{
    CalendarChangeRow, CalendarDayRow, CalendarPage, CalendarPreviewPage, CalendarVersionRow, DeskPlace,
    Said, Verdict,
};
use crate::web::pages::{day_shown, day_with_year};

use super::form::{Retry, Sent};
use super::memory::CalendarPreview;
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying, see_other};
use super::preview::{Upload, taken, too_large};

const PATH: &str = "/desk/calendar";
/// Faults and notes on the page: whoever has more mends the first ones and looks again.
const MOST_LINES: usize = 200;
/// Versions on the page; there is about one a year.
const MOST_VERSIONS: usize = 20;

/// A version, and who took it in.
type Version = (CalendarRow, Option<String>);

fn versions_of(world: &World) -> Deciding<Vec<Version>> {
    let ids: Vec<CalendarVersion> = world
        .list(&ListKey::Calendars)?
        .ids
        .iter()
        .take(MOST_VERSIONS)
        .map(|id| CalendarVersion(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Calendar(*id)))?;
    let mut versions = Vec::with_capacity(ids.len());
    for id in ids {
        let row = world.calendar(&id)?.clone();
        let officer = match row.account_id {
            Some(account) => world
                .find_account(&account)?
                .and_then(|account| account.officer_id),
            None => None,
        };
        let by = match officer {
            Some(officer) => world.find_officer(&officer)?.map(|officer| officer.name.clone()),
            None => None,
        };
        versions.push((row, by));
    }
    Ok(versions)
}

/// The reminder to load a plan, for those who can.
pub(super) async fn wanted(duty: &OnDuty, reading: &mut Reading) -> Result<Option<String>, Ends> {
    if !duty.is_provincial() {
        return Ok(None);
    }
    let today = day_of(duty.now());
    let wanted = duty
        .look(reading, |world| Ok(in_force(world)?.plan_wanted(today)))
        .await?;
    Ok(wanted.map(|wanted| plan_wanted(wanted, duty.words())))
}

fn day_row(duty: &OnDuty, day: &PlannedDay) -> CalendarDayRow {
    CalendarDayRow {
        iso: day.on.to_string(),
        shown: day_shown(duty.words(), day.on),
        festival: festival_names(&day.name, duty.words()),
        is_off: day.kind == DayKind::Off,
        is_statutory: day.statutory,
    }
}

fn version_row(duty: &OnDuty, (row, by): &Version) -> CalendarVersionRow {
    let words = duty.words();
    let is_shipped = row.source.is_empty();
    CalendarVersionRow {
        version: row.version.0,
        at: duty.moment(row.at),
        by: match by {
            Some(name) => name.clone(),
            None => words.say("desk-roster-by-administrator"),
        },
        source: if is_shipped {
            words.say("desk-calendar-shipped")
        } else {
            row.source.clone()
        },
    }
}

async fn show(duty: &OnDuty, asked: &Asked, retry: Option<&Retry>, unreadable: Option<String>) -> Answered {
    let mut reading = duty.read().await?;
    let calendar = duty
        .look(&mut reading, |world| Ok(in_force(world)?.clone()))
        .await?;
    let versions = duty.look(&mut reading, versions_of).await?;
    let today = day_of(duty.now());
    let year = asked.year.parse::<i32>().unwrap_or(today.year());
    let page = CalendarPage {
        words: duty.words(),
        desk: duty.frame(DeskPlace::Calendar, PATH, Some(&asked.said), retry),
        year,
        years: calendar.plans().map(|plan| plan.year).collect(),
        days: calendar
            .days_in(year)
            .iter()
            .filter(|_| calendar.is_published(year))
            .map(|day| day_row(duty, day))
            .collect(),
        notices: calendar
            .plan(year)
            .map(|plan| plan.notices.clone())
            .unwrap_or_default(),
        versions: versions
            .iter()
            .map(|version| version_row(duty, version))
            .collect(),
        wanted: wanted(duty, &mut reading).await?,
        may_import: duty.is_provincial(),
        unreadable,
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/calendar`
pub(super) async fn page(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &asked, None, None).await
}

/// The page again, with the reason why the file was not looked at.
async fn again(duty: &OnDuty, said: String) -> Answered {
    let retry = Retry::mend(String::new());
    show(duty, &Asked::default(), Some(&retry), Some(said)).await
}

/// `POST /desk/calendar`: changes nothing, so a second delivery does no harm.
pub(super) async fn upload(duty: OnDuty, form: Multipart) -> Answered {
    if !duty.is_provincial() {
        return Err(duty.not_found());
    }
    let Upload { fields, name, bytes } = taken(form).await.map_err(|error| too_large(&duty, &error))?;
    Sent::read(&duty, fields)?;
    if name.is_empty() && bytes.is_empty() {
        let said = duty.words().say("desk-calendar-choose");
        return again(&duty, said).await;
    }
    let file_hash = hex(&Sha256::digest(&bytes));
    let (file, today) = (name.clone(), day_of(duty.now()));
    let read = tokio::task::spawn_blocking(move || read_calendar(&name, &bytes, today)).await;
    match read {
        Ok(Ok(reading)) => look(&duty, file, file_hash, reading).await,
        Ok(Err(refusal)) => again(&duty, sheet_refusal(refusal, duty.words())).await,
        Err(error) => {
            tracing::error!(%error, "reading a calendar file ended badly");
            again(&duty, sheet_refusal(SheetRefusal::Broken, duty.words())).await
        }
    }
}

fn change_row(duty: &OnDuty, change: &DayChange) -> CalendarChangeRow {
    CalendarChangeRow {
        iso: change.on.to_string(),
        shown: day_with_year(duty.words(), change.on),
        before: standing(&change.before, duty.words()),
        after: standing(&change.after, duty.words()),
    }
}

fn year_sentence(duty: &OnDuty, plan: &YearPlan) -> String {
    let of = |kind| plan.days.iter().filter(|day| day.kind == kind).count();
    let number = |count| i64::try_from(count).unwrap_or(i64::MAX);
    let args = Args::new()
        .number("year", plan.year.into())
        .number("off", number(of(DayKind::Off)))
        .number("worked", number(of(DayKind::Work)));
    duty.words().say_with("desk-calendar", &args)
}

async fn look(
    duty: &OnDuty,
    file: String,
    file_hash: String,
    reading: CalendarReading,
) -> Result<Response, Ends> {
    let mut store = duty.read().await?;
    let row = duty
        .look(&mut store, |world| Ok(current(world)?.cloned()))
        .await?;
    drop(store);
    let old = row.as_ref().map_or(Calendar::shipped(), |row| &row.calendar);
    let new = old.with(&reading.plans);
    let words = duty.words();
    let (verdict, changes) = match reading.complete() {
        None => (Verdict::Faulty, Vec::new()),
        Some(_) if new == *old => (Verdict::Nothing, Vec::new()),
        Some(_) => (Verdict::Ready, differences(old, &new)),
    };
    let import = if verdict == Verdict::Ready {
        let preview = CalendarPreview {
            plans: reading.plans.clone(),
            source: file.clone(),
            file_hash,
            basis: row.as_ref().map_or(CalendarVersion(0), |row| row.version),
        };
        duty.memory.calendars.keep(duty.account.id, preview)
    } else {
        String::new()
    };
    let page = CalendarPreviewPage {
        words,
        desk: duty.frame(DeskPlace::Calendar, PATH, None, None),
        import,
        file,
        years: reading
            .plans
            .iter()
            .map(|plan| year_sentence(duty, plan))
            .collect(),
        changes: changes.iter().map(|change| change_row(duty, change)).collect(),
        notes: reading
            .notes
            .iter()
            .take(MOST_LINES)
            .map(|note| calendar_note(note, words))
            .collect(),
        faults: reading
            .faults
            .iter()
            .take(MOST_LINES)
            .map(|fault| calendar_fault(fault, words))
            .collect(),
        verdict,
    };
    Ok(OnDuty::page(&page, None))
}

/// `POST /desk/calendar/confirm`
pub(super) async fn confirm(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    if !duty.is_provincial() {
        return Err(duty.not_found());
    }
    let sent = Sent::read(&duty, fields)?;
    let done = saying(PATH, Said::CalendarImported);
    if duty.memory.led_to(&sent.input_key(&duty)).is_some() {
        // Its preview was forgotten when it was taken in.
        return Ok(see_other(&done));
    }
    let id = sent.text("import");
    let Some(preview) = duty.memory.calendars.find(duty.account.id, id) else {
        return again(&duty, duty.words().say("desk-preview-lost")).await;
    };
    let command = Command::ImportCalendar {
        plans: preview.plans.clone(),
        source: preview.source.clone(),
        file_hash: preview.file_hash.clone(),
        basis: Some(preview.basis),
    };
    match duty.give(&sent, command, PATH).await {
        Given::Taken(_) => {
            duty.memory.calendars.forget(id);
            Ok(duty.led(&sent, &done))
        }
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &Asked::default(), Some(&retry), None).await,
    }
}
