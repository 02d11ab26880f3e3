//! The reader beside teloxide's own types, which know every field of the usual updates.

use serde_json::Value;
use teloxide::types::{Update, UpdateKind};

use crate::telegram::lenient;
use crate::telegram::seen::{Act, What};

const REAL: &str = include_str!("../../../tests/data/updates-real.jsonl");

#[test]
fn words_chat_and_number_are_those_that_teloxide_reads() {
    let mut compared = 0;
    for line in REAL.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let update = &line["update"];
        // Made-up updates of several kinds at once: which one is taken depends on the order of the fields.
        if update.as_object().unwrap().len() > 2 {
            continue;
        }
        let raw = update.to_string();
        // teloxide panics on some that it doesn't expect.
        let Ok(Ok(typed)) = std::panic::catch_unwind(|| serde_json::from_str::<Update>(&raw)) else {
            continue;
        };
        let (UpdateKind::Message(message) | UpdateKind::EditedMessage(message)) = typed.kind else {
            continue;
        };
        let Some(words) = message.text().or(message.caption()) else {
            continue;
        };
        let seen = lenient::see(update).unwrap();
        let (Act::Message(heard) | Act::Edit(heard)) = seen.act else {
            panic!("{}: not seen as a message", line["id"]);
        };
        let What::Said(content) = heard.what else {
            panic!("{}: its words were not seen", line["id"]);
        };
        assert!(
            content.words().ends_with(words),
            "{}: {:?}",
            line["id"],
            content.words()
        );
        assert_eq!(heard.id, i64::from(message.id.0), "{}", line["id"]);
        assert_eq!(seen.chat.unwrap().id, message.chat.id.0, "{}", line["id"]);
        compared += 1;
    }
    assert!(compared > 40, "only {compared} were compared");
}
