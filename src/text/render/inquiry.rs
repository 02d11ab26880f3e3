//! An inquiry of the office: to the deputy as it comes, as a reminder, as it stands; to the officers, that an answer came.
//! Also its lines in what is due. The words of question and answer are shown to the deputy alone; officers read them at
//! the desk.

use crate::domain::button::{Act, Button};
use crate::domain::ids::{DeputyId, InquiryId, OfficeId};
use crate::domain::inquiry::{Inquiry, InquiryPage, InquiryState, InquiryTap};
use crate::domain::refusal::Refusal;
use crate::domain::reminder::{Matter, days_left};
use crate::domain::rendered::Rendered;
use crate::domain::world::{Deciding, Key, ListKey, Stop};
use crate::text::Args;

use super::cut::{beginning, one_line};
use super::names::deputy_in_full;
use super::telling::{Telling, page};

/// UTF-16 units of an answer below its question.
const ANSWER: usize = 1_500;
/// Characters of a question on a line.
const LINE: usize = 24;
/// Inquiries in the list of what is due.
const LISTED: usize = 10;

fn args<'a>(t: &Telling<'a>, inquiry: &Inquiry) -> Deciding<Args<'a>> {
    t.world
        .want([Key::Deputy(inquiry.deputy_id), Key::Office(inquiry.office_id)])?;
    let deputy = t.world.deputy(&inquiry.deputy_id)?;
    let office = t.world.office(&inquiry.office_id)?;
    Ok(Args::new()
        .text("number", inquiry.number.to_string())
        .text("deputy", t.deputy_called(deputy))
        .text("name", deputy_in_full(deputy, t.words))
        .text("office", t.office_called(office))
        .text("due", t.day(inquiry.due_on))
        .number("left", days_left(inquiry.due_on, t.cx.now)))
}

fn tap(t: &Telling<'_>, key: &str, tap: InquiryTap, id: InquiryId) -> Button {
    t.button(key, Act::Inquiry(tap, id))
}

pub(super) fn inquiry(t: &Telling<'_>, id: InquiryId, which: InquiryPage) -> Deciding<Rendered> {
    let inquiry = t.world.inquiry(&id)?;
    match which {
        InquiryPage::Answered if inquiry.is_late(t.cx.now) => {
            return told_office(t, inquiry, "inquiry-answered-late");
        }
        InquiryPage::Answered => return told_office(t, inquiry, "inquiry-answered"),
        InquiryPage::AnswerAdded => return told_office(t, inquiry, "inquiry-answer-added"),
        _ => {}
    }
    if t.to.deputy_id != Some(inquiry.deputy_id) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let args = args(t, inquiry)?;
    let said = |key: &str| t.say_with(key, &args);
    let add = || vec![vec![tap(t, "button-inquiry-add", InquiryTap::Answer, id)]];
    Ok(match which {
        InquiryPage::Asked | InquiryPage::Due | InquiryPage::Shown => return stands(t, inquiry, which),
        InquiryPage::AskAnswer => page(
            vec![said(if inquiry.state == InquiryState::Answered {
                "inquiry-ask-more"
            } else {
                "inquiry-ask-answer"
            })],
            vec![],
        ),
        InquiryPage::Taken => page(
            vec![said(if inquiry.is_late(t.cx.now) {
                "inquiry-taken-late"
            } else {
                "inquiry-taken"
            })],
            add(),
        ),
        InquiryPage::Added => page(vec![said("inquiry-added")], add()),
        InquiryPage::Entered => page(vec![said("inquiry-entered")], add()),
        InquiryPage::Snoozed => {
            let row = t.world.find_reminder(&(Matter::Inquiry, id.0))?;
            let until = row.and_then(|row| row.snoozed_until_at).map(|at| t.day_at(at));
            let args = args.text("until", until.unwrap_or_default());
            page(
                vec![t.say_with("inquiry-snoozed", &args)],
                vec![vec![tap(t, "button-inquiry-answer", InquiryTap::Answer, id)]],
            )
        }
        InquiryPage::Withdrawn | InquiryPage::Answered | InquiryPage::AnswerAdded => {
            let args = args.text("why", inquiry.withdrawn_why.as_str());
            page(vec![t.say_with("inquiry-withdrawn", &args)], vec![])
        }
    })
}

