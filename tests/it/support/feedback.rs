//! Suggestions that were replied to, put into an office's database as they are, and what became of their feedback.

use lianluo::domain::button::{Act, FeedbackTap};
use lianluo::domain::calendar::Calendar;
use lianluo::domain::context::Rules;
use lianluo::domain::deadline::{Began, DeadlineRule, work_out};
use lianluo::domain::feedback::{Feedback, Receiver, ReceiverState};
use lianluo::domain::ids::{
    AssignmentId, CalendarVersion, DeputyId, HandlingUnitId, OfficeId, ReplyId, SuggestionId,
};
use lianluo::domain::suggestion::assignment::{Assignment, AssignmentRole, AssignmentState, HandlingUnit};
use lianluo::domain::suggestion::reply::{Clearness, ReceiptSource, Reply, ReplyForm, ReplyState};
use lianluo::domain::suggestion::{
    CongressSession, Openness, Suggestion, SuggestionKind, SuggestionSources, SuggestionState,
};
use lianluo::domain::time::instant_of;
use lianluo::domain::world::{Key, World};
use lianluo::fallback::Channels;
use lianluo::jobs::Jobs;

use super::office::Office;

pub fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

pub async fn row<T>(office: &Office, key: Key, found: impl Fn(&World) -> T) -> T {
    let mut world = World::default();
    let mut reading = office.store.read().await.unwrap();
    reading.load(&[key], &mut world).await.unwrap();
    found(&world)
}

pub async fn reply(office: &Office, id: ReplyId) -> Reply {
    row(office, Key::Reply(id), |world| world.reply(&id).unwrap().clone()).await
}

pub async fn feedback(office: &Office, id: ReplyId) -> Feedback {
    row(office, Key::Feedback(id), |world| {
        world.feedback(&id).unwrap().clone()
    })
    .await
}

pub async fn state(office: &Office, id: ReplyId, receiver: Receiver) -> ReceiverState {
    row(office, Key::FeedbackReceiver((id, receiver)), |world| {
        world
            .find_feedback_receiver(&(id, receiver))
            .unwrap()
            .map_or(ReceiverState::NotSent, |row| row.state)
    })
    .await
}

/// Puts a suggestion with its answered assignment and a reply received on a day into the database.
pub async fn replied(office: &Office, deputy: DeputyId, number: i64, received: &str, email: &str) -> ReplyId {
    let office_id: OfficeId = row(office, Key::Deputy(deputy), |world| {
        world.deputy(&deputy).unwrap().office_id
    })
    .await;
    let now = office.clock.now();
    let (suggestion, unit) = (SuggestionId(7_000 + number), HandlingUnitId(8_000 + number));
    let (assignment, id) = (AssignmentId(9_000 + number), ReplyId(10_000 + number));
    let mut world = World::default();
    world.put_suggestion(Suggestion {
        id: suggestion,
        session: CongressSession { term: 14, session: 4 },
        number: format!("S-{number:04}"),
        kind: SuggestionKind::Suggestion,
        state: SuggestionState::Answered,
        title: format!("关于第{number}件事的建议（样例）"),
        situation: String::new(),
        analysis: String::new(),
        proposals: String::new(),
        deputy_id: deputy,
        office_id,
        raised_on: None,
        is_key: false,
        openness: Openness::Unsaid,
        sources: SuggestionSources::default(),
        advice: String::new(),
        merged_into_id: None,
        withdrawn_at: None,
        withdrawn_why: String::new(),
        entered_by: None,
        created_at: now,
    });
    world.put_handling_unit(HandlingUnit {
        id: unit,
        name: format!("第{number}厅（样例）"),
        other_names: String::new(),
        email: email.to_owned(),
        created_at: now,
        ended_at: None,
    });
    let mut handed_out = Assignment {
        id: assignment,
        suggestion_id: suggestion,
        handling_unit_id: unit,
        deputy_id: deputy,
        office_id,
        role: AssignmentRole::Main,
        state: AssignmentState::Answered,
        round: 1,
        after_reply_id: None,
        handed_out_on: day("2026-02-10"),
        rule: DeadlineRule::Reply3m,
        nominal_on: day("2026-05-10"),
        due_on: day("2026-05-11"),
        is_provisional: false,
        calendar_version: CalendarVersion(1),
        extended_at: None,
        extended_by: None,
        extended_why: String::new(),
        returned_at: None,
        returned_by: None,
        returned_why: String::new(),
        next_step_at: None,
        created_at: now,
    };
    handed_out.returned_why.clear();
    world.put_assignment(handed_out);
    let mut row = Reply {
        id,
        assignment_id: assignment,
        suggestion_id: suggestion,
        deputy_id: deputy,
        office_id,
        state: ReplyState::Awaiting,
        form: ReplyForm::Written,
        class: String::new(),
        document_number: String::new(),
        received_on: Some(day(received)),
        received_at: None,
        source: ReceiptSource::Post,
        proof_file_id: None,
        candidates: vec![],
        clearness: Clearness::Single,
        nominal_on: None,
        due_on: None,
        is_provisional: false,
        calendar_version: None,
        recorded_by: None,
        recorded_at: now,
        next_step_at: Some(now),
    };
    let deadline = work_out(
        Began::on(day(received)),
        DeadlineRule::Feedback.period(),
        Calendar::shipped(),
    );
    row.set_deadline(&deadline, CalendarVersion(1));
    world.put_reply(row);
    let mut writing = office.store.write().await.unwrap();
    writing.save(world.take_changes()).await.unwrap();
    writing.commit().await.unwrap();
    id
}

pub fn jobs(office: &Office, channels: Channels) -> Jobs {
    Jobs {
        store: office.store.clone(),
        clock: office.clock.clone(),
        rules: Rules::default(),
        lookup: office.lookup.clone(),
        intake: office.engine.intake.clone(),
        channels,
        files: office.folder.path().join("files"),
    }
}

/// Moves the clock to an hour of a day, and sweeps.
pub async fn sweep_at(office: &Office, on: &str, hour: u32) {
    let at = instant_of(day(on), hour * 60);
    office.clock.step(at - office.clock.now());
    jobs(office, Channels::default()).remind_due().await.unwrap();
    office.engine.settled().await;
}

pub async fn tap(office: &Office, address: &str, tap: FeedbackTap, id: ReplyId) -> String {
    office.taps(address, &Act::Feedback(tap, id)).await;
    newest(office, address)
}

pub fn newest(office: &Office, address: &str) -> String {
    office.ear.heard_by(address).pop().unwrap().rendered.text
}

pub fn reminders(office: &Office, address: &str, from: usize) -> Vec<String> {
    office
        .ear
        .heard_by(address)
        .split_off(from)
        .into_iter()
        .map(|heard| heard.rendered.text)
        .collect()
}
