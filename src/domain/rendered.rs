//! A message in words, ready for a channel: what `text` makes of a message kind, and what a channel sends.

use super::button::Button;
use super::message::File;
use crate::domain::picture::drawing::Drawing;
use crate::domain::suggestion::paper::SuggestionPaper;

/// A message in a person's language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rendered {
    /// The words, plain: no markup, so that no sign of a person's words can break it.
    pub text: String,
    /// Rows of buttons below it.
    pub buttons: Vec<Vec<Button>>,
    /// The bar of words above the keyboard, for deputies; `None`: leave it as it is.
    pub menu: Option<Vec<Vec<String>>>,
    /// A file that is the message; the words are its caption.
    pub file: Option<File>,
    /// Files that are the message together; the words are the first one's caption. At most ten, two at least.
    pub album: Vec<File>,
    /// A picture to be drawn for it; the words are its caption.
    pub drawing: Option<Box<Drawing>>,
    /// A suggestion paper to be made for it, sent as a document; the words are its caption.
    pub paper: Option<Box<SuggestionPaper>>,
    /// A place that is the message: degrees north and east.
    pub location: Option<(f64, f64)>,
}

/// Telegram's limit of a text, in UTF-16 units.
pub const TEXT_UNITS: usize = 4096;
/// Telegram's limit of a caption, in UTF-16 units.
pub const CAPTION_UNITS: usize = 1024;

/// The words in parts of at most `units` UTF-16 units, cut at a line or a space where there is one.
pub fn parts(text: &str, units: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while rest.encode_utf16().count() > units {
        let mut used = 0;
        let mut end = rest.len();
        for (at, c) in rest.char_indices() {
            if used + c.len_utf16() > units {
                end = at;
                break;
            }
            used += c.len_utf16();
        }
        let head = &rest[..end];
        // A break in the last quarter is better than a torn word.
        let cut = head
            .rfind(['\n', ' ', '。', '；'])
            .filter(|at| *at > end * 3 / 4)
            .map_or(end, |at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        parts.push(rest[..cut].to_owned());
        rest = &rest[cut..];
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push(rest.to_owned());
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_keep_every_sign_and_fit(text in "[a-z 。\n😀水]{0,400}", units in 4_usize..60) {
            let parts = parts(&text, units);
            prop_assert_eq!(parts.concat(), text);
            prop_assert!(parts.iter().all(|part| part.encode_utf16().count() <= units));
        }
    }
}
