//! What a browser sees: the web chat for constituents and deputies, and the desk of the offices.
//!
//! `pages` are view structs with their templates, filled in by the handlers; `assets` are the stylesheet, the scripts
//! and the mark; `desk` are the handlers of the officers' pages; `state` is what the handlers share, `session` who asks.

pub mod assets;
pub mod desk;
pub mod pages;
pub mod session;
pub mod state;
