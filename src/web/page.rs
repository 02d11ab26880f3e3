//! How a handler answers: a page, a way on, or an apology. Called by all handlers of people's pages.
//!
//! **Invariant:** what went wrong inside stays in the log; people see what became of their words and what to do next.

use askama::Template;
use axum::http::StatusCode;
use axum::http::header::{LOCATION, SET_COOKIE};
use axum::response::{Html, IntoResponse, Response};

use crate::domain::refusal::Refusal;
use crate::domain::world::{Key, World};
use crate::engine::NotTaken;
use crate::store::StoreError;
use crate::text::render::office_called;

use super::pages::{Frame, Kept, Sorry, SorryPage};
use super::session::Guest;
use super::show;
use super::state::Web;

/// How a handler of a page ends.
pub type Answered = Result<Response, Sorry>;

/// Code of the provincial office.
const PROVINCIAL: &str = "HN";

impl From<StoreError> for Sorry {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Surroundings(what) => {
                tracing::error!(what, "a page can't be shown: the database can't be used");
                Sorry::Unavailable
            }
            StoreError::Data(what) => our_fault(&what),
        }
    }
}

impl From<NotTaken> for Sorry {
    fn from(_: NotTaken) -> Self {
        Sorry::Unavailable
    }
}

impl From<Refusal> for Sorry {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotYours => Sorry::NotYours,
            _ => Sorry::NotFound,
        }
    }
}

/// A defect of ours that showed on a page. Its code stands on the page and in the log.
pub fn our_fault(what: &str) -> Sorry {
    const SIGNS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut code = String::from("E-");
    for byte in rand::random::<[u8; 4]>() {
        code.push(char::from(SIGNS[usize::from(byte) % SIGNS.len()]));
    }
    tracing::error!(code, what, "a page can't be shown");
    Sorry::OurFault {
        code,
        kept: Kept::OnThePhone,
    }
}

/// What stands around a page.
pub async fn frame(web: &Web, guest: &Guest, here: &str) -> Frame {
    Frame {
        letters: guest.letters,
        here: here.to_owned(),
        forms: guest.forms(web),
        office: provincial(web, guest).await,
    }
}

/// The provincial office as people call it; nothing before it is founded, or when the database can't be used.
pub async fn provincial(web: &Web, guest: &Guest) -> Option<String> {
    let mut world = World::default();
    let mut reading = web.0.store.read().await.ok()?;
    let key = PROVINCIAL.to_owned();
    reading
        .load(&[Key::OfficeCode(key.clone())], &mut world)
        .await
        .ok()?;
    let found = show::decide(&mut reading, &mut world, |world| {
        match world.office_coded(&key)? {
            Some(id) => Ok(world.find_office(&id)?.cloned()),
            None => Ok(None),
        }
    });
    let office = found.await.ok()??;
    Some(office_called(&office, guest.words()))
}

/// The telephone for questions, if one is set.
pub fn office_phone(web: &Web) -> Option<String> {
    Some(web.0.rules.office_phone.clone()).filter(|phone| !phone.is_empty())
}

/// A page, with the cookie of a new guest.
pub fn page(web: &Web, guest: &Guest, status: StatusCode, page: &impl Template) -> Answered {
    let html = page
        .render()
        .map_err(|error| our_fault(&format!("a template: {error}")))?;
    Ok(with_cookie(web, guest, (status, Html(html)).into_response()))
}

/// On to another page (303), with the cookie of a new guest.
pub fn see_other(web: &Web, guest: &Guest, to: &str) -> Response {
    let way = match axum::http::HeaderValue::from_str(to) {
        Ok(way) => way,
        Err(_) => axum::http::HeaderValue::from_static("/"),
    };
    with_cookie(
        web,
        guest,
        (StatusCode::SEE_OTHER, [(LOCATION, way)]).into_response(),
    )
}

fn with_cookie(web: &Web, guest: &Guest, mut response: Response) -> Response {
    if let Some(cookie) = guest.set_cookie(web) {
        add_cookie(&mut response, &cookie);
    }
    response
}

/// Adds a `Set-Cookie` to an answer.
pub fn add_cookie(response: &mut Response, cookie: &str) {
    if let Ok(value) = axum::http::HeaderValue::from_str(cookie) {
        response.headers_mut().append(SET_COOKIE, value);
    }
}

/// The answer, or the apology in its place; `here` is the page to go back to.
pub async fn or_sorry(web: &Web, guest: &Guest, here: &str, answered: Answered) -> Response {
    match answered {
        Ok(response) => response,
        Err(sorry) => self::sorry(web, guest, here, sorry).await,
    }
}

/// A page of apology.
pub async fn sorry(web: &Web, guest: &Guest, here: &str, sorry: Sorry) -> Response {
    let status = StatusCode::from_u16(sorry.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    // Where the surroundings fail or too much comes in, the apology asks the database nothing.
    let office = match sorry {
        Sorry::Unavailable | Sorry::TooFast => None,
        _ => provincial(web, guest).await,
    };
    let apology = SorryPage {
        words: guest.words(),
        frame: Frame {
            letters: guest.letters,
            here: here.to_owned(),
            forms: guest.forms(web),
            office,
        },
        sorry,
        office_phone: office_phone(web),
    };
    page(web, guest, status, &apology).unwrap_or_else(|_| status.into_response())
}
