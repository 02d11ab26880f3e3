//! Entering a motion or suggestion into the register, correcting and withdrawing it; and what all flows of the register
//! share: the line of its life, the state that follows from its assignments, telling its deputy.
//!
//! **Invariants:** a correction keeps the old value with its reason; one that was handed out keeps its leading deputy, because
//! clocks run for that person; a withdrawn one stops all its clocks.

use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, AssignmentId, DeputyId, ReplyId, SuggestionId};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::command::SuggestionFields;
use crate::domain::suggestion::life::life_of;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::register_sheet::tidy_number;
use crate::domain::suggestion::reply::{Reply, ReplyState};
use crate::domain::suggestion::{
    NameState, Suggestion, SuggestionAct, SuggestionEvent, SuggestionName, SuggestionSources, SuggestionState,
};
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::hand_in_draft;
use super::owe::owe;

/// A line of a suggestion's life, about to be noted.
pub struct Line {
    suggestion: SuggestionId,
    act: SuggestionAct,
    assignment: Option<AssignmentId>,
    reply: Option<ReplyId>,
    field: &'static str,
    old: String,
    new: String,
    why: String,
}

impl Line {
    /// About the suggestion itself.
    pub fn of(suggestion: SuggestionId, act: SuggestionAct) -> Self {
        Self {
            suggestion,
            act,
            assignment: None,
            reply: None,
            field: "",
            old: String::new(),
            new: String::new(),
            why: String::new(),
        }
    }

    /// About one of its assignments.
    #[must_use]
    pub fn assignment(mut self, assignment: AssignmentId) -> Self {
        self.assignment = Some(assignment);
        self
    }

    /// About one of its replies.
    #[must_use]
    pub fn reply(mut self, reply: &Reply) -> Self {
        self.assignment = Some(reply.assignment_id);
        self.reply = Some(reply.id);
        self
    }

    /// With the old value and the new one.
    #[must_use]
    pub fn value(mut self, field: &'static str, old: impl Into<String>, new: impl Into<String>) -> Self {
        self.field = field;
        self.old = old.into();
        self.new = new.into();
        self
    }

    /// With the reason.
    #[must_use]
    pub fn why(mut self, why: &str) -> Self {
        why.trim().clone_into(&mut self.why);
        self
    }
}

/// Notes a line.
pub fn note(world: &mut World, cx: &Context<'_>, by: Option<AccountId>, line: Line) {
    let event = SuggestionEvent {
        assignment_id: line.assignment,
        reply_id: line.reply,
        field: line.field.to_owned(),
        old_value: line.old,
        new_value: line.new,
        why: line.why,
        ..SuggestionEvent::new(cx.ids.next(), line.suggestion, line.act, by, cx.now)
    };
    world.add_suggestion_event(event);
}

/// A reason that says something.
pub fn reason(why: &str) -> Deciding<&str> {
    let why = why.trim();
    if why.is_empty() {
        Err(Stop::Refused(Refusal::ReasonMissing))
    } else {
        Ok(why)
    }
}

/// Asks at once for the accounts of deputies that are to be told.
pub fn want_accounts(world: &World, deputies: &[DeputyId]) -> Deciding<()> {
    world.want(deputies.iter().map(|id| Key::Deputy(*id)))?;
    let mut accounts = Vec::new();
    for id in deputies {
        accounts.extend(world.deputy(id)?.account_id.map(Key::Account));
    }
    world.want(accounts)
}

/// Tells a deputy who has an account, not before the morning.
pub fn tell_deputy(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    about: SuggestionMessage,
) -> Deciding<()> {
    let Some(account) = world.deputy(&deputy)?.account_id else {
        return Ok(());
    };
    let account = world.account(&account)?.clone();
    owe(&account, MessageKind::Suggestion { about }, cx)
        .due(cx.rules.quiet.after_quiet(cx.now))
        .put(world, cx);
    Ok(())
}

