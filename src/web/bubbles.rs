//! The conversation as bubbles: messages owed to the person and the person's own words, in the order in which they came.
//!
//! Called by `/chat`, `/chat/since`, `/d/CODE` and the answers to the script. **Invariants:** the words are made as the
//! sender would make them; whoever is silenced is shown nothing new; what was shown and still waited is told to the engine
//! as fetched, which is what "delivered" means on the web.

use std::fmt::{Display, Formatter};

use sha2::{Digest, Sha256};

use crate::documents::{paper_file_name, suggestion_paper_docx};
use crate::domain::account::Account;
use crate::domain::audit::hex;
use crate::domain::button::{Act, Button};
use crate::domain::case::{Case, CaseState, Reader};
use crate::domain::context::Context;
use crate::domain::dialogue::Step;
use crate::domain::ids::{AccountId, OutboxId};
use crate::domain::input::{Deed, From, Input};
use crate::domain::message::{Author, Content, File, FileKind, FileState, Message};
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::{OutboxItem, OutboxState};
use crate::domain::world::{Deciding, Key, World};
use crate::store::Bubble as Row;
use crate::text::render::{deputy_called, office_called};
use crate::text::{self, Words};

use super::pages::{
    Attachment, BUBBLES_A_PAGE, Bubble, ButtonAct, ChatButton, Delivery, Edited, Moment, Place, Side, Sorry,
};
use super::session::{Guest, fresh_secret};
use super::show::decide_all;
use super::state::Web;

/// So many of our newest bubbles keep their buttons; with all of them a page would grow over what a slow line bears.
const WITH_BUTTONS: usize = 12;

/// Where a page stands in the conversation: the newest place it has, when that was, and how its own bubbles looked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Stand {
    place: i64,
    at: i64,
    look: String,
}

impl Display for Stand {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}-{}", self.place, self.at, self.look)
    }
}

impl Stand {
    /// Reads what a page sent back; anything else is the beginning.
    pub fn read(text: &str) -> Self {
        let mut parts = text.splitn(3, '-');
        let mut number = || parts.next()?.parse::<i64>().ok();
        let (place, at) = (number(), number());
        match (place, at) {
            (Some(place), Some(at)) => Self {
                place,
                at,
                look: parts.next().unwrap_or_default().to_owned(),
            },
            _ => Self::default(),
        }
    }
}

/// Bubbles ready for a page.
#[derive(Default)]
pub(super) struct Shown {
    /// Oldest first.
    pub bubbles: Vec<Bubble>,
    /// Where the page stands then.
    pub stand: Stand,
    /// There are earlier ones.
    pub has_earlier: bool,
    /// Shown for the first time.
    waiting: Vec<OutboxId>,
}

impl Shown {
    /// No bubbles, on a page that stands somewhere.
    pub fn nothing(stand: Stand) -> Self {
        Self {
            stand,
            ..Self::default()
        }
    }

    /// Tells the engine behind the answer's back what the page has fetched. If that fails, the next page tells it again.
    pub fn fetched(&mut self, web: &Web, account: AccountId) {
        let ids = std::mem::take(&mut self.waiting);
        if ids.is_empty() {
            return;
        }
        let input = Input {
            key: format!("web:{account}:fetched.{}", fresh_secret()),
            from: From::Account(account),
            deed: Deed::Fetched(ids),
            said_at: None,
            raw: String::new(),
        };
        let intake = web.0.intake.clone();
        tokio::spawn(async move {
            if let Err(why) = intake.submit(input).await {
                tracing::warn!(
                    ?why,
                    "that a page fetched its messages could not be noted; it will be with the next page"
                );
            }
        });
    }
}

/// The instant at which a bubble has its place in the conversation: a receipt for several messages comes after them.
fn instant(row: &Row) -> i64 {
    match row {
        Row::Ours(item) => item.due_at.max(item.created_at),
        Row::Own(message) => message.said_at,
    }
}

