//! Taking a roster in, all or nothing, and undoing the newest import.
//!
//! A deputy gone from the list is never deleted; a suspended or ended deputy gets no new cases, and the open ones pass to
//! the unit office after the writers are told. A code belongs to one person for ever.

use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::electing_unit::{ElectingUnit, Openness};
use crate::domain::ids::{AccountId, DeputyId, ImportId, OfficeId};
use crate::domain::keeping::RosterImport;
use crate::domain::lookup::secret_hash;
use crate::domain::people::{Deputy, DeputyStatus, Office, OfficeKind};
use crate::domain::refusal::Refusal;
use crate::domain::roster::ledger::{Before, Fields};
use crate::domain::roster::{
    CardNumber, DeputyCode, ElectedOn, Grassroots, Phone, RosterEntry, Sex, compare,
};
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::audit_act::audit;
use super::pass_case::announce_to_writers;

/// Code of the provincial office.
pub const PROVINCIAL: &str = "HN";

/// Marks the code of a deputy whose import was undone: the code itself is free again.
pub const UNDONE: char = '~';

/// Makes the offices of all electing units and the provincial office, where they are missing.
pub fn found_offices(world: &mut World, cx: &Context<'_>) -> Deciding<()> {
    let codes: Vec<&str> = ElectingUnit::ALL
        .iter()
        .map(|unit| unit.code())
        .chain([PROVINCIAL])
        .collect();
    world.want(codes.iter().map(|code| Key::OfficeCode((*code).to_owned())))?;
    let mut missing = Vec::new();
    for unit in ElectingUnit::ALL {
        if world.office_coded(&unit.code().to_owned())?.is_none() {
            let open = unit.openness() == Openness::Open;
            missing.push((unit.code(), unit.name().to_owned(), OfficeKind::Unit, open));
        }
    }
    if world.office_coded(&PROVINCIAL.to_owned())?.is_none() {
        missing.push((PROVINCIAL, "湖南省".to_owned(), OfficeKind::Provincial, true));
    }
    for (code, name, kind, open_to_public) in missing {
        world.put_office(Office {
            id: cx.ids.next(),
            code: code.to_owned(),
            name,
            kind,
            open_to_public,
            phone: String::new(),
        });
    }
    Ok(())
}

/// The roster entry of a deputy as kept; `None` for one whose import was undone.
pub fn entry_of(deputy: &Deputy) -> Option<RosterEntry> {
    Some(RosterEntry {
        code: DeputyCode::read(&deputy.code)?,
        name: deputy.name.clone(),
        sex: Sex::from_key(&deputy.sex),
        electing_unit: ElectingUnit::from_code(&deputy.unit_code)?,
        delegation: deputy.delegation.clone(),
        group: deputy.group_name.clone(),
        post: deputy.post.clone(),
        grassroots: Grassroots::from_key(&deputy.grassroots),
        fields: deputy
            .fields
            .split('、')
            .filter(|field| !field.is_empty())
            .map(str::to_owned)
            .collect(),
        phone: Phone::read(&deputy.phone),
        card_number: CardNumber::read(&deputy.card_number),
        elected_on: ElectedOn::read(&deputy.elected_on).ok(),
        status: deputy.status,
    })
}

/// A fingerprint of the kept roster, so that a confirmation is refused when it moved since the preview.
pub fn basis(deputies: &[Deputy]) -> String {
    let mut lines: Vec<String> = deputies
        .iter()
        .map(|deputy| {
            format!(
                "{}|{}|{}|{}|{}|{}",
                deputy.code,
                deputy.name,
                deputy.card_number,
                deputy.status.key(),
                deputy.gone_at.is_some(),
                deputy.phone
            )
        })
        .collect();
    lines.sort();
    secret_hash(&lines.join("\n"))
}

