//! A service has written down a deputy's voice message, or could not: its words become a report that the deputy checks, or
//! the deputy is asked for a line of text. Called by the job that asks the service.
//!
//! **Invariants:** the sound stays as evidence whatever comes of it; words that a service heard are drafts like any other,
//! marked as transcribed; words of secret papers go, with the sound; what the deputy typed meanwhile is not overwritten; the
//! deputy is asked for a line of text at most once.

use crate::domain::account::Account;
use crate::domain::case::text::kept;
use crate::domain::command::VoiceHeard;
use crate::domain::context::Context;
use crate::domain::duty_record::draft_from_report;
use crate::domain::ids::FileId;
use crate::domain::message::FileState;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::people::DeputyStatus;
use crate::domain::personal_data::mask_personal_data;
use crate::domain::record::{Evidence, Report, Transcribing};
use crate::domain::report::{Flag, Intent, Reading, Words, read};
use crate::domain::time::{MINUTE_MS, SECOND_MS, day_of};
use crate::domain::world::{Deciding, Key, World};

use super::audit_act::audit;
use super::owe::owe;
use super::take_report::{draft_all, now_has};

/// Pauses before the service is asked again; after the last one it is given up.
const PAUSES_MS: [i64; 4] = [30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS];
/// A voice message of twenty minutes is no longer.
const LONGEST: usize = 6_000;

/// Takes what the service made of a voice message.
pub fn voice_heard(world: &mut World, cx: &Context<'_>, file: FileId, heard: &VoiceHeard) -> Deciding<()> {
    let evidence = world.evidence(&file)?.clone();
    if evidence.transcribing != Transcribing::Wanted {
        return Ok(());
    }
    world.want([Key::Report(evidence.report_id)])?;
    let report = world.report(&evidence.report_id)?.clone();
    world.want([Key::Account(report.account_id), Key::Deputy(report.deputy_id)])?;
    let account = world.account(&report.account_id)?.clone();
    match heard {
        VoiceHeard::Words(words) if !words.trim().is_empty() => {
            let words: String = kept(words.trim()).chars().take(LONGEST).collect();
            heard_words(world, cx, &account, evidence, report, words)
        }
        VoiceHeard::Words(_) | VoiceHeard::Refused => {
            give_up(world, cx, &account, evidence, &report);
            Ok(())
        }
        VoiceHeard::NotNow => {
            not_now(world, cx, &account, evidence, &report);
            Ok(())
        }
    }
}

fn not_now(world: &mut World, cx: &Context<'_>, account: &Account, mut evidence: Evidence, report: &Report) {
    let tries = usize::try_from(evidence.transcribe_tries).unwrap_or(usize::MAX);
    match PAUSES_MS.get(tries) {
        Some(pause) => {
            let first = evidence.transcribe_tries == 0;
            evidence.transcribe_tries += 1;
            evidence.transcribe_at = cx.now + pause;
            world.put_evidence(evidence);
            // Nobody waits for a service that is out of order; its words may still come.
            if first {
                ask_for_text(world, cx, account, report);
            }
        }
        None => {
            evidence.transcribing = Transcribing::Failed;
            world.put_evidence(evidence);
        }
    }
}

fn give_up(world: &mut World, cx: &Context<'_>, account: &Account, mut evidence: Evidence, report: &Report) {
    let first = evidence.transcribe_tries == 0;
    evidence.transcribing = Transcribing::Failed;
    world.put_evidence(evidence);
    if first {
        ask_for_text(world, cx, account, report);
    }
}

/// A line of text is asked for, unless it has come.
fn ask_for_text(world: &mut World, cx: &Context<'_>, account: &Account, report: &Report) {
    if report.text.trim().is_empty() && is_theirs(account, report) {
        let note = Note::VoiceNotHeard;
        owe(account, MessageKind::Note { note }, cx).put(world, cx);
    }
}

/// The account is still the deputy's: it may have been bound anew while the service worked.
fn is_theirs(account: &Account, report: &Report) -> bool {
    account.deputy_id == Some(report.deputy_id)
}

fn heard_words(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    mut evidence: Evidence,
    mut report: Report,
    words: String,
) -> Deciding<()> {
    let reading = read(&words, report.said_at, Words::shipped());
    if is_secret(&words, &reading, report.said_at) || reading.intent == Intent::Refused {
        return refuse(world, cx, account, evidence, &reading);
    }
    let in_office = world.deputy(&report.deputy_id)?.status == DeputyStatus::InOffice;
    let typed = !report.text.trim().is_empty();
    let drafts = if !typed && in_office && reading.intent == Intent::ActivityReport {
        let said_on = day_of(report.said_at);
        let unsure = reading.flags.contains(&Flag::LunarOrSolar);
        reading
            .records
            .iter()
            .map(|read| draft_from_report(read, &words, said_on, unsure, mask_personal_data))
            .collect()
    } else {
        Vec::new()
    };
    let file = evidence.file_id;
    let place = evidence.remote_id;
    evidence.transcript = Some(words.clone());
    evidence.transcribing = Transcribing::Done;
    if drafts.is_empty() {
        world.put_evidence(evidence);
        if !typed && is_theirs(account, &report) {
            owe(account, MessageKind::VoiceWords { file }, cx)
                .replying(place)
                .put(world, cx);
        }
        return Ok(());
    }
    report.text = words;
    let files = if account.dialogue.burst == Some(report.id) {
        account.dialogue.burst_files.max(1)
    } else {
        1
    };
    let ids = draft_all(world, cx, &report, drafts, files)?;
    now_has(world, report.id, &ids);
    world.put_evidence(evidence);
    let id = report.id;
    world.put_report(report);
    let mut account = account.clone();
    account.dialogue.card = ids;
    world.put_account(account.clone());
    owe(&account, MessageKind::Report { report: id }, cx)
        .replying(place)
        .put(world, cx);
    Ok(())
}

/// A reading looks at the beginning of a text; secrets are looked for in all of it.
fn is_secret(words: &str, reading: &Reading, said_at: i64) -> bool {
    const PIECE: usize = 1_800;
    let letters: Vec<char> = words.chars().collect();
    reading.flags.contains(&Flag::Secret)
        || letters.chunks(PIECE).skip(1).any(|piece| {
            let piece: String = piece.iter().collect();
            read(&piece, said_at, Words::shipped())
                .flags
                .contains(&Flag::Secret)
        })
}

/// Neither words nor sound of what must be refused stay: the file is let go of, and the job for orphans removes its bytes.
fn refuse(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    mut evidence: Evidence,
    reading: &Reading,
) -> Deciding<()> {
    let favour = reading.intent == Intent::Refused && !reading.flags.contains(&Flag::Secret);
    let (note, act) = if favour {
        (Note::FavourRefused, "refused-favour")
    } else {
        (Note::SecretRefused, "refused-secret")
    };
    let mut file = world.file(&evidence.file_id)?.clone();
    file.hash = None;
    file.remote_ref = None;
    file.state = FileState::Failed;
    audit(world, cx, Some(account.id), act, String::new())?;
    world.put_file(file);
    evidence.transcribing = Transcribing::Failed;
    evidence.caption = String::new();
    world.put_evidence(evidence);
    owe(account, MessageKind::Note { note }, cx).put(world, cx);
    Ok(())
}
