//! Tests from outside: files and people as they come.

mod roster;
mod roster_texts;