/// The newest bubbles, at most `most`.
pub(super) async fn newest(web: &Web, guest: &Guest, account: &Account, most: usize) -> Result<Shown, Sorry> {
    gather(web, guest, account, most, None).await
}

/// What is new or looks otherwise since a page stood somewhere.
pub(super) async fn since(
    web: &Web,
    guest: &Guest,
    account: &Account,
    stand: &Stand,
) -> Result<Shown, Sorry> {
    gather(web, guest, account, BUBBLES_A_PAGE, Some(stand)).await
}

/// Where a page that shows no bubbles stands: behind everything there is now.
pub(super) async fn stand_now(web: &Web, guest: &Guest, account: &Account) -> Result<Stand, Sorry> {
    let end = Stand {
        place: i64::MAX,
        at: i64::MAX,
        look: String::new(),
    };
    Ok(since(web, guest, account, &end).await?.stand)
}

async fn gather(
    web: &Web,
    guest: &Guest,
    account: &Account,
    most: usize,
    stand: Option<&Stand>,
) -> Result<Shown, Sorry> {
    let cx = web.context();
    let words = guest.words();
    let mut reading = web.0.store.read().await?;
    let one_more = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let mut rows = reading.bubbles(account.id, 0, cx.now, one_more).await?;
    let has_earlier = rows.len() > most;
    rows.drain(..rows.len().saturating_sub(most));
    if account.silenced_at.is_some() {
        rows.retain(|row| !matches!(row, Row::Ours(item) if item.state == OutboxState::Waiting));
    }
    rows.sort_by_key(|row| (instant(row), row.place()));

    let mut world = World::default();
    let own = decide_all(&mut reading, &mut world, &rows, |world, row| match row {
        Row::Own(message) => Ok(Some(own_bubble(message, world, words, &cx)?)),
        Row::Ours(_) => Ok(None),
    })
    .await?;
    let look = look_of(&own);
    let is_new = |row: &Row| match (stand, row) {
        (None, _) => true,
        (Some(stand), Row::Ours(item)) => item.id.0 > stand.place || item.due_at > stand.at,
        (Some(stand), Row::Own(message)) => message.id.0 > stand.place || stand.look != look,
    };
    let ours = decide_all(&mut reading, &mut world, &rows, |world, row| match row {
        Row::Ours(item) if is_new(row) => Ok(Some(our_bubble(item, account, world, words, &cx)?)),
        _ => Ok(None),
    })
    .await?;

    let mut shown = Shown {
        stand: Stand {
            place: rows.iter().map(Row::place).max().unwrap_or(0),
            at: cx.now,
            look: look.clone(),
        },
        has_earlier,
        ..Shown::default()
    };
    let mut newer = rows.iter().filter(|row| matches!(row, Row::Ours(_))).count();
    for ((row, own), ours) in rows.iter().zip(own).zip(ours) {
        if let Row::Ours(item) = row {
            newer -= 1;
            let Some(mut bubble) = ours.flatten() else {
                continue;
            };
            if newer >= WITH_BUTTONS {
                bubble.rows.clear();
            }
            if item.state == OutboxState::Waiting {
                shown.waiting.push(item.id);
            }
            shown.bubbles.push(bubble);
        } else if is_new(row) {
            shown.bubbles.extend(own.flatten());
        }
    }
    shown.bubbles.extend(held(account, words, &cx));
    Ok(shown)
}

/// A short sign of how the own bubbles look: how far each has come, and which words it has.
fn look_of(own: &[Option<Option<Bubble>>]) -> String {
    let mut digest = Sha256::new();
    for bubble in own.iter().flatten().flatten() {
        let away = bubble
            .attachments
            .iter()
            .filter(|it| matches!(it, Attachment::NotHere { .. }))
            .count();
        digest.update(format!(
            "{}|{:?}|{away}|{}\n",
            bubble.id, bubble.delivery, bubble.text
        ));
    }
    hex(&digest.finalize()[..6])
}

