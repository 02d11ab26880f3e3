//! A person changes the words of an earlier message, or its file: the old ones are kept, and a file that took another's
//! place goes to the reader; an edit that comes first is parked for a day, with its words.

use crate::domain::account::Account;
use crate::domain::case::text::kept;
use crate::domain::context::Context;
use crate::domain::ids::{MessageId, RecordId};
use crate::domain::keeping::{MessageVersion, ParkedEdit};
use crate::domain::message::{Author, Content, File, NewFile};
use crate::domain::world::{Deciding, Key, World};

use super::{show_card, write_letter};

/// Takes an edit. Gives the message, if it is known already.
pub fn edit_message(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    remote_id: i64,
    content: &Content,
) -> Deciding<Option<MessageId>> {
    let Some(id) = world.message_at(&(account.id, remote_id))? else {
        world.want([Key::ParkedEdit((account.id, remote_id))])?;
        world.put_parked_edit(ParkedEdit {
            account_id: account.id,
            remote_id,
            text: kept(content.words()),
            until_at: cx.now + cx.rules.edit_parked_ms,
        });
        return Ok(None);
    };
    replace(world, cx, id, content.words())?;
    if let Content::File { file, .. } = content {
        replace_file(world, cx, id, file)?;
    }
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

/// The file of a message was changed for another one: it is kept besides the old one, and shown to the reader.
fn replace_file(world: &mut World, cx: &Context<'_>, id: MessageId, file: &NewFile) -> Deciding<()> {
    let mut message = world.message(&id)?.clone();
    let old = match message.file_id {
        Some(old) => world.find_file(&old)?.cloned(),
        None => None,
    };
    if old.is_some_and(|old| is_same(&old, file)) {
        return Ok(());
    }
    let case = world.case(&message.case_id)?.clone();
    let new = write_letter::keep_file(world, cx, case.id, file);
    message.file_id = Some(new);
    message.kind = file.kind.tag().to_owned();
    message.edited_at = Some(cx.now);
    let author = message.author;
    world.put_message(message);
    if author == Author::Constituent {
        show_card::file(world, cx, &case, id)?;
    }
    Ok(())
}

/// Telegram may name one file by several references, so size and kind decide where the references differ.
fn is_same(old: &File, new: &NewFile) -> bool {
    let same_reference = old.remote_ref.is_some() && old.remote_ref == new.remote_ref;
    same_reference
        || old.kind == new.kind && new.size == Some(old.size) && new.seconds.unwrap_or(0) == old.seconds
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
