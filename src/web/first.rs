//! `/`: three doors, and the emergency line.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::page;
use super::pages::{FirstPage, Visitor};
use super::session::Guest;
use super::state::Web;

pub(super) async fn show(State(web): State<Web>, guest: Guest) -> Response {
    let first = FirstPage {
        words: guest.words(),
        frame: page::frame(&web, &guest, "/").await,
        visitor: if guest.account.is_some() {
            Visitor::Known
        } else {
            Visitor::New
        },
        office_phone: page::office_phone(&web),
    };
    let answered = page::page(&web, &guest, StatusCode::OK, &first);
    page::or_sorry(&web, &guest, "/", answered).await
}
