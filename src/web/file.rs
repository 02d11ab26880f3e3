//! `/file/ID`: a file of a case, for those who may read the case's words; for all others it isn't there. That someone
//! opens what another person sent is noted in the audit log before the bytes go out.
//!
//! **Danger:** the bytes come from strangers. Only kinds that can't run anything are shown in place; everything else is a
//! download of unknown kind, and all of it is sandboxed.

use std::io::SeekFrom;

use axum::body::{Body, Bytes};
use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_LENGTH, CONTENT_RANGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, RANGE,
};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::io::{AsyncReadExt, AsyncSeekExt};

use crate::domain::access::{CaseRole, case_role};
use crate::domain::account::Account;
use crate::domain::answer::Answer;
use crate::domain::command::Command;
use crate::domain::ids::{AccountId, CaseId, FileId};
use crate::domain::input::{Deed, From, Input};
use crate::domain::message::{File, FileKind, FileState, NO_CASE};
use crate::domain::people::Officer;
use crate::domain::world::{Deciding, World};
use crate::engine::files::path_of;

use super::page::{self, Answered, our_fault};
use super::pages::Sorry;
use super::session::{Guest, fresh_secret};
use super::show;
use super::state::Web;

/// Kinds that a browser may show in place.
const SHOWN: [&str; 13] = [
    "image/jpeg", "image/png", "image/gif", "image/webp", "audio/ogg", "audio/mpeg", "audio/mp4",
    "audio/webm", "audio/wav", "audio/aac", "audio/amr", "video/mp4", "video/webm",
];

