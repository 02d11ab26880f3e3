//! Handing a draft in: its deputy says where; when the office registers it with a number, the register's row learns what it grew
//! from, so that those whose words led to it can be told what came of it.
//!
//! Called by the chat, and by the flows that enter and import. **Invariants:** handing in happens elsewhere and is only taken down
//! here; of a draft nothing but its sources reaches the register; a title that is only alike is asked about.

use std::collections::BTreeMap;

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::draft::likeness::{ALIKE, Content, bare_title, likeness};
use crate::domain::draft::message::DraftMessage;
use crate::domain::draft::{DraftStage, HandInWay};
use crate::domain::ids::{DeputyId, SuggestionId};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::{Suggestion, SuggestionAct};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::keep_suggestion::{Line, note};
use super::owe::owe;
use super::write_draft::{open_draft, own_draft};

/// The deputy says that it was handed in.
pub fn hand_in(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    way: HandInWay,
) -> Deciding<()> {
    let (draft, mut row) = open_draft(world, deputy, id)?;
    if draft.title.is_empty() || draft.proposals.is_empty() {
        return Err(Stop::Refused(Refusal::DraftUnfinished));
    }
    if world.deputy(&deputy)?.status != DeputyStatus::InOffice {
        return Err(Stop::Refused(Refusal::NotInOffice));
    }
    row.stage = DraftStage::HandedIn;
    row.handed_in_way = Some(way);
    row.handed_in_on = Some(day_of(cx.now));
    world.put_draft(row);
    let line = Line::of(id, SuggestionAct::Corrected).value("stage", "", way.tag());
    note(world, cx, Some(by.id), line);
    audit(
        world,
        cx,
        Some(by.id),
        "draft.handed-in",
        format!("suggestion {id}"),
    )
}

/// It was not handed in after all: it can be written in again.
pub fn not_handed_in(world: &mut World, deputy: DeputyId, id: SuggestionId) -> Deciding<()> {
    let (_, mut row) = own_draft(world, deputy, id)?;
    if row.stage != DraftStage::HandedIn {
        return Err(Stop::Refused(Refusal::DraftNotOpen));
    }
    row.stage = DraftStage::Open;
    row.handed_in_way = None;
    row.handed_in_on = None;
    world.put_draft(row);
    Ok(())
}

/// Asks at once for the drafts that were handed in.
pub fn want_handed_in(world: &World) -> Deciding<()> {
    let ids = handed_in(world)?;
    world.want(ids.iter().flat_map(|id| [Key::Suggestion(*id), Key::Draft(*id)]))?;
    let mut deputies = Vec::new();
    for id in ids {
        deputies.push(world.suggestion(&id)?.deputy_id);
    }
    super::keep_suggestion::want_accounts(world, &deputies)
}

/// Drafts that were handed in, by their deputies: a sheet of many rows looks at those of its own deputies alone.
pub type HandedIn = BTreeMap<DeputyId, Vec<SuggestionId>>;

/// Drafts that were handed in; [`want_handed_in`] loads them in fewer rounds.
pub fn handed_in_by_deputy(world: &World) -> Deciding<HandedIn> {
    let mut all = HandedIn::new();
    for id in handed_in(world)? {
        all.entry(world.suggestion(&id)?.deputy_id).or_default().push(id);
    }
    Ok(all)
}

fn handed_in(world: &World) -> Deciding<Vec<SuggestionId>> {
    let list = world.list(&ListKey::DraftsHandedIn)?;
    Ok(list.ids.iter().map(|id| SuggestionId(*id)).collect())
}

/// A row that the office is about to enter: what was handed in under its title gives its sources; what is only alike is asked about.
pub fn find_draft(
    world: &mut World,
    cx: &Context<'_>,
    handed_in: &HandedIn,
    registered: &mut Suggestion,
) -> Deciding<()> {
    let title = bare_title(&registered.title);
    let mut best: Option<(u32, SuggestionId)> = None;
    for id in handed_in
        .get(&registered.deputy_id)
        .into_iter()
        .flatten()
        .copied()
    {
        let draft = world.suggestion(&id)?;
        // The list was read before this batch of rows.
        if world.draft(&id)?.stage != DraftStage::HandedIn {
            continue;
        }
        let of = |row: &Suggestion| -> [String; 4] {
            [&row.title, &row.situation, &row.analysis, &row.proposals].map(Clone::clone)
        };
        let (own, other) = (of(draft), of(registered));
        let content = |parts: &[String; 4]| -> u32 {
            likeness(
                &Content {
                    title: &own[0],
                    body: [&own[1], &own[2], &own[3]],
                },
                &Content {
                    title: &parts[0],
                    body: [&parts[1], &parts[2], &parts[3]],
                },
            )
        };
        let measure = if bare_title(&draft.title) == title {
            1_000
        } else {
            content(&other)
        };
        if measure >= ALIKE && best.is_none_or(|(before, _)| measure > before) {
            best = Some((measure, id));
        }
    }
    let Some((measure, id)) = best else {
        return Ok(());
    };
    let draft = world.suggestion(&id)?.clone();
    let about = if measure == 1_000 {
        registered.sources = draft.sources.clone();
        let mut row = world.draft(&id)?.clone();
        row.stage = DraftStage::Registered;
        row.registered_as_id = Some(registered.id);
        world.put_draft(row);
        DraftMessage::Registered {
            draft: id,
            suggestion: registered.id,
        }
    } else {
        DraftMessage::AskRegistered {
            draft: id,
            suggestion: registered.id,
        }
    };
    let Some(account) = world.deputy(&draft.deputy_id)?.account_id else {
        return Ok(());
    };
    let account = world.account(&account)?.clone();
    owe(&account, MessageKind::Draft { about }, cx)
        .due(cx.rules.quiet.after_quiet(cx.now))
        .put(world, cx);
    Ok(())
}

/// The deputy says whether what the office registered is this draft.
pub fn is_registered(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    registered: SuggestionId,
) -> Deciding<()> {
    let (draft, mut row) = own_draft(world, deputy, id)?;
    let mut registered = world.suggestion(&registered)?.clone();
    if registered.deputy_id != deputy || registered.number.is_empty() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    if row.stage != DraftStage::HandedIn {
        return Err(Stop::Refused(Refusal::DraftNotOpen));
    }
    row.stage = DraftStage::Registered;
    row.registered_as_id = Some(registered.id);
    registered.sources = draft.sources;
    let line = Line::of(registered.id, SuggestionAct::Corrected).value("sources", "", "");
    note(world, cx, Some(by.id), line);
    world.put_draft(row);
    world.put_suggestion(registered);
    Ok(())
}
