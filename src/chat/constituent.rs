//! What a constituent's words are taken for: the step of the dialogue, a word of the menu, a reply, else the letter to the
//! reader they talk to. Words without a reader wait until one is chosen.

use crate::domain::access::{CaseRole, unavailable};
use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::case::text::{kept, number_and_code, only_number_and_code, shortened, six_digits};
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::input::Said;
use crate::domain::menu::Menu;
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};
use crate::flows::look_up::{LookedUp, look_up};
use crate::flows::owe::owe;
use crate::flows::write_letter::{self, Words};
use crate::flows::{enter_for, keep_contact, mark_case};

use super::{check_content, finder, held, invitation, reply};

/// A name is at most so long.
const LONGEST_NAME: usize = 20;

/// Takes a constituent's (or an officer's) words.
pub(super) fn said(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    said: &Said,
    said_at: Option<i64>,
) -> Deciding<()> {
    check_content(&said.content, cx)?;
    if let Content::Text(text) = &said.content {
        if let Some(menu) = Menu::read_from_others(text) {
            return menu_word(world, cx, account, menu);
        }
        if stepped(world, cx, account, text)? {
            return Ok(());
        }
        // A code is a secret between the writer and us: it must not go out as a letter.
        if only_number_and_code(text).is_some() {
            return look_up_typed(world, cx, account, text);
        }
        // Whoever replies to a message says something about it; six digits alone are more likely half of a receipt.
        if said.reply.is_none()
            && let Some(digits) = six_digits(text)
        {
            return digits_typed(world, cx, account, digits);
        }
    }
    if let Step::EnteringFor(way) = account.dialogue.step_at(cx.now).clone()
        && let Some(officer) = account.officer_id
    {
        let office = world.officer(&officer)?.office_id;
        rest(world, account);
        enter_for::enter_for(world, cx, account, Reader::Office(office), way, &said.content)?;
        return Ok(());
    }
    if let Some(reply) = &said.reply
        && let Some((case_id, role)) = reply::case_of(world, account, reply)?
    {
        let case = world.case(&case_id)?.clone();
        match role {
            CaseRole::Writer => {
                mark_case::reopen(world, cx, account, case_id)?;
                return to_reader(world, cx, account, case.reader, said, said_at);
            }
            role if role.answers() => {
                let words = Words {
                    content: &said.content,
                    remote_id: said.remote_id,
                    said_at,
                };
                return crate::flows::answer_case::answer_case(
                    world,
                    cx,
                    account,
                    case_id,
                    &words,
                    crate::flows::answer_case::Look::First,
                );
            }
            _ => {}
        }
    }
    if let Some(code) = &said.to_code {
        return match world.deputy_coded(code)? {
            Some(deputy) => to_reader(world, cx, account, Reader::Deputy(deputy), said, said_at),
            None => held::hold(world, cx, account, &said.content),
        };
    }
    if let Step::Offered { reader, .. } = &account.dialogue.step {
        return held::add(world, cx, account, *reader, &said.content);
    }
    match account.dialogue.talking_to {
        Some(reader) => to_reader(world, cx, account, reader, said, said_at),
        None => held::hold(world, cx, account, &said.content),
    }
}

/// Words go to a reader who can be written to; for a deputy who can't, they wait and the office is offered.
pub(super) fn to_reader(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reader: Reader,
    said: &Said,
    said_at: Option<i64>,
) -> Deciding<()> {
    let mut account = account.clone();
    if let Reader::Deputy(id) = reader {
        world.want(write_letter::keys(world, &account, reader, cx))?;
        let deputy = world.deputy(&id)?;
        let office = world.office(&deputy.office_id)?;
        if let Some(why) = unavailable(deputy, office) {
            return held::offer(world, cx, &account, id, why, &said.content);
        }
    }
    let fresh = account.dialogue.talking_to != Some(reader) || account.dialogue.step != Step::Idle;
    if fresh {
        super::goes_on_to(&mut account, reader, cx);
        world.put_account(account.clone());
    }
    let words = Words {
        content: &said.content,
        remote_id: said.remote_id,
        said_at,
    };
    match (&said.album, &said.content) {
        (Some(album), Content::File { .. }) => {
            write_letter::write_album(world, cx, &account, reader, &words, album)?;
        }
        _ => {
            write_letter::write_letter(world, cx, &account, reader, &words)?;
        }
    }
    Ok(())
}

fn rest(world: &mut World, account: &Account) {
    let mut account = account.clone();
    account.dialogue.rest();
    world.put_account(account);
}

fn menu_word(world: &mut World, cx: &Context<'_>, account: &Account, menu: Menu) -> Deciding<()> {
    match menu {
        Menu::Find => {
            owe(account, MessageKind::FinderMenu, cx).put(world, cx);
        }
        Menu::MyCases => {
            owe(account, MessageKind::MyCases { page: 0 }, cx).put(world, cx);
        }
        Menu::Help => {
            owe(account, MessageKind::Note { note: Note::Help }, cx).put(world, cx);
        }
        Menu::Language => super::tap::language(world, cx, account),
        Menu::TakeDown if account.officer_id.is_some() => {
            owe(
                account,
                MessageKind::Note {
                    note: Note::AskEnteredWay,
                },
                cx,
            )
            .put(world, cx);
        }
        Menu::Home
        | Menu::Letters
        | Menu::TakeDown
        | Menu::Todo
        | Menu::Handbook
        | Menu::Due
        | Menu::Gaps
        | Menu::Suggestions
        | Menu::Drafts
        | Menu::NewDraft
        | Menu::Undo => super::home(world, cx, account),
    }
    Ok(())
}

