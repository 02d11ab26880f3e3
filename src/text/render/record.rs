//! Contact records as the deputy reads them before they go into the handbook: what was not said stays empty.

use crate::domain::button::{Act, Button};
use crate::domain::contact_record::{ContactRecord, RecordField, RecordSource, RecordState};
use crate::domain::ids::RecordId;
use crate::domain::people::day_text;
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{Rendered, TEXT_UNITS};
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;

use super::cut::{beginning, one_line};
use super::telling::{Telling, page, rows};

/// Of each field so much is shown that all of them fit into one message.
const LONGEST_FIELD: usize = 500;

/// The word of a field in keys, as in `MessageKind::AskField`.
fn word(field: RecordField) -> &'static str {
    match field {
        RecordField::On => "on",
        RecordField::Place => "place",
        RecordField::Way => "way",
        RecordField::Whom => "whom",
        RecordField::People => "people",
        RecordField::Matters => "matters",
        RecordField::PassingOn => "passing-on",
        RecordField::AnswerBack => "answer-back",
    }
}

/// The record, if it is the deputy's own.
fn own<'a>(t: &Telling<'a>, id: RecordId) -> Deciding<&'a RecordRow> {
    let row = t.world.record(&id)?;
    if Some(row.deputy_id) == t.to.deputy_id {
        Ok(row)
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

fn value(t: &Telling<'_>, record: &ContactRecord, field: RecordField) -> String {
    let value = match field {
        RecordField::On => t.day(record.on),
        _ => record.value(field).to_string(),
    };
    if value.is_empty() {
        t.say("record-not-said")
    } else {
        beginning(&value, LONGEST_FIELD, "…")
    }
}

fn line(t: &Telling<'_>, record: &ContactRecord, field: RecordField) -> String {
    let args = Args::new()
        .text("field", t.say(&format!("field-{}", word(field))))
        .text("value", value(t, record, field));
    t.say_with("record-line", &args)
}

pub(super) fn record(t: &Telling<'_>, id: RecordId) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let drafts = t.world.list(&ListKey::Records {
        deputy: row.deputy_id,
        state: "draft".to_owned(),
        on: day_text(row.on),
        page: 0,
    })?;
    let (head, tail, choice) = match row.record.state {
        RecordState::Draft => (
            "record-draft",
            "record-draft-tail",
            vec![
                t.button("button-confirm", Act::Confirm(id)),
                t.button("button-drop-record", Act::DropRecord(id)),
            ],
        ),
        RecordState::Confirmed => (
            "record-confirmed",
            "record-confirmed-tail",
            vec![t.button("menu-handbook", Act::Handbook(0))],
        ),
        RecordState::Dropped => (
            "record-dropped",
            "record-dropped-tail",
            vec![t.button("button-confirm", Act::Confirm(id))],
        ),
    };
    let mut lines = vec![t.say(head)];
    lines.extend(RecordField::ALL.map(|field| line(t, &row.record, field)));
    lines.push(match &row.record.source {
        RecordSource::Case { case_number, .. } => t.say_with(
            "record-source-case",
            &Args::new().text("number", case_number.as_str()),
        ),
        RecordSource::SelfDeclared => t.say("record-source-self"),
    });
    lines.push(t.say(tail));
    let mut buttons = vec![choice];
    if row.record.state == RecordState::Draft && drafts.total > 1 {
        let args = Args::new().number("count", drafts.total);
        buttons.push(vec![Button {
            label: t.say_with("button-confirm-day", &args),
            act: Act::ConfirmDay(id),
        }]);
    }
    if row.record.state != RecordState::Dropped {
        let fields = RecordField::ALL
            .into_iter()
            .zip(0..)
            .map(|(field, place)| {
                t.button(
                    &format!("button-correct-{}", word(field)),
                    Act::Correct(id, place),
                )
            })
            .collect();
        buttons.extend(rows(fields, 2));
    }
    let rendered = page(lines, buttons);
    Ok(Rendered {
        text: beginning(&rendered.text, TEXT_UNITS, "…"),
        ..rendered
    })
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
        let state = match row.record.state {
            RecordState::Draft => "record-state-draft",
            RecordState::Confirmed => "record-state-confirmed",
            RecordState::Dropped => "record-state-dropped",
        };
        let matters = match one_line(&row.record.matters, 18) {
            empty if empty.is_empty() => one_line(&row.record.whom_and_people(), 18),
            matters => matters,
        };
        let args = || {
            Args::new()
                .text("date", t.day(row.on))
                .text("matters", matters.clone())
        };
        lines.push(t.say_with("records-line", &args().text("state", t.say(state))));
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
    let back = vec![vec![t.button("button-leave-field", Act::ShowRecord(id))]];
    let Some(field) = RecordField::ALL.into_iter().find(|it| word(*it) == field) else {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    };
    Ok(page(
        vec![
            line(t, &row.record, field),
            t.say(&format!("ask-field-{}", word(field))),
        ],
        back,
    ))
}
