//! What stands around every page of the desk: who is signed in, the places, what has just been done.

use crate::text::Words;
use crate::web::assets;
use crate::web::pages::{Forms, Letters};

/// The frame of a desk page.
#[derive(Debug, Clone)]
pub struct DeskFrame {
    pub letters: Letters,
    /// Path and query of this page, to come back to after a switch of language or letters.
    pub here: String,
    pub forms: Forms,
    /// Name of the officer who is signed in.
    pub officer: String,
    /// The officer's office.
    pub office: String,
    pub scope: Scope,
    /// Which place in the navigation this page belongs to.
    pub place: DeskPlace,
    /// What has just been done, said once on top.
    pub said: Option<Said>,
    /// Why what was asked for was not done, in words.
    pub trouble: Option<String>,
}

/// How far an officer sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The deputies and letters of the own unit.
    Unit,
    /// The counts of all units besides.
    Province,
}

/// The places of the desk: seven words above at most; what belongs together stands below one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskPlace {
    Letters,
    Unsure,
    Entered,
    Suggestions,
    Deputies,
    /// Of the province: reached from the deputies.
    Invitations,
    Waiting,
    Units,
    /// Reached from the foot of every page: seven words are enough above.
    Calendar,
    /// From the foot too.
    Running,
    /// From the foot too.
    Reminders,
    /// Below the deputies: which of the year have come.
    Handbooks,
    /// Below the deputies: what they confirmed.
    Records,
    /// Below the deputies: what several did together.
    Activities,
    /// Below the deputies: verified facts by deputy and year.
    Dossier,
    /// Below the suggestions.
    Feedback,
    /// Below the deputies: what the office asks them.
    Inquiries,
}

impl DeskPlace {
    const UNIT: [DeskPlace; 7] = [
        DeskPlace::Letters,
        DeskPlace::Unsure,
        DeskPlace::Entered,
        DeskPlace::Suggestions,
        DeskPlace::Deputies,
        DeskPlace::Invitations,
        DeskPlace::Waiting,
    ];
    const PROVINCE: [DeskPlace; 7] = [
        DeskPlace::Letters,
        DeskPlace::Unsure,
        DeskPlace::Entered,
        DeskPlace::Suggestions,
        DeskPlace::Deputies,
        DeskPlace::Waiting,
        DeskPlace::Units,
    ];

    /// What stands together below one word of the navigation; the first is that word.
    const TOGETHER: [&[DeskPlace]; 2] = [
        &[DeskPlace::Suggestions, DeskPlace::Feedback],
        &[
            DeskPlace::Deputies,
            DeskPlace::Records,
            DeskPlace::Activities,
            DeskPlace::Dossier,
            DeskPlace::Handbooks,
            DeskPlace::Inquiries,
        ],
    ];

    /// What is reached from the foot of every page.
    const FOOT: [DeskPlace; 3] = [DeskPlace::Calendar, DeskPlace::Reminders, DeskPlace::Running];

    /// What stands together with this place, itself among them; empty: it stands alone.
    fn together(self) -> &'static [DeskPlace] {
        Self::TOGETHER
            .into_iter()
            .find(|places| places.contains(&self))
            .unwrap_or_default()
    }

    pub(super) fn key(self) -> &'static str {
        match self {
            DeskPlace::Letters => "desk-place-letters",
            DeskPlace::Unsure => "desk-place-unsure",
            DeskPlace::Entered => "desk-place-entered",
            DeskPlace::Suggestions => "desk-place-suggestions",
            DeskPlace::Deputies => "desk-place-deputies",
            DeskPlace::Invitations => "desk-place-invitations",
            DeskPlace::Waiting => "desk-place-waiting",
            DeskPlace::Units => "desk-place-units",
            DeskPlace::Calendar => "desk-calendar-title",
            DeskPlace::Handbooks => "desk-handbooks",
            DeskPlace::Records => "desk-records",
            DeskPlace::Activities => "desk-activities",
            DeskPlace::Dossier => "desk-dossier",
            DeskPlace::Running => "desk-running-title",
            DeskPlace::Reminders => "desk-reminders",
            DeskPlace::Feedback => "desk-feedback",
            DeskPlace::Inquiries => "desk-inquiries",
        }
    }

    pub(super) fn href(self) -> &'static str {
        match self {
            DeskPlace::Letters => "/desk",
            DeskPlace::Unsure => "/desk/unsure",
            DeskPlace::Entered => "/desk/entered",
            DeskPlace::Suggestions => "/desk/suggestions",
            DeskPlace::Deputies => "/desk/deputies",
            DeskPlace::Invitations => "/desk/invitations",
            DeskPlace::Waiting => "/desk/calls",
            DeskPlace::Units => "/desk/units",
            DeskPlace::Calendar => "/desk/calendar",
            DeskPlace::Handbooks => "/desk/handbooks",
            DeskPlace::Records => "/desk/records",
            DeskPlace::Activities => "/desk/activities",
            DeskPlace::Dossier => "/desk/dossier",
            DeskPlace::Running => "/desk/running",
            DeskPlace::Reminders => "/desk/reminders",
            DeskPlace::Feedback => "/desk/feedback",
            DeskPlace::Inquiries => "/desk/inquiries",
        }
    }
}

