//! What a constituent is told of a case: where it stands, what was marked, who reads it now.

use chrono::NaiveDate;

use crate::domain::access::CaseRole;
use crate::domain::button::{Act, Button};
use crate::domain::case::{Case, CaseState, Reader};
use crate::domain::ids::CaseId;
use crate::domain::people::DeputyStatus;
use crate::domain::rendered::Rendered;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey};
use crate::text::{Args, Words};

use super::cut::sentence;
use super::letters::whole_or_part;
use super::said::{Speakers, correspondent_key};
use super::telling::{Telling, numbered, page, reader_key};

/// The state as people read it: 已收到, 已送到代表, 代表已答复 …
pub fn state_word(state: CaseState, words: &Words) -> String {
    words.say(&format!("state-{}", state.tag().replace('_', "-")))
}

/// The state of a case; an office that reads is not called a deputy.
pub(super) fn state_of(case: &Case, words: &Words) -> String {
    state_with(case.reader, case.state, words)
}

/// A state that the reader gave a case.
pub(super) fn state_with(reader: Reader, state: CaseState, words: &Words) -> String {
    match (reader, state) {
        (Reader::Office(_), CaseState::Answered) => words.say("state-answered-office"),
        _ => state_word(state, words),
    }
}

/// What happened so far, by day, and what comes next.
fn course(t: &Telling<'_>, case: &Case) -> Deciding<Vec<String>> {
    let reader = t.reader_called(case.reader)?;
    let args = |day: NaiveDate| {
        Args::new()
            .text("date", t.day(day))
            .text("reader", reader.clone())
    };
    let mut events = vec![(case.opened_at, "progress-opened")];
    events.extend(case.answered_at.map(|at| (at, "progress-answered")));
    events.extend(case.raised_at.map(|at| (at, "progress-raised")));
    events.extend(case.passed_on_at.map(|at| (at, "progress-passed-on")));
    events.extend(case.ended_at.map(|at| (at, "progress-ended")));
    events.sort_by_key(|(at, _)| *at);
    let mut lines = Vec::new();
    for (at, key) in events {
        let to = case.passed_on_to.as_deref().filter(|to| !to.is_empty());
        lines.push(match (key, to) {
            ("progress-passed-on", Some(to)) => t.say_with(
                "progress-passed-on-to",
                &Args::new().text("date", t.day(day_of(at))).text("to", to),
            ),
            _ => t.say_with(key, &args(day_of(at))),
        });
    }
    let next = match (case.state, case.reader) {
        (CaseState::Ended, _) => "progress-next-ended",
        (CaseState::Received | CaseState::Delivered, Reader::Deputy(_)) => "progress-next-deputy",
        (CaseState::Received | CaseState::Delivered, Reader::Office(_)) => "progress-next-office",
        _ => "progress-next",
    };
    lines.push(t.say_with(next, &Args::new().text("reader", reader)));
    Ok(lines)
}

/// What the writer can do next.
fn next_acts(t: &Telling<'_>, case: &Case, contacts: i64) -> Vec<Vec<Button>> {
    if !case.state.is_open() {
        return vec![vec![t.button("button-reopen", Act::Reopen(case.id))]];
    }
    vec![
        vec![
            t.button("button-more", Act::More(case.id)),
            if contacts > 0 {
                t.button("button-remove-contact", Act::RemoveContact(case.id))
            } else {
                t.button("button-leave-contact", Act::LeaveContact(case.id))
            },
        ],
        vec![t.button("button-end", Act::End(case.id))],
    ]
}

/// Where a case stands, and all that was said in it: so the writer can see everything at any time.
fn whole(t: &Telling<'_>, id: CaseId, head: &str, at: i64) -> Deciding<Rendered> {
    let lists = [ListKey::Messages(id), ListKey::CallBacks(id)].map(Key::List);
    let (case, role) = t.readable(id, lists)?;
    let also = [Some(reader_key(case.reader)), correspondent_key(case)];
    let messages = t.messages(id, also.into_iter().flatten())?;
    let args = numbered(case).text("state", state_of(case, t.words));
    let mut lines = vec![t.say_with(head, &args)];
    lines.extend(course(t, case)?);
    let speakers = Speakers::of(t, case, role)?;
    let left = t.world.list(&ListKey::CallBacks(id))?.total;
    let part = whole_or_part(t, case, &mut lines, &messages, &speakers, at)?;
    let mut buttons = match role {
        CaseRole::Writer => next_acts(t, case, left),
        _ => vec![vec![t.button("button-show-letter", Act::ShowLetter(id))]],
    };
    buttons.insert(0, part.buttons(t, |page| Act::ProgressPage(id, page)));
    Ok(page(lines, buttons))
}

pub(super) fn state(t: &Telling<'_>, id: CaseId, at: i64) -> Deciding<Rendered> {
    whole(t, id, "progress", at)
}

/// A case opened by number and lookup code, perhaps on another telephone.
pub(super) fn opened(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    whole(t, id, "case-opened", 0)
}

/// To the telephone that had the letter before. It is no longer its to read, so the number is all that is told.
pub(super) fn opened_elsewhere(t: &Telling<'_>, number: i64) -> Rendered {
    let args = || Args::new().text("number", number.to_string());
    let not_you = match t.phone(None) {
        Some(phone) => t.say_with("opened-elsewhere-phone", &args().text("phone", phone)),
        None => t.say_with("opened-elsewhere-not-you", &args()),
    };
    page(
        vec![t.say_with("opened-elsewhere", &args()), not_you],
        vec![vec![t.button("button-look-up", Act::LookUp)]],
    )
}

