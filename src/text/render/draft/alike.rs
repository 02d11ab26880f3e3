//! The same content elsewhere, and what deputies answer; and what the office registered of a draft.

use crate::domain::button::{Act, Button};
use crate::domain::draft::message::DraftTap;
use crate::domain::ids::SuggestionId;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::life::{life_of, want_lives};
use crate::domain::suggestion::{Openness, Suggestion};
use crate::domain::world::{Deciding, Key, Stop};
use crate::text::Args;
use crate::text::suggestion_words::state_word;

use super::super::cut::one_line;
use super::super::names::deputy_in_full;
use super::super::suggestion::suggestion_called;
use super::super::telling::{Telling, page};
use super::{ON_BUTTON, called, own, tap};

fn titled(t: &Telling<'_>, key: &str, draft: &Suggestion, act: Act) -> Button {
    let title = one_line(&called(t, draft), ON_BUTTON);
    Button {
        label: t.say_with(key, &Args::new().text("title", title)),
        act,
    }
}

pub(super) fn alike(
    t: &Telling<'_>,
    id: SuggestionId,
    mine: &[SuggestionId],
    others: &[SuggestionId],
    earlier: &[SuggestionId],
) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    t.world.want(
        mine.iter()
            .chain(others)
            .chain(earlier)
            .flat_map(|id| [Key::Suggestion(*id), Key::Draft(*id)]),
    )?;
    let mut deputies = Vec::new();
    for other in others {
        deputies.push(Key::Deputy(t.world.suggestion(other)?.deputy_id));
    }
    t.world.want(deputies)?;
    want_lives(t.world, earlier)?;
    let mut lines = vec![t.say_with("draft-alike", &Args::new().text("draft", called(t, draft)))];
    let mut buttons = Vec::new();
    for other in mine {
        let (other, other_row) = own(t, *other)?;
        if !other_row.stage.is_open() {
            continue;
        }
        lines.push(t.say_with("draft-alike-own", &Args::new().text("draft", called(t, other))));
        if row.stage.is_open() {
            buttons.push(vec![
                titled(t, "button-draft-merge-here", draft, Act::DraftMerge(id, other.id)),
                titled(
                    t,
                    "button-draft-merge-there",
                    other,
                    Act::DraftMerge(other.id, id),
                ),
            ]);
        }
    }
    for other in others {
        let other = t.world.suggestion(other)?;
        let shares = t
            .world
            .find_draft(&other.id)?
            .is_some_and(|row| row.shares && row.stage.is_open());
        if !(shares && row.shares) {
            continue;
        }
        let deputy = t.world.deputy(&other.deputy_id)?;
        let args = Args::new()
            .text("draft", called(t, other))
            .text("deputy", deputy_in_full(deputy, t.words));
        lines.push(t.say_with("draft-alike-other", &args));
        buttons.push(vec![Button {
            label: t.say_with("button-draft-propose", &args),
            act: Act::DraftPropose(id, other.id),
        }]);
    }
    for other in earlier {
        lines.extend(earlier_line(t, *other, &mut buttons)?);
    }
    if lines.len() == 1 {
        lines = vec![t.say("draft-alike-none")];
    } else {
        lines.push(t.say("draft-alike-rule"));
    }
    if row.stage.is_open() {
        lines.push(t.say(if row.shares {
            "draft-shares"
        } else {
            "draft-shares-not"
        }));
        buttons.push(vec![if row.shares {
            tap(t, "button-draft-unshare", DraftTap::Unshare, id)
        } else {
            tap(t, "button-draft-share", DraftTap::Share, id)
        }]);
    }
    buttons.push(vec![tap(t, "button-draft-whole", DraftTap::Show, id)]);
    Ok(page(lines, buttons))
}

/// A registered suggestion with where it stands and what was replied: the deputy's own, or one whose text is public.
fn earlier_line(t: &Telling<'_>, id: SuggestionId, buttons: &mut Vec<Vec<Button>>) -> Deciding<Vec<String>> {
    let row = t.world.suggestion(&id)?;
    let is_own = t.to.deputy_id == Some(row.deputy_id);
    if row.number.is_empty() || !is_own && row.openness != Openness::Open {
        return Ok(vec![]);
    }
    let (_, replies) = life_of(t.world, id)?;
    let replied: Vec<String> = replies
        .iter()
        .filter_map(|reply| reply.received_on)
        .map(|on| t.day(on))
        .collect();
    let args = Args::new()
        .text("suggestion", suggestion_called(row, t.words))
        .text("state", state_word(row.state, t.words))
        .text("replied", replied.join(&t.say("suggestion-joiner")));
    let key = match (is_own, replied.is_empty()) {
        (true, true) => "draft-alike-earlier",
        (true, false) => "draft-alike-earlier-replied",
        (false, true) => "draft-alike-public",
        (false, false) => "draft-alike-public-replied",
    };
    if is_own {
        buttons.push(vec![titled(t, "button-suggestion", row, Act::ShowSuggestion(id))]);
    }
    Ok(vec![t.say_with(key, &args)])
}

