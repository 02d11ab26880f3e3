//! An inquiry of the office in the chat: shown, answered in free words, added to, put off.
//!
//! **Invariant:** whatever button is tapped, the inquiry must be the deputy's own.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::{DeputyId, InquiryId};
use crate::domain::inquiry::{InquiryPage, InquiryState, InquiryTap};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};
use crate::flows::inquire;
use crate::flows::owe::owe;

/// Decides a tap.
pub(super) fn tapped(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    tap: InquiryTap,
    id: InquiryId,
) -> Deciding<()> {
    let inquiry = inquire::own(world, deputy, id)?;
    let mut account = account.clone();
    let page = match tap {
        InquiryTap::Show => InquiryPage::Shown,
        InquiryTap::Answer if inquiry.state == InquiryState::Withdrawn => {
            return Err(Stop::Refused(Refusal::InquiryNotOpen));
        }
        InquiryTap::Answer => {
            let until = cx.now + cx.rules.step_lapses_ms;
            account.dialogue.go(Step::AnsweringInquiry(id), Some(until));
            InquiryPage::AskAnswer
        }
        InquiryTap::Tomorrow => {
            inquire::snooze(world, cx, inquiry)?;
            InquiryPage::Snoozed
        }
    };
    owe(&account, MessageKind::Inquiry { inquiry: id, page }, cx).put(world, cx);
    world.put_account(account);
    Ok(())
}
