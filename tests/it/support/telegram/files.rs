//! Files that the bot uploads or names, and files that people send: kept whole, by `file_id`.
//!
//! **Invariant:** a `file_id` is for one kind of medium, as in life: a voice can't be sent on as a
//! photo.

use serde_json::{Map, Value, json};

use super::payload;
use super::refusals::Refusal;
use super::request::{Params, Upload};
use super::state::{Content, Contents, Kind, State, StoredFile};

const MAX_PHOTO_BYTES: usize = 10 * 1024 * 1024;
/// Above this the Bot API hands out no link to a file.
pub const MAX_DOWNLOAD_BYTES: u64 = 20 * 1024 * 1024;

/// The field of a call that carries a medium of this kind.
pub fn field_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Photo => "photo",
        Kind::Voice => "voice",
        Kind::Audio => "audio",
        Kind::Video => "video",
        _ => "document",
    }
}

pub fn file_content(
    state: &State,
    kind: Kind,
    file_id: String,
    text: String,
    entities: Vec<Value>,
    params: &Params,
) -> Content {
    let mut extra = Map::new();
    for key in ["duration", "width", "height"] {
        if let Some(number) = params.number(key) {
            extra.insert(key.to_owned(), json!(number));
        }
    }
    for key in ["title", "performer"] {
        if let Some(text) = params.text(key) {
            extra.insert(key.to_owned(), json!(text));
        }
    }
    let media = payload::medium(kind, &file_id, &state.files[&file_id], &Value::Object(extra));
    Content {
        kind,
        text,
        entities,
        media,
        file_id: Some(file_id),
    }
}

/// The file that a field names: an upload, or a `file_id` from before.
pub fn file(
    state: &mut State,
    params: &Params,
    kind: Kind,
    field: &str,
    value: &str,
) -> Result<String, Refusal> {
    if let Some(upload) = params.upload(field, value) {
        return store_upload(state, kind, upload);
    }
    if value.is_empty() {
        let reason = format!("there is no {} in the request", field_of(kind));
        return Err(Refusal::bad_request(reason));
    }
    if value.starts_with("http://") || value.starts_with("https://") {
        return Err(Refusal::bad_request("failed to get HTTP URL content"));
    }
    let Some(known) = state.files.get(value) else {
        let reason = "wrong file identifier/HTTP URL specified";
        return Err(Refusal::bad_request(reason));
    };
    if known.kind != kind {
        let reason = format!("can't use file of type {:?} as {kind:?}", known.kind);
        return Err(Refusal::bad_request(reason));
    }
    Ok(value.to_owned())
}

fn store_upload(state: &mut State, kind: Kind, upload: &Upload) -> Result<String, Refusal> {
    if upload.bytes.is_empty() {
        return Err(Refusal::bad_request("file must be non-empty"));
    }
    if kind == Kind::Photo && upload.bytes.len() > MAX_PHOTO_BYTES {
        return Err(Refusal::bad_request("file is too big for a photo"));
    }
    let default_name = match kind {
        Kind::Photo => "photo.jpg",
        Kind::Voice => "voice.ogg",
        _ => "file",
    };
    let name = upload.file_name.as_deref().unwrap_or(default_name);
    let mime = upload.mime.as_deref().unwrap_or("application/octet-stream");
    let bytes = Contents::Bytes(upload.bytes.to_vec().into());
    let size = upload.bytes.len() as u64;
    Ok(state.add_file(kind, name, mime, size, bytes))
}

impl State {
    /// Keeps a file and gives its `file_id`; a photo's small size is kept under `-s`.
    pub(super) fn add_file(
        &mut self,
        kind: Kind,
        name: &str,
        mime: &str,
        size: u64,
        contents: Contents,
    ) -> String {
        let number = self.next_number();
        let file_id = format!("FakeFileId{kind:?}AgAD{number:06}");
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let folder = field_of(kind);
        let file = StoredFile {
            kind,
            file_path: format!("{folder}s/file_{number}.{extension}"),
            name: name.to_owned(),
            mime: mime.to_owned(),
            size,
            contents,
        };
        if kind == Kind::Photo {
            let small = StoredFile {
                file_path: format!("thumbnails/file_{number}.jpg"),
                size: 900,
                contents: Contents::Zeros,
                ..file.clone()
            };
            self.files.insert(format!("{file_id}-s"), small);
        }
        self.files.insert(file_id.clone(), file);
        file_id
    }
}

/// Says where a file can be downloaded.
pub fn get_file(state: &State, params: &Params) -> Result<Value, Refusal> {
    let file_id = params.text("file_id").unwrap_or_default();
    if file_id.is_empty() {
        return Err(Refusal::bad_request("file_id not specified"));
    }
    let Some(file) = state.files.get(&file_id) else {
        return Err(Refusal::bad_request("invalid file_id"));
    };
    if file.size > MAX_DOWNLOAD_BYTES {
        return Err(Refusal::bad_request("file is too big"));
    }
    Ok(json!({
        "file_id": file_id,
        "file_unique_id": payload::unique(&file_id),
        "file_size": file.size,
        "file_path": file.file_path,
    }))
}
