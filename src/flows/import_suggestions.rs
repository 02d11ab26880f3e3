//! Taking a sheet of suggestions into the register, all or nothing: hundreds are handed out on one day.
//!
//! Called by the desk and the command line, first to look ([`plan`]) and then to take ([`import_suggestions`]), which looks
//! again. **Invariants:** a number that is in the register already, with the same title and deputy, stays as it is, so the
//! same file may come twice; a number of another suggestion is a fault; each deputy is told once of all that is new.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::access::steers;
use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, DeputyId, HandlingUnitId, OfficeId, SuggestionId};
use crate::domain::people::Deputy;
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::assignment::{AssignmentRole, HandlingUnit};
use crate::domain::suggestion::command::NewUnits;
use crate::domain::suggestion::message::SuggestionMessage;
use crate::domain::suggestion::register_sheet::{
    SheetFaultKind as Kind, SuggestionColumn as Column, SuggestionEntry,
};
use crate::domain::suggestion::{Openness, Suggestion, SuggestionAct, SuggestionSources, SuggestionState};
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::hand_in_draft;
use super::hand_out::put_assignment;
use super::import_roster::kept;
use super::keep_suggestion::{Line, note, put_names, tell_deputy, want_accounts};
use super::work_deadlines::InForce;

/// A fault that only the database shows: row, column, kind, what stands there, what was meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The row in the file.
    pub row: u32,
    /// The column.
    pub column: Column,
    /// What is wrong.
    pub kind: Kind,
    /// What stands there.
    pub found: String,
    /// What was probably meant, or what it contradicts.
    pub meant: String,
}

/// A row that will be taken.
struct Fresh<'a> {
    entry: &'a SuggestionEntry,
    deputy: DeputyId,
    names: Vec<DeputyId>,
}

/// What taking a sheet would do.
#[derive(Default)]
pub struct Plan<'a> {
    /// What is wrong.
    pub faults: Vec<Found>,
    fresh: Vec<Fresh<'a>>,
    /// Rows that the register has already.
    pub unchanged: usize,
    /// Names of units that would be entered into the directory.
    pub new_units: Vec<String>,
}

impl Plan<'_> {
    /// How many would be new.
    pub fn added(&self) -> usize {
        self.fresh.len()
    }

    /// How many of the new ones would be handed out.
    pub fn handed_out(&self) -> usize {
        let is_out = |fresh: &&Fresh<'_>| fresh.entry.handed_out_on.is_some();
        self.fresh.iter().filter(is_out).count()
    }
}

/// All units in being by every name that they have.
pub fn units_by_name(world: &World) -> Deciding<HashMap<String, HandlingUnitId>> {
    let ids: Vec<HandlingUnitId> = world
        .list(&ListKey::HandlingUnits)?
        .ids
        .iter()
        .map(|id| HandlingUnitId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::HandlingUnit(*id)))?;
    let mut names = HashMap::new();
    // Full names win over other names.
    for is_full in [false, true] {
        for id in &ids {
            let unit = world.handling_unit(id)?;
            for (place, name) in unit.names().enumerate() {
                if (place == 0) == is_full {
                    names.insert(name.to_owned(), *id);
                }
            }
        }
    }
    Ok(names)
}

/// The name in the directory that differs in one or two signs, or holds the other.
pub fn nearly<'a>(name: &str, names: impl Iterator<Item = &'a String>) -> Option<String> {
    let bare = |name: &str| {
        let name = name.strip_prefix("湖南").unwrap_or(name);
        name.strip_prefix('省').unwrap_or(name).to_owned()
    };
    let wanted = bare(name);
    if wanted.chars().count() < 2 {
        return None;
    }
    let mut found: Vec<&String> = names
        .filter(|known| {
            let known = bare(known);
            known == wanted || known.contains(&wanted) || wanted.contains(&known)
        })
        .collect();
    found.sort_by_key(|known| known.chars().count());
    found.first().map(|known| (*known).clone())
}

/// Deputies by code and by name.
struct People {
    by_code: HashMap<String, Deputy>,
    by_name: HashMap<String, Vec<DeputyId>>,
}

