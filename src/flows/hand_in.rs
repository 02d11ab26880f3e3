//! Handing in a handbook and taking it in: the deputy's acts, the office's, and the reminders of December.
//!
//! **Invariants:** a handbook counts as handed in only by the deputy's tap; an office takes in what was handed in, or the
//! paper book it holds in its hands; what was taken in changes no more: later records are amendments.

use chrono::{Datelike, NaiveDate};

use crate::domain::account::Account;
use crate::domain::calendar::in_force::in_force;
use crate::domain::command::HandbookForm;
use crate::domain::context::Context;
use crate::domain::handbook::life::{
    DECEMBER, HandbookAct, HandbookEvent, HandbookRow, HandbookState, drafts_of, freeze, handbook_of,
    lines_of, missing_told, snoozed_until, step_on, wants_reminder, year_due,
};
use crate::domain::handbook::read::read_handbook;
use crate::domain::ids::{AccountId, DeputyId, OfficeId};
use crate::domain::keeping::Counter;
use crate::domain::message_kind::{HandInSaid, MessageKind, Note};
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::table::rules_in_force;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::owe::owe;
use super::remind::{of_deputy, unasked};

/// What happens to records that wait for the deputy's look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drafts {
    /// They are asked about first.
    AskFirst,
    /// They stay out: the deputy has said so.
    LeaveOut,
}

/// Whether a year's handbook can be handed in: from December on, and at once by those whose office has ended.
fn check_time(world: &World, cx: &Context<'_>, deputy: DeputyId, year: i64) -> Deciding<()> {
    let today = day_of(cx.now);
    let this_year = i64::from(today.year());
    let has_ended = world.deputy(&deputy)?.status == DeputyStatus::Ended;
    if year > this_year || (year == this_year && today.month() != DECEMBER && !has_ended) {
        Err(Stop::Refused(Refusal::HandbookTooEarly))
    } else if year < this_year - 5 {
        Err(Stop::Refused(Refusal::NoLongerThere))
    } else {
        Ok(())
    }
}

fn note(
    world: &mut World,
    cx: &Context<'_>,
    row: HandbookRow,
    act: HandbookAct,
    by: Option<AccountId>,
    why: &str,
) -> Deciding<()> {
    let subject = format!("handbook {} of deputy {}", row.year, row.deputy_id);
    audit(world, cx, by, &format!("handbook.{}", act.tag()), subject)?;
    world.add_handbook_event(HandbookEvent {
        id: cx.ids.next(),
        deputy_id: row.deputy_id,
        year: row.year,
        act,
        account_id: by,
        at: cx.now,
        why: why.to_owned(),
    });
    world.put_handbook(row);
    Ok(())
}

/// The deputy hands the handbook of a year in.
pub fn hand_in(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    year: i64,
    drafts: Drafts,
) -> Deciding<()> {
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    check_time(world, cx, deputy, year)?;
    if row.state == HandbookState::Accepted {
        return Err(Stop::Refused(Refusal::HandbookFrozen));
    }
    if drafts == Drafts::AskFirst && drafts_of(world, deputy, year)? > 0 {
        owe(account, MessageKind::HandInDrafts { year }, cx).put(world, cx);
        return Ok(());
    }
    let of_year = i32::try_from(year).map_err(|_| Stop::Refused(Refusal::NoLongerThere))?;
    let handbook = read_handbook(world, deputy, of_year, day_of(cx.now), &[])?;
    let (frozen, hash) = freeze(&lines_of(&handbook));
    row.office_id = world.deputy(&deputy)?.office_id;
    row.state = HandbookState::HandedIn;
    row.on_paper = false;
    row.handed_in_at = Some(cx.now);
    row.frozen = frozen;
    row.frozen_hash = hash;
    row.reason = String::new();
    note(world, cx, row, HandbookAct::HandedIn, Some(account.id), "")?;
    owe(account, MessageKind::HandbookStands { deputy, year }, cx).put(world, cx);
    Ok(())
}

