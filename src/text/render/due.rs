//! What is due, as lists: a deputy's replies that await feedback, and an officer's morning.

use crate::domain::button::{Act, Button, FeedbackTap, LinkTap};
use crate::domain::feedback::Receiver;
use crate::domain::ids::{AssignmentId, OfficeId, ReplyId};
use crate::domain::people::{OfficeKind, day_text};
use crate::domain::refusal::Refusal;
use crate::domain::reminder::days_left;
use crate::domain::rendered::Rendered;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, List, ListKey, PAGE, Stop};
use crate::text::Args;

use super::cut::one_line;
use super::feedback::Matter;
use super::telling::{Telling, page};

/// Characters of a title on a line, and on a button.
const LINE_TITLE: usize = 30;
const BUTTON_TITLE: usize = 16;

/// Replies on a page.
const SHOWN: usize = 6;

/// The place of a page's first reply.
fn first_of(at: i64) -> usize {
    usize::try_from(at.clamp(0, 100).saturating_mul(PAGE)).unwrap_or(0)
}

/// All replies that await the deputy's feedback, by title and unit, the earliest last day first.
pub(super) fn list(t: &Telling<'_>, at: i64) -> Deciding<Rendered> {
    let deputy = t.to.deputy_id.ok_or(Stop::Refused(Refusal::NotYours))?;
    t.world.want([
        Key::List(ListKey::AwaitedFeedback(deputy)),
        Key::List(ListKey::OpenInquiries(deputy)),
        Key::Deputy(deputy),
    ])?;
    let all = t.world.list(&ListKey::AwaitedFeedback(deputy))?;
    let replies = all.ids.iter().skip(first_of(at)).take(SHOWN);
    let replies = replies.flat_map(|id| [Key::Reply(ReplyId(*id)), Key::Feedback(ReplyId(*id))]);
    t.world
        .want(super::inquiry::listed_keys(t, deputy)?.into_iter().chain(replies))?;
    let inquiries = super::inquiry::in_due_list(t, deputy)?;
    let called = t.deputy_called(t.world.deputy(&deputy)?);
    if all.ids.is_empty() && inquiries.is_empty() {
        return Ok(page(vec![t.say("due-none")], vec![]));
    }
    let total = i64::try_from(all.ids.len()).unwrap_or(i64::MAX);
    let first = first_of(at);
    let shown: Vec<ReplyId> = all
        .ids
        .iter()
        .skip(first)
        .take(SHOWN)
        .map(|id| ReplyId(*id))
        .collect();
    let matters = Matter::load_all(t, &shown)?;
    let args = Args::new().text("deputy", called).number("count", total);
    let mut lines = vec![t.say_with(
        if total > 0 {
            "due-list"
        } else {
            "due-list-inquiries"
        },
        &args,
    )];
    let mut buttons = Vec::new();
    for (place, matter) in matters.iter().enumerate() {
        let number = i64::try_from(first + place + 1).unwrap_or(i64::MAX);
        let left = matter.reply.due_on.map_or(0, |on| days_left(on, t.cx.now));
        let key = match left {
            left if left < 0 => "due-line-over",
            0 => "due-line-today",
            _ if matter.reply.nominal_on == matter.reply.due_on => "due-line-same",
            _ => "due-line",
        };
        let args = matter
            .args(t)
            .number("place", number)
            .text("title", one_line(&matter.suggestion.title, LINE_TITLE));
        lines.push(t.say_with(key, &args));
        buttons.push(vec![Button {
            label: t.say_with(
                "button-due-line",
                &Args::new()
                    .number("place", number)
                    .text("title", one_line(&matter.suggestion.title, BUTTON_TITLE)),
            ),
            act: Act::Feedback(FeedbackTap::Show, matter.reply.id),
        }]);
    }
    for (line, row) in inquiries {
        lines.push(line);
        buttons.push(row);
    }
    if let Some((line, row)) = super::hand_in::in_due_list(t, deputy)? {
        lines.push(line);
        buttons.push(row);
    }
    buttons.push(t.paging(at, total, Act::Due));
    buttons.push(vec![
        t.button("button-weeks", Act::Weeks),
        t.button("button-calendar-link", Act::CalendarLink(LinkTap::Show)),
    ]);
    Ok(page(lines, buttons))
}

/// The line in 待办, when something waits.
pub(super) fn in_todo(t: &Telling<'_>) -> Deciding<Option<String>> {
    let Some(deputy) = t.to.deputy_id else {
        return Ok(None);
    };
    let all = t.world.list(&ListKey::AwaitedFeedback(deputy))?;
    let Some(first) = all.ids.first() else {
        return Ok(None);
    };
    let due_on = t
        .world
        .find_reply(&ReplyId(*first))?
        .and_then(|reply| reply.due_on);
    let args = Args::new()
        .number("count", i64::try_from(all.ids.len()).unwrap_or(i64::MAX))
        .text("due", due_on.map(|on| t.day(on)).unwrap_or_default());
    Ok(Some(t.say_with("todo-feedback", &args)))
}

