//! Sample replies (示) with feedback in its states, as a store would hand them to rendering.

use chrono::NaiveDate;

use crate::domain::calendar::{Calendar, CalendarRow};
use crate::domain::deadline::DeadlineRule;
use crate::domain::feedback::{
    Draft, Feedback, FeedbackProgress, FeedbackReceiver, FeedbackWay, Receiver, ReceiverState,
    RehandlingWish, Timeliness, Verdict,
};
use crate::domain::ids::{AssignmentId, CalendarVersion, HandlingUnitId, InquiryId, ReplyId, SuggestionId};
use crate::domain::inquiry::{Inquiry, InquiryState, InquiryWay};
use crate::domain::reminder::{Matter, Reminder};
use crate::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState, HandlingUnit};
use crate::domain::suggestion::reply::{Clearness, ReceiptSource, Reply, ReplyForm, ReplyState};
use crate::domain::suggestion::{
    CongressSession, NameState, Openness, Suggestion, SuggestionKind, SuggestionName, SuggestionSources,
    SuggestionState,
};
use crate::domain::world::{Key, List, ListKey, World};

use super::small_world::{CHANGSHA, DEPUTY, UNBOUND, now};

/// Nothing given, some days left.
pub(in crate::text::render) const AWAITED: ReplyId = ReplyId(201);
/// The last day.
pub(in crate::text::render) const LAST_DAY: ReplyId = ReplyId(202);
/// Over, and nothing given.
pub(in crate::text::render) const OVERDUE: ReplyId = ReplyId(203);
/// Hollow reasons written down.
pub(in crate::text::render) const HOLLOW: ReplyId = ReplyId(204);
/// Everything written down, not given; re-handling wanted.
pub(in crate::text::render) const WRITTEN: ReplyId = ReplyId(205);
/// Given here.
pub(in crate::text::render) const HERE: ReplyId = ReplyId(206);
/// Told of as given on the platform, late.
pub(in crate::text::render) const TOLD: ReplyId = ReplyId(207);
/// Confirmed by both.
pub(in crate::text::render) const DONE: ReplyId = ReplyId(208);
/// Between the nominal and the last day, provisional, after a snooze.
pub(in crate::text::render) const BETWEEN: ReplyId = ReplyId(209);

pub(in crate::text::render) const ALL: [ReplyId; 9] = [
    AWAITED, LAST_DAY, OVERDUE, HOLLOW, WRITTEN, HERE, TOLD, DONE, BETWEEN,
];

/// Inquiries: with days left, on the last day, over, answered late, withdrawn.
pub(in crate::text::render) const INQUIRIES: [InquiryId; 5] = [
    InquiryId(601),
    InquiryId(602),
    InquiryId(603),
    InquiryId(604),
    InquiryId(605),
];

fn inquiry(id: InquiryId) -> Inquiry {
    let state = match id.0 {
        604 => InquiryState::Answered,
        605 => InquiryState::Withdrawn,
        _ => InquiryState::Open,
    };
    let is_answered = state == InquiryState::Answered;
    let due_on = match id.0 {
        602 => "2026-08-05",
        603 | 604 => "2026-07-30",
        _ => "2026-08-20",
    };
    Inquiry {
        id,
        number: id.0 - 600,
        deputy_id: DEPUTY,
        office_id: CHANGSHA,
        state,
        question: "上半年您参加代表小组活动的情况怎样？（样例）".into(),
        asked_by: None,
        asked_at: now() - 10 * 86_400_000,
        due_on: due_on.parse().unwrap(),
        answer: if is_answered {
            REASONS.into()
        } else {
            String::new()
        },
        answered_way: is_answered.then_some(InquiryWay::Chat),
        answered_on: is_answered.then(|| "2026-08-04".parse().unwrap()),
        answered_by: None,
        withdrawn_at: None,
        withdrawn_why: "已经当面说过（样例）".into(),
        next_step_at: None,
    }
}

/// Words of the deputy that nobody else may see.
pub(in crate::text::render) const REASONS: &str = "答复只说将研究，没有写明管护经费从哪里来";

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