/// What an officer has just done. Goes through the redirect as `?said=` and its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Answered,
    PassedOn,
    Ended,
    Paused,
    Resumed,
    Silenced,
    Lifted,
    Imported,
    ImportUndone,
    CalendarImported,
    Saved,
    RepliesRecorded,
    FeedbackConfirmed,
    SuggestionsTaken,
    HandbooksTakenIn,
    HandbookGivenBack,
    InquiryAsked,
    RemindersSet,
    HandbookSheetTaken,
    RecordsVerified,
    /// Some of them had changed since the page was opened.
    RecordsMoved,
    RecordReturned,
    ReturnTakenBack,
    ActivityEntered,
    ActivityWithdrawn,
    Seen,
    Reached,
    PhoneSet,
    UnitOpened,
    UnitClosed,
    PostEnded,
    /// A form that came a second time, and whose first fate is not at hand.
    Again,
    /// A form for invitations that came a second time: their codes were shown with the first answer only.
    SlipsOnce,
}

impl Said {
    /// All of them.
    pub const ALL: [Said; 33] = [
        Said::Answered,
        Said::PassedOn,
        Said::Ended,
        Said::Paused,
        Said::Resumed,
        Said::Silenced,
        Said::Lifted,
        Said::Imported,
        Said::ImportUndone,
        Said::CalendarImported,
        Said::Saved,
        Said::RepliesRecorded,
        Said::FeedbackConfirmed,
        Said::SuggestionsTaken,
        Said::HandbooksTakenIn,
        Said::HandbookGivenBack,
        Said::InquiryAsked,
        Said::RemindersSet,
        Said::HandbookSheetTaken,
        Said::RecordsVerified,
        Said::RecordsMoved,
        Said::RecordReturned,
        Said::ReturnTakenBack,
        Said::ActivityEntered,
        Said::ActivityWithdrawn,
        Said::Seen,
        Said::Reached,
        Said::PhoneSet,
        Said::UnitOpened,
        Said::UnitClosed,
        Said::PostEnded,
        Said::Again,
        Said::SlipsOnce,
    ];

    /// The word in the URL.
    pub fn tag(self) -> &'static str {
        match self {
            Said::Answered => "answered",
            Said::PassedOn => "passed-on",
            Said::Ended => "ended",
            Said::Paused => "paused",
            Said::Resumed => "resumed",
            Said::Silenced => "silenced",
            Said::Lifted => "lifted",
            Said::Imported => "imported",
            Said::ImportUndone => "import-undone",
            Said::CalendarImported => "calendar-imported",
            Said::Saved => "saved",
            Said::RepliesRecorded => "replies-recorded",
            Said::FeedbackConfirmed => "feedback-confirmed",
            Said::SuggestionsTaken => "suggestions-taken",
            Said::HandbooksTakenIn => "handbooks-taken-in",
            Said::HandbookGivenBack => "handbook-given-back",
            Said::InquiryAsked => "inquiry-asked",
            Said::RemindersSet => "reminders-set",
            Said::HandbookSheetTaken => "handbook-sheet-taken",
            Said::RecordsVerified => "records-verified",
            Said::RecordsMoved => "records-moved",
            Said::RecordReturned => "record-returned",
            Said::ReturnTakenBack => "return-taken-back",
            Said::ActivityEntered => "activity-entered",
            Said::ActivityWithdrawn => "activity-withdrawn",
            Said::Seen => "seen",
            Said::Reached => "reached",
            Said::PhoneSet => "phone-set",
            Said::UnitOpened => "unit-opened",
            Said::UnitClosed => "unit-closed",
            Said::PostEnded => "post-ended",
            Said::Again => "again",
            Said::SlipsOnce => "slips-once",
        }
    }

    /// Reads the word in a URL; an unknown one says nothing.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|said| said.tag() == tag)
    }

    pub(super) fn text(self, words: &Words) -> String {
        words.say(&format!("desk-said-{}", self.tag()))
    }
}

/// A deputy to choose in a form (`to`): people type a name or a code, the form sends the code.
#[derive(Debug, Clone)]
pub struct DeputyChoice {
    pub code: String,
    pub name: String,
    pub electing_unit: String,
}

impl DeskFrame {
    pub(super) fn stylesheet(&self) -> String {
        assets::STYLESHEET.href()
    }

    pub(super) fn script(&self) -> String {
        assets::DESK_SCRIPT.href()
    }

    pub(super) fn mark(&self) -> String {
        assets::MARK.href()
    }

    pub(super) fn foot(&self) -> &'static [DeskPlace] {
        &DeskPlace::FOOT
    }

    /// What stands together with the place of this page.
    pub(super) fn together(&self) -> &'static [DeskPlace] {
        self.place.together()
    }

    /// Whether the page is this word of the navigation, or stands below it.
    pub(super) fn is_below(&self, place: &DeskPlace) -> bool {
        *place == self.place || self.together().first() == Some(place)
    }

    pub(super) fn places(&self) -> &'static [DeskPlace] {
        match self.scope {
            Scope::Unit => &DeskPlace::UNIT,
            Scope::Province => &DeskPlace::PROVINCE,
        }
    }
}
