//! A message cut into the events it tells, and each event made a record. Called by the reading when a deed is told.
//!
//! **Invariants:** one event has one kind of duty and one day; what is done within an inspection, a study or a group's
//! activity (座谈, 走访) stays in it, unless another day, another hour or the people themselves part it; a plan is no
//! record.

use crate::domain::handbook::DutyCategory;

use super::clause::{Clause, Material};
use super::count::{Quantity, Unit};
use super::date::Mention;
use super::deed::Trigger;

/// An event and the clauses that tell it.
#[derive(Debug, Clone)]
pub(super) struct Event {
    pub trigger: Option<Trigger>,
    pub clauses: Vec<Clause>,
    /// Indexes into the days of the message.
    pub days: Vec<usize>,
    /// Index into the hours.
    pub hour: Option<usize>,
    /// Stretches that people said, in characters.
    pub said: Vec<(usize, usize)>,
}

impl Event {
    fn new() -> Self {
        Self {
            trigger: None,
            clauses: Vec::new(),
            days: Vec::new(),
            hour: None,
            said: Vec::new(),
        }
    }

    fn category(&self) -> Option<DutyCategory> {
        self.trigger.map(|trigger| trigger.category)
    }
}

/// The events in order. Clauses of a plan, and of what came to nothing, are left out.
pub(super) fn events(material: &Material, clauses: &[Clause], quantities: &[Quantity]) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    let mut current = Event::new();
    let mut speaking = false;
    for (at, clause) in clauses.iter().enumerate() {
        if clause.plan && (current.trigger.is_some() || clause.trigger.is_some()) && !speaking {
            continue;
        }
        let days = days_of(material, clause, speaking);
        let hour = material.hours.iter().position(|hour| {
            hour.start >= clause.start && hour.end <= clause.said.max(clause.start + 4).min(clause.end)
        });
        let other_hour = begins_other_hour(material, &current, clause, hour)
            && tells_more(material, &current, &clauses[at..], quantities);
        if speaking && !(clause.opens || other_hour || opens_by_day(material, clause, &days)) {
            current.said.push((clause.start, clause.end));
            current.clauses.push(clause.clone());
            continue;
        }
        if other_hour || parts(material, &current, clause, &days, hour, quantities) {
            events.push(std::mem::replace(&mut current, Event::new()));
        }
        // 我那件关于电网的建议，昨天约我去看了: what the paper is about is no saying.
        let handled = clause
            .trigger
            .is_some_and(|trigger| trigger.category == DutyCategory::SuggestionHandling);
        speaking = clause.said < clause.end && !handled;
        if speaking {
            current.said.push((clause.said, clause.end));
        }
        take(&mut current, clause, days, hour);
    }
    events.push(current);
    // 昨天进了8户人家的门; 昨天，石桥村，灌溉: who was met, or where, says enough; a day and other words don't.
    let met = |event: &Event| {
        quantities.iter().any(|quantity| {
            matches!(quantity.unit, Unit::People | Unit::Households)
                && event.clauses.iter().any(|clause| {
                    !clause.plan && clause.start <= quantity.start && quantity.end <= clause.end
                })
        })
    };
    let placed = |event: &Event| event.clauses.iter().any(|clause| named_place(material, clause));
    events.retain(|event| {
        let told = if event.clauses.len() > 1 {
            met(event) || placed(event)
        } else {
            met(event) && !event.days.is_empty()
        };
        event.trigger.is_some() || !event.said.is_empty() || told
    });
    share_days(material, &mut events);
    events
}

/// 上午…；下午…；晚上…: the clause begins with an hour, and that of the event is another.
fn begins_other_hour(material: &Material, event: &Event, clause: &Clause, hour: Option<usize>) -> bool {
    let (Some(before), Some(hour)) = (event.hour, hour) else {
        return false;
    };
    let (before, hour) = (&material.hours[before], &material.hours[hour]);
    before.time != hour.time && hour.start <= clause.start + 3
}