/// How the bytes are handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Handed {
    InPlace(&'static str),
    Download(&'static str),
}

/// A kind of the list, or a download. Telegram tells no kind for its pictures, which are always JPEG, and voices.
fn handed(file: &File) -> Handed {
    let told = match (file.mime.as_str(), file.kind) {
        ("", FileKind::Photo) => "image/jpeg",
        ("", FileKind::Voice) => "audio/ogg",
        (told, _) => told.split(';').next().unwrap_or_default().trim(),
    };
    if let Some(shown) = SHOWN.into_iter().find(|shown| shown.eq_ignore_ascii_case(told)) {
        Handed::InPlace(shown)
    } else if told.eq_ignore_ascii_case("application/pdf") {
        Handed::Download("application/pdf")
    } else {
        Handed::Download("application/octet-stream")
    }
}

fn disposition(handed: Handed, name: &str) -> String {
    let how = match handed {
        Handed::InPlace(_) => "inline",
        Handed::Download(_) => "attachment",
    };
    if name.is_empty() {
        return how.to_owned();
    }
    let mut text = format!("{how}; filename*=UTF-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

/// The file and what the account is to its case, if it may read the words.
fn readable(world: &World, guest: &Guest, id: FileId) -> Deciding<Option<(File, CaseRole)>> {
    let (Some(account), Some(file)) = (&guest.account, world.find_file(&id)?) else {
        return Ok(None);
    };
    let officer = match account.officer_id {
        Some(officer) => world.find_officer(&officer)?,
        None => None,
    };
    if file.case_id == NO_CASE {
        let may = may_see_evidence(world, account, officer, id)?;
        // Evidence belongs to a duty record: whoever may see it reads the deputy's own matter by the office's duty.
        return Ok(may.then(|| (file.clone(), CaseRole::Writer)));
    }
    let case = world.find_case(&file.case_id)?;
    let role = case.map(|case| case_role(account, officer, case));
    Ok(role
        .filter(|role| role.reads_words())
        .map(|role| (file.clone(), role)))
}

/// Notes that someone opens a file that is not their own. Without the note there is no file.
async fn note_reading(web: &Web, account: AccountId, case: CaseId) -> Result<(), Sorry> {
    let input = Input {
        key: format!("web:{account}:file.{}", fresh_secret()),
        from: From::Account(account),
        deed: Deed::Command(Box::new(Command::NoteReading(case))),
        said_at: None,
        raw: String::new(),
    };
    match web.0.intake.submit(input).await {
        Ok(Answer::Done) => Ok(()),
        Ok(_) => Err(Sorry::NotFound),
        Err(why) => {
            tracing::warn!(
                ?why,
                "the reading of a file could not be noted, so it was not handed out"
            );
            Err(Sorry::Unavailable)
        }
    }
}

/// Evidence is for the deputy who sent it and for the unit office that verifies the record.
fn may_see_evidence(
    world: &World,
    account: &Account,
    officer: Option<&Officer>,
    id: FileId,
) -> Deciding<bool> {
    let Some(evidence) = world.find_evidence(&id)? else {
        return Ok(false);
    };
    let Some(report) = world.find_report(&evidence.report_id)? else {
        return Ok(false);
    };
    if account.deputy_id == Some(report.deputy_id) {
        return Ok(true);
    }
    let office = world
        .find_deputy(&report.deputy_id)?
        .map(|deputy| deputy.office_id);
    Ok(officer.is_some_and(|officer| officer.ended_at.is_none() && Some(officer.office_id) == office))
}

pub(super) async fn show(
    State(web): State<Web>,
    guest: Guest,
    id: Result<Path<i64>, PathRejection>,
    headers: HeaderMap,
) -> Response {
    let answered = match id {
        Ok(Path(id)) => hand_out(&web, &guest, FileId(id), &headers).await,
        Err(_) => Err(Sorry::NotFound),
    };
    page::or_sorry(&web, &guest, "/chat", answered).await
}

async fn hand_out(web: &Web, guest: &Guest, id: FileId, headers: &HeaderMap) -> Answered {
    let Some(account) = guest.account.as_ref().map(|account| account.id) else {
        return Err(Sorry::NotFound);
    };
    let mut world = World::default();
    let mut reading = web.0.store.read().await?;
    let found = show::decide(&mut reading, &mut world, |world| readable(world, guest, id)).await?;
    drop(reading);
    let (file, role) = found.ok_or(Sorry::NotFound)?;
    let (FileState::Stored, Some(hash)) = (file.state, &file.hash) else {
        return Err(Sorry::NotFound);
    };
    let mut bytes = tokio::fs::File::open(path_of(&web.0.files, hash))
        .await
        .map_err(|error| our_fault(&format!("a file can't be opened: {error}")))?;
    let length = bytes.metadata().await.map_or(0, |it| it.len());
    let handed = handed(&file);
    let (Handed::InPlace(kind) | Handed::Download(kind)) = handed;
    let range = headers
        .get(RANGE)
        .and_then(|range| part_of(range.to_str().ok()?, length));
    // Players on iPhones ask for parts, and play nothing without them.
    let (status, first, last) = match range {
        Some(Part::Whole) | None => (StatusCode::OK, 0, length.saturating_sub(1)),
        Some(Part::Of(first, last)) => (StatusCode::PARTIAL_CONTENT, first, last),
        Some(Part::Outside) => {
            let whole = format!("bytes */{length}");
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, [(CONTENT_RANGE, whole)]).into_response());
        }
    };
    // A player asks for a sound in many parts: the first of them is the reading.
    if role != CaseRole::Writer && first == 0 {
        note_reading(web, account, file.case_id).await?;
    }
    if first > 0 {
        bytes
            .seek(SeekFrom::Start(first))
            .await
            .map_err(|error| our_fault(&format!("a file can't be read: {error}")))?;
    }
    let sent = if length == 0 { 0 } else { last - first + 1 };
    let mut response = (
        status,
        [
            (CONTENT_TYPE, kind.to_owned()),
            (CONTENT_DISPOSITION, disposition(handed, &file.name)),
            (CONTENT_LENGTH, sent.to_string()),
            (ACCEPT_RANGES, "bytes".to_owned()),
            (CACHE_CONTROL, "private, no-store".to_owned()),
            (
                CONTENT_SECURITY_POLICY,
                "default-src 'none'; sandbox; frame-ancestors 'none'".to_owned(),
            ),
        ],
        Body::from_stream(futures_util::stream::try_unfold(
            bytes.take(sent),
            |mut left| async move {
                let mut piece = vec![0; 64 * 1024];
                let read = left.read(&mut piece).await?;
                piece.truncate(read);
                Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), left)))
            },
        )),
    )
        .into_response();
    if status == StatusCode::PARTIAL_CONTENT
        && let Ok(value) = format!("bytes {first}-{last}/{length}").parse()
    {
        response.headers_mut().insert(CONTENT_RANGE, value);
    }
    Ok(response)
}

