//! What a table is to the store: its columns, and how a row becomes cells and back.

use chrono::NaiveDate;

use crate::domain::Locale;
use crate::domain::account::{Account, Channel, Unreachable};
use crate::domain::audit::AuditEntry;
use crate::domain::calendar::link::CalendarLink;
use crate::domain::calendar::{Calendar, CalendarRow};
use crate::domain::case::{Case, CaseState, Correspondent, EnteredWay, Reader};
use crate::domain::deadline::DeadlineRule;
use crate::domain::dialogue::Dialogue;
use crate::domain::draft::{DraftOrigin, DraftRow, DraftStage, HandInWay, Tick};
use crate::domain::duty_record::DutyRecord;
use crate::domain::feedback::{
    ConfirmedHow, Draft, Feedback, FeedbackProgress, FeedbackReceiver, FeedbackVersion, FeedbackWay,
    Receiver, ReceiverState, RehandlingWish, SentWay, Timeliness, Verdict,
};
use crate::domain::handbook::life::{HandbookAct, HandbookEvent, HandbookRow, HandbookState};
use crate::domain::ids::{
    AccountId, ActivityId, AssignmentId, CalendarVersion, CaseId, DeadLetterId, DeputyId, FileId,
    HandlingUnitId, ImportId, InquiryId, InvitationId, MessageId, OfficeId, OfficerId, OutboxId, RecordId,
    ReplyId, ReportId, SuggestionId,
};
use crate::domain::inquiry::{Inquiry, InquiryState, InquiryWay};
use crate::domain::keeping::{
    CallBack, CallBackState, CardPace, CaseAct, CaseEvent, ContactKind, Counter, DeadLetter, MessageVersion,
    ParkedEdit, RosterImport, Session,
};
use crate::domain::message::{Author, File, FileKind, FileState, Message};
use crate::domain::message_kind::MessageKind;
use crate::domain::outbox::{Lane, OutboxItem, OutboxState};
use crate::domain::people::{Deputy, DeputyStatus, Invitation, Invitee, Office, OfficeKind, Officer};
use crate::domain::record::{Activity, Evidence, RecordChangeRow, RecordRow, Report, Transcribing};
use crate::domain::reminder::table::ReminderTable;
use crate::domain::reminder::{ClaimedStep, Matter, Reminder, Table as ReminderRules, Unasked, read_rules};
use crate::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState, HandlingUnit};
use crate::domain::suggestion::reply::{
    Clearness, ReceiptCandidate, ReceiptSource, Reply, ReplyForm, ReplyState,
};
use crate::domain::suggestion::{
    CongressSession, NameState, Openness, Suggestion, SuggestionAct, SuggestionEvent, SuggestionKind,
    SuggestionName, SuggestionSources, SuggestionState,
};

use super::StoreError;
use super::db::{Cell, Cells};
use super::seal::Sealer;

/// A row type and its table.
pub(crate) trait Table: Sized {
    const NAME: &'static str;
    const KEYS: &'static [&'static str];
    const COLUMNS: &'static [&'static str];
    fn cells(&self) -> Vec<Cell>;
    fn read(cells: &dyn Cells) -> Result<Self, StoreError>;
    /// Seals what is encrypted in its column.
    fn seal(&mut self, _: &Sealer) {}
    /// Opens it again.
    fn unseal(&mut self, _: &Sealer) -> Result<(), StoreError> {
        Ok(())
    }
}

/// A type that stands in one column.
pub(crate) trait Column: Sized {
    fn to_cell(&self) -> Cell;
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError>;
}

impl Column for i64 {
    fn to_cell(&self) -> Cell {
        Cell::Int(*self)
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        cells.int(place)
    }
}

impl Column for Option<i64> {
    fn to_cell(&self) -> Cell {
        Cell::OptInt(*self)
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        cells.opt_int(place)
    }
}

impl Column for String {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.clone())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        cells.text(place)
    }
}

impl Column for Option<String> {
    fn to_cell(&self) -> Cell {
        Cell::OptText(self.clone())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        cells.opt_text(place)
    }
}

impl Column for bool {
    fn to_cell(&self) -> Cell {
        Cell::Int(i64::from(*self))
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        Ok(cells.int(place)? != 0)
    }
}

impl Column for NaiveDate {
    fn to_cell(&self) -> Cell {
        Cell::Text(crate::domain::people::day_text(*self))
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        let text = cells.text(place)?;
        text.parse()
            .map_err(|_| StoreError::Data(format!("column {place} holds no day")))
    }
}