/// An officer's morning: how much is over or ends today or tomorrow, with the first of them by name.
pub(super) fn office(t: &Telling<'_>, id: OfficeId) -> Deciding<Rendered> {
    t.world.want(
        [Some(Key::Office(id)), t.to.officer_id.map(Key::Officer)]
            .into_iter()
            .flatten(),
    )?;
    match t.officer()? {
        Some(officer) if officer.office_id == id => {}
        _ => return Err(Stop::Refused(Refusal::NotYours)),
    }
    let office = t.world.office(&id)?;
    let is_province = office.kind == OfficeKind::Provincial;
    let of = (!is_province).then_some(id);
    let today = day_of(t.cx.now);
    let soon = day_text(today + chrono::Days::new(1));
    let feedback = ListKey::DueFeedback {
        office: of,
        until: soon.clone(),
    };
    // Handling units are the province's to press.
    let replies = is_province.then(|| ListKey::DueReplies {
        office: None,
        until: day_text(today + chrono::Days::new(30)),
    });
    let inquiries = super::inquiry::due_list(of, &soon);
    t.world.want(
        [Some(feedback.clone()), replies.clone(), Some(inquiries)]
            .into_iter()
            .flatten()
            .map(Key::List),
    )?;
    let awaited = t.world.list(&feedback)?;
    prefetch(t, awaited, replies.as_ref())?;
    let mut lines = vec![t.say_with("office-due", &Args::new().text("office", t.office_called(office)))];
    if awaited.total > 0 {
        lines.push(t.say_with("office-due-feedback", &Args::new().number("count", awaited.total)));
        let first: Vec<ReplyId> = awaited.ids.iter().take(3).map(|id| ReplyId(*id)).collect();
        for matter in Matter::load_all(t, &first)? {
            let name = super::names::deputy_in_full(matter.deputy, t.words);
            let args = matter
                .args(t)
                .text("name", name)
                .text("title", one_line(&matter.suggestion.title, LINE_TITLE));
            lines.push(t.say_with("office-due-feedback-line", &args));
        }
    }
    if let Some(key) = replies {
        let owed = t.world.list(&key)?;
        if owed.total > 0 {
            lines.push(t.say_with("office-due-replies", &Args::new().number("count", owed.total)));
        }
        let first: Vec<AssignmentId> = owed.ids.iter().take(3).map(|id| AssignmentId(*id)).collect();
        lines.extend(owed_lines(t, &first)?);
    }
    lines.extend(super::inquiry::for_office(t, of, &soon)?);
    lines.push(t.say_with("office-at-the-desk", &Args::new().text("url", t.desk_url())));
    let calendar = t.button("button-calendar-link", Act::CalendarLink(LinkTap::Show));
    Ok(page(lines, vec![vec![calendar]]))
}

/// Loads the first of both lists along with each other, so that a message of two lists takes no more rounds than one.
fn prefetch(t: &Telling<'_>, awaited: &List, replies: Option<&ListKey>) -> Deciding<()> {
    let awaited: Vec<ReplyId> = awaited.ids.iter().take(3).map(|id| ReplyId(*id)).collect();
    let owed: Vec<AssignmentId> = match replies {
        Some(key) => t
            .world
            .list(key)?
            .ids
            .iter()
            .take(3)
            .map(|id| AssignmentId(*id))
            .collect(),
        None => vec![],
    };
    let rows = awaited
        .iter()
        .flat_map(|id| [Key::Reply(*id), Key::Feedback(*id)]);
    t.world
        .want(rows.chain(owed.iter().map(|id| Key::Assignment(*id))))?;
    let mut keys = Vec::new();
    for id in &awaited {
        let reply = t.world.reply(id)?;
        keys.push(Key::Suggestion(reply.suggestion_id));
        keys.push(Key::Assignment(reply.assignment_id));
        keys.push(Key::Deputy(reply.deputy_id));
        keys.extend(
            Receiver::ALL
                .iter()
                .map(|receiver| Key::FeedbackReceiver((*id, *receiver))),
        );
    }
    for id in &owed {
        let assignment = t.world.assignment(id)?;
        keys.push(Key::Suggestion(assignment.suggestion_id));
        keys.push(Key::HandlingUnit(assignment.handling_unit_id));
    }
    t.world.want(keys)
}

fn owed_lines(t: &Telling<'_>, ids: &[AssignmentId]) -> Deciding<Vec<String>> {
    t.world.want(ids.iter().map(|id| Key::Assignment(*id)))?;
    let mut keys = Vec::new();
    for id in ids {
        let assignment = t.world.assignment(id)?;
        keys.push(Key::Suggestion(assignment.suggestion_id));
        keys.push(Key::HandlingUnit(assignment.handling_unit_id));
    }
    t.world.want(keys)?;
    let mut lines = Vec::new();
    for id in ids {
        let assignment = t.world.assignment(id)?;
        let suggestion = t.world.suggestion(&assignment.suggestion_id)?;
        let unit = t.world.handling_unit(&assignment.handling_unit_id)?;
        let args = Args::new()
            .text("title", one_line(&suggestion.title, LINE_TITLE))
            .text("number", suggestion.number.as_str())
            .text("unit", unit.name.as_str())
            .text("due", t.day(assignment.due_on));
        lines.push(t.say_with("office-due-replies-line", &args));
    }
    Ok(lines)
}
