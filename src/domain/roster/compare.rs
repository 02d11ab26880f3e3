//! What a new roster changes in the one that is kept: the preview before an import, and what the import writes.
//!
//! **Invariant:** nobody is lost. Every entry of either list is in exactly one of `added`, `changed`, `gone`,
//! `unchanged` and `belongs_to_another`, and one that is gone is only said to be gone; nothing here deletes.

use std::collections::BTreeMap;

use super::{DeputyCode, Fault, FaultKind, RosterColumn, RosterEntry, RosterReading};

/// All lists are in the order of the codes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterDiff {
    pub added: Vec<RosterEntry>,
    pub changed: Vec<ChangedEntry>,
    /// Kept, but no longer listed.
    pub gone: Vec<RosterEntry>,
    pub unchanged: Vec<RosterEntry>,
    /// Old and new bearers of codes that were given to other persons. A fault: such a roster isn't taken.
    pub belongs_to_another: Vec<(RosterEntry, RosterEntry)>,
    /// Persons with the same card number under another code, old and new. They are also in `gone` and `added`; an office
    /// that has numbered its deputies anew should see this before all of them lose their accounts.
    pub recoded: Vec<(RosterEntry, RosterEntry)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedEntry {
    pub old: RosterEntry,
    pub new: RosterEntry,
    /// Never empty.
    pub columns: Vec<RosterColumn>,
}

/// Compares the roster that is kept (with those who are suspended, ended or gone: their codes are theirs) with a new one.
/// Each list holds a code once, as `read_roster` sees to. The order of the lists doesn't matter.
pub fn compare(current: &[RosterEntry], new: &[RosterEntry]) -> RosterDiff {
    let old_by_code = by_code(current);
    let new_by_code = by_code(new);
    let mut diff = RosterDiff::default();
    for (code, new) in &new_by_code {
        let Some(old) = old_by_code.get(code) else {
            diff.added.push((*new).clone());
            continue;
        };
        let columns = old.columns_that_differ(new);
        if columns.is_empty() {
            diff.unchanged.push((*new).clone());
        } else if is_another_person(old, new) {
            diff.belongs_to_another.push(((*old).clone(), (*new).clone()));
        } else {
            diff.changed.push(ChangedEntry {
                old: (*old).clone(),
                new: (*new).clone(),
                columns,
            });
        }
    }
    for (code, old) in &old_by_code {
        if !new_by_code.contains_key(code) {
            diff.gone.push((*old).clone());
        }
    }
    diff.recoded = recoded(&diff);
    diff
}

impl RosterDiff {
    /// The faults of codes that were given to other persons, at their places in the file that was read.
    pub fn faults(&self, reading: &RosterReading) -> Vec<Fault> {
        let mut faults: Vec<Fault> = self
            .belongs_to_another
            .iter()
            .map(|(_, new)| {
                let place = reading.place_of(&new.code);
                Fault {
                    row: place.map(|(row, _)| row),
                    column: place.map(|(_, column)| column),
                    kind: FaultKind::CodeBelongsToAnother,
                    found: new.code.as_str().to_owned(),
                }
            })
            .collect();
        faults.sort_by_key(|fault| (fault.row, fault.column));
        faults
    }
}

fn by_code(entries: &[RosterEntry]) -> BTreeMap<&DeputyCode, &RosterEntry> {
    entries.iter().map(|entry| (&entry.code, entry)).collect()
}

/// A new name alone is a change of name. With another name, the card tells persons apart; where one of the cards isn't
/// known, the telephone does.
fn is_another_person(old: &RosterEntry, new: &RosterEntry) -> bool {
    if old.name == new.name {
        return false;
    }
    match (&old.card_number, &new.card_number) {
        (Some(old), Some(new)) => old != new,
        _ => matches!((&old.phone, &new.phone), (Some(old), Some(new)) if old != new),
    }
}

fn recoded(diff: &RosterDiff) -> Vec<(RosterEntry, RosterEntry)> {
    let added: BTreeMap<&str, &RosterEntry> = diff
        .added
        .iter()
        .filter_map(|entry| Some((entry.card_number.as_ref()?.as_str(), entry)))
        .collect();
    let pairs = diff.gone.iter().filter_map(|old| {
        let new = added.get(old.card_number.as_ref()?.as_str())?;
        Some((old.clone(), (*new).clone()))
    });
    pairs.collect()
}
