//! A document that a deputy sends in as a draft: kept, and read as soon as it is on our disk.
//!
//! Called by the chat and, through a command, by the job that reads. **Invariants:** the file is kept before anything is read of
//! it; what can't be read becomes a sentence, and the file stays; a document that is read is a draft of its own: what is alike
//! is proposed for merging.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::draft::message::DraftMessage;
use crate::domain::draft::text::DraftText;
use crate::domain::draft::{DraftFileFault, DraftStage, judge_file};
use crate::domain::ids::{DeputyId, SuggestionId};
use crate::domain::message::{NO_CASE, NewFile};
use crate::domain::message_kind::MessageKind;
use crate::domain::suggestion::SuggestionKind;
use crate::domain::world::{Deciding, Key, World};

use super::owe::owe;
use super::write_draft::{begin, fill};
use super::write_letter::keep_file;

/// Takes a document.
pub fn take_file(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    deputy: DeputyId,
    file: &NewFile,
) -> Deciding<()> {
    let about = match judge_file(file.name.as_deref().unwrap_or_default(), file.size) {
        Ok(()) => {
            let id = begin(world, cx, Some(account.id), deputy, SuggestionKind::Suggestion)?;
            let mut row = world.draft(&id)?.clone();
            row.stage = DraftStage::Reading;
            row.file_id = Some(keep_file(world, cx, NO_CASE, file));
            world.put_draft(row);
            DraftMessage::Reading
        }
        Err(why) => DraftMessage::Unread { why },
    };
    owe(account, MessageKind::Draft { about }, cx).put(world, cx);
    Ok(())
}

/// A document was read, or could not be.
pub fn was_read(
    world: &mut World,
    cx: &Context<'_>,
    id: SuggestionId,
    read: &Result<DraftText, DraftFileFault>,
) -> Deciding<()> {
    world.want([Key::Draft(id), Key::Suggestion(id)])?;
    let mut row = world.draft(&id)?.clone();
    if row.stage != DraftStage::Reading {
        return Ok(());
    }
    let deputy = row.deputy_id;
    let account = world.deputy(&deputy)?.account_id;
    let about = match read {
        Ok(text) => {
            row.stage = DraftStage::Open;
            world.put_draft(row);
            let cut = fill(world, cx, deputy, id, text)?;
            DraftMessage::Read {
                draft: id,
                unparted: !text.is_parted,
                cut,
            }
        }
        Err(why) => {
            // Nothing of it was read: there is no draft, and the reason is said.
            row.stage = DraftStage::Unread;
            world.put_draft(row);
            DraftMessage::Unread { why: *why }
        }
    };
    if let Some(account) = account {
        let account = world.account(&account)?.clone();
        owe(&account, MessageKind::Draft { about }, cx).put(world, cx);
    }
    Ok(())
}
