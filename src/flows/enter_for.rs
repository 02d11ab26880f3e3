//! 代录: a matter that was heard by telephone, on paper or in person, entered by a deputy or an officer and marked as such.

use crate::domain::account::Account;
use crate::domain::case::{Case, CaseState, EnteredWay, Reader};
use crate::domain::context::Context;
use crate::domain::ids::CaseId;
use crate::domain::keeping::{CaseAct, CaseEvent};
use crate::domain::message::{Author, Content};
use crate::domain::message_kind::MessageKind;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Stop, World};

use super::keep_record::keep_record;
use super::owe::owe;
use super::show_card::{self, Which};
use super::write_letter::{Words, keep_message, next_number, office_of};

/// Enters the words as a case of the reader. A deputy who enters a matter of their own has heard it already, so it is
/// delivered at once and a draft record stands at their disposal; an officer's entry reaches the deputy as a card.
pub fn enter_for(
    world: &mut World,
    cx: &Context<'_>,
    by: &Account,
    reader: Reader,
    way: EnteredWay,
    content: &Content,
) -> Deciding<CaseId> {
    if content.words().trim().is_empty() && matches!(content, Content::Text(_)) {
        return Err(Stop::Refused(Refusal::Empty));
    }
    let office_id = office_of(world, reader)?;
    let number = next_number(world, cx)?;
    let mut case = Case::new(cx.ids.next(), number, None, reader, office_id, cx.now);
    case.entered_way = Some(way);
    case.entered_by = Some(by.id);
    case.messages = 1;
    let message = keep_message(
        world,
        cx,
        &case,
        Author::Constituent,
        by,
        &Words {
            content,
            remote_id: None,
            said_at: None,
        },
    );
    world.add_case_event(CaseEvent {
        id: cx.ids.next::<CaseId>().0,
        case_id: case.id,
        act: CaseAct::Opened,
        account_id: Some(by.id),
        at: cx.now,
    });
    let own = reader.deputy().is_some() && by.deputy_id == reader.deputy();
    if own {
        case.state = CaseState::Delivered;
        world.put_case(case.clone());
        // The list of its messages is not in the database yet: the record is drafted from what is at hand.
        world.learn_list(
            crate::domain::world::ListKey::Messages(case.id),
            crate::domain::world::List {
                ids: vec![message.0],
                total: 1,
            },
        );
        keep_record(world, cx, &case)?;
    } else {
        world.put_case(case.clone());
        show_card::card(world, cx, &case, message, Which::First, cx.now)?;
        show_card::file(world, cx, &case, message)?;
    }
    owe(by, MessageKind::EnteredFor { case: case.id }, cx)
        .of(case.id)
        .put(world, cx);
    Ok(case.id)
}
