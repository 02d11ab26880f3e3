//! JSON that isn't quite JSON: what can still be done about an update that no parser takes.
//!
//! Called by `read` and `poll`. Such an update is either mended, or kept whole under its number.

use serde_json::Value;

/// Parses, and replaces halves of characters (`\ud83d` without its other half), which JSON can write and UTF-8 can't hold.
pub(super) fn parse(raw: &str) -> Result<Value, String> {
    if let Ok(value) = serde_json::from_str(raw) {
        return Ok(value);
    }
    let mended = without_halves(raw).and_then(|mended| serde_json::from_str(&mended).ok());
    mended.ok_or_else(|| "the update is no JSON".to_owned())
}

/// `None` if there is no half to replace.
fn without_halves(raw: &str) -> Option<String> {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    let mut mended = false;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let length = match unit(escape) {
            Some(0xd800..=0xdbff) if matches!(escape.get(6..).and_then(unit), Some(0xdc00..=0xdfff)) => 12,
            Some(0xd800..=0xdfff) => {
                out.push_str("\\ufffd");
                mended = true;
                rest = &escape[6..];
                continue;
            }
            Some(_) => 6,
            // An escaped backslash must not be taken for the beginning of the next escape.
            None => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        out.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    out.push_str(rest);
    mended.then_some(out)
}

/// The UTF-16 unit that an escape at the beginning of `text` writes.
fn unit(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    digits.bytes().all(|b| b.is_ascii_hexdigit()).then_some(())?;
    u16::from_str_radix(digits, 16).ok()
}

/// The `update_id` of something unreadable. Within a JSON string its quotes would be escaped, so a person can't write it.
pub(super) fn update_id(raw: &str) -> Option<i64> {
    number_after(raw, "\"update_id\"")
}

/// The private chat of something unreadable: persons have positive numbers.
pub(super) fn private_chat(raw: &str) -> Option<i64> {
    let chat = &raw[raw.find("\"chat\"")?..];
    let object = &chat[..chat.find('}').unwrap_or(chat.len())];
    number_after(object, "\"id\"").filter(|id| *id > 0)
}

/// The update in a getUpdates answer of one, without what the answer puts around it.
pub(super) fn only_update(body: &str) -> &str {
    match (body.find('['), body.rfind(']')) {
        (Some(begin), Some(end)) if begin < end => &body[begin + 1..end],
        _ => body,
    }
}

fn number_after(raw: &str, key: &str) -> Option<i64> {
    let rest = &raw[raw.find(key)? + key.len()..];
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let end = rest
        .find(|c: char| !(c.is_ascii_digit() || c == '-'))
        .unwrap_or(rest.len());
    rest[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_character_is_replaced_and_the_words_around_it_stay() {
        let raw = r#"{"text":"路灯\ud83d坏了 \ud83d\ude00 \\ud83d \"","n":"\udc00"}"#;
        let value = parse(raw).unwrap();
        assert_eq!(value["text"], "路灯\u{fffd}坏了 😀 \\ud83d \"");
        assert_eq!(value["n"], "\u{fffd}");
        assert!(parse("{\"text\":").is_err());
        assert!(parse("\\").is_err());
    }

    #[test]
    fn a_number_is_found_in_what_is_no_json_but_not_in_what_people_write() {
        assert_eq!(update_id(r#"{"update_id" : 7, "message": {]"#), Some(7));
        assert_eq!(update_id(r#"{"text":"\"update_id\":9"}"#), None);
        assert_eq!(
            private_chat(r#"{"chat":{"id":5,"type":"private"}, oops"#),
            Some(5)
        );
        assert_eq!(private_chat(r#"{"chat":{"id":-5}, oops"#), None);
    }
}