/// The state that follows from its assignments, of which `new` were made in this decision.
pub fn restate(world: &mut World, id: SuggestionId, new: &[AssignmentId]) -> Deciding<()> {
    let list = ListKey::Assignments(id);
    world.want([Key::List(list.clone()), Key::Suggestion(id)])?;
    let mut assignments: Vec<AssignmentId> = world
        .list(&list)?
        .ids
        .iter()
        .map(|id| AssignmentId(*id))
        .collect();
    assignments.extend(
        new.iter()
            .filter(|id| !world.list(&list).is_ok_and(|list| list.ids.contains(&id.0))),
    );
    world.want(assignments.iter().map(|id| Key::Assignment(*id)))?;
    let mut suggestion = world.suggestion(&id)?.clone();
    if !suggestion.state.is_open() {
        return Ok(());
    }
    let mut state = SuggestionState::Raised;
    for id in &assignments {
        state = match (world.assignment(id)?.state, state) {
            (AssignmentState::Open, _) => SuggestionState::HandedOut,
            (AssignmentState::Answered, SuggestionState::Raised) => SuggestionState::Answered,
            (_, state) => state,
        };
        if state == SuggestionState::HandedOut {
            break;
        }
    }
    if suggestion.state != state {
        suggestion.state = state;
        world.put_suggestion(suggestion);
    }
    Ok(())
}

fn checked(world: &World, fields: &SuggestionFields, own: Option<SuggestionId>) -> Deciding<String> {
    let number = tidy_number(&fields.number);
    if number.is_empty() || number.chars().count() > 20 || fields.title.trim().is_empty() {
        return Err(Stop::Refused(Refusal::SuggestionUnfinished));
    }
    let holder = world.suggestion_numbered(&(fields.session, number.clone()))?;
    if holder.is_some() && holder != own {
        return Err(Stop::Refused(Refusal::NumberTaken));
    }
    Ok(number)
}

/// Enters a suggestion.
pub fn enter(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    fields: &SuggestionFields,
) -> Deciding<Answer> {
    let number = checked(world, fields, None)?;
    world.want(
        fields
            .names
            .iter()
            .chain([&fields.deputy])
            .map(|id| Key::Deputy(*id)),
    )?;
    hand_in_draft::want_handed_in(world)?;
    let id: SuggestionId = cx.ids.next();
    let office_id = world.deputy(&fields.deputy)?.office_id;
    let mut suggestion = Suggestion {
        id,
        session: fields.session,
        number,
        kind: fields.kind,
        state: SuggestionState::Raised,
        title: fields.title.trim().to_owned(),
        situation: fields.situation.trim().to_owned(),
        analysis: fields.analysis.trim().to_owned(),
        proposals: fields.proposals.trim().to_owned(),
        deputy_id: fields.deputy,
        office_id,
        raised_on: fields.raised_on,
        is_key: fields.is_key,
        openness: fields.openness,
        sources: SuggestionSources::default(),
        advice: String::new(),
        merged_into_id: None,
        withdrawn_at: None,
        withdrawn_why: String::new(),
        entered_by: by,
        created_at: cx.now,
    };
    let handed_in = hand_in_draft::handed_in_by_deputy(world)?;
    hand_in_draft::find_draft(world, cx, &handed_in, &mut suggestion)?;
    world.put_suggestion(suggestion);
    put_names(world, cx, id, fields.deputy, &fields.names)?;
    note(world, cx, by, Line::of(id, SuggestionAct::Entered));
    audit(world, cx, by, "suggestion.entered", format!("suggestion {id}"))?;
    Ok(Answer::Suggestion(id))
}

/// The names that an office enters: it has the signatures on paper.
pub fn put_names(
    world: &mut World,
    cx: &Context<'_>,
    suggestion: SuggestionId,
    leading: DeputyId,
    names: &[DeputyId],
) -> Deciding<()> {
    for (deputy, place) in names.iter().zip(1..) {
        world.deputy(deputy)?;
        if *deputy != leading {
            world.put_suggestion_name(SuggestionName {
                suggestion_id: suggestion,
                deputy_id: *deputy,
                place,
                state: NameState::Confirmed,
                invited_at: cx.now,
                answered_at: Some(cx.now),
                content_hash: String::new(),
                asked_hashes: String::new(),
                confirmed_hash: String::new(),
            });
        }
    }
    Ok(())
}

