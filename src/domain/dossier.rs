//! 履职档案: the unit office's own record of a deputy's year (A7.1 to A7.3), made of verified facts alone.
//!
//! Called by the desk and the command line; written to files by `documents`, with the pages of the handbook and a cover, notes
//! and end of its own. **Invariants:** only what the office has verified is in it, so it is never the same as the handbook,
//! which is the deputy's; of the handbook it says only whether and when it came; nothing is counted against a target, and
//! nobody is compared.

use chrono::{Datelike, NaiveDate};

use super::duty_record::RecordState;
use super::handbook::{BookKind, Handbook};
use super::ids::{DeputyId, ImportId, RecordId};
use super::people::{Deputy, DeputyStatus};
use super::refusal::Refusal;
use super::roster::ElectedOn;
use super::time::day_of;
use super::world::{Deciding, Key, ListKey, Stop, World};
use crate::domain::handbook::life::HandbookState;
use crate::domain::handbook::read::owner_of;
use crate::domain::roster::ledger::{ServiceChange, service_of};

/// What a dossier says besides the facts of the ten sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierFacts {
    /// The name of the unit whose office keeps it.
    pub office: String,
    /// Elected on, as the roster says it; may be empty.
    pub elected_on: String,
    /// In office, suspended or ended, on the day on which this was made.
    pub status: DeputyStatus,
    /// What changed in the year, by the roster; oldest first.
    pub changes: Vec<ServiceChange>,
    /// Where the year's handbook stands.
    pub handbook: HandbookReceipt,
    /// Confirmed by the deputy and not verified yet: not in the dossier.
    pub waiting: i64,
}

/// Where the handbook of the year stands with the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandbookReceipt {
    /// Open, handed in, returned, accepted.
    pub state: HandbookState,
    /// The paper book.
    pub on_paper: bool,
    /// Handed in, or told to be.
    pub handed_in_on: Option<NaiveDate>,
    /// Taken in or returned.
    pub decided_on: Option<NaiveDate>,
}

/// Whether a deputy was elected only after a year: there is no dossier of it.
pub fn began_after(deputy: &Deputy, year: i32) -> bool {
    ElectedOn::read(&deputy.elected_on).is_ok_and(|on| on.earliest().year() > year)
}

/// The dossier of a deputy and a year. `made_on`: the day of the export in Asia/Shanghai.
pub fn read_dossier(world: &World, deputy: DeputyId, year: i32, made_on: NaiveDate) -> Deciding<Handbook> {
    let list = |state: &str| ListKey::Records {
        deputy,
        state: state.to_owned(),
        on: format!("{year:04}"),
        page: -1,
    };
    let (verified, confirmed, late) = (list("verified"), list("confirmed"), list("late"));
    let imports = ListKey::Imports;
    world.want(
        [&verified, &confirmed, &late, &imports]
            .map(|list| Key::List(list.clone()))
            .into_iter()
            .chain([Key::Deputy(deputy), Key::Handbook((deputy, year.into()))]),
    )?;
    let owner = world.deputy(&deputy)?;
    if began_after(owner, year) || year > made_on.year() {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    }
    let ids: Vec<RecordId> = world
        .list(&verified)?
        .ids
        .iter()
        .map(|id| RecordId(*id))
        .collect();
    let imports: Vec<ImportId> = world.list(&imports)?.ids.iter().map(|id| ImportId(*id)).collect();
    world.want(
        ids.iter()
            .map(|id| Key::Record(*id))
            .chain(imports.iter().map(|id| Key::Import(*id)))
            .chain([Key::Office(owner.office_id)]),
    )?;
    let mut records = Vec::with_capacity(ids.len());
    for id in &ids {
        if let Some(row) = world.find_record(id)?
            && row.deputy_id == deputy
            && row.record.state == RecordState::Verified
        {
            records.push((*id, &row.record));
        }
    }
    let mut ledger = Vec::with_capacity(imports.len());
    for id in &imports {
        ledger.extend(world.find_import(id)?.cloned());
    }
    let waiting = world.list(&confirmed)?.total - world.list(&verified)?.total + world.list(&late)?.total;
    let handbook = world.find_handbook(&(deputy, year.into()))?;
    let facts = DossierFacts {
        office: world.office(&owner.office_id)?.name.clone(),
        elected_on: owner.elected_on.clone(),
        status: owner.status,
        changes: service_of(owner, &ledger)
            .into_iter()
            .filter(|change| change.on.year() == year)
            .collect(),
        handbook: HandbookReceipt {
            state: handbook.map_or(HandbookState::Open, |row| row.state),
            on_paper: handbook.is_some_and(|row| row.on_paper),
            handed_in_on: handbook.and_then(|row| row.handed_in_at).map(day_of),
            decided_on: handbook.and_then(|row| row.decided_at).map(day_of),
        },
        waiting,
    };
    let book = Handbook::of_year(year, owner_of(owner), Vec::new(), records, made_on);
    Ok(Handbook {
        kind: BookKind::Dossier(Box::new(facts)),
        ..book
    })
}
