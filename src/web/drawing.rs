//! `/drawing/ITEM`: the picture or the paper of a message of ours, for the account that the message is for; for all others it isn't there.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use crate::documents::{DOCX, Studio, paper_file_name, suggestion_paper_docx};
use crate::domain::ids::OutboxId;
use crate::domain::rendered::Rendered;
use crate::domain::world::World;
use crate::text;

use super::page::{self, Answered, our_fault};
use super::pages::Sorry;
use super::session::Guest;
use super::show;
use super::state::Web;

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    item: Result<Path<i64>, PathRejection>,
) -> Response {
    let answered = match item {
        Ok(Path(item)) => hand_out(&web, &guest, OutboxId(item)).await,
        Err(_) => Err(Sorry::NotFound),
    };
    page::or_sorry(&web, &guest, "/chat", answered).await
}

async fn hand_out(web: &Web, guest: &Guest, item: OutboxId) -> Answered {
    let account = guest.account.as_ref().ok_or(Sorry::NotFound)?;
    let cx = web.context();
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let rendered = show::decide(&mut reading, &mut world, |world| {
        match world.find_outbox_item(&item)? {
            Some(item) if item.account_id == account.id => {
                Ok(text::render(item, account, world, guest.words(), &cx)?)
            }
            _ => Ok(Rendered::default()),
        }
    })
    .await?;
    drop(reading);
    if let Some(paper) = &rendered.paper {
        let bytes = suggestion_paper_docx(paper)
            .map_err(|error| our_fault(&format!("a paper can't be made: {error}")))?;
        let name: String = url::form_urlencoded::byte_serialize(paper_file_name(paper).as_bytes()).collect();
        let heads = [
            (CONTENT_TYPE, DOCX.to_owned()),
            (CACHE_CONTROL, "private, no-store".to_owned()),
            (
                CONTENT_DISPOSITION,
                format!("attachment; filename*=UTF-8''{}", name.replace('+', "%20")),
            ),
        ];
        return Ok((heads, bytes).into_response());
    }
    let drawing = rendered.drawing.ok_or(Sorry::NotFound)?;
    let studio = Studio::new(web.0.press.clone(), web.0.files.clone());
    let path = studio.picture(&drawing).await.map_err(|error| {
        tracing::error!(%error, "a picture could not be drawn");
        Sorry::NotPrinted { why: error.key() }
    })?;
    let picture = tokio::fs::read(&path)
        .await
        .map_err(|error| our_fault(&format!("a picture can't be read: {error}")))?;
    let heads = [(CONTENT_TYPE, "image/png"), (CACHE_CONTROL, "private, no-store")];
    Ok((heads, picture).into_response())
}
