//! Taking in a handbook's workbook that was filled in (N8), all or nothing.
//!
//! Called by the desk and the command line, first to look ([`plan`]) and then to take ([`import`]), which looks again.
//! **Invariants:** what an office types in is not yet the deputy's word: new rows are drafts, and what was changed waits for
//! the deputy anew; each changed field keeps its old value with who, when and why; nothing is removed; the same file may
//! come twice; a handbook that was taken in, or lies with the office, is not touched.

use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::duty_record::RecordState;
use crate::domain::handbook::life::{HandbookState, handbook_of};
use crate::domain::handbook::sheet::{Around, SheetChanges, compare};
use crate::domain::ids::{AccountId, RecordId};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::DeputyStatus;
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::RecordRow;
use crate::domain::record::command::HandbookSheet;
use crate::domain::refusal::Refusal;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::keep_record::{go, set_for};
use super::owe::owe;
use super::verify_records::account_of;

/// Longest reason, in characters.
const LONGEST_REASON: usize = 200;

/// Looks what taking the file in would do. Refuses where the handbook can't be changed any more.
pub fn plan(world: &World, sheet: &HandbookSheet, now: i64) -> Deciding<SheetChanges> {
    let list = ListKey::Records {
        deputy: sheet.deputy,
        state: String::new(),
        on: format!("{:04}", sheet.year),
        page: -1,
    };
    world.want([
        Key::Deputy(sheet.deputy),
        Key::List(list.clone()),
        Key::Handbook((sheet.deputy, sheet.year.into())),
    ])?;
    match handbook_of(world, sheet.deputy, sheet.year.into(), now)?.state {
        HandbookState::Accepted => return Err(Stop::Refused(Refusal::HandbookFrozen)),
        HandbookState::HandedIn => return Err(Stop::Refused(Refusal::HandbookInHand)),
        HandbookState::Open | HandbookState::PaperTold | HandbookState::Returned => {}
    }
    let ids: Vec<RecordId> = world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut records = Vec::with_capacity(ids.len());
    for id in ids {
        records.extend(world.find_record(&id)?.map(|row| (id, row.record.clone())));
    }
    let around = Around {
        records: &records,
        today: day_of(now),
        mask: mask_personal_data,
    };
    Ok(compare(&sheet.lines, around))
}

/// Takes the file in.
pub fn import(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    sheet: &HandbookSheet,
) -> Deciding<Answer> {
    let changes = plan(world, sheet, cx.now)?;
    if !changes.faults.is_empty() || sheet.lines.is_empty() {
        return Err(Stop::Refused(Refusal::SheetFaulty));
    }
    let deputy = world.deputy(&sheet.deputy)?;
    let holds_office = deputy.status == DeputyStatus::InOffice && deputy.gone_at.is_none();
    if !changes.added.is_empty() && !holds_office {
        return Err(Stop::Refused(Refusal::NotInOffice));
    }
    let officer = match by {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    let account = account_of(world, sheet.deputy)?;
    let reason: String = sheet.reason.trim().chars().take(LONGEST_REASON).collect();
    for (_, _, record) in &changes.added {
        let row = RecordRow::new(cx.ids.next(), sheet.deputy, record.clone(), cx.now);
        world.put_record(row);
    }
    for changed in &changes.changed {
        let row = world.record(&changed.record)?.clone();
        let mut row = go(world, cx, officer.as_ref(), row, RecordState::Draft, &reason);
        row.confirmed_at = None;
        set_for(world, cx, officer.as_ref(), row, changed.values.clone(), &reason);
    }
    let (added, changed) = (changes.added.len(), changes.changed.len());
    if !changes.is_nothing() {
        let subject = format!(
            "handbook {} of deputy {}: {added} new, {changed} changed, file {}",
            sheet.year, sheet.deputy, sheet.file_hash
        );
        audit(world, cx, by, "handbook.imported", subject)?;
        if let Some(account) = account {
            tell(world, cx, &account, sheet, added, changed);
        }
    }
    Ok(Answer::HandbookSheetTaken {
        added,
        changed,
        unchanged: changes.unchanged,
    })
}

fn tell(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    sheet: &HandbookSheet,
    added: usize,
    changed: usize,
) {
    let count = |rows: usize| i64::try_from(rows).unwrap_or(i64::MAX);
    let kind = MessageKind::HandbookSheet {
        year: sheet.year.into(),
        added: count(added),
        changed: count(changed),
    };
    owe(account, kind, cx)
        .due(cx.rules.quiet.after_quiet(cx.now))
        .put(world, cx);
}
