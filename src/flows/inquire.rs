//! Inquiring (A4.2): an office asks a deputy and sets the last day, the deputy answers in the chat, or an officer takes down
//! what came on paper; then it is kept.
//!
//! Called by the chat and by the commands of desk and command line. **Invariants:** the first answer ends the reminders and
//! says whether it was in time; what is added later never changes that; the words of an answer are never replaced.

use chrono::NaiveDate;

use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::case::text::kept;
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, DeputyId, InquiryId};
use crate::domain::inquiry::{
    Inquiry, InquiryCommand, InquiryPage, InquiryState, InquiryWay, LONGEST_ANSWER, LONGEST_QUESTION,
    check_day,
};
use crate::domain::keeping::Counter;
use crate::domain::message_kind::MessageKind;
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::table::rules_in_force;
use crate::domain::reminder::{Matter, Reminder, Snooze};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::apply_command::{Giver, check_deputy, check_office};
use super::audit_act::audit;
use super::bind_account::tell_officers;
use super::owe::owe;
use super::remind::plan_inquiry;

/// Counts the inquiries, and so numbers them.
const NUMBERS: &str = "inquiries";

fn refuse<T>(refusal: Refusal) -> Deciding<T> {
    Err(Stop::Refused(refusal))
}

/// Decides a command of an officer.
pub fn apply(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    command: &InquiryCommand,
) -> Deciding<Answer> {
    let by = giver.account();
    match command {
        InquiryCommand::Ask {
            deputy,
            question,
            due_on,
        } => {
            check_deputy(world, giver, *deputy)?;
            Ok(Answer::Inquiry(ask(world, cx, by, *deputy, question, *due_on)?))
        }
        InquiryCommand::Enter { inquiry, answer, on } => {
            check_office(world, giver, world.inquiry(inquiry)?.office_id)?;
            enter(world, cx, by, *inquiry, answer, *on)?;
            Ok(Answer::Done)
        }
        InquiryCommand::Withdraw { inquiry, why } => {
            check_office(world, giver, world.inquiry(inquiry)?.office_id)?;
            withdraw(world, cx, by, *inquiry, why)?;
            Ok(Answer::Done)
        }
    }
}

fn words(text: &str, longest: usize) -> Deciding<String> {
    let text = kept(text.trim());
    if text.is_empty() {
        refuse(Refusal::Empty)
    } else if text.chars().count() > longest {
        refuse(Refusal::TooLong)
    } else {
        Ok(text)
    }
}

fn ask(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    deputy: DeputyId,
    question: &str,
    due_on: NaiveDate,
) -> Deciding<InquiryId> {
    let question = words(question, LONGEST_QUESTION)?;
    check_day(due_on, cx.now)?;
    let name = NUMBERS.to_owned();
    world.want([Key::Counter(name.clone()), Key::Deputy(deputy)])?;
    let row = world.deputy(&deputy)?;
    if row.status != DeputyStatus::InOffice || row.gone_at.is_some() {
        return refuse(Refusal::NotInOffice);
    }
    let office_id = row.office_id;
    let number = world.find_counter(&name)?.map_or(0, |counter| counter.value) + 1;
    let mut inquiry = Inquiry {
        id: cx.ids.next(),
        number,
        deputy_id: deputy,
        office_id,
        state: InquiryState::Open,
        question,
        asked_by: by,
        asked_at: cx.now,
        due_on,
        answer: String::new(),
        answered_way: None,
        answered_on: None,
        answered_by: None,
        withdrawn_at: None,
        withdrawn_why: String::new(),
        next_step_at: None,
    };
    let id = inquiry.id;
    world.put_reminder(Reminder::new(Matter::Inquiry, id.0));
    plan_inquiry(world, cx, &mut inquiry)?;
    audit(world, cx, by, "inquiry.asked", format!("inquiry {id}"))?;
    world.put_counter(Counter { name, value: number });
    world.put_inquiry(inquiry);
    Ok(id)
}

/// An inquiry of the deputy's own.
pub fn own(world: &World, deputy: DeputyId, id: InquiryId) -> Deciding<Inquiry> {
    let inquiry = world.inquiry(&id)?;
    if inquiry.deputy_id == deputy {
        Ok(inquiry.clone())
    } else {
        refuse(Refusal::NotYours)
    }
}

