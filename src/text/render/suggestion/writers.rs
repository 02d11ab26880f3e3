//! What the people hear whose letters led to a suggestion, and what the deputy hears of having told them.

use crate::domain::access::CaseRole;
use crate::domain::button::Act;
use crate::domain::ids::{CaseId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::Openness;
use crate::domain::world::{Deciding, Key, Stop};
use crate::text::Args;
use crate::text::suggestion_words::kind_word;

use super::super::telling::{Telling, numbered, page};
use super::{own, suggestion_called, unit_name, whole};

/// What became of a letter: no word of the reply, and the title only where it may be public.
pub(super) fn to_writer(t: &Telling<'_>, id: SuggestionId, case: CaseId) -> Deciding<Rendered> {
    let (case, role) = t.case(case, [Key::Suggestion(id)])?;
    if role != CaseRole::Writer {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let row = t.world.suggestion(&id)?;
    let (assignments, replies) = whole(t, id)?;
    let args = || {
        numbered(case)
            .text("title", row.title.as_str())
            .text("kind", kind_word(row.kind, t.words))
    };
    let deputy = t.world.deputy(&row.deputy_id)?;
    let key = match row.openness {
        Openness::Open => "writer-suggestion-titled",
        Openness::Unsaid | Openness::Closed => "writer-suggestion",
    };
    let mut lines = vec![t.say_with(key, &args().text("deputy", t.deputy_called(deputy)))];
    for reply in replies.iter().filter(|reply| reply.state.stands()) {
        let Some(assignment) = assignments.iter().find(|it| it.id == reply.assignment_id) else {
            continue;
        };
        let said = Args::new().text("unit", unit_name(t, assignment)?);
        lines.push(match reply.received_on {
            Some(on) => t.say_with("writer-replied", &said.text("day", t.day(on))),
            None => t.say_with("writer-replied-orally", &said),
        });
    }
    lines.push(t.say("writer-suggestion-ask"));
    Ok(page(
        lines,
        vec![vec![t.button("button-progress", Act::Progress(case.id))]],
    ))
}

pub(super) fn writers_told(t: &Telling<'_>, id: SuggestionId, told: i64, by_hand: i64) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let args = Args::new().text("suggestion", suggestion_called(row, t.words));
    let mut lines = vec![match told {
        0 => t.say_with("writers-told-none", &args),
        _ => t.say_with("writers-told", &args.number("count", told)),
    }];
    if by_hand > 0 {
        lines.push(t.say_with("writers-told-by-hand", &Args::new().number("count", by_hand)));
    }
    Ok(page(
        lines,
        vec![vec![t.button("button-suggestions", Act::Suggestions(0))]],
    ))
}
