//! Cases change their reader: an office passes 不知道找谁 on to a deputy; a deputy who may no longer read gives theirs to
//! the unit office, after the writers are told.

use crate::domain::case::Reader;
use crate::domain::context::Context;
use crate::domain::ids::{AccountId, CaseId, DeputyId};
use crate::domain::keeping::{CaseAct, CaseEvent};
use crate::domain::message_kind::MessageKind;
use crate::domain::people::DeputyStatus;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::owe::owe;
use super::show_card::{self, Which};
use super::tell_office::tell_office;
use super::write_letter;

/// An office passes a case on to a deputy who can be written to.
pub fn pass_to_deputy(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    case_id: CaseId,
    deputy_id: DeputyId,
) -> Deciding<()> {
    world.want([
        Key::Case(case_id),
        Key::Deputy(deputy_id),
        Key::List(ListKey::Messages(case_id)),
    ])?;
    let deputy = world.deputy(&deputy_id)?.clone();
    let office = world.office(&deputy.office_id)?;
    if crate::domain::access::unavailable(&deputy, office).is_some() {
        return Err(Stop::Refused(Refusal::DeputyUnavailable));
    }
    change_reader(world, cx, by, case_id, Reader::Deputy(deputy_id))?;
    let case = world.case(&case_id)?.clone();
    let first = world.list(&ListKey::Messages(case_id))?.ids.first().copied();
    if let Some(first) = first {
        let first = crate::domain::ids::MessageId(first);
        world.want([Key::Message(first)])?;
        show_card::card(world, cx, &case, first, Which::Passed, cx.now)?;
        show_card::file(world, cx, &case, first)?;
    }
    if let Some(account) = case.account_id {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::ReaderChanged { case: case_id }, cx)
            .of(case_id)
            .put(world, cx);
    }
    Ok(())
}

/// Tells the writers of a deputy's open cases that the unit office will read from now on. The cases move when the
/// telling arrived (`moves_after_telling`), so nobody new reads before.
pub fn announce_to_writers(world: &mut World, cx: &Context<'_>, deputy_id: DeputyId) -> Deciding<()> {
    let ids: Vec<CaseId> = world
        .list(&ListKey::OpenCases(Reader::Deputy(deputy_id)))?
        .ids
        .iter()
        .map(|id| CaseId(*id))
        .collect();
    world.want(ids.iter().map(|id| Key::Case(*id)))?;
    let accounts = ids
        .iter()
        .map(|id| Ok(world.case(id)?.account_id))
        .collect::<Deciding<Vec<_>>>()?;
    world.want(accounts.iter().flatten().map(|id| Key::Account(*id)))?;
    for (id, account) in ids.into_iter().zip(accounts) {
        match account {
            Some(account) => {
                let account = world.account(&account)?.clone();
                owe(&account, MessageKind::ReaderChanged { case: id }, cx)
                    .of(id)
                    .put(world, cx);
            }
            // Entered for someone who has no account: there is nobody to tell.
            None => moves_after_telling(world, cx, id)?,
        }
    }
    Ok(())
}

/// The telling arrived, or can't: if the deputy may still not read, the unit office reads from now on.
pub fn moves_after_telling(world: &mut World, cx: &Context<'_>, case_id: CaseId) -> Deciding<()> {
    let case = world.case(&case_id)?.clone();
    let Reader::Deputy(deputy) = case.reader else {
        return Ok(());
    };
    let deputy = world.deputy(&deputy)?;
    if deputy.status == DeputyStatus::InOffice || !case.state.is_open() {
        return Ok(());
    }
    let office = Reader::Office(deputy.office_id);
    change_reader(world, cx, None, case_id, office)?;
    let case = world.case(&case_id)?.clone();
    tell_office(world, cx, &case, None)
}

fn change_reader(
    world: &mut World,
    cx: &Context<'_>,
    by: Option<AccountId>,
    case_id: CaseId,
    reader: Reader,
) -> Deciding<()> {
    let mut case = world.case(&case_id)?.clone();
    if let Some(account_id) = case.account_id {
        world.want([
            Key::Account(account_id),
            Key::Correspondent((account_id, case.reader)),
            Key::Correspondent((account_id, reader)),
        ])?;
        let account = world.account(&account_id)?.clone();
        let before = world.find_correspondent(&(account_id, case.reader))?.cloned();
        let mut after = write_letter::correspondent(world, &account, reader, cx)?;
        after.open_case_id = Some(case_id);
        if let Some(mut before) = before {
            // The name goes along only by the person's own will: another reader knows another pseudonym.
            if before.open_case_id == Some(case_id) {
                before.open_case_id = None;
                world.put_correspondent(before);
            }
        }
        world.put_correspondent(after);
        if account.dialogue.talking_to == Some(case.reader) {
            let mut account = account;
            account.dialogue.talking_to = Some(reader);
            world.put_account(account);
        }
    }
    case.reader = reader;
    case.office_id = write_letter::office_of(world, reader)?;
    world.add_case_event(CaseEvent {
        id: cx.ids.next::<CaseId>().0,
        case_id,
        act: CaseAct::ReaderChanged,
        account_id: by,
        at: cx.now,
    });
    world.put_case(case);
    super::audit_act::audit(world, cx, by, "case.reader", format!("case {case_id}"))
}