/// Whether what the event told is complete, and what comes up to the next hour is a deed of its own: with people, or of
/// another kind of duty.
fn tells_more(material: &Material, event: &Event, rest: &[Clause], quantities: &[Quantity]) -> bool {
    let counts = |clause: &Clause| {
        quantities.iter().any(|quantity| {
            quantity.start >= clause.start
                && quantity.end <= clause.end
                && matches!(quantity.unit, Unit::People | Unit::Households | Unit::Groups)
        })
    };
    let full = event.trigger.is_some_and(|trigger| trigger.strong)
        || !event.said.is_empty()
        || event.clauses.iter().any(counts);
    let next_hour = |clause: &Clause| {
        material
            .hours
            .iter()
            .any(|hour| hour.start >= clause.start && hour.start <= clause.start + 3)
    };
    let until = rest[1..]
        .iter()
        .position(next_hour)
        .map_or(rest.len(), |at| at + 1);
    let own = &rest[..until];
    let deed = own.iter().filter_map(|clause| clause.trigger).any(|trigger| {
        if trigger.strong {
            trigger.category != DutyCategory::Contact && !swallows(event.category(), trigger.category, true)
        } else {
            trigger.category == DutyCategory::Contact
        }
    });
    let met = own.iter().any(|clause| clause.trigger.is_some()) && own.iter().any(counts);
    event.trigger.is_some()
        && full
        && deed
        && (met
            || own
                .iter()
                .any(|clause| clause.trigger.is_some_and(|trigger| trigger.strong)))
}

fn take(event: &mut Event, clause: &Clause, days: Vec<usize>, hour: Option<usize>) {
    for day in days {
        if !event.days.contains(&day) {
            event.days.push(day);
        }
    }
    if event.hour.is_none() {
        event.hour = hour;
    }
    if let Some(trigger) = clause.trigger {
        let better = match event.trigger {
            None => true,
            Some(before) => trigger.strong && !before.strong,
        };
        if better {
            event.trigger = Some(trigger);
        }
    }
    event.clauses.push(clause.clone());
}

/// The days of a clause; in what people said only one that opens it.
fn days_of(material: &Material, clause: &Clause, speaking: bool) -> Vec<usize> {
    material
        .days
        .iter()
        .enumerate()
        .filter(|(_, day)| day.start >= clause.start && day.end <= clause.end)
        .filter(|(_, day)| {
            let behind_saying = day.start >= clause.said;
            !(behind_saying || speaking) || day.start <= clause.start + 1
        })
        .map(|(index, _)| index)
        .collect()
}

/// A clause that begins with a day and does more than complain: 4月29日下午, 上周五交上去了.
fn opens_by_day(material: &Material, clause: &Clause, days: &[usize]) -> bool {
    let Some(first) = days.first().map(|index| &material.days[*index]) else {
        return false;
    };
    let rest = clause.end.saturating_sub(first.end);
    !first.weak
        && first.start <= clause.start + 1
        && (rest <= 3
            || clause.trigger.is_some_and(|trigger| trigger.strong)
            || material.holds_any(first.end, clause.end, &["交", "提交", "寄", "网上"]))
}

fn is_other_day(material: &Material, event: &Event, days: &[usize]) -> bool {
    let strong = |indexes: &[usize]| -> Vec<Mention> {
        indexes
            .iter()
            .map(|index| material.days[*index].clone())
            .filter(|day| !day.weak)
            .collect()
    };
    let (before, after) = (strong(&event.days), strong(days));
    !before.is_empty()
        && after.iter().any(|day| {
            before
                .iter()
                .all(|other| other.when != day.when && !inside(day, other))
        })
}

fn inside(day: &Mention, other: &Mention) -> bool {
    match (day.first(), day.last(), other.first(), other.last()) {
        (Some(from), Some(to), Some(first), Some(last)) => from >= first && to <= last,
        _ => false,
    }
}