fn our_bubble(
    item: &OutboxItem,
    account: &Account,
    world: &World,
    words: &Words,
    cx: &Context<'_>,
) -> Deciding<Bubble> {
    let rendered = text::render(item, account, world, words, cx)?;
    let sender = sender(item, world, words)?;
    let mut attachments: Vec<Attachment> = rendered
        .file
        .iter()
        .chain(&rendered.album)
        .map(attachment)
        .collect();
    attachments.extend(rendered.drawing.iter().map(|drawing| Attachment::Photo {
        href: format!("/drawing/{}", item.id),
        described: drawing.title().to_owned(),
    }));
    attachments.extend(rendered.paper.iter().map(|paper| Attachment::File {
        href: format!("/drawing/{}", item.id),
        name: paper_file_name(paper),
        bytes: suggestion_paper_docx(paper).map_or(0, |bytes| i64::try_from(bytes.len()).unwrap_or(0)),
    }));
    if let Some((latitude, longitude)) = rendered.location {
        attachments.push(Attachment::Place(Place { latitude, longitude }));
    }
    let mut buttons = rendered.buttons;
    // A message can't be replied to in a browser as on Telegram: a card has the answer as a button.
    if let MessageKind::Card { case, .. } | MessageKind::CardPassed { case, .. } = &item.kind
        && world
            .find_case(case)?
            .is_some_and(|case| case.account_id.is_some())
    {
        let answer = Button {
            label: words.say("button-answer"),
            act: Act::Answer(*case),
        };
        buttons.insert(0, vec![answer]);
    }
    let rows = buttons.into_iter().map(|row| {
        row.into_iter()
            .map(|button| ChatButton {
                label: button.label,
                act: ButtonAct::Tap {
                    data: button.act.encode(),
                },
            })
            .collect()
    });
    Ok(Bubble {
        id: format!("o{}", item.id),
        side: Side::Theirs,
        sender,
        at: Moment::at(words, item.due_at.max(item.created_at), cx.now),
        text: rendered.text,
        edited: Edited::No,
        attachments,
        rows: rows.collect(),
        delivery: None,
    })
}

/// Who speaks in a message of ours: whoever answered, else the program.
fn sender(item: &OutboxItem, world: &World, words: &Words) -> Deciding<String> {
    let MessageKind::Answer { message, .. } = &item.kind else {
        return Ok(words.say("web-brand"));
    };
    let Some(message) = world.find_message(message)? else {
        return Ok(words.say("web-brand"));
    };
    world.want([Key::Case(message.case_id)])?;
    let reader = world.find_case(&message.case_id)?.map(|case| case.reader);
    // The office may have answered in the place of the deputy who read before.
    Ok(match (message.author, reader) {
        (Author::Deputy, Some(Reader::Deputy(id))) => match world.find_deputy(&id)? {
            Some(deputy) => deputy_called(deputy, words),
            None => words.say("web-brand"),
        },
        (Author::Office, Some(Reader::Office(id))) => match world.find_office(&id)? {
            Some(office) => office_called(office, words),
            None => words.say("web-brand"),
        },
        _ => words.say("web-brand"),
    })
}

fn own_bubble(message: &Message, world: &World, words: &Words, cx: &Context<'_>) -> Deciding<Bubble> {
    let mut keys = vec![Key::Case(message.case_id)];
    keys.extend(message.file_id.map(Key::File));
    world.want(keys)?;
    let case = world.find_case(&message.case_id)?;
    let file = match message.file_id {
        Some(id) => world.find_file(&id)?,
        None => None,
    };
    let mut attachments: Vec<Attachment> = file.into_iter().map(attachment).collect();
    let mut text = message.text.clone();
    if message.kind == "location"
        && let Some((place, name)) = place_of(&text)
    {
        attachments.push(Attachment::Place(place));
        text = name;
    }
    Ok(Bubble {
        id: format!("m{}", message.id),
        side: Side::Own,
        sender: words.say("web-me"),
        at: Moment::at(words, message.said_at, cx.now),
        text,
        edited: if message.edited_at.is_some() {
            Edited::Yes
        } else {
            Edited::No
        },
        attachments,
        rows: Vec::new(),
        delivery: Some(delivery(case, message)),
    })
}

