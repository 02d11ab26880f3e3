//! A constituent writes: the words go to the open case, or open a new one; a receipt and a card are owed.
//!
//! The first message gets its receipt at once; what follows within the window (60 seconds) gets one receipt and one
//! further card together. Every kind of content opens a case. The case's key includes the reader.

use crate::domain::account::Account;
use crate::domain::case::text::kept;
use crate::domain::case::{Case, CaseState, Correspondent, Reader};
use crate::domain::context::Context;
use crate::domain::dialogue::Album;
use crate::domain::ids::{CaseId, FileId, MessageId, OfficeId};
use crate::domain::keeping::{CaseAct, CaseEvent, Counter};
use crate::domain::message::{Author, Content, File, FileState, Message, NewFile};
use crate::domain::message_kind::{MessageKind, Note};
use crate::domain::outbox::OutboxState;
use crate::domain::pseudonym::pseudonym;
use crate::domain::time::day_of;
use crate::domain::world::{Deciding, Key, World};
use chrono::Datelike;

use super::owe::owe;
use super::show_card::{self, Which};

/// What was said, with its place at the channel.
pub struct Words<'a> {
    /// The content.
    pub content: &'a Content,
    /// Its number at the channel.
    pub remote_id: Option<i64>,
    /// When it was said, if the channel tells.
    pub said_at: Option<i64>,
}

/// The office of a reader.
pub fn office_of(world: &World, reader: Reader) -> Deciding<OfficeId> {
    match reader {
        Reader::Deputy(deputy) => Ok(world.deputy(&deputy)?.office_id),
        Reader::Office(office) => Ok(office),
    }
}

/// The counter of this year's case numbers.
fn counter_name(now: i64) -> String {
    format!("case-{:02}", day_of(now).year().rem_euclid(100))
}

/// The number of a year's so-and-so-many-th case: the year's two digits before at least four of its own, such as 260137.
pub fn case_number(year: i32, count: i64) -> i64 {
    format!("{:02}{count:04}", year.rem_euclid(100))
        .parse()
        .unwrap_or(count)
}

/// What a letter needs, as far as the rows that are loaded tell: asked for at once, it costs two rounds.
pub fn keys(world: &World, account: &Account, reader: Reader, cx: &Context<'_>) -> Vec<Key> {
    let mut keys = vec![
        Key::Correspondent((account.id, reader)),
        Key::Counter(counter_name(cx.now)),
    ];
    if let Ok(Some(correspondent)) = world.find_correspondent(&(account.id, reader)) {
        keys.extend(correspondent.open_case_id.map(Key::Case));
    }
    if let Reader::Deputy(id) = reader {
        keys.push(Key::Deputy(id));
        if let Ok(Some(deputy)) = world.find_deputy(&id) {
            keys.push(Key::Office(deputy.office_id));
            if let Some(account) = deputy.account_id {
                keys.extend([Key::Account(account), Key::CardPace(account)]);
            }
        }
    }
    keys
}

/// The next case number; the counter moves with the batch, so that numbers have no gaps.
pub fn next_number(world: &mut World, cx: &Context<'_>) -> Deciding<i64> {
    let name = counter_name(cx.now);
    let value = world.find_counter(&name)?.map_or(0, |counter| counter.value) + 1;
    world.put_counter(Counter { name, value });
    Ok(case_number(day_of(cx.now).year(), value))
}

/// The correspondent of an account and a reader, made if they never wrote.
pub fn correspondent(
    world: &mut World,
    account: &Account,
    reader: Reader,
    cx: &Context<'_>,
) -> Deciding<Correspondent> {
    Ok(match world.find_correspondent(&(account.id, reader))? {
        Some(found) => found.clone(),
        None => Correspondent {
            account_id: account.id,
            reader,
            pseudonym: pseudonym(account.id, reader),
            given_name: None,
            notice_version: cx.rules.notice_version(),
            open_case_id: None,
            created_at: cx.now,
        },
    })
}

