//! Keeping duty records: the draft of a case, which later acts of the deputy update; confirming, correcting, dropping.

use crate::domain::account::Account;
use crate::domain::case::{Case, CaseState, EnteredWay, Reader};
use crate::domain::context::Context;
use crate::domain::duty_record::{
    CaseAct, CaseActKind, CaseFacts, ContactWay, DoneBy, DutyRecord, FieldValue, HeardThrough, People,
    RecordChange, RecordField, RecordSource, RecordState, Signature, Update, draft_from_case,
    update_from_case,
};
use crate::domain::ids::{DeputyId, MessageId, RecordId};
use crate::domain::message::Author;
use crate::domain::people::day_text;
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::{RecordChangeRow, RecordRow};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

/// Drafts the record of a case that was answered, raised or passed on, or lets the act update it.
/// Letters that an office reads make no record of a deputy.
pub fn keep_record(world: &mut World, cx: &Context<'_>, case: &Case) -> Deciding<Option<RecordId>> {
    let Reader::Deputy(deputy) = case.reader else {
        return Ok(None);
    };
    world.want([
        Key::RecordOfCase(case.id),
        Key::List(ListKey::Messages(case.id)),
        Key::Deputy(deputy),
    ])?;
    let facts = facts(world, case)?;
    let Some(id) = world.record_of_case(&case.id)? else {
        let record = draft_from_case(&facts, mask_personal_data);
        let row = RecordRow {
            case_id: Some(case.id),
            ..RecordRow::new(cx.ids.next(), deputy, record, cx.now)
        };
        let id = row.id;
        world.put_record(row);
        return Ok(Some(id));
    };
    let row = world.record(&id)?.clone();
    let update = update_from_case(&row.record, &facts, mask_personal_data);
    if update.record != row.record {
        put_update(world, cx, row, update, None);
    }
    Ok(Some(id))
}

fn facts(world: &World, case: &Case) -> Deciding<CaseFacts> {
    let list = world.list(&ListKey::Messages(case.id))?;
    let ids: Vec<MessageId> = list.ids.iter().map(|id| MessageId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Message(*id)))?;
    let messages: Vec<_> = ids.iter().map(|id| world.message(id)).collect::<Result<_, _>>()?;
    let first = messages
        .iter()
        .find(|message| message.author == Author::Constituent);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let act = |kind: CaseActKind, at: Option<i64>| {
        at.map(|at| CaseAct {
            kind,
            on: day_of(at),
            by: DoneBy::Deputy,
        })
    };
    let passed_on = CaseActKind::PassedOn {
        to: case.passed_on_to.clone().unwrap_or_default(),
    };
    let acts = [
        act(CaseActKind::Raised { to: None }, case.raised_at),
        act(passed_on, case.passed_on_at),
        act(CaseActKind::Answered, case.answered_at),
    ];
    let named = match case.account_id {
        Some(account) => world
            .find_correspondent(&(account, case.reader))?
            .is_some_and(|it| it.given_name.is_some()),
        None => false,
    };
    Ok(CaseFacts {
        case_number: case.number.to_string(),
        first_message_on: day_of(first.map_or(case.opened_at, |message| message.said_at)),
        heard_through: match case.entered_way {
            None => HeardThrough::Online,
            Some(EnteredWay::Telephone) => HeardThrough::Telephone,
            Some(EnteredWay::Paper) => HeardThrough::Paper,
            Some(EnteredWay::InPerson) => HeardThrough::InPerson { place: None },
        },
        signature: if case.account_id.is_some() && !named {
            Signature::Pseudonym
        } else {
            Signature::OwnName
        },
        people: case.account_id.map(|_| People::Exact(1)),
        first_message: first.map(|message| message.text.clone()).unwrap_or_default(),
        acts: acts.into_iter().flatten().collect(),
        messages: count(messages.len()),
        files: count(
            messages
                .iter()
                .filter(|message| message.file_id.is_some())
                .count(),
        ),
    })
}

fn put_update(
    world: &mut World,
    cx: &Context<'_>,
    mut row: RecordRow,
    update: Update,
    by: Option<&Account>,
) -> RecordRow {
    for change in &update.changes {
        world.add_record_change(RecordChangeRow {
            id: cx.ids.next::<RecordId>().0,
            record_id: row.id,
            field: change_field(change),
            old_value: change.old.to_string(),
            new_value: change.new.to_string(),
            account_id: by.map(|account| account.id),
            at: cx.now,
            why: serde_json::to_string(&change.why).unwrap_or_default(),
        });
    }
    let to = update.record.state;
    row.on = update.record.on;
    row.record = update.record.in_state(row.record.state);
    world.put_record(row.clone());
    // A verified one whose words change is to be verified anew.
    go(world, cx, by, row, to, "")
}

