//! Words that wait: written before a reader was chosen, or to a deputy who can't be written to. They are kept in the
//! dialogue until one tap sends them or throws them away.

use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note, Unavailable};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};
use crate::flows::owe::owe;
use crate::flows::write_letter::{Words, write_letter};

/// So many messages can wait; more would be a flood, and is refused with the way out.
const MOST: usize = 50;

/// The words that wait.
pub(super) fn words(account: &Account) -> Vec<Content> {
    match &account.dialogue.step {
        Step::Holding(said) | Step::Offered { said, .. } => said.clone(),
        _ => Vec::new(),
    }
}

fn with(account: &Account, content: &Content) -> Deciding<Vec<Content>> {
    let mut said = words(account);
    if said.len() >= MOST {
        return Err(Stop::Refused(Refusal::TooLong));
    }
    said.push(content.clone());
    Ok(said)
}

/// Keeps words for which no reader is chosen yet, and shows the finder once.
pub(super) fn hold(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    content: &Content,
) -> Deciding<()> {
    let mut changed = account.clone();
    let first = !matches!(account.dialogue.step, Step::Holding(_));
    changed.dialogue.go(Step::Holding(with(account, content)?), None);
    if first {
        owe(
            &changed,
            MessageKind::Note {
                note: Note::HeldFirst,
            },
            cx,
        )
        .put(world, cx);
        owe(&changed, MessageKind::FinderMenu, cx).put(world, cx);
    }
    world.put_account(changed);
    Ok(())
}

/// Keeps words for a deputy who can't be written to at present, and offers the unit office.
pub(super) fn offer(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: crate::domain::ids::DeputyId,
    why: Unavailable,
    content: &Content,
) -> Deciding<()> {
    let office = world.deputy(&deputy)?.office_id;
    let first = !matches!(&account.dialogue.step, Step::Offered { said, .. } if !said.is_empty());
    let mut changed = account.clone();
    changed.dialogue.go(
        Step::Offered {
            reader: Reader::Office(office),
            said: with(account, content)?,
        },
        None,
    );
    if first {
        owe(
            &changed,
            MessageKind::OfferOffice {
                deputy,
                why,
                held: true,
            },
            cx,
        )
        .put(world, cx);
    }
    world.put_account(changed);
    Ok(())
}

/// More words while an offer stands: they wait with the others, and the offer is shown again.
pub(super) fn add(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reader: Reader,
    content: &Content,
) -> Deciding<()> {
    let mut changed = account.clone();
    changed.dialogue.go(
        Step::Offered {
            reader,
            said: with(account, content)?,
        },
        None,
    );
    owe(&changed, MessageKind::HeldWords { reader }, cx).put(world, cx);
    world.put_account(changed);
    Ok(())
}

/// Sends what waits to the reader that was offered; without words the reader's page is opened.
pub(super) fn send(world: &mut World, cx: &Context<'_>, account: &Account) -> Deciding<()> {
    let Step::Offered { reader, said } = account.dialogue.step.clone() else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    if said.is_empty() {
        super::talk_to(world, cx, account, reader);
        return Ok(());
    }
    let mut account = account.clone();
    super::goes_on_to(&mut account, reader, cx);
    world.put_account(account.clone());
    for content in &said {
        write_letter(
            world,
            cx,
            &account,
            reader,
            &Words {
                content,
                remote_id: None,
                said_at: None,
            },
        )?;
    }
    Ok(())
}

/// Throws away what waits.
pub(super) fn drop_words(world: &mut World, cx: &Context<'_>, account: &Account) {
    let mut account = account.clone();
    account.dialogue.rest();
    owe(
        &account,
        MessageKind::Note {
            note: Note::HeldDropped,
        },
        cx,
    )
    .put(world, cx);
    world.put_account(account);
}
