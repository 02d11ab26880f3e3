//! Reminding: what is due now is said, once for each step and audience, in as few messages as can be.
//!
//! The job hands in matters whose `next_step_at` is past, as many of one deputy as there are; `chat` puts a reminder off.
//! **Invariants:** a step is claimed with a unique key in the transaction that owes its message, so neither a kill nor a
//! second gateway says it twice; of steps that were missed only the newest is said; a deputy gets at most so many unasked
//! messages a day, in which everything due stands, and a last day alone besides; whoever is suspended, paused, silenced or
//! gone gets none, and the office sees the matter instead.

use std::collections::BTreeMap;

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::{AssignmentId, DeputyId, InquiryId, OfficeId, OutboxId, ReplyId};
use crate::domain::inquiry::{Inquiry, InquiryPage, InquiryState};
use crate::domain::message_kind::{FeedbackPage, MessageKind};
use crate::domain::outbox::Lane;
use crate::domain::refusal::Refusal;
use crate::domain::reminder::table::{IN_FORCE, rules_in_force};
use crate::domain::reminder::{
    Anchor, Audience, ClaimedStep, Dates, InForce, Matter, Planned, Reminder, Snooze, Unasked, is_last_day,
    morning_of, step_key,
};
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::reply::{Reply, ReplyState};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::owe::owe;
use super::remind_whom::People;

/// A matter that may be due.
pub type Subject = (Matter, i64);

/// The days of a reply's feedback; none: no clock runs.
pub fn dates_of_reply(reply: &Reply) -> Option<Dates> {
    Some(Dates {
        began_at: reply.recorded_at,
        nominal_on: reply.nominal_on?,
        due_on: reply.due_on?,
    })
}

/// The days of a handling unit's reply.
pub fn dates_of_assignment(assignment: &Assignment) -> Dates {
    Dates {
        began_at: assignment.created_at,
        nominal_on: assignment.nominal_on,
        due_on: assignment.due_on,
    }
}

fn reminder_of(world: &World, subject: Subject) -> Deciding<Reminder> {
    Ok(world
        .find_reminder(&subject)?
        .cloned()
        .unwrap_or_else(|| Reminder::new(subject.0, subject.1)))
}

/// Sets when a reply is to be looked at next. Called whenever its state or its days change; the caller puts the row.
pub fn plan_reply(world: &mut World, cx: &Context<'_>, reply: &mut Reply) -> Deciding<()> {
    let subject = (Matter::Feedback, reply.id.0);
    let by = rules_in_force(world, cx.rules)?;
    reply.next_step_at = match (reply.state, dates_of_reply(reply)) {
        (ReplyState::Awaiting, Some(dates)) => {
            let reminder = reminder_of(world, subject)?.moved(&dates, by.quiet);
            let next = reminder.next_at(&dates, cx.now, &by);
            if world
                .find_reminder(&subject)?
                .is_some_and(|known| *known != reminder)
            {
                world.put_reminder(reminder);
            }
            next
        }
        _ => None,
    };
    Ok(())
}

/// Sets when an assignment is to be looked at next; the caller puts the row.
pub fn plan_assignment(world: &World, cx: &Context<'_>, assignment: &mut Assignment) -> Deciding<()> {
    let dates = dates_of_assignment(assignment);
    assignment.next_step_at = if assignment.state == AssignmentState::Open {
        let by = rules_in_force(world, cx.rules)?;
        reminder_of(world, (Matter::Reply, assignment.id.0))?.next_at(&dates, cx.now, &by)
    } else {
        None
    };
    Ok(())
}

/// Sets when an inquiry is to be looked at next; the caller puts the row.
pub fn plan_inquiry(world: &World, cx: &Context<'_>, inquiry: &mut Inquiry) -> Deciding<()> {
    inquiry.next_step_at = if inquiry.state == InquiryState::Open {
        let by = rules_in_force(world, cx.rules)?;
        reminder_of(world, (Matter::Inquiry, inquiry.id.0))?.next_at(&inquiry.dates(), cx.now, &by)
    } else {
        None
    };
    Ok(())
}