/// Corrects a suggestion field by field; what is the same is no correction.
pub fn correct(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: SuggestionId,
    fields: &SuggestionFields,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    let old = world.suggestion(&id)?.clone();
    if matches!(old.state, SuggestionState::Withdrawn | SuggestionState::Draft) {
        return Err(Stop::Refused(Refusal::SuggestionWithdrawn));
    }
    let number = checked(world, fields, Some(id))?;
    if fields.deputy != old.deputy_id && old.state != SuggestionState::Raised {
        return Err(Stop::Refused(Refusal::SuggestionInHand));
    }
    world.want([Key::Deputy(fields.deputy), Key::Deputy(old.deputy_id)])?;
    let deputy = world.deputy(&fields.deputy)?;
    let day = |on: Option<chrono::NaiveDate>| on.map(|on| on.to_string()).unwrap_or_default();
    let new = Suggestion {
        session: fields.session,
        number,
        kind: fields.kind,
        title: fields.title.trim().to_owned(),
        situation: fields.situation.trim().to_owned(),
        analysis: fields.analysis.trim().to_owned(),
        proposals: fields.proposals.trim().to_owned(),
        deputy_id: fields.deputy,
        office_id: deputy.office_id,
        raised_on: fields.raised_on,
        is_key: fields.is_key,
        openness: fields.openness,
        ..old.clone()
    };
    let code = |world: &World, id| Deciding::Ok(world.deputy(&id)?.code.clone());
    let values = [
        ("session", old.session.tag(), new.session.tag()),
        ("number", old.number.clone(), new.number.clone()),
        ("kind", old.kind.tag().to_owned(), new.kind.tag().to_owned()),
        ("title", old.title.clone(), new.title.clone()),
        ("situation", old.situation.clone(), new.situation.clone()),
        ("analysis", old.analysis.clone(), new.analysis.clone()),
        ("proposals", old.proposals.clone(), new.proposals.clone()),
        (
            "deputy_id",
            code(world, old.deputy_id)?,
            code(world, new.deputy_id)?,
        ),
        ("raised_on", day(old.raised_on), day(new.raised_on)),
        ("is_key", old.is_key.to_string(), new.is_key.to_string()),
        (
            "openness",
            old.openness.tag().to_owned(),
            new.openness.tag().to_owned(),
        ),
    ];
    if old == new {
        return Ok(Answer::Done);
    }
    for (field, before, after) in values {
        if before != after {
            let line = Line::of(id, SuggestionAct::Corrected)
                .value(field, before, after)
                .why(why);
            note(world, cx, by, line);
        }
    }
    world.put_suggestion(new);
    audit(world, cx, by, "suggestion.corrected", format!("suggestion {id}"))?;
    Ok(Answer::Suggestion(id))
}

/// Withdraws a suggestion: what was owed to it is owed no longer.
pub fn withdraw(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: SuggestionId,
    why: &str,
) -> Deciding<Answer> {
    let why = reason(why)?;
    world.want([Key::Suggestion(id)])?;
    let mut suggestion = world.suggestion(&id)?.clone();
    if !suggestion.state.is_open() {
        return Err(Stop::Refused(Refusal::SuggestionWithdrawn));
    }
    let (assignments, replies) = life_of(world, id)?;
    let assignments: Vec<Assignment> = assignments.into_iter().cloned().collect();
    let replies: Vec<Reply> = replies.into_iter().cloned().collect();
    want_accounts(world, &[suggestion.deputy_id])?;
    for mut row in assignments {
        if matches!(row.state, AssignmentState::Open | AssignmentState::Assisting) {
            row.state = AssignmentState::Withdrawn;
            row.next_step_at = None;
            world.put_assignment(row);
        }
    }
    for mut row in replies {
        if row.state == ReplyState::Awaiting {
            row.state = ReplyState::Withdrawn;
            row.next_step_at = None;
            world.put_reply(row);
        }
    }
    suggestion.state = SuggestionState::Withdrawn;
    suggestion.withdrawn_at = Some(cx.now);
    why.clone_into(&mut suggestion.withdrawn_why);
    let deputy = suggestion.deputy_id;
    world.put_suggestion(suggestion);
    note(world, cx, by, Line::of(id, SuggestionAct::Withdrawn).why(why));
    audit(world, cx, by, "suggestion.withdrawn", format!("suggestion {id}"))?;
    tell_deputy(world, cx, deputy, SuggestionMessage::Withdrawn { suggestion: id })?;
    Ok(Answer::Suggestion(id))
}
