//! Marking a case: raised, passed on (with to whom), ended, gone on with. The words are the field's: never "handled".

use crate::domain::account::Account;
use crate::domain::case::text::{kept, shortened};
use crate::domain::case::{Case, CaseState, Reader};
use crate::domain::context::Context;
use crate::domain::ids::CaseId;
use crate::domain::keeping::{CaseAct, CaseEvent};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::keep_record::{keep_record, makes_record};
use super::owe::owe;

/// What a case is marked as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// 已反映
    Raised,
    /// 已转交, and to whom in the deputy's words.
    PassedOn(String),
    /// 本次来信已结束
    Ended,
}

/// Marks a case by its reader. The caller has checked that the account may. The constituent is told, the record follows.
pub fn mark_case(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    case_id: CaseId,
    mark: Mark,
) -> Deciding<()> {
    let mut case = world.case(&case_id)?.clone();
    let act = match mark {
        Mark::Raised => {
            case.raised_at = Some(cx.now);
            case.state = CaseState::Raised;
            CaseAct::Raised
        }
        Mark::PassedOn(to) => {
            case.passed_on_at = Some(cx.now);
            case.passed_on_to = Some(shortened(kept(to.trim()).as_str(), 100));
            case.state = CaseState::PassedOn;
            CaseAct::PassedOn
        }
        Mark::Ended => {
            if case.state == CaseState::Ended {
                return Err(Stop::Refused(Refusal::CaseEnded));
            }
            case.ended_at = Some(cx.now);
            case.state = CaseState::Ended;
            CaseAct::Ended
        }
    };
    // A writer who ends their own case is told once, below.
    if case.account_id != Some(account.id) {
        told(world, cx, &case)?;
    } else if case.state == CaseState::Ended {
        tell_deputy(world, cx, &case)?;
    }
    world.add_case_event(CaseEvent {
        id: cx.ids.next::<CaseId>().0,
        case_id,
        act,
        account_id: Some(account.id),
        at: cx.now,
    });
    world.put_case(case.clone());
    if makes_record(case.state) {
        keep_record(world, cx, &case)?;
    }
    owe(
        account,
        MessageKind::Marked {
            case: case_id,
            state: case.state,
        },
        cx,
    )
    .of(case_id)
    .put(world, cx);
    Ok(())
}

/// Tells the constituent of the new state.
fn told(world: &mut World, cx: &Context<'_>, case: &Case) -> Deciding<()> {
    if let Some(id) = case.account_id {
        let constituent = world.account(&id)?.clone();
        owe(
            &constituent,
            MessageKind::Told {
                case: case.id,
                state: case.state,
            },
            cx,
        )
        .of(case.id)
        .put(world, cx);
    }
    Ok(())
}

/// Tells the deputy that nobody waits for an answer any more. An office sees it at the desk.
fn tell_deputy(world: &mut World, cx: &Context<'_>, case: &Case) -> Deciding<()> {
    let Reader::Deputy(deputy) = case.reader else {
        return Ok(());
    };
    if let Some(account) = world.deputy(&deputy)?.account_id {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::EndedByWriter { case: case.id }, cx)
            .of(case.id)
            .quiet_at_night(cx)
            .put(world, cx);
    }
    Ok(())
}

/// The constituent goes on with an ended case (继续反映): the next words go to it.
pub fn reopen(world: &mut World, cx: &Context<'_>, account: &Account, case_id: CaseId) -> Deciding<()> {
    let mut case = world.case(&case_id)?.clone();
    world.want([Key::Correspondent((account.id, case.reader))])?;
    if case.state == CaseState::Ended {
        case.state = CaseState::Received;
        case.ended_at = None;
        world.add_case_event(CaseEvent {
            id: cx.ids.next::<CaseId>().0,
            case_id,
            act: CaseAct::Reopened,
            account_id: Some(account.id),
            at: cx.now,
        });
    }
    if let Some(mut correspondent) = world.find_correspondent(&(account.id, case.reader))?.cloned() {
        correspondent.open_case_id = Some(case_id);
        world.put_correspondent(correspondent);
    }
    world.put_case(case);
    Ok(())
}
