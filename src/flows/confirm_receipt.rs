//! What an officer enters about a feedback and its receivers: handed over, receipt confirmed, a confirmation taken back; and
//! what the job says of a mail that left.
//!
//! **Invariant:** a mail server's "taken" makes a feedback sent, never confirmed.

use crate::domain::case::text::{kept, shortened};
use crate::domain::command::SlipEnd;
use crate::domain::context::Context;
use crate::domain::feedback::{ConfirmedHow, Receiver, ReceiverEvent, ReceiverState, Sealing, SentWay};
use crate::domain::ids::{AccountId, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::time::{HOUR_MS, MINUTE_MS};
use crate::domain::world::{Deciding, Stop, World};

use super::give_feedback::{feedback_of, open_reply, receiver_of, settle};

/// Characters of an officer's note.
const NOTE: usize = 200;

/// A mail is tried again after a minute, then ever later, and given to an officer's hand after so many tries.
const TRIES: i64 = 8;

/// Confirms the receipt by a receiver.
pub fn confirm(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    receiver: Receiver,
    how: ConfirmedHow,
    note: &str,
) -> Deciding<()> {
    let reply = open_reply(world, id)?;
    if feedback_of(world, cx, &reply)?.way.is_none() {
        return Err(Stop::Refused(Refusal::NoFeedbackYet));
    }
    let row = receiver_of(world, id, receiver)?;
    if row.state == ReceiverState::Confirmed {
        return Ok(());
    }
    let mut row = row.after(ReceiverEvent::Confirmed);
    row.confirmed_at = Some(cx.now);
    row.confirmed_by = by;
    row.confirmed_how = Some(how);
    row.note = shortened(kept(note.trim()).as_str(), NOTE);
    world.put_feedback_receiver(row);
    settle(world, cx, id)
}

/// Takes a confirmation back that was entered by mistake.
pub fn take_back(world: &mut World, cx: &Context<'_>, id: ReplyId, receiver: Receiver) -> Deciding<()> {
    let reply = open_reply(world, id)?;
    feedback_of(world, cx, &reply)?;
    let row = receiver_of(world, id, receiver)?;
    if row.state != ReceiverState::Confirmed {
        return Err(Stop::Refused(Refusal::NothingToUndo));
    }
    world.put_feedback_receiver(row.after(ReceiverEvent::TakenBack));
    settle(world, cx, id)
}

/// An officer handed the slip over, or posted it.
pub fn hand_over(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: ReplyId,
    receiver: Receiver,
) -> Deciding<()> {
    let reply = open_reply(world, id)?;
    let feedback = feedback_of(world, cx, &reply)?;
    if feedback.opinion().is_none() {
        return Err(Stop::Refused(Refusal::NoFeedbackYet));
    }
    if receiver == Receiver::HandlingUnit
        && cx.rules.sealing == Sealing::Sealed
        && feedback.released_at.is_none()
    {
        return Err(Stop::Refused(Refusal::FeedbackSealed));
    }
    let mut row = receiver_of(world, id, receiver)?.after(ReceiverEvent::Sent);
    row.sent_at = Some(cx.now);
    row.sent_by = by;
    row.sent_way = Some(SentWay::Hand);
    row.next_try_at = None;
    row.failure.clear();
    world.put_feedback_receiver(row);
    settle(world, cx, id)
}

/// A try to mail the slip to the handling unit ended.
pub fn mailed(world: &mut World, cx: &Context<'_>, id: ReplyId, end: SlipEnd) -> Deciding<()> {
    let Some(row) = world
        .find_feedback_receiver(&(id, Receiver::HandlingUnit))?
        .cloned()
    else {
        return Ok(());
    };
    if row.next_try_at.is_none() {
        return Ok(());
    }
    let mut row = row;
    row.tries += 1;
    match end {
        SlipEnd::Taken => {
            row = row.after(ReceiverEvent::Sent);
            row.sent_at = Some(cx.now);
            row.sent_by = None;
            row.sent_way = Some(SentWay::Mail);
            row.next_try_at = None;
            row.failure.clear();
        }
        SlipEnd::Later if row.tries < TRIES => {
            let pause = (MINUTE_MS << row.tries.clamp(0, 8)).min(4 * HOUR_MS);
            row.next_try_at = Some(cx.now + pause);
            "unavailable".clone_into(&mut row.failure);
        }
        SlipEnd::Later => {
            row.next_try_at = None;
            "given_up".clone_into(&mut row.failure);
        }
        SlipEnd::Refused => {
            row.next_try_at = None;
            "refused".clone_into(&mut row.failure);
        }
    }
    world.put_feedback_receiver(row);
    settle(world, cx, id)
}
