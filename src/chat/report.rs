//! A deputy's free words that answer no letter: what they are, and the short useful answer to each. Reports become a card.
//!
//! **Invariants:** words of secret papers and favours that Article 9 forbids are looked for before anything is kept, and
//! nothing of them is: no row, no dialogue, no dead letter; only that a refusal took place is noted. What is no report may
//! still be an answer to a letter, and one tap says so.

use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::duty_record::{
    DutyRecord, FieldValue, RecordState, apply_correction, draft_from_report, merged,
};
use crate::domain::ids::{DeputyId, RecordId, ReportId};
use crate::domain::input::Said;
use crate::domain::message::{Content, FileKind};
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::report::{Correction, Flag, Intent, Reading, Rule, Words, corrections_in, read};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};
use crate::flows::audit_act::audit;
use crate::flows::keep_record;

use super::{draft, suggestion};
use crate::flows::owe::owe;
use crate::flows::take_report::{
    Joined, Told, Undone, confirm_report, drop_report, follow_edit, merge, own_report, split, take_file,
    take_report, undo,
};

/// Readings look at so many characters; longer texts are looked through for secrets piece by piece.
const PIECE: usize = 1_800;

/// Refuses words of secret papers, whatever they were meant for. True when they were refused: nothing of them is kept.
pub(super) fn refuse_secret(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    text: &str,
) -> Deciding<bool> {
    let letters: Vec<char> = text.chars().collect();
    let secret = letters.chunks(PIECE).any(|piece| {
        let piece: String = piece.iter().collect();
        read(&piece, cx.now, Words::shipped())
            .flags
            .contains(&Flag::Secret)
    });
    if secret {
        refused(world, cx, account, Note::SecretRefused, "refused-secret")?;
    }
    Ok(secret)
}

fn refused(world: &mut World, cx: &Context<'_>, account: &Account, note: Note, act: &str) -> Deciding<()> {
    audit(world, cx, Some(account.id), act, String::new())?;
    owe(account, MessageKind::Note { note }, cx).put(world, cx);
    Ok(())
}

fn told<'a>(said: &'a Said, said_at: Option<i64>, cx: &Context<'_>) -> Told<'a> {
    Told {
        text: said.content.words(),
        remote_id: said.remote_id,
        album: said.album.as_deref(),
        said_at: said_at.unwrap_or(cx.now),
    }
}

/// Takes words or a file that no step asked for and that reply to no letter. False: they are to be asked about as before.
pub(super) fn said(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    said: &Said,
    said_at: Option<i64>,
) -> Deciding<bool> {
    let told = told(said, said_at, cx);
    let file = match &said.content {
        Content::File { file, .. } => Some(file),
        Content::Text(_) => None,
        Content::Location { .. } | Content::Described { .. } => return Ok(false),
    };
    let asked = *account.dialogue.step_at(cx.now) == Step::Reporting;
    let reading = read(told.text, told.said_at, Words::shipped());
    if reading.intent == Intent::Refused {
        let (note, act) = favour(&reading);
        refused(world, cx, account, note, act)?;
        return Ok(true);
    }
    if let Some(file) = file {
        let (joined, account) = take_file(world, cx, account, deputy, file, &told)?;
        if reading.intent == Intent::ActivityReport {
            return reported(world, cx, &account, deputy, said, &told, &reading);
        }
        let note = match (joined, file.kind) {
            (Joined::More, _) => return Ok(true),
            (Joined::First(_), FileKind::Voice) => Note::VoiceKept,
            (Joined::First(_), _) => Note::EvidenceTaken,
            (Joined::Loose, FileKind::Voice) => Note::VoiceKept,
            (Joined::Loose, _) => Note::FileKept,
        };
        let account = if joined == Joined::Loose {
            maybe_answer(world, cx, &account, deputy, &said.content)?
        } else {
            account
        };
        owe(&account, MessageKind::Note { note }, cx).put(world, cx);
        return Ok(true);
    }
    if corrected(world, cx, account, deputy, &told, &reading)? {
        return Ok(true);
    }
    // While letters wait, such words are most likely meant for one of them: it is asked which.
    let vague = matches!(
        reading.intent,
        Intent::PlannedActivity
            | Intent::NothingDone
            | Intent::Acknowledgement
            | Intent::Question
            | Intent::SuggestionDraft
    );
    if vague && !asked && letters_wait(world, deputy)? {
        return Ok(false);
    }
    let note = match reading.intent {
        Intent::ActivityReport => return reported(world, cx, account, deputy, said, &told, &reading),
        Intent::LeaveRequest => {
            owe(
                account,
                MessageKind::Note {
                    note: Note::LeaveNotPassed,
                },
                cx,
            )
            .put(world, cx);
            return Ok(true);
        }
        Intent::Other | Intent::Refused if asked => Note::ReportNotRead,
        Intent::Other | Intent::Refused => return Ok(false),
        Intent::PlannedActivity => Note::PlanNotRecorded,
        Intent::NothingDone => Note::NothingDone,
        Intent::Acknowledgement => Note::Thanks,
        Intent::ReplyReceived if suggestion::told(world, cx, account, deputy, told.text)? => return Ok(true),
        Intent::ReplyReceived => Note::ReplyNotTaken,
        Intent::SuggestionDraft => {
            draft::offer(world, cx, account, told.text);
            return Ok(true);
        }
        Intent::HandbookPlanned => Note::HandbookNotHandedIn,
        Intent::HandbookSubmitted => Note::HandbookHandedIn,
        Intent::Question => Note::AskedHow,
    };
    let account = if note == Note::ReportNotRead {
        account.clone()
    } else {
        maybe_answer(world, cx, account, deputy, &said.content)?
    };
    owe(&account, MessageKind::Note { note }, cx).put(world, cx);
    Ok(true)
}

