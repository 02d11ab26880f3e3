//! Recording replies with what proves their receipt (A6.3, A6.11): by an officer, by a sheet, or told by the deputy; clearing
//! the day where several were named; corrections that keep the old value.
//!
//! **Invariants:** a written reply has a day of receipt, not before the handing out and not in the future; an oral answer
//! starts no clock; a second telling of the same reply adds a day to it and never a second clock; the earliest day
//! counts until an officer clears it. Several replies are recorded all or not at all.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::deadline::DeadlineRule;
use crate::domain::ids::{AccountId, AssignmentId, DeputyId, FileId, ReplyId};
use crate::domain::message::{File, FileState, NO_CASE, NewFile};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::table::rules_in_force;
use crate::domain::reminder::{Matter, Reminder};
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::command::{ReceivedOn, ReplyFacts};
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::reply::{
    Clearness, ReceiptCandidate, ReceiptSource, Reply, ReplyForm, ReplyState, class_in,
};
use crate::domain::suggestion::{SuggestionAct, SuggestionState};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::bind_account::tell_officers;
use super::import_roster::PROVINCIAL;
use super::keep_suggestion::{Line, note, reason, restate, tell_deputy, want_accounts};
use super::work_deadlines::InForce;

fn refuse<T>(refusal: Refusal) -> Deciding<T> {
    Err(Stop::Refused(refusal))
}

/// Loads all that recording needs, in as few rounds as there are steps from row to row.
fn want_all(world: &World, facts: &[ReplyFacts]) -> Deciding<()> {
    world.want(facts.iter().map(|fact| Key::Assignment(fact.assignment)))?;
    let mut keys = Vec::new();
    let mut deputies = Vec::new();
    for fact in facts {
        let row = world.assignment(&fact.assignment)?;
        keys.push(Key::Suggestion(row.suggestion_id));
        keys.push(Key::List(ListKey::Assignments(row.suggestion_id)));
        keys.push(Key::List(ListKey::Replies(row.suggestion_id)));
        deputies.push(row.deputy_id);
    }
    keys.extend(deputies.iter().map(|id| Key::Deputy(*id)));
    world.want(keys)?;
    want_accounts(world, &deputies)?;
    let mut rows = Vec::new();
    for fact in facts {
        let suggestion = world.assignment(&fact.assignment)?.suggestion_id;
        let replies = &world.list(&ListKey::Replies(suggestion))?.ids;
        let assignments = &world.list(&ListKey::Assignments(suggestion))?.ids;
        rows.extend(replies.iter().map(|id| Key::Reply(ReplyId(*id))));
        rows.extend(assignments.iter().map(|id| Key::Assignment(AssignmentId(*id))));
    }
    world.want(rows)
}

/// The day is real for this assignment.
fn checked_day(row: &Assignment, on: NaiveDate, now: i64) -> Deciding<()> {
    if on > day_of(now) {
        refuse(Refusal::ReceiptInFuture)
    } else if on < row.handed_out_on {
        refuse(Refusal::ReceiptBeforeHandingOut)
    } else {
        Ok(())
    }
}

/// Keeps what proves a receipt: a file of no letter, so it isn't erased with one.
fn put_proof(world: &mut World, cx: &Context<'_>, file: &NewFile) -> FileId {
    let id: FileId = cx.ids.next();
    world.put_file(File {
        id,
        case_id: NO_CASE,
        kind: file.kind,
        name: file.name.clone().unwrap_or_default(),
        mime: file.mime.clone().unwrap_or_default(),
        size: file.size.unwrap_or(0),
        seconds: 0,
        remote_ref: file.remote_ref.clone(),
        hash: file.hash.clone(),
        state: if file.hash.is_some() {
            FileState::Stored
        } else {
            FileState::Wanted
        },
        next_try_at: cx.now,
        tries: 0,
    });
    id
}

/// What became of one telling.
enum Became {
    /// A new reply.
    Added(ReplyId),
    /// Another day of a reply that was there.
    Candidate(ReplyId),
    /// Nothing new.
    Known(ReplyId),
}

