//! Names under a draft (F43): the drafter names deputies, each gets the content with yes and no, and a confirmation belongs to
//! the content that was shown.
//!
//! Called by the chat. **Invariants:** nobody's name stands under words that they did not confirm; a name that several deputies
//! have is asked about; who declined sees nothing of the draft any more.

use crate::domain::account::Account;
use crate::domain::case::text::shortened;
use crate::domain::context::Context;
use crate::domain::draft::message::DraftMessage;
use crate::domain::draft::{NamesRead, content_hash, content_mark};
use crate::domain::ids::{AccountId, DeputyId, SuggestionId};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::typed_names::typed_names;
use crate::domain::people::{Deputy, DeputyStatus};
use crate::domain::refusal::Refusal;
use crate::domain::roster::DeputyCode;
use crate::domain::suggestion::{NameState, Suggestion, SuggestionAct, SuggestionName};
use crate::domain::time::HOUR_MS;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::keep_suggestion::{Line, note};
use super::owe::owe;
use super::write_draft::open_draft;

/// Names that are read of one message, and characters of each.
const MOST_READ: usize = 20;
const LONGEST_NAME: usize = 20;
/// Names under one draft.
const MOST_NAMES: i64 = 100;

/// Reads typed names and asks those who are meant without doubt.
pub fn ask_named(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    text: &str,
) -> Deciding<NamesRead> {
    open_draft(world, deputy, id)?;
    let names: Vec<String> = typed_names(text)
        .iter()
        .take(MOST_READ)
        .map(|name| shortened(name, LONGEST_NAME))
        .collect();
    let code = |name: &str| DeputyCode::read(name).map(|code| code.as_str().to_owned());
    world.want(names.iter().map(|name| match code(name) {
        Some(code) => Key::DeputyCode(code),
        None => Key::List(ListKey::DeputiesNamed(name.clone())),
    }))?;
    let mut read = NamesRead::default();
    let mut found: Vec<DeputyId> = Vec::new();
    for name in names {
        let fits: Vec<DeputyId> = match code(&name) {
            Some(code) => world.deputy_coded(&code)?.into_iter().collect(),
            None => {
                let list = world.list(&ListKey::DeputiesNamed(name.clone()))?;
                list.ids.iter().map(|id| DeputyId(*id)).collect()
            }
        };
        let others: Vec<DeputyId> = fits.into_iter().filter(|id| *id != deputy).collect();
        match others[..] {
            [] => read.unknown.push(name),
            [one] => found.push(one),
            _ => read.several.push((name, others)),
        }
    }
    world.want(found.iter().map(|id| Key::Deputy(*id)))?;
    for one in found {
        if may_be_asked(world.deputy(&one)?) {
            invite(world, cx, Some(by.id), deputy, id, one)?;
            read.asked.push(one);
        } else {
            read.unbound.push(one);
        }
    }
    Ok(read)
}

fn may_be_asked(deputy: &Deputy) -> bool {
    deputy.account_id.is_some() && deputy.status == DeputyStatus::InOffice
}

fn send_card(
    world: &mut World,
    cx: &Context<'_>,
    to: DeputyId,
    draft: SuggestionId,
    again: bool,
) -> Deciding<()> {
    let Some(account) = world.deputy(&to)?.account_id else {
        return Err(Stop::Refused(Refusal::DeputyNotBound));
    };
    let account = world.account(&account)?.clone();
    let about = DraftMessage::Card { draft, again };
    owe(&account, MessageKind::Draft { about }, cx)
        .due(cx.rules.quiet.after_quiet(cx.now))
        .put(world, cx);
    Ok(())
}

