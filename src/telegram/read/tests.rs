//! The two readers side by side.

use serde_json::Value;

use crate::telegram::{lenient, typed};

const REAL: &str = include_str!("../../../tests/data/updates-real.jsonl");

#[test]
fn both_readers_see_the_same_wherever_teloxide_can_read() {
    let mut compared = 0;
    for line in REAL.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let update = &line["update"];
        let raw = update.to_string();
        // Made-up updates of several kinds at once: which one is taken depends on the order of the fields.
        if update.as_object().unwrap().len() > 2 {
            continue;
        }
        let Some((id, seen)) = typed::see(&raw) else {
            continue;
        };
        compared += 1;
        assert_eq!(Some(id), update["update_id"].as_i64());
        assert_eq!(Ok(seen), lenient::see(update), "{}", line["id"]);
    }
    assert!(compared > 80, "only {compared} were compared");
}

#[test]
fn teloxide_reads_the_usual_updates() {
    for kind in [
        r#""text":"路灯坏了""#,
        r#""text":"看","reply_to_message":{"message_id":4,"from":{"id":7,"is_bot":true,"first_name":"b"},"chat":{"id":5,"type":"private","first_name":"a"},"date":1,"text":"来信","reply_markup":{"inline_keyboard":[[{"text":"答复","callback_data":"1.an.4"}]]}}"#,
        r#""photo":[{"file_id":"p","file_unique_id":"u","width":90,"height":90}],"caption":"灯""#,
        r#""venue":{"location":{"latitude":28.2,"longitude":112.9},"title":"站","address":"路"},"location":{"latitude":28.2,"longitude":112.9}"#,
    ] {
        let raw = format!(
            r#"{{"update_id":9,"message":{{"message_id":6,"from":{{"id":5,"is_bot":false,"first_name":"a","language_code":"zh-hans"}},"chat":{{"id":5,"type":"private","first_name":"a"}},"date":1,{kind}}}}}"#
        );
        let (_, seen) = typed::see(&raw).expect("teloxide reads it");
        assert_eq!(Ok(seen), lenient::see(&serde_json::from_str(&raw).unwrap()));
    }
}