/// How far an own message has come: what was said before the reader's newest card or answer is delivered.
fn delivery(case: Option<&Case>, message: &Message) -> Delivery {
    match case {
        Some(case) if message.author == Author::Constituent => {
            let reached_at = case.carded_at.max(case.answered_at);
            let reached = match reached_at {
                Some(at) => at >= message.said_at,
                // A case of an older release, or one that an office has passed on or ended without an answer.
                None => case.state != CaseState::Received,
            };
            if reached {
                Delivery::Delivered
            } else {
                Delivery::Received
            }
        }
        // A reader's answer: its own bubble tells when it has arrived.
        _ => Delivery::Received,
    }
}

/// Latitude and longitude with the name behind them, as a location is kept.
fn place_of(text: &str) -> Option<(Place, String)> {
    let (place, name) = text.split_once(' ').unwrap_or((text, ""));
    let (latitude, longitude) = place.split_once(',')?;
    let place = Place {
        latitude: latitude.parse().ok()?,
        longitude: longitude.parse().ok()?,
    };
    Some((place, name.to_owned()))
}

fn attachment(file: &File) -> Attachment {
    let href = format!("/file/{}", file.id);
    match (file.state, file.kind) {
        (FileState::Stored, FileKind::Photo) => Attachment::Photo {
            href,
            described: String::new(),
        },
        (FileState::Stored, FileKind::Voice) => Attachment::Voice {
            href,
            seconds: file.seconds,
        },
        (FileState::Stored, _) => Attachment::File {
            href,
            name: file.name.clone(),
            bytes: file.size,
        },
        _ => Attachment::NotHere {
            name: file.name.clone(),
        },
    }
}

/// Words that wait for a choice are in no case yet; they are shown behind everything else until the choice is made.
fn held(account: &Account, words: &Words, cx: &Context<'_>) -> Vec<Bubble> {
    let said: &[Content] = match account.dialogue.step_at(cx.now) {
        Step::Holding(said) | Step::Offered { said, .. } => said,
        Step::Choosing(content) => std::slice::from_ref(content),
        _ => &[],
    };
    said.iter()
        .enumerate()
        .map(|(place, content)| {
            let attachments = match content {
                Content::File { file, .. } => vec![Attachment::NotHere {
                    name: file.name.clone().unwrap_or_default(),
                }],
                Content::Location {
                    latitude, longitude, ..
                } => vec![Attachment::Place(Place {
                    latitude: *latitude,
                    longitude: *longitude,
                })],
                Content::Text(_) | Content::Described { .. } => Vec::new(),
            };
            Bubble {
                id: format!("h{place}"),
                side: Side::Own,
                sender: words.say("web-me"),
                at: Moment::at(words, cx.now, cx.now),
                text: content.words().to_owned(),
                edited: Edited::No,
                attachments,
                rows: Vec::new(),
                delivery: Some(Delivery::Received),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_tells_where_it_stands_and_nonsense_is_the_beginning() {
        let stand = Stand {
            place: 7,
            at: 1_785_816_000_000,
            look: "a1b2".into(),
        };
        assert_eq!(Stand::read(&stand.to_string()), stand);
        for nonsense in ["", "0", "x-y-z", "--", "99999999999999999999-1-"] {
            assert_eq!(Stand::read(nonsense), Stand::default());
        }
    }

    #[test]
    fn a_place_is_read_as_it_is_kept() {
        let (place, name) = place_of("28.228200,112.938800 石塘村口").unwrap();
        assert_eq!((place.latitude, place.longitude), (28.2282, 112.9388));
        assert_eq!(name, "石塘村口");
        assert!(place_of("村口").is_none());
    }
}
