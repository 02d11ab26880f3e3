//! The names under a draft: who was asked, the card of those who are asked, and what they said.
//!
//! **Invariant:** a co-signer's card shows the content, and nothing of its sources or of the advice.

use crate::domain::access::{DraftRole, draft_role};
use crate::domain::button::{Act, Button};
use crate::domain::dialogue::Step;
use crate::domain::draft::admissibility::MOTION_NAMES;
use crate::domain::draft::message::DraftTap;
use crate::domain::draft::{DraftPart, NamesRead, content_hash, content_mark};
use crate::domain::ids::{DeputyId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::{NameState, Suggestion, SuggestionKind, SuggestionName};
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;

use super::super::cut::{one_line, units};
use super::super::names::{deputy_in_full, unit_in_full};
use super::super::telling::{Telling, page};
use super::{called, count, kind_word, own, part_lines, tap};

/// Names that are told one by one.
const TOLD: usize = 30;
/// UTF-16 units of a part on a co-signer's card: the whole fits into one message, and the paper has the rest.
const ON_CARD: usize = 1_000;

/// The rows of the names under a draft, in order.
pub(super) fn rows<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<Vec<&'a SuggestionName>> {
    let list = t.world.list(&ListKey::Names(id))?;
    let ids: Vec<DeputyId> = list.ids.iter().map(|id| DeputyId(*id)).collect();
    t.world.want(
        ids.iter()
            .flat_map(|deputy| [Key::SuggestionName((id, *deputy)), Key::Deputy(*deputy)]),
    )?;
    ids.iter()
        .map(|deputy| t.world.suggestion_name(&(id, *deputy)))
        .collect()
}

/// Whether a confirmation is of the content as it stands.
pub(super) fn stands(name: &SuggestionName, hash: &str) -> bool {
    name.state == NameState::Confirmed && name.content_hash == hash
}

fn is_of_other_words(name: &SuggestionName, hash: &str) -> bool {
    name.state != NameState::Declined && name.content_hash != hash
}

/// How many names there are, for the view of the whole.
pub(super) fn line(t: &Telling<'_>, draft: &Suggestion) -> Deciding<Vec<String>> {
    let names = rows(t, draft.id)?;
    if names.is_empty() && draft.kind == SuggestionKind::Suggestion {
        return Ok(vec![]);
    }
    let hash = content_hash(draft);
    let confirmed = names.iter().filter(|name| stands(name, &hash)).count();
    let changed = names.iter().filter(|name| is_of_other_words(name, &hash)).count();
    let args = Args::new()
        .number("confirmed", count(confirmed))
        .number("asked", count(names.len()))
        .number("changed", count(changed));
    let mut lines = vec![t.say_with("draft-names-line", &args)];
    if changed > 0 {
        lines.push(t.say_with("draft-names-changed", &args));
    }
    lines.extend(missing(t, draft, confirmed));
    Ok(lines)
}

/// How many names a motion still needs.
fn missing(t: &Telling<'_>, draft: &Suggestion, confirmed: usize) -> Option<String> {
    let left = MOTION_NAMES.saturating_sub(confirmed + 1);
    (draft.kind == SuggestionKind::Motion && left > 0)
        .then(|| t.say_with("draft-names-missing", &Args::new().number("count", count(left))))
}

/// Who has not confirmed the content as it stands: they won't be on the paper.
pub(super) fn waiting(t: &Telling<'_>, draft: &Suggestion) -> Deciding<Vec<String>> {
    let names = rows(t, draft.id)?;
    let hash = content_hash(draft);
    let confirmed = names.iter().filter(|name| stands(name, &hash)).count();
    let waiting = names
        .iter()
        .filter(|name| name.state != NameState::Declined && !stands(name, &hash))
        .count();
    let mut lines = Vec::new();
    if waiting > 0 {
        lines.push(t.say_with(
            "draft-names-waiting",
            &Args::new().number("count", count(waiting)),
        ));
    }
    lines.extend(missing(t, draft, confirmed));
    Ok(lines)
}