fn write_entry(deputy: &mut Deputy, entry: &RosterEntry, office: OfficeId) {
    deputy.name.clone_from(&entry.name);
    deputy.sex = entry.sex.map_or("", Sex::key).to_owned();
    deputy.unit_code = entry.electing_unit.code().to_owned();
    deputy.office_id = office;
    deputy.delegation.clone_from(&entry.delegation);
    deputy.group_name.clone_from(&entry.group);
    deputy.post.clone_from(&entry.post);
    deputy.grassroots = entry.grassroots.map_or("", Grassroots::key).to_owned();
    deputy.fields = entry.fields.join("、");
    deputy.phone = entry
        .phone
        .as_ref()
        .map(|phone| phone.as_str().to_owned())
        .unwrap_or_default();
    deputy.card_number = entry
        .card_number
        .as_ref()
        .map(|card| card.as_str().to_owned())
        .unwrap_or_default();
    deputy.elected_on = entry.elected_on.map(|on| on.to_string()).unwrap_or_default();
    deputy.status = entry.status;
    deputy.gone_at = None;
}

/// All deputies of the kept roster that an import is compared with.
pub fn kept(world: &World, unit: Option<&str>) -> Deciding<Vec<Deputy>> {
    let list = ListKey::Roster(unit.unwrap_or_default().to_owned());
    let ids: Vec<DeputyId> = world.list(&list)?.ids.iter().map(|id| DeputyId(*id)).collect();
    world.want(ids.iter().map(|id| Key::Deputy(*id)))?;
    let mut deputies = Vec::with_capacity(ids.len());
    for id in ids {
        let deputy = world.deputy(&id)?;
        if !deputy.code.starts_with(UNDONE) {
            deputies.push(deputy.clone());
        }
    }
    Ok(deputies)
}

