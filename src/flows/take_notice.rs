//! A deputy passes a notice on: it is kept as what somebody else wrote, and becomes a draft only when the deputy says so.
//! Called by the chat.
//!
//! **Invariant:** somebody else's words are never taken for a report of the deputy's own; a draft made of them waits until
//! its day has come, and for the deputy's confirmation like any other.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::duty_record::draft_from_report;
use crate::domain::ids::{DeputyId, ReportId};
use crate::domain::input::Forwarded;
use crate::domain::personal_data::mask_personal_data;
use crate::domain::refusal::Refusal;
use crate::domain::report::{Words, read_notice};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Stop, World};

use super::take_report::{Told, begun, draft_all, now_has, records_of};

/// Keeps a notice with the files that came with it. No record is drafted yet.
pub fn take_notice(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    told: &Told<'_>,
    origin: &Forwarded,
) -> Deciding<(ReportId, Account)> {
    let (mut report, mut account) = begun(world, cx, account, deputy, told)?;
    report.forwarded_from = Some(origin.from.clone());
    // 明天 in a notice is the day after it was written, not after it was passed on.
    report.said_at = origin.said_at.unwrap_or(told.said_at).min(cx.now);
    account.dialogue.card.clear();
    let id = report.id;
    world.put_report(report);
    world.put_account(account.clone());
    Ok((id, account))
}

/// The deputy wants the notice on record: it becomes a draft. A second tap makes no second one.
pub fn log_notice(world: &mut World, cx: &Context<'_>, by: &Account, id: ReportId) -> Deciding<()> {
    if !records_of(world, id)?.is_empty() {
        return Ok(());
    }
    let report = world.report(&id)?.clone();
    let read = read_notice(&report.text, report.said_at, Words::shipped())
        .ok_or(Stop::Refused(Refusal::NoLongerThere))?;
    let draft = draft_from_report(
        &read,
        &report.text,
        day_of(report.said_at),
        false,
        mask_personal_data,
    );
    let files = if by.dialogue.burst == Some(id) {
        by.dialogue.burst_files
    } else {
        0
    };
    let mut account = by.clone();
    account.dialogue.card = draft_all(world, cx, &report, vec![draft], files)?;
    now_has(world, id, &account.dialogue.card);
    world.put_account(account);
    Ok(())
}

/// The deputy doesn't want it: its words go.
pub fn drop_notice(world: &mut World, id: ReportId) -> Deciding<()> {
    if !records_of(world, id)?.is_empty() {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    let mut report = world.report(&id)?.clone();
    report.text = String::new();
    world.put_report(report);
    Ok(())
}
