//! Motions and suggestions as their deputy reads them: states, units and days in words. And what the offices are told of them.
//!
//! **Invariant:** only the leading deputy and officers who steer that deputy's office see one, whoever the item is addressed
//! to; who wrote a letter that led to it hears of it without its text (`writers`).

mod writers;

use chrono::NaiveDate;

use crate::domain::button::{Act, Button, FeedbackTap};
use crate::domain::dialogue::Step;
use crate::domain::ids::{AssignmentId, ReplyId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::Rendered;
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::life::{Life, life_of, want_lives};
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::reply::{Clearness, Reply, ReplyState};
use crate::domain::suggestion::{Suggestion, SuggestionState};
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::suggestion_words::{form_word, role_word, session_words, source_word, state_word};
use crate::text::{Args, Words};

use super::cut::one_line;
use super::days_moved;
use super::telling::{Telling, page};
use writers::{to_writer, writers_told};

/// Suggestions, replies or days that are named one by one; the rest is counted.
pub(super) const NAMED: usize = 8;
/// Characters of a title on a button.
const ON_BUTTON: usize = 16;

pub(super) fn about(t: &Telling<'_>, about: &SuggestionMessage) -> Deciding<Rendered> {
    match about {
        SuggestionMessage::List { page } => list(t, *page),
        SuggestionMessage::One { suggestion } => one(t, *suggestion),
        SuggestionMessage::HandedOut { suggestions } => handed_out(t, suggestions),
        SuggestionMessage::Recorded { replies } => recorded(t, replies),
        SuggestionMessage::Told { reply } => told(t, *reply),
        SuggestionMessage::DeputyTold { reply } => deputy_told(t, *reply),
        SuggestionMessage::Cleared { reply } => cleared(t, *reply),
        SuggestionMessage::ToWriter { suggestion, case } => to_writer(t, *suggestion, *case),
        SuggestionMessage::WritersTold {
            suggestion,
            told,
            by_hand,
        } => writers_told(t, *suggestion, *told, *by_hand),
        SuggestionMessage::DaysMoved { assignments, replies } => {
            days_moved::to_deputy(t, assignments, replies)
        }
        SuggestionMessage::OfficeDaysMoved { count } => days_moved::to_office(t, *count),
        SuggestionMessage::Withdrawn { suggestion } => withdrawn(t, *suggestion),
        SuggestionMessage::AskWhich => ask_which(t),
        SuggestionMessage::AskDay { assignment } => ask_day(t, *assignment),
        SuggestionMessage::NothingAwaited => Ok(bare(t, "reply-nothing-awaited")),
        SuggestionMessage::NotRecorded => Ok(bare(t, "reply-not-recorded")),
        SuggestionMessage::AskConfirm { assignment } => ask_confirm(t, *assignment),
    }
}

/// 《…》（S-0012）
pub fn suggestion_called(suggestion: &Suggestion, words: &Words) -> String {
    let args = Args::new()
        .text("title", suggestion.title.as_str())
        .text("number", suggestion.number.as_str());
    words.say_with(
        if suggestion.number.is_empty() {
            "suggestion-called-draft"
        } else {
            "suggestion-called"
        },
        &args,
    )
}

pub(super) fn own<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<&'a Suggestion> {
    let row = t.world.suggestion(&id)?;
    if t.to.deputy_id == Some(row.deputy_id) {
        Ok(row)
    } else {
        Err(Stop::Refused(Refusal::NotYours))
    }
}

fn show(t: &Telling<'_>, suggestion: &Suggestion) -> Vec<Button> {
    let title = one_line(&suggestion.title, ON_BUTTON);
    vec![Button {
        label: t.say_with("button-suggestion", &Args::new().text("title", title)),
        act: Act::ShowSuggestion(suggestion.id),
    }]
}

/// The two days of a deadline: what is proposed and what is the last.
pub(super) fn days(t: &Telling<'_>, nominal: NaiveDate, due: NaiveDate, provisional: bool) -> String {
    let args = Args::new()
        .text("nominal", t.day(nominal))
        .text("due", t.day(due));
    let mut said = t.say_with(
        if nominal == due {
            "suggestion-days-one"
        } else {
            "suggestion-days"
        },
        &args,
    );
    if provisional {
        said.push_str(&t.say("suggestion-days-provisional"));
    }
    said
}

