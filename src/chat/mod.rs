//! The conversation, free of any channel: an input and the dialogue in, changed rows and owed messages out. Pure.
//!
//! Called by the engine for every input. **Invariant:** what may be done is checked by account (`domain::access`), never by
//! the button that was tapped; words that name no case are asked about, never misdirected, and never lost.

mod constituent;
mod correction;
mod deputy;
mod draft;
mod feedback;
mod finder;
mod held;
mod inquiry;
mod invitation;
mod reply;
mod report;
mod report_tap;
mod suggestion;
mod tap;

use crate::domain::account::{Account, Unreachable};
use crate::domain::answer::Answer;
use crate::domain::case::Reader;
use crate::domain::case::text::kept;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::OutboxId;
use crate::domain::input::{Deed, From, Input, Said};
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::outbox::OutboxState;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, Stop, World};
use crate::flows::apply_command::{Giver, apply_command};
use crate::flows::note_delivery::{Ended, matters, note_delivery};
use crate::flows::owe::owe;
use crate::flows::{edit_message, keep_dead_letter, write_letter};

/// What an input is sure to need, so that the first round loads it.
pub fn keys(input: &Input) -> Vec<Key> {
    let mut keys = Vec::new();
    match &input.from {
        From::Chat { channel, address, .. } => keys.push(Key::AccountAt((*channel, address.clone()))),
        From::Account(id) => keys.push(Key::Account(*id)),
        From::Administrator | From::Program => {}
    }
    match &input.deed {
        Deed::Started(Some(payload)) => {
            if let Some(code) = payload.strip_prefix("d_") {
                keys.push(Key::DeputyCode(code.to_uppercase()));
            }
        }
        Deed::Said(Said {
            to_code: Some(code), ..
        }) => keys.push(Key::DeputyCode(code.clone())),
        Deed::Fetched(ids) => keys.extend(ids.iter().map(|id| Key::Outbox(*id))),
        _ => {}
    }
    keys
}

/// Decides an input. A refusal to a person at a channel is a message to them; to the desk it is the answer.
pub fn decide(input: &Input, world: &mut World, cx: &Context<'_>) -> Deciding<Answer> {
    let mark = world.mark();
    match decide_deed(input, world, cx) {
        Err(Stop::Refused(refusal)) if matches!(input.from, From::Chat { .. }) || is_chat(&input.deed) => {
            world.take_back(mark);
            if let Some(account) = account_of(input, world, cx)? {
                owe(&account, MessageKind::Refused { refusal }, cx).put(world, cx);
            }
            Ok(Answer::Refused(refusal))
        }
        Err(Stop::Refused(refusal)) => {
            world.take_back(mark);
            Ok(Answer::Refused(refusal))
        }
        other => other,
    }
}

fn is_chat(deed: &Deed) -> bool {
    !matches!(deed, Deed::Command(_) | Deed::Fetched(_))
}

/// The account behind an input; made when a person is seen for the first time.
fn account_of(input: &Input, world: &mut World, cx: &Context<'_>) -> Deciding<Option<Account>> {
    let id = match &input.from {
        From::Administrator | From::Program => return Ok(None),
        From::Account(id) => *id,
        From::Chat {
            channel,
            address,
            locale,
        } => match world.account_at(&(*channel, address.clone()))? {
            Some(id) => id,
            None => {
                let account = Account::new(
                    cx.ids.next(),
                    *channel,
                    address.clone(),
                    locale.unwrap_or_default(),
                    cx.now,
                );
                let id = account.id;
                world.put_account(account);
                id
            }
        },
    };
    let mut account = world.account(&id)?.clone();
    if account.unreachable == Some(Unreachable::Blocked) && !matches!(input.deed, Deed::Left) {
        account.unreachable = None;
        world.put_account(account.clone());
    }
    Ok(Some(account))
}

fn decide_deed(input: &Input, world: &mut World, cx: &Context<'_>) -> Deciding<Answer> {
    let account = account_of(input, world, cx)?;
    if let Deed::Command(command) = &input.deed {
        let giver = match (&input.from, &account) {
            (From::Administrator, _) => Giver::Administrator,
            (From::Program, _) => Giver::Program,
            (_, Some(account)) => Giver::Account(account.id),
            (_, None) => Giver::Program,
        };
        return apply_command(world, cx, giver, command);
    }
    let Some(account) = account else {
        if let Deed::Unreadable { raw, reason } = &input.deed {
            keep_dead_letter::keep_dead_letter(world, cx, None, &input.key, raw.clone(), reason.clone());
        }
        return Ok(Answer::Done);
    };
    match &input.deed {
        Deed::Command(_) => {}
        Deed::Started(payload) => started(world, cx, &account, payload.as_deref())?,
        Deed::Said(said) => {
            world.want(likely(world, &account, said, cx))?;
            let said = with_parked_edit(world, cx, &account, said)?;
            if account.deputy_id.is_some() {
                deputy::said(world, cx, &account, &said, input.said_at)?;
            } else {
                constituent::said(world, cx, &account, &said, input.said_at)?;
            }
        }
        Deed::Edited { remote_id, content } => {
            if account.deputy_id.is_some()
                && report::edited(world, cx, &account, *remote_id, content.words())?
            {
                return Ok(Answer::Done);
            }
            edit_message::edit_message(world, cx, &account, *remote_id, content)?;
        }
        Deed::Tapped { data } => tap::tapped(world, cx, &account, data)?,
        Deed::Left => {
            let account = Account {
                unreachable: Some(Unreachable::Blocked),
                ..account
            };
            world.put_account(account);
        }
        Deed::CameBack => {}
        Deed::Other { what, explain } => {
            if *explain {
                let note = if what == "group" {
                    Note::PrivateOnly
                } else {
                    Note::NothingToKeep
                };
                owe(&account, MessageKind::Note { note }, cx).put(world, cx);
            }
        }
        Deed::Unreadable { raw, reason } => {
            keep_dead_letter::keep_dead_letter(
                world,
                cx,
                Some(&account),
                &input.key,
                raw.clone(),
                reason.clone(),
            );
        }
        Deed::Moved { to } => {
            let account = Account {
                address: to.clone(),
                ..account
            };
            world.put_account(account);
        }
        Deed::Fetched(ids) => fetched(world, cx, &account, ids)?,
    }
    Ok(Answer::Done)
}