/// Words that a step of the dialogue asked for. True when they were taken.
pub(super) fn stepped(world: &mut World, cx: &Context<'_>, account: &Account, text: &str) -> Deciding<bool> {
    match account.dialogue.step_at(cx.now).clone() {
        Step::Naming(reader) => {
            let mut correspondent = write_letter::correspondent(world, account, reader, cx)?;
            correspondent.given_name = Some(shortened(kept(text.trim()).as_str(), LONGEST_NAME));
            world.put_correspondent(correspondent);
            note(world, cx, account, Note::NameKept);
        }
        Step::LeavingContact(case) => {
            if reply::role(world, account, case)? != Some(CaseRole::Writer) {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            keep_contact::leave(world, cx, account, case, text)?;
            let mut account = account.clone();
            account.dialogue.rest();
            owe(
                &account,
                MessageKind::Note {
                    note: Note::ContactKept,
                },
                cx,
            )
            .of(case)
            .put(world, cx);
            world.put_account(account);
        }
        Step::SearchingName => finder::by_name(world, cx, account, text),
        Step::TypedDigits(_) => match six_digits(text) {
            Some(digits) => digits_typed(world, cx, account, digits)?,
            None => return Ok(false),
        },
        Step::LookingUp => match six_digits(text) {
            Some(digits) => digits_typed(world, cx, account, digits)?,
            None => look_up_typed(world, cx, account, text)?,
        },
        Step::Redeeming(id) => invitation::tail(world, cx, account, id, text)?,
        Step::Answering(case) => {
            let role = reply::role(world, account, case)?;
            if !role.is_some_and(CaseRole::answers) {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            let content = Content::Text(text.to_owned());
            let words = Words {
                content: &content,
                remote_id: None,
                said_at: None,
            };
            let look = crate::flows::answer_case::Look::First;
            crate::flows::answer_case::answer_case(world, cx, account, case, &words, look)?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn note(world: &mut World, cx: &Context<'_>, account: &Account, note: Note) {
    let mut account = account.clone();
    account.dialogue.rest();
    owe(&account, MessageKind::Note { note }, cx).put(world, cx);
    world.put_account(account);
}

/// Half of what opens a letter. With the other half it is looked up; alone it waits, and goes to nobody: a code is a secret.
fn digits_typed(world: &mut World, cx: &Context<'_>, account: &Account, digits: String) -> Deciding<()> {
    if let Step::TypedDigits(first) = account.dialogue.step_at(cx.now) {
        // People type the code before the number as well.
        let swapped = match (first.parse(), digits.parse()) {
            (Ok(first), Ok(second)) => {
                world.case_numbered(&first)?.is_none() && world.case_numbered(&second)?.is_some()
            }
            _ => false,
        };
        let both = if swapped {
            format!("{digits} {first}")
        } else {
            format!("{first} {digits}")
        };
        let mut rested = account.clone();
        rested.dialogue.rest();
        world.put_account(rested.clone());
        return look_up_typed(world, cx, &rested, &both);
    }
    let mut account = account.clone();
    account
        .dialogue
        .go(Step::TypedDigits(digits), Some(cx.now + cx.rules.step_lapses_ms));
    owe(&account, MessageKind::TypedDigits, cx).put(world, cx);
    world.put_account(account);
    Ok(())
}

/// The six digits were words of a letter.
pub(super) fn send_digits(world: &mut World, cx: &Context<'_>, account: &Account) -> Deciding<()> {
    let Step::TypedDigits(digits) = account.dialogue.step.clone() else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    let mut account = account.clone();
    account.dialogue.rest();
    world.put_account(account.clone());
    let content = Content::Text(digits);
    match account.dialogue.talking_to {
        Some(reader) => {
            let said = Said {
                content,
                remote_id: None,
                reply: None,
                to_code: None,
                album: None,
                forwarded: None,
            };
            to_reader(world, cx, &account, reader, &said, None)
        }
        None => held::hold(world, cx, &account, &content),
    }
}

fn look_up_typed(world: &mut World, cx: &Context<'_>, account: &Account, text: &str) -> Deciding<()> {
    let Some((number, code)) = number_and_code(text) else {
        owe(
            account,
            MessageKind::Note {
                note: Note::AskLookup,
            },
            cx,
        )
        .put(world, cx);
        return Ok(());
    };
    match look_up(world, cx, account, number, &code)? {
        LookedUp::Open(case) => {
            let mut account = world.account(&account.id)?.clone();
            account.dialogue.talking_to = Some(world.case(&case)?.reader);
            account.dialogue.rest();
            owe(&account, MessageKind::CaseOpened { case }, cx)
                .of(case)
                .put(world, cx);
            world.put_account(account);
        }
        LookedUp::Closed(refusal) => {
            owe(account, MessageKind::Refused { refusal }, cx).put(world, cx);
        }
    }
    Ok(())
}