fn reply(id: ReplyId) -> Reply {
    // Today is 5 August 2026.
    let (received, nominal, due) = match id {
        LAST_DAY => ("2026-07-05", "2026-08-05", "2026-08-05"),
        OVERDUE | TOLD | DONE => ("2026-06-13", "2026-07-13", "2026-07-13"),
        BETWEEN => ("2026-07-04", "2026-08-04", "2026-08-06"),
        HOLLOW => ("2026-07-05", "2026-08-05", "2026-08-07"),
        _ => ("2026-07-15", "2026-08-15", "2026-08-17"),
    };
    Reply {
        id,
        assignment_id: AssignmentId(301),
        suggestion_id: SuggestionId(401),
        deputy_id: DEPUTY,
        office_id: CHANGSHA,
        state: if matches!(id, TOLD | DONE) {
            ReplyState::Given
        } else {
            ReplyState::Awaiting
        },
        form: ReplyForm::Written,
        class: "A".into(),
        document_number: String::new(),
        received_on: day(received),
        received_at: None,
        source: ReceiptSource::Post,
        proof_file_id: None,
        candidates: vec![],
        clearness: Clearness::Single,
        nominal_on: day(nominal),
        due_on: day(due),
        is_provisional: id == BETWEEN,
        calendar_version: Some(CalendarVersion(1)),
        recorded_by: None,
        recorded_at: now(),
        next_step_at: None,
    }
}

fn feedback(id: ReplyId) -> Option<Feedback> {
    let mut feedback = Feedback {
        reply_id: id,
        suggestion_id: SuggestionId(401),
        deputy_id: DEPUTY,
        office_id: CHANGSHA,
        handling: None,
        reply: None,
        reasons: String::new(),
        rehandling: RehandlingWish::Unsaid,
        way: None,
        given_on: None,
        given_at: None,
        given_by: None,
        timeliness: Timeliness::None,
        progress: FeedbackProgress::None,
        changes: 0,
        draft: Draft::default(),
        released_at: None,
        released_by: None,
        proofs: vec![],
        created_at: 0,
    };
    let dissatisfied = Draft {
        handling: Some(Verdict::MostlySatisfied),
        reply: Some(Verdict::Dissatisfied),
        reasons: REASONS.into(),
        wants_rehandling: true,
    };
    match id {
        HOLLOW => {
            feedback.draft = Draft {
                reasons: "办得不好".into(),
                ..dissatisfied
            };
        }
        WRITTEN => feedback.draft = dissatisfied,
        HERE | DONE => {
            feedback.handling = dissatisfied.handling;
            feedback.reply = dissatisfied.reply;
            feedback.reasons = dissatisfied.reasons;
            feedback.rehandling = RehandlingWish::Wanted;
            feedback.way = Some(FeedbackWay::Here);
            feedback.given_on = day("2026-08-03");
            feedback.timeliness = Timeliness::InTime;
        }
        TOLD => {
            feedback.way = Some(FeedbackWay::Platform);
            feedback.given_on = day("2026-07-20");
            feedback.timeliness = Timeliness::Late;
        }
        _ => return None,
    }
    Some(feedback)
}

fn receiver(id: ReplyId, receiver: Receiver) -> Option<FeedbackReceiver> {
    let state = match (id, receiver) {
        (HERE, Receiver::ProvincialOffice) => ReceiverState::Sent,
        (HERE, Receiver::HandlingUnit) => ReceiverState::NotSent,
        (TOLD, _) => ReceiverState::Declared,
        (DONE, _) => ReceiverState::Confirmed,
        _ => return None,
    };
    Some(FeedbackReceiver {
        state,
        declared_on: day("2026-07-20").filter(|_| id == TOLD),
        ..FeedbackReceiver::new(id, receiver)
    })
}

