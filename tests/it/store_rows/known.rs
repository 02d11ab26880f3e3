//! Every kind of row that the store knows: its keys, what stands behind one, and writing it once more. A kind of key that
//! is missing here does not compile.

use std::fmt::Debug;

use lianluo::domain::account::Channel;
use lianluo::domain::case::Reader;
use lianluo::domain::feedback::Receiver;
use lianluo::domain::ids::{
    AccountId, ActivityId, AssignmentId, CalendarVersion, CaseId, DeadLetterId, DeputyId, FileId,
    HandlingUnitId, ImportId, InquiryId, InvitationId, MessageId, OfficeId, OfficerId, OutboxId, RecordId,
    ReplyId, ReportId, SuggestionId,
};
use lianluo::domain::outbox::OutboxState;
use lianluo::domain::reminder::Matter;
use lianluo::domain::suggestion::CongressSession;
use lianluo::domain::world::{Key, World};

use super::beside::Beside;

/// The keys of all rows, table by table, with the keys by which they are also found.
pub async fn keys(beside: &mut Beside) -> Vec<Key> {
    let mut keys = Vec::new();
    for (sql, key) in [
        (
            "SELECT account_id FROM accounts ORDER BY 1",
            (|id| Key::Account(AccountId(id))) as fn(i64) -> Key,
        ),
        ("SELECT deputy_id FROM deputies ORDER BY 1", |id| {
            Key::Deputy(DeputyId(id))
        }),
        ("SELECT office_id FROM offices ORDER BY 1", |id| {
            Key::Office(OfficeId(id))
        }),
        ("SELECT officer_id FROM officers ORDER BY 1", |id| {
            Key::Officer(OfficerId(id))
        }),
        ("SELECT invitation_id FROM invitations ORDER BY 1", |id| {
            Key::Invitation(InvitationId(id))
        }),
        ("SELECT case_id FROM cases ORDER BY 1", |id| Key::Case(CaseId(id))),
        ("SELECT message_id FROM messages ORDER BY 1", |id| {
            Key::Message(MessageId(id))
        }),
        ("SELECT file_id FROM files ORDER BY 1", |id| Key::File(FileId(id))),
        ("SELECT record_id FROM contact_records ORDER BY 1", |id| {
            Key::Record(RecordId(id))
        }),
        ("SELECT report_id FROM reports ORDER BY 1", |id| {
            Key::Report(ReportId(id))
        }),
        ("SELECT file_id FROM evidence ORDER BY 1", |id| {
            Key::Evidence(FileId(id))
        }),
        ("SELECT activity_id FROM activities ORDER BY 1", |id| {
            Key::Activity(ActivityId(id))
        }),
        ("SELECT outbox_id FROM outbox ORDER BY 1", |id| {
            Key::Outbox(OutboxId(id))
        }),
        ("SELECT account_id FROM card_paces ORDER BY 1", |id| {
            Key::CardPace(AccountId(id))
        }),
        ("SELECT dead_letter_id FROM dead_letters ORDER BY 1", |id| {
            Key::DeadLetter(DeadLetterId(id))
        }),
        ("SELECT import_id FROM roster_imports ORDER BY 1", |id| {
            Key::Import(ImportId(id))
        }),
        ("SELECT calendar_version FROM calendars ORDER BY 1", |version| {
            Key::Calendar(CalendarVersion(version))
        }),
        ("SELECT call_back_id FROM call_backs ORDER BY 1", Key::CallBack),
        ("SELECT suggestion_id FROM suggestions ORDER BY 1", |id| {
            Key::Suggestion(SuggestionId(id))
        }),
        ("SELECT suggestion_id FROM suggestion_drafts ORDER BY 1", |id| {
            Key::Draft(SuggestionId(id))
        }),
        ("SELECT handling_unit_id FROM handling_units ORDER BY 1", |id| {
            Key::HandlingUnit(HandlingUnitId(id))
        }),
        ("SELECT assignment_id FROM assignments ORDER BY 1", |id| {
            Key::Assignment(AssignmentId(id))
        }),
        ("SELECT reply_id FROM replies ORDER BY 1", |id| {
            Key::Reply(ReplyId(id))
        }),
        ("SELECT reply_id FROM feedbacks ORDER BY 1", |id| {
            Key::Feedback(ReplyId(id))
        }),
        (
            "SELECT reply_id FROM feedback_receivers WHERE receiver = 'handling_unit' ORDER BY 1",
            |id| Key::FeedbackReceiver((ReplyId(id), Receiver::HandlingUnit)),
        ),
        (
            "SELECT reply_id FROM feedback_receivers WHERE receiver = 'provincial_office' ORDER BY 1",
            |id| Key::FeedbackReceiver((ReplyId(id), Receiver::ProvincialOffice)),
        ),
        (
            "SELECT subject_id FROM reminders WHERE matter = 'feedback' ORDER BY 1",
            |id| Key::Reminder((Matter::Feedback, id)),
        ),
        (
            "SELECT subject_id FROM reminders WHERE matter = 'reply' ORDER BY 1",
            |id| Key::Reminder((Matter::Reply, id)),
        ),
        (
            "SELECT version FROM reminder_tables ORDER BY 1",
            Key::ReminderTable,
        ),
        ("SELECT inquiry_id FROM inquiries ORDER BY 1", |id| {
            Key::Inquiry(InquiryId(id))
        }),
        ("SELECT number FROM inquiries ORDER BY 1", Key::InquiryNumber),
        (
            "SELECT subject_id FROM reminders WHERE matter = 'inquiry' ORDER BY 1",
            |id| Key::Reminder((Matter::Inquiry, id)),
        ),
        ("SELECT account_id FROM calendar_links ORDER BY 1", |id| {
            Key::CalendarLink(AccountId(id))
        }),
        ("SELECT number FROM cases ORDER BY 1", Key::CaseNumber),
        (
            "SELECT case_id FROM contact_records WHERE case_id IS NOT NULL ORDER BY 1",
            |id| Key::RecordOfCase(CaseId(id)),
        ),
    ] {
        keys.extend(beside.numbers(sql).await.into_iter().map(key));
    }
    for (sql, key) in [
        (
            "SELECT counter FROM counters ORDER BY 1",
            Key::Counter as fn(String) -> Key,
        ),
        ("SELECT session_hash FROM sessions ORDER BY 1", Key::Session),
        ("SELECT step_key FROM reminder_steps ORDER BY 1", Key::ClaimedStep),
        ("SELECT recipient FROM unasked ORDER BY 1", Key::Unasked),
        ("SELECT code FROM deputies ORDER BY 1", Key::DeputyCode),
        ("SELECT code FROM offices ORDER BY 1", Key::OfficeCode),
        (
            "SELECT code_hash FROM invitations ORDER BY 1",
            Key::InvitationCode,
        ),
        (
            "SELECT name FROM handling_units ORDER BY 1",
            Key::HandlingUnitName,
        ),
        (
            "SELECT number FROM suggestions ORDER BY suggestion_id",
            |number| {
                let session = CongressSession { term: 14, session: 4 };
                Key::SuggestionNumber((session, number))
            },
        ),
        (
            "SELECT address FROM accounts WHERE channel = 'telegram' ORDER BY 1",
            |address| Key::AccountAt((Channel::Telegram, address)),
        ),
    ] {
        keys.extend(beside.texts(sql).await.into_iter().map(key));
    }
    for (accounts, numbers, key) in [
        (
            "SELECT account_id FROM messages WHERE remote_id IS NOT NULL ORDER BY message_id",
            "SELECT remote_id FROM messages WHERE remote_id IS NOT NULL ORDER BY message_id",
            (|account, number| Key::MessageAt((AccountId(account), number))) as fn(i64, i64) -> Key,
        ),
        (
            "SELECT account_id FROM reports WHERE remote_id IS NOT NULL ORDER BY report_id",
            "SELECT remote_id FROM reports WHERE remote_id IS NOT NULL ORDER BY report_id",
            |account, number| Key::ReportAt((AccountId(account), number)),
        ),
        (
            "SELECT account_id FROM outbox WHERE remote_id IS NOT NULL ORDER BY outbox_id",
            "SELECT remote_id FROM outbox WHERE remote_id IS NOT NULL ORDER BY outbox_id",
            |account, number| Key::SentTo((AccountId(account), number)),
        ),
        (
            "SELECT account_id FROM parked_edits ORDER BY 1",
            "SELECT remote_id FROM parked_edits ORDER BY account_id",
            |account, number| Key::ParkedEdit((AccountId(account), number)),
        ),
        (
            "SELECT suggestion_id FROM suggestion_names ORDER BY suggestion_id, deputy_id",
            "SELECT deputy_id FROM suggestion_names ORDER BY suggestion_id, deputy_id",
            |suggestion, deputy| Key::SuggestionName((SuggestionId(suggestion), DeputyId(deputy))),
        ),
        (
            "SELECT deputy_id FROM handbooks ORDER BY deputy_id, year",
            "SELECT year FROM handbooks ORDER BY deputy_id, year",
            |deputy, year| Key::Handbook((DeputyId(deputy), year)),
        ),
        (
            "SELECT account_id FROM correspondents ORDER BY 1",
            "SELECT cast(substr(reader, 2) AS bigint) FROM correspondents ORDER BY account_id",
            |account, deputy| Key::Correspondent((AccountId(account), Reader::Deputy(DeputyId(deputy)))),
        ),
    ] {
        let (accounts, numbers) = (beside.numbers(accounts).await, beside.numbers(numbers).await);
        keys.extend(
            accounts
                .into_iter()
                .zip(numbers)
                .map(|(account, number)| key(account, number)),
        );
    }
    keys
}