pub(super) fn my_cases(t: &Telling<'_>, at: i64) -> Deciding<Rendered> {
    let list = t.world.list(&ListKey::CasesOf {
        account: t.to.id,
        page: at,
    })?;
    if list.ids.is_empty() {
        return Ok(page(
            vec![t.say("my-cases-none")],
            vec![
                vec![
                    t.button("button-find", Act::Find),
                    t.button("button-look-up", Act::LookUp),
                ],
                vec![t.button("button-home", Act::Home)],
            ],
        ));
    }
    let ids: Vec<CaseId> = list.ids.iter().map(|id| CaseId(*id)).collect();
    let titles = t.titles(&ids)?;
    let mut readers = Vec::new();
    for id in &ids {
        readers.push(reader_key(t.world.case(id)?.reader));
    }
    t.world.want(readers)?;
    let mut lines = vec![t.say_with("my-cases", &Args::new().number("count", list.total))];
    let mut buttons = Vec::new();
    for (id, title) in ids.iter().zip(titles) {
        let case = t.world.case(id)?;
        if case.account_id != Some(t.to.id) {
            continue;
        }
        let args = numbered(case)
            .text("title", title.clone())
            .text("reader", t.reader_called(case.reader)?)
            .text("state", state_of(case, t.words))
            .text("date", t.day_at(case.opened_at));
        lines.push(t.say_with("my-cases-line", &args));
        buttons.push(vec![Button {
            label: t.say_with("button-case", &numbered(case).text("title", title)),
            act: Act::Progress(*id),
        }]);
    }
    buttons.push(t.paging(at, list.total, Act::MyCases));
    buttons.push(vec![
        t.button("button-look-up", Act::LookUp),
        t.button("button-home", Act::Home),
    ]);
    Ok(page(lines, buttons))
}

/// A state that the constituent is told, with what it means.
pub(super) fn told(t: &Telling<'_>, id: CaseId, state: CaseState) -> Deciding<Rendered> {
    let (case, _) = t.readable(id, [])?;
    let reader = t.reader_called(case.reader)?;
    let args = || numbered(case).text("reader", reader.clone());
    let progress = vec![
        t.button("button-more", Act::More(id)),
        t.button("button-progress", Act::Progress(id)),
    ];
    let to = case.passed_on_to.as_deref().filter(|to| !to.is_empty());
    let (mut lines, row) = match (state, to) {
        (CaseState::Raised, _) => (
            vec![t.say_with("told-raised", &args()), t.say("told-raised-means")],
            progress,
        ),
        (CaseState::PassedOn, Some(to)) => (
            vec![
                t.say_with("told-passed-on-to", &args().text("to", to)),
                t.say("told-passed-on-means"),
            ],
            progress,
        ),
        (CaseState::PassedOn, None) => (
            vec![
                t.say_with("told-passed-on", &args()),
                t.say("told-passed-on-means"),
            ],
            progress,
        ),
        (CaseState::Ended, _) => {
            let months = Args::new().number("months", t.cx.rules.retention_months.into());
            (
                vec![
                    t.say_with("told-ended", &args()),
                    t.say_with("told-ended-kept", &months),
                ],
                vec![t.button("button-reopen", Act::Reopen(id))],
            )
        }
        (CaseState::Received | CaseState::Delivered | CaseState::Answered, _) => {
            let state = state_with(case.reader, state, t.words);
            (
                vec![t.say_with("progress", &numbered(case).text("state", state))],
                progress,
            )
        }
    };
    if let Some(first) = lines.first_mut() {
        *first = sentence(first);
    }
    Ok(page(lines, vec![row]))
}

/// Who reads now. Said when a deputy got the case from the office, and before the office gets it in the place of a deputy
/// who may no longer read; the ground is not told.
pub(super) fn reader_changed(t: &Telling<'_>, id: CaseId) -> Deciding<Rendered> {
    let (case, _) = t.readable(id, [])?;
    t.world.want([reader_key(case.reader)])?;
    let leaving = match case.reader {
        Reader::Deputy(deputy) => t
            .world
            .find_deputy(&deputy)?
            .filter(|deputy| deputy.status != DeputyStatus::InOffice),
        Reader::Office(_) => None,
    };
    let mut lines = Vec::new();
    match (leaving, case.reader) {
        (Some(deputy), _) => {
            let office = Reader::Office(deputy.office_id);
            let args = numbered(case)
                .text("deputy", t.deputy_called(deputy))
                .text("office", t.reader_called(office)?);
            lines.push(t.say_with("reader-office-instead", &args));
        }
        (None, Reader::Deputy(_)) => {
            let args = numbered(case).text("deputy", t.reader_called(case.reader)?);
            lines.push(t.say_with("reader-deputy-now", &args));
        }
        (None, Reader::Office(_)) => {
            let args = numbered(case).text("office", t.reader_called(case.reader)?);
            lines.push(t.say_with("reader-office-now", &args));
        }
    }
    lines.push(t.say("reader-end-instead"));
    Ok(page(
        lines,
        vec![vec![
            t.button("button-progress", Act::Progress(id)),
            t.button("button-end", Act::End(id)),
        ]],
    ))
}
