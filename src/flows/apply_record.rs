//! Commands upon duty records: who may give them, and which flow decides them. All belong to those who steer the deputy's
//! office.

use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::ids::RecordId;
use crate::domain::record::command::RecordCommand;
use crate::domain::world::{Deciding, Key, World};

use super::apply_command::{Giver, check_deputy, check_office};
use super::audit_act::audit;
use super::{enter_activity, import_handbook, verify_records};

/// Decides a command upon duty records.
pub fn apply_record(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    command: &RecordCommand,
) -> Deciding<Answer> {
    let by = giver.account();
    match command {
        RecordCommand::Verify(records) => {
            let ids: Vec<RecordId> = records.iter().map(|seen| seen.record).collect();
            check_records(world, giver, &ids)?;
            verify_records::verify(world, cx, by, records)
        }
        RecordCommand::GiveBack { record, reason } => {
            check_records(world, giver, &[record.record])?;
            verify_records::give_back(world, cx, by, record, reason)?;
            Ok(Answer::Done)
        }
        RecordCommand::TakeBackReturn(record) => {
            check_records(world, giver, &[*record])?;
            verify_records::take_back(world, cx, by, *record)?;
            Ok(Answer::Done)
        }
        RecordCommand::NoteReading(record) => {
            check_records(world, giver, &[*record])?;
            audit(world, cx, by, "record.read", format!("record {record}"))?;
            Ok(Answer::Done)
        }
        RecordCommand::EnterActivity(fields) => {
            check_office(world, giver, fields.office)?;
            enter_activity::enter(world, cx, by, fields)
        }
        RecordCommand::ImportHandbook(sheet) => {
            check_deputy(world, giver, sheet.deputy)?;
            import_handbook::import(world, cx, by, sheet)
        }
        RecordCommand::WithdrawActivity(activity) => {
            check_office(world, giver, world.activity(activity)?.office_id)?;
            enter_activity::withdraw(world, cx, by, *activity)?;
            Ok(Answer::Done)
        }
    }
}

/// The deputies whose records these are must be of an office that the giver steers. One that isn't there is left to the flow.
fn check_records(world: &World, giver: Giver, ids: &[RecordId]) -> Deciding<()> {
    world.want(ids.iter().map(|id| Key::Record(*id)))?;
    let mut deputies = Vec::new();
    for id in ids {
        deputies.extend(world.find_record(id)?.map(|row| row.deputy_id));
    }
    world.want(deputies.iter().map(|id| Key::Deputy(*id)))?;
    for deputy in deputies {
        check_deputy(world, giver, deputy)?;
    }
    Ok(())
}
