//! Giving feedback on a reply: two verdicts with reasons, or telling that it was given on the platform or in writing; changing
//! it until the last day. Called by the chat for the deputy, and by commands for an officer who enters it.
//!
//! **Invariants:** dissatisfied without concrete reasons is never given; what is late is taken and marked late; a verdict
//! that is replaced stays as a version, and its receivers have to get the new one; only the leading deputy gives it.

use chrono::NaiveDate;

use crate::domain::case::text::{kept, shortened};
use crate::domain::context::Context;
use crate::domain::feedback::{
    DayFault, Draft, Feedback, FeedbackProgress, FeedbackReceiver, FeedbackVersion, FeedbackWay, Opinion,
    Receiver, ReceiverEvent, RehandlingWish, Sealing, SentWay, Timeliness, check_day, is_late, may_change,
};
use crate::domain::ids::{AccountId, DeputyId, ReplyId};
use crate::domain::message::{NO_CASE, NewFile};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::SuggestionState;
use crate::domain::suggestion::reply::{Reply, ReplyState};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::remind::plan_reply;
use super::write_letter::keep_file;

/// Longest reasons, in characters: a page and a half of the slip.
const REASONS: usize = 2_000;

/// Who enters a feedback.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    /// The deputy.
    Deputy(AccountId),
    /// An officer, or the command line, for the deputy. May correct after the last day.
    Office(Option<AccountId>),
}

impl Hand {
    fn account(self) -> Option<AccountId> {
        match self {
            Hand::Deputy(id) => Some(id),
            Hand::Office(id) => id,
        }
    }
}