/// What words will need in all likelihood, asked for before anything is made of them: most are a letter to the reader
/// whom the dialogue names.
fn likely(world: &World, account: &Account, said: &Said, cx: &Context<'_>) -> Vec<Key> {
    let mut keys: Vec<Key> = said
        .remote_id
        .map(|remote| Key::ParkedEdit((account.id, remote)))
        .into_iter()
        .collect();
    if account.deputy_id.is_none()
        && let Some(reader) = account.dialogue.talking_to
    {
        keys.extend(write_letter::keys(world, account, reader, cx));
    }
    keys
}

/// An edit may have come before its original: then its words count, and the original's are kept as a version.
fn with_parked_edit(world: &mut World, cx: &Context<'_>, account: &Account, said: &Said) -> Deciding<Said> {
    let mut said = said.clone();
    if let (Some(remote_id), Content::Text(_)) = (said.remote_id, &said.content)
        && let Some(text) = edit_message::parked(world, cx, account, remote_id)?
    {
        said.content = Content::Text(text);
    }
    Ok(said)
}

/// `/start`, with or without the payload of a deep link. A code that leads nowhere gets the finder, not an error.
fn started(world: &mut World, cx: &Context<'_>, account: &Account, payload: Option<&str>) -> Deciding<()> {
    match payload.map(str::trim).filter(|payload| !payload.is_empty()) {
        None => {
            home(world, cx, account);
            Ok(())
        }
        Some(payload) => match (payload.strip_prefix("d_"), payload.strip_prefix("i_")) {
            (Some(code), _) => finder::open_code(world, cx, account, code),
            (_, Some(code)) => invitation::open(world, cx, account, code),
            (None, None) => {
                finder::code_unknown(world, cx, account);
                Ok(())
            }
        },
    }
}

/// The first page, with the dialogue at rest.
fn home(world: &mut World, cx: &Context<'_>, account: &Account) {
    let mut account = account.clone();
    if !matches!(account.dialogue.step, Step::Holding(_)) {
        account.dialogue.rest();
    }
    owe(&account, MessageKind::Welcome, cx).put(world, cx);
    world.put_account(account);
}

/// The page of the web chat has fetched messages: they are delivered.
fn fetched(world: &mut World, cx: &Context<'_>, account: &Account, ids: &[OutboxId]) -> Deciding<()> {
    for id in ids {
        let Some(item) = world.find_outbox_item(id)?.cloned() else {
            continue;
        };
        if item.account_id != account.id || item.state != OutboxState::Waiting {
            continue;
        }
        let kind = item.kind.clone();
        let mut item = item;
        item.state = OutboxState::Sent;
        item.sent_at = Some(cx.now);
        world.put_outbox_item(item);
        if matters(&kind, &Ended::Arrived) {
            note_delivery(world, cx, *id, account.id, &kind, &Ended::Arrived)?;
        }
    }
    Ok(())
}

/// Refuses what holds nothing, and texts too long to be kept in one piece.
fn check_content(content: &Content, cx: &Context<'_>) -> Deciding<()> {
    if let Content::Text(text) = content {
        if kept(text)
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}'))
        {
            return Err(Stop::Refused(Refusal::Empty));
        }
        if text.chars().count() > cx.rules.longest_text {
            return Err(Stop::Refused(Refusal::TooLong));
        }
    }
    Ok(())
}

/// Makes a reader the one to whom the next words go, and shows their page.
fn talk_to(world: &mut World, cx: &Context<'_>, account: &Account, reader: Reader) {
    let mut account = account.clone();
    account.dialogue.wants_new_case = false;
    goes_on_to(&mut account, reader, cx);
    owe(&account, MessageKind::Opened { reader }, cx).put(world, cx);
    world.put_account(account);
}

/// The next words go to a reader: a constituent's until they choose another one. A deputy writes in a matter of their own
/// only for a while, because their words are else asked about.
fn goes_on_to(account: &mut Account, reader: Reader, cx: &Context<'_>) {
    account.dialogue.talking_to = Some(reader);
    if account.deputy_id.is_some() {
        let until = cx.now + cx.rules.step_lapses_ms;
        account.dialogue.go(Step::WritingTo(reader), Some(until));
    } else {
        account.dialogue.rest();
    }
}
