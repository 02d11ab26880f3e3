//! An office enters what several of its deputies did together (N4): each of them is asked once whether it is so.
//!
//! **Invariants:** nothing reaches a handbook or a dossier before the deputy has confirmed it; an own report of the same
//! event is offered as one with it, never counted twice (N6); what was taken back can't be confirmed any more.

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::duty_record::{RecordState, alike};
use crate::domain::ids::{AccountId, ActivityId, DeputyId, OfficeId, RecordId};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::{Deputy, DeputyStatus, OfficeKind};
use crate::domain::record::activity::{ActivityFault, ActivityFields};
use crate::domain::record::{Activity, RecordRow};
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::keep_record::{go, is_of_activity};
use super::owe::owe;
use super::take_report::near;
use super::verify_records::account_of;

/// The deputies of whom an office can enter something: its own; the provincial office all.
pub fn roster_of(world: &World, office: OfficeId) -> Deciding<Vec<Deputy>> {
    let office = world.office(&office)?;
    let list = ListKey::Roster(match office.kind {
        OfficeKind::Provincial => String::new(),
        OfficeKind::Unit => office.code.clone(),
    });
    let ids: Vec<DeputyId> = world.list(&list)?.ids.iter().map(|id| DeputyId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
    ids.iter().map(|id| Ok(world.deputy(id)?.clone())).collect()
}

/// Whether the office has entered an activity that looks the same. `fields` is judged by its day, place and subject.
fn looks_same(world: &World, fields: &ActivityFields, activity: &Activity) -> Deciding<bool> {
    let list = ListKey::Activities(fields.office);
    let ids: Vec<ActivityId> = world.list(&list)?.ids.iter().map(|id| ActivityId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Activity(*id)))?;
    for id in ids {
        let known = world.activity(&id)?;
        if known.withdrawn_at.is_none() && alike(&known.record, &activity.record) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Enters a joint activity and asks everyone who took part.
pub fn enter(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    fields: &ActivityFields,
) -> Deciding<Answer> {
    world.want(
        fields
            .deputies
            .iter()
            .map(|id| Key::Deputy(*id))
            .chain([Key::Office(fields.office)]),
    )?;
    let faults = fields.faults(day_of(cx.now));
    if faults.contains(&ActivityFault::InFuture) {
        return Err(Stop::Refused(Refusal::DayInFuture));
    }
    if !faults.is_empty() || fields.deputies.is_empty() {
        return Err(Stop::Refused(Refusal::ActivityFaulty));
    }
    for id in &fields.deputies {
        let deputy = world.deputy(id)?;
        if !steers(world.office(&fields.office)?, deputy.office_id) {
            return Err(Stop::Refused(Refusal::NotYours));
        }
        if deputy.status != DeputyStatus::InOffice || deputy.gone_at.is_some() {
            return Err(Stop::Refused(Refusal::NotInOffice));
        }
    }
    let record = fields.record(&world.office(&fields.office)?.name);
    let activity = Activity {
        id: cx.ids.next(),
        office_id: fields.office,
        on: record.on,
        participants: i64::try_from(fields.deputies.len()).unwrap_or(i64::MAX),
        record,
        entered_by: by,
        created_at: cx.now,
        withdrawn_at: None,
    };
    if !fields.anyway && looks_same(world, fields, &activity)? {
        return Err(Stop::Refused(Refusal::ActivitySame));
    }
    let unbound = ask_all(world, cx, fields, &activity)?;
    audit(
        world,
        cx,
        by,
        "activity.entered",
        format!("activity {}", activity.id),
    )?;
    let id = activity.id;
    world.put_activity(activity);
    Ok(Answer::Activity {
        activity: id,
        unbound,
    })
}

/// One draft and one card for each who took part; gives how many have no account.
fn ask_all(
    world: &mut World,
    cx: &Context<'_>,
    fields: &ActivityFields,
    activity: &Activity,
) -> Deciding<usize> {
    let lists: Vec<ListKey> = fields
        .deputies
        .iter()
        .map(|deputy| near(*deputy, &activity.record))
        .collect();
    world.want(lists.iter().map(|list| Key::List(list.clone())))?;
    let mut known = Vec::new();
    for list in &lists {
        known.push(
            world
                .list(list)?
                .ids
                .iter()
                .map(|id| RecordId(*id))
                .collect::<Vec<_>>(),
        );
    }
    world.want(known.iter().flatten().map(|id| Key::Record(*id)))?;
    let accounts = fields
        .deputies
        .iter()
        .filter_map(|id| world.find_deputy(id).ok().flatten()?.account_id);
    world.want(accounts.map(Key::Account).collect::<Vec<_>>())?;
    let mut unbound = 0;
    for (deputy, known) in fields.deputies.iter().zip(known) {
        let mut record = activity.record.clone();
        for id in known {
            let same = world
                .find_record(&id)?
                .filter(|row| alike(&row.record, &activity.record));
            record.open.same_as = record.open.same_as.or(same.map(|row| row.id));
        }
        let row = RecordRow {
            activity_id: Some(activity.id),
            ..RecordRow::new(cx.ids.next(), *deputy, record, cx.now)
        };
        let id = row.id;
        world.put_record(row);
        match account_of(world, *deputy)? {
            Some(account) => {
                owe(&account, MessageKind::Record { record: id }, cx)
                    .due(cx.rules.quiet.after_quiet(cx.now))
                    .put(world, cx);
            }
            None => unbound += 1,
        }
    }
    Ok(unbound)
}

/// Takes an activity back that was entered wrongly: drafts go, what a deputy has confirmed stays and can be returned.
pub fn withdraw(world: &mut World, cx: &Context<'_>, by: Option<AccountId>, id: ActivityId) -> Deciding<()> {
    let mut activity = world.activity(&id)?.clone();
    if activity.withdrawn_at.is_some() {
        return Ok(());
    }
    let list = ListKey::RecordsOfActivity(id);
    let ids: Vec<RecordId> = world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let officer = match by {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    for id in ids {
        let row = world.record(&id)?.clone();
        if row.record.state == RecordState::Draft && is_of_activity(&row.record) {
            go(
                world,
                cx,
                officer.as_ref(),
                row,
                RecordState::Dropped,
                "withdrawn",
            );
        }
    }
    activity.withdrawn_at = Some(cx.now);
    world.put_activity(activity);
    audit(world, cx, by, "activity.withdrawn", format!("activity {id}"))
}
