//! What can be said to a person: kinds with ids, never people's words. The words are made at sending.
//!
//! **Invariant:** the JSON of an older release stays readable, so variants and fields are added, never renamed.

use serde::{Deserialize, Serialize};

use super::case::{CaseState, Reader, tagged};
use super::ids::{
    CaseId, DeputyId, FileId, InquiryId, InvitationId, MessageId, OfficeId, OutboxId, RecordId, ReplyId,
    ReportId,
};
use super::inquiry::InquiryPage;
use super::refusal::Refusal;
use super::world::{FindBy, LetterFilter};
use crate::domain::draft::message::DraftMessage;
use crate::domain::suggestion::message::SuggestionMessage;

tagged! {
    /// Short fixed texts; the locale key is `note-` and the word.
    Note {
        /// Asks for the name to be known by.
        AskName = "ask-name",
        /// The name was taken.
        NameKept = "name-kept",
        /// Asks for telephone or mail.
        AskContact = "ask-contact",
        /// Telephone or mail was taken.
        ContactKept = "contact-kept",
        /// Telephone and mail were removed.
        ContactRemoved = "contact-removed",
        /// Asks for the name of the deputy to find.
        AskDeputyName = "ask-deputy-name",
        /// Asks for number and lookup code.
        AskLookup = "ask-lookup",
        /// The next words begin a new case.
        NewCaseNext = "new-case-next",
        /// The next words go on in the open case.
        MoreNext = "more-next",
        /// The held words were thrown away.
        HeldDropped = "held-dropped",
        /// Asks to whom the matter was passed on.
        AskPassedOnTo = "ask-passed-on-to",
        /// The choice lapsed, the words were not sent.
        StepLapsed = "step-lapsed",
        /// The code of a poster leads to nobody who takes letters.
        CodeUnknown = "code-unknown",
        /// Apology: kept, staff will see to it.
        Dropped = "nothing-to-do",
        /// Binding was ended by the office (to the old account).
        BindingEnded = "binding-ended",
        /// The officer's post was ended (to the old account).
        PostEnded = "post-ended",
        /// Asks for the words of a matter heard elsewhere.
        AskEntered = "ask-entered",
        /// Asks which way a matter was heard.
        AskEnteredWay = "ask-entered-way",
        /// The answer was thrown away.
        AnswerDropped = "answer-dropped",
        /// An album or file kind that can't be kept.
        TooBigKept = "too-big-kept",
        /// All records of the day were confirmed.
        RecordsConfirmed = "records-confirmed",
        /// All records of the day were confirmed; late entries among them wait for the office.
        RecordsConfirmedLate = "records-confirmed-late",
        /// The record was dropped.
        RecordDropped = "record-dropped",
        /// The language was changed.
        LanguageChanged = "language-changed",
        /// Help for constituents.
        Help = "help",
        /// Help for deputies.
        DeputyHelp = "deputy-help",
        /// Asks for the last four characters of the card number.
        AskTail = "ask-tail",
        /// Words are held until a reader is chosen.
        HeldFirst = "held-first",
        /// Not for groups.
        PrivateOnly = "private-only",
        /// Asks what was done, or how a matter of someone else was heard.
        AskReport = "ask-report",
        /// No report could be read in the words.
        ReportNotRead = "report-not-read",
        /// A file was joined to the report before it.
        EvidenceTaken = "evidence-taken",
        /// A voice message is kept; a line of text is asked for.
        VoiceKept = "voice-kept",
        /// A voice message is kept, and its words are being written down.
        VoiceBeingHeard = "voice-being-heard",
        /// Its words could not be written down; a line of text is asked for.
        VoiceNotHeard = "voice-not-heard",
        /// A file is kept; a line of text is asked for.
        FileKept = "file-kept",
        /// Several records stand on the card: which one is corrected?
        WhichRecord = "which-record",
        /// A correction could not be read.
        NotCorrected = "not-corrected",
        /// The last drafts were taken back.
        UndoneDropped = "undone-dropped",
        /// The record stays although the words were changed.
        EditLeft = "edit-left",
        /// Words of secret papers: nothing was kept.
        SecretRefused = "secret-refused",
        /// A favour was asked for that Article 9 forbids: nothing was kept.
        FavourRefused = "favour-refused",
        /// Interference with a court case: nothing was kept.
        JudicialRefused = "judicial-refused",
        /// A hand in a tender: nothing was kept.
        TenderRefused = "tender-refused",
        /// Interference with law enforcement: nothing was kept.
        EnforcementRefused = "enforcement-refused",
        /// Private business under the cover of duty: nothing was kept.
        BusinessRefused = "business-refused",
        /// Leave was asked for; this program does not pass it on.
        LeaveNotPassed = "leave-not-passed",
        /// A plan is no record yet.
        PlanNotRecorded = "plan-not-recorded",
        /// Nothing was done, so nothing is recorded.
        NothingDone = "nothing-done",
        /// An acknowledgement.
        Thanks = "thanks",
        /// A reply was received; it is not registered here.
        ReplyNotTaken = "reply-not-taken",
        /// Words that sound like a suggestion, in rows of older releases.
        SuggestionNotTaken = "suggestion-not-taken",
        /// The handbook will be handed in: that is not handed in.
        HandbookNotHandedIn = "handbook-not-handed-in",
        /// The handbook was handed in elsewhere.
        HandbookHandedIn = "handbook-handed-in",
        /// Words that were passed on announce nothing.
        ForwardNotRead = "forward-not-read",
        /// A question to the program.
        AskedHow = "asked-how",
        /// Something arrived that says nothing by itself (reaction, poll answer); nothing is done.
        NothingToKeep = "nothing-to-keep",
    }
}

