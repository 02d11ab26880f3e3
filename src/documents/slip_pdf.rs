//! The opinion slip as a printed page: an order for the press, with the same rows as the Word file. Called by the command line
//! and the desk.

use serde_json::{Value, json};

use crate::domain::feedback::Slip;
use crate::text::Words;

use super::plain_text::plain;
use super::slip_words::{Cell, NOTES, Room, rows};
use super::typeset::{Form, Order, Template, breakable};
use super::words_of_page::{language, page_pieces};

/// Heights of rows at least, in millimetres.
fn height(room: Room) -> f64 {
    match room {
        Room::Line => 10.0,
        Room::Signature => 18.0,
        Room::Opinion => 62.0,
    }
}

/// What the press needs to print a slip.
pub fn slip_order(slip: &Slip, words: &Words) -> Order {
    let rows: Vec<Value> = rows(slip, words)
        .into_iter()
        .map(|row| {
            let (text, choices) = match row.cell {
                Cell::Text(text) => (breakable(&text), vec![]),
                Cell::Choices(choices) => (String::new(), choices),
            };
            json!({
                "label": row.label,
                "text": text,
                "choices": choices,
                "height": height(row.room),
                "breaks": row.room == Room::Opinion,
            })
        })
        .collect();
    let (lang, region) = language(words);
    let data = json!({
        "lang": lang,
        "region": region,
        "title": words.say("opinion-slip-title"),
        "author": plain(&slip.deputy),
        "rows": rows,
        "notes": NOTES.map(|key| words.say(key)),
        "page": page_pieces(words),
    });
    Order {
        template: Template::Slip,
        form: Form::Pdf,
        data,
    }
}
