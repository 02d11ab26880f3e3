//! Handing suggestions out to handling units: the directory of units, an assignment with its clock, extending it, and taking
//! back a wrong one.
//!
//! **Invariants:** three months from the day of handing out, six only by a person with a reason (Deputies Law, article 51);
//! who handles a matter jointly owes the deputy no reply of its own, so no clock runs for it.

use chrono::NaiveDate;

use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::deadline::DeadlineRule;
use crate::domain::ids::{AccountId, AssignmentId, HandlingUnitId, SuggestionId};
use crate::domain::personal_data::EmailAddress;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState, HandlingUnit};
use crate::domain::suggestion::command::UnitStanding;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::{Suggestion, SuggestionAct};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::keep_suggestion::{Line, note, reason, restate, tell_deputy, want_accounts};
use super::work_deadlines::InForce;

/// Enters a unit into the directory, or changes it.
#[expect(
    clippy::too_many_arguments,
    reason = "the fields of a short form, each of its own kind"
)]
pub fn keep_unit(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    unit: Option<HandlingUnitId>,
    name: &str,
    other_names: &str,
    email: &str,
    standing: UnitStanding,
) -> Deciding<Answer> {
    let name = name.trim();
    if name.is_empty() || name.contains('、') {
        return Err(Stop::Refused(Refusal::HandlingUnitUnknown));
    }
    let holder = world.handling_unit_named(&name.to_owned())?;
    if holder.is_some() && holder != unit {
        return Err(Stop::Refused(Refusal::HandlingUnitTaken));
    }
    if !email.trim().is_empty() && EmailAddress::read(email).is_none() {
        return Err(Stop::Refused(Refusal::ContactUnreadable));
    }
    let old = match unit {
        Some(id) => Some(world.handling_unit(&id)?.clone()),
        None => None,
    };
    let id = old.as_ref().map_or_else(|| cx.ids.next(), |old| old.id);
    world.put_handling_unit(HandlingUnit {
        id,
        name: name.to_owned(),
        other_names: other_names
            .split(['、', ',', '，', ';', '；'])
            .map(str::trim)
            .filter(|other| !other.is_empty())
            .collect::<Vec<_>>()
            .join("、"),
        email: email.trim().to_owned(),
        created_at: old.as_ref().map_or(cx.now, |old| old.created_at),
        ended_at: match standing {
            UnitStanding::InBeing => None,
            UnitStanding::Ended => Some(old.and_then(|old| old.ended_at).unwrap_or(cx.now)),
        },
    });
    audit(world, cx, by, "handling-unit.kept", format!("handling-unit {id}"))?;
    Ok(Answer::HandlingUnit(id))
}

/// Puts an assignment with its clock. The caller has checked that the unit doesn't have it.
pub(super) fn put_assignment(
    world: &mut World,
    cx: &Context<'_>,
    in_force: &InForce,
    suggestion: &Suggestion,
    unit: HandlingUnitId,
    role: AssignmentRole,
    on: NaiveDate,
) -> AssignmentId {
    let id: AssignmentId = cx.ids.next();
    let rule = DeadlineRule::Reply3m;
    let deadline = in_force.deadline(on, rule);
    let owes = role.owes_reply();
    world.put_assignment(Assignment {
        id,
        suggestion_id: suggestion.id,
        handling_unit_id: unit,
        deputy_id: suggestion.deputy_id,
        office_id: suggestion.office_id,
        role,
        state: if owes {
            AssignmentState::Open
        } else {
            AssignmentState::Assisting
        },
        round: 1,
        after_reply_id: None,
        handed_out_on: on,
        rule,
        nominal_on: deadline.nominal_on,
        due_on: deadline.due_on,
        is_provisional: deadline.is_provisional(),
        calendar_version: in_force.version,
        extended_at: None,
        extended_by: None,
        extended_why: String::new(),
        returned_at: None,
        returned_by: None,
        returned_why: String::new(),
        next_step_at: owes.then_some(cx.now),
        created_at: cx.now,
    });
    id
}

