//! Every update has a fate, and no word of a person in a private chat is lost.

mod contents;
mod fates;
mod real_updates;

use lianluo::domain::input::{Deed, Input, Said};
use lianluo::domain::message::Content;
use lianluo::telegram::{ReadUpdate, read_update};
use serde_json::{Value, json};

const BOT: &str = "7000000001";

fn read(update: &Value) -> ReadUpdate {
    read_update(BOT, &update.to_string())
}

fn input(update: &Value) -> Input {
    read(update).input.expect("it has an update_id")
}

/// A message in a private chat, with further fields or others instead.
fn message(fields: Value) -> Value {
    let mut message = json!({
        "message_id": 31,
        "from": { "id": 5_000_000_123_i64, "is_bot": false, "first_name": "陈群众（示例）", "language_code": "zh-hans" },
        "chat": { "id": 5_000_000_123_i64, "type": "private", "first_name": "陈群众（示例）" },
        "date": 1_790_000_000,
    });
    merge(&mut message, fields);
    json!({ "update_id": 9, "message": message })
}

fn merge(into: &mut Value, fields: Value) {
    let Value::Object(fields) = fields else {
        panic!("fields are an object")
    };
    for (key, value) in fields {
        into[key] = value;
    }
}

fn said(fields: Value) -> Said {
    match input(&message(fields)).deed {
        Deed::Said(said) => said,
        other => panic!("nothing was said: {other:?}"),
    }
}

fn other(update: &Value) -> (String, bool) {
    match input(update).deed {
        Deed::Other { what, explain } => (what, explain),
        other => panic!("it was understood: {other:?}"),
    }
}

fn described(what: &str, text: &str) -> Content {
    Content::Described {
        what: what.to_owned(),
        text: text.to_owned(),
    }
}
