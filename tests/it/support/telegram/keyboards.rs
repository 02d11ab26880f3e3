//! `reply_markup` as Telegram reads it: inline buttons, reply keyboards, and what it refuses.

use serde_json::{Value, json};

use super::refusals::Refusal;
use super::request::Params;
use super::state::Markup;

/// Bytes of UTF-8, not characters: 21 Chinese characters are the most.
const MAX_CALLBACK_DATA_BYTES: usize = 64;

/// Reads `reply_markup` of a call.
pub fn markup(params: &Params) -> Result<Markup, Refusal> {
    let Some(markup) = params.json("reply_markup")? else {
        return Ok(Markup::None);
    };
    if !markup.is_object() {
        return Err(Refusal::bad_request("object expected as reply markup"));
    }
    if let Some(rows) = markup.get("inline_keyboard") {
        check_inline(rows)?;
        let empty = rows
            .as_array()
            .is_none_or(|rows| rows.iter().all(|row| row.as_array().is_none_or(Vec::is_empty)));
        return Ok(if empty {
            Markup::None
        } else {
            Markup::Inline(rows.clone())
        });
    }
    if let Some(rows) = markup.get("keyboard") {
        return Ok(Markup::Keyboard(rows.clone()));
    }
    if markup["remove_keyboard"] == json!(true) {
        return Ok(Markup::RemoveKeyboard);
    }
    if markup["force_reply"] == json!(true) {
        return Ok(Markup::ForceReply);
    }
    Ok(Markup::None)
}

fn check_inline(rows: &Value) -> Result<(), Refusal> {
    let rows = rows.as_array().into_iter().flatten();
    for button in rows.flat_map(|row| row.as_array().into_iter().flatten()) {
        let label = button["text"].as_str().unwrap_or_default();
        if let Some(url) = button["url"].as_str() {
            check_button_url(url)?;
        } else if let Some(data) = button["callback_data"].as_str() {
            if data.is_empty() {
                return Err(text_button());
            }
            if data.len() > MAX_CALLBACK_DATA_BYTES {
                return Err(Refusal::bad_request("BUTTON_DATA_INVALID"));
            }
        } else if button.as_object().is_none_or(|fields| fields.len() < 2) {
            return Err(text_button());
        }
        if label.is_empty() {
            return Err(Refusal::bad_request("BUTTON_TEXT_INVALID"));
        }
    }
    Ok(())
}

fn text_button() -> Refusal {
    Refusal::bad_request(
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    )
}

/// Telegram refuses buttons to hosts without a dot, which everyone meets first with localhost.
fn check_button_url(url: &str) -> Result<(), Refusal> {
    let parsed = url::Url::parse(url).ok();
    let good = parsed.is_some_and(|parsed| match parsed.scheme() {
        "http" | "https" => parsed.host_str().is_some_and(|host| host.contains('.')),
        "tg" | "ton" | "mailto" | "tel" => true,
        _ => false,
    });
    if good {
        return Ok(());
    }
    Err(Refusal::bad_request(format!(
        "inline keyboard button URL '{url}' is invalid: Wrong HTTP URL"
    )))
}
