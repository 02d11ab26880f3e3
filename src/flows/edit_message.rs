//! A person changes the words of an earlier message: the old ones are kept; an edit that comes first is parked for a day.

use crate::domain::account::Account;
use crate::domain::case_text::kept;
use crate::domain::context::Context;
use crate::domain::ids::{MessageId, RecordId};
use crate::domain::keeping::{MessageVersion, ParkedEdit};
use crate::domain::world::{Deciding, Key, World};

/// Takes an edit. Gives the message, if it is known already.
pub fn edit_message(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    remote_id: i64,
    text: &str,
) -> Deciding<Option<MessageId>> {
    let Some(id) = world.message_at(&(account.id, remote_id))? else {
        world.want([Key::ParkedEdit((account.id, remote_id))])?;
        world.put_parked_edit(ParkedEdit {
            account_id: account.id,
            remote_id,
            text: kept(text),
            until_at: cx.now + cx.rules.edit_parked_ms,
        });
        return Ok(None);
    };
    replace(world, cx, id, text)?;
    Ok(Some(id))
}

/// Replaces the words of a message and keeps the old ones. The same words again change nothing.
pub fn replace(world: &mut World, cx: &Context<'_>, id: MessageId, text: &str) -> Deciding<()> {
    let mut message = world.message(&id)?.clone();
    let text = kept(text);
    if message.text == text {
        return Ok(());
    }
    let old = std::mem::replace(&mut message.text, text);
    world.add_message_version(MessageVersion {
        id: cx.ids.next::<RecordId>().0,
        message_id: id,
        text: old,
        replaced_at: cx.now,
    });
    message.edited_at = Some(cx.now);
    world.put_message(message);
    Ok(())
}

/// Words of an edit that came before this message, if any are parked.
pub fn parked(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    remote_id: i64,
) -> Deciding<Option<String>> {
    let Some(parked) = world.find_parked_edit(&(account.id, remote_id))? else {
        return Ok(None);
    };
    if parked.text.is_empty() || parked.until_at <= cx.now {
        return Ok(None);
    }
    let text = parked.text.clone();
    let mut used = parked.clone();
    used.text.clear();
    world.put_parked_edit(used);
    Ok(Some(text))
}