/// Takes a constituent's words for a reader. Gives the case they went to.
pub fn write_letter(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reader: Reader,
    words: &Words<'_>,
) -> Deciding<CaseId> {
    write_in(world, cx, account, reader, words, None)
}

/// The same for a file that was sent together with others, under the channel's name for them: the reader gets the files
/// as one group, and the writer one receipt.
pub fn write_album(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reader: Reader,
    words: &Words<'_>,
    album: &str,
) -> Deciding<CaseId> {
    write_in(world, cx, account, reader, words, Some(album))
}

/// Another file of an album, if its group still waits; nothing where it begins a group of its own.
fn joins(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    album: &Album,
    message: MessageId,
) -> Deciding<bool> {
    if album.case != case.id {
        return Ok(false);
    }
    let Some(group) = album.group else {
        return Ok(true);
    };
    let Some(mut item) = world.find_outbox_item(&group)?.cloned() else {
        return Ok(false);
    };
    // A group about to leave may be in the sender's hands already.
    if item.state != OutboxState::Waiting || cx.now + ALBUM_LEAVES_MS > item.due_at {
        return Ok(false);
    }
    if let MessageKind::CaseAlbum { messages, .. } = &mut item.kind {
        messages.push(message);
    }
    world.put_outbox_item(item);
    Ok(true)
}

fn write_in(
    world: &mut World,
    cx: &Context<'_>,
    account: &Account,
    reader: Reader,
    words: &Words<'_>,
    album: Option<&str>,
) -> Deciding<CaseId> {
    world.want(keys(world, account, reader, cx))?;
    let mut correspondent = correspondent(world, account, reader, cx)?;
    let office_id = office_of(world, reader)?;

    let open = match correspondent.open_case_id {
        Some(case) if !account.dialogue.wants_new_case => world
            .find_case(&case)?
            .filter(|case| case.state.is_open())
            .cloned(),
        _ => None,
    };
    let is_new = open.is_none();
    let mut case = match open {
        Some(case) => case,
        None => {
            let number = next_number(world, cx)?;
            let case = Case::new(cx.ids.next(), number, Some(account.id), reader, office_id, cx.now);
            world.add_case_event(CaseEvent {
                id: cx.ids.next(),
                case_id: case.id,
                act: CaseAct::Opened,
                account_id: Some(account.id),
                at: cx.now,
            });
            case
        }
    };
    if correspondent.open_case_id != Some(case.id) {
        correspondent.open_case_id = Some(case.id);
        correspondent.notice_version = cx.rules.notice_version();
        world.put_correspondent(correspondent);
    }
    let message = keep_message(world, cx, &case, Author::Constituent, account, words);
    case.messages += 1;
    case.spoken_at = cx.now;
    // Words after an answer want to be read: the case waits again.
    case.state = CaseState::Received;

    let mut account = account.clone();
    let known = match (&account.dialogue.album, album) {
        (Some(known), Some(key)) if known.key == key => Some(known.clone()),
        _ => None,
    };
    if let Some(known) = known
        && !is_new
        && joins(world, cx, &case, &known, message)?
    {
        let id = case.id;
        world.put_case(case);
        return Ok(id);
    }
    // A card that shows an album counts what came together.
    let gathered_at = cx.now + if album.is_some() { ALBUM_MS } else { 0 };
    if is_new || cx.now >= case.receipt_until_at {
        let kind = if is_new {
            MessageKind::Receipt { case: case.id }
        } else {
            MessageKind::ReceiptMore {
                case: case.id,
                since: case.messages - 1,
            }
        };
        owe(&account, kind, cx)
            .of(case.id)
            .due(if is_new { cx.now } else { gathered_at })
            .replying(words.remote_id)
            .put(world, cx);
        case.receipt_until_at = cx.now + cx.rules.receipt_window_ms;
        case.receipt_id = None;
        let which = if is_new { Which::First } else { Which::More };
        show_card::card(world, cx, &case, message, which, gathered_at)?;
    } else if case.receipt_id.is_none() {
        let kind = MessageKind::ReceiptMore {
            case: case.id,
            since: case.messages - 1,
        };
        let receipt = owe(&account, kind, cx)
            .of(case.id)
            .due(case.receipt_until_at.max(gathered_at))
            .put(world, cx);
        case.receipt_id = Some(receipt);
        show_card::card(
            world,
            cx,
            &case,
            message,
            Which::More,
            case.receipt_until_at.max(gathered_at),
        )?;
    }
    let begun = match album {
        Some(key) => Some(Album {
            key: key.to_owned(),
            case: case.id,
            group: show_card::album(world, cx, &case, message, gathered_at)?,
        }),
        None => {
            show_card::file(world, cx, &case, message)?;
            None
        }
    };
    if matches!(words.content, Content::File { file, .. } if file.hash.is_none() && file.size > Some(LARGEST_FETCHED))
    {
        owe(
            &account,
            MessageKind::Note {
                note: Note::TooBigKept,
            },
            cx,
        )
        .of(case.id)
        .put(world, cx);
    }
    let id = case.id;
    world.put_case(case);
    if account.dialogue.wants_new_case || begun.is_some() {
        account.dialogue.wants_new_case = false;
        account.dialogue.album = begun;
        world.put_account(account);
    }
    Ok(id)
}