/// What a `Range` asks for.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// From and to, both taken in.
    Of(u64, u64),
    Outside,
}

/// One part of a file; several parts at once are answered with the whole, as RFC 9110 allows.
fn part_of(range: &str, length: u64) -> Option<Part> {
    let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
    if last.contains(',') {
        return Some(Part::Whole);
    }
    let (first, last) = match (first, last) {
        ("", last) => (length.saturating_sub(last.parse().ok()?), length.checked_sub(1)),
        (first, "") => (first.parse().ok()?, length.checked_sub(1)),
        (first, last) => (
            first.parse().ok()?,
            length
                .checked_sub(1)
                .map(|end| end.min(last.parse().unwrap_or(end))),
        ),
    };
    Some(match last {
        Some(last) if first <= last => Part::Of(first, last),
        _ => Part::Outside,
    })
}

#[cfg(test)]
mod tests {
    use crate::domain::ids::CaseId;

    use super::*;

    fn file(kind: FileKind, mime: &str) -> File {
        File {
            id: FileId(1),
            case_id: CaseId(1),
            kind,
            name: String::new(),
            mime: mime.to_owned(),
            size: 1,
            seconds: 0,
            remote_ref: None,
            hash: None,
            state: FileState::Stored,
            next_try_at: 0,
            tries: 0,
        }
    }

    #[test]
    fn nothing_that_could_run_is_shown_in_place() {
        let download = Handed::Download("application/octet-stream");
        for mime in [
            "text/html", "image/svg+xml", "application/xhtml+xml", "text/xml", "text/javascript", "x",
        ] {
            assert_eq!(handed(&file(FileKind::Document, mime)), download);
            assert_eq!(handed(&file(FileKind::Photo, mime)), download);
        }
        let photo = handed(&file(FileKind::Photo, ""));
        assert_eq!(photo, Handed::InPlace("image/jpeg"));
        let voice = handed(&file(FileKind::Voice, "audio/ogg; codecs=opus"));
        assert_eq!(voice, Handed::InPlace("audio/ogg"));
    }

    #[test]
    fn a_name_can_break_no_header() {
        let text = disposition(Handed::Download("x"), "水渠\"\r\n.jpg");
        assert_eq!(
            text,
            "attachment; filename*=UTF-8''%E6%B0%B4%E6%B8%A0%22%0D%0A.jpg"
        );
    }

    #[test]
    fn players_get_the_part_they_ask_for() {
        for (range, part) in [
            ("bytes=0-1", Some(Part::Of(0, 1))),
            ("bytes=5-", Some(Part::Of(5, 9))),
            ("bytes=-3", Some(Part::Of(7, 9))),
            ("bytes=5-99", Some(Part::Of(5, 9))),
            ("bytes=10-", Some(Part::Outside)),
            ("bytes=0-1,3-4", Some(Part::Whole)),
            ("lines=1-2", None),
            ("bytes=x-2", None),
        ] {
            assert_eq!(part_of(range, 10), part, "{range}");
        }
        assert_eq!(part_of("bytes=0-", 0), Some(Part::Outside));
    }
}