fn change_field(change: &RecordChange) -> String {
    change.old.field().word().to_owned()
}

/// The record, if the account is the deputy whose it is.
pub fn own_record(world: &World, deputy: DeputyId, record: RecordId) -> Deciding<RecordRow> {
    let row = world.record(&record)?;
    if row.deputy_id == deputy {
        Ok(row.clone())
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// Confirms a record: from now on it stands in the handbook. One that was told long after its day waits for the unit office
/// first; one that still asks for its day or category can't be confirmed.
pub fn confirm(world: &mut World, cx: &Context<'_>, by: &Account, row: RecordRow) -> Deciding<()> {
    if row.record.open.keeps_from_confirming() {
        return Err(Stop::Refused(Refusal::RecordOpen));
    }
    if row.record.is_to_come(day_of(cx.now)) {
        return Err(Stop::Refused(Refusal::RecordToCome));
    }
    if !matches!(
        row.record.state,
        RecordState::Draft | RecordState::Returned | RecordState::Dropped
    ) {
        return Ok(());
    }
    let activity = match row.activity_id {
        Some(id) => Some(world.activity(&id)?.clone()),
        None => None,
    };
    let is_activitys = is_of_activity(&row.record);
    if is_activitys && activity.as_ref().is_some_and(|it| it.withdrawn_at.is_some()) {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    }
    // The deputy's own office entered these very words itself: nothing is left for it to find out.
    let office = world.deputy(&row.deputy_id)?.office_id;
    let as_entered =
        activity.filter(|it| is_activitys && it.office_id == office && row.record.corrected.is_empty());
    let to = match &as_entered {
        Some(_) => RecordState::Verified,
        None => standing(&row, cx),
    };
    let mut row = go(world, cx, Some(by), row, to, "");
    row.record.open.same_as = None;
    row.confirmed_at = Some(cx.now);
    if let Some(activity) = as_entered {
        row.settled_at = Some(cx.now);
        row.settled_by = activity.entered_by;
        row.settled_why = None;
    }
    world.put_record(row);
    Ok(())
}

/// An office entered it. An own report that was joined with a joint activity stays the deputy's.
pub(super) fn is_of_activity(record: &DutyRecord) -> bool {
    matches!(record.source, RecordSource::Activity { .. })
}

/// Where a record stands that its deputy confirms: one that was told so long after its day that the office must accept it
/// is a late entry. What counts is the day on which it was told, not that of the tap: who told in time and taps in December
/// was in time. A letter and an office's activity prove their own day.
fn standing(row: &RecordRow, cx: &Context<'_>) -> RecordState {
    let told = matches!(
        row.record.source,
        RecordSource::Report { .. } | RecordSource::SelfDeclared
    );
    let last = row.record.until_on.unwrap_or(row.record.on);
    let days = day_of(row.created_at).signed_duration_since(last).num_days();
    if told && cx.rules.back_dating_days > 0 && days > cx.rules.back_dating_days {
        RecordState::Late
    } else {
        RecordState::Confirmed
    }
}

/// Another state, with the old one in the history.
pub fn go(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<&Account>,
    mut row: RecordRow,
    to: RecordState,
    why: &str,
) -> RecordRow {
    if row.record.state != to {
        world.add_record_change(RecordChangeRow {
            id: cx.ids.next::<RecordId>().0,
            record_id: row.id,
            field: "state".to_owned(),
            old_value: row.record.state.word().to_owned(),
            new_value: to.word().to_owned(),
            account_id: by.map(|account| account.id),
            at: cx.now,
            why: why.to_owned(),
        });
        row.record = row.record.in_state(to);
        world.put_record(row.clone());
    }
    row
}

/// Confirms all drafts of the record's day; gives whether one of them waits for the office as a late entry.
pub fn confirm_day(world: &mut World, cx: &Context<'_>, by: &Account, row: &RecordRow) -> Deciding<bool> {
    let list = ListKey::Records {
        deputy: row.deputy_id,
        state: "draft".to_owned(),
        on: day_text(row.on),
        page: -1,
    };
    let ids: Vec<RecordId> = world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut is_late = false;
    for id in &ids {
        let row = world.record(id)?.clone();
        // What is still asked stays a draft; so does what the office has returned: that is looked at one by one.
        let ready = !row.record.open.keeps_from_confirming() && !row.record.is_to_come(day_of(cx.now));
        if row.record.state == RecordState::Draft && ready {
            confirm(world, cx, by, row)?;
            is_late |= world.record(id)?.record.state == RecordState::Late;
        }
    }
    Ok(is_late)
}

/// Drops a record: it stays in the database, and never reaches a handbook. What the office has verified is a fact of its
/// dossier too, and is corrected instead.
pub fn drop_record(world: &mut World, cx: &Context<'_>, by: &Account, row: RecordRow) -> Deciding<()> {
    if row.record.state == RecordState::Verified {
        return Err(Stop::Refused(Refusal::RecordVerified));
    }
    go(world, cx, Some(by), row, RecordState::Dropped, "");
    Ok(())
}

/// Sets fields by hand, each with its old value in the history.
pub fn set(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    row: RecordRow,
    values: Vec<FieldValue>,
) -> RecordRow {
    set_for(world, cx, Some(by), row, values, "")
}

/// Sets fields by anyone's hand, with the reason; nobody: the command line.
pub fn set_for(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<&Account>,
    mut row: RecordRow,
    values: Vec<FieldValue>,
    reason: &str,
) -> RecordRow {
    for value in values {
        let is_day = matches!(value, FieldValue::On(_) | FieldValue::Until(_));
        let update = row.record.corrected_by_hand(value, reason);
        row = put_update(world, cx, row, update, by);
        // Another day may lie beyond the limit, or within it.
        if is_day && matches!(row.record.state, RecordState::Confirmed | RecordState::Late) {
            let to = standing(&row, cx);
            row = go(world, cx, by, row, to, "");
        }
    }
    row
}

/// Replaces a field by what the deputy typed. A day or a number that can't be read is refused.
pub fn correct(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    row: RecordRow,
    field: RecordField,
    typed: &str,
) -> Deciding<()> {
    let typed = typed.trim();
    let value = match field {
        RecordField::On => {
            FieldValue::On(read_day(typed, cx.now).ok_or(Stop::Refused(Refusal::DayUnreadable))?)
        }
        RecordField::Place => FieldValue::Place(typed.to_owned()),
        RecordField::Way => FieldValue::Way(Some(ContactWay::from(typed.to_owned()))),
        RecordField::Whom => FieldValue::Whom(typed.to_owned()),
        RecordField::People => FieldValue::People(Some(
            read_people(typed).ok_or(Stop::Refused(Refusal::NumberUnreadable))?,
        )),
        RecordField::Matters => FieldValue::Matters(typed.to_owned()),
        RecordField::PassingOn => FieldValue::PassingOn(typed.to_owned()),
        RecordField::AnswerBack => FieldValue::AnswerBack(typed.to_owned()),
        RecordField::Category | RecordField::Until => return Err(Stop::Refused(Refusal::OldButton)),
        field => FieldValue::More(field, typed.to_owned()),
    };
    set(world, cx, by, row, vec![value]);
    Ok(())
}

/// A day as typed: 2026-03-01, 2026年3月1日, 3月1日, 3-1; without a year the latest such day that is not after now.
pub fn read_day(typed: &str, now: i64) -> Option<chrono::NaiveDate> {
    use chrono::{Datelike, NaiveDate};
    let numbers: Vec<u32> = crate::domain::case::text::narrow(typed)
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| run.parse().ok())
        .collect::<Option<_>>()?;
    let today = day_of(now);
    let day = match numbers.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day)?,
        [month, day] => NaiveDate::from_ymd_opt(today.year(), *month, *day)
            .filter(|day| *day <= today)
            .or_else(|| NaiveDate::from_ymd_opt(today.year() - 1, *month, *day))?,
        _ => return None,
    };
    (day <= today && day.year() >= 2018).then_some(day)
}

fn read_people(typed: &str) -> Option<People> {
    let narrow = crate::domain::case::text::narrow(typed);
    let numbers: Vec<u32> = narrow
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| run.parse().ok())
        .collect::<Option<_>>()?;
    let about = typed.contains('约') || typed.contains('来') || typed.contains("about");
    match numbers.as_slice() {
        [number] if about => Some(People::About(*number)),
        [number] => Some(People::Exact(*number)),
        [from, to] if from < to => Some(People::Range { from: *from, to: *to }),
        _ => None,
    }
}

/// True when an act of this state makes or updates a record.
pub fn makes_record(state: CaseState) -> bool {
    matches!(
        state,
        CaseState::Answered | CaseState::Raised | CaseState::PassedOn
    )
}
