//! Commands upon the register: who may give them, and which flow decides them. The directory of handling units and what a job
//! asks for belong to the province; all else to those who steer the leading deputy's office.

use crate::domain::answer::Answer;
use crate::domain::context::Context;
use crate::domain::ids::{AssignmentId, OfficeId, ReplyId, SuggestionId};
use crate::domain::refusal::Refusal;
use crate::domain::suggestion::command::SuggestionCommand;
use crate::domain::world::{Deciding, Key, Stop, World};

use super::apply_command::{Giver, check_any_office, check_deputy, check_office, check_province};
use super::{
    co_sign, hand_out, import_suggestions, keep_suggestion, record_reply, take_draft_file, work_deadlines,
};

fn check_suggestion(world: &World, giver: Giver, id: SuggestionId) -> Deciding<()> {
    let row = world
        .find_suggestion(&id)?
        .ok_or(Stop::Refused(Refusal::SuggestionUnknown))?;
    check_office(world, giver, row.office_id)
}

fn check_assignment(world: &World, giver: Giver, id: AssignmentId) -> Deciding<()> {
    check_office(world, giver, world.assignment(&id)?.office_id)
}

fn check_reply(world: &World, giver: Giver, id: ReplyId) -> Deciding<()> {
    check_office(world, giver, world.reply(&id)?.office_id)
}

/// The office of an officer who gives a command; none: the administrator.
fn own_office(world: &World, giver: Giver) -> Deciding<Option<OfficeId>> {
    check_any_office(world, giver)?;
    match giver {
        Giver::Account(id) => {
            let officer = world
                .account(&id)?
                .officer_id
                .ok_or(Stop::Refused(Refusal::NotYours))?;
            Ok(Some(world.officer(&officer)?.office_id))
        }
        Giver::Administrator => Ok(None),
        Giver::Program => Err(Stop::Refused(Refusal::NotYours)),
    }
}

/// Decides a command upon the register.
pub fn apply_suggestion(
    world: &mut World,
    cx: &Context<'_>,
    giver: Giver,
    command: &SuggestionCommand,
) -> Deciding<Answer> {
    use SuggestionCommand as C;
    let by = giver.account();
    match command {
        C::Enter(fields) => {
            check_deputy(world, giver, fields.deputy)?;
            keep_suggestion::enter(world, cx, by, fields)
        }
        C::Correct {
            suggestion,
            fields,
            why,
        } => {
            check_suggestion(world, giver, *suggestion)?;
            check_deputy(world, giver, fields.deputy)?;
            keep_suggestion::correct(world, cx, by, *suggestion, fields, why)
        }
        C::Withdraw { suggestion, why } => {
            check_suggestion(world, giver, *suggestion)?;
            keep_suggestion::withdraw(world, cx, by, *suggestion, why)
        }
        C::KeepUnit {
            unit,
            name,
            other_names,
            email,
            standing,
        } => {
            if giver != Giver::Administrator {
                check_province(world, giver)?;
            }
            hand_out::keep_unit(world, cx, by, *unit, name, other_names, email, *standing)
        }
        C::Assign {
            suggestion,
            unit,
            role,
            on,
        } => {
            check_suggestion(world, giver, *suggestion)?;
            hand_out::assign(world, cx, by, *suggestion, *unit, *role, *on)
        }
        C::Extend { assignment, why } => {
            check_assignment(world, giver, *assignment)?;
            hand_out::extend(world, cx, by, *assignment, why)
        }
        C::Return { assignment, why } => {
            check_assignment(world, giver, *assignment)?;
            hand_out::return_wrong(world, cx, by, *assignment, why)
        }
        C::Import {
            entries,
            file_hash,
            new_units,
        } => {
            let office = own_office(world, giver)?;
            import_suggestions::import_suggestions(world, cx, by, office, entries, file_hash, *new_units)
        }
        C::Record(facts) => {
            world.want(facts.iter().map(|fact| Key::Assignment(fact.assignment)))?;
            for fact in facts {
                check_assignment(world, giver, fact.assignment)?;
            }
            record_reply::record(world, cx, by, facts)
        }
        C::Clear {
            reply,
            on,
            source,
            why,
        } => {
            check_reply(world, giver, *reply)?;
            record_reply::clear(world, cx, by, *reply, *on, *source, why)
        }
        C::CorrectReply {
            reply,
            class,
            document_number,
            why,
        } => {
            check_reply(world, giver, *reply)?;
            record_reply::correct(world, cx, by, *reply, class, document_number, why)
        }
        C::TakeBack { reply, why } => {
            check_reply(world, giver, *reply)?;
            record_reply::take_back(world, cx, by, *reply, why)
        }
        C::DraftRead { draft, read } => {
            if giver != Giver::Program {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            take_draft_file::was_read(world, cx, *draft, read)?;
            Ok(Answer::Done)
        }
        C::AskAgain(draft) => {
            if giver != Giver::Program {
                return Err(Stop::Refused(Refusal::NotYours));
            }
            co_sign::ask_again_after_pause(world, cx, *draft)?;
            Ok(Answer::Done)
        }
        C::Recalculate => {
            if giver != Giver::Program {
                check_province(world, giver)?;
            }
            work_deadlines::recalculate(world, cx)
        }
    }
}
