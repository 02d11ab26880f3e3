//! The deputy's inbox: letters by where they stand, one letter in whole, and what waits.

use crate::domain::access::CaseRole;
use crate::domain::button::{Act, Button};
use crate::domain::case::{Case, Reader};
use crate::domain::ids::CaseId;
use crate::domain::message::Message;
use crate::domain::rendered::{Rendered, TEXT_UNITS};
use crate::domain::world::{Deciding, Key, LetterFilter, ListKey};
use crate::text::Args;

use super::cut::units;
use super::door;
use super::progress::state_of;
use super::said::{Speakers, correspondent_key};
use super::telling::{Telling, numbered, page, reader_key};

/// Letters that the list of what waits names by title; the rest is behind the button.
const SHOWN_IN_TODO: usize = 3;

fn filter_keys(filter: LetterFilter) -> (&'static str, &'static str, &'static str) {
    match filter {
        LetterFilter::Open => ("letters-open", "letters-open-none", "button-letters-open"),
        LetterFilter::Answered => (
            "letters-answered",
            "letters-answered-none",
            "button-letters-answered",
        ),
        LetterFilter::Ended => ("letters-ended", "letters-ended-none", "button-letters-ended"),
    }
}

fn list_of(reader: Reader, filter: LetterFilter, page: i64) -> ListKey {
    ListKey::Letters { reader, filter, page }
}

pub(super) fn letters(t: &Telling<'_>, filter: LetterFilter, at: i64) -> Deciding<Rendered> {
    let reader = t.own_reader()?;
    let list = t.world.list(&list_of(reader, filter, at))?;
    let ids: Vec<CaseId> = list.ids.iter().map(|id| CaseId(*id)).collect();
    let titles = t.titles(&ids)?;
    let (head, none, _) = filter_keys(filter);
    let mut lines = vec![if ids.is_empty() {
        t.say(none)
    } else {
        t.say_with(head, &Args::new().number("count", list.total))
    }];
    lines.splice(0..0, door::out_of_office(t)?);
    let mut buttons = Vec::new();
    for (id, title) in ids.iter().zip(titles) {
        let case = t.world.case(id)?;
        if case.reader == reader {
            lines.push(line(t, case, &title));
            buttons.push(vec![entry(t, case, &title)]);
        }
    }
    buttons.push(t.paging(at, list.total, |page| Act::Letters(filter, page)));
    let others = [LetterFilter::Open, LetterFilter::Answered, LetterFilter::Ended]
        .into_iter()
        .filter(|it| *it != filter)
        .map(|it| t.button(filter_keys(it).2, Act::Letters(it, 0)))
        .collect();
    buttons.push(others);
    Ok(page(lines, buttons))
}

fn line(t: &Telling<'_>, case: &Case, title: &str) -> String {
    let args = numbered(case)
        .text("title", title.to_owned())
        .text("date", t.day_at(case.spoken_at))
        .text("state", state_of(case, t.words));
    t.say_with("letters-line", &args)
}

fn entry(t: &Telling<'_>, case: &Case, title: &str) -> Button {
    Button {
        label: t.say_with("button-case", &numbered(case).text("title", title.to_owned())),
        act: Act::ShowLetter(case.id),
    }
}

