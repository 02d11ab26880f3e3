//! 履职记录 at the desk: what waits for the office, by state, section and deputy, and verifying many at once.

use axum::Form;
use axum::extract::Query;

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::duty_record::{DutyRecord, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::RecordId;
use crate::domain::people::Office;
use crate::domain::record::command::{RecordCommand, SeenRecord};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Key, ListKey};
use crate::store::{Reading, RecordFilter, RecordLine};
use crate::text::Args;
use crate::text::record_words::{category_word, gist, office_state_word, source_word};
use crate::web::pages::day_with_year;
use crate::web::pages::desk::{DeskPlace, RecordRowView, RecordsPage, Said};

use super::form::{Retry, Sent};
use super::letters::paging;
use super::officer::{Answered, Asked, Ends, Given, OnDuty, saying};

/// Where the list is.
pub(super) const PATH: &str = "/desk/records";
/// Records on a page.
const A_PAGE: i64 = 50;
/// The states that are shown one by one, beside what waits.
const STATES: [RecordState; 4] = [
    RecordState::Late,
    RecordState::Confirmed,
    RecordState::Returned,
    RecordState::Verified,
];

/// The office whose deputies are looked at: the own one, or by its code one that the own office steers.
pub(super) async fn office_asked(duty: &OnDuty, reading: &mut Reading, code: &str) -> Result<Office, Ends> {
    if code.is_empty() {
        return Ok(duty.office.clone());
    }
    let (code, own) = (code.to_owned(), &duty.office);
    duty.look(reading, |world| {
        let id = world.office_coded(&code)?.ok_or(Refusal::CodeUnknown)?;
        let office = world.office(&id)?;
        if steers(own, office.id) {
            Ok(office.clone())
        } else {
            Err(Refusal::NotYours.into())
        }
    })
    .await
}

/// The units that the provincial office can look at, as code and name; nothing for a unit's.
pub(super) async fn units(duty: &OnDuty, reading: &mut Reading) -> Result<Vec<(String, String)>, Ends> {
    if !duty.is_provincial() {
        return Ok(Vec::new());
    }
    duty.look(reading, |world| {
        let ids = world.list(&ListKey::Offices)?.ids.clone();
        world.want(ids.iter().map(|id| Key::Office((*id).into())))?;
        let mut all = Vec::new();
        for id in ids {
            let office = world.office(&id.into())?;
            all.push((office.code.clone(), office.name.clone()));
        }
        Ok(all)
    })
    .await
}

/// The day of a record, or its first and last.
pub(super) fn days(duty: &OnDuty, record: &DutyRecord) -> String {
    let day = |on| day_with_year(duty.words(), on);
    match record.until_on {
        None => day(record.on),
        Some(until) => duty.words().say_with(
            "record-days",
            &Args::new().text("from", day(record.on)).text("until", day(until)),
        ),
    }
}

pub(super) fn row(duty: &OnDuty, line: &RecordLine) -> RecordRowView {
    let words = duty.words();
    let record = &line.row.record;
    RecordRowView {
        id: line.row.id.0,
        version: record.version,
        deputy: line.name.clone(),
        code: line.code.clone(),
        day: days(duty, record),
        category: category_word(words, record.category),
        gist: gist(record).chars().take(60).collect(),
        source: source_word(words, &record.source),
        state: office_state_word(words, record.state),
        is_late: record.state == RecordState::Late,
        may_be_verified: record.state.waits_for_office(),
    }
}

/// What a page was asked for, read.
struct Wanted {
    state: Option<RecordState>,
    category: Option<DutyCategory>,
    find: String,
    unit: String,
}

