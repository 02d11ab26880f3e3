//! The questions of the dialogue: on the handling, on the reply, for reasons; and what will be given, to be looked at.

use crate::domain::button::{Act, Button, FeedbackTap};
use crate::domain::feedback::{Asked, Aspect, Draft, Hollow, Verdict, aspects_of};
use crate::domain::ids::DeputyId;
use crate::domain::reminder::days_left;
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Key, ListKey};
use crate::text::Args;

use super::{Matter, opinion_lines, tap, verdict_word};
use crate::text::render::cut::one_line;
use crate::text::render::names::deputy_in_full;
use crate::text::render::telling::{Telling, page};

pub(super) fn ask(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<Rendered> {
    let draft = matter.draft();
    let id = matter.reply.id;
    let verdicts = |taps: [FeedbackTap; 3]| {
        Verdict::ALL
            .iter()
            .zip(taps)
            .map(|(verdict, tap)| Button {
                label: verdict_word(t, *verdict),
                act: Act::Feedback(tap, id),
            })
            .collect::<Vec<_>>()
    };
    Ok(match draft.next() {
        Asked::Handling => page(
            vec![t.say_with("feedback-ask-handling", &matter.args(t))],
            vec![verdicts([
                FeedbackTap::HandlingSatisfied,
                FeedbackTap::HandlingMostly,
                FeedbackTap::HandlingDissatisfied,
            ])],
        ),
        Asked::Reply => {
            let handling = draft.handling.map(|it| verdict_word(t, it)).unwrap_or_default();
            page(
                vec![t.say_with("feedback-ask-reply", &matter.args(t).text("handling", handling))],
                vec![verdicts([
                    FeedbackTap::ReplySatisfied,
                    FeedbackTap::ReplyMostly,
                    FeedbackTap::ReplyDissatisfied,
                ])],
            )
        }
        Asked::Reasons(hollow) => ask_reasons(t, matter, &draft, hollow),
        Asked::Nothing => return preview(t, matter, &draft),
    })
}

fn ask_reasons(t: &Telling<'_>, matter: &Matter<'_>, draft: &Draft, hollow: Hollow) -> Rendered {
    let id = matter.reply.id;
    let which = match (draft.handling, draft.reply) {
        (Some(Verdict::Dissatisfied), Some(Verdict::Dissatisfied)) => "both",
        (Some(Verdict::Dissatisfied), _) => "handling",
        _ => "reply",
    };
    let first = match hollow {
        Hollow::Empty => t.say_with("feedback-reasons", &matter.args(t).text("which", which)),
        other => {
            let said = one_line(&draft.reasons, 60);
            t.say_with(
                &format!("feedback-hollow-{}", other.key()),
                &matter.args(t).text("said", said),
            )
        }
    };
    page(
        vec![first, t.say("feedback-reasons-help")],
        vec![
            vec![
                tap(t, "button-feedback-write", FeedbackTap::Write, id),
                tap(t, "button-feedback-again", FeedbackTap::Again, id),
            ],
            vec![tap(t, "button-feedback-later", FeedbackTap::Later, id)],
        ],
    )
}

fn preview(t: &Telling<'_>, matter: &Matter<'_>, draft: &Draft) -> Deciding<Rendered> {
    let id = matter.reply.id;
    let dissatisfied = draft.opinion().is_some_and(|opinion| opinion.is_dissatisfied());
    let wanted = draft.wants_rehandling && dissatisfied;
    let mut lines = vec![t.say_with("feedback-preview", &matter.args(t))];
    lines.extend(opinion_lines(
        t, draft.handling, draft.reply, &draft.reasons, wanted,
    ));
    let left = matter.reply.due_on.map_or(0, |on| days_left(on, t.cx.now));
    if left < 0 {
        lines.push(t.say_with("feedback-preview-late", &matter.args(t)));
    }
    if dissatisfied {
        let there = aspects_of(&draft.reasons);
        let missing: Vec<String> = Aspect::ALL
            .into_iter()
            .filter(|aspect| !there.contains(aspect))
            .map(|aspect| t.say(&format!("feedback-aspect-{}", aspect.key())))
            .collect();
        if !missing.is_empty() {
            let missing = missing.join(&t.say("list-comma"));
            lines.push(t.say_with("feedback-could-add", &Args::new().text("missing", missing)));
        }
    }
    let names = co_signers(t, matter)?;
    let give = if names.is_empty() {
        "button-feedback-give"
    } else {
        lines.push(t.say_with("feedback-co-signers", &Args::new().text("names", names)));
        "button-feedback-give-asked"
    };
    let mut more = vec![tap(t, "button-feedback-again", FeedbackTap::Again, id)];
    if dissatisfied {
        more.insert(0, tap(t, "button-feedback-rewrite", FeedbackTap::Write, id));
        let key = if wanted {
            "button-no-rehandling"
        } else {
            "button-rehandling"
        };
        more.push(tap(t, key, FeedbackTap::Rehandle, id));
    } else {
        more.push(tap(t, "button-feedback-remark", FeedbackTap::Write, id));
    }
    Ok(page(
        lines,
        vec![
            vec![tap(t, give, FeedbackTap::Give, id)],
            more,
            vec![tap(t, "button-feedback-later", FeedbackTap::Later, id)],
        ],
    ))
}

/// The names of those who signed too (A6.9): the leading deputy asks them first.
fn co_signers(t: &Telling<'_>, matter: &Matter<'_>) -> Deciding<String> {
    let ids: Vec<DeputyId> = t
        .world
        .list(&ListKey::Names(matter.suggestion.id))?
        .ids
        .iter()
        .map(|id| DeputyId(*id))
        .filter(|id| *id != matter.reply.deputy_id)
        .take(20)
        .collect();
    t.world.want(
        ids.iter()
            .flat_map(|id| [Key::Deputy(*id), Key::SuggestionName((matter.suggestion.id, *id))]),
    )?;
    let mut names = Vec::new();
    for id in ids {
        let signed = t
            .world
            .find_suggestion_name(&(matter.suggestion.id, id))?
            .is_some_and(|name| name.state == crate::domain::suggestion::NameState::Confirmed);
        if let (true, Some(deputy)) = (signed, t.world.find_deputy(&id)?) {
            names.push(deputy_in_full(deputy, t.words));
        }
    }
    Ok(names.join(&t.say("list-comma")))
}