/// Takes a roster in. `unit`: only this unit's deputies may be in it, and only they can be gone.
pub fn import_roster(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    entries: &[RosterEntry],
    file_hash: &str,
    preview: &str,
    unit: Option<&str>,
) -> Deciding<Answer> {
    world.want([Key::List(ListKey::Roster(unit.unwrap_or_default().to_owned()))])?;
    let deputies = kept(world, unit)?;
    if !preview.is_empty() && preview != basis(&deputies) {
        return Err(Stop::Refused(Refusal::RosterMoved));
    }
    if unit.is_some_and(|unit| entries.iter().any(|entry| entry.electing_unit.code() != unit)) {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    world.want(
        entries
            .iter()
            .map(|entry| Key::OfficeCode(entry.electing_unit.code().to_owned())),
    )?;
    world.want(
        entries
            .iter()
            .map(|entry| Key::DeputyCode(entry.code.as_str().to_owned())),
    )?;
    let current: Vec<RosterEntry> = deputies.iter().filter_map(entry_of).collect();
    let diff = compare(&current, entries);
    // A code of another unit's deputy is not seen by a unit's comparison, so it is asked for by itself.
    let foreign = unit.is_some()
        && diff
            .added
            .iter()
            .any(|entry| matches!(world.deputy_coded(&entry.code.as_str().to_owned()), Ok(Some(_))));
    if !diff.belongs_to_another.is_empty() || foreign {
        return Err(Stop::Refused(Refusal::RosterFaulty));
    }
    let mut before = Vec::new();
    let office = |world: &World, entry: &RosterEntry| -> Deciding<OfficeId> {
        world
            .office_coded(&entry.electing_unit.code().to_owned())?
            .ok_or(Stop::Refused(Refusal::NoLongerThere))
    };
    for entry in &diff.added {
        let mut deputy = empty(cx.ids.next(), entry.code.as_str(), cx.now);
        write_entry(&mut deputy, entry, office(world, entry)?);
        before.push(Before {
            deputy: deputy.id.0,
            fields: None,
        });
        world.put_deputy(deputy);
    }
    let mut left = Vec::new();
    let returned = diff.unchanged.iter().filter_map(|entry| {
        let deputy = deputies
            .iter()
            .find(|deputy| deputy.code == entry.code.as_str())?;
        deputy.gone_at.is_some().then_some(entry)
    });
    for entry in diff.changed.iter().map(|changed| &changed.new).chain(returned) {
        let Some(deputy) = deputies.iter().find(|deputy| deputy.code == entry.code.as_str()) else {
            continue;
        };
        let mut deputy = deputy.clone();
        before.push(Before {
            deputy: deputy.id.0,
            fields: Some(Fields::of(&deputy)),
        });
        let was = deputy.status;
        write_entry(&mut deputy, entry, office(world, entry)?);
        if was == DeputyStatus::InOffice && deputy.status != DeputyStatus::InOffice {
            left.push(deputy.id);
        }
        world.put_deputy(deputy);
    }
    let mut gone = 0;
    for entry in &diff.gone {
        let Some(deputy) = deputies.iter().find(|deputy| deputy.code == entry.code.as_str()) else {
            continue;
        };
        if deputy.gone_at.is_none() {
            gone += 1;
            let mut deputy = deputy.clone();
            before.push(Before {
                deputy: deputy.id.0,
                fields: Some(Fields::of(&deputy)),
            });
            deputy.gone_at = Some(cx.now);
            world.put_deputy(deputy);
        }
    }
    world.want(
        left.iter()
            .map(|id| Key::List(ListKey::OpenCases(crate::domain::case::Reader::Deputy(*id)))),
    )?;
    for id in left {
        announce_to_writers(world, cx, id)?;
    }
    let import: ImportId = cx.ids.next();
    world.put_import(RosterImport {
        id: import,
        account_id: by,
        at: cx.now,
        file_hash: file_hash.to_owned(),
        changes: serde_json::to_string(&before).unwrap_or_default(),
        undone_at: None,
    });
    audit(world, cx, by, "roster.imported", format!("import {import}"))?;
    Ok(Answer::Imported {
        import,
        added: diff.added.len(),
        changed: diff.changed.len(),
        gone,
    })
}

fn empty(id: DeputyId, code: &str, now: i64) -> Deputy {
    Deputy {
        id,
        code: code.to_owned(),
        name: String::new(),
        sex: String::new(),
        unit_code: String::new(),
        office_id: OfficeId(0),
        delegation: String::new(),
        group_name: String::new(),
        post: String::new(),
        grassroots: String::new(),
        fields: String::new(),
        phone: String::new(),
        card_number: String::new(),
        elected_on: String::new(),
        status: DeputyStatus::InOffice,
        paused_at: None,
        gone_at: None,
        account_id: None,
        created_at: now,
    }
}

/// Undoes the newest import that was not undone. Refused once a deputy that it brought is bound: people may have written.
pub fn undo_roster(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    import: Option<ImportId>,
) -> Deciding<Answer> {
    let newest = world
        .list(&ListKey::LastImport)?
        .ids
        .first()
        .copied()
        .map(ImportId);
    let id = newest
        .filter(|newest| import.is_none_or(|import| import == *newest))
        .ok_or(Stop::Refused(Refusal::NothingToUndo))?;
    let mut import = world.import(&id)?.clone();
    let before: Vec<Before> = serde_json::from_str(&import.changes).unwrap_or_default();
    world.want(before.iter().map(|row| Key::Deputy(DeputyId(row.deputy))))?;
    let rows = before.len();
    for row in before {
        let mut deputy = world.deputy(&DeputyId(row.deputy))?.clone();
        match row.fields {
            Some(fields) => fields.back_into(&mut deputy),
            None if deputy.account_id.is_some() => return Err(Stop::Refused(Refusal::UndoTooLate)),
            None => {
                deputy.code = format!("{UNDONE}{}", deputy.id);
                deputy.gone_at = Some(cx.now);
            }
        }
        world.put_deputy(deputy);
    }
    import.undone_at = Some(cx.now);
    world.put_import(import);
    audit(world, cx, by, "roster.undone", format!("import {id}"))?;
    Ok(Answer::Undone(rows))
}
