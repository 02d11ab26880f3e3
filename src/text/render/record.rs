//! Duty records as the deputy reads them before they go into the handbook: what was not said stays empty.

use crate::domain::button::{Act, Button};
use crate::domain::duty_record::{DutyRecord, RecordField, RecordSource, RecordState};
use crate::domain::handbook::DutyCategory;
use crate::domain::ids::RecordId;
use crate::domain::people::day_text;
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{Rendered, TEXT_UNITS};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;
use crate::text::record_words::{category_word, field_label, gist, source_line};

use super::cut::{beginning, one_line};
use super::names::deputy_called;
use super::telling::{Telling, page, rows};

/// Of each field so much is shown that all of them fit into one message.
const LONGEST_FIELD: usize = 500;

/// Two buttons in a row; more than this many would fill a telephone's screen.
const CHOICES: usize = 6;

/// The record, if it is the deputy's own.
pub(super) fn own<'a>(t: &Telling<'a>, id: RecordId) -> Deciding<&'a RecordRow> {
    let row = t.world.record(&id)?;
    if Some(row.deputy_id) == t.to.deputy_id {
        Ok(row)
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// What a field is called in this category.
pub(super) fn label(t: &Telling<'_>, category: DutyCategory, field: RecordField) -> String {
    field_label(t.words, category, field)
}

/// The day as it will be printed, or that it is not known yet.
pub(super) fn days(t: &Telling<'_>, record: &DutyRecord) -> String {
    match (&record.open.day, record.until_on) {
        (Some(asked), _) if asked.said.is_empty() => t.say("record-day-open"),
        (Some(asked), _) => t.say_with(
            "record-day-open-said",
            &Args::new().text("said", one_line(&asked.said, 20)),
        ),
        (None, None) => t.day(record.on),
        (None, Some(until)) => t.say_with(
            "record-days",
            &Args::new()
                .text("from", t.day(record.on))
                .text("until", t.day(until)),
        ),
    }
}

/// The value of a field for people; empty when it was not said.
pub(super) fn value(t: &Telling<'_>, record: &DutyRecord, field: RecordField) -> String {
    match field {
        RecordField::On => days(t, record),
        RecordField::Category => t.say(&format!("handbook-category-{}", record.category.code())),
        _ => beginning(&record.value(field).to_string(), LONGEST_FIELD, "…"),
    }
}

fn line(t: &Telling<'_>, record: &DutyRecord, field: RecordField) -> String {
    let value = match value(t, record, field) {
        empty if empty.is_empty() => t.say("record-not-said"),
        value => value,
    };
    let args = Args::new()
        .text("field", label(t, record.category, field))
        .text("value", value);
    t.say_with("record-line", &args)
}

/// Category, day and all columns, one a line.
pub(super) fn lines(t: &Telling<'_>, record: &DutyRecord) -> Vec<String> {
    let mut fields = record.category.correctable();
    fields.rotate_right(1);
    fields.into_iter().map(|field| line(t, record, field)).collect()
}

/// What it looks like, and the way to make the two one (N6).
pub(super) fn same_event(
    t: &Telling<'_>,
    row: &RecordRow,
    text: &mut Vec<String>,
    buttons: &mut Vec<Vec<Button>>,
) -> Deciding<()> {
    if let Some(other) = row.record.open.same_as
        && let Some(other) = t.world.find_record(&other)?
    {
        text.push(
            t.say_with(
                "report-same",
                &Args::new()
                    .text("date", t.day(other.record.on))
                    .text("gist", one_line(&gist(&other.record), 30)),
            ),
        );
        buttons.push(vec![t.button("button-merge", Act::Merge(row.id))]);
    }
    Ok(())
}

/// The way to what a record was made from.
fn where_from(t: &Telling<'_>, row: &RecordRow) -> Vec<Button> {
    match (row.report_id, row.case_id, &row.record.source) {
        (Some(_), _, RecordSource::Report { files }) if *files > 0 => {
            let args = Args::new().number("files", (*files).into());
            vec![Button {
                label: t.say_with("button-show-source-files", &args),
                act: Act::ShowSource(row.id),
            }]
        }
        (Some(_), _, _) => vec![t.button("button-show-source", Act::ShowSource(row.id))],
        (None, Some(case), _) => vec![t.button("button-show-letter", Act::ShowLetter(case))],
        (None, None, _) => vec![],
    }
}

/// The days or the categories between which the deputy chooses.
pub(super) fn choices(t: &Telling<'_>, id: RecordId, record: &DutyRecord) -> Vec<Vec<Button>> {
    let mut buttons = Vec::new();
    if let Some(asked) = &record.open.day {
        let days = asked.choices.iter().take(CHOICES).map(|on| Button {
            label: t.day(*on),
            act: Act::SetDay(id, *on),
        });
        buttons.extend(rows(days.collect(), 2));
    }
    let categories = record.open.categories.iter().map(|category| Button {
        label: t.say(&format!("handbook-category-{}", category.code())),
        act: Act::SetCategory(id, *category),
    });
    buttons.extend(rows(categories.collect(), 1));
    buttons
}

fn is_activitys(record: &DutyRecord) -> bool {
    matches!(record.source, RecordSource::Activity { .. })
}

/// What the card says first. One that an office entered comes unasked, so it greets.
fn head(t: &Telling<'_>, row: &RecordRow) -> Deciding<String> {
    if row.record.state == RecordState::Draft && is_activitys(&row.record) {
        let deputy = t.world.deputy(&row.deputy_id)?;
        let called = deputy_called(deputy, t.words);
        return Ok(t.say_with("record-draft-activity", &Args::new().text("called", called)));
    }
    Ok(t.say(&format!("record-{}", row.record.state.word())))
}

fn tail(t: &Telling<'_>, row: &RecordRow) -> String {
    let key = match row.record.state {
        RecordState::Draft if is_activitys(&row.record) => "record-draft-activity-tail".to_owned(),
        RecordState::Verified if is_activitys(&row.record) => "record-verified-activity-tail".to_owned(),
        state => format!("record-{}-tail", state.word()),
    };
    let args = Args::new().number("days", t.cx.rules.back_dating_days);
    t.say_with(&key, &args)
}

pub(super) fn record(t: &Telling<'_>, id: RecordId) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let drafts = t.world.list(&ListKey::Records {
        deputy: row.deputy_id,
        state: "draft".to_owned(),
        on: day_text(row.on),
        page: 0,
    })?;
    let state = row.record.state;
    let to_come = row.record.is_to_come(day_of(t.cx.now));
    let confirm = |key: &str| match row.record.open.keeps_from_confirming() || to_come {
        true => vec![],
        false => vec![t.button(key, Act::Confirm(id))],
    };
    let drop = t.button("button-drop-record", Act::DropRecord(id));
    let choice = match state {
        RecordState::Draft => confirm("button-confirm").into_iter().chain([drop]).collect(),
        RecordState::Returned => confirm("button-confirm-again")
            .into_iter()
            .chain([drop])
            .collect(),
        RecordState::Confirmed | RecordState::Verified | RecordState::Late => {
            vec![
                t.button("button-draft-from", Act::DraftFromRecord(id)),
                t.button("menu-handbook", Act::Handbook(0)),
            ]
        }
        RecordState::Dropped => confirm("button-confirm"),
    };
    let mut lines_of = vec![head(t, row)?];
    if let (RecordState::Returned, Some(why)) = (state, &row.settled_why) {
        lines_of.push(t.say_with(
            "record-returned-why",
            &Args::new().text("why", beginning(why, LONGEST_FIELD, "…")),
        ));
    }
    lines_of.extend(lines(t, &row.record));
    lines_of.push(source_line(t.words, &row.record.source));
    lines_of.push(if to_come && state == RecordState::Draft {
        t.say("record-to-come")
    } else {
        tail(t, row)
    });
    let mut buttons = choices(t, id, &row.record);
    buttons.push(choice);
    if state == RecordState::Draft {
        same_event(t, row, &mut lines_of, &mut buttons)?;
    }
    buttons.push(where_from(t, row));
    if state == RecordState::Draft && drafts.total > 1 {
        let args = Args::new().number("count", drafts.total);
        buttons.push(vec![Button {
            label: t.say_with("button-confirm-day", &args),
            act: Act::ConfirmDay(id),
        }]);
    }
    if state != RecordState::Dropped {
        let fields = row
            .record
            .category
            .correctable()
            .into_iter()
            .map(|field| Button {
                label: t.say_with(
                    "button-correct",
                    &Args::new().text("field", label(t, row.record.category, field)),
                ),
                act: Act::Correct(id, place_of(field)),
            })
            .collect();
        buttons.extend(rows(fields, 2));
    }
    let rendered = page(lines_of, buttons);
    Ok(Rendered {
        text: beginning(&rendered.text, TEXT_UNITS, "…"),
        ..rendered
    })
}