/// Hands a suggestion out to one unit.
pub fn assign(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: SuggestionId,
    unit: HandlingUnitId,
    role: AssignmentRole,
    on: NaiveDate,
) -> Deciding<Answer> {
    let list = ListKey::Assignments(id);
    world.want([
        Key::Suggestion(id),
        Key::HandlingUnit(unit),
        Key::List(list.clone()),
    ])?;
    let suggestion = world.suggestion(&id)?.clone();
    if !suggestion.state.is_open() {
        return Err(Stop::Refused(Refusal::SuggestionWithdrawn));
    }
    if world.handling_unit(&unit)?.ended_at.is_some() {
        return Err(Stop::Refused(Refusal::HandlingUnitUnknown));
    }
    if on > day_of(cx.now) {
        return Err(Stop::Refused(Refusal::HandedOutInFuture));
    }
    let there: Vec<AssignmentId> = world
        .list(&list)?
        .ids
        .iter()
        .map(|id| AssignmentId(*id))
        .collect();
    world.want(there.iter().map(|id| Key::Assignment(*id)))?;
    for other in there {
        let other = world.assignment(&other)?;
        let stands = !matches!(
            other.state,
            AssignmentState::Returned | AssignmentState::Withdrawn
        );
        if other.handling_unit_id == unit && stands {
            return Err(Stop::Refused(Refusal::AssignedAlready));
        }
    }
    want_accounts(world, &[suggestion.deputy_id])?;
    let in_force = InForce::of(world)?;
    let assignment = put_assignment(world, cx, &in_force, &suggestion, unit, role, on);
    restate(world, id, &[assignment])?;
    let line = Line::of(id, SuggestionAct::Assigned).assignment(assignment);
    note(world, cx, by, line);
    audit(
        world,
        cx,
        by,
        "suggestion.assigned",
        format!("assignment {assignment}"),
    )?;
    let about = SuggestionMessage::HandedOut {
        suggestions: vec![id],
    };
    tell_deputy(world, cx, suggestion.deputy_id, about)?;
    Ok(Answer::Assigned(assignment))
}

/// Six months instead of three.
pub fn extend(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: AssignmentId,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let mut row = world.assignment(&id)?.clone();
    match row.state {
        AssignmentState::Open => {}
        AssignmentState::Answered => return Err(Stop::Refused(Refusal::RepliedAlready)),
        AssignmentState::Assisting | AssignmentState::Returned => {
            return Err(Stop::Refused(Refusal::UnitOwesNoReply));
        }
        AssignmentState::Withdrawn => return Err(Stop::Refused(Refusal::SuggestionWithdrawn)),
    }
    if row.rule == DeadlineRule::Reply6m {
        return Err(Stop::Refused(Refusal::ExtendedAlready));
    }
    let in_force = InForce::of(world)?;
    let before = row.due_on;
    row.rule = DeadlineRule::Reply6m;
    row.set_deadline(&in_force.deadline(row.handed_out_on, row.rule), in_force.version);
    row.extended_at = Some(cx.now);
    row.extended_by = by;
    why.clone_into(&mut row.extended_why);
    row.next_step_at = Some(cx.now);
    let line = Line::of(row.suggestion_id, SuggestionAct::Extended)
        .assignment(id)
        .value("due_on", before.to_string(), row.due_on.to_string())
        .why(why);
    world.put_assignment(row);
    note(world, cx, by, line);
    audit(world, cx, by, "assignment.extended", format!("assignment {id}"))?;
    Ok(Answer::Done)
}

/// The unit returned it: the matter isn't its own.
pub fn return_wrong(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: AssignmentId,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let mut row = world.assignment(&id)?.clone();
    match row.state {
        AssignmentState::Open | AssignmentState::Assisting => {}
        AssignmentState::Answered => return Err(Stop::Refused(Refusal::RepliedAlready)),
        AssignmentState::Returned => return Err(Stop::Refused(Refusal::UnitOwesNoReply)),
        AssignmentState::Withdrawn => return Err(Stop::Refused(Refusal::SuggestionWithdrawn)),
    }
    row.state = AssignmentState::Returned;
    row.returned_at = Some(cx.now);
    row.returned_by = by;
    why.clone_into(&mut row.returned_why);
    row.next_step_at = None;
    let suggestion = row.suggestion_id;
    world.put_assignment(row);
    restate(world, suggestion, &[])?;
    let line = Line::of(suggestion, SuggestionAct::Returned)
        .assignment(id)
        .why(why);
    note(world, cx, by, line);
    audit(world, cx, by, "assignment.returned", format!("assignment {id}"))?;
    Ok(Answer::Done)
}
