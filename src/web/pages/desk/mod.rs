//! The desk: the officers' pages at `/desk`, wide, also usable on a phone, printing cleanly on A4.
//!
//! Each page answers one question in its heading; the table comes first, with what is late on top. A unit sees
//! numbers and states of its letters, and words only where the office itself is the reader: the handler gives a
//! title or bubbles only then, and the templates show nothing that is not given.

mod activities;
mod calendar;
mod confirm;
mod deputies;
mod dossier;
mod entered;
mod feedback;
mod handbooks;
mod inquiries;
mod invitations;
mod layout;
mod letters;
mod office;
mod records;
mod reminders;
mod roster;
mod running;
mod sign_in;
mod suggestions;
mod units;
mod unsure;
mod waiting;

pub use activities::{
    ActivitiesPage, ActivityForm, ActivityFormPage, ActivityPage, ActivityPerson, ActivityRow,
};
pub use calendar::{
    CalendarChangeRow, CalendarDayRow, CalendarPage, CalendarPreviewPage, CalendarVersionRow,
};
pub use confirm::{ConfirmPage, DangerousAct};
pub use deputies::{Binding, DeputiesPage, DeputyAct, DeputyCount, DeputyFilter, DeputyPage, DeputyRow};
pub use dossier::{DossierPage, DossierRow, DossierSection, DossiersPage};
pub use entered::{EnteredDonePage, EnteredFault, EnteredForm, EnteredPage, HeardBy};
pub use feedback::{
    CalendarLinkPage, FeedbackForm, FeedbackListPage, FeedbackPage, FeedbackRow, ReceiverView,
};
pub use handbooks::{
    HandbookCounts, HandbookImportPage, HandbookPage, HandbookPreviewPage, HandbookRow, HandbooksPage,
};
pub use inquiries::{InquiriesPage, InquiryForm, InquiryPage, InquiryRow};
pub use invitations::{InvitationState, InvitationsPage, InviteRow, Invited, OfficeChoice, Slip, SlipsPage};
pub use layout::{DeputyChoice, DeskFrame, DeskPlace, Said, Scope};
pub use letters::{LetterCount, LetterFilter, LetterPage, LetterRow, LetterState, LetterView, LettersPage};
pub use office::{OfficeDeputy, OfficePage, OfficerRow};
pub use records::{RecordPage, RecordRowView, RecordsPage};
pub use reminders::{ReminderFormRow, ReminderMoved, ReminderPreviewPage, RemindersPage};
pub use roster::{
    ChangedRow, FieldChange, LastImport, RosterFault, RosterPage, RosterPerson, RosterPreviewPage, Verdict,
};
pub use running::{RunningPage, RunningRow};
pub use sign_in::SignInPage;
pub use suggestions::{
    AssignmentView, DuePage, DueRow, EventRow, HandlingUnitRow, HandlingUnitsPage, RepliesPage, ReplyFormRow,
    ReplyView, ShownState, SuggestionForm, SuggestionFormPage, SuggestionImportPage, SuggestionPage,
    SuggestionPreviewPage, SuggestionRow, SuggestionsPage, UnitChoice,
};
pub use units::{UnitRow, UnitsPage};
pub use unsure::{UnsureLetter, UnsurePage};
pub use waiting::{CallRow, CallsPage, DeadLetterRow, DeadLettersPage};
