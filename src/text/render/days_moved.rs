//! Last days that moved because a plan of days off came: told to the deputies concerned, and to the provincial office as a count.

use crate::domain::button::Act;
use crate::domain::ids::{AssignmentId, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::life::want_lives;
use crate::domain::world::{Deciding, Key, Stop};
use crate::text::Args;

use super::suggestion::{NAMED, days, more, of_reply, own, reply_args, suggestion_called, unit_name};
use super::telling::{Telling, page};

/// To a deputy: which, and until when now.
pub(super) fn to_deputy(
    t: &Telling<'_>,
    assignments: &[AssignmentId],
    replies: &[ReplyId],
) -> Deciding<Rendered> {
    let shown = replies.len().min(NAMED);
    let others = assignments.len().min(NAMED - shown);
    let rows = replies[..shown].iter().map(|id| Key::Reply(*id));
    t.world
        .want(rows.chain(assignments[..others].iter().map(|id| Key::Assignment(*id))))?;
    let mut suggestions = Vec::new();
    for id in &replies[..shown] {
        suggestions.push(t.world.reply(id)?.suggestion_id);
    }
    for id in &assignments[..others] {
        suggestions.push(t.world.assignment(id)?.suggestion_id);
    }
    want_lives(t.world, &suggestions)?;
    let mut lines = vec![t.say("days-moved")];
    let mut named = 0;
    for id in replies.iter().take(NAMED) {
        let (reply, suggestion, unit) = of_reply(t, *id)?;
        own(t, suggestion.id)?;
        lines.push(t.say_with("days-moved-feedback", &reply_args(t, reply, suggestion, unit)));
        named += 1;
    }
    for id in assignments.iter().take(NAMED.saturating_sub(named)) {
        let row = t.world.assignment(id)?;
        let suggestion = own(t, row.suggestion_id)?;
        let args = Args::new()
            .text("suggestion", suggestion_called(suggestion, t.words))
            .text("unit", unit_name(t, row)?)
            .text("days", days(t, row.nominal_on, row.due_on, row.is_provisional));
        lines.push(t.say_with("days-moved-reply", &args));
    }
    more(t, assignments.len() + replies.len(), &mut lines);
    Ok(page(
        lines,
        vec![vec![t.button("button-suggestions", Act::Suggestions(0))]],
    ))
}

/// To an officer of the provincial office: how many.
pub(super) fn to_office(t: &Telling<'_>, count: i64) -> Deciding<Rendered> {
    if t.officer()?.is_none() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let args = Args::new().number("count", count).text("url", t.desk_url());
    Ok(page(vec![t.say_with("office-days-moved", &args)], vec![]))
}