/// Loads what a key asks for; false where it isn't about suggestions.
pub(super) fn load(world: &mut World, key: &Key) -> bool {
    match key {
        Key::Reply(id) => world.learn_reply(*id, ALL.contains(id).then(|| reply(*id))),
        Key::Feedback(id) => world.learn_feedback(*id, feedback(*id)),
        Key::FeedbackReceiver((id, of)) => world.learn_feedback_receiver((*id, *of), receiver(*id, *of)),
        Key::Reminder(subject) => world.learn_reminder(
            *subject,
            (*subject == (Matter::Feedback, BETWEEN.0)).then(|| Reminder {
                snoozed_until_at: Some(now() + 86_400_000),
                ..Reminder::new(subject.0, subject.1)
            }),
        ),
        Key::Calendar(version) => world.learn_calendar(
            *version,
            Some(CalendarRow {
                version: *version,
                account_id: None,
                at: 0,
                source: String::new(),
                file_hash: String::new(),
                calendar: Calendar::shipped().clone(),
            }),
        ),
        Key::Suggestion(id) => world.learn_suggestion(
            *id,
            Some(Suggestion {
                id: *id,
                session: CongressSession { term: 14, session: 4 },
                number: "S-0012".into(),
                kind: SuggestionKind::Suggestion,
                state: SuggestionState::Answered,
                title: "关于加强小型农田水利设施管护的建议".into(),
                situation: String::new(),
                analysis: String::new(),
                proposals: String::new(),
                deputy_id: DEPUTY,
                office_id: CHANGSHA,
                raised_on: None,
                is_key: false,
                openness: Openness::Unsaid,
                sources: SuggestionSources::default(),
                advice: String::new(),
                merged_into_id: None,
                withdrawn_at: None,
                withdrawn_why: String::new(),
                entered_by: None,
                created_at: 0,
            }),
        ),
        Key::SuggestionName((suggestion, deputy)) => world.learn_suggestion_name(
            (*suggestion, *deputy),
            Some(SuggestionName {
                suggestion_id: *suggestion,
                deputy_id: *deputy,
                place: 1,
                state: NameState::Confirmed,
                invited_at: 0,
                answered_at: Some(0),
                content_hash: String::new(),
                asked_hashes: String::new(),
                confirmed_hash: String::new(),
            }),
        ),
        Key::Assignment(id) => world.learn_assignment(
            *id,
            Some(Assignment {
                id: *id,
                suggestion_id: SuggestionId(401),
                handling_unit_id: HandlingUnitId(501),
                deputy_id: DEPUTY,
                office_id: CHANGSHA,
                role: AssignmentRole::Main,
                state: AssignmentState::Answered,
                round: 1,
                after_reply_id: None,
                handed_out_on: "2026-03-02".parse().unwrap(),
                rule: DeadlineRule::Reply3m,
                nominal_on: "2026-06-02".parse().unwrap(),
                due_on: "2026-06-02".parse().unwrap(),
                is_provisional: false,
                calendar_version: CalendarVersion(1),
                extended_at: None,
                extended_by: None,
                extended_why: String::new(),
                returned_at: None,
                returned_by: None,
                returned_why: String::new(),
                next_step_at: None,
                created_at: 0,
            }),
        ),
        Key::Inquiry(id) => world.learn_inquiry(*id, Some(inquiry(*id))),
        Key::HandlingUnit(id) => world.learn_handling_unit(
            *id,
            Some(HandlingUnit {
                id: *id,
                name: "某某省水利厅（示）".into(),
                other_names: String::new(),
                email: String::new(),
                created_at: 0,
                ended_at: None,
            }),
        ),
        _ => return false,
    }
    true
}

/// The lists about feedback.
pub(super) fn list(key: &ListKey) -> Option<List> {
    let ids: Vec<i64> = match key {
        ListKey::AwaitedFeedback(deputy) if *deputy == DEPUTY => ALL.iter().map(|id| id.0).collect(),
        ListKey::DueFeedback { .. } => vec![OVERDUE.0, LAST_DAY.0],
        ListKey::DueReplies { .. } => vec![301],
        ListKey::DueInquiries { .. } => vec![INQUIRIES[2].0],
        ListKey::OpenInquiries(deputy) if *deputy == DEPUTY => INQUIRIES.iter().map(|id| id.0).collect(),
        ListKey::OpenInquiries(_) => vec![],
        ListKey::Names(_) => vec![UNBOUND.0],
        ListKey::AwaitedFeedback(_) | ListKey::OpenAssignments(_) => vec![],
        _ => return None,
    };
    let total = i64::try_from(ids.len()).unwrap();
    Some(List { ids, total })
}
