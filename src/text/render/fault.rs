//! Our fault, and what is said outside the chat: only that something waits.

use crate::domain::rendered::Rendered;
use crate::text::Args;

use super::telling::{Telling, page};

/// Owed only with a dead letter in the same transaction, so what it says is true: the words are kept.
pub(super) fn sorry(t: &Telling<'_>, incident: &str) -> Rendered {
    let code = Args::new().text("incident", incident);
    let call = match t.phone(None) {
        Some(phone) => t.say_with("sorry-phone", &code.text("phone", phone)),
        None => t.say_with("sorry-code", &code),
    };
    page(vec![t.say("sorry"), call], vec![])
}

pub(super) fn settled(t: &Telling<'_>, incident: &str) -> Rendered {
    page(
        vec![t.say_with("settled", &Args::new().text("incident", incident))],
        vec![],
    )
}

/// For mail and short messages, which others may read over a shoulder: no name, no number, no words.
pub(super) fn something_waits(t: &Telling<'_>) -> Rendered {
    let args = Args::new().text("url", t.cx.rules.public_url.as_str());
    page(vec![t.say_with("something-waits", &args)], vec![])
}