impl People {
    fn of(world: &World) -> Deciding<Self> {
        let mut people = Self {
            by_code: HashMap::new(),
            by_name: HashMap::new(),
        };
        for deputy in kept(world, None)? {
            people
                .by_name
                .entry(deputy.name.clone())
                .or_default()
                .push(deputy.id);
            people.by_code.insert(deputy.code.clone(), deputy);
        }
        Ok(people)
    }
}

/// Looks what taking the rows would do. `office`: the giver's own; none: the administrator.
pub fn plan<'a>(
    world: &World,
    entries: &'a [SuggestionEntry],
    office: Option<OfficeId>,
    new_units: NewUnits,
    now: i64,
) -> Deciding<Plan<'a>> {
    world.want(
        [
            Key::List(ListKey::Roster(String::new())),
            Key::List(ListKey::HandlingUnits),
        ]
        .into_iter()
        .chain(
            entries
                .iter()
                .map(|entry| Key::SuggestionNumber((entry.session, entry.number.clone()))),
        ),
    )?;
    let people = People::of(world)?;
    let units = units_by_name(world)?;
    let office = match office {
        Some(id) => Some(world.office(&id)?),
        None => None,
    };
    let mut plan = Plan::default();
    let mut missing: BTreeSet<&String> = BTreeSet::new();
    let today = day_of(now);
    for entry in entries {
        let before = plan.faults.len();
        let mut fault = |column, kind, found: &str, meant: String| {
            plan.faults.push(Found {
                row: entry.row,
                column,
                kind,
                found: found.to_owned(),
                meant,
            });
        };
        let deputy = people.by_code.get(&entry.deputy_code);
        match deputy {
            None => fault(
                Column::DeputyCode,
                Kind::DeputyUnknown,
                &entry.deputy_code,
                String::new(),
            ),
            Some(deputy) => {
                if !entry.deputy_name.is_empty() && entry.deputy_name != deputy.name {
                    let name = deputy.name.clone();
                    fault(Column::DeputyName, Kind::DeputyDiffers, &entry.deputy_name, name);
                }
                if office.is_some_and(|office| !steers(office, deputy.office_id)) {
                    fault(
                        Column::DeputyCode,
                        Kind::DeputyElsewhere,
                        &entry.deputy_code,
                        String::new(),
                    );
                }
            }
        }
        let mut names = Vec::new();
        for name in &entry.cosigners {
            let code = name.to_uppercase();
            match (
                people.by_code.get(&code),
                people.by_name.get(name).map(Vec::as_slice),
            ) {
                (Some(deputy), _) => names.push(deputy.id),
                (None, Some([one])) => names.push(*one),
                (None, Some(_)) => fault(Column::CoSigners, Kind::DeputyNameTwice, name, String::new()),
                (None, None) => fault(Column::CoSigners, Kind::DeputyNameUnknown, name, String::new()),
            }
        }
        for (column, column_units) in [
            (Column::MainUnit, &entry.main_units),
            (Column::JointUnits, &entry.joint_units),
            (Column::SeparateUnits, &entry.separate_units),
        ] {
            for unit in column_units {
                if units.contains_key(unit) {
                    continue;
                }
                if new_units == NewUnits::Entered {
                    missing.insert(unit);
                    continue;
                }
                match nearly(unit, units.keys()) {
                    Some(near) => fault(column, Kind::UnitNearly, unit, near),
                    None => fault(column, Kind::UnitUnknown, unit, String::new()),
                }
            }
        }
        for (column, on) in [
            (Column::HandedOutOn, entry.handed_out_on),
            (Column::RaisedOn, entry.raised_on),
        ] {
            if let Some(on) = on.filter(|on| *on > today) {
                fault(column, Kind::DayInFuture, &on.to_string(), String::new());
            }
        }
        let holder = world.suggestion_numbered(&(entry.session, entry.number.clone()))?;
        if let Some(holder) = holder {
            let holder = world.suggestion(&holder)?;
            if holder.title == entry.title && deputy.is_some_and(|deputy| deputy.id == holder.deputy_id) {
                plan.unchanged += 1;
            } else {
                fault(
                    Column::Number,
                    Kind::NumberTaken,
                    &entry.number,
                    holder.title.clone(),
                );
            }
        } else if let (Some(deputy), true) = (deputy, plan.faults.len() == before) {
            plan.fresh.push(Fresh {
                entry,
                deputy: deputy.id,
                names,
            });
        }
    }
    plan.new_units = missing.into_iter().cloned().collect();
    Ok(plan)
}