impl Column for Option<NaiveDate> {
    fn to_cell(&self) -> Cell {
        Cell::OptText(self.map(crate::domain::people::day_text))
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        cells
            .opt_text(place)?
            .map(|text| {
                text.parse()
                    .map_err(|_| StoreError::Data(format!("column {place} holds no day")))
            })
            .transpose()
    }
}

/// What stands in one column as JSON.
macro_rules! json_columns {
    ($($json:ty),+) => {$(
        impl Column for $json {
            fn to_cell(&self) -> Cell {
                Cell::Text(serde_json::to_string(self).unwrap_or_default())
            }
            fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
                serde_json::from_str(&cells.text(place)?)
                    .map_err(|error| StoreError::Data(format!("column {place} can't be read: {error}")))
            }
        }
    )+};
}

json_columns!(SuggestionSources, Vec<ReceiptCandidate>, Vec<FileId>, Draft);

impl Column for Dialogue {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.to_json())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        Ok(Dialogue::from_json(&cells.text(place)?))
    }
}

impl Column for MessageKind {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.to_json())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        // A kind of a newer release is shown as the menu: nothing is lost, because the newer gateway sends it.
        Ok(MessageKind::from_json(&cells.text(place)?).unwrap_or(MessageKind::Welcome))
    }
}

impl Column for Calendar {
    fn to_cell(&self) -> Cell {
        Cell::Text(serde_json::to_string(self).unwrap_or_default())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        serde_json::from_str(&cells.text(place)?)
            .map_err(|error| StoreError::Data(format!("a calendar can't be read: {error}")))
    }
}

impl Column for std::sync::Arc<ReminderRules> {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.to_text())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        read_rules(&cells.text(place)?)
            .map(Self::new)
            .map_err(|_| StoreError::Data("a table of reminder rules can't be read".into()))
    }
}

impl Column for DutyRecord {
    fn to_cell(&self) -> Cell {
        Cell::Text(serde_json::to_string(self).unwrap_or_default())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        serde_json::from_str(&cells.text(place)?)
            .map_err(|error| StoreError::Data(format!("a duty record can't be read: {error}")))
    }
}

macro_rules! id_columns {
    ($($id:ident),+) => {$(
        impl Column for $id {
            fn to_cell(&self) -> Cell {
                Cell::Int(self.0)
            }
            fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
                Ok(Self(cells.int(place)?))
            }
        }
        impl Column for Option<$id> {
            fn to_cell(&self) -> Cell {
                Cell::OptInt(self.map(|id| id.0))
            }
            fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
                Ok(cells.opt_int(place)?.map($id))
            }
        }
    )+};
}

id_columns!(
    AccountId, DeputyId, OfficeId, OfficerId, InvitationId, CaseId, MessageId, FileId, RecordId, OutboxId,
    DeadLetterId, ImportId, CalendarVersion, SuggestionId, HandlingUnitId, AssignmentId, ReplyId, ReportId,
    ActivityId, InquiryId
);

macro_rules! word_columns {
    ($($word:ident),+) => {$(
        impl Column for $word {
            fn to_cell(&self) -> Cell {
                Cell::Text(self.tag().to_string())
            }
            fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
                let tag = cells.text(place)?;
                $word::from_tag(&tag).ok_or_else(|| StoreError::Data(format!(concat!(stringify!($word), " has no word {:?}"), tag)))
            }
        }
        impl Column for Option<$word> {
            fn to_cell(&self) -> Cell {
                Cell::OptText(self.map(|it| it.tag().to_string()))
            }
            fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
                Ok(cells.opt_text(place)?.and_then(|tag| $word::from_tag(&tag)))
            }
        }
    )+};
}

word_columns!(
    Locale, Channel, Unreachable, Reader, CaseState, EnteredWay, Author, FileKind, FileState, Lane,
    OutboxState, OfficeKind, Invitee, CaseAct, ContactKind, CallBackState, DeadlineRule, SuggestionKind,
    SuggestionState, Openness, NameState, SuggestionAct, CongressSession, AssignmentRole, AssignmentState,
    ReplyState, ReplyForm, ReceiptSource, Clearness, Verdict, FeedbackWay, Receiver, ReceiverState,
    RehandlingWish, Timeliness, FeedbackProgress, SentWay, ConfirmedHow, Matter, HandbookState, HandbookAct,
    Transcribing, DraftStage, DraftOrigin, Tick, HandInWay, InquiryState, InquiryWay
);

