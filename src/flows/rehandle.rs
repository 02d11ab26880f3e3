//! Re-handling (重新办理) after a dissatisfied feedback: the same unit is handed the suggestion once more, linked to the reply
//! that the deputy was dissatisfied with, with a clock of its own; its reply gets a verdict of its own.
//!
//! The period is that of any reply, three months: Hunan's own time for re-handling is not known to us, and an officer
//! extends it as with any other.

use chrono::NaiveDate;

use crate::domain::context::Context;
use crate::domain::deadline::{Began, DeadlineRule, work_out};
use crate::domain::ids::{AccountId, AssignmentId, CalendarVersion, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::SuggestionState;
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::reply::ReplyState;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::give_feedback::{feedback_of, open_reply};
use super::remind::plan_assignment;
use crate::domain::calendar::in_force::{current, in_force};

/// Hands the suggestion out once more; gives the new assignment.
pub fn rehandle(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    on: Option<NaiveDate>,
) -> Deciding<AssignmentId> {
    let reply = open_reply(world, id)?;
    if !feedback_of(world, cx, &reply)?.is_dissatisfied() {
        return Err(Stop::Refused(Refusal::NotDissatisfied));
    }
    let on = on.unwrap_or(day_of(cx.now));
    if on > day_of(cx.now) {
        return Err(Stop::Refused(Refusal::DayInFuture));
    }
    if reply.received_on.is_some_and(|received| on < received) {
        return Err(Stop::Refused(Refusal::DayBeforeReply));
    }
    let list = ListKey::Assignments(reply.suggestion_id);
    world.want([
        Key::List(list.clone()),
        Key::Assignment(reply.assignment_id),
        Key::Suggestion(reply.suggestion_id),
    ])?;
    let ids: Vec<AssignmentId> = world
        .list(&list)?
        .ids
        .iter()
        .map(|id| AssignmentId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Assignment(*id)))?;
    for known in ids {
        if world.assignment(&known)?.after_reply_id == Some(id) {
            return Err(Stop::Refused(Refusal::RehandledAlready));
        }
    }
    let version = current(world)?.map_or(CalendarVersion(0), |row| row.version);
    let rule = DeadlineRule::Reply3m;
    let deadline = work_out(Began::on(on), rule.period(), in_force(world)?);
    let first = world.assignment(&reply.assignment_id)?.clone();
    let mut again = Assignment {
        id: cx.ids.next(),
        state: AssignmentState::Open,
        round: first.round + 1,
        after_reply_id: Some(id),
        handed_out_on: on,
        rule,
        extended_at: None,
        extended_by: None,
        extended_why: String::new(),
        returned_at: None,
        returned_by: None,
        returned_why: String::new(),
        next_step_at: None,
        created_at: cx.now,
        ..first
    };
    again.set_deadline(&deadline, version);
    world.want([Key::Reminder((
        crate::domain::reminder::Matter::Reply,
        again.id.0,
    ))])?;
    plan_assignment(world, cx, &mut again)?;
    let new = again.id;
    world.put_assignment(again);
    let mut suggestion = world.suggestion(&reply.suggestion_id)?.clone();
    if reply.state != ReplyState::Withdrawn {
        suggestion.state = SuggestionState::HandedOut;
    }
    world.put_suggestion(suggestion);
    super::feedback_commands::note(
        world,
        cx,
        by,
        &reply,
        crate::domain::suggestion::SuggestionAct::Rehandled,
        "",
    );
    Ok(new)
}
