//! The words and the rules of the field: pure, without clock, database or channel. Also what the layers hand each
//! other: the `World` of loaded rows, inputs, commands, message kinds, buttons.
//!
//! **Invariant:** nothing here reads the time, the environment or a file; `now` is always a parameter, and a
//! calendar day is always a day in Asia/Shanghai.

pub mod access;
pub mod account;
pub mod activity;
pub mod admissibility;
pub mod answer;
pub mod answer_check;
pub mod assignment;
pub mod audit;
pub mod button;
pub mod calendar;
pub mod calendar_in_force;
pub mod calendar_link;
pub mod case;
pub mod case_text;
pub mod command;

pub mod context;
pub mod deadline;
pub mod dialogue;
pub mod dossier;
pub mod draft;
pub mod draft_likeness;
pub mod draft_message;
pub mod draft_overlap;
pub mod draft_text;
pub mod drawing;
pub mod duty_record;
pub mod electing_unit;
pub mod feedback;
pub mod gap;
pub mod handbook;
pub mod handbook_amendment;
pub mod handbook_life;
pub mod handbook_sheet;
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
pub mod read_handbook;
pub mod record;
pub mod record_command;
pub mod refusal;
pub mod register_sheet;
pub mod reminder;
pub mod reminder_table;
pub mod rendered;
pub mod reply;
pub mod report;
pub mod roster;
pub mod roster_ledger;
pub mod sheet;
pub mod suggestion;
pub mod suggestion_command;
pub mod suggestion_life;
pub mod suggestion_message;
pub mod suggestion_paper;
pub mod time;
pub mod typed_names;
pub mod world;

pub use locale::Locale;
