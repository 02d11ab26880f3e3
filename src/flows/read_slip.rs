//! Gathering what the opinion slip of a reply says. Called by the desk, the command line and the job that mails slips; it reads
//! only.

use crate::domain::feedback::{RehandlingWish, Slip, Timeliness};
use crate::domain::ids::ReplyId;
use crate::domain::world::{Deciding, Key, World};

/// The slip of a reply; without feedback a blank one, to be filled in by hand.
pub fn read_slip(world: &World, id: ReplyId) -> Deciding<Slip> {
    world.want([Key::Reply(id), Key::Feedback(id)])?;
    let reply = world.reply(&id)?;
    world.want([
        Key::Suggestion(reply.suggestion_id),
        Key::Assignment(reply.assignment_id),
        Key::Deputy(reply.deputy_id),
    ])?;
    let suggestion = world.suggestion(&reply.suggestion_id)?;
    let unit = world.assignment(&reply.assignment_id)?.handling_unit_id;
    let unit = world.handling_unit(&unit)?;
    let feedback = world.find_feedback(&id)?;
    Ok(Slip {
        number: suggestion.number.clone(),
        title: suggestion.title.clone(),
        deputy: world.deputy(&reply.deputy_id)?.name.clone(),
        unit: unit.name.clone(),
        document_number: reply.document_number.clone(),
        received_on: reply.received_on,
        due_on: reply.due_on,
        handling: feedback.and_then(|it| it.handling),
        reply: feedback.and_then(|it| it.reply),
        reasons: feedback.map(|it| it.reasons.clone()).unwrap_or_default(),
        rehandling: feedback.map_or(RehandlingWish::Unsaid, |it| it.rehandling),
        given_on: feedback.and_then(|it| it.given_on),
        timeliness: feedback.map_or(Timeliness::None, |it| it.timeliness),
    })
}
