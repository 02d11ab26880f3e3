//! The deadlines of assignments and replies: worked out by the calendar in force, and again when another one comes (F61).
//!
//! Called by the flows that hand out and record, and by the job that follows a new calendar in batches. **Invariants:** each
//! row says by which version its days were worked out, so a batch finds what is left and may run twice; people are told
//! only of a last day that moved, each once, the provincial office of all of them together.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::calendar::Calendar;
use crate::domain::context::Context;
use crate::domain::deadline::{Began, Deadline, DeadlineRule, work_out};
use crate::domain::ids::{AccountId, AssignmentId, CalendarVersion, DeputyId, OfficeId, OfficerId, ReplyId};
use crate::domain::keeping::Counter;
use crate::domain::message_kind::MessageKind;
use crate::domain::suggestion::SuggestionAct;
use crate::domain::suggestion::assignment::Assignment;
use crate::domain::suggestion::life::rows_of;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::reply::Reply;
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::import_roster::PROVINCIAL;
use super::keep_suggestion::{Line, note, tell_deputy};
use super::owe::owe;
use crate::domain::calendar::in_force::{current, moved_counter};

/// The calendar in force with its version; 0 is what the program ships, before a version was laid down.
pub struct InForce {
    /// Which.
    pub version: CalendarVersion,
    /// The calendar.
    pub calendar: Calendar,
}

impl InForce {
    /// The one in force now.
    pub fn of(world: &World) -> Deciding<Self> {
        Ok(match current(world)? {
            Some(row) => Self {
                version: row.version,
                calendar: row.calendar.clone(),
            },
            None => Self {
                version: CalendarVersion(0),
                calendar: Calendar::shipped().clone(),
            },
        })
    }

    /// Works a deadline out.
    pub fn deadline(&self, from: NaiveDate, rule: DeadlineRule) -> Deadline {
        work_out(Began::on(from), rule.period(), &self.calendar)
    }
}

/// What a deputy is to be told of.
#[derive(Default)]
struct Moved {
    assignments: Vec<AssignmentId>,
    replies: Vec<ReplyId>,
}

/// Counts what moved over all batches, and tells the provincial office once there is nothing left to work out.
fn note_moved(
    world: &mut World,
    cx: &Context<'_>,
    version: CalendarVersion,
    looked_at: usize,
    moved: usize,
) -> Deciding<()> {
    let name = moved_counter(version);
    let before = world.find_counter(&name)?.map_or(0, |counter| counter.value);
    if looked_at > 0 {
        let value = before + i64::try_from(moved).unwrap_or(0);
        if value != before {
            world.put_counter(Counter { name, value });
        }
        return Ok(());
    }
    if before == 0 {
        return Ok(());
    }
    if let Some(province) = world.office_coded(&PROVINCIAL.to_owned())? {
        let about = SuggestionMessage::OfficeDaysMoved { count: before };
        for account in officers_of(world, province)? {
            owe(&account, MessageKind::Suggestion { about: about.clone() }, cx)
                .due(cx.rules.quiet.after_quiet(cx.now))
                .put(world, cx);
        }
    }
    world.put_counter(Counter { name, value: 0 });
    Ok(())
}

/// The accounts of an office's officers.
fn officers_of(world: &World, office: OfficeId) -> Deciding<Vec<Account>> {
    let ids: Vec<OfficerId> = world
        .list(&ListKey::Officers(office))?
        .ids
        .iter()
        .map(|id| OfficerId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Officer(*id)))?;
    let accounts: Vec<AccountId> = ids
        .iter()
        .map(|id| Ok(world.officer(id)?.account_id))
        .collect::<Deciding<_>>()?;
    world.want(accounts.iter().map(|id| Key::Account(*id)))?;
    accounts.iter().map(|id| Ok(world.account(id)?.clone())).collect()
}

/// Works out again what an older calendar worked out, as much as a batch takes.
pub fn recalculate(world: &mut World, cx: &Context<'_>) -> Deciding<Answer> {
    let in_force = InForce::of(world)?;
    let (assignments, replies) = rows_of(
        world,
        &ListKey::AssignmentsBefore(in_force.version),
        &ListKey::RepliesBefore(in_force.version),
    )?;
    let assignments: Vec<Assignment> = assignments.into_iter().cloned().collect();
    let replies: Vec<Reply> = replies.into_iter().cloned().collect();
    let looked_at = assignments.len() + replies.len();
    let deputies: Vec<DeputyId> = assignments
        .iter()
        .map(|row| row.deputy_id)
        .chain(replies.iter().map(|row| row.deputy_id))
        .collect();
    super::keep_suggestion::want_accounts(world, &deputies)?;
    let mut moved: BTreeMap<DeputyId, Moved> = BTreeMap::new();
    for mut row in assignments {
        let before = row.due_on;
        row.set_deadline(&in_force.deadline(row.handed_out_on, row.rule), in_force.version);
        if row.due_on != before {
            row.next_step_at = Some(cx.now);
            let line = Line::of(row.suggestion_id, SuggestionAct::Recalculated)
                .assignment(row.id)
                .value("due_on", before.to_string(), row.due_on.to_string());
            note(world, cx, None, line);
            moved.entry(row.deputy_id).or_default().assignments.push(row.id);
        }
        world.put_assignment(row);
    }
    for mut row in replies {
        let (Some(from), Some(before)) = (row.received_on, row.due_on) else {
            continue;
        };
        row.set_deadline(&in_force.deadline(from, DeadlineRule::Feedback), in_force.version);
        if row.due_on != Some(before) {
            row.next_step_at = Some(cx.now);
            let after = row.due_on.map(|on| on.to_string()).unwrap_or_default();
            let line = Line::of(row.suggestion_id, SuggestionAct::Recalculated)
                .reply(&row)
                .value("due_on", before.to_string(), after);
            note(world, cx, None, line);
            moved.entry(row.deputy_id).or_default().replies.push(row.id);
        }
        world.put_reply(row);
    }
    let count = moved
        .values()
        .map(|it| it.assignments.len() + it.replies.len())
        .sum();
    note_moved(world, cx, in_force.version, looked_at, count)?;
    for (deputy, it) in moved {
        let about = SuggestionMessage::DaysMoved {
            assignments: it.assignments,
            replies: it.replies,
        };
        tell_deputy(world, cx, deputy, about)?;
    }
    Ok(Answer::Recalculated {
        looked_at,
        moved: count,
    })
}
