//! A file of a letter that the own office reads, or of a deputy's evidence, as it was sent.
//!
//! **Danger:** the bytes come from strangers. Only plain pictures and sounds are shown in the browser; everything else is
//! handed over as a download, and nothing of it may run as a page of this site.

use axum::body::Body;
use axum::extract::Path;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS,
};
use axum::response::{IntoResponse, Response};

use crate::domain::ids::FileId;
use crate::domain::message::File;
use crate::engine::files::path_of;

use super::letter::{letter_of, note_reading};
use super::officer::{Answered, OnDuty};

/// Kinds that a browser shows without running anything.
const SHOWN: [&str; 9] = [
    "image/jpeg", "image/png", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4",
    "audio/webm", "audio/wav",
];

/// `GET /desk/letters/NUMBER/files/ID`
pub(super) async fn file(duty: OnDuty, Path((number, file)): Path<(String, String)>) -> Answered {
    let id = FileId(file.parse().map_err(|_| duty.not_found())?);
    let mut reading = duty.read().await?;
    let (case, role) = letter_of(&duty, &mut reading, &number).await?;
    if !role.reads_words() {
        return Err(duty.not_found());
    }
    let file = duty
        .look(&mut reading, |world| Ok(world.find_file(&id)?.cloned()))
        .await?;
    drop(reading);
    let file = file
        .filter(|file| file.case_id == case.id)
        .ok_or_else(|| duty.not_found())?;
    if file.hash.is_none() {
        return Err(duty.not_found());
    }
    note_reading(&duty, &[case.id]).await?;
    stored(&duty, &file).await
}

/// A file that belongs to no letter, such as what proves a feedback: the caller has checked that this officer may see it.
pub(super) async fn kept_file(duty: &OnDuty, id: FileId) -> Answered {
    let mut reading = duty.read().await?;
    let file = duty
        .look(&mut reading, |world| Ok(world.file(&id)?.clone()))
        .await?;
    drop(reading);
    stored(duty, &file).await
}

/// A file that was kept, as it was sent.
pub(super) async fn stored(duty: &OnDuty, file: &File) -> Answered {
    let hash = file.hash.as_deref().ok_or_else(|| duty.not_found())?;
    let bytes = tokio::fs::read(path_of(&duty.web.0.files, hash))
        .await
        .map_err(|error| {
            tracing::error!(%error, file = %file.id, "a file that was kept can't be read");
            duty.not_found()
        })?;
    let kind = SHOWN.into_iter().find(|kind| *kind == file.mime);
    Ok(as_file(
        kind.unwrap_or("application/octet-stream"),
        if kind.is_some() { "inline" } else { "attachment" },
        bytes,
    ))
}

/// The head of a download: a plain name for old browsers, and the name that people read (RFC 8187).
pub(super) fn attached(plain: &str, named: &str) -> String {
    let encoded: String = named
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

/// Bytes with the heads of something that is no page. `disposition` is for a header: ASCII, quoted where needed.
pub(super) fn as_file(kind: &'static str, disposition: &str, bytes: Vec<u8>) -> Response {
    (
        [
            (CONTENT_TYPE, kind),
            (CONTENT_DISPOSITION, disposition),
            (CACHE_CONTROL, "no-store"),
            (CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
            (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ],
        Body::from(bytes),
    )
        .into_response()
}