/// Takes the rows in.
pub fn import_suggestions(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    office: Option<OfficeId>,
    entries: &[SuggestionEntry],
    file_hash: &str,
    new_units: NewUnits,
) -> Deciding<Answer> {
    let plan = plan(world, entries, office, new_units, cx.now)?;
    if !plan.faults.is_empty() || entries.is_empty() {
        return Err(Stop::Refused(Refusal::SheetFaulty));
    }
    let deputies: Vec<DeputyId> = plan.fresh.iter().map(|fresh| fresh.deputy).collect();
    want_accounts(world, &deputies)?;
    let in_force = InForce::of(world)?;
    world.want(
        plan.new_units
            .iter()
            .map(|name| Key::HandlingUnitName(name.clone())),
    )?;
    let mut units = units_by_name(world)?;
    for name in &plan.new_units {
        // A unit that has ended has the name still: it is in being again.
        let ended = world.handling_unit_named(name)?;
        let old = match ended {
            Some(id) => Some(world.handling_unit(&id)?.clone()),
            None => None,
        };
        let unit = HandlingUnit {
            ended_at: None,
            ..old.unwrap_or_else(|| HandlingUnit {
                id: cx.ids.next(),
                name: name.clone(),
                other_names: String::new(),
                email: String::new(),
                created_at: cx.now,
                ended_at: None,
            })
        };
        units.insert(name.clone(), unit.id);
        world.put_handling_unit(unit);
    }
    hand_in_draft::want_handed_in(world)?;
    let handed_in = hand_in_draft::handed_in_by_deputy(world)?;
    let mut told: BTreeMap<DeputyId, Vec<SuggestionId>> = BTreeMap::new();
    for fresh in &plan.fresh {
        let entry = fresh.entry;
        let id: SuggestionId = cx.ids.next();
        let mut suggestion = Suggestion {
            id,
            session: entry.session,
            number: entry.number.clone(),
            kind: entry.kind,
            state: match entry.handed_out_on {
                Some(_) => SuggestionState::HandedOut,
                None => SuggestionState::Raised,
            },
            title: entry.title.clone(),
            situation: String::new(),
            analysis: String::new(),
            proposals: String::new(),
            deputy_id: fresh.deputy,
            office_id: world.deputy(&fresh.deputy)?.office_id,
            raised_on: entry.raised_on,
            is_key: entry.is_key,
            openness: Openness::Unsaid,
            sources: SuggestionSources::default(),
            advice: String::new(),
            merged_into_id: None,
            withdrawn_at: None,
            withdrawn_why: String::new(),
            entered_by: by,
            created_at: cx.now,
        };
        hand_in_draft::find_draft(world, cx, &handed_in, &mut suggestion)?;
        put_names(world, cx, id, fresh.deputy, &fresh.names)?;
        note(world, cx, by, Line::of(id, SuggestionAct::Entered));
        if let Some(on) = entry.handed_out_on {
            for (role, names) in [
                (AssignmentRole::Main, &entry.main_units),
                (AssignmentRole::Joint, &entry.joint_units),
                (AssignmentRole::Separate, &entry.separate_units),
            ] {
                for unit in names.iter().filter_map(|name| units.get(name)) {
                    let assignment = put_assignment(world, cx, &in_force, &suggestion, *unit, role, on);
                    let line = Line::of(id, SuggestionAct::Assigned).assignment(assignment);
                    note(world, cx, by, line);
                }
            }
            told.entry(fresh.deputy).or_default().push(id);
        }
        world.put_suggestion(suggestion);
    }
    audit(
        world,
        cx,
        by,
        "suggestions.imported",
        format!("{} suggestions, file {file_hash}", plan.fresh.len()),
    )?;
    for (deputy, suggestions) in told {
        tell_deputy(world, cx, deputy, SuggestionMessage::HandedOut { suggestions })?;
    }
    Ok(Answer::SuggestionsTaken {
        added: plan.fresh.len(),
        unchanged: plan.unchanged,
        units: plan.new_units.len(),
    })
}
