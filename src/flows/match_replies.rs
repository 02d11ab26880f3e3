//! Finding the assignments that the rows of a sheet of replies speak of. Called by the desk and the command line before the
//! replies are recorded together. **Invariant:** a row that fits no assignment, or more than one, is a fault; nothing is
//! guessed.

use std::collections::HashMap;

use crate::domain::access::steers;
use crate::domain::ids::{AssignmentId, HandlingUnitId, OfficeId, SuggestionId};
use crate::domain::suggestion::assignment::{Assignment, AssignmentState};
use crate::domain::suggestion::command::{ReceivedOn, ReplyFacts};
use crate::domain::suggestion::register_sheet::{ReplyColumn as Column, ReplyEntry, SheetFaultKind as Kind};
use crate::domain::suggestion::reply::ReplyForm;
use crate::domain::suggestion::{Suggestion, SuggestionState};
use crate::domain::world::{Deciding, Key, ListKey, World};

use super::import_suggestions::units_by_name;

/// A fault that only the database shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundReply {
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

/// What the rows say, with the faults; the facts are those of the good rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matched {
    /// In the order of the rows.
    pub facts: Vec<ReplyFacts>,
    /// What is wrong.
    pub faults: Vec<FoundReply>,
}

/// Looks which assignments the rows speak of. `office`: the giver's own; none: the administrator.
pub fn match_replies(world: &World, entries: &[ReplyEntry], office: Option<OfficeId>) -> Deciding<Matched> {
    world.want(
        entries
            .iter()
            .map(|entry| Key::List(ListKey::Numbered(entry.number.clone())))
            .chain([Key::List(ListKey::HandlingUnits)]),
    )?;
    let mut numbered: HashMap<&str, Vec<SuggestionId>> = HashMap::new();
    for entry in entries {
        let ids = &world.list(&ListKey::Numbered(entry.number.clone()))?.ids;
        numbered.insert(&entry.number, ids.iter().map(|id| SuggestionId(*id)).collect());
    }
    let all: Vec<SuggestionId> = numbered.values().flatten().copied().collect();
    world.want(
        all.iter()
            .flat_map(|id| [Key::Suggestion(*id), Key::List(ListKey::Assignments(*id))]),
    )?;
    let mut assignments: HashMap<SuggestionId, Vec<AssignmentId>> = HashMap::new();
    for id in &all {
        let ids = &world.list(&ListKey::Assignments(*id))?.ids;
        assignments.insert(*id, ids.iter().map(|id| AssignmentId(*id)).collect());
    }
    world.want(assignments.values().flatten().map(|id| Key::Assignment(*id)))?;
    let units = units_by_name(world)?;
    let mut handling = Vec::new();
    for id in assignments.values().flatten() {
        handling.push(Key::HandlingUnit(world.assignment(id)?.handling_unit_id));
    }
    world.want(handling)?;
    let office = match office {
        Some(id) => Some(world.office(&id)?),
        None => None,
    };
    let mut matched = Matched::default();
    for entry in entries {
        let mut fault = |column, kind, found: &str, meant: String| {
            matched.faults.push(FoundReply {
                row: entry.row,
                column,
                kind,
                found: found.to_owned(),
                meant,
            });
        };
        let mut fitting: Vec<&Suggestion> = Vec::new();
        for id in &numbered[entry.number.as_str()] {
            let row = world.suggestion(id)?;
            let is_own = office.is_none_or(|office| steers(office, row.office_id));
            if is_own && entry.session.is_none_or(|session| session == row.session) {
                fitting.push(row);
            }
        }
        let suggestion = match fitting[..] {
            [one] => one,
            [] => {
                fault(Column::Number, Kind::NumberUnknown, &entry.number, String::new());
                continue;
            }
            _ => {
                fault(
                    Column::Number,
                    Kind::NumberAmbiguous,
                    &entry.number,
                    String::new(),
                );
                continue;
            }
        };
        if suggestion.state == SuggestionState::Withdrawn {
            fault(Column::Number, Kind::Withdrawn, &entry.number, String::new());
            continue;
        }
        let mut standing: Vec<&Assignment> = Vec::new();
        for id in &assignments[&suggestion.id] {
            let row = world.assignment(id)?;
            if matches!(row.state, AssignmentState::Open | AssignmentState::Answered) {
                standing.push(row);
            }
        }
        let names: Vec<String> = standing
            .iter()
            .map(|row| Ok(world.handling_unit(&row.handling_unit_id)?.name.clone()))
            .collect::<Deciding<_>>()?;
        let row = match find(&standing, &units, &entry.unit) {
            Ok(row) => row,
            Err(kind) => {
                let column = match kind {
                    Kind::NotHandedOut => Column::Number,
                    _ => Column::Unit,
                };
                let found = if column == Column::Unit {
                    &entry.unit
                } else {
                    &entry.number
                };
                fault(column, kind, found, names.join("、"));
                continue;
            }
        };
        if let Some(on) = entry.received_on.filter(|on| *on < row.handed_out_on) {
            let out = row.handed_out_on.to_string();
            fault(Column::ReceivedOn, Kind::BeforeHandingOut, &on.to_string(), out);
            continue;
        }
        matched.facts.push(ReplyFacts {
            assignment: row.id,
            form: entry.form,
            class: entry.class.clone(),
            document_number: entry.document_number.clone(),
            received: entry
                .received_on
                .filter(|_| entry.form == ReplyForm::Written)
                .map(|on| ReceivedOn {
                    on,
                    at: None,
                    is_guess: false,
                }),
            source: entry.source,
            proof: None,
        });
    }
    Ok(matched)
}

/// The assignment of a unit, or the only one where none is named.
pub fn find<'a>(
    standing: &[&'a Assignment],
    units: &HashMap<String, HandlingUnitId>,
    unit: &str,
) -> Result<&'a Assignment, Kind> {
    if standing.is_empty() {
        return Err(Kind::NotHandedOut);
    }
    if unit.is_empty() {
        return match standing {
            [one] => Ok(one),
            _ => Err(Kind::SeveralUnits),
        };
    }
    let id = units.get(unit).ok_or(Kind::UnitUnknown)?;
    let mut own = standing.iter().filter(|row| row.handling_unit_id == *id);
    // Of several rounds the newest is meant.
    own.next_back().copied().ok_or(Kind::NotAssigned)
}
