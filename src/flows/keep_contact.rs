//! A telephone number or mail address that a constituent leaves for a call back, by separate consent, and takes back.
//!
//! A newer one of the same kind takes the older one's place. What is taken back is blanked, not only marked.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::CaseId;
use crate::domain::keeping::{CallBack, CallBackState, ContactKind};
use crate::domain::personal_data::{EmailAddress, Phone};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

/// Keeps what was typed after the question: typing it is the consent. The caller has checked that the account wrote
/// the case.
pub fn leave(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    case: CaseId,
    typed: &str,
) -> Deciding<()> {
    let (kind, value) = match (EmailAddress::read(typed), Phone::read(typed)) {
        (Some(email), _) => (ContactKind::Email, email.expose().to_owned()),
        (None, Some(phone)) => (ContactKind::Phone, phone.expose().to_owned()),
        (None, None) => return Err(Stop::Refused(Refusal::ContactUnreadable)),
    };
    withdraw(world, case, |row| row.kind == kind)?;
    let office_id = world.case(&case)?.office_id;
    world.put_call_back(CallBack {
        id: cx.ids.next::<CaseId>().0,
        case_id: case,
        account_id: account.id,
        office_id,
        kind,
        value,
        consented_at: cx.now,
        state: CallBackState::Ready,
    });
    Ok(())
}

/// Takes everything back that was left for the case. The caller has checked that the account wrote it.
pub fn take_back(world: &mut World, case: CaseId) -> Deciding<()> {
    withdraw(world, case, |_| true)
}

fn withdraw(world: &mut World, case: CaseId, which: impl Fn(&CallBack) -> bool) -> Deciding<()> {
    let left = world.list(&ListKey::CallBacks(case))?.ids.clone();
    world.want(left.iter().map(|id| Key::CallBack(*id)))?;
    for id in left {
        let row = world.call_back(&id)?.clone();
        if which(&row) {
            world.put_call_back(CallBack {
                state: CallBackState::Withdrawn,
                value: String::new(),
                ..row
            });
        }
    }
    Ok(())
}
