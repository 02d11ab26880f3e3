//! Where a record comes from, shown to the deputy whose it is: the words that were said, and the files that came with them.
//! Called by the chat.

use crate::domain::account::Account;
use crate::domain::context::Context;
use crate::domain::ids::{FileId, RecordId};
use crate::domain::message::FileKind;
use crate::domain::message_kind::MessageKind;
use crate::domain::record::RecordRow;
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, Key, ListKey, Stop, World};

use super::owe::owe;

/// Files sent again at once.
const MOST_FILES: usize = 20;
/// Telegram's limit of a group.
const ALBUM: usize = 10;

/// Sends the words of the record's report again, and its files behind them: pictures together, everything else by itself.
pub fn show_source(world: &mut World, cx: &Context<'_>, account: &Account, row: &RecordRow) -> Deciding<()> {
    let id = row.report_id.ok_or(Stop::Refused(Refusal::NoLongerThere))?;
    let list = ListKey::EvidenceOf(id);
    world.want([Key::Report(id), Key::List(list.clone())])?;
    let report = world.report(&id)?.clone();
    if report.deputy_id != row.deputy_id || Some(row.deputy_id) != account.deputy_id {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let ids: Vec<FileId> = world.list(&list)?.ids.iter().map(|id| FileId(*id)).collect();
    world.want(ids.iter().map(|id| Key::File(*id)))?;
    let record = row.id;
    // A reply leads to the words in the chat. Another chat knows no such number.
    let place = report.remote_id.filter(|_| report.account_id == account.id);
    owe(account, MessageKind::RecordSource { record }, cx)
        .replying(place)
        .put(world, cx);
    let mut pictures: Vec<FileId> = Vec::new();
    for file in ids.into_iter().take(MOST_FILES) {
        let picture = world
            .find_file(&file)?
            .is_some_and(|file| matches!(file.kind, FileKind::Photo | FileKind::Video));
        if picture && pictures.len() < ALBUM {
            pictures.push(file);
            continue;
        }
        send(world, cx, account, record, std::mem::take(&mut pictures));
        if picture {
            pictures.push(file);
        } else {
            send(world, cx, account, record, vec![file]);
        }
    }
    send(world, cx, account, record, pictures);
    Ok(())
}

fn send(world: &mut World, cx: &Context<'_>, account: &Account, record: RecordId, files: Vec<FileId>) {
    if !files.is_empty() {
        owe(account, MessageKind::RecordFiles { record, files }, cx).put(world, cx);
    }
}