tagged! {
    /// Why a deputy can't be written to at present. The ground of a suspension is never told.
    Unavailable {
        /// Has not redeemed the invitation.
        NotBound = "not_bound",
        /// Paused, suspended or ended: 该代表目前不通过本系统接收来信.
        NotReceiving = "not_receiving",
    }
}

tagged! {
    /// What of the feedback on a reply is shown to the deputy.
    FeedbackPage {
        /// A reply was recorded: until when feedback is due.
        Recorded = "recorded",
        /// A reminder, or the matter as it stands.
        Due = "due",
        /// The next question: on the handling, on the reply, for reasons; or the preview.
        Ask = "ask",
        /// Asks for the words of the reasons.
        Reasons = "reasons",
        /// What was written down waits.
        Kept = "kept",
        /// It was given.
        Taken = "taken",
        /// It was given before, with the same words.
        Same = "same",
        /// It was given elsewhere: by which way?
        Already = "already",
        /// On which day was it given on the platform?
        PlatformDay = "platform_day",
        /// On which day was it sent in writing?
        PaperDay = "paper_day",
        /// Platform or paper was taken down.
        Told = "told",
        /// Asks for pictures that prove it.
        AskProof = "ask_proof",
        /// A picture that proves it is kept.
        Proved = "proved",
        /// The reminder was put off.
        Snoozed = "snoozed",
        /// How the days were worked out.
        Why = "why",
        /// The office was asked to help.
        HelpAsked = "help_asked",
    }
}

