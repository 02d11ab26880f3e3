//! A correction that a deputy types (不是12人，是21人), or an answer to what the card asks. Called by `report`, for words that
//! answer no letter.
//!
//! **Invariant:** without a word that says so nothing that was told before is changed: only what was empty is filled.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::duty_record::{
    DutyRecord, FieldValue, RecordState, apply_correction, draft_from_report, merged,
};
use crate::domain::ids::DeputyId;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::personal_data::mask_personal_data;
use crate::domain::report::{Correction, Intent, Reading, Rule, Words, corrections_in};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, World};
use crate::flows::keep_record;
use crate::flows::owe::owe;
use crate::flows::take_report::Told;

use super::report::show;

/// Words by which people say that something is to be changed.
const MARKS: [&str; 18] = [
    "不是", "改成", "改为", "应该是", "应为", "应当是", "更正", "写错", "说错", "记错", "换成", "删掉",
    "不要了", "不记了", "日期", "地点", "人数", "类别",
];

/// A typed correction of the last card, or an answer to what it asks. True when it was one.
pub(super) fn corrected(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    told: &Told<'_>,
    reading: &Reading,
) -> Deciding<bool> {
    let ids = account.dialogue.card.clone();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(
            world
                .find_record(&id)?
                .filter(|row| row.deputy_id == deputy && row.record.state != RecordState::Dropped)
                .cloned(),
        );
    }
    let marked = MARKS.iter().any(|mark| told.text.contains(mark))
        || (told.text.starts_with('第') && told.text.contains('条'));
    // Without a mark only what answers the card's questions is taken for it: a new deed is a new report.
    let answers = rows.iter().any(|row| row.record.state == RecordState::Draft)
        && (reading.intent == Intent::Other
            || reading.intent == Intent::ActivityReport
                && reading
                    .records
                    .iter()
                    .all(|it| it.category.rule == Rule::PeopleSpoke));
    if rows.is_empty() || !(marked || answers) {
        return Ok(false);
    }
    let (named, mut corrections) = corrections_in(told.text, told.said_at, Words::shipped());
    if !marked {
        // An answer such as 2月20日，在石塘村，8户 names several things: each piece is looked at by itself.
        corrections = told
            .text
            .split(['，', ',', '；', ';', '。', '、', '\n'])
            .flat_map(|piece| corrections_in(piece, told.said_at, Words::shipped()).1)
            .collect();
    }
    let place = match (named, rows.len()) {
        (Some(place), _) => place,
        (None, 1) => 0,
        (None, _) if marked && !corrections.is_empty() => {
            owe(
                account,
                MessageKind::Note {
                    note: Note::WhichRecord,
                },
                cx,
            )
            .put(world, cx);
            return Ok(true);
        }
        (None, _) => return Ok(false),
    };
    let Some(row) = rows.get(place).cloned() else {
        return Ok(false);
    };
    if corrections.contains(&Correction::Drop) {
        keep_record::drop_record(world, cx, account, row)?;
        owe(
            account,
            MessageKind::Note {
                note: Note::RecordDropped,
            },
            cx,
        )
        .put(world, cx);
        return Ok(true);
    }
    let mut values: Vec<FieldValue> = corrections
        .iter()
        .flat_map(|it| apply_correction(&row.record, it, mask_personal_data))
        .collect();
    if !marked {
        values = answered(&row.record, told, reading, values);
    }
    if values.is_empty() {
        return Ok(false);
    }
    let row = keep_record::set(world, cx, account, row, values);
    show(world, cx, account, &row);
    Ok(true)
}

/// What an answer to the card's questions fills: nothing that was said before is changed by it.
fn answered(
    record: &DutyRecord,
    told: &Told<'_>,
    reading: &Reading,
    found: Vec<FieldValue>,
) -> Vec<FieldValue> {
    let mut values: Vec<FieldValue> = found
        .into_iter()
        .filter(|value| match value {
            FieldValue::On(_) | FieldValue::Until(_) => record.open.day.is_some(),
            value => record.value(value.field()).to_string().is_empty(),
        })
        .collect();
    if let Some(read) = reading.records.first() {
        let mut fresh = draft_from_report(read, told.text, day_of(told.said_at), false, mask_personal_data);
        fresh.category = record.category;
        for value in merged(record, &fresh) {
            if values.iter().all(|it| it.field() != value.field()) {
                values.push(value);
            }
        }
    }
    values
}
