//! Cards: how a letter reaches its deputy, with its files, and one summary where many came at once.

use crate::domain::access::CaseRole;
use crate::domain::account::Channel;
use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::ids::{CaseId, MessageId};
use crate::domain::message::{Author, Message};
use crate::domain::refusal::Refusal;
use crate::domain::rendered::{CAPTION_UNITS, Rendered, TEXT_UNITS};
use crate::domain::world::{Deciding, Key, LetterFilter, ListKey, Stop};
use crate::text::Args;

use super::cut::{beginning, units};
use super::said::correspondent_key;
use super::telling::{Telling, numbered, page, reader_key};

/// How a card begins.
pub(super) enum Head {
    /// A new letter.
    First,
    /// More words to one that had its card.
    More,
    /// The office passed it on.
    Passed,
}

pub(super) fn card(t: &Telling<'_>, id: CaseId, from: MessageId, begins: Head) -> Deciding<Rendered> {
    let (case, role) = t.readable(id, [Key::List(ListKey::Messages(id))])?;
    if !role.answers() {
        return Err(Stop::Refused(Refusal::NotYours));
    }
    let also = [
        Some(reader_key(case.reader)),
        correspondent_key(case),
        matches!(begins, Head::Passed).then_some(Key::Office(case.office_id)),
    ];
    let messages: Vec<&Message> = t
        .messages_from(id, from, also.into_iter().flatten())?
        .into_iter()
        .filter(|message| message.author == Author::Constituent)
        .collect();
    let args = numbered(case).text("reader", t.reader_called(case.reader)?);
    let head = match begins {
        Head::First => t.say_with("card", &args),
        Head::More => t.say_with("card-more", &args),
        Head::Passed => {
            let office = t.reader_called(Reader::Office(case.office_id))?;
            t.say_with("card-passed", &args.text("office", office))
        }
    };
    let who = t.say_with("card-from", &Args::new().text("name", t.constituent(case)?));
    let attachments = t.attachments(&messages)?;
    let attached = if attachments.is_empty() {
        String::new()
    } else {
        t.say_with("card-attached", &Args::new().text("what", attachments))
    };
    // A browser can't reply to a message: there the card carries a button.
    let hint = t.say(match (case.account_id, t.to.channel) {
        (None, _) => "card-no-account",
        (Some(_), Channel::Telegram) => "card-reply",
        (Some(_), Channel::Web) => "card-reply-web",
    });
    let mut words = Vec::new();
    for message in &messages {
        words.push(written(t, message)?);
    }
    words.retain(|text| !text.is_empty());
    let matter = match words.join("\n") {
        text if text.is_empty() => String::new(),
        text => {
            let matter = t.say_with("card-matter", &Args::new().text("matter", text));
            let used: usize = [&head, &who, &attached, &hint]
                .map(|line| units(line) + 1)
                .iter()
                .sum();
            beginning(&matter, TEXT_UNITS.saturating_sub(used), &t.say("cut-see-letter"))
        }
    };
    Ok(page(
        vec![head, who, matter, attached, hint],
        vec![
            vec![
                t.button("button-raise", Act::Raise(id)),
                t.button("button-pass-on", Act::PassOn(id)),
            ],
            vec![
                t.button("button-show-letter", Act::ShowLetter(id)),
                t.button("button-end", Act::End(id)),
            ],
        ],
    ))
}

/// What was written with a message; its file is counted in a line of its own.
fn written(t: &Telling<'_>, message: &Message) -> Deciding<String> {
    if message.file_id.is_none() {
        return t.said(message);
    }
    let mut text = message.text.clone();
    if message.edited_at.is_some() && !text.is_empty() {
        text.push_str(&t.say("said-edited"));
    }
    Ok(text)
}