/// One letter with all that both sides said, newest last; a long one in parts.
pub(super) fn letter(t: &Telling<'_>, id: CaseId, at: i64) -> Deciding<Rendered> {
    let (case, role) = t.readable(id, [Key::List(ListKey::Messages(id))])?;
    let also = [Some(reader_key(case.reader)), correspondent_key(case)];
    let messages = t.messages(id, also.into_iter().flatten())?;
    let speakers = Speakers::of(t, case, role)?;
    let state = state_of(case, t.words);
    let args = numbered(case)
        .text("state", state)
        .text("date", t.day_at(case.opened_at));
    let mut lines = vec![t.say_with("letter", &args)];
    lines.push(if role == CaseRole::Writer {
        let reader = t.reader_called(case.reader)?;
        t.say_with("letter-to", &Args::new().text("reader", reader))
    } else {
        t.say_with("card-from", &Args::new().text("name", t.constituent(case)?))
    });
    if let (Some(_), Some(to)) = (case.passed_on_at, &case.passed_on_to)
        && !to.is_empty()
    {
        lines.push(t.say_with("letter-passed-on", &Args::new().text("to", to.as_str())));
    }
    let turn = whole_or_part(t, case, &mut lines, &messages, &speakers, at)?;
    let turned = turn.buttons(t, |page| match role {
        CaseRole::Writer => Act::ProgressPage(id, page),
        _ => Act::LetterPage(id, page),
    });
    let mut buttons = acts(t, case, role);
    buttons.insert(0, turned);
    Ok(page(lines, buttons))
}

/// Which part of a conversation is shown, counted from the newest, and how many there are.
pub(super) struct Part {
    at: usize,
    count: usize,
}

impl Part {
    /// 【看前面的】 and 【看后面的】, where there is more.
    pub(super) fn buttons(&self, t: &Telling<'_>, act: impl Fn(i64) -> Act) -> Vec<Button> {
        let to = |at: usize| i64::try_from(at).unwrap_or(0);
        let mut row = Vec::new();
        if self.at + 1 < self.count {
            row.push(t.button("button-part-before", act(to(self.at + 1))));
        }
        if self.at > 0 {
            row.push(t.button("button-part-after", act(to(self.at - 1))));
        }
        row
    }
}

/// Adds what was said to the lines above it, as far as one message holds it.
pub(super) fn whole_or_part(
    t: &Telling<'_>,
    case: &Case,
    lines: &mut Vec<String>,
    messages: &[&Message],
    speakers: &Speakers,
    at: i64,
) -> Deciding<Part> {
    if case.erased_at.is_some() {
        lines.push(t.say("letter-erased"));
        return Ok(Part { at: 0, count: 1 });
    }
    let longest_note = t.say_with(
        "letter-part",
        &Args::new().number("part", 100).number("count", 100),
    );
    let used: usize = lines
        .iter()
        .chain([&longest_note])
        .map(|line| units(line) + 1)
        .sum();
    let room = TEXT_UNITS.saturating_sub(used + 1);
    let parts = t.conversation(messages, speakers, room)?;
    let count = parts.len();
    let at = usize::try_from(at).unwrap_or(0).min(count.saturating_sub(1));
    if count > 1 {
        let number = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        let args = Args::new()
            .number("part", number(count - at))
            .number("count", number(count));
        lines.push(t.say_with("letter-part", &args));
    }
    let said = parts.get(at).map(String::as_str).unwrap_or_default();
    lines.push(format!("\n{said}"));
    Ok(Part { at, count })
}

fn acts(t: &Telling<'_>, case: &Case, role: CaseRole) -> Vec<Vec<Button>> {
    let id = case.id;
    let open = case.state.is_open();
    if role == CaseRole::Writer {
        let first = if open {
            t.button("button-more", Act::More(id))
        } else {
            t.button("button-reopen", Act::Reopen(id))
        };
        return vec![vec![first, t.button("button-progress", Act::Progress(id))]];
    }
    // An office has its list at the desk.
    let back = match role {
        CaseRole::Deputy => vec![t.button("button-back-to-letters", Act::Letters(LetterFilter::Open, 0))],
        _ => vec![],
    };
    if !open {
        // What a letter told may be raised after it was answered and ended.
        let draft = match role {
            CaseRole::Deputy => vec![t.button("button-draft-from", Act::DraftFrom(id))],
            _ => vec![],
        };
        return vec![draft, back];
    }
    let mut answer = Vec::new();
    if case.account_id.is_some() {
        answer.push(t.button("button-answer", Act::Answer(id)));
    }
    answer.push(t.button("button-raise", Act::Raise(id)));
    vec![
        answer,
        vec![
            t.button("button-pass-on", Act::PassOn(id)),
            t.button("button-end", Act::End(id)),
        ],
        match role {
            CaseRole::Deputy => vec![t.button("button-draft-from", Act::DraftFrom(id))],
            _ => vec![],
        },
        back,
    ]
}

