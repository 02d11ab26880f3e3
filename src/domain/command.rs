//! Commands: what the desk, the command line and jobs ask for. The chat has its own acts (`button`).

use chrono::NaiveDate;

use super::calendar::YearPlan;
use super::case::EnteredWay;
use super::feedback::{ConfirmedHow, FeedbackWay, Opinion, Receiver, RehandlingWish};
use super::ids::{
    AccountId, CalendarVersion, CaseId, DeadLetterId, DeputyId, FileId, ImportId, OfficeId, OfficerId,
    ReplyId,
};
use super::inquiry::InquiryCommand;
use super::reminder::Matter;
use super::roster::RosterEntry;
use crate::domain::record::command::RecordCommand;
use crate::domain::reminder::table::ReminderCommand;
use crate::domain::suggestion::command::SuggestionCommand;

/// A command. Who may give it is decided in `access`.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Makes the offices of the electing units and the provincial office, if they are missing.
    FoundOffices,
    /// Takes a roster in, all or nothing. `unit`: only this unit's rows may be in it.
    ImportRoster {
        /// The rows.
        entries: Vec<RosterEntry>,
        /// SHA-256 of the file.
        file_hash: String,
        /// What the preview was made from: refused if the roster moved meanwhile. Empty: not checked.
        basis: String,
        /// The unit whose roster it is; none: the whole province's.
        unit: Option<String>,
    },
    /// Undoes the newest import.
    UndoRoster(Option<ImportId>),
    /// Lays down the calendar that the program ships, or its years that are missing.
    ShipCalendar,
    /// Takes plans of years into the calendar, all or nothing.
    ImportCalendar {
        /// The plans.
        plans: Vec<YearPlan>,
        /// Name of the file.
        source: String,
        /// SHA-256 of the file in hex.
        file_hash: String,
        /// What the preview was compared with: refused if another version came meanwhile. None: not checked.
        basis: Option<CalendarVersion>,
    },
    /// Makes one-time invitations.
    InviteDeputies {
        /// Whom.
        deputies: Vec<DeputyId>,
        /// The codes, random, one a deputy; kept only as hashes.
        codes: Vec<String>,
    },
    /// Makes an officer's invitation.
    InviteOfficer {
        /// At which office.
        office: OfficeId,
        /// The officer's name.
        name: String,
        /// Last four digits of the telephone.
        tail: String,
        /// The code, random.
        code: String,
    },
    /// Ends a deputy's account and invites anew (换绑).
    Rebind {
        /// Whose.
        deputy: DeputyId,
        /// The new invitation's code.
        code: String,
    },
    /// Letters are offered to the office from now on, or again to the deputy.
    Pause {
        /// Whose.
        deputy: DeputyId,
        /// True: pause; false: go on.
        pause: bool,
    },
    /// Stops all messages to a person at once, or lets them go again (暂停一切消息).
    Silence {
        /// Whose.
        deputy: DeputyId,
        /// True: stop; false: go on.
        silence: bool,
    },
    /// Passes a letter of the office on to a deputy.
    PassToDeputy {
        /// The case.
        case: CaseId,
        /// The deputy.
        deputy: DeputyId,
    },
    /// The office answers a letter that it reads.
    OfficeAnswer {
        /// The case.
        case: CaseId,
        /// The words.
        text: String,
        /// The officer has seen the findings and sends all the same.
        anyway: bool,
    },
    /// The office ends a letter that it reads.
    OfficeEnd(CaseId),
    /// Someone opens words or a file that another person wrote to them: noted in the audit log.
    NoteReading(CaseId),
    /// A matter that was heard elsewhere (代录).
    EnterFor {
        /// The way it was heard.
        way: EnteredWay,
        /// The deputy who is to read it; none: the office keeps it.
        deputy: Option<DeputyId>,
        /// The office.
        office: OfficeId,
        /// The words.
        text: String,
    },
    /// An officer saw to a dead letter.
    SettleDeadLetter(DeadLetterId),
    /// Someone on the call list was reached.
    TickCall(super::ids::OutboxId),
    /// Opens or closes a unit to the public.
    OpenUnit {
        /// The office.
        office: OfficeId,
        /// True: open.
        open: bool,
    },
    /// Telephone of an office.
    SetOfficePhone {
        /// The office.
        office: OfficeId,
        /// The number, as people read it.
        phone: String,
    },
    /// Ends an officer's post: the account is nobody's at the desk from then on.
    EndPost(OfficerId),
    /// Makes a session of the web chat or desk for an account that exists, or for a new one.
    OpenSession {
        /// SHA-256 of the cookie in hex.
        hash: String,
        /// Whose; none: a new account of the web chat.
        account: Option<AccountId>,
        /// What the browser says of its language.
        locale: super::locale::Locale,
    },
    /// Ends a session.
    EndSession(String),
    /// The fetching of a file ended.
    FileFetched {
        /// Which.
        file: FileId,
        /// The hash and size, or why not.
        result: FetchResult,
    },
    /// A service was asked for the words of a deputy's voice message.
    VoiceHeard {
        /// The voice.
        file: FileId,
        /// What came of it.
        heard: VoiceHeard,
    },
    /// Takes handbooks of a year in.
    TakeInHandbooks {
        /// Whose.
        deputies: Vec<DeputyId>,
        /// The year.
        year: i64,
        /// As handed in here, or on paper.
        form: HandbookForm,
    },
    /// Returns a handbook with the reason (请补充后再交).
    ReturnHandbook {
        /// Whose.
        deputy: DeputyId,
        /// The year.
        year: i64,
        /// Why.
        reason: String,
    },
    /// December's reminder to one deputy.
    RemindHandbook {
        /// Whom.
        deputy: DeputyId,
        /// The year.
        year: i64,
        /// The day of the step.
        step: NaiveDate,
    },
    /// Tells an office whose handbooks are missing.
    TellHandbooksMissing {
        /// The office.
        office: OfficeId,
        /// The year.
        year: i64,
    },
    /// Chooses the language of an account.
    SetLocale(super::locale::Locale),
    /// Opens a case by number and lookup code for the account.
    LookUp {
        /// The number as typed.
        number: i64,
        /// The code as typed, digits only.
        code: String,
    },
    /// Redeems an invitation with the last four characters.
    Redeem {
        /// The code of the invitation.
        code: String,
        /// What was typed.
        tail: String,
    },
    /// Says what is due of these matters; given by the job that looks for them.
    Remind(Vec<(Matter, i64)>),
    /// An officer enters what a deputy gave on paper or by word.
    EnterFeedback {
        /// On which reply.
        reply: ReplyId,
        /// The verdicts and reasons.
        opinion: Opinion,
        /// Whether re-handling is wanted.
        rehandling: RehandlingWish,
        /// Given on; none: today.
        on: Option<NaiveDate>,
    },
    /// An officer enters that a deputy gave feedback on the platform or in writing.
    DeclareFeedback {
        /// On which reply.
        reply: ReplyId,
        /// On the platform or on paper.
        way: FeedbackWay,
        /// Given on; none: today.
        on: Option<NaiveDate>,
    },
    /// Confirms that a receiver has these feedbacks: all or none.
    ConfirmReceipt {
        /// On which replies.
        replies: Vec<ReplyId>,
        /// Which receiver.
        receiver: Receiver,
        /// By what.
        how: ConfirmedHow,
        /// A word about it; may be empty.
        note: String,
    },
    /// Takes such a confirmation back.
    TakeBackReceipt {
        /// On which reply.
        reply: ReplyId,
        /// Which receiver.
        receiver: Receiver,
    },
    /// The slip was handed over or posted to a receiver.
    HandOverFeedback {
        /// On which reply.
        reply: ReplyId,
        /// Which receiver.
        receiver: Receiver,
    },
    /// Releases a sealed verdict to the handling unit.
    ReleaseFeedback(ReplyId),
    /// Has a matter handled once more after a dissatisfied feedback.
    Rehandle {
        /// The reply that the deputy was dissatisfied with.
        reply: ReplyId,
        /// Handed out on; none: today.
        on: Option<NaiveDate>,
    },
    /// A try to mail a slip to a handling unit ended.
    SlipMailed {
        /// On which reply.
        reply: ReplyId,
        /// How.
        end: SlipEnd,
    },
    /// Makes the giver's own address of the calendar feed, in the place of an older one.
    MakeCalendarLink,
    /// Revokes it.
    RevokeCalendarLink,
    /// Upon duty records and joint activities.
    Record(RecordCommand),
    /// Upon the rules of reminders.
    Reminders(ReminderCommand),
    /// Upon inquiries.
    Inquiry(InquiryCommand),
    /// Upon the register of motions and suggestions.
    Suggestion(SuggestionCommand),
    /// The fallback was used for an item of the outbox.
    FellBack(super::ids::OutboxId),
}

/// How a try to mail a slip ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipEnd {
    /// The server took it.
    Taken,
    /// The server is away, busy or slow, or no answer came: tried again.
    Later,
    /// The server refuses the address, or no mail is set up: by an officer's hand.
    Refused,
}

/// The form in which an office takes a handbook in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandbookForm {
    /// As it was handed in here.
    HandedIn,
    /// The paper book, which the office holds in its hands.
    Paper,
}

/// What a service made of a voice message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VoiceHeard {
    /// Its words; blank, when nothing was said.
    Words(String),
    /// It doesn't answer now.
    NotNow,
    /// It refuses this voice, or us; or the voice can't be had.
    Refused,
}

/// How the fetching of a file ended.
#[derive(Debug, Clone, PartialEq)]
pub enum FetchResult {
    /// On our disk.
    Stored {
        /// SHA-256 in hex.
        hash: String,
        /// Bytes.
        size: i64,
    },
    /// The channel doesn't hand it out.
    TooBig,
    /// Not this time; tried again later, or given up after many tries.
    NotYet,
}