pub(super) fn unit_name(t: &Telling<'_>, row: &Assignment) -> Deciding<String> {
    Ok(t.world.handling_unit(&row.handling_unit_id)?.name.clone())
}

/// All that belongs to a suggestion, with the units asked for at once.
fn whole<'a>(t: &Telling<'a>, id: SuggestionId) -> Deciding<Life<'a>> {
    let (assignments, replies) = life_of(t.world, id)?;
    t.world.want(
        assignments
            .iter()
            .map(|row| Key::HandlingUnit(row.handling_unit_id)),
    )?;
    Ok((assignments, replies))
}

fn list(t: &Telling<'_>, at: i64) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    let list = t.world.list(&ListKey::SuggestionsOf { deputy, page: at })?;
    let ids: Vec<SuggestionId> = list.ids.iter().map(|id| SuggestionId(*id)).collect();
    let others = vec![
        t.button("button-drafts-list", Act::Drafts),
        t.button("menu-todo", Act::Todo),
    ];
    if ids.is_empty() {
        return Ok(page(vec![t.say("suggestions-none")], vec![others]));
    }
    t.world.want(ids.iter().map(|id| Key::Suggestion(*id)))?;
    let mut lines = vec![t.say_with("suggestions", &Args::new().number("count", list.total))];
    let mut buttons = Vec::new();
    for id in ids {
        let row = own(t, id)?;
        let args = Args::new()
            .text("suggestion", suggestion_called(row, t.words))
            .text("state", state_word(row.state, t.words));
        lines.push(t.say_with("suggestions-line", &args));
        buttons.push(show(t, row));
    }
    buttons.push(t.paging(at, list.total, Act::Suggestions));
    buttons.push(others);
    Ok(page(lines, buttons))
}

/// What a unit owes, has answered or gave back.
fn assignment_line(t: &Telling<'_>, row: &Assignment, replies: &[&Reply]) -> Deciding<Vec<String>> {
    let args = || -> Deciding<Args<'_>> {
        Ok(Args::new()
            .text("unit", unit_name(t, row)?)
            .text("role", role_word(row.role, t.words))
            .text("out", t.day(row.handed_out_on)))
    };
    let mut lines = vec![match row.state {
        AssignmentState::Open => {
            let due = days(t, row.nominal_on, row.due_on, row.is_provisional);
            t.say_with("assignment-open", &args()?.text("days", due))
        }
        AssignmentState::Answered => t.say_with("assignment-answered", &args()?),
        AssignmentState::Assisting => t.say_with("assignment-assisting", &args()?),
        AssignmentState::Returned => t.say_with("assignment-returned", &args()?),
        AssignmentState::Withdrawn => t.say_with("assignment-withdrawn", &args()?),
    }];
    for reply in replies.iter().filter(|reply| reply.assignment_id == row.id) {
        lines.extend(reply_line(t, reply));
    }
    Ok(lines)
}

fn reply_line(t: &Telling<'_>, reply: &Reply) -> Option<String> {
    let received = reply.received_on.map(|on| t.day(on)).unwrap_or_default();
    let args = Args::new()
        .text("received", received)
        .text("source", source_word(reply.source, t.words))
        .text("class", reply.class.as_str());
    let mut line = match reply.state {
        ReplyState::Awaiting => {
            let (nominal, due) = (reply.nominal_on?, reply.due_on?);
            let days = days(t, nominal, due, reply.is_provisional);
            t.say_with("reply-awaiting", &args.text("days", days))
        }
        ReplyState::Given => t.say_with("reply-given", &args),
        ReplyState::Oral => t.say("reply-oral"),
        ReplyState::Withdrawn | ReplyState::Mistaken => return None,
    };
    if matches!(reply.clearness, Clearness::Several | Clearness::Guessed) {
        line.push_str(&t.say(&format!("reply-clearness-{}", reply.clearness.tag())));
    }
    Some(line)
}

