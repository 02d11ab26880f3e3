//! What belongs to a suggestion: to whom it was handed out, and what was replied. Read by flows, renderings, the desk and the
//! command line.

use super::assignment::Assignment;
use super::ids::{AssignmentId, ReplyId, SuggestionId};
use super::reply::Reply;
use super::world::{Deciding, Key, ListKey, World};

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
