//! Lianluo (联络): a messaging chatbot that connects the people of a province with their people's-congress
//! deputies. This page is the map; each room's own page says more.
//!
//! # Bird's eye
//!
//! Constituents write to deputies, deputies answer, the liaison offices see to it that no letter is lost. All of them
//! talk through channels (Telegram, the web chat) that know nothing of the matter, to a conversation that knows nothing
//! of channels. Between them stands one engine that decides in batches, one transaction each.
//!
//! | Room | Is | Pure |
//! | --- | --- | --- |
//! | [`domain`] | words and rules of the field; the `World` of loaded rows; inputs, commands, message kinds | yes |
//! | [`flows`] | one file a deed, decided on the `World` | yes |
//! | [`chat`] | the conversation: which deed do these words or this tap mean? | yes |
//! | [`text`] | locales; messages become words | yes |
//! | [`documents`] | rosters are read; handbooks, slips and codes to scan are made | yes |
//! | [`store`] | the only SQL, for SQLite and PostgreSQL | |
//! | [`engine`] | batch, sender, errands, clock | |
//! | [`jobs`] | timed work, derived from rows and clock | |
//! | [`telegram`] | the only teloxide: updates become inputs, messages become calls | |
//! | [`web`] | the only axum: web chat, desk, health, metrics, the webhook's HTTP side | |
//! | [`fallback`] | short messages and mail that say only that something waits | |
//! | [`transcription`] | the words of deputies' voice messages, by a service | |
//! | [`cli`], [`config`], [`app`] | the commands; the only reader of the environment; where all are tied together | |
//!
//! Who may import whom is a test: `tests/it/tidy.rs`.
//!
//! # The walk of one message
//!
//! A constituent writes to a deputy on Telegram; the deputy's answer takes the same way back.
//!
//! 1. [`telegram`] polls (or [`web`] takes the webhook), reads the update, and makes an [`Input`](domain::input::Input)
//!    of it: a key made of the update's number, who speaks, and the deed. In the web chat the key is made of account
//!    and form.
//! 2. It submits the input to the [`Intake`](engine::Intake) and waits. The queue is bounded: when it is full, the
//!    channel is refused and comes again.
//! 3. The engine takes what waits, up to 256 inputs, together with the outcomes of earlier sends, and begins the one
//!    writing transaction. It claims the keys: an input whose key is known is answered "again" and does nothing.
//! 4. It loads the rows that [`chat::keys`] names, and calls [`chat::decide`] for each input. The conversation
//!    finds out what is meant, and calls a flow, here `flows::write_letter`. Whoever touches a row that isn't loaded ends
//!    in `Stop::Need`; its changes are taken back, the rows are loaded, and it is decided again in the next round.
//! 5. The flow puts changed rows into the [`World`](domain::world::World) and owes messages: the receipt to the writer,
//!    the card to the deputy. They are rows of the outbox that say what is to be told, not in which words.
//! 6. The changes are saved and the transaction is committed. Only now the channel learns its input's fate and lets
//!    Telegram forget the update; open pages of the web chat are woken; wanted files are fetched by the errands, so that a
//!    card never waits for a photo.
//! 7. The sender takes what is owed at Telegram, and asks [`text`] for the words in the reader's language from rows as they
//!    are now. It paces by bot and by chat. Before a person's own words leave for the first time, it has the start of the
//!    try written down. Then it calls the channel's [`Outlet`](engine::Outlet). What is owed in the web chat
//!    waits in the outbox until a page fetches it.
//! 8. The outcome (arrived, again later, blocked, gone, given up) goes into the next batch, where
//!    `flows::note_delivery` draws the consequences, such as telling the deputy that the answer has arrived.
//! 9. What no page has fetched in the web chat for two hours (`FALLBACK_AFTER_MINUTES`), a job tells by short message or
//!    mail to those who left a number or an address for this; the rest stands on the office's call list.
//!
//! An input that can't be decided (a panic, rows the database refuses, too many rounds) becomes a dead letter: the
//! person gets an apology with an incident code, an officer finds the input on the desk, the rest of the batch goes on.
//!
//! # Invariants
//!
//! - **Confirmed means committed.** An input and all its consequences commit together, and nobody is told anything before.
//! - **Twice is once.** Every input has a key; a known key does nothing. Keys are forgotten after 72 hours.
//! - **Nothing lives between batches** but what can be read again from the database: a kill at any instant loses no words,
//!   and sends at most the messages twice that were under way.
//! - **Order holds** among the inputs of one chat, and among the messages of one (chat, lane).
//! - **One writing transaction at a time** per database, on both engines.
//! - **The rules are pure.** No clock, database or channel in `domain`, `flows` and `chat`; `now` is a parameter. The same
//!   rows and input give the same result.
//! - **What may be done is checked by account**, never by the button that was tapped or the page that was open.
//! - **A refusal is a normal answer** with words in the locales; a failure is an incident code, and its text stays in
//!   the log.
//! - **Every word that a person reads comes from `locales/`**, in both languages.
//! - **No log, error or metric holds** letters, names, numbers or tokens.

pub mod app;
pub mod chat;
pub mod cli;
pub mod config;
pub mod documents;
pub mod domain;
pub mod engine;
pub mod fallback;
pub mod flows;
pub mod jobs;
pub mod store;
pub mod telegram;
pub mod text;
pub mod transcription;
pub mod web;
