//! Opening a case by number and lookup code, on any phone. Guesses are counted on the case and lock it for an hour.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::CaseId;
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, World};

use super::owe::owe;

/// What came of a look-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookedUp {
    /// The case is open to the account.
    Open(CaseId),
    /// No: the number and code don't fit, or the case is locked for now. The try was counted.
    Closed(Refusal),
}

/// Tries number and code. A right one moves the case to the account: answers come here from now on.
pub fn look_up(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    number: i64,
    code: &str,
) -> Deciding<LookedUp> {
    let Some(id) = world.case_numbered(&number)? else {
        return Ok(LookedUp::Closed(Refusal::LookupWrong));
    };
    let mut case = world.case(&id)?.clone();
    if cx.now < case.locked_until_at {
        return Ok(LookedUp::Closed(Refusal::LookupLocked));
    }
    if !cx.lookup.opens(id, code) {
        case.wrong_codes += 1;
        let locked = case.wrong_codes >= cx.rules.lookup_tries;
        if locked {
            case.wrong_codes = 0;
            case.locked_until_at = cx.now + cx.rules.lookup_locked_ms;
            super::audit_act::audit(world, cx, Some(account.id), "lookup.locked", format!("case {id}"))?;
        }
        world.put_case(case);
        return Ok(LookedUp::Closed(if locked {
            Refusal::LookupLocked
        } else {
            Refusal::LookupWrong
        }));
    }
    case.wrong_codes = 0;
    if case.account_id != Some(account.id) {
        take_over(world, cx, account, &mut case)?;
    }
    world.put_case(case);
    Ok(LookedUp::Open(id))
}

/// The person writes from another telephone now: pseudonym, name and open case come along.
fn take_over(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    case: &mut crate::domain::case::Case,
) -> Deciding<()> {
    let mut keys = vec![Key::Correspondent((account.id, case.reader))];
    if let Some(old) = case.account_id {
        keys.extend([Key::Correspondent((old, case.reader)), Key::Account(old)]);
    }
    world.want(keys)?;
    let before = match case.account_id {
        Some(old) => world.find_correspondent(&(old, case.reader))?.cloned(),
        None => None,
    };
    let mut correspondent = match world.find_correspondent(&(account.id, case.reader))? {
        Some(found) => found.clone(),
        None => match &before {
            Some(before) => crate::domain::case::Correspondent {
                account_id: account.id,
                ..before.clone()
            },
            None => super::write_letter::correspondent(world, account, case.reader, cx)?,
        },
    };
    correspondent.open_case_id = Some(case.id);
    world.put_correspondent(correspondent);
    if let Some(mut before) = before
        && before.open_case_id == Some(case.id)
    {
        before.open_case_id = None;
        world.put_correspondent(before);
    }
    if let Some(old) = case.account_id {
        let old = world.account(&old)?.clone();
        owe(&old, MessageKind::OpenedElsewhere { number: case.number }, cx)
            .quiet_at_night(cx)
            .put(world, cx);
    }
    case.account_id = Some(account.id);
    super::audit_act::audit(
        world,
        cx,
        Some(account.id),
        "lookup.opened",
        format!("case {}", case.id),
    )
}
