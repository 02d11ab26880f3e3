//! Invitations in chat: opening shows a question; a tap and the last four characters redeem.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::InvitationId;
use crate::domain::lookup::secret_hash;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::world::{Deciding, World};
use crate::flows::bind_account::{self, Bound};
use crate::flows::owe::owe;

/// `/start i_CODE`: the question, or the reason why not.
pub(super) fn open(world: &mut World, cx: &Context<'_>, account: &Account, code: &str) -> Deciding<()> {
    let kind = match bind_account::find(world, cx, account, &secret_hash(code))? {
        Ok(invitation) => MessageKind::InvitationQuestion { invitation },
        Err(refusal) => MessageKind::Refused { refusal },
    };
    owe(account, kind, cx).put(world, cx);
    Ok(())
}

/// 【开通】: the next words are the last four characters.
pub(super) fn ask_tail(world: &mut World, cx: &Context<'_>, account: &Account, id: InvitationId) {
    let mut account = account.clone();
    account
        .dialogue
        .go(Step::Redeeming(id), Some(cx.now + cx.rules.step_lapses_ms));
    owe(&account, MessageKind::Note { note: Note::AskTail }, cx).put(world, cx);
    world.put_account(account);
}

/// The last four characters were typed.
pub(super) fn tail(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: InvitationId,
    typed: &str,
) -> Deciding<()> {
    match bind_account::redeem(world, cx, account, id, typed)? {
        Bound::Deputy(_) | Bound::Officer(_) => {}
        Bound::Wrong(invitation) => {
            owe(account, MessageKind::InvitationWrong { invitation }, cx).put(world, cx);
        }
        Bound::Refused(refusal) => {
            let mut account = account.clone();
            account.dialogue.rest();
            owe(&account, MessageKind::Refused { refusal }, cx).put(world, cx);
            world.put_account(account);
        }
    }
    Ok(())
}