impl Column for DeputyStatus {
    fn to_cell(&self) -> Cell {
        Cell::Text(self.key().to_owned())
    }
    fn from_cell(cells: &dyn Cells, place: usize) -> Result<Self, StoreError> {
        let key = cells.text(place)?;
        DeputyStatus::from_key(&key)
            .ok_or_else(|| StoreError::Data(format!("a deputy has the status {key:?}")))
    }
}

macro_rules! table {
    ($row:ident => $name:literal ($($key:literal),+) { $($field:ident : $column:literal),+ $(,)? } $($sealed:ident)?) => {
        impl Table for $row {
            const NAME: &'static str = $name;
            const KEYS: &'static [&'static str] = &[$($key),+];
            const COLUMNS: &'static [&'static str] = &[$($column),+];

            fn cells(&self) -> Vec<Cell> {
                vec![$(Column::to_cell(&self.$field)),+]
            }

            fn read(cells: &dyn Cells) -> Result<Self, StoreError> {
                let mut place = 0;
                let mut next = || {
                    place += 1;
                    place - 1
                };
                Ok(Self { $($field: Column::from_cell(cells, next())?),+ })
            }

            $(
                fn seal(&mut self, sealer: &Sealer) {
                    self.$sealed = sealer.seal(&self.$sealed, concat!($name, ".", stringify!($sealed)), i64::from(self.id));
                }

                fn unseal(&mut self, sealer: &Sealer) -> Result<(), StoreError> {
                    self.$sealed = sealer.open(&self.$sealed, concat!($name, ".", stringify!($sealed)), i64::from(self.id))?;
                    Ok(())
                }
            )?
        }
    };
}

impl From<DeputyId> for i64 {
    fn from(id: DeputyId) -> Self {
        id.0
    }
}

impl From<HandlingUnitId> for i64 {
    fn from(id: HandlingUnitId) -> Self {
        id.0
    }
}

impl From<ImportId> for i64 {
    fn from(id: ImportId) -> Self {
        id.0
    }
}