fn record_one(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    in_force: &InForce,
    facts: &ReplyFacts,
    before: &[ReplyId],
) -> Deciding<Became> {
    let assignment = world.assignment(&facts.assignment)?.clone();
    let state = world.suggestion(&assignment.suggestion_id)?.state;
    if state == SuggestionState::Withdrawn || assignment.state == AssignmentState::Withdrawn {
        return refuse(Refusal::SuggestionWithdrawn);
    }
    if matches!(
        assignment.state,
        AssignmentState::Assisting | AssignmentState::Returned
    ) {
        return refuse(Refusal::UnitOwesNoReply);
    }
    if let Some(received) = facts.received {
        checked_day(&assignment, received.on, cx.now)?;
    } else if facts.form == ReplyForm::Written {
        return refuse(Refusal::ReceiptWithoutDay);
    }
    let class =
        class_in(&cx.rules.reply_classes, &facts.class).ok_or(Stop::Refused(Refusal::ReplyClassUnknown))?;
    let facts = &ReplyFacts {
        class,
        ..facts.clone()
    };
    let candidate = facts.received.map(|received| ReceiptCandidate {
        on: received.on,
        at: received.at,
        source: facts.source,
        by,
        named_at: cx.now,
    });
    if facts.form == ReplyForm::Written {
        let list = ListKey::Replies(assignment.suggestion_id);
        let known: Vec<ReplyId> = world.list(&list)?.ids.iter().map(|id| ReplyId(*id)).collect();
        for id in known.into_iter().chain(before.iter().copied()) {
            let reply = world.reply(&id)?.clone();
            let stands = matches!(reply.state, ReplyState::Awaiting | ReplyState::Given);
            if reply.assignment_id == assignment.id && stands {
                return add_candidate(world, cx, by, in_force, facts, reply, candidate);
            }
        }
    }
    let id: ReplyId = cx.ids.next();
    let mut reply = Reply {
        id,
        assignment_id: assignment.id,
        suggestion_id: assignment.suggestion_id,
        deputy_id: assignment.deputy_id,
        office_id: assignment.office_id,
        state: match facts.form {
            ReplyForm::Written => ReplyState::Awaiting,
            ReplyForm::Oral => ReplyState::Oral,
        },
        form: facts.form,
        class: facts.class.trim().to_owned(),
        document_number: facts.document_number.trim().to_owned(),
        received_on: facts.received.map(|received| received.on),
        received_at: facts.received.and_then(|received| received.at),
        source: facts.source,
        proof_file_id: facts.proof.as_ref().map(|file| put_proof(world, cx, file)),
        candidates: candidate.into_iter().collect(),
        clearness: match facts.received {
            Some(ReceivedOn { is_guess: true, .. }) => Clearness::Guessed,
            _ => Clearness::Single,
        },
        nominal_on: None,
        due_on: None,
        is_provisional: false,
        calendar_version: None,
        recorded_by: by,
        recorded_at: cx.now,
        next_step_at: None,
    };
    if let (ReplyForm::Written, Some(received)) = (facts.form, facts.received) {
        reply.set_deadline(
            &in_force.deadline(received.on, DeadlineRule::Feedback),
            in_force.version,
        );
        reply.next_step_at = Some(cx.now);
        // What is said of it at once, below, is the step "on receipt": the sweep doesn't say it again.
        world.put_reminder(Reminder {
            said_step_at: Some(rules_in_force(world, cx.rules)?.quiet.after_quiet(cx.now)),
            ..Reminder::new(Matter::Feedback, id.0)
        });
        let mut assignment = assignment;
        assignment.state = AssignmentState::Answered;
        assignment.next_step_at = None;
        world.put_assignment(assignment);
    }
    let line = Line::of(reply.suggestion_id, SuggestionAct::Replied)
        .reply(&reply)
        .value(
            "received_on",
            "",
            reply.received_on.map(|on| on.to_string()).unwrap_or_default(),
        );
    let suggestion = reply.suggestion_id;
    world.put_reply(reply);
    note(world, cx, by, line);
    restate(world, suggestion, &[])?;
    Ok(Became::Added(id))
}