/// The field's place in `RecordField::ALL`, as buttons carry it.
fn place_of(field: RecordField) -> i64 {
    RecordField::ALL
        .iter()
        .zip(0..)
        .find(|(it, _)| **it == field)
        .map_or(0, |(_, place)| place)
}

pub(super) fn taken_back(t: &Telling<'_>, id: RecordId) -> Deciding<Rendered> {
    let record = &own(t, id)?.record;
    let args = Args::new()
        .text("day", days(t, record))
        .text("category", category_word(t.words, record.category))
        .text("about", gist(record).chars().take(40).collect::<String>());
    let row = vec![t.button("button-show-record", Act::ShowRecord(id))];
    Ok(page(
        vec![t.say_with("record-return-taken-back", &args)],
        vec![row],
    ))
}

pub(super) fn records(t: &Telling<'_>, at: i64, drafts: bool) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let list = t.world.list(&ListKey::Records {
        deputy,
        state: if drafts { "draft".to_owned() } else { String::new() },
        on: String::new(),
        page: at,
    })?;
    let ids: Vec<RecordId> = list.ids.iter().map(|id| RecordId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let head = match (ids.is_empty(), drafts) {
        (true, true) => "records-drafts-none",
        (true, false) => "records-none",
        (false, true) => "records-drafts",
        (false, false) => "records",
    };
    let mut lines = vec![t.say_with(head, &Args::new().number("count", list.total))];
    let mut buttons = Vec::new();
    for id in ids {
        let row = own(t, id)?;
        let state = format!("record-state-{}", row.record.state.word());
        let matters = one_line(&gist(&row.record), 18);
        let args = || {
            Args::new()
                .text("date", days(t, &row.record))
                .text("matters", matters.clone())
        };
        lines.push(t.say_with("records-line", &args().text("state", t.say(&state))));
        buttons.push(vec![Button {
            label: t.say_with("button-record", &args()),
            act: Act::ShowRecord(id),
        }]);
    }
    buttons.push(t.paging(at, list.total, |page| Act::Records(page, drafts)));
    let other = if drafts {
        t.button("button-records", Act::Records(0, false))
    } else {
        t.button("button-drafts", Act::Records(0, true))
    };
    buttons.push(vec![other, t.button("menu-handbook", Act::Handbook(0))]);
    Ok(page(lines, buttons))
}

pub(super) fn ask_field(t: &Telling<'_>, id: RecordId, field: &str) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let Some(field) = RecordField::from_word(field) else {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    };
    let mut buttons = Vec::new();
    if field == RecordField::Category {
        let all = DutyCategory::TEN.into_iter().chain([DutyCategory::Other]);
        let all = all.map(|category| Button {
            label: t.say(&format!("handbook-category-{}", category.code())),
            act: Act::SetCategory(id, category),
        });
        buttons.extend(rows(all.collect(), 1));
    }
    buttons.push(vec![t.button("button-leave-field", Act::ShowRecord(id))]);
    let ask = format!("ask-field-{}", field.word());
    let ask = if t.words.has(&ask) {
        t.say(&ask)
    } else {
        t.say_with(
            "ask-field-any",
            &Args::new().text("field", label(t, row.record.category, field)),
        )
    };
    Ok(page(vec![line(t, &row.record, field), ask], buttons))
}
