//! The desk's handlers: what an officer opens and sends at `/desk` (the pages themselves are in `web::pages::desk`).
//!
//! Tied into the web server by `router`. **Invariants:** nobody but an officer in post gets further than the question how
//! to sign in; whatever changes something is a `Command` through the intake, and what it may do is decided there; words
//! of a letter are shown only where `access::case_role` says that the officer's own office reads it, and never before
//! the reading is noted in the audit log; every page costs a bounded number of queries.

mod activities;
mod acts;
mod calendar;
mod calendar_link;
mod deputies;
mod dossier;
mod entered;
mod feedback;
mod feedback_acts;
mod files;
mod form;
mod handbook;
mod handbook_import;
mod handbooks;
mod handling_units;
mod inquiries;
mod invitations;
mod letter;
mod letters;
mod memory;
mod officer;
mod offices;
mod poster;
mod preview;
mod record;
mod records;
mod reminders;
mod replies;
mod roster;
mod running;
mod suggestion;
mod suggestion_acts;
mod suggestion_import;
mod suggestions;
mod units;
mod unsure;
mod waiting;

use std::sync::Arc;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::{Extension, Router};

use super::state::Web;
use memory::Memory;

/// All paths below `/desk`.
pub fn router() -> Router<Web> {
    Router::new()
        .route("/desk", get(letters::list))
        .route("/desk/letters/{number}", get(letter::page))
        .route("/desk/letters/{number}/answer", post(letter::answer))
        .route("/desk/letters/{number}/pass", post(letter::pass))
        .route(
            "/desk/letters/{number}/end",
            get(letter::ask_end).post(letter::end),
        )
        .route("/desk/letters/{number}/files/{file}", get(files::file))
        .route("/desk/unsure", get(unsure::queue))
        .route("/desk/entered", get(entered::form).post(entered::enter))
        .route("/desk/entered/{number}", get(entered::done))
        .route("/desk/deputies", get(deputies::list))
        .route("/desk/deputies/{code}", get(deputies::page))
        .route("/desk/deputies/{code}/invite", post(invitations::invite_one))
        .route("/desk/deputies/{code}/resume", post(acts::resume))
        .route(
            "/desk/deputies/{code}/rebind",
            get(acts::ask_rebind).post(acts::rebind),
        )
        .route(
            "/desk/deputies/{code}/pause",
            get(acts::ask_pause).post(acts::pause),
        )
        .route(
            "/desk/deputies/{code}/silence",
            get(acts::ask_silence).post(acts::silence),
        )
        .route("/desk/deputies/{code}/lift", get(acts::ask_lift).post(acts::lift))
        .route("/desk/deputies/{code}/handbook", get(handbook::export))
        .route("/desk/deputies/{code}/poster", get(poster::of_deputy))
        .route("/desk/poster", get(poster::of_unit))
        .route(
            "/desk/roster",
            get(roster::page)
                .post(preview::upload)
                .layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route("/desk/roster/confirm", post(roster::confirm))
        .route("/desk/roster/undo", get(roster::ask_undo).post(roster::undo))
        .route(
            "/desk/invitations",
            get(invitations::page).post(invitations::invite_chosen),
        )
        .route(
            "/desk/invitations/all",
            get(invitations::ask_all).post(invitations::invite_all),
        )
        .route("/desk/invitations/officer", post(invitations::invite_officer))
        .route("/desk/offices/{code}", get(offices::page))
        .route("/desk/offices/{code}/phone", post(offices::set_phone))
        .route("/desk/offices/{code}/open", post(offices::open))
        .route(
            "/desk/offices/{code}/close",
            get(offices::ask_close).post(offices::close),
        )
        .route(
            "/desk/offices/{code}/officers/{id}/end",
            get(offices::ask_end).post(offices::end),
        )
        .route("/desk/calls", get(waiting::calls))
        .route("/desk/calls/{item}/done", post(waiting::called))
        .route("/desk/dead-letters", get(waiting::dead_letters))
        .route("/desk/dead-letters/{id}/seen", post(waiting::seen))
        .route("/desk/suggestions", get(suggestions::list))
        .route("/desk/suggestions/due", get(suggestions::due))
        .route(
            "/desk/suggestions/new",
            get(suggestions::form).post(suggestions::enter),
        )
        .route(
            "/desk/suggestions/import",
            get(suggestion_import::form)
                .post(suggestion_import::upload)
                .layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route(
            "/desk/suggestions/import/confirm",
            post(suggestion_import::confirm),
        )
        .route(
            "/desk/suggestions/replies",
            get(replies::form).post(replies::record),
        )
        .route(
            "/desk/suggestions/replies/sheet",
            post(replies::sheet).layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route("/desk/suggestions/{id}", get(suggestion::page))
        .route("/desk/suggestions/{id}/assign", post(suggestion_acts::assign))
        .route("/desk/suggestions/{id}/extend", post(suggestion_acts::extend))
        .route(
            "/desk/suggestions/{id}/return",
            post(suggestion_acts::return_wrong),
        )
        .route("/desk/suggestions/{id}/withdraw", post(suggestion_acts::withdraw))
        .route("/desk/suggestions/{id}/clear", post(suggestion_acts::clear))
        .route(
            "/desk/suggestions/{id}/take-back",
            post(suggestion_acts::take_back),
        )
        .route(
            "/desk/suggestions/{id}/reply",
            post(suggestion_acts::reply).layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route("/desk/suggestions/{id}/proof/{file}", get(suggestion_acts::proof))
        .route(
            "/desk/suggestions/{id}/correct",
            get(suggestion::correct_form).post(suggestion::correct),
        )
        .route(
            "/desk/calendar-link",
            get(calendar_link::page).post(calendar_link::change),
        )
        .route(
            "/desk/feedback",
            get(feedback::list).post(feedback::confirm_chosen),
        )
        .route("/desk/feedback/{reply}", get(feedback::page))
        .route("/desk/feedback/{reply}/slip", get(feedback::slip))
        .route("/desk/feedback/{reply}/proof/{file}", get(feedback::proof))
        .route("/desk/feedback/{reply}/give", post(feedback_acts::give))
        .route("/desk/feedback/{reply}/declare", post(feedback_acts::declare))
        .route("/desk/feedback/{reply}/confirm", post(feedback_acts::confirm))
        .route("/desk/feedback/{reply}/take-back", post(feedback_acts::take_back))
        .route("/desk/feedback/{reply}/sent", post(feedback_acts::sent))
        .route("/desk/feedback/{reply}/release", post(feedback_acts::release))
        .route("/desk/feedback/{reply}/rehandle", post(feedback_acts::rehandle))
        .route(
            "/desk/handling-units",
            get(handling_units::page).post(handling_units::keep),
        )
        .route("/desk/inquiries", get(inquiries::list).post(inquiries::ask))
        .route("/desk/inquiries/{id}", get(inquiries::page))
        .route("/desk/inquiries/{id}/answer", post(inquiries::enter))
        .route("/desk/inquiries/{id}/withdraw", post(inquiries::withdraw))
        .route("/desk/reminders", get(reminders::page).post(reminders::look))
        .route("/desk/reminders/confirm", post(reminders::confirm))
        .route("/desk/units", get(units::page))
        .route("/desk/running", get(running::page))
        .route(
            "/desk/calendar",
            get(calendar::page)
                .post(calendar::upload)
                .layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route("/desk/calendar/confirm", post(calendar::confirm))
        .route("/desk/handbooks", get(handbooks::list).post(handbooks::take_in))
        .route(
            "/desk/handbooks/{code}",
            get(handbooks::page).post(handbooks::give_back),
        )
        .route(
            "/desk/handbooks/{code}/import",
            get(handbook_import::form)
                .post(handbook_import::upload)
                .layer(DefaultBodyLimit::max(preview::LARGEST_FORM)),
        )
        .route(
            "/desk/handbooks/{code}/import/confirm",
            post(handbook_import::confirm),
        )
        .route("/desk/activities", get(activities::list))
        .route(
            "/desk/activities/new",
            get(activities::form).post(activities::enter),
        )
        .route("/desk/activities/{id}", get(activities::page))
        .route("/desk/activities/{id}/withdraw", post(activities::withdraw))
        .route("/desk/dossier", get(dossier::list))
        .route("/desk/dossier/{code}", get(dossier::page))
        .route("/desk/dossier/{code}/export", get(dossier::export))
        .route("/desk/records", get(records::list).post(records::verify))
        .route("/desk/records/{id}", get(record::page))
        .route("/desk/records/{id}/verify", post(record::verify))
        .route("/desk/records/{id}/return", post(record::give_back))
        .route("/desk/records/{id}/take-back", post(record::take_back))
        .route("/desk/records/{id}/files/{file}", get(record::file))
        .layer(Extension(Arc::new(Memory::default())))
}
