//! Where a forwarded message comes from: a channel, a chat, a person, or a person who hides. Called by `lenient`.
//!
//! Older programs, and servers of one's own, write the fields that stood there before `forward_origin`.

use serde_json::Value;

use crate::domain::input::Forwarded;

/// A longer name is nobody's: Telegram's own limit of a title.
const LONGEST_NAME: usize = 128;

/// The origin of a message that was passed on; none for what the person wrote.
pub(super) fn forwarded(message: &Value) -> Option<Forwarded> {
    let origin = &message["forward_origin"];
    let there = |value: &Value| value.is_object();
    let (named, at) = if there(origin) {
        let named = [
            title(&origin["chat"]),
            title(&origin["sender_chat"]),
            person(&origin["sender_user"]),
            text(&origin["sender_user_name"]),
        ];
        (named, &origin["date"])
    } else if there(&message["forward_from"])
        || there(&message["forward_from_chat"])
        || message["forward_sender_name"].is_string()
    {
        let named = [
            title(&message["forward_from_chat"]),
            person(&message["forward_from"]),
            text(&message["forward_sender_name"]),
            String::new(),
        ];
        (named, &message["forward_date"])
    } else {
        return None;
    };
    let from = named
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_default();
    Some(Forwarded {
        from: from.chars().take(LONGEST_NAME).collect(),
        // The beginning of the epoch stands for a date that isn't known.
        said_at: at
            .as_i64()
            .filter(|seconds| *seconds > 0)
            .map(|seconds| seconds.saturating_mul(1000)),
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().trim().to_owned()
}

fn title(chat: &Value) -> String {
    text(&chat["title"])
}

fn person(user: &Value) -> String {
    // Chinese names are written in one.
    let (first, last) = (text(&user["first_name"]), text(&user["last_name"]));
    let between = if first.is_ascii() && last.is_ascii() {
        " "
    } else {
        ""
    };
    let (first, last) = if between.is_empty() {
        (last, first)
    } else {
        (first, last)
    };
    format!("{first}{between}{last}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_kind_of_origin_is_told_by_its_name() {
        let date = 1_772_000_000;
        for (message, from) in [
            (
                json!({"forward_origin": {"type": "channel", "chat": {"id": -1, "type": "channel", "title": "某市代表工作（示）"},
                    "message_id": 3, "date": date}}),
                "某市代表工作（示）",
            ),
            (
                json!({"forward_origin": {"type": "chat", "sender_chat": {"id": -2, "title": "代表小组"}, "date": date}}),
                "代表小组",
            ),
            (
                json!({"forward_origin": {"type": "user", "sender_user": {"id": 5, "is_bot": false, "first_name": "示一", "last_name": "王"},
                    "date": date}}),
                "王示一",
            ),
            (
                json!({"forward_origin": {"type": "hidden_user", "sender_user_name": "小李", "date": date}}),
                "小李",
            ),
            (
                json!({"forward_from": {"id": 5, "first_name": "Ann", "last_name": "Lee"}, "forward_date": date}),
                "Ann Lee",
            ),
            (
                json!({"forward_sender_name": "小李", "forward_date": date}),
                "小李",
            ),
            (
                json!({"forward_origin": {"type": "of a later day", "date": date}}),
                "",
            ),
        ] {
            let origin = forwarded(&message).unwrap();
            assert_eq!(origin.from, from, "{message}");
            assert_eq!(origin.said_at, Some(date * 1000), "{message}");
        }
    }

    #[test]
    fn what_a_person_writes_is_no_forward() {
        for message in [
            json!({"text": "明天开会"}),
            json!({"forward_origin": null, "forward_from": null}),
        ] {
            assert_eq!(forwarded(&message), None, "{message}");
        }
        let undated = json!({"forward_sender_name": "小李", "forward_date": 0});
        assert_eq!(forwarded(&undated).unwrap().said_at, None);
    }
}