/// Adds words to the answer; the first ones end the inquiry.
fn add(
    world: &mut World,
    cx: &Context<'_>,
    mut inquiry: Inquiry,
    text: &str,
    way: InquiryWay,
    by: Option<AccountId>,
    on: NaiveDate,
) -> Deciding<()> {
    if inquiry.state == InquiryState::Withdrawn {
        return refuse(Refusal::InquiryNotOpen);
    }
    let text = words(text, LONGEST_ANSWER)?;
    if inquiry.state == InquiryState::Open {
        inquiry.answer = text;
        inquiry.state = InquiryState::Answered;
        inquiry.answered_way = Some(way);
        inquiry.answered_on = Some(on);
        inquiry.answered_by = by;
        plan_inquiry(world, cx, &mut inquiry)?;
    } else {
        inquiry.answer = words(&format!("{}\n\n（{on}）{text}", inquiry.answer), LONGEST_ANSWER)?;
    }
    audit(
        world,
        cx,
        by,
        "inquiry.answered",
        format!("inquiry {}", inquiry.id),
    )?;
    world.put_inquiry(inquiry);
    Ok(())
}

/// The deputy answers, or adds to the answer.
pub fn answer(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    id: InquiryId,
    text: &str,
) -> Deciding<()> {
    let inquiry = own(world, deputy, id)?;
    let office = inquiry.office_id;
    let (taken, told) = if inquiry.state == InquiryState::Open {
        (InquiryPage::Taken, InquiryPage::Answered)
    } else {
        (InquiryPage::Added, InquiryPage::AnswerAdded)
    };
    add(
        world,
        cx,
        inquiry,
        text,
        InquiryWay::Chat,
        Some(account.id),
        day_of(cx.now),
    )?;
    let said = |page| MessageKind::Inquiry { inquiry: id, page };
    owe(account, said(taken), cx).put(world, cx);
    tell_officers(world, cx, office, &said(told))
}

/// An officer takes down an answer that came on paper or by word of mouth.
fn enter(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: InquiryId,
    text: &str,
    on: Option<NaiveDate>,
) -> Deciding<()> {
    let inquiry = world.inquiry(&id)?.clone();
    let on = on.unwrap_or(day_of(cx.now));
    if on > day_of(cx.now) || on < day_of(inquiry.asked_at) {
        return refuse(Refusal::InquiryAnswerDay);
    }
    let deputy = inquiry.deputy_id;
    add(world, cx, inquiry, text, InquiryWay::Entered, by, on)?;
    tell_deputy(world, cx, deputy, id, InquiryPage::Entered)
}

/// The office no longer asks.
fn withdraw(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    id: InquiryId,
    why: &str,
) -> Deciding<()> {
    let mut inquiry = world.inquiry(&id)?.clone();
    if inquiry.state != InquiryState::Open {
        return refuse(Refusal::InquiryNotOpen);
    }
    let why = words(why, LONGEST_QUESTION).or(refuse(Refusal::ReasonMissing))?;
    inquiry.state = InquiryState::Withdrawn;
    inquiry.withdrawn_at = Some(cx.now);
    inquiry.withdrawn_why = why;
    plan_inquiry(world, cx, &mut inquiry)?;
    let deputy = inquiry.deputy_id;
    audit(world, cx, by, "inquiry.withdrawn", format!("inquiry {id}"))?;
    world.put_inquiry(inquiry);
    tell_deputy(world, cx, deputy, id, InquiryPage::Withdrawn)
}

fn tell_deputy(
    world: &mut World,
    cx: &Context<'_>,
    deputy: DeputyId,
    inquiry: InquiryId,
    page: InquiryPage,
) -> Deciding<()> {
    if let Some(account) = world.deputy(&deputy)?.account_id {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::Inquiry { inquiry, page }, cx)
            .due(cx.rules.quiet.after_quiet(cx.now))
            .put(world, cx);
    }
    Ok(())
}

/// 明天再提醒, never past the last day.
pub fn snooze(world: &mut World, cx: &Context<'_>, mut inquiry: Inquiry) -> Deciding<()> {
    if inquiry.state != InquiryState::Open {
        return refuse(Refusal::InquiryNotOpen);
    }
    let subject = (Matter::Inquiry, inquiry.id.0);
    let reminder = world
        .find_reminder(&subject)?
        .cloned()
        .unwrap_or_else(|| Reminder::new(subject.0, subject.1))
        .snoozed(
            Snooze::Tomorrow,
            &inquiry.dates(),
            cx.now,
            rules_in_force(world, cx.rules)?.quiet,
        )
        .ok_or(Stop::Refused(Refusal::LastDay))?;
    world.put_reminder(reminder);
    plan_inquiry(world, cx, &mut inquiry)?;
    world.put_inquiry(inquiry);
    Ok(())
}