fn favour(reading: &Reading) -> (Note, &'static str) {
    let has = |flag| reading.flags.contains(&flag);
    if has(Flag::Secret) {
        (Note::SecretRefused, "refused-secret")
    } else if has(Flag::JudicialFavour) {
        (Note::JudicialRefused, "refused-judicial")
    } else if has(Flag::TenderFavour) {
        (Note::TenderRefused, "refused-tender")
    } else if has(Flag::EnforcementFavour) {
        (Note::EnforcementRefused, "refused-enforcement")
    } else if has(Flag::DisguisedBusiness) {
        (Note::BusinessRefused, "refused-business")
    } else {
        (Note::FavourRefused, "refused-favour")
    }
}

fn letters_wait(world: &World, deputy: DeputyId) -> Deciding<bool> {
    let list = ListKey::OpenCases(Reader::Deputy(deputy));
    Ok(!world.list(&list)?.ids.is_empty())
}

/// The words stay at hand while a letter waits: they may have been meant for it.
fn maybe_answer(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    content: &Content,
) -> Deciding<Account> {
    let mut account = account.clone();
    if letters_wait(world, deputy)? {
        account.dialogue.go(
            Step::Choosing(content.clone()),
            Some(cx.now + cx.rules.step_lapses_ms),
        );
    } else {
        account.dialogue.rest();
    }
    world.put_account(account.clone());
    Ok(account)
}

fn reported(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    said: &Said,
    told: &Told<'_>,
    reading: &Reading,
) -> Deciding<bool> {
    let account = maybe_answer(world, cx, account, deputy, &said.content)?;
    let (report, account) = take_report(world, cx, &account, deputy, told, reading)?;
    owe(&account, MessageKind::Report { report }, cx)
        .replying(told.remote_id)
        .put(world, cx);
    Ok(true)
}

/// Words by which people say that something is to be changed.
const MARKS: [&str; 18] = [
    "不是", "改成", "改为", "应该是", "应为", "应当是", "更正", "写错", "说错", "记错", "换成", "删掉",
    "不要了", "不记了", "日期", "地点", "人数", "类别",
];

