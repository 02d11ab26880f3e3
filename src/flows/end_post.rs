//! An officer leaves: the post ends, the account is nobody's at the desk, and can be invited anew. What the officer did
//! stays in the audit log under the name.

use crate::domain::context::Context;
use crate::domain::ids::{AccountId, OfficerId};
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};

use super::audit_act::audit;
use super::owe::owe;

/// Ends a post. Nobody ends their own: an office that nobody sits in could invite nobody.
pub fn end_post(world: &mut World, cx: &Context<'_>, by: Option<AccountId>, id: OfficerId) -> Deciding<()> {
    let mut officer = world.officer(&id)?.clone();
    if officer.ended_at.is_some() {
        return Ok(());
    }
    if by == Some(officer.account_id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let mut account = world.account(&officer.account_id)?.clone();
    if account.officer_id == Some(id) {
        account.officer_id = None;
        account.dialogue.rest();
        let kind = MessageKind::Note {
            note: Note::PostEnded,
        };
        owe(&account, kind, cx).quiet_at_night(cx).put(world, cx);
        world.put_account(account);
    }
    officer.ended_at = Some(cx.now);
    world.put_officer(officer);
    audit(world, cx, by, "officer.ended", format!("officer {id}"))
}