fn one(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let (assignments, replies) = whole(t, id)?;
    let args = Args::new()
        .text("suggestion", suggestion_called(row, t.words))
        .text("state", state_word(row.state, t.words))
        .text("session", session_words(row.session, t.words));
    let mut lines = vec![
        t.say_with("suggestion", &args),
        t.say_with("suggestion-session", &args),
    ];
    if row.is_key {
        lines.push(t.say("suggestion-key"));
    }
    for row in &assignments {
        lines.extend(assignment_line(t, row, &replies)?);
    }
    if assignments.is_empty() && row.state == SuggestionState::Raised {
        lines.push(t.say("suggestion-not-handed-out"));
    }
    if row.state == SuggestionState::Withdrawn {
        let why = Args::new().text("why", row.withdrawn_why.as_str());
        lines.push(t.say_with("suggestion-withdrawn-why", &why));
    }
    let mut buttons = Vec::new();
    let open: Vec<&&Assignment> = assignments
        .iter()
        .filter(|row| row.state == AssignmentState::Open)
        .collect();
    for row in &open {
        let label = match open.len() {
            1 => t.say("button-reply-came"),
            _ => {
                let unit = one_line(&unit_name(t, row)?, ON_BUTTON);
                t.say_with("button-reply-came-from", &Args::new().text("unit", unit))
            }
        };
        buttons.push(vec![Button {
            label,
            act: Act::ReplyCame(row.id),
        }]);
    }
    let is_replied = replies.iter().any(|reply| reply.state.stands());
    if is_replied && !row.sources.cases.is_empty() {
        buttons.push(vec![t.button("button-tell-writers", Act::TellWriters(id))]);
    }
    buttons.push(vec![t.button("button-suggestions", Act::Suggestions(0))]);
    Ok(page(lines, buttons))
}

pub(super) fn more(t: &Telling<'_>, count: usize, lines: &mut Vec<String>) {
    if count > NAMED {
        let left = i64::try_from(count - NAMED).unwrap_or(i64::MAX);
        lines.push(t.say_with("suggestions-more", &Args::new().number("count", left)));
    }
}

fn handed_out(t: &Telling<'_>, ids: &[SuggestionId]) -> Deciding<Rendered> {
    want_lives(t.world, &ids[..ids.len().min(NAMED)])?;
    let count = Args::new().number("count", i64::try_from(ids.len()).unwrap_or(i64::MAX));
    let mut lines = vec![t.say_with("handed-out", &count)];
    let mut buttons = Vec::new();
    for id in ids.iter().take(NAMED) {
        let row = own(t, *id)?;
        let (assignments, _) = whole(t, *id)?;
        let open: Vec<&&Assignment> = assignments
            .iter()
            .filter(|row| row.state == AssignmentState::Open)
            .collect();
        let names: Vec<String> = open
            .iter()
            .map(|row| unit_name(t, row))
            .collect::<Deciding<_>>()?;
        let due = open.iter().min_by_key(|row| row.due_on);
        let days = due.map_or_else(String::new, |row| {
            days(t, row.nominal_on, row.due_on, row.is_provisional)
        });
        let args = Args::new()
            .text("suggestion", suggestion_called(row, t.words))
            .text("units", names.join(&t.say("suggestion-joiner")))
            .text("days", days);
        lines.push(t.say_with("handed-out-line", &args));
        buttons.push(show(t, row));
    }
    more(t, ids.len(), &mut lines);
    lines.push(t.say("handed-out-next"));
    if ids.len() > 1 {
        buttons = vec![vec![t.button("button-suggestions", Act::Suggestions(0))]];
    }
    Ok(page(lines, buttons))
}

/// A reply with its suggestion and unit, all asked for at once.
pub(super) fn of_reply<'a>(t: &Telling<'a>, id: ReplyId) -> Deciding<(&'a Reply, &'a Suggestion, String)> {
    let reply = t.world.reply(&id)?;
    t.world.want([
        Key::Suggestion(reply.suggestion_id),
        Key::Assignment(reply.assignment_id),
    ])?;
    let unit = unit_name(t, t.world.assignment(&reply.assignment_id)?)?;
    Ok((reply, t.world.suggestion(&reply.suggestion_id)?, unit))
}

pub(super) fn reply_args<'a>(
    t: &Telling<'_>,
    reply: &Reply,
    suggestion: &Suggestion,
    unit: String,
) -> Args<'a> {
    let (nominal, due) = (
        reply.nominal_on.unwrap_or_default(),
        reply.due_on.unwrap_or_default(),
    );
    Args::new()
        .text("suggestion", suggestion_called(suggestion, t.words))
        .text("unit", unit)
        .text(
            "received",
            reply.received_on.map(|on| t.day(on)).unwrap_or_default(),
        )
        .text("source", source_word(reply.source, t.words))
        .text("days", days(t, nominal, due, reply.is_provisional))
}

