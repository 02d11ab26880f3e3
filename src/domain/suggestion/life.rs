//! What belongs to a suggestion: to whom it was handed out, and what was replied. Read by flows, renderings, the desk and the
//! command line.

use crate::domain::ids::{AssignmentId, ReplyId, SuggestionId};
use crate::domain::suggestion::assignment::Assignment;
use crate::domain::suggestion::reply::Reply;
use crate::domain::world::{Deciding, Key, ListKey, World};

/// Rows in the order of their lists.
pub type Life<'a> = (Vec<&'a Assignment>, Vec<&'a Reply>);

/// The assignments and replies of a suggestion.
pub fn life_of(world: &World, id: SuggestionId) -> Deciding<Life<'_>> {
    rows_of(world, &ListKey::Assignments(id), &ListKey::Replies(id))
}

/// The rows of a list of assignments and of a list of replies, asked for at once.
pub fn rows_of<'a>(world: &'a World, assignments: &ListKey, replies: &ListKey) -> Deciding<Life<'a>> {
    world.want([Key::List(assignments.clone()), Key::List(replies.clone())])?;
    let assignments = &world.list(assignments)?.ids;
    let replies = &world.list(replies)?.ids;
    world.want(
        assignments
            .iter()
            .map(|id| Key::Assignment(AssignmentId(*id)))
            .chain(replies.iter().map(|id| Key::Reply(ReplyId(*id)))),
    )?;
    Ok((
        assignments
            .iter()
            .map(|id| world.assignment(&AssignmentId(*id)))
            .collect::<Deciding<_>>()?,
        replies
            .iter()
            .map(|id| world.reply(&ReplyId(*id)))
            .collect::<Deciding<_>>()?,
    ))
}

/// Asks at once for all that belongs to several suggestions, so that telling them takes as few rounds as telling one.
pub fn want_lives(world: &World, ids: &[SuggestionId]) -> Deciding<()> {
    world.want(ids.iter().flat_map(|id| {
        [
            Key::Suggestion(*id),
            Key::List(ListKey::Assignments(*id)),
            Key::List(ListKey::Replies(*id)),
        ]
    }))?;
    let mut rows = Vec::new();
    for id in ids {
        let assignments = &world.list(&ListKey::Assignments(*id))?.ids;
        rows.extend(assignments.iter().map(|id| Key::Assignment(AssignmentId(*id))));
        let replies = &world.list(&ListKey::Replies(*id))?.ids;
        rows.extend(replies.iter().map(|id| Key::Reply(ReplyId(*id))));
    }
    let mut units = Vec::new();
    world.want(rows.iter().cloned())?;
    for row in rows {
        if let Key::Assignment(id) = row {
            units.push(Key::HandlingUnit(world.assignment(&id)?.handling_unit_id));
        }
    }
    world.want(units)
}

/// Assignments with the names of their units.
pub fn with_units(world: &World, assignments: &[&Assignment]) -> Deciding<Vec<(Assignment, String)>> {
    world.want(
        assignments
            .iter()
            .map(|row| Key::HandlingUnit(row.handling_unit_id)),
    )?;
    assignments
        .iter()
        .map(|row| {
            let unit = world.handling_unit(&row.handling_unit_id)?;
            Ok(((*row).clone(), unit.name.clone()))
        })
        .collect()
}