/// Whether the clause begins another event.
fn parts(
    material: &Material,
    event: &Event,
    clause: &Clause,
    days: &[usize],
    hour: Option<usize>,
    quantities: &[Quantity],
) -> bool {
    let Some(before) = event.trigger else {
        return false;
    };
    let counted = quantities.iter().any(|quantity| {
        quantity.start >= clause.start && quantity.end <= clause.said && quantity.unit != Unit::Other
    });
    let other_day = is_other_day(material, event, days);
    let other_hour = match (event.hour, hour) {
        (Some(a), Some(b)) => material.hours[a].time != material.hours[b].time,
        _ => false,
    };
    let Some(trigger) = clause.trigger else {
        return other_day && counted;
    };
    if other_day && (trigger.strong || counted) {
        return true;
    }
    let same = Some(trigger.category) == event.category();
    if same {
        return match trigger.category {
            DutyCategory::Contact => {
                trigger.strong
                    && (other_hour
                        || (clause.again && before.strong && (counted || named_place(material, clause))))
            }
            DutyCategory::MotionsAndSuggestions => {
                trigger.start > before.end
                    && material.holds_any(clause.start, clause.end, &["附议", "领衔", "又提", "还提"])
                    || (material.holds(clause.start, clause.end, "议案")
                        && event
                            .clauses
                            .iter()
                            .any(|c| c.trigger.is_some() && material.holds(c.start, c.end, "条建议")))
            }
            _ => trigger.strong && clause.again && other_hour,
        };
    }
    if !trigger.strong {
        // 顺便跟两位选民聊了聊 within another duty.
        let people = material.holds_any(
            clause.start,
            clause.end,
            &["选民", "群众", "村民", "居民", "乡亲", "老乡", "老百姓"],
        );
        return trigger.category == DutyCategory::Contact
            && event.category() != Some(DutyCategory::Contact)
            && clause.again
            && people
            && !swallows(event.category(), DutyCategory::Contact, hour.is_some());
    }
    if !before.strong && !event.said.iter().any(|(a, b)| b > a) {
        return false;
    }
    if trigger.category == DutyCategory::Contact {
        let people = material.holds_any(
            clause.start,
            clause.end,
            &[
                "选民", "群众", "村民", "居民", "户", "困难", "乡亲", "老乡", "老百姓", "接待", "接访",
                "老人",
            ],
        );
        let parted = clause.again || other_hour || (hour.is_some() && event.hour.is_some()) || other_day;
        let behind_meeting = matches!(
            before.category,
            DutyCategory::CommitteeMeeting | DutyCategory::CongressSession
        );
        return (people || counted) && (parted || behind_meeting || hour.is_some());
    }
    if swallows(event.category(), trigger.category, other_hour || other_day) {
        return false;
    }
    true
}

fn named_place(material: &Material, clause: &Clause) -> bool {
    super::place::place(material, clause.start, clause.said).is_some()
}

/// Whether what is done belongs into the event: a group's activity may be a study or an inspection.
fn swallows(event: Option<DutyCategory>, other: DutyCategory, parted: bool) -> bool {
    use DutyCategory as D;
    let Some(event) = event else {
        return true;
    };
    if parted {
        return false;
    }
    match event {
        D::GroupActivity => matches!(
            other,
            D::Inspection | D::SpecialResearch | D::Training | D::LawEnforcementCheck | D::Contact | D::Other
        ),
        D::Inspection | D::SpecialResearch | D::LawEnforcementCheck => {
            matches!(
                other,
                D::Inspection
                    | D::SpecialResearch
                    | D::LawEnforcementCheck
                    | D::Contact
                    | D::SuggestionHandling
                    | D::CommitteeMeeting
            )
        }
        D::SuggestionHandling => !matches!(other, D::CongressSession | D::Training),
        D::Training => matches!(other, D::Inspection | D::SpecialResearch | D::Contact),
        D::MotionsAndSuggestions => matches!(other, D::SuggestionHandling),
        D::CommitteeMeeting => matches!(other, D::CommitteeMeeting | D::CongressSession),
        // The groups of a session meet in it.
        D::CongressSession => matches!(other, D::CommitteeMeeting | D::CongressSession | D::GroupActivity),
        D::Other => matches!(other, D::Contact | D::Training),
        D::Contact => false,
    }
}

/// An event without a day has that of the one before it, or, at the beginning, of the next.
fn share_days(material: &Material, events: &mut [Event]) {
    for at in 1..events.len() {
        let strong = |event: &Event| event.days.iter().any(|day| !material.days[*day].weak);
        if !strong(&events[at]) && strong(&events[at - 1]) {
            events[at].days = events[at - 1].days.clone();
        }
    }
}