/// Asks a deputy for the name under this content.
pub fn invite(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    id: SuggestionId,
    whom: DeputyId,
) -> Deciding<()> {
    let (draft, _) = open_draft(world, deputy, id)?;
    let list = ListKey::Names(id);
    world.want([
        Key::Deputy(whom),
        Key::SuggestionName((id, whom)),
        Key::List(list.clone()),
    ])?;
    if draft.title.is_empty() || draft.proposals.is_empty() {
        return Err(Stop::Refused(Refusal::DraftUnfinished));
    }
    let row = world.deputy(&whom)?;
    if whom == deputy || !may_be_asked(row) {
        return Err(Stop::Refused(Refusal::DeputyNotBound));
    }
    let old = world.find_suggestion_name(&(id, whom))?;
    let hash = content_hash(&draft);
    if old.is_some_and(|it| {
        it.content_hash == hash && matches!(it.state, NameState::Invited | NameState::Confirmed)
    }) {
        return Ok(());
    }
    let place = old.map_or(world.list(&list)?.total + 1, |it| it.place);
    if place > MOST_NAMES {
        return Err(Stop::Refused(Refusal::TooLong));
    }
    let again = old.is_some_and(|it| it.state == NameState::Changed);
    let name = SuggestionName {
        suggestion_id: id,
        deputy_id: whom,
        place,
        state: NameState::Invited,
        invited_at: cx.now,
        answered_at: None,
        content_hash: hash.clone(),
        asked_hashes: old.map_or_else(String::new, |it| it.asked_hashes.clone()),
        confirmed_hash: old.map_or_else(String::new, |it| it.confirmed_hash.clone()),
    };
    // A card of these very words is in their chat already: its buttons hold.
    let has_card = again && name.was_asked(&hash);
    let name = if has_card { name } else { name.asked(&hash) };
    if !has_card {
        send_card(world, cx, whom, id, again)?;
    }
    world.put_suggestion_name(name);
    let line = Line::of(id, SuggestionAct::Named).value("name", "", NameState::Invited.tag());
    note(world, cx, by, line);
    Ok(())
}

/// The names under a draft, in order.
pub fn names_of(world: &World, id: SuggestionId) -> Deciding<Vec<SuggestionName>> {
    let ids: Vec<DeputyId> = world
        .list(&ListKey::Names(id))?
        .ids
        .iter()
        .map(|id| DeputyId(*id))
        .collect();
    world.want(ids.iter().map(|deputy| Key::SuggestionName((id, *deputy))))?;
    ids.iter()
        .map(|deputy| world.suggestion_name(&(id, *deputy)).cloned())
        .collect()
}

/// The drafter has written nothing for so long: the words are taken for done.
pub const ASK_AGAIN_AFTER_MS: i64 = HOUR_MS;

/// Asks those again, on their own, whose confirmation is of other words: the drafter has paused, and may still be writing
/// otherwise.
pub fn ask_again_after_pause(world: &mut World, cx: &Context<'_>, id: SuggestionId) -> Deciding<()> {
    world.want([Key::Suggestion(id), Key::Draft(id)])?;
    let (deputy, row) = (world.suggestion(&id)?.deputy_id, world.draft(&id)?);
    if row.stage.is_open() && cx.now - row.changed_at >= ASK_AGAIN_AFTER_MS {
        ask_again(world, cx, None, deputy, id)?;
    }
    Ok(())
}

/// Asks those again whose confirmation, or whose card, is of other words. Unfinished drafts and deputies who can't be asked
/// now are left alone.
pub fn ask_again(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    id: SuggestionId,
) -> Deciding<usize> {
    let (draft, _) = open_draft(world, deputy, id)?;
    let hash = content_hash(&draft);
    let names = names_of(world, id)?;
    let old: Vec<DeputyId> = names
        .iter()
        .filter(|it| it.state != NameState::Declined && it.content_hash != hash)
        .map(|it| it.deputy_id)
        .collect();
    if draft.title.is_empty() || draft.proposals.is_empty() {
        return Ok(0);
    }
    world.want(old.iter().map(|whom| Key::Deputy(*whom)))?;
    let mut asked = 0;
    for whom in &old {
        if may_be_asked(world.deputy(whom)?) {
            invite(world, cx, by, deputy, id, *whom)?;
            asked += 1;
        }
    }
    Ok(asked)
}