impl Wanted {
    fn read(asked: &Asked) -> Self {
        Self {
            state: STATES.into_iter().find(|state| state.word() == asked.show),
            category: asked.category.parse().ok().and_then(DutyCategory::from_number),
            find: asked.find.trim().chars().take(40).collect(),
            unit: asked.unit.trim().to_ascii_uppercase(),
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        let number = |category: DutyCategory| category.number().to_string();
        [
            ("unit", self.unit.clone()),
            ("show", self.state.map_or("", RecordState::word).to_owned()),
            ("category", self.category.map(number).unwrap_or_default()),
            ("find", self.find.clone()),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
    }

    /// The address of the same page with one thing else.
    fn with(&self, name: &str, value: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        for (field, old) in self.fields() {
            if field != name {
                query.append_pair(field, &old);
            }
        }
        if !value.is_empty() {
            query.append_pair(name, value);
        }
        format!("{PATH}?{}", query.finish())
    }
}

async fn show(duty: &OnDuty, asked: &Asked, retry: Option<&Retry>) -> Answered {
    let words = duty.words();
    let wanted = Wanted::read(asked);
    let mut reading = duty.read().await?;
    let office = office_asked(duty, &mut reading, &wanted.unit).await?;
    let units = units(duty, &mut reading).await?;
    let filter = RecordFilter {
        office: office.id,
        state: wanted.state,
        category: wanted.category,
        deputy: wanted.find.clone(),
    };
    let counts = reading
        .record_counts(office.id)
        .await
        .map_err(|error| duty.unread(&error))?;
    let (lines, total) = reading
        .records_of_office(&filter, asked.at(), A_PAGE)
        .await
        .map_err(|error| duty.unread(&error))?;
    drop(reading);
    let count = |state: RecordState| {
        counts
            .iter()
            .find(|(word, _)| word == state.word())
            .map_or(0, |(_, count)| *count)
    };
    let sentence = |state: Option<RecordState>, count: i64| {
        let key = match state {
            None => "desk-records-waiting".to_owned(),
            Some(state) => format!("desk-records-{}", state.word()),
        };
        let args = Args::new()
            .number("count", count)
            .text("unit", office.name.as_str());
        words.say_with(&key, &args)
    };
    let waiting = count(RecordState::Late) + count(RecordState::Confirmed);
    let mut filters = Vec::new();
    if wanted.state.is_some() {
        filters.push((wanted.with("show", ""), sentence(None, waiting)));
    }
    for state in STATES {
        if Some(state) != wanted.state && count(state) > 0 {
            filters.push((
                wanted.with("show", state.word()),
                sentence(Some(state), count(state)),
            ));
        }
    }
    let all = DutyCategory::TEN.into_iter().chain([DutyCategory::Other]);
    let mut categories: Vec<(String, String)> = all
        .map(|category| {
            let href = match Some(category) == wanted.category {
                true => String::new(),
                false => wanted.with("category", &category.number().to_string()),
            };
            (href, category_word(words, category))
        })
        .collect();
    let every = match wanted.category {
        None => String::new(),
        Some(_) => wanted.with("category", ""),
    };
    categories.insert(0, (every, words.say("desk-records-every-category")));
    let here = wanted.with("page", "");
    let query = here.split_once('?').map_or("", |(_, query)| query);
    let query = match query {
        "" => String::new(),
        query => format!("{query}&"),
    };
    let page = RecordsPage {
        words,
        desk: duty.frame(DeskPlace::Records, &here, Some(&asked.said), retry),
        heading: sentence(wanted.state, total),
        filters,
        categories,
        units: units
            .into_iter()
            .filter(|(code, _)| *code != office.code)
            .map(|(code, name)| (wanted.with("unit", &code), name))
            .collect(),
        rows: lines.iter().map(|line| row(duty, line)).collect(),
        asked: wanted.fields(),
        find: wanted.find.clone(),
        paging: paging(PATH, &query, asked.at(), A_PAGE, total),
    };
    Ok(OnDuty::page(&page, retry))
}

/// `GET /desk/records`
pub(super) async fn list(duty: OnDuty, Query(asked): Query<Asked>) -> Answered {
    show(&duty, &asked, None).await
}

/// `ID.VERSION`, as a page shows it.
fn seen(text: &str) -> Option<SeenRecord> {
    let (id, version) = text.split_once('.')?;
    Some(SeenRecord {
        record: RecordId(id.parse().ok()?),
        version: Some(version.parse().ok()?),
    })
}

/// `POST /desk/records`: verifies all of `record`, each an id with the version that was on the page.
pub(super) async fn verify(duty: OnDuty, Form(fields): Form<Vec<(String, String)>>) -> Answered {
    let sent = Sent::read(&duty, fields)?;
    let asked = Asked {
        unit: sent.text("unit").to_owned(),
        show: sent.text("show").to_owned(),
        category: sent.text("category").to_owned(),
        find: sent.text("find").to_owned(),
        ..Asked::default()
    };
    let records: Vec<SeenRecord> = sent.all("record").filter_map(seen).collect();
    if records.is_empty() {
        let retry = Retry::mend(duty.words().say("desk-records-choose"));
        return show(&duty, &asked, Some(&retry)).await;
    }
    let back = Wanted::read(&asked).with("page", "");
    let command = Command::Record(RecordCommand::Verify(records));
    match duty.give(&sent, command, &back).await {
        Given::Taken(answer) => Ok(duty.led(&sent, &saying(&back, said(&answer)))),
        Given::Before(response) => Ok(response),
        Given::Not(retry) => show(&duty, &asked, Some(&retry)).await,
    }
}

/// What verifying came to.
pub(super) fn said(answer: &Answer) -> Said {
    match answer {
        Answer::RecordsVerified { left: 0, .. } => Said::RecordsVerified,
        Answer::RecordsVerified { .. } => Said::RecordsMoved,
        _ => Said::Saved,
    }
}