fn recorded(t: &Telling<'_>, ids: &[ReplyId]) -> Deciding<Rendered> {
    t.world.want(ids.iter().take(NAMED).map(|id| Key::Reply(*id)))?;
    let mut suggestions = Vec::new();
    for id in ids.iter().take(NAMED) {
        suggestions.push(t.world.reply(id)?.suggestion_id);
    }
    want_lives(t.world, &suggestions)?;
    let mut lines = vec![t.say("reply-recorded")];
    let mut buttons = Vec::new();
    for id in ids.iter().take(NAMED) {
        let (reply, suggestion, unit) = of_reply(t, *id)?;
        own(t, suggestion.id)?;
        let key = match reply.state {
            ReplyState::Oral => "reply-recorded-oral",
            _ => "reply-recorded-line",
        };
        lines.push(t.say_with(key, &reply_args(t, reply, suggestion, unit)));
        buttons.push(show(t, suggestion));
    }
    more(t, ids.len(), &mut lines);
    lines.push(t.say("reply-recorded-wrong"));
    if ids.len() > 1 {
        buttons = vec![vec![
            t.button("button-due", Act::Due(0)),
            t.button("button-suggestions", Act::Suggestions(0)),
        ]];
    } else if let Some(id) = ids.first() {
        buttons.splice(0..0, feedback_buttons(t, t.world.reply(id)?));
    }
    Ok(page(lines, buttons))
}

/// The ways to give feedback, below what is told of a written reply.
fn feedback_buttons(t: &Telling<'_>, reply: &Reply) -> Vec<Vec<Button>> {
    if reply.state != ReplyState::Awaiting {
        return vec![];
    }
    let tap = |key, tap| t.button(key, Act::Feedback(tap, reply.id));
    vec![
        vec![tap("button-feedback-now", FeedbackTap::Now)],
        vec![
            tap("button-on-platform", FeedbackTap::OnPlatform),
            tap("button-sent-on-paper", FeedbackTap::OnPaper),
        ],
    ]
}

fn told(t: &Telling<'_>, id: ReplyId) -> Deciding<Rendered> {
    let (reply, suggestion, unit) = of_reply(t, id)?;
    own(t, suggestion.id)?;
    let args = reply_args(t, reply, suggestion, unit);
    let mut lines = vec![match reply.state {
        ReplyState::Oral => t.say_with("reply-told-oral", &args),
        _ => t.say_with("reply-told", &args),
    }];
    if reply.clearness == Clearness::Several {
        lines.push(t.say("reply-told-several"));
    }
    let mut buttons = feedback_buttons(t, reply);
    buttons.push(show(t, suggestion));
    Ok(page(lines, buttons))
}