fn add_candidate(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    in_force: &InForce,
    facts: &ReplyFacts,
    mut reply: Reply,
    candidate: Option<ReceiptCandidate>,
) -> Deciding<Became> {
    let Some(candidate) = candidate else {
        return Ok(Became::Known(reply.id));
    };
    let mut changed = false;
    // What was not known before is added; what contradicts is for an officer to correct.
    for (kept, told) in [
        (&mut reply.class, &facts.class),
        (&mut reply.document_number, &facts.document_number),
    ] {
        if kept.is_empty() && !told.trim().is_empty() {
            told.trim().clone_into(kept);
            changed = true;
        }
    }
    if let (None, Some(file)) = (reply.proof_file_id, &facts.proof) {
        reply.proof_file_id = Some(put_proof(world, cx, file));
        changed = true;
    }
    let id = reply.id;
    if reply.candidates.iter().any(|known| known.on == candidate.on) {
        if changed {
            world.put_reply(reply);
        }
        return Ok(Became::Known(id));
    }
    let before = reply.received_on;
    let (on, at, source) = (candidate.on, candidate.at, candidate.source);
    reply.candidates.push(candidate);
    if reply.clearness != Clearness::Cleared {
        reply.clearness = Clearness::Several;
        if before.is_none_or(|before| on < before) {
            reply.received_on = Some(on);
            reply.received_at = at;
            reply.source = source;
            reply.set_deadline(&in_force.deadline(on, DeadlineRule::Feedback), in_force.version);
            if reply.state == ReplyState::Awaiting {
                reply.next_step_at = Some(cx.now);
            }
        }
    }
    let line = Line::of(reply.suggestion_id, SuggestionAct::CandidateAdded)
        .reply(&reply)
        .value(
            "received_on",
            before.map(|on| on.to_string()).unwrap_or_default(),
            on.to_string(),
        );
    world.put_reply(reply);
    note(world, cx, by, line);
    Ok(Became::Candidate(id))
}

/// Records replies for an office. Each deputy is told once of all that are new.
pub fn record(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    facts: &[ReplyFacts],
) -> Deciding<Answer> {
    want_all(world, facts)?;
    let in_force = InForce::of(world)?;
    let mut done: Vec<ReplyId> = Vec::new();
    let mut told: BTreeMap<DeputyId, Vec<ReplyId>> = BTreeMap::new();
    let mut candidates = 0;
    for fact in facts {
        match record_one(world, cx, by, &in_force, fact, &done)? {
            Became::Added(id) => {
                done.push(id);
                let deputy = world.reply(&id)?.deputy_id;
                told.entry(deputy).or_default().push(id);
            }
            Became::Candidate(_) => candidates += 1,
            Became::Known(_) => {}
        }
    }
    audit(
        world,
        cx,
        by,
        "replies.recorded",
        format!("{} replies", done.len()),
    )?;
    let added = done.len();
    for (deputy, replies) in told {
        tell_deputy(world, cx, deputy, SuggestionMessage::Recorded { replies })?;
    }
    Ok(Answer::RepliesRecorded { added, candidates })
}

/// Records a reply that the deputy tells of; both sides are told. Only the leading deputy's own assignments.
pub fn record_told(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    facts: &ReplyFacts,
) -> Deciding<ReplyId> {
    let deputy = world.assignment(&facts.assignment)?.deputy_id;
    if account.deputy_id != Some(deputy) {
        return refuse(Refusal::NotYours);
    }
    want_all(world, std::slice::from_ref(facts))?;
    let in_force = InForce::of(world)?;
    let by = Some(account.id);
    let (id, is_news) = match record_one(world, cx, by, &in_force, facts, &[])? {
        Became::Added(id) | Became::Candidate(id) => (id, true),
        Became::Known(id) => (id, false),
    };
    if is_news {
        audit(world, cx, by, "reply.told", format!("reply {id}"))?;
        let kind = MessageKind::Suggestion {
            about: SuggestionMessage::DeputyTold { reply: id },
        };
        let unit = world.deputy(&deputy)?.office_id;
        let province = world.office_coded(&PROVINCIAL.to_owned())?;
        tell_officers(world, cx, unit, &kind)?;
        if let Some(province) = province.filter(|province| *province != unit) {
            tell_officers(world, cx, province, &kind)?;
        }
    }
    Ok(id)
}