/// Puts a reminder off; refused on the last day and after it.
pub fn snooze(world: &mut World, cx: &Context<'_>, mut reply: Reply, snooze: Snooze) -> Deciding<()> {
    let dates = dates_of_reply(&reply).ok_or(Stop::Refused(Refusal::ReplyIsOral))?;
    let reminder = reminder_of(world, (Matter::Feedback, reply.id.0))?;
    let reminder = reminder
        .snoozed(snooze, &dates, cx.now, rules_in_force(world, cx.rules)?.quiet)
        .ok_or(Stop::Refused(Refusal::LastDay))?;
    world.put_reminder(reminder);
    plan_reply(world, cx, &mut reply)?;
    world.put_reply(reply);
    Ok(())
}

/// A matter with a step to be said.
pub(super) struct Due {
    subject: Subject,
    pub deputy: DeputyId,
    pub office: OfficeId,
    dates: Dates,
    reminder: Reminder,
    pub step: Planned,
    /// Claimed already, by an audience.
    claimed: Vec<Audience>,
}

impl Due {
    fn tells(&self, audience: Audience) -> bool {
        self.step.rule.tells(audience) && !self.claimed.contains(&audience)
    }

    fn is_last_day(&self, now: i64) -> bool {
        self.subject.0 != Matter::Reply && is_last_day(self.dates.due_on, now)
    }
}

/// Says what is due of these matters. Those that aren't due, or no longer, only get their next instant.
pub fn remind(world: &mut World, cx: &Context<'_>, subjects: &[Subject]) -> Deciding<()> {
    let due = find_due(world, cx, subjects)?;
    let people = People::of(world, &due)?;
    world.want(due.iter().flat_map(|due| {
        Audience::ALL
            .iter()
            .filter(|audience| due.step.rule.tells(**audience))
            .map(|audience| Key::ClaimedStep(step_key(&due.reminder, &due.dates, &due.step, *audience)))
    }))?;
    let mut by_deputy: BTreeMap<DeputyId, Vec<Due>> = BTreeMap::new();
    let mut offices: BTreeMap<OfficeId, Vec<(usize, DeputyId, Audience)>> = BTreeMap::new();
    for mut due in due {
        for audience in Audience::ALL {
            let key = step_key(&due.reminder, &due.dates, &due.step, *audience);
            if due.step.rule.tells(*audience) && world.find_claimed_step(&key)?.is_some() {
                due.claimed.push(*audience);
            }
        }
        by_deputy.entry(due.deputy).or_default().push(due);
    }
    for (deputy, all) in &by_deputy {
        for (place, due) in all.iter().enumerate() {
            let unit_instead = due.tells(Audience::Deputy) && people.account(*deputy).is_none();
            if due.tells(Audience::UnitOffice) || unit_instead {
                offices
                    .entry(due.office)
                    .or_default()
                    .push((place, *deputy, Audience::UnitOffice));
            }
            if let Some(province) = people.province
                && due.tells(Audience::ProvincialOffice)
            {
                offices
                    .entry(province)
                    .or_default()
                    .push((place, *deputy, Audience::ProvincialOffice));
            }
        }
    }
    for (office, told) in offices {
        let item = tell_office(world, cx, &people, office)?;
        for (place, deputy, audience) in told {
            if let Some(due) = by_deputy.get(&deputy).and_then(|all| all.get(place)) {
                claim(world, cx, due, audience, item);
            }
        }
    }
    for (deputy, all) in by_deputy {
        tell_deputy(world, cx, &people, deputy, all)?;
    }
    Ok(())
}

/// Plans matters anew, because the rules changed. What is due by the new ones is said by the next sweep.
pub fn replan(world: &mut World, cx: &Context<'_>, subjects: &[Subject]) -> Deciding<()> {
    world.want(
        subjects
            .iter()
            .flat_map(|subject| keys_of(*subject))
            .chain([Key::ReminderTable(IN_FORCE)]),
    )?;
    let by = rules_in_force(world, cx.rules)?;
    for subject in subjects {
        let next = next_of(world, *subject, cx.now, &by)?;
        set_next(world, *subject, next)?;
    }
    Ok(())
}

/// When a matter is looked at next by some rules; none: it is over, or nothing is left to be said.
pub fn next_of(world: &World, subject: Subject, now: i64, by: &InForce) -> Deciding<Option<i64>> {
    Ok(match running(world, subject)? {
        Some((dates, _, _)) => reminder_of(world, subject)?.next_at(&dates, now, by),
        None => None,
    })
}

