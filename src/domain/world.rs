//! What deciding sees of the database: the rows that were loaded, those known to be absent, and the changes made so far.
//!
//! The engine and the sender load it through the store; flows read it and put rows back. Touching a row that has not
//! been asked for gives `Stop::Need`: the engine loads it and decides again. **Invariant:** a row that a decision has put
//! is never overwritten by a later load of the same batch, and what a failed decision put is taken back.

use std::hash::Hash;

use foldhash::{HashMap, HashMapExt};

use super::account::{Account, Channel};
use super::audit::AuditEntry;
use super::calendar::CalendarRow;
use super::case::{Case, Correspondent, Reader};
use super::draft::DraftRow;
use super::feedback::{Feedback, FeedbackReceiver, FeedbackVersion, Receiver};
use super::ids::{
    AccountId, ActivityId, AssignmentId, CalendarVersion, CaseId, DeadLetterId, DeputyId, FileId,
    HandlingUnitId, ImportId, InquiryId, InvitationId, MessageId, OfficeId, OfficerId, OutboxId, RecordId,
    ReplyId, ReportId, SuggestionId,
};
use super::inquiry::Inquiry;
use super::keeping::{
    CallBack, CardPace, CaseEvent, Counter, DeadLetter, MessageVersion, ParkedEdit, RosterImport, Session,
};
use super::message::{File, Message};
use super::outbox::OutboxItem;
use super::people::{Deputy, Invitation, Office, Officer};
use super::record::{Activity, Evidence, RecordChangeRow, RecordRow, Report};
use super::refusal::Refusal;
use super::reminder::{ClaimedStep, Matter, Reminder, Unasked};
use super::suggestion::{CongressSession, Suggestion, SuggestionEvent, SuggestionName};
use crate::domain::calendar::link::CalendarLink;
use crate::domain::handbook::life::{HandbookEvent, HandbookRow};
use crate::domain::reminder::table::ReminderTable;
use crate::domain::suggestion::assignment::{Assignment, HandlingUnit};
use crate::domain::suggestion::reply::Reply;

/// Why deciding could not finish.
#[derive(Debug)]
pub enum Stop {
    /// These are needed first.
    Need(Vec<Key>),
    /// The answer to the person is no, and this is why.
    Refused(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Stop::Refused(refusal)
    }
}

/// What a step of deciding gives.
pub type Deciding<T> = Result<T, Stop>;

/// A list that a view shows: ids in order, and how many there are beyond the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct List {
    /// The ids of the page, of the kind that the list's key names.
    pub ids: Vec<i64>,
    /// How many there are on all pages.
    pub total: i64,
}

/// Which of a deputy's or an office's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterFilter {
    /// Not yet answered, raised or passed on.
    Open,
    /// Answered, raised or passed on, not ended.
    Answered,
    /// Ended.
    Ended,
}

