//! A file from a form, ready to be said: what it is by its content, without the camera's notes, and on the disk.

use std::path::Path;

use crate::domain::message::{FileKind, NewFile};
use crate::domain::picture::{bare_jpeg, bare_png, bare_webp};
use crate::engine::files;

use super::forms::Upload;

/// Telegram shows pictures up to 10 MB as pictures; a larger one is kept, and sent on, as a document.
const LARGEST_PHOTO: usize = 10 * 1024 * 1024;
/// A name is at most so many characters.
const LONGEST_NAME: usize = 100;
/// What nobody can say more of.
const UNKNOWN: &str = "application/octet-stream";

/// What the bytes are. Names and types that a browser tells are not believed.
fn sort(bytes: &[u8]) -> (FileKind, &'static str) {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let has = |at: usize, with: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(with));
    if begins(b"\xFF\xD8\xFF") {
        (FileKind::Photo, "image/jpeg")
    } else if begins(b"\x89PNG\r\n\x1a\n") {
        (FileKind::Photo, "image/png")
    } else if begins(b"GIF8") {
        (FileKind::Photo, "image/gif")
    } else if begins(b"RIFF") && has(8, b"WEBP") {
        (FileKind::Photo, "image/webp")
    } else if begins(b"RIFF") && has(8, b"WAVE") {
        (FileKind::Voice, "audio/wav")
    } else if begins(b"OggS") {
        (FileKind::Voice, "audio/ogg")
    } else if begins(b"ID3") || matches!(bytes, [0xFF, 0xFB | 0xF3 | 0xF2, ..]) {
        (FileKind::Voice, "audio/mpeg")
    } else if matches!(bytes, [0xFF, 0xF1 | 0xF9, ..]) {
        (FileKind::Voice, "audio/aac")
    } else if begins(b"#!AMR") {
        (FileKind::Voice, "audio/amr")
    } else if begins(b"\x1A\x45\xDF\xA3") {
        matroska(bytes)
    } else if has(4, b"ftyp") {
        mp4(bytes)
    } else if begins(b"%PDF-") {
        (FileKind::Document, "application/pdf")
    } else {
        (FileKind::Document, UNKNOWN)
    }
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

/// What a browser records is WebM: sound alone, or a film. The kinds of its tracks stand near the beginning.
fn matroska(bytes: &[u8]) -> (FileKind, &'static str) {
    let head = &bytes[..bytes.len().min(8_192)];
    if !holds(head, b"webm") {
        (FileKind::Document, UNKNOWN)
    } else if holds(head, b"V_") {
        (FileKind::Video, "video/webm")
    } else {
        (FileKind::Voice, "audio/webm")
    }
}

/// The tracks of an MP4 say what they are in their `hdlr` boxes, which may stand behind the data.
fn mp4(bytes: &[u8]) -> (FileKind, &'static str) {
    let (mut film, mut sound) = (false, false);
    let mut rest = bytes;
    while let Some(at) = rest.windows(4).position(|window| window == b"hdlr") {
        match rest.get(at + 12..at + 16) {
            Some(b"vide") => film = true,
            Some(b"soun") => sound = true,
            _ => {}
        }
        rest = &rest[at + 4..];
    }
    match (film, sound) {
        (true, _) => (FileKind::Video, "video/mp4"),
        (false, true) => (FileKind::Voice, "audio/mp4"),
        (false, false) => (FileKind::Document, UNKNOWN),
    }
}

/// Seconds of a voice that our script recorded: it writes them into the name, `voice-58s.webm`.
fn recorded_seconds(name: &str) -> Option<i64> {
    let (seconds, _) = name.strip_prefix("voice-")?.split_once("s.")?;
    seconds
        .parse()
        .ok()
        .filter(|seconds| (0..=3_600).contains(seconds))
}

/// The last part of a name, without signs that change how it is read.
fn plain_name(name: &str) -> Option<String> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|c| {
            !c.is_control()
                && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        })
        .take(LONGEST_NAME)
        .collect();
    Some(plain).filter(|name| !name.trim().is_empty())
}

/// Keeps a file on the disk, before anyone is told of it.
pub(super) async fn keep(folder: &Path, upload: &Upload) -> std::io::Result<NewFile> {
    let (mut kind, mime) = sort(&upload.bytes);
    let bare = match mime {
        "image/jpeg" => bare_jpeg(&upload.bytes),
        "image/png" => bare_png(&upload.bytes),
        "image/webp" => bare_webp(&upload.bytes),
        _ => None,
    };
    let bytes = bare.as_deref().unwrap_or(&upload.bytes);
    // A picture that can't be followed may not be one; a large one is no longer shown as one.
    if kind == FileKind::Photo && (bytes.len() > LARGEST_PHOTO || (bare.is_none() && mime != "image/gif")) {
        kind = FileKind::Document;
    }
    let hash = files::keep(folder, bytes).await?;
    Ok(NewFile {
        kind,
        name: plain_name(&upload.name),
        mime: Some(mime.to_owned()),
        size: i64::try_from(bytes.len()).ok(),
        seconds: recorded_seconds(&upload.name).filter(|_| kind == FileKind::Voice),
        remote_ref: None,
        hash: Some(hash),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let mp4 = |track: &[u8]| {
            [
                b"\0\0\0\x18ftypmp42....mdat......\0\0\0\x20hdlr\0\0\0\0\0\0\0\0",
                track,
            ]
            .concat()
        };
        for (bytes, kind, mime) in [
            (b"\xFF\xD8\xFF\xE0".to_vec(), FileKind::Photo, "image/jpeg"),
            (b"RIFF....WEBPVP8 ".to_vec(), FileKind::Photo, "image/webp"),
            (b"OggS....".to_vec(), FileKind::Voice, "audio/ogg"),
            (
                b"\x1A\x45\xDF\xA3\x42\x82\x84webm..A_OPUS".to_vec(),
                FileKind::Voice,
                "audio/webm",
            ),
            (
                b"\x1A\x45\xDF\xA3\x42\x82\x84webm..V_VP8..A_OPUS".to_vec(),
                FileKind::Video,
                "video/webm",
            ),
            (mp4(b"soun"), FileKind::Voice, "audio/mp4"),
            (mp4(b"vide"), FileKind::Video, "video/mp4"),
            (b"%PDF-1.7".to_vec(), FileKind::Document, "application/pdf"),
            (b"<html><script>".to_vec(), FileKind::Document, UNKNOWN),
            (Vec::new(), FileKind::Document, UNKNOWN),
        ] {
            assert_eq!(sort(&bytes), (kind, mime), "{bytes:?}");
        }
    }

    #[test]
    fn names_lose_paths_and_signs_that_turn_them_round() {
        assert_eq!(plain_name("C:\\a\\b.jpg").as_deref(), Some("b.jpg"));
        assert_eq!(plain_name("../../x\u{202e}gpj.exe").as_deref(), Some("xgpj.exe"));
        assert_eq!(plain_name("\n"), None);
        assert_eq!(recorded_seconds("voice-58s.webm"), Some(58));
        assert_eq!(recorded_seconds("voice.webm"), None);
    }
}