/// Clears on which day a reply was received; also the correction of a wrong day. The old value stays with the reason.
pub fn clear(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    on: NaiveDate,
    source: ReceiptSource,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let mut reply = world.reply(&id)?.clone();
    if !matches!(reply.state, ReplyState::Awaiting | ReplyState::Given) {
        return refuse(Refusal::ReplyWithoutClock);
    }
    let assignment = world.assignment(&reply.assignment_id)?.clone();
    checked_day(&assignment, on, cx.now)?;
    want_accounts(world, &[reply.deputy_id])?;
    let in_force = InForce::of(world)?;
    let before = reply.received_on;
    let known = reply.candidates.iter().find(|known| known.on == on).cloned();
    reply.received_at = known.as_ref().and_then(|known| known.at);
    if known.is_none() {
        reply.candidates.push(ReceiptCandidate {
            on,
            at: None,
            source,
            by,
            named_at: cx.now,
        });
    }
    reply.received_on = Some(on);
    reply.source = source;
    reply.clearness = Clearness::Cleared;
    reply.set_deadline(&in_force.deadline(on, DeadlineRule::Feedback), in_force.version);
    if reply.state == ReplyState::Awaiting {
        reply.next_step_at = Some(cx.now);
    }
    let line = Line::of(reply.suggestion_id, SuggestionAct::Cleared)
        .reply(&reply)
        .value(
            "received_on",
            before.map(|on| on.to_string()).unwrap_or_default(),
            on.to_string(),
        )
        .why(why);
    let deputy = reply.deputy_id;
    let moved = before != Some(on);
    world.put_reply(reply);
    note(world, cx, by, line);
    audit(world, cx, by, "reply.cleared", format!("reply {id}"))?;
    if moved {
        tell_deputy(world, cx, deputy, SuggestionMessage::Cleared { reply: id })?;
    }
    Ok(Answer::Done)
}

/// Corrects class and document number.
pub fn correct(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    class: &str,
    document_number: &str,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let class = class_in(&cx.rules.reply_classes, class).ok_or(Stop::Refused(Refusal::ReplyClassUnknown))?;
    let mut reply = world.reply(&id)?.clone();
    for (field, kept, told) in [
        ("class", &mut reply.class, class.as_str()),
        ("document_number", &mut reply.document_number, document_number),
    ] {
        if kept != told.trim() {
            let line = Line::of(reply.suggestion_id, SuggestionAct::Corrected).value(
                field,
                kept.clone(),
                told.trim(),
            );
            told.trim().clone_into(kept);
            let mut line = line.why(why);
            line = line.assignment(reply.assignment_id);
            note(world, cx, by, line);
        }
    }
    world.put_reply(reply);
    audit(world, cx, by, "reply.corrected", format!("reply {id}"))?;
    Ok(Answer::Done)
}

/// Takes a reply back that was entered in error: the unit owes it again.
pub fn take_back(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let mut reply = world.reply(&id)?.clone();
    if !matches!(reply.state, ReplyState::Awaiting | ReplyState::Oral) {
        return refuse(Refusal::ReplyWithoutClock);
    }
    let mut assignment = world.assignment(&reply.assignment_id)?.clone();
    if reply.state == ReplyState::Awaiting && assignment.state == AssignmentState::Answered {
        assignment.state = AssignmentState::Open;
        assignment.next_step_at = Some(cx.now);
        world.put_assignment(assignment);
    }
    reply.state = ReplyState::Mistaken;
    reply.next_step_at = None;
    let line = Line::of(reply.suggestion_id, SuggestionAct::Corrected)
        .reply(&reply)
        .value("state", "awaiting", "mistaken")
        .why(why);
    let suggestion = reply.suggestion_id;
    world.put_reply(reply);
    restate(world, suggestion, &[])?;
    note(world, cx, by, line);
    audit(world, cx, by, "reply.taken-back", format!("reply {id}"))?;
    Ok(Answer::Done)
}