/// 已交纸质手册: the office confirms it when it has the book.
pub fn tell_paper(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    year: i64,
) -> Deciding<()> {
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    check_time(world, cx, deputy, year)?;
    if row.state == HandbookState::Accepted {
        return Err(Stop::Refused(Refusal::HandbookFrozen));
    }
    row.office_id = world.deputy(&deputy)?.office_id;
    row.state = HandbookState::PaperTold;
    row.on_paper = true;
    row.handed_in_at = Some(cx.now);
    row.frozen = String::new();
    row.frozen_hash = String::new();
    note(world, cx, row, HandbookAct::PaperTold, Some(account.id), "")?;
    owe(account, MessageKind::HandbookStands { deputy, year }, cx).put(world, cx);
    Ok(())
}

/// The deputy spoke of handing in, or of having done so: only a tap does it, so the card with the buttons follows. `year`:
/// the one that was named. In a year without any duty nobody is asked for a handbook.
pub fn told(
    world: &World,
    cx: &Context<'_>,
    deputy: DeputyId,
    year: Option<i64>,
    said: HandInSaid,
) -> Deciding<MessageKind> {
    let due = year_due(cx.now);
    let named = year.is_some();
    let year = year.unwrap_or(due);
    let records = ListKey::Records {
        deputy,
        state: String::new(),
        on: format!("{year:04}"),
        page: 0,
    };
    world.want([Key::Handbook((deputy, year)), Key::List(records.clone())])?;
    let row = world.find_handbook(&(deputy, year))?;
    let december = day_of(cx.now).month() == DECEMBER;
    if row.is_none() && !named && !december && world.list(&records)?.total == 0 {
        let note = match said {
            HandInSaid::Planned => Note::HandbookNotHandedIn,
            HandInSaid::Submitted | HandInSaid::OnPaper => Note::HandbookHandedIn,
        };
        return Ok(MessageKind::Note { note });
    }
    if row.is_none_or(|row| !row.state.is_done_by_deputy()) {
        check_time(world, cx, deputy, year)?;
    }
    Ok(MessageKind::HandInSaid { year, said })
}

/// 下周再提醒.
pub fn snooze(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    year: i64,
) -> Deciding<()> {
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    if !row.state.is_done_by_deputy() {
        let rules = rules_in_force(world, cx.rules)?;
        let until = snoozed_until(day_of(cx.now), in_force(world)?, &rules.table);
        row.not_before_on = Some(until);
        // The step that was put off speaks again when the quiet is over.
        row.reminded_on = None;
        world.put_handbook(row);
    }
    owe(account, MessageKind::HandbookStands { deputy, year }, cx).put(world, cx);
    Ok(())
}

/// The office takes handbooks in.
pub fn take_in(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    year: i64,
    form: HandbookForm,
) -> Deciding<()> {
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    match (row.state, form) {
        (HandbookState::Accepted, _) => return Ok(()),
        (HandbookState::HandedIn, HandbookForm::HandedIn) | (_, HandbookForm::Paper) => {}
        (_, HandbookForm::HandedIn) => return Err(Stop::Refused(Refusal::HandbookNotHandedIn)),
    }
    row.state = HandbookState::Accepted;
    row.decided_at = Some(cx.now);
    row.decided_by = by;
    row.reason = String::new();
    if form == HandbookForm::Paper {
        row.on_paper = true;
        row.handed_in_at = row.handed_in_at.or(Some(cx.now));
        row.frozen = String::new();
        row.frozen_hash = String::new();
    }
    note(world, cx, row, HandbookAct::Accepted, by, "")?;
    tell_deputy(world, cx, deputy, year)
}

/// 请补充后再交.
pub fn give_back(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    year: i64,
    reason: &str,
) -> Deciding<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Stop::Refused(Refusal::Empty));
    }
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    match row.state {
        HandbookState::HandedIn | HandbookState::PaperTold => {}
        HandbookState::Accepted => return Err(Stop::Refused(Refusal::HandbookFrozen)),
        HandbookState::Open | HandbookState::Returned => {
            return Err(Stop::Refused(Refusal::HandbookNotHandedIn));
        }
    }
    row.state = HandbookState::Returned;
    row.decided_at = Some(cx.now);
    row.decided_by = by;
    row.reason = reason.to_owned();
    note(world, cx, row, HandbookAct::Returned, by, reason)?;
    tell_deputy(world, cx, deputy, year)
}

