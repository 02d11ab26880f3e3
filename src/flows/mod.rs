//! What people do: one file a deed, decided purely on the rows of the `World`.
//!
//! Called by `chat` and by the engine for commands. A flow reads rows with `?` (an unloaded one ends in `Stop::Need` and the
//! flow runs again), puts changed rows back, and owes messages through `owe`. **Invariant:** nothing here writes, sends or
//! asks the time; running a flow again on the same rows gives the same result.

pub mod answer_case;
pub mod apply_command;
pub mod apply_record;
pub mod apply_suggestion;
pub mod audit_act;
pub mod bind_account;
pub mod calendar_link;
pub mod change_deputy;
pub mod check_draft;
pub mod co_sign;
pub mod confirm_receipt;
pub mod edit_message;
pub mod end_post;
pub mod enter_activity;
pub mod enter_for;
pub mod feedback_commands;
pub mod give_feedback;
pub mod hand_in;
pub mod hand_in_draft;
pub mod hand_out;
pub mod hear_voice;
pub mod import_calendar;
pub mod import_handbook;
pub mod import_roster;
pub mod import_suggestions;
pub mod inquire;
pub mod invite;
pub mod keep_contact;
pub mod keep_dead_letter;
pub mod keep_record;
pub mod keep_suggestion;
pub mod look_up;
pub mod mark_case;
pub mod match_replies;
pub mod merge_drafts;
pub mod note_delivery;
pub mod owe;
pub mod pass_case;
pub mod read_slip;
pub mod record_reply;
pub mod rehandle;
pub mod remind;
mod remind_whom;
pub mod set_reminders;
pub mod show_card;
pub mod show_source;
pub mod take_draft_file;
pub mod take_notice;
pub mod take_report;
pub mod tell_office;
pub mod tell_writers;
pub mod verify_records;
pub mod work_deadlines;
pub mod write_draft;
pub mod write_letter;
