//! `/notice`: who reads a letter, what is kept and how long, from the rules in force.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::page;
use super::pages::NoticePage;
use super::session::Guest;
use super::state::Web;

pub(super) async fn show(State(web): State<Web>, guest: Guest) -> Response {
    let frame = page::frame(&web, &guest, "/notice").await;
    let notice = NoticePage {
        words: guest.words(),
        office: frame
            .office
            .clone()
            .unwrap_or_else(|| guest.words().say("web-office-unnamed")),
        frame,
        office_phone: page::office_phone(&web),
        kept_months: web.0.rules.retention_months.into(),
    };
    let answered = page::page(&web, &guest, StatusCode::OK, &notice);
    page::or_sorry(&web, &guest, "/notice", answered).await
}
