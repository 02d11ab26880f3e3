//! Who sits at the desk: session, account, officer in post, office. Everything that a handler does goes through it.

use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, LOCATION, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use serde::Deserialize;

use crate::documents::typeset::Order;
use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::people::{Office, OfficeKind, Officer};
use crate::domain::refusal::Refusal;
use crate::domain::world::{Deciding, World};
use crate::store::{Reading, StoreError};
use crate::text::render::{office_called, refusal_text};
use crate::text::{Args, Words};
use crate::web::assets;
use crate::web::pages::desk::{DeskFrame, DeskPlace, Said, Scope, SignInPage};
use crate::web::pages::{Frame, Moment, Sorry, SorryPage};
use crate::web::session::Guest;
use crate::web::state::Web;

use super::form::{Retry, Sent};
use super::memory::Memory;

/// An answer that ends a handler before its page: boxed, because it is rare and large.
pub(super) struct Ends(Box<Response>);

impl IntoResponse for Ends {
    fn into_response(self) -> Response {
        *self.0
    }
}

/// What handlers give.
pub(super) type Answered = Result<Response, Ends>;

/// What a page can be asked for in its address; whatever can't be read counts as not asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub(super) show: String,
    pub(super) category: String,
    pub(super) find: String,
    pub(super) page: String,
    pub(super) said: String,
    pub(super) year: String,
    pub(super) format: String,
    pub(super) unit: String,
    pub(super) paper: String,
}

impl Asked {
    /// The page of a list, from 0.
    pub(super) fn at(&self) -> i64 {
        self.page
            .parse::<i64>()
            .map_or(0, |page| (page - 1).clamp(0, 10_000))
    }
}

/// The fate of a command.
pub(super) enum Given {
    /// Done now.
    Taken(Answer),
    /// The same form was decided before; this leads where it led.
    Before(Response),
    /// Not done, and why.
    Not(Retry),
}

/// An officer in post who asks for something.
pub(super) struct OnDuty {
    pub(super) web: Web,
    pub(super) guest: Guest,
    pub(super) account: Account,
    pub(super) officer: Officer,
    pub(super) office: Office,
    pub(super) memory: Arc<Memory>,
    /// Path and query of a page that was asked for; none for a form that was sent.
    here: Option<String>,
}

impl FromRequestParts<Web> for OnDuty {
    type Rejection = Ends;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Ends> {
        let guest = match Guest::from_request_parts(parts, web).await {
            Ok(guest) => guest,
            Err(never) => match never {},
        };
        let path = parts
            .uri
            .path_and_query()
            .map_or("/desk", |path| path.as_str())
            .to_owned();
        let memory = parts.extensions.get::<Arc<Memory>>().cloned().unwrap_or_default();
        let found = match &guest.account {
            Some(account) => post_of(web, account)
                .await
                .map_err(|error| unavailable(web, &guest, &error))?,
            None => None,
        };
        let Some((account, officer, office)) = found else {
            return Err(sign_in(web, &guest));
        };
        // A page that says what was just done says it once: the way back from a switch leaves it out.
        let here = (parts.method == Method::GET).then(|| match path.split_once('?') {
            Some((bare, query)) if query.contains("said=") => bare.to_owned(),
            _ => path,
        });
        Ok(Self {
            web: web.clone(),
            guest,
            account,
            officer,
            office,
            memory,
            here,
        })
    }
}

/// The post of an account, if it has one that has not ended.
async fn post_of(web: &Web, account: &Account) -> Result<Option<(Account, Officer, Office)>, StoreError> {
    let Some(id) = account.officer_id else {
        return Ok(None);
    };
    let found = web
        .0
        .store
        .read()
        .await?
        .look(|world: &World| {
            let officer = world.officer(&id)?.clone();
            let office = world.office(&officer.office_id)?.clone();
            Ok((officer, office))
        })
        .await?;
    Ok(found
        .ok()
        .filter(|(officer, _)| officer.ended_at.is_none() && officer.account_id == account.id)
        .map(|(officer, office)| (account.clone(), officer, office)))
}

