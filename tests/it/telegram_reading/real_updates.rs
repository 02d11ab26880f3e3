//! Updates as they came, with an independent search for words in them.
//!
//! `tests/data/updates-real.jsonl`: updates from the test data of public projects; each line names its repository,
//! licence and path.

use lianluo::domain::input::Deed;
use serde_json::Value;

use super::{BOT, read};

const REAL: &str = include_str!("../../data/updates-real.jsonl");

/// Every text and caption in a message, found without knowing its shape.
fn all_words(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| all_words(item, found)),
        Value::Object(fields) => {
            for (key, part) in fields {
                match (key.as_str(), part) {
                    ("text" | "caption", Value::String(words)) => found.push(words.clone()),
                    ("text" | "caption", Value::Array(pieces)) => {
                        found.extend(pieces.iter().filter_map(Value::as_str).map(str::to_owned));
                        all_words(part, found);
                    }
                    // Buttons are the bot's; what is replied to or pinned came before as a message of its own.
                    ("reply_markup" | "pinned_message", _) => {}
                    ("reply_to_message", replied) if replied["from"]["is_bot"] != true => {}
                    _ => all_words(part, found),
                }
            }
        }
        _ => {}
    }
}

fn words_of(deed: &Deed) -> String {
    match deed {
        Deed::Said(said) => {
            let replied = said.reply.as_ref().and_then(|reply| reply.own_text.clone());
            format!("{}\n{}", said.content.words(), replied.unwrap_or_default())
        }
        Deed::Edited { content, .. } => content.words().to_owned(),
        Deed::Started(payload) => format!("/start {}", payload.as_deref().unwrap_or_default())
            .trim()
            .to_owned(),
        Deed::Unreadable { raw, .. } => raw.clone(),
        _ => String::new(),
    }
}

#[test]
fn every_real_update_has_a_fate_and_no_words_are_lost() {
    let mut words_checked = 0;
    let mut lines = 0;
    for line in REAL.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let (id, update) = (line["id"].as_str().unwrap(), &line["update"]);
        lines += 1;
        let read = read(update);
        assert_eq!(read.update_id, update["update_id"].as_i64(), "{id}");
        let input = read.input.unwrap_or_else(|| panic!("{id} has no fate"));
        assert_eq!(input.key, format!("tg:{BOT}:{}", update["update_id"]));
        assert_eq!(
            read.callback_query_id.is_some(),
            update.get("message").is_none() && update.get("callback_query").is_some()
        );
        let message = update.get("message").or(update.get("edited_message"));
        let Some(message) = message else { continue };
        let from_person = message["from"]["id"].is_i64() && message["from"]["is_bot"] != true;
        if message["chat"]["type"]
            .as_str()
            .is_some_and(|kind| kind != "private")
            || !from_person
        {
            continue;
        }
        assert!(!matches!(input.deed, Deed::Unreadable { .. }), "{id} is readable");
        let mut words = Vec::new();
        all_words(message, &mut words);
        let kept = words_of(&input.deed);
        let service = matches!(&input.deed, Deed::Other { what, .. } if what.starts_with("checklist_tasks"));
        for told in words.iter().filter(|_| !service) {
            words_checked += 1;
            assert!(
                kept.contains(told.as_str()),
                "{id} loses {told:?}; kept was {kept:?}"
            );
        }
    }
    assert!(
        lines > 250 && words_checked > 30,
        "{lines} lines, {words_checked} texts"
    );
}
