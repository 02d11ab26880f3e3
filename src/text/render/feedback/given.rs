//! What was given or told of, and how far it is with its two receivers.

use crate::domain::button::FeedbackTap;
use crate::domain::feedback::{
    Feedback, FeedbackWay, Receiver, ReceiverState, RehandlingWish, Sealing, Standing, Timeliness, may_change,
};
use crate::domain::rendered::Rendered;
use crate::text::Args;

use super::{Matter, elsewhere, opinion_lines, tap};
use crate::text::render::telling::{Telling, page};

/// What was given, and how far it is with its two receivers.
pub(super) fn taken(t: &Telling<'_>, matter: &Matter<'_>, head: &str) -> Rendered {
    let id = matter.reply.id;
    let mut lines = vec![t.say_with(head, &matter.args(t))];
    let mut buttons = Vec::new();
    let Some(feedback) = matter.feedback else {
        return page(lines, buttons);
    };
    let wanted = feedback.rehandling == RehandlingWish::Wanted;
    lines.extend(opinion_lines(
        t, feedback.handling, feedback.reply, &feedback.reasons, wanted,
    ));
    if feedback.timeliness == Timeliness::Late {
        let on = feedback.given_on.map(|on| t.day(on)).unwrap_or_default();
        lines.push(t.say_with("feedback-late", &matter.args(t).text("given", on)));
    }
    for receiver in Receiver::ALL {
        lines.push(receiver_line(t, matter, feedback, *receiver));
    }
    if matter.standing(t.cx.rules.slip_counts) == Standing::GivenHere {
        lines.push(t.say("feedback-not-the-platform"));
        buttons.push(elsewhere(t, id));
    }
    if matter.reply.due_on.is_some_and(|due| may_change(due, t.cx.now)) {
        let key = if feedback.opinion().is_some() {
            "button-feedback-change"
        } else {
            "button-feedback-say"
        };
        lines.push(t.say_with("feedback-may-change", &matter.args(t)));
        buttons.push(vec![tap(t, key, FeedbackTap::Change, id)]);
    }
    page(lines, buttons)
}

fn receiver_line(t: &Telling<'_>, matter: &Matter<'_>, feedback: &Feedback, receiver: Receiver) -> String {
    let name = match receiver {
        Receiver::ProvincialOffice => t.say("receiver-province"),
        Receiver::HandlingUnit => matter.unit.name.clone(),
    };
    let state = matter.state(receiver);
    let sealed = t.cx.rules.sealing == Sealing::Sealed && feedback.released_at.is_none();
    let key = match (receiver, state) {
        (Receiver::HandlingUnit, ReceiverState::NotSent) if sealed => "receiver-sealed",
        (Receiver::HandlingUnit, ReceiverState::NotSent) if !matter.unit.email.is_empty() => {
            "receiver-by-mail"
        }
        (_, ReceiverState::NotSent) => "receiver-by-hand",
        (Receiver::ProvincialOffice, ReceiverState::Sent) => "receiver-on-desk",
        (Receiver::HandlingUnit, ReceiverState::Sent) => "receiver-sent",
        (_, ReceiverState::Declared) => "receiver-declared",
        (_, ReceiverState::Confirmed) => "receiver-confirmed",
    };
    t.say_with(key, &Args::new().text("name", name))
}

pub(super) fn told(t: &Telling<'_>, matter: &Matter<'_>) -> Rendered {
    let Some(feedback) = matter.feedback else {
        return page(vec![], vec![]);
    };
    let declared = matter
        .receivers
        .into_iter()
        .flatten()
        .find_map(|row| row.declared_on)
        .map(|on| t.day(on))
        .unwrap_or_default();
    let key = if feedback.way == Some(FeedbackWay::Paper) {
        "feedback-told-paper"
    } else {
        "feedback-told-platform"
    };
    let mut lines = vec![t.say_with(key, &matter.args(t).text("on", declared))];
    if feedback.timeliness == Timeliness::Late {
        let on = feedback.given_on.map(|on| t.day(on)).unwrap_or_default();
        lines.push(t.say_with("feedback-late", &matter.args(t).text("given", on)));
    }
    lines.push(t.say_with("feedback-told-waits", &matter.args(t)));
    lines.push(t.say_with("feedback-told-proof", &matter.args(t)));
    let mut buttons = vec![tap(
        t,
        "button-feedback-proof",
        FeedbackTap::Proof,
        matter.reply.id,
    )];
    if feedback.opinion().is_none() {
        buttons.push(tap(t, "button-feedback-say", FeedbackTap::Now, matter.reply.id));
    }
    let buttons = vec![buttons];
    page(lines, buttons)
}