table!(Account => "accounts" ("account_id") {
    id: "account_id", channel: "channel", address: "address", locale: "locale", deputy_id: "deputy_id", officer_id: "officer_id",
    silenced_at: "silenced_at", unreachable: "unreachable", dialogue: "dialogue", created_at: "created_at",
});
table!(Deputy => "deputies" ("deputy_id") {
    id: "deputy_id", code: "code", name: "name", sex: "sex", unit_code: "unit_code", office_id: "office_id",
    delegation: "delegation", group_name: "group_name", post: "post", grassroots: "grassroots", fields: "fields", phone: "phone",
    card_number: "card_number", elected_on: "elected_on", status: "status", paused_at: "paused_at", gone_at: "gone_at",
    account_id: "account_id", created_at: "created_at",
} phone);
table!(Office => "offices" ("office_id") {
    id: "office_id", code: "code", name: "name", kind: "kind", open_to_public: "open_to_public", phone: "phone",
});
table!(Officer => "officers" ("officer_id") {
    id: "officer_id", account_id: "account_id", office_id: "office_id", name: "name", created_at: "created_at", ended_at: "ended_at",
});
table!(Invitation => "invitations" ("invitation_id") {
    id: "invitation_id", code_hash: "code_hash", invitee: "invitee", name: "name", tail: "tail", tries_left: "tries_left",
    created_at: "created_at", expires_at: "expires_at", redeemed_at: "redeemed_at", redeemed_by: "redeemed_by",
    revoked_at: "revoked_at",
});
table!(Correspondent => "correspondents" ("account_id", "reader") {
    account_id: "account_id", reader: "reader", pseudonym: "pseudonym", given_name: "given_name", notice_version: "notice_version",
    open_case_id: "open_case_id", created_at: "created_at",
});
table!(Case => "cases" ("case_id") {
    id: "case_id", number: "number", account_id: "account_id", reader: "reader", office_id: "office_id", state: "state",
    entered_way: "entered_way", entered_by: "entered_by", opened_at: "opened_at", spoken_at: "spoken_at",
    answered_at: "answered_at", raised_at: "raised_at", passed_on_at: "passed_on_at", passed_on_to: "passed_on_to",
    ended_at: "ended_at", messages: "messages", receipt_until_at: "receipt_until_at", receipt_id: "receipt_id",
    wrong_codes: "wrong_codes", locked_until_at: "locked_until_at", erased_at: "erased_at", carded_at: "carded_at",
});
table!(Message => "messages" ("message_id") {
    id: "message_id", case_id: "case_id", author: "author", account_id: "account_id", kind: "kind", text: "text",
    file_id: "file_id", remote_id: "remote_id", said_at: "said_at", edited_at: "edited_at",
});
table!(File => "files" ("file_id") {
    id: "file_id", case_id: "case_id", kind: "kind", name: "name", mime: "mime", size: "size", seconds: "seconds",
    remote_ref: "remote_ref", hash: "hash", state: "state", next_try_at: "next_try_at", tries: "tries",
});
table!(OutboxItem => "outbox" ("outbox_id") {
    id: "outbox_id", account_id: "account_id", channel: "channel", lane: "lane", kind: "kind", case_id: "case_id", due_at: "due_at",
    state: "state", reply_to: "reply_to", silent: "silent", tries: "tries", begun_at: "begun_at", sent_at: "sent_at",
    remote_id: "remote_id", sent_hash: "sent_hash", failure: "failure", fallback_at: "fallback_at", created_at: "created_at",
});
table!(Counter => "counters" ("counter") { name: "counter", value: "value" });
table!(CardPace => "card_paces" ("account_id") {
    account_id: "account_id", since_at: "since_at", cards: "cards", summary_id: "summary_id", summary_at: "summary_at",
});
table!(Session => "sessions" ("session_hash") {
    hash: "session_hash", account_id: "account_id", created_at: "created_at", expires_at: "expires_at",
});
table!(DeadLetter => "dead_letters" ("dead_letter_id") {
    id: "dead_letter_id", incident: "incident", input_key: "input_key", account_id: "account_id", raw: "raw", reason: "reason",
    at: "at", settled_at: "settled_at",
});
table!(RosterImport => "roster_imports" ("import_id") {
    id: "import_id", account_id: "account_id", at: "at", file_hash: "file_hash", changes: "changes", undone_at: "undone_at",
} changes);
table!(CalendarRow => "calendars" ("calendar_version") {
    version: "calendar_version", account_id: "account_id", at: "at", source: "source", file_hash: "file_hash", calendar: "calendar",
});
table!(ParkedEdit => "parked_edits" ("account_id", "remote_id") {
    account_id: "account_id", remote_id: "remote_id", text: "text", until_at: "until_at",
});
table!(HandbookRow => "handbooks" ("deputy_id", "year") {
    deputy_id: "deputy_id", year: "year", office_id: "office_id", state: "state", on_paper: "on_paper", handed_in_at: "handed_in_at",
    decided_at: "decided_at", decided_by: "decided_by", reason: "reason", frozen: "frozen", frozen_hash: "frozen_hash",
    reminded_on: "reminded_on", not_before_on: "not_before_on", created_at: "created_at",
});
table!(HandbookEvent => "handbook_events" ("event_id") {
    id: "event_id", deputy_id: "deputy_id", year: "year", act: "act", account_id: "account_id", at: "at", why: "why",
});
table!(CallBack => "call_backs" ("call_back_id") {
    id: "call_back_id", case_id: "case_id", account_id: "account_id", office_id: "office_id", kind: "kind", value: "value",
    consented_at: "consented_at", state: "state",
} value);
table!(CaseEvent => "case_events" ("event_id") { id: "event_id", case_id: "case_id", act: "act", account_id: "account_id", at: "at" });
table!(MessageVersion => "message_versions" ("version_id") {
    id: "version_id", message_id: "message_id", text: "text", replaced_at: "replaced_at",
});
table!(RecordChangeRow => "contact_record_changes" ("change_id") {
    id: "change_id", record_id: "record_id", field: "field", old_value: "old_value", new_value: "new_value",
    account_id: "account_id", at: "at", why: "why",
});
table!(Report => "reports" ("report_id") {
    id: "report_id", deputy_id: "deputy_id", account_id: "account_id", remote_id: "remote_id", text: "text",
    edited_text: "edited_text", album: "album", said_at: "said_at", spoken_at: "spoken_at",
    forwarded_from: "forwarded_from",
});
table!(Evidence => "evidence" ("file_id") {
    file_id: "file_id", report_id: "report_id", caption: "caption", transcript: "transcript", remote_id: "remote_id",
    said_at: "said_at", transcribing: "transcribing", transcribe_tries: "transcribe_tries", transcribe_at: "transcribe_at",
});
table!(Activity => "activities" ("activity_id") {
    id: "activity_id", office_id: "office_id", on: "held_on", record: "record", participants: "participants",
    entered_by: "entered_by", created_at: "created_at", withdrawn_at: "withdrawn_at",
});
table!(AuditEntry => "audit_entries" ("seq") {
    seq: "seq", at: "at", account_id: "account_id", act: "act", subject: "subject", salt: "salt", chain: "chain",
});