/// What the world knows behind a key, in words. A new kind of key is to be asked for in [`keys`] too.
pub fn said(world: &World, key: &Key) -> String {
    let found: &dyn Debug = match key {
        Key::Account(it) => &world.find_account(it).unwrap().unwrap().clone(),
        Key::Deputy(it) => &world.find_deputy(it).unwrap().unwrap().clone(),
        Key::Office(it) => &world.find_office(it).unwrap().unwrap().clone(),
        Key::Officer(it) => &world.find_officer(it).unwrap().unwrap().clone(),
        Key::Invitation(it) => &world.find_invitation(it).unwrap().unwrap().clone(),
        Key::Correspondent(it) => &world.find_correspondent(it).unwrap().unwrap().clone(),
        Key::Case(it) => &world.find_case(it).unwrap().unwrap().clone(),
        Key::Message(it) => &world.find_message(it).unwrap().unwrap().clone(),
        Key::File(it) => &world.find_file(it).unwrap().unwrap().clone(),
        Key::Record(it) => &world.find_record(it).unwrap().unwrap().clone(),
        Key::Report(it) => &world.find_report(it).unwrap().unwrap().clone(),
        Key::Evidence(it) => &world.find_evidence(it).unwrap().unwrap().clone(),
        Key::Activity(it) => &world.find_activity(it).unwrap().unwrap().clone(),
        Key::Outbox(it) => &world.find_outbox_item(it).unwrap().unwrap().clone(),
        Key::Counter(it) => &world.find_counter(it).unwrap().unwrap().clone(),
        Key::CardPace(it) => &world.find_card_pace(it).unwrap().unwrap().clone(),
        Key::Session(it) => &world.find_session(it).unwrap().unwrap().clone(),
        Key::DeadLetter(it) => &world.find_dead_letter(it).unwrap().unwrap().clone(),
        Key::Import(it) => &world.find_import(it).unwrap().unwrap().clone(),
        Key::ParkedEdit(it) => &world.find_parked_edit(it).unwrap().unwrap().clone(),
        Key::Calendar(it) => &world.find_calendar(it).unwrap().unwrap().clone(),
        Key::Handbook(it) => &world.find_handbook(it).unwrap().unwrap().clone(),
        Key::CallBack(it) => &world.find_call_back(it).unwrap().unwrap().clone(),
        Key::Draft(it) => &world.find_draft(it).unwrap().unwrap().clone(),
        Key::Suggestion(it) => &world.find_suggestion(it).unwrap().unwrap().clone(),
        Key::SuggestionName(it) => &world.find_suggestion_name(it).unwrap().unwrap().clone(),
        Key::HandlingUnit(it) => &world.find_handling_unit(it).unwrap().unwrap().clone(),
        Key::Assignment(it) => &world.find_assignment(it).unwrap().unwrap().clone(),
        Key::Reply(it) => &world.find_reply(it).unwrap().unwrap().clone(),
        Key::Feedback(it) => &world.find_feedback(it).unwrap().unwrap().clone(),
        Key::FeedbackReceiver(it) => &world.find_feedback_receiver(it).unwrap().unwrap().clone(),
        Key::ReminderTable(it) => &world.find_reminder_table(it).unwrap().unwrap().clone(),
        Key::Inquiry(it) => &world.find_inquiry(it).unwrap().unwrap().clone(),
        Key::InquiryNumber(it) => &world.inquiry_numbered(it).unwrap().unwrap(),
        Key::Reminder(it) => &world.find_reminder(it).unwrap().unwrap().clone(),
        Key::ClaimedStep(it) => &world.find_claimed_step(it).unwrap().unwrap().clone(),
        Key::CalendarLink(it) => &world.find_calendar_link(it).unwrap().unwrap().clone(),
        Key::Unasked(it) => &world.find_unasked(it).unwrap().unwrap().clone(),
        Key::SuggestionNumber(it) => &world.suggestion_numbered(it).unwrap().unwrap(),
        Key::HandlingUnitName(it) => &world.handling_unit_named(it).unwrap().unwrap(),
        Key::AccountAt(it) => &world.account_at(it).unwrap().unwrap(),
        Key::DeputyCode(it) => &world.deputy_coded(it).unwrap().unwrap(),
        Key::OfficeCode(it) => &world.office_coded(it).unwrap().unwrap(),
        Key::CaseNumber(it) => &world.case_numbered(it).unwrap().unwrap(),
        Key::InvitationCode(it) => &world.invitation_coded(it).unwrap().unwrap(),
        Key::MessageAt(it) => &world.message_at(it).unwrap().unwrap(),
        // Not every message of the bot belongs to a case.
        Key::SentTo(it) => &world.case_of_sent(it).unwrap(),
        Key::ReportAt(it) => &world.report_at(it).unwrap().unwrap(),
        Key::RecordOfCase(it) => &world.record_of_case(it).unwrap().unwrap(),
        Key::List(it) => &world.list(it).unwrap().clone(),
    };
    format!("{key:?}: {found:?}")
}

