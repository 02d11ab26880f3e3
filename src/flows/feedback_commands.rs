//! Commands about feedback: who may give them, which flow decides them, what the suggestion's life keeps of them.
//!
//! **Invariant:** only officers of the provincial office confirm by their own entry that the provincial office has a
//! feedback; officers of the deputy's unit may enter a receipt that they hold.

use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::context::Context;
use crate::domain::feedback::{ConfirmedHow, Receiver};
use crate::domain::ids::{AccountId, ReplyId};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::reply::Reply;
use crate::domain::suggestion::{SuggestionAct, SuggestionEvent};
use crate::domain::world::{Deciding, Key, Stop, World};

use super::apply_command::{Giver, check_office, check_province};
use super::audit_act::audit;
use super::give_feedback::{Hand, declare, give, open_reply, release};
use super::{confirm_receipt, rehandle, remind};

/// Decides one of them.
pub fn apply(world: &mut World, cx: &Context<'_>, giver: Giver, command: &Command) -> Deciding<Answer> {
    let by = giver.account();
    match command {
        Command::Remind(subjects) => {
            check_program(giver)?;
            remind::remind(world, cx, subjects)?;
        }
        Command::SlipMailed { reply, end } => {
            check_program(giver)?;
            confirm_receipt::mailed(world, cx, *reply, *end)?;
        }
        Command::EnterFeedback {
            reply,
            opinion,
            rehandling,
            on,
        } => {
            let row = steered(world, giver, *reply)?;
            give(world, cx, Hand::Office(by), &row, opinion, *rehandling, *on)?;
            note(world, cx, by, &row, SuggestionAct::FeedbackGiven, "office");
            audit(world, cx, by, "feedback.entered", format!("reply {reply}"))?;
        }
        Command::DeclareFeedback { reply, way, on } => {
            let row = steered(world, giver, *reply)?;
            declare(world, cx, Hand::Office(by), &row, *way, *on)?;
            note(world, cx, by, &row, SuggestionAct::FeedbackGiven, way.tag());
            audit(world, cx, by, "feedback.declared", format!("reply {reply}"))?;
        }
        Command::ConfirmReceipt {
            replies,
            receiver,
            how,
            note: said,
        } => {
            if (*receiver, *how) == (Receiver::ProvincialOffice, ConfirmedHow::Officer)
                && giver != Giver::Administrator
            {
                check_province(world, giver)?;
            }
            world.want(replies.iter().map(|id| Key::Reply(*id)))?;
            for reply in replies {
                let row = steered(world, giver, *reply)?;
                confirm_receipt::confirm(world, cx, by, *reply, *receiver, *how, said)?;
                note(
                    world,
                    cx,
                    by,
                    &row,
                    SuggestionAct::FeedbackReceived,
                    receiver.tag(),
                );
                audit(world, cx, by, "feedback.confirmed", format!("reply {reply}"))?;
            }
        }
        Command::TakeBackReceipt { reply, receiver } => {
            let row = steered(world, giver, *reply)?;
            confirm_receipt::take_back(world, cx, *reply, *receiver)?;
            let what = format!("{}-taken_back", receiver.tag());
            note(world, cx, by, &row, SuggestionAct::FeedbackReceived, &what);
            audit(world, cx, by, "feedback.taken-back", format!("reply {reply}"))?;
        }
        Command::HandOverFeedback { reply, receiver } => {
            let row = steered(world, giver, *reply)?;
            confirm_receipt::hand_over(world, cx, by, *reply, *receiver)?;
            let what = format!("{}-sent", receiver.tag());
            note(world, cx, by, &row, SuggestionAct::FeedbackReceived, &what);
            audit(world, cx, by, "feedback.handed-over", format!("reply {reply}"))?;
        }
        Command::ReleaseFeedback(reply) => {
            let row = steered(world, giver, *reply)?;
            release(world, cx, by, *reply)?;
            note(world, cx, by, &row, SuggestionAct::FeedbackReleased, "");
            audit(world, cx, by, "feedback.released", format!("reply {reply}"))?;
        }
        Command::Rehandle { reply, on } => {
            steered(world, giver, *reply)?;
            let assignment = rehandle::rehandle(world, cx, by, *reply, *on)?;
            audit(
                world,
                cx,
                by,
                "suggestion.rehandled",
                format!("assignment {assignment}"),
            )?;
        }
        _ => return Err(Stop::Refused(Refusal::NotYours)),
    }
    Ok(Answer::Done)
}

fn check_program(giver: Giver) -> Deciding<()> {
    match giver {
        Giver::Program | Giver::Administrator => Ok(()),
        Giver::Account(_) => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// The reply, if the giver's office steers the deputy's unit.
fn steered(world: &World, giver: Giver, reply: ReplyId) -> Deciding<Reply> {
    let reply = open_reply(world, reply)?;
    match giver {
        Giver::Program => Err(Stop::Refused(Refusal::NotYours)),
        Giver::Administrator => Ok(reply),
        Giver::Account(_) => {
            check_office(world, giver, reply.office_id)?;
            Ok(reply)
        }
    }
}

/// A line in the life of the suggestion.
pub fn note(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    reply: &Reply,
    act: SuggestionAct,
    value: &str,
) {
    let id = cx.ids.next::<ReplyId>().0;
    world.add_suggestion_event(SuggestionEvent {
        assignment_id: Some(reply.assignment_id),
        reply_id: Some(reply.id),
        new_value: value.to_owned(),
        ..SuggestionEvent::new(id, reply.suggestion_id, act, by, cx.now)
    });
}