/// What waits: letters without an answer, letters not yet ended, drafts of records.
pub(super) fn todo(t: &Telling<'_>) -> Deciding<Rendered> {
    let reader = t.own_reader()?;
    let open = list_of(reader, LetterFilter::Open, 0);
    let answered = list_of(reader, LetterFilter::Answered, 0);
    let drafts = reader.deputy().map(|deputy| ListKey::Records {
        deputy,
        state: "draft".to_owned(),
        on: String::new(),
        page: 0,
    });
    let replies = reader.deputy().map(ListKey::OpenAssignments);
    let feedback = reader.deputy().map(ListKey::AwaitedFeedback);
    let inquiries = reader.deputy().map(ListKey::OpenInquiries);
    let lists = [
        Some(&open),
        Some(&answered),
        drafts.as_ref(),
        replies.as_ref(),
        feedback.as_ref(),
        inquiries.as_ref(),
    ];
    t.world
        .want(lists.into_iter().flatten().map(|key| Key::List(key.clone())))?;
    let (open, answered) = (t.world.list(&open)?, t.world.list(&answered)?.total);
    let drafts = match &drafts {
        Some(key) => t.world.list(key)?.total,
        None => 0,
    };
    let total = |key: &Option<ListKey>| match key {
        Some(key) => Ok(t.world.list(key)?.total),
        None => Deciding::Ok(0),
    };
    let replies = total(&replies)?;
    let ids: Vec<CaseId> = open
        .ids
        .iter()
        .take(SHOWN_IN_TODO)
        .map(|id| CaseId(*id))
        .collect();
    if let Some(deputy) = reader.deputy() {
        let rows = super::inquiry::listed_keys(t, deputy)?;
        let cases = ids
            .iter()
            .flat_map(|id| [Key::Case(*id), Key::List(ListKey::Messages(*id))]);
        t.world.want(rows.into_iter().chain(cases))?;
    }
    let titles = t.titles(&ids)?;
    let count = |count: i64| Args::new().number("count", count);
    let mut lines = Vec::new();
    let mut buttons = Vec::new();
    if open.total > 0 {
        lines.push(t.say_with("todo-letters", &count(open.total)));
    }
    for (id, title) in ids.iter().zip(titles) {
        let case = t.world.case(id)?;
        if case.reader == reader {
            buttons.push(vec![entry(t, case, &title)]);
        }
    }
    let mut row = Vec::new();
    if open.total > 0 {
        row.push(t.button("button-show-letters", Act::Letters(LetterFilter::Open, 0)));
    }
    if answered > 0 {
        lines.push(t.say_with("todo-answered", &count(answered)));
        row.push(t.button("button-letters-answered", Act::Letters(LetterFilter::Answered, 0)));
    }
    buttons.push(row);
    if drafts > 0 {
        lines.push(t.say_with("todo-drafts", &count(drafts)));
        buttons.push(vec![t.button("button-drafts", Act::Records(0, true))]);
    }
    if let Some(line) = super::due::in_todo(t)? {
        lines.insert(0, line);
        buttons.insert(0, vec![t.button("button-due", Act::Due(0))]);
    }
    if let Some(deputy) = reader.deputy() {
        for (line, row) in super::inquiry::in_due_list(t, deputy)? {
            lines.insert(0, line);
            buttons.insert(0, row);
        }
    }
    if replies > 0 {
        lines.push(t.say_with("todo-replies", &count(replies)));
    }
    if replies > 0 {
        buttons.push(vec![t.button("button-suggestions", Act::Suggestions(0))]);
    }
    lines.insert(0, t.say(if lines.is_empty() { "todo-none" } else { "todo" }));
    lines.splice(0..0, door::out_of_office(t)?);
    Ok(page(lines, buttons))
}
