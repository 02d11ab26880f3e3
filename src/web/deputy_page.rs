//! `/d/CODE`: the page behind a deputy's QR code. Opening it writes nothing; a code that leads to nobody gets the finder.

use axum::extract::rejection::PathRejection;
use axum::extract::{OriginalUri, Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::access::unavailable;
use crate::domain::account::Channel;
use crate::domain::case::Reader;
use crate::domain::case::text::narrow;
use crate::domain::message_kind::Unavailable;
use crate::domain::people::{Deputy, Office};
use crate::domain::world::{Deciding, World};
use crate::text::Words;
use crate::text::render::{notice, office_called};

use super::bubbles::{self, Shown};
use super::chat::{asked, here};
use super::find::{code_unknown, unit_shown};
use super::page::{self, Answered};
use super::pages::{self, ChatPage, ClosedDoor, DeputyHead, NoticeCard, Sorry, Writing, WritingBox};
use super::session::Guest;
use super::show;
use super::state::Web;

/// The address behind a code as people type it: any width, any case.
pub(super) fn code_read(typed: &str) -> String {
    narrow(typed).trim().to_uppercase()
}

/// What the page of a deputy is made of.
struct Opened {
    deputy: Deputy,
    office: Office,
    unavailable: Option<Unavailable>,
    /// Who reads what is written here.
    reader: Reader,
    /// The notice before the first words, a sentence or paragraph a line; who reads stands first.
    notice: Vec<String>,
    /// This very notice was accepted before.
    accepted: bool,
}

/// The deputy of a code; nothing for a code that leads to nobody, and for units that are closed to the public, of which
/// is not spoken.
fn open(world: &World, guest: &Guest, code: &str, wants_office: bool, web: &Web) -> Deciding<Option<Opened>> {
    let Some(id) = world.deputy_coded(&code.to_owned())? else {
        return Ok(None);
    };
    let deputy = world.deputy(&id)?.clone();
    let office = world.office(&deputy.office_id)?.clone();
    if !office.open_to_public || code.starts_with('~') {
        return Ok(None);
    }
    let unavailable = unavailable(&deputy, &office);
    let reader = if unavailable.is_some() && wants_office {
        Reader::Office(office.id)
    } else {
        Reader::Deputy(id)
    };
    let text = notice(reader, Channel::Web, world, guest.words(), &web.context())?;
    let accepted = match &guest.account {
        Some(account) => world
            .find_correspondent(&(account.id, reader))?
            .is_some_and(|it| it.notice_version == web.0.rules.notice_version()),
        None => false,
    };
    Ok(Some(Opened {
        deputy,
        office,
        unavailable,
        reader,
        notice: text
            .lines()
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        accepted,
    }))
}

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    code: Result<Path<String>, PathRejection>,
    OriginalUri(uri): OriginalUri,
    RawQuery(query): RawQuery,
) -> Response {
    let here = here(&uri);
    let code = code.map(|Path(code)| code_read(&code)).unwrap_or_default();
    let wants_office = asked(query.as_deref(), "reader") == "office";
    let answered = deputy_page(&web, &guest, &here, &code, wants_office).await;
    page::or_sorry(&web, &guest, &here, answered).await
}

async fn deputy_page(web: &Web, guest: &Guest, here: &str, code: &str, wants_office: bool) -> Answered {
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let opened = show::decide(&mut reading, &mut world, |world| {
        open(world, guest, code, wants_office, web)
    })
    .await?;
    drop(reading);
    let Some(opened) = opened else {
        return code_unknown(web, guest).await;
    };
    let is_own = |it: &crate::domain::account::Account| it.deputy_id == Some(opened.deputy.id);
    if guest.account.as_ref().is_some_and(is_own) {
        return Ok(page::see_other(web, guest, "/chat"));
    }
    let words = guest.words();
    let (shown, writing) = if opened.unavailable.is_some() && !wants_office {
        (Shown::default(), Writing::Closed(closed(&opened, web, words)))
    } else {
        let shown = shown(web, guest, opened.reader).await?;
        (shown, Writing::Open(writing(&opened)))
    };
    let earlier = shown.has_earlier.then(|| "/chat?pages=2".to_owned());
    let chat = ChatPage {
        words,
        frame: page::frame(web, guest, here).await,
        head: Some(DeputyHead {
            name: opened.deputy.name.clone(),
            electing_unit: unit_shown(&opened.deputy.unit_code, words),
            reads: match writing {
                Writing::Open(_) => opened.notice.first().cloned().unwrap_or_default(),
                Writing::Closed(_) => String::new(),
            },
        }),
        bubbles: shown.bubbles,
        earlier,
        after: shown.stand.to_string(),
        writing,
    };
    page::page(web, guest, StatusCode::OK, &chat)
}

/// The conversation, if the person talks with this reader already.
async fn shown(web: &Web, guest: &Guest, reader: Reader) -> Result<Shown, Sorry> {
    let Some(account) = &guest.account else {
        return Ok(Shown::default());
    };
    if account.dialogue.talking_to == Some(reader) {
        let mut shown = bubbles::newest(web, guest, account, pages::BUBBLES_A_PAGE).await?;
        shown.fetched(web, account.id);
        return Ok(shown);
    }
    let stand = bubbles::stand_now(web, guest, account).await?;
    Ok(Shown::nothing(stand))
}

fn writing(opened: &Opened) -> WritingBox {
    let lines = opened.notice.get(1..).unwrap_or_default().to_vec();
    WritingBox {
        to: Some(opened.deputy.code.clone()),
        reader: match opened.reader {
            Reader::Deputy(_) => pages::Reader::Deputy,
            Reader::Office(_) => pages::Reader::Office,
        },
        notice: Some(if opened.accepted {
            NoticeCard::Accepted(lines)
        } else {
            NoticeCard::New(lines)
        }),
        bar: Vec::new(),
        text: String::new(),
    }
}

fn closed(opened: &Opened, web: &Web, words: &Words) -> ClosedDoor {
    let phone = [&opened.office.phone, &web.0.rules.office_phone];
    ClosedDoor {
        office: office_called(&opened.office, words),
        office_href: Some(format!("/d/{}?reader=office", opened.deputy.code)),
        office_phone: phone.into_iter().find(|phone| !phone.is_empty()).cloned(),
    }
}