fn deputy_told(t: &Telling<'_>, id: ReplyId) -> Deciding<Rendered> {
    let (reply, suggestion, unit) = of_reply(t, id)?;
    t.world.want([Key::Deputy(suggestion.deputy_id)])?;
    let Some(officer) = t.officer()? else {
        return Err(Stop::Refused(Refusal::NotYours));
    };
    if !crate::domain::access::steers(t.world.office(&officer.office_id)?, suggestion.office_id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let deputy = t.world.deputy(&suggestion.deputy_id)?;
    let key = match reply.state {
        ReplyState::Oral => "reply-deputy-told-oral",
        _ => "reply-deputy-told",
    };
    let args = reply_args(t, reply, suggestion, unit)
        .text("deputy", deputy.name.as_str())
        .text("url", t.desk_url());
    let mut lines = vec![t.say_with(key, &args)];
    if reply.clearness == Clearness::Several {
        lines.push(t.say("reply-deputy-told-several"));
    }
    Ok(page(lines, vec![]))
}

fn cleared(t: &Telling<'_>, id: ReplyId) -> Deciding<Rendered> {
    let (reply, suggestion, unit) = of_reply(t, id)?;
    own(t, suggestion.id)?;
    let args = reply_args(t, reply, suggestion, unit);
    Ok(page(
        vec![t.say_with("reply-cleared", &args)],
        vec![show(t, suggestion)],
    ))
}

fn withdrawn(t: &Telling<'_>, id: SuggestionId) -> Deciding<Rendered> {
    let row = own(t, id)?;
    let args = Args::new()
        .text("suggestion", suggestion_called(row, t.words))
        .text("why", row.withdrawn_why.as_str());
    Ok(page(
        vec![t.say_with("suggestion-withdrawn", &args)],
        vec![show(t, row)],
    ))
}

/// An assignment of the deputy's own, as it is called in a question.
fn asked_about(t: &Telling<'_>, id: AssignmentId) -> Deciding<Args<'static>> {
    let row = t.world.assignment(&id)?;
    t.world.want([
        Key::Suggestion(row.suggestion_id),
        Key::HandlingUnit(row.handling_unit_id),
    ])?;
    let suggestion = own(t, row.suggestion_id)?;
    Ok(Args::new()
        .text("suggestion", suggestion_called(suggestion, t.words))
        .text("unit", unit_name(t, row)?)
        .text("out", t.day(row.handed_out_on)))
}

fn ask_which(t: &Telling<'_>) -> Deciding<Rendered> {
    let Step::TellingReply { fits, .. } = &t.to.dialogue.step else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    t.world.want(fits.iter().map(|id| Key::Assignment(*id)))?;
    let mut lines = vec![t.say("reply-ask-which")];
    let mut buttons = Vec::new();
    let mut suggestions = Vec::new();
    for id in fits {
        suggestions.push(t.world.assignment(id)?.suggestion_id);
    }
    for (id, place) in fits.iter().zip(1_i64..) {
        let args = asked_about(t, *id)?.number("place", place);
        lines.push(t.say_with("reply-ask-which-line", &args));
        let row = t.world.assignment(id)?;
        let is_only = suggestions.iter().filter(|it| **it == row.suggestion_id).count() == 1;
        // Of one suggestion the units are what tells them apart.
        let told = if is_only {
            t.world.suggestion(&row.suggestion_id)?.title.clone()
        } else {
            unit_name(t, row)?
        };
        let args = Args::new()
            .number("place", place)
            .text("title", one_line(&told, ON_BUTTON));
        buttons.push(vec![Button {
            label: t.say_with("button-reply-which", &args),
            act: Act::ReplyCame(*id),
        }]);
    }
    buttons.push(vec![t.button("button-reply-none", Act::ReplyDrop)]);
    Ok(page(lines, buttons))
}

fn bare(t: &Telling<'_>, key: &str) -> Rendered {
    page(
        vec![t.say(key)],
        vec![vec![t.button("button-suggestions", Act::Suggestions(0))]],
    )
}

fn ask_day(t: &Telling<'_>, id: AssignmentId) -> Deciding<Rendered> {
    let args = asked_about(t, id)?;
    let days = vec![
        t.button("button-reply-today", Act::ReplyDay(0)),
        t.button("button-reply-yesterday", Act::ReplyDay(1)),
    ];
    let other = vec![
        t.button("button-reply-oral", Act::ReplyOral),
        t.button("button-reply-drop", Act::ReplyDrop),
    ];
    Ok(page(vec![t.say_with("reply-ask-day", &args)], vec![days, other]))
}

fn ask_confirm(t: &Telling<'_>, id: AssignmentId) -> Deciding<Rendered> {
    let Step::TellingReply {
        on,
        source,
        form,
        is_guess,
        ..
    } = &t.to.dialogue.step
    else {
        return Err(Stop::Refused(Refusal::OldButton));
    };
    let args = asked_about(t, id)?
        .text("received", on.map(|on| t.day(on)).unwrap_or_default())
        .text("source", source_word(*source, t.words))
        .text("form", form_word(*form, t.words));
    let mut lines = vec![t.say_with("reply-confirm", &args)];
    if *is_guess {
        lines.push(t.say("reply-confirm-guess"));
    }
    Ok(page(
        lines,
        vec![
            vec![t.button("button-reply-yes", Act::ReplyYes)],
            vec![
                t.button("button-reply-other-day", Act::ReplyOtherDay),
                t.button("button-reply-oral", Act::ReplyOral),
            ],
            vec![t.button("button-reply-drop", Act::ReplyDrop)],
        ],
    ))
}
