//! Cards to the reader of a case: at most five a minute, the rest as one summary; without sound at night.

use crate::domain::case::{Case, Reader};
use crate::domain::context::Context;
use crate::domain::ids::{MessageId, OutboxId};
use crate::domain::keeping::CardPace;
use crate::domain::message_kind::MessageKind;
use crate::domain::time::MINUTE_MS;
use crate::domain::world::{Deciding, Key, World};

use super::owe::owe;
use super::tell_office::tell_office;

/// Which card it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// A new letter.
    First,
    /// More words to a letter that had its card.
    More,
    /// A letter that the office passed on.
    Passed,
}

/// Owes the deputy the card of a case from a message on, or lets the summary speak for it.
/// Letters that an office reads are shown at the desk, and its officers are told that they wait.
pub fn card(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    from: MessageId,
    which: Which,
    due_at: i64,
) -> Deciding<()> {
    let Reader::Deputy(deputy) = case.reader else {
        return tell_office(world, cx, case, case.entered_by);
    };
    let Some(account_id) = world.deputy(&deputy)?.account_id else {
        return Ok(());
    };
    world.want([Key::Account(account_id), Key::CardPace(account_id)])?;
    let account = world.account(&account_id)?.clone();
    let mut pace = match world.find_card_pace(&account_id)? {
        Some(pace) => pace.clone(),
        None => CardPace {
            account_id,
            since_at: cx.now,
            cards: 0,
            summary_id: None,
            summary_at: 0,
        },
    };
    if cx.now >= pace.since_at + MINUTE_MS {
        pace = CardPace {
            account_id,
            since_at: cx.now,
            cards: 0,
            summary_id: None,
            summary_at: 0,
        };
    }
    if pace.cards < cx.rules.cards_per_minute {
        pace.cards += 1;
        let (id, more) = (case.id, which == Which::More);
        let kind = match which {
            Which::First | Which::More => MessageKind::Card { case: id, from, more },
            Which::Passed => MessageKind::CardPassed { case: id, from },
        };
        owe(&account, kind, cx)
            .of(case.id)
            .due(due_at)
            .quiet_at_night(cx)
            .put(world, cx);
    } else if pace.summary_id.is_none() {
        pace.summary_at = pace.since_at + MINUTE_MS;
        pace.summary_id = Some(
            owe(&account, MessageKind::CardSummary, cx)
                .due(pace.summary_at)
                .quiet_at_night(cx)
                .put(world, cx),
        );
    } else {
        return Ok(());
    }
    world.put_card_pace(pace);
    Ok(())
}

/// Owes the deputy the file or the place of a message, as what it is, if the card goes out as well.
pub fn file(world: &mut World, cx: &Context<'_>, case: &Case, message: MessageId) -> Deciding<()> {
    if !world.message(&message)?.is_more_than_words() {
        return Ok(());
    }
    let kind = MessageKind::CaseFile {
        case: case.id,
        message,
    };
    beside_card(world, cx, case, kind, cx.now).map(|_| ())
}

/// Owes the deputy the first file of an album, which waits for the others until an instant. Nothing where no card goes out.
pub fn album(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    message: MessageId,
    due_at: i64,
) -> Deciding<Option<OutboxId>> {
    let kind = MessageKind::CaseAlbum {
        case: case.id,
        messages: vec![message],
    };
    beside_card(world, cx, case, kind, due_at)
}

fn beside_card(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    kind: MessageKind,
    due_at: i64,
) -> Deciding<Option<OutboxId>> {
    let Reader::Deputy(deputy) = case.reader else {
        return Ok(None);
    };
    let Some(account_id) = world.deputy(&deputy)?.account_id else {
        return Ok(None);
    };
    let account = world.account(&account_id)?.clone();
    let full = world
        .find_card_pace(&account_id)?
        .is_some_and(|pace| pace.summary_id.is_some());
    if full {
        return Ok(None);
    }
    let owed = owe(&account, kind, cx).of(case.id).due(due_at).quiet_at_night(cx);
    Ok(Some(owed.put(world, cx)))
}
