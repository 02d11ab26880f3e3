//! `/notice`: who reads a letter, what is kept and how long, from the rules in force.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::page;
use super::pages::NoticePage;
use super::session::Guest;
use super::state::Web;

/// Days without an answer after which 催一下 is offered (texts.md 1).
const CHASE_DAYS: i64 = 10;
/// Days within which a request about one's own data is answered (domain.md 2.8).
const RIGHTS_DAYS: i64 = 15;

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
        chase_days: CHASE_DAYS,
        rights_days: RIGHTS_DAYS,
    };
    let answered = page::page(&web, &guest, StatusCode::OK, &notice);
    page::or_sorry(&web, &guest, "/notice", answered).await
}