/// The rows of a matter that [`next_of`] reads.
pub fn keys_of((matter, id): Subject) -> [Key; 2] {
    [row_key(matter, id), Key::Reminder((matter, id))]
}

/// Loads the matters, and gives those with a step that is due; the others get their next instant at once.
fn find_due(world: &mut World, cx: &Context<'_>, subjects: &[Subject]) -> Deciding<Vec<Due>> {
    world.want(
        subjects
            .iter()
            .flat_map(|subject| keys_of(*subject))
            .chain([Key::ReminderTable(IN_FORCE)]),
    )?;
    let by = rules_in_force(world, cx.rules)?;
    let mut due = Vec::new();
    for subject in subjects {
        let Some((dates, deputy, office)) = running(world, *subject)? else {
            set_next(world, *subject, None)?;
            continue;
        };
        let reminder = reminder_of(world, *subject)?;
        match reminder.due(&dates, cx.now, &by) {
            Some(step) => due.push(Due {
                subject: *subject,
                deputy,
                office,
                dates,
                reminder,
                step,
                claimed: Vec::new(),
            }),
            None => {
                let next = reminder.next_at(&dates, cx.now, &by);
                set_next(world, *subject, next)?;
            }
        }
    }
    Ok(due)
}

fn row_key(matter: Matter, id: i64) -> Key {
    match matter {
        Matter::Feedback => Key::Reply(ReplyId(id)),
        Matter::Reply => Key::Assignment(AssignmentId(id)),
        Matter::Inquiry => Key::Inquiry(InquiryId(id)),
    }
}

/// The days, deputy and office of a matter whose clock runs.
fn running(world: &World, (matter, id): Subject) -> Deciding<Option<(Dates, DeputyId, OfficeId)>> {
    Ok(match matter {
        Matter::Feedback => world.find_reply(&ReplyId(id))?.and_then(|reply| {
            let dates = dates_of_reply(reply).filter(|_| reply.state == ReplyState::Awaiting)?;
            Some((dates, reply.deputy_id, reply.office_id))
        }),
        Matter::Reply => world
            .find_assignment(&AssignmentId(id))?
            .filter(|assignment| assignment.state == AssignmentState::Open)
            .map(|it| (dates_of_assignment(it), it.deputy_id, it.office_id)),
        Matter::Inquiry => world
            .find_inquiry(&InquiryId(id))?
            .filter(|inquiry| inquiry.state == InquiryState::Open)
            .map(|it| (it.dates(), it.deputy_id, it.office_id)),
    })
}

fn set_next(world: &mut World, (matter, id): Subject, next: Option<i64>) -> Deciding<()> {
    match matter {
        Matter::Feedback => {
            if let Some(mut reply) = world.find_reply(&ReplyId(id))?.cloned() {
                reply.next_step_at = next;
                world.put_reply(reply);
            }
        }
        Matter::Reply => {
            if let Some(mut assignment) = world.find_assignment(&AssignmentId(id))?.cloned() {
                assignment.next_step_at = next;
                world.put_assignment(assignment);
            }
        }
        Matter::Inquiry => {
            if let Some(mut inquiry) = world.find_inquiry(&InquiryId(id))?.cloned() {
                inquiry.next_step_at = next;
                world.put_inquiry(inquiry);
            }
        }
    }
    Ok(())
}

pub(super) fn of_deputy(deputy: DeputyId) -> String {
    format!("d{deputy}")
}

pub(super) fn of_office(office: OfficeId) -> String {
    format!("o{office}")
}

pub(super) fn unasked(world: &World, recipient: String) -> Deciding<Unasked> {
    Ok(world.find_unasked(&recipient)?.cloned().unwrap_or(Unasked {
        recipient,
        told_at: 0,
        told: 0,
    }))
}

fn claim(world: &mut World, cx: &Context<'_>, due: &Due, audience: Audience, outbox_id: Option<OutboxId>) {
    world.put_claimed_step(ClaimedStep {
        key: step_key(&due.reminder, &due.dates, &due.step, audience),
        claimed_at: cx.now,
        outbox_id,
    });
}

