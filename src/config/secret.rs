//! A setting that must not be seen: tokens, passwords, addresses that hold them. Made by `config`, opened by whoever connects.

use std::fmt;

/// A text that shows itself only when asked by name.
///
/// **Invariant:** neither `Debug` nor `Display` gives anything of it away, not even its length.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Hides a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text itself. **Danger:** never for logs, paths or messages.
    pub fn open(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