pub(super) fn names(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let (draft, row) = own(t, id)?;
    let names = rows(t, id)?;
    let hash = content_hash(draft);
    let mut lines = vec![t.say_with("draft-names", &Args::new().text("draft", called(t, draft)))];
    for name in names.iter().take(TOLD) {
        let deputy = t.world.deputy(&name.deputy_id)?;
        let key = match name.state {
            NameState::Confirmed if stands(name, &hash) => "draft-name-confirmed",
            NameState::Confirmed | NameState::Changed => "draft-name-changed",
            NameState::Invited if name.content_hash == hash => "draft-name-invited",
            NameState::Invited => "draft-name-changed",
            NameState::Declined => "draft-name-declined",
        };
        let args = Args::new()
            .text("name", deputy_in_full(deputy, t.words))
            .text("unit", unit_in_full(&deputy.unit_code, t.words));
        lines.push(t.say_with(key, &args));
    }
    if names.is_empty() {
        lines.push(t.say("draft-names-none"));
    }
    let confirmed = names.iter().filter(|name| stands(name, &hash)).count();
    lines.extend(missing(t, draft, confirmed));
    let mut first = Vec::new();
    if row.stage.is_open() {
        first.push(tap(t, "button-draft-ask-names", DraftTap::AskNames, id));
        if names.iter().any(|name| is_of_other_words(name, &hash)) {
            first.push(tap(t, "button-draft-ask-again", DraftTap::AskAgain, id));
        }
    }
    Ok(page(
        lines,
        vec![first, vec![tap(t, "button-draft-whole", DraftTap::Show, id)]],
    ))
}

pub(super) fn ask(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    own(t, id)?;
    Ok(page(
        vec![t.say("draft-ask-names")],
        vec![vec![
            tap(t, "button-draft-names", DraftTap::Names, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ]],
    ))
}

/// What became of typed names: asked, asked about, unknown.
pub(super) fn read(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    own(t, id)?;
    let none = NamesRead::default();
    let read = match &t.to.dialogue.step {
        Step::DraftNaming { read, .. } => read,
        _ => &none,
    };
    let several = read.several.iter().flat_map(|(_, ids)| ids);
    t.world.want(
        read.asked
            .iter()
            .chain(&read.unbound)
            .chain(several)
            .map(|id| Key::Deputy(*id)),
    )?;
    let joined = |ids: &[DeputyId]| -> Deciding<String> {
        let mut names = Vec::new();
        for id in ids {
            names.push(deputy_in_full(t.world.deputy(id)?, t.words));
        }
        Ok(names.join(&t.say("suggestion-joiner")))
    };
    let mut lines = Vec::new();
    let mut buttons = Vec::new();
    if !read.asked.is_empty() {
        lines.push(t.say_with(
            "draft-names-asked",
            &Args::new().text("names", joined(&read.asked)?),
        ));
    }
    for (name, ids) in &read.several {
        lines.push(t.say_with("draft-names-several", &Args::new().text("name", name.as_str())));
        for deputy in ids.iter().take(6) {
            let row = t.world.deputy(deputy)?;
            let args = Args::new()
                .text("name", row.name.as_str())
                .text("unit", unit_in_full(&row.unit_code, t.words))
                .text("code", row.code.as_str());
            buttons.push(vec![Button {
                label: t.say_with("button-draft-invite", &args),
                act: Act::DraftInvite(id, *deputy),
            }]);
        }
    }
    if !read.unbound.is_empty() {
        lines.push(t.say_with(
            "draft-names-unbound",
            &Args::new().text("names", joined(&read.unbound)?),
        ));
    }
    if !read.unknown.is_empty() {
        let names = one_line(&read.unknown.join(&t.say("suggestion-joiner")), 100);
        lines.push(t.say_with("draft-names-unknown", &Args::new().text("names", names)));
    }
    if lines.is_empty() {
        lines.push(t.say("draft-ask-names"));
    }
    buttons.push(vec![
        tap(t, "button-draft-names", DraftTap::Names, id),
        tap(t, "button-draft-whole", DraftTap::Show, id),
    ]);
    Ok(page(lines, buttons))
}

/// A draft under which the person is asked for the name, and the row of that name.
pub(super) fn asked<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<(&'a Suggestion, &'a SuggestionName)> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    t.world.want([
        Key::Suggestion(id),
        Key::Draft(id),
        Key::SuggestionName((id, deputy)),
    ])?;
    let draft = t.world.suggestion(&id)?;
    t.world.want([Key::Deputy(draft.deputy_id)])?;
    let name = t.world.find_suggestion_name(&(id, deputy))?;
    let name = name.ok_or(Stop::Refused(Refusal::NameNotAsked))?;
    Ok((draft, name))
}

