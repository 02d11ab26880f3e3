//! A deputy tells what was done: the report is kept as the source, its records are drafted, files of the same burst become its
//! evidence. Called by the chat, which has read the words.
//!
//! **Invariants:** nothing enters the handbook here; a record that looks like one that is there already is marked with it, so
//! that the deputy is asked (N6); a report belongs to the account and the deputy who said it.

use chrono::Days;

use crate::domain::account::Account;
use crate::domain::case::text::kept;
use crate::domain::context::Context;
use crate::domain::duty_record::{
    DutyRecord, FieldValue, RecordField, RecordSource, RecordState, alike, draft_from_report, matters_of,
    merged,
};
use crate::domain::ids::{DeputyId, RecordId, ReportId};
use crate::domain::message::{FileKind, NO_CASE, NewFile};
use crate::domain::people::{DeputyStatus, day_text};
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::{Evidence, RecordRow, Report, Transcribing};
use crate::domain::refusal::Refusal;
use crate::domain::report::{Flag, Reading};
use crate::domain::time::{MINUTE_MS, day_of};
use crate::domain::world::{Deciding, Key, List, ListKey, Stop, World};

use super::keep_record::{confirm, go, set};
use super::write_letter;

/// Files that come within this time of the report, or of one another, belong to it.
const BURST_MS: i64 = MINUTE_MS;
/// A letter's record may be told of so many days after its first words.
const DAYS_BEFORE: u64 = 31;
/// Records on one card: more are no report of a person.
const MOST_RECORDS: usize = 12;

/// Words as they were said, with their place at the channel.
pub struct Told<'a> {
    /// The words; the caption of a file, possibly empty.
    pub text: &'a str,
    /// The number at the channel.
    pub remote_id: Option<i64>,
    /// The album that it belongs to.
    pub album: Option<&'a str>,
    /// When it was said.
    pub said_at: i64,
    /// Somebody else's, passed on.
    pub forwarded: bool,
}

/// What a file that came by itself was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// The first one behind a report.
    First(ReportId),
    /// A further one of a burst that has had its word.
    More,
    /// Nothing was said yet of what it shows.
    Loose,
}

/// The report that the burst belongs to, if it still goes on.
pub(super) fn burst(
    world: &World,
    account: &Account,
    told: &Told<'_>,
    cx: &Context<'_>,
) -> Deciding<Option<Report>> {
    let Some(id) = account.dialogue.burst else {
        return Ok(None);
    };
    Ok(world
        .find_report(&id)?
        .filter(|report| {
            let album = told.album.is_some() && report.album.as_deref() == told.album;
            album || cx.now - report.spoken_at <= BURST_MS
        })
        .cloned())
}

pub(super) fn new_report(cx: &Context<'_>, account: &Account, deputy: DeputyId, told: &Told<'_>) -> Report {
    Report {
        id: cx.ids.next(),
        deputy_id: deputy,
        account_id: account.id,
        remote_id: told.remote_id,
        text: String::new(),
        forwarded_from: None,
        edited_text: None,
        album: told.album.map(str::to_owned),
        said_at: told.said_at,
        spoken_at: cx.now,
    }
}

/// The report that words begin: the one whose files came just before them, or a new one; and the account that is at it.
pub(super) fn begun(
    world: &World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    told: &Told<'_>,
) -> Deciding<(Report, Account)> {
    if world.deputy(&deputy)?.status != DeputyStatus::InOffice {
        return Err(Stop::Refused(Refusal::NotInOffice));
    }
    let mut account = account.clone();
    let waiting = burst(world, &account, told, cx)?.filter(|report| report.text.is_empty());
    let mut report = match waiting {
        Some(report) => report,
        None => {
            account.dialogue.burst_files = 0;
            new_report(cx, &account, deputy, told)
        }
    };
    report.text = kept(told.text);
    report.remote_id = told.remote_id;
    report.said_at = told.said_at;
    report.spoken_at = cx.now;
    account.dialogue.burst = Some(report.id);
    Ok((report, account))
}

/// Takes a report: drafts its records and makes them the ones on the card. Gives the report and the account as it is now.
pub fn take_report(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    told: &Told<'_>,
    reading: &Reading,
) -> Deciding<(ReportId, Account)> {
    let (report, mut account) = begun(world, cx, account, deputy, told)?;
    let drafts = drafts(&report, reading);
    let files = account.dialogue.burst_files;
    account.dialogue.card = draft_all(world, cx, &report, drafts, files)?;
    let id = report.id;
    world.put_report(report);
    world.put_account(account.clone());
    Ok((id, account))
}

fn drafts(report: &Report, reading: &Reading) -> Vec<DutyRecord> {
    let unsure = reading.flags.contains(&Flag::LunarOrSolar);
    reading
        .records
        .iter()
        .take(MOST_RECORDS)
        .map(|read| {
            draft_from_report(
                read,
                &report.text,
                day_of(report.said_at),
                unsure,
                mask_personal_data,
            )
        })
        .collect()
}

