//! What a browser sees: the web chat for constituents and deputies, and the desk of the offices.
//!
//! `router` has all routes. `pages` are view structs with their templates, filled in by the handlers; `assets` are the
//! stylesheet, the scripts and the mark; `desk` are the officers' pages; `state` is what the handlers share, `session` who asks, `forms` what they sent,
//! `page` how they are answered.
//!
//! **Invariant:** a GET writes nothing but that waiting messages were fetched; every change goes in as an input whose
//! key is made of account and form, so that a form sent twice does nothing twice.

pub mod assets;
mod bubbles;
mod calendar_feed;
mod chat;
mod demo;
mod deputy_page;
pub mod desk;
mod drawing;
mod events;
mod file;
mod find;
mod first;
pub mod forms;
pub mod headers;
mod health;
mod invitation;
pub mod limits;
mod look;
mod lookup;
mod metrics;
mod notice;
pub mod page;
pub mod pages;
pub mod router;
mod send;
pub mod serve;
pub mod session;
pub mod show;
pub mod state;
mod telegram;
mod upload;

pub use metrics::metrics_router;
pub use router::router;
pub use serve::{serve, serve_metrics};