pub(super) fn card(t: &Telling<'_>, id: SuggestionId, again: bool) -> Deciding<Rendered> {
    let (draft, name) = asked(t, id)?;
    let is_open = t.world.draft(&id)?.stage.is_open();
    if !is_open || draft_role(t.to.deputy_id, draft, Some(name)) != DraftRole::CoSigner {
        return Err(Stop::Refused(Refusal::NameNotAsked));
    }
    let leader = t.world.deputy(&draft.deputy_id)?;
    let args = Args::new()
        .text("leader", deputy_in_full(leader, t.words))
        .text("unit", unit_in_full(&leader.unit_code, t.words))
        .text("draft", called(t, draft))
        .text("kind", kind_word(t, draft.kind));
    let key = if again { "draft-card-again" } else { "draft-card" };
    let mut lines = vec![t.say_with(key, &args)];
    for part in &DraftPart::ALL[1..] {
        if !part.of(draft).is_empty() {
            lines.push(part_lines(t, draft, *part, ON_CARD));
        }
    }
    lines.push(t.say("draft-card-rule"));
    let mark = content_mark(&content_hash(draft));
    let buttons = vec![
        t.button("button-co-sign", Act::CoSign(id, mark, true)),
        t.button("button-not-co-sign", Act::CoSign(id, mark, false)),
    ];
    let is_cut = DraftPart::ALL[1..]
        .iter()
        .any(|part| units(part.of(draft)) > ON_CARD);
    let whole = is_cut.then(|| tap(t, "button-draft-whole-file", DraftTap::CardPaper, id));
    Ok(page(lines, vec![whole.into_iter().collect(), buttons]))
}

/// Drafts of others under which the person is asked for the name, below the own ones.
pub(super) fn waiting_for_me(
    t: &Telling<'_>,
    deputy: DeputyId,
    lines: &mut Vec<String>,
    buttons: &mut Vec<Vec<Button>>,
) -> Deciding<()> {
    let list = t.world.list(&ListKey::NamesAsked(deputy))?;
    let ids: Vec<SuggestionId> = list.ids.iter().map(|id| SuggestionId(*id)).collect();
    t.world.want(ids.iter().flat_map(|id| {
        [
            Key::Suggestion(*id),
            Key::Draft(*id),
            Key::SuggestionName((*id, deputy)),
        ]
    }))?;
    let mut open = Vec::new();
    for id in ids {
        if t.world.find_draft(&id)?.is_some_and(|row| row.stage.is_open()) {
            open.push(t.world.suggestion(&id)?);
        }
    }
    if open.is_empty() {
        return Ok(());
    }
    lines.push(t.say_with("drafts-asked", &Args::new().number("count", count(open.len()))));
    for draft in open.into_iter().take(6) {
        let title = one_line(&called(t, draft), 16);
        buttons.push(vec![Button {
            label: t.say_with("button-draft-asked", &Args::new().text("title", title)),
            act: Act::Draft(DraftTap::Card, draft.id),
        }]);
    }
    Ok(())
}

pub(super) fn signed(t: &Telling<'_>, id: SuggestionId, state: NameState) -> Deciding<Rendered> {
    let (draft, _) = asked(t, id)?;
    let leader = t.world.deputy(&draft.deputy_id)?;
    let args = Args::new()
        .text("leader", deputy_in_full(leader, t.words))
        .text("draft", called(t, draft));
    let key = match state {
        NameState::Confirmed => "draft-signed",
        _ => "draft-not-signed",
    };
    Ok(page(vec![t.say_with(key, &args)], vec![]))
}

pub(super) fn signed_by(
    t: &Telling<'_>,
    id: SuggestionId,
    deputy: DeputyId,
    state: NameState,
) -> Deciding<Rendered> {
    let (draft, _) = own(t, id)?;
    let names = rows(t, id)?;
    t.world.want([Key::Deputy(deputy)])?;
    let hash = content_hash(draft);
    let confirmed = names.iter().filter(|name| stands(name, &hash)).count();
    let args = Args::new()
        .text("name", deputy_in_full(t.world.deputy(&deputy)?, t.words))
        .text("draft", called(t, draft))
        .number("confirmed", count(confirmed));
    let key = match state {
        NameState::Confirmed => "draft-signed-by",
        _ => "draft-not-signed-by",
    };
    let mut lines = vec![t.say_with(key, &args)];
    lines.extend(missing(t, draft, confirmed));
    Ok(page(
        lines,
        vec![vec![
            tap(t, "button-draft-names", DraftTap::Names, id),
            tap(t, "button-draft-whole", DraftTap::Show, id),
        ]],
    ))
}
