//! The words and the rules of the field: pure, without clock, database or channel. Also what the layers hand each
//! other: the `World` of loaded rows, inputs, commands, message kinds, buttons.
//!
//! **Invariant:** nothing here reads the time, the environment or a file; `now` is always a parameter, and a
//! calendar day is always a day in Asia/Shanghai.

pub mod access;
pub mod account;
pub mod answer;
pub mod answer_check;
pub mod audit;
pub mod button;
pub mod calendar;
pub mod case;
pub mod command;

pub mod context;
pub mod deadline;
pub mod dialogue;
pub mod dossier;
pub mod draft;
pub mod duty_record;
pub mod electing_unit;
pub mod feedback;
pub mod handbook;
pub mod ids;
pub mod input;
pub mod inquiry;
pub mod interest;
pub mod invitation_code;
pub mod keeping;
mod locale;
pub mod lookup;
pub mod menu;
pub mod message;
pub mod message_kind;
pub mod outbox;
pub mod people;
pub mod personal_data;
pub mod picture;
pub mod pseudonym;
pub mod record;
pub mod refusal;
pub mod reminder;
pub mod rendered;
pub mod report;
pub mod roster;
pub mod sheet;
pub mod suggestion;
pub mod time;
pub mod world;

pub use locale::Locale;