/// The inquiry as it is now; a reminder of what was answered meanwhile says so.
fn stands(t: &Telling<'_>, inquiry: &Inquiry, which: InquiryPage) -> Deciding<Rendered> {
    let left = days_left(inquiry.due_on, t.cx.now);
    let args = args(t, inquiry)?
        .text("question", inquiry.question.as_str())
        .text("why", inquiry.withdrawn_why.as_str());
    let (head, until) = match inquiry.state {
        InquiryState::Withdrawn => {
            return Ok(page(vec![t.say_with("inquiry-withdrawn", &args)], vec![]));
        }
        InquiryState::Answered => ("inquiry-stands-answered", "inquiry-stands-answer"),
        InquiryState::Open => (
            match which {
                InquiryPage::Asked => "inquiry-asked",
                InquiryPage::Due => "inquiry-due",
                _ => "inquiry-shown",
            },
            match left {
                left if left < 0 => "inquiry-until-over",
                0 => "inquiry-until-today",
                _ => "inquiry-until",
            },
        ),
    };
    let args = args.text(
        "answer",
        beginning(&inquiry.answer, ANSWER, &t.say("inquiry-answer-goes-on")),
    );
    let mut lines = vec![
        t.say_with(head, &args),
        t.say_with("inquiry-question", &args),
        t.say_with(until, &args),
    ];
    if which == InquiryPage::Asked && inquiry.state == InquiryState::Open {
        lines.push(t.say("inquiry-how"));
    }
    let id = inquiry.id;
    let mut row = vec![tap(
        t,
        if inquiry.state == InquiryState::Open {
            "button-inquiry-answer"
        } else {
            "button-inquiry-add"
        },
        InquiryTap::Answer,
        id,
    )];
    if inquiry.state == InquiryState::Open && left > 0 {
        row.push(tap(t, "button-tomorrow", InquiryTap::Tomorrow, id));
    }
    Ok(page(lines, vec![row]))
}

fn told_office(t: &Telling<'_>, inquiry: &Inquiry, key: &str) -> Deciding<Rendered> {
    t.world.want(
        [
            Some(Key::Deputy(inquiry.deputy_id)),
            t.to.officer_id.map(Key::Officer),
        ]
        .into_iter()
        .flatten(),
    )?;
    match t.officer()? {
        Some(officer) if officer.office_id == inquiry.office_id => {}
        _ => return Err(Stop::Refused(Refusal::NotYours)),
    }
    let url = format!("{}/inquiries/{}", t.desk_url(), inquiry.id);
    Ok(page(
        vec![t.say_with(key, &args(t, inquiry)?.text("url", url))],
        vec![],
    ))
}

/// The rows behind [`in_due_list`], to be asked for along with others.
pub(super) fn listed_keys(t: &Telling<'_>, deputy: DeputyId) -> Deciding<Vec<Key>> {
    let list = t.world.list(&ListKey::OpenInquiries(deputy))?;
    Ok(list
        .ids
        .iter()
        .take(LISTED)
        .map(|id| Key::Inquiry(InquiryId(*id)))
        .collect())
}

/// What an office asked and the deputy has not answered: lines with buttons for the list of what is due.
pub(super) fn in_due_list(t: &Telling<'_>, deputy: DeputyId) -> Deciding<Vec<(String, Vec<Button>)>> {
    let list = t.world.list(&ListKey::OpenInquiries(deputy))?;
    let ids: Vec<InquiryId> = list.ids.iter().take(LISTED).map(|id| InquiryId(*id)).collect();
    t.world.want(ids.iter().map(|id| Key::Inquiry(*id)))?;
    let mut lines = Vec::new();
    for id in ids {
        let inquiry = t.world.inquiry(&id)?;
        // The list is as old as the batch that loaded it.
        if inquiry.state != InquiryState::Open {
            continue;
        }
        let key = match days_left(inquiry.due_on, t.cx.now) {
            left if left < 0 => "inquiry-line-over",
            0 => "inquiry-line-today",
            _ => "inquiry-line",
        };
        let args = Args::new()
            .text("number", inquiry.number.to_string())
            .text("due", t.day(inquiry.due_on))
            .text("question", one_line(&inquiry.question, LINE));
        let button = Button {
            label: t.say_with("button-inquiry-line", &args),
            act: Act::Inquiry(InquiryTap::Show, id),
        };
        lines.push((t.say_with(key, &args), vec![button]));
    }
    Ok(lines)
}

/// The line of an officer's morning: inquiries that are over or end by a day.
pub(super) fn for_office(t: &Telling<'_>, office: Option<OfficeId>, until: &str) -> Deciding<Option<String>> {
    let list = t.world.list(&due_list(office, until))?;
    Ok(
        (list.total > 0)
            .then(|| t.say_with("office-due-inquiries", &Args::new().number("count", list.total))),
    )
}

/// The list behind that line.
pub(super) fn due_list(office: Option<OfficeId>, until: &str) -> ListKey {
    ListKey::DueInquiries {
        office,
        until: until.to_owned(),
    }
}
