//! The rows of contact records: who, which case, where it stands; the record itself is `ContactRecord`.

use chrono::NaiveDate;

use super::contact_record::ContactRecord;
use super::ids::{AccountId, CaseId, DeputyId, RecordId};

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
    pub record: ContactRecord,
    /// Drafted.
    pub created_at: i64,
    /// Confirmed by the deputy.
    pub confirmed_at: Option<i64>,
}

/// A change of a record: the old value stays (A7.5).
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