pub(super) fn draft_all(
    world: &mut World,
    cx: &Context<'_>,
    report: &Report,
    drafts: Vec<DutyRecord>,
    files: u32,
) -> Deciding<Vec<RecordId>> {
    let lists: Vec<ListKey> = drafts.iter().map(|draft| near(report.deputy_id, draft)).collect();
    world.want(lists.iter().map(|list| Key::List(list.clone())))?;
    let mut ids = Vec::new();
    for list in &lists {
        ids.extend(world.list(list)?.ids.iter().map(|id| RecordId(*id)));
    }
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut known = Vec::new();
    for id in ids {
        known.extend(world.find_record(&id)?.cloned());
    }
    let mut rows = Vec::new();
    for mut draft in drafts {
        draft.source = RecordSource::Report { files };
        draft.open.same_as = known
            .iter()
            .filter(|row: &&RecordRow| row.report_id != Some(report.id))
            .find(|row| alike(&row.record, &draft))
            .map(|row| row.id);
        let row = RecordRow {
            report_id: Some(report.id),
            ..RecordRow::new(cx.ids.next(), report.deputy_id, draft, cx.now)
        };
        rows.push(row.id);
        world.put_record(row);
    }
    Ok(rows)
}

/// The list of a report's records was read before some of them were drafted: the card, and a second tap, see all of them.
/// To be called last, when nothing more is asked for.
pub(super) fn now_has(world: &mut World, id: ReportId, records: &[RecordId]) {
    let list = List {
        ids: records.iter().map(|id| id.0).collect(),
        total: i64::try_from(records.len()).unwrap_or(i64::MAX),
    };
    world.learn_list(ListKey::RecordsOfReport(id), list);
}

/// The deputy's records among which the same event may stand.
pub(super) fn near(deputy: DeputyId, draft: &DutyRecord) -> ListKey {
    let from = draft
        .on
        .checked_sub_days(Days::new(DAYS_BEFORE))
        .unwrap_or(draft.on);
    ListKey::Records {
        deputy,
        state: String::new(),
        on: format!(
            "{}/{}",
            day_text(from),
            day_text(draft.until_on.unwrap_or(draft.on))
        ),
        page: -1,
    }
}

/// Keeps a file that a deputy sent outside of any letter. It joins the report of its burst, or waits for one.
pub fn take_file(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    file: &NewFile,
    told: &Told<'_>,
) -> Deciding<(Joined, Account)> {
    let mut account = account.clone();
    let (report, joined) = match burst(world, &account, told, cx)? {
        Some(mut report) => {
            report.spoken_at = cx.now;
            let joined = match (account.dialogue.burst_files, report.text.is_empty()) {
                (0, false) => Joined::First(report.id),
                _ => Joined::More,
            };
            (report, joined)
        }
        None => {
            account.dialogue.burst_files = 0;
            (new_report(cx, &account, deputy, told), Joined::Loose)
        }
    };
    account.dialogue.burst = Some(report.id);
    account.dialogue.burst_files += 1;
    keep_file(world, cx, &report, file, told);
    for id in account.dialogue.card.clone() {
        let Some(mut row) = world.find_record(&id)?.cloned() else {
            continue;
        };
        if row.report_id == Some(report.id) {
            row.record.source = RecordSource::Report {
                files: account.dialogue.burst_files,
            };
            world.put_record(row);
        }
    }
    world.put_report(report);
    world.put_account(account.clone());
    Ok((joined, account))
}

fn keep_file(world: &mut World, cx: &Context<'_>, report: &Report, file: &NewFile, told: &Told<'_>) {
    let id = write_letter::keep_file(world, cx, NO_CASE, file);
    let is_own_voice = file.kind == FileKind::Voice && !told.forwarded;
    world.put_evidence(Evidence {
        file_id: id,
        report_id: report.id,
        caption: kept(told.text),
        transcript: None,
        // A voice that was passed on may be a constituent's: nobody else gets to hear it.
        transcribing: if is_own_voice && cx.rules.transcribes {
            Transcribing::Wanted
        } else {
            Transcribing::No
        },
        transcribe_tries: 0,
        transcribe_at: 0,
        remote_id: told.remote_id,
        said_at: told.said_at,
    });
}