/// The lists that views and a few decisions read: always bounded, newest first unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum ListKey {
    /// Cases of a reader: case ids.
    Letters {
        /// Whose.
        reader: Reader,
        /// Which.
        filter: LetterFilter,
        /// From 0; of `PAGE` entries.
        page: i64,
    },
    /// Cases of a constituent: case ids.
    CasesOf {
        /// Whose.
        account: AccountId,
        /// From 0.
        page: i64,
    },
    /// All messages of a case, oldest first, at most 200: message ids.
    Messages(CaseId),
    /// Deputies who can be found, by electing unit, name or field, in order of code: deputy ids.
    Finder {
        /// What is looked for.
        by: FindBy,
        /// From 0.
        page: i64,
    },
    /// Duty records of a deputy, newest day first: record ids.
    Records {
        /// Whose.
        deputy: DeputyId,
        /// `draft`: what waits for the deputy; `confirmed`: what stands in the handbook, verified or not; the word of
        /// another state: that; empty: all but dropped ones.
        state: String,
        /// Only of this calendar day, `YYYY-MM-DD`, of this year, `YYYY`, or from one day to another,
        /// `YYYY-MM-DD/YYYY-MM-DD`; empty: all.
        on: String,
        /// From 0.
        page: i64,
    },
    /// The records of a report in their order: record ids.
    RecordsOfReport(ReportId),
    /// The evidence of a report in order, at most 50: file ids.
    EvidenceOf(ReportId),
    /// The records of a joint activity: record ids.
    RecordsOfActivity(ActivityId),
    /// Records of the deputies of an office that wait for it, the oldest first, at most 200: record ids.
    RecordsForOffice(OfficeId),
    /// The joint activities that an office entered, the newest first, at most 50: activity ids.
    Activities(OfficeId),
    /// Deputies of an office in office on whom a year's handbook still waits, in order of code, at most 1,000: deputy ids.
    HandbooksMissing {
        /// The office.
        office: OfficeId,
        /// The calendar year.
        year: i64,
    },
    /// Open cases of a reader, oldest first, at most 500: case ids.
    OpenCases(Reader),
    /// Deputies of the roster in order of code, at most 1,000: deputy ids. With a unit's code only that unit's.
    Roster(String),
    /// All offices in order of code: office ids.
    Offices,
    /// Officers of an office who are in their post: officer ids.
    Officers(OfficeId),
    /// Invitations of a deputy that are neither redeemed nor withdrawn: invitation ids.
    Invitations(DeputyId),
    /// The newest import that was not undone: its id, or none.
    LastImport,
    /// Imports of the roster that were not undone, the newest first, at most 200: import ids.
    Imports,
    /// Call backs that people asked for in a case.
    CallBacks(CaseId),
    /// Versions of the calendar, the newest first, at most 100: version numbers.
    Calendars,
    /// What a deputy leads in the register, the newest first: suggestion ids.
    SuggestionsOf {
        /// Whose.
        deputy: DeputyId,
        /// From 0.
        page: i64,
    },
    /// A deputy's drafts that are not registered, the newest first, at most 60: suggestion ids.
    DraftsOf(DeputyId),
    /// Open drafts whose deputies agreed to be told of like ones, the newest first, at most 300: suggestion ids.
    SharedDrafts,
    /// Drafts that were handed in and are not registered, at most 2,000: suggestion ids.
    DraftsHandedIn,
    /// Registered suggestions that a deputy may see: their own, and those whose text is public; the newest first, at most
    /// 300 of each: suggestion ids.
    Earlier(DeputyId),
    /// Deputies of this very name on the roster, in order of code, at most 20: deputy ids.
    DeputiesNamed(String),
    /// All suggestions with a number, the newest first, at most 20: suggestion ids.
    Numbered(String),
    /// Those who put their names to a suggestion besides the leading deputy, in order: deputy ids.
    Names(SuggestionId),
    /// Suggestions to which a deputy is asked to put the name, the newest first, at most 50: suggestion ids.
    NamesAsked(DeputyId),
    /// To whom a suggestion was handed out, in order: assignment ids.
    Assignments(SuggestionId),
    /// Assignments of a deputy's suggestions that owe a written reply, the earliest last day first, at most 200:
    /// assignment ids.
    OpenAssignments(DeputyId),
    /// What was replied to a suggestion, in order: reply ids.
    Replies(SuggestionId),
    /// Replies on which a deputy's feedback is awaited, the earliest last day first, at most 200: reply ids.
    AwaitedFeedback(DeputyId),
    /// Replies on which feedback is awaited and whose last day is not after `until` (`YYYY-MM-DD`), the earliest first, at
    /// most 20, and how many there are: reply ids.
    DueFeedback {
        /// Only of this unit's deputies; none: of the province.
        office: Option<OfficeId>,
        /// The last day that counts.
        until: String,
    },
    /// Open assignments whose last day is not after `until`, the earliest first, at most 20, and how many there are:
    /// assignment ids.
    DueReplies {
        /// Only of this unit's deputies; none: of the province.
        office: Option<OfficeId>,
        /// The last day that counts.
        until: String,
    },
    /// Inquiries that a deputy has not answered, the earliest last day first, at most 50: inquiry ids.
    OpenInquiries(DeputyId),
    /// Open inquiries whose last day is not after `until`, the earliest first, at most 20, and how many there are: inquiry
    /// ids.
    DueInquiries {
        /// Only of this unit's deputies; none: of the province.
        office: Option<OfficeId>,
        /// The last day that counts.
        until: String,
    },
    /// Handling units that are in being, in the order in which they were entered, at most 2,000: unit ids.
    HandlingUnits,
    /// Open assignments that a calendar before this version worked out, at most 200: assignment ids.
    AssignmentsBefore(CalendarVersion),
    /// Open replies that a calendar before this version worked out, at most 200: reply ids.
    RepliesBefore(CalendarVersion),
}