/// Puts every loaded row again.
pub fn put_all(world: &mut World, keys: &[Key]) {
    for key in keys {
        match key {
            Key::Account(it) => world.put_account(world.account(it).unwrap().clone()),
            Key::Deputy(it) => world.put_deputy(world.deputy(it).unwrap().clone()),
            Key::Office(it) => world.put_office(world.office(it).unwrap().clone()),
            Key::Officer(it) => world.put_officer(world.officer(it).unwrap().clone()),
            Key::Invitation(it) => world.put_invitation(world.invitation(it).unwrap().clone()),
            Key::Correspondent(it) => world.put_correspondent(world.correspondent(it).unwrap().clone()),
            Key::Case(it) => world.put_case(world.case(it).unwrap().clone()),
            Key::Message(it) => world.put_message(world.message(it).unwrap().clone()),
            Key::File(it) => world.put_file(world.file(it).unwrap().clone()),
            Key::Record(it) => world.put_record(world.record(it).unwrap().clone()),
            Key::Report(it) => world.put_report(world.report(it).unwrap().clone()),
            Key::Evidence(it) => world.put_evidence(world.evidence(it).unwrap().clone()),
            Key::Activity(it) => world.put_activity(world.activity(it).unwrap().clone()),
            Key::Outbox(it) => {
                let mut item = world.outbox_item(it).unwrap().clone();
                item.state = OutboxState::Waiting;
                world.put_outbox_item(item);
            }
            Key::Counter(it) => world.put_counter(world.counter(it).unwrap().clone()),
            Key::CardPace(it) => world.put_card_pace(world.card_pace(it).unwrap().clone()),
            Key::Session(it) => world.put_session(world.session(it).unwrap().clone()),
            Key::DeadLetter(it) => world.put_dead_letter(world.dead_letter(it).unwrap().clone()),
            Key::Import(it) => world.put_import(world.import(it).unwrap().clone()),
            Key::ParkedEdit(it) => world.put_parked_edit(world.parked_edit(it).unwrap().clone()),
            Key::Calendar(it) => world.put_calendar(world.calendar(it).unwrap().clone()),
            Key::Handbook(it) => world.put_handbook(world.handbook(it).unwrap().clone()),
            Key::CallBack(it) => world.put_call_back(world.call_back(it).unwrap().clone()),
            Key::Draft(it) => world.put_draft(world.draft(it).unwrap().clone()),
            Key::Suggestion(it) => world.put_suggestion(world.suggestion(it).unwrap().clone()),
            Key::SuggestionName(it) => world.put_suggestion_name(world.suggestion_name(it).unwrap().clone()),
            Key::HandlingUnit(it) => world.put_handling_unit(world.handling_unit(it).unwrap().clone()),
            Key::Assignment(it) => world.put_assignment(world.assignment(it).unwrap().clone()),
            Key::Reply(it) => world.put_reply(world.reply(it).unwrap().clone()),
            Key::Feedback(it) => world.put_feedback(world.feedback(it).unwrap().clone()),
            Key::FeedbackReceiver(it) => {
                world.put_feedback_receiver(world.feedback_receiver(it).unwrap().clone());
            }
            Key::ReminderTable(it) => world.put_reminder_table(world.reminder_table(it).unwrap().clone()),
            Key::Inquiry(it) => world.put_inquiry(world.inquiry(it).unwrap().clone()),
            Key::Reminder(it) => world.put_reminder(world.reminder(it).unwrap().clone()),
            Key::ClaimedStep(it) => world.put_claimed_step(world.claimed_step(it).unwrap().clone()),
            Key::CalendarLink(it) => world.put_calendar_link(world.calendar_link(it).unwrap().clone()),
            Key::Unasked(it) => world.put_unasked(world.unasked_of(it).unwrap().clone()),
            _ => {}
        }
    }
}