/// A deputy who was asked says yes or no to the content with this mark.
pub fn answer(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    id: SuggestionId,
    mark: i64,
    yes: bool,
) -> Deciding<()> {
    world.want([
        Key::Suggestion(id),
        Key::Draft(id),
        Key::SuggestionName((id, deputy)),
        Key::Deputy(deputy),
    ])?;
    let mut name = world
        .find_suggestion_name(&(id, deputy))?
        .ok_or(Stop::Refused(Refusal::NameNotAsked))?
        .clone();
    let draft: Suggestion = world.suggestion(&id)?.clone();
    if !world.draft(&id)?.stage.is_open() {
        return Err(Stop::Refused(Refusal::NameNotAsked));
    }
    let hash = content_hash(&draft);
    if yes && content_mark(&hash) != mark {
        // What they read is no longer what would bear their name.
        let about = DraftMessage::Card {
            draft: id,
            again: true,
        };
        owe(account, MessageKind::Draft { about }, cx).put(world, cx);
        return Ok(());
    }
    if yes && world.deputy(&deputy)?.status != DeputyStatus::InOffice {
        return Err(Stop::Refused(Refusal::NotInOffice));
    }
    let state = if yes {
        NameState::Confirmed
    } else {
        NameState::Declined
    };
    let about = DraftMessage::Signed { draft: id, state };
    owe(account, MessageKind::Draft { about }, cx).put(world, cx);
    if name.state == state && (!yes || name.content_hash == hash) {
        return Ok(());
    }
    name.state = state;
    name.answered_at = Some(cx.now);
    if yes {
        name.confirmed_hash.clone_from(&hash);
        name.content_hash = hash;
    }
    world.put_suggestion_name(name);
    let line = Line::of(id, SuggestionAct::Named).value("name", "", state.tag());
    note(world, cx, Some(account.id), line);
    audit(
        world,
        cx,
        Some(account.id),
        if yes { "draft.confirmed" } else { "draft.declined" },
        format!("suggestion {id}"),
    )?;
    let drafter = draft.deputy_id;
    world.want([Key::Deputy(drafter)])?;
    if let Some(to) = world.deputy(&drafter)?.account_id {
        let to = world.account(&to)?.clone();
        let about = DraftMessage::SignedBy {
            draft: id,
            deputy,
            state,
        };
        owe(&to, MessageKind::Draft { about }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Locale;
    use crate::domain::account::Channel;
    use crate::domain::context::Rules;
    use crate::domain::draft::DraftRow;
    use crate::domain::ids::{IdSource, OfficeId};
    use crate::domain::lookup::LookupKey;
    use crate::domain::suggestion::{Openness, SuggestionKind, SuggestionSources, SuggestionState};
    use crate::domain::world::List;

    const DRAFT: SuggestionId = SuggestionId(9);

    fn deputy(id: i64, code: &str, name: &str, account: Option<i64>) -> Deputy {
        Deputy {
            account_id: account.map(AccountId),
            ..Deputy::sample(id, code, name)
        }
    }

    /// The drafter (1), two deputies of one name (2, 3), one without an account (4).
    fn world() -> World {
        let mut world = World::default();
        for row in [
            deputy(1, "CS-001", "王示一", Some(11)),
            deputy(2, "CS-002", "李示二", Some(12)),
            deputy(3, "CS-003", "李示二", Some(13)),
            deputy(4, "CS-004", "赵示四", None),
        ] {
            if let Some(id) = row.account_id {
                let account = Account::new(id, Channel::Telegram, format!("1:{id}"), Locale::ZhCn, 0);
                world.learn_account(id, Some(account));
            }
            world.learn_deputy(row.id, Some(row));
        }
        for (code, id) in [("CS-001", 1), ("CS-003", 3)] {
            world.learn_index(&Key::DeputyCode(code.into()), Some(id));
        }
        for (name, ids) in [("李示二", vec![2, 3]), ("赵示四", vec![4]), ("某某某", vec![])] {
            let list = ListKey::DeputiesNamed(name.into());
            let total = i64::try_from(ids.len()).unwrap();
            world.learn_list(list, List { ids, total });
        }
        world.learn_list(ListKey::Names(DRAFT), List::default());
        for id in 1..=4 {
            world.learn_suggestion_name((DRAFT, DeputyId(id)), None);
        }
        world.learn_draft(DRAFT, Some(DraftRow::new(DRAFT, DeputyId(1), 0)));
        let draft = Suggestion {
            id: DRAFT,
            session: crate::domain::suggestion::CongressSession { term: 14, session: 0 },
            number: String::new(),
            kind: SuggestionKind::Suggestion,
            state: SuggestionState::Draft,
            title: "关于甲的建议".into(),
            situation: String::new(),
            analysis: String::new(),
            proposals: "请办乙。".into(),
            deputy_id: DeputyId(1),
            office_id: OfficeId(1),
            raised_on: None,
            is_key: false,
            openness: Openness::Unsaid,
            sources: SuggestionSources::default(),
            advice: String::new(),
            merged_into_id: None,
            withdrawn_at: None,
            withdrawn_why: String::new(),
            entered_by: None,
            created_at: 0,
        };
        world.learn_suggestion(DRAFT, Some(draft));
        world
    }

    #[test]
    fn a_name_of_several_deputies_is_asked_about_and_a_code_is_not() {
        let (rules, ids, lookup) = (Rules::default(), IdSource::new(0, 0), LookupKey::new([7; 32]));
        let cx = Context {
            now: 0,
            rules: &rules,
            ids: &ids,
            lookup: &lookup,
        };
        let mut world = world();
        let by = world.account(&AccountId(11)).unwrap().clone();
        let typed = "李示二、赵示四、某某某、cs-003、CS-001";
        let read = ask_named(&mut world, &cx, &by, DeputyId(1), DRAFT, typed).unwrap();
        assert_eq!(
            read.several,
            [("李示二".to_owned(), vec![DeputyId(2), DeputyId(3)])]
        );
        assert_eq!(read.asked, [DeputyId(3)]);
        assert_eq!(read.unbound, [DeputyId(4)]);
        // Nobody co-signs their own.
        assert_eq!(read.unknown, ["某某某", "CS-001"]);
        let asked = world.suggestion_name(&(DRAFT, DeputyId(3))).unwrap();
        assert_eq!(asked.state, NameState::Invited);
        assert!(
            world
                .find_suggestion_name(&(DRAFT, DeputyId(2)))
                .unwrap()
                .is_none()
        );
    }

    #[test]
    fn each_content_is_asked_about_once_and_what_was_confirmed_stays_confirmed_when_it_comes_back() {
        let (rules, ids, lookup) = (Rules::default(), IdSource::new(0, 0), LookupKey::new([7; 32]));
        let at = |now| Context {
            now,
            rules: &rules,
            ids: &ids,
            lookup: &lookup,
        };
        let mut world = world();
        let by = world.account(&AccountId(11)).unwrap().clone();
        let signer = world.account(&AccountId(13)).unwrap().clone();
        let (drafter, whom) = (DeputyId(1), DeputyId(3));
        ask_named(&mut world, &at(0), &by, drafter, DRAFT, "CS-003").unwrap();
        world.learn_list(
            ListKey::Names(DRAFT),
            List {
                ids: vec![3],
                total: 1,
            },
        );
        world.learn_counter("audit".into(), None);
        let mark = |world: &World| content_mark(&content_hash(world.suggestion(&DRAFT).unwrap()));
        let first = mark(&world);
        answer(&mut world, &at(1), &signer, whom, DRAFT, first, true).unwrap();
        let cards = |world: &mut World| {
            let sent = world.take_changes().outbox;
            sent.iter()
                .filter(|item| {
                    matches!(
                        &item.kind,
                        MessageKind::Draft {
                            about: DraftMessage::Card { .. }
                        }
                    )
                })
                .count()
        };
        assert_eq!(cards(&mut world), 1);
        let write = |world: &mut World, words: &str, now| {
            let mut draft = world.suggestion(&DRAFT).unwrap().clone();
            draft.proposals = words.into();
            let row = world.draft(&DRAFT).unwrap().clone();
            crate::flows::write_draft::put_changed(world, &at(now), draft, row).unwrap();
        };
        let state = |world: &World| world.suggestion_name(&(DRAFT, whom)).unwrap().state;
        // Small steps of editing ask nobody, nor does a pause that is too short.
        for (now, words) in [(10, "请办丙。"), (20, "请办丙、丁。"), (30, "请办丙、丁、戊。")]
        {
            write(&mut world, words, now);
        }
        ask_again_after_pause(&mut world, &at(ASK_AGAIN_AFTER_MS), DRAFT).unwrap();
        assert_eq!((cards(&mut world), state(&world)), (0, NameState::Changed));
        // A pause, then the paper, then another pause: one card.
        let later = 30 + ASK_AGAIN_AFTER_MS;
        ask_again_after_pause(&mut world, &at(later), DRAFT).unwrap();
        ask_again(&mut world, &at(later), Some(by.id), drafter, DRAFT).unwrap();
        ask_again_after_pause(&mut world, &at(later + 1), DRAFT).unwrap();
        assert_eq!((cards(&mut world), state(&world)), (1, NameState::Invited));
        // Changed back to what was confirmed: it is confirmed.
        write(&mut world, "请办乙。", later + 2);
        assert_eq!(state(&world), NameState::Confirmed);
        // To the words of the second card: that card is in the chat already.
        write(&mut world, "请办丙、丁、戊。", later + 3);
        ask_again(&mut world, &at(later + 4), Some(by.id), drafter, DRAFT).unwrap();
        assert_eq!((cards(&mut world), state(&world)), (0, NameState::Invited));
        let second = mark(&world);
        answer(&mut world, &at(later + 5), &signer, whom, DRAFT, second, true).unwrap();
        assert_eq!(state(&world), NameState::Confirmed);
    }
}