table!(Suggestion => "suggestions" ("suggestion_id") {
    id: "suggestion_id", session: "session", number: "number", kind: "kind", state: "state", title: "title",
    situation: "situation", analysis: "analysis", proposals: "proposals", deputy_id: "deputy_id", office_id: "office_id",
    raised_on: "raised_on", is_key: "is_key", openness: "openness", sources: "sources", advice: "advice",
    merged_into_id: "merged_into_id", withdrawn_at: "withdrawn_at", withdrawn_why: "withdrawn_why", entered_by: "entered_by",
    created_at: "created_at",
});
table!(SuggestionName => "suggestion_names" ("suggestion_id", "deputy_id") {
    suggestion_id: "suggestion_id", deputy_id: "deputy_id", place: "place", state: "state", invited_at: "invited_at",
    answered_at: "answered_at", content_hash: "content_hash", asked_hashes: "asked_hashes", confirmed_hash: "confirmed_hash",
});
table!(DraftRow => "suggestion_drafts" ("suggestion_id") {
    suggestion_id: "suggestion_id", deputy_id: "deputy_id", stage: "stage", units: "units", origin: "origin",
    raised_before: "raised_before", wants_meeting: "wants_meeting", shares: "shares", handed_in_way: "handed_in_way",
    handed_in_on: "handed_in_on", registered_as_id: "registered_as_id", file_id: "file_id", changed_at: "changed_at",
});
table!(HandlingUnit => "handling_units" ("handling_unit_id") {
    id: "handling_unit_id", name: "name", other_names: "other_names", email: "email", created_at: "created_at",
    ended_at: "ended_at",
} email);
table!(Assignment => "assignments" ("assignment_id") {
    id: "assignment_id", suggestion_id: "suggestion_id", handling_unit_id: "handling_unit_id", deputy_id: "deputy_id",
    office_id: "office_id", role: "role", state: "state", round: "round", after_reply_id: "after_reply_id",
    handed_out_on: "handed_out_on", rule: "rule", nominal_on: "nominal_on", due_on: "due_on", is_provisional: "is_provisional",
    calendar_version: "calendar_version", extended_at: "extended_at", extended_by: "extended_by", extended_why: "extended_why",
    returned_at: "returned_at", returned_by: "returned_by", returned_why: "returned_why", next_step_at: "next_step_at",
    created_at: "created_at",
});
table!(Reply => "replies" ("reply_id") {
    id: "reply_id", assignment_id: "assignment_id", suggestion_id: "suggestion_id", deputy_id: "deputy_id",
    office_id: "office_id", state: "state", form: "form", class: "class", document_number: "document_number",
    received_on: "received_on", received_at: "received_at", source: "source", proof_file_id: "proof_file_id",
    candidates: "candidates", clearness: "clearness", nominal_on: "nominal_on", due_on: "due_on",
    is_provisional: "is_provisional", calendar_version: "calendar_version", recorded_by: "recorded_by",
    recorded_at: "recorded_at", next_step_at: "next_step_at",
});
table!(SuggestionEvent => "suggestion_events" ("event_id") {
    id: "event_id", suggestion_id: "suggestion_id", assignment_id: "assignment_id", reply_id: "reply_id", act: "act",
    field: "field", old_value: "old_value", new_value: "new_value", why: "why", account_id: "account_id", at: "at",
});

