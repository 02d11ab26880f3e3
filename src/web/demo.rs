//! `/demo/SECRET`: a door of the demonstration, which signs in as a sample person. There are none outside `lianluo demo`.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::response::Response;
use subtle::ConstantTimeEq;

use crate::domain::command::Command;
use crate::domain::input::{Deed, From, Input};
use crate::domain::lookup::secret_hash;

use super::page::{self, Answered};
use super::pages::Sorry;
use super::session::{Guest, fresh_secret};
use super::state::Web;

pub(super) async fn enter(
    State(web): State<Web>,
    guest: Guest,
    secret: Result<Path<String>, PathRejection>,
) -> Response {
    let secret = secret.map(|Path(secret)| secret).unwrap_or_default();
    let answered = entered(&web, &guest, &secret).await;
    page::or_sorry(&web, &guest, "/", answered).await
}

async fn entered(web: &Web, guest: &Guest, secret: &str) -> Answered {
    let door = web
        .0
        .doors
        .iter()
        .find(|door| bool::from(door.secret.as_bytes().ct_eq(secret.as_bytes())))
        .ok_or(Sorry::NotFound)?;
    // A fresh cookie: whoever had another one before does not become the sample person with it.
    let guest = Guest {
        cookie: fresh_secret(),
        is_new: true,
        account: None,
        ..guest.clone()
    };
    let hash = secret_hash(&guest.cookie);
    let input = Input {
        key: format!("web:session:{hash}"),
        from: From::Program,
        deed: Deed::Command(Box::new(Command::OpenSession {
            hash,
            account: Some(door.account),
            locale: guest.locale,
        })),
        said_at: None,
        raw: String::new(),
    };
    web.0.intake.submit(input).await?;
    Ok(page::see_other(web, &guest, &door.leads_to))
}
