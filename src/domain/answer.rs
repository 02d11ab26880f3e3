//! What whoever gave an input learns at once: the desk, the command line and the web chat wait for it.

use super::ids::{
    AccountId, ActivityId, AssignmentId, CalendarVersion, CaseId, DeputyId, HandlingUnitId, ImportId,
    InquiryId, OfficeId, SuggestionId,
};
use super::refusal::Refusal;

/// The immediate answer to an input; people at a channel get messages instead.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Answer {
    /// Done, nothing to tell.
    #[default]
    Done,
    /// The same input was decided before.
    Again,
    /// No, and why.
    Refused(Refusal),
    /// Kept as a dead letter; the person is told this incident.
    Kept(String),
    /// The account that was made or found.
    Account(AccountId),
    /// The case.
    Case(CaseId),
    /// Bound as a deputy.
    BoundDeputy(DeputyId),
    /// Bound as an officer.
    BoundOfficer(OfficeId),
    /// The roster was taken in.
    Imported {
        /// The import, for undoing.
        import: ImportId,
        /// New deputies.
        added: usize,
        /// Changed ones.
        changed: usize,
        /// Gone from the list.
        gone: usize,
    },
    /// A new version of the calendar is in force.
    CalendarTaken(CalendarVersion),
    /// The inquiry that was asked.
    Inquiry(InquiryId),
    /// The suggestion that was entered.
    Suggestion(SuggestionId),
    /// The handling unit that was entered or changed.
    HandlingUnit(HandlingUnitId),
    /// A suggestion was handed out.
    Assigned(AssignmentId),
    /// A sheet of suggestions was taken in.
    SuggestionsTaken {
        /// New ones.
        added: usize,
        /// Those that the register had already.
        unchanged: usize,
        /// Handling units that were entered into the directory.
        units: usize,
    },
    /// A handbook's workbook was taken in.
    HandbookSheetTaken {
        /// New drafts.
        added: usize,
        /// Changed records.
        changed: usize,
        /// Those that say what they said.
        unchanged: usize,
    },
    /// Replies were recorded.
    RepliesRecorded {
        /// New ones.
        added: usize,
        /// Those whose receipt got another day.
        candidates: usize,
    },
    /// Duty records were verified.
    RecordsVerified {
        /// So many.
        verified: usize,
        /// Those that had changed meanwhile, or no longer wait: nothing was done with them.
        left: usize,
    },
    /// A joint activity was entered.
    Activity {
        /// Which.
        activity: ActivityId,
        /// Those who took part and have no account yet: they get their card when they open one.
        unbound: usize,
    },
    /// Open deadlines were worked out again.
    Recalculated {
        /// So many.
        looked_at: usize,
        /// Of them moved.
        moved: usize,
    },
    /// An import was undone: so many rows.
    Undone(usize),
    /// The answer has phrases for a second look; this is the modest wording.
    Look(String),
}