fn office_phone(web: &Web) -> Option<String> {
    Some(web.0.rules.office_phone.clone()).filter(|phone| !phone.is_empty())
}

fn frame_of(web: &Web, guest: &Guest, here: String) -> Frame {
    Frame {
        letters: guest.letters,
        here,
        forms: guest.forms(web),
        office: None,
    }
}

/// A page as it leaves the desk: kept by no cache.
fn sent_page(status: StatusCode, page: &impl Template) -> Response {
    let Ok(html) = page.render() else {
        // Rendering into a text fails only when a template's own code does; there is none that can.
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(assets::CONTENT_SECURITY_POLICY),
    );
    response
}

fn sign_in(web: &Web, guest: &Guest) -> Ends {
    let page = SignInPage {
        words: guest.words(),
        frame: frame_of(web, guest, "/desk".to_owned()),
        office_phone: office_phone(web),
    };
    let mut response = sent_page(StatusCode::UNAUTHORIZED, &page);
    if let Some(cookie) = guest.set_cookie(web)
        && let Ok(value) = HeaderValue::from_str(&cookie)
    {
        response.headers_mut().append(SET_COOKIE, value);
    }
    Ends(Box::new(response))
}

fn apology(web: &Web, guest: &Guest, here: String, sorry: Sorry) -> Ends {
    let status = StatusCode::from_u16(sorry.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let page = SorryPage {
        words: guest.words(),
        frame: frame_of(web, guest, here),
        sorry,
        office_phone: office_phone(web),
    };
    Ends(Box::new(sent_page(status, &page)))
}

fn unavailable(web: &Web, guest: &Guest, error: &StoreError) -> Ends {
    tracing::error!(%error, "a page of the desk could not be read");
    apology(web, guest, "/desk".to_owned(), Sorry::Unavailable)
}

/// Leads a browser on after a form.
pub(super) fn see_other(location: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    // Paths are made of our own words and of codes that are percent-encoded.
    if let Ok(value) = HeaderValue::from_str(location) {
        response.headers_mut().insert(LOCATION, value);
    }
    response
}

/// A path with what was just done.
pub(super) fn saying(path: &str, said: Said) -> String {
    let mark = if path.contains('?') { '&' } else { '?' };
    format!("{path}{mark}said={}", said.tag())
}

impl OnDuty {
    pub(super) fn words(&self) -> &'static Words {
        self.guest.words()
    }

    pub(super) fn now(&self) -> i64 {
        self.web.0.clock.now()
    }

    pub(super) fn moment(&self, at: i64) -> Moment {
        Moment::at(self.words(), at, self.now())
    }

    pub(super) fn is_provincial(&self) -> bool {
        self.office.kind == OfficeKind::Provincial
    }

    /// The unit whose deputies this office steers; none: the whole province's.
    pub(super) fn unit(&self) -> Option<String> {
        (!self.is_provincial()).then(|| self.office.code.clone())
    }

    /// The name of the own office, as people read it.
    pub(super) fn office_called(&self) -> String {
        office_called(&self.office, self.words())
    }

    /// Telephone for questions: the own office's, else the one of the installation.
    pub(super) fn office_phone(&self) -> Option<String> {
        Some(self.office.phone.clone())
            .filter(|phone| !phone.is_empty())
            .or_else(|| office_phone(&self.web))
    }

    /// The frame of a page at `path`, with the reason if it is shown again.
    pub(super) fn frame(
        &self,
        place: DeskPlace,
        path: &str,
        said: Option<&str>,
        retry: Option<&Retry>,
    ) -> DeskFrame {
        let mut forms = self.guest.forms(&self.web);
        if let Some(key) = retry.and_then(|retry| retry.page_key.clone()) {
            forms.page_key = key;
        }
        DeskFrame {
            letters: self.guest.letters,
            here: self.here.clone().unwrap_or_else(|| path.to_owned()),
            forms,
            officer: self.officer.name.clone(),
            office: self.office_called(),
            scope: if self.is_provincial() {
                Scope::Province
            } else {
                Scope::Unit
            },
            place,
            said: said.and_then(Said::from_tag),
            trouble: retry
                .map(|retry| retry.said.clone())
                .filter(|said| !said.is_empty()),
        }
    }

    /// A page, with the status of the reason for which it is shown again.
    pub(super) fn page(page: &impl Template, retry: Option<&Retry>) -> Response {
        sent_page(retry.map_or(StatusCode::OK, |retry| retry.status), page)
    }

    /// An apology instead of a page.
    pub(super) fn sorry(&self, sorry: Sorry) -> Ends {
        let here = self.here.clone().unwrap_or_else(|| "/desk".to_owned());
        apology(&self.web, &self.guest, here, sorry)
    }

    /// Pages or a picture from the press.
    pub(super) async fn print(&self, order: Order) -> Result<Vec<u8>, Ends> {
        self.web.0.press.print(order).await.map_err(|error| {
            tracing::error!(%error, "a page could not be printed");
            self.sorry(Sorry::NotPrinted { why: error.key() })
        })
    }

    /// Nothing here, or nothing for this officer: the two are not told apart.
    pub(super) fn not_found(&self) -> Ends {
        self.sorry(Sorry::NotFound)
    }

    /// The database could not be read.
    pub(super) fn unread(&self, error: &StoreError) -> Ends {
        unavailable(&self.web, &self.guest, error)
    }

    /// A connection for reading.
    pub(super) async fn read(&self) -> Result<Reading, Ends> {
        self.web.0.store.read().await.map_err(|error| self.unread(&error))
    }

    /// Answers a question from the database; what is refused is not found.
    pub(super) async fn look<T>(
        &self,
        reading: &mut Reading,
        ask: impl FnMut(&World) -> Deciding<T>,
    ) -> Result<T, Ends> {
        match reading.look(ask).await {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(_)) => Err(self.not_found()),
            Err(error) => Err(self.unread(&error)),
        }
    }

    /// Why something was refused, in words.
    pub(super) fn refused(&self, refusal: Refusal) -> Retry {
        Retry::mend(refusal_text(refusal, self.words(), &self.web.context()))
    }

    /// An input of this officer.
    pub(super) fn input(&self, key: String, command: Command) -> Input {
        Input {
            key,
            from: From::Account(self.account.id),
            deed: Deed::Command(Box::new(command)),
            said_at: None,
            raw: String::new(),
        }
    }

    /// Gives a command with the key of its form. `back`: where a second delivery leads when it is no longer known
    /// where the first one did.
    pub(super) async fn give(&self, sent: &Sent, command: Command, back: &str) -> Given {
        let key = sent.input_key(self);
        match self.web.0.intake.submit(self.input(key.clone(), command)).await {
            Ok(Answer::Again) => {
                let location = self.memory.led_to(&key);
                Given::Before(see_other(&location.unwrap_or_else(|| saying(back, Said::Again))))
            }
            Ok(Answer::Refused(refusal)) => Given::Not(self.refused(refusal)),
            Ok(Answer::Kept(incident)) => {
                let args = Args::new().text("code", incident);
                Given::Not(Retry::mend(self.words().say_with("desk-kept", &args)))
            }
            Ok(answer) => Given::Taken(answer),
            Err(reason) => {
                tracing::warn!(?reason, "a form of the desk was not taken");
                Given::Not(Retry {
                    said: self.words().say("desk-not-taken"),
                    status: StatusCode::SERVICE_UNAVAILABLE,
                    page_key: sent.page_key(),
                })
            }
        }
    }

    /// Leads on after a form that was taken, and remembers where.
    pub(super) fn led(&self, sent: &Sent, location: &str) -> Response {
        self.memory.remember(&sent.input_key(self), location);
        see_other(location)
    }
}
