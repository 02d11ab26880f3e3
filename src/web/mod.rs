//! What a browser sees: the web chat for constituents and deputies, and the desk of the offices.
//!
//! `pages` are view structs with their templates, filled in by the handlers; `assets` are the stylesheet, the scripts
//! and the mark.

pub mod assets;
pub mod pages;
