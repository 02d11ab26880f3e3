//! The check on admissibility of a draft in the chat (Article 5): what stands in the way, with the sentence, and what its deputy
//! does about it. The advice and the choice are kept with the draft (A5.4).
//!
//! **Invariants:** advice and never a block; the words of linked letters are compared here and never shown; what was chosen
//! stays as long as its sentence does.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::draft::admissibility::{
    Advice, AdviceChoice, Bar, Draft, brought_up, check, given_from_json, given_to_json,
};
use crate::domain::draft::overlap as draft_overlap;
use crate::domain::draft::{DraftPart, content_hash};
use crate::domain::ids::{DeputyId, MessageId, SuggestionId};
use crate::domain::message::Author;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::{NameState, Suggestion};
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::write_draft::{Writing, open_draft, own_draft, write_part};

/// Those who confirmed this content, besides the leading deputy.
pub fn confirmed(world: &World, draft: &Suggestion) -> Deciding<usize> {
    let list = ListKey::Names(draft.id);
    let ids: Vec<DeputyId> = world.list(&list)?.ids.iter().map(|id| DeputyId(*id)).collect();
    world.want(ids.iter().map(|id| Key::SuggestionName((draft.id, *id))))?;
    let hash = content_hash(draft);
    let mut count = 0;
    for id in ids {
        let name = world.suggestion_name(&(draft.id, id))?;
        count += usize::from(name.state == NameState::Confirmed && name.content_hash == hash);
    }
    Ok(count)
}

/// What people wrote in the linked letters, and the names that they gave.
fn letters(world: &World, draft: &Suggestion) -> Deciding<(Vec<String>, Vec<String>)> {
    let cases = &draft.sources.cases;
    world.want(
        cases
            .iter()
            .flat_map(|case| [Key::Case(*case), Key::List(ListKey::Messages(*case))]),
    )?;
    let mut keys = Vec::new();
    let mut messages = Vec::new();
    for id in cases {
        messages.extend(
            world
                .list(&ListKey::Messages(*id))?
                .ids
                .iter()
                .map(|id| MessageId(*id)),
        );
        let case = world.case(id)?;
        keys.extend(
            case.account_id
                .map(|account| Key::Correspondent((account, case.reader))),
        );
    }
    keys.extend(messages.iter().map(|id| Key::Message(*id)));
    world.want(keys)?;
    let mut texts = Vec::new();
    for id in messages {
        let message = world.message(&id)?;
        if message.author == Author::Constituent && !message.text.is_empty() {
            texts.push(message.text.clone());
        }
    }
    let mut names = Vec::new();
    for id in cases {
        let case = world.case(id)?;
        if let Some(account) = case.account_id
            && let Some(correspondent) = world.find_correspondent(&(account, case.reader))?
        {
            names.extend(correspondent.given_name.clone());
        }
    }
    Ok((texts, names))
}

/// The advice on a draft as it stands.
pub fn advice_of(world: &World, draft: &Suggestion) -> Deciding<Vec<Advice>> {
    let names = confirmed(world, draft)? + 1;
    let (texts, given) = letters(world, draft)?;
    let mut advice = check(&Draft {
        kind: draft.kind,
        title: &draft.title,
        situation: &draft.situation,
        analysis: &draft.analysis,
        proposals: &draft.proposals,
        names,
    });
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    advice.extend(draft_overlap::check(&DraftPart::all_of(draft), &texts, &given));
    Ok(advice)
}

/// Looks at a draft, and keeps what is advised. Gives how many questions are open.
pub fn check_draft(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    id: SuggestionId,
) -> Deciding<usize> {
    let (mut draft, _) = own_draft(world, deputy, id)?;
    let advice = advice_of(world, &draft)?;
    let mut given = given_from_json(&draft.advice);
    brought_up(&mut given, &advice, cx.now);
    let open = given.iter().filter(|it| it.choice == AdviceChoice::Open).count();
    let json = given_to_json(&given);
    if json != draft.advice {
        draft.advice = json;
        world.put_suggestion(draft);
    }
    Ok(open)
}

/// The open piece of advice of this bar.
pub fn open_advice(draft: &Suggestion, bar: Bar) -> Deciding<Advice> {
    given_from_json(&draft.advice)
        .into_iter()
        .find(|it| it.choice == AdviceChoice::Open && it.advice.bar == bar)
        .map(|it| it.advice)
        .ok_or(Stop::Refused(Refusal::OldButton))
}

/// The deputy keeps the sentence as it is.
pub fn keep(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    id: SuggestionId,
    bar: Bar,
) -> Deciding<()> {
    let (mut draft, _) = open_draft(world, deputy, id)?;
    let mut given = given_from_json(&draft.advice);
    let found = given
        .iter_mut()
        .find(|it| it.choice == AdviceChoice::Open && it.advice.bar == bar);
    let found = found.ok_or(Stop::Refused(Refusal::OldButton))?;
    found.choice = AdviceChoice::KeptAsIs;
    found.chosen_at = Some(cx.now);
    draft.advice = given_to_json(&given);
    world.put_suggestion(draft);
    Ok(())
}

/// The part in which a sentence stands.
fn part_with(draft: &Suggestion, sentence: &str) -> Deciding<DraftPart> {
    DraftPart::ALL
        .iter()
        .copied()
        .find(|part| !sentence.is_empty() && part.of(draft).contains(sentence))
        .ok_or(Stop::Refused(Refusal::OldButton))
}

/// Other words in place of a sentence; none: it is left out. Then the draft is looked at again.
pub fn replace(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    sentence: &str,
    with: &str,
) -> Deciding<()> {
    let (draft, _) = open_draft(world, deputy, id)?;
    let part = part_with(&draft, sentence)?;
    let text = part.of(&draft).replacen(sentence, with.trim(), 1);
    write_part(world, cx, by, deputy, id, part, &text, Writing::Replaces)?;
    check_draft(world, cx, deputy, id)?;
    Ok(())
}

/// True where a sentence can be changed in its place.
pub fn stands_in(draft: &Suggestion, sentence: &str) -> bool {
    part_with(draft, sentence).is_ok()
}
