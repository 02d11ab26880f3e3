//! The unit office looks at what its deputies confirmed: finds it true to fact, or returns it with the reason (A7.5).
//!
//! **Invariants:** only what waits for the office, or was verified by it, is decided upon, and only in the words that were
//! looked at; a verified record sends nobody a message, a returned one its deputy one; every step stands in the history of
//! the record and in the audit log.

use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::duty_record::{RecordState, ReturnedFrom};
use crate::domain::ids::{AccountId, DeputyId, RecordId};
use crate::domain::message_kind::MessageKind;
use crate::domain::record::RecordRow;
use crate::domain::record::command::SeenRecord;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::audit_act::audit;
use super::keep_record::go;
use super::owe::owe;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 500;

fn settled(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    row: RecordRow,
    to: RecordState,
    why: &str,
) -> Deciding<RecordRow> {
    let officer = match by {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    let mut row = go(world, cx, officer.as_ref(), row, to, why);
    row.settled_at = Some(cx.now);
    row.settled_by = by;
    row.settled_why = (!why.is_empty()).then(|| why.to_owned());
    audit(
        world,
        cx,
        by,
        &format!("record.{}", to.word()),
        format!("record {}", row.id),
    )?;
    world.put_record(row.clone());
    Ok(row)
}

/// Verifies records. What has changed since it was looked at, or no longer waits, is left as it is and counted.
pub fn verify(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    records: &[SeenRecord],
) -> Deciding<Answer> {
    let (mut verified, mut left) = (0, 0);
    for seen in records {
        let row = world.find_record(&seen.record)?.cloned();
        match row {
            Some(row) if row.record.state == RecordState::Verified => {}
            Some(row) if row.record.state.waits_for_office() && is_as_seen(seen, &row) => {
                settled(world, cx, by, row, RecordState::Verified, "")?;
                verified += 1;
            }
            _ => left += 1,
        }
    }
    Ok(Answer::RecordsVerified { verified, left })
}

fn is_as_seen(seen: &SeenRecord, row: &RecordRow) -> bool {
    seen.version.is_none_or(|version| version == row.record.version)
}

/// Returns a record to its deputy, who reads the reason and can correct and confirm it anew. A verified one can be returned
/// too: the office may have been wrong.
pub fn give_back(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    seen: &SeenRecord,
    reason: &str,
) -> Deciding<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Stop::Refused(Refusal::ReasonMissing));
    }
    if reason.chars().count() > LONGEST_REASON {
        return Err(Stop::Refused(Refusal::TooLong));
    }
    let row = world.record(&seen.record)?.clone();
    let is_decidable = row.record.state.waits_for_office() || row.record.state == RecordState::Verified;
    if !is_decidable || !is_as_seen(seen, &row) {
        return Err(Stop::Refused(Refusal::RecordMoved));
    }
    let returned = ReturnedFrom {
        state: row.record.state,
        version: row.record.version,
    };
    let mut row = settled(world, cx, by, row, RecordState::Returned, reason)?;
    row.record.returned = Some(returned);
    world.put_record(row.clone());
    if let Some(account) = account_of(world, row.deputy_id)? {
        let account = on_card(world, &account, row.id)?;
        owe(&account, MessageKind::Record { record: row.id }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

/// Takes a return back that was a mistake: the record stands where it stood, and the deputy is told that nothing is to be done.
/// What the deputy has changed or decided since stays as it is.
pub fn take_back(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    record: RecordId,
) -> Deciding<()> {
    let row = world.record(&record)?.clone();
    let Some(before) = row.record.before_return() else {
        return Err(Stop::Refused(Refusal::RecordMoved));
    };
    let officer = match by {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    let account = account_of(world, row.deputy_id)?;
    let mut row = go(world, cx, officer.as_ref(), row, before, "");
    row.record.returned = None;
    row.settled_at = (before == RecordState::Verified).then_some(cx.now);
    row.settled_by = by.filter(|_| before == RecordState::Verified);
    row.settled_why = None;
    audit(
        world,
        cx,
        by,
        "record.return-taken-back",
        format!("record {record}"),
    )?;
    world.put_record(row);
    if let Some(mut account) = account {
        if account.dialogue.card == [record] {
            account.dialogue.card.clear();
            world.put_account(account.clone());
        }
        owe(&account, MessageKind::ReturnTakenBack { record }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

/// The account of a deputy who has opened one.
pub(super) fn account_of(world: &World, deputy: DeputyId) -> Deciding<Option<Account>> {
    match world.deputy(&deputy)?.account_id {
        Some(account) => Ok(Some(world.account(&account)?.clone())),
        None => Ok(None),
    }
}

/// The deputy's next words may correct the record, unless a card of their own waits for them.
fn on_card(world: &mut World, account: &Account, record: RecordId) -> Deciding<Account> {
    let card = &account.dialogue.card;
    world.want(card.iter().map(|id| Key::Record(*id)))?;
    for id in card {
        if world
            .find_record(id)?
            .is_some_and(|row| row.record.state == RecordState::Draft)
        {
            return Ok(account.clone());
        }
    }
    let mut account = account.clone();
    account.dialogue.card = vec![record];
    world.put_account(account.clone());
    Ok(account)
}