pub(super) fn merged(t: &Telling<'_>, kept: SuggestionId, gone: SuggestionId) -> Deciding<Rendered> {
    let (stays, _) = own(t, kept)?;
    let (goes, _) = own(t, gone)?;
    let args = Args::new()
        .text("kept", called(t, stays))
        .text("gone", called(t, goes));
    Ok(page(
        vec![t.say_with("draft-merged", &args)],
        vec![vec![
            tap(t, "button-draft-whole", DraftTap::Show, kept),
            tap(t, "button-draft-merged-view", DraftTap::Show, gone),
        ]],
    ))
}

/// Title and deputy of a draft whose deputy agreed to be told of.
fn shared<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<(&'a Suggestion, String)> {
    t.world.want([Key::Suggestion(id), Key::Draft(id)])?;
    let draft = t.world.suggestion(&id)?;
    if !t.world.draft(&id)?.shares {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    t.world.want([Key::Deputy(draft.deputy_id)])?;
    Ok((draft, deputy_in_full(t.world.deputy(&draft.deputy_id)?, t.words)))
}

pub(super) fn join_asked(t: &Telling<'_>, theirs: SuggestionId, mine: SuggestionId) -> Deciding<Rendered> {
    let (own_one, _) = own(t, mine)?;
    let (other, deputy) = shared(t, theirs)?;
    let args = Args::new()
        .text("deputy", deputy)
        .text("theirs", called(t, other))
        .text("mine", called(t, own_one));
    Ok(page(
        vec![t.say_with("draft-join-asked", &args)],
        vec![vec![
            t.button("button-draft-join", Act::DraftJoin(theirs, mine, true)),
            t.button("button-draft-apart", Act::DraftJoin(theirs, mine, false)),
        ]],
    ))
}

pub(super) fn join_sent(t: &Telling<'_>, mine: SuggestionId) -> Deciding<Rendered> {
    own(t, mine)?;
    Ok(page(
        vec![t.say("draft-join-sent")],
        vec![vec![tap(t, "button-draft-whole", DraftTap::Show, mine)]],
    ))
}

pub(super) fn join_answered(
    t: &Telling<'_>,
    mine: SuggestionId,
    theirs: SuggestionId,
    together: bool,
) -> Deciding<Rendered> {
    let (draft, _) = own(t, mine)?;
    let (_, deputy) = shared(t, theirs)?;
    let args = Args::new().text("deputy", deputy).text("draft", called(t, draft));
    let key = if together {
        "draft-join-together"
    } else {
        "draft-join-apart"
    };
    Ok(page(
        vec![t.say_with(key, &args)],
        vec![vec![
            tap(t, "button-draft-names", DraftTap::Names, mine),
            tap(t, "button-draft-whole", DraftTap::Show, mine),
        ]],
    ))
}

/// The draft and the office's row, both the person's own.
fn both<'a>(t: &Telling<'a>, draft: SuggestionId, row: SuggestionId) -> Deciding<Args<'a>> {
    let (draft, _) = own(t, draft)?;
    let row = t.world.suggestion(&row)?;
    if t.to.deputy_id != Some(row.deputy_id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    Ok(Args::new()
        .text("draft", called(t, draft))
        .text("suggestion", suggestion_called(row, t.words)))
}

pub(super) fn registered(t: &Telling<'_>, draft: SuggestionId, row: SuggestionId) -> Deciding<Rendered> {
    let args = both(t, draft, row)?;
    Ok(page(
        vec![t.say_with("draft-registered", &args)],
        vec![vec![
            t.button("button-draft-registered", Act::ShowSuggestion(row)),
        ]],
    ))
}

pub(super) fn ask_registered(t: &Telling<'_>, draft: SuggestionId, row: SuggestionId) -> Deciding<Rendered> {
    let args = both(t, draft, row)?;
    Ok(page(
        vec![t.say_with("draft-ask-registered", &args)],
        vec![vec![
            t.button("button-draft-is", Act::DraftIs(draft, row, true)),
            t.button("button-draft-is-not", Act::DraftIs(draft, row, false)),
        ]],
    ))
}