tagged! {
    /// What a deputy said of handing the handbook in.
    HandInSaid {
        /// 明天交手册: not handed in yet (A7.8).
        Planned = "planned",
        /// 手册交了
        Submitted = "submitted",
        /// 纸质手册交了
        OnPaper = "on_paper",
    }
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "k")]
pub enum MessageKind {
    /// The first page of the conversation: three doors.
    Welcome,
    /// A short fixed text.
    Note {
        /// Which.
        note: Note,
    },
    /// No, and why.
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// Our fault; the input is kept.
    Sorry {
        /// The incident's code.
        incident: String,
    },
    /// A deputy was opened: who reads, the notice, and that sending is the one tap.
    Opened {
        /// Whose page.
        reader: Reader,
    },
    /// The deputy can't be written to; the office is offered.
    OfferOffice {
        /// The deputy that was wanted.
        deputy: DeputyId,
        /// Why not.
        why: Unavailable,
        /// Words are held until the choice.
        held: bool,
    },
    /// Words that were held can go to this reader now: one tap sends them.
    HeldWords {
        /// Who would read.
        reader: Reader,
    },
    /// The finder's first page.
    FinderMenu,
    /// The electing units; `for_office`: for 不知道找谁.
    FinderUnits {
        /// The choice opens the unit's office instead of its deputies.
        #[serde(default)]
        for_office: bool,
    },
    /// The fields of interest.
    FinderFields,
    /// Deputies found. A name that was searched for is a deputy's, at most 20 characters.
    FinderDeputies {
        /// By what.
        by: FindBy,
        /// From 0.
        page: i64,
    },
    /// First receipt of a case.
    Receipt {
        /// The case.
        case: CaseId,
    },
    /// One receipt for what came later.
    ReceiptMore {
        /// The case.
        case: CaseId,
        /// How many messages the case held when the window opened.
        #[serde(default)]
        since: i64,
    },
    /// Where a case stands.
    State {
        /// The case.
        case: CaseId,
    },
    /// An earlier part of what was said in a case, to who wrote it.
    StatePage {
        /// The case.
        case: CaseId,
        /// From 0, which is the newest part.
        page: i64,
    },
    /// The constituent's cases.
    MyCases {
        /// From 0.
        page: i64,
    },
    /// A case opened by number and lookup code.
    CaseOpened {
        /// The case.
        case: CaseId,
    },
    /// A deputy's or office's answer.
    Answer {
        /// The case.
        case: CaseId,
        /// The message.
        message: MessageId,
    },
    /// A state that the constituent is told.
    Told {
        /// The case.
        case: CaseId,
        /// The new state.
        state: CaseState,
    },
    /// Another reader; told before anything is passed.
    ReaderChanged {
        /// The case.
        case: CaseId,
    },
    /// The deputy's or office's card of a case: messages from `from` on.
    Card {
        /// The case.
        case: CaseId,
        /// First message that it shows.
        from: MessageId,
        /// More words to a case that had its card.
        #[serde(default)]
        more: bool,
    },
    /// A file of a case, sent as what it is.
    CaseFile {
        /// The case.
        case: CaseId,
        /// The message.
        message: MessageId,
    },
    /// Files that were sent together, as one group.
    CaseAlbum {
        /// The case.
        case: CaseId,
        /// Their messages, in order.
        messages: Vec<MessageId>,
    },
    /// The card of a case that an office has passed on to the deputy.
    CardPassed {
        /// The case.
        case: CaseId,
        /// First message that it shows.
        from: MessageId,
    },
    /// Further letters came in this minute.
    CardSummary,
    /// The deputy's letters.
    Letters {
        /// Which.
        filter: LetterFilter,
        /// From 0.
        page: i64,
    },
    /// One letter in whole.
    Letter {
        /// The case.
        case: CaseId,
    },
    /// An earlier part of a letter that is too long for one message.
    LetterPage {
        /// The case.
        case: CaseId,
        /// From 0, which is the newest part.
        page: i64,
    },
    /// Asks for the words of an answer.
    AskAnswer {
        /// The case.
        case: CaseId,
    },
    /// The answer has phrases that promise, order or claim; the words are in the dialogue.
    CheckAnswer {
        /// The case.
        case: CaseId,
    },
    /// Words came without a case: which one do they answer?
    ChooseCase,
    /// The answer was taken and is on its way.
    AnswerTaken {
        /// The case.
        case: CaseId,
    },
    /// The answer's delivery, good or bad.
    Delivery {
        /// The outbox item of the answer.
        item: OutboxId,
        /// The case.
        case: CaseId,
    },
    /// The state was marked.
    Marked {
        /// The case.
        case: CaseId,
        /// The state.
        state: CaseState,
    },
    /// What waits for the deputy.
    Todo,
    /// A contact record as it stands.
    Record {
        /// The record.
        record: RecordId,
    },
    /// The office took a return back: nothing is to be done.
    ReturnTakenBack {
        /// The record.
        record: RecordId,
    },
    /// The records of a report: a card while one waits for the deputy, else what became of them.
    Report {
        /// The report.
        report: ReportId,
    },
    /// The words of a report were changed: shall its records follow?
    EditOffer {
        /// The report.
        report: ReportId,
    },
    /// The deputy's records.
    Records {
        /// From 0.
        page: i64,
        /// Only drafts.
        #[serde(default)]
        drafts: bool,
    },
    /// Asks for the new value of a field.
    AskField {
        /// The record.
        record: RecordId,
        /// The field's word.
        field: String,
    },
    /// The year's handbook: counts and section ten.
    Handbook {
        /// The year; 0: this one.
        year: i32,
    },
    /// December: the handbook is to be handed in.
    HandbookDue {
        /// The year.
        year: i64,
    },
    /// Records wait for a look; hand in all the same?
    HandInDrafts {
        /// The year.
        year: i64,
    },
    /// Where a handbook stands.
    HandbookStands {
        /// Whose.
        deputy: DeputyId,
        /// The year.
        year: i64,
    },
    /// The office typed a handbook's workbook in: what waits for the deputy's word.
    HandbookSheet {
        /// The year.
        year: i64,
        /// New drafts.
        added: i64,
        /// Changed records.
        changed: i64,
    },
    /// The deputy spoke of handing the handbook in: where it stands, and the buttons that do it.
    HandInSaid {
        /// The year.
        year: i64,
        /// What was said.
        said: HandInSaid,
    },
    /// A notice that the deputy passed on: what was read in it.
    Notice {
        /// The report that keeps it.
        report: ReportId,
    },
    /// The words of a voice message, in which no report was read.
    VoiceWords {
        /// The voice.
        file: FileId,
    },
    /// An inquiry of the office.
    Inquiry {
        /// Which.
        inquiry: InquiryId,
        /// What of it.
        page: InquiryPage,
    },
    /// What looks like a duty that was not entered.
    Gaps,
    /// The words that a record was read from.
    RecordSource {
        /// The record.
        record: RecordId,
    },
    /// Files that belong to a record, in order.
    RecordFiles {
        /// The record.
        record: RecordId,
        /// One, or pictures that are shown together.
        files: Vec<FileId>,
    },
    /// To an officer: whose handbooks are missing.
    HandbooksMissing {
        /// The office.
        office: OfficeId,
        /// The year.
        year: i64,
    },
    /// An invitation's question.
    InvitationQuestion {
        /// The invitation.
        invitation: InvitationId,
    },
    /// The last characters were wrong.
    InvitationWrong {
        /// The invitation.
        invitation: InvitationId,
    },
    /// Bound as a deputy.
    BoundDeputy,
    /// Bound as an officer.
    BoundOfficer,
    /// To the office: a deputy redeemed the invitation.
    DeputyBound {
        /// The deputy.
        deputy: DeputyId,
    },
    /// To the office: letters wait for it.
    OfficeLetter {
        /// The case.
        case: CaseId,
    },
    /// To the office: further letters came since it was last told.
    OfficeLetters,
    /// To the reader: who wrote the letter has ended it.
    EndedByWriter {
        /// The case.
        case: CaseId,
    },
    /// To the telephone from which a letter was written: it was opened on another one, which has it from now on.
    OpenedElsewhere {
        /// The case's number: the row is no longer this account's to read.
        number: i64,
    },
    /// Six digits came alone: a lookup code is a secret, so they wait in the dialogue for their other half or a word.
    TypedDigits,
    /// A matter was entered for someone.
    EnteredFor {
        /// The case.
        case: CaseId,
    },
    /// The feedback on a reply.
    Feedback {
        /// The reply.
        reply: ReplyId,
        /// What of it.
        page: FeedbackPage,
    },
    /// All replies on which the deputy's feedback is awaited, the earliest last day first.
    DueList {
        /// From 0.
        page: i64,
    },
    /// The coming weeks with what is due in them, as a picture.
    Weeks,
    /// The person's own address of the calendar feed.
    CalendarLink,
    /// To an officer: how many deadlines of the office stand where.
    OfficeDue {
        /// The office.
        office: OfficeId,
    },
    /// To the unit office: a deputy wants help with the feedback on a reply.
    HelpWanted {
        /// The reply.
        reply: ReplyId,
    },
    /// Fallback channels: something waits, and how to open it.
    SomethingWaits,
    /// About motions and suggestions.
    Suggestion {
        /// What.
        about: SuggestionMessage,
    },
    /// About a draft of a motion or suggestion.
    Draft {
        /// What.
        about: DraftMessage,
    },
    /// To a person whose dead letter was seen to.
    Settled {
        /// The incident's code.
        incident: String,
    },
}

impl MessageKind {
    /// The JSON for the database.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads the JSON of the database; `None` when a newer release wrote it.
    pub fn from_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// An answer is a person's word: sent again after an unknown outcome it carries a mark, so the start of
    /// each try is written down first.
    pub fn is_persons_word(&self) -> bool {
        matches!(self, MessageKind::Answer { .. })
    }
}