/// A file of a case as what it is, below a caption with the number, so that a reply to it finds the case.
pub(super) fn file(t: &Telling<'_>, id: CaseId, message: MessageId) -> Deciding<Rendered> {
    let (case, role) = t.readable(id, [Key::Message(message)])?;
    let message = t.world.message(&message)?;
    if message.case_id != id {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    }
    let also = [
        message.file_id.map(Key::File),
        correspondent_key(case),
        Some(reader_key(case.reader)),
    ];
    t.world.want(also.into_iter().flatten())?;
    let file = match message.file_id {
        Some(id) => t.world.find_file(&id)?.filter(|file| file.case_id == case.id),
        None => None,
    };
    let speakers = super::said::Speakers::of(t, case, role)?;
    let args = numbered(case)
        .text("what", t.kind_word(&message.kind))
        .text("who", speakers.called(message.author).to_owned())
        .text("when", t.moment(message.said_at));
    let show = vec![vec![t.button("button-show-letter", Act::ShowLetter(id))]];
    let head = t.say_with("file-caption", &args);
    // A file that is neither on our disk nor at the channel can't be sent.
    let file = file.filter(|file| file.hash.is_some() || file.remote_ref.is_some());
    let location = place_of(message);
    if file.is_none() && location.is_none() {
        return Ok(page(vec![head, t.say("file-missing")], show));
    }
    let caption = match role {
        // The writer has the words before them.
        CaseRole::Writer => head,
        _ => page(vec![head, written(t, message)?], vec![]).text,
    };
    Ok(Rendered {
        file: file.cloned(),
        location,
        ..page(
            vec![beginning(&caption, CAPTION_UNITS, &t.say("cut-see-letter"))],
            show,
        )
    })
}

/// Files that were sent together, below one caption with the number. A channel that shows groups shows no button below
/// one; a reply to any of them finds the case all the same.
pub(super) fn album(t: &Telling<'_>, id: CaseId, messages: &[MessageId]) -> Deciding<Rendered> {
    if let [one] = messages {
        return file(t, id, *one);
    }
    let (case, role) = t.readable(id, messages.iter().map(|message| Key::Message(*message)))?;
    let mut shown = Vec::new();
    for message in messages {
        shown.extend(
            t.world
                .find_message(message)?
                .filter(|message| message.case_id == id),
        );
    }
    let files: Vec<Key> = shown
        .iter()
        .filter_map(|message| message.file_id)
        .map(Key::File)
        .collect();
    let also = [correspondent_key(case), Some(reader_key(case.reader))];
    t.world
        .want(files.into_iter().chain(also.into_iter().flatten()))?;
    let mut album = Vec::new();
    for message in &shown {
        if let Some(id) = message.file_id {
            let found = t.world.find_file(&id)?.filter(|file| file.case_id == case.id);
            album.extend(
                found
                    .filter(|file| file.hash.is_some() || file.remote_ref.is_some())
                    .cloned(),
            );
        }
    }
    let Some(first) = shown.first() else {
        return Err(Stop::Refused(Refusal::NoLongerThere));
    };
    let speakers = super::said::Speakers::of(t, case, role)?;
    let args = numbered(case)
        .text("what", t.attachments(&shown)?)
        .text("who", speakers.called(first.author).to_owned())
        .text("when", t.moment(first.said_at));
    let mut lines = vec![t.say_with("file-caption", &args)];
    for message in &shown {
        lines.push(written(t, message)?);
    }
    let text = beginning(&page(lines, vec![]).text, CAPTION_UNITS, &t.say("cut-see-letter"));
    let show = vec![vec![t.button("button-show-letter", Act::ShowLetter(id))]];
    Ok(Rendered {
        album,
        ..page(vec![text], show)
    })
}

/// The place of a location message: its words begin with degrees north and east.
pub(super) fn place_of(message: &Message) -> Option<(f64, f64)> {
    if message.kind != "location" {
        return None;
    }
    let (latitude, longitude) = message.text.split_whitespace().next()?.split_once(',')?;
    Some((latitude.parse().ok()?, longitude.parse().ok()?))
}

/// Further letters came in this minute: one message for all of them.
pub(super) fn summary(t: &Telling<'_>) -> Deciding<Rendered> {
    let reader = t.own_reader()?;
    let open = t
        .world
        .list(&ListKey::Letters {
            reader,
            filter: LetterFilter::Open,
            page: 0,
        })?
        .total;
    Ok(page(
        vec![t.say_with("card-summary", &Args::new().number("count", open))],
        vec![vec![t.button(
            "button-show-letters",
            Act::Letters(LetterFilter::Open, 0),
        )]],
    ))
}
