//! `POST /chat/send` and `POST /chat/tap`: what people say and tap goes in as inputs, and is answered after the commit.

use axum::extract::State;
use axum::response::Response;

use crate::domain::account::Account;
use crate::domain::button::Act;
use crate::domain::case::Reader;
use crate::domain::ids::AccountId;
use crate::domain::input::{Deed, Input, Said};
use crate::domain::message::Content;
use crate::domain::world::{Key, World};

use super::bubbles::{self, Stand};
use super::chat;
use super::forms::{Form, SentBy};
use super::page::{self, Answered, our_fault};
use super::pages::Sorry;
use super::session::{Guest, LANGUAGE, cookie_text};
use super::show;
use super::state::Web;
use super::upload;

fn said(content: Content, to_code: Option<&str>) -> Deed {
    Deed::Said(Said {
        content,
        remote_id: None,
        reply: None,
        to_code: to_code.map(str::to_owned),
        album: None,
        forwarded: None,
    })
}

/// The account as it is now, after what was just done.
pub(super) async fn account_now(web: &Web, id: AccountId) -> Result<Option<Account>, Sorry> {
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    reading.load(&[Key::Account(id)], &mut world).await?;
    Ok(world.find_account(&id).ok().flatten().cloned())
}

pub(super) async fn send(State(web): State<Web>, form: Form) -> Response {
    let answered = take(&web, &form).await;
    let back = back(form.get("to"), form.get("reader"));
    page::or_sorry(&web, &form.guest, &back, answered).await
}

/// The page on which it was written.
fn back(to: &str, reader: &str) -> String {
    let code: String = url::form_urlencoded::byte_serialize(to.as_bytes()).collect();
    match (to, reader) {
        ("", _) => "/chat".to_owned(),
        (_, "office") => format!("/d/{code}?reader=office"),
        _ => format!("/d/{code}"),
    }
}

/// What the form holds, in the order in which it is said: files with the words below the first, else the words, then
/// the place. The files are on the disk when this returns.
async fn contents(web: &Web, form: &Form) -> Result<Vec<Content>, Sorry> {
    let text = form.get("text").to_owned();
    let mut contents = Vec::new();
    // Words too long for one piece go alone, so that they are refused with the reason and the files are not.
    let is_caption = text.chars().count() <= web.0.rules.longest_text;
    for (place, file) in form.files.iter().enumerate() {
        let kept = upload::keep(&web.0.files, file).await;
        let file = kept.map_err(|error| {
            tracing::error!(%error, "an upload can't be written");
            Sorry::Unavailable
        })?;
        let caption = if place == 0 && is_caption {
            text.clone()
        } else {
            String::new()
        };
        contents.push(Content::File { file, caption });
    }
    let number = |name: &str, most: f64| {
        let degrees: f64 = form.get(name).parse().ok()?;
        (degrees.is_finite() && degrees.abs() <= most).then_some(degrees)
    };
    let place = number("lat", 90.0).zip(number("lon", 180.0));
    let says_words = !text.trim().is_empty() && (form.files.is_empty() || !is_caption);
    if says_words || (contents.is_empty() && place.is_none()) {
        contents.push(Content::Text(text));
    }
    if let Some((latitude, longitude)) = place {
        contents.push(Content::Location {
            latitude,
            longitude,
            name: None,
        });
    }
    Ok(contents)
}

async fn take(web: &Web, form: &Form) -> Answered {
    let contents = contents(web, form).await?;
    let account = form.guest.account_id(web).await?;
    let stand = stand(web, form).await?;
    let (to, reader) = (form.get("to"), form.get("reader"));
    let mut inputs = Vec::new();
    let mut to_code = Some(to).filter(|code| !code.is_empty());
    if let (Some(code), "office") = (to_code, reader) {
        to_code = None;
        if let Some(tap) = office_tap(web, form, account, code).await? {
            inputs.push(tap);
        }
    }
    for (place, content) in contents.into_iter().enumerate() {
        inputs.push(form.part(account, &place.to_string(), said(content, to_code)));
    }
    submit(web, inputs).await?;
    answer(web, form, account, &stand, &back(to, reader)).await
}

async fn submit(web: &Web, mut inputs: Vec<Input>) -> Result<(), Sorry> {
    // A form that came before is answered like the first time, and so is one that was kept as a dead letter: the
    // apology stands in the conversation.
    if inputs.len() > 1 {
        web.0.intake.submit_all(inputs).await?;
    } else if let Some(input) = inputs.pop() {
        web.0.intake.submit(input).await?;
    }
    Ok(())
}

/// The tap that turns to the office of a deputy's unit, unless the person talks with it already.
async fn office_tap(web: &Web, form: &Form, account: AccountId, code: &str) -> Result<Option<Input>, Sorry> {
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let office = show::decide(&mut reading, &mut world, |world| {
        match world.deputy_coded(&code.to_owned())? {
            Some(deputy) => Ok(Some(world.deputy(&deputy)?.office_id)),
            None => Ok(None),
        }
    })
    .await?;
    let talking_to = form
        .guest
        .account
        .as_ref()
        .and_then(|account| account.dialogue.talking_to);
    Ok(office
        .filter(|office| talking_to != Some(Reader::Office(*office)))
        .map(|office| {
            let data = Act::OfficeOf(office).encode();
            form.part(account, "office", Deed::Tapped { data })
        }))
}

/// Where the script's page stands before its input is decided.
async fn stand(web: &Web, form: &Form) -> Result<Stand, Sorry> {
    match (&form.guest.account, form.by) {
        (Some(account), SentBy::Script) => bubbles::stand_now(web, &form.guest, account).await,
        _ => Ok(Stand::default()),
    }
}

async fn answer(web: &Web, form: &Form, account: AccountId, stand: &Stand, back: &str) -> Answered {
    match form.by {
        SentBy::Browser => Ok(page::see_other(web, &form.guest, back)),
        SentBy::Script => {
            let account = account_now(web, account)
                .await?
                .ok_or_else(|| our_fault("an account is gone"))?;
            let guest = Guest {
                account: Some(account),
                ..form.guest.clone()
            };
            chat::part(web, &guest, stand).await
        }
    }
}

pub(super) async fn tap(State(web): State<Web>, form: Form) -> Response {
    let answered = tapped(&web, &form).await;
    page::or_sorry(&web, &form.guest, "/chat", answered).await
}

async fn tapped(web: &Web, form: &Form) -> Answered {
    let account = form.guest.account_id(web).await?;
    let stand = stand(web, form).await?;
    let data = form.get("data").to_owned();
    let changes_language = Act::decode(&data) == Some(Act::Language);
    web.0
        .intake
        .submit(form.input(account, Deed::Tapped { data }))
        .await?;
    let mut response = answer(web, form, account, &stand, "/chat").await?;
    // The page follows the conversation into the other language.
    if changes_language && let Some(account) = account_now(web, account).await? {
        page::add_cookie(&mut response, &cookie_text(web, LANGUAGE, account.locale.tag()));
    }
    Ok(response)
}