/// What the finder looks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindBy {
    /// Code of the electing unit.
    Unit(String),
    /// Part of a name.
    Name(String),
    /// A field of interest.
    Field(String),
}

/// Entries on a page of a list in chat: fits a telephone's screen with its buttons.
pub const PAGE: i64 = 6;

struct Entry<V> {
    value: Option<V>,
    dirty: bool,
}

/// The loaded rows of one table.
struct Slice<K, V> {
    rows: HashMap<K, Entry<V>>,
    dirty: Vec<K>,
}

impl<K, V> Default for Slice<K, V> {
    fn default() -> Self {
        Self {
            rows: HashMap::new(),
            dirty: Vec::new(),
        }
    }
}

type Undo = Box<dyn FnOnce(&mut World) + Send>;

macro_rules! world {
    (
        rows { $($(#[$doc:meta])* $field:ident / $get:ident / $find:ident / $learn:ident / $put:ident : $variant:ident($key:ty) => $row:ty, $of:expr;)+ }
        indexes { $($(#[$idoc:meta])* $index:ident / $iget:ident : $ivariant:ident($ikey:ty) => $target:ty;)+ }
        appended { $($(#[$adoc:meta])* $list:ident / $add:ident : $arow:ty;)+ }
    ) => {
        /// What can be asked of the store.
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        pub enum Key {
            $($(#[$doc])* $variant($key),)+
            $($(#[$idoc])* $ivariant($ikey),)+
            /// A list of ids.
            List(ListKey),
        }

        /// The rows that deciding sees.
        #[derive(Default)]
        pub struct World {
            $($field: Slice<$key, $row>,)+
            $($index: HashMap<$ikey, Option<$target>>,)+
            lists: HashMap<ListKey, List>,
            $($list: Vec<$arow>,)+
            journal: Vec<Undo>,
        }

        /// One final state of each changed row, for the store.
        #[derive(Default)]
        pub struct Changes {
            $($(#[$doc])* pub $field: Vec<$row>,)+
            $($(#[$adoc])* pub $list: Vec<$arow>,)+
        }

        impl Changes {
            /// True when nothing is to be written.
            pub fn is_empty(&self) -> bool {
                $(self.$field.is_empty())&&+ $(&& self.$list.is_empty())+
            }
        }

        impl World {
            $(
                /// The row, or nothing when it is known to be absent.
                pub fn $find(&self, key: &$key) -> Deciding<Option<&$row>> {
                    match self.$field.rows.get(key) {
                        Some(entry) => Ok(entry.value.as_ref()),
                        None => Err(Stop::Need(vec![Key::$variant(key.clone())])),
                    }
                }

                /// The row; a missing one is refused as something that no longer exists.
                pub fn $get(&self, key: &$key) -> Deciding<&$row> {
                    self.$find(key)?.ok_or(Stop::Refused(Refusal::NoLongerThere))
                }

                /// Takes a row from the store, unless it is known already.
                pub fn $learn(&mut self, key: $key, value: Option<$row>) {
                    self.$field.rows.entry(key).or_insert(Entry { value, dirty: false });
                }

                /// Puts a new or changed row.
                pub fn $put(&mut self, row: $row) {
                    let of: fn(&$row) -> $key = $of;
                    let key = of(&row);
                    self.note(&row);
                    let old = self.$field.rows.insert(key.clone(), Entry { value: Some(row), dirty: true });
                    let was_dirty = old.as_ref().is_some_and(|entry| entry.dirty);
                    if !was_dirty {
                        self.$field.dirty.push(key.clone());
                    }
                    self.journal.push(Box::new(move |world| {
                        if !was_dirty {
                            world.$field.dirty.retain(|it| *it != key);
                        }
                        match old {
                            Some(entry) => world.$field.rows.insert(key, entry),
                            None => world.$field.rows.remove(&key),
                        };
                    }));
                }
            )+

            $(
                /// The identity behind this key, or nothing when there is none.
                pub fn $iget(&self, key: &$ikey) -> Deciding<Option<$target>> {
                    match self.$index.get(key) {
                        Some(found) => Ok(*found),
                        None => Err(Stop::Need(vec![Key::$ivariant(key.clone())])),
                    }
                }
            )+

            $(
                /// Appends a row that nobody reads while deciding.
                pub fn $add(&mut self, row: $arow) {
                    self.$list.push(row);
                    self.journal.push(Box::new(|world| { world.$list.pop(); }));
                }
            )+

            /// True when the store has answered this key already.
            pub fn knows(&self, key: &Key) -> bool {
                match key {
                    $(Key::$variant(key) => self.$field.rows.contains_key(key),)+
                    $(Key::$ivariant(key) => self.$index.contains_key(key),)+
                    Key::List(key) => self.lists.contains_key(key),
                }
            }

            /// Takes out all changed rows, each in its final state.
            pub fn take_changes(&mut self) -> Changes {
                self.journal.clear();
                Changes {
                    $($field: {
                        let keys = std::mem::take(&mut self.$field.dirty);
                        keys.into_iter().filter_map(|key| {
                            let entry = self.$field.rows.get_mut(&key)?;
                            entry.dirty = false;
                            entry.value.clone()
                        }).collect()
                    },)+
                    $($list: std::mem::take(&mut self.$list),)+
                }
            }
        }
    };
}

world! {
    rows {
        /// An account.
        accounts / account / find_account / learn_account / put_account: Account(AccountId) => Account, |row| row.id;
        /// A deputy.
        deputies / deputy / find_deputy / learn_deputy / put_deputy: Deputy(DeputyId) => Deputy, |row| row.id;
        /// An office.
        offices / office / find_office / learn_office / put_office: Office(OfficeId) => Office, |row| row.id;
        /// An officer.
        officers / officer / find_officer / learn_officer / put_officer: Officer(OfficerId) => Officer, |row| row.id;
        /// An invitation.
        invitations / invitation / find_invitation / learn_invitation / put_invitation: Invitation(InvitationId) => Invitation, |row| row.id;
        /// A constituent and a reader.
        correspondents / correspondent / find_correspondent / learn_correspondent / put_correspondent:
            Correspondent((AccountId, Reader)) => Correspondent, |row| (row.account_id, row.reader);
        /// A case.
        cases / case / find_case / learn_case / put_case: Case(CaseId) => Case, |row| row.id;
        /// A message.
        messages / message / find_message / learn_message / put_message: Message(MessageId) => Message, |row| row.id;
        /// A file.
        files / file / find_file / learn_file / put_file: File(FileId) => File, |row| row.id;
        /// A duty record.
        records / record / find_record / learn_record / put_record: Record(RecordId) => RecordRow, |row| row.id;
        /// A deputy's report in free words.
        reports / report / find_report / learn_report / put_report: Report(ReportId) => Report, |row| row.id;
        /// A file that came with a report.
        evidence / evidence / find_evidence / learn_evidence / put_evidence: Evidence(FileId) => Evidence, |row| row.file_id;
        /// A joint activity.
        activities / activity / find_activity / learn_activity / put_activity: Activity(ActivityId) => Activity, |row| row.id;
        /// An item of the outbox.
        outbox / outbox_item / find_outbox_item / learn_outbox_item / put_outbox_item: Outbox(OutboxId) => OutboxItem, |row| row.id;
        /// A counter.
        counters / counter / find_counter / learn_counter / put_counter: Counter(String) => Counter, |row| row.name.clone();
        /// How many cards a deputy got this minute.
        card_paces / card_pace / find_card_pace / learn_card_pace / put_card_pace: CardPace(AccountId) => CardPace, |row| row.account_id;
        /// A session of the web chat or desk, by the hash of its cookie.
        sessions / session / find_session / learn_session / put_session: Session(String) => Session, |row| row.hash.clone();
        /// A dead letter.
        dead_letters / dead_letter / find_dead_letter / learn_dead_letter / put_dead_letter: DeadLetter(DeadLetterId) => DeadLetter, |row| row.id;
        /// An import of the roster.
        imports / import / find_import / learn_import / put_import: Import(ImportId) => RosterImport, |row| row.id;
        /// A version of the calendar.
        calendars / calendar / find_calendar / learn_calendar / put_calendar: Calendar(CalendarVersion) => CalendarRow, |row| row.version;
        /// An edit that came before its original.
        parked_edits / parked_edit / find_parked_edit / learn_parked_edit / put_parked_edit:
            ParkedEdit((AccountId, i64)) => ParkedEdit, |row| (row.account_id, row.remote_id);
        /// A handbook of a deputy and a year.
        handbooks / handbook / find_handbook / learn_handbook / put_handbook:
            Handbook((DeputyId, i64)) => HandbookRow, |row| (row.deputy_id, row.year);
        /// A call back that someone asked for.
        call_backs / call_back / find_call_back / learn_call_back / put_call_back: CallBack(i64) => CallBack, |row| row.id;
        /// A motion or suggestion.
        suggestions / suggestion / find_suggestion / learn_suggestion / put_suggestion: Suggestion(SuggestionId) => Suggestion, |row| row.id;
        /// A deputy's name under a suggestion.
        suggestion_names / suggestion_name / find_suggestion_name / learn_suggestion_name / put_suggestion_name:
            SuggestionName((SuggestionId, DeputyId)) => SuggestionName, |row| (row.suggestion_id, row.deputy_id);
        /// What a draft has besides its row in the register.
        drafts / draft / find_draft / learn_draft / put_draft: Draft(SuggestionId) => DraftRow, |row| row.suggestion_id;
        /// A handling unit.
        handling_units / handling_unit / find_handling_unit / learn_handling_unit / put_handling_unit:
            HandlingUnit(HandlingUnitId) => HandlingUnit, |row| row.id;
        /// An assignment.
        assignments / assignment / find_assignment / learn_assignment / put_assignment: Assignment(AssignmentId) => Assignment, |row| row.id;
        /// A reply.
        replies / reply / find_reply / learn_reply / put_reply: Reply(ReplyId) => Reply, |row| row.id;
        /// The feedback on a reply.
        feedbacks / feedback / find_feedback / learn_feedback / put_feedback: Feedback(ReplyId) => Feedback, |row| row.reply_id;
        /// How far a feedback is with a receiver.
        feedback_receivers / feedback_receiver / find_feedback_receiver / learn_feedback_receiver / put_feedback_receiver:
            FeedbackReceiver((ReplyId, Receiver)) => FeedbackReceiver, |row| (row.reply_id, row.receiver);
        /// What an office asks a deputy.
        inquiries / inquiry / find_inquiry / learn_inquiry / put_inquiry: Inquiry(InquiryId) => Inquiry, |row| row.id;
        /// What was said of a deadline.
        reminders / reminder / find_reminder / learn_reminder / put_reminder:
            Reminder((Matter, i64)) => Reminder, |row| (row.matter, row.subject_id);
        /// A table of reminder rules.
        reminder_tables / reminder_table / find_reminder_table / learn_reminder_table / put_reminder_table:
            ReminderTable(i64) => ReminderTable, |row| row.version;
        /// A step of a reminder that was claimed.
        claimed_steps / claimed_step / find_claimed_step / learn_claimed_step / put_claimed_step:
            ClaimedStep(String) => ClaimedStep, |row| row.key.clone();
        /// A person's own address of the calendar feed.
        calendar_links / calendar_link / find_calendar_link / learn_calendar_link / put_calendar_link:
            CalendarLink(AccountId) => CalendarLink, |row| row.account_id;
        /// When someone was last told something unasked.
        unasked / unasked_of / find_unasked / learn_unasked / put_unasked: Unasked(String) => Unasked, |row| row.recipient.clone();
    }
    indexes {
        /// An account by its address.
        account_at / account_at: AccountAt((Channel, String)) => AccountId;
        /// A deputy by code.
        deputy_coded / deputy_coded: DeputyCode(String) => DeputyId;
        /// An office by code.
        office_coded / office_coded: OfficeCode(String) => OfficeId;
        /// A case by number.
        case_numbered / case_numbered: CaseNumber(i64) => CaseId;
        /// An invitation by the hash of its code.
        invitation_coded / invitation_coded: InvitationCode(String) => InvitationId;
        /// A message by account and number at the channel.
        message_at / message_at: MessageAt((AccountId, i64)) => MessageId;
        /// The case of a bot's message in a chat.
        case_of_sent / case_of_sent: SentTo((AccountId, i64)) => CaseId;
        /// The record of a case.
        record_of_case / record_of_case: RecordOfCase(CaseId) => RecordId;
        /// A suggestion by session and number.
        suggestion_numbered / suggestion_numbered: SuggestionNumber((CongressSession, String)) => SuggestionId;
        /// A handling unit by its full name.
        handling_unit_named / handling_unit_named: HandlingUnitName(String) => HandlingUnitId;
        /// An inquiry by number.
        inquiry_numbered / inquiry_numbered: InquiryNumber(i64) => InquiryId;
        /// A report by account and number at the channel.
        report_at / report_at: ReportAt((AccountId, i64)) => ReportId;
    }
    appended {
        /// Events in the life of cases.
        case_events / add_case_event: CaseEvent;
        /// Older versions of messages.
        message_versions / add_message_version: MessageVersion;
        /// Changes of duty records.
        record_changes / add_record_change: RecordChangeRow;
        /// Events in the life of suggestions.
        suggestion_events / add_suggestion_event: SuggestionEvent;
        /// Verdicts that were given before the ones in force.
        feedback_versions / add_feedback_version: FeedbackVersion;
        /// Events in the life of handbooks.
        handbook_events / add_handbook_event: HandbookEvent;
        /// The audit chain.
        audit / add_audit: AuditEntry;
    }
}

/// Rows that are also found by a second key note it here when they are put or learned.
trait Noted {
    fn note_in(&self, world: &mut World);
}

macro_rules! unnoted {
    ($($row:ty),+ $(,)?) => {$(impl Noted for $row { fn note_in(&self, _: &mut World) {} })+};
}

unnoted!(
    Officer, Correspondent, File, OutboxItem, Counter, CardPace, Session, DeadLetter, RosterImport,
    ParkedEdit, CallBack, CalendarRow, SuggestionName, Assignment, Reply, HandbookRow, Evidence, Activity,
    Feedback, FeedbackReceiver, Reminder, ClaimedStep, ReminderTable, Unasked, CalendarLink, DraftRow
);

macro_rules! noted {
    ($($row:ty => $index:ident, $key:expr;)+) => {$(
        impl Noted for $row {
            fn note_in(&self, world: &mut World) {
                let of: fn(&$row) -> Option<_> = $key;
                if let Some(key) = of(self) {
                    let old = world.$index.insert(key.clone(), Some(self.id));
                    if old != Some(Some(self.id)) {
                        world.journal.push(Box::new(move |world| match old {
                            Some(old) => { world.$index.insert(key, old); }
                            None => { world.$index.remove(&key); }
                        }));
                    }
                }
            }
        }
    )+};
}

noted! {
    Account => account_at, |row| Some((row.channel, row.address.clone()));
    Deputy => deputy_coded, |row| Some(row.code.clone());
    Office => office_coded, |row| Some(row.code.clone());
    Case => case_numbered, |row| Some(row.number);
    Invitation => invitation_coded, |row| Some(row.code_hash.clone());
    Message => message_at, |row| Some((row.account_id?, row.remote_id?));
    RecordRow => record_of_case, |row| row.case_id;
    Suggestion => suggestion_numbered, |row| (!row.number.is_empty()).then(|| (row.session, row.number.clone()));
    HandlingUnit => handling_unit_named, |row| Some(row.name.clone());
    Inquiry => inquiry_numbered, |row| Some(row.number);
    Report => report_at, |row| Some((row.account_id, row.remote_id?));
}

/// A point to which a failed decision is taken back.
#[derive(Clone, Copy)]
pub struct Mark(usize);

impl World {
    fn note<R: Noted>(&mut self, row: &R) {
        row.note_in(self);
    }

    /// Where the changes stand now.
    pub fn mark(&self) -> Mark {
        Mark(self.journal.len())
    }

    /// Takes back everything that was put since the mark.
    pub fn take_back(&mut self, mark: Mark) {
        while self.journal.len() > mark.0 {
            if let Some(undo) = self.journal.pop() {
                undo(self);
            }
        }
    }

    /// A list; its rows are asked for one by one.
    pub fn list(&self, key: &ListKey) -> Deciding<&List> {
        self.lists
            .get(key)
            .ok_or_else(|| Stop::Need(vec![Key::List(key.clone())]))
    }

    /// Takes a list from the store.
    pub fn learn_list(&mut self, key: ListKey, list: List) {
        self.lists.insert(key, list);
    }

    /// Asks for several at once: an error with all that are not known, so that one round loads them.
    pub fn want(&self, keys: impl IntoIterator<Item = Key>) -> Deciding<()> {
        let missing: Vec<Key> = keys.into_iter().filter(|key| !self.knows(key)).collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(Stop::Need(missing))
        }
    }

    /// Notes what stands behind an index key; nothing, when the store found nothing. A known key stays as it is.
    pub fn learn_index(&mut self, key: &Key, id: Option<i64>) {
        fn note<K: Eq + Hash + Clone, T>(index: &mut HashMap<K, Option<T>>, key: &K, id: Option<T>) {
            index.entry(key.clone()).or_insert(id);
        }
        match key {
            Key::AccountAt(key) => note(&mut self.account_at, key, id.map(AccountId)),
            Key::DeputyCode(key) => note(&mut self.deputy_coded, key, id.map(DeputyId)),
            Key::OfficeCode(key) => note(&mut self.office_coded, key, id.map(OfficeId)),
            Key::CaseNumber(key) => note(&mut self.case_numbered, key, id.map(CaseId)),
            Key::InvitationCode(key) => note(&mut self.invitation_coded, key, id.map(InvitationId)),
            Key::MessageAt(key) => note(&mut self.message_at, key, id.map(MessageId)),
            Key::SentTo(key) => note(&mut self.case_of_sent, key, id.map(CaseId)),
            Key::RecordOfCase(key) => note(&mut self.record_of_case, key, id.map(RecordId)),
            Key::SuggestionNumber(key) => note(&mut self.suggestion_numbered, key, id.map(SuggestionId)),
            Key::HandlingUnitName(key) => note(&mut self.handling_unit_named, key, id.map(HandlingUnitId)),
            Key::InquiryNumber(key) => note(&mut self.inquiry_numbered, key, id.map(InquiryId)),
            Key::ReportAt(key) => note(&mut self.report_at, key, id.map(ReportId)),
            _ => {}
        }
    }
}
