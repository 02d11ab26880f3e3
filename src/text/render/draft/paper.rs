//! The paper of a draft as a document below a few words, and its ticks.

use crate::domain::access::{DraftRole, draft_role};
use crate::domain::button::{Act, Button};
use crate::domain::draft::message::DraftTap;
use crate::domain::draft::{DraftOrigin, DraftRow, DraftStage, Tick, content_hash};
use crate::domain::ids::SuggestionId;
use crate::domain::people::Deputy;
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::paper::{PaperName, SuggestionPaper};
use crate::domain::suggestion::{Openness, Suggestion};
use crate::domain::world::{Deciding, Key, Stop};
use crate::text::Args;

use super::super::telling::{Telling, page};
use super::{called, names, own, tap};

fn paper_name(deputy: &Deputy) -> PaperName {
    PaperName {
        name: deputy.name.clone(),
        card_number: deputy.card_number.clone(),
        delegation: deputy.delegation.clone(),
        post: deputy.post.clone(),
        phone: String::new(),
    }
}

fn made(t: &Telling<'_>, draft: &Suggestion, row: &DraftRow) -> Deciding<SuggestionPaper> {
    t.world.want([Key::Deputy(draft.deputy_id)])?;
    let rows = names::rows(t, draft.id)?;
    let hash = content_hash(draft);
    let leader = t.world.deputy(&draft.deputy_id)?;
    let mut co_signers = Vec::new();
    for name in rows.iter().filter(|name| names::stands(name, &hash)) {
        co_signers.push(paper_name(t.world.deputy(&name.deputy_id)?));
    }
    Ok(SuggestionPaper {
        locale: t.words.locale(),
        kind: draft.kind,
        // At a session or between sessions: by hand, because the draft doesn't know.
        session: None,
        number: String::new(),
        title: draft.title.clone(),
        leading: PaperName {
            phone: leader.phone.clone(),
            ..paper_name(leader)
        },
        names: co_signers,
        raised_on: row.handed_in_on,
        situation: draft.situation.clone(),
        analysis: draft.analysis.clone(),
        proposals: draft.proposals.clone(),
        units: row.units.clone(),
        origin: row.origin,
        raised_before: row.raised_before,
        wants_meeting: row.wants_meeting,
        openness: draft.openness,
    })
}

pub(super) fn paper(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    let paper = made(t, draft, row)?;
    let mut lines = vec![t.say_with("draft-paper", &Args::new().text("draft", called(t, draft)))];
    lines.extend(names::waiting(t, draft)?);
    let mut row_of = vec![tap(t, "button-draft-whole", DraftTap::Show, id)];
    if row.stage == DraftStage::Open {
        row_of.insert(0, tap(t, "button-draft-hand-in", DraftTap::HandIn, id));
    }
    Ok(Rendered {
        paper: Some(Box::new(paper)),
        ..page(lines, vec![row_of])
    })
}

/// The whole content for a deputy who is asked for the name: without the drafter's telephone.
pub(super) fn for_co_signer(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, name) = names::asked(t, id)?;
    let row = t.world.draft(&id)?;
    if !row.stage.is_open() || draft_role(t.to.deputy_id, draft, Some(name)) != DraftRole::CoSigner {
        return Err(Stop::Refused(Refusal::NameNotAsked));
    }
    let mut paper = made(t, draft, row)?;
    paper.leading.phone = String::new();
    let args = Args::new().text("draft", called(t, draft));
    let card = vec![tap(t, "button-draft-card", DraftTap::Card, id)];
    Ok(Rendered {
        paper: Some(Box::new(paper)),
        ..page(vec![t.say_with("draft-card-paper", &args)], vec![card])
    })
}

fn tick_word(t: &Telling<'_>, tick: Tick) -> String {
    t.say(&format!("tick-{}", tick.tag()))
}

fn origin_word(t: &Telling<'_>, origin: DraftOrigin) -> String {
    t.say(&format!("draft-origin-{}", origin.tag()))
}

pub(super) fn form(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    let openness = match draft.openness {
        Openness::Unsaid => Tick::Unsaid,
        Openness::Open => Tick::Yes,
        Openness::Closed => Tick::No,
    };
    let units = if row.units.is_empty() {
        t.say("tick-unsaid")
    } else {
        row.units.clone()
    };
    let ticks = [
        (
            "draft-form-origin",
            DraftTap::TickOrigin,
            origin_word(t, row.origin),
        ),
        (
            "draft-form-before",
            DraftTap::TickBefore,
            tick_word(t, row.raised_before),
        ),
        (
            "draft-form-meeting",
            DraftTap::TickMeeting,
            tick_word(t, row.wants_meeting),
        ),
        ("draft-form-open", DraftTap::TickOpen, tick_word(t, openness)),
    ];
    let mut lines = vec![t.say_with("draft-form", &Args::new().text("draft", called(t, draft)))];
    lines.push(t.say_with("draft-form-units", &Args::new().text("units", units)));
    let mut buttons = vec![vec![tap(t, "button-draft-units", DraftTap::Units, id)]];
    for (key, act, value) in ticks {
        let label = t.say_with(key, &Args::new().text("value", value));
        lines.push(label.clone());
        buttons.push(vec![Button {
            label,
            act: Act::Draft(act, id),
        }]);
    }
    buttons.push(vec![
        tap(t, "button-draft-paper", DraftTap::Paper, id),
        tap(t, "button-draft-whole", DraftTap::Show, id),
    ]);
    Ok(page(lines, buttons))
}

pub(super) fn ask_units(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    own(t, id)?;
    Ok(page(
        vec![t.say("draft-ask-units")],
        vec![vec![
            tap(t, "button-draft-form", DraftTap::Form, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ]],
    ))
}