/// A typed correction of the last card, or an answer to what it asks. True when it was one.
fn corrected(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    told: &Told<'_>,
    reading: &Reading,
) -> Deciding<bool> {
    let ids = account.dialogue.card.clone();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut rows = Vec::new();
    for id in ids {
        rows.extend(
            world
                .find_record(&id)?
                .filter(|row| row.deputy_id == deputy && row.record.state != RecordState::Dropped)
                .cloned(),
        );
    }
    let marked = MARKS.iter().any(|mark| told.text.contains(mark))
        || (told.text.starts_with('第') && told.text.contains('条'));
    // Without a mark only what answers the card's questions is taken for it: a new deed is a new report.
    let answers = rows.iter().any(|row| row.record.state == RecordState::Draft)
        && (reading.intent == Intent::Other
            || reading.intent == Intent::ActivityReport
                && reading
                    .records
                    .iter()
                    .all(|it| it.category.rule == Rule::PeopleSpoke));
    if rows.is_empty() || !(marked || answers) {
        return Ok(false);
    }
    let (named, mut corrections) = corrections_in(told.text, told.said_at, Words::shipped());
    if !marked {
        // An answer such as 2月20日，在石塘村，8户 names several things: each piece is looked at by itself.
        corrections = told
            .text
            .split(['，', ',', '；', ';', '。', '、', '\n'])
            .flat_map(|piece| corrections_in(piece, told.said_at, Words::shipped()).1)
            .collect();
    }
    let place = match (named, rows.len()) {
        (Some(place), _) => place,
        (None, 1) => 0,
        (None, _) if marked && !corrections.is_empty() => {
            owe(
                account,
                MessageKind::Note {
                    note: Note::WhichRecord,
                },
                cx,
            )
            .put(world, cx);
            return Ok(true);
        }
        (None, _) => return Ok(false),
    };
    let Some(row) = rows.get(place).cloned() else {
        return Ok(false);
    };
    if corrections.contains(&Correction::Drop) {
        keep_record::drop_record(world, cx, account, row);
        owe(
            account,
            MessageKind::Note {
                note: Note::RecordDropped,
            },
            cx,
        )
        .put(world, cx);
        return Ok(true);
    }
    let mut values: Vec<FieldValue> = corrections
        .iter()
        .flat_map(|it| apply_correction(&row.record, it, mask_personal_data))
        .collect();
    if !marked {
        values = answered(&row.record, told, reading, values);
    }
    if values.is_empty() {
        return Ok(false);
    }
    let row = keep_record::set(world, cx, account, row, values);
    show(world, cx, account, &row);
    Ok(true)
}

/// What an answer to the card's questions fills: nothing that was said before is changed by it.
fn answered(
    record: &DutyRecord,
    told: &Told<'_>,
    reading: &Reading,
    found: Vec<FieldValue>,
) -> Vec<FieldValue> {
    let mut values: Vec<FieldValue> = found
        .into_iter()
        .filter(|value| match value {
            FieldValue::On(_) | FieldValue::Until(_) => record.open.day.is_some(),
            value => record.value(value.field()).to_string().is_empty(),
        })
        .collect();
    if let Some(read) = reading.records.first() {
        let mut fresh = draft_from_report(read, told.text, day_of(told.said_at), false, mask_personal_data);
        fresh.category = record.category;
        for value in merged(record, &fresh) {
            if values.iter().all(|it| it.field() != value.field()) {
                values.push(value);
            }
        }
    }
    values
}

/// The card that the record stands on.
fn show(world: &mut World, cx: &Context<'_>, account: &Account, row: &RecordRow) {
    let kind = match row.report_id {
        Some(report) if row.record.state == RecordState::Draft => MessageKind::Report { report },
        // What was confirmed before is shown as it stands now.
        _ => MessageKind::Record { record: row.id },
    };
    owe(account, kind, cx).put(world, cx);
}

/// 撤销: the last one is taken back.
pub(super) fn take_back(world: &mut World, cx: &Context<'_>, account: &Account) -> Deciding<()> {
    let undone = undo(world, cx, account)?;
    match undone {
        Undone::Dropped => {
            owe(
                account,
                MessageKind::Note {
                    note: Note::UndoneDropped,
                },
                cx,
            )
            .put(world, cx);
        }
        Undone::Drafts => {
            if let Some(id) = account.dialogue.card.first() {
                let row = world.record(id)?.clone();
                show(world, cx, account, &row);
            }
        }
    }
    Ok(())
}

/// The record becomes the one that 撤销 and typed corrections are about.
pub(super) fn on_card(world: &mut World, account: &Account, ids: Vec<RecordId>) -> Account {
    let mut account = account.clone();
    account.dialogue.card = ids;
    world.put_account(account.clone());
    account
}

/// A deputy changed the words of a report: offers to let the record follow. False: it was no report.
pub(super) fn edited(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    remote_id: i64,
    text: &str,
) -> Deciding<bool> {
    if refuse_secret(world, cx, account, text)? {
        return Ok(true);
    }
    let Some(id) = world.report_at(&(account.id, remote_id))? else {
        return Ok(false);
    };
    let mut report = world.report(&id)?.clone();
    if read(text, report.said_at, Words::shipped()).intent == Intent::Refused {
        let (note, act) = favour(&read(text, report.said_at, Words::shipped()));
        refused(world, cx, account, note, act)?;
        return Ok(true);
    }
    if report.text != text {
        report.edited_text = Some(crate::domain::case_text::kept(text));
        world.put_report(report);
        owe(account, MessageKind::EditOffer { report: id }, cx)
            .replying(Some(remote_id))
            .put(world, cx);
    }
    Ok(true)
}

/// What a tap on a card of a report asks for.
pub(super) enum Tap {
    Confirm,
    Drop,
    TakeEdit,
    LeaveEdit,
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
