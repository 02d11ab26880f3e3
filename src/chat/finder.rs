//! Finding a deputy, and opening one by code: only those who can be written to; for the others the unit office is offered.

use crate::domain::access::unavailable;
use crate::domain::account::Account;
use crate::domain::case::Reader;
use crate::domain::case::text::shortened;
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::{DeputyId, OfficeId};
use crate::domain::message::Content;
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::world::{Deciding, FindBy, Key, World};
use crate::flows::owe::owe;

use super::{held, talk_to};

/// A search word is at most so long.
const LONGEST_NAME: usize = 20;

/// Opens the deputy of a code, or the finder when the code leads to nobody.
pub(super) fn open_code(world: &mut World, cx: &Context<'_>, account: &Account, code: &str) -> Deciding<()> {
    // Rosters write codes in capitals; people type them as they like.
    match world.deputy_coded(&code.to_uppercase())? {
        Some(deputy) => open_deputy(world, cx, account, deputy),
        None => {
            code_unknown(world, cx, account);
            Ok(())
        }
    }
}

/// A code that leads to nobody: said kindly, with the finder.
pub(super) fn code_unknown(world: &mut World, cx: &Context<'_>, account: &Account) {
    owe(
        account,
        MessageKind::Note {
            note: Note::CodeUnknown,
        },
        cx,
    )
    .put(world, cx);
    owe(account, MessageKind::FinderMenu, cx).put(world, cx);
}

/// Opens a deputy's page; words that were held can go there with one tap.
pub(super) fn open_deputy(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: DeputyId,
) -> Deciding<()> {
    if account.deputy_id == Some(id) {
        super::home(world, cx, account);
        return Ok(());
    }
    let Some(deputy) = world.find_deputy(&id)?.cloned() else {
        code_unknown(world, cx, account);
        return Ok(());
    };
    let office = world.office(&deputy.office_id)?.clone();
    let held = held::words(account);
    if let Some(why) = unavailable(&deputy, &office) {
        if !office.open_to_public {
            // A closed unit is not spoken of: the code leads nowhere.
            code_unknown(world, cx, account);
            return Ok(());
        }
        let mut account = account.clone();
        let has_held = !held.is_empty();
        account.dialogue.go(
            Step::Offered {
                reader: Reader::Office(office.id),
                said: held,
            },
            // A deputy's words are else answers: the offer doesn't catch them for ever.
            account.deputy_id.map(|_| cx.now + cx.rules.step_lapses_ms),
        );
        owe(
            &account,
            MessageKind::OfferOffice {
                deputy: id,
                why,
                held: has_held,
            },
            cx,
        )
        .put(world, cx);
        world.put_account(account);
        return Ok(());
    }
    open_reader(world, cx, account, Reader::Deputy(id), held);
    Ok(())
}

/// Opens the office of a unit, for those who don't know whom to write to.
pub(super) fn open_office(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    id: OfficeId,
) -> Deciding<()> {
    let office = world.office(&id)?;
    if !office.open_to_public {
        code_unknown(world, cx, account);
        return Ok(());
    }
    let held = held::words(account);
    open_reader(world, cx, account, Reader::Office(id), held);
    Ok(())
}

fn open_reader(world: &mut World, cx: &Context<'_>, account: &Account, reader: Reader, held: Vec<Content>) {
    talk_to(world, cx, account, reader);
    if !held.is_empty() {
        let mut account = account.clone();
        account.dialogue.talking_to = Some(reader);
        account.dialogue.wants_new_case = false;
        account.dialogue.go(Step::Offered { reader, said: held }, None);
        owe(&account, MessageKind::HeldWords { reader }, cx).put(world, cx);
        world.put_account(account);
    }
}

/// The deputies whose name holds the words.
pub(super) fn by_name(world: &mut World, cx: &Context<'_>, account: &Account, typed: &str) {
    let name: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let mut account = account.clone();
    account.dialogue.rest();
    let by = FindBy::Name(shortened(&name, LONGEST_NAME));
    owe(&account, MessageKind::FinderDeputies { by, page: 0 }, cx).put(world, cx);
    world.put_account(account);
}

/// The deputies of an office's unit.
pub(super) fn of_unit(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    office: OfficeId,
    page: i64,
) -> Deciding<()> {
    world.want([Key::Office(office)])?;
    let by = FindBy::Unit(world.office(&office)?.code.clone());
    owe(account, MessageKind::FinderDeputies { by, page }, cx).put(world, cx);
    Ok(())
}
