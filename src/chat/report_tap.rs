//! Taps on the card of a report, and on a notice that was passed on. Called by `tap`; each checks that the report is the
//! deputy's own.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::{DeputyId, RecordId, ReportId};
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::report::{Words, read};
use crate::domain::world::{Deciding, Stop, World};
use crate::flows::take_notice::{drop_notice, log_notice};
use crate::flows::take_report::{confirm_report, drop_report, follow_edit, merge, own_report, split};

use super::report::on_card;

/// What a tap on a card of a report asks for.
pub(super) enum Tap {
    Confirm,
    Drop,
    TakeEdit,
    LeaveEdit,
    LogNotice,
    DropNotice,
}

/// A tap on the card of a report.
pub(super) fn tapped(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    id: ReportId,
    tap: &Tap,
) -> Deciding<MessageKind> {
    let report = own_report(world, deputy, id)?;
    let mut account = account.clone();
    if matches!(account.dialogue.step, Step::Choosing(_)) {
        account.dialogue.rest();
        world.put_account(account.clone());
    }
    Ok(match tap {
        Tap::Confirm => {
            confirm_report(world, cx, &account, id)?;
            MessageKind::Report { report: id }
        }
        Tap::Drop => {
            drop_report(world, cx, &account, id)?;
            MessageKind::Note {
                note: Note::RecordDropped,
            }
        }
        Tap::LogNotice => {
            log_notice(world, cx, &account, id)?;
            MessageKind::Report { report: id }
        }
        Tap::DropNotice => {
            drop_notice(world, id)?;
            MessageKind::Note {
                note: Note::RecordDropped,
            }
        }
        Tap::TakeEdit => {
            let text = report.edited_text.clone().unwrap_or_default();
            let reading = read(&text, report.said_at, Words::shipped());
            let ids = follow_edit(world, cx, &account, report, &reading)?;
            on_card(world, &account, ids);
            MessageKind::Report { report: id }
        }
        Tap::LeaveEdit => {
            let mut report = report;
            report.edited_text = None;
            world.put_report(report);
            MessageKind::Note { note: Note::EditLeft }
        }
    })
}

/// One record for each matter.
pub(super) fn split_record(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    row: RecordRow,
) -> Deciding<MessageKind> {
    let (report, first) = (row.report_id, row.id);
    let ids = split(world, cx, account, row)?;
    let mut card: Vec<RecordId> = account.dialogue.card.clone();
    card.retain(|id| !ids.contains(id));
    card.extend(ids);
    on_card(world, account, card);
    Ok(match report {
        Some(report) => MessageKind::Report { report },
        None => MessageKind::Record { record: first },
    })
}

/// Two records become one.
pub(super) fn merge_record(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    row: RecordRow,
) -> Deciding<MessageKind> {
    let kept = merge(world, cx, account, row)?;
    on_card(world, account, vec![kept]);
    Ok(MessageKind::Record { record: kept })
}

/// The words were an answer to a letter: the drafts go, and it is asked which letter.
pub(super) fn answer_letter(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    report: Option<ReportId>,
) -> Deciding<MessageKind> {
    if !matches!(account.dialogue.step_at(cx.now), Step::Choosing(_)) {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    if let Some(id) = report {
        own_report(world, deputy, id)?;
        drop_report(world, cx, account, id)?;
    }
    Ok(MessageKind::ChooseCase)
}
