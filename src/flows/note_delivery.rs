//! What follows from a try to send: a card that arrived makes the case delivered, an answer's fate is told to who answered,
//! a person who blocked the bot is marked until they come back.

use crate::domain::account::Unreachable;
use crate::domain::case::{CaseState, Reader};
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, CaseId, OutboxId};
use crate::domain::keeping::{CaseAct, CaseEvent};
use crate::domain::message_kind::MessageKind;
use crate::domain::world::{Deciding, World};

use super::owe::owe;

/// The ends of a try that have consequences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// At the channel, or fetched by the page.
    Arrived,
    /// The person blocked the bot.
    Blocked,
    /// The chat no longer exists.
    Gone,
    /// Given up.
    GivenUp,
    /// The chat has another address.
    Moved(String),
}

/// True when the end of this kind of message has consequences, so that receipts cost nothing more.
pub fn matters(kind: &MessageKind, ended: &Ended) -> bool {
    match ended {
        Ended::Arrived => {
            matches!(
                kind,
                MessageKind::Card { .. }
                    | MessageKind::CardPassed { .. }
                    | MessageKind::Letter { .. }
                    | MessageKind::Answer { .. }
                    | MessageKind::ReaderChanged { .. }
            )
        }
        Ended::GivenUp => matches!(
            kind,
            MessageKind::Answer { .. } | MessageKind::ReaderChanged { .. }
        ),
        Ended::Blocked | Ended::Gone | Ended::Moved(_) => true,
    }
}

/// Draws the consequences.
pub fn note_delivery(
    world: &mut World,
    cx: &Context<'_>,
    item: OutboxId,
    to: AccountId,
    kind: &MessageKind,
    ended: &Ended,
) -> Deciding<()> {
    match ended {
        Ended::Blocked => unreachable(world, to, Unreachable::Blocked)?,
        Ended::Gone => unreachable(world, to, Unreachable::Gone)?,
        Ended::Moved(address) => {
            let mut account = world.account(&to)?.clone();
            account.address.clone_from(address);
            world.put_account(account);
        }
        Ended::Arrived | Ended::GivenUp => {}
    }
    match kind {
        MessageKind::Card { case, .. } | MessageKind::CardPassed { case, .. } if *ended == Ended::Arrived => {
            delivered(world, cx, *case, to)
        }
        MessageKind::Letter { case } if *ended == Ended::Arrived => {
            if is_reader(world, *case, to)? {
                delivered(world, cx, *case, to)?;
            }
            Ok(())
        }
        MessageKind::ReaderChanged { case } if !matches!(ended, Ended::Moved(_)) => {
            super::pass_case::moves_after_telling(world, cx, *case)
        }
        MessageKind::Answer { case, .. } if !matches!(ended, Ended::Moved(_)) => {
            tell_answerer(world, cx, *case, item)
        }
        _ => Ok(()),
    }
}

fn unreachable(world: &mut World, to: AccountId, why: Unreachable) -> Deciding<()> {
    let mut account = world.account(&to)?.clone();
    account.unreachable = Some(why);
    world.put_account(account);
    Ok(())
}

/// A deputy who opened the letter from the list has it, even if a summary stood for its card.
fn is_reader(world: &World, case: CaseId, to: AccountId) -> Deciding<bool> {
    let case = world.case(&case)?;
    Ok(match case.reader {
        Reader::Deputy(deputy) => {
            case.state == CaseState::Received && world.deputy(&deputy)?.account_id == Some(to)
        }
        Reader::Office(_) => false,
    })
}

fn delivered(world: &mut World, cx: &Context<'_>, case_id: CaseId, to: AccountId) -> Deciding<()> {
    let mut case = world.case(&case_id)?.clone();
    case.carded_at = Some(cx.now);
    if case.state == CaseState::Received {
        case.state = CaseState::Delivered;
        world.add_case_event(CaseEvent {
            id: cx.ids.next::<CaseId>().0,
            case_id,
            act: CaseAct::Delivered,
            account_id: Some(to),
            at: cx.now,
        });
    }
    world.put_case(case);
    Ok(())
}

/// The deputy learns whether the answer arrived, or why not.
fn tell_answerer(world: &mut World, cx: &Context<'_>, case_id: CaseId, item: OutboxId) -> Deciding<()> {
    let case = world.case(&case_id)?.clone();
    let Reader::Deputy(deputy) = case.reader else {
        return Ok(());
    };
    let Some(account) = world.deputy(&deputy)?.account_id else {
        return Ok(());
    };
    let account = world.account(&account)?.clone();
    owe(&account, MessageKind::Delivery { item, case: case_id }, cx)
        .of(case_id)
        .quiet_at_night(cx)
        .put(world, cx);
    Ok(())
}
