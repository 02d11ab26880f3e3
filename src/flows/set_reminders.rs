//! Setting the rules of reminders: another table is put in force whole, with what it changes shown first; the shipped table
//! is the way back.
//!
//! Called for the desk, the command line and the job that plans open matters anew. **Invariants:** a table with any fault is
//! refused whole; each table that was in force stays in the history; what is said by a new table is claimed by the same
//! keys, so nothing that was said is said again.

use std::sync::Arc;

use crate::domain::answer::Answer;
use crate::domain::case::text::shortened;
use crate::domain::context::Context;
use crate::domain::ids::{AssignmentId, InquiryId, ReplyId};
use crate::domain::keeping::Counter;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::table::{
    IN_FORCE, REPLANNED, ReminderCommand, ReminderTable, rules_in_force, set_at,
};
use crate::domain::reminder::{InForce, Matter, read_rules};
use crate::domain::world::{Deciding, Key, Stop, World};

use super::apply_command::{Giver, check_program, check_province};
use super::audit_act::audit;
use super::remind::{Subject, keys_of, next_of, replan};

/// The counter of the history.
const HISTORY: &str = "reminder-tables";

/// Decides a command upon the table.
pub fn apply(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    command: &ReminderCommand,
) -> Deciding<Answer> {
    match command {
        ReminderCommand::Set { rules, basis } => {
            check_province(world, giver)?;
            set(world, cx, giver, rules, *basis)?;
        }
        ReminderCommand::Replan(subjects) => {
            check_program(giver)?;
            replan(world, cx, subjects)?;
        }
        ReminderCommand::Replanned(at) => {
            check_program(giver)?;
            world.put_counter(Counter {
                name: REPLANNED.to_owned(),
                value: *at,
            });
        }
    }
    Ok(Answer::Done)
}

fn set(world: &mut World, cx: &Context<'_>, giver: Giver, rules: &str, basis: Option<i64>) -> Deciding<()> {
    let by = giver.account();
    let history = HISTORY.to_owned();
    world.want([Key::ReminderTable(IN_FORCE), Key::Counter(history.clone())])?;
    if basis.is_some_and(|basis| set_at(world).is_ok_and(|at| at != basis)) {
        return Err(Stop::Refused(Refusal::RemindersMoved));
    }
    let table = read_rules(rules).map_err(|_| Stop::Refused(Refusal::RemindersFaulty))?;
    if table == *rules_in_force(world, cx.rules)?.table {
        return Err(Stop::Refused(Refusal::RemindersSame));
    }
    let place = world.find_counter(&history)?.map_or(0, |counter| counter.value) + 1;
    let row = ReminderTable {
        version: IN_FORCE,
        account_id: by,
        // Two changes within a millisecond are two.
        at: cx.now.max(set_at(world)? + 1),
        table: Arc::new(table),
    };
    world.put_reminder_table(ReminderTable {
        version: place,
        ..row.clone()
    });
    world.put_reminder_table(row);
    world.put_counter(Counter {
        name: history,
        value: place,
    });
    audit(world, cx, by, "reminders.set", format!("reminder table {place}"))
}

/// An open matter whose next reminder would be on another instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// What.
    pub matter: Matter,
    /// The title; of an inquiry its number.
    pub title: String,
    /// The next look by the rules in force.
    pub before: Option<i64>,
    /// By the new ones.
    pub after: Option<i64>,
}

/// What a table would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preview {
    /// Open matters that were looked at.
    pub open: usize,
    /// Of them, those whose next reminder moves.
    pub moved: usize,
    /// Of these, those that would be said at once.
    pub at_once: usize,
    /// The first of these, by the new instant.
    pub first: Vec<Moved>,
}

/// Matters that a preview names.
const NAMED: usize = 20;
/// Characters of a title.
const TITLE: usize = 40;

/// What the new rules would change for these open matters.
pub fn preview(
    world: &World,
    now: i64,
    old: &InForce,
    new: &InForce,
    subjects: &[Subject],
) -> Deciding<Preview> {
    world.want(subjects.iter().flat_map(|subject| keys_of(*subject)))?;
    let mut moved = Vec::new();
    for subject in subjects {
        let before = next_of(world, *subject, now, old)?;
        let after = next_of(world, *subject, now, new)?;
        if before != after {
            moved.push((*subject, before, after));
        }
    }
    moved.sort_by_key(|(subject, _, after)| (after.unwrap_or(i64::MAX), *subject));
    let named: Vec<_> = moved.iter().take(NAMED).copied().collect();
    let mut first = Vec::new();
    for ((matter, id), before, after) in &named {
        let suggestion = match matter {
            Matter::Feedback => Some(world.reply(&ReplyId(*id))?.suggestion_id),
            Matter::Reply => Some(world.assignment(&AssignmentId(*id))?.suggestion_id),
            Matter::Inquiry => None,
        };
        first.push((*matter, *id, suggestion, *before, *after));
    }
    world.want(
        first
            .iter()
            .filter_map(|(_, _, suggestion, ..)| suggestion.map(Key::Suggestion)),
    )?;
    Ok(Preview {
        open: subjects.len(),
        moved: moved.len(),
        at_once: moved
            .iter()
            .filter(|(_, _, after)| after.is_some_and(|at| at <= now))
            .count(),
        first: first
            .into_iter()
            .map(|(matter, id, suggestion, before, after)| {
                Ok(Moved {
                    matter,
                    title: match suggestion {
                        Some(id) => shortened(&world.suggestion(&id)?.title, TITLE),
                        None => world.inquiry(&InquiryId(id))?.number.to_string(),
                    },
                    before,
                    after,
                })
            })
            .collect::<Deciding<_>>()?,
    })
}
