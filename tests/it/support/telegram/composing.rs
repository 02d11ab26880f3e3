//! What the apps make of what people type and attach: texts with their entities, media.

use serde_json::{Map, Value, json};

use super::formatting::utf16_len;
use super::payload;
use super::sending::MAX_TEXT_UNITS;
use super::state::{Content, Kind, State};

/// A text as an app sends it: trimmed, with the entities that apps find by themselves.
pub fn words(text: &str) -> Content {
    let text = text.trim();
    assert!(!text.is_empty(), "apps send no empty text");
    assert!(utf16_len(text) <= MAX_TEXT_UNITS, "apps cut this text");
    let mut entities = Vec::new();
    for (start, word) in words_of(text) {
        let kind = match word.chars().next() {
            Some('/') if word.len() > 1 => "bot_command",
            _ if word.starts_with("http://") || word.starts_with("https://") => "url",
            _ => continue,
        };
        let offset = utf16_len(&text[..start]);
        entities.push(json!({ "type": kind, "offset": offset, "length": utf16_len(word) }));
    }
    Content {
        entities,
        ..Content::text(text)
    }
}

fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr().addr();
    text.split_whitespace()
        .map(move |word| (word.as_ptr().addr() - base, word))
}

pub fn plain(kind: Kind, field: &str, value: Value) -> Content {
    Content {
        kind,
        media: Map::from_iter([(field.to_owned(), value)]),
        ..Content::text("")
    }
}

pub fn file_content(state: &State, kind: Kind, file_id: String, caption: &str) -> Content {
    Content {
        kind,
        media: payload::medium(kind, &file_id, &state.files[&file_id], &Value::Null),
        file_id: Some(file_id),
        ..Content::text(caption)
    }
}