/// One message a day to each officer, which says how many matters stand where; the rest is at the desk.
fn tell_office(
    world: &mut World,
    cx: &Context<'_>,
    people: &People,
    office: OfficeId,
) -> Deciding<Option<OutboxId>> {
    let told = unasked(world, of_office(office))?;
    if told.told_today(cx.now) >= cx.rules.unasked_per_day {
        return Ok(None);
    }
    let Some(officers) = people.officers.get(&office) else {
        return Ok(None);
    };
    let mut item = None;
    for account in officers {
        let account = world.account(account)?.clone();
        item = Some(
            owe(&account, MessageKind::OfficeDue { office }, cx)
                .in_lane(Lane::Deadlines)
                .put(world, cx),
        );
    }
    if item.is_some() {
        world.put_unasked(told.once_more(cx.now));
    }
    Ok(item)
}

/// What a deputy is told of all that is due: last days alone, the rest in one message.
fn tell_deputy(
    world: &mut World,
    cx: &Context<'_>,
    people: &People,
    deputy: DeputyId,
    all: Vec<Due>,
) -> Deciding<()> {
    let account = match people.account(deputy) {
        Some(id) => Some(world.account(&id)?.clone()),
        None => None,
    };
    let (mine, others): (Vec<Due>, Vec<Due>) = all
        .into_iter()
        .partition(|due| due.tells(Audience::Deputy) && account.is_some());
    for due in others {
        said(world, cx, due)?;
    }
    let Some(account) = account else { return Ok(()) };
    let (last, rest): (Vec<Due>, Vec<Due>) = mine.into_iter().partition(|due| due.is_last_day(cx.now));
    for due in last {
        let item = owe_one(world, cx, &account, &due);
        claim(world, cx, &due, Audience::Deputy, Some(item));
        said(world, cx, due)?;
    }
    if rest.is_empty() {
        return Ok(());
    }
    let told = unasked(world, of_deputy(deputy))?;
    if told.told_today(cx.now) >= cx.rules.unasked_per_day {
        let tomorrow = day_of(cx.now).succ_opt().unwrap_or(day_of(cx.now));
        let morning = morning_of(tomorrow, rules_in_force(world, cx.rules)?.quiet);
        for due in rest {
            // The message of this morning lists it already; what came up since waits for the next one.
            if due.step.at <= told.told_at && due.step.rule.anchor != Anchor::Began {
                claim(world, cx, &due, Audience::Deputy, None);
                said(world, cx, due)?;
            } else {
                set_next(world, due.subject, Some(morning))?;
            }
        }
        return Ok(());
    }
    // What December asks for stands in the same message: the handbook isn't another one.
    let with_handbook = super::hand_in::joins_morning(world, cx, deputy)?;
    let item = match rest.as_slice() {
        [one] if !with_handbook => owe_one(world, cx, &account, one),
        _ => owe(&account, MessageKind::DueList { page: 0 }, cx)
            .in_lane(Lane::Deadlines)
            .put(world, cx),
    };
    world.put_unasked(told.once_more(cx.now));
    for due in rest {
        claim(world, cx, &due, Audience::Deputy, Some(item));
        said(world, cx, due)?;
    }
    Ok(())
}

fn owe_one(world: &mut World, cx: &Context<'_>, account: &Account, due: &Due) -> OutboxId {
    // After a snooze it is no news any more.
    let is_news = due.step.rule.anchor == Anchor::Began && due.reminder.snoozed_until_at.is_none();
    let kind = match due.subject {
        (Matter::Feedback | Matter::Reply, id) => MessageKind::Feedback {
            reply: ReplyId(id),
            page: if is_news {
                FeedbackPage::Recorded
            } else {
                FeedbackPage::Due
            },
        },
        (Matter::Inquiry, id) => MessageKind::Inquiry {
            inquiry: InquiryId(id),
            page: if is_news {
                InquiryPage::Asked
            } else {
                InquiryPage::Due
            },
        },
    };
    owe(account, kind, cx).in_lane(Lane::Deadlines).put(world, cx)
}

/// The step is over: the next instant is that of the next step.
fn said(world: &mut World, cx: &Context<'_>, due: Due) -> Deciding<()> {
    let reminder = due.reminder.said(&due.step);
    let next = reminder.next_at(&due.dates, cx.now, &rules_in_force(world, cx.rules)?);
    world.put_reminder(reminder);
    set_next(world, due.subject, next)
}
