//! What an office does about a deputy's account: 换绑, a pause, and 暂停一切消息 at once and reversibly.

use crate::domain::context::Context;
use crate::domain::ids::{AccountId, DeputyId};
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::invite;
use super::owe::owe;

/// Ends the deputy's account and invites anew: the old telephone sees nothing from now on and is told so.
pub fn rebind(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: DeputyId,
    code: &str,
) -> Deciding<()> {
    world.want([Key::Deputy(id), Key::List(ListKey::Invitations(id))])?;
    let mut deputy = world.deputy(&id)?.clone();
    if let Some(old) = deputy.account_id.take() {
        let mut account = world.account(&old)?.clone();
        account.deputy_id = None;
        account.dialogue.rest();
        owe(
            &account,
            MessageKind::Note {
                note: Note::BindingEnded,
            },
            cx,
        )
        .put(world, cx);
        world.put_account(account);
        world.put_deputy(deputy);
    }
    audit(world, cx, by, "deputy.rebound", format!("deputy {id}"))?;
    invite::invite_deputy(world, cx, by, id, code)
}

/// Pauses a deputy, or ends the pause: meanwhile letters are offered to the office.
pub fn pause(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: DeputyId,
    pause: bool,
) -> Deciding<()> {
    let mut deputy = world.deputy(&id)?.clone();
    deputy.paused_at = if pause {
        deputy.paused_at.or(Some(cx.now))
    } else {
        None
    };
    world.put_deputy(deputy);
    audit(
        world,
        cx,
        by,
        if pause { "deputy.paused" } else { "deputy.resumed" },
        format!("deputy {id}"),
    )
}

/// Stops all messages to a deputy's account, or lets them go again.
pub fn silence(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: DeputyId,
    silence: bool,
) -> Deciding<()> {
    let account = world
        .deputy(&id)?
        .account_id
        .ok_or(Stop::Refused(Refusal::DeputyNotBound))?;
    let mut account = world.account(&account)?.clone();
    account.silenced_at = if silence {
        account.silenced_at.or(Some(cx.now))
    } else {
        None
    };
    world.put_account(account);
    audit(
        world,
        cx,
        by,
        if silence {
            "account.silenced"
        } else {
            "account.unsilenced"
        },
        format!("deputy {id}"),
    )
}