fn tell_deputy(world: &mut World, cx: &Context<'_>, deputy: DeputyId, year: i64) -> Deciding<()> {
    if let Some(account) = world.deputy(&deputy)?.account_id {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::HandbookStands { deputy, year }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

/// Whether the handbook's step of December is said along with what else is due this morning; it counts as said then.
pub fn joins_morning(world: &mut World, cx: &Context<'_>, deputy: DeputyId) -> Deciding<bool> {
    let today = day_of(cx.now);
    if today.month() != DECEMBER {
        return Ok(false);
    }
    let year = i64::from(today.year());
    let rules = rules_in_force(world, cx.rules)?;
    let Some(step) = step_on(today, in_force(world)?, &rules.table) else {
        return Ok(false);
    };
    if !wants_reminder(world.find_handbook(&(deputy, year))?, step, today) {
        return Ok(false);
    }
    note_said(world, cx, deputy, year, step)?;
    Ok(true)
}

fn note_said(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    year: i64,
    step: NaiveDate,
) -> Deciding<()> {
    let mut row = handbook_of(world, deputy, year, cx.now)?;
    row.reminded_on = Some(step);
    row.not_before_on = None;
    world.put_handbook(row);
    Ok(())
}

/// Reminds one deputy, if that still holds: in office, bound, not silenced, not done, not reminded of this step.
pub fn remind(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    year: i64,
    step: NaiveDate,
) -> Deciding<()> {
    world.want([
        Key::Deputy(deputy),
        Key::Handbook((deputy, year)),
        Key::Unasked(of_deputy(deputy)),
    ])?;
    let owner = world.deputy(&deputy)?;
    let Some(account) = owner.account_id else {
        return Ok(());
    };
    if owner.status != DeputyStatus::InOffice || owner.gone_at.is_some() || owner.paused_at.is_some() {
        return Ok(());
    }
    let account = world.account(&account)?.clone();
    let row = world.find_handbook(&(deputy, year))?;
    if account.silenced_at.is_some() || !wants_reminder(row, step, day_of(cx.now)) {
        return Ok(());
    }
    let told = unasked(world, of_deputy(deputy))?;
    if told.told_today(cx.now) >= cx.rules.unasked_per_day {
        // Another message went out this morning: the step holds until the next one.
        return Ok(());
    }
    world.put_unasked(told.once_more(cx.now));
    note_said(world, cx, deputy, year, step)?;
    owe(&account, MessageKind::HandbookDue { year }, cx)
        .due(rules_in_force(world, cx.rules)?.quiet.after_quiet(cx.now))
        .put(world, cx);
    Ok(())
}

/// Tells the officers of an office, once a year, whose handbooks are missing.
pub fn tell_missing(world: &mut World, cx: &Context<'_>, office: OfficeId, year: i64) -> Deciding<()> {
    let name = format!("{}{office}", missing_told(year));
    let officers = ListKey::Officers(office);
    let missing = ListKey::HandbooksMissing { office, year };
    world.want([
        Key::Counter(name.clone()),
        Key::List(officers.clone()),
        Key::List(missing.clone()),
    ])?;
    if world.find_counter(&name)?.is_some() {
        return Ok(());
    }
    let missing = world.list(&missing)?.total;
    let officers: Vec<_> = world
        .list(&officers)?
        .ids
        .iter()
        .map(|id| crate::domain::ids::OfficerId(*id))
        .collect();
    world.want(officers.iter().map(|id| Key::Officer(*id)))?;
    for id in officers {
        let account = world.officer(&id)?.account_id;
        let account = world.account(&account)?.clone();
        if missing > 0 {
            owe(&account, MessageKind::HandbooksMissing { office, year }, cx)
                .due(cx.rules.quiet.after_quiet(cx.now))
                .put(world, cx);
        }
    }
    world.put_counter(Counter { name, value: missing });
    Ok(())
}