table!(Feedback => "feedbacks" ("reply_id") {
    reply_id: "reply_id", suggestion_id: "suggestion_id", deputy_id: "deputy_id", office_id: "office_id", handling: "handling", reply: "reply", reasons: "reasons", rehandling: "rehandling", way: "way", given_on: "given_on", given_at: "given_at", given_by: "given_by", timeliness: "timeliness", progress: "progress", changes: "changes", draft: "draft", released_at: "released_at", released_by: "released_by", proofs: "proofs", created_at: "created_at",
});
table!(FeedbackVersion => "feedback_versions" ("version_id") {
    id: "version_id", reply_id: "reply_id", handling: "handling", reply: "reply", reasons: "reasons", way: "way", given_on: "given_on", given_at: "given_at", given_by: "given_by", replaced_at: "replaced_at", replaced_by: "replaced_by",
});
table!(FeedbackReceiver => "feedback_receivers" ("reply_id", "receiver") {
    reply_id: "reply_id", receiver: "receiver", state: "state", sent_at: "sent_at", sent_by: "sent_by", sent_way: "sent_way", declared_on: "declared_on", confirmed_at: "confirmed_at", confirmed_by: "confirmed_by", confirmed_how: "confirmed_how", note: "note", tries: "tries", next_try_at: "next_try_at", failure: "failure",
});
table!(Inquiry => "inquiries" ("inquiry_id") {
    id: "inquiry_id", number: "number", deputy_id: "deputy_id", office_id: "office_id", state: "state", question: "question",
    asked_by: "asked_by", asked_at: "asked_at", due_on: "due_on", answer: "answer", answered_way: "answered_way",
    answered_on: "answered_on", answered_by: "answered_by", withdrawn_at: "withdrawn_at", withdrawn_why: "withdrawn_why",
    next_step_at: "next_step_at",
});
table!(Reminder => "reminders" ("matter", "subject_id") {
    matter: "matter", subject_id: "subject_id", said_step_at: "said_step_at", snoozed_until_at: "snoozed_until_at",
});
table!(ReminderTable => "reminder_tables" ("version") {
    version: "version", account_id: "account_id", at: "at", table: "rules",
});
table!(ClaimedStep => "reminder_steps" ("step_key") {
    key: "step_key", claimed_at: "claimed_at", outbox_id: "outbox_id",
});
table!(CalendarLink => "calendar_links" ("account_id") {
    account_id: "account_id", token_hash: "token_hash", made_at: "made_at", revoked_at: "revoked_at",
});
table!(Unasked => "unasked" ("recipient") {
    recipient: "recipient", told_at: "told_at", told: "told",
});

/// `a, b, c` of a table, each behind an alias.
pub(crate) fn columns_of<T: Table>(alias: &str) -> String {
    columns_behind(alias, T::COLUMNS)
}

/// The columns, each behind an alias.
pub(crate) fn columns_behind(alias: &str, columns: &[&str]) -> String {
    columns
        .iter()
        .map(|column| format!("{alias}.{column}"))
        .collect::<Vec<_>>()
        .join(", ")
}

impl Table for RecordRow {
    // The first name of the table: see the migration that gave it the other nine categories.
    const NAME: &'static str = "contact_records";
    const KEYS: &'static [&'static str] = &["record_id"];
    const COLUMNS: &'static [&'static str] = &[
        "record_id", "deputy_id", "case_id", "held_on", "record", "state", "created_at", "confirmed_at",
        "category", "report_id", "activity_id", "settled_at", "settled_by", "settled_why",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            self.id.to_cell(),
            self.deputy_id.to_cell(),
            self.case_id.to_cell(),
            self.on.to_cell(),
            self.record.to_cell(),
            // Beside the record, so that lists can be cut by it.
            Cell::Text(self.record.state.word().to_owned()),
            self.created_at.to_cell(),
            self.confirmed_at.to_cell(),
            Cell::Text(self.record.category.code().to_owned()),
            self.report_id.to_cell(),
            self.activity_id.to_cell(),
            self.settled_at.to_cell(),
            self.settled_by.to_cell(),
            self.settled_why.to_cell(),
        ]
    }

    fn read(cells: &dyn Cells) -> Result<Self, StoreError> {
        Ok(Self {
            id: Column::from_cell(cells, 0)?,
            deputy_id: Column::from_cell(cells, 1)?,
            case_id: Column::from_cell(cells, 2)?,
            on: Column::from_cell(cells, 3)?,
            record: Column::from_cell(cells, 4)?,
            created_at: Column::from_cell(cells, 6)?,
            confirmed_at: Column::from_cell(cells, 7)?,
            report_id: Column::from_cell(cells, 9)?,
            activity_id: Column::from_cell(cells, 10)?,
            settled_at: Column::from_cell(cells, 11)?,
            settled_by: Column::from_cell(cells, 12)?,
            settled_why: Column::from_cell(cells, 13)?,
        })
    }
}
