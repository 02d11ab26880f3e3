//! A deputy's free words that answer no letter: what they are, and the short useful answer to each. Reports become a card.
//!
//! **Invariants:** words of secret papers and favours that Article 9 forbids are looked for before anything is kept, and
//! nothing of them is: no row, no dialogue, no dead letter; only that a refusal took place is noted. What is no report may
//! still be an answer to a letter, and one tap says so.

use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::duty_record::RecordState;
use crate::domain::ids::{DeputyId, RecordId};
use crate::domain::input::{Forwarded, Said};
use crate::domain::message::{Content, FileKind};
use crate::domain::message_kind::{HandInSaid, MessageKind, Note};
use crate::domain::record::RecordRow;
use crate::domain::report::{Flag, Intent, Reading, Words, handbook_named, read, read_notice};
use crate::domain::world::{Deciding, ListKey, World};
use crate::flows::audit_act::audit;
use crate::flows::hand_in;
use crate::flows::owe::owe;
use crate::flows::take_notice::take_notice;
use crate::flows::take_report::{Joined, Told, Undone, take_file, take_report, undo};

use super::correction::corrected;
use super::{draft, suggestion};

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
        forwarded: said.forwarded.is_some(),
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
    if let Some(origin) = &said.forwarded
        && !told.text.trim().is_empty()
    {
        return passed_on(world, cx, account, deputy, said, &told, origin);
    }
    if let Some(file) = file {
        let (joined, account) = take_file(world, cx, account, deputy, file, &told)?;
        if reading.intent == Intent::ActivityReport {
            return reported(world, cx, &account, deputy, said, &told, &reading);
        }
        let being_heard = cx.rules.transcribes && said.forwarded.is_none();
        let note = match (joined, file.kind) {
            (Joined::More, _) => return Ok(true),
            (Joined::First(_), FileKind::Voice) if being_heard => Note::EvidenceTaken,
            (Joined::Loose, FileKind::Voice) if being_heard => Note::VoiceBeingHeard,
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
        Intent::HandbookPlanned | Intent::HandbookSubmitted => {
            let named = handbook_named(told.text, told.said_at);
            let said = match (reading.intent, named.on_paper) {
                (Intent::HandbookPlanned, _) => HandInSaid::Planned,
                (_, true) => HandInSaid::OnPaper,
                (_, false) => HandInSaid::Submitted,
            };
            let kind = hand_in::told(world, cx, deputy, named.year, said)?;
            owe(account, kind, cx).put(world, cx);
            return Ok(true);
        }
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

/// Somebody else's words: a notice of an activity is offered as a record. False: they announce nothing, and letters wait
/// that they may be meant for.
fn passed_on(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    said: &Said,
    told: &Told<'_>,
    origin: &Forwarded,
) -> Deciding<bool> {
    let written_at = origin.said_at.unwrap_or(told.said_at);
    if read_notice(told.text, written_at, Words::shipped()).is_none() {
        if letters_wait(world, deputy)? {
            return Ok(false);
        }
        let note = Note::ForwardNotRead;
        owe(account, MessageKind::Note { note }, cx).put(world, cx);
        return Ok(true);
    }
    let account = match &said.content {
        Content::File { file, .. } => take_file(world, cx, account, deputy, file, told)?.1,
        _ => account.clone(),
    };
    let (report, account) = take_notice(world, cx, &account, deputy, told, origin)?;
    owe(&account, MessageKind::Notice { report }, cx)
        .replying(told.remote_id)
        .put(world, cx);
    Ok(true)
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

/// The card that the record stands on.
pub(super) fn show(world: &mut World, cx: &Context<'_>, account: &Account, row: &RecordRow) {
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
        report.edited_text = Some(crate::domain::case::text::kept(text));
        world.put_report(report);
        owe(account, MessageKind::EditOffer { report: id }, cx)
            .replying(Some(remote_id))
            .put(world, cx);
    }
    Ok(true)
}
