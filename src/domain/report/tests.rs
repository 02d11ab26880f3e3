//! The reading against the messages in `tests/data`, and against any text.
