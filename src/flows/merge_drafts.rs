//! The same content is raised once (A5.3): like drafts of one deputy, of others who agreed to it, and earlier suggestions with
//! what was replied are found; deputies tap whether they become one.
//!
//! Called by the chat. **Invariants:** another deputy's draft is only looked at where both agreed, and only its title and name are
//! told; the one that stays keeps its text; the one that goes is kept and can be brought back.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::draft::likeness::{ALIKE, Content, likeness};
use crate::domain::draft::message::DraftMessage;
use crate::domain::draft::{DraftRow, DraftStage};
use crate::domain::ids::{DeputyId, SuggestionId};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::{Suggestion, SuggestionAct};
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::co_sign::invite;
use super::keep_suggestion::{Line, note};
use super::owe::owe;
use super::write_draft::{open_draft, open_drafts, own_draft};

/// Of each sort so many are told.
const TOLD: usize = 3;

fn content(row: &Suggestion) -> Content<'_> {
    Content {
        title: &row.title,
        body: [&row.situation, &row.analysis, &row.proposals],
    }
}

/// Those that are like the draft, the most alike first.
fn like(world: &World, draft: &Suggestion, ids: &[SuggestionId]) -> Deciding<Vec<SuggestionId>> {
    world.want(ids.iter().map(|id| Key::Suggestion(*id)))?;
    let mut found = Vec::new();
    for id in ids.iter().filter(|id| **id != draft.id) {
        let measure = likeness(&content(draft), &content(world.suggestion(id)?));
        if measure >= ALIKE {
            found.push((measure, *id));
        }
    }
    found.sort_by_key(|(measure, id)| (std::cmp::Reverse(*measure), std::cmp::Reverse(*id)));
    Ok(found.into_iter().take(TOLD).map(|(_, id)| id).collect())
}

fn ids_of(world: &World, list: &ListKey) -> Deciding<Vec<SuggestionId>> {
    Ok(world.list(list)?.ids.iter().map(|id| SuggestionId(*id)).collect())
}

/// What has the same content as a draft.
pub fn find_alike(world: &World, deputy: DeputyId, id: SuggestionId) -> Deciding<DraftMessage> {
    let (draft, row) = own_draft(world, deputy, id)?;
    let earlier = ListKey::Earlier(deputy);
    world.want([
        Key::List(ListKey::DraftsOf(deputy)),
        Key::List(earlier.clone()),
        Key::List(ListKey::SharedDrafts),
    ])?;
    let own = open_drafts(world, deputy)?;
    let own = like(world, &draft, &own)?;
    let mut others = Vec::new();
    if row.shares {
        let shared = ids_of(world, &ListKey::SharedDrafts)?;
        world.want(shared.iter().map(|id| Key::Suggestion(*id)))?;
        for id in shared {
            if world.suggestion(&id)?.deputy_id != deputy {
                others.push(id);
            }
        }
        others = like(world, &draft, &others)?;
    }
    let earlier = ids_of(world, &earlier)?;
    let earlier = like(world, &draft, &earlier)?;
    Ok(DraftMessage::Alike {
        draft: id,
        own,
        others,
        earlier,
    })
}

/// What the one that goes leaves to the one that stays: its sources.
fn take_over(kept: &mut Suggestion, gone: &Suggestion) {
    for case in &gone.sources.cases {
        if !kept.sources.cases.contains(case) {
            kept.sources.cases.push(*case);
        }
    }
    for record in &gone.sources.records {
        if !kept.sources.records.contains(record) {
            kept.sources.records.push(*record);
        }
    }
}

fn end_as_merged(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    mut gone: Suggestion,
    mut row: DraftRow,
    kept: SuggestionId,
) -> Deciding<()> {
    let id = gone.id;
    gone.merged_into_id = Some(kept);
    row.stage = DraftStage::Merged;
    world.put_suggestion(gone);
    world.put_draft(row);
    note(world, cx, Some(by.id), Line::of(id, SuggestionAct::Merged));
    audit(
        world,
        cx,
        Some(by.id),
        "draft.merged",
        format!("suggestion {id} into {kept}"),
    )
}

/// Two drafts of one deputy become one; the text of the first stays.
pub fn merge(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    kept: SuggestionId,
    gone: SuggestionId,
) -> Deciding<()> {
    if kept == gone {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    let (mut stays, _) = open_draft(world, deputy, kept)?;
    let (goes, row) = open_draft(world, deputy, gone)?;
    take_over(&mut stays, &goes);
    world.put_suggestion(stays);
    end_as_merged(world, cx, by, goes, row, kept)
}

/// Two drafts of two deputies, both of whom agreed to be told.
fn shared_pair(
    world: &World,
    mine: SuggestionId,
    theirs: SuggestionId,
) -> Deciding<(Suggestion, Suggestion)> {
    world.want([
        Key::Suggestion(mine),
        Key::Suggestion(theirs),
        Key::Draft(mine),
        Key::Draft(theirs),
    ])?;
    for id in [mine, theirs] {
        let row = world.draft(&id)?;
        if !row.stage.is_open() || !row.shares {
            return Err(Stop::Refused(Refusal::DraftNotOpen));
        }
    }
    Ok((
        world.suggestion(&mine)?.clone(),
        world.suggestion(&theirs)?.clone(),
    ))
}

fn tell(world: &mut World, cx: &Context<'_>, deputy: DeputyId, about: DraftMessage) -> Deciding<()> {
    if let Some(account) = world.deputy(&deputy)?.account_id {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::Draft { about }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

/// Proposes to another deputy to raise two like drafts together.
pub fn propose(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    mine: SuggestionId,
    theirs: SuggestionId,
) -> Deciding<()> {
    open_draft(world, deputy, mine)?;
    let (own, other) = shared_pair(world, mine, theirs)?;
    if other.deputy_id == deputy || likeness(&content(&own), &content(&other)) < ALIKE {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    let about = DraftMessage::JoinAsked {
        theirs: mine,
        mine: theirs,
    };
    tell(world, cx, other.deputy_id, about)
}

/// The other deputy answers: their draft goes into the proposed one, under which they are asked for the name; or it stays.
pub fn join(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    theirs: SuggestionId,
    mine: SuggestionId,
    together: bool,
) -> Deciding<()> {
    let (goes, row) = open_draft(world, deputy, mine)?;
    let (_, stays) = shared_pair(world, mine, theirs)?;
    let leader = stays.deputy_id;
    if leader == deputy {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    world.want([Key::Deputy(leader), Key::Deputy(deputy)])?;
    if together {
        invite(world, cx, Some(by.id), leader, theirs, deputy)?;
        end_as_merged(world, cx, by, goes, row, theirs)?;
    }
    let about = DraftMessage::JoinAnswered {
        mine: theirs,
        theirs: mine,
        together,
    };
    tell(world, cx, leader, about)
}
