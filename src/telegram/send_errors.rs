//! Every way in which a call to send can fail, sorted into the closed list of the sender.
//!
//! Called by `outlet`. Sources: the Bot API server's `Client.cpp` (release 10.0) for the descriptions, teloxide 0.17 for
//! those it knows by name; newer servers write some of them differently, so the rest is told by its status and words.

use teloxide::{ApiError, RequestError};

use super::call::Failed;
use crate::engine::Sent;

/// The message that it answers is gone: it may be sent without.
pub(super) const REPLY: &str = "reply";
/// The text is empty.
pub(super) const EMPTY: &str = "empty";
/// The text is longer than Telegram takes.
pub(super) const TOO_LONG: &str = "too_long";
/// The file can't be had, or isn't what it should be.
pub(super) const FILE: &str = "file";
/// The keyboard.
pub(super) const BUTTONS: &str = "buttons";
/// The bot may not write there.
pub(super) const RIGHTS: &str = "rights";
/// The address is no address of this bot.
pub(super) const ADDRESS: &str = "address";
/// Anything else.
pub(super) const REFUSED: &str = "refused";

/// The pause when Telegram asks for one without saying how long.
const PAUSE_SECONDS: u32 = 5;

/// Sorts a failed call. `bot` is the bot's number, for a new address.
pub(super) fn sort(failed: &Failed, bot: &str) -> Sent {
    match failed.status {
        Some(500..) => return Sent::Unavailable,
        // A wrong token is the office's trouble, not the message's: it goes out once that is mended.
        Some(401 | 404) => return Sent::Unavailable,
        _ => {}
    }
    match &failed.error {
        RequestError::RetryAfter(seconds) => Sent::RetryAfter(seconds.seconds()),
        RequestError::MigrateToChatId(chat) => Sent::Moved(format!("{bot}:{}", chat.0)),
        // Nothing left before there was a connection.
        RequestError::Network(error) if error.is_connect() || error.is_builder() => Sent::Unavailable,
        RequestError::Network(_) => Sent::Uncertain,
        // A success whose answer was damaged.
        RequestError::InvalidJson { .. } if matches!(failed.status, Some(200..300)) => Sent::Uncertain,
        RequestError::InvalidJson { .. } if failed.status == Some(429) => Sent::RetryAfter(PAUSE_SECONDS),
        RequestError::InvalidJson { .. } => Sent::Unavailable,
        RequestError::Io(_) => Sent::Refused(FILE),
        RequestError::Api(error) => match error {
            ApiError::BotBlocked => Sent::Blocked,
            ApiError::UserDeactivated
            | ApiError::ChatNotFound
            | ApiError::UserNotFound
            | ApiError::GroupDeactivated
            | ApiError::BotKicked
            | ApiError::BotKickedFromSupergroup
            | ApiError::BotKickedFromChannel
            | ApiError::CantInitiateConversation
            | ApiError::CantTalkWithBots => Sent::Gone,
            ApiError::InvalidToken => Sent::Unavailable,
            ApiError::MessageToReplyNotFound => Sent::Refused(REPLY),
            ApiError::MessageTextIsEmpty => Sent::Refused(EMPTY),
            ApiError::MessageIsTooLong | ApiError::EditedMessageIsTooLong => Sent::Refused(TOO_LONG),
            ApiError::WrongFileId
            | ApiError::WrongFileIdOrUrl
            | ApiError::FailedToGetUrlContent
            | ApiError::FileIdInvalid
            | ApiError::ImageProcessFailed
            | ApiError::PhotoAsInputFileRequired
            | ApiError::RequestEntityTooLarge => Sent::Refused(FILE),
            ApiError::ButtonUrlInvalid | ApiError::ButtonDataInvalid | ApiError::TextButtonsAreUnallowed => {
                Sent::Refused(BUTTONS)
            }
            ApiError::NotEnoughRightsToPostMessages => Sent::Refused(RIGHTS),
            ApiError::Unknown(said) => by_words(failed.status, said),
            _ => Sent::Refused(REFUSED),
        },
    }
}

fn by_words(status: Option<u16>, said: &str) -> Sent {
    let said = said.to_ascii_lowercase();
    let speaks_of = |words: &[&str]| words.iter().any(|word| said.contains(word));
    match status {
        Some(429) => Sent::RetryAfter(PAUSE_SECONDS),
        Some(413) => Sent::Refused(FILE),
        Some(403) if speaks_of(&["blocked"]) => Sent::Blocked,
        Some(403) if speaks_of(&["deactivated", "kicked", "initiate", "not a member", "to bots"]) => {
            Sent::Gone
        }
        Some(403) if speaks_of(&["rights"]) => Sent::Refused(RIGHTS),
        // Whatever forbids it, it lasts until the person writes again.
        Some(403) => Sent::Blocked,
        _ if speaks_of(&[
            "chat not found", "user not found", "peer_id_invalid", "deactivated", "user_is_blocked",
        ]) =>
        {
            Sent::Gone
        }
        _ if speaks_of(&["replied", "reply message", "reply_message"]) => Sent::Refused(REPLY),
        _ if speaks_of(&["too long", "too_long"]) => Sent::Refused(TOO_LONG),
        _ if speaks_of(&["text must be non-empty", "text is empty", "message_empty"]) => Sent::Refused(EMPTY),
        _ if speaks_of(&["file", "photo", "voice", "video", "document", "media"]) => Sent::Refused(FILE),
        _ if speaks_of(&["button", "keyboard", "markup"]) => Sent::Refused(BUTTONS),
        _ if speaks_of(&["rights", "write_forbidden", "restricted"]) => Sent::Refused(RIGHTS),
        _ => Sent::Refused(REFUSED),
    }
}