/// The report, if it is the deputy's own.
pub fn own_report(world: &World, deputy: DeputyId, id: ReportId) -> Deciding<Report> {
    let report = world.report(&id)?;
    if report.deputy_id == deputy {
        Ok(report.clone())
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// The records of a report, in order.
pub fn records_of(world: &World, id: ReportId) -> Deciding<Vec<RecordRow>> {
    let list = world.list(&ListKey::RecordsOfReport(id))?;
    let ids: Vec<RecordId> = list.ids.iter().map(|id| RecordId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    ids.iter().map(|id| world.record(id).cloned()).collect()
}

/// Confirms all drafts of a report, or none when one of them still asks for something.
pub fn confirm_report(world: &mut World, cx: &Context<'_>, by: &Account, id: ReportId) -> Deciding<()> {
    let drafts: Vec<_> = records_of(world, id)?
        .into_iter()
        .filter(|row| row.record.state == RecordState::Draft)
        .collect();
    if drafts.is_empty() {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    for row in drafts {
        confirm(world, cx, by, row)?;
    }
    Ok(())
}

/// Drops all drafts of a report.
pub fn drop_report(world: &mut World, cx: &Context<'_>, by: &Account, id: ReportId) -> Deciding<()> {
    for row in records_of(world, id)? {
        if row.record.state == RecordState::Draft {
            go(world, cx, Some(by), row, RecordState::Dropped, "");
        }
    }
    Ok(())
}

/// One record for each matter of a draft; everything else stands in each of them.
pub fn split(world: &mut World, cx: &Context<'_>, by: &Account, row: RecordRow) -> Deciding<Vec<RecordId>> {
    let matters = matters_of(&row.record);
    if row.record.state != RecordState::Draft || matters.len() < 2 {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    let field = row.record.category.matters_field();
    let mut ids = Vec::new();
    for (place, matter) in matters.into_iter().enumerate() {
        let value = match field {
            RecordField::Matters => FieldValue::Matters(matter),
            field => FieldValue::More(field, matter),
        };
        let part = if place == 0 {
            row.clone()
        } else {
            RecordRow {
                id: cx.ids.next(),
                // A letter has one record; its parts are told by the deputy.
                case_id: None,
                ..row.clone()
            }
        };
        ids.push(set(world, cx, by, part, vec![value]).id);
    }
    Ok(ids)
}

/// The draft and the record that it looks like become one: what the kept one left empty is filled, the draft is dropped, its
/// report stays the source of the kept one if that had none.
pub fn merge(world: &mut World, cx: &Context<'_>, by: &Account, draft: RecordRow) -> Deciding<RecordId> {
    let other = draft
        .record
        .open
        .same_as
        .ok_or(Stop::Refused(Refusal::OldButton))?;
    let mut kept = super::keep_record::own_record(world, draft.deputy_id, other)?;
    if draft.record.state != RecordState::Draft || kept.record.state == RecordState::Dropped {
        return Err(Stop::Refused(Refusal::OldButton));
    }
    kept.report_id = kept.report_id.or(draft.report_id);
    // The kept one stands for the joint activity from now on; the other no longer does.
    kept.activity_id = kept.activity_id.or(draft.activity_id);
    let mut draft = draft;
    draft.activity_id = None;
    let values = merged(&kept.record, &draft.record);
    let kept = set(world, cx, by, kept, values);
    world.put_record(kept);
    go(world, cx, Some(by), draft, RecordState::Dropped, "merged");
    Ok(other)
}

/// What taking back did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undone {
    /// Confirmed records are drafts again.
    Drafts,
    /// Drafts were dropped.
    Dropped,
}

/// Takes the records of the last card back: confirmed ones become drafts again, drafts are dropped. What the office has
/// verified stays: it is corrected, not taken back.
pub fn undo(world: &mut World, cx: &Context<'_>, by: &Account) -> Deciding<Undone> {
    let ids = by.dialogue.card.clone();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(
            world
                .find_record(&id)?
                .filter(|row| Some(row.deputy_id) == by.deputy_id)
                .cloned(),
        );
    }
    let confirmed = |row: &&RecordRow| matches!(row.record.state, RecordState::Confirmed | RecordState::Late);
    if rows.iter().any(|row| confirmed(&row)) {
        for row in rows.iter().filter(confirmed) {
            let mut row = go(world, cx, Some(by), row.clone(), RecordState::Draft, "undo");
            row.confirmed_at = None;
            world.put_record(row);
        }
        return Ok(Undone::Drafts);
    }
    let drafts: Vec<_> = rows
        .into_iter()
        .filter(|row| row.record.state == RecordState::Draft)
        .collect();
    if drafts.is_empty() {
        return Err(Stop::Refused(Refusal::NothingToTakeBack));
    }
    for row in drafts {
        go(world, cx, Some(by), row, RecordState::Dropped, "undo");
    }
    Ok(Undone::Dropped)
}

/// The records of a report follow its changed words: a field that the new words tell otherwise is set, a record that they add is
/// drafted; one that they no longer tell stays for the deputy to drop.
pub fn follow_edit(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    mut report: Report,
    reading: &Reading,
) -> Deciding<Vec<RecordId>> {
    let Some(text) = report.edited_text.take() else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    report.text = text;
    let rows: Vec<_> = records_of(world, report.id)?
        .into_iter()
        .filter(|row| row.record.state != RecordState::Dropped)
        .collect();
    let mut fresh = drafts(&report, reading);
    let added = fresh.split_off(rows.len().min(fresh.len()));
    let mut ids: Vec<RecordId> = rows.iter().map(|row| row.id).collect();
    for (row, fresh) in rows.into_iter().zip(fresh) {
        let mut values = Vec::new();
        for field in fresh.category.correctable() {
            let known = field != RecordField::On || fresh.open.day.is_none();
            let new = fresh.value(field);
            if known && !new.to_string().is_empty() && new != row.record.value(field) {
                values.push(new);
            }
        }
        set(world, cx, by, row, values);
    }
    ids.extend(draft_all(world, cx, &report, added, by.dialogue.burst_files)?);
    now_has(world, report.id, &ids);
    world.put_report(report);
    Ok(ids)
}