/// The reply, if this deputy owes feedback on it; the reason where it doesn't need any.
pub fn own_reply(world: &World, deputy: DeputyId, id: ReplyId) -> Deciding<Reply> {
    let reply = world.reply(&id)?;
    if reply.deputy_id == deputy {
        open_reply(world, id)
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

/// The reply, if feedback can be given on it.
pub fn open_reply(world: &World, id: ReplyId) -> Deciding<Reply> {
    let reply = world.reply(&id)?;
    match reply.state {
        ReplyState::Awaiting | ReplyState::Given => Ok(reply.clone()),
        ReplyState::Withdrawn => Err(Stop::Refused(Refusal::SuggestionWithdrawn)),
        ReplyState::Oral => Err(Stop::Refused(Refusal::ReplyIsOral)),
        ReplyState::Mistaken => Err(Stop::Refused(Refusal::NoLongerThere)),
    }
}

/// The feedback's row, or an empty one. The receivers are loaded along.
pub fn feedback_of(world: &World, cx: &Context<'_>, reply: &Reply) -> Deciding<Feedback> {
    world.want([
        Key::Feedback(reply.id),
        Key::FeedbackReceiver((reply.id, Receiver::ProvincialOffice)),
        Key::FeedbackReceiver((reply.id, Receiver::HandlingUnit)),
    ])?;
    Ok(world.find_feedback(&reply.id)?.cloned().unwrap_or(Feedback {
        reply_id: reply.id,
        suggestion_id: reply.suggestion_id,
        deputy_id: reply.deputy_id,
        office_id: reply.office_id,
        handling: None,
        reply: None,
        reasons: String::new(),
        rehandling: RehandlingWish::Unsaid,
        way: None,
        given_on: None,
        given_at: None,
        given_by: None,
        timeliness: Timeliness::None,
        progress: FeedbackProgress::None,
        changes: 0,
        draft: Draft::default(),
        released_at: None,
        released_by: None,
        proofs: vec![],
        created_at: cx.now,
    }))
}

/// A receiver's row, or that nothing left for it.
pub fn receiver_of(world: &World, reply: ReplyId, receiver: Receiver) -> Deciding<FeedbackReceiver> {
    Ok(world
        .find_feedback_receiver(&(reply, receiver))?
        .cloned()
        .unwrap_or_else(|| FeedbackReceiver::new(reply, receiver)))
}

/// The last day, which every reply with a clock has.
pub fn due_on(reply: &Reply) -> Deciding<NaiveDate> {
    reply.due_on.ok_or(Stop::Refused(Refusal::ReplyIsOral))
}

/// Writes something down that isn't given yet.
pub fn write_down(
    world: &mut World,
    cx: &Context<'_>,
    reply: &Reply,
    change: impl FnOnce(&mut Draft),
) -> Deciding<Draft> {
    let mut feedback = feedback_of(world, cx, reply)?;
    check_changeable(reply, &feedback, cx.now)?;
    change(&mut feedback.draft);
    feedback.draft.reasons = shortened(kept(feedback.draft.reasons.trim()).as_str(), REASONS);
    let draft = feedback.draft.clone();
    world.put_feedback(feedback);
    Ok(draft)
}

/// What was given can be changed until the last day; what wasn't can be given at any time.
fn check_changeable(reply: &Reply, feedback: &Feedback, now: i64) -> Deciding<()> {
    if feedback.opinion().is_some() && !may_change(due_on(reply)?, now) {
        Err(Stop::Refused(Refusal::FeedbackFinal))
    } else {
        Ok(())
    }
}

/// What came of giving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// For the first time.
    First,
    /// In the place of another verdict.
    Changed,
    /// The same once more: nothing changed.
    Same,
}

/// Gives an opinion. `on`: the day on which it was given on paper, where an officer enters it later.
pub fn give(
    world: &mut World,
    cx: &Context<'_>,
    hand: Hand,
    reply: &Reply,
    opinion: &Opinion,
    wish: RehandlingWish,
    on: Option<NaiveDate>,
) -> Deciding<Given> {
    if opinion.check().is_err() {
        return Err(Stop::Refused(Refusal::ReasonsHollow));
    }
    let mut feedback = feedback_of(world, cx, reply)?;
    let mut opinion = opinion.clone();
    opinion.reasons = shortened(kept(opinion.reasons.trim()).as_str(), REASONS);
    if feedback.opinion().as_ref() == Some(&opinion) && feedback.rehandling == wish {
        feedback.draft = Draft::default();
        world.put_feedback(feedback);
        return Ok(Given::Same);
    }
    if matches!(hand, Hand::Deputy(_)) {
        check_changeable(reply, &feedback, cx.now)?;
    }
    let given_on = checked_day(reply, on, cx.now)?;
    let changes = feedback.opinion().is_some();
    // A verdict that is told after 已在省平台反馈 fills in what was declared; it changes nothing about how it was given.
    let declared = feedback.way.is_some() && !changes;
    if changes {
        keep_version(world, cx, hand, &feedback);
        feedback.changes += 1;
    }
    feedback.handling = Some(opinion.handling);
    feedback.reply = Some(opinion.reply);
    feedback.reasons = opinion.reasons;
    feedback.rehandling = wish;
    feedback.draft = Draft::default();
    if !declared {
        feedback.way = Some(match hand {
            Hand::Deputy(_) => FeedbackWay::Here,
            Hand::Office(_) => FeedbackWay::Office,
        });
        feedback.given_on = Some(given_on);
        feedback.released_at = None;
        feedback.released_by = None;
        // The first day counts: a deputy who thinks again before the limit is not late for it.
        feedback.timeliness = timeliness(given_on, due_on(reply)?);
    }
    feedback.given_at = Some(cx.now);
    feedback.given_by = hand.account();
    let reply_id = reply.id;
    world.put_feedback(feedback);
    if !declared {
        send_off(world, cx, reply, changes)?;
    }
    settle(world, cx, reply_id)?;
    Ok(if changes { Given::Changed } else { Given::First })
}

fn timeliness(given_on: NaiveDate, due_on: NaiveDate) -> Timeliness {
    if is_late(given_on, due_on) {
        Timeliness::Late
    } else {
        Timeliness::InTime
    }
}

fn checked_day(reply: &Reply, on: Option<NaiveDate>, now: i64) -> Deciding<NaiveDate> {
    let on = on.unwrap_or(day_of(now));
    let received_on = reply.received_on.ok_or(Stop::Refused(Refusal::ReplyIsOral))?;
    match check_day(on, received_on, now) {
        Ok(()) => Ok(on),
        Err(DayFault::Future) => Err(Stop::Refused(Refusal::DayInFuture)),
        Err(DayFault::BeforeReply) => Err(Stop::Refused(Refusal::DayBeforeReply)),
    }
}

fn keep_version(world: &mut World, cx: &Context<'_>, hand: Hand, feedback: &Feedback) {
    world.add_feedback_version(FeedbackVersion {
        id: cx.ids.next::<ReplyId>().0,
        reply_id: feedback.reply_id,
        handling: feedback.handling,
        reply: feedback.reply,
        reasons: feedback.reasons.clone(),
        way: feedback.way,
        given_on: feedback.given_on,
        given_at: feedback.given_at,
        given_by: feedback.given_by,
        replaced_at: cx.now,
        replaced_by: hand.account(),
    });
}

/// The provincial office has it on its desk; the handling unit gets a mail, where it has an address and nothing is sealed.
fn send_off(world: &mut World, cx: &Context<'_>, reply: &Reply, changed: bool) -> Deciding<()> {
    let mut rows = Vec::new();
    for receiver in Receiver::ALL {
        let mut row = receiver_of(world, reply.id, *receiver)?;
        if changed {
            row = row.after(ReceiverEvent::Changed);
        }
        rows.push(row);
    }
    for mut row in rows {
        match row.receiver {
            Receiver::ProvincialOffice => {
                row = row.after(ReceiverEvent::Sent);
                row.sent_at = Some(cx.now);
                row.sent_by = None;
                row.sent_way = Some(SentWay::Desk);
            }
            Receiver::HandlingUnit => mail_soon(world, cx, reply, &mut row)?,
        }
        world.put_feedback_receiver(row);
    }
    Ok(())
}

/// Has the slip mailed with the next look of the job, if the unit has an address and the verdict isn't sealed.
fn mail_soon(world: &World, cx: &Context<'_>, reply: &Reply, row: &mut FeedbackReceiver) -> Deciding<()> {
    let unit = world.assignment(&reply.assignment_id)?.handling_unit_id;
    let has_address = !world.handling_unit(&unit)?.email.trim().is_empty();
    let is_sealed = cx.rules.sealing == Sealing::Sealed && world.feedback(&reply.id)?.released_at.is_none();
    row.tries = 0;
    row.failure.clear();
    row.next_try_at = (has_address && !is_sealed).then_some(cx.now);
    Ok(())
}

/// Releases a sealed verdict to the handling unit.
pub fn release(world: &mut World, cx: &Context<'_>, by: Option<AccountId>, id: ReplyId) -> Deciding<()> {
    let reply = open_reply(world, id)?;
    let mut feedback = feedback_of(world, cx, &reply)?;
    if feedback.opinion().is_none() {
        return Err(Stop::Refused(Refusal::NoFeedbackYet));
    }
    if feedback.released_at.is_some() {
        return Ok(());
    }
    feedback.released_at = Some(cx.now);
    feedback.released_by = by;
    world.put_feedback(feedback);
    let mut row = receiver_of(world, id, Receiver::HandlingUnit)?;
    if row.sent_at.is_none() {
        mail_soon(world, cx, &reply, &mut row)?;
    }
    world.put_feedback_receiver(row);
    Ok(())
}

/// Takes down that the deputy gave it on the platform or in writing: reminders stop, and it stays declared until confirmed.
pub fn declare(
    world: &mut World,
    cx: &Context<'_>,
    hand: Hand,
    reply: &Reply,
    way: FeedbackWay,
    on: Option<NaiveDate>,
) -> Deciding<()> {
    let on = checked_day(reply, on, cx.now)?;
    let mut feedback = feedback_of(world, cx, reply)?;
    // Given here in time and posted on the last day: the day on which it was first given counts.
    let first = feedback
        .given_on
        .filter(|_| feedback.way == Some(FeedbackWay::Here));
    let given_on = first.unwrap_or(on);
    feedback.way = Some(way);
    feedback.given_on = Some(given_on);
    feedback.given_at = Some(cx.now);
    feedback.given_by = hand.account();
    feedback.timeliness = timeliness(given_on, due_on(reply)?);
    world.put_feedback(feedback);
    for receiver in Receiver::ALL {
        let mut row = receiver_of(world, reply.id, *receiver)?.after(ReceiverEvent::Declared);
        row.declared_on = Some(on);
        world.put_feedback_receiver(row);
    }
    settle(world, cx, reply.id)
}

/// Pictures that prove one feedback at most: a parcel slip, a screenshot or two.
const PROOFS: usize = 10;

/// Keeps a picture that proves what the deputy told: a file of no letter, so it isn't erased with one.
pub fn prove(world: &mut World, cx: &Context<'_>, reply: &Reply, file: &NewFile) -> Deciding<()> {
    let mut feedback = feedback_of(world, cx, reply)?;
    if feedback.proofs.len() >= PROOFS {
        return Err(Stop::Refused(Refusal::ProofsFull));
    }
    feedback.proofs.push(keep_file(world, cx, NO_CASE, file));
    world.put_feedback(feedback);
    Ok(())
}

/// Brings everything that follows from feedback and receivers up to date: progress, the reply's state and its reminders, the
/// state of the suggestion.
pub fn settle(world: &mut World, cx: &Context<'_>, id: ReplyId) -> Deciding<()> {
    let mut reply = world.reply(&id)?.clone();
    let mut feedback = feedback_of(world, cx, &reply)?;
    let province = receiver_of(world, id, Receiver::ProvincialOffice)?.state;
    let unit = receiver_of(world, id, Receiver::HandlingUnit)?.state;
    let standing = feedback.known(province, unit).standing(cx.rules.slip_counts);
    feedback.progress = standing.into();
    world.put_feedback(feedback);
    if matches!(reply.state, ReplyState::Awaiting | ReplyState::Given) {
        reply.state = if standing.is_with_deputy() {
            ReplyState::Awaiting
        } else {
            ReplyState::Given
        };
        plan_reply(world, cx, &mut reply)?;
        world.put_reply(reply.clone());
    }
    settle_suggestion(world, &reply)
}

/// 已办结 when both receivers have every feedback of an answered suggestion, and back when one of them is changed.
fn settle_suggestion(world: &mut World, reply: &Reply) -> Deciding<()> {
    let list = ListKey::Replies(reply.suggestion_id);
    world.want([Key::Suggestion(reply.suggestion_id), Key::List(list.clone())])?;
    let mut ids: Vec<ReplyId> = world.list(&list)?.ids.iter().map(|id| ReplyId(*id)).collect();
    if !ids.contains(&reply.id) {
        ids.push(reply.id);
    }
    world.want(ids.iter().flat_map(|id| [Key::Reply(*id), Key::Feedback(*id)]))?;
    let mut all_done = true;
    for id in ids {
        let counts = matches!(world.reply(&id)?.state, ReplyState::Awaiting | ReplyState::Given);
        let done = world
            .find_feedback(&id)?
            .is_some_and(|feedback| feedback.progress == FeedbackProgress::Done);
        all_done &= done || !counts;
    }
    let mut suggestion = world.suggestion(&reply.suggestion_id)?.clone();
    let state = match (suggestion.state, all_done) {
        (SuggestionState::Answered, true) => SuggestionState::Ended,
        (SuggestionState::Ended, false) => SuggestionState::Answered,
        (state, _) => state,
    };
    if state != suggestion.state {
        suggestion.state = state;
        world.put_suggestion(suggestion);
    }
    Ok(())
}
