//! The words for people in a piece of Telegram's JSON whose shape isn't known beforehand: polls, checklists, rich messages,
//! gifts, and what is yet to be invented.

use serde_json::Value;

/// Fields that hold words for people, in the order in which they are read.
const WORDS: &[&str] = &[
    "title", "header", "heading", "name", "question", "text", "caption", "body", "content", "message",
    "description", "explanation", "summary", "note", "comment", "label", "expression", "alternative_text",
    "credit", "prize_description", "footer",
];

/// Parts that speak of people, files and buttons, not of what is said.
const BESIDE: &[&str] = &[
    "from", "user", "chat", "chats", "sender_chat", "sender_user", "winners", "reply_markup", "entities",
    "photo", "thumbnail", "thumb", "sticker", "backdrop", "model", "symbol",
];

/// All words, a line for each place where some stand.
pub(super) fn words_in(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    gather(value, &mut found);
    found
}

/// Joins what is not blank.
pub(super) fn lines(words: Vec<String>) -> String {
    let told: Vec<String> = words.into_iter().filter(|line| !line.trim().is_empty()).collect();
    told.join("\n")
}

fn gather(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        Value::Object(fields) => {
            for key in WORDS {
                match fields.get(*key) {
                    Some(run) if *key == "text" || is_run(run) => found.push(run_of(run)),
                    Some(other) => gather(other, found),
                    None => {}
                }
            }
            let rest = fields.iter().filter(|(key, _)| !WORDS.contains(&key.as_str()));
            for (key, part) in rest {
                if !BESIDE.contains(&key.as_str()) && !key.ends_with("_entities") {
                    gather(part, found);
                }
            }
        }
        _ => {}
    }
}

/// A run of formatted text: a string, or strings and formatted pieces in a row.
fn is_run(value: &Value) -> bool {
    match value {
        Value::String(_) => true,
        Value::Array(pieces) => pieces.iter().any(Value::is_string),
        _ => false,
    }
}

/// The words of a run in one line: pieces hold their own words under `text`, or an image's substitute.
fn run_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(pieces) => pieces.iter().map(run_of).collect(),
        Value::Object(piece) => match piece.get("text") {
            Some(inner) => run_of(inner),
            None => words_in(value).concat(),
        },
        _ => String::new(),
    }
}
