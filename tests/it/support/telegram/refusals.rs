//! What Telegram answers when it refuses: codes and descriptions word for word.
//!
//! Sources: the Bot API server (`telegram-bot-api/Client.cpp`, release 10.0) and the errors that
//! teloxide-core recognises. The two differ in one place that bites: the server says "query ID is
//! invalid", teloxide 0.17 expects "query id is invalid" and so reads it as unknown.

use serde_json::{Value, json};

/// A refused call.
#[derive(Debug, Clone)]
pub struct Refusal {
    pub code: u16,
    pub description: String,
    /// `retry_after` or `migrate_to_chat_id`.
    pub parameters: Option<Value>,
}

impl Refusal {
    pub fn new(code: u16, description: impl Into<String>) -> Self {
        Self {
            code,
            description: description.into(),
            parameters: None,
        }
    }

    pub fn bad_request(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()))
    }

    pub fn forbidden(reason: &str) -> Self {
        Self::new(403, format!("Forbidden: {reason}"))
    }

    pub fn conflict(reason: &str) -> Self {
        Self::new(409, format!("Conflict: {reason}"))
    }

    pub fn cannot_parse_entities(reason: impl AsRef<str>) -> Self {
        Self::bad_request(format!("can't parse entities: {}", reason.as_ref()))
    }

    pub fn too_many_requests(retry_after: u32) -> Self {
        Self {
            code: 429,
            description: format!("Too Many Requests: retry after {retry_after}"),
            parameters: Some(json!({ "retry_after": retry_after })),
        }
    }

    pub fn upgraded_to(supergroup_id: i64) -> Self {
        Self {
            parameters: Some(json!({ "migrate_to_chat_id": supergroup_id })),
            ..Self::bad_request("group chat was upgraded to a supergroup chat")
        }
    }

    pub fn not_modified() -> Self {
        Self::bad_request(
            "message is not modified: specified new message content and reply markup are exactly \
             the same as a current content and reply markup of the message",
        )
    }

    pub fn body(&self) -> String {
        let mut body = json!({ "ok": false, "error_code": self.code, "description": self.description });
        if let Some(parameters) = &self.parameters {
            body["parameters"] = parameters.clone();
        }
        body.to_string()
    }
}
