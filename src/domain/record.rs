//! The rows of contact records: who, which case, where it stands; the record itself is `DutyRecord`.

pub mod activity;
pub mod command;
pub mod gap;

use chrono::NaiveDate;

use super::case::tagged;
use super::duty_record::DutyRecord;
use super::ids::{AccountId, ActivityId, CaseId, DeputyId, FileId, OfficeId, RecordId, ReportId};

/// A contact record of a deputy as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordRow {
    /// Identity.
    pub id: RecordId,
    /// Whose.
    pub deputy_id: DeputyId,
    /// The case it grew from: one record a case.
    pub case_id: Option<CaseId>,
    /// The day, beside the record so that lists can be cut by it.
    pub on: NaiveDate,
    /// The record.
    pub record: DutyRecord,
    /// Drafted.
    pub created_at: i64,
    /// Confirmed by the deputy.
    pub confirmed_at: Option<i64>,
    /// The report it was read from; a report may hold several.
    pub report_id: Option<ReportId>,
    /// The joint activity it stands for.
    pub activity_id: Option<ActivityId>,
    /// Verified, accepted or returned by the unit office.
    pub settled_at: Option<i64>,
    /// By whom.
    pub settled_by: Option<AccountId>,
    /// Why it was returned, in the officer's words.
    pub settled_why: Option<String>,
}

impl RecordRow {
    /// A new row of a deputy, from nothing in particular.
    pub fn new(id: RecordId, deputy_id: DeputyId, record: DutyRecord, now: i64) -> Self {
        Self {
            id,
            deputy_id,
            case_id: None,
            on: record.on,
            record,
            created_at: now,
            confirmed_at: None,
            report_id: None,
            activity_id: None,
            settled_at: None,
            settled_by: None,
            settled_why: None,
        }
    }
}

/// What a deputy said in free words, outside of any letter: the source of its records.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Identity.
    pub id: ReportId,
    /// Whose.
    pub deputy_id: DeputyId,
    /// The account that said it.
    pub account_id: AccountId,
    /// Its number at the channel, for edits.
    pub remote_id: Option<i64>,
    /// The words; empty while only files have come.
    pub text: String,
    /// Whose words they are, when they were passed on: a notice. None: the deputy's own.
    pub forwarded_from: Option<String>,
    /// Other words, by an edit that the deputy has not agreed to yet.
    pub edited_text: Option<String>,
    /// The album whose files are its evidence.
    pub album: Option<String>,
    /// When it was said: days such as 昨天 are read from here.
    pub said_at: i64,
    /// When the burst went on for the last time: what follows within a minute belongs to it.
    pub spoken_at: i64,
}

tagged! {
    /// Where the transcription of a voice message stands.
    Transcribing {
        /// Nobody asked for it: no service is set, or it is no voice of the deputy's own.
        No = "no",
        /// The service is to be asked.
        Wanted = "wanted",
        /// The words are there.
        Done = "done",
        /// Given up; the deputy was asked for a line of text.
        Failed = "failed",
    }
}

/// A file that came with a report. The file itself is a row of its own under the same id.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The file.
    pub file_id: FileId,
    /// The report.
    pub report_id: ReportId,
    /// The words below it.
    pub caption: String,
    /// The words of a voice message, by a transcription service.
    pub transcript: Option<String>,
    /// Where the transcription stands.
    pub transcribing: Transcribing,
    /// How often it was tried.
    pub transcribe_tries: i64,
    /// It is tried again from this instant.
    pub transcribe_at: i64,
    /// Its number at the channel.
    pub remote_id: Option<i64>,
    /// When it was said.
    pub said_at: i64,
}

/// Something that several deputies did together, entered once by an office (N4).
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Identity.
    pub id: ActivityId,
    /// The office that entered it.
    pub office_id: OfficeId,
    /// The first day.
    pub on: NaiveDate,
    /// What each participant's record says.
    pub record: DutyRecord,
    /// For how many deputies it was entered.
    pub participants: i64,
    /// By whom; none: the command line.
    pub entered_by: Option<AccountId>,
    /// When.
    pub created_at: i64,
    /// It had been entered wrongly and was taken back.
    pub withdrawn_at: Option<i64>,
}

/// Who made a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangedBy {
    /// The program, from an act of the deputy, or the administrator.
    Program,
    /// The deputy of this name.
    Deputy(String),
    /// The officer of this name.
    Officer(String),
}

/// A change of a duty record: the old value stays (A7.5).
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChangeRow {
    /// Identity.
    pub id: i64,
    /// The record.
    pub record_id: RecordId,
    /// The field's word.
    pub field: String,
    /// Before.
    pub old_value: String,
    /// After.
    pub new_value: String,
    /// By whom; none: the program, from an act of the deputy.
    pub account_id: Option<AccountId>,
    /// When.
    pub at: i64,
    /// Why, as a word.
    pub why: String,
}