/// Keeps one message of a case, with its file.
pub fn keep_message(
    world: &mut World,
    cx: &Context<'_>,
    case: &Case,
    author: Author,
    account: &Account,
    words: &Words<'_>,
) -> MessageId {
    let id: MessageId = cx.ids.next();
    let (kind, text, file_id) = match words.content {
        Content::Text(text) => ("text".to_owned(), kept(text), None),
        Content::File { file, caption } => {
            let file_id = keep_file(world, cx, case.id, file);
            (file.kind.tag().to_owned(), kept(caption), Some(file_id))
        }
        Content::Location {
            latitude,
            longitude,
            name,
        } => {
            let place = format!("{latitude:.6},{longitude:.6}");
            let text = match name {
                Some(name) => format!("{place} {}", kept(name)),
                None => place,
            };
            ("location".to_owned(), text, None)
        }
        Content::Described { what, text } => (what.clone(), kept(text), None),
    };
    world.put_message(Message {
        id,
        case_id: case.id,
        author,
        account_id: Some(account.id),
        kind,
        text,
        file_id,
        remote_id: words.remote_id,
        said_at: words.said_at.unwrap_or(cx.now),
        edited_at: None,
    });
    id
}

/// Keeps what is known of a file; its bytes are fetched after the commit.
pub fn keep_file(world: &mut World, cx: &Context<'_>, case: CaseId, file: &NewFile) -> FileId {
    let id: FileId = cx.ids.next();
    world.put_file(File {
        id,
        case_id: case,
        kind: file.kind,
        name: file.name.as_deref().map(kept).unwrap_or_default(),
        mime: file.mime.clone().unwrap_or_default(),
        size: file.size.unwrap_or(0),
        seconds: file.seconds.unwrap_or(0),
        remote_ref: file.remote_ref.clone(),
        hash: file.hash.clone(),
        state: match (&file.hash, file.size) {
            (Some(_), _) => FileState::Stored,
            (None, Some(size)) if size > LARGEST_FETCHED => FileState::TooBig,
            _ => FileState::Wanted,
        },
        next_try_at: cx.now,
        tries: 0,
    });
    id
}

/// The files of an album are waited for so long; Telegram delivers them within a second.
const ALBUM_MS: i64 = 3_000;
/// Within this time of leaving, a group takes no further file.
const ALBUM_LEAVES_MS: i64 = 1_000;

/// Telegram hands out files of at most 20 MB to bots.
pub const LARGEST_FETCHED: i64 = 20 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_two_years_never_meet() {
        assert_eq!(case_number(2026, 137), 260_137);
        assert_eq!(case_number(2026, 10_000), 2_610_000);
        assert_eq!(case_number(2027, 1), 270_001);
    }
}
