//! Gathering what a deputy's handbook of a year is made of. Called by the desk, the chat's export and the command line; it
//! reads only.

use chrono::NaiveDate;

use crate::domain::electing_unit::ElectingUnit;
use crate::domain::handbook::{Handbook, HandbookDeputy};
use crate::domain::ids::{DeputyId, RecordId};
use crate::domain::people::Deputy;
use crate::domain::world::{Deciding, Key, ListKey, World};

/// The handbook of a year with all confirmed records of it. `made_on`: the day of the export in Asia/Shanghai; `notes`: what
/// the unit office adds to the notes on filling in.
pub fn read_handbook(
    world: &World,
    deputy: DeputyId,
    year: i32,
    made_on: NaiveDate,
    notes: &[String],
) -> Deciding<Handbook> {
    let list = ListKey::Records {
        deputy,
        state: "confirmed".to_owned(),
        on: format!("{year:04}"),
        page: -1,
    };
    world.want([Key::Deputy(deputy), Key::List(list.clone())])?;
    let owner = world.deputy(&deputy)?;
    let ids: Vec<RecordId> = world.list(&list)?.ids.iter().map(|id| RecordId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut records = Vec::with_capacity(ids.len());
    for id in &ids {
        // One that was dropped while this was being read is gone from the handbook too.
        if let Some(row) = world.find_record(id)?
            && row.deputy_id == deputy
        {
            records.push((*id, &row.record));
        }
    }
    Ok(Handbook::of_year(
        year,
        owner_of(owner),
        notes.to_vec(),
        records,
        made_on,
    ))
}

/// Whose book it is, as the cover says it.
pub(in crate::domain) fn owner_of(deputy: &Deputy) -> HandbookDeputy {
    HandbookDeputy {
        name: deputy.name.clone(),
        electing_unit: ElectingUnit::from_code(&deputy.unit_code)
            .map(ElectingUnit::name)
            .unwrap_or_default()
            .to_owned(),
        delegation: deputy.delegation.clone(),
        group: deputy.group_name.clone(),
        card_number: deputy.card_number.clone(),
        post: deputy.post.clone(),
    }
}
